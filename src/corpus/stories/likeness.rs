//! How alike articles are, for the pairs that share a word worth sharing.

use std::collections::BTreeMap;

use rayon::prelude::*;

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
    let partners = (articles.len() > ALL_PAIRS_MAX).then(|| partners(articles));
    let found: Vec<Vec<Likeness>> = (0..articles.len())
        .into_par_iter()
        .map_init(
            || vec![0.0; vectors.words.len()],
            |weights, one| match &partners {
                None => from_one(articles, one, one + 1..articles.len(), weights),
                Some(partners) => {
                    let partners = partners.get(one).map_or(&[][..], Vec::as_slice);
                    from_one(articles, one, partners.iter().copied(), weights)
                }
            },
        )
        .collect();
    found.into_iter().flatten().collect()
}

/// For each article those after it that share one of its heaviest words, in order.
fn partners(articles: &[Vec<(u32, f32)>]) -> Vec<Vec<usize>> {
    let heaviest: Vec<Vec<u32>> = articles.par_iter().map(|words| heaviest(words)).collect();
    let mut lists: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, words) in heaviest.into_iter().enumerate() {
        for word in words {
            lists.entry(word).or_default().push(at);
        }
    }
    let mut partners: Vec<Vec<usize>> = vec![Vec::new(); articles.len()];
    for list in lists.values() {
        for (place, &one) in list.iter().enumerate() {
            if let Some(partners) = partners.get_mut(one) {
                partners.extend(list.iter().skip(place + 1).take(NEIGHBOURS));
            }
        }
    }
    partners.par_iter_mut().for_each(|partners| {
        partners.sort_unstable();
        partners.dedup();
    });
    partners
}

/// The heaviest words of an article.
fn heaviest(words: &[(u32, f32)]) -> Vec<u32> {
    let mut words = words.to_vec();
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    words.truncate(HEAVIEST);
    words.into_iter().map(|(word, _)| word).collect()
}

/// The pairs of one article with others, by the cosine of their vectors, which have length 1.
/// `weights` holds a zero for each word, before and after.
fn from_one(
    articles: &[Vec<(u32, f32)>],
    one: usize,
    others: impl Iterator<Item = usize>,
    weights: &mut [f32],
) -> Vec<Likeness> {
    let words = articles.get(one).map_or(&[][..], Vec::as_slice);
    for &(word, weight) in words {
        if let Some(slot) = weights.get_mut(word as usize) {
            *slot = weight;
        }
    }
    let found = others
        .filter_map(|other| {
            let alike: f32 = articles
                .get(other)?
                .iter()
                .filter_map(|(word, weight)| Some(weight * weights.get(*word as usize)?))
                .sum();
            (alike >= LIKENESS_MIN).then_some((one, other, alike))
        })
        .collect();
    for &(word, _) in words {
        if let Some(slot) = weights.get_mut(word as usize) {
            *slot = 0.0;
        }
    }
    found
}
