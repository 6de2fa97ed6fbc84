//! Everything that is neither word nor number: punctuation, currency signs, emoji.

use unicode_segmentation::UnicodeSegmentation;

use super::chunk::Chunk;

/// Faces made of punctuation that are one token.
const FACES: [&str; 16] = [
    ":-)", ":-(", ";-)", ":-d", ":-p", ":-/", ":)", ":(", ";)", ":d", ":p", "=)", "=(", "(:", ":o",
    "^_^",
];

/// One past the symbol that starts here.
pub(super) fn scan(chunk: &Chunk, at: usize) -> usize {
    let first = chunk.at(at);
    match first {
        '.' | '-' | '*' | '=' | '_' | '~' | '<' | '>' | '+' | '—' | '…' | '`' => {
            chunk.while_from(at, |c| c == first)
        }
        '!' | '?' | '‽' => chunk.while_from(at, |c| matches!(c, '!' | '?' | '‽')),
        '\'' | '’' | '‘' if chunk.at(at + 1) == first => at + 2,
        ':' | ';' | '(' | '^' => face(chunk, at).unwrap_or(at + 1),
        _ if first.is_ascii() => at + 1,
        _ => cluster(chunk, at),
    }
}

/// A face that is followed by nothing or by punctuation.
fn face(chunk: &Chunk, at: usize) -> Option<usize> {
    let face = FACES.iter().find(|face| chunk.starts(at, face))?;
    let end = at + face.len();
    let alone = !chunk.at(end).is_alphanumeric() && !chunk.before(at).is_ascii_digit();
    alone.then_some(end)
}

/// One past the symbol that a reader sees as one ("👩‍👩‍👧").
fn cluster(chunk: &Chunk, at: usize) -> usize {
    let window: String = (at..at + 16)
        .map(|i| chunk.at(i))
        .take_while(|&c| c != '\0' && !c.is_ascii_alphanumeric())
        .collect();
    let length = window
        .graphemes(true)
        .next()
        .map_or(1, |symbol| symbol.chars().count());
    at + length
}
