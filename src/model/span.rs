//! A piece of a text.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes `[start, end)` of the text it belongs to.
///
/// Invariants: `start <= end`; both lie on character boundaries of that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` to `end`; if they are given the wrong way round the span is empty at
    /// `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: if end < start { start } else { end },
        }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no text.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// How many bytes the two have in common.
    pub fn common(self, other: Self) -> usize {
        self.end
            .min(other.end)
            .saturating_sub(self.start.max(other.start))
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The words of `text` that the span marks; empty when the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The same span moved by `offset` bytes to the right.
    #[must_use]
    pub const fn shifted(self, offset: usize) -> Self {
        Self {
            start: self.start + offset,
            end: self.end + offset,
        }
    }

    /// The span without white space at its edges.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn trims_white_space_but_keeps_the_words() {
        let text = "a  word\n b";
        assert_eq!(Span::new(1, 9).trimmed(text).of(text), "word");
    }

    #[test]
    fn a_span_that_does_not_fit_gives_no_words() {
        assert_eq!(Span::new(1, 2).of("é"), "");
        assert_eq!(Span::new(5, 9).of("ab"), "");
    }
}
