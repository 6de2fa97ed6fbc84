//! Times of day on the clock: "9 a.m.", "7:15 p.m. EST", "9 a.m. Tuesday", "noon", "8 o'clock".

use super::super::expr::{Direction, Expr};
use super::super::words;
use crate::annotate::grammar::{Cursor, plain_integer};

/// A time of day with the day it falls on, before or behind.
pub(super) fn clock(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if let Some(time) = reading(&mut probe) {
        *cursor = probe;
        let is_apart = probe.lower(0) == "on";
        let day = day_behind(&mut probe);
        if day.is_some() && !is_apart {
            *cursor = probe;
        }
        return Some(Expr::Clock(time, day.map(Box::new)));
    }
    // "Tuesday at 9 a.m."
    let day = super::point(&mut probe).filter(is_day)?;
    let _ = probe.eat(",");
    let _ = probe.eat("at") || probe.eat("around");
    let time = reading(&mut probe)?;
    *cursor = probe;
    Some(Expr::Clock(time, Some(Box::new(day))))
}

/// Whether the expression is a single day.
pub(super) fn is_day(expr: &Expr) -> bool {
    use super::super::expr::{DateParts, Name};
    use super::super::words::Unit;
    match expr {
        Expr::Date(DateParts { day, weekday, .. }) => day.is_some() || weekday.is_some(),
        Expr::Directed(Name::Weekday(_) | Name::Holiday(_), _)
        | Expr::Within(Name::Weekday(_), _) => true,
        Expr::Steps { unit, .. } => *unit == Unit::Day,
        _ => false,
    }
}

fn day_behind(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let _ = probe.eat("on") || probe.eat(",");
    if let Some(day) = super::point(&mut probe).filter(is_day) {
        *cursor = probe;
        return Some(day);
    }
    probe = *cursor;
    if probe.eat_any(&["tonight"]).is_some() {
        *cursor = probe;
        return Some(super::deictic::steps(words::Unit::Day, Direction::This));
    }
    None
}

/// The clock's reading as "09:00".
fn reading(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut probe = *cursor;
    let _ = probe.eat_any_phrase(&["around", "about"]);
    if probe.eat_any(&["noon", "midday"]).is_some() {
        *cursor = probe;
        return Some("12:00".to_owned());
    }
    if probe.eat("midnight") {
        *cursor = probe;
        return Some("00:00".to_owned());
    }
    let hour = match plain_integer(&mut probe, 2) {
        Some(hour) => hour,
        None => hour_word(&mut probe)?,
    };
    let mut minute = None;
    if matches!(probe.lower(0), ":" | ".")
        && probe.is_glued(0)
        && probe.is_digits(1)
        && probe.is_glued(1)
        && probe.token(1)?.text.len() == 2
    {
        let mark_is_colon = probe.lower(0) == ":";
        let mut behind = probe;
        behind.skip(1);
        minute = plain_integer(&mut behind, 2).filter(|minute| *minute < 60);
        if !mark_is_colon && half_of_day(&mut behind.clone()).is_none() {
            return None;
        }
        probe = behind;
        if probe.lower(0) == ":" && probe.is_glued(0) && probe.is_digits(1) {
            probe.skip(2);
        }
    }
    let half = half_of_day(&mut probe);
    let oclock = half.is_none()
        && probe
            .eat_any_phrase(&["o'clock", "o ' clock", "oclock"])
            .is_some();
    let hour = match half {
        Some(is_evening) if (1..=12).contains(&hour) => hour % 12 + if is_evening { 12 } else { 0 },
        Some(_) => return None,
        None if (minute.is_some() || oclock) && hour < 25 => hour,
        None => return None,
    };
    if half.is_none() && minute.is_some() && is_score(*cursor, probe) {
        return None;
    }
    zone(&mut probe);
    *cursor = probe;
    Some(format!("{hour:02}:{:02}", minute.unwrap_or(0)))
}

/// "2:10" of a race or "John 3:16": digits with a colon that nothing calls a time.
fn is_score(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let announced = matches!(
        start.lower_before(1),
        "at" | "by"
            | "until"
            | "till"
            | "before"
            | "after"
            | "around"
            | "about"
            | "from"
            | "to"
            | "between"
            | "and"
            | "since"
            | "("
            | "-"
    );
    let mut behind = end;
    let followed = zone(&mut behind)
        || matches!(end.lower(0), "on" | "hours" | "local" | "in")
        || words::weekday(end.lower(0)).is_some();
    !announced && !followed
}

fn hour_word(cursor: &mut Cursor<'_>) -> Option<u32> {
    const HOURS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let index = HOURS.iter().position(|word| *word == cursor.lower(0))?;
    cursor.skip(1);
    u32::try_from(index + 1).ok()
}

/// "a.m." or "p.m."; gives whether it is the second half of the day.
fn half_of_day(cursor: &mut Cursor<'_>) -> Option<bool> {
    let mut probe = *cursor;
    if let Some(word) = probe.eat_any(&["am", "pm"]) {
        *cursor = probe;
        return Some(word == "pm");
    }
    let word = probe.eat_any(&["a", "p"])?;
    if !probe.eat(".") && !probe.is_glued(0) && probe.lower(0) != "m" {
        return None;
    }
    if !probe.eat("m") {
        return None;
    }
    // The full stop belongs to "a.m." even at the end of a sentence.
    if probe.lower(0) == "." && probe.is_glued(0) {
        probe.skip(1);
    }
    *cursor = probe;
    Some(word == "p")
}

/// A time zone behind a reading.
fn zone(cursor: &mut Cursor<'_>) -> bool {
    const ZONES: [&str; 18] = [
        "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "gmt",
        "utc", "bst", "cet", "cest", "ist",
    ];
    let is_upper = cursor
        .token(0)
        .is_some_and(|t| t.text.chars().all(char::is_uppercase));
    let mut probe = *cursor;
    if is_upper && probe.eat_any(&ZONES).is_some() {
        *cursor = probe;
        return true;
    }
    if probe.eat("(") && probe.eat_any(&ZONES).is_some() && probe.eat(")") {
        *cursor = probe;
        return true;
    }
    false
}
