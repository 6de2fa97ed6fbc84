//! Leads: how far a pair stays behind the best partner that one of its clauses has in the other's
//! article.
//!
//! Articles that tell one story are alike throughout, so a clause is a little like many of another
//! article. What it is most like is what it most likely tells again.

use std::collections::HashMap;

use super::candidates::Candidate;

/// For each candidate how much closer the best partner of either clause in the other's article is,
/// 0 where each is the other's best. `close` tells how close their meanings are, `article` in which
/// article a unit stands.
pub(super) fn leads(
    candidates: &[Candidate],
    close: &[f32],
    article: impl Fn(usize) -> Option<usize>,
) -> Vec<f32> {
    let ends = |pair: &Candidate| [(pair.a, article(pair.b)), (pair.b, article(pair.a))];
    let mut best: HashMap<(usize, Option<usize>), f32> = HashMap::new();
    for (pair, &close) in candidates.iter().zip(close) {
        for end in ends(pair) {
            let known = best.entry(end).or_default();
            *known = known.max(close);
        }
    }
    let lead = |(pair, close): (&Candidate, &f32)| {
        let bests = ends(pair).map(|end| best.get(&end).copied().unwrap_or_default());
        bests.into_iter().fold(0.0, f32::max) - close
    };
    candidates.iter().zip(close).map(lead).collect()
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
