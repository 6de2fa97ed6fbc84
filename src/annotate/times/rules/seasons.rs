//! Seasons: "the summer of 1989", "in winter", "Winter is mild".

use super::super::cell::Cell;
use super::super::expr::{Direction, Expr, Name};
use super::super::words;
use super::years::bare_year;
use crate::annotate::grammar::Cursor;

/// A season, with a year where one follows; without one only after an article or preposition.
pub(super) fn season(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let has_article = probe.eat("the");
    let _ = has_article && probe.eat_any(&["whole", "entire"]).is_some();
    let season = words::season(probe.lower(0))?;
    let word = probe.lower(0);
    probe.skip(1);
    let alone = probe;
    let _ = probe.eat("of") || probe.eat(",");
    if let Some(year) = bare_year(&mut probe) {
        *cursor = probe;
        return Some(Expr::Within(
            Name::Season(season),
            Box::new(Expr::Cell(Cell::Year(year))),
        ));
    }
    let before = cursor.lower_before(1);
    let is_temporal = match word {
        "fall" | "spring" => {
            has_article && matches!(before, "in" | "during" | "since" | "by" | "until")
        }
        _ => {
            has_article
                || matches!(
                    before,
                    "in" | "since" | "during" | "by" | "until" | "early" | "late" | "mid"
                )
                || is_spoken_of(*cursor, alone)
        }
    };
    let is_spoken_of = matches!(word, "fall" | "spring") && opens_clause(*cursor, alone);
    let is_modifier = alone.is_word(0)
        && has_article
        && alone
            .token(0)
            .is_some_and(|t| t.text.chars().next().is_some_and(char::is_uppercase));
    if !(is_temporal || is_spoken_of) || is_modifier {
        return None;
    }
    *cursor = alone;
    // "Winter is mild", "the heat of summer": any year's, unless the sentence tells past or future.
    let is_any = !has_article && !matches!(before, "since" | "by" | "until");
    Some(Expr::Directed(
        Name::Season(season),
        if is_any {
            Direction::Range
        } else {
            Direction::Open
        },
    ))
}

/// Whether a season without article or preposition is one: "the heat of summer", "Winter is mild".
fn is_spoken_of(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let is_small = start
        .token(0)
        .is_some_and(|t| t.text.chars().next().is_some_and(char::is_lowercase));
    let is_whole = is_small
        && matches!(
            start.lower_before(1),
            "of" | "and" | "or" | "through" | "throughout"
        )
        && (!end.is_word(0) || matches!(end.lower(0), "is" | "was" | "can" | "and" | "in"))
        && end.lower(0) != "-";
    is_whole || opens_clause(start, end)
}

/// Whether a season opens a sentence as what it speaks of: "Winter is mild", "Spring and late
/// autumn are best". A surname would have to follow a name or to speak itself.
fn opens_clause(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let is_first = opens_sentence(start);
    let pairs = end.lower(0) == "and"
        && (words::season(end.lower(1)).is_some() || words::season(end.lower(2)).is_some());
    is_first
        && (pairs
            || matches!(
                end.lower(0),
                "is" | "can" | "brings" | "comes" | "lasts" | "tends"
            ))
}

/// Whether a word opens a sentence; the full stop of "Mr." ends none.
pub(super) fn opens_sentence(cursor: Cursor<'_>) -> bool {
    let is_title = cursor.lower_before(1) == "."
        && cursor.before(2).is_some_and(|t| {
            t.text.len() <= 3 && t.text.chars().next().is_some_and(char::is_uppercase)
        });
    cursor.is_cut(0) || matches!(cursor.lower_before(1), "." | "!" | "?" | "") && !is_title
}
