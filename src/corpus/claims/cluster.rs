//! From judged pairs to groups, so that one bridge pair cannot join two claims.
//!
//! Agglomerative: the best pair first; two groups are joined when no pair across them has an absolute
//! veto, few have another one, and they are alike on the whole: the mean of all pairs across them
//! (three quarters) and of each member's best pair (one quarter): average linkage with a little of
//! single linkage. A pair that was never judged
//! counts as unlike, a vetoed one as nothing.

use super::pair::Judgement;
use super::unit::Unit;
use super::veto::Veto;
use super::weights::{GROUP_MIN, JOIN_MIN};

/// Units that make one claim.
pub(super) type Group = Vec<usize>;

/// Score of a pair that the index did not bring up or that was not kept.
const UNSEEN: f32 = 0.06;
/// Part of the pairs across two groups that may have a veto that is not absolute.
const VETOED_MAX: f32 = 0.34;
/// Part of the best pairs, beside all pairs, in how alike two groups are.
const BEST_SHARE: f32 = 0.25;
/// Largest group: beyond it the mean says nothing and the cost grows with the square.
const GROUP_MAX: usize = 400;

/// Every unit in exactly one group, groups in order of their first unit. `judged` is in order of
/// its units. Two units of one sentence are never one claim: what joins both to a third is no claim that
/// the sentence tells twice.
pub(super) fn groups(units: &[Unit], judged: &[Judgement]) -> Vec<Group> {
    let known = Known::new(units, judged);
    let units = units.len();
    let mut links: Vec<&Judgement> = judged
        .iter()
        .filter(|judgement| judgement.score >= JOIN_MIN && judgement.veto.is_none())
        .collect();
    links.sort_by(|x, y| {
        y.score
            .total_cmp(&x.score)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut group_of: Vec<usize> = (0..units).collect();
    let mut groups: Vec<Group> = (0..units).map(|unit| vec![unit]).collect();
    for link in links {
        let (Some(&ga), Some(&gb)) = (group_of.get(link.a), group_of.get(link.b)) else {
            continue;
        };
        if ga == gb {
            continue;
        }
        let (Some(left), Some(right)) = (groups.get(ga), groups.get(gb)) else {
            continue;
        };
        if left.len() + right.len() > GROUP_MAX || !known.agree(left, right) {
            continue;
        }
        let moved = groups.get_mut(gb).map(std::mem::take).unwrap_or_default();
        for &unit in &moved {
            if let Some(slot) = group_of.get_mut(unit) {
                *slot = ga;
            }
        }
        if let Some(group) = groups.get_mut(ga) {
            group.extend(moved);
            group.sort_unstable();
        }
    }
    groups.retain(|group| !group.is_empty());
    groups.sort();
    groups
}

/// The judged pairs by their first unit.
struct Known<'a> {
    units: &'a [Unit],
    judged: &'a [Judgement],
    /// Where the pairs of each first unit begin.
    starts: Vec<usize>,
}

impl<'a> Known<'a> {
    fn new(units: &'a [Unit], judged: &'a [Judgement]) -> Self {
        let starts = (0..=units.len())
            .map(|unit| judged.partition_point(|judgement| judgement.a < unit))
            .collect();
        Self {
            units,
            judged,
            starts,
        }
    }

    /// Whether both stand in one sentence.
    fn are_beside(&self, one: usize, other: usize) -> bool {
        let place = |unit: usize| self.units.get(unit).map(Unit::place);
        place(one) == place(other)
    }

    /// What is known of a pair: its score and what speaks against it.
    fn look_up(&self, one: usize, other: usize) -> (f32, Option<Veto>) {
        let (a, b) = (one.min(other), one.max(other));
        let start = self.starts.get(a).copied().unwrap_or(0);
        let end = self.starts.get(a + 1).copied().unwrap_or(start);
        let own = self.judged.get(start..end).unwrap_or_default();
        match own
            .binary_search_by_key(&b, |judgement| judgement.b)
            .ok()
            .and_then(|at| own.get(at))
        {
            Some(judgement) if judgement.veto.is_some() => (0.0, judgement.veto),
            Some(judgement) => (judgement.score, None),
            None if self.are_beside(one, other) => (0.0, Some(Veto::OneSentence)),
            None => (UNSEEN, None),
        }
    }

    /// Whether two groups may be one: nothing speaks against it, and they are alike on the whole.
    fn agree(&self, left: &[usize], right: &[usize]) -> bool {
        let mut sum = 0.0;
        let mut vetoed = 0;
        let mut best_left = 0.0;
        let mut best_right = vec![0.0_f32; right.len()];
        for &a in left {
            let mut best = 0.0_f32;
            for (&b, best_b) in right.iter().zip(&mut best_right) {
                let (score, veto) = self.look_up(a, b);
                if veto.is_some_and(Veto::is_absolute) {
                    return false;
                }
                vetoed += usize::from(veto.is_some());
                sum += score;
                best = best.max(score);
                *best_b = best_b.max(score);
            }
            best_left += best;
        }
        let (left, right) = (left.len().max(1) as f32, right.len().max(1) as f32);
        let mean = sum / (left * right);
        let best = 0.5 * (best_left / left + best_right.iter().sum::<f32>() / right);
        vetoed as f32 <= VETOED_MAX * left * right
            && (1.0 - BEST_SHARE) * mean + BEST_SHARE * best >= GROUP_MIN
    }
}
