//! How alike articles are, for the pairs that share a word worth sharing.

use std::collections::{BTreeMap, HashMap};

use super::vectors::Vectors;

/// Collections up to this size are compared pair by pair.
const ALL_PAIRS_MAX: usize = 1_500;
/// In larger ones, pairs must share one of this many heaviest words …
const HEAVIEST: usize = 20;
/// … and an article is paired with at most this many neighbours on the list of each such word.
const NEIGHBOURS: usize = 24;
/// Pairs less alike than this are not kept.
const LIKENESS_MIN: f32 = 0.01;

/// A pair of articles, the smaller index first, with the cosine of their vectors.
pub(super) type Likeness = (usize, usize, f32);

/// The pairs that are alike at all, in order; for large collections, those that share a heavy word.
pub(super) fn likeness(vectors: &Vectors) -> Vec<Likeness> {
    let articles = &vectors.articles;
    if articles.len() <= ALL_PAIRS_MAX {
        return (0..articles.len())
            .flat_map(|one| from_one(articles, one))
            .collect();
    }
    let mut lists: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, words) in articles.iter().enumerate() {
        let mut heaviest: Vec<(u32, f32)> = words.clone();
        heaviest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        for (word, _) in heaviest.into_iter().take(HEAVIEST) {
            lists.entry(word).or_default().push(at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for list in lists.values() {
        for (place, &one) in list.iter().enumerate() {
            let near = list.iter().skip(place + 1).take(NEIGHBOURS);
            pairs.extend(near.map(|&other| (one, other)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
        .into_iter()
        .filter_map(|(one, other)| {
            let alike = cosine(articles.get(one)?, articles.get(other)?);
            (alike >= LIKENESS_MIN).then_some((one, other, alike))
        })
        .collect()
}

/// The pairs of one article with those after it.
fn from_one(articles: &[Vec<(u32, f32)>], one: usize) -> Vec<Likeness> {
    let Some(words) = articles.get(one) else {
        return Vec::new();
    };
    let weights: HashMap<u32, f32> = words.iter().copied().collect();
    articles
        .iter()
        .enumerate()
        .skip(one + 1)
        .filter_map(|(other, words)| {
            let alike: f32 = words
                .iter()
                .filter_map(|(word, weight)| Some(weight * weights.get(word)?))
                .sum();
            (alike >= LIKENESS_MIN).then_some((one, other, alike))
        })
        .collect()
}

/// Cosine of two ordered lists of length 1.
fn cosine(left: &[(u32, f32)], right: &[(u32, f32)]) -> f32 {
    let mut right = right.iter().peekable();
    let mut sum = 0.0;
    for (word, weight) in left {
        while right.next_if(|(other, _)| other < word).is_some() {}
        if let Some((_, other)) = right.next_if(|(other, _)| other == word) {
            sum += weight * other;
        }
    }
    sum
}
