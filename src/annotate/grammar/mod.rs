//! A light view of a text for grammars: tokens, a cursor that reads them, and number words.
//!
//! Owns what the grammars of times and amounts share. Needs no language model, so that titles,
//! tests and texts in any state can be read. Must not know calendars, units or articles.

mod cursor;
pub(super) mod number;
mod number_words;
mod token;

pub(crate) use cursor::Cursor;
pub(crate) use number::{Count, cardinal, count, ordinal, plain_integer};
pub(crate) use token::{Token, TokenKind, tokens};
