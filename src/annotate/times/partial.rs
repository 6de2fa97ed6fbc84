//! Days of which only the weekday, or only month and day are known: what "the following day" is
//! counted from in an article without a date.

use chrono::{Datelike, NaiveDate, Weekday};

use super::cell::add_days;

/// A day that lacks its year or its week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartialDay {
    /// "Tuesday".
    Weekday(Weekday),
    /// "Oct. 25", in a year of 365 days.
    MonthDay(NaiveDate),
}

impl PartialDay {
    /// The day that a TIMEX3 value without year stands for: `XXXX-WXX-2`, `XXXX-10-25`.
    pub(super) fn of_value(value: &str) -> Option<Self> {
        let rest = value.strip_prefix("XXXX-")?;
        if let Some(number) = rest.strip_prefix("WXX-") {
            let number: u8 = number.parse().ok()?;
            let weekday = Weekday::try_from(number.checked_sub(1)?).ok()?;
            return Some(Self::Weekday(weekday));
        }
        let (month, day) = rest.split_once('-')?;
        NaiveDate::from_ymd_opt(2001, month.parse().ok()?, day.parse().ok()?).map(Self::MonthDay)
    }

    /// The day so many days on.
    pub(super) fn moved(self, days: i32) -> Self {
        match self {
            Self::Weekday(weekday) => {
                Self::Weekday((0..days.rem_euclid(7)).fold(weekday, |day, _| day.succ()))
            }
            Self::MonthDay(date) => Self::MonthDay(add_days(date, i64::from(days)).unwrap_or(date)),
        }
    }

    /// Its TIMEX3 value.
    pub(super) fn value(self) -> String {
        match self {
            Self::Weekday(weekday) => format!("XXXX-WXX-{}", weekday.number_from_monday()),
            Self::MonthDay(date) => format!("XXXX-{:02}-{:02}", date.month(), date.day()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDay;

    #[test]
    fn days_without_a_year_are_counted_on() {
        for (value, days, expected) in [
            ("XXXX-WXX-7", 1, "XXXX-WXX-1"),
            ("XXXX-WXX-1", -1, "XXXX-WXX-7"),
            ("XXXX-10-31", 1, "XXXX-11-01"),
        ] {
            let day = PartialDay::of_value(value).map(|day| day.moved(days).value());
            assert_eq!(day.as_deref(), Some(expected));
        }
        assert_eq!(PartialDay::of_value("XXXX-WXX"), None);
        assert_eq!(PartialDay::of_value("2024-10-31"), None);
    }
}
