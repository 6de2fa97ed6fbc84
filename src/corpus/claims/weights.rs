//! The weights of the pair scorer: a logistic regression over the features of `pair`.
//!
//! Fitted on the pairs of units of hand-marked stories (`tests/fixtures`), each story held out in
//! turn to choose features and limits, then on all of them, and rounded so that they can be read:
//! a weight of 1 multiplies the odds of "same claim" by 2.7. Event pairs of ECB+ (Cybulska and
//! Vossen 2014) were used to check the limits, not to fit: sentences that share an event there
//! need not say the same. Vectors of single clauses were left out for speed: beside shared rare words
//! and the vectors of whole sentences they added little on these stories (average precision .64, .73,
//! .60 with them and .64, .69, .58 without); on plainer news they may add more.

use super::pair::FEATURES;

/// Weight of each feature, in the order of `Scorer::features`.
const WEIGHTS: [f32; FEATURES] = [
    3.0,  // cosine of the sentences' vectors
    1.6,  // overlap of the clauses
    0.6,  // containment of the clauses
    0.9,  // same action
    0.7,  // the action of one is told in other words of the other
    0.5,  // same who
    0.7,  // same whom
    -0.6, // different whom
    1.1,  // one names no actor
    1.5,  // same amounts
    -0.4, // only one gives an amount
    0.9,  // same mood
    1.0,  // same time
    0.3,  // same quotation
    2.8,  // overlap of the sentences
    0.8,  // longest shared run of words
    0.3,  // length of the shorter clause, in tens of words
];
/// Added to the weighted sum.
const BIAS: f32 = -7.7;

/// Score from which two units are joined when nothing speaks against it.
pub(super) const JOIN_MIN: f32 = 0.25;
/// Score from which two units of one article are joined: an article seldom says a thing twice.
pub(super) const SAME_ARTICLE_MIN: f32 = 0.6;
/// Score from which two units with a veto are told to be opposed or to differ in a number.
pub(super) const ALIKE_MIN: f32 = 0.35;
/// Least mean score between the members of two groups that are joined.
pub(super) const GROUP_MIN: f32 = 0.25;
/// Pairs below this score are not kept.
pub(super) const KEPT_MIN: f32 = 0.02;

/// How likely a pair with these features is the same claim, 0 to 1.
pub(super) fn score(features: &[f32; FEATURES]) -> f32 {
    let sum: f32 = features
        .iter()
        .zip(WEIGHTS)
        .map(|(feature, weight)| feature * weight)
        .sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
