//! Which Friday, which June, which third quarter: names that come again, told apart by direction,
//! tense and nearness.

use chrono::{Datelike, NaiveDate, Weekday};

use super::cell::{Cell, add_days, monday};
use super::context::Context;
use super::expr::{Direction, Name};
use super::resolve::Resolved;
use super::rules::holiday_day;
use super::tense::Tense;
use super::weekdays;
use super::words::Unit;
use crate::model::TimeType;

/// A name with a direction ("last Friday", "next June", "the third quarter").
pub(super) fn directed(name: Name, direction: Direction, context: &Context) -> Resolved {
    if let Name::Weekday(weekday) = name {
        return weekdays::named(weekday, direction, context);
    }
    let direction = match direction {
        Direction::Range if context.tense == Tense::Unknown => return every_year(name),
        Direction::Range => Direction::Open,
        other => other,
    };
    let anchor = match direction {
        Direction::Previous | Direction::Following | Direction::Same => context
            .mentioned(Unit::Year)
            .and_then(|m| Some((m.cell.interval()?.earliest, Some(m.span)))),
        _ => None,
    };
    let anchor = anchor.or_else(|| context.published.map(|day| (day, None)));
    let Some((from, words)) = anchor else {
        return told_year(name, context).unwrap_or_else(|| unanchored(name));
    };
    if direction == Direction::Open
        && let Some(found) = told_year(name, context)
    {
        return found;
    }
    let candidates: Vec<Cell> = (-1..=1)
        .filter_map(|step| in_year(name, from.year() + step))
        .collect();
    let chosen = match direction {
        Direction::Last | Direction::Previous => last_before(&candidates, from),
        Direction::Next | Direction::Coming | Direction::Following => candidates
            .iter()
            .copied()
            .find(|cell| starts(*cell).is_some_and(|day| day > from)),
        Direction::This | Direction::Same => nearest_this(&candidates, from, context.tense),
        // Reports tell of the quarter just over, in whatever tense.
        Direction::Open if matches!(name, Name::Quarter(_) | Name::Half(_)) => {
            let begun: Vec<Cell> = candidates
                .iter()
                .copied()
                .filter(|&cell| {
                    context.tense == Tense::Future || starts(cell).is_some_and(|day| day <= from)
                })
                .collect();
            open(&begun, from, Tense::Unknown)
        }
        Direction::Open | Direction::Range => open(&candidates, from, context.tense),
    };
    match chosen {
        Some(cell) => {
            Resolved::cell(cell, rule(direction, context.tense)).counted(Some(from), words)
        }
        None => unanchored(name),
    }
}

fn rule(direction: Direction, tense: Tense) -> String {
    match (direction, tense) {
        (Direction::Last | Direction::Previous, _) => "the last one before",
        (Direction::Next | Direction::Coming | Direction::Following, _) => "the first one after",
        (Direction::This | Direction::Same, _) => "the one of the same year",
        (Direction::Open, Tense::Past) => {
            "the latest one before the telling, as the sentence tells the past"
        }
        (Direction::Open, Tense::Future) => {
            "the first one after the telling, as the sentence tells the future"
        }
        (Direction::Open | Direction::Range, _) => "the nearest one to the telling",
    }
    .to_owned()
}

fn starts(cell: Cell) -> Option<NaiveDate> {
    cell.interval().map(|interval| interval.earliest)
}

/// The last cell that is over before `from`.
fn last_before(candidates: &[Cell], from: NaiveDate) -> Option<Cell> {
    candidates
        .iter()
        .rev()
        .copied()
        .find(|cell| cell.interval().is_some_and(|i| i.latest < from))
}

/// "this September", "this summer": the one of this year, else the nearest.
fn nearest_this(candidates: &[Cell], from: NaiveDate, tense: Tense) -> Option<Cell> {
    candidates
        .iter()
        .copied()
        .find(|cell| {
            cell.interval()
                .is_some_and(|i| i.earliest <= from && from <= i.latest)
        })
        .or_else(|| {
            candidates
                .iter()
                .copied()
                .find(|cell| cell.year() == Some(from.year()))
        })
        .or_else(|| open(candidates, from, tense))
}

/// The one that tense and nearness point to.
fn open(candidates: &[Cell], from: NaiveDate, tense: Tense) -> Option<Cell> {
    let past = || {
        candidates
            .iter()
            .rev()
            .copied()
            .find(|cell| starts(*cell).is_some_and(|day| day <= from))
    };
    let future = || {
        candidates
            .iter()
            .copied()
            .find(|cell| cell.interval().is_some_and(|i| i.latest >= from))
    };
    match tense {
        Tense::Past => past(),
        Tense::Future => future(),
        Tense::Unknown => candidates
            .iter()
            .copied()
            .min_by_key(|cell| distance(*cell, from)),
    }
}

fn distance(cell: Cell, from: NaiveDate) -> i64 {
    cell.interval().map_or(i64::MAX, |i| {
        if i.earliest > from {
            // What lies ahead is told less often than what lies behind.
            (i.earliest - from).num_days() * 3 / 2
        } else {
            (from - i.latest).num_days().max(0)
        }
    })
}

/// The name in a year that the paragraph has told, when that is not near the year of publication.
fn told_year(name: Name, context: &Context) -> Option<Resolved> {
    let told = context.year_told()?;
    let year = told.cell.year()?;
    if context
        .published
        .is_some_and(|day| (day.year() - year).abs() <= 1)
    {
        return None;
    }
    let cell = in_year(name, year)?;
    Some(
        Resolved::cell(cell, "in the year told before").counted(starts(told.cell), Some(told.span)),
    )
}

/// The cell of a name in a year.
pub(super) fn in_year(name: Name, year: i32) -> Option<Cell> {
    Some(match name {
        Name::Weekday(_) => return None,
        Name::Month(month) => Cell::Month(year, month),
        Name::Season(season) => Cell::Season(year, season),
        Name::Quarter(quarter) => Cell::Quarter(year, quarter),
        Name::Half(half) => Cell::Half(year, half),
        Name::Holiday(index) => Cell::Day(holiday_day(index, year)?),
    })
}

/// "The season runs from June to November": told without past or future, it holds for every year.
fn every_year(name: Name) -> Resolved {
    Resolved {
        rule: "one end of a stretch that comes again every year".to_owned(),
        ..unanchored(name)
    }
}

/// The name alone, where nothing tells its year or week.
pub(super) fn unanchored(name: Name) -> Resolved {
    let value = match name {
        Name::Weekday(day) => format!("XXXX-WXX-{}", day.number_from_monday()),
        Name::Month(month) => format!("XXXX-{month:02}"),
        Name::Season(season) => format!("XXXX-{}", season.code()),
        Name::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Name::Half(half) => format!("XXXX-H{half}"),
        Name::Holiday(index) => match holiday_day(index, 2001).zip(holiday_day(index, 2002)) {
            Some((one, two)) if (one.month(), one.day()) == (two.month(), two.day()) => {
                format!("XXXX-{:02}-{:02}", one.month(), one.day())
            }
            _ => "XXXX-XX-XX".to_owned(),
        },
    };
    unknown_year(value)
}

fn unknown_year(value: String) -> Resolved {
    Resolved {
        kind: TimeType::Date,
        value,
        interval: None,
        cell: None,
        rule: "the year is not known, as the article has no date".to_owned(),
        anchor: None,
        anchor_words: None,
    }
}

/// A name inside what other words give ("June last year", "Monday of next week").
pub(super) fn within(name: Name, larger: &Resolved, context: &Context) -> Resolved {
    if let (Name::Weekday(weekday), Some(interval)) = (name, larger.interval) {
        return add_days(
            monday(interval.earliest),
            i64::from(weekday.num_days_from_monday()),
        )
        .map_or_else(
            || unanchored(name),
            |day| {
                Resolved::cell(Cell::Day(day), "the weekday of the week named beside it")
                    .counted(larger.anchor, larger.anchor_words)
            },
        );
    }
    let Some(year) = larger.cell.and_then(Cell::year) else {
        return unanchored(name);
    };
    // "the 1988 quarter": the same part of another year.
    if name == Name::Quarter(0) {
        let quarter = context.quarter().map(|m| (m.cell, m.span));
        return match quarter {
            Some((Cell::Quarter(_, quarter), span)) => Resolved::cell(
                Cell::Quarter(year, quarter),
                "the same quarter of the year named",
            )
            .counted(None, Some(span)),
            _ => larger.clone(),
        };
    }
    match in_year(name, year) {
        Some(cell) => Resolved::cell(
            cell,
            format!("in the year named beside it, {}", larger.rule),
        )
        .counted(larger.anchor, larger.anchor_words),
        None => unanchored(name),
    }
}

/// "Oct. 25" without a year; a weekday before it must agree where one year makes it so.
pub(super) fn day_of_month(
    month: u32,
    day: u32,
    weekday: Option<Weekday>,
    context: &Context,
) -> Resolved {
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    let unknown = || unknown_year(format!("XXXX-{month:02}-{day:02}"));
    if let Some(told) = context.year_told()
        && let Some(year) = told.cell.year()
        && context
            .published
            .is_none_or(|published| (published.year() - year).abs() > 1)
        && let Some(date) = in_year(year)
    {
        return Resolved::cell(Cell::Day(date), "in the year told before")
            .counted(starts(told.cell), Some(told.span));
    }
    let Some(published) = context.published else {
        return unknown();
    };
    let candidates: Vec<Cell> = (-1..=1)
        .filter_map(|step| in_year(published.year() + step))
        .map(Cell::Day)
        .collect();
    let agreeing: Vec<Cell> = candidates
        .iter()
        .copied()
        .filter(|cell| weekday.is_none_or(|w| starts(*cell).is_some_and(|d| d.weekday() == w)))
        .collect();
    if weekday.is_some()
        && let [only] = agreeing.as_slice()
    {
        return Resolved::cell(*only, "the year in which that day has this weekday")
            .counted(Some(published), None);
    }
    // A day of the month close to publication is that day, whatever the tense: it keeps its year.
    let near = candidates
        .iter()
        .copied()
        .filter(|cell| starts(*cell).is_some_and(|day| (day - published).num_days().abs() <= 60))
        .min_by_key(|cell| distance(*cell, published));
    match near.or_else(|| open(&candidates, published, context.tense)) {
        Some(cell) => Resolved::cell(cell, "the year that puts it nearest to publication")
            .counted(Some(published), None),
        None => unknown(),
    }
}

/// "the 25th": of the month spoken of in the paragraph, else of the month that tense, and a weekday
/// beside it, point to.
pub(super) fn day_alone(day: u32, weekday: Option<Weekday>, context: &Context) -> Resolved {
    let unknown = || unknown_year(format!("XXXX-XX-{day:02}"));
    let fits = |date: &NaiveDate| weekday.is_none_or(|weekday| date.weekday() == weekday);
    if let Some(told) = context.mentioned(Unit::Month)
        && told.paragraph == context.paragraph
        && let Some(date) = starts(told.cell)
            .and_then(|first| first.with_day(day))
            .filter(fits)
    {
        return Resolved::cell(Cell::Day(date), "a day of the month spoken of before")
            .counted(starts(told.cell), Some(told.span));
    }
    let Some(published) = context.published else {
        return unknown();
    };
    let candidates: Vec<Cell> = (-1..=1)
        .filter_map(|step| Cell::holding(published, Unit::Month).moved(step))
        .filter_map(|month| starts(month)?.with_day(day))
        .filter(fits)
        .map(Cell::Day)
        .collect();
    let of_this_month = || {
        candidates
            .iter()
            .copied()
            .find(|cell| starts(*cell).is_some_and(|date| date.month() == published.month()))
    };
    let chosen = match context.tense {
        Tense::Unknown => of_this_month().or_else(|| open(&candidates, published, Tense::Unknown)),
        tense => open(&candidates, published, tense)
            .or_else(|| open(&candidates, published, Tense::Unknown)),
    };
    match chosen {
        Some(cell) => Resolved::cell(cell, "the day of the month nearest to publication")
            .counted(Some(published), None),
        None => unknown(),
    }
}
