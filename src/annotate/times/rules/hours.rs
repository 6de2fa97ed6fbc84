//! Ways to tell an hour other than "9 a.m.": "half past seven", "five-thirty", "0730", "noonish".

use super::super::words;
use super::clock::{half_in_words, half_of_day, hour, hour_word, zone};
use crate::annotate::grammar::{Cursor, Token, TokenKind, cardinal, count, plain_integer};

/// "half past seven", "a quarter to five", "twenty minutes past eight in the evening".
pub(super) fn past_the_hour(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut probe = *cursor;
    let minutes = if probe.eat("half") {
        30
    } else if probe.eat_phrase("a quarter") || probe.eat("quarter") {
        15
    } else {
        let number = count(&mut probe)?.number()?;
        if !(1.0..60.0).contains(&number) || number.fract() != 0.0 {
            return None;
        }
        number as u32
    };
    let has_unit = probe
        .eat_any(&["minutes", "minute", "min", "mins"])
        .is_some();
    let is_past = match probe.eat_any(&["past", "to"])? {
        "past" => true,
        // "five to ten" is a range unless the minutes or a quarter are named.
        _ if has_unit || probe.lower_before(2) == "quarter" => false,
        _ => return None,
    };
    let hour = hour(&mut probe).filter(|hour| (1..=24).contains(hour))?;
    if words::unit(probe.lower(0)).is_some() || probe.lower(0) == ":" {
        return None;
    }
    let _ = probe.eat_any_phrase(&["o'clock", "o ' clock", "oclock"]);
    let hour = match half_of_day(&mut probe).or_else(|| half_in_words(&mut probe)) {
        Some(half) => half.of(hour)?,
        None => hour,
    };
    let minute = hour * 60 + minutes * u32::from(is_past);
    let minute = if is_past {
        minute
    } else {
        minute.checked_sub(minutes)?
    };
    *cursor = probe;
    Some(format!("{:02}:{:02}", minute / 60 % 24, minute % 60))
}

/// "1140 a.m.", "at 0730", "0730-0930", "1500 GMT": hours and minutes in one row of digits.
pub(super) fn four_digits(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut probe = *cursor;
    let digits = probe.token(0)?.text.len();
    let number = plain_integer(&mut probe, 4).filter(|_| digits > 2)?;
    let (hour, minute) = (number / 100, number % 100);
    if minute > 59 || hour > 24 {
        return None;
    }
    if let Some(half) = half_of_day(&mut probe) {
        let hour = half.of(hour)?;
        *cursor = probe;
        return Some(format!("{hour:02}:{minute:02}"));
    }
    let is_told = zone(&mut probe) || probe.eat_any(&["hours", "hrs"]).is_some();
    let is_military = |token: Option<&Token<'_>>| {
        token.is_some_and(|t| {
            t.kind == TokenKind::Digits && t.text.len() == 4 && t.text.starts_with('0')
        })
    };
    let is_announced = matches!(
        cursor.lower_before(1),
        "at" | "from" | "between" | "until" | "till" | "by" | "since"
    );
    let is_second = matches!(cursor.lower_before(1), "-" | "to" | "and" | "until")
        && is_military(cursor.before(2));
    let is_four = digits == 4 && !(probe.is_glued(0) && probe.is_word(0));
    if !is_four || !(is_told || is_second || is_announced && is_military(cursor.token(0))) {
        return None;
    }
    *cursor = probe;
    Some(format!("{hour:02}:{minute:02}"))
}

/// "noonish", "11ish".
pub(super) fn rough_hour(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut probe = *cursor;
    if probe.eat("noonish") {
        *cursor = probe;
        return Some("12:00".to_owned());
    }
    let hour = plain_integer(&mut probe, 2).filter(|hour| (1..=12).contains(hour))?;
    let is_rough = probe.is_glued(0) && probe.eat("ish");
    is_rough.then(|| {
        *cursor = probe;
        format!("{hour:02}:00")
    })
}

/// "five-thirty", "two forty five": hour and minutes in words, where a word announces a time and
/// nothing follows that they could count.
pub(super) fn hour_and_minutes(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut probe = *cursor;
    let is_announced = matches!(
        cursor.lower_before(1),
        "at" | "until" | "till" | "by" | "from" | "to" | "before" | "after" | "around"
    );
    let hour = hour_word(&mut probe).filter(|_| is_announced)?;
    probe.eat_hyphen();
    if probe.is_digits(0) || matches!(probe.lower(0), "a" | "an") {
        return None;
    }
    let minute = cardinal(&mut probe).filter(|minute| (10.0..60.0).contains(minute))?;
    let half = half_of_day(&mut probe).or_else(|| half_in_words(&mut probe));
    let is_free = half.is_some()
        || !(probe.is_word(0)
            || matches!(probe.lower(0), "%" | "$")
            || probe.lower(0) == "-" && probe.is_glued(0))
        || matches!(
            probe.lower(0),
            "on" | "in"
                | "to"
                | "and"
                | "today"
                | "tomorrow"
                | "yesterday"
                | "this"
                | "every"
                | "each"
                | "when"
                | "sharp"
                | "for"
                | "until"
        )
        || words::weekday(probe.lower(0)).is_some();
    if !is_free {
        return None;
    }
    let hour = match half {
        Some(half) => half.of(hour)?,
        None => hour,
    };
    *cursor = probe;
    Some(format!("{hour:02}:{:02}", minute as u32))
}
