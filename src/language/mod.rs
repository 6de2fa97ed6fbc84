//! Words, sentences, and the embedded model's tags, trees and vectors.
//!
//! Owns tokenising, sentence splitting, the embedded encoder, lemmas, language recognition and the
//! lexicon of facts. Must not know articles, claims or screens: it reads text and gives `Parsed`.

mod decode;
mod encoder;
mod engine;
mod lemma;
pub mod lexicon;
mod parsed;
mod reading;
mod recognition;
mod sentences;
mod tags;
mod tokens;
pub(crate) mod tree;
mod vector;

pub use engine::{Engine, EngineError, Meaning, Phrase, Stop};
pub(crate) use parsed::Writer;
pub use parsed::{NameTag, Parsed, Sentence, Word};
pub use reading::words_only;
pub use recognition::{is_read, name_of_language, recognise};
pub use tags::{NameKind, Relation, Upos};
pub(crate) use tokens::is_address;
pub use vector::Vector;

#[cfg(test)]
pub(crate) use decode::{DecodedWord, Tag};

#[cfg(test)]
mod tests;
