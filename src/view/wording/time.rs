//! How the value of a time expression was worked out.

use crate::model::TimeReason;

/// One sentence without a full stop: the rule and the day it was counted from.
pub fn time(why: &TimeReason) -> String {
    match why.anchor {
        Some(anchor) => format!("{}, counted from {}", why.rule, anchor.format("%-d %B %Y")),
        None => why.rule.clone(),
    }
}
