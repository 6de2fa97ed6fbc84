//! Differences inside quotation marks: trimmed, reworded, turned into paraphrase.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Sides, Token};
use crate::model::{Change, ChangeDetail, ChangeKind, Span};

/// Quotations share at least this part of the shorter one's content words to be the same.
const SAME_QUOTATION: f32 = 0.5;
/// Fewer content words than this are scare quotes or a term, not told back as a quotation.
const CONTENT_MIN: usize = 2;
/// A quotation that is told back takes at most this many times as many words as it has.
const REACH: usize = 3;

/// How a quotation stands on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::compare) enum Fate {
    /// Word for word.
    Kept,
    /// A part of it word for word.
    Trimmed,
    /// In other words, still in quotation marks.
    Reworded,
}

/// How `later` stands to `earlier`, both the words of a quotation; `None` when they are not the same
/// quotation. Which of the two is the shorter does not matter.
pub(in crate::compare) fn fate(earlier: &[&Token], later: &[&Token]) -> Option<Fate> {
    let keys = |words: &[&Token]| -> Vec<String> {
        words.iter().map(|word| word.key.to_lowercase()).collect()
    };
    let (one, other) = (keys(earlier), keys(later));
    if one.is_empty() || other.is_empty() {
        return None;
    }
    if one == other {
        return Some(Fate::Kept);
    }
    let (long, short) = if one.len() >= other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    if long
        .windows(short.len())
        .any(|window| window == short.as_slice())
    {
        return Some(Fate::Trimmed);
    }
    (shared(earlier, later) >= SAME_QUOTATION).then_some(Fate::Reworded)
}

/// Share of the shorter run's content words that the longer one has, 0 to 1.
fn shared(one: &[&Token], other: &[&Token]) -> f32 {
    let content = |words: &[&Token]| -> Vec<String> {
        words
            .iter()
            .filter(|word| word.is_content)
            .map(|word| word.key.to_lowercase())
            .collect()
    };
    let (one, other) = (content(one), content(other));
    let shorter = one.len().min(other.len());
    if shorter == 0 {
        return 0.0;
    }
    let found = one.iter().filter(|word| other.contains(word)).count();
    (found as f32 / shorter as f32).min(1.0)
}

/// Names the differences that lie in quotations.
pub(super) fn mark(sides: &Sides<'_>, changes: &mut Vec<Change>) {
    let left = inside(&sides.left.quotations, sides.left_spans);
    let right = inside(&sides.right.quotations, sides.right_spans);
    let mut met = vec![false; right.len()];
    for &quotation in &left {
        let words = words_in(sides.left_words, quotation);
        let partner = right
            .iter()
            .enumerate()
            .filter_map(|(at, &other)| {
                let others = words_in(sides.right_words, other);
                let fate = fate(&words, &others)?;
                Some((at, other, fate, shared(&words, &others)))
            })
            .max_by(|a, b| a.3.total_cmp(&b.3).then(b.0.cmp(&a.0)));
        if let Some((at, other, fate, _)) = partner {
            if let Some(met) = met.get_mut(at) {
                *met = true;
            }
            let is_longer = quotation.len() > other.len();
            relabel(changes, quotation, other, fate, is_longer);
        } else if let Some(told) = told_back(&words, sides.right_words, &sides.right.quotations) {
            push(
                changes,
                quotation,
                told,
                Some(ChangeDetail::QuotationParaphrased),
            );
        }
    }
    for (&quotation, _) in right.iter().zip(&met).filter(|(_, met)| !**met) {
        let words = words_in(sides.right_words, quotation);
        if let Some(told) = told_back(&words, sides.left_words, &sides.left.quotations) {
            push(
                changes,
                told,
                quotation,
                Some(ChangeDetail::QuotationParaphrased),
            );
        }
    }
}

/// Gives the differences inside two quotations of the same words their name.
fn relabel(changes: &mut Vec<Change>, left: Span, right: Span, fate: Fate, is_longer: bool) {
    let detail = match fate {
        Fate::Kept => return,
        Fate::Trimmed if is_longer => Some(ChangeDetail::QuotationTrimmed),
        Fate::Trimmed => Some(ChangeDetail::QuotationExtended),
        Fate::Reworded => Some(ChangeDetail::QuotationReworded),
    };
    let within = |outer: Span, inner: Option<Span>| inner.is_none_or(|span| outer.contains(span));
    let mut has_any = false;
    for change in changes.iter_mut() {
        if change.kind == ChangeKind::Word
            && within(left, change.left)
            && within(right, change.right)
        {
            change.kind = ChangeKind::Quote;
            change.detail = detail;
            has_any = true;
        }
    }
    if !has_any {
        push(changes, left, right, detail);
    }
}

fn push(changes: &mut Vec<Change>, left: Span, right: Span, detail: Option<ChangeDetail>) {
    changes.push(Change {
        kind: ChangeKind::Quote,
        left: Some(left),
        right: Some(right),
        detail,
    });
}

/// Where the other side tells a quotation's words outside quotation marks.
pub(in crate::compare) fn told_back(
    quotation: &[&Token],
    words: &[Token],
    quotations: &[Span],
) -> Option<Span> {
    let content: Vec<String> = quotation
        .iter()
        .filter(|word| word.is_content)
        .map(|word| word.key.to_lowercase())
        .collect();
    if content.len() < CONTENT_MIN {
        return None;
    }
    let told: Vec<(usize, &Token)> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.is_content && content.contains(&word.key.to_lowercase()))
        .filter(|(_, word)| !quotations.iter().any(|span| span.contains(word.span)))
        .collect();
    let reach = REACH * quotation.len();
    let near = |from: usize| {
        let (start, first) = *told.get(from)?;
        let near = told.iter().skip(from);
        let near = near.take_while(|(at, word)| *at < start + reach && word.piece == first.piece);
        let distinct: BTreeSet<String> = near
            .clone()
            .map(|(_, word)| word.key.to_lowercase())
            .collect();
        let (_, last) = near.last()?;
        Some((distinct.len(), first.span.hull(last.span)))
    };
    let best = (0..told.len())
        .filter_map(|from| Some((near(from)?, from)))
        .max_by_key(|&((distinct, span), from)| (distinct, Reverse(span.len()), Reverse(from)));
    let ((distinct, span), _) = best?;
    let is_enough =
        distinct >= CONTENT_MIN && distinct as f32 >= SAME_QUOTATION * content.len() as f32;
    is_enough.then_some(span)
}

/// The parts of quotations that lie in some sentences.
pub(in crate::compare) fn inside(quotations: &[Span], sentences: &[Span]) -> Vec<Span> {
    quotations
        .iter()
        .flat_map(|quotation| {
            sentences
                .iter()
                .filter(|sentence| sentence.overlaps(*quotation))
                .map(|sentence| {
                    Span::new(
                        quotation.start.max(sentence.start),
                        quotation.end.min(sentence.end),
                    )
                })
        })
        .filter(|span| !span.is_empty())
        .collect()
}

fn words_in(words: &[Token], span: Span) -> Vec<&Token> {
    words
        .iter()
        .filter(|word| span.overlaps(word.span))
        .collect()
}
