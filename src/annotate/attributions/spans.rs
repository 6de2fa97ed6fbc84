//! From words of the tree to the runs of words that a source, a cue or a content takes.

use std::ops::Range;

use super::candidate::runs;
use super::tree::Tree;
use crate::language::{Relation, Upos};

/// The noun phrase of a source: its head with modifiers, appositions and conjuncts, without the
/// preposition or possessive mark that binds it to the rest, and without the clause `apart`.
pub(super) fn source(tree: &Tree<'_>, head: usize, apart: Option<usize>) -> Range<usize> {
    let words = tree.below(head, |word| {
        Some(word) == apart
            || is_loose(tree, head, word)
            || (tree.head(word) == Some(head)
                && tree.relation(word) == Relation::Case
                && tree.xpos(word) != "POS")
    });
    around(tree, &words, head)
}

/// What hangs on the head of a noun phrase without being part of the phrase.
fn is_loose(tree: &Tree<'_>, head: usize, word: usize) -> bool {
    if tree.head(word) != Some(head) {
        return tree.relation(word) == Relation::Parataxis;
    }
    match tree.relation(word) {
        Relation::Parataxis
        | Relation::Discourse
        | Relation::Advcl
        | Relation::Vocative
        | Relation::Cop
        | Relation::Mark
        | Relation::Nsubj
        | Relation::Aux => true,
        Relation::Conj => tree.is_verb(word),
        Relation::Acl => tree.subtype(word) != "relcl" && follows_comma(tree, word),
        Relation::Amod | Relation::Advmod | Relation::Obl => {
            word > head && follows_comma(tree, word)
        }
        Relation::Nmod => {
            let is_part = tree
                .marker(word)
                .is_some_and(|mark| tree.is(mark, &["of", "from", "at", "for", "with"]));
            word > head && ((follows_comma(tree, word) && !is_part) || is_day(tree, word))
        }
        _ => false,
    }
}

/// A day of the week that the tree hangs on the speaker instead of the verb.
fn is_day(tree: &Tree<'_>, word: usize) -> bool {
    tree.form(word).ends_with("day") && tree.form(word).starts_with(char::is_uppercase)
}

/// Whether the phrase under the word starts after a comma.
fn follows_comma(tree: &Tree<'_>, word: usize) -> bool {
    let first = tree.below(word, |_| false).first().copied().unwrap_or(word);
    tree.is(first, &[","])
        || first
            .checked_sub(1)
            .is_some_and(|before| tree.is(before, &[","]))
}

/// The run of `words` that holds `head`, closed over punctuation inside, bare of it at the edges;
/// the head alone where the run is nothing but marks.
fn around(tree: &Tree<'_>, words: &[usize], head: usize) -> Range<usize> {
    let run = bridged(tree, words)
        .into_iter()
        .find(|run| run.contains(&head))
        .unwrap_or(head..head + 1);
    Some(bare(tree, run))
        .filter(|run| !run.is_empty())
        .unwrap_or(head..head + 1)
}

/// Runs of these words, joined where nothing but punctuation lies between.
pub(super) fn bridged(tree: &Tree<'_>, words: &[usize]) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for run in runs(words) {
        match joined.last_mut() {
            Some(last) if (last.end..run.start).all(|word| tree.is_punctuation(word)) => {
                last.end = run.end;
            }
            _ => joined.push(run),
        }
    }
    joined
}

/// The run without punctuation at its edges.
pub(super) fn bare(tree: &Tree<'_>, mut run: Range<usize>) -> Range<usize> {
    while run.start < run.end && tree.is_punctuation(run.start) {
        run.start += 1;
    }
    while run.start < run.end && tree.is_punctuation(run.end - 1) {
        run.end -= 1;
    }
    run
}

/// The content under these words: runs bare of punctuation at the edges, none without a word.
pub(super) fn content(tree: &Tree<'_>, words: &[usize]) -> Vec<Range<usize>> {
    bridged(tree, words)
        .into_iter()
        .map(|run| bare(tree, run))
        .filter(|run| run.start < run.end)
        .collect()
}

/// The verb group of a cue: the verb with the auxiliaries, negations and adverbs next to it.
pub(super) fn verb_group(tree: &Tree<'_>, verb: usize) -> Range<usize> {
    let mut group = verb..verb + 1;
    while let Some(before) = group.start.checked_sub(1) {
        if !belongs_before(tree, before, verb) {
            break;
        }
        group.start = before;
    }
    while belongs_after(tree, group.end, verb) {
        group.end += 1;
    }
    // Adverbs at the left edge count only between auxiliaries or right before the verb.
    group
}

fn belongs_before(tree: &Tree<'_>, word: usize, verb: usize) -> bool {
    if tree.head(word) != Some(verb) {
        return false;
    }
    match tree.relation(word) {
        Relation::Aux | Relation::Cop => true,
        Relation::Advmod => {
            matches!(
                tree.upos(word),
                Upos::Adv | Upos::Part | Upos::Adj | Upos::Adp
            ) && tree.children(word).is_empty()
                && !matches!(
                    tree.lemma(word),
                    "when" | "where" | "how" | "why" | "however" | "meanwhile" | "instead"
                )
        }
        _ => false,
    }
}

fn belongs_after(tree: &Tree<'_>, word: usize, verb: usize) -> bool {
    if tree.head(word) != Some(verb) {
        return false;
    }
    match tree.relation(word) {
        Relation::Compound => tree.subtype(word) == "prt",
        Relation::Aux => true,
        Relation::Advmod => {
            tree.upos(word) == Upos::Part
                || (tree.upos(word) == Upos::Adv && tree.form(word).ends_with("ly"))
        }
        _ => false,
    }
}

/// The cue lengthened over a preposition that follows it directly.
pub(super) fn with_preposition(cue: Range<usize>, preposition: Option<usize>) -> Range<usize> {
    match preposition {
        Some(word) if word == cue.end => cue.start..word + 1,
        _ => cue,
    }
}
