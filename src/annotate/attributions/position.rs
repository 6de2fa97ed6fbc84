//! Verbs of saying by position alone, where the tree gives them no clause: "…, he said.", "…, he
//! said, …", "he said … to the end of the sentence".
//!
//! Surer readings of the same verb win over these.

use std::ops::Range;

use super::candidate::Candidate;
use super::lexicon::{self, Class};
use super::tree::Tree;
use super::{spans, speaker, subject};
use crate::language::Upos;

/// Words that may follow a closing reporting clause ("he said on Friday").
const TAIL_WORDS_MAX: usize = 6;

/// Least words before ", Reuters reports" that are taken for a clause.
const REPORTED_WORDS_MIN: usize = 5;

/// Every finite verb of saying with a speaker, and the words around it as its content.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    spans::verbs(tree)
        .filter(|&word| says(tree, word))
        .filter_map(|verb| around(tree, verb))
        .collect()
}

fn says(tree: &Tree<'_>, verb: usize) -> bool {
    let is_listed = lexicon::entry(tree, verb).is_some_and(|entry| {
        matches!(entry.class, Class::Say | Class::Hint) && entry.takes("that")
    });
    is_listed && matches!(tree.xpos(verb), "VBD" | "VBZ" | "VBP" | "VBG")
}

fn around(tree: &Tree<'_>, verb: usize) -> Option<Candidate> {
    if tree.is_passive(verb) {
        return None;
    }
    let head = subject::of(tree, verb)
        .or_else(|| subject::beside(tree, verb))
        .filter(|&head| subject::can_speak(tree, head))?;
    let sentence = tree.words_of(tree.sentence(verb));
    let source = speaker::phrase(tree, head, verb);
    let cue = spans::verb_group(tree, verb);
    let content = before(tree, verb, &source).or_else(|| {
        let found = following(tree, verb, &sentence, cue.end)?;
        let end = found.last()?.end;
        // "X, reading the draft, complained that S": another verb of X says it.
        let is_other = (cue.end..end)
            .any(|other| is_finite(tree, other) && subject::own(tree, other) == Some(head));
        (!is_other).then_some(found)
    })?;
    Some(Candidate {
        head: verb,
        cue,
        source: Some(source),
        content,
        class: lexicon::entry(tree, verb).map_or(Class::Say, |entry| entry.class),
        via: Vec::new(),
        confidence: 0.6,
        why: "words beside a verb of saying",
    })
}

/// "S, he said." and "S, he said, S", by the place of the verb and its speaker.
pub(super) fn before(
    tree: &Tree<'_>,
    verb: usize,
    source: &Range<usize>,
) -> Option<Vec<Range<usize>>> {
    let sentence = tree.words_of(tree.sentence(verb));
    let cue = spans::verb_group(tree, verb);
    let clause = source.start.min(cue.start)..source.end.max(cue.end);
    let is_beside = source.end <= cue.start + 1 || source.start <= cue.end + 1;
    if !is_beside || clause.len() > source.len() + cue.len() + 1 {
        return None;
    }
    let comma = clause.start.checked_sub(1)?;
    if !tree.is(comma, &[","]) || comma < sentence.start + 2 {
        return None;
    }
    let first = spans::bare(tree, sentence.start..comma);
    let tail = spans::bare(tree, clause.end..sentence.end);
    if tree.is(clause.end, &[","]) && tail.len() > 2 && has_finite(tree, &tail) {
        let runs = vec![first, tail];
        return runs.iter().any(|run| has_finite(tree, run)).then_some(runs);
    }
    let reports = |word: usize| lexicon::entry(tree, word).is_some_and(|e| e.class == Class::Say);
    let is_report = |word: &usize| !is_finite(tree, *word) || reports(*word);
    let closes = (tail.len() <= TAIL_WORDS_MAX && !has_finite(tree, &tail))
        || (tail.len() <= 3 * TAIL_WORDS_MAX
            && tail.clone().any(|word| tree.is(word, &[","]))
            && tail.clone().all(|word| is_report(&word)));
    // Where an outlet reports, the words before are a clause, whatever the tags of its verb.
    let is_reported = tree.lemma(verb) == "report"
        && source.len() == 1
        && tree.upos(source.start) == Upos::Propn
        && first.len() >= REPORTED_WORDS_MIN;
    (closes && (has_finite(tree, &first) || is_reported)).then(|| vec![first])
}

/// "S, X said, S" between two commas: both pieces, where the one behind goes on with the one before
/// ("The plan, Lind said, would fail") or both are clauses of one sentence ("If it rains, Lind said,
/// the game is off").
pub(super) fn interrupted(
    tree: &Tree<'_>,
    verb: usize,
    source: &Range<usize>,
) -> Option<Vec<Range<usize>>> {
    const SUBJECT_WORDS_MAX: usize = 14;
    const OPENERS: [&str; 8] = [
        "if", "though", "although", "while", "when", "unless", "because", "since",
    ];
    let sentence = tree.words_of(tree.sentence(verb));
    let cue = spans::verb_group(tree, verb);
    let clause = source.start.min(cue.start)..source.end.max(cue.end);
    let comma = clause.start.checked_sub(1)?;
    let is_between = tree.is(comma, &[","])
        && tree.is(clause.end, &[","])
        && clause.len() == source.len() + cue.len()
        && comma > sentence.start;
    if !is_between {
        return None;
    }
    let first = spans::bare(tree, sentence.start..comma);
    let tail = spans::bare(tree, clause.end..sentence.end);
    let goes_on = is_finite(tree, tail.start)
        && !has_finite(tree, &first)
        && (1..=SUBJECT_WORDS_MAX).contains(&first.len());
    let is_condition = tree.is(first.start, &OPENERS)
        && has_finite(tree, &first)
        && has_finite(tree, &tail)
        && !is_finite(tree, tail.start);
    (goes_on || is_condition).then(|| vec![first, tail])
}

/// "He said … to the end of the sentence".
fn following(
    tree: &Tree<'_>,
    verb: usize,
    sentence: &Range<usize>,
    start: usize,
) -> Option<Vec<Range<usize>>> {
    let near = start..sentence.end.min(start + 14);
    let start = near
        .clone()
        .find(|&word| tree.is(word, &["that"]) && tree.upos(word) == Upos::Sconj)
        .or_else(|| {
            let opens = matches!(
                tree.upos(start),
                Upos::Det | Upos::Pron | Upos::Propn | Upos::Noun | Upos::Num
            ) || tree.xpos(start) == "JJ";
            (opens && tree.lemma(verb) != "tell").then_some(start)
        })?;
    let end = (start..sentence.end)
        .find(|&word| tree.is(word, &[";"]))
        .unwrap_or(sentence.end);
    let run = spans::bare(tree, start..end);
    (run.len() > 2 && has_finite(tree, &run)).then(|| vec![run])
}

fn has_finite(tree: &Tree<'_>, run: &Range<usize>) -> bool {
    run.clone().any(|word| is_finite(tree, word))
}

fn is_finite(tree: &Tree<'_>, word: usize) -> bool {
    matches!(tree.xpos(word), "VBD" | "VBZ" | "VBP" | "MD")
        && matches!(tree.upos(word), Upos::Verb | Upos::Aux)
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn what_stands_before_a_closing_reporting_clause_is_said() {
        check(
            "Troops/NOUN/2/nsubj left/VERB/0/root/leave/VBD ,/PUNCT/2/punct Lind/PROPN/5/nsubj said/VERB/2/conj//VBD ./PUNCT/2/punct",
            &["Lind | said | Troops left"],
        );
    }

    #[test]
    fn what_an_outlet_reports_is_a_clause_though_its_verb_is_tagged_a_noun() {
        check(
            "The/DET/2/det threat/NOUN/5/nsubj of/ADP/2/mark war/NOUN/2/nmod looms/NOUN/8/compound/loom/NNS ,/PUNCT/5/punct Corran/PROPN/5/nsubj reports/VERB/0/root/report/VBZ ./PUNCT/8/punct",
            &["Corran | reports | The threat of war looms"],
        );
    }

    #[test]
    fn what_follows_is_said_where_the_tree_has_no_clause() {
        check(
            "Lind/PROPN/2/nsubj said/VERB/0/root//VBD the/DET/4/det truce/NOUN/2/nsubj is/AUX/6/cop//VBZ over/ADJ/2/advcl ./PUNCT/2/punct",
            &["Lind | said | the truce is over"],
        );
    }
}
