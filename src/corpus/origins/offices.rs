//! Whom the words of a source name, and whom the sources of a collection speak for.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::language::{Relation, Word};
use crate::model::{Attribution, EntityId, Mention, MentionKind, SourceKind, Span};

use super::super::Text;
use super::words::telling;

/// Whom the sources of a collection speak for, and how they are described: "Inspector Farrow of
/// Ardleshire Police" is "Farrow" further down.
#[derive(Debug, Default)]
pub(super) struct Offices(BTreeMap<EntityId, Office>);

/// What all articles together tell of a person who is a source.
#[derive(Debug, Default)]
pub(super) struct Office {
    /// Whom the person speaks for.
    pub(super) belongs_to: BTreeSet<EntityId>,
    /// The words of these names, lower case.
    pub(super) body: BTreeSet<String>,
    /// The words that describe the person, as sources are compared.
    pub(super) telling: BTreeSet<String>,
}

impl Offices {
    /// What all sources of these articles tell.
    pub(super) fn new(texts: &[Text<'_>]) -> Self {
        let people = |text: &Text<'_>| {
            let told = text.findings.attributions.iter();
            let people = told.filter(|told| told.source_kind == SourceKind::Named);
            let people = people.filter_map(|told| {
                let span = told.source?;
                Some((Bearer::new(text, told, span), telling(text, span)))
            });
            people
                .filter(|(person, _)| !person.belongs_to.is_empty() || !person.body.is_empty())
                .collect::<Vec<_>>()
        };
        let told: Vec<Vec<(Bearer, BTreeSet<String>)>> = texts.par_iter().map(people).collect();
        let mut offices = Self::default();
        for (person, telling) in told.into_iter().flatten() {
            for name in person.names {
                let office = offices.0.entry(name).or_default();
                office.belongs_to.extend(&person.belongs_to);
                office.body.extend(person.body.iter().cloned());
                office.telling.extend(telling.iter().cloned());
            }
        }
        offices
    }

    /// What is known of a person by name.
    pub(super) fn of(&self, name: EntityId) -> Option<&Office> {
        self.0.get(&name)
    }
}

/// Who bears the names in a source, and whom else they name.
pub(super) struct Bearer {
    pub(super) names: BTreeSet<EntityId>,
    pub(super) belongs_to: BTreeSet<EntityId>,
    pub(super) body: BTreeSet<String>,
}

impl Bearer {
    pub(super) fn new(text: &Text<'_>, attribution: &Attribution, span: Span) -> Self {
        let mut bearer = Self {
            names: attribution.entity.into_iter().collect(),
            belongs_to: BTreeSet::new(),
            body: BTreeSet::new(),
        };
        for mention in named(text, span) {
            if is_head(text, mention.span, span) {
                bearer.names.extend(mention.entity);
            } else {
                bearer.belongs_to.extend(mention.entity);
                let name = mention.span.of(&text.article.text).to_lowercase();
                let words = name.split_whitespace().map(str::to_owned);
                bearer.body.extend(words);
            }
        }
        bearer
    }
}

/// People and bodies mentioned in the span.
pub(super) fn named<'a>(text: &Text<'a>, span: Span) -> impl Iterator<Item = &'a Mention> {
    let near = text.findings.mentions_in(span).iter();
    near.filter(move |mention| {
        span.contains(mention.span)
            && matches!(
                mention.kind,
                MentionKind::Person | MentionKind::Organisation
            )
    })
}

/// Whether the name is the head of the source or set beside it, not somebody it belongs to.
pub(super) fn is_head(text: &Text<'_>, name: Span, source: Span) -> bool {
    let words = &text.parsed.words;
    let head_of = |word: usize| words.get(word).and_then(Word::head);
    let inside =
        |span: Span, word: usize| words.get(word).is_some_and(|word| span.contains(word.span));
    let top = text
        .parsed
        .words_in(name)
        .find(|&word| head_of(word).is_none_or(|head| !inside(name, head)));
    let mut current = top;
    // A source has no more words than letters.
    for _ in 0..=source.len() {
        let Some(word) = current.and_then(|word| words.get(word)) else {
            return true;
        };
        let Some(head) = word.head().filter(|&head| inside(source, head)) else {
            return true;
        };
        if !matches!(
            word.relation,
            Relation::Appos | Relation::Flat | Relation::Compound
        ) {
            return false;
        }
        current = Some(head);
    }
    false
}
