//! The weights of the pair scorer: a logistic regression over the features of `pair`.

use super::pair::FEATURES;

/// Weight of each feature, in the order of `Scorer::features`.
const WEIGHTS: [f32; FEATURES] = [
    6.0, 2.0, 3.0, 1.0, 0.8, 0.6, 0.5, 0.4, 1.0, -0.2, 0.8, -0.3, 3.0, 0.4,
];
/// Added to the weighted sum.
const BIAS: f32 = -8.5;

/// Score from which two units are joined when nothing speaks against it.
pub(super) const JOIN_MIN: f32 = 0.5;
/// Score from which two units with a veto are told to be opposed or to differ in a number.
pub(super) const ALIKE_MIN: f32 = 0.5;
/// Least mean score between the members of two groups that are joined.
pub(super) const GROUP_MIN: f32 = 0.38;

/// How likely a pair with these features is the same claim, 0 to 1.
pub(super) fn score(features: &[f32; FEATURES]) -> f32 {
    let sum: f32 = features
        .iter()
        .zip(WEIGHTS)
        .map(|(feature, weight)| feature * weight)
        .sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
