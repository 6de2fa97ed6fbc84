//! Every place where the collection names someone or something, with what stands beside the name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::corpus::Document;
use crate::language::lexicon::{self, Sex};
use crate::model::{ArticleFindings, EntityKind, Mention, MentionKind};

use super::{form, roles};

/// Articles whose names are gathered at once.
const PART: usize = 128;

/// One named mention.
#[derive(Clone, Debug)]
pub(super) struct Occurrence {
    /// Index of the article.
    pub(super) doc: usize,
    /// Whether it stands in the title.
    pub(super) in_title: bool,
    /// Index among the mentions of title or text.
    pub(super) index: usize,
    /// What it names.
    pub(super) kind: EntityKind,
    /// The name as written.
    pub(super) surface: Arc<str>,
    /// The name in the form under which names are compared.
    pub(super) tokens: Arc<[String]>,
    /// The title in front of the name, in small letters.
    pub(super) title: Option<String>,
    /// What the person is called beside the name, in small letters.
    pub(super) roles: BTreeSet<String>,
    /// What the title or the given name says of the person.
    pub(super) sex: Option<Sex>,
    /// The name that stands in brackets behind this one, or around whose brackets this one stands:
    /// index of that occurrence.
    pub(super) bracket: Option<usize>,
}

/// What kind of entity a mention names; `None` for dates and amounts.
pub(super) const fn entity_kind(kind: MentionKind) -> Option<EntityKind> {
    match kind {
        MentionKind::Person => Some(EntityKind::Person),
        MentionKind::Organisation => Some(EntityKind::Organisation),
        MentionKind::Place => Some(EntityKind::Place),
        MentionKind::Group => Some(EntityKind::Group),
        MentionKind::Event => Some(EntityKind::Event),
        MentionKind::Date | MentionKind::Money | MentionKind::Quantity => None,
    }
}

/// Every named mention of the collection, article by article, text before title.
pub(super) fn occurrences(documents: &[Document], findings: &[ArticleFindings]) -> Vec<Occurrence> {
    let parts = documents
        .par_chunks(PART)
        .zip(findings.par_chunks(PART))
        .enumerate();
    let found: Vec<Vec<Vec<Occurrence>>> = parts
        .map(|(part, (documents, findings))| {
            let mut spellings = Spellings::default();
            let articles = documents.iter().zip(findings).zip(part * PART..);
            articles
                .map(|((document, findings), doc)| {
                    of_article(doc, document, findings, &mut spellings)
                })
                .collect()
        })
        .collect();
    let found = found.into_iter().flatten().collect::<Vec<_>>();
    let mut all: Vec<Occurrence> = Vec::with_capacity(found.iter().map(Vec::len).sum());
    for own in found {
        let before = all.len();
        all.extend(own.into_iter().map(|mut occurrence| {
            occurrence.bracket = occurrence.bracket.map(|other| before + other);
            occurrence
        }));
    }
    all
}

/// The named mentions of one article; brackets are numbered within it.
fn of_article(
    doc: usize,
    document: &Document,
    findings: &ArticleFindings,
    spellings: &mut Spellings,
) -> Vec<Occurrence> {
    let text = document.article.text.as_str();
    let headline = document.article.title.as_deref().unwrap_or_default();
    let mut found: Vec<Occurrence> = Vec::new();
    for (in_title, text, mentions) in [
        (false, text, &findings.mentions),
        (true, headline, &findings.title_mentions),
    ] {
        let mut last: Option<(usize, usize)> = None;
        for (index, mention) in mentions.iter().enumerate() {
            let place = (doc, in_title, index);
            let Some(mut occurrence) = occurrence(place, mention, text, spellings) else {
                continue;
            };
            occurrence.bracket = last.and_then(|(before, end)| {
                let gap = text.get(end..mention.span.start)?;
                matches!(gap, " (" | " (the " | " (known as ").then_some(before)
            });
            last = Some((found.len(), mention.span.end));
            found.push(occurrence);
        }
    }
    found
}

/// A name as it is written, with all that follows from its letters alone.
#[derive(Clone)]
struct Spelling {
    surface: Arc<str>,
    tokens: Arc<[String]>,
    /// What the given name says of the person.
    given: Option<Sex>,
}

impl Spelling {
    fn new(surface: &str, kind: EntityKind) -> Self {
        let given = surface.split_once(' ').map(|(given, _)| given);
        Self {
            surface: surface.into(),
            tokens: form::tokens(surface, kind).into(),
            given: given.and_then(lexicon::given_name).map(|name| name.sex),
        }
    }
}

/// Spellings that were met before: most names stand in an article and its neighbours many times.
#[derive(Default)]
struct Spellings(BTreeMap<EntityKind, HashMap<String, Spelling>>);

impl Spellings {
    fn of(&mut self, written: &str, kind: EntityKind) -> Spelling {
        let surface = on_one_line(written);
        let known = self.0.entry(kind).or_default();
        if let Some(spelling) = known.get(&*surface) {
            return spelling.clone();
        }
        let spelling = Spelling::new(&surface, kind);
        known.insert(surface.into_owned(), spelling.clone());
        spelling
    }
}

/// Words with single spaces between them.
fn on_one_line(written: &str) -> Cow<'_, str> {
    let mut before = ' ';
    let is_plain = written.chars().all(|c| {
        let is_plain = !c.is_whitespace() || c == ' ' && before != ' ';
        before = c;
        is_plain
    });
    if is_plain && before != ' ' {
        return Cow::Borrowed(written);
    }
    Cow::Owned(written.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn occurrence(
    (doc, in_title, index): (usize, bool, usize),
    mention: &Mention,
    text: &str,
    spellings: &mut Spellings,
) -> Option<Occurrence> {
    let kind = entity_kind(mention.kind).filter(|_| mention.named == Some(true))?;
    let Spelling {
        surface,
        tokens,
        given,
    } = spellings.of(mention.span.of(text), kind);
    if tokens.is_empty() {
        return None;
    }
    let title = (kind == EntityKind::Person)
        .then(|| title_before(text, mention.span.start))
        .flatten();
    let roles = if kind == EntityKind::Person {
        roles::of_name(text, mention.span)
    } else {
        BTreeSet::new()
    };
    let sex = title.as_deref().and_then(title_sex).or(given);
    Some(Occurrence {
        doc,
        in_title,
        index,
        kind,
        surface,
        tokens,
        title,
        roles,
        sex,
        bracket: None,
    })
}

/// The title that ends right before `end`, at most five words, in small letters.
pub(super) fn title_before(text: &str, end: usize) -> Option<String> {
    let cuts = |c: char| matches!(c, '\n' | ',' | ';' | ':' | '(' | '"' | '“');
    let before = text.get(..end)?.strip_suffix(' ')?;
    // Most names have no title: the last word tells it before any further one is looked at.
    let last = before.rsplit(|c| c == ' ' || cuts(c)).next();
    if last.is_some_and(|last| !last.is_empty() && !lexicon::ends_title(last)) {
        return None;
    }
    let start = before.rfind(cuts).map_or(0, |at| at + 1);
    // An ex-president is spoken to as one.
    let words: Vec<&str> = before
        .get(start..)
        .unwrap_or_default()
        .split(' ')
        .map(|word| {
            ["ex-", "Ex-"]
                .iter()
                .find_map(|ex| word.strip_prefix(ex))
                .unwrap_or(word)
        })
        .filter(|word| !word.is_empty())
        .collect();
    let longest = words.len().min(5);
    (1..=longest).rev().find_map(|length| {
        let phrase = words.get(words.len() - length..)?.join(" ");
        lexicon::titles(&phrase)
            .next()
            .map(|_| phrase.to_lowercase())
    })
}

/// What a title says of the person.
fn title_sex(title: &str) -> Option<Sex> {
    match title.trim_end_matches('.') {
        "mr" | "sir" | "lord" | "king" | "prince" | "father" | "brother" | "chairman"
        | "spokesman" | "congressman" => Some(Sex::Male),
        "mrs" | "ms" | "miss" | "dame" | "lady" | "queen" | "princess" | "sister" | "madame"
        | "chairwoman" | "spokeswoman" | "congresswoman" => Some(Sex::Female),
        _ => None,
    }
}
