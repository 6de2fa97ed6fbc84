//! The clauses that a verb says, and their words, mended where the tree tore them.

use std::ops::Range;

use super::lexicon::{self, Class, Verb};
use super::tree::Tree;
use super::{spans, subject};
use crate::language::Relation;

/// The object clauses of a verb, in order; `speaker` are the words of who says them.
pub(super) fn of(tree: &Tree<'_>, verb: usize, speaker: &Range<usize>) -> Vec<usize> {
    let clauses: Vec<usize> = tree
        .all(verb, Relation::Ccomp)
        .filter(|&clause| !is_bare_infinitive(tree, clause) && !spans::is_added(tree, clause))
        .collect();
    // "Said S and that S": a second clause that the tree hangs beside the verb.
    let second = tree
        .all(verb, Relation::Conj)
        .filter(|&clause| has_that(tree, clause) && !clauses.is_empty());
    // A torn apposition of the speaker is no clause.
    clauses
        .iter()
        .copied()
        .chain(second)
        .filter(|clause| !speaker.contains(clause))
        .collect()
}

/// The words of these clauses of a verb, without what is told beside them.
pub(super) fn words(
    tree: &Tree<'_>,
    verb: usize,
    entry: Option<&Verb>,
    source: Option<usize>,
    clauses: &[usize],
) -> Vec<usize> {
    let Some(&first) = clauses.first() else {
        return Vec::new();
    };
    let mut words = tree.below_all(clauses, |word| {
        is_according(tree, word)
            || subject::beside_above(tree, word) == Some(verb)
            || is_meanwhile(tree, word)
            || clauses
                .iter()
                .any(|&clause| is_parallel(tree, verb, clause, word))
            || (word > verb && adds(tree, word))
    });
    // "Stressed the importance of X doing it", where the tree tears the phrase off its noun.
    let torn = tree.child(verb, Relation::Obj).filter(|&object| {
        entry.is_some_and(|entry| entry.takes("obj"))
            && (verb..first).contains(&object)
            && tree.xpos(first) == "VBG"
            && !is_told(tree, first)
    });
    if let Some(object) = torn {
        let phrase = tree.below(object, |_| false);
        words = phrase.into_iter().chain(words).collect();
    }
    let subject = torn_subject(tree, verb, entry, source, &words);
    words = subject.chain(words).collect();
    // "Said at a rally that S": what stands before "that" tells of the telling.
    let start = tree
        .marker(first)
        .filter(|&mark| clauses.len() == 1 && mark > verb && tree.is(mark, &["that"]));
    words.retain(|&word| start.is_none_or(|start| word >= start));
    words
}

/// "Say plans to build it would fail", where the tree tears the subject off its clause.
fn torn_subject(
    tree: &Tree<'_>,
    verb: usize,
    entry: Option<&Verb>,
    source: Option<usize>,
    words: &[usize],
) -> Range<usize> {
    let cue = spans::verb_group(tree, verb);
    let first = words.first().copied().filter(|&word| {
        word > cue.end
            && matches!(tree.xpos(word), "MD" | "VBZ" | "VBD" | "VBP")
            && (cue.end..word).all(|between| !tree.is_punctuation(between))
    });
    let is_inverted = source.is_some_and(|source| source > verb);
    // "Told Fell plans to build it would fail": Fell hears it.
    let hearer = tree
        .child(verb, Relation::Iobj)
        .filter(|&hearer| hearer >= cue.end && entry.is_some_and(|entry| entry.takes("obj-to")));
    let start = hearer
        .and_then(|hearer| tree.below(hearer, |_| false).last().copied())
        .map_or(cue.end, |last| last + 1);
    match first {
        Some(first) if !is_inverted && start <= first => start..first,
        _ => 0..0,
    }
}

/// "…, adding that S": a participle of saying with a clause.
pub(super) fn adds(tree: &Tree<'_>, word: usize) -> bool {
    tree.relation(word) == Relation::Advcl
        && tree.xpos(word) == "VBG"
        && tree.child(word, Relation::Ccomp).is_some()
        && lexicon::entry(tree, word).is_some_and(|entry| entry.takes("that"))
}

/// "S, while denying N": a second act of the speaker beside what is said.
fn is_meanwhile(tree: &Tree<'_>, word: usize) -> bool {
    tree.relation(word) == Relation::Advcl
        && tree.xpos(word) == "VBG"
        && tree
            .marker(word)
            .is_some_and(|mark| tree.is(mark, &["while"]))
        && lexicon::entry(tree, word).is_some_and(|entry| entry.class != Class::Not)
}

/// "According to X" inside a clause: X says the whole sentence.
fn is_according(tree: &Tree<'_>, word: usize) -> bool {
    tree.children(word)
        .iter()
        .any(|&mark| tree.is(mark, &["according"]) && mark < word)
        || tree.is(word, &["according"])
}

/// "Said it was over and predicted that …": a second verb of saying in the tense of the first is
/// the speaker's own act, where the tree hangs it on what is said.
fn is_parallel(tree: &Tree<'_>, verb: usize, clause: usize, word: usize) -> bool {
    tree.relation(word) == Relation::Conj
        && tree.head(word) == Some(clause)
        && subject::is_shared_act(tree, verb, word)
}

/// "Let them go": an object clause without tense.
fn is_bare_infinitive(tree: &Tree<'_>, clause: usize) -> bool {
    tree.xpos(clause) == "VB"
        && tree.child(clause, Relation::Mark).is_none()
        && tree.child(clause, Relation::Aux).is_none()
        && tree.child(clause, Relation::Nsubj).is_some()
}

/// Whether "that" opens the clause.
pub(super) fn has_that(tree: &Tree<'_>, clause: usize) -> bool {
    tree.marker(clause)
        .is_some_and(|mark| tree.is(mark, &["that"]))
}

/// Whether the clause is a whole one, with a subject or "that".
pub(super) fn is_told(tree: &Tree<'_>, clause: usize) -> bool {
    has_that(tree, clause) || subject::own(tree, clause).is_some()
}
