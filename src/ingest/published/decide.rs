//! Which of the dates found is the day of publication.

use crate::ingest::draft::{DateRole, FoundDate};
use crate::model::{DateBasis, Evidence, Published};

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
    let chosen = ranked.first().filter(|found| match found.role {
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
