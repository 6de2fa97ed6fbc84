//! How likely two sentences tell the same: evidence of several kinds in one calibrated number.
//!
//! A logistic function of the features below. Its weights were fitted on pairs of sentences from
//! news reports of the same events and from whole invented stories, each time with one part held
//! out, and are few enough to be read.

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
    /// Share of the heavier sentence's weight that the other has too, 0 to 1.
    pub fuller: f32,
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
    /// Whether they are the same words in the same order.
    pub is_same: bool,
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
            fuller: ratio(shared, left.total.max(right.total).max(4.0)),
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
            is_same: !left.run.is_empty() && left.run == right.run,
        }
    }

    /// How alike the two are on their own, 0 to 1: what a reader is shown as likeness.
    pub(super) fn likeness(&self) -> f32 {
        if self.is_same {
            return 1.0;
        }
        let words = 0.5 * self.words + 0.5 * self.covered;
        match self.meaning {
            Some(meaning) => 0.5 * meaning.max(0.0) + 0.5 * words,
            None => words,
        }
        .clamp(0.0, 1.0)
    }

    /// The probability that the two belong together, given how the pair stands among the others.
    pub(super) fn probability(&self, standing: Standing) -> f32 {
        if self.is_same {
            return SAME_WORDS;
        }
        let weights = match self.meaning {
            Some(_) => &WITH_VECTORS,
            None => &WITHOUT_VECTORS,
        };
        let evidence = [
            self.meaning.unwrap_or(0.0),
            self.words,
            self.covered,
            self.fuller,
            self.shared,
            self.names,
            self.figures,
            self.figures_differ,
            self.days_differ,
            self.quoted,
            self.apart,
            standing.behind(),
            standing.ahead(),
            standing.above_mean,
        ];
        let sum: f32 = evidence.iter().zip(weights).map(|(e, w)| e * w).sum();
        let probability = 1.0 / (1.0 + (-sum - OFFSET).exp());
        if self.likeness() < LIKENESS_MIN {
            probability * UNLIKE
        } else {
            probability
        }
    }
}

/// The probability of two sentences in the same words: nearly sure in texts of any length.
const SAME_WORDS: f32 = 0.9999;
/// Weights in the order of the evidence above, fitted by logistic regression.
const WITH_VECTORS: [f32; 14] = [
    2.4, 0.9, 0.6, -0.6, 1.75, -0.5, -0.15, -0.5, -0.5, 0.5, -0.65, 1.7, 1.05, 1.55,
];
/// The same for sentences without vectors.
const WITHOUT_VECTORS: [f32; 14] = [
    0.0, 1.2, 1.0, 1.2, 2.1, -0.5, -0.3, -0.65, -0.5, 0.5, -0.95, 1.15, 1.45, 0.5,
];
/// What speaks against any two sentences before they are looked at.
const OFFSET: f32 = -3.5;
/// Two sentences less alike than this are the likeliest pair of two texts only because nothing in
/// these texts belongs together; three in four such pairs are wrong.
const LIKENESS_MIN: f32 = 0.3;
/// What the probability of such a pair is multiplied by.
const UNLIKE: f32 = 0.2;

/// How a pair stands among the other pairs of its two sentences and of the texts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Standing {
    /// How far it is more alike than the best other pair of the left, and of the right sentence;
    /// negative where another is more alike. Both count the same: neither text is the measure.
    pub leads: [f32; 2],
    /// How far it is more alike than the pairs of the two texts are on average.
    pub above_mean: f32,
}

impl Standing {
    /// How far it stands behind others, for both sentences together; at most 0.
    fn behind(self) -> f32 {
        self.leads.iter().map(|lead| lead.min(0.0)).sum()
    }

    /// How far it stands ahead of others, for both sentences together; at least 0.
    fn ahead(self) -> f32 {
        self.leads.iter().map(|lead| lead.max(0.0)).sum()
    }
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
