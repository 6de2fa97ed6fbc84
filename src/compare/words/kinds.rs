//! What a difference is about: a number, a date, a name, or other words.
//!
//! Inside a region, numbers are set against numbers and dates against dates, in their order; what is
//! left between them are names or other words. Numbers and dates are compared by value: those that
//! agree end a difference instead of making one. Where much else is rewritten around them, two
//! numbers are about the same thing only if they count the same, and two days only if they agree.

use std::ops::Range;

use super::initials::is_short_for;
use super::regions::Region;
use super::tokens::TokenKind;
use super::{Token, hull};
use crate::model::{Change, ChangeKind};

/// A region with more content words than this on one side, numbers and dates aside, is rewritten
/// too much for its numbers and dates to stand against each other by their order alone.
const TIGHT_CONTENT_MAX: usize = 4;

/// The differences of a region, each of one kind.
pub(super) fn name_differences(left: &[Token], right: &[Token], region: &Region) -> Vec<Change> {
    let mut found = Vec::new();
    let mut from = (region.left.start, region.right.start);
    let sides = [left, right];
    for (at_left, at_right) in partners(left, right, region) {
        between(sides, [from.0..at_left, from.1..at_right], &mut found);
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
    let rest = [from.0..region.left.end, from.1..region.right.end];
    between(sides, rest, &mut found);
    found
}

/// Numbers and dates of both sides that stand against each other: those of equal value first, the
/// rest in their order, never crossing.
fn partners(left: &[Token], right: &[Token], region: &Region) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let is_tight = is_tight(left, &region.left) && is_tight(right, &region.right);
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
        let comparable = |&other: &usize| {
            let other = right.get(other);
            other.is_some_and(|other| {
                (is_tight && same_sort(token, other)) || counts_same(token, other)
            })
        };
        if let Some(other) = equal.or_else(|| (next..region.right.end).find(comparable)) {
            pairs.push((at, other));
            next = other + 1;
        }
    }
    pairs
}

fn is_value(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Number(_) | TokenKind::Date)
}

/// Whether both are numbers or both are of one sort of calendar expression.
fn same_sort(one: &Token, other: &Token) -> bool {
    match (one.kind, other.kind) {
        (TokenKind::Number(_), TokenKind::Number(_)) => true,
        (TokenKind::Date, TokenKind::Date) => one.measure == other.measure,
        _ => false,
    }
}

/// Whether both are numbers of the same thing.
fn counts_same(one: &Token, other: &Token) -> bool {
    let numbers = matches!(
        (one.kind, other.kind),
        (TokenKind::Number(_), TokenKind::Number(_))
    );
    numbers && !one.measure.is_empty() && one.measure == other.measure
}

/// Whether little but numbers and dates stands in a region.
fn is_tight(tokens: &[Token], range: &Range<usize>) -> bool {
    let tokens = tokens.get(range.clone()).unwrap_or_default();
    let content = tokens
        .iter()
        .filter(|token| token.is_content && !is_value(token));
    content.count() <= TIGHT_CONTENT_MAX
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
fn between(sides: [&[Token]; 2], ranges: [Range<usize>; 2], found: &mut Vec<Change>) {
    let [left_range, right_range] = ranges;
    let [all_left, all_right] = sides;
    let left = all_left.get(left_range.clone()).unwrap_or_default();
    let right = all_right.get(right_range.clone()).unwrap_or_default();
    let (start, end) = common_edges(left, right);
    let is_part =
        is_part_of_name(all_left, &left_range) || is_part_of_name(all_right, &right_range);
    let left = left.get(start..left.len() - end).unwrap_or_default();
    let right = right.get(start..right.len() - end).unwrap_or_default();
    let mut lefts = left.chunk_by(|a, b| a.piece == b.piece);
    let mut rights = right.chunk_by(|a, b| a.piece == b.piece);
    loop {
        let (left, right) = (lefts.next(), rights.next());
        if left.is_none() && right.is_none() {
            break;
        }
        let (left, right) = (left.unwrap_or_default(), right.unwrap_or_default());
        let kind = match kind_of(sides, left, right) {
            ChangeKind::Name if is_part && (left.is_empty() || right.is_empty()) => {
                ChangeKind::Word
            }
            kind => kind,
        };
        let change = |kind, left: &[Token], right: &[Token]| Change {
            kind,
            left: hull(left),
            right: hull(right),
            detail: None,
        };
        let [bare_left, bare_right] = [left, right].map(without_little_words);
        let is_wider = bare_left.len() < left.len() || bare_right.len() < right.len();
        if kind == ChangeKind::Word {
            found.push(change(kind, left, right));
            found.extend(alone(left, all_right).map(|value| change(value.1, value.0, &[])));
            found.extend(alone(right, all_left).map(|value| change(value.1, &[], value.0)));
        } else if is_wider {
            // The little words around a number or a name differ too, but are neither.
            found.push(change(ChangeKind::Word, left, right));
            found.push(change(kind, bare_left, bare_right));
        } else {
            found.push(change(kind, left, right));
        }
    }
}

/// Numbers and dates among rewritten words that the other side has nowhere, each by itself: where much
/// else differs, they are what a reader would miss.
fn alone<'a>(
    words: &'a [Token],
    others: &'a [Token],
) -> impl Iterator<Item = (&'a [Token], ChangeKind)> {
    let is_missing = |token: &Token| {
        let same = |other: &Token| {
            same_sort(token, other)
                && matches!(
                    value_difference(token, other),
                    None | Some(ChangeKind::Word)
                )
        };
        // "Now" and "recently" are no date that one could look up.
        let is_vague = token.kind == TokenKind::Date
            && (!token.key.starts_with('@') || token.key.ends_with("_REF"));
        is_value(token) && !is_vague && !others.iter().any(same)
    };
    let places = (0..words.len()).filter_map(|at| words.get(at..=at));
    places.filter_map(move |place| {
        let token = place.first().filter(|token| is_missing(token))?;
        let kind = match token.kind {
            TokenKind::Date => ChangeKind::Date,
            _ => ChangeKind::Number,
        };
        Some((place, kind))
    })
}

/// Words from the first to the last that carries content.
fn without_little_words(words: &[Token]) -> &[Token] {
    let is_content = |token: &Token| token.is_content;
    let first = words.iter().position(is_content);
    let last = words.iter().rposition(is_content);
    first
        .zip(last)
        .and_then(|(first, last)| words.get(first..=last))
        .unwrap_or_default()
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
fn kind_of(sides: [&[Token]; 2], left: &[Token], right: &[Token]) -> ChangeKind {
    let content = |kind: fn(&TokenKind) -> bool| {
        let mut tokens = left.iter().chain(right).filter(|token| token.is_content);
        tokens.clone().next().is_some() && tokens.all(|token| kind(&token.kind))
    };
    let [all_left, all_right] = sides;
    // A name, number or date that the other side gives in another place is in another order, not
    // another one.
    if is_told(left, all_right) && is_told(right, all_left) {
        return ChangeKind::Word;
    }
    if content(|kind| matches!(kind, TokenKind::Name)) {
        // Words without content beside a name ("he was") give none, and initials are no other name.
        let says = |side: &[Token]| side.is_empty() || side.iter().any(|token| token.is_content);
        let [one, other] = [left, right]
            .map(|side| -> Vec<&Token> { side.iter().filter(|token| token.is_content).collect() });
        if !says(left) || !says(right) || is_short_for(&one, &other) {
            return ChangeKind::Word;
        }
        ChangeKind::Name
    } else if content(|kind| matches!(kind, TokenKind::Number(_))) {
        ChangeKind::Number
    } else if content(|kind| matches!(kind, TokenKind::Date)) {
        ChangeKind::Date
    } else {
        ChangeKind::Word
    }
}

/// Whether the words of a range are the part of a name whose other words stand beside them.
fn is_part_of_name(tokens: &[Token], range: &Range<usize>) -> bool {
    let is_name = |at: Option<usize>| {
        let token = at.and_then(|at| tokens.get(at));
        token.is_some_and(|token| token.kind == TokenKind::Name)
    };
    let goes_on = |at: usize| is_name(at.checked_sub(1)) && is_name(Some(at));
    !range.is_empty() && (goes_on(range.start) || goes_on(range.end))
}

/// Whether the other side has these words, or names the same by a longer or shorter form: one that
/// ends in the same word and has no word before it that these lack.
fn is_told(words: &[Token], others: &[Token]) -> bool {
    if stands_in(words, others) {
        return true;
    }
    let is_name = |token: &Token| token.kind == TokenKind::Name;
    let lacks = |token: &Token| words.iter().all(|word| stem(word) != stem(token));
    let is_named = |last: &Token| {
        others.iter().enumerate().any(|(at, other)| {
            let before = at.checked_sub(1).and_then(|at| others.get(at));
            let after = others.get(at + 1);
            stem(other) == stem(last)
                && is_name(other)
                && !before.is_some_and(|before| is_name(before) && lacks(before))
                && !after.is_some_and(|after| is_name(after) && lacks(after))
        })
    };
    let mut runs = words
        .chunk_by(|one, other| is_name(one) == is_name(other))
        .filter(|run| run.iter().any(|token| token.is_content));
    runs.all(|run| {
        run.last()
            .is_some_and(|last| is_name(last) && is_named(last))
    })
}

/// Whether all content of some words stands somewhere among others, possessive endings aside.
fn stands_in(words: &[Token], others: &[Token]) -> bool {
    let mut content = words.iter().filter(|token| token.is_content);
    content.all(|token| others.iter().any(|other| stem(other) == stem(token)))
}

fn stem(token: &Token) -> &str {
    let key = token.key.as_str();
    key.strip_suffix("'s")
        .or_else(|| key.strip_suffix('\''))
        .unwrap_or(key)
}
