//! From groups of sentences to the rows of a comparison, in reading order.
//!
//! Rows stand in the order of the left text; a sentence that only the right text has stands after
//! the row, not moved itself, of the sentence before it. A row is moved when its right side breaks the order: the rows
//! that keep it are the longest run in which both sides ascend. A headline has no place in that order:
//! a row stands where its first sentence of the text stands, and is never moved on account of a
//! headline.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Change, Row, RowKind, SharedWords};

use super::Side;
use super::align::Group;

/// How many sentences a side has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sentences {
    /// Those before the text's first: one headline, or none.
    pub headlines: usize,
    /// All, with the headline.
    pub all: usize,
}

impl From<&Side> for Sentences {
    fn from(side: &Side) -> Self {
        Self {
            headlines: side.headlines(),
            all: side.document().parsed.sentences.len(),
        }
    }
}

impl Sentences {
    /// The first of these sentences that stands in the text.
    fn first_of_text(self, sentences: &[usize]) -> Option<usize> {
        let mut sentences = sentences.iter().copied();
        sentences.find(|&sentence| sentence >= self.headlines)
    }
}

/// A row for each group; `changes` tells what differs inside it.
pub(super) fn shared(
    sentences: [Sentences; 2],
    groups: &[Group],
    changes: impl Fn(&Group) -> (Vec<Change>, Option<SharedWords>),
) -> Vec<Row> {
    let moved = moved(sentences, groups);
    let rows = groups.iter().enumerate().map(|(index, group)| {
        let (changes, shared) = changes(group);
        let is_same = changes.is_empty();
        Row {
            kind: if is_same {
                RowKind::Same
            } else {
                RowKind::Reworded
            },
            is_moved: moved.contains(&index),
            left: group.left.clone(),
            right: group.right.clone(),
            similarity: if is_same {
                1.0
            } else {
                group.likeness.min(0.99)
            },
            changes,
            shared,
        }
    });
    rows.collect()
}

/// All rows in reading order: those that both texts share, and one for each other sentence.
pub(super) fn in_order([lefts, rights]: [Sentences; 2], shared: Vec<Row>) -> Vec<Row> {
    let mut by_left: BTreeMap<usize, Row> = BTreeMap::new();
    let mut has_partner: BTreeSet<usize> = BTreeSet::new();
    let mut anchors: BTreeMap<usize, usize> = BTreeMap::new();
    let taken: BTreeSet<usize> = shared
        .iter()
        .flat_map(|row| row.left.iter().copied())
        .collect();
    for row in shared {
        let first = lefts.first_of_text(&row.left);
        if let Some(first) = first.or_else(|| row.left.first().copied()) {
            has_partner.extend(&row.right);
            let opens = rights.first_of_text(&row.right);
            let opens = opens.or_else(|| row.right.first().copied());
            anchors.extend(opens.filter(|_| !row.is_moved).map(|right| (right, first)));
            by_left.insert(first, row);
        }
    }
    for left in (0..lefts.all).filter(|left| !taken.contains(left)) {
        by_left.insert(left, alone(RowKind::LeftOnly, vec![left], Vec::new()));
    }
    let mut after: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut place = None;
    for right in 0..rights.all {
        place = place.max(anchors.get(&right).copied());
        if !has_partner.contains(&right) {
            after.entry(place).or_default().push(right);
        }
    }
    let right_only = |place: Option<usize>| {
        after
            .get(&place)
            .into_iter()
            .flatten()
            .map(|&right| alone(RowKind::RightOnly, Vec::new(), vec![right]))
            .collect::<Vec<Row>>()
    };
    // Where nothing binds the two texts, the left one is read first.
    let mut opening = right_only(None);
    let mut rows = Vec::new();
    if !anchors.is_empty() {
        rows.append(&mut opening);
    }
    for (first, row) in by_left {
        rows.push(row);
        rows.extend(right_only(Some(first)));
    }
    rows.append(&mut opening);
    rows
}

fn alone(kind: RowKind, left: Vec<usize>, right: Vec<usize>) -> Row {
    Row {
        kind,
        is_moved: false,
        left,
        right,
        similarity: 0.0,
        changes: Vec::new(),
        shared: None,
    }
}

/// Indexes of the groups that stand in another order on the two sides: all but the longest run in
/// which both sides ascend (patience sorting). A group that is only a headline on one side has no
/// place there.
fn moved([lefts, rights]: [Sentences; 2], groups: &[Group]) -> BTreeSet<usize> {
    let mut placed: Vec<(usize, usize, usize)> = groups
        .iter()
        .enumerate()
        .filter_map(|(index, group)| {
            let left = lefts.first_of_text(&group.left)?;
            Some((left, rights.first_of_text(&group.right)?, index))
        })
        .collect();
    placed.sort_unstable();
    let place = |at: usize| placed.get(at).map(|&(_, right, _)| right);
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(placed.len());
    for current in 0..placed.len() {
        let at = ends.partition_point(|&end| place(end) < place(current));
        before.push(at.checked_sub(1).and_then(|at| ends.get(at)).copied());
        match ends.get_mut(at) {
            Some(end) => *end = current,
            None => ends.push(current),
        }
    }
    let mut moved: BTreeSet<usize> = placed.iter().map(|&(.., index)| index).collect();
    let mut kept = ends.last().copied();
    while let Some(at) = kept {
        if let Some((.., index)) = placed.get(at) {
            moved.remove(index);
        }
        kept = before.get(at).copied().flatten();
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::{Sentences, in_order, shared};
    use crate::compare::align::Group;
    use crate::model::{Row, RowKind};

    fn group(left: &[usize], right: &[usize]) -> Group {
        Group {
            left: left.to_vec(),
            right: right.to_vec(),
            likeness: 0.8,
        }
    }

    /// The rows of these groups.
    fn rows(sentences: [Sentences; 2], groups: &[Group]) -> Vec<Row> {
        in_order(sentences, shared(sentences, groups, |_| (Vec::new(), None)))
    }

    /// Two texts without headlines.
    fn plain(lefts: usize, rights: usize) -> [Sentences; 2] {
        [lefts, rights].map(|all| Sentences { headlines: 0, all })
    }

    #[test]
    fn every_sentence_stands_in_exactly_one_row() {
        let groups = [
            group(&[0, 2], &[3]),
            group(&[1], &[0]),
            group(&[4], &[4, 5]),
        ];
        let rows = rows(plain(6, 7), &groups);
        let mut lefts: Vec<usize> = rows.iter().flat_map(|row| row.left.clone()).collect();
        let mut rights: Vec<usize> = rows.iter().flat_map(|row| row.right.clone()).collect();
        lefts.sort_unstable();
        rights.sort_unstable();
        assert_eq!(lefts, [0, 1, 2, 3, 4, 5]);
        assert_eq!(rights, [0, 1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn a_passage_in_another_place_is_moved() {
        let groups = [
            group(&[0], &[3]),
            group(&[1], &[0]),
            group(&[2], &[1]),
            group(&[3], &[2]),
        ];
        let rows = rows(plain(4, 4), &groups);
        let moved: Vec<bool> = rows.iter().map(|row| row.is_moved).collect();
        assert_eq!(moved, [true, false, false, false]);
    }

    #[test]
    fn what_only_the_right_has_stands_where_it_is_told() {
        let rows = rows(plain(2, 3), &[group(&[0], &[0]), group(&[1], &[2])]);
        let kinds: Vec<RowKind> = rows.iter().map(|row| row.kind).collect();
        assert_eq!(kinds, [RowKind::Same, RowKind::RightOnly, RowKind::Same]);
    }

    #[test]
    fn what_only_the_right_has_never_follows_a_moved_passage() {
        let groups = [
            group(&[0], &[2]),
            group(&[1], &[3]),
            group(&[2], &[4]),
            group(&[3], &[0]),
        ];
        let rows = rows(plain(4, 5), &groups);
        let rights: Vec<&[usize]> = rows.iter().map(|row| row.right.as_slice()).collect();
        assert_eq!(rights, [&[1][..], &[2], &[3], &[4], &[0]]);
    }

    #[test]
    fn two_texts_with_nothing_in_common_stand_one_after_the_other() {
        let rows = rows(plain(1, 2), &[]);
        let kinds: Vec<RowKind> = rows.iter().map(|row| row.kind).collect();
        assert_eq!(
            kinds,
            [RowKind::LeftOnly, RowKind::RightOnly, RowKind::RightOnly]
        );
    }

    #[test]
    fn a_headline_is_out_of_order_nowhere() {
        let sentences = [3, 4].map(|all| Sentences { headlines: 1, all });
        let groups = [group(&[0], &[3]), group(&[1], &[1]), group(&[2], &[0, 2])];
        let found = rows(sentences, &groups);
        assert!(found.iter().all(|row| !row.is_moved));
        let told_late = [group(&[0, 2], &[2]), group(&[1], &[1])];
        let found = rows(sentences, &told_late);
        let lefts: Vec<&[usize]> = found.iter().map(|row| row.left.as_slice()).collect();
        assert_eq!(lefts, [&[][..], &[1], &[0, 2], &[]]);
    }
}
