//! From scored pairs to groups of sentences: correlation clustering on two sides.
//!
//! A row of the comparison joins all its left sentences with all its right ones, so a group is good
//! when every pair across it is likely, not only a chain of them. The gain of a group is the sum,
//! over its pairs across, of probability minus `LIKELY`; groups are merged greedily from the surest
//! pair on, then single sentences move to where they gain most, until nothing gains (after
//! Elsner & Schudy 2009, "Bounding and comparing methods for correlation clustering").

use std::collections::BTreeMap;

use super::pairs::Pair;

/// A pair above this probability is worth joining, one below it costs. On the development pairs
/// the F1 hardly moves between 0.33 and 0.55; the stricter end keeps rows short, and a long row that
/// joins half of two articles tells a reader nothing.
const LIKELY: f32 = 0.5;
/// Sweeps of single moves at most; they settle in two or three.
const SWEEPS_MAX: usize = 8;

/// Sentences of both sides that belong together; neither list is empty, both are in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::compare) struct Group {
    /// Indexes of sentences on the left.
    pub left: Vec<usize>,
    /// Indexes of sentences on the right.
    pub right: Vec<usize>,
    /// Mean likeness of the pairs that hold the group together, 0 to 1.
    pub likeness: f32,
}

/// Groups the sentences of two texts.
pub(super) fn group(lefts: usize, rights: usize, pairs: &[Pair]) -> Vec<Group> {
    let mut groups = Groups::new(lefts, rights, pairs);
    groups.merge(pairs);
    for _ in 0..SWEEPS_MAX {
        if !groups.sweep() {
            break;
        }
    }
    groups.finish(pairs)
}

/// Sentences are numbered through: the left ones first, then the right ones.
struct Groups {
    lefts: usize,
    /// For each sentence its possible partners with the gain of being with them.
    partners: Vec<Vec<(usize, f32)>>,
    /// The group of each sentence.
    of: Vec<usize>,
    /// The sentences of each group.
    members: Vec<Vec<usize>>,
}

impl Groups {
    fn new(lefts: usize, rights: usize, pairs: &[Pair]) -> Self {
        let all = lefts + rights;
        let mut partners = vec![Vec::new(); all];
        for pair in pairs {
            let gain = pair.probability - LIKELY;
            let (left, right) = (pair.left, lefts + pair.right);
            if let Some(list) = partners.get_mut(left) {
                list.push((right, gain));
            }
            if let Some(list) = partners.get_mut(right) {
                list.push((left, gain));
            }
        }
        Self {
            lefts,
            partners,
            of: (0..all).collect(),
            members: (0..all).map(|sentence| vec![sentence]).collect(),
        }
    }

    fn group_of(&self, sentence: usize) -> usize {
        self.of.get(sentence).copied().unwrap_or(usize::MAX)
    }

    fn members(&self, group: usize) -> &[usize] {
        self.members.get(group).map_or(&[], Vec::as_slice)
    }

    /// How many sentences of a group stand on the other side than `sentence`.
    fn opposite(&self, group: usize, sentence: usize) -> usize {
        let is_left = sentence < self.lefts;
        self.members(group)
            .iter()
            .filter(|&&other| other != sentence && (other < self.lefts) != is_left)
            .count()
    }

    /// What a sentence gains in each group where it has a partner. Pairs without evidence cost
    /// `LIKELY` each.
    fn gains(&self, sentence: usize) -> BTreeMap<usize, f32> {
        let mut gains: BTreeMap<usize, (f32, usize)> = BTreeMap::new();
        for &(partner, gain) in self.partners.get(sentence).map_or(&[][..], Vec::as_slice) {
            let entry = gains.entry(self.group_of(partner)).or_default();
            entry.0 += gain;
            entry.1 += 1;
        }
        gains
            .into_iter()
            .map(|(group, (gain, known))| {
                let unknown = self.opposite(group, sentence).saturating_sub(known);
                (group, gain - LIKELY * unknown as f32)
            })
            .collect()
    }

    /// Joins groups from the surest pair on, wherever the join gains.
    fn merge(&mut self, pairs: &[Pair]) {
        let mut likely: Vec<&Pair> = pairs
            .iter()
            .filter(|pair| pair.probability > LIKELY)
            .collect();
        likely.sort_by(|a, b| {
            b.probability
                .total_cmp(&a.probability)
                .then_with(|| (a.left, a.right).cmp(&(b.left, b.right)))
        });
        for pair in likely {
            let one = self.group_of(pair.left);
            let other = self.group_of(self.lefts + pair.right);
            if one == other {
                continue;
            }
            let gain: f32 = self
                .members(one)
                .iter()
                .map(|&sentence| {
                    self.gains(sentence)
                        .get(&other)
                        .copied()
                        .unwrap_or_else(|| -LIKELY * self.opposite(other, sentence) as f32)
                })
                .sum();
            if gain > 0.0 {
                let moved = self.members.get_mut(other).map(std::mem::take);
                for sentence in moved.unwrap_or_default() {
                    self.put(sentence, one);
                }
            }
        }
    }

    fn put(&mut self, sentence: usize, group: usize) {
        if let Some(of) = self.of.get_mut(sentence) {
            *of = group;
        }
        if let Some(members) = self.members.get_mut(group) {
            members.push(sentence);
        }
    }

    /// Moves each sentence to where it gains most, or out of every group; whether any moved.
    fn sweep(&mut self) -> bool {
        let mut has_moved = false;
        for sentence in 0..self.of.len() {
            let current = self.group_of(sentence);
            let gains = self.gains(sentence);
            let stays = gains.get(&current).copied().unwrap_or(0.0);
            let mut best = (stays.max(0.0), (stays >= 0.0).then_some(current));
            for (&group, &gain) in &gains {
                if gain > best.0 + 1e-6 {
                    best = (gain, Some(group));
                }
            }
            if best.1 == Some(current) || (best.1.is_none() && self.members(current).len() == 1) {
                continue;
            }
            if let Some(members) = self.members.get_mut(current) {
                members.retain(|&other| other != sentence);
            }
            let target = best.1.unwrap_or_else(|| {
                self.members.push(Vec::new());
                self.members.len() - 1
            });
            self.put(sentence, target);
            has_moved = true;
        }
        has_moved
    }

    fn finish(self, pairs: &[Pair]) -> Vec<Group> {
        let mut likeness: BTreeMap<usize, (f32, f32)> = BTreeMap::new();
        for pair in pairs {
            let group = self.group_of(pair.left);
            if group == self.group_of(self.lefts + pair.right) {
                let entry = likeness.entry(group).or_default();
                entry.0 += pair.likeness * pair.probability;
                entry.1 += pair.probability;
            }
        }
        let lefts = self.lefts;
        let mut groups: Vec<Group> = self
            .members
            .into_iter()
            .enumerate()
            .map(|(group, mut members)| {
                members.sort_unstable();
                let (left, right): (Vec<usize>, Vec<usize>) =
                    members.into_iter().partition(|&sentence| sentence < lefts);
                let (sum, weight) = likeness.get(&group).copied().unwrap_or_default();
                Group {
                    left,
                    right: right.into_iter().map(|sentence| sentence - lefts).collect(),
                    likeness: if weight > 0.0 { sum / weight } else { 0.0 },
                }
            })
            .filter(|group| !group.left.is_empty() && !group.right.is_empty())
            .collect();
        groups.sort_by(|a, b| a.left.cmp(&b.left));
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::{Pair, group};

    fn pairs(scores: &[(usize, usize, f32)]) -> Vec<Pair> {
        scores
            .iter()
            .map(|&(left, right, probability)| Pair {
                left,
                right,
                probability,
                likeness: probability,
            })
            .collect()
    }

    #[test]
    fn two_sentences_that_one_tells_stand_together() {
        let groups = group(1, 2, &pairs(&[(0, 0, 0.8), (0, 1, 0.7)]));
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].right, [0, 1]);
    }

    #[test]
    fn a_weak_bridge_joins_no_two_sure_pairs() {
        let groups = group(
            2,
            2,
            &pairs(&[(0, 0, 0.95), (1, 1, 0.95), (0, 1, 0.45), (1, 0, 0.05)]),
        );
        assert_eq!(groups.len(), 2);
    }

    #[test]
    fn nothing_likely_gives_no_group() {
        assert!(group(2, 2, &pairs(&[(0, 0, 0.2), (1, 1, 0.3)])).is_empty());
        assert!(group(0, 0, &[]).is_empty());
    }
}
