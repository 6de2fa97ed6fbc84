//! Pairs of sentences worth a look, with their probability of telling the same.
//!
//! Two ordinary articles are compared pair by pair. For long texts only pairs that share a rare
//! word are looked at, so that time grows with the text and not with its square.

use std::collections::BTreeMap;

use super::super::evidence::Evidence;
use super::density;
use super::score::{Features, Standing};

/// Texts with at most this many pairs of sentences are compared pair by pair.
const ALL_PAIRS_MAX: usize = 90_000;
/// In long texts, words that stand in more sentences of one side than this bring no pairs.
const SENTENCES_PER_WORD_MAX: usize = 24;
/// Likeness at which two sentences of one text repeat each other as likely as not, and how fast the
/// probability rises there; read off the pairs across texts that are known to belong together.
const REPEATED_LIKENESS: f32 = 0.42;
const REPEATED_STEEPNESS: f32 = 14.0;

/// A pair of sentences that may belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    /// Index of the sentence on the left.
    pub left: usize,
    /// Index of the sentence on the right.
    pub right: usize,
    /// Probability that both tell the same, 0 to 1.
    pub probability: f32,
    /// How alike the two are on their own, 0 to 1.
    pub likeness: f32,
}

/// All pairs across the two texts with some evidence, in order of left and right.
pub(super) fn score_all(left: &[Evidence], right: &[Evidence]) -> Vec<Pair> {
    let scored = alike(left, right);
    let mut by_left = vec![[0.0_f32; 2]; left.len()];
    let mut by_right = vec![[0.0_f32; 2]; right.len()];
    for (i, j, features) in &scored {
        let likeness = features.likeness();
        if let Some(best) = by_left.get_mut(*i) {
            keep_best(best, likeness);
        }
        if let Some(best) = by_right.get_mut(*j) {
            keep_best(best, likeness);
        }
    }
    let all = left.len() * right.len();
    let mean = scored
        .iter()
        .map(|(_, _, features)| features.likeness())
        .sum::<f32>()
        / all.max(1) as f32;
    let mut pairs: Vec<Pair> = scored
        .into_iter()
        .map(|(left, right, features)| {
            let likeness = features.likeness();
            let bests = [by_left.get(left), by_right.get(right)];
            let standing = Standing {
                leads: bests.map(|best| lead(best, likeness)),
                above_mean: likeness - mean,
            };
            Pair {
                left,
                right,
                probability: features.probability(standing),
                likeness,
            }
        })
        .collect();
    density::settle(&mut pairs, all);
    pairs
}

/// Sentences of one text that tell the same as another of that text, as a headline and the sentence
/// below it do: pairs of the indexes of two sentences, with how likely that is, 0 to 1.
pub(super) fn repeated(sentences: &[Evidence]) -> Vec<(usize, usize, f32)> {
    alike(sentences, sentences)
        .into_iter()
        .filter(|(one, other, _)| one < other)
        .map(|(one, other, features)| {
            let likeness = features.likeness();
            let sum = REPEATED_STEEPNESS * (likeness - REPEATED_LIKENESS);
            (one, other, 1.0 / (1.0 + (-sum).exp()))
        })
        .collect()
}

/// Pairs with some evidence, with what speaks for each, in order.
fn alike(left: &[Evidence], right: &[Evidence]) -> Vec<(usize, usize, Features)> {
    candidates(left, right)
        .into_iter()
        .filter_map(|(i, j)| {
            let features = Features::of(left.get(i)?, right.get(j)?);
            (features.likeness() > 0.02).then_some((i, j, features))
        })
        .collect()
}

/// Keeps the best and the second best.
fn keep_best(best: &mut [f32; 2], likeness: f32) {
    let [first, second] = best;
    if likeness > *first {
        *second = *first;
        *first = likeness;
    } else if likeness > *second {
        *second = likeness;
    }
}

/// How far `likeness` leads over the best of the others.
fn lead(best: Option<&[f32; 2]>, likeness: f32) -> f32 {
    let [first, second] = best.copied().unwrap_or_default();
    likeness - if likeness >= first { second } else { first }
}

/// Pairs to look at, each once, in order.
fn candidates(left: &[Evidence], right: &[Evidence]) -> Vec<(usize, usize)> {
    if left.len().saturating_mul(right.len()) <= ALL_PAIRS_MAX {
        return (0..left.len())
            .flat_map(|i| (0..right.len()).map(move |j| (i, j)))
            .collect();
    }
    let index = index(right);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (i, evidence) in left.iter().enumerate() {
        let from = found.len();
        for (word, _) in &evidence.content {
            if let Some(sentences) = index.get(word) {
                found.extend(sentences.iter().map(|&j| (i, j)));
            }
        }
        if let Some(new) = found.get_mut(from..) {
            new.sort_unstable();
        }
    }
    found.dedup();
    found
}

/// For each word that is not too common, the sentences that hold it.
fn index(sentences: &[Evidence]) -> BTreeMap<u32, Vec<usize>> {
    let mut index: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, evidence) in sentences.iter().enumerate() {
        for (word, _) in &evidence.content {
            index.entry(*word).or_default().push(at);
        }
    }
    index.retain(|_, sentences| sentences.len() <= SENTENCES_PER_WORD_MAX);
    index
}
