//! What the times of files tell about publication: little, as most were saved long after.
//!
//! Owns the judgement whether a file's time can be more than the moment of saving or copying: only
//! where the article itself, and the others beside it, speak for that day too.

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{Datelike, NaiveDate};

use super::dates::Day;
use super::yearless::NEIGHBOUR_DAYS_MAX;
use crate::ingest::draft::{DateRole, FoundDate};
use crate::model::DateBasis;

/// Files that share one minute before it counts as the minute of copying them.
const COPIED_TOGETHER_MIN: usize = 2;
/// Share of a large collection that may fall into one minute by chance, as where an archive stored
/// days without hours.
const SAME_MINUTE_SHARE: f64 = 0.2;
/// News tells of days at most so long before its own, in days, that they speak for its own.
const TOLD_DAYS_MAX: i64 = 7;

/// Times of all files of a collection.
#[derive(Clone, Debug, Default)]
pub(in crate::ingest) struct FileTimes {
    /// Files per minute since 1970.
    minutes: BTreeMap<u64, usize>,
    /// Files in all.
    total: usize,
}

impl FileTimes {
    /// Notes the time of one file.
    pub(in crate::ingest) fn note(&mut self, time: Option<SystemTime>) {
        self.total += 1;
        if let Some(minute) = time.and_then(minute_of) {
            *self.minutes.entry(minute).or_default() += 1;
        }
    }

    /// The day of a file's time, as weak evidence where the article speaks for it, else as the day of
    /// saving, which is shown and never chosen. Nothing where many files share its minute, which is
    /// then the moment of copying or unpacking.
    ///
    /// `told` are the days that the article names, `neighbours` those on which others were published.
    pub(in crate::ingest) fn evidence(
        &self,
        time: Option<SystemTime>,
        told: &[Day],
        neighbours: &[NaiveDate],
    ) -> Option<FoundDate> {
        let minute = minute_of(time?)?;
        let sharing = self.minutes.get(&minute).copied().unwrap_or(1);
        let allowed = (self.total as f64 * SAME_MINUTE_SHARE) as usize;
        if sharing >= COPIED_TOGETHER_MIN && sharing > allowed {
            return None;
        }
        let day = day_of(minute)?;
        Some(FoundDate {
            day,
            basis: DateBasis::File,
            words: format!("the file was last changed on {day}"),
            role: if is_told(day, told) && is_near(day, neighbours) {
                DateRole::Probable
            } else {
                DateRole::Captured
            },
        })
    }
}

/// Whether an article names this day or one shortly before, and no full date speaks against it: of days
/// without a year each would be near in some year.
fn is_told(day: NaiveDate, told: &[Day]) -> bool {
    let is_before = |other: NaiveDate| (0..=TOLD_DAYS_MAX).contains(&(day - other).num_days());
    let full = |told: &Day| match told {
        Day::Full(day) => Some(*day),
        Day::Yearless(..) => None,
    };
    if told.iter().any(|told| full(told).is_some()) {
        return told.iter().filter_map(full).any(is_before);
    }
    told.iter().any(|told| match told {
        Day::Full(_) => false,
        // At the turn of the year the day before is of the year before.
        Day::Yearless(month, date) => [day.year(), day.year() - 1]
            .into_iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, *month, *date))
            .any(is_before),
    })
}

/// Whether an article of this day would stand near one of the others, where any has a day.
fn is_near(day: NaiveDate, neighbours: &[NaiveDate]) -> bool {
    let is_near = |other: &NaiveDate| (day - *other).num_days().abs() <= NEIGHBOUR_DAYS_MAX;
    neighbours.is_empty() || neighbours.iter().any(is_near)
}

fn minute_of(time: SystemTime) -> Option<u64> {
    Some(time.duration_since(UNIX_EPOCH).ok()?.as_secs() / 60)
}

/// The day in universal time, so that the same folder gives the same day on any machine.
fn day_of(minute: u64) -> Option<NaiveDate> {
    let seconds = i64::try_from(minute.checked_mul(60)?).ok()?;
    let day = chrono::DateTime::from_timestamp(seconds, 0)?.date_naive();
    // Archives write 1970 or 1980 where they know no time.
    (day > NaiveDate::from_ymd_opt(1980, 1, 2)?).then_some(day)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    use chrono::NaiveDate;

    use super::FileTimes;
    use crate::ingest::draft::DateRole;
    use crate::ingest::published::dates::days_in;

    /// 27 October 2024.
    fn october() -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_730_000_000)
    }

    fn alone() -> FileTimes {
        let mut times = FileTimes::default();
        times.note(Some(october()));
        times
    }

    #[test]
    fn a_minute_shared_by_the_folder_is_the_minute_of_copying() {
        let copied = Some(UNIX_EPOCH + Duration::from_hours(480_768));
        let mut times = FileTimes::default();
        for time in [copied, copied, copied, Some(october())] {
            times.note(time);
        }
        assert_eq!(times.evidence(copied, &[], &[]), None);
        let found = times.evidence(Some(october()), &[], &[]).unwrap();
        assert_eq!(found.day.to_string(), "2024-10-27");
    }

    #[test]
    fn the_day_of_a_download_is_no_day_of_publication() {
        let role = |text: &str, neighbours: &[&str]| {
            let told: Vec<_> = days_in(text).into_iter().map(|found| found.day).collect();
            let neighbours: Vec<NaiveDate> =
                neighbours.iter().map(|day| day.parse().unwrap()).collect();
            let found = alone().evidence(Some(october()), &told, &neighbours);
            found.unwrap().role
        };
        for (text, neighbours) in [
            ("The dam broke on Tuesday.", [].as_slice()),
            ("The dam broke on March 3.", &[]),
            (
                "The dam broke on Oct. 25, 2023. It was mended on Oct. 26.",
                &[],
            ),
            ("The dam broke on Oct. 25.", &["2022-10-26"]),
        ] {
            assert_eq!(role(text, neighbours), DateRole::Captured, "{text}");
        }
        for (text, neighbours) in [
            ("The dam broke on Oct. 25.", [].as_slice()),
            ("The dam broke on 26 October 2024.", &["2024-10-28"]),
        ] {
            assert_eq!(role(text, neighbours), DateRole::Probable, "{text}");
        }
    }

    #[test]
    fn the_zero_of_clocks_is_no_day() {
        let mut times = FileTimes::default();
        times.note(Some(UNIX_EPOCH));
        assert_eq!(times.evidence(Some(UNIX_EPOCH), &[], &[]), None);
        assert_eq!(times.evidence(None, &[], &[]), None);
    }
}
