//! Words of the calendar: units, months, weekdays, seasons, parts of the day.

use chrono::Weekday;

use crate::language::lexicon::{self, CalendarKind};

/// A unit of time, from short to long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Seven days.
    Week,
    /// Two weeks.
    Fortnight,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Unit {
    /// The finer of two units.
    pub(crate) fn max_size(self, other: Self) -> Self {
        self.min(other)
    }

    /// The unit in words.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Fortnight => "fortnight",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half-year",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }

    /// Whether it is shorter than a day.
    pub(crate) fn is_clock(self) -> bool {
        self <= Self::Hour
    }

    /// A TIMEX3 duration of `number` units; `None` for an unknown number ("PXD").
    pub(crate) fn duration(self, number: Option<f64>) -> String {
        let (letter, factor) = match self {
            Self::Second => ("S", 1.0),
            Self::Minute => ("M", 1.0),
            Self::Hour => ("H", 1.0),
            Self::Day => ("D", 1.0),
            Self::Weekend => ("WE", 1.0),
            Self::Week => ("W", 1.0),
            Self::Fortnight => ("W", 2.0),
            Self::Month => ("M", 1.0),
            Self::Quarter => ("M", 3.0),
            Self::Half => ("M", 6.0),
            Self::Year => ("Y", 1.0),
            Self::Decade => ("Y", 10.0),
            Self::Century => ("Y", 100.0),
        };
        let clock = if self.is_clock() { "T" } else { "" };
        let Some(number) = number.map(|number| number * factor) else {
            let letter = match self {
                Self::Decade => "E",
                Self::Century => "C",
                _ => letter,
            };
            return format!("P{clock}X{letter}");
        };
        // Halves and quarters of these come out even in the next finer unit.
        let quarters = number.fract() * 4.0;
        if number.fract() > 0.0 && (quarters - quarters.round()).abs() < 1e-9 {
            let whole = number.trunc();
            match self {
                Self::Year => return format!("P{}{}M", some(whole, "Y"), quarters * 3.0),
                Self::Hour => return format!("PT{}{}M", some(whole, "H"), quarters * 15.0),
                Self::Minute => return format!("PT{}{}S", some(whole, "M"), quarters * 15.0),
                _ => {}
            }
        }
        format!("P{clock}{number}{letter}")
    }
}

fn some(whole: f64, letter: &str) -> String {
    if whole == 0.0 {
        String::new()
    } else {
        format!("{whole}{letter}")
    }
}

/// The unit that this word names, singular or plural.
pub(crate) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "second" | "seconds" | "sec" | "secs" => Unit::Second,
        "minute" | "minutes" | "min" | "mins" => Unit::Minute,
        "hour" | "hours" | "hr" | "hrs" => Unit::Hour,
        "day" | "days" | "night" | "nights" => Unit::Day,
        "weekend" | "weekends" => Unit::Weekend,
        "week" | "weeks" | "wk" | "wks" => Unit::Week,
        "fortnight" | "fortnights" => Unit::Fortnight,
        "month" | "months" => Unit::Month,
        "quarter" | "quarters" => Unit::Quarter,
        "year" | "years" | "yr" | "yrs" => Unit::Year,
        "decade" | "decades" => Unit::Decade,
        "century" | "centuries" => Unit::Century,
        _ => return None,
    })
}

/// Whether the word names several units ("days").
pub(crate) fn is_plural_unit(word: &str) -> bool {
    word.ends_with('s') && unit(word).is_some()
}

/// A month by its name or abbreviation, 1 to 12, and whether the word is an abbreviation.
pub(crate) fn month(word: &str) -> Option<(u32, bool)> {
    let (number, is_short) = named(word, CalendarKind::Month)?;
    Some((u32::from(number), is_short))
}

/// A weekday by its name or abbreviation, and whether the word is an abbreviation.
pub(crate) fn weekday(word: &str) -> Option<(Weekday, bool)> {
    let (number, is_short) = named(word, CalendarKind::Weekday)?;
    let weekday = Weekday::try_from(number.checked_sub(1)?).ok()?;
    Some((weekday, is_short))
}

/// The number of a month or weekday, and whether the word is an abbreviation.
fn named(word: &str, kind: CalendarKind) -> Option<(u8, bool)> {
    let full = lexicon::calendar_name(word).map(|found| (found, false));
    let (found, is_short) = full.or_else(|| Some((lexicon::calendar_abbreviation(word)?, true)))?;
    (found.kind == kind).then_some((found.number, is_short))
}

/// A weekday in the plural ("Tuesdays").
pub(crate) fn weekdays(word: &str) -> Option<Weekday> {
    let (day, is_short) = weekday(word.strip_suffix('s')?)?;
    (!is_short).then_some(day)
}

/// A season, meteorological, of the northern hemisphere where months are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

impl Season {
    /// TIMEX3 code.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// Its first month.
    pub(crate) const fn first_month(self) -> u32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// The season that this word names.
pub(crate) fn season(word: &str) -> Option<Season> {
    Some(match word {
        "spring" | "springtime" => Season::Spring,
        "summer" | "summertime" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" | "wintertime" => Season::Winter,
        _ => return None,
    })
}

/// TIMEX3 code of the part of the day that this word names, singular.
pub(crate) fn part_of_day(word: &str) -> Option<&'static str> {
    Some(match word {
        "morning" | "dawn" | "daybreak" => "MO",
        "noon" | "midday" => "12:00",
        "lunchtime" => "MI",
        "afternoon" => "AF",
        "evening" | "dusk" => "EV",
        "night" | "nighttime" | "overnight" => "NI",
        "midnight" => "00:00",
        "daytime" => "DT",
        _ => return None,
    })
}
