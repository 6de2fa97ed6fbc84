//! A stretch of text without gaps, as characters that can be looked at by number.

use crate::model::Span;

/// A stretch of text without gaps.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    /// Characters with their byte offset in the whole text.
    characters: Vec<(usize, char)>,
    /// One past the last byte.
    end: usize,
    /// The first character after the gap that follows.
    pub(super) next: Option<char>,
    /// The last character before the gap that precedes.
    pub(super) previous: Option<char>,
    /// Whether the stretch may hold an address.
    pub(super) has_address: bool,
}

impl Chunk {
    /// Holds another stretch.
    pub(super) fn fill(&mut self, start: usize, piece: &str, next: Option<char>) {
        self.previous = self.characters.last().map(|&(_, c)| c);
        self.characters.clear();
        self.characters
            .extend(piece.char_indices().map(|(offset, c)| (start + offset, c)));
        self.end = start + piece.len();
        self.next = next;
        self.has_address = piece.contains(['.', '@', '#', ':']);
    }

    /// Number of characters.
    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    /// The character with this number; NUL, which stands in no chunk, outside.
    pub(super) fn at(&self, index: usize) -> char {
        self.characters.get(index).map_or('\0', |&(_, c)| c)
    }

    /// The character before this number; NUL at the start.
    pub(super) fn before(&self, index: usize) -> char {
        index.checked_sub(1).map_or('\0', |index| self.at(index))
    }

    /// From one character up to another, as bytes of the text.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let offset = |index| {
            self.characters
                .get(index)
                .map_or(self.end, |&(offset, _)| offset)
        };
        Span::new(offset(start), offset(end))
    }

    /// One past the last of the characters from `start` that fit.
    pub(super) fn while_from(&self, start: usize, fits: impl Fn(char) -> bool) -> usize {
        self.characters
            .get(start..)
            .unwrap_or_default()
            .iter()
            .position(|&(_, c)| !fits(c))
            .map_or(self.len(), |count| start + count)
    }

    /// Characters from one number up to another, in lower case.
    pub(super) fn lower(&self, start: usize, end: usize) -> String {
        self.characters
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .flat_map(|&(_, c)| c.to_lowercase())
            .map(|c| if is_apostrophe(c) { '\'' } else { c })
            .collect()
    }

    /// Whether the characters from `start` are these ASCII letters, in any case.
    pub(super) fn starts(&self, start: usize, word: &str) -> bool {
        word.chars()
            .enumerate()
            .all(|(i, c)| self.at(start + i).eq_ignore_ascii_case(&c))
    }
}

/// Apostrophes, straight and curly.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇')
}

/// Letters and marks that a word is made of, without digits.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_mark(c)
}

/// Combining marks, soft hyphens and joiners inside words.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{483}'..='\u{487}'
        | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}' | '\u{e34}'..='\u{e3a}')
}

/// Characters of scripts that write words without spaces between them; each counts as a word.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3005}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}')
}
