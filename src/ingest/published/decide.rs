//! Which of the dates found is the day of publication.

use crate::ingest::draft::{DateRole, FoundDate};
use crate::ingest::pattern::pattern;
use crate::model::{DateBasis, Evidence, Published};

pattern!(
    /// A time in UTC, or one that says so.
    UTC,
    r"\d[T ](?P<hour>\d{1,2}):\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z| ?UTC| ?GMT|[+-]00:?00)\b"
);
pattern!(
    /// A time as programs write it.
    CLOCK,
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}"
);

/// Hour in UTC until which it is still the day before where American papers are.
const AMERICAN_EVENING_END: u32 = 6;
/// Hour in UTC from which it is the next day where papers of the far east are.
const ASIAN_MORNING_START: u32 = 14;

/// The day of publication with all evidence, strongest first.
///
/// A day that is said to be the one of publication comes before one that merely stands in its
/// place; among equals the order in which the readers of formats gave them counts, since they
/// give the strongest first. A day of change is chosen only where the article itself tells it and
/// nothing else: papers then show it in the place of the other. What markup calls a change may be
/// years later. Days of saving are shown but never chosen.
pub(in crate::ingest) fn decide(dates: &[FoundDate]) -> Published {
    let mut ranked: Vec<&FoundDate> = dates.iter().collect();
    ranked.sort_by_key(|found| found.role);
    let mut evidence: Vec<Evidence> = Vec::new();
    for found in &ranked {
        let one = Evidence {
            basis: found.basis,
            words: found.words.clone(),
            value: found.day,
        };
        if !evidence.contains(&one) {
            evidence.push(one);
        }
    }
    let chosen = ranked
        .first()
        .map(|first| as_shown(first, &ranked))
        .filter(|found| match found.role {
            DateRole::Published | DateRole::Probable => true,
            DateRole::Updated => found.basis == DateBasis::Text,
            DateRole::Captured => false,
        });
    Published {
        value: chosen.map(|found| found.day),
        basis: chosen.map_or(DateBasis::None, |found| found.basis),
        evidence,
    }
}

/// The same moment as the paper itself dates it: a time in UTC may be the day before or after there.
fn as_shown<'f>(found: &'f FoundDate, all: &[&'f FoundDate]) -> &'f FoundDate {
    let hour: Option<u32> = UTC
        .group(&found.words, "hour")
        .and_then(|hour| hour.parse().ok());
    let days = match hour {
        Some(..AMERICAN_EVENING_END) => -1,
        Some(ASIAN_MORNING_START..) => 1,
        _ => return found,
    };
    let is_shown = |other: &FoundDate| {
        other.basis != DateBasis::Url
            && !CLOCK.is_match(&other.words)
            && other.role <= DateRole::Probable
    };
    if all
        .iter()
        .any(|other| other.day == found.day && is_shown(other))
    {
        return found;
    }
    let local = |other: &&&FoundDate| {
        (other.day - found.day).num_days() == days
            && (other.basis == DateBasis::Url || is_shown(other))
    };
    all.iter().find(local).copied().unwrap_or(found)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::decide;
    use crate::ingest::draft::{DateRole, FoundDate};
    use crate::model::DateBasis;

    fn found(day: u32, role: DateRole, basis: DateBasis) -> FoundDate {
        FoundDate {
            day: NaiveDate::from_ymd_opt(2024, 11, day).unwrap(),
            basis,
            words: format!("{day}"),
            role,
        }
    }

    #[test]
    fn a_time_in_utc_is_dated_as_the_paper_shows_it() {
        let mut utc = found(6, DateRole::Published, DateBasis::Metadata);
        utc.words = "datePublished: 2024-11-06T03:00:00Z".to_owned();
        let shown = found(5, DateRole::Probable, DateBasis::Text);
        let days = |all: &[FoundDate]| decide(all).value.unwrap().to_string();
        assert_eq!(days(&[utc.clone(), shown.clone()]), "2024-11-05");
        let other = found(6, DateRole::Probable, DateBasis::Text);
        assert_eq!(days(&[utc.clone(), shown, other]), "2024-11-06");
        let far = found(3, DateRole::Probable, DateBasis::Url);
        assert_eq!(days(&[utc, far]), "2024-11-06");
    }

    #[test]
    fn a_change_is_chosen_last_and_saving_never() {
        let published = decide(&[
            found(7, DateRole::Updated, DateBasis::Metadata),
            found(6, DateRole::Probable, DateBasis::Url),
            found(5, DateRole::Published, DateBasis::Text),
        ]);
        assert_eq!(published.value, NaiveDate::from_ymd_opt(2024, 11, 5));
        assert_eq!(published.basis, DateBasis::Text);
        assert_eq!(published.evidence.len(), 3);
        let changed = decide(&[found(7, DateRole::Updated, DateBasis::Text)]);
        assert_eq!(changed.value, NaiveDate::from_ymd_opt(2024, 11, 7));
        let saved = decide(&[found(7, DateRole::Updated, DateBasis::Metadata)]);
        assert_eq!(saved.value, None);
        let unknown = decide(&[found(7, DateRole::Captured, DateBasis::Metadata)]);
        assert_eq!((unknown.value, unknown.basis), (None, DateBasis::None));
        assert_eq!(unknown.evidence.len(), 1);
    }
}
