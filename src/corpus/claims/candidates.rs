//! The cheap stage: pairs of units that share rare words or actors, found through an index.
//!
//! Near linear: words that stand in very many units are not followed, and each unit keeps only its
//! best partners.

use std::collections::BTreeMap;

use super::actors::Actor;
use super::unit::Unit;

/// What two units can share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Feature {
    /// A content word's stem.
    Stem(String),
    /// An actor.
    Actor(Actor),
}

/// Two units worth a closer look, with what the index knows of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Index of the first unit, the smaller one.
    pub(super) a: usize,
    /// Index of the second unit.
    pub(super) b: usize,
    /// Cosine of their words and actors, each weighted by how rare it is; 0 to 1.
    pub(super) overlap: f32,
    /// The weight they share, as a part of the lighter one's whole weight; 0 to 1.
    pub(super) containment: f32,
}

/// Least overlap of a candidate; true pairs below it are rare, false ones above it many.
const OVERLAP_MIN: f32 = 0.10;
/// Most partners that a unit keeps.
const PARTNERS_MAX: usize = 60;
/// Units that a feature may stand in and still be followed: at least this many …
const FOLLOW_MIN: usize = 400;
/// … and at most this part of all units.
const FOLLOW_SHARE: f32 = 0.02;

/// Pairs of units worth a closer look, in order; units of one sentence never pair.
pub(super) fn pairs(units: &[Unit]) -> Vec<Candidate> {
    let vectors = weighted(units);
    let mut postings: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (unit, vector) in vectors.iter().enumerate() {
        for (feature, _) in vector {
            postings.entry(*feature).or_default().push(unit);
        }
    }
    let follow_max = FOLLOW_MIN.max((units.len() as f32 * FOLLOW_SHARE) as usize);
    let mut found: Vec<Candidate> = Vec::new();
    for (b, vector) in vectors.iter().enumerate() {
        let mut shared: BTreeMap<usize, f32> = BTreeMap::new();
        for (feature, weight) in vector {
            let Some(posting) = postings
                .get(feature)
                .filter(|posting| posting.len() <= follow_max)
            else {
                continue;
            };
            for &a in posting.iter().take_while(|&&a| a < b) {
                *shared.entry(a).or_default() += weight * weight;
            }
        }
        let length = |unit: usize| vectors.get(unit).map_or(0.0, |vector| norm(vector));
        let mut partners: Vec<Candidate> = shared
            .into_iter()
            .filter(|&(a, _)| may_pair(units, a, b))
            .map(|(a, weight)| {
                let (la, lb) = (length(a), length(b));
                Candidate {
                    a,
                    b,
                    overlap: weight / (la * lb).max(f32::MIN_POSITIVE),
                    containment: weight / (la * la).min(lb * lb).max(f32::MIN_POSITIVE),
                }
            })
            .filter(|candidate| candidate.overlap >= overlap_min(units, candidate))
            .collect();
        partners.sort_by(|x, y| y.overlap.total_cmp(&x.overlap).then(x.a.cmp(&y.a)));
        partners.truncate(PARTNERS_MAX);
        found.extend(partners);
    }
    found.sort_by_key(|candidate| (candidate.a, candidate.b));
    found
}

/// Across stories only what is the same lasting state or event, so more has to agree.
fn overlap_min(units: &[Unit], candidate: &Candidate) -> f32 {
    let story = |unit: usize| units.get(unit).map(|unit| unit.story);
    if story(candidate.a) == story(candidate.b) {
        OVERLAP_MIN
    } else {
        2.0 * OVERLAP_MIN
    }
}

fn may_pair(units: &[Unit], a: usize, b: usize) -> bool {
    match (units.get(a), units.get(b)) {
        (Some(a), Some(b)) => {
            (a.article, a.sentence) != (b.article, b.sentence) && !a.is_question && !b.is_question
        }
        _ => false,
    }
}

/// Features of every unit with their weights (inverse unit frequency), by number.
fn weighted(units: &[Unit]) -> Vec<Vec<(u32, f32)>> {
    let mut numbers: BTreeMap<Feature, u32> = BTreeMap::new();
    let mut counts: Vec<u32> = Vec::new();
    let features: Vec<Vec<u32>> = units
        .iter()
        .map(|unit| {
            let stems = unit.frame.stems.iter().cloned().map(Feature::Stem);
            let actors = unit.frame.actors.iter().cloned().map(Feature::Actor);
            stems
                .chain(actors)
                .map(|feature| {
                    let next = numbers.len() as u32;
                    let number = *numbers.entry(feature).or_insert(next);
                    if number == next {
                        counts.push(0);
                    }
                    if let Some(count) = counts.get_mut(number as usize) {
                        *count += 1;
                    }
                    number
                })
                .collect()
        })
        .collect();
    let total = units.len() as f32;
    features
        .into_iter()
        .map(|features| {
            features
                .into_iter()
                .map(|feature| {
                    let count = counts.get(feature as usize).copied().unwrap_or(1) as f32;
                    (feature, ((total + 1.0) / (count + 0.5)).ln().max(0.1))
                })
                .collect()
        })
        .collect()
}

fn norm(vector: &[(u32, f32)]) -> f32 {
    vector
        .iter()
        .map(|(_, weight)| weight * weight)
        .sum::<f32>()
        .sqrt()
}
