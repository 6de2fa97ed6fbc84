//! The whole phrase of a speaker beside its verb, mended where the tree tore it: a title or role
//! hung on the verb instead of the name, an apposition cut off.

use std::ops::Range;

use super::spans;
use super::tree::Tree;
use crate::language::{Relation, Upos};

/// Words of an apposition at most.
const APPOSITION_WORDS_MAX: usize = 40;

/// The phrase of the speaker with this head, for a cue whose main word is `verb`.
pub(super) fn phrase(tree: &Tree<'_>, head: usize, verb: usize) -> Range<usize> {
    let mut run = spans::source(tree, head, Some(first_beside(tree, verb)));
    with_torn_front(tree, &mut run, head, verb);
    with_parts_before(tree, &mut run, verb);
    with_apposition(tree, &mut run, verb);
    // "The warning which agents gave": the word joins the clause.
    if run.len() > 1 && tree.xpos(run.start) == "WDT" {
        run.start += 1;
    }
    spans::bare(tree, run)
}

/// "A C.I.A. spokesman", "the inspector general": words of the phrase before its noun that the tree hangs
/// elsewhere, up to the article.
fn with_torn_front(tree: &Tree<'_>, run: &mut Range<usize>, head: usize, verb: usize) {
    const WORDS_MAX: usize = 5;
    if run.start != head || tree.upos(head) != Upos::Noun {
        return;
    }
    let nominal = |word: usize| {
        matches!(
            tree.upos(word),
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num
        )
    };
    let article = (head.saturating_sub(WORDS_MAX)..head)
        .rev()
        .find(|&word| !nominal(word))
        .filter(|&word| tree.upos(word) == Upos::Det && tree.sentence(word) == tree.sentence(verb));
    let is_its = |article: usize| {
        tree.head(article)
            .is_some_and(|above| (article..=head).contains(&above))
    };
    if let Some(article) = article.filter(|&article| article + 1 < head && is_its(article)) {
        run.start = article;
    }
}

/// The first of the verbs beside each other of which this is one: "a letter praising N and calling for N".
fn first_beside(tree: &Tree<'_>, verb: usize) -> usize {
    const STEPS_MAX: usize = 4;
    let mut first = verb;
    for _ in 0..STEPS_MAX {
        match tree.head(first) {
            Some(above) if tree.relation(first) == Relation::Conj && tree.is_verb(above) => {
                first = above;
            }
            _ => break,
        }
    }
    first
}

/// "Campaign spokesman Nick Lind said": the role is a second subject in the tree.
fn with_parts_before(tree: &Tree<'_>, run: &mut Range<usize>, verb: usize) {
    while let Some(before) = run.start.checked_sub(1) {
        let is_nominal = matches!(tree.upos(before), Upos::Noun | Upos::Propn);
        let joins = tree.upos(run.start) == Upos::Propn
            && match tree.relation(before) {
                Relation::Nsubj => tree.head(before) == Some(verb) && is_nominal,
                Relation::Nmod => tree.subtype(before) == "desc",
                Relation::Compound | Relation::Flat => {
                    tree.upos(before) == Upos::Propn && tree.xpos(before) == "NNP"
                }
                _ => false,
            };
        if !joins || tree.sentence(before) != tree.sentence(verb) {
            return;
        }
        let first = tree
            .below(before, |word| word >= run.start)
            .first()
            .copied()
            .unwrap_or(before);
        // Only a phrase without a gap belongs.
        let is_whole = (first..before).all(|word| {
            !tree.is_punctuation(word) && !tree.is_verb(word) && tree.upos(word) != Upos::Pron
        });
        run.start = if is_whole { first } else { before };
    }
}

/// "Lind, an adviser to the board, said": what stands between the commas tells who Lind is.
fn with_apposition(tree: &Tree<'_>, run: &mut Range<usize>, verb: usize) {
    let sentence = tree.words_of(tree.sentence(verb));
    if !tree.is(run.end, &[","]) || !opens_apposition(tree, run.end + 1) {
        return;
    }
    let limit = sentence.end.min(run.end + APPOSITION_WORDS_MAX);
    if run.end <= verb {
        let cue = spans::verb_group(tree, verb).start;
        let closes = cue
            .checked_sub(1)
            .filter(|&comma| comma > run.end + 1 && comma < limit);
        if let Some(comma) = closes.filter(|&comma| tree.is(comma, &[","])) {
            run.end = comma;
        }
        return;
    }
    let mark = |word: &usize| {
        tree.is(
            *word,
            &["“", "”", "\"", "''", "``", ";", ":", "—", "–", "-"],
        )
    };
    if (run.end..limit).any(|word| mark(&word)) || limit < sentence.end {
        return;
    }
    let adds =
        (run.end + 1..limit).any(|word| tree.xpos(word) == "VBG" && tree.is(word - 1, &[","]));
    if !adds {
        run.end = sentence.end;
    }
}

/// Whether an apposition can start with this word: a noun phrase, not an adverbial.
fn opens_apposition(tree: &Tree<'_>, word: usize) -> bool {
    match tree.upos(word) {
        Upos::Det | Upos::Noun | Upos::Propn | Upos::Num => true,
        Upos::Adj => tree.xpos(word) == "JJ",
        Upos::Pron => tree.is(word, &["who", "whose"]) || tree.xpos(word) == "PRP$",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn a_role_that_the_tree_hangs_on_the_verb_belongs_to_the_name() {
        check(
            "Campaign/NOUN/2/compound spokesman/NOUN/4/nsubj Lind/PROPN/4/nsubj said/VERB/0/root//VBD troops/NOUN/6/nsubj left/VERB/4/ccomp//VBD",
            &["Campaign spokesman Lind | said | troops left"],
        );
    }

    #[test]
    fn a_described_speaker_has_all_words_from_the_article_on() {
        check(
            "The/DET/3/det harbour/NOUN/4/nsubj master/NOUN/4/nsubj said/VERB/0/root//VBD troops/NOUN/6/nsubj left/VERB/4/ccomp//VBD",
            &["The harbour master | said | troops left"],
        );
    }

    #[test]
    fn an_apposition_that_the_tree_takes_for_a_clause_belongs_to_the_name() {
        check(
            "Lind/PROPN/6/nsubj ,/PUNCT/4/punct an/DET/4/det adviser/NOUN/6/ccomp ,/PUNCT/6/punct said/VERB/0/root//VBD troops/NOUN/8/nsubj left/VERB/6/ccomp//VBD",
            &["Lind, an adviser | said | troops left"],
        );
    }
}
