//! Adjectives of belief and will: "X is confident that S", "X is willing to V".

use super::candidate::Candidate;
use super::lexicon::Class;
use super::tree::Tree;
use super::{spans, subject};
use crate::language::{Relation, Upos};

const WILL: [&str; 14] = [
    "willing",
    "unwilling",
    "eager",
    "determined",
    "keen",
    "reluctant",
    "hesitant",
    "hopeful",
    "anxious",
    "afraid",
    "happy",
    "glad",
    "prepared",
    "committed",
];

/// Every adjective with a clause whose subject can speak.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    (0..tree.len())
        .filter(|&word| {
            tree.upos(word) == Upos::Adj
                || (tree.xpos(word) == "VBN" && WILL.contains(&tree.form(word)))
        })
        .filter_map(|word| held(tree, word))
        .collect()
}

fn held(tree: &Tree<'_>, word: usize) -> Option<Candidate> {
    let source = subject::of(tree, word).filter(|&head| subject::can_speak(tree, head))?;
    let clause = tree.children(word).iter().copied().find(|&child| {
        child > word
            && match tree.relation(child) {
                Relation::Ccomp => tree
                    .marker(child)
                    .is_none_or(|mark| !tree.is(mark, &["to"])),
                Relation::Xcomp | Relation::Advcl => {
                    WILL.contains(&tree.lemma(word))
                        && tree
                            .marker(child)
                            .is_some_and(|mark| tree.is(mark, &["to"]))
                }
                _ => false,
            }
    })?;
    let words = tree.below(clause, |_| false);
    let is_will = tree.relation(clause) != Relation::Ccomp;
    Some(Candidate {
        head: word,
        cue: spans::verb_group(tree, word),
        source: Some(spans::source(tree, source, Some(word))),
        content: spans::content(tree, &words),
        class: if is_will { Class::Want } else { Class::Think },
        via: Vec::new(),
        confidence: 0.65,
        why: "adjective of belief or will with a clause",
    })
}
