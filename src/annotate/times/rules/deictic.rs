//! Words that point: "today", "last week", "next June", "the following month", "that year".

use super::super::expr::{Anchor, Direction, Expr, Name};
use super::super::words::{self, Unit};
use super::holidays::holiday_name;
use super::quarters::ordinal_part;
use crate::annotate::grammar::Cursor;

/// Expressions that say which one is meant.
pub(super) fn deictic(cursor: &mut Cursor<'_>) -> Option<Expr> {
    day_word(cursor)
        .or_else(|| neighbour(cursor))
        .or_else(|| week_first(cursor))
        .or_else(|| directed(cursor))
        .or_else(|| of_year(cursor))
}

fn day_word(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let steps = if probe.eat_phrase("the day before yesterday") {
        -2
    } else if probe.eat_phrase("the day after tomorrow") {
        2
    } else {
        match probe.eat_any(&["today", "yesterday", "tomorrow"])? {
            "today" => 0,
            "yesterday" => -1,
            _ => 1,
        }
    };
    *cursor = probe;
    Some(Expr::Steps {
        unit: Unit::Day,
        steps,
        anchor: Anchor::Publication,
    })
}

/// "the day before", "the week after": next to what was spoken of, where nothing follows that the
/// preposition could govern.
fn neighbour(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if !probe.eat("the") {
        return None;
    }
    let unit = words::unit(probe.lower(0))
        .filter(|unit| *unit >= Unit::Day && !words::is_plural_unit(probe.lower(0)))?;
    let is_night = probe.lower(0) == "night";
    probe.skip(1);
    let sign = match probe.lower(0) {
        "before" | "earlier" => -1,
        "after" | "later" => 1,
        _ => return None,
    };
    probe.skip(1);
    let is_free = !probe.is_word(0) && !probe.is_digits(0)
        || matches!(
            probe.lower(0),
            "and" | "or" | "but" | "in" | "at" | "by" | "on"
        );
    if !is_free {
        return None;
    }
    *cursor = probe;
    let expr = Expr::Steps {
        unit,
        steps: sign,
        anchor: Anchor::Mentioned,
    };
    Some(if is_night {
        Expr::Part("NI", Some(Box::new(expr)))
    } else {
        expr
    })
}

/// "next week Wednesday", "this week Monday".
fn week_first(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let week = directed(&mut probe).filter(|expr| {
        matches!(
            expr,
            Expr::Steps {
                unit: Unit::Week,
                ..
            }
        )
    })?;
    let _ = probe.eat("on");
    let (day, is_short) = words::weekday(probe.lower(0))?;
    // "sun" and "sat" are words too; as days they carry a capital.
    if is_short && !starts_with_capital(probe) {
        return None;
    }
    probe.skip(1);
    *cursor = probe;
    Some(Expr::Within(Name::Weekday(day), Box::new(week)))
}

/// The word that says which one, with the article before it.
fn direction(cursor: &mut Cursor<'_>) -> Option<Direction> {
    let mut probe = *cursor;
    let has_article = probe.eat_any(&["the"]).is_some();
    let found = match probe.lower(0) {
        "last" => Direction::Last,
        "past" if has_article || matches!(cursor.lower_before(1), "this" | "in" | "over") => {
            Direction::Last
        }
        "this" | "current" | "present" => Direction::This,
        "next" => Direction::Next,
        "coming" | "upcoming" => Direction::Next,
        "previous" | "preceding" | "prior" => Direction::Previous,
        "following" | "subsequent" | "ensuing" => Direction::Following,
        "same" => Direction::Same,
        "that" | "very" => Direction::Same,
        _ => return None,
    };
    let word = probe.lower(0);
    if has_article && matches!(word, "this" | "that")
        || matches!(word, "following" | "same" | "previous" | "current")
            && !has_article
            && cursor.lower_before(1) != "that"
            && word != "current"
    {
        return None;
    }
    probe.skip(1);
    let mut found = found;
    match word {
        "this" if probe.eat_any(&["coming"]).is_some() => found = Direction::Next,
        "this" if probe.eat_any(&["past"]).is_some() => found = Direction::Last,
        "this" | "the" => {
            probe.eat("very");
        }
        "that" => {
            probe.eat("same");
        }
        _ => {}
    }
    let _ = probe.eat("calendar") || probe.eat("full") || probe.eat("entire");
    *cursor = probe;
    Some(found)
}

fn directed(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let direction = direction(&mut probe)?;
    let word = probe.lower(0);
    probe.eat("fiscal");
    let word = if probe.lower(0) == word {
        word
    } else {
        probe.lower(0)
    };
    if let Some(unit) = words::unit(word).filter(|_| !words::is_plural_unit(word)) {
        probe.skip(1);
        *cursor = probe;
        if matches!(word, "night") {
            return Some(Expr::Part(
                "NI",
                Some(Box::new(steps(Unit::Day, direction))),
            ));
        }
        if unit.is_clock() {
            return None;
        }
        return Some(steps(unit, direction));
    }
    if direction != Direction::Same
        && let Some((quarter, length)) = ordinal_part(&mut probe)
    {
        *cursor = probe;
        return Some(Expr::Directed(quarter.into_name(length)?, direction));
    }
    let name = if let Some((day, false)) = words::weekday(word) {
        probe.skip(1);
        Name::Weekday(day)
    } else if let Some((month, _)) = words::month(word).filter(|_| starts_with_capital(probe)) {
        probe.skip(1);
        if words::month(word).is_some_and(|(_, is_short)| is_short) {
            probe.eat_full_stop();
        }
        if probe.is_digits(0) {
            return None;
        }
        Name::Month(month)
    } else if let Some(season) = words::season(word) {
        probe.skip(1);
        Name::Season(season)
    } else {
        Name::Holiday(holiday_name(&mut probe)?)
    };
    *cursor = probe;
    Some(Expr::Directed(name, direction))
}

fn starts_with_capital(cursor: Cursor<'_>) -> bool {
    cursor
        .token(0)
        .is_some_and(|t| t.text.chars().next().is_some_and(char::is_uppercase))
}

/// A unit with a direction as steps from an anchor.
pub(super) fn steps(unit: Unit, direction: Direction) -> Expr {
    let (steps, anchor) = match direction {
        Direction::Last => (-1, Anchor::Publication),
        Direction::This | Direction::Open | Direction::Range => (0, Anchor::Publication),
        Direction::Next => (1, Anchor::Publication),
        Direction::Previous => (-1, Anchor::Mentioned),
        Direction::Following => (1, Anchor::Mentioned),
        Direction::Same => (0, Anchor::Mentioned),
    };
    Expr::Steps {
        unit,
        steps,
        anchor,
    }
}

/// "June last year", "January of this year", "Monday of next week", "this time last year".
fn of_year(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let name = if let Some((month, is_short)) =
        words::month(probe.lower(0)).filter(|_| starts_with_capital(probe))
    {
        probe.skip(1);
        if is_short {
            probe.eat_full_stop();
        }
        Name::Month(month)
    } else if let Some((day, false)) = words::weekday(probe.lower(0)) {
        probe.skip(1);
        Name::Weekday(day)
    } else {
        let _ = probe.eat("the");
        let season = words::season(probe.lower(0))?;
        probe.skip(1);
        Name::Season(season)
    };
    let _ = probe.eat("of") || probe.eat(",") || probe.eat("in");
    let Some(expr @ Expr::Steps { unit, .. }) = directed(&mut probe) else {
        return None;
    };
    let wanted = if matches!(name, Name::Weekday(_)) {
        Unit::Week
    } else {
        Unit::Year
    };
    (unit == wanted).then(|| {
        *cursor = probe;
        Expr::Within(name, Box::new(expr))
    })
}
