//! From groups of sentences to the rows of a comparison, in reading order.
//!
//! Rows stand in the order of the left text; a sentence that only the right text has stands after
//! the row of the sentence before it. A row is moved when its right side breaks the order: the rows
//! that keep it are the longest run in which both sides ascend.

use std::collections::BTreeMap;

use crate::model::{Change, Row, RowKind};

use super::align::Group;

/// Makes the rows; `changes` tells what differs inside a group.
pub(super) fn rows(
    lefts: usize,
    rights: usize,
    groups: &[Group],
    changes: impl Fn(&Group) -> Vec<Change>,
) -> Vec<Row> {
    let in_order = longest_ascent(groups);
    let mut by_left: BTreeMap<usize, Row> = BTreeMap::new();
    let mut partner_of_right: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, group) in groups.iter().enumerate() {
        let Some(&first) = group.left.first() else {
            continue;
        };
        let changes = changes(group);
        by_left.insert(
            first,
            Row {
                kind: if changes.is_empty() {
                    RowKind::Same
                } else {
                    RowKind::Reworded
                },
                is_moved: !in_order.contains(&index),
                left: group.left.clone(),
                right: group.right.clone(),
                similarity: if changes.is_empty() {
                    1.0
                } else {
                    group.likeness.min(0.99)
                },
                changes,
            },
        );
        partner_of_right.extend(group.right.iter().map(|&right| (right, first)));
    }
    let taken: std::collections::BTreeSet<usize> = groups
        .iter()
        .flat_map(|group| group.left.iter().copied())
        .collect();
    for left in (0..lefts).filter(|left| !taken.contains(left)) {
        by_left.insert(left, alone(RowKind::LeftOnly, vec![left], Vec::new()));
    }
    let mut after: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut place = None;
    for right in 0..rights {
        match partner_of_right.get(&right) {
            Some(&first) => place = Some(first),
            None => after.entry(place).or_default().push(right),
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
    let mut rows = right_only(None);
    for (first, row) in by_left {
        rows.push(row);
        rows.extend(right_only(Some(first)));
    }
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
    }
}

/// Indexes of the groups, given in order of their left side, that form the longest run in which the
/// right side ascends too (patience sorting).
fn longest_ascent(groups: &[Group]) -> std::collections::BTreeSet<usize> {
    let place = |index: usize| {
        groups
            .get(index)
            .and_then(|group| group.right.first())
            .copied()
    };
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(groups.len());
    for index in 0..groups.len() {
        let at = ends.partition_point(|&end| place(end) < place(index));
        before.push(at.checked_sub(1).and_then(|at| ends.get(at)).copied());
        match ends.get_mut(at) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut kept = std::collections::BTreeSet::new();
    let mut current = ends.last().copied();
    while let Some(index) = current {
        kept.insert(index);
        current = before.get(index).copied().flatten();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::rows;
    use crate::compare::align::Group;
    use crate::model::RowKind;

    fn group(left: &[usize], right: &[usize]) -> Group {
        Group {
            left: left.to_vec(),
            right: right.to_vec(),
            likeness: 0.8,
        }
    }

    #[test]
    fn every_sentence_stands_in_exactly_one_row() {
        let groups = [
            group(&[0, 2], &[3]),
            group(&[1], &[0]),
            group(&[4], &[4, 5]),
        ];
        let rows = rows(6, 7, &groups, |_| Vec::new());
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
        let rows = rows(4, 4, &groups, |_| Vec::new());
        let moved: Vec<bool> = rows.iter().map(|row| row.is_moved).collect();
        assert_eq!(moved, [true, false, false, false]);
    }

    #[test]
    fn what_only_the_right_has_stands_where_it_is_told() {
        let rows = rows(2, 3, &[group(&[0], &[0]), group(&[1], &[2])], |_| {
            Vec::new()
        });
        let kinds: Vec<RowKind> = rows.iter().map(|row| row.kind).collect();
        assert_eq!(kinds, [RowKind::Same, RowKind::RightOnly, RowKind::Same]);
    }
}
