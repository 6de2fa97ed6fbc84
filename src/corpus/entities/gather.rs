//! Every place where the collection names someone or something, with what stands beside the name.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::corpus::Document;
use crate::language::lexicon::{self, Sex};
use crate::model::{ArticleFindings, EntityKind, Mention, MentionKind};

use super::{form, roles};

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
    pub(super) surface: String,
    /// The name in the form under which names are compared.
    pub(super) tokens: Vec<String>,
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
    let articles = documents.par_iter().zip(findings).enumerate();
    let found: Vec<Vec<Occurrence>> = articles
        .map(|(doc, (document, findings))| of_article(doc, document, findings))
        .collect();
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
fn of_article(doc: usize, document: &Document, findings: &ArticleFindings) -> Vec<Occurrence> {
    let text = document.article.text.as_str();
    let headline = document.article.title.as_deref().unwrap_or_default();
    let mut found: Vec<Occurrence> = Vec::new();
    for (in_title, text, mentions) in [
        (false, text, &findings.mentions),
        (true, headline, &findings.title_mentions),
    ] {
        let mut last: Option<(usize, usize)> = None;
        for (index, mention) in mentions.iter().enumerate() {
            let Some(mut occurrence) = occurrence(doc, in_title, index, mention, text) else {
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

fn occurrence(
    doc: usize,
    in_title: bool,
    index: usize,
    mention: &Mention,
    text: &str,
) -> Option<Occurrence> {
    let kind = entity_kind(mention.kind).filter(|_| mention.named == Some(true))?;
    let surface = mention
        .span
        .of(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let tokens = form::tokens(&surface, kind);
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
    let sex = title.as_deref().and_then(title_sex).or_else(|| {
        let given = surface
            .split(' ')
            .next()
            .filter(|_| surface.contains(' '))?;
        lexicon::given_name(given).map(|name| name.sex)
    });
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
    let before = text.get(..end)?.strip_suffix(' ')?;
    let start = before
        .rfind(['\n', ',', ';', ':', '(', '"', '“'])
        .map_or(0, |at| at + 1);
    let words: Vec<&str> = before
        .get(start..)
        .unwrap_or_default()
        .split(' ')
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
