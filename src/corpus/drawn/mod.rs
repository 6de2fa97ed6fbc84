//! What gathering draws from the words of one article, so that one article more in a collection does
//! not make it count the words of all others again.
//!
//! Owns what depends on an article's text and grammar alone; it is kept with the article. Must not know
//! of any other article, nor of what a reader may change about this one.

mod terms;
mod words;

use serde::{Deserialize, Serialize};

use crate::language::Parsed;

pub(super) use terms::{key_of, term};
pub(super) use words::{Fnv, Hashed, Words, run_hash};

/// What is drawn from one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Drawn {
    /// The words that count for its story, in order of their first place.
    pub(super) terms: Vec<terms::Term>,
    /// Fingerprints of runs of its words, each once, in order.
    pub(super) prints: Vec<u64>,
}

impl Drawn {
    /// Draws from a text and its grammar.
    pub fn of(text: &str, parsed: &Parsed) -> Self {
        Self {
            terms: terms::terms(text, parsed),
            prints: words::fingerprints(&Words::of(text, parsed)),
        }
    }
}
