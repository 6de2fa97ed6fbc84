//! Days as numbers, and ticks at real calendar boundaries.

use std::ops::RangeInclusive;

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use egui_plot::{GridInput, GridMark};

/// Days since 1 January 1970.
pub(super) fn x_of(day: NaiveDate) -> f64 {
    (day - epoch()).num_days() as f64
}

fn epoch() -> NaiveDate {
    NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default()
}

/// The day at a number of days since 1970; `None` far outside the calendar.
pub(super) fn day_of(x: f64) -> Option<NaiveDate> {
    if x.abs() > 2_000_000.0 {
        return None;
    }
    epoch().checked_add_signed(Duration::days(x.floor() as i64))
}

/// Ticks at days, Mondays, months and years, by how much is in view.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the plot hands its question over by value"
)]
pub(super) fn ticks(input: GridInput) -> Vec<GridMark> {
    let (low, high) = input.bounds;
    let (Some(first), Some(last)) = (day_of(low), day_of(high)) else {
        return Vec::new();
    };
    let in_view = high - low;
    let mut marks = Vec::new();
    let mut mark = |day: NaiveDate, step_size: f64| {
        let value = x_of(day);
        if (low..=high).contains(&value) {
            marks.push(GridMark { value, step_size });
        }
    };
    if in_view <= 150.0 {
        let mut day = first;
        while day <= last {
            let step = match (day.day(), day.weekday()) {
                (1, _) => 30.0,
                (_, Weekday::Mon) => 7.0,
                _ => 1.0,
            };
            // Between the first of a month and a Monday near it there is no room for words.
            let is_near_first = (2.0..30.0).contains(&step) && !(5..28).contains(&day.day());
            if in_view <= 45.0 || step >= 7.0 && !is_near_first {
                mark(day, step);
            }
            let Some(next) = day.succ_opt() else {
                break;
            };
            day = next;
        }
        return marks;
    }
    for year in first.year()..=last.year() {
        for month in 1..=12 {
            let step = match month {
                1 => 365.0,
                4 | 7 | 10 => 91.0,
                _ => 30.0,
            };
            if step < 365.0 && in_view > 9.0 * 365.0 || step < 91.0 && in_view > 3.0 * 365.0 {
                continue;
            }
            if let Some(day) = NaiveDate::from_ymd_opt(year, month, 1) {
                mark(day, step);
            }
        }
    }
    marks
}

/// The words of a tick, on an axis of so many points; none where there is no room for them.
pub(super) fn tick_words(mark: GridMark, view: &RangeInclusive<f64>, width: f64) -> String {
    let Some(day) = day_of(mark.value) else {
        return String::new();
    };
    let in_view = view.end() - view.start();
    let room = width / in_view.max(1.0) * mark.step_size;
    // No day before it is in view: it says the month for all up to the next Monday.
    let is_first = mark.value - 1.0 < *view.start();
    let needed = if mark.step_size < 7.0 { 30.0 } else { 44.0 };
    if mark.step_size < 365.0 && room < needed {
        return String::new();
    }
    let words = if mark.step_size >= 365.0 {
        day.format("%Y")
    } else if mark.step_size >= 30.0 && in_view > 150.0 {
        day.format("%b")
    } else if mark.step_size >= 7.0 || in_view > 45.0 || is_first && room >= 34.0 {
        day.format("%-d %b")
    } else {
        day.format("%-d")
    };
    words.to_string()
}

#[cfg(test)]
mod tests {
    use super::{day_of, x_of};

    #[test]
    fn days_and_numbers_are_each_others_inverse() {
        for text in ["1969-12-31", "1970-01-01", "2025-10-10"] {
            let day: chrono::NaiveDate = text.parse().expect("a day");
            assert_eq!(day_of(x_of(day)), Some(day));
            assert_eq!(day_of(x_of(day) + 0.9), Some(day));
        }
        assert_eq!(day_of(f64::MAX), None);
    }
}
