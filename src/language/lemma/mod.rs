//! Dictionary forms: a list of exceptions, then rules over the part of speech.
//!
//! The exceptions (`assets/lexicon/lemmas.tsv`) hold irregular forms; the rules take endings off
//! and ask a word list which of the forms that are left is a word.

mod endings;

use super::Upos;
use super::lexicon;

/// The dictionary form of a word: lower case except for proper nouns. `is_word` tells whether a
/// form in lower case is a common word.
pub(crate) fn lemma(word: &str, upos: Upos, xpos: &str, is_word: &impl Fn(&str) -> bool) -> String {
    let lower = word.replace('’', "'").to_lowercase();
    if upos == Upos::Num {
        return lower;
    }
    if matches!(upos, Upos::Punct | Upos::Sym | Upos::X) {
        return word.to_owned();
    }
    if let Some(lemma) = lexicon::lemma(&lower, xpos) {
        return lemma.to_owned();
    }
    if upos == Upos::Propn {
        return word.to_owned();
    }
    if lower.len() > LONGEST || !lower.is_ascii() {
        return lower;
    }
    match xpos {
        "NNS" => endings::plural(&lower, is_word),
        "VBZ" => endings::third_person(&lower, is_word),
        "VBD" | "VBN" => endings::past(&lower, is_word),
        "VBG" => endings::ing(&lower, is_word),
        "JJR" | "RBR" => endings::degree(&lower, "er", is_word),
        "JJS" | "RBS" => endings::degree(&lower, "est", is_word),
        _ => lower,
    }
}

/// Longest word that has endings taken off, in bytes.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_nouns_and_adjectives() {
        let known = [
            "say", "announce", "hope", "hop", "plan", "call", "visit", "study", "use", "increase",
            "city", "church", "case", "house", "big", "large", "happy", "make", "add", "control",
        ];
        let is_word = |word: &str| known.contains(&word);
        let check = |word, upos, xpos| lemma(word, upos, xpos, &is_word);
        for (word, xpos, expected) in [
            ("said", "VBD", "say"),
            ("announced", "VBD", "announce"),
            ("hoped", "VBN", "hope"),
            ("hopped", "VBN", "hop"),
            ("planning", "VBG", "plan"),
            ("called", "VBD", "call"),
            ("visited", "VBD", "visit"),
            ("studies", "VBZ", "study"),
            ("used", "VBN", "use"),
            ("increasing", "VBG", "increase"),
            ("making", "VBG", "make"),
            ("added", "VBD", "add"),
            ("controlled", "VBD", "control"),
            ("tweeted", "VBD", "tweet"),
            ("went", "VBD", "go"),
        ] {
            assert_eq!(check(word, Upos::Verb, xpos), expected);
        }
        for (word, expected) in [
            ("cities", "city"),
            ("churches", "church"),
            ("houses", "house"),
            ("men", "man"),
        ] {
            assert_eq!(check(word, Upos::Noun, "NNS"), expected);
        }
        assert_eq!(check("biggest", Upos::Adj, "JJS"), "big");
        assert_eq!(check("Larger", Upos::Adj, "JJR"), "large");
        assert_eq!(check("n’t", Upos::Part, "RB"), "not");
        assert_eq!(check("Iran", Upos::Propn, "NNP"), "Iran");
    }
}
