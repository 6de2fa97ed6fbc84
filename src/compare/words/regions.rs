//! Where two runs of words differ, tidied so that a person reads few and whole differences.
//!
//! The differences come from the Myers algorithm over word keys. The tidying is the semantic
//! clean-up of diff-match-patch (Fraser 2006) with words in place of characters: an equal stretch
//! that weighs little against the differences on both its sides becomes part of them, so that two
//! rewritten phrases are not torn by the one "the" they share.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Token;

/// Words of the left side against words of the right; one of the two may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Region {
    /// Indexes of words on the left.
    pub left: Range<usize>,
    /// Indexes of words on the right.
    pub right: Range<usize>,
}

/// A function word weighs 1, a content word this much.
pub(super) const CONTENT_WEIGHT: usize = 4;
/// Words of an equal stretch that stays whatever differs around it, and how many of them carry content.
const RUN_MIN: usize = 4;
const RUN_CONTENT_MIN: usize = 2;
/// An equal stretch goes when the differences around it weigh at least this many times as much.
const OUTWEIGHED: usize = 2;

/// The regions that differ, in order.
pub(super) fn regions(left: &[Token], right: &[Token]) -> Vec<Region> {
    let left_keys: Vec<&str> = left.iter().map(|token| token.key.as_str()).collect();
    let right_keys: Vec<&str> = right.iter().map(|token| token.key.as_str()).collect();
    let mut found: Vec<Region> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &left_keys, &right_keys) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let region = Region {
            left: op.old_range(),
            right: op.new_range(),
        };
        match found.last_mut() {
            Some(last)
                if last.left.end == region.left.start && last.right.end == region.right.start =>
            {
                last.left.end = region.left.end;
                last.right.end = region.right.end;
            }
            _ => found.push(region),
        }
    }
    tidy(found, left, right)
}

/// Joins regions over equal stretches that are outweighed, until none is left.
fn tidy(mut regions: Vec<Region>, left: &[Token], right: &[Token]) -> Vec<Region> {
    loop {
        let before = regions.len();
        let mut joined: Vec<Region> = Vec::with_capacity(before);
        for region in regions {
            match joined.last_mut() {
                Some(last) if is_outweighed(last, &region, left, right) => {
                    last.left.end = region.left.end;
                    last.right.end = region.right.end;
                }
                _ => joined.push(region),
            }
        }
        if joined.len() == before {
            return joined;
        }
        regions = joined;
    }
}

fn is_outweighed(before: &Region, after: &Region, left: &[Token], right: &[Token]) -> bool {
    let stretch = before.left.end..after.left.start;
    if is_run(left.get(stretch.clone()).unwrap_or_default()) {
        return false;
    }
    let equal = weight(left, stretch);
    let around = |region: &Region| {
        weight(left, region.left.clone()).max(weight(right, region.right.clone()))
    };
    equal * OUTWEIGHED <= around(before).min(around(after))
}

/// Whether words say enough by themselves to be seen as the same.
fn is_run(words: &[Token]) -> bool {
    words.len() >= RUN_MIN && words.iter().filter(|it| it.is_content).count() >= RUN_CONTENT_MIN
}

fn weight(tokens: &[Token], range: Range<usize>) -> usize {
    tokens
        .get(range)
        .unwrap_or_default()
        .iter()
        .map(|token| if token.is_content { CONTENT_WEIGHT } else { 1 })
        .sum()
}
