//! How alike articles are, for the pairs that share a word worth sharing.

use rayon::prelude::*;

use super::vectors::{Vectors, cut_to_heaviest};

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
    let partners = (vectors.articles.len() > ALL_PAIRS_MAX).then(|| partners(&vectors.articles));
    let articles = &shared(vectors);
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

/// Per article its words that others have too: no other adds to what two articles share.
fn shared(vectors: &Vectors) -> Vec<Vec<(u32, f32)>> {
    let is_shared = |&&(word, _): &&(u32, f32)| {
        let found_in = vectors.found_in.get(word as usize);
        found_in.is_some_and(|found_in| *found_in > 1)
    };
    let articles = vectors.articles.par_iter();
    articles
        .map(|words| words.iter().filter(is_shared).copied().collect())
        .collect()
}

/// For each article those after it that share one of its heaviest words, in order.
fn partners(articles: &[Vec<(u32, f32)>]) -> Vec<Vec<usize>> {
    let mut heaviest: Vec<(u32, usize)> = articles
        .par_iter()
        .enumerate()
        .flat_map_iter(|(at, words)| heaviest(words).into_iter().map(move |word| (word, at)))
        .collect();
    heaviest.par_sort_unstable();
    let mut partners: Vec<Vec<usize>> = vec![Vec::new(); articles.len()];
    for list in heaviest.chunk_by(|a, b| a.0 == b.0) {
        for (place, &(_, one)) in list.iter().enumerate() {
            if let Some(partners) = partners.get_mut(one) {
                let after = list.iter().skip(place + 1).take(NEIGHBOURS);
                partners.extend(after.map(|&(_, other)| other));
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
    cut_to_heaviest(&mut words, HEAVIEST);
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
            let alike = sum_of_products(articles.get(other)?, weights);
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

/// The sum of weights times those of another article, which `weights` holds by the number of the word.
fn sum_of_products(words: &[(u32, f32)], weights: &[f32]) -> f32 {
    // Four sums side by side: one alone would wait for each addition to end.
    let mut sums = [0.0; 4];
    for four in words.chunks(sums.len()) {
        for (sum, (word, weight)) in sums.iter_mut().zip(four) {
            *sum += weight * weights.get(*word as usize).copied().unwrap_or_default();
        }
    }
    sums.iter().sum()
}
