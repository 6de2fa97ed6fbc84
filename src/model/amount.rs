//! A number with what it counts, measures or costs.

use serde::{Deserialize, Serialize};

use super::Span;

/// A number in a text, by value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// Number, unit and qualifier ("at least 2,500 troops").
    pub span: Span,
    /// What it amounts to.
    pub value: AmountValue,
    /// Unit or thing counted, as a lemma ("troop", "USD", "km", "%"); `None` for a bare number.
    pub unit: Option<String>,
    /// Whether the amount is money.
    pub is_money: bool,
}

/// The range of values that the words allow.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AmountValue {
    /// Smallest value meant ("at least 12": 12; "dozens": 24).
    pub low: f64,
    /// Largest value meant (infinite for "more than 40").
    pub high: f64,
    /// Whether the words say that the number is rough ("some 2,500", "dozens").
    pub approximate: bool,
}

impl AmountValue {
    /// An exact number.
    pub const fn exact(value: f64) -> Self {
        Self {
            low: value,
            high: value,
            approximate: false,
        }
    }
}
