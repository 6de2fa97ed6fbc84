//! Years: "1984", "'96", "fiscal 1989", "347 AD".

use super::super::cell::Cell;
use super::super::expr::{DateParts, Expr};
use super::super::words::Unit;
use super::digits::century_of;
use crate::annotate::grammar::{Cursor, TokenKind, count, plain_integer};

/// A year in digits or words, where the words around allow one.
pub(super) fn year(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if probe.eat("the") {
        let _ = probe.eat("whole") || probe.eat("full");
        if !probe.eat("year") {
            return None;
        }
        let is_placed = matches!(
            cursor.lower_before(1),
            "in" | "since" | "until" | "by" | "before" | "after"
        );
        let number = match bare_year(&mut probe) {
            Some(number) => number,
            None => early_year(&mut probe).filter(|_| is_placed)?,
        };
        *cursor = probe;
        return Some(Expr::Cell(Cell::Year(number)));
    }
    if let Some(expr) = with_era(cursor).or_else(|| shortened(cursor)) {
        return Some(expr);
    }
    let announced = probe
        .eat_any_phrase(&[
            "fiscal year",
            "calendar year",
            "fiscal",
            "calendar",
            "year",
            "fy",
            "cy",
        ])
        .is_some();
    let number = bare_year(&mut probe)?;
    if !announced && !fits(*cursor, probe, number) {
        return None;
    }
    if let Some(sign) = era(&mut probe) {
        *cursor = probe;
        return Some(Expr::Cell(Cell::Year(if sign < 0 {
            -number
        } else {
            number
        })));
    }
    *cursor = probe;
    Some(Expr::Date(DateParts {
        year: Some(number),
        ..DateParts::default()
    }))
}

/// The two or three digits of "in the year 71", where no word follows that they could count.
fn early_year(cursor: &mut Cursor<'_>) -> Option<i32> {
    let mut probe = *cursor;
    let length = probe.token(0)?.text.len();
    let year = plain_integer(&mut probe, 3).filter(|_| length > 1)?;
    let is_number = probe.is_glued(0) && (probe.is_digits(1) || probe.lower(0) == "%");
    if probe.is_word(0) && probe.is_glued(0) || is_number {
        return None;
    }
    *cursor = probe;
    Some(year as i32)
}

/// "347 AD", "AD 842", "508 BC", "c. 314": a year that its era or "circa" tells.
fn with_era(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let is_upper = |cursor: &Cursor<'_>| {
        cursor
            .token(0)
            .is_some_and(|t| t.text.chars().all(char::is_uppercase))
    };
    let before = is_upper(&probe).then(|| era(&mut probe)).flatten();
    let is_circa = matches!(cursor.lower_before(1), "circa" | "ca")
        || cursor.lower_before(1) == "." && matches!(cursor.lower_before(2), "c" | "ca");
    let number = plain_integer(&mut probe, 4)? as i32;
    if probe.is_glued(0) && (probe.is_word(0) || matches!(probe.lower(0), "%" | ":" | "/")) {
        return None;
    }
    let behind = is_upper(&probe).then(|| era(&mut probe)).flatten();
    let sign = match (before.or(behind), is_circa) {
        (Some(sign), _) => sign,
        (None, true) if (100..2200).contains(&number) => 1,
        _ => return None,
    };
    *cursor = probe;
    Some(Expr::Cell(Cell::Year(sign * number)))
}

/// The second year of "1894-96", "1871 - 72".
fn shortened(cursor: &mut Cursor<'_>) -> Option<Expr> {
    if cursor.lower_before(1) != "-" || !cursor.is_digits(0) {
        return None;
    }
    let first = cursor
        .before(2)
        .filter(|t| t.kind == TokenKind::Digits && t.text.len() == 4)?;
    let first: i32 = first.text.parse().ok()?;
    let mut probe = *cursor;
    let is_two = probe.token(0)?.text.len() == 2;
    let number = plain_integer(&mut probe, 2).filter(|_| is_two)? as i32;
    let is_part = probe.is_glued(0)
        && (probe.is_word(0) || probe.is_digits(1) || matches!(probe.lower(0), "%" | "/" | ":"));
    if is_part || !(1500..2200).contains(&first) || number <= first % 100 {
        return None;
    }
    *cursor = probe;
    Some(Expr::Cell(Cell::Year(first / 100 * 100 + number)))
}

/// "week 27 of last year", "week 3 of 2027": a week by its number, where a year stands behind.
pub(super) fn calendar_week(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let _ = probe.eat("the");
    let _ = probe.eat("calendar");
    if !probe.eat("week") {
        return None;
    }
    let number = plain_integer(&mut probe, 2).filter(|week| (1..=53).contains(week))?;
    if !(probe.eat("of") || probe.eat("in")) {
        return None;
    }
    let year = super::point(&mut probe).filter(|expr| {
        matches!(
            expr,
            Expr::Steps {
                unit: Unit::Year,
                ..
            } | Expr::Cell(Cell::Year(_))
                | Expr::Date(DateParts {
                    year: Some(_),
                    month: None,
                    ..
                })
        )
    })?;
    *cursor = probe;
    Some(Expr::Nth(number as i32, Unit::Week, Box::new(year)))
}

pub(super) fn era(cursor: &mut Cursor<'_>) -> Option<i32> {
    cursor
        .eat_any(&["ad", "ce"])
        .map(|_| 1)
        .or_else(|| cursor.eat_any(&["bc", "bce"]).map(|_| -1))
}

/// Four digits, an apostrophe with two, or a year in words.
pub(super) fn bare_year(cursor: &mut Cursor<'_>) -> Option<i32> {
    let mut probe = *cursor;
    if probe.lower(0) == "'" && probe.is_digits(1) && probe.is_glued(1) {
        probe.skip(1);
        let is_two = probe.token(0)?.text.len() == 2;
        let number = plain_integer(&mut probe, 2).filter(|_| is_two)?;
        if probe.is_glued(0) && probe.is_word(0) {
            return None;
        }
        *cursor = probe;
        return Some(century_of(number));
    }
    if let Some(number) = in_words(&mut probe) {
        *cursor = probe;
        return Some(number);
    }
    let is_four = probe.token(0)?.text.len() == 4;
    let number = plain_integer(&mut probe, 4).filter(|_| is_four)? as i32;
    let is_part = probe.is_glued(0) && (probe.is_word(0) || matches!(probe.lower(0), "%" | "/"))
        || probe.is_glued(0)
            && probe.is_glued(1)
            && probe.is_digits(1)
            && matches!(probe.lower(0), "." | "," | ":");
    if is_part || !(1000..2200).contains(&number) {
        return None;
    }
    *cursor = probe;
    Some(number)
}

/// "nineteen ninety-seven", "two thousand", "twenty twenty-four".
fn in_words(cursor: &mut Cursor<'_>) -> Option<i32> {
    let mut probe = *cursor;
    let hundreds = match probe.lower(0) {
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "two" if probe.lower(1) == "thousand" => {
            probe.skip(2);
            let mut small = probe;
            small.eat("and");
            let rest =
                match count(&mut small).and_then(crate::annotate::grammar::number::Count::number) {
                    Some(number)
                        if (1.0..100.0).contains(&number)
                            && probe.is_word(0)
                            && !matches!(probe.lower(0), "a" | "an") =>
                    {
                        probe = small;
                        number as i32
                    }
                    _ if matches!(
                        cursor.lower_before(1),
                        "year" | "in" | "of" | "since" | "until"
                    ) || super::super::words::month(cursor.lower_before(1)).is_some() =>
                    {
                        0
                    }
                    _ => return None,
                };
            *cursor = probe;
            return Some(2000 + rest);
        }
        _ => return None,
    };
    probe.skip(1);
    let is_word = probe.is_word(0) && !matches!(probe.lower(0), "a" | "an");
    let rest = count(&mut probe)
        .and_then(crate::annotate::grammar::number::Count::number)
        .filter(|n| (10.0..100.0).contains(n) && is_word)?;
    *cursor = probe;
    Some(hundreds * 100 + rest as i32)
}

/// Words before a number that counts something.
const QUANTITY_BEFORE: [&str; 20] = [
    "about",
    "some",
    "nearly",
    "almost",
    "than",
    "over",
    "roughly",
    "approximately",
    "least",
    "no",
    "number",
    "$",
    "£",
    "€",
    "#",
    "room",
    "flight",
    "highway",
    "route",
    "section",
];

/// Words after a number that counts something.
const COUNTED: [&str; 42] = [
    "people",
    "men",
    "women",
    "children",
    "troops",
    "soldiers",
    "dollars",
    "euros",
    "pounds",
    "percent",
    "per",
    "%",
    "miles",
    "feet",
    "km",
    "kilometers",
    "kilometres",
    "meters",
    "metres",
    "kg",
    "acres",
    "hectares",
    "tons",
    "tonnes",
    "barrels",
    "shares",
    "jobs",
    "votes",
    "points",
    "times",
    "years",
    "days",
    "hours",
    "minutes",
    "units",
    "employees",
    "workers",
    "residents",
    "students",
    "homes",
    "deaths",
    "copies",
];

/// Words before a year.
const YEAR_BEFORE: [&str; 19] = [
    "in", "since", "until", "till", "of", "by", "from", "after", "before", "during", "early",
    "late", "mid", "between", "around", "circa", "(", "-", "year",
];

/// Whether the words around let four digits be a year.
fn fits(start: Cursor<'_>, end: Cursor<'_>, number: i32) -> bool {
    let before = start.lower_before(1);
    let touches = start.token(0).is_some_and(|t| !t.spaced);
    if touches && !matches!(before, "(" | "[" | "-" | "/" | "\"" | "“" | "'") {
        return false;
    }
    let after = end.lower(0);
    let is_stretch = after == "-"
        && end.lower(2) != "-"
        && end
            .token(1)
            .is_some_and(|t| t.kind == TokenKind::Digits && t.text.len() == 4);
    if is_stretch && number >= 1500 {
        return true;
    }
    let is_compared = before == "than"
        && matches!(
            start.lower_before(2),
            "later" | "earlier" | "older" | "newer"
        );
    // "until at least 2014", "since about 1990": rough, and a year all the same.
    let preposition = if before == "least" {
        start.lower_before(3)
    } else {
        start.lower_before(2)
    };
    let is_rough_year = matches!(before, "least" | "about" | "roughly" | "approximately")
        && matches!(
            preposition,
            "until" | "till" | "since" | "by" | "through" | "before" | "after"
        )
        && (!end.is_word(0) || matches!(end.lower(0), "and" | "but" | "when" | "as"));
    let is_placed = after == "per" && matches!(before, "in" | "since" | "until" | "till");
    if QUANTITY_BEFORE.contains(&before) && !is_compared && !is_rough_year
        || COUNTED.contains(&after) && !is_placed
        || super::super::words::unit(after).is_some() && after.ends_with('s')
    {
        return false;
    }
    if start.lower_before(1) == ","
        && touches
        && start
            .before(2)
            .is_some_and(|t| t.kind == TokenKind::Digits && t.text.len() > 2)
    {
        return false;
    }
    if (1900..2100).contains(&number) {
        return true;
    }
    // "Aberdeen, Scotland, 1859.", "1669, built for the king".
    let is_beside = number >= 1500 && matches!(before, "," | ".") && !end.is_word(0);
    let goes_back = before == "to"
        && (start.lower_before(2) == "back"
            || matches!(
                start.lower_before(2),
                "date" | "dates" | "dated" | "dating" | "goes"
            ));
    YEAR_BEFORE.contains(&before)
        || goes_back
        || is_beside
        || matches!(before, "and" | "to" | "or")
            && start
                .before(2)
                .is_some_and(|t| t.kind == TokenKind::Digits && t.text.len() == 4)
}
