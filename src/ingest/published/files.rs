//! What the times of files tell about publication: little, and only when they differ.
//!
//! Owns the judgement whether a file's time can be more than the moment of copying.

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::NaiveDate;

use crate::ingest::draft::{DateRole, FoundDate};
use crate::model::DateBasis;

/// Files that share one minute before it counts as the minute of copying them.
const COPIED_TOGETHER_MIN: usize = 2;
/// Share of a large collection that may fall into one minute by chance, as where an archive stored
/// days without hours.
const SAME_MINUTE_SHARE: f64 = 0.2;

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

    /// The day of a file's time, as weak evidence; nothing where many files share its minute,
    /// which is then the moment of copying or unpacking.
    pub(in crate::ingest) fn evidence(&self, time: Option<SystemTime>) -> Option<FoundDate> {
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
            role: DateRole::Probable,
        })
    }
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
    use std::time::{Duration, UNIX_EPOCH};

    use super::FileTimes;

    #[test]
    fn a_minute_shared_by_the_folder_is_the_minute_of_copying() {
        let copied = Some(UNIX_EPOCH + Duration::from_hours(480_768));
        let alone = Some(UNIX_EPOCH + Duration::from_secs(1_730_000_000));
        let mut times = FileTimes::default();
        for time in [copied, copied, copied, alone] {
            times.note(time);
        }
        assert_eq!(times.evidence(copied), None);
        assert_eq!(times.evidence(alone).unwrap().day.to_string(), "2024-10-27");
    }

    #[test]
    fn the_zero_of_clocks_is_no_day() {
        let mut times = FileTimes::default();
        times.note(Some(UNIX_EPOCH));
        assert_eq!(times.evidence(Some(UNIX_EPOCH)), None);
        assert_eq!(times.evidence(None), None);
    }
}
