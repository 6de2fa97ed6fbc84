//! Differences inside quotation marks: trimmed, reworded, turned into paraphrase.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Sides, Text, Token};
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
    let (found, shorter) = shared_content(earlier, later);
    let is_same = found >= shorter.min(CONTENT_MIN) && shared(earlier, later) >= SAME_QUOTATION;
    is_same.then_some(Fate::Reworded)
}

/// Share of the shorter run's content words that the longer one has, 0 to 1.
fn shared(one: &[&Token], other: &[&Token]) -> f32 {
    let (found, shorter) = shared_content(one, other);
    (found as f32 / shorter.max(1) as f32).min(1.0)
}

/// How many content words both runs have, and how many the shorter one has.
fn shared_content(one: &[&Token], other: &[&Token]) -> (usize, usize) {
    let content = |words: &[&Token]| -> Vec<String> {
        words
            .iter()
            .filter(|word| word.is_content)
            .map(|word| word.key.to_lowercase())
            .collect()
    };
    let (one, other) = (content(one), content(other));
    let found = one.iter().filter(|word| other.contains(word)).count();
    (found, one.len().min(other.len()))
}

/// Names the differences that lie in quotations.
pub(super) fn mark(sides: &Sides<'_>, changes: &mut Vec<Change>) {
    let in_row = |text: &Text<'_>, spans: &[Span]| -> Vec<Span> {
        let found = inside(&text.quotations, spans).into_iter();
        found.map(|span| span.trimmed(text.body)).collect()
    };
    let left = in_row(sides.left, sides.left_spans);
    let right = in_row(sides.right, sides.right_spans);
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
            let others = words_in(sides.right_words, other);
            relabel(changes, (quotation, &words), (other, &others), fate);
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
fn relabel(
    changes: &mut Vec<Change>,
    (left, left_words): (Span, &[&Token]),
    (right, right_words): (Span, &[&Token]),
    fate: Fate,
) {
    let is_longer = left_words.len() > right_words.len();
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
    if has_any {
        return;
    }
    if fate == Fate::Reworded {
        push(changes, left, right, detail);
        return;
    }
    // Words that no change holds stand elsewhere on the other side.
    let (long, short) = if is_longer {
        (left_words, right_words)
    } else {
        (right_words, left_words)
    };
    let of_long = |change: &Change| if is_longer { change.left } else { change.right };
    for lost in trimmed_away(long, short) {
        let differs = changes
            .iter()
            .any(|change| of_long(change).is_some_and(|span| span.contains(lost)));
        if differs {
            changes.push(Change {
                kind: ChangeKind::Quote,
                left: is_longer.then_some(lost),
                right: (!is_longer).then_some(lost),
                detail,
            });
        }
    }
}

/// What of a quotation stands before and after the part that was kept.
fn trimmed_away(long: &[&Token], short: &[&Token]) -> Vec<Span> {
    let is_kept = |window: &[&Token]| {
        let mut both = window.iter().zip(short);
        both.all(|(one, other)| one.key.eq_ignore_ascii_case(&other.key))
    };
    let Some(start) = long.windows(short.len().max(1)).position(is_kept) else {
        return Vec::new();
    };
    let before = long.get(..start);
    let after = long.get(start + short.len()..);
    [before, after]
        .into_iter()
        .flatten()
        .filter_map(|words| Some(words.first()?.span.hull(words.last()?.span)))
        .collect()
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
        let (end, last) = near.last()?;
        Some((distinct.len(), first.span.hull(last.span), [start, *end]))
    };
    let best = (0..told.len())
        .filter_map(|from| Some((near(from)?, from)))
        .max_by_key(|&((distinct, span, _), from)| (distinct, Reverse(span.len()), Reverse(from)));
    let ((distinct, span, ends), _) = best?;
    let is_enough =
        distinct >= CONTENT_MIN && distinct as f32 >= SAME_QUOTATION * content.len() as f32;
    is_enough.then(|| widened(span, ends, quotation, words))
}

/// The place with the little words at both its ends that stand so in the quotation too.
fn widened(span: Span, [first, last]: [usize; 2], quotation: &[&Token], words: &[Token]) -> Span {
    let same = |at: usize, place: usize| {
        let both = words.get(at).zip(quotation.get(place));
        both.is_some_and(|(one, other)| one.key.eq_ignore_ascii_case(&other.key))
    };
    let place_of = |at: usize| (0..quotation.len()).find(|&place| same(at, place));
    let before = place_of(first).map_or(0, |place| {
        (1..=first.min(place))
            .take_while(|&step| same(first - step, place - step))
            .count()
    });
    let after = place_of(last).map_or(0, |place| {
        (1..quotation.len() - place)
            .take_while(|&step| same(last + step, place + step))
            .count()
    });
    let ends = [first - before, last + after].map(|at| words.get(at));
    ends.into_iter()
        .flatten()
        .fold(span, |whole, word| whole.hull(word.span))
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
