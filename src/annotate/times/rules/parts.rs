//! Parts of a day: "Friday morning", "this afternoon", "tonight", "overnight", "mid-afternoon
//! yesterday".

use super::super::expr::{Anchor, Direction, Expr};
use super::super::words::{self, Unit};
use super::clock::{hour_of_part, is_day};
use super::deictic::steps;
use crate::annotate::grammar::Cursor;

/// A part of a day with the day, and with the hour where one follows ("last night at 8").
pub(super) fn part_with_hour(cursor: &mut Cursor<'_>) -> Option<Expr> {
    match part(cursor)? {
        Expr::Part(code, day) => Some(match hour_of_part(cursor, code) {
            Some(time) => Expr::Clock(time, day),
            None => Expr::Part(code, day),
        }),
        other => Some(other),
    }
}

/// A part of a day with the day.
pub(super) fn part(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if probe.eat_any(&["tonight", "tonite"]).is_some() {
        *cursor = probe;
        return Some(Expr::Part(
            "NI",
            Some(Box::new(steps(Unit::Day, Direction::This))),
        ));
    }
    if probe.eat("overnight") {
        *cursor = probe;
        return Some(Expr::Part(
            "NI",
            Some(Box::new(steps(Unit::Day, Direction::This))),
        ));
    }
    day_first(cursor)
        .or_else(|| pointed(cursor))
        .or_else(|| some(cursor))
        .or_else(|| part_first(cursor))
        .or_else(|| plain(cursor))
}

fn code(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    let mut probe = *cursor;
    if probe
        .eat_any(&["early", "late", "mid", "predawn"])
        .is_some()
    {
        probe.eat_hyphen();
    }
    let code = words::part_of_day(probe.lower(0)).filter(|code| code.len() == 2)?;
    probe.skip(1);
    *cursor = probe;
    Some(code)
}

/// "Friday morning", "Jan. 5 evening", "yesterday afternoon".
fn day_first(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let day = super::point(&mut probe).filter(is_day)?;
    let _ = probe.eat_phrase("in the") || probe.eat("at");
    let code = code(&mut probe)?;
    *cursor = probe;
    Some(Expr::Part(code, Some(Box::new(day))))
}

/// "this morning", "last night", "that evening", "the following morning", "later this afternoon".
fn pointed(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let has_article = probe.eat("the");
    let (steps, anchor) = match probe.lower(0) {
        "this" if !has_article => (0, Anchor::Publication),
        "last" if !has_article => (-1, Anchor::Publication),
        "tomorrow" => (1, Anchor::Publication),
        "that" | "same" => (0, Anchor::Mentioned),
        "previous" => (-1, Anchor::Mentioned),
        "following" | "next" => (1, Anchor::Mentioned),
        _ => return None,
    };
    probe.skip(1);
    probe.eat("same");
    let code = code(&mut probe)?;
    *cursor = probe;
    Some(Expr::Part(
        code,
        Some(Box::new(Expr::Steps {
            unit: Unit::Day,
            steps,
            anchor,
        })),
    ))
}

/// "one morning", "one evening": of a day that is not told.
fn some(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if !probe.eat("one") || cursor.lower_before(1) == "in" {
        return None;
    }
    let is_night = probe.lower(0) == "night";
    let code = code(&mut probe).filter(|_| !is_night)?;
    *cursor = probe;
    Some(Expr::SomePart(code))
}

/// "mid-afternoon yesterday", "the morning of Nov. 5", "early morning Tuesday", "late yesterday".
fn part_first(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    probe.eat("the");
    let code = code(&mut probe)?;
    let _ = probe.eat("of") || probe.eat("on");
    let day = super::point(&mut probe).filter(is_day)?;
    *cursor = probe;
    Some(Expr::Part(code, Some(Box::new(day))))
}

/// "in the morning", "by the evening", "mid afternoon": a part of the day spoken of.
fn plain(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let qualified = matches!(probe.lower(0), "early" | "late" | "mid");
    let has_article = probe.eat("the")
        && matches!(
            cursor.lower_before(1),
            "in" | "during" | "by" | "throughout"
        );
    let code = code(&mut probe)?;
    let qualified = qualified
        || code == "MI"
            && matches!(
                cursor.lower_before(1),
                "at" | "by" | "before" | "after" | "around" | "until"
            );
    if !(has_article || qualified) {
        return None;
    }
    *cursor = probe;
    Some(Expr::Part(code, None))
}
