//! The cheap stage: pairs of units that share rare words or actors, found through an index.
//!
//! Near linear: words that stand in very many units are not followed, and each unit keeps only its
//! best partners.

use rayon::prelude::*;

use super::overlap::{Feature, Weighted};
use super::unit::Unit;

/// Two units worth a closer look, with what the index knows of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Index of the first unit, the smaller one.
    pub(super) a: usize,
    /// Index of the second unit.
    pub(super) b: usize,
    /// How much their words and actors overlap, 0 to 1.
    pub(super) overlap: f32,
}

/// Least overlap of a candidate; true pairs below it are rare, false ones above it many.
const OVERLAP_MIN: f32 = 0.05;
/// The same for units of different stories, which are one claim only where much agrees.
const OVERLAP_ACROSS_MIN: f32 = 0.1;
/// Most earlier partners that a unit keeps.
const PARTNERS_MAX: usize = 60;
/// A feature that stands in more units than this tells nothing and is not followed.
const FOLLOW_MAX: usize = 400;

/// Pairs of units worth a closer look, in order; units of one sentence never pair.
pub(super) fn pairs(units: &[Unit]) -> Vec<Candidate> {
    let weighted = Weighted::new(units.iter().map(features));
    let mut postings: Vec<Vec<u32>> = vec![Vec::new(); weighted.count()];
    for unit in 0..units.len() {
        for &feature in weighted.features(unit) {
            if let Some(posting) = postings.get_mut(feature as usize) {
                posting.push(unit as u32);
            }
        }
    }
    let found: Vec<Vec<Candidate>> = (0..units.len())
        .into_par_iter()
        .map(|unit| partners(unit, units, &weighted, &postings))
        .collect();
    let mut found: Vec<Candidate> = found.into_iter().flatten().collect();
    found.sort_by_key(|candidate| (candidate.a, candidate.b));
    found
}

/// The best earlier partners of one unit.
fn partners(
    b: usize,
    units: &[Unit],
    weighted: &Weighted,
    postings: &[Vec<u32>],
) -> Vec<Candidate> {
    let mut shared: Vec<(usize, f32)> = weighted
        .features(b)
        .iter()
        .filter_map(|&feature| Some((feature, postings.get(feature as usize)?)))
        .filter(|(_, posting)| posting.len() <= FOLLOW_MAX)
        .flat_map(|(feature, posting)| {
            let gain = weighted.gain(feature);
            let earlier = posting
                .iter()
                .map(|&a| a as usize)
                .take_while(move |&a| a < b);
            earlier.map(move |a| (a, gain))
        })
        .collect();
    shared.sort_by_key(|(a, _)| *a);
    let mut partners: Vec<Candidate> = shared
        .chunk_by(|x, y| x.0 == y.0)
        .filter_map(|chunk| {
            let a = chunk.first()?.0;
            let shared = chunk.iter().map(|(_, gain)| gain).sum();
            Some(Candidate {
                a,
                b,
                overlap: weighted.cosine_of(a, b, shared),
            })
        })
        .filter(|candidate| is_worth_a_look(units, candidate))
        .collect();
    partners.sort_by(|x, y| y.overlap.total_cmp(&x.overlap).then(x.a.cmp(&y.a)));
    partners.truncate(PARTNERS_MAX);
    for partner in &mut partners {
        partner.overlap = weighted.cosine(partner.a, partner.b);
    }
    partners
}

fn is_worth_a_look(units: &[Unit], candidate: &Candidate) -> bool {
    let (Some(a), Some(b)) = (units.get(candidate.a), units.get(candidate.b)) else {
        return false;
    };
    let least = if a.story == b.story {
        OVERLAP_MIN
    } else {
        OVERLAP_ACROSS_MIN
    };
    candidate.overlap >= least
        && (a.article, a.sentence) != (b.article, b.sentence)
        && !a.is_question
        && !b.is_question
}

fn features(unit: &Unit) -> Vec<Feature> {
    let stems = unit.frame.stems.iter().cloned().map(Feature::Word);
    let actors = unit.frame.actors.iter().cloned().map(Feature::Actor);
    stems.chain(actors).collect()
}
