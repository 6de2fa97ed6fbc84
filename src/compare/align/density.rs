//! How much two texts share, estimated from the texts themselves.
//!
//! The same evidence means more between two reports of one event than between two articles that
//! merely touch on one subject: the more pairs two texts share, the likelier each of them is. The
//! share is unknown, so it is estimated together with the probabilities by expectation maximisation
//! (after Saerens, Latinne & Decaestecker 2002, "Adjusting the outputs of a classifier to new a
//! priori probabilities"). Half of the correction is made: the scorer itself knows how long and how
//! alike the two texts are, which tells much of the same.

use super::pairs::Pair;

/// The share of pairs that belong together for which the scorer's weights hold as they are.
const SHARE_FITTED: f64 = 0.2;
/// The estimate starts as if this many pairs with that share had been seen before.
const PAIRS_IMAGINED: f64 = 10.0;
/// Steps of the estimate; it settles in ten to twenty.
const STEPS: usize = 30;

/// Corrects the probabilities of all pairs for how much the two texts share; `all` is the number of
/// pairs that two texts of this length have, those without any evidence included.
pub(super) fn settle(pairs: &mut [Pair], all: usize) {
    let mut share = SHARE_FITTED;
    for _ in 0..STEPS {
        let factor = correction(share);
        let sum: f64 = pairs
            .iter()
            .map(|pair| corrected(pair.probability, factor))
            .sum();
        share = (sum + SHARE_FITTED * PAIRS_IMAGINED) / (all as f64 + PAIRS_IMAGINED);
    }
    let factor = correction(share);
    for pair in pairs {
        pair.probability = corrected(pair.probability, factor) as f32;
    }
}

/// What the odds of a pair are multiplied by in texts that have this share in common.
fn correction(share: f64) -> f64 {
    (odds(share) / odds(SHARE_FITTED)).sqrt()
}

fn odds(share: f64) -> f64 {
    let share = share.clamp(1e-6, 0.9);
    share / (1.0 - share)
}

/// A probability whose odds are multiplied by `factor`.
fn corrected(probability: f32, factor: f64) -> f64 {
    let probability = f64::from(probability);
    let raised = probability * factor;
    raised / (raised + 1.0 - probability).max(f64::MIN_POSITIVE)
}

#[cfg(test)]
mod tests {
    use super::{Pair, settle};

    /// A text of `sentences` against another as long, each sentence with one partner this likely.
    fn settled(sentences: usize, partners: usize, probability: f32) -> f32 {
        let mut pairs: Vec<Pair> = (0..partners)
            .map(|at| Pair {
                left: at,
                right: at,
                probability,
                likeness: 0.5,
            })
            .collect();
        settle(&mut pairs, sentences * sentences);
        pairs.first().map_or(0.0, |pair| pair.probability)
    }

    #[test]
    fn one_likeness_among_many_sentences_means_less() {
        assert!(settled(4, 4, 0.8) > 0.6);
        assert!(settled(30, 3, 0.8) < 0.5);
        assert!(settled(30, 30, 0.95) > settled(30, 3, 0.95));
    }

    #[test]
    fn what_is_sure_stays_sure() {
        assert!(settled(30, 2, 0.999) > 0.9);
        assert!(settled(30, 2, 1.0) > 0.999);
    }
}
