//! The words of an article that tell what it is about, counted.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use serde::{Deserialize, Serialize};

use super::words::{Fnv, Hashed};
use crate::language::{Parsed, Upos, Word, is_address};

/// A word of an article that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::corpus) struct Term {
    /// A number for the form it is counted under ([`key_of`]).
    pub(in crate::corpus) key: u64,
    /// Where it stands first, as an index among the article's words.
    pub(in crate::corpus) word: u32,
    /// How often it stands there.
    pub(in crate::corpus) count: u32,
}

/// The words of an article that count, in order of their first place.
pub(super) fn terms(text: &str, parsed: &Parsed) -> Vec<Term> {
    let mut places: HashMap<u64, usize, BuildHasherDefault<Hashed>> = HashMap::default();
    let mut terms: Vec<Term> = Vec::new();
    for (at, word) in (0_u32..).zip(&parsed.words) {
        let Some(term) = term(text, parsed, word) else {
            continue;
        };
        let key = key_of(term);
        let place = *places.entry(key).or_insert_with(|| {
            let count = 0;
            terms.push(Term {
                key,
                word: at,
                count,
            });
            terms.len() - 1
        });
        if let Some(term) = terms.get_mut(place) {
            term.count += 1;
        }
    }
    terms.shrink_to_fit();
    terms
}

/// The form a word is counted under: its lemma; `None` for words without content, numbers, addresses
/// and short ones. Whether letters are capital does not count.
pub(in crate::corpus) fn term<'a>(
    text: &'a str,
    parsed: &'a Parsed,
    word: &Word,
) -> Option<&'a str> {
    let is_open = matches!(
        word.upos,
        Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv | Upos::X
    );
    let written = word.span.of(text);
    let is_word = || {
        written.chars().nth(2).is_some()
            && written.starts_with(char::is_alphabetic)
            && !is_address(written)
    };
    if !is_open || !is_word() {
        return None;
    }
    let lemma = parsed.lemma_of(word);
    Some(if lemma.is_empty() { written } else { lemma })
}

/// A number for a word, the same however many of its letters are capital.
pub(in crate::corpus) fn key_of(word: &str) -> u64 {
    let mut hasher = Fnv::default();
    for letter in word.chars().flat_map(char::to_lowercase) {
        hasher.write_u32(u32::from(letter));
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use crate::corpus::testing::document;

    #[test]
    fn a_word_is_counted_whatever_its_capitals() {
        let drawn = document("a", "Gates stuck. The gates of it stuck, and Gates rose.");
        let counts: Vec<(u32, u32)> = drawn
            .drawn()
            .terms
            .iter()
            .map(|term| (term.word, term.count))
            .collect();
        assert_eq!(counts, [(0, 3), (1, 2), (9, 1)]);
    }
}
