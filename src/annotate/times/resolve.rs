//! From what the words say to a calendar value: needs the day of publication, what was spoken of
//! before, and the tense.
//!
//! Without a day of publication, values stay relative and have no interval, as TIMEX3 does:
//! `XXXX-WXX-2` for "Tuesday", `XXXX-10-25` for "Oct. 25", `XXXX-WXX` for "last week".

use chrono::{Datelike, NaiveDate};

use super::cell::{Cell, add_days, monday};
use super::context::{Context, Mentioned};
use super::counted::{nth, offset, offset_from, span, stepped};
use super::expr::{Anchor, DateParts, Direction, Edge, Expr, Name, Reference};
use super::named;
use super::tense::Tense;
use super::words::Unit;
use crate::model::{Interval, Span, TimeType};

/// What an expression comes to.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    /// Type.
    pub(super) kind: TimeType,
    /// TIMEX3 value.
    pub(super) value: String,
    /// The days it covers.
    pub(super) interval: Option<Interval>,
    /// The cell of the calendar, to count further from.
    pub(super) cell: Option<Cell>,
    /// Plain words for how it was worked out.
    pub(super) rule: String,
    /// The day it was counted from.
    pub(super) anchor: Option<NaiveDate>,
    /// The words that gave the anchor.
    pub(super) anchor_words: Option<Span>,
}

impl Resolved {
    /// A value without days.
    pub(super) fn vague(kind: TimeType, value: impl Into<String>, rule: impl Into<String>) -> Self {
        Self {
            kind,
            value: value.into(),
            interval: None,
            cell: None,
            rule: rule.into(),
            anchor: None,
            anchor_words: None,
        }
    }

    /// A cell of the calendar.
    pub(super) fn cell(cell: Cell, rule: impl Into<String>) -> Self {
        Self {
            interval: cell.interval(),
            cell: Some(cell),
            ..Self::vague(TimeType::Date, cell.value(), rule)
        }
    }

    /// What the words directly before say, told in other words ("on Dec. 2, two weeks earlier").
    pub(super) fn same(told: Mentioned) -> Self {
        Self::cell(told.cell, "the date beside it, told by its distance")
            .counted(None, Some(told.span))
    }

    /// The same, counted from a day.
    pub(super) fn counted(mut self, anchor: Option<NaiveDate>, words: Option<Span>) -> Self {
        self.anchor = anchor;
        self.anchor_words = words;
        self
    }
}

/// Works out an expression.
pub(super) fn resolve(expr: &Expr, context: &Context) -> Resolved {
    match expr {
        Expr::Date(parts) => date(*parts, context),
        Expr::Days(parts, last) => days(*parts, *last, context),
        Expr::Cell(cell) => Resolved::cell(*cell, "named in full"),
        Expr::Steps {
            unit,
            steps,
            anchor,
        } => stepped(*unit, *steps, *anchor, context),
        Expr::Directed(name, direction) => named::directed(*name, *direction, context),
        Expr::Within(name, year) => named::within(*name, &resolve(year, context), context),
        Expr::Offset {
            count,
            unit,
            sign,
            anchor,
            from,
        } => match from {
            Some(from) => offset_from(*count, *unit, *sign, &resolve(from, context)),
            None => offset(*count, *unit, *sign, *anchor, context),
        },
        Expr::Ahead(count, unit) if context.tense == Tense::Future && !unit.is_clock() => {
            offset(*count, *unit, 1, Anchor::Publication, context)
        }
        Expr::Ahead(count, unit) => Resolved::vague(
            TimeType::Duration,
            unit.duration(count.number()),
            "a length of time",
        ),
        Expr::Nth(number, unit, of) => nth(*number, *unit, &resolve(of, context)),
        Expr::Weekend(day) => weekend_of(resolve(day, context)),
        Expr::Reference(reference) => {
            let (value, rule) = reference_value(*reference);
            Resolved::vague(TimeType::Date, value, rule)
        }
        Expr::Duration(value) => Resolved::vague(TimeType::Duration, value, "a length of time"),
        Expr::Span { count, unit, sign } => span(*count, *unit, *sign, context),
        Expr::Set(value) => Resolved::vague(TimeType::Set, value, "something that comes again"),
        Expr::Clock(time, day) => at_time(time, day.as_deref(), context),
        Expr::Part(code, day) => at_time(code, day.as_deref(), context),
        Expr::BesideEvent(unit, is_night) => {
            let rule = format!("a {} that only an event tells", unit.name());
            let (kind, value) = match unit {
                _ if *is_night => (TimeType::Time, "XXXX-XX-XXTNI"),
                Unit::Day => (TimeType::Date, "XXXX-XX-XX"),
                Unit::Week | Unit::Fortnight => (TimeType::Date, "XXXX-WXX"),
                Unit::Weekend => (TimeType::Date, "XXXX-WXX-WE"),
                Unit::Month => (TimeType::Date, "XXXX-XX"),
                _ => (TimeType::Date, "XXXX"),
            };
            Resolved::vague(kind, value, rule)
        }
        Expr::SomePart(code) => Resolved::vague(
            TimeType::Time,
            format!("XXXX-XX-XXT{code}"),
            "a part of a day that is not told",
        ),
        Expr::Edge(edge, inner) => narrowed(*edge, resolve(inner, context), context),
    }
}

/// The value of an indefinite time, and why.
pub(super) const fn reference_value(reference: Reference) -> (&'static str, &'static str) {
    match reference {
        Reference::Past => ("PAST_REF", "some time before the telling"),
        Reference::Present => ("PRESENT_REF", "the time of telling"),
        Reference::Future => ("FUTURE_REF", "some time after the telling"),
    }
}

fn date(parts: DateParts, context: &Context) -> Resolved {
    let DateParts {
        year,
        month,
        day,
        weekday,
    } = parts;
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Resolved::cell(Cell::Day(date), "a full date"),
            None => Resolved::vague(
                TimeType::Date,
                format!("{year:04}-{month:02}-{day:02}"),
                "a day that no calendar has",
            ),
        },
        (Some(year), Some(month), None) => {
            Resolved::cell(Cell::Month(year, month), "month and year are given")
        }
        (Some(year), None, _) => Resolved::cell(Cell::Year(year), "the year is given"),
        (None, Some(month), Some(day)) => named::day_of_month(month, day, weekday, context),
        (None, Some(month), None) => named::directed(Name::Month(month), Direction::Open, context),
        (None, None, Some(day)) => named::day_alone(day, weekday, context),
        (None, None, None) => match weekday {
            Some(weekday) => named::directed(Name::Weekday(weekday), Direction::Open, context),
            None => Resolved::vague(TimeType::Date, "XXXX-XX-XX", "no part of the date is given"),
        },
    }
}

fn days(parts: DateParts, last: u32, context: &Context) -> Resolved {
    let first = date(parts, context);
    let Some(Cell::Day(day)) = first.cell else {
        return first;
    };
    let Some(end) = day.with_day(last) else {
        return first;
    };
    Resolved {
        value: format!("{}/{}", first.value, Cell::Day(end).value()),
        interval: Some(Interval {
            earliest: day,
            latest: end,
        }),
        ..first
    }
}

/// The weekend that a day belongs to: of its own week, or before it where the day is a Monday.
fn weekend_of(day: Resolved) -> Resolved {
    let Some(Cell::Day(date)) = day.cell else {
        return Resolved {
            value: "XXXX-WXX-WE".to_owned(),
            ..day
        };
    };
    let monday = monday(date);
    let monday = if date == monday {
        add_days(monday, -7).unwrap_or(monday)
    } else {
        monday
    };
    Resolved::cell(Cell::Weekend(monday), "the weekend beside that day")
        .counted(day.anchor.or(Some(date)), day.anchor_words)
}

/// A time of day, or a part of the day, on a day.
fn at_time(time: &str, day: Option<&Expr>, context: &Context) -> Resolved {
    let day = match day {
        None => {
            let same = context
                .mentioned(Unit::Day)
                .filter(|m| m.paragraph == context.paragraph || context.tense == Tense::Past);
            match (same, context.published) {
                (Some(mentioned), _) => {
                    Resolved::cell(mentioned.cell, "on the day spoken of before")
                        .counted(None, Some(mentioned.span))
                }
                (None, Some(published)) if context.tense == Tense::Past => {
                    Resolved::cell(Cell::Day(published), "on the day of publication")
                        .counted(Some(published), None)
                }
                _ => Resolved::vague(TimeType::Time, "", "a time of day; nothing tells the day"),
            }
        }
        Some(expr) => resolve(expr, context),
    };
    Resolved {
        kind: TimeType::Time,
        value: format!("{}T{time}", day.value),
        ..day
    }
}

/// A part of a stretch: same value, narrower days.
fn narrowed(edge: Edge, inner: Resolved, context: &Context) -> Resolved {
    let Some(Interval { earliest, latest }) = inner.interval else {
        return inner;
    };
    let third = (latest - earliest).num_days() / 3;
    let told = context
        .published
        .filter(|day| *day >= earliest && *day <= latest);
    let (first, last) = match edge {
        Edge::Early => (Some(earliest), add_days(earliest, third)),
        Edge::Middle => (add_days(earliest, third), add_days(latest, -third)),
        Edge::Late => (add_days(latest, -third), Some(latest)),
        Edge::Before => (Some(earliest), told.or(Some(latest))),
        Edge::After => (told.or(Some(earliest)), Some(latest)),
    };
    let interval = first
        .zip(last)
        .map(|(earliest, latest)| Interval { earliest, latest });
    Resolved {
        interval: interval.or(inner.interval),
        rule: format!("a part of {}", inner.rule),
        ..inner
    }
}
