//! The weights of the pair scorer: a logistic regression over the features of `pair`.
//!
//! Fitted on the pairs of units of hand-marked stories: twelve of `assets/model/train/stories` that the
//! clause vectors were not trained on, the four of `tests/fixtures`, and clause pairs of the training
//! topics of ECB+ (Cybulska and Vossen 2014; sentences that share two events or none); then set by hand
//! where 1,379 pairs from 50 stories of real news, each told by three outlets (BASIL, Fan et al. 2019),
//! taken in equal parts from all scores and labelled by reading, gain much and our own stories lose
//! little; rounded so that they can be read: a weight of 1 multiplies the odds of "same claim" by 2.7.
//!
//! What changed most for real news were runs of letters in place of the words of the clauses: average
//! precision there .56 to .66, on our stories .60 to .63. Sentences with their neighbours gained .01 more
//! there and lost as much here. Nothing was gained by runs of three, five or three to five letters, letters
//! of whole sentences, a clause's letters within the other's sentence, its length, names, place, or
//! products of two features.

use super::pair::FEATURES;

/// Weight of each feature, in the order of `pair::features`.
const WEIGHTS: [f32; FEATURES] = [
    5.0,   // cosine of the clauses' meanings
    -1.5,  // how much closer a partner one of them has in the other's article
    3.0,   // shared words of the sentences
    5.0,   // shared runs of letters of the clauses
    0.3,   // same whom
    -0.45, // different whom
    1.05,  // same amounts
    1.05,  // same time
    3.1,   // same quotation
    -0.3,  // one tells a fact, the other something meant or asked for
    -0.6,  // a clause inside a clause: what it is about stands outside
    -0.85, // another day, told to the day by both
];
/// Added to the weighted sum.
const BIAS: f32 = -6.1;

/// Score from which two units are joined when nothing speaks against it.
pub(super) const JOIN_MIN: f32 = 0.25;
/// Score from which two units of one article are joined: an article seldom says a thing twice.
pub(super) const SAME_ARTICLE_MIN: f32 = 0.85;
/// Score from which two units with a veto are told to be opposed or to differ in a number.
pub(super) const ALIKE_MIN: f32 = 0.35;
/// Least mean score between the members of two groups that are joined.
pub(super) const GROUP_MIN: f32 = 0.25;
/// Least score of two units that quote the same words.
pub(super) const SAME_WORDS: f32 = 0.6;
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
