//! Dates in digits, or with the month's name between marks: "2024-11-05", "11/05/2024", "12/2015",
//! "05-Aug-2016", "20161016", "9/11".

use chrono::Datelike;

use super::super::expr::{DateParts, Expr};
use super::super::words;
use super::years::bare_year;
use crate::annotate::grammar::{Cursor, TokenKind, plain_integer};

/// Dates in digits: "2024-11-05", "11/05/2024", "5.11.2024"; with the month's name between marks:
/// "05-Aug-2016", "Dec-2018"; and "9/11", which names one day.
pub(super) fn numeric(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if let Some(parts) = attacks_of_2001(&mut probe)
        .or_else(|| marked(&mut probe))
        .or_else(|| year_marked(&mut probe))
        .or_else(|| month_stroke(&mut probe))
        .or_else(|| in_one(&mut probe))
        .or_else(|| month_and_year(&mut probe))
    {
        *cursor = probe;
        return Some(Expr::Date(parts));
    }
    let before = cursor.before(1).map_or("", |t| t.text);
    if !probe.token(0)?.spaced && matches!(before, "-" | "/" | "." | "$" | "£" | "€") {
        return None;
    }
    let first = probe.token(0)?.text.len();
    let a = plain_integer(&mut probe, 4)?;
    let mark = probe
        .token(0)
        .filter(|t| !t.spaced && matches!(t.lower.as_str(), "-" | "/" | "."))?
        .lower
        .clone();
    probe.skip(1);
    if !probe.is_glued(0) {
        return None;
    }
    let b = plain_integer(&mut probe, 2)?;
    if first == 4 && !(probe.lower(0) == mark && probe.is_glued(0) && probe.is_digits(1)) {
        let is_month =
            (1..=12).contains(&b) && (1000..2200).contains(&a) && mark != "." && !probe.is_glued(0);
        let is_month = is_month
            && probe.token(0).is_none_or(|t| t.kind != TokenKind::Digits)
            && (cursor.token(2).is_some_and(|t| t.text.len() == 2) || mark == "/");
        // "2010-12" may be two years; a span of years is read as years.
        if !is_month || mark == "-" && b as i32 > a as i32 % 100 {
            return None;
        }
        *cursor = probe;
        return Some(Expr::Date(DateParts {
            year: Some(a as i32),
            month: Some(b),
            ..DateParts::default()
        }));
    }
    let mut third = probe;
    if third.eat(&mark) && third.is_glued(0) {
        let digits = third.token(0)?.text.len();
        let c = plain_integer(&mut third, 4)?;
        let (year, month, day) = if first == 4 {
            (a as i32, b, c)
        } else if matches!(digits, 2 | 4) {
            let year = if digits == 4 { c as i32 } else { century_of(c) };
            if mark == "." || a > 12 {
                (year, b, a)
            } else {
                (year, a, b)
            }
        } else {
            return None;
        };
        chrono::NaiveDate::from_ymd_opt(year, month, day)?;
        *cursor = third;
        return Some(Expr::Date(DateParts {
            year: Some(year),
            month: Some(month),
            day: Some(day),
            weekday: None,
        }));
    }
    let parts = announced_day(*cursor, probe, mark == "/", (a, b))?;
    *cursor = probe;
    Some(Expr::Date(parts))
}

/// "on 11/5": a month and a day with a stroke between them, where a word announces a date; `end`
/// stands behind them.
fn announced_day(
    start: Cursor<'_>,
    end: Cursor<'_>,
    has_stroke: bool,
    (a, b): (u32, u32),
) -> Option<DateParts> {
    let (month, day) = if a > 12 { (b, a) } else { (a, b) };
    if !has_stroke
        || !is_announced(start)
        || !(1..=12).contains(&month)
        || !(1..=31).contains(&day)
        || end.is_glued(0) && end.is_digits(0)
    {
        return None;
    }
    Some(DateParts {
        month: Some(month),
        day: Some(day),
        ..DateParts::default()
    })
}

/// Whether a word before says that a date follows, directly or before a list of dates ("on 11/20,
/// 11/22 or 11/25").
fn is_announced(start: Cursor<'_>) -> bool {
    let mut back = 1;
    while matches!(start.lower_before(back), "," | "or" | "and" | "to")
        && start.lower_before(back + 2) == "/"
        && start
            .before(back + 1)
            .is_some_and(|t| t.kind == TokenKind::Digits)
    {
        back += 4;
    }
    matches!(
        start.lower_before(back),
        "on" | "by" | "until" | "from" | "since" | "between" | "before" | "after"
    )
}

/// "9/11" without a year, as the name of the attacks of September 11, 2001.
fn attacks_of_2001(cursor: &mut Cursor<'_>) -> Option<DateParts> {
    let digits = |ahead: usize, wanted: &str| {
        cursor.lower(ahead) == wanted && (ahead == 0 || cursor.is_glued(ahead))
    };
    let is_named = digits(0, "9") && digits(1, "/") && digits(2, "11");
    if !is_named || cursor.lower(3) == "/" && cursor.is_glued(3) {
        return None;
    }
    cursor.skip(3);
    Some(DateParts {
        year: Some(2001),
        month: Some(9),
        day: Some(11),
        weekday: None,
    })
}

/// "05-Aug-2016", "23/Sep/2020", "Dec-2018", "Sep-23-2020": a month's name between marks.
fn marked(cursor: &mut Cursor<'_>) -> Option<DateParts> {
    let mut probe = *cursor;
    let mark = |probe: &mut Cursor<'_>| eat_mark(probe).is_some();
    let mut day = plain_integer(&mut probe, 2);
    if day.is_some() && !mark(&mut probe) {
        return None;
    }
    let (month, _) = words::month(probe.lower(0))?;
    probe.skip(1);
    if !mark(&mut probe) {
        return None;
    }
    let mut behind = probe;
    if day.is_none()
        && let Some(found) = plain_integer(&mut behind, 2)
        && mark(&mut behind)
    {
        day = Some(found);
        probe = behind;
    }
    let year = bare_year(&mut probe)?;
    let parts = DateParts {
        year: Some(year),
        month: Some(month),
        day,
        weekday: None,
    };
    chrono::NaiveDate::from_ymd_opt(year, month, day.unwrap_or(1))?;
    *cursor = probe;
    Some(parts)
}

/// "2019/Aug/01", "2019-Aug-1".
fn year_marked(cursor: &mut Cursor<'_>) -> Option<DateParts> {
    let mut probe = *cursor;
    let has_four = probe.token(0)?.text.len() == 4;
    let year = plain_integer(&mut probe, 4).filter(|_| has_four)? as i32;
    let mark = eat_mark(&mut probe)?;
    let (month, _) = words::month(probe.lower(0))?;
    probe.skip(1);
    let day = (eat_mark(&mut probe)? == mark)
        .then(|| plain_integer(&mut probe, 2))
        .flatten()?;
    chrono::NaiveDate::from_ymd_opt(year, month, day)?;
    *cursor = probe;
    Some(DateParts {
        year: Some(year),
        month: Some(month),
        day: Some(day),
        weekday: None,
    })
}

/// "Oct/2": a month's name and a day with a stroke between them.
fn month_stroke(cursor: &mut Cursor<'_>) -> Option<DateParts> {
    let mut probe = *cursor;
    let (month, _) = words::month(probe.lower(0))?;
    probe.skip(1);
    if eat_mark(&mut probe)? != "/" {
        return None;
    }
    let day = plain_integer(&mut probe, 2).filter(|day| (1..=31).contains(day))?;
    if probe.is_glued(0) && (probe.is_word(0) || probe.lower(0) == "/") {
        return None;
    }
    *cursor = probe;
    Some(DateParts {
        month: Some(month),
        day: Some(day),
        ..DateParts::default()
    })
}

/// "20161016": year, month and day in one row of digits that stands apart.
fn in_one(cursor: &mut Cursor<'_>) -> Option<DateParts> {
    let token = cursor.token(0)?;
    let (year, rest) = token
        .text
        .split_at_checked(4)
        .filter(|(year, _)| matches!(year.get(..2), Some("19" | "20")))?;
    let (month, day) = rest.split_at_checked(2)?;
    let is_apart = cursor.is_cut(1)
        || !cursor.is_glued(1)
        || matches!(cursor.lower(1), "." | "," | ":" | ";" | ")") && !cursor.is_glued(2);
    if token.text.len() != 8 || !cursor.is_digits(0) || !is_apart {
        return None;
    }
    let date = chrono::NaiveDate::from_ymd_opt(
        year.parse().ok()?,
        month.parse().ok()?,
        day.parse().ok()?,
    )?;
    cursor.skip(1);
    Some(DateParts {
        year: Some(date.year()),
        month: Some(date.month()),
        day: Some(date.day()),
        weekday: None,
    })
}

/// "12/2015", "12-2015": a month in two digits and a year.
fn month_and_year(cursor: &mut Cursor<'_>) -> Option<DateParts> {
    let mut probe = *cursor;
    let is_spaced = probe.token(0)?.spaced || probe.before(1).is_none();
    let has_two = probe.token(0)?.text.len() == 2;
    let month = plain_integer(&mut probe, 2)
        .filter(|month| is_spaced && has_two && (1..=12).contains(month))?;
    eat_mark(&mut probe)?;
    let has_four = probe.token(0)?.text.len() == 4;
    let year =
        plain_integer(&mut probe, 4).filter(|year| has_four && (1900..2100).contains(year))? as i32;
    if probe.is_glued(0) && !matches!(probe.lower(0), "." | "," | ")" | ";" | ":") {
        return None;
    }
    *cursor = probe;
    Some(DateParts {
        year: Some(year),
        month: Some(month),
        ..DateParts::default()
    })
}

/// A hyphen or stroke that touches what stands before and behind it.
fn eat_mark(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    if cursor.is_glued(0) && cursor.is_glued(1) {
        cursor.eat_any(&["-", "/"])
    } else {
        None
    }
}

/// The year that two digits stand for: up to 39 in this century, else in the last.
pub(super) const fn century_of(two_digits: u32) -> i32 {
    if two_digits < 40 {
        2000 + two_digits as i32
    } else {
        1900 + two_digits as i32
    }
}
