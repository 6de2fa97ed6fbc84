//! Years of two or three digits in texts on ancient or early medieval times.
//!
//! "In 348 he died" tells a year only in a text that names such a time beyond doubt ("347 AD",
//! "c. 314", "the 4th century"). Where the text tells years before our era, the sign of a bare
//! number is not known, and it is left alone.

use super::Reading;
use super::cell::Cell;
use super::expr::{DateParts, Expr};
use crate::annotate::grammar::{Token, TokenKind};

/// The earliest and latest year that such a number may tell.
const YEARS: std::ops::Range<i32> = 100..1000;

/// Words before such a year.
const BEFORE: [&str; 13] = [
    "in", "around", "about", "circa", "since", "until", "till", "by", "after", "before", "from",
    "during", "-",
];

/// Words that may follow it: none that it could count.
const BEHIND: [&str; 27] = [
    "and", "or", "to", "until", "he", "she", "they", "it", "we", "when", "after", "before", "but",
    "the", "a", "an", "by", "in", "with", "at", "was", "were", "became", "had", "his", "as",
    "under",
];

/// Adds the bare years of a text that tells of ancient times.
pub(super) fn add_years(tokens: &[Token<'_>], readings: &mut Vec<Reading>) {
    if !is_ancient(readings) {
        return;
    }
    let mut found: Vec<Reading> = Vec::new();
    for index in 0..tokens.len() {
        let Some(reading) = bare_year(tokens, index, |end| {
            readings
                .iter()
                .chain(&found)
                .any(|reading| reading.tokens.end == end)
        }) else {
            continue;
        };
        let is_taken = readings
            .iter()
            .any(|reading| reading.tokens.contains(&index));
        if !is_taken {
            found.push(reading);
        }
    }
    readings.append(&mut found);
    readings.sort_by_key(|reading| reading.tokens.start);
}

/// Whether a text names years of our era before 1000, and none before it.
fn is_ancient(readings: &[Reading]) -> bool {
    let years = || {
        readings.iter().filter_map(|reading| match &reading.expr {
            Expr::Cell(Cell::Century(century)) => Some(*century * 100),
            Expr::Cell(cell) => cell.year(),
            Expr::Date(DateParts { year, .. }) => *year,
            _ => None,
        })
    };
    years().any(|year| (0..YEARS.end).contains(&year)) && !years().any(|year| year < 0)
}

/// The year at `index`; `ends_year` says whether what was read ends before a token.
fn bare_year(
    tokens: &[Token<'_>],
    index: usize,
    ends_year: impl Fn(usize) -> bool,
) -> Option<Reading> {
    let token = tokens.get(index)?;
    let year: i32 = token.text.parse().ok()?;
    if token.kind != TokenKind::Digits || token.text.len() != 3 || !YEARS.contains(&year) {
        return None;
    }
    let before = tokens.get(index.checked_sub(1)?)?;
    let is_announced = BEFORE.contains(&before.lower.as_str())
        && (before.lower != "-" || before.spaced == token.spaced && ends_year(index - 1));
    let is_free = tokens.get(index + 1).is_none_or(|behind| {
        let starts_capital = behind.text.chars().next().is_some_and(char::is_uppercase);
        match behind.kind {
            TokenKind::Word => {
                behind.spaced && (starts_capital || BEHIND.contains(&behind.lower.as_str()))
            }
            TokenKind::Digits => false,
            TokenKind::Mark => {
                let touches_digits = !behind.spaced
                    && tokens
                        .get(index + 2)
                        .is_some_and(|t| !t.spaced && t.kind == TokenKind::Digits);
                !touches_digits && !matches!(behind.lower.as_str(), "%" | "$" | "°" | "/")
            }
        }
    });
    (is_announced && is_free).then(|| Reading {
        tokens: index..index + 1,
        span: token.span,
        expr: Expr::Cell(Cell::Year(year)),
    })
}
