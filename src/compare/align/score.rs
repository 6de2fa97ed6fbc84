//! How likely two sentences tell the same: evidence of several kinds in one calibrated number.
//!
//! A logistic function of the features below. Its weights were fitted on pairs of sentences from
//! news reports of the same events, and are few enough to be read.

use crate::model::{Amount, Interval};

use super::super::evidence::Evidence;

/// What speaks for and against two sentences telling the same.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Features {
    /// Cosine of the sentence vectors, where both have one.
    pub meaning: Option<f32>,
    /// Cosine of the weighted content words, 0 to 1.
    pub words: f32,
    /// Share of the lighter sentence's weight that the other has too, 0 to 1.
    pub covered: f32,
    /// Logarithm of the shared weight.
    pub shared: f32,
    /// Shared words of names, at most 3.
    pub names: f32,
    /// Shared figures, at most 2.
    pub figures: f32,
    /// 1 where both give figures or amounts and none agrees.
    pub figures_differ: f32,
    /// 1 where both name days and none is shared.
    pub days_differ: f32,
    /// Share of the shorter quotation that stands in the other sentence's quotation, 0 to 1.
    pub quoted: f32,
    /// Distance of their places in the texts, 0 to 1.
    pub apart: f32,
}

impl Features {
    /// The features of two sentences.
    pub(super) fn of(left: &Evidence, right: &Evidence) -> Self {
        let (shared, squares) = overlap(&left.content, &right.content);
        let lighter = left.total.min(right.total).max(4.0);
        let names = common(&left.names, &right.names);
        let figures = common(&left.figures, &right.figures);
        let amounts = amounts_agree(&left.amounts, &right.amounts);
        let both_figures = (!left.figures.is_empty() && !right.figures.is_empty())
            || (!left.amounts.is_empty() && !right.amounts.is_empty());
        let shorter = left.quoted.len().min(right.quoted.len());
        Self {
            meaning: left
                .vector
                .as_ref()
                .zip(right.vector.as_ref())
                .map(|(a, b)| a.cosine(b)),
            words: ratio(squares, left.norm * right.norm),
            covered: ratio(shared, lighter),
            shared: (1.0 + shared).ln(),
            names: names.min(3) as f32,
            figures: figures.min(2) as f32,
            figures_differ: f32::from(both_figures && figures == 0 && !amounts),
            days_differ: f32::from(days_differ(&left.days, &right.days)),
            quoted: if shorter == 0 {
                0.0
            } else {
                common(&left.quoted, &right.quoted) as f32 / shorter as f32
            },
            apart: (left.place - right.place).abs(),
        }
    }

    /// How alike the two are on their own, 0 to 1: what a reader is shown as likeness.
    pub(super) fn likeness(&self) -> f32 {
        let words = 0.5 * self.words + 0.5 * self.covered;
        match self.meaning {
            Some(meaning) => 0.5 * meaning.max(0.0) + 0.5 * words,
            None => words,
        }
        .clamp(0.0, 1.0)
    }

    /// The probability that the two belong together, given how far each is from being the other's
    /// best match (`lead`, 0 or above where it is the best, below where another is better).
    pub(super) fn probability(&self, lead: Lead) -> f32 {
        let own = 0.9 * self.words + 0.9 * self.covered + 1.7 * self.shared
            - 0.2 * self.names
            - 0.3 * self.figures
            - 1.0 * self.figures_differ
            - 0.5 * self.days_differ
            + 0.5 * self.quoted
            - 0.5 * self.apart;
        let lead = 1.4 * lead.on_right + 3.0 * lead.on_left;
        let sum = match self.meaning {
            Some(meaning) => own + lead + 1.6 * meaning - 3.2,
            None => own + lead + 1.0 * self.covered - 2.8,
        };
        1.0 / (1.0 + (-sum).exp())
    }
}

/// How far a pair leads over the best other pair of each of its sentences; negative where it does
/// not lead.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Lead {
    /// Over the left sentence's other pairs.
    pub on_right: f32,
    /// Over the right sentence's other pairs.
    pub on_left: f32,
}

/// Shared weight, and the sum of its squares, of two ordered lists.
fn overlap(left: &[(u32, f32)], right: &[(u32, f32)]) -> (f32, f32) {
    let mut right = right.iter().peekable();
    let (mut sum, mut squares) = (0.0, 0.0);
    for &(word, weight) in left {
        while right.next_if(|(other, _)| *other < word).is_some() {}
        if right.next_if(|(other, _)| *other == word).is_some() {
            sum += weight;
            squares += weight * weight;
        }
    }
    (sum, squares)
}

/// How many numbers two ordered lists share.
fn common(left: &[u32], right: &[u32]) -> usize {
    left.iter()
        .filter(|word| right.binary_search(word).is_ok())
        .count()
}

fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// Whether an amount of one sentence allows the value of an amount of the other.
fn amounts_agree(left: &[Amount], right: &[Amount]) -> bool {
    left.iter().any(|a| {
        right.iter().any(|b| {
            a.is_money == b.is_money && a.value.low <= b.value.high && b.value.low <= a.value.high
        })
    })
}

/// Whether both name days and no two of them overlap.
fn days_differ(left: &[Interval], right: &[Interval]) -> bool {
    !left.is_empty()
        && !right.is_empty()
        && !left.iter().any(|a| right.iter().any(|b| a.overlaps(*b)))
}
