//! Leads: how far a pair stays behind the best partner that one of its clauses has in the other's
//! article, and whether that partner is its twin.
//!
//! Articles that tell one story are alike throughout, so a clause is a little like many of another
//! article. What it is most like is what it most likely tells again; and where an article has the very
//! clause, the one beside it is something else, however much of their sentences is shared. Of pairs of
//! real news with such a twin, labelled by reading, one in nine is the same claim.

use std::collections::HashMap;

use super::candidates::Candidate;

/// Closeness from which two clauses are the same words, or nearly.
const TWIN_MIN: f32 = 0.93;

/// For each clause and each article the closest partner there, with how close it is.
pub(super) struct Leads(HashMap<(usize, Option<usize>), (f32, usize)>);

impl Leads {
    /// `close` tells how close the meanings of each candidate are, `article` in which article a unit
    /// stands.
    pub(super) fn new(
        candidates: &[Candidate],
        close: &[f32],
        article: impl Fn(usize) -> Option<usize>,
    ) -> Self {
        let mut best: HashMap<(usize, Option<usize>), (f32, usize)> = HashMap::new();
        for (pair, &close) in candidates.iter().zip(close) {
            for (one, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
                let known = best.entry((one, article(other))).or_default();
                if close > known.0 {
                    *known = (close, other);
                }
            }
        }
        Self(best)
    }

    /// How much closer the best partner of either clause in the other's article is, 0 where each is
    /// the other's best.
    pub(super) fn lead(
        &self,
        pair: &Candidate,
        close: f32,
        article: impl Fn(usize) -> Option<usize>,
    ) -> f32 {
        let bests = [(pair.a, pair.b), (pair.b, pair.a)]
            .map(|(one, other)| self.best(one, article(other)).0);
        bests.into_iter().fold(0.0, f32::max) - close
    }

    /// Whether one of the clauses has a twin in the other's article that stands beside the other clause:
    /// `are_apart` tells whether two clauses share no words.
    pub(super) fn has_twin_beside(
        &self,
        pair: &Candidate,
        article: impl Fn(usize) -> Option<usize>,
        are_apart: impl Fn(usize, usize) -> bool,
    ) -> bool {
        [(pair.a, pair.b), (pair.b, pair.a)]
            .into_iter()
            .any(|(one, other)| {
                let (close, twin) = self.best(one, article(other));
                close >= TWIN_MIN && twin != other && are_apart(twin, other)
            })
    }

    fn best(&self, unit: usize, article: Option<usize>) -> (f32, usize) {
        self.0.get(&(unit, article)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Candidate, Leads};

    fn pair(a: usize, b: usize) -> Candidate {
        Candidate { a, b, overlap: 0.0 }
    }

    #[test]
    fn a_pair_stays_behind_the_best_partner_in_the_same_article_only() {
        // Units 0 and 1 stand in the first article, 2 and 3 in the second, 4 in the third.
        let article = |unit: usize| Some(unit / 2);
        let pairs = [pair(0, 2), pair(0, 3), pair(0, 4), pair(1, 2), pair(3, 4)];
        let close = [0.9, 0.5, 0.3, 0.8, 0.4];
        let leads = Leads::new(&pairs, &close, article);
        let expected = [0.0, 0.4, 0.0, 0.1, 0.0];
        for ((pair, close), expected) in pairs.iter().zip(close).zip(expected) {
            let found = leads.lead(pair, close, article);
            assert!((found - expected).abs() < 1e-6, "{found} {expected}");
        }
    }

    #[test]
    fn the_clause_beside_a_twin_is_another() {
        let article = |unit: usize| Some(unit / 2);
        let pairs = [pair(0, 2), pair(0, 3), pair(1, 3)];
        let leads = Leads::new(&pairs, &[0.99, 0.8, 0.7], article);
        let beside = |pair| leads.has_twin_beside(&pair, article, |_, _| true);
        assert!(!beside(pair(0, 2)));
        assert!(beside(pair(0, 3)));
        assert!(!beside(pair(1, 3)));
        assert!(!leads.has_twin_beside(&pair(0, 3), article, |_, _| false));
    }
}
