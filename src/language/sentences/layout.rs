//! What stands between two words: nothing, a space, a line break, the end of a paragraph.

use crate::model::Span;

/// What stands between a word and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// Nothing.
    None,
    /// White space within a line.
    Space,
    /// A line break inside a paragraph.
    Line,
    /// The end of a paragraph.
    Paragraph,
}

/// Lines up to this many bytes may be wrapped by hand; longer ones are whole paragraphs.
const WRAPPED_MAX: usize = 100;

/// What follows each token.
pub(super) fn breaks(text: &str, tokens: &[Span]) -> Vec<Break> {
    let mut lines = Lines {
        block: Span::new(0, 0),
        longest: 0,
    };
    let mut found = Vec::with_capacity(tokens.len());
    for (index, token) in tokens.iter().enumerate() {
        let Some(next) = tokens.get(index + 1) else {
            found.push(Break::Paragraph);
            break;
        };
        let between = Span::new(token.end, next.start).of(text);
        let newlines = between.matches('\n').count() + between.matches('\u{2029}').count() * 2;
        found.push(match newlines {
            0 if between.is_empty() => Break::None,
            0 if between.contains(['\r', '\u{2028}']) => Break::Line,
            0 => Break::Space,
            1 => lines.judge(text, *token, *next),
            _ => Break::Paragraph,
        });
    }
    found
}

/// The lines around the place that was last looked at.
struct Lines {
    /// The block without blank lines that was last measured.
    block: Span,
    /// Its longest line, in bytes.
    longest: usize,
}

impl Lines {
    /// Whether a single line break between two words ends a paragraph.
    fn judge(&mut self, text: &str, last: Span, next: Span) -> Break {
        if !self.block.contains(last) {
            self.measure(text, last);
        }
        let line_start = before(text, last.end).rfind('\n').map_or(0, |i| i + 1);
        let length = last.end.saturating_sub(line_start.max(self.block.start));
        let first = next.of(text);
        let ends = last
            .of(text)
            .ends_with(['.', '!', '?', '…', '"', '”', '’', ':', ')']);
        let is_item = first.starts_with(['•', '*', '-', '–', '—', '·', '▪'])
            || first.starts_with(|c: char| c.is_ascii_digit()) && ends;
        let starts = first.starts_with(|c: char| !c.is_lowercase());
        let is_short = length * 10 < self.longest * 7 && length < WRAPPED_MAX;
        let is_whole = length > WRAPPED_MAX || self.longest > 2 * WRAPPED_MAX;
        if is_item
            || starts && (is_whole || is_short)
            || starts && ends && length * 10 < self.longest * 9
        {
            Break::Paragraph
        } else {
            Break::Line
        }
    }

    /// Measures the block of lines that holds `word`.
    fn measure(&mut self, text: &str, word: Span) {
        let start = before(text, word.start)
            .rfind("\n\n")
            .map_or(0, |i| i + 2)
            .max(self.block.end.min(word.start));
        let after = text.get(word.start..).unwrap_or_default();
        let end = after.find("\n\n").map_or(text.len(), |i| word.start + i);
        self.block = Span::new(start, end);
        self.longest = self
            .block
            .of(text)
            .lines()
            .map(|line| line.trim_end().len())
            .max()
            .unwrap_or(0);
    }
}

/// The text before an offset.
fn before(text: &str, end: usize) -> &str {
    text.get(..end).unwrap_or_default()
}
