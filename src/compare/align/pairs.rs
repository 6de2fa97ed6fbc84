//! Pairs of sentences worth a look, with their probability of telling the same.
//!
//! Two ordinary articles are compared pair by pair. For long texts only pairs that share a rare
//! word are looked at, so that time grows with the text and not with its square.

use std::collections::BTreeMap;

use super::super::evidence::Evidence;
use super::density;
use super::score::{Features, Standing, Texts};

/// Texts with at most this many pairs of sentences are compared pair by pair.
const ALL_PAIRS_MAX: usize = 90_000;
/// In long texts, words that stand in more sentences of one side than this bring no pairs.
const SENTENCES_PER_WORD_MAX: usize = 24;
/// How many of the most alike sentences tell what two texts are to each other.
const MOST_ALIKE: usize = 3;
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
    let sizes = [left.len(), right.len()];
    let likeness = Bests::of(sizes, &scored, Features::likeness);
    let meaning = Bests::of(sizes, &scored, |features| features.meaning.unwrap_or(0.0));
    let words = Bests::of(sizes, &scored, |features| features.words);
    let all = left.len() * right.len();
    let sum: f32 = scored.iter().map(|(.., of)| of.likeness()).sum();
    let mean = sum / all.max(1) as f32;
    let texts = Texts {
        shorter: (left.len().min(right.len()).max(1) as f32).ln(),
        most_alike: likeness.highest(),
    };
    let mut pairs: Vec<Pair> = scored
        .iter()
        .map(|&(left, right, features)| {
            let own = features.likeness();
            let standing = Standing {
                leads: likeness.leads(left, right, own),
                above_mean: own - mean,
                ahead_in_meaning: meaning.ahead(left, right, features.meaning.unwrap_or(0.0)),
                ahead_in_words: words.ahead(left, right, features.words),
            };
            Pair {
                left,
                right,
                probability: features.probability(standing, texts),
                likeness: own,
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

/// The best and the second best that each sentence of either text has with the other, by one kind of
/// evidence.
struct Bests([Vec<[f32; 2]>; 2]);

impl Bests {
    fn of(
        sizes: [usize; 2],
        scored: &[(usize, usize, Features)],
        evidence: impl Fn(&Features) -> f32,
    ) -> Self {
        let mut sides = sizes.map(|size| vec![[0.0_f32; 2]; size]);
        let [lefts, rights] = &mut sides;
        for (left, right, features) in scored {
            let value = evidence(features);
            let bests = [lefts.get_mut(*left), rights.get_mut(*right)];
            for best in bests.into_iter().flatten() {
                keep_best(best, value);
            }
        }
        Self(sides)
    }

    /// How far a pair leads over the best other pair of its left, and of its right sentence.
    fn leads(&self, left: usize, right: usize, value: f32) -> [f32; 2] {
        let Self([lefts, rights]) = self;
        [lefts.get(left), rights.get(right)].map(|best| lead(best, value))
    }

    /// How far it leads over both together, where it does.
    fn ahead(&self, left: usize, right: usize, value: f32) -> f32 {
        let leads = self.leads(left, right, value);
        leads.iter().map(|lead| lead.max(0.0)).sum()
    }

    /// What the sentences with the highest values reach, on average of both texts.
    fn highest(&self) -> f32 {
        let highest = |side: &Vec<[f32; 2]>| {
            let mut firsts: Vec<f32> = side.iter().map(|[first, _]| *first).collect();
            firsts.sort_by(|a, b| b.total_cmp(a));
            firsts.truncate(MOST_ALIKE);
            firsts.iter().sum::<f32>() / firsts.len().max(1) as f32
        };
        let Self([lefts, rights]) = self;
        f32::midpoint(highest(lefts), highest(rights))
    }
}

/// Keeps the best and the second best.
fn keep_best(best: &mut [f32; 2], value: f32) {
    let [first, second] = best;
    if value > *first {
        *second = *first;
        *first = value;
    } else if value > *second {
        *second = value;
    }
}

/// How far `value` leads over the best of the others.
fn lead(best: Option<&[f32; 2]>, value: f32) -> f32 {
    let [first, second] = best.copied().unwrap_or_default();
    value - if value >= first { second } else { first }
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
