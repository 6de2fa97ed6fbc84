//! A cell of the calendar: a century, a year, a quarter, a week, a day … with its TIMEX3 value.
//!
//! Source: TIMEX3 of ISO-TimeML (ISO 24617-1), as used in TimeBank 1.2 and TempEval-3.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::words::{Season, Unit};
use crate::model::Interval;

/// A stretch of the calendar that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// A hundred years, by their first two digits (19 for 1900 to 1999).
    Century(i32),
    /// Ten years, by the first of them (1980).
    Decade(i32),
    /// A year.
    Year(i32),
    /// A half of a year, 1 or 2.
    Half(i32, u32),
    /// A quarter of a year, 1 to 4.
    Quarter(i32, u32),
    /// A season, by the year it begins in.
    Season(i32, Season),
    /// A month, 1 to 12.
    Month(i32, u32),
    /// An ISO week, by its Monday.
    Week(NaiveDate),
    /// Saturday and Sunday of an ISO week, by its Monday.
    Weekend(NaiveDate),
    /// A day.
    Day(NaiveDate),
}

impl Cell {
    /// The cell of this size that holds `day`; days for units below a day.
    pub(crate) fn holding(day: NaiveDate, unit: Unit) -> Self {
        match unit {
            Unit::Century => Self::Century(day.year().div_euclid(100)),
            Unit::Decade => Self::Decade(day.year().div_euclid(10) * 10),
            Unit::Year => Self::Year(day.year()),
            Unit::Half => Self::Half(day.year(), day.month0() / 6 + 1),
            Unit::Quarter => Self::Quarter(day.year(), day.month0() / 3 + 1),
            Unit::Month => Self::Month(day.year(), day.month()),
            Unit::Week | Unit::Fortnight => Self::Week(monday(day)),
            Unit::Weekend => Self::Weekend(monday(day)),
            Unit::Day | Unit::Hour | Unit::Minute | Unit::Second => Self::Day(day),
        }
    }

    /// The unit it measures.
    pub(crate) const fn unit(self) -> Unit {
        match self {
            Self::Century(_) => Unit::Century,
            Self::Decade(_) => Unit::Decade,
            Self::Year(_) => Unit::Year,
            Self::Half(..) => Unit::Half,
            Self::Quarter(..) | Self::Season(..) => Unit::Quarter,
            Self::Month(..) => Unit::Month,
            Self::Week(_) => Unit::Week,
            Self::Weekend(_) => Unit::Weekend,
            Self::Day(_) => Unit::Day,
        }
    }

    /// The cell of the same size `steps` further on.
    pub(crate) fn moved(self, steps: i32) -> Option<Self> {
        Some(match self {
            Self::Century(century) => Self::Century(century.checked_add(steps)?),
            Self::Decade(year) => Self::Decade(year.checked_add(steps.checked_mul(10)?)?),
            Self::Year(year) => Self::Year(year.checked_add(steps)?),
            Self::Half(year, half) => {
                let total = year
                    .checked_mul(2)?
                    .checked_add(half as i32 - 1)?
                    .checked_add(steps)?;
                Self::Half(total.div_euclid(2), total.rem_euclid(2) as u32 + 1)
            }
            Self::Quarter(year, quarter) => {
                let total = year
                    .checked_mul(4)?
                    .checked_add(quarter as i32 - 1)?
                    .checked_add(steps)?;
                Self::Quarter(total.div_euclid(4), total.rem_euclid(4) as u32 + 1)
            }
            Self::Season(year, season) => Self::Season(year.checked_add(steps)?, season),
            Self::Month(year, month) => {
                let total = year
                    .checked_mul(12)?
                    .checked_add(month as i32 - 1)?
                    .checked_add(steps)?;
                Self::Month(total.div_euclid(12), total.rem_euclid(12) as u32 + 1)
            }
            Self::Week(day) => Self::Week(add_days(day, i64::from(steps) * 7)?),
            Self::Weekend(day) => Self::Weekend(add_days(day, i64::from(steps) * 7)?),
            Self::Day(day) => Self::Day(add_days(day, i64::from(steps))?),
        })
    }

    /// The same kind of cell `steps` units away ("a year earlier" than the third quarter of 1989
    /// is the third quarter of 1988). A coarser cell is not made finer.
    pub(crate) fn moved_by(self, steps: i32, unit: Unit) -> Option<Self> {
        match (self, unit) {
            (_, Unit::Fortnight) => self.moved_by(steps.checked_mul(2)?, Unit::Week),
            (Self::Day(day), _) => Some(Self::Day(move_day(day, steps, unit)?)),
            (cell, unit) if cell.unit() == unit => cell.moved(steps),
            (Self::Season(year, season), Unit::Year) => {
                Some(Self::Season(year.checked_add(steps)?, season))
            }
            (cell, Unit::Year) => cell.shift_year(steps),
            (cell, unit) => {
                let day = move_day(cell.interval()?.earliest, steps, unit)?;
                Some(Self::holding(day, unit.max_size(cell.unit())))
            }
        }
    }

    fn shift_year(self, years: i32) -> Option<Self> {
        Some(match self {
            Self::Half(year, half) => Self::Half(year.checked_add(years)?, half),
            Self::Quarter(year, quarter) => Self::Quarter(year.checked_add(years)?, quarter),
            Self::Month(year, month) => Self::Month(year.checked_add(years)?, month),
            Self::Week(day) => Self::Week(monday(move_day(day, years, Unit::Year)?)),
            Self::Weekend(day) => Self::Weekend(monday(move_day(day, years, Unit::Year)?)),
            other => Self::holding(
                move_day(other.interval()?.earliest, years, Unit::Year)?,
                other.unit(),
            ),
        })
    }

    /// Its year, if it lies in one.
    pub(crate) fn year(self) -> Option<i32> {
        match self {
            Self::Century(_) | Self::Decade(_) => None,
            Self::Year(year)
            | Self::Half(year, _)
            | Self::Quarter(year, _)
            | Self::Season(year, _)
            | Self::Month(year, _) => Some(year),
            Self::Week(day) | Self::Weekend(day) | Self::Day(day) => Some(day.year()),
        }
    }

    /// First and last day; `None` outside the calendar's reach.
    pub(crate) fn interval(self) -> Option<Interval> {
        let (first, last) = match self {
            Self::Century(century) => years(century.checked_mul(100)?, 100)?,
            Self::Decade(year) => years(year, 10)?,
            Self::Year(year) => years(year, 1)?,
            Self::Half(year, half) => months(year, half.checked_sub(1)? * 6 + 1, 6)?,
            Self::Quarter(year, quarter) => months(year, quarter.checked_sub(1)? * 3 + 1, 3)?,
            Self::Season(year, season) => months(year, season.first_month(), 3)?,
            Self::Month(year, month) => months(year, month, 1)?,
            Self::Week(day) => (day, add_days(day, 6)?),
            Self::Weekend(day) => (add_days(day, 5)?, add_days(day, 6)?),
            Self::Day(day) => (day, day),
        };
        Some(Interval {
            earliest: first,
            latest: last,
        })
    }

    /// TIMEX3 value.
    pub(crate) fn value(self) -> String {
        match self {
            Self::Century(century) => format!("{century:02}XX"),
            Self::Decade(year) => format!("{:03}X", year.div_euclid(10)),
            Self::Year(year) => year_value(year),
            Self::Half(year, half) => format!("{}-H{half}", year_value(year)),
            Self::Quarter(year, quarter) => format!("{}-Q{quarter}", year_value(year)),
            Self::Season(year, season) => format!("{}-{}", year_value(year), season.code()),
            Self::Month(year, month) => format!("{}-{month:02}", year_value(year)),
            Self::Week(day) => format!("{}-W{:02}", day.iso_week().year(), day.iso_week().week()),
            Self::Weekend(day) => {
                format!("{}-W{:02}-WE", day.iso_week().year(), day.iso_week().week())
            }
            Self::Day(day) => format!(
                "{}-{:02}-{:02}",
                year_value(day.year()),
                day.month(),
                day.day()
            ),
        }
    }
}

fn year_value(year: i32) -> String {
    if year < 0 {
        format!("-{:04}", year.unsigned_abs())
    } else {
        format!("{year:04}")
    }
}

fn years(first: i32, count: i32) -> Option<(NaiveDate, NaiveDate)> {
    let start = NaiveDate::from_ymd_opt(first, 1, 1)?;
    let end = NaiveDate::from_ymd_opt(first.checked_add(count - 1)?, 12, 31)?;
    Some((start, end))
}

fn months(year: i32, first: u32, count: u32) -> Option<(NaiveDate, NaiveDate)> {
    let start = NaiveDate::from_ymd_opt(year, first, 1)?;
    let end = start.checked_add_months(Months::new(count))?.pred_opt()?;
    Some((start, end))
}

/// The Monday of the ISO week that holds `day`.
pub(crate) fn monday(day: NaiveDate) -> NaiveDate {
    let back = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(back)).unwrap_or(day)
}

/// `day` moved by a number of days.
pub(crate) fn add_days(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    if days >= 0 {
        day.checked_add_days(Days::new(days.unsigned_abs()))
    } else {
        day.checked_sub_days(Days::new(days.unsigned_abs()))
    }
}

/// `day` moved by a number of units; units below a day leave it.
pub(crate) fn move_day(day: NaiveDate, steps: i32, unit: Unit) -> Option<NaiveDate> {
    let months = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return Some(day),
        Unit::Day => return add_days(day, i64::from(steps)),
        Unit::Week | Unit::Weekend => return add_days(day, i64::from(steps) * 7),
        Unit::Fortnight => return add_days(day, i64::from(steps) * 14),
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Half => 6,
        Unit::Year => 12,
        Unit::Decade => 120,
        Unit::Century => 1200,
    };
    let months = steps.checked_mul(months)?;
    if months >= 0 {
        day.checked_add_months(Months::new(months.unsigned_abs()))
    } else {
        day.checked_sub_months(Months::new(months.unsigned_abs()))
    }
}

/// The `index`th (1 to 5, or -1 for the last) `weekday` of a month.
pub(crate) fn weekday_of_month(
    year: i32,
    month: u32,
    weekday: Weekday,
    index: i32,
) -> Option<NaiveDate> {
    if index > 0 {
        return NaiveDate::from_weekday_of_month_opt(
            year,
            month,
            weekday,
            u8::try_from(index).ok()?,
        );
    }
    (1..=5)
        .rev()
        .find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::words::Unit;
    use super::Cell;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn values_are_timex3() {
        let date = day("2024-11-05");
        for (unit, value) in [
            (Unit::Century, "20XX"),
            (Unit::Decade, "202X"),
            (Unit::Year, "2024"),
            (Unit::Half, "2024-H2"),
            (Unit::Quarter, "2024-Q4"),
            (Unit::Month, "2024-11"),
            (Unit::Week, "2024-W45"),
            (Unit::Weekend, "2024-W45-WE"),
            (Unit::Day, "2024-11-05"),
        ] {
            assert_eq!(Cell::holding(date, unit).value(), value);
        }
    }

    #[test]
    fn a_year_before_a_quarter_is_a_quarter() {
        let cell = Cell::Quarter(1989, 3).moved_by(-1, Unit::Year).unwrap();
        assert_eq!(cell.value(), "1988-Q3");
        assert_eq!(Cell::Month(2024, 1).moved(-1).unwrap().value(), "2023-12");
    }
}
