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

    use super::time_left;

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
