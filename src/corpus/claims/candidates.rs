//! The cheap stage: pairs of units that share rare words or actors, found through an index, and pairs
//! of one story that mean nearly the same in other words.
//!
//! Near linear: words that stand in very many units are not followed, meanings are compared within
//! stories of ordinary size only, and each unit keeps only its best partners.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::language::Vector;

use super::super::Text;
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

/// Least cosine of the meanings of two clauses that share few words.
const CLOSE_MIN: f32 = 0.35;
/// Most units of a story whose meanings are compared each with each.
const COMPARED_MAX: usize = 4000;

/// Pairs of units worth a closer look, in order; units of one sentence never pair.
pub(super) fn pairs(units: &[Unit], texts: &[Text<'_>]) -> Vec<Candidate> {
    let weighted = Weighted::new(units.iter().map(features));
    let meanings: Vec<Option<&Vector>> = units.iter().map(|unit| unit.meaning(texts)).collect();
    let mut of_story: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, unit) in units.iter().enumerate() {
        of_story.entry(unit.story).or_default().push(index);
    }
    of_story.retain(|_, members| members.len() <= COMPARED_MAX);
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
        .map(|unit| {
            let mut partners = partners(unit, units, &weighted, &postings);
            let story = units.get(unit).and_then(|unit| of_story.get(&unit.story));
            let near = near(unit, story.map_or(&[], Vec::as_slice), &meanings);
            for a in near {
                let candidate = Candidate {
                    a,
                    b: unit,
                    overlap: weighted.cosine(a, unit),
                };
                if may_pair(units, &candidate) && partners.iter().all(|known| known.a != a) {
                    partners.push(candidate);
                }
            }
            partners
        })
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

/// The earlier units of its story that mean nearly the same as unit `b`, the nearest first.
fn near(b: usize, story: &[usize], meanings: &[Option<&Vector>]) -> Vec<usize> {
    let meaning = |unit: usize| meanings.get(unit).copied().flatten();
    let Some(own) = meaning(b) else {
        return Vec::new();
    };
    let earlier = story.iter().take_while(|&&a| a < b);
    let mut near: Vec<(usize, f32)> = earlier
        .filter_map(|&a| Some((a, meaning(a)?.cosine(own))))
        .filter(|(_, close)| *close >= CLOSE_MIN)
        .collect();
    near.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    near.truncate(PARTNERS_MAX);
    near.into_iter().map(|(a, _)| a).collect()
}

fn is_worth_a_look(units: &[Unit], candidate: &Candidate) -> bool {
    let story = |unit: usize| units.get(unit).map(|unit| unit.story);
    let least = if story(candidate.a) == story(candidate.b) {
        OVERLAP_MIN
    } else {
        OVERLAP_ACROSS_MIN
    };
    candidate.overlap >= least && may_pair(units, candidate)
}

/// Whether both tell something, and not in one sentence.
fn may_pair(units: &[Unit], candidate: &Candidate) -> bool {
    let (Some(a), Some(b)) = (units.get(candidate.a), units.get(candidate.b)) else {
        return false;
    };
    a.place() != b.place() && !a.is_question && !b.is_question
}

fn features(unit: &Unit) -> Vec<Feature> {
    let stems = unit.frame.stems.iter().cloned().map(Feature::Word);
    let actors = unit.frame.actors.iter().cloned().map(Feature::Actor);
    stems.chain(actors).collect()
}
