//! Clauses: which words head a clause that could be a claim of its own.
//!
//! Main and coordinated clauses, finite contents, relative and adverbial clauses, participles with
//! their objects. Infinitives, conditions and comparisons stay parts of the clause around them.

use crate::language::Relation;
use crate::language::tree::Tree;
use crate::model::Attribution;

use super::unit::holds;

/// Conjunctions whose clause says nothing without the one it hangs on.
const BOUND_MARKS: &[&str] = &[
    "if", "unless", "whether", "as", "than", "once", "until", "like",
];
/// Tags of verb forms that show tense.
const FINITE: &[&str] = &["VBD", "VBZ", "VBP", "MD"];

/// Whether a clause of its own starts at this word.
pub(super) fn is_head(tree: &Tree<'_>, word: usize) -> bool {
    if !predicates(tree, word) {
        return false;
    }
    let has = |relation| tree.child(word, relation).is_some();
    match tree.relation(word) {
        Relation::Root | Relation::Parataxis => true,
        Relation::Ccomp | Relation::Csubj => has_subject(tree, word) && is_finite(tree, word),
        Relation::Advcl => {
            !is_infinitive(tree, word)
                && !tree
                    .all(word, Relation::Mark)
                    .any(|mark| BOUND_MARKS.contains(&tree.lemma(mark)))
                && (has_subject(tree, word) || has(Relation::Obj))
        }
        Relation::Acl if tree.subtype(word) == "relcl" => !is_infinitive(tree, word),
        Relation::Acl => {
            !is_infinitive(tree, word)
                && tree.is_verb(word)
                && (has(Relation::Obj) || has(Relation::Obl))
        }
        Relation::Conj => is_coordinated(tree, word),
        _ => false,
    }
}

/// Whether a conjunct is a clause beside the one it is joined to, not a second verb of it.
fn is_coordinated(tree: &Tree<'_>, word: usize) -> bool {
    let Some(first) = tree.head(word).filter(|&first| predicates(tree, first)) else {
        return false;
    };
    if has_subject(tree, word) {
        return true;
    }
    let has = |relation| tree.child(word, relation).is_some();
    if tree.relation(first) == Relation::Xcomp {
        return has(Relation::Obj) && !has(Relation::Mark);
    }
    let brings_its_own = [
        Relation::Obj,
        Relation::Obl,
        Relation::Ccomp,
        Relation::Xcomp,
        Relation::Advmod,
        Relation::Cop,
        Relation::Aux,
    ];
    !is_infinitive(tree, first) && brings_its_own.into_iter().any(has)
}

/// Whether the word tells something of a subject: a verb, or a noun or adjective with a copula.
fn predicates(tree: &Tree<'_>, word: usize) -> bool {
    tree.is_verb(word)
        || tree.child(word, Relation::Cop).is_some()
        || tree.child(word, Relation::Nsubj).is_some()
}

/// Whether the clause has a subject of its own.
pub(super) fn has_subject(tree: &Tree<'_>, head: usize) -> bool {
    subject(tree, head).is_some()
}

/// The subject of the clause, as the clause itself gives it.
pub(super) fn subject(tree: &Tree<'_>, head: usize) -> Option<usize> {
    tree.children(head)
        .iter()
        .copied()
        .find(|&below| matches!(tree.relation(below), Relation::Nsubj | Relation::Csubj))
}

fn is_finite(tree: &Tree<'_>, word: usize) -> bool {
    FINITE.contains(&tree.xpos(word))
        || tree.children(word).iter().any(|&below| {
            matches!(tree.relation(below), Relation::Aux | Relation::Cop)
                && FINITE.contains(&tree.xpos(below))
        })
}

fn is_infinitive(tree: &Tree<'_>, word: usize) -> bool {
    tree.all(word, Relation::Mark)
        .any(|mark| tree.lemma(mark) == "to")
}

/// Whether the clause at `head` only says who told something: it is the cue of an attribution whose
/// content is a quotation or holds a clause of its own. What was told is the claim then. `told` are
/// the attributions of the sentence.
pub(super) fn is_shell(
    tree: &Tree<'_>,
    told: &[(usize, &Attribution)],
    head: usize,
    heads: &[usize],
) -> bool {
    let inside = |attribution: &Attribution, word: usize| {
        tree.word(word)
            .is_some_and(|word| holds(attribution, word.span))
    };
    let is_cue = |attribution: &Attribution| {
        attribution
            .cue
            .as_ref()
            .zip(tree.word(head))
            .is_some_and(|(cue, word)| cue.span.contains(word.span))
    };
    told.iter().any(|(_, attribution)| {
        is_cue(attribution)
            && !inside(attribution, head)
            && (attribution.is_direct
                || heads
                    .iter()
                    .any(|&other| other != head && inside(attribution, other)))
    })
}
