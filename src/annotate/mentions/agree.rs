//! Agreement within one article: the same words name the same kind of thing, and a surname that was
//! told in full once is a person wherever it stands.

use std::collections::BTreeMap;

use super::facts;
use crate::language::lexicon;
use crate::language::{Parsed, Upos};
use crate::model::{Mention, MentionKind, MentionReason};

/// How much more the other readings of the same words must weigh to change one.
const MAJORITY: f32 = 1.5;
/// How sure a name is that is only known from elsewhere in the article.
const SAME_NAME: f32 = 0.8;

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
            && matches!(mention.kind, MentionKind::Organisation | MentionKind::Place)
            && facts::kind_of(words).is_none()
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
        .filter(|mention| matches!(mention.kind, MentionKind::Organisation | MentionKind::Place))
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

/// The last word of every full name, with the name.
fn surnames(text: &str, mentions: &[Mention]) -> BTreeMap<String, String> {
    mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Person)
        .filter_map(|mention| {
            let name = mention.span.of(text);
            let (_, last) = name.rsplit_once(' ')?;
            Some((key(last), name.to_owned()))
        })
        .collect()
}

/// The form under which the same words are the same.
fn key(words: &str) -> String {
    words.to_lowercase().replace('’', "'")
}

/// Single proper nouns outside every mention that are the surname of a person named in full, or a
/// name that is mentioned elsewhere in the same spelling.
pub(super) fn repeated(
    text: &str,
    parsed: &Parsed,
    mentions: &[Mention],
    known: &[(String, MentionKind)],
) -> Vec<Mention> {
    let mut names: BTreeMap<String, (MentionKind, String)> = known
        .iter()
        .map(|(name, kind)| (name.clone(), (*kind, name.clone())))
        .collect();
    names.extend(surnames(text, mentions).into_values().filter_map(|full| {
        let last = full.rsplit(' ').next()?.to_owned();
        Some((last, (MentionKind::Person, full)))
    }));
    let mut found = Vec::new();
    let mut covering = mentions.iter().peekable();
    for word in &parsed.words {
        while covering
            .next_if(|mention| mention.span.end <= word.span.start)
            .is_some()
        {}
        if word.upos != Upos::Propn
            || covering
                .peek()
                .is_some_and(|mention| mention.span.overlaps(word.span))
        {
            continue;
        }
        if let Some((kind, full)) = names.get(word.span.of(text)) {
            found.push(Mention {
                span: word.span,
                kind: *kind,
                entity: None,
                named: Some(true),
                confidence: SAME_NAME,
                why: MentionReason::SameName(full.clone()),
            });
        }
    }
    found
}

/// The names of an article with their kinds, to find them again in its title.
pub fn known_names(text: &str, mentions: &[Mention]) -> Vec<(String, MentionKind)> {
    mentions
        .iter()
        .filter(|mention| mention.named == Some(true))
        .map(|mention| (mention.span.of(text).to_owned(), mention.kind))
        .collect()
}
