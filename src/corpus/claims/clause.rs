//! Clauses: which words head a clause that could be a claim of its own.
//!
//! Main and coordinated clauses, finite contents, relative and adverbial clauses, and participles
//! with their objects where they say enough: a claim must stand on its own before a reader, so
//! "stationed in the north", "preventing them" or "considering this" stay parts of the clause around
//! them, as infinitives, conditions and comparisons do.

use crate::language::tree::Tree;
use crate::language::{Relation, Upos};
use crate::model::Attribution;

use super::extent::{holds, is_cue};
use super::mood;

/// Conjunctions whose clause says nothing without the one it hangs on.
const BOUND_MARKS: &[&str] = &["if", "unless", "whether", "than", "once", "until", "like"];
/// Tags of verb forms that show tense.
const FINITE: &[&str] = &["VBD", "VBZ", "VBP", "MD"];
/// Marks in front of what is added to a clause and not needed to know what it is about.
const SET_OFF: &[&str] = &[",", "—", "–", "-", "(", ";", ":"];
/// Fewest content words of a clause with a subject or a relative pronoun.
const CONTENT_MIN: usize = 2;
/// Fewest content words of a participle that is set off from its clause.
const SET_OFF_MIN: usize = 3;
/// Fewest content words of a participle that is not.
const PARTICIPLE_MIN: usize = 4;

/// Whether a clause of its own starts at this word.
pub(super) fn is_head(tree: &Tree<'_>, word: usize) -> bool {
    if !predicates(tree, word) {
        return false;
    }
    match tree.relation(word) {
        Relation::Root | Relation::Parataxis => true,
        Relation::Ccomp | Relation::Csubj => {
            let is_there = || tree.child(word, Relation::Expl).is_some();
            (has_subject(tree, word) || is_there()) && is_finite(tree, word)
        }
        Relation::Advcl => !is_infinitive(tree, word) && is_adverbial(tree, word),
        Relation::Acl if tree.subtype(word) == "relcl" => {
            !is_infinitive(tree, word) && content(tree, word) >= CONTENT_MIN
        }
        Relation::Acl if is_noun_content(tree, word) => content(tree, word) >= CONTENT_MIN,
        Relation::Acl => {
            let has = |relation| tree.child(word, relation).is_some();
            let least = if is_set_off(tree, word) {
                SET_OFF_MIN
            } else {
                PARTICIPLE_MIN
            };
            !is_infinitive(tree, word)
                && tree.is_verb(word)
                && (has(Relation::Obj) || has(Relation::Obl))
                && content(tree, word) >= least
        }
        Relation::Conj => is_coordinated(tree, word),
        _ => false,
    }
}

/// Whether the clause is what a noun tells: "concerns that the dam may fail".
pub(super) fn is_noun_content(tree: &Tree<'_>, word: usize) -> bool {
    tree.relation(word) == Relation::Acl
        && tree.subtype(word) != "relcl"
        && has_subject(tree, word)
        && is_finite(tree, word)
}

/// Verbs that say nothing with a pronoun alone.
const FILLERS: &[&str] = &[
    "know", "think", "mean", "see", "guess", "suppose", "believe",
];

/// Whether the clause is only a way of speaking: "you know", "I mean".
pub(super) fn is_filler(tree: &Tree<'_>, head: usize, words: &[usize]) -> bool {
    let is_pronoun = |&word: &usize| word == head || tree.upos(word) == Upos::Pron;
    words.len() <= 2 && FILLERS.contains(&tree.lemma(head)) && words.iter().all(is_pronoun)
}

/// Whether an adverbial clause says something of its own: with a subject, or a participle with its
/// object and no preposition in front ("by raising it").
fn is_adverbial(tree: &Tree<'_>, word: usize) -> bool {
    let marks: Vec<&str> = tree
        .children(word)
        .iter()
        .filter(|&&below| {
            matches!(tree.relation(below), Relation::Mark | Relation::Case)
                && matches!(tree.upos(below), Upos::Adp | Upos::Sconj | Upos::Part)
        })
        .map(|&below| tree.lemma(below))
        .collect();
    let has_subject = has_subject(tree, word);
    let is_compared = marks.contains(&"as") && !(has_subject && is_finite(tree, word));
    if is_compared || marks.iter().any(|mark| BOUND_MARKS.contains(mark)) {
        return false;
    }
    if has_subject {
        return content(tree, word) >= CONTENT_MIN;
    }
    marks.is_empty()
        && tree.child(word, Relation::Obj).is_some()
        && content(tree, word) >= SET_OFF_MIN
}

/// Words of the clause and all below it that tell something: nouns, names, verbs, adjectives,
/// numbers.
pub(super) fn content(tree: &Tree<'_>, head: usize) -> usize {
    let says = |&word: &usize| {
        matches!(
            tree.upos(word),
            Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
        ) && !matches!(tree.lemma(word), "be" | "have" | "do")
    };
    tree.below(head, |_| false)
        .iter()
        .filter(|word| says(word))
        .count()
}

/// Whether the clause is a question in the words of a sentence: "whether the dam may fail".
pub(super) fn is_open(tree: &Tree<'_>, head: usize) -> bool {
    let mut marks = tree.all(head, Relation::Mark);
    let is_content = tree.relation(head) == Relation::Ccomp;
    marks.any(|mark| {
        let lemma = tree.lemma(mark);
        lemma == "whether" || lemma == "if" && is_content
    })
}

/// Verbs of saying and thinking: what is not said or thought is not told.
const SAYING: &[&str] = &[
    "say", "claim", "suggest", "think", "believe", "mean", "imply", "argue", "allege", "pretend",
];

/// The words before the clause at `head` that leave it untold, up to the verb: "I am not saying that the
/// dam leaks".
pub(super) fn unsaid(tree: &Tree<'_>, head: usize) -> Option<std::ops::Range<usize>> {
    let is_content = tree.relation(head) == Relation::Ccomp;
    let above = tree
        .head(head)
        .filter(|&above| is_content && above < head)?;
    let is_unsaid = SAYING.contains(&tree.lemma(above)) && mood::is_negated(tree, above);
    let first = tree.children(above).first().copied();
    is_unsaid.then(|| first.unwrap_or(above).min(above)..above + 1)
}

/// Whether a comma, dash or bracket stands right before the first word of the clause, whatever the mark
/// hangs on.
pub(super) fn stands_apart(tree: &Tree<'_>, head: usize) -> bool {
    let below = tree.below(head, |_| false);
    let mut words = below.iter().copied();
    let first = words.find(|&word| tree.upos(word) != Upos::Punct);
    first
        .and_then(|first| first.checked_sub(1))
        .is_some_and(|before| tree.is(before, SET_OFF))
}

/// Whether a comma, dash or bracket stands before the clause.
fn is_set_off(tree: &Tree<'_>, head: usize) -> bool {
    let below = tree.below(head, |_| false);
    let first = below.first().copied().unwrap_or(head);
    let sentence = tree.words_of(tree.sentence(head));
    let mut before = (sentence.start..first).rev();
    before
        .find(|&word| !matches!(tree.relation(word), Relation::Cc | Relation::Mark))
        .is_some_and(|word| tree.is(word, SET_OFF))
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
        return has(Relation::Obj) && !has(Relation::Mark) && content(tree, word) >= SET_OFF_MIN;
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

pub(super) fn is_finite(tree: &Tree<'_>, word: usize) -> bool {
    FINITE.contains(&tree.xpos(word))
        || tree.children(word).iter().any(|&below| {
            matches!(tree.relation(below), Relation::Aux | Relation::Cop)
                && FINITE.contains(&tree.xpos(below))
        })
}

/// Whether the clause has the form of a question: its verb stands before its subject, or a word that asks
/// is in front.
pub(super) fn is_inquiry(tree: &Tree<'_>, head: usize) -> bool {
    let subject = subject(tree, head);
    let is_verb = |&below: &usize| matches!(tree.relation(below), Relation::Aux | Relation::Cop);
    let mut below = tree.children(head).iter();
    below.any(|below| {
        is_verb(below) && subject.is_some_and(|subject| *below < subject)
            || *below < head && tree.xpos(*below).starts_with('W')
    })
}

/// The clause before it whose subject the clause at `head` shares, beside which it stands.
pub(super) fn shares_subject(tree: &Tree<'_>, head: usize) -> Option<usize> {
    let is_conjunct = tree.relation(head) == Relation::Conj && !has_subject(tree, head);
    tree.head(head)
        .filter(|&first| is_conjunct && first < head && has_subject(tree, first))
}

/// The clause whose doubts and plans the participle at `head` shares, as it tells how that is done: "may
/// attack, sending drones". What stands before the clause around it is told on its own.
pub(super) fn carried_by(tree: &Tree<'_>, head: usize) -> Option<usize> {
    let is_participle = tree.xpos(head) == "VBG" && !has_subject(tree, head);
    let is_added = matches!(tree.relation(head), Relation::Advcl | Relation::Conj)
        && tree.all(head, Relation::Mark).next().is_none()
        && tree.all(head, Relation::Aux).next().is_none();
    tree.head(head)
        .filter(|&above| is_participle && is_added && above < head && tree.is_verb(above))
}

pub(super) fn is_infinitive(tree: &Tree<'_>, word: usize) -> bool {
    tree.all(word, Relation::Mark)
        .any(|mark| tree.lemma(mark) == "to")
}

/// Whether the clause is what somebody tells, or a part of it that stands beside the others, not
/// one that describes a thing in it or says when or how.
fn is_told(tree: &Tree<'_>, word: usize) -> bool {
    let mut first = word;
    while tree.relation(first) == Relation::Conj
        && let Some(above) = tree.head(first)
    {
        first = above;
    }
    match tree.relation(first) {
        Relation::Acl => is_noun_content(tree, first),
        Relation::Advcl => false,
        _ => true,
    }
}

/// Adjectives that only say how sure somebody is of what follows: "she is certain that S".
const SURE: &[&str] = &[
    "certain",
    "sure",
    "confident",
    "convinced",
    "clear",
    "aware",
];

/// Whether the clause at `head` only says who told something: it is the cue of an attribution whose
/// content is a clause of its own, or is a quotation that is not asked for ("called on them to
/// “act at once”" is a claim about the call). What was told is the claim then. `told` are the
/// attributions of the sentence.
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
        let word = tree.word(head);
        word.is_some_and(|word| is_cue(attribution, word.span))
    };
    let is_told_inside =
        |other: &usize| tree.head(*other) == Some(head) && tree.relation(*other) == Relation::Ccomp;
    let is_sure = SURE.contains(&tree.lemma(head)) && tree.upos(head) == Upos::Adj;
    if is_sure && !mood::is_negated(tree, head) && heads.iter().any(is_told_inside) {
        return true;
    }
    told.iter().any(|(_, attribution)| {
        is_cue(attribution)
            && (attribution.is_direct && !mood::is_asking(tree, head)
                || heads.iter().any(|&other| {
                    other != head && inside(attribution, other) && is_told(tree, other)
                }))
    })
}
