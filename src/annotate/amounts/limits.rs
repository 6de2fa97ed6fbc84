//! Words before a number that make it a limit or rough, and what they leave of it.

use crate::annotate::grammar::{Cursor, TokenKind};
use crate::model::AmountValue;

/// What the words before a number say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    /// Nothing.
    Exact,
    /// That number or more ("at least", "more than").
    From,
    /// That number or less ("up to", "fewer than").
    UpTo,
    /// Near that number ("some", "about", "nearly").
    Near,
}

const PHRASES: [(&str, Limit); 37] = [
    ("at least", Limit::From),
    ("no fewer than", Limit::From),
    ("no less than", Limit::From),
    ("not less than", Limit::From),
    ("a minimum of", Limit::From),
    ("well over", Limit::From),
    ("well above", Limit::From),
    ("just over", Limit::From),
    ("a little over", Limit::From),
    ("slightly more than", Limit::From),
    ("more than", Limit::From),
    ("greater than", Limit::From),
    ("upwards of", Limit::From),
    ("over", Limit::From),
    ("above", Limit::From),
    ("no more than", Limit::UpTo),
    ("not more than", Limit::UpTo),
    ("at most", Limit::UpTo),
    ("a maximum of", Limit::UpTo),
    ("up to", Limit::UpTo),
    ("as many as", Limit::UpTo),
    ("as much as", Limit::UpTo),
    ("less than", Limit::UpTo),
    ("fewer than", Limit::UpTo),
    ("just under", Limit::UpTo),
    ("under", Limit::UpTo),
    ("below", Limit::UpTo),
    ("an estimated", Limit::Near),
    ("close to", Limit::Near),
    ("approximately", Limit::Near),
    ("roughly", Limit::Near),
    ("around", Limit::Near),
    ("about", Limit::Near),
    ("nearly", Limit::Near),
    ("almost", Limit::Near),
    ("some", Limit::Near),
    ("circa", Limit::Near),
];

impl Limit {
    /// Reads the words before a number.
    pub(super) fn read(cursor: &mut Cursor<'_>) -> Self {
        let mut probe = *cursor;
        let Some((phrase, limit)) = PHRASES.iter().find(|(phrase, _)| probe.eat_phrase(phrase))
        else {
            return Self::Exact;
        };
        // "presided over two councils": before a small number in words these are prepositions.
        let is_place = matches!(*phrase, "over" | "under" | "above" | "below" | "around");
        if is_place
            && !probe.is_digits(0)
            && probe.token(0).is_some_and(|t| t.kind == TokenKind::Word)
        {
            return Self::Exact;
        }
        *cursor = probe;
        *limit
    }

    /// What the words leave of a value.
    pub(super) const fn of(self, value: AmountValue) -> AmountValue {
        match self {
            Self::Exact => value,
            Self::From => AmountValue {
                high: f64::INFINITY,
                ..value
            },
            Self::UpTo => AmountValue { low: 0.0, ..value },
            Self::Near => AmountValue {
                approximate: true,
                ..value
            },
        }
    }
}
