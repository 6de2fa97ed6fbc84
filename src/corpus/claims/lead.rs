//! Leads: how far a pair stays behind the best partner that one of its clauses has in the other's
//! article.
//!
//! Articles that tell one story are alike throughout, so a clause is a little like many of another
//! article. What it is most like is what it most likely tells again.

use rayon::prelude::*;

use super::candidates::Candidate;

/// For each candidate how much closer the best partner of either clause in the other's article is,
/// 0 where each is the other's best. `candidates` are in order of their units, `close` tells how close
/// their meanings are, `article` in which article a unit stands.
pub(super) fn leads(
    candidates: &[Candidate],
    close: &[f32],
    article: impl Fn(usize) -> Option<usize> + Sync,
) -> Vec<f32> {
    let pair = |index: usize| candidates.get(index).map(|pair| (pair.a, pair.b));
    let by_first: Vec<usize> = (0..candidates.len()).collect();
    let mut by_second = by_first.clone();
    by_second.par_sort_unstable_by_key(|&index| pair(index).map(|(a, b)| (b, article(a), a)));
    let mut leads = vec![0.0_f32; candidates.len()];
    let mut mark = |group: &[usize]| {
        let close_of = |index: usize| close.get(index).copied().unwrap_or(0.0);
        let best = group.iter().map(|&at| close_of(at)).fold(0.0, f32::max);
        for &index in group {
            if let Some(lead) = leads.get_mut(index) {
                *lead = lead.max(best - close_of(index));
            }
        }
    };
    let of_first = |index: usize| pair(index).map(|(a, b)| (a, article(b)));
    by_first
        .chunk_by(|&x, &y| of_first(x) == of_first(y))
        .for_each(&mut mark);
    let of_second = |index: usize| pair(index).map(|(a, b)| (b, article(a)));
    by_second
        .chunk_by(|&x, &y| of_second(x) == of_second(y))
        .for_each(&mut mark);
    leads
}

#[cfg(test)]
mod tests {
    use super::{Candidate, leads};

    #[test]
    fn a_pair_stays_behind_the_best_partner_in_the_same_article_only() {
        let pair = |a, b| Candidate { a, b, overlap: 0.0 };
        // Units 0 and 1 stand in the first article, 2 and 3 in the second, 4 in the third.
        let pairs = [pair(0, 2), pair(0, 3), pair(0, 4), pair(1, 2), pair(3, 4)];
        let found = leads(&pairs, &[0.9, 0.5, 0.3, 0.8, 0.4], |unit| Some(unit / 2));
        let expected = [0.0, 0.4, 0.0, 0.1, 0.0];
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-6, "{found} {expected}");
        }
    }
}
