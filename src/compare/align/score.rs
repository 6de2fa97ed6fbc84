//! How likely two sentences tell the same: evidence of several kinds in one calibrated number.
//!
//! A logistic function of the features below. Its weights were fitted on pairs of sentences from
//! news reports of the same events, from summaries and from whole invented stories, each time with
//! one part held out, and are few enough to be read. Half of them is what each kind of text taught
//! alone, half what all kinds together taught: so no kind of text has the last word.

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
    /// The same for the words that are no names: two sentences may share all names and tell of
    /// different acts.
    pub acts: f32,
    /// Shared words of names, at most 3.
    pub names: f32,
    /// 1 where both give figures or amounts and none agrees.
    pub figures_differ: f32,
    /// 1 where both name days and none is shared.
    pub days_differ: f32,
    /// Share of the shorter quotation that stands in the other sentence's quotation, 0 to 1.
    pub quoted: f32,
    /// Distance of their places in the texts, 0 to 1.
    pub apart: f32,
    /// How much longer one is than the other: logarithm of the ratio of their content words.
    pub longer: f32,
    /// Whether they are the same words in the same order.
    pub is_same: bool,
}

impl Features {
    /// The features of two sentences.
    pub(super) fn of(left: &Evidence, right: &Evidence) -> Self {
        let (shared, squares) = overlap(&left.content, &right.content);
        let named = names_weight(left, right);
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
            acts: (1.0 + (shared - named).max(0.0)).ln(),
            names: names.min(3) as f32,
            figures_differ: f32::from(both_figures && figures == 0 && !amounts),
            days_differ: f32::from(days_differ(&left.days, &right.days)),
            quoted: if shorter == 0 {
                0.0
            } else {
                common(&left.quoted, &right.quoted) as f32 / shorter as f32
            },
            apart: (left.place - right.place).abs(),
            longer: (length(left) / length(right)).ln().abs(),
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

    /// The probability that the two belong together, given how the pair stands among the others
    /// and what the two texts are to each other.
    pub(super) fn probability(&self, standing: Standing, texts: Texts) -> f32 {
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
            self.acts,
            self.names,
            self.figures_differ,
            self.days_differ,
            self.quoted,
            self.apart,
            self.longer,
            f32::from(self.likeness() < LIKENESS_MIN),
            standing.behind(),
            standing.above_mean,
            standing.ahead_in_meaning,
            standing.ahead_in_words,
            texts.shorter,
            texts.most_alike,
        ];
        let sum: f32 = evidence.iter().zip(weights).map(|(e, w)| e * w).sum();
        1.0 / (1.0 + (-sum - OFFSET).exp())
    }
}

/// The probability of two sentences in the same words: nearly sure in texts of any length.
const SAME_WORDS: f32 = 0.9999;
/// Weights in the order of the evidence above, fitted by logistic regression.
const WITH_VECTORS: [f32; 19] = [
    1.2, 3.34, 0.3, -0.3, 1.5, 0.2, -0.25, -0.25, -0.25, 0.25, -0.33, 0.23, -0.8, 2.58, 0.78, 3.49,
    -1.83, -1.38, 3.81,
];
/// The same for sentences without vectors.
const WITHOUT_VECTORS: [f32; 19] = [
    0.0, 1.2, 1.0, 1.2, 2.1, 0.0, -0.5, -0.65, -0.5, 0.5, -0.95, 0.0, -1.6, 1.15, 0.5, 0.0, 1.45,
    0.0, 0.0,
];
/// What speaks against any two sentences before they are looked at.
const OFFSET: f32 = -3.1;
/// Two sentences less alike than this are the likeliest pair of two texts only because nothing in
/// these texts belongs together; three in four such pairs are wrong.
const LIKENESS_MIN: f32 = 0.3;

/// What two texts are to each other, the same for all their pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Texts {
    /// Logarithm of the number of sentences of the shorter text: a sentence has a partner or two in
    /// the other text however long that is, so the longer both are, the rarer is a pair.
    pub shorter: f32,
    /// How alike the three most alike sentences are, 0 to 1: reports of one event have some that
    /// are nearly the same, texts that only touch on one subject have none.
    pub most_alike: f32,
}

/// How a pair stands among the other pairs of its two sentences and of the texts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Standing {
    /// How far it is more alike than the best other pair of the left, and of the right sentence;
    /// negative where another is more alike. Both count the same: neither text is the measure.
    pub leads: [f32; 2],
    /// How far it is more alike than the pairs of the two texts are on average.
    pub above_mean: f32,
    /// How far its meaning is nearer than that of the best others, for both sentences together;
    /// at least 0.
    pub ahead_in_meaning: f32,
    /// The same for its content words.
    pub ahead_in_words: f32,
}

impl Standing {
    /// How far it stands behind others, for both sentences together; at most 0.
    fn behind(&self) -> f32 {
        self.leads.iter().map(|lead| lead.min(0.0)).sum()
    }
}

/// The weight of the shared words that are names in both.
fn names_weight(left: &Evidence, right: &Evidence) -> f32 {
    left.content
        .iter()
        .filter(|(word, _)| {
            [left, right]
                .iter()
                .all(|side| side.names.binary_search(word).is_ok())
        })
        .map(|(_, weight)| weight)
        .sum()
}

/// Content words of a sentence, one more than there are.
fn length(sentence: &Evidence) -> f32 {
    (1 + sentence.content.len()) as f32
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
