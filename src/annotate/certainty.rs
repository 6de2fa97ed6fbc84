//! How surely a clause is told: stated, hedged, denied or asked, and the words that show it.
//!
//! After the idea of cues with scope (`CoNLL`-2010 shared task, Farkas et al. 2010): a cue counts
//! when the clause's own predicate, or a noun it is about, is what the cue governs. Must not look at
//! who says the clause: that is `attributions`.

use std::ops::Range;

use crate::language::lexicon::{HedgeStrength, hedges};
use crate::language::{Parsed, Relation, Upos};
use crate::model::{Certainty, Span};

/// Words of a cue at most ("could not be independently verified").
const CUE_WORDS_MAX: usize = 6;

/// Predicates that call a thing untrue.
const UNTRUE: [&str; 10] = [
    "false",
    "untrue",
    "baseless",
    "unfounded",
    "fabricated",
    "incorrect",
    "groundless",
    "bogus",
    "fake",
    "myth",
];

/// Predicates that, negated, call a thing untrue.
const TRUE: [&str; 4] = ["true", "correct", "accurate", "real"];

/// What speaks for a thing: where there is none of it, the thing is called untrue.
const SIGNS: [&str; 6] = [
    "evidence",
    "sign",
    "indication",
    "proof",
    "suggestion",
    "trace",
];

/// Verbs that tell that there is none of a thing: "failed to produce evidence that …".
const FAILING: [&str; 2] = ["fail", "lack"];

/// Most words from a sign to the verb of its clause.
const ABOVE_MAX: usize = 6;

/// The words before a clause which say that nothing speaks for it: "no sign that …", "no evidence
/// that …", "without a shred of evidence that …".
pub fn nothing_for(parsed: &Parsed, words: Range<usize>) -> Option<Span> {
    let words = words.start.min(parsed.words.len())..words.end.min(parsed.words.len());
    tops(parsed, &words).into_iter().find_map(|top| {
        let word = parsed.word(top)?;
        let takes =
            matches!(word.relation, Relation::Acl | Relation::Ccomp) && word.subtype() != "relcl";
        let sign = word.head().filter(|_| takes)?;
        if !SIGNS.contains(&parsed.lemma(sign)) {
            return None;
        }
        let none = missing(parsed, sign)?;
        Some(parsed.word(none)?.span.hull(parsed.word(sign)?.span))
    })
}

/// The word which says that there is none of the sign: "no" before it or before what it is a part of ("not
/// a shred of evidence"), "without", or the verb above that fails to bring it.
fn missing(parsed: &Parsed, sign: usize) -> Option<usize> {
    let mut current = sign;
    for _ in 0..ABOVE_MAX {
        let none = parsed.children(current).find(|&child| {
            child < sign && matches!(parsed.lemma(child), "no" | "not" | "never" | "without")
        });
        if none.is_some() {
            return none;
        }
        if FAILING.contains(&parsed.lemma(current)) {
            return Some(current);
        }
        let word = parsed.word(current)?;
        let leads = matches!(
            word.relation,
            Relation::Nmod | Relation::Obj | Relation::Xcomp
        );
        current = word.head().filter(|&above| leads && above < sign)?;
    }
    None
}

/// How surely the clause in these words (indexes into `parsed.words`) is told in its own words,
/// with the words that hedge or deny it. `Stated` where nothing speaks against it.
pub fn of(parsed: &Parsed, text: &str, words: Range<usize>) -> (Certainty, Vec<Span>) {
    let words = words.start.min(parsed.words.len())..words.end.min(parsed.words.len());
    let tops = tops(parsed, &words);
    if let Some(mark) = question(parsed, text, &words, &tops) {
        return (Certainty::Questioned, vec![mark]);
    }
    if let Some(denial) = denial(parsed, &tops) {
        return (Certainty::Denied, vec![denial]);
    }
    let mut found = hedges_within(parsed, text, &words, &tops);
    found.extend(hedge_above(parsed, text, &words, &tops));
    if found.is_empty() {
        (Certainty::Stated, found)
    } else {
        (Certainty::Hedged, found)
    }
}

/// Words of the clause that hang on nothing inside it.
fn tops(parsed: &Parsed, words: &Range<usize>) -> Vec<usize> {
    words
        .clone()
        .filter(|&index| {
            parsed.word(index).is_some_and(|word| {
                word.upos != Upos::Punct && word.head().is_none_or(|head| !words.contains(&head))
            })
        })
        .collect()
}

/// The sign that the clause is asked: its question mark, or "whether" before it.
fn question(parsed: &Parsed, text: &str, words: &Range<usize>, tops: &[usize]) -> Option<Span> {
    let mark = words
        .clone()
        .chain(words.end..words.end + 2)
        .rfind(|&index| parsed.text(text, index) == "?");
    let in_same_sentence = mark.is_some_and(|mark| {
        tops.iter()
            .any(|&top| parsed.sentence_of(top) == parsed.sentence_of(mark))
    });
    let last_word = words.clone().rev().find(|&index| {
        parsed
            .word(index)
            .is_some_and(|word| word.upos != Upos::Punct)
    });
    if in_same_sentence && mark > last_word {
        return mark
            .and_then(|mark| parsed.word(mark))
            .map(|word| word.span);
    }
    let whether = words.start;
    let word = parsed.word(whether)?;
    let asks =
        parsed.lemma_of(word) == "whether" && word.head().is_some_and(|head| tops.contains(&head));
    asks.then_some(word.span)
}

/// A predicate that calls its subject untrue.
fn denial(parsed: &Parsed, tops: &[usize]) -> Option<Span> {
    tops.iter().find_map(|&top| {
        let word = parsed.word(top)?;
        let has_subject = parsed.child(top, Relation::Nsubj).is_some()
            || parsed.child(top, Relation::Csubj).is_some();
        let negation = parsed
            .children(top)
            .find(|&child| parsed.lemma(child) == "not");
        let lemma = parsed.lemma_of(word);
        if !has_subject {
            None
        } else if UNTRUE.contains(&lemma) && negation.is_none() {
            Some(word.span)
        } else if TRUE.contains(&lemma) {
            let negation = parsed.word(negation?)?;
            Some(negation.span.hull(word.span))
        } else {
            None
        }
    })
}

/// Cues inside the clause that govern its predicate or a noun the predicate is about.
fn hedges_within(parsed: &Parsed, text: &str, words: &Range<usize>, tops: &[usize]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut index = words.start;
    while index < words.end {
        let length = cue_at(parsed, text, index, words.end);
        if length > 0 && (index..index + length).any(|word| governs(parsed, word, tops)) {
            found.push(parsed.span_of(index..index + length));
        }
        index += length.max(1);
    }
    found
}

/// Length in words of the longest cue of doubt that starts here; 0 if none does. An adverb may stand
/// behind its first word: "is also expected to".
fn cue_at(parsed: &Parsed, text: &str, index: usize, end: usize) -> usize {
    let Some(first) = parsed.word(index) else {
        return 0;
    };
    let second = parsed.word(index + 1);
    let adverb = second.filter(|second| second.upos == Upos::Adv);
    let doubts = |words: &str| hedges(words).any(|hedge| hedge.strength > HedgeStrength::Weak);
    (1..=CUE_WORDS_MAX.min(end - index))
        .rev()
        .find(|&length| {
            let span = parsed.span_of(index..index + length);
            let without = adverb.filter(|_| length > 2).and_then(|adverb| {
                let rest = text.get(adverb.span.end..span.end)?;
                Some(format!("{}{rest}", first.span.of(text)))
            });
            let is_cue = doubts(span.of(text)) || without.is_some_and(|words| doubts(&words));
            is_cue && (length > 1 || is_hedging_use(parsed, index, first.upos))
        })
        .unwrap_or(0)
}

/// Whether a single word is used as a hedge here: "may" as an auxiliary, not the month; "could" not
/// as plain inability; a verb of believing not at all, since someone believes.
fn is_hedging_use(parsed: &Parsed, index: usize, upos: Upos) -> bool {
    let Some(word) = parsed.word(index) else {
        return false;
    };
    match parsed.lemma_of(word) {
        "may" | "might" => upos == Upos::Aux,
        "could" | "can" => {
            let negated = word.head().is_some_and(|head| {
                parsed
                    .children(head)
                    .any(|child| parsed.lemma(child) == "not")
            });
            upos == Upos::Aux && !negated
        }
        // Whoever expects or believes, says so; only what seems so is hedged by its verb.
        lemma if upos == Upos::Verb => matches!(lemma, "seem" | "appear" | "tend"),
        _ => matches!(upos, Upos::Adv | Upos::Adj | Upos::Noun | Upos::Aux),
    }
}

/// Whether the word is a top of the clause, modifies one, or modifies a noun next to one.
fn governs(parsed: &Parsed, word: usize, tops: &[usize]) -> bool {
    if tops.contains(&word) {
        return true;
    }
    let Some(entry) = parsed.word(word) else {
        return false;
    };
    let Some(head) = entry.head() else {
        return false;
    };
    let is_core = |noun: usize| {
        parsed.word(noun).is_some_and(|w| {
            matches!(w.relation, Relation::Nsubj | Relation::Obj)
                && w.head().is_some_and(|top| tops.contains(&top))
        })
    };
    match entry.relation {
        Relation::Aux | Relation::Advmod | Relation::Cop | Relation::Xcomp => {
            tops.contains(&head)
                || parsed.word(head).is_some_and(|w| {
                    matches!(w.relation, Relation::Xcomp | Relation::Conj)
                        && w.head().is_some_and(|top| tops.contains(&top))
                })
        }
        Relation::Amod => tops.contains(&head) || is_core(head),
        _ => false,
    }
}

/// A cue above the clause that takes it whole: "it is unclear whether …", "it is possible that …".
fn hedge_above(parsed: &Parsed, text: &str, words: &Range<usize>, tops: &[usize]) -> Option<Span> {
    tops.iter().find_map(|&top| {
        let word = parsed.word(top)?;
        let takes = matches!(
            word.relation,
            Relation::Ccomp | Relation::Csubj | Relation::Xcomp
        );
        let above = parsed.word(word.head().filter(|_| takes)?)?;
        let is_adjective = above.upos == Upos::Adj && !words.contains(&word.head()?);
        let is_cue = hedges(above.span.of(text)).any(|h| h.strength > HedgeStrength::Weak);
        (is_adjective && is_cue).then_some(above.span)
    })
}

#[cfg(test)]
mod tests {
    use super::{nothing_for, of};
    use crate::annotate::bracketed;
    use crate::model::Certainty;

    fn check(tree: &str, expected: Certainty, cues: &[&str]) {
        let (text, parsed) = bracketed::read(tree);
        let (certainty, spans) = of(&parsed, &text, 0..parsed.words.len());
        let found: Vec<&str> = spans.iter().map(|span| span.of(&text)).collect();
        assert_eq!((certainty, found.as_slice()), (expected, cues), "{text}");
    }

    #[test]
    fn a_plain_clause_is_stated() {
        check(
            "Troops/NOUN/2/nsubj left/VERB/0/root",
            Certainty::Stated,
            &[],
        );
    }

    #[test]
    fn modals_and_adverbs_hedge_their_clause() {
        check(
            "Troops/NOUN/3/nsubj may/AUX/3/aux leave/VERB/0/root",
            Certainty::Hedged,
            &["may"],
        );
        check(
            "Troops/NOUN/3/nsubj reportedly/ADV/3/advmod left/VERB/0/root",
            Certainty::Hedged,
            &["reportedly"],
        );
    }

    #[test]
    fn a_hedge_in_a_clause_below_does_not_count() {
        check(
            "Troops/NOUN/5/nsubj who/PRON/4/nsubj may/AUX/4/aux vote/VERB/1/acl:relcl left/VERB/0/root",
            Certainty::Stated,
            &[],
        );
    }

    #[test]
    fn questions_are_asked() {
        check(
            "Did/AUX/3/aux troops/NOUN/3/nsubj leave/VERB/0/root ?/PUNCT/3/punct",
            Certainty::Questioned,
            &["?"],
        );
        check(
            "whether/SCONJ/3/mark troops/NOUN/3/nsubj left/VERB/0/root",
            Certainty::Questioned,
            &["whether"],
        );
    }

    #[test]
    fn where_there_is_no_sign_of_a_thing_it_is_denied() {
        let sentence = "There/PRON/2/expl was/VERB/0/root no/DET/4/det sign/NOUN/2/nsubj that/SCONJ/7/mark troops/NOUN/7/nsubj left/VERB/4/acl";
        let (text, parsed) = bracketed::read(sentence);
        let found = nothing_for(&parsed, 4..7).map(|span| span.of(&text));
        assert_eq!(found, Some("no sign"));
        let (_, parsed) = bracketed::read(&sentence.replace("no/DET/4", "clear/ADJ/4"));
        assert_eq!(nothing_for(&parsed, 4..7), None);
    }

    #[test]
    fn calling_a_thing_untrue_denies_it() {
        check(
            "That/PRON/4/nsubj is/AUX/4/cop not/PART/4/advmod true/ADJ/0/root",
            Certainty::Denied,
            &["not true"],
        );
    }
}
