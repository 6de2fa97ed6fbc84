//! What the words of a source tell of it: what it is called, and which of them tell it from another.

use std::collections::BTreeSet;

use super::super::Text;
use crate::language::{Upos, Word};
use crate::model::Span;

/// Words of rank or number that do not tell one source from another.
pub(super) const RANKS: &[&str] = &[
    "top",
    "leading",
    "senior",
    "prominent",
    "several",
    "many",
    "key",
    "high-ranking",
    "unnamed",
    "anonymous",
    "various",
    "other",
    "fellow",
];

/// Heads of sources that speak for whom they belong to.
pub(super) const SPEAKING: &[&str] = &[
    "spokesman",
    "office",
    "lawyer",
    "campaign",
    "camp",
    "publicist",
];

/// What a word of a source, in lower case, is called where it is compared: one name for each trade that has several.
pub(super) fn plainly(lemma: &str) -> String {
    match lemma {
        "attorney" | "counsel" | "solicitor" | "barrister" => "lawyer".to_owned(),
        "spokeswoman" | "spokesperson" | "representative" => "spokesman".to_owned(),
        _ => lemma.to_owned(),
    }
}

/// The words of a source that tell something, as they are compared.
pub(super) fn telling(text: &Text<'_>, span: Span) -> BTreeSet<String> {
    words_of(text, span)
        .iter()
        .filter(|word| is_telling(word))
        .map(|word| plainly(&text.parsed.lemma_of(word).to_lowercase()))
        .filter(|word| !ADDRESSES.contains(&word.trim_end_matches('.')))
        .collect()
}

/// Words before a name that tell nothing of its bearer.
const ADDRESSES: &[&str] = &["mr", "mrs", "ms", "miss", "mx"];

/// The words of a source.
pub(super) fn words_of<'a>(text: &Text<'a>, span: Span) -> &'a [Word] {
    let words = text.parsed.words.get(text.parsed.words_in(span));
    words.unwrap_or_default()
}

/// Whether a word tells something of a source.
pub(super) const fn is_telling(word: &Word) -> bool {
    matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Adj)
}

/// What a single thing or person is called that the reader is taken to know: "governor" of "the
/// governor", "office" of "her office"; `None` for several, and for one that is new ("a witness").
pub(super) fn known_as(text: &Text<'_>, span: Span) -> Option<String> {
    let range = text.parsed.words_in(span);
    let words = text.parsed.words.get(range.clone())?;
    let first = words.first()?;
    let opens = text.parsed.lemma_of(first).to_lowercase();
    let is_known = opens == "the" || first.xpos() == "PRP$";
    let head = head(text, span)?;
    let is_one = is_known && head.xpos() == "NN";
    is_one.then(|| text.parsed.lemma_of(head).to_lowercase())
}

/// The word that heads a source.
pub(super) fn head<'a>(text: &Text<'a>, span: Span) -> Option<&'a Word> {
    let range = text.parsed.words_in(span);
    let heads_it = |word: &&Word| word.head().is_none_or(|head| !range.contains(&head));
    let words = text.parsed.words.get(range.clone())?;
    words.iter().find(heads_it)
}
