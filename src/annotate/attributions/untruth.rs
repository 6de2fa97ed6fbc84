//! Words by which an article itself calls what it reports untrue: "falsely claimed", "claimed, wrongly,
//! that", "his false claim that".

use super::candidate::Candidate;
use super::tree::Tree;
use crate::language::{Relation, Upos};
use crate::model::Span;

/// Adverbs with a verb of saying or believing.
const ADVERBS: [&str; 9] = [
    "falsely",
    "wrongly",
    "incorrectly",
    "inaccurately",
    "mistakenly",
    "erroneously",
    "untruthfully",
    "baselessly",
    "fraudulently",
];

/// Adjectives with a noun of saying.
const ADJECTIVES: [&str; 11] = [
    "false",
    "untrue",
    "baseless",
    "unfounded",
    "groundless",
    "fabricated",
    "incorrect",
    "inaccurate",
    "erroneous",
    "mistaken",
    "bogus",
];

/// Nouns of saying that call what they say untrue by themselves.
const LIES: [&str; 2] = ["lie", "falsehood"];

/// The word that calls the content untrue, where the article says so in its own words.
pub(super) fn of(tree: &Tree<'_>, candidate: &Candidate) -> Option<Span> {
    let head = candidate.head;
    let word = if tree.upos(head) == Upos::Noun {
        adjective(tree, head)
    } else {
        adverb(tree, candidate).or_else(|| repeated(tree, candidate))
    };
    word.map(|word| tree.span(word..word + 1))
}

/// "False" before a noun of saying, or a noun that says so itself.
fn adjective(tree: &Tree<'_>, noun: usize) -> Option<usize> {
    if LIES.contains(&tree.lemma(noun)) {
        return Some(noun);
    }
    let mut modifiers = tree.all(noun, Relation::Amod);
    modifiers.find(|&word| word < noun && tree.is(word, &ADJECTIVES))
}

/// "Falsely" with the verb, or between it and what it says ("claimed, falsely, that S").
fn adverb(tree: &Tree<'_>, candidate: &Candidate) -> Option<usize> {
    let head = candidate.head;
    let start = candidate.hull().start;
    let mut own = tree
        .all(head, Relation::Advmod)
        .filter(|word| !candidate.holds(*word));
    let beside = || {
        (candidate.cue.end..start)
            .find(|&word| tree.is(word, &ADVERBS))
            .filter(|&word| (candidate.cue.end..word).all(|mark| tree.is_punctuation(mark)))
    };
    own.find(|&word| tree.is(word, &ADVERBS)).or_else(beside)
}

/// "Repeated the false claim that S": what the verb takes is a noun of saying whose content is the verb's.
fn repeated(tree: &Tree<'_>, candidate: &Candidate) -> Option<usize> {
    let object = tree.child(candidate.head, Relation::Obj)?;
    let is_its_content = candidate.hull().start > object && !candidate.holds(object);
    adjective(tree, object).filter(|_| is_its_content)
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::found;
    use crate::model::Certainty;

    fn certainties(trees: &str) -> Vec<Certainty> {
        let (_, found) = found(trees);
        found.iter().map(|each| each.certainty).collect()
    }

    #[test]
    fn what_an_article_calls_false_is_denied() {
        let left = "that/SCONJ/6/mark troops/NOUN/6/nsubj left/VERB/3/ccomp//VBD";
        assert_eq!(
            certainties(&format!(
                "Lind/PROPN/3/nsubj falsely/ADV/3/advmod claimed/VERB/0/root/claim/VBD {left}"
            )),
            [Certainty::Denied]
        );
        assert_eq!(
            certainties(
                "Lind/PROPN/2/nsubj claimed/VERB/0/root/claim/VBD ,/PUNCT/8/punct wrongly/ADV/8/advmod ,/PUNCT/8/punct that/SCONJ/8/mark troops/NOUN/8/nsubj left/VERB/2/ccomp//VBD"
            ),
            [Certainty::Denied]
        );
        assert_eq!(
            certainties(
                "The/DET/3/det false/ADJ/3/amod claim/NOUN/7/nsubj that/SCONJ/6/mark troops/NOUN/6/nsubj left/VERB/3/acl//VBD spread/VERB/0/root"
            ),
            [Certainty::Denied]
        );
    }

    #[test]
    fn what_a_source_calls_false_is_its_word() {
        assert_eq!(
            certainties(
                "Lind/PROPN/3/nsubj rightly/ADV/3/advmod claimed/VERB/0/root/claim/VBD that/SCONJ/6/mark troops/NOUN/6/nsubj left/VERB/3/ccomp//VBD"
            ),
            [Certainty::Attributed]
        );
    }
}
