//! Names: the most probable sequence of "begins", "goes on" and "outside" (Viterbi).

use std::ops::Range;

use super::Table;
use crate::language::{EngineError, NameKind};

/// What the entity labels mean.
pub(crate) struct NameLabels {
    labels: Vec<Label>,
}

/// One entity label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Outside,
    Begins(NameKind),
    GoesOn(NameKind),
}

impl Label {
    /// Whether this label may follow another.
    fn may_follow(self, previous: Self) -> bool {
        match self {
            Self::Outside | Self::Begins(_) => true,
            Self::GoesOn(kind) => previous == Self::Begins(kind) || previous == Self::GoesOn(kind),
        }
    }
}

impl NameLabels {
    /// The meaning of labels such as "O", "B-PER", "I-PER".
    pub(crate) fn new(names: &[String]) -> Result<Self, EngineError> {
        let labels = names
            .iter()
            .map(|name| match name.split_once('-') {
                Some(("B", kind)) => Ok(Label::Begins(NameKind::from_tag(kind))),
                Some(("I", kind)) => Ok(Label::GoesOn(NameKind::from_tag(kind))),
                _ if name == "O" => Ok(Label::Outside),
                _ => Err(EngineError::Weights(format!("unknown label {name}"))),
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { labels })
    }

    /// The names of a sentence, with the product of the probabilities of their labels.
    pub(crate) fn best(&self, scores: &Table) -> Vec<(Range<usize>, NameKind, f32)> {
        let rows: Vec<Vec<f32>> = scores.rows().map(log_probabilities).collect();
        let path = self.path(&rows);
        let mut names: Vec<(Range<usize>, NameKind, f32)> = Vec::new();
        for (index, (&label, row)) in path.iter().zip(&rows).enumerate() {
            let probability = row.get(label).map_or(0.0, |x| x.exp());
            match self.labels.get(label) {
                Some(&Label::Begins(kind)) => names.push((index..index + 1, kind, probability)),
                Some(Label::GoesOn(_)) => {
                    if let Some((words, _, total)) = names.last_mut() {
                        words.end = index + 1;
                        *total *= probability;
                    }
                }
                _ => {}
            }
        }
        names
    }

    /// The most probable labels.
    fn path(&self, rows: &[Vec<f32>]) -> Vec<usize> {
        let mut best: Vec<f32> = Vec::new();
        let mut back: Vec<Vec<usize>> = Vec::new();
        for row in rows {
            let mut from = Vec::with_capacity(row.len());
            let mut next = Vec::with_capacity(row.len());
            for (&label, &score) in self.labels.iter().zip(row) {
                let (previous, total) = self.step(label, &best);
                from.push(previous);
                next.push(total + score);
            }
            best = next;
            back.push(from);
        }
        let mut label = largest(best.iter().copied().enumerate()).0;
        let mut path = Vec::with_capacity(rows.len());
        for from in back.iter().rev() {
            path.push(label);
            label = from.get(label).copied().unwrap_or(0);
        }
        path.reverse();
        path
    }

    /// The best label before this one, and its total.
    fn step(&self, label: Label, totals: &[f32]) -> (usize, f32) {
        if totals.is_empty() {
            let starts = label.may_follow(Label::Outside);
            return (0, if starts { 0.0 } else { f32::NEG_INFINITY });
        }
        let before = self.labels.iter().zip(totals).enumerate();
        let allowed = before.filter(|(_, (previous, _))| label.may_follow(**previous));
        largest(allowed.map(|(index, (_, &total))| (index, total)))
    }
}

/// Logarithms of the probabilities that scores stand for.
fn log_probabilities(scores: &[f32]) -> Vec<f32> {
    let largest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let total: f32 = scores.iter().map(|score| (score - largest).exp()).sum();
    let shift = largest + total.ln();
    scores.iter().map(|score| score - shift).collect()
}

/// The first largest of numbered values.
fn largest(values: impl Iterator<Item = (usize, f32)>) -> (usize, f32) {
    values.fold((0, f32::NEG_INFINITY), |best, new| {
        if new.1 > best.1 { new } else { best }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_begins_before_it_goes_on() {
        let labels = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"].map(str::to_owned);
        let labels = NameLabels::new(&labels).unwrap();
        let scores = Table::new(
            vec![
                0.0, 1.0, 3.0, 0.0, 0.0, // "goes on" is best, but cannot start
                0.0, 0.0, 3.0, 0.0, 0.0, //
                3.0, 0.0, 0.0, 0.0, 0.0, //
                0.0, 0.0, 0.0, 3.0, 0.0,
            ],
            5,
        );
        let names = labels.best(&scores);
        let found: Vec<_> = names
            .iter()
            .map(|(words, kind, _)| (words.clone(), *kind))
            .collect();
        assert_eq!(
            found,
            [(0..2, NameKind::Person), (3..4, NameKind::Organisation)]
        );
        assert!(names.iter().all(|name| name.2 > 0.0 && name.2 <= 1.0));
    }
}
