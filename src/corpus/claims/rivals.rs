//! Rivals: which clause of a sentence goes with which of another one.
//!
//! Two sentences that tell the same are alike as wholes, so each clause of one looks a little like each
//! of the other. A clause that has a much better partner in the other's sentence goes with that one.

use rayon::prelude::*;

use super::candidates::Candidate;
use super::unit::Unit;

/// How much more alike another clause of the same sentence must be.
const LEAD_MIN: f32 = 0.2;

/// For each candidate whether one of its clauses has a much better partner in the other's sentence.
/// `candidates` are in order of their units, `alike` tells how alike their words are, 0 to 1.
pub(super) fn have_rivals(units: &[Unit], candidates: &[Candidate], alike: &[f32]) -> Vec<bool> {
    let sentence = |unit: usize| units.get(unit).map(|unit| (unit.article, unit.sentence));
    let pair = |index: usize| candidates.get(index).map(|pair| (pair.a, pair.b));
    let by_first: Vec<usize> = (0..candidates.len()).collect();
    let mut by_second = by_first.clone();
    by_second.par_sort_unstable_by_key(|&index| pair(index).map(|(a, b)| (b, a)));
    let mut have = vec![false; candidates.len()];
    let mut mark = |group: &[usize]| {
        let alike_of = |index: usize| alike.get(index).copied().unwrap_or(0.0);
        let best = group.iter().map(|&at| alike_of(at)).fold(0.0, f32::max);
        for &index in group {
            if best - alike_of(index) > LEAD_MIN
                && let Some(slot) = have.get_mut(index)
            {
                *slot = true;
            }
        }
    };
    let of_first = |index: usize| pair(index).map(|(a, b)| (a, sentence(b)));
    by_first
        .chunk_by(|&x, &y| of_first(x) == of_first(y))
        .for_each(&mut mark);
    let of_second = |index: usize| pair(index).map(|(a, b)| (b, sentence(a)));
    by_second
        .chunk_by(|&x, &y| of_second(x) == of_second(y))
        .for_each(&mut mark);
    have
}
