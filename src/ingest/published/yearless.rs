//! The year of a day that is told without one, as datelines are.
//!
//! Owns the weighing of what else is known: other articles of the collection, full dates in the
//! text, the weekday it names. Where two years fit equally well the year stays unknown.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};

/// What is known beside month and day.
#[derive(Clone, Debug, Default)]
pub(in crate::ingest) struct Clues {
    /// Full dates written in the text.
    pub in_text: Vec<NaiveDate>,
    /// Weekdays named in its first paragraphs.
    pub weekdays: Vec<Weekday>,
    /// Days of publication of other articles of the collection.
    pub neighbours: Vec<NaiveDate>,
}

/// Farthest that a neighbour may lie to count as the same story, in days.
pub(super) const NEIGHBOUR_DAYS_MAX: i64 = 60;
/// Points that decide: one strong clue, or a weak one with another.
const POINTS_MIN: u32 = 2;

/// The full date, when the clues point to one year.
pub(in crate::ingest) fn year_for(month: u32, day: u32, clues: &Clues) -> Option<NaiveDate> {
    let years: BTreeSet<i32> = clues
        .in_text
        .iter()
        .chain(&clues.neighbours)
        .flat_map(|date| [date.year() - 1, date.year(), date.year() + 1])
        .collect();
    let mut scored: Vec<(u32, NaiveDate)> = years
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .map(|date| (points(date, clues), date))
        .collect();
    scored.sort_by_key(|&(points, _)| std::cmp::Reverse(points));
    let &(best, date) = scored.first()?;
    let tied = scored.get(1).is_some_and(|&(points, _)| points == best);
    (best >= POINTS_MIN && !tied).then_some(date)
}

/// How well a date fits the clues.
fn points(date: NaiveDate, clues: &Clues) -> u32 {
    let near = clues
        .neighbours
        .iter()
        .any(|other| (*other - date).num_days().abs() <= NEIGHBOUR_DAYS_MAX);
    let weekday = clues.weekdays.contains(&date.weekday());
    // Most full dates in a report are of the year before it.
    let after_text = clues
        .in_text
        .iter()
        .any(|told| (0..400).contains(&(date - *told).num_days()));
    let same_year = clues.in_text.iter().any(|told| told.year() == date.year());
    u32::from(near) * 3 + u32::from(weekday) + u32::from(after_text) + u32::from(same_year)
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Weekday};

    use super::{Clues, year_for};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn neighbours_tell_the_year() {
        let clues = Clues {
            neighbours: vec![day(2023, 1, 3)],
            ..Clues::default()
        };
        assert_eq!(year_for(12, 28, &clues), Some(day(2022, 12, 28)));
    }

    #[test]
    fn text_and_weekday_tell_it_together() {
        let clues = Clues {
            in_text: vec![day(2024, 8, 6)],
            weekdays: vec![Weekday::Tue],
            neighbours: Vec::new(),
        };
        assert_eq!(year_for(11, 5, &clues), Some(day(2024, 11, 5)));
    }

    #[test]
    fn without_clues_it_stays_unknown() {
        assert_eq!(year_for(11, 5, &Clues::default()), None);
    }
}
