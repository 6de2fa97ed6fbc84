//! Phrases that name a source: "according to X", "in X's view", "in the words of X", "per X".

use super::candidate::Candidate;
use super::lexicon::{self, Class};
use super::tree::Tree;
use super::{spans, subject};
use crate::language::{Relation, Upos};

/// The construction, in plain words.
pub(super) const WHY: &str = "“according to”";

/// Every such phrase with the clause it stands in.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    (0..tree.len())
        .filter_map(|word| according(tree, word).or_else(|| in_view(tree, word)))
        .collect()
}

/// "According to X".
fn according(tree: &Tree<'_>, word: usize) -> Option<Candidate> {
    if !tree.is(word, &["according"]) || !tree.is(word + 1, &["to"]) {
        return None;
    }
    const MEASURES: [&str; 10] = [
        "timetable",
        "schedule",
        "need",
        "taste",
        "age",
        "size",
        "type",
        "wish",
        "ability",
        "recipe",
    ];
    let source = named_by(tree, word)?;
    if MEASURES.contains(&tree.lemma(source)) {
        return None;
    }
    let attached = tree.head(source).filter(|&head| head != word);
    let host = attached.or_else(|| tree.head(word))?;
    // The phrase may hang on "according" (an adverbial clause) or the other way round.
    let phrase_top = if tree.head(source) == Some(word) {
        word
    } else {
        source
    };
    let host = if is_at_edge(tree, word, phrase_top) {
        top_clause(tree, host)
    } else {
        clause_around(tree, host)
    };
    let host = reported(tree, host).unwrap_or(host);
    let words = tree.below(host, |w| {
        w == phrase_top || is_aside(tree, host, w) || is_reporting(tree, w)
    });
    Some(Candidate {
        head: word,
        cue: word..word + 2,
        source: Some(without_preposition(tree, source, word + 2)),
        content: spans::content(tree, &words),
        class: Class::Say,
        via: Vec::new(),
        confidence: 0.9,
        why: WHY,
    })
}

/// Whether the phrase opens its sentence, or closes it after a comma: then it covers the whole.
fn is_at_edge(tree: &Tree<'_>, word: usize, phrase_top: usize) -> bool {
    let sentence = tree.words_of(tree.sentence(word));
    let opens = (sentence.start..word).all(|before| tree.is_punctuation(before));
    let last = tree
        .below(phrase_top, |_| false)
        .last()
        .copied()
        .unwrap_or(word);
    let closes = (last + 1..sentence.end).all(|after| tree.is_punctuation(after));
    let after_comma = word
        .checked_sub(1)
        .is_some_and(|before| tree.is(before, &[","]));
    opens || (closes && after_comma)
}

/// The outermost clause above the word, short of one that is only loosely joined.
fn top_clause(tree: &Tree<'_>, word: usize) -> usize {
    let mut current = word;
    for _ in 0..64 {
        match tree.head(current) {
            Some(head) if tree.relation(current) != Relation::Parataxis => current = head,
            _ => break,
        }
    }
    current
}

/// The noun that "according to" names.
fn named_by(tree: &Tree<'_>, word: usize) -> Option<usize> {
    if tree.relation(word) == Relation::Case {
        return tree.head(word).filter(|&noun| noun > word);
    }
    tree.children(word)
        .iter()
        .copied()
        .find(|&c| {
            c > word + 1
                && matches!(
                    tree.relation(c),
                    Relation::Obl | Relation::Nmod | Relation::Obj
                )
        })
        .or_else(|| tree.head(word + 1).filter(|&noun| noun > word + 1))
}

fn without_preposition(tree: &Tree<'_>, source: usize, first: usize) -> std::ops::Range<usize> {
    let run = spans::source(tree, source, None);
    // The source starts right behind "to", though the tree hang its first words elsewhere.
    let is_torn = first < run.start
        && (first..run.start).all(|word| !tree.is_verb(word) && !tree.is_punctuation(word));
    let start = if is_torn { first } else { run.start.max(first) };
    start..run.end.max(first)
}

/// The clause that holds the word: its predicate, not a noun inside it.
fn clause_around(tree: &Tree<'_>, word: usize) -> usize {
    let mut current = word;
    for _ in 0..64 {
        let is_predicate = matches!(
            tree.relation(current),
            Relation::Root | Relation::Parataxis | Relation::Ccomp
        ) || (tree.relation(current) == Relation::Conj
            && is_clause(tree, current));
        match tree.head(current) {
            Some(head) if !is_predicate => current = head,
            _ => break,
        }
    }
    current
}

fn is_clause(tree: &Tree<'_>, word: usize) -> bool {
    tree.child(word, Relation::Nsubj).is_some() || tree.child(word, Relation::Csubj).is_some()
}

/// Words that bind the clause to the one before and are no part of what the source says.
fn is_aside(tree: &Tree<'_>, host: usize, word: usize) -> bool {
    tree.head(word) == Some(host)
        && tree.relation(word) == Relation::Cc
        && matches!(tree.lemma(word), "but" | "and")
}

/// "According to X, S, officials said": what X says is S.
fn reported(tree: &Tree<'_>, host: usize) -> Option<usize> {
    let says = lexicon::entry(tree, host).is_some_and(|entry| entry.class == Class::Say);
    tree.child(host, Relation::Ccomp)
        .filter(|&clause| says && clause < host && subject::own(tree, host).is_some())
}

/// "…, officials said": a second reporting clause beside the phrase.
fn is_reporting(tree: &Tree<'_>, word: usize) -> bool {
    tree.relation(word) == Relation::Parataxis
        && subject::own(tree, word).is_some()
        && lexicon::entry(tree, word).is_some_and(|entry| entry.class == Class::Say)
}

/// "In X's view", "in the eyes of X".
fn in_view(tree: &Tree<'_>, word: usize) -> Option<Candidate> {
    let lemma = tree.lemma(word);
    let is_view = matches!(
        lemma,
        "view" | "opinion" | "word" | "eye" | "judgment" | "judgement" | "estimation" | "telling"
    );
    if tree.upos(word) != Upos::Noun || !is_view {
        return None;
    }
    let case = tree
        .marker(word)
        .filter(|&mark| tree.is(mark, &["in", "by"]))?;
    let source = tree.all(word, Relation::Nmod).find(|&n| {
        tree.subtype(n) == "poss" || tree.marker(n).is_some_and(|m| tree.is(m, &["of"]))
    })?;
    let host = clause_around(tree, tree.head(word)?);
    let words = tree.below(host, |w| w == word || is_aside(tree, host, w));
    let cue = if source > word {
        case..word + 1
    } else {
        word..word + 1
    };
    Some(Candidate {
        head: word,
        cue,
        source: Some(spans::source(tree, source, None)),
        content: spans::content(tree, &words),
        class: Class::Think,
        via: Vec::new(),
        confidence: 0.75,
        why: "phrase that names whose view or words they are",
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn according_to_covers_its_clause() {
        check(
            "Troops/NOUN/2/nsubj left/VERB/0/root ,/PUNCT/6/punct according/VERB/6/case/accord to/ADP/4/fixed Lind/PROPN/2/obl ./PUNCT/2/punct",
            &["Lind | according to | Troops left"],
        );
    }

    #[test]
    fn the_source_starts_right_behind_it() {
        check(
            "According/VERB/6/case/accord to/ADP/1/fixed Norse/ADJ/6/amod and/CCONJ/5/cc Vell/PROPN/11/conj officers/NOUN/9/obl/officer ,/PUNCT/6/punct troops/NOUN/9/nsubj left/VERB/12/ccomp//VBD ,/PUNCT/9/punct aides/NOUN/12/nsubj/aide said/VERB/0/root//VBD ./PUNCT/12/punct",
            &[
                "Norse and Vell officers | According to | troops left",
                "aides | said | troops left",
            ],
        );
    }

    #[test]
    fn in_the_view_of() {
        check(
            "In/ADP/4/case Lind/PROPN/4/nmod:poss 's/PART/2/case/'s/POS view/NOUN/7/obl ,/PUNCT/4/punct troops/NOUN/7/nsubj left/VERB/0/root",
            &["Lind's | view | troops left"],
        );
    }
}
