//! Pairs of articles that may share text, by the fingerprints of their runs of words.

use rayon::prelude::*;

use crate::corpus::Drawn;

/// Articles on the list of one fingerprint that are paired each with each; in longer lists (one
/// report printed everywhere, or a site's furniture) each is paired with its neighbours.
const EACH_WITH_EACH_MAX: usize = 12;
/// Neighbours in longer lists.
const NEIGHBOURS: usize = 3;
/// Common fingerprints that make a pair worth measuring.
const COMMON_MIN: usize = 2;

/// Pairs of articles with common fingerprints, the smaller index first, in order.
pub(super) fn pairs(articles: &[&Drawn]) -> Vec<(usize, usize)> {
    let mut lists: Vec<(u64, usize)> = articles
        .par_iter()
        .enumerate()
        .flat_map_iter(|(at, drawn)| drawn.prints.iter().map(move |print| (*print, at)))
        .collect();
    lists.par_sort_unstable();
    let mut common: Vec<(usize, usize)> = Vec::new();
    for list in lists.chunk_by(|a, b| a.0 == b.0) {
        let reach = if list.len() <= EACH_WITH_EACH_MAX {
            list.len()
        } else {
            NEIGHBOURS
        };
        for (place, &(_, one)) in list.iter().enumerate() {
            let others = list.iter().skip(place + 1).take(reach);
            common.extend(others.map(|&(_, other)| (one, other)));
        }
    }
    common.par_sort_unstable();
    common
        .chunk_by(|a, b| a == b)
        .filter(|same| same.len() >= COMMON_MIN)
        .filter_map(|same| same.first().copied())
        .collect()
}
