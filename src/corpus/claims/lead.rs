//! Leads: how far a pair stays behind the best partner that one of its clauses has in the other's
//! article.
//!
//! Articles that tell one story are alike throughout, so a clause is a little like many of another
//! article. What it is most like is what it most likely tells again.

use rayon::prelude::*;

use super::candidates::Candidate;
use super::unit::Unit;

/// For each candidate how much closer the best partner of either clause in the other's article is,
/// 0 where each is the other's best. `candidates` are in order of their units, `close` tells how close
/// their meanings are.
pub(super) fn leads(units: &[Unit], candidates: &[Candidate], close: &[f32]) -> Vec<f32> {
    let article = |unit: usize| units.get(unit).map(|unit| unit.article);
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
