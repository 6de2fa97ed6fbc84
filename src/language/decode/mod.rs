//! Scores to tags, names and trees.
//!
//! Owns the search for the best labels under what is allowed: names that begin before they go on,
//! parts of speech that go together, one root to a sentence and no circles. Must not touch text.

mod names;
mod tag;
mod tags;
mod tree;

use std::ops::Range;

pub(crate) use names::NameLabels;
pub(crate) use tag::Tag;
pub(crate) use tags::TagLabels;

use super::encoder::{Encoder, Memory, Scores, Table};
use super::{EngineError, NameKind, Relation, Upos};

/// What the labels of the model mean.
pub(crate) struct Labels {
    names: NameLabels,
    tags: TagLabels,
    relations: Vec<(Relation, Tag)>,
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

/// What is known of a word beside its place and its lemma.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct DecodedWord {
    /// Part of speech.
    pub(crate) upos: Upos,
    /// Penn Treebank tag.
    pub(crate) xpos: Tag,
    /// Number of its head in the sentence, or among all words once it stands among them; `None` for
    /// the root.
    pub(crate) head: Option<usize>,
    /// Relation to the head.
    pub(crate) relation: Relation,
    /// Subtype of the relation.
    pub(crate) subtype: Tag,
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
        let mut words: Vec<DecodedWord> = tags
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
        one_subject(&mut words);
        Decoded {
            words,
            names: self.names.best(&scores.entity),
        }
    }

    /// The best relation to this head: `root` for the root, and for it alone.
    fn relation(&self, head: usize, scores: &[f32]) -> (Relation, Tag) {
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
            .unwrap_or((Relation::Dep, Tag::NONE))
    }
}

/// A verb has one subject: what the model calls a second one behind the verb is its object
/// ("Both Lind and Reed urged the minister to go").
fn one_subject(words: &mut [DecodedWord]) {
    let mut has_subject = vec![false; words.len()];
    for index in 0..words.len() {
        let Some(&DecodedWord {
            relation: Relation::Nsubj,
            subtype: Tag::NONE,
            head: Some(head),
            ..
        }) = words.get(index)
        else {
            continue;
        };
        let is_verb = words.get(head).is_some_and(|word| word.upos == Upos::Verb);
        let Some(seen) = has_subject.get_mut(head) else {
            continue;
        };
        if *seen && is_verb && index > head {
            if let Some(word) = words.get_mut(index) {
                word.relation = Relation::Obj;
            }
        } else {
            *seen = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DecodedWord, Tag, one_subject};
    use crate::language::{Relation, Upos};

    #[test]
    fn a_second_subject_behind_the_verb_is_its_object() {
        let word = |upos, head, relation| DecodedWord {
            upos,
            xpos: Tag::NONE,
            head,
            relation,
            subtype: Tag::NONE,
        };
        let subject = word(Upos::Noun, Some(1), Relation::Nsubj);
        let mut words = [subject, word(Upos::Verb, None, Relation::Root), subject];
        one_subject(&mut words);
        let relations: Vec<Relation> = words.iter().map(|word| word.relation).collect();
        assert_eq!(relations, [Relation::Nsubj, Relation::Root, Relation::Obj]);
    }
}
