//! Words that point: "today", "last week", "next June", "the following month", "that year".

use super::super::expr::{Anchor, Direction, Expr, Name};
use super::super::words::{self, Unit};
use super::holidays::holiday_name;
use super::quarters::ordinal_part;
use crate::annotate::grammar::{Count, Cursor};

/// Words behind "the day before" that open no event it could stand beside.
const NO_EVENT: [&str; 20] = [
    "was", "were", "is", "are", "had", "has", "have", "would", "could", "will", "said", "when",
    "while", "as", "for", "to", "with", "of", "because", "last",
];

/// Expressions that say which one is meant.
pub(super) fn deictic(cursor: &mut Cursor<'_>) -> Option<Expr> {
    day_word(cursor)
        .or_else(|| second_neighbour(cursor))
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

/// "the week after next", "the year before last": two on or two back.
fn second_neighbour(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if !probe.eat("the") {
        return None;
    }
    let unit = words::unit(probe.lower(0))
        .filter(|unit| *unit >= Unit::Weekend && !words::is_plural_unit(probe.lower(0)))?;
    probe.skip(1);
    let steps = if probe.eat_phrase("after next") {
        2
    } else if probe.eat_phrase("before last") {
        -2
    } else {
        return None;
    };
    *cursor = probe;
    Some(Expr::Steps {
        unit,
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
        // "the night before he died": a day that only an event tells.
        let is_event = matches!(probe.lower_before(1), "before" | "after")
            && probe.is_word(0)
            && !NO_EVENT.contains(&probe.lower(0));
        return is_event.then(|| {
            *cursor = probe;
            Expr::BesideEvent(unit, is_night)
        });
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
        "past"
            if has_article
                || matches!(
                    cursor.lower_before(1),
                    "this" | "in" | "over" | "for" | "during"
                ) =>
        {
            Direction::Last
        }
        "this" | "current" | "present" => Direction::This,
        "next" => Direction::Next,
        "coming" | "upcoming" => Direction::Coming,
        "previous" | "preceding" | "prior" => Direction::Previous,
        "following" | "subsequent" | "ensuing" => Direction::Following,
        "same" => Direction::Same,
        "that" | "very" => Direction::Same,
        _ => return None,
    };
    let word = probe.lower(0);
    if has_article && matches!(word, "this" | "that")
        || matches!(word, "following" | "same") && !has_article && cursor.lower_before(1) != "that"
    {
        return None;
    }
    probe.skip(1);
    let mut found = found;
    match word {
        "this" if probe.eat_any(&["coming"]).is_some() => found = Direction::Coming,
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
    let has_kind = probe.eat("fiscal")
        || matches!(probe.lower(1), "year" | "week")
            && probe
                .eat_any(&["school", "academic", "working", "work"])
                .is_some();
    let word = match probe.lower(0) {
        "workweek" if !has_kind => "week",
        word => word,
    };
    // "this years festival": a possessive that lost its apostrophe.
    let is_slip = word == "years" && cursor.lower(0) == "this" && probe.is_word(1);
    if let Some(unit) = words::unit(word).filter(|_| is_slip || !words::is_plural_unit(word)) {
        probe.skip(1);
        *cursor = probe;
        if matches!(word, "night") {
            return Some(Expr::Part(
                "NI",
                Some(Box::new(steps(Unit::Day, direction))),
            ));
        }
        if unit.is_clock() {
            let is_hour = unit == Unit::Hour
                && matches!(
                    direction,
                    Direction::Last | Direction::Next | Direction::Coming
                );
            return is_hour.then(|| Expr::Span {
                count: Count::Exact(1.0),
                unit,
                sign: if direction == Direction::Last { -1 } else { 1 },
            });
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
        // "the next Tuesday" of a tale follows what was told; "next Tuesday" is next week's.
        if direction == Direction::Next && cursor.lower(0) == "the" && cursor.lower(1) == "next" {
            *cursor = probe;
            return Some(Expr::Directed(Name::Weekday(day), Direction::Following));
        }
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
    // "The figures show that July was dry": the word opens a clause.
    let opens_clause = cursor.lower(0) == "that"
        && matches!(
            probe.lower(0),
            "is" | "was" | "has" | "had" | "will" | "would" | "could" | "might" | "may" | "can"
        );
    if opens_clause {
        return None;
    }
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
        Direction::Next | Direction::Coming => (1, Anchor::Publication),
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
