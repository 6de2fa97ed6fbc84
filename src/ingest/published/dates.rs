//! Calendar days written in words or figures.
//!
//! Owns the ways a day is written in English news, in markup and in addresses. Must not decide
//! which of them is the day of publication.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};
use regex::Captures;

use crate::ingest::pattern::{Pattern, pattern};

/// Earliest year a news article of the collections can be from: the first newspaper is of 1605.
const YEAR_MIN: i32 = 1605;
/// Latest year taken for one.
const YEAR_MAX: i32 = 2199;

/// A day found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ingest) struct WrittenDay {
    /// Bytes of the text it stands in.
    pub range: Range<usize>,
    /// What the words tell.
    pub day: Day,
}

/// As much of a day as the words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Day {
    /// A full date.
    Full(NaiveDate),
    /// Month and day, the year left out.
    Yearless(u32, u32),
}

const MONTHS: &str = "jan(?:uary|\\.)?|feb(?:ruary|r?\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|jun\\.|july?|jul\\.|aug(?:ust|\\.)?|sep(?:tember|t\\.?|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?";

pattern!(
    /// Year first, also as Chinese and Japanese pages write it.
    ISO,
    r"\b(?P<y>\d{4})(?:[-/.]| ?年 ?)(?P<m>1[0-2]|0?[1-9])(?:[-/.]| ?月 ?)(?P<d>3[01]|[12]\d|0?[1-9])(?:\b|T| ?日)"
);
pattern!(
    DAY_MONTH,
    &format!(
        r"(?i)\b(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[ \-/](?:of )?(?P<mon>{MONTHS})(?:,?[ \-/](?P<y>\d{{4}}))?\b"
    )
);
pattern!(
    MONTH_DAY,
    &format!(
        r"(?i)\b(?P<mon>{MONTHS}) (?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?:,? (?:at )?(?P<y>\d{{4}})\b)?"
    )
);
pattern!(
    /// As addresses write it: `2024/nov/05`.
    YEAR_FIRST,
    &format!(
        r"(?i)\b(?P<y>\d{{4}})[-/](?P<mon>{MONTHS})[-/](?P<d>0?[1-9]|[12]\d|3[01])\b"
    )
);
pattern!(
    FIGURES,
    r"\b(?P<a>0?[1-9]|[12]\d|3[01])(?P<sep>[./-]|\. )(?P<b>0?[1-9]|[12]\d|3[01])(?:[./-]|\. )(?P<y>\d{4})\b"
);
pattern!(
    /// The same with the weekday before it.
    WEEKDAY_FIGURES,
    r"\b(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? (?P<a>0?[1-9]|1[0-2])/(?P<b>0?[1-9]|1[0-2])/(?P<y>\d{4})\b"
);

/// Months in other languages of Europe, since pages keep the dates of the language they are shown in.
const MONTHS_ABROAD: [&[&str]; 12] = [
    &[
        "janvier", "januar", "jänner", "januari", "enero", "gennaio", "janeiro",
    ],
    &[
        "février",
        "fevrier",
        "februar",
        "februari",
        "febrero",
        "febbraio",
        "fevereiro",
    ],
    &["mars", "märz", "maart", "marts", "marzo", "março"],
    &["avril", "abril", "aprile"],
    &["mai", "mei", "maj", "mayo", "maggio", "maio"],
    &["juin", "juni", "junio", "giugno", "junho"],
    &["juillet", "juli", "julio", "luglio", "julho"],
    &["août", "aout", "augusti", "augustus", "agosto"],
    &[
        "septembre",
        "septiembre",
        "setiembre",
        "settembre",
        "setembro",
    ],
    &["octobre", "oktober", "octubre", "ottobre", "outubro"],
    &["novembre", "noviembre", "novembro"],
    &[
        "décembre",
        "decembre",
        "dezember",
        "desember",
        "diciembre",
        "dicembre",
        "dezembro",
    ],
];
pattern!(
    /// With its year, since some of these names are English words.
    DAY_MONTH_ABROAD,
    &format!(
        r"(?i)\b(?P<d>0?[1-9]|[12]\d|3[01])(?:er|\.|º|°)? (?:de )?(?P<mon>{})(?:,| de)? (?P<y>\d{{4}})\b",
        MONTHS_ABROAD.map(|names| names.join("|")).join("|")
    )
);

/// Makes a day of what a pattern found.
type ReadDay = fn(&Captures) -> Option<Day>;

/// All days written in `text`, in order; of overlapping readings the first to begin wins, then the
/// order of the patterns.
pub(in crate::ingest) fn days_in(text: &str) -> Vec<WrittenDay> {
    let patterns: [(&Pattern, ReadDay); 7] = [
        (&ISO, figures_iso),
        (&YEAR_FIRST, with_month_name),
        (&DAY_MONTH, with_month_name),
        (&MONTH_DAY, with_month_name),
        (&FIGURES, figures_day_first_or_month_first),
        (&WEEKDAY_FIGURES, figures_by_weekday),
        (&DAY_MONTH_ABROAD, with_month_abroad),
    ];
    let mut all: Vec<WrittenDay> = Vec::new();
    for (pattern, read) in patterns {
        for captures in pattern.all(text) {
            if let (Some(whole), Some(day)) = (captures.get(0), read(&captures)) {
                all.push(WrittenDay {
                    range: whole.range(),
                    day,
                });
            }
        }
    }
    all.sort_by_key(|found| found.range.start);
    let mut kept: Vec<WrittenDay> = Vec::with_capacity(all.len());
    for found in all {
        let clear = kept
            .last()
            .is_none_or(|before| before.range.end <= found.range.start);
        if clear {
            kept.push(found);
        }
    }
    kept
}

/// The first full date in `text`.
pub(in crate::ingest) fn first_full(text: &str) -> Option<NaiveDate> {
    days_in(text).into_iter().find_map(|found| match found.day {
        Day::Full(day) => Some(day),
        Day::Yearless(..) => None,
    })
}

/// The day of a value of markup: ISO 8601, RFC 2822, a Unix time, or words.
pub(in crate::ingest) fn of_value(value: &str) -> Option<NaiveDate> {
    let value = value.trim();
    if value.len() > 100 {
        return None;
    }
    if let Ok(stamp) = value.parse::<i64>() {
        return of_number(value, stamp);
    }
    if let Ok(time) = chrono::DateTime::parse_from_rfc2822(value) {
        return checked(time.date_naive());
    }
    first_full(value)
}

/// `20241105`, or seconds or milliseconds since 1970.
fn of_number(digits: &str, stamp: i64) -> Option<NaiveDate> {
    match digits.len() {
        8 => NaiveDate::parse_from_str(digits, "%Y%m%d")
            .ok()
            .and_then(checked),
        9..=10 => chrono::DateTime::from_timestamp(stamp, 0).map(|time| time.date_naive()),
        12..=13 => chrono::DateTime::from_timestamp_millis(stamp).map(|time| time.date_naive()),
        _ => None,
    }
}

/// The number of a month from the start of its English name.
fn month_number(name: &str) -> Option<u32> {
    const STARTS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let name = name.to_ascii_lowercase();
    STARTS
        .iter()
        .position(|start| name.starts_with(start))
        .and_then(|at| u32::try_from(at + 1).ok())
}

fn number<T: std::str::FromStr>(captures: &Captures, name: &str) -> Option<T> {
    captures.name(name)?.as_str().parse().ok()
}

fn checked(day: NaiveDate) -> Option<NaiveDate> {
    (YEAR_MIN..=YEAR_MAX).contains(&day.year()).then_some(day)
}

fn full(year: i32, month: u32, day: u32) -> Option<Day> {
    NaiveDate::from_ymd_opt(year, month, day)
        .and_then(checked)
        .map(Day::Full)
}

fn figures_iso(captures: &Captures) -> Option<Day> {
    full(
        number(captures, "y")?,
        number(captures, "m")?,
        number(captures, "d")?,
    )
}

fn with_month_name(captures: &Captures) -> Option<Day> {
    let month = month_number(captures.name("mon")?.as_str())?;
    let day: u32 = number(captures, "d")?;
    match number::<i32>(captures, "y") {
        Some(year) => full(year, month, day),
        // 2024 is a leap year: every month and day that exists at all exists in it.
        None => NaiveDate::from_ymd_opt(2024, month, day).map(|_| Day::Yearless(month, day)),
    }
}

fn with_month_abroad(captures: &Captures) -> Option<Day> {
    let name = captures.name("mon")?.as_str().to_lowercase();
    let month = MONTHS_ABROAD
        .iter()
        .position(|names| names.contains(&name.as_str()))?;
    full(
        number(captures, "y")?,
        u32::try_from(month + 1).ok()?,
        number(captures, "d")?,
    )
}

/// `5/11/2024`: told only where one of the two cannot be a month, where both are the same, or by
/// the dot, which is never used month first.
fn figures_day_first_or_month_first(captures: &Captures) -> Option<Day> {
    let (a, b): (u32, u32) = (number(captures, "a")?, number(captures, "b")?);
    let year = number(captures, "y")?;
    let dotted = captures.name("sep")?.as_str().starts_with('.');
    if a > 12 || a == b || dotted {
        return full(year, b, a);
    }
    if b > 12 {
        return full(year, a, b);
    }
    None
}

/// The one of the two readings that falls on the weekday beside it.
fn figures_by_weekday(captures: &Captures) -> Option<Day> {
    let (a, b): (u32, u32) = (number(captures, "a")?, number(captures, "b")?);
    let year = number(captures, "y")?;
    let weekday: Weekday = captures.name("weekday")?.as_str().parse().ok()?;
    let fits = |day: &Day| matches!(day, Day::Full(day) if day.weekday() == weekday);
    let readings = [full(year, b, a), full(year, a, b)];
    readings.into_iter().flatten().find(fits)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Day, days_in, first_full, of_value};

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    #[test]
    fn reads_the_ways_news_write_a_day() {
        for text in [
            "2024-11-05",
            "2024/11/05",
            "https://paper.example/world/2024/nov/05/wall-falls",
            "5 November 2024",
            "Tuesday, 5th of November 2024",
            "November 5, 2024",
            "Nov. 5, 2024 at 10:20",
            "NOV 5 2024",
            "05-Nov-2024",
            "5.11.2024",
            "Updated 2024-11-05T08:00:00Z",
            "Publié le 5 novembre 2024 à 17h48",
            "5 de noviembre de 2024",
        ] {
            assert_eq!(first_full(text), day(2024, 11, 5), "{text}");
        }
        assert_eq!(first_full("Tue, 11/05/2024 - 14:20"), day(2024, 11, 5));
        assert_eq!(first_full("Tuesday 05/11/2024"), day(2024, 11, 5));
        assert_eq!(first_full("5. 11. 2024 18:32"), day(2024, 11, 5));
        assert_eq!(first_full("11/25/2024"), day(2024, 11, 25));
        assert_eq!(first_full("25/11/2024"), day(2024, 11, 25));
    }

    #[test]
    fn does_not_guess() {
        for text in [
            "3/4/2024",
            "Friday, 3/4/2024",
            "31 February 2024",
            "in March",
            "version 1.2.3",
            "Oct 5",
        ] {
            assert_eq!(first_full(text), None, "{text}");
        }
    }

    #[test]
    fn keeps_what_a_dateline_tells() {
        let days = days_in("BAGHDAD, Nov 5 (Reuters) - On 3 October 2023");
        assert_eq!(days[0].day, Day::Yearless(11, 5));
        assert_eq!(Some(days[1].day), day(2023, 10, 3).map(Day::Full));
    }

    #[test]
    fn reads_values_of_markup() {
        assert_eq!(
            of_value("Thu, 16 Oct 2025 21:54:00 +0100"),
            day(2025, 10, 16)
        );
        assert_eq!(of_value("1730764800"), day(2024, 11, 5));
        assert_eq!(of_value("20241105"), day(2024, 11, 5));
        assert_eq!(of_value("yesterday"), None);
    }
}
