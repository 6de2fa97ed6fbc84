//! Which Friday: weekdays by direction, tense and nearness.

use chrono::{Datelike, Weekday};

use super::cell::{Cell, add_days, monday};
use super::context::Context;
use super::expr::{Direction, Name};
use super::named::unanchored;
use super::resolve::Resolved;
use super::tense::Tense;
use super::words::Unit;

/// "Friday", "last Friday", "the following Friday".
pub(super) fn named(weekday: Weekday, direction: Direction, context: &Context) -> Resolved {
    let mentioned = match direction {
        Direction::Previous | Direction::Following | Direction::Same => {
            context.mentioned(Unit::Week)
        }
        _ => None,
    };
    let anchor = mentioned
        .and_then(|m| Some((m.cell.interval()?.earliest, Some(m.span))))
        .or_else(|| context.published.map(|day| (day, None)));
    let Some((from, words)) = anchor else {
        return unanchored(Name::Weekday(weekday));
    };
    let ahead =
        i64::from((7 + weekday.num_days_from_monday() - from.weekday().num_days_from_monday()) % 7);
    let behind = (7 - ahead) % 7;
    let (days, rule) = match (direction, context.tense) {
        (Direction::Last | Direction::Previous, _) => (
            -(if behind == 0 { 7 } else { behind }),
            format!("the last {} before", full(weekday)),
        ),
        (Direction::Next, _) => (
            i64::from(weekday.num_days_from_monday()) + 7 - (from - monday(from)).num_days(),
            format!("{} of the week after", full(weekday)),
        ),
        (Direction::Coming | Direction::Following, _) => (
            if ahead == 0 { 7 } else { ahead },
            format!("the first {} after", full(weekday)),
        ),
        (Direction::This | Direction::Same, _) => {
            let own = i64::from(weekday.num_days_from_monday()) - (from - monday(from)).num_days();
            (own, format!("{} of the same week", full(weekday)))
        }
        (Direction::Open, Tense::Future) => (
            ahead,
            format!(
                "the first {} from the day of publication on, as the sentence tells the future",
                full(weekday)
            ),
        ),
        (Direction::Open, Tense::Past) => (
            -behind,
            format!(
                "the latest {} up to the day of publication, as the sentence tells the past",
                full(weekday)
            ),
        ),
        (Direction::Open | Direction::Range, _) => (
            -behind,
            format!("the latest {} up to the day of publication", full(weekday)),
        ),
    };
    match add_days(from, days) {
        Some(day) => Resolved::cell(Cell::Day(day), rule).counted(Some(from), words),
        None => unanchored(Name::Weekday(weekday)),
    }
}

const fn full(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
