//! From scored pairs to groups of sentences: correlation clustering over both texts.
//!
//! A row of the comparison joins all its left sentences with all its right ones, so a group is good
//! when every pair across it is likely, not only a chain of them. The gain of a group is the sum,
//! over its pairs across, of probability minus `LIKELY`, and in part over its pairs of one side too,
//! since a headline and the sentence that repeats it belong to the same row or to none. Groups are
//! merged greedily from the surest pair on, then single sentences move to where they gain most,
//! until nothing gains (after Elsner & Schudy 2009, "Bounding and comparing methods for correlation
//! clustering").

use std::collections::BTreeMap;

use super::pairs::Pair;

/// A pair above this probability is worth joining, one below it costs. A pair adds to the F1 of all
/// pairs when it is likelier than half of that F1 (Lipton et al. 2014), so this is below a half.
const LIKELY: f32 = 0.3;
/// What a pair of one side weighs against a pair across.
const BESIDE: f32 = 0.15;
/// Sentences of one side in a group at most: a long row tells a reader nothing.
const SIDE_MAX: usize = 4;
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

/// Groups the sentences of two texts, given how many each has, the pairs across, and for each text
/// the pairs of sentences that repeat each other.
pub(super) fn group(
    sizes: [usize; 2],
    pairs: &[Pair],
    repeated: &[Vec<(usize, usize, f32)>; 2],
) -> Vec<Group> {
    let mut groups = Groups::new(sizes, pairs, repeated);
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
    fn new(
        [lefts, rights]: [usize; 2],
        pairs: &[Pair],
        repeated: &[Vec<(usize, usize, f32)>; 2],
    ) -> Self {
        let all = lefts + rights;
        let across = pairs
            .iter()
            .map(|pair| (pair.left, lefts + pair.right, pair.probability - LIKELY));
        let beside = repeated.iter().zip([0, lefts]).flat_map(|(pairs, first)| {
            pairs.iter().map(move |&(one, other, probability)| {
                let gain = BESIDE * (probability - LIKELY);
                (first + one, first + other, gain)
            })
        });
        let mut partners = vec![Vec::new(); all];
        for (one, other, gain) in across.chain(beside) {
            if let Some(list) = partners.get_mut(one) {
                list.push((other, gain));
            }
            if let Some(list) = partners.get_mut(other) {
                list.push((one, gain));
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

    /// How many sentences of each side a group has.
    fn sides(&self, group: usize) -> [usize; 2] {
        let members = self.members(group);
        let lefts = members.iter().filter(|&&s| s < self.lefts).count();
        [lefts, members.len() - lefts]
    }

    /// What a sentence pays for being in a group if it has evidence with none of its sentences.
    fn price(&self, group: usize, sentence: usize) -> f32 {
        self.members(group)
            .iter()
            .filter(|&&other| other != sentence)
            .map(|&other| LIKELY * self.weight(sentence, other))
            .sum()
    }

    /// What the pair of two sentences weighs.
    const fn weight(&self, one: usize, other: usize) -> f32 {
        if (one < self.lefts) == (other < self.lefts) {
            BESIDE
        } else {
            1.0
        }
    }

    /// What a sentence gains in each group where it has a partner.
    fn gains(&self, sentence: usize) -> BTreeMap<usize, f32> {
        let mut gains: BTreeMap<usize, f32> = BTreeMap::new();
        for &(partner, gain) in self.partners.get(sentence).map_or(&[][..], Vec::as_slice) {
            // What the pair would cost without evidence is taken off the price of the whole group.
            let paid = LIKELY * self.weight(sentence, partner);
            *gains.entry(self.group_of(partner)).or_default() += gain + paid;
        }
        for (&group, gain) in &mut gains {
            *gain -= self.price(group, sentence);
        }
        gains
    }

    /// Joins groups from the surest pair on, wherever the join gains and keeps the row short.
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
            let mut sides = self.sides(one).into_iter().zip(self.sides(other));
            if one == other || sides.any(|(a, b)| a + b > SIDE_MAX) {
                continue;
            }
            let gain: f32 = self
                .members(one)
                .iter()
                .map(|&sentence| {
                    self.gains(sentence)
                        .get(&other)
                        .copied()
                        .unwrap_or_else(|| -self.price(other, sentence))
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

    /// Whether a group has room for one more sentence of this one's side.
    fn has_room(&self, group: usize, sentence: usize) -> bool {
        let [lefts, rights] = self.sides(group);
        let own = if sentence < self.lefts { lefts } else { rights };
        own < SIDE_MAX
    }

    /// Moves each sentence to where it gains most, or out of every group; whether any moved.
    fn sweep(&mut self) -> bool {
        let mut has_moved = false;
        for sentence in 0..self.of.len() {
            let current = self.group_of(sentence);
            let gains = self.gains(sentence);
            let stays = gains
                .get(&current)
                .copied()
                .unwrap_or_else(|| -self.price(current, sentence));
            let mut best = (stays.max(0.0), (stays >= 0.0).then_some(current));
            for (&group, &gain) in &gains {
                let is_open = group == current || self.has_room(group, sentence);
                if is_open && gain > best.0 + 1e-6 {
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
    use super::{Group, Pair, SIDE_MAX, group};

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

    fn grouped(lefts: usize, rights: usize, scores: &[(usize, usize, f32)]) -> Vec<Group> {
        group([lefts, rights], &pairs(scores), &[Vec::new(), Vec::new()])
    }

    #[test]
    fn two_sentences_that_one_tells_stand_together() {
        let groups = grouped(1, 2, &[(0, 0, 0.8), (0, 1, 0.7)]);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].right, [0, 1]);
    }

    #[test]
    fn a_weak_bridge_joins_no_two_sure_pairs() {
        let groups = grouped(
            2,
            2,
            &[(0, 0, 0.95), (1, 1, 0.95), (0, 1, 0.45), (1, 0, 0.05)],
        );
        assert_eq!(groups.len(), 2);
    }

    #[test]
    fn nothing_likely_gives_no_group() {
        assert!(grouped(2, 2, &[(0, 0, 0.2), (1, 1, 0.29)]).is_empty());
        assert!(grouped(0, 0, &[]).is_empty());
    }

    #[test]
    fn a_headline_goes_where_the_sentence_goes_that_repeats_it() {
        let scores = pairs(&[(0, 0, 0.45), (1, 0, 0.9), (0, 1, 0.5)]);
        let apart = group([2, 2], &scores, &[vec![(0, 1, 0.0)], Vec::new()]);
        assert_eq!(apart.len(), 2);
        let joined = group([2, 2], &scores, &[vec![(0, 1, 0.95)], Vec::new()]);
        assert_eq!(joined[0].left, [0, 1]);
    }

    #[test]
    fn no_row_joins_more_than_a_reader_can_follow() {
        let all: Vec<(usize, usize, f32)> = (0..8)
            .flat_map(|left| (0..8).map(move |right| (left, right, 0.9)))
            .collect();
        let groups = grouped(8, 8, &all);
        assert!(groups.iter().all(|group| group.left.len() <= SIDE_MAX));
        assert!(groups.iter().all(|group| group.right.len() <= SIDE_MAX));
    }
}
