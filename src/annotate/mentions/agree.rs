//! Agreement within one article: the same words name the same kind of thing, and a surname that was
//! told in full once is a person wherever it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::facts;
use crate::language::lexicon::{self, ReportingClass, TitleKind};
use crate::language::{Parsed, Relation, Upos};
use crate::model::{Mention, MentionKind, MentionReason, Span};

/// How much more the other readings of the same words must weigh to change one.
const MAJORITY: f32 = 1.5;
/// How sure a name is that is only known from elsewhere in the article.
const SAME_NAME: f32 = 0.8;
/// Above this a reading stands.
const FIRM: f32 = 0.95;
/// Below this a reading is open to the form of the name.
const UNSURE: f32 = 0.5;
/// How sure a full name must be for its parts to stand for the person.
const FULL_NAME: f32 = 0.4;

/// Gives the same words the same kind, by the weight of all their readings.
pub(super) fn settle_kinds(text: &str, mentions: &mut [Mention]) {
    let mut weights: BTreeMap<String, BTreeMap<MentionKind, f32>> = BTreeMap::new();
    for mention in mentions
        .iter()
        .filter(|mention| mention.named == Some(true))
    {
        let kinds = weights.entry(key(mention.span.of(text))).or_default();
        *kinds.entry(mention.kind).or_default() += mention.confidence;
    }
    let surnames = surnames(text, mentions);
    for mention in mentions
        .iter_mut()
        .filter(|mention| mention.named == Some(true))
    {
        let words = mention.span.of(text);
        let key = key(words);
        if let Some((kind, list)) = facts::kind_of_tagged(words)
            && kind != mention.kind
            && is_settled_by_list(mention.kind, kind, list, &surnames, &key)
        {
            mention.kind = kind;
            mention.why = MentionReason::Lexicon(list.to_owned());
            continue;
        }
        if let Some(full) = surnames.get(&key)
            && matches!(
                mention.kind,
                MentionKind::Organisation | MentionKind::Place | MentionKind::Group
            )
            && facts::kind_of_tagged(words).is_none()
        {
            mention.kind = MentionKind::Person;
            mention.why = MentionReason::SameName(full.clone());
            continue;
        }
        let Some(kinds) = weights.get(&key) else {
            continue;
        };
        let own = kinds.get(&mention.kind).copied().unwrap_or_default();
        let best = kinds.iter().max_by(|a, b| a.1.total_cmp(b.1));
        if let Some((kind, weight)) = best
            && *kind != mention.kind
            && *weight > MAJORITY * own
        {
            mention.why = MentionReason::SameName(words.to_owned());
            mention.kind = *kind;
        }
    }
}

/// A list settles what can hardly be anything else: a people tagged as a place, a country as a
/// people. A person of that name stays a person, an organisation stays one.
fn is_settled_by_list(
    tagged: MentionKind,
    listed: MentionKind,
    list: &str,
    surnames: &BTreeMap<String, String>,
    key: &str,
) -> bool {
    if surnames.contains_key(key) {
        return false;
    }
    let is_given = lexicon::given_name(key).is_some();
    match (tagged, listed) {
        (MentionKind::Place | MentionKind::Organisation, MentionKind::Group)
        | (MentionKind::Group, MentionKind::Place) => true,
        (MentionKind::Organisation, MentionKind::Place) => list == "countries",
        (MentionKind::Person, MentionKind::Place) => !is_given,
        (
            MentionKind::Place | MentionKind::Person | MentionKind::Group,
            MentionKind::Organisation,
        ) => !is_given,
        _ => false,
    }
}

/// Who says something, or bears a title, is a person though the model takes the name for a place that
/// no list knows; and so is every other mention of that name.
pub(super) fn speakers(text: &str, parsed: &Parsed, mentions: &mut [Mention]) {
    let is_open = |mention: &Mention| {
        matches!(mention.kind, MentionKind::Place | MentionKind::Group)
            && mention.named == Some(true)
            && facts::kind_of_tagged(mention.span.of(text)).is_none()
    };
    let firm: BTreeSet<String> = mentions
        .iter()
        .filter(|mention| mention.confidence > FIRM)
        .map(|mention| key(mention.span.of(text)))
        .collect();
    let people: BTreeSet<String> = mentions
        .iter()
        .filter(|mention| is_open(mention) && !firm.contains(&key(mention.span.of(text))))
        .filter(|mention| {
            (mention.kind == MentionKind::Place && says(parsed, mention.span))
                || bears_title(text, parsed, mention.span)
                || is_given_name(text, mention)
        })
        .map(|mention| key(mention.span.of(text)))
        .collect();
    for mention in mentions.iter_mut().filter(|mention| is_open(mention)) {
        if people.contains(&key(mention.span.of(text))) {
            mention.kind = MentionKind::Person;
        }
    }
}

/// Whether the name is the subject of a verb of saying.
fn says(parsed: &Parsed, name: Span) -> bool {
    let words = parsed.words_in(name);
    let top = words.clone().find_map(|index| {
        let word = parsed.word(index)?;
        word.head()
            .filter(|head| !words.contains(head))
            .map(|head| (word.relation, head))
    });
    top.filter(|(relation, _)| *relation == Relation::Nsubj)
        .and_then(|(_, head)| parsed.word(head))
        .is_some_and(|verb| {
            verb.upos == Upos::Verb
                && lexicon::reporting_verbs(parsed.lemma_of(verb))
                    .any(|entry| matches!(entry.class, ReportingClass::Say | ReportingClass::Tell))
        })
}

/// Whether a title stands right before the name ("Emperor Yohannes").
fn bears_title(text: &str, parsed: &Parsed, name: Span) -> bool {
    let before = parsed.words_in(name).start.checked_sub(1);
    before
        .and_then(|before| parsed.word(before))
        .is_some_and(|word| {
            let form = word.span.of(text);
            form.starts_with(char::is_uppercase)
                && text.get(word.span.end..name.start) == Some(" ")
                && lexicon::titles(form).any(|title| title.kind != TitleKind::Job)
        })
}

/// Whether an unsure name of several words begins with a given name.
fn is_given_name(text: &str, mention: &Mention) -> bool {
    let name = mention.span.of(text);
    mention.confidence < UNSURE
        && name.split_once(' ').is_some_and(|(first, rest)| {
            lexicon::given_name(first).is_some() && !rest.contains(|c: char| c.is_ascii_digit())
        })
}

/// "The Biden administration": a surname in front of what its bearer leads.
pub(super) fn leaders(text: &str, mentions: &mut [Mention]) {
    const LED: [&str; 6] = [
        " administration",
        " presidency",
        " campaign",
        " cabinet",
        " premiership",
        "'s administration",
    ];
    for mention in mentions
        .iter_mut()
        .filter(|mention| mention.kind != MentionKind::Person)
    {
        let behind = text.get(mention.span.end..).unwrap_or_default();
        let words = mention.span.of(text);
        let is_surname = !words.contains(' ') && words.chars().any(char::is_lowercase);
        if is_surname
            && LED.iter().any(|led| behind.starts_with(led))
            && facts::kind_of_tagged(words).is_none()
        {
            mention.kind = MentionKind::Person;
        }
    }
}

/// The first, the last and the last two words of every full name, with the name. The first word counts where no
/// list knows it as something else ("Paris Lind").
fn surnames(text: &str, mentions: &[Mention]) -> BTreeMap<String, String> {
    let mut parts = BTreeMap::new();
    for mention in mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Person && mention.confidence > FULL_NAME)
    {
        let name = mention.span.of(text);
        let (Some((first, _)), Some((_, last))) = (name.split_once(' '), name.rsplit_once(' '))
        else {
            continue;
        };
        if is_name_part(first) && facts::kind_of_tagged(first).is_none() {
            parts.entry(key(first)).or_insert_with(|| name.to_owned());
        }
        if is_name_part(last) {
            parts.insert(key(last), name.to_owned());
        }
        // Two surnames, as in Spain and Brazil: "Juan Ribas Molina" is "Ribas Molina".
        let words: Vec<&str> = name.split(' ').collect();
        if let [_, .., first, last] = words.as_slice()
            && is_name_part(first)
            && is_name_part(last)
        {
            parts
                .entry(key(&format!("{first} {last}")))
                .or_insert_with(|| name.to_owned());
        }
    }
    parts
}

/// Whether a part of a person's name can stand for the person: no initial, number of a king, or
/// word for a body ("Stool of King Edu I").
fn is_name_part(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !word.ends_with('.')
        && word.chars().any(char::is_lowercase)
        && lexicon::organisation_words(word).next().is_none()
        && lexicon::titles(word).next().is_none()
}

/// The form under which the same words are the same.
fn key(words: &str) -> String {
    words.to_lowercase().replace('’', "'")
}

/// Names that stand elsewhere in the same spelling and were missed or cut short here: a surname of a
/// person named in full, a word that is a name wherever it was seen, a long name torn apart.
pub(super) fn repeated(
    text: &str,
    parsed: &Parsed,
    mentions: &[Mention],
    known: &[(String, MentionKind)],
) -> Vec<Mention> {
    let names = Names::new(text, mentions, known);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = parsed.word(at) {
        let Some(name) = names.at(text, parsed, at, mentions) else {
            at += 1;
            continue;
        };
        let span = Span::new(word.span.start, word.span.start + name.words.len());
        found.push(Mention {
            span,
            kind: name.kind,
            entity: None,
            named: Some(true),
            confidence: SAME_NAME,
            why: MentionReason::SameName(name.from.clone()),
        });
        at = parsed.words_in(span).end.max(at + 1);
    }
    found
}

/// A name that is looked for.
#[derive(Debug)]
struct Name {
    words: String,
    kind: MentionKind,
    /// The name that it is known from.
    from: String,
    /// How much speaks for it: the sum of the confidences of where it was seen.
    weight: f32,
}

/// The names of a text, by their first word.
struct Names {
    by_first: BTreeMap<String, Vec<Name>>,
}

impl Names {
    /// Names looked at that begin with one word.
    const SAME_START_MAX: usize = 16;

    fn new(text: &str, mentions: &[Mention], known: &[(String, MentionKind)]) -> Self {
        let mut all: BTreeMap<String, Name> = BTreeMap::new();
        for mention in mentions.iter().filter(|m| m.named == Some(true)) {
            let words = mention.span.of(text);
            let name = all.entry(words.to_owned()).or_insert_with(|| Name {
                words: words.to_owned(),
                kind: mention.kind,
                from: words.to_owned(),
                weight: 0.0,
            });
            name.weight += mention.confidence;
        }
        for (words, kind) in known {
            all.entry(words.clone()).or_insert_with(|| Name {
                words: words.clone(),
                kind: *kind,
                from: words.clone(),
                weight: 1.0,
            });
        }
        for full in surnames(text, mentions).into_values() {
            let Some((_, last)) = full.rsplit_once(' ') else {
                continue;
            };
            all.entry(last.to_owned()).or_insert_with(|| Name {
                words: last.to_owned(),
                kind: MentionKind::Person,
                from: full.clone(),
                weight: 1.0,
            });
        }
        let mut by_first: BTreeMap<String, Vec<Name>> = BTreeMap::new();
        for name in all.into_values().filter(|name| name.weight > FULL_NAME) {
            let first = name.words.split([' ', '-', '.', '\'', '’']).next();
            let first = first.unwrap_or_default().to_owned();
            by_first.entry(first).or_default().push(name);
        }
        for names in by_first.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
            names.truncate(Self::SAME_START_MAX);
        }
        Self { by_first }
    }

    /// The longest name that starts at this word and is not told there as well as it is elsewhere.
    fn at(&self, text: &str, parsed: &Parsed, word: usize, mentions: &[Mention]) -> Option<&Name> {
        let start = parsed.word(word)?.span.start;
        let rest = text.get(start..)?;
        let first = rest
            .split([' ', '-', '.', '\'', '’', ',', ';', ':', '\n'])
            .next()?;
        self.by_first.get(first)?.iter().find(|name| {
            let Some(behind) = rest.strip_prefix(name.words.as_str()) else {
                return false;
            };
            let span = Span::new(start, start + name.words.len());
            !behind.starts_with(char::is_alphanumeric)
                && !behind.starts_with(['-', '‑'])
                && is_open(text, parsed, span, name, mentions)
        })
    }
}

/// Whether a name may be put here: over words that no mention covers, or over shorter pieces of it.
fn is_open(text: &str, parsed: &Parsed, span: Span, name: &Name, mentions: &[Mention]) -> bool {
    let at = mentions.partition_point(|mention| mention.span.end <= span.start);
    let here: Vec<&Mention> = mentions
        .iter()
        .skip(at)
        .take_while(|mention| mention.span.start < span.end)
        .collect();
    if here.is_empty() {
        let words = parsed.words_in(span);
        let is_proper = |index: usize| {
            parsed.word(index).is_some_and(|word| {
                word.upos == Upos::Propn && word.span.of(text).starts_with(char::is_uppercase)
            })
        };
        let glued = |left: usize, right: usize| matches!((parsed.word(left), parsed.word(right)), (Some(a), Some(b)) if text.get(a.span.end..b.span.start) == Some(" "));
        let goes_on = is_proper(words.end) && words.end > 0 && glued(words.end - 1, words.end);
        let went_on = words
            .start
            .checked_sub(1)
            .is_some_and(|before| is_proper(before) && glued(before, words.start))
            && name.kind != MentionKind::Person;
        return words.clone().any(is_proper)
            && (words.len() > 1 || !(goes_on || went_on) || name.kind == MentionKind::Person);
    }
    name.words.contains(' ')
        && here.iter().all(|mention| {
            span.contains(mention.span) && mention.span != span && mention.confidence < name.weight
        })
}

/// The names of an article with their kinds, to find them again in its title.
pub fn known_names(text: &str, mentions: &[Mention]) -> Vec<(String, MentionKind)> {
    mentions
        .iter()
        .filter(|mention| mention.named == Some(true))
        .map(|mention| (mention.span.of(text).to_owned(), mention.kind))
        .collect()
}
