//! A time expression and the calendar value it stands for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Span;

/// Type of a time expression, as in TIMEX3 (ISO-TimeML).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeType {
    /// A calendar date of any size.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// First and last day of a stretch of calendar time, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// First day.
    pub earliest: NaiveDate,
    /// Last day.
    pub latest: NaiveDate,
}

impl Interval {
    /// A single day.
    pub const fn day(day: NaiveDate) -> Self {
        Self {
            earliest: day,
            latest: day,
        }
    }

    /// Whether it is one single day.
    pub fn is_day(self) -> bool {
        self.earliest == self.latest
    }

    /// Whether the two share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.earliest <= other.latest && other.earliest <= self.latest
    }
}

/// Words that tell a time, resolved as far as the text allows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// The words.
    pub span: Span,
    /// Date, time, duration or set.
    pub kind: TimeType,
    /// TIMEX3 value: `2024-11-05`, `2024-W44`, `P3D`, `PAST_REF`, `2024-11-05T10:00`.
    pub value: String,
    /// The days it covers; `None` for durations, sets and vague references.
    pub interval: Option<Interval>,
    /// What the value rests on.
    pub why: TimeReason,
}

/// What the value of a time expression was worked out from; `view::wording` makes the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeReason {
    /// Plain words for the rule ("Tuesday of the week of publication").
    pub rule: String,
    /// The day it was counted from, if any.
    pub anchor: Option<NaiveDate>,
    /// The words that gave the anchor; `None` when it is the article's own date.
    pub anchor_words: Option<Span>,
}
