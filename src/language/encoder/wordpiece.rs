//! Words to pieces of the model's vocabulary.
//!
//! The scheme of BERT, uncased (Devlin et al. 2019): lower case, marks stripped, punctuation and
//! Han characters apart, then the longest match from the left. Written here because the usual crate
//! brings a training kit and C libraries with it, and this is its smallest corner.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::language::EngineError;

/// Longest part of a word that is looked up, in characters; a longer one is unknown.
const LONGEST: usize = 100;

/// A vocabulary of word pieces.
pub(crate) struct Pieces {
    /// Pieces that start a part.
    first: HashMap<&'static str, u32>,
    /// Pieces that go on, without their "##".
    later: HashMap<&'static str, u32>,
    /// Length of the longest piece, in bytes.
    longest: usize,
    /// Starts every chunk.
    pub(crate) start: u32,
    /// Ends every chunk.
    pub(crate) end: u32,
    /// Stands for what is not in the vocabulary.
    unknown: u32,
}

impl Pieces {
    /// A vocabulary from its pieces, one a line.
    pub(crate) fn read(vocabulary: &'static str) -> Result<Self, EngineError> {
        let (mut first, mut later) = (HashMap::new(), HashMap::new());
        for (number, piece) in (0..).zip(vocabulary.lines()) {
            match piece.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => later.insert(rest, number),
                _ => first.insert(piece, number),
            };
        }
        let special = |piece: &str| {
            let missing = || EngineError::Weights(format!("no {piece} in the vocabulary"));
            first.get(piece).copied().ok_or_else(missing)
        };
        Ok(Self {
            longest: vocabulary.lines().map(str::len).max().unwrap_or(0),
            start: special("[CLS]")?,
            end: special("[SEP]")?,
            unknown: special("[UNK]")?,
            first,
            later,
        })
    }

    /// Number of pieces.
    pub(crate) fn len(&self) -> usize {
        self.first.len() + self.later.len()
    }

    /// Whether this form, in lower case, is a piece of its own: a common word.
    pub(crate) fn is_word(&self, form: &str) -> bool {
        self.first.contains_key(form)
    }

    /// Adds the pieces of a word; at least one, and at most `room`.
    pub(crate) fn split(&self, word: &str, room: usize, pieces: &mut Vec<u32>) {
        let start = pieces.len();
        let end = start + room.max(1);
        let mut part = String::new();
        let mut characters = 0;
        for c in word
            .chars()
            .flat_map(char::to_lowercase)
            .nfd()
            .filter(|&c| !is_combining_mark(c) && !is_ignored(c))
        {
            if pieces.len() >= end {
                break;
            }
            if stands_alone(c) {
                self.match_part(&part, pieces);
                part.clear();
                self.match_part(c.encode_utf8(&mut [0; 4]), pieces);
                characters = 0;
            } else if characters <= LONGEST {
                part.push(c);
                characters += 1;
            }
        }
        if characters > LONGEST {
            pieces.push(self.unknown);
        } else {
            self.match_part(&part, pieces);
        }
        if pieces.len() == start {
            pieces.push(self.unknown);
        }
        pieces.truncate(end);
    }

    /// Adds the pieces of one part: the longest match from the left, or the unknown piece.
    fn match_part(&self, part: &str, pieces: &mut Vec<u32>) {
        let start = pieces.len();
        let mut rest = part;
        while !rest.is_empty() {
            let table = if pieces.len() == start {
                &self.first
            } else {
                &self.later
            };
            let found = (1..=rest.len().min(self.longest))
                .rev()
                .filter_map(|end| rest.split_at_checked(end))
                .find_map(|(piece, left)| table.get(piece).map(|&number| (number, left)));
            let Some((number, left)) = found else {
                pieces.truncate(start);
                pieces.push(self.unknown);
                return;
            };
            pieces.push(number);
            rest = left;
        }
    }
}

/// Whether a character is skipped: control and format characters.
fn is_ignored(c: char) -> bool {
    c.is_control()
        || c == '\u{fffd}'
        || !c.is_ascii() && c.general_category_group() == GeneralCategoryGroup::Other
}

/// Whether a character is a part of its own: punctuation, ASCII symbols, Han characters.
fn stands_alone(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
        || !c.is_ascii() && c.general_category_group() == GeneralCategoryGroup::Punctuation
}

#[cfg(test)]
mod tests {
    use super::Pieces;

    /// Pieces of a word, joined by spaces.
    fn pieces(word: &str, room: usize) -> String {
        let vocabulary = "[UNK]\n[CLS]\n[SEP]\nun\n##affa\n##ble\ncafe\n.\nu\ns";
        let names: Vec<&str> = vocabulary.lines().collect();
        let pieces = Pieces::read(vocabulary).unwrap();
        let mut found = Vec::new();
        pieces.split(word, room, &mut found);
        let found: Vec<&str> = found.iter().map(|&piece| names[piece as usize]).collect();
        found.join(" ")
    }

    #[test]
    fn longest_match_from_the_left() {
        assert_eq!(pieces("Unaffable", 9), "un ##affa ##ble");
        assert_eq!(pieces("Café", 9), "cafe");
        assert_eq!(pieces("U.S.", 9), "u . s .");
        assert_eq!(pieces("xyz", 9), "[UNK]");
        assert_eq!(pieces("\u{200b}", 9), "[UNK]");
        assert_eq!(pieces(&"u".repeat(101), 9), "[UNK]");
    }

    #[test]
    fn a_long_word_takes_no_more_than_the_room() {
        assert_eq!(pieces(&"u.".repeat(100_000), 4), "u . u .");
    }
}
