//! What a difference is about: a number, a date, a name, or other words.
//!
//! Inside a region, numbers are set against numbers and dates against dates, in their order; what is
//! left between them are names or other words. Numbers and dates are compared by value: those that
//! agree end a difference instead of making one.

use std::ops::Range;

use super::regions::Region;
use super::tokens::TokenKind;
use super::{Token, hull};
use crate::model::{Change, ChangeKind};

/// The differences of a region, each of one kind.
pub(super) fn name_differences(left: &[Token], right: &[Token], region: &Region) -> Vec<Change> {
    let mut found = Vec::new();
    let mut from = (region.left.start, region.right.start);
    for (at_left, at_right) in partners(left, right, region) {
        between(left, right, from.0..at_left, from.1..at_right, &mut found);
        let pair = (left.get(at_left), right.get(at_right));
        if let (Some(one), Some(other)) = pair
            && let Some(kind) = value_difference(one, other)
        {
            found.push(Change {
                kind,
                left: Some(one.span),
                right: Some(other.span),
                detail: None,
            });
        }
        from = (at_left + 1, at_right + 1);
    }
    between(
        left,
        right,
        from.0..region.left.end,
        from.1..region.right.end,
        &mut found,
    );
    found
}

/// Numbers and dates of both sides that stand against each other: those of equal value first, the
/// rest in their order, never crossing.
fn partners(left: &[Token], right: &[Token], region: &Region) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut next = region.right.start;
    for at in region.left.clone() {
        let Some(token) = left.get(at) else { break };
        if !is_value(token) {
            continue;
        }
        let alike = |&other: &usize| {
            right
                .get(other)
                .is_some_and(|other| same_sort(token, other))
        };
        let equal = (next..region.right.end).find(|&other| {
            alike(&other) && right.get(other).is_some_and(|other| other.key == token.key)
        });
        if let Some(other) = equal.or_else(|| (next..region.right.end).find(alike)) {
            pairs.push((at, other));
            next = other + 1;
        }
    }
    pairs
}

fn is_value(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Number(_) | TokenKind::Date)
}

fn same_sort(one: &Token, other: &Token) -> bool {
    matches!(
        (one.kind, other.kind),
        (TokenKind::Number(_), TokenKind::Number(_)) | (TokenKind::Date, TokenKind::Date)
    )
}

/// How two numbers or two dates differ; `None` where they mean the same. A rough number that allows
/// the other's value ("dozens" and "40") differs in words only.
fn value_difference(one: &Token, other: &Token) -> Option<ChangeKind> {
    if one.key == other.key {
        return None;
    }
    match (one.kind, other.kind) {
        (TokenKind::Number(a), TokenKind::Number(b)) => {
            let agree = (a.approximate || b.approximate) && a.low <= b.high && b.low <= a.high;
            Some(if agree {
                ChangeKind::Word
            } else {
                ChangeKind::Number
            })
        }
        _ => Some(ChangeKind::Date),
    }
}

/// What stands between two pairs of numbers or dates.
fn between(
    left: &[Token],
    right: &[Token],
    left_range: Range<usize>,
    right_range: Range<usize>,
    found: &mut Vec<Change>,
) {
    let left = left.get(left_range).unwrap_or_default();
    let right = right.get(right_range).unwrap_or_default();
    let (start, end) = common_edges(left, right);
    let left = left.get(start..left.len() - end).unwrap_or_default();
    let right = right.get(start..right.len() - end).unwrap_or_default();
    if left.is_empty() && right.is_empty() {
        return;
    }
    found.push(Change {
        kind: kind_of(left, right),
        left: hull(left),
        right: hull(right),
        detail: None,
    });
}

/// How many words at the beginning and at the end are the same on both sides.
fn common_edges(left: &[Token], right: &[Token]) -> (usize, usize) {
    let same = |(a, b): &(&Token, &Token)| a.key == b.key;
    let start = left.iter().zip(right).take_while(same).count();
    let room = left.len().min(right.len()) - start;
    let end = left
        .iter()
        .rev()
        .zip(right.iter().rev())
        .take_while(same)
        .count()
        .min(room);
    (start, end)
}

/// The kind of a difference without two values to compare: what its content is made of.
fn kind_of(left: &[Token], right: &[Token]) -> ChangeKind {
    let content = |kind: fn(&TokenKind) -> bool| {
        let mut tokens = left.iter().chain(right).filter(|token| token.is_content);
        tokens.clone().next().is_some() && tokens.all(|token| kind(&token.kind))
    };
    if content(|kind| matches!(kind, TokenKind::Name)) {
        ChangeKind::Name
    } else if content(|kind| matches!(kind, TokenKind::Number(_))) {
        ChangeKind::Number
    } else if content(|kind| matches!(kind, TokenKind::Date)) {
        ChangeKind::Date
    } else {
        ChangeKind::Word
    }
}
