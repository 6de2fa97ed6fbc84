//! From judged pairs to groups, so that one bridge pair cannot join two claims.
//!
//! Agglomerative with average linkage: the best pair first; two groups are joined when no pair
//! across them is vetoed and the mean of all pairs across them is high enough. A pair that was
//! never judged counts as unlike.

use std::collections::BTreeMap;

use super::pair::Judgement;
use super::weights::{GROUP_MIN, JOIN_MIN};

/// Units that make one claim.
pub(super) type Group = Vec<usize>;

/// Score of a pair that the index did not bring up.
const UNSEEN: f32 = 0.08;
/// Largest group: beyond it the mean says nothing and the cost grows with the square.
const GROUP_MAX: usize = 400;

/// Every unit in exactly one group, groups in order of their first unit.
pub(super) fn groups(units: usize, judged: &[(usize, usize, Judgement)]) -> Vec<Group> {
    let known: BTreeMap<(usize, usize), (f32, bool)> = judged
        .iter()
        .map(|(a, b, judgement)| ((*a, *b), (judgement.score, judgement.is_vetoed)))
        .collect();
    let mut links: Vec<(f32, usize, usize)> = judged
        .iter()
        .filter(|(_, _, judgement)| judgement.score >= JOIN_MIN && !judgement.is_vetoed)
        .map(|(a, b, judgement)| (judgement.score, *a, *b))
        .collect();
    links.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut group_of: Vec<usize> = (0..units).collect();
    let mut groups: Vec<Group> = (0..units).map(|unit| vec![unit]).collect();
    for (_, a, b) in links {
        let (Some(&ga), Some(&gb)) = (group_of.get(a), group_of.get(b)) else {
            continue;
        };
        if ga == gb {
            continue;
        }
        let (Some(left), Some(right)) = (groups.get(ga), groups.get(gb)) else {
            continue;
        };
        if left.len() + right.len() > GROUP_MAX || !agree(left, right, &known) {
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

/// Whether two groups may be one: no veto across them, and alike on the whole.
fn agree(left: &[usize], right: &[usize], known: &BTreeMap<(usize, usize), (f32, bool)>) -> bool {
    let mut sum = 0.0;
    for &a in left {
        for &b in right {
            match known.get(&(a.min(b), a.max(b))) {
                Some((_, true)) => return false,
                Some((score, false)) => sum += score,
                None => sum += UNSEEN,
            }
        }
    }
    sum / (left.len() * right.len()).max(1) as f32 >= GROUP_MIN
}
