//! Time expressions: found in the text and resolved to a TIMEX3 value and calendar days.
//!
//! Owns the grammar of English dates, times, durations and recurrences, and the decision which day
//! is meant. Reads the text by itself; the tree, where there is one, only tells the tense. Must not
//! decide what happened at a time: that is the claims' question.
//!
//! Conventions: TimeBank 1.2 and TempEval-3 (`UzZaman` et al. 2013) for extents and values.

mod ancient;
mod cell;
mod context;
mod counted;
mod expr;
mod infer;
mod named;
mod partial;
mod people;
mod resolve;
mod rules;
mod tense;
#[cfg(test)]
mod tests;
mod weekdays;
mod words;

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

pub use infer::infer_published;

use self::context::{Context, Mentioned};
use self::expr::{Anchor, DateParts, Direction, Expr, Name};
use super::grammar::{Cursor, Token, TokenKind, tokens};
use crate::language::Parsed;
use crate::model::{Span, TimeExpression, TimeReason};

/// Whether the word names a day of the week, a month, or a holiday's first word.
pub(super) fn names_calendar_cell(word: &str) -> bool {
    let lower = word.to_lowercase();
    words::month(&lower).is_some()
        || words::weekday(&lower).is_some()
        || words::weekdays(&lower).is_some()
        || matches!(
            lower.as_str(),
            "easter" | "christmas" | "thanksgiving" | "halloween" | "juneteenth" | "day"
        )
}

/// Finds every time expression of a text, in order.
///
/// `published` is the day that "today" means; without it, values stay relative. `parsed` is the
/// reading of the same text, if there is one.
pub fn find_times(
    text: &str,
    published: Option<NaiveDate>,
    parsed: Option<&Parsed>,
) -> Vec<TimeExpression> {
    let tokens = tokens(text);
    let mut context = Context::new(published);
    let mut readings = Vec::new();
    let mut first = 0;
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let length = rest
            .iter()
            .skip(1)
            .position(|token| token.opens_paragraph)
            .map_or(rest.len(), |at| at + 1);
        let (paragraph, behind) = rest.split_at(length);
        read_paragraph(paragraph, first, &mut readings);
        first += length;
        rest = behind;
    }
    if let Some(parsed) = parsed {
        readings.retain(|reading| !people::is_person(text, parsed, reading.span));
    }
    ancient::add_years(&tokens, &mut readings);
    context.is_history = is_history(&readings, published);
    let mut found = Vec::new();
    let mut told = 0;
    let mut told_before = None;
    for reading in readings {
        for pair in tokens
            .get(told..reading.tokens.start)
            .unwrap_or_default()
            .windows(2)
        {
            if let [mark, next] = pair {
                context.sentence += usize::from(ends_sentence(mark, next));
                context.paragraph += usize::from(next.opens_paragraph);
            }
        }
        told = reading.tokens.start.saturating_sub(1);
        let end = reading.tokens.end;
        found.push(resolved(
            text,
            &tokens,
            parsed,
            reading,
            told_before,
            &mut context,
        ));
        told_before = found.last().map(|time| (end, time.span));
    }
    found
}

/// An expression as read, before it is resolved.
struct Reading {
    tokens: Range<usize>,
    span: Span,
    expr: Expr,
}

fn read_paragraph(tokens: &[Token<'_>], first: usize, readings: &mut Vec<Reading>) {
    let mut at = 0;
    while at < tokens.len() {
        let mut cursor = Cursor::new(tokens, at);
        let expr = if may_start(&cursor) {
            rules::expression(&mut cursor)
        } else {
            None
        };
        let (Some(expr), Some(span)) = (expr, words_between(tokens, at, cursor.at())) else {
            at += 1;
            continue;
        };
        readings.push(Reading {
            tokens: first + at..first + cursor.at(),
            span,
            expr,
        });
        at = cursor.at();
    }
}

/// Whether a text names years long gone far more often than days that publication anchors.
fn is_history(readings: &[Reading], published: Option<NaiveDate>) -> bool {
    let year = |expr: &Expr| match expr {
        Expr::Date(DateParts { year, .. }) => *year,
        Expr::Cell(cell) => cell.year(),
        _ => None,
    };
    let gone = readings
        .iter()
        .filter_map(|reading| year(&reading.expr))
        .filter(|year| published.is_none_or(|day| (day.year() - year).abs() > 1))
        .count();
    let near = readings
        .iter()
        .filter(|reading| {
            matches!(
                reading.expr,
                Expr::Steps { .. } | Expr::Directed(Name::Weekday(_), _) | Expr::Part(..)
            )
        })
        .count();
    gone >= 3 && gone > 3 * near
}

fn ends_sentence(mark: &Token<'_>, next: &Token<'_>) -> bool {
    matches!(mark.lower.as_str(), "." | "!" | "?" | "\"" | "”")
        && next.spaced
        && next
            .text
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || !c.is_alphanumeric())
}

/// Whether nothing but a comma stands between two expressions: "on Dec. 2, two weeks earlier".
fn is_comma_between(tokens: &[Token<'_>], end: usize, start: usize) -> bool {
    start == end + 1 && tokens.get(end).is_some_and(|token| token.lower == ",")
}

fn resolved(
    text: &str,
    tokens: &[Token<'_>],
    parsed: Option<&Parsed>,
    reading: Reading,
    told_before: Option<(usize, Span)>,
    context: &mut Context,
) -> TimeExpression {
    let Reading {
        tokens: range,
        span,
        expr,
    } = reading;
    context.tense = parsed
        .and_then(|parsed| tense::from_tree(parsed, text, span))
        .unwrap_or_else(|| tense::from_words(tokens, range.start, range.end));
    if tense::is_announced(tokens, range.start) {
        context.tense = tense::Tense::Future;
    } else if context.tense == tense::Tense::Future
        && matches!(expr, Expr::Directed(Name::Weekday(_), Direction::Open))
        && tense::is_told_already(tokens, &range)
    {
        context.tense = tense::Tense::Past;
    }
    let is_distance = matches!(
        expr,
        Expr::Offset {
            anchor: Anchor::Mentioned,
            from: None,
            ..
        }
    );
    let beside = told_before
        .filter(|(end, _)| is_distance && is_comma_between(tokens, *end, range.start))
        .and_then(|(_, span)| context.latest().filter(|told| told.span == span));
    let resolved = match beside {
        Some(day) => resolve::Resolved::same(day),
        None => resolve::resolve(&expr, context),
    };
    if let Some(cell) = resolved.cell {
        let mentioned = Mentioned {
            cell,
            span,
            paragraph: context.paragraph,
            sentence: context.sentence,
            has_year: gives_year(&expr),
        };
        let is_topic = matches!(
            expr,
            Expr::Directed(Name::Quarter(_), _) | Expr::Within(Name::Quarter(1..), _)
        );
        context.remember(mentioned, is_topic);
    } else {
        context.remember_value(&resolved.value, span);
    }
    TimeExpression {
        span,
        kind: resolved.kind,
        value: resolved.value,
        interval: resolved.interval,
        why: TimeReason {
            rule: resolved.rule,
            anchor: resolved.anchor,
            anchor_words: resolved.anchor_words,
        },
    }
}

/// Whether an expression may begin here: not inside a word, a number, an address.
fn may_start(cursor: &Cursor<'_>) -> bool {
    let Some(token) = cursor.token(0) else {
        return false;
    };
    if token.spaced {
        return true;
    }
    match cursor.before(1) {
        None => true,
        Some(before) => {
            before.kind == TokenKind::Mark
                && !matches!(
                    before.lower.as_str(),
                    "." | "/" | "@" | "#" | "$" | "£" | "€" | "_" | ":" | "&" | "=" | ","
                )
                || matches!(before.lower.as_str(), "," | ":" | ".")
                    && token.kind == TokenKind::Word
                    && token.text.chars().next().is_some_and(char::is_uppercase)
        }
    }
}

fn words_between(tokens: &[Token<'_>], first: usize, end: usize) -> Option<Span> {
    let first = tokens.get(first)?;
    let last = tokens.get(end.checked_sub(1)?)?;
    Some(first.span.hull(last.span))
}

fn gives_year(expr: &Expr) -> bool {
    match expr {
        Expr::Date(DateParts { year, .. }) | Expr::Days(DateParts { year, .. }, _) => {
            year.is_some()
        }
        Expr::Cell(_) => true,
        Expr::Within(_, inner)
        | Expr::Edge(_, inner)
        | Expr::Nth(_, _, inner)
        | Expr::Part(_, Some(inner))
        | Expr::Clock(_, Some(inner)) => gives_year(inner),
        _ => false,
    }
}
