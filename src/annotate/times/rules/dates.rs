//! Calendar dates: "Oct. 25", "Friday, Oct. 23, 1998", "25 October", "2024-11-05", "May 1998".

use chrono::Weekday;

use super::super::expr::{DateParts, Direction, Expr, Name};
use super::super::words;
use super::years::bare_year;
use crate::annotate::grammar::{Cursor, TokenKind, ordinal, plain_integer};

/// Dates written with the name of a month or weekday.
pub(super) fn date(cursor: &mut Cursor<'_>) -> Option<Expr> {
    if let Some(expr) = second_day(cursor) {
        return Some(expr);
    }
    let mut probe = *cursor;
    let day = weekday_before(&mut probe);
    let mut rest = probe;
    if let Some(expr) = month_first(&mut rest, day).or_else(|| {
        rest = probe;
        day_first(&mut rest, day)
    }) {
        *cursor = rest;
        return Some(expr);
    }
    let day = day?;
    *cursor = alone(*cursor);
    Some(Expr::Directed(Name::Weekday(day), Direction::Open))
}

/// The second day of "April 24 and 25", "Oct. 25 to 27".
fn second_day(cursor: &mut Cursor<'_>) -> Option<Expr> {
    if !matches!(cursor.lower_before(1), "and" | "to" | "through" | "or") {
        return None;
    }
    let first: u32 = cursor.lower_before(2).parse().ok()?;
    let back = if cursor.lower_before(3) == "." { 4 } else { 3 };
    let (month, _) = words::month(cursor.lower_before(back))?;
    let mut probe = *cursor;
    let day = day_of_month(&mut probe).filter(|day| *day > first && probe.lower(0) != "-")?;
    let parts = DateParts {
        month: Some(month),
        day: Some(day),
        year: year_behind(&mut probe),
        weekday: None,
    };
    *cursor = probe;
    Some(Expr::Date(parts))
}

/// The cursor behind a weekday that stands alone.
fn alone(mut cursor: Cursor<'_>) -> Cursor<'_> {
    let is_short = words::weekday(cursor.lower(0)).is_some_and(|(_, short)| short);
    cursor.skip(1);
    if is_short && !cursor.is_cut(1) && starts_small(cursor, 1) {
        cursor.eat_full_stop();
    }
    cursor
}

fn starts_small(cursor: Cursor<'_>, ahead: usize) -> bool {
    cursor.token(ahead).is_some_and(|t| {
        t.text
            .chars()
            .next()
            .is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
    })
}

/// A weekday with what may stand between it and a date ("Friday, ", "Monday the ").
fn weekday_before(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    let token = cursor.token(0)?;
    let (day, is_short) = words::weekday(&token.lower)?;
    let is_capital = token.text.chars().next().is_some_and(char::is_uppercase);
    // "sun", "sat", "wed" are words; a short form needs a capital and more of a date behind it.
    if is_short
        && (!is_capital
            || (matches!(token.lower.as_str(), "sun" | "sat" | "wed" | "mon")
                && !has_date_behind(*cursor)))
    {
        return None;
    }
    cursor.skip(1);
    if is_short {
        cursor.eat_full_stop();
    }
    let mut probe = *cursor;
    if probe.eat(",") && (probe.is_word(0) || probe.is_digits(0)) && !probe.is_cut(0) {
        *cursor = probe;
    }
    Some(day)
}

fn has_date_behind(mut cursor: Cursor<'_>) -> bool {
    cursor.skip(1);
    cursor.eat_full_stop();
    cursor.eat(",");
    cursor.eat("at");
    cursor.is_digits(0) || words::month(cursor.lower(0)).is_some()
}

/// Reads a month's name; an abbreviation takes its full stop along.
fn month_name(cursor: &mut Cursor<'_>) -> Option<(u32, bool)> {
    let token = cursor.token(0)?;
    let (month, is_short) = words::month(&token.lower)?;
    let is_capital = token.text.chars().next().is_some_and(char::is_uppercase);
    let is_behind_day = is_short
        && cursor
            .before(1)
            .is_some_and(|t| t.kind == TokenKind::Digits);
    let is_dated = cursor.is_digits(1) || is_behind_day;
    if !is_capital && (is_short || matches!(month, 3 | 5 | 8)) && !is_dated {
        return None;
    }
    cursor.skip(1);
    if is_short {
        cursor.eat_full_stop();
    }
    Some((month, is_short))
}

/// "October 25", "Oct. 25-27, 2024", "October 2024", "October".
fn month_first(cursor: &mut Cursor<'_>, weekday: Option<Weekday>) -> Option<Expr> {
    let start = *cursor;
    let (month, is_short) = month_name(cursor)?;
    let mut parts = DateParts {
        month: Some(month),
        weekday,
        ..DateParts::default()
    };
    let mut probe = *cursor;
    probe.eat("the");
    if let Some(day) = day_of_month(&mut probe) {
        *cursor = probe;
        parts.day = Some(day);
        let is_glued = probe.is_glued(0);
        if let Some(last) = range_end(&mut probe).filter(|last| *last > day && is_glued) {
            *cursor = probe;
            parts.year = year_behind(cursor);
            return Some(Expr::Days(parts, last));
        }
        parts.year = year_behind(cursor).or_else(|| year_of_range(*cursor, month));
        return Some(Expr::Date(parts));
    }
    if let Some(year) = year_behind(cursor) {
        parts.year = Some(year);
        return Some(Expr::Date(parts));
    }
    if weekday.is_some()
        || is_short && !is_short_alone(start, *cursor)
        || !is_short && !is_month_alone(start)
    {
        return None;
    }
    parts.year = year_of_range(*cursor, month);
    if parts.year.is_some() {
        return Some(Expr::Date(parts));
    }
    Some(Expr::Directed(
        Name::Month(month),
        if is_in_range(start, *cursor) {
            Direction::Range
        } else {
            Direction::Open
        },
    ))
}

/// The year of "March to August 2011", "from 25 November to 3 January 2012" for its first part.
fn year_of_range(mut cursor: Cursor<'_>, first: u32) -> Option<i32> {
    let _ = cursor.eat_any(&["to", "through", "until", "till", "and", "-"])?;
    let mut probe = cursor;
    if day_of_month(&mut probe).is_some() {
        cursor = probe;
    }
    let (month, _) = month_name(&mut cursor)?;
    let mut probe = cursor;
    if day_of_month(&mut probe).is_some() {
        cursor = probe;
    }
    let year = year_behind(&mut cursor)?;
    Some(if month < first { year - 1 } else { year })
}

/// Whether a month stands beside another month as one end of a stretch ("between June and
/// November", "from July to September").
fn is_in_range(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    const JOINS: [&str; 6] = ["to", "through", "until", "till", "and", "-"];
    let is_month = |word: &str| words::month(word).is_some_and(|(_, is_short)| !is_short);
    let opens = |word: &str| matches!(word, "between" | "from");
    let first =
        opens(start.lower_before(1)) && JOINS.contains(&end.lower(0)) && is_month(end.lower(1));
    let second = JOINS.contains(&start.lower_before(1))
        && is_month(start.lower_before(2))
        && opens(start.lower_before(3));
    first || second
}

/// Whether an abbreviated month without day or year is the month: "in Sept.", "from Sep to Nov".
fn is_short_alone(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let is_capital = |cursor: Cursor<'_>| {
        cursor
            .token(0)
            .is_some_and(|t| t.text.chars().next().is_some_and(char::is_uppercase))
    };
    let is_named = end.is_word(0) && is_capital(end) && !end.is_cut(0);
    let is_range = start.lower_before(1) == "to" && words::month(start.lower_before(2)).is_some()
        || start.lower_before(1) == "of"
            && matches!(start.lower_before(2), "week" | "end" | "start");
    is_capital(start)
        && !is_named
        && end.lower(0) != "-"
        && (is_range
            || matches!(
                start.lower_before(1),
                "in" | "since" | "until" | "till" | "after" | "before" | "from" | "by"
            ))
}

/// Whether a month's name without day or year is the month: "May" and "March" are words, and any
/// month can be a person's name.
fn is_month_alone(cursor: Cursor<'_>) -> bool {
    const BEFORE: [&str; 31] = [
        "in", "since", "until", "till", "by", "of", "from", "to", "through", "during", "late",
        "early", "mid", "last", "next", "this", "every", "each", "for", "before", "after",
        "between", "and", "or", "-", "around", "that", "on", "past", "coming", "previous",
    ];
    let token_is_capital_neighbour = |ahead: usize| {
        cursor.token(ahead).is_some_and(|t| {
            t.kind == TokenKind::Word
                && t.spaced
                && t.text.chars().next().is_some_and(char::is_uppercase)
        })
    };
    let is_known = BEFORE.contains(&cursor.lower_before(1));
    let is_inside = cursor.before(1).is_some_and(|t| {
        t.kind == TokenKind::Word && t.text.chars().next().is_some_and(char::is_lowercase)
    });
    match cursor.lower(0) {
        "march"
            if is_inside
                && !(cursor.lower(1) == "of"
                    || cursor.lower(1) == "on"
                    || cursor.lower(1) == "for")
                && !token_is_capital_neighbour(1) =>
        {
            true
        }
        // "Is still May", "surpass May": a person of that name is told by the reading.
        "may"
            if is_inside
                && !token_is_capital_neighbour(1)
                && cursor.token(0).is_some_and(|t| t.text == "May") =>
        {
            true
        }
        "may" | "march" | "august" | "april" | "june" => {
            is_known
                && !(cursor.lower(0) != "august"
                    && cursor.lower(1) == "of"
                    && cursor.lower(2) == "the")
                || (matches!(cursor.lower(0), "august" | "june" | "april")
                    && !token_is_capital_neighbour(1)
                    && !is_after_name(cursor))
        }
        _ => !is_after_name(cursor) || is_known,
    }
}

fn is_after_name(cursor: Cursor<'_>) -> bool {
    cursor.before(1).is_some_and(|t| {
        t.kind == TokenKind::Word
            && t.text.chars().next().is_some_and(char::is_uppercase)
            && !t.opens_paragraph
            && t.text.len() > 3
            && cursor.token(0).is_some_and(|own| own.spaced)
            && words::weekday(&t.lower).is_none()
            && cursor.lower_before(2) != "."
    })
}

/// "25 October 2024", "the 25th of October".
fn day_first(cursor: &mut Cursor<'_>, weekday: Option<Weekday>) -> Option<Expr> {
    let mut probe = *cursor;
    let _ = probe.eat("the");
    let day = day_of_month(&mut probe)?;
    let alone = probe;
    let is_apart = !probe.is_glued(0);
    let last = range_end(&mut probe).filter(|last| *last > day);
    probe.eat("day");
    let has_of = probe.eat("of");
    let mut behind = probe;
    if let Some((month, _)) = month_name(&mut behind) {
        if !has_of && counts(&behind) {
            return None;
        }
        let parts = DateParts {
            month: Some(month),
            day: Some(day),
            weekday,
            year: None,
        };
        let parts = DateParts {
            year: year_behind(&mut behind),
            ..parts
        };
        // "from 3 to 5 May" names two days; "5-6 September" one stretch.
        if last.is_some() && is_apart {
            *cursor = alone;
            return Some(Expr::Date(parts));
        }
        *cursor = behind;
        return Some(last.map_or(Expr::Date(parts), |last| Expr::Days(parts, last)));
    }
    // "Monday the 13th", "Tuesday the eleventh".
    let mut ordinal_probe = *cursor;
    let _ = ordinal_probe.eat("the");
    // "Friday, the fourth decline" counts declines; digits with an ending do not.
    let is_ordinal = ordinal(&mut ordinal_probe).is_some()
        && (matches!(probe.lower_before(1), "st" | "nd" | "rd" | "th")
            || !probe.is_word(0)
            || matches!(probe.lower(0), "at" | "in" | "and" | "to"));
    if !has_of && last.is_none() && is_ordinal && weekday.is_some() {
        *cursor = probe;
        return Some(Expr::Date(DateParts {
            day: Some(day),
            weekday,
            ..DateParts::default()
        }));
    }
    None
}

/// Whether the month has its day behind it, so that the number in front counts something: "15 of the 19
/// Sept. 11 hijackers". `behind` stands behind the month.
fn counts(behind: &Cursor<'_>) -> bool {
    let mut probe = *behind;
    let is_apart = behind.token(0).is_some_and(|token| token.spaced);
    let day = plain_integer(&mut probe, 2).filter(|day| (1..=31).contains(day));
    is_apart && day.is_some() && probe.is_word(0) && month_name(&mut probe).is_none()
}

/// A day of a month: digits, an ordinal, an ordinal in words.
fn day_of_month(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut probe = *cursor;
    let day = match ordinal(&mut probe) {
        Some(day) => day,
        None => plain_integer(&mut probe, 2)?,
    };
    let is_part_of_number = matches!(probe.lower(0), "%" | "/") && probe.is_glued(0)
        || probe.lower(0) == ":" && probe.is_glued(0) && probe.is_glued(1)
        || (matches!(probe.lower(0), "." | ",")
            && probe.is_glued(0)
            && probe.is_digits(1)
            && probe.is_glued(1))
        || matches!(
            probe.lower(0),
            "percent" | "people" | "million" | "years" | "points"
        );
    if !(1..=31).contains(&day) || is_part_of_number {
        return None;
    }
    *cursor = probe;
    Some(day)
}

/// "-27", " to 27", " and 27th" after a day.
fn range_end(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut probe = *cursor;
    if !(probe.eat("-") || probe.eat("through") || probe.eat("to") || probe.eat("and")) {
        return None;
    }
    let day = day_of_month(&mut probe)?;
    *cursor = probe;
    Some(day)
}

/// A year behind month or day: ", 2024", " 2024", " of 2024", " '96".
fn year_behind(cursor: &mut Cursor<'_>) -> Option<i32> {
    let mut probe = *cursor;
    if !probe.eat(",") && !probe.eat("of") {
        probe.eat("in");
    }
    let year = bare_year(&mut probe).or_else(|| early_year(&mut probe))?;
    *cursor = probe;
    Some(year)
}

/// A year of three digits behind a month, where no word follows that it could count: "December of
/// 384", "30 September 420".
fn early_year(cursor: &mut Cursor<'_>) -> Option<i32> {
    let mut probe = *cursor;
    let is_three = probe.token(0)?.text.len() == 3;
    let year = plain_integer(&mut probe, 3).filter(|year| is_three && *year >= 100)?;
    if probe.is_word(0) || probe.is_glued(0) && probe.is_digits(1) {
        return None;
    }
    *cursor = probe;
    Some(year as i32)
}
