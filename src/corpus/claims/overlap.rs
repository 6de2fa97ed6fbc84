//! Shared words: what two clauses or two sentences have in common, each word, actor or run of letters
//! weighted by how rare it is in the collection.
//!
//! The weight is inverse frequency and one more (smoothed TF-IDF), so that the words that all
//! articles of one story share still count.

use std::collections::HashMap;
use std::hash::Hash;

use super::actors::Actor;

/// What two clauses can share.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Feature {
    /// A word: the stem of a content word, or any word's lemma.
    Word(String),
    /// An actor.
    Actor(Actor),
}

/// Letters of a run.
const RUN: usize = 4;

/// A run of letters of one word, with a space where the word begins or ends; shorter words are filled
/// up with spaces.
pub(super) type Run = [char; RUN];

/// The runs of letters of a text in lower case. "Iran" and "Iranian", "retaliate" and "retaliation"
/// share most of theirs.
pub(super) fn runs(text: &str) -> Vec<Run> {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    let mut runs = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        let mut letters = vec![' '];
        letters.extend(word.chars());
        letters.push(' ');
        letters.resize(letters.len().max(RUN), ' ');
        runs.extend(
            letters
                .windows(RUN)
                .filter_map(|run| Run::try_from(run).ok()),
        );
    }
    runs
}

/// Sets of features, by number, with their weights.
#[derive(Debug)]
pub(super) struct Weighted {
    /// For each set its features in order.
    sets: Vec<Vec<u32>>,
    /// Length of each set as a vector.
    lengths: Vec<f32>,
    /// Weight of each feature.
    weights: Vec<f32>,
}

impl Weighted {
    /// Numbers the features of all sets and weighs them.
    pub(super) fn new<F: Eq + Hash>(sets: impl Iterator<Item = Vec<F>>) -> Self {
        let (weighted, _) = Self::with_parts(sets, std::iter::empty());
        weighted
    }

    /// The same for sets and for other pieces of the same texts ("sentences, and clauses of them"), weighed
    /// by the sets alone. Gives the number of sets; the pieces are numbered after them.
    pub(super) fn with_parts<F: Eq + Hash>(
        sets: impl Iterator<Item = Vec<F>>,
        parts: impl Iterator<Item = Vec<F>>,
    ) -> (Self, usize) {
        let mut numbers: HashMap<F, u32> = HashMap::new();
        let mut counts: Vec<u32> = Vec::new();
        let mut total = 0;
        let sets: Vec<Vec<u32>> = sets
            .map(|features| (true, features))
            .chain(parts.map(|features| (false, features)))
            .map(|(is_whole, features)| {
                let mut set: Vec<u32> = features
                    .into_iter()
                    .map(|feature| {
                        let next = numbers.len() as u32;
                        *numbers.entry(feature).or_insert(next)
                    })
                    .collect();
                set.sort_unstable();
                set.dedup();
                counts.resize(numbers.len(), 0);
                total += usize::from(is_whole);
                for &feature in set.iter().filter(|_| is_whole) {
                    if let Some(count) = counts.get_mut(feature as usize) {
                        *count += 1;
                    }
                }
                set
            })
            .collect();
        let weights: Vec<f32> = counts
            .iter()
            .map(|&count| 1.0 + ((total as f32 + 1.0) / (count as f32 + 0.5)).ln().max(0.0))
            .collect();
        let lengths = sets
            .iter()
            .map(|set| {
                set.iter()
                    .map(|&feature| squared(&weights, feature))
                    .sum::<f32>()
                    .sqrt()
            })
            .collect();
        let weighted = Self {
            sets,
            lengths,
            weights,
        };
        (weighted, total)
    }

    /// The features of a set, in order.
    pub(super) fn features(&self, set: usize) -> &[u32] {
        self.sets.get(set).map_or(&[], Vec::as_slice)
    }

    /// How many features there are.
    pub(super) const fn count(&self) -> usize {
        self.weights.len()
    }

    /// What a shared feature adds.
    pub(super) fn gain(&self, feature: u32) -> f32 {
        squared(&self.weights, feature)
    }

    /// Cosine of two sets whose shared features add up to `shared`, 0 to 1.
    pub(super) fn cosine_of(&self, a: usize, b: usize, shared: f32) -> f32 {
        let length = |set: usize| self.lengths.get(set).copied().unwrap_or(0.0);
        shared / (length(a) * length(b)).max(f32::MIN_POSITIVE)
    }

    /// Cosine of two sets, 0 to 1.
    pub(super) fn cosine(&self, a: usize, b: usize) -> f32 {
        let mut others = self.features(b).iter().peekable();
        let mut shared = 0.0;
        for &feature in self.features(a) {
            while others.next_if(|&&other| other < feature).is_some() {}
            if others.next_if(|&&other| other == feature).is_some() {
                shared += self.gain(feature);
            }
        }
        self.cosine_of(a, b, shared)
    }
}

fn squared(weights: &[f32], feature: u32) -> f32 {
    weights
        .get(feature as usize)
        .map_or(0.0, |weight| weight * weight)
}

#[cfg(test)]
mod tests {
    use super::{Weighted, runs};

    #[test]
    fn words_of_one_root_share_runs_of_letters() {
        let texts = [
            "Iran retaliated",
            "an Iranian retaliation",
            "Iraq recovered",
        ];
        let weighted = Weighted::new(texts.iter().map(|text| runs(text)));
        assert!(weighted.cosine(0, 1) > weighted.cosine(0, 2));
    }

    #[test]
    fn short_words_are_runs_too() {
        assert_eq!(runs("A 5"), [[' ', 'a', ' ', ' '], [' ', '5', ' ', ' ']]);
        assert!(runs("… –").is_empty());
    }
}
