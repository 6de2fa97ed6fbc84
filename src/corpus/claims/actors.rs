//! Actors: the people, bodies and countries a clause is about, under one name each.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

use crate::language::{Upos, Word, lexicon};
use crate::model::{EntityId, Mention, MentionKind, Span};

use super::super::Text;

/// Someone or something that acts: an entity, or the country that a demonym belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Actor {
    /// A body, a place or an event of the collection.
    Entity(EntityId),
    /// A person of the collection.
    Person(EntityId),
    /// A country, by its common name, whether named itself or by its people's name.
    Country(&'static str),
}

/// Actors whose name covers this word.
pub(super) fn at(text: &Text<'_>, word: Span) -> BTreeSet<Actor> {
    let near = text.findings.mentions_in(word).iter();
    near.filter(|mention| mention.span.contains(word))
        .flat_map(|mention| actors(text, mention))
        .collect()
}

/// Whom a mention stands for. A capital stands for itself and for its country's government.
fn actors(text: &Text<'_>, mention: &Mention) -> Vec<Actor> {
    let words = mention.span.of(&text.article.text);
    let entity = mention.entity.map(Actor::Entity);
    match mention.kind {
        MentionKind::Place | MentionKind::Group => {
            let country = lexicon::country(words).or_else(|| lexicon::nationality(words));
            match country.map(|country| Actor::Country(country.name)) {
                Some(country) => vec![country],
                None => lexicon::capital_of(words)
                    .map(|country| Actor::Country(country.name))
                    .into_iter()
                    .chain(entity)
                    .collect(),
            }
        }
        MentionKind::Person => mention.entity.map(Actor::Person).into_iter().collect(),
        MentionKind::Organisation | MentionKind::Event => entity.into_iter().collect(),
        MentionKind::Date | MentionKind::Money | MentionKind::Quantity => Vec::new(),
    }
}

/// Words too common to tell one event from another.
const STOP: &[&str] = &[
    "be", "have", "do", "say", "tell", "make", "take", "get", "go", "also", "more", "other",
    "such", "new", "one", "two", "time", "year", "day", "week", "month", "people", "last", "first",
    "many", "much", "well", "now", "still", "just", "even", "then", "here", "there", "report",
    "add", "accord",
];

/// Whether a word tells something about an event: nouns, verbs, adjectives, numbers, names.
pub(super) fn is_content(word: &Word, lemma: &str) -> bool {
    matches!(
        word.upos,
        Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
    ) && !STOP.contains(&lemma)
}

/// The stem of a lemma (Snowball English), so that "warn", "warning" and "warned" are one.
pub(super) fn stem(lemma: &str) -> String {
    Stemmer::create(Algorithm::English)
        .stem(&lemma.to_lowercase())
        .into_owned()
}
