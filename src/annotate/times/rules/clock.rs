//! Times of day on the clock: "9 a.m.", "7:15 p.m. EST", "9 a.m. Tuesday", "noon", "8 o'clock",
//! "half past seven", "two in the afternoon".

use super::super::expr::{DateParts, Expr};
use super::super::words;
use super::hours::{four_digits, hour_and_minutes, past_the_hour, rough_hour};
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
    // "Tuesday at 9 a.m.", "23.04.2022 14:55"
    let day = super::point(&mut probe).filter(is_day)?;
    if let Some(time) = digits_behind(&mut probe, &day) {
        *cursor = probe;
        return Some(Expr::Clock(time, Some(Box::new(day))));
    }
    let _ = probe.eat(",");
    let _ = probe
        .eat_any(&["at", "around", "before", "after", "by", "until"])
        .is_some();
    let time = reading(&mut probe)?;
    *cursor = probe;
    Some(Expr::Clock(time, Some(Box::new(day))))
}

/// "14:55", "17:49:19" directly behind a day in full, with "@", "at" or a comma between.
fn digits_behind(cursor: &mut Cursor<'_>, day: &Expr) -> Option<String> {
    let is_full = matches!(
        day,
        Expr::Date(DateParts {
            year: Some(_),
            day: Some(_),
            ..
        })
    );
    let mut probe = *cursor;
    let _ = probe.eat_any(&["@", ",", "|"]);
    let hour = plain_integer(&mut probe, 2).filter(|hour| is_full && *hour < 24)?;
    let mut part = || {
        let is_part =
            probe.lower(0) == ":" && probe.is_glued(0) && probe.is_digits(1) && probe.is_glued(1);
        if !is_part {
            return None;
        }
        probe.skip(1);
        plain_integer(&mut probe, 2).filter(|part| *part < 60)
    };
    let minute = part()?;
    let second = part();
    if half_of_day(&mut { probe }).is_some() {
        return None;
    }
    zone(&mut probe);
    *cursor = probe;
    Some(second.map_or_else(
        || format!("{hour:02}:{minute:02}"),
        |second| format!("{hour:02}:{minute:02}:{second:02}"),
    ))
}

/// Whether the expression is a single day.
pub(super) fn is_day(expr: &Expr) -> bool {
    use super::super::expr::Name;
    use super::super::words::Unit;
    match expr {
        Expr::Date(DateParts { day, weekday, .. }) => day.is_some() || weekday.is_some(),
        Expr::Directed(Name::Weekday(_) | Name::Holiday(_), _)
        | Expr::Within(Name::Weekday(_) | Name::Holiday(_), _) => true,
        Expr::Steps { unit, .. } => *unit == Unit::Day,
        _ => false,
    }
}

fn day_behind(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let has_comma = !probe.eat("on") && probe.eat(",");
    if let Some(day) = super::point(&mut probe).filter(is_day) {
        // "8 am - 7 pm, Sat 9 am": the day behind the comma has its own hours.
        if has_comma && reading(&mut probe.clone()).is_some() {
            return None;
        }
        *cursor = probe;
        return Some(day);
    }
    probe = *cursor;
    let _ = probe.eat("on") || probe.eat(",");
    if let Some(Expr::Part(_, Some(day))) = super::parts::part(&mut probe) {
        *cursor = probe;
        return Some(*day);
    }
    None
}

/// The clock's reading as "09:00".
pub(super) fn reading(cursor: &mut Cursor<'_>) -> Option<String> {
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
    if let Some(time) = past_the_hour(&mut probe) {
        zone(&mut probe);
        *cursor = probe;
        return Some(time);
    }
    if let Some(time) = four_digits(&mut probe)
        .or_else(|| rough_hour(&mut probe))
        .or_else(|| hour_and_minutes(&mut probe))
    {
        zone(&mut probe);
        *cursor = probe;
        return Some(time);
    }
    let hour = hour(&mut probe)?;
    // "9.am"
    if probe.lower(0) == "."
        && probe.is_glued(0)
        && probe.is_glued(1)
        && half_of_day(&mut {
            let mut behind = probe;
            behind.skip(1);
            behind
        })
        .is_some()
    {
        probe.skip(1);
    }
    let mut minute = None;
    let mut second = None;
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
            probe.skip(1);
            second = plain_integer(&mut probe, 2).filter(|second| *second < 60);
        }
    }
    let half = half_of_day(&mut probe).or_else(|| half_in_words(&mut probe));
    let oclock = half.is_none()
        && probe
            .eat_any_phrase(&["o'clock", "o ' clock", "oclock"])
            .is_some();
    let half = half.or_else(|| oclock.then(|| half_in_words(&mut probe)).flatten());
    let hour = match half {
        Some(half) => half.of(hour)?,
        None if (minute.is_some() || oclock) && hour < 25 => hour,
        None => return None,
    };
    if half.is_none() && minute.is_some() && is_score(*cursor, probe) {
        return None;
    }
    zone(&mut probe);
    *cursor = probe;
    let minute = minute.unwrap_or(0);
    Some(second.map_or_else(
        || format!("{hour:02}:{minute:02}"),
        |second| format!("{hour:02}:{minute:02}:{second:02}"),
    ))
}

/// An hour of the clock, in digits or words.
pub(super) fn hour(cursor: &mut Cursor<'_>) -> Option<u32> {
    match plain_integer(cursor, 2) {
        Some(hour) => Some(hour),
        None => hour_word(cursor),
    }
}

/// Which half of the day an hour of the twelve-hour clock lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// Before noon.
    Morning,
    /// From noon on.
    Evening,
    /// The dark hours: early ones before dawn, late ones before midnight.
    Night,
}

impl Half {
    /// The hour on the 24-hour clock; `None` where the hour is not one of twelve.
    pub(super) fn of(self, hour: u32) -> Option<u32> {
        if !(1..=12).contains(&hour) {
            return None;
        }
        let is_late = match self {
            Self::Morning => false,
            Self::Evening => true,
            Self::Night => (5..12).contains(&hour),
        };
        Some(hour % 12 + if is_late { 12 } else { 0 })
    }
}

/// "in the morning", "in the evening", "at night" behind an hour.
pub(super) fn half_in_words(cursor: &mut Cursor<'_>) -> Option<Half> {
    if cursor.eat_phrase("at night") {
        return Some(Half::Night);
    }
    let mut probe = *cursor;
    if !probe.eat_phrase("in the") {
        return None;
    }
    let half = match probe.eat_any(&["morning", "afternoon", "evening"])? {
        "morning" => Half::Morning,
        _ => Half::Evening,
    };
    *cursor = probe;
    Some(half)
}

/// The hour behind a part of the day that tells its half: "last night at 8", "tonight at 9:30",
/// "in the morning at 7".
pub(super) fn hour_of_part(cursor: &mut Cursor<'_>, part: &str) -> Option<String> {
    let half = match part {
        "MO" => Half::Morning,
        "AF" | "EV" => Half::Evening,
        "NI" => Half::Night,
        _ => return None,
    };
    let mut probe = *cursor;
    let is_announced = probe.eat("at");
    if probe.eat_any(&["around", "about"]).is_none() && !is_announced {
        return None;
    }
    let mut exact = probe;
    if let Some(time) = reading(&mut exact).filter(|_| exact.lower_before(1).contains('m')) {
        *cursor = exact;
        return Some(time);
    }
    let hour = half.of(hour(&mut probe)?)?;
    let mut minute = 0;
    if probe.lower(0) == ":" && probe.is_glued(0) && probe.is_digits(1) && probe.is_glued(1) {
        probe.skip(1);
        minute = plain_integer(&mut probe, 2).filter(|minute| *minute < 60)?;
    }
    // "at 7 schools", "at 20 %": a count, not an hour.
    if probe.is_word(0)
        && !matches!(
            probe.lower(0),
            "and"
                | "in"
                | "on"
                | "to"
                | "for"
                | "with"
                | "when"
                | "o"
                | "but"
                | "at"
                | "after"
                | "before"
        )
        || matches!(probe.lower(0), "%" | "$" | "-")
        || probe.is_digits(0)
    {
        return None;
    }
    *cursor = probe;
    Some(format!("{hour:02}:{minute:02}"))
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
    let is_span =
        end.lower(0) == "-" && end.is_digits(1) && end.token(2).is_some_and(|t| t.text == ":");
    let followed = zone(&mut behind)
        || is_span
        || matches!(end.lower(0), "on" | "hours" | "local" | "in")
        || words::weekday(end.lower(0)).is_some();
    !announced && !followed
}

pub(super) fn hour_word(cursor: &mut Cursor<'_>) -> Option<u32> {
    const HOURS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let index = HOURS.iter().position(|word| *word == cursor.lower(0))?;
    cursor.skip(1);
    u32::try_from(index + 1).ok()
}

/// "a.m." or "p.m.".
pub(super) fn half_of_day(cursor: &mut Cursor<'_>) -> Option<Half> {
    let named = |is_evening| {
        if is_evening {
            Half::Evening
        } else {
            Half::Morning
        }
    };
    let mut probe = *cursor;
    if let Some(word) = probe.eat_any(&["am", "pm"]) {
        *cursor = probe;
        return Some(named(word == "pm"));
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
    Some(named(word == "p"))
}

/// A time zone behind a reading.
pub(super) fn zone(cursor: &mut Cursor<'_>) -> bool {
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
