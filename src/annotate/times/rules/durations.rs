//! Lengths of time: "three days", "10-year", "the past five weeks", "nearly two months", "weeks".

use super::super::expr::{Expr, Reference};
use super::super::words::{self, Unit};
use crate::annotate::grammar::{Count, Cursor, count};

const QUALIFIERS: [&str; 22] = [
    "at least",
    "at most",
    "no more than",
    "no less than",
    "not more than",
    "more than",
    "less than",
    "fewer than",
    "up to",
    "as long as",
    "as many as",
    "as much as",
    "nearly",
    "almost",
    "about",
    "around",
    "roughly",
    "approximately",
    "over",
    "under",
    "just over",
    "just under",
];

/// Words before a number that make it rough or a limit.
pub(super) fn qualifier(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    cursor.eat_any_phrase(&QUALIFIERS)
}

/// Every length of time.
pub(super) fn duration(cursor: &mut Cursor<'_>) -> Option<Expr> {
    directed(cursor)
        .or_else(|| counted(cursor))
        .or_else(|| all(cursor))
        .or_else(|| followed(cursor))
        .or_else(|| bare(cursor))
}

/// "the past five days", "the next two years", "the last few months", "recent weeks".
fn directed(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let _ = probe.eat_phrase("each of");
    let has_article = probe.eat_any(&["the", "these", "this"]).is_some();
    let _ = qualifier(&mut probe);
    let word = probe.lower(0);
    let sign = match word {
        "past" | "last" | "previous" | "preceding" | "latest" | "recent" | "prior" => -1,
        "next" | "coming" | "following" | "upcoming" | "ensuing" => 1,
        "first" | "final" if has_article => 0,
        _ => return None,
    };
    probe.skip(1);
    let is_loose = words::is_plural_unit(probe.lower(0));
    let is_couple = probe.lower(0) == "couple" && words::is_plural_unit(probe.lower(1));
    let number = match count(&mut probe)
        .or_else(|| (is_couple && probe.eat("couple")).then_some(Count::Exact(2.0)))
    {
        Some(Count::Exact(number))
            if (number - 1.0).abs() < 1e-9 && matches!(probe.lower_before(1), "a" | "an") =>
        {
            return None;
        }
        Some(number) => number,
        None if words::is_plural_unit(probe.lower(0)) => Count::Vague,
        None if matches!(probe.lower(0), "decade" | "century") && sign != 0 => Count::Exact(1.0),
        None => return None,
    };
    let _ = probe.eat_any(&[
        "full",
        "straight",
        "consecutive",
        "fiscal",
        "trading",
        "business",
        "working",
    ]);
    let unit = words::unit(probe.lower(0))?;
    probe.skip(1);
    let _ = probe.eat_phrase("or so");
    *cursor = probe;
    if sign == 0 {
        return Some(Expr::Duration(unit.duration(number.number())));
    }
    // "a ban, following years of talks": what came before, not what comes.
    let is_preposition = is_loose
        && word == "following"
        && !has_article
        && (cursor.lower_before(1) == "," || probe.lower(0) == "of");
    if is_preposition {
        return None;
    }
    // "recent weeks", "coming months": nobody says how many.
    if is_loose {
        return Some(Expr::Reference(if sign < 0 {
            Reference::Past
        } else {
            Reference::Future
        }));
    }
    Some(Expr::Span {
        count: number,
        unit,
        sign,
    })
}

/// "three days", "10-hour", "a year and a half", "an additional year", "two more weeks".
fn counted(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let _ = qualifier(&mut probe);
    if probe.eat_phrase("the") && !probe.is_digits(0) && !probe.is_word(0) {
        return None;
    }
    let has_article = cursor.lower(0) == "the";
    let half = halves(&mut probe);
    let mut number = half.or_else(|| count(&mut probe))?;
    if has_article && number == Count::Vague {
        return None;
    }
    let one = matches!(probe.lower_before(1), "a" | "an" | "another");
    if probe.eat_phrase("and a half") {
        number = add_half(number);
    }
    let _ = probe.eat_any(&[
        "more",
        "additional",
        "full",
        "straight",
        "consecutive",
        "trading",
        "further",
        "whole",
        "long",
        "extra",
        "solid",
        "calendar",
        "fiscal",
        "short",
        "working",
        "business",
    ]);
    let hyphen = probe.eat_hyphen();
    let word = probe.lower(0);
    let unit = words::unit(word).or_else(|| glued_unit(probe))?;
    // "three-quarters" is a fraction; "2018 day" and "24 hours a day" are not lengths of that many.
    if unit == Unit::Quarter && (hyphen || is_share(probe))
        || number.number().is_some_and(|n| n > 1500.0)
            && probe.lower_before(1).len() == 4
            && !words::is_plural_unit(word)
    {
        return None;
    }
    if one
        && (words::is_plural_unit(word)
            || matches!(word, "second" | "weekend" | "night" | "quarter"))
        || has_article && !words::is_plural_unit(word)
    {
        return None;
    }
    if matches!(word, "second") && !hyphen && !one && number != Count::Exact(1.0)
        || word == "nights" && number == Count::Vague
    {
        return None;
    }
    probe.skip(1);
    if probe.lower(0) == "-" && probe.is_glued(0) && matches!(probe.lower(1), "old" | "olds")
        || matches!(probe.lower(0), "old")
    {
        return None;
    }
    let mut behind = probe;
    if behind.eat_hyphen() && behind.eat("long") {
        probe = behind;
    }
    if probe.eat_phrase("and a half") || probe.eat_phrase("and half") {
        number = add_half(number);
    }
    let mut value = unit.duration(number.number());
    let mut behind = probe;
    let _ = behind.eat("and") || behind.eat(",");
    if let Some((second, finer)) = plain(&mut behind).filter(|(_, finer)| *finer < unit) {
        probe = behind;
        value = append(&value, &finer.duration(Some(second)), unit);
    }
    let _ = probe.eat_phrase("or so") || probe.eat_phrase("or more");
    *cursor = probe;
    Some(Expr::Duration(value))
}

/// "Three quarters" of its value: a fraction.
fn is_share(cursor: Cursor<'_>) -> bool {
    cursor.lower(1) == "of"
        && matches!(
            cursor.lower(2),
            "its" | "their" | "his" | "her" | "our" | "all" | "those" | "respondents" | "people"
        )
}

fn glued_unit(cursor: Cursor<'_>) -> Option<Unit> {
    if !cursor.is_glued(0) {
        return None;
    }
    Some(match cursor.token(0)?.text {
        "h" | "H" => Unit::Hour,
        "D" => Unit::Day,
        "Y" => Unit::Year,
        _ => return None,
    })
}

fn halves(cursor: &mut Cursor<'_>) -> Option<Count> {
    cursor
        .eat_any_phrase(&["half a", "half an", "a half"])
        .map(|_| Count::Exact(0.5))
        .or_else(|| {
            cursor
                .eat_any_phrase(&["one and a half", "one and half"])
                .map(|_| Count::Exact(1.5))
        })
        .or_else(|| {
            cursor
                .eat_any_phrase(&["one and a quarter"])
                .map(|_| Count::Exact(1.25))
        })
        .or_else(|| cursor.eat("½").then_some(Count::Exact(0.5)))
        .or_else(|| {
            cursor
                .eat_phrase("three quarters of an")
                .then_some(Count::Exact(0.75))
        })
}

fn add_half(count: Count) -> Count {
    match count {
        Count::Exact(number) => Count::Exact(number + 0.5),
        other => other,
    }
}

fn plain(cursor: &mut Cursor<'_>) -> Option<(f64, Unit)> {
    let Count::Exact(number) = count(cursor)? else {
        return None;
    };
    let unit = words::unit(cursor.lower(0))?;
    cursor.skip(1);
    Some((number, unit))
}

/// "P1Y" and "P6M" become "P1Y6M"; "PT1H" and "PT30M" become "PT1H30M".
fn append(first: &str, second: &str, unit: Unit) -> String {
    let is_clock = unit.is_clock();
    let rest = second
        .strip_prefix(if is_clock { "PT" } else { "P" })
        .unwrap_or(second);
    format!("{first}{rest}")
}

/// "all day", "all week long", "all year round".
fn all(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if !probe.eat("all") {
        return None;
    }
    let word = probe.lower(0);
    let unit = words::unit(word).filter(|unit| {
        matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)
            && !words::is_plural_unit(word)
    })?;
    probe.skip(1);
    if probe.is_glued(0) && probe.lower(0) == "-" {
        return None;
    }
    let _ = probe.eat_any(&["long", "round"]);
    *cursor = probe;
    Some(Expr::Duration(unit.duration(Some(1.0))))
}

/// "the decades that followed", "the weeks before the vote", "the years since": how many is not
/// told.
fn followed(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if !probe.eat("the") || !words::is_plural_unit(probe.lower(0)) {
        return None;
    }
    let unit = words::unit(probe.lower(0)).filter(|unit| *unit >= Unit::Day)?;
    probe.skip(1);
    let is_placed = matches!(probe.lower(0), "since" | "before" | "after" | "following")
        || probe.lower(0) == "that" && probe.lower(1) == "followed"
        || probe.lower(0) == "leading" && probe.lower(1) == "up";
    if !is_placed {
        return None;
    }
    *cursor = probe;
    Some(Expr::Duration(unit.duration(None)))
}

/// "weeks", "months", "years", "decades" without a number, "weeks or months", "day-long".
fn bare(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let word = cursor.lower(0);
    let unit = words::unit(word)?;
    let mut probe = *cursor;
    probe.skip(1);
    if !words::is_plural_unit(word) {
        let is_long = probe.eat_hyphen() && probe.eat("long");
        if is_long {
            *cursor = probe;
            return Some(Expr::Duration(unit.duration(Some(1.0))));
        }
        return None;
    }
    let before = cursor.lower_before(1);
    let is_span = matches!(
        before,
        "for"
            | "in"
            | "of"
            | "after"
            | "within"
            | "by"
            | "over"
            | "taken"
            | "takes"
            | "take"
            | "spent"
            | "last"
            | "weeks"
            | "or"
    );
    if unit <= Unit::Minute && word.len() < 7
        || word == "nights"
        || !is_span
        || cursor.token(0).is_some_and(|t| !t.spaced)
    {
        return None;
    }
    if probe.eat("or") && words::is_plural_unit(probe.lower(0)) {
        probe.skip(1);
        *cursor = probe;
    } else {
        cursor.skip(1);
    }
    Some(Expr::Duration(unit.duration(None)))
}
