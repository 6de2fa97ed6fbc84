//! From byte offsets to Unicode code points, as the W3C Web Annotation model counts them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::model::{ArticleId, Span};
use crate::review::Review;

/// Turns byte offsets of one text into code points.
#[derive(Debug)]
pub(super) struct CodePoints<'a> {
    /// Bytes at which every block of `BLOCK` characters starts.
    blocks: Vec<usize>,
    text: &'a str,
}

/// The code points of every article's text, by article.
pub(super) fn of_articles(review: &Review) -> BTreeMap<&ArticleId, CodePoints<'_>> {
    review
        .documents()
        .iter()
        .map(|document| &*document.article)
        .map(|article| (&article.id, CodePoints::new(&article.text)))
        .collect()
}

/// Characters between two remembered offsets: small enough that counting inside a block is free.
const BLOCK: usize = 64;

impl<'a> CodePoints<'a> {
    /// Prepares the offsets of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        let blocks = text
            .char_indices()
            .step_by(BLOCK)
            .map(|(byte, _)| byte)
            .collect();
        Self { blocks, text }
    }

    /// Code points before this byte; past the end it is the length of the text.
    pub(super) fn at(&self, byte: usize) -> usize {
        let block = self
            .blocks
            .partition_point(|&start| start <= byte)
            .saturating_sub(1);
        let start = self.blocks.get(block).copied().unwrap_or(0);
        let end = byte.min(self.text.len());
        block * BLOCK
            + self
                .text
                .get(start..end)
                .map_or(0, |words| words.chars().count())
    }

    /// A span as `{"start": …, "end": …}`.
    pub(super) fn span(&self, span: Span) -> Value {
        json!({ "start": self.at(span.start), "end": self.at(span.end) })
    }

    /// An optional span, or null.
    pub(super) fn optional(&self, span: Option<Span>) -> Value {
        span.map_or(Value::Null, |span| self.span(span))
    }

    /// Several pieces: the hull, with `parts` when there is more than one.
    pub(super) fn pieces(&self, pieces: &[Span]) -> Value {
        let hull = pieces
            .iter()
            .copied()
            .reduce(Span::hull)
            .unwrap_or(Span::new(0, 0));
        let parts = (pieces.len() > 1).then(|| {
            pieces
                .iter()
                .map(|&piece| self.span(piece))
                .collect::<Vec<_>>()
        });
        json!({ "start": self.at(hull.start), "end": self.at(hull.end), "parts": parts })
    }
}

#[cfg(test)]
mod tests {
    use super::CodePoints;

    #[test]
    fn counts_characters_not_bytes() {
        let text = "é—x".repeat(50);
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), count);
        }
        assert_eq!(points.at(text.len()), 150);
        assert_eq!(points.at(text.len() + 10), 150);
    }

    #[test]
    fn an_empty_text_has_no_code_points() {
        assert_eq!(CodePoints::new("").at(0), 0);
        assert_eq!(CodePoints::new("").at(3), 0);
    }
}
