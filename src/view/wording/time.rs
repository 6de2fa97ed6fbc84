//! How the value of a time expression was worked out; how long something still takes.

use std::time::Duration;

use crate::model::TimeReason;

/// One sentence without a full stop: the rule and the day it was counted from.
pub fn time(why: &TimeReason) -> String {
    match why.anchor {
        Some(anchor) => format!("{}, counted from {}", why.rule, anchor.format("%-d %B %Y")),
        None => why.rule.clone(),
    }
}

/// A time expression without a fixed day, by its TIMEX3 value: "25 October of a year that is not
/// known", "for 2 weeks".
pub fn unfixed(value: &str) -> String {
    const UNKNOWN: &str = "of a year that is not known";
    let unclear = || "a time without a fixed day".to_owned();
    if let Some(length) = value.strip_prefix('P') {
        return length_of_time(length).unwrap_or_else(unclear);
    }
    let Some(rest) = value.strip_prefix("XXXX-") else {
        return unclear();
    };
    // Any leap year will do to name a month and its day.
    let named = |day: &str, pattern: &str| {
        let day: chrono::NaiveDate = format!("2024-{day}").parse().ok()?;
        Some(format!("{} {UNKNOWN}", day.format(pattern)))
    };
    let found = match rest.len() {
        2 => named(&format!("{rest}-01"), "%B"),
        5 => named(rest, "%-d %B"),
        _ => None,
    };
    found.unwrap_or_else(unclear)
}

/// A length of time of one unit, after the "P" of its TIMEX3 value: "2W", "T5H".
fn length_of_time(length: &str) -> Option<String> {
    let (clock, length) = length
        .strip_prefix('T')
        .map_or((false, length), |rest| (true, rest));
    let unit = length.chars().next_back()?;
    let number: usize = length.strip_suffix(unit)?.parse().ok()?;
    let (one, many) = match (clock, unit) {
        (false, 'D') => ("day", "days"),
        (false, 'W') => ("week", "weeks"),
        (false, 'M') => ("month", "months"),
        (false, 'Y') => ("year", "years"),
        (true, 'H') => ("hour", "hours"),
        (true, 'M') => ("minute", "minutes"),
        (true, 'S') => ("second", "seconds"),
        _ => return None,
    };
    Some(format!("a length of {}", super::count(number, one, many)))
}

/// How long something still takes, no more exactly than it is known: "about 7 minutes left".
pub fn time_left(left: Duration) -> String {
    let seconds = left.as_secs();
    let (number, one, many) = match seconds {
        0..10 => return "a few seconds left".to_owned(),
        10..55 => ((seconds + 5) / 10 * 10, "second", "seconds"),
        55..5400 => ((seconds + 30) / 60, "minute", "minutes"),
        _ => ((seconds + 1800) / 3600, "hour", "hours"),
    };
    format!("about {} left", super::count(number as usize, one, many))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{time_left, unfixed};

    #[test]
    fn a_time_without_a_fixed_day_is_told_without_its_code() {
        let told = ["XXXX-10-25", "XXXX-10", "P2W", "PT1H", "XXXX-WXX-5"].map(unfixed);
        let expected = [
            "25 October of a year that is not known",
            "October of a year that is not known",
            "a length of 2 weeks",
            "a length of 1 hour",
            "a time without a fixed day",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn time_that_is_left_is_told_in_round_numbers() {
        let told = [3, 44, 58, 95, 3_000, 9_000].map(|s| time_left(Duration::from_secs(s)));
        let expected = [
            "a few seconds left",
            "about 40 seconds left",
            "about 1 minute left",
            "about 2 minutes left",
            "about 50 minutes left",
            "about 3 hours left",
        ];
        assert_eq!(told, expected);
    }
}
