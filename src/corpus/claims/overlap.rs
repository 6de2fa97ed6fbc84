//! Shared words: what two clauses or two sentences have in common, each word and actor weighted by
//! how rare it is in the collection.

use std::collections::BTreeMap;

use super::actors::Actor;

/// What two clauses can share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Feature {
    /// A content word's stem.
    Stem(String),
    /// An actor.
    Actor(Actor),
}

/// Sets of features, by number, with their weights: inverse frequency, and one more, so that the words
/// that all articles of one story share still count.
#[derive(Debug)]
pub(super) struct Weighted {
    /// For each set its features in order.
    sets: Vec<Vec<u32>>,
    /// Length of each set as a vector.
    lengths: Vec<f32>,
    /// Weight of each feature.
    weights: Vec<f32>,
}

/// How much two sets share.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Overlap {
    /// Cosine, 0 to 1.
    pub(super) cosine: f32,
    /// The weight they share, as a part of the lighter one's whole weight; 0 to 1.
    pub(super) containment: f32,
}

impl Weighted {
    /// Numbers the features of all sets and weighs them.
    pub(super) fn new(sets: impl Iterator<Item = Vec<Feature>>) -> Self {
        let mut numbers: BTreeMap<Feature, u32> = BTreeMap::new();
        let mut counts: Vec<u32> = Vec::new();
        let sets: Vec<Vec<u32>> = sets
            .map(|features| {
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
                for &feature in &set {
                    if let Some(count) = counts.get_mut(feature as usize) {
                        *count += 1;
                    }
                }
                set
            })
            .collect();
        let total = sets.len() as f32;
        let weights: Vec<f32> = counts
            .iter()
            .map(|&count| 1.0 + ((total + 1.0) / (count as f32 + 0.5)).ln().max(0.0))
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
        Self {
            sets,
            lengths,
            weights,
        }
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

    /// The overlap of two sets whose shared features add up to `shared`.
    pub(super) fn overlap_of(&self, a: usize, b: usize, shared: f32) -> Overlap {
        let length = |set: usize| self.lengths.get(set).copied().unwrap_or(0.0);
        let (a, b) = (length(a), length(b));
        Overlap {
            cosine: shared / (a * b).max(f32::MIN_POSITIVE),
            containment: shared / (a * a).min(b * b).max(f32::MIN_POSITIVE),
        }
    }

    /// The overlap of two sets.
    pub(super) fn overlap(&self, a: usize, b: usize) -> Overlap {
        let mut others = self.features(b).iter().peekable();
        let mut shared = 0.0;
        for &feature in self.features(a) {
            while others.next_if(|&&other| other < feature).is_some() {}
            if others.next_if(|&&other| other == feature).is_some() {
                shared += self.gain(feature);
            }
        }
        self.overlap_of(a, b, shared)
    }
}

fn squared(weights: &[f32], feature: u32) -> f32 {
    weights
        .get(feature as usize)
        .map_or(0.0, |weight| weight * weight)
}
