//! Scores to tags, names and trees.
//!
//! Owns the search for the best labels under what is allowed: names that begin before they go on,
//! parts of speech that go together, one root to a sentence and no circles. Must not touch text.

pub(super) mod known;
mod names;
mod tags;
mod tree;

use std::ops::Range;

pub(crate) use names::NameLabels;
pub(crate) use tags::TagLabels;

use super::encoder::{Encoder, Memory, Scores, Table};
use super::{EngineError, NameKind, Relation, Upos};

/// What the labels of the model mean.
pub(crate) struct Labels {
    names: NameLabels,
    tags: TagLabels,
    relations: Vec<(Relation, &'static str)>,
    /// Number of the relation of a root.
    root: usize,
}

/// A sentence, or a window of a long one, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Decoded {
    /// What is known of each word.
    pub(crate) words: Vec<DecodedWord>,
    /// Names: words, kind, probability.
    pub(crate) names: Vec<(Range<usize>, NameKind, f32)>,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct DecodedWord {
    /// Part of speech.
    pub(crate) upos: Upos,
    /// Penn Treebank tag.
    pub(crate) xpos: &'static str,
    /// Number of its head in the sentence; `None` for the root.
    pub(crate) head: Option<usize>,
    /// Relation to the head.
    pub(crate) relation: Relation,
    /// Subtype of the relation.
    pub(crate) subtype: &'static str,
}

impl Labels {
    /// The meaning of the labels of this model.
    ///
    /// # Errors
    /// When a label that is needed is missing.
    pub(crate) fn of(encoder: &Encoder) -> Result<Self, EngineError> {
        let labels = &encoder.labels;
        let missing = || EngineError::Weights("no relation root".to_owned());
        let root = labels
            .relations
            .iter()
            .position(|relation| relation == "root");
        Ok(Self {
            names: NameLabels::new(&labels.entity)?,
            tags: TagLabels::new(&labels.upos, &labels.xpos),
            relations: labels
                .relations
                .iter()
                .map(|name| tags::relation(name))
                .collect(),
            root: root.ok_or_else(missing)?,
        })
    }

    /// Reads one sentence off its scores.
    pub(crate) fn decode(
        &self,
        scores: &Scores,
        encoder: &Encoder,
        memory: &mut Memory,
    ) -> Decoded {
        let heads = tree::heads(&scores.arcs);
        let relations = encoder.relations(scores, &heads, memory);
        let tags = scores.upos.rows().zip(scores.xpos.rows());
        let words = tags
            .zip(heads.iter().zip(relations.rows()))
            .map(|((upos, xpos), (&head, relations))| {
                let (upos, xpos) = self.tags.best(upos, xpos);
                let (relation, subtype) = self.relation(head, relations);
                DecodedWord {
                    upos,
                    xpos,
                    head: head.checked_sub(1),
                    relation,
                    subtype,
                }
            })
            .collect();
        Decoded {
            words,
            names: self.names.best(&scores.entity),
        }
    }

    /// The best relation to this head: `root` for the root, and for it alone.
    fn relation(&self, head: usize, scores: &[f32]) -> (Relation, &'static str) {
        let best = if head == 0 {
            self.root
        } else {
            let others = scores
                .iter()
                .enumerate()
                .filter(|&(index, _)| index != self.root);
            others
                .max_by(|a, b| a.1.total_cmp(b.1))
                .map_or(0, |(index, _)| index)
        };
        self.relations
            .get(best)
            .copied()
            .unwrap_or((Relation::Dep, ""))
    }
}
