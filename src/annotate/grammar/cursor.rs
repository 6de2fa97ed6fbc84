//! A reading position in a row of tokens. Copy it to try something, assign it back to accept.

use super::token::{Token, TokenKind};

/// A reading position; reads past the end give empty text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'t> {
    tokens: &'t [Token<'t>],
    at: usize,
}

impl<'t> Cursor<'t> {
    /// A cursor before the token with index `at`.
    pub(crate) const fn new(tokens: &'t [Token<'t>], at: usize) -> Self {
        Self { tokens, at }
    }

    /// Index of the next token.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// The token `ahead` places after the next one.
    pub(crate) fn token(&self, ahead: usize) -> Option<&'t Token<'t>> {
        self.tokens.get(self.at + ahead)
    }

    /// The token `back` places before the next one; 1 is the one just read.
    pub(crate) fn before(&self, back: usize) -> Option<&'t Token<'t>> {
        self.tokens.get(self.at.checked_sub(back)?)
    }

    /// Lower-case text of the token `ahead` places after the next one; empty past the end.
    pub(crate) fn lower(&self, ahead: usize) -> &'t str {
        self.token(ahead).map_or("", |token| token.lower.as_str())
    }

    /// Lower-case text of the token `back` places before the next one; empty before the start.
    pub(crate) fn lower_before(&self, back: usize) -> &'t str {
        self.before(back).map_or("", |token| token.lower.as_str())
    }

    /// Whether the token `ahead` exists and touches the one before it.
    pub(crate) fn is_glued(&self, ahead: usize) -> bool {
        self.token(ahead).is_some_and(|token| !token.spaced)
    }

    /// Whether the token `ahead` opens a paragraph (or there is none).
    pub(crate) fn is_cut(&self, ahead: usize) -> bool {
        self.token(ahead).is_none_or(|token| token.opens_paragraph)
    }

    /// Whether the next token is made of digits.
    pub(crate) fn is_digits(&self, ahead: usize) -> bool {
        self.token(ahead)
            .is_some_and(|token| token.kind == TokenKind::Digits)
    }

    /// Whether the next token is made of letters.
    pub(crate) fn is_word(&self, ahead: usize) -> bool {
        self.token(ahead)
            .is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Moves over `count` tokens.
    pub(crate) fn skip(&mut self, count: usize) {
        self.at = (self.at + count).min(self.tokens.len());
    }

    /// Moves over the next token if it reads `word` (lower case).
    pub(crate) fn eat(&mut self, word: &str) -> bool {
        let found = self.lower(0) == word;
        if found {
            self.at += 1;
        }
        found
    }

    /// Moves over the next token if it is one of `words`, and gives it.
    pub(crate) fn eat_any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        let found = words.iter().find(|word| self.lower(0) == **word)?;
        self.at += 1;
        Some(found)
    }

    /// Moves over a row of words separated by spaces ("no more than").
    pub(crate) fn eat_phrase(&mut self, phrase: &str) -> bool {
        let mut probe = *self;
        let found = phrase.split(' ').all(|word| probe.eat(word));
        if found {
            *self = probe;
        }
        found
    }

    /// Moves over the first of `phrases` that stands here.
    pub(crate) fn eat_any_phrase(&mut self, phrases: &[&'static str]) -> Option<&'static str> {
        phrases
            .iter()
            .find(|phrase| self.eat_phrase(phrase))
            .copied()
    }

    /// Moves over a hyphen or dash that joins two words without spaces.
    pub(crate) fn eat_hyphen(&mut self) -> bool {
        let found = self.lower(0) == "-" && self.is_glued(0) && self.is_glued(1);
        if found {
            self.at += 1;
        }
        found
    }

    /// Moves over a full stop that touches the word before and ends an abbreviation.
    pub(crate) fn eat_full_stop(&mut self) -> bool {
        let found = self.lower(0) == "." && self.is_glued(0);
        if found {
            self.at += 1;
        }
        found
    }

    /// Moves over "'s" that touches the word before.
    pub(crate) fn eat_possessive(&mut self) -> bool {
        let found =
            self.lower(0) == "'" && self.is_glued(0) && self.lower(1) == "s" && self.is_glued(1);
        if found {
            self.at += 2;
        }
        found
    }
}
