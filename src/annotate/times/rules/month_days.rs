//! Days of a month that another word or the context gives: "the 21st of this month", "on the 18th".

use super::super::expr::{DateParts, Expr};
use super::super::words::Unit;
use super::deictic::deictic;
use crate::annotate::grammar::{Cursor, ordinal};

/// A day of a month that is not named.
pub(super) fn month_day(cursor: &mut Cursor<'_>) -> Option<Expr> {
    of_pointed_month(cursor).or_else(|| alone(cursor))
}

/// "the 21st of this month", "the 3rd of next month".
fn of_pointed_month(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    probe.eat("the");
    let day = ordinal(&mut probe).filter(|day| (1..=31).contains(day))?;
    probe.eat("day");
    let _ = probe.eat("of") || probe.eat("in");
    let month = deictic(&mut probe).filter(|expr| {
        matches!(
            expr,
            Expr::Steps {
                unit: Unit::Month,
                ..
            }
        )
    })?;
    *cursor = probe;
    Some(Expr::Nth(day as i32, Unit::Day, Box::new(month)))
}

/// "on the 18th": an ordinal in digits behind a word that tells when, with nothing behind it that
/// it could number.
fn alone(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let is_announced = matches!(
        cursor.lower_before(1),
        "on" | "by" | "until" | "till" | "since" | "before" | "after" | "from"
    );
    let mut probe = *cursor;
    let has_article = probe.eat("the") || cursor.lower_before(1) == "on";
    if !is_announced || !has_article || !probe.is_digits(0) {
        return None;
    }
    let day = ordinal(&mut probe).filter(|day| (1..=31).contains(day))?;
    let is_free =
        !probe.is_word(0) && !probe.is_digits(0) && (probe.lower(0) != "-" || !probe.is_glued(0))
            || matches!(
                probe.lower(0),
                "and" | "or" | "at" | "when" | "but" | "to" | "with" | "between" | "around"
            );
    if !is_free {
        return None;
    }
    *cursor = probe;
    Some(Expr::Date(DateParts {
        day: Some(day),
        ..DateParts::default()
    }))
}
