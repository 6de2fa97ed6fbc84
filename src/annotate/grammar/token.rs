//! Tokens of the grammars: runs of letters, runs of digits, single marks.

use crate::model::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters ("Oct", "quarter").
    Word,
    /// Decimal digits ("2024").
    Digits,
    /// A single other character ("-", "’", "$").
    Mark,
}

/// A piece of text that a grammar reads as one.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    /// Its place in the text.
    pub(crate) span: Span,
    /// Its characters.
    pub(crate) text: &'a str,
    /// Its characters in lower case, dashes and apostrophes as their ASCII forms.
    pub(crate) lower: String,
    /// What it is made of.
    pub(crate) kind: TokenKind,
    /// Whether white space (or the start of the text) stands before it.
    pub(crate) spaced: bool,
    /// Whether a blank line (or the start of the text) stands before it.
    pub(crate) opens_paragraph: bool,
}

/// The tokens of a text, in order; together with the white space between they are the whole text.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut characters = text.char_indices().peekable();
    let mut spaced = true;
    let mut line_breaks = 2;
    while let Some((start, first)) = characters.next() {
        if first.is_whitespace() {
            spaced = true;
            line_breaks += usize::from(first == '\n');
            continue;
        }
        let kind = kind_of(first);
        let mut end = start + first.len_utf8();
        let goes_on = |next: char| kind != TokenKind::Mark && kind_of(next) == kind;
        while let Some((at, next)) = characters.next_if(|&(_, next)| goes_on(next)) {
            end = at + next.len_utf8();
        }
        let span = Span::new(start, end);
        let words = span.of(text);
        found.push(Token {
            span,
            text: words,
            lower: plain(words),
            kind,
            spaced,
            opens_paragraph: line_breaks >= 2,
        });
        spaced = false;
        line_breaks = 0;
    }
    found
}

fn kind_of(character: char) -> TokenKind {
    if character.is_ascii_digit() {
        TokenKind::Digits
    } else if character.is_alphabetic() {
        TokenKind::Word
    } else {
        TokenKind::Mark
    }
}

fn plain(words: &str) -> String {
    match words {
        "‘" | "’" => "'".to_owned(),
        "‐" | "‑" | "–" | "—" | "−" => "-".to_owned(),
        _ => words.to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn letters_digits_and_marks_stand_apart() {
        let pieces: Vec<&str> = tokens("mid-1990s, 7:15 p.m.")
            .iter()
            .map(|t| t.text)
            .collect();
        assert_eq!(
            pieces,
            [
                "mid", "-", "1990", "s", ",", "7", ":", "15", "p", ".", "m", "."
            ]
        );
    }

    #[test]
    fn paragraphs_and_spaces_are_remembered() {
        let found = tokens("a b\n\nc");
        assert!(found[1].spaced && !found[1].opens_paragraph);
        assert!(found[2].opens_paragraph);
    }
}
