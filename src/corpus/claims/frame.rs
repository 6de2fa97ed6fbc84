//! Frames: who did what to whom, when, how much, and in what mood.

use std::collections::BTreeSet;

use crate::language::{Relation, Upos};
use crate::model::{AmountValue, Interval, Span};

use super::super::Text;
use super::actors::{self, Actor};
use super::unit::Tree;

/// What a clause says, as far as grammar tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    /// Stems of the words that carry the action: verb, its infinitives, the noun of a light verb.
    pub(super) action: Vec<String>,
    /// Lemma of the head verb or predicate, for people to read.
    pub(super) verb: String,
    /// Who does it (logical subject).
    pub(super) who: Filler,
    /// To whom it is done (logical object).
    pub(super) whom: Filler,
    /// Everyone and everything named in the clause.
    pub(super) actors: BTreeSet<Actor>,
    /// Stems of content words, without stop words, each once.
    pub(super) stems: Vec<String>,
    /// When it happens, if the clause says so.
    pub(super) when: Option<Interval>,
    /// Amounts in the clause: value, unit, words.
    pub(super) amounts: Vec<(AmountValue, Option<String>, Span)>,
    /// Words inside quotation marks, lower case, in order.
    pub(super) quoted: Vec<String>,
    /// Whether the clause is negated.
    pub(super) is_negated: bool,
    /// Whether it tells a fact, a plan, a wish …
    pub(super) mood: Mood,
}

/// Who or what fills a role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filler {
    /// Named or resolved actors the head word stands for.
    pub(super) actors: BTreeSet<Actor>,
    /// Stem of the head noun; empty when the role is not filled.
    pub(super) head: String,
}

impl Filler {
    /// Whether somebody fills the role.
    pub(super) const fn is_filled(&self) -> bool {
        !self.head.is_empty()
    }
}

/// What kind of reality a clause has in its own telling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mood {
    /// It happened or is so.
    #[default]
    Fact,
    /// It is meant, prepared, expected or promised.
    Plan,
    /// It may be, could be, would be if.
    Possible,
    /// Somebody is asked, told or pressed to do it.
    Request,
}

/// Verbs that say nothing without their object ("issue a warning", "carry out an attack").
const LIGHT: &[&str] = &[
    "be",
    "have",
    "make",
    "give",
    "take",
    "do",
    "issue",
    "carry",
    "launch",
    "conduct",
    "hold",
    "deliver",
    "lodge",
    "stage",
    "mount",
    "offer",
    "provide",
    "get",
    "raise",
    "file",
    "reach",
    "place",
    "put",
    "express",
    "voice",
    "perform",
    "commit",
    "undertake",
    "begin",
    "start",
    "continue",
    "seek",
    "try",
    "attempt",
    "want",
    "plan",
    "prepare",
    "intend",
    "decide",
    "agree",
];
/// Verbs and adjectives under which the rest is meant, not done.
const PLANNING: &[&str] = &[
    "plan", "prepare", "intend", "aim", "seek", "want", "hope", "expect", "promise", "pledge",
    "vow", "threaten", "propose", "consider", "decide", "agree", "set", "schedule", "likely",
    "poise", "mull", "await",
];
/// Verbs under which somebody is to do something.
const ASKING: &[&str] = &[
    "ask",
    "urge",
    "call",
    "demand",
    "request",
    "order",
    "instruct",
    "tell",
    "press",
    "push",
    "appeal",
    "require",
    "insist",
    "beg",
    "warn",
    "invite",
    "encourage",
    "advise",
    "recommend",
    "pressure",
    "want",
];

/// The frame of the clause at `head`. `own` are its words without other clauses, `spoken` with them.
pub(super) fn frame(
    text: &Text<'_>,
    tree: &Tree,
    head: usize,
    own: &[usize],
    spoken: &[usize],
) -> Frame {
    let parsed = text.parsed;
    let word = |index: usize| parsed.words.get(index);
    let Some(this) = word(head) else {
        return Frame::default();
    };
    let chain = chain(text, tree, head);
    let span = spoken
        .first()
        .zip(spoken.last())
        .map_or(this.span, |(&first, &last)| parsed.span_of(first..last + 1));
    let last = chain.last().copied().unwrap_or(head);
    let (who, whom) = roles(text, tree, head, last);
    let mut stems: Vec<String> = spoken
        .iter()
        .filter_map(|&index| word(index))
        .filter(|word| actors::is_content(word))
        .map(|word| actors::stem(&word.lemma))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    Frame {
        action: action(text, tree, &chain),
        verb: word(last).map_or_else(String::new, |word| word.lemma.clone()),
        actors: actors::within(text, span),
        when: when(text, own),
        amounts: text
            .findings
            .amounts
            .iter()
            .filter(|amount| span.contains(amount.span))
            .map(|amount| (amount.value, amount.unit.clone(), amount.span))
            .collect(),
        quoted: quoted(text, span),
        is_negated: chain.iter().any(|&verb| is_negated(text, tree, verb)),
        mood: mood(text, tree, head, &chain),
        who,
        whom,
        stems,
    }
}

/// The verb and the infinitives it leads to: "has decided to launch" is one action.
fn chain(text: &Text<'_>, tree: &Tree, head: usize) -> Vec<usize> {
    let mut chain = vec![head];
    let mut current = head;
    while let Some(&next) = tree.children(current).iter().find(|&&below| {
        text.parsed
            .words
            .get(below)
            .is_some_and(|word| word.relation == Relation::Xcomp)
    }) {
        if chain.contains(&next) {
            break;
        }
        chain.push(next);
        current = next;
    }
    chain
}

/// Stems of the action words; a light verb gives way to its object.
fn action(text: &Text<'_>, tree: &Tree, chain: &[usize]) -> Vec<String> {
    let mut stems = Vec::new();
    for &verb in chain {
        let Some(word) = text.parsed.words.get(verb) else {
            continue;
        };
        let is_light = LIGHT.contains(&word.lemma.as_str());
        if !is_light {
            stems.push(actors::stem(&word.lemma));
        }
        for &below in tree.children(verb) {
            let Some(object) = text.parsed.words.get(below) else {
                continue;
            };
            let is_object = matches!(object.relation, Relation::Obj)
                || (object.relation == Relation::Nsubj && object.subtype == "pass");
            if is_light && is_object && object.upos == Upos::Noun {
                stems.push(actors::stem(&object.lemma));
            }
        }
    }
    if stems.is_empty() {
        stems.extend(
            chain
                .last()
                .and_then(|&verb| text.parsed.words.get(verb))
                .map(|word| actors::stem(&word.lemma)),
        );
    }
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// Logical subject and object of the clause.
fn roles(text: &Text<'_>, tree: &Tree, head: usize, last: usize) -> (Filler, Filler) {
    let mut who = Filler::default();
    let mut whom = Filler::default();
    for verb in [head, last] {
        for &below in tree.children(verb) {
            let Some(word) = text.parsed.words.get(below) else {
                continue;
            };
            let role = match (word.relation, word.subtype) {
                (Relation::Nsubj | Relation::Csubj, "pass") | (Relation::Obj, _) => &mut whom,
                (Relation::Nsubj | Relation::Csubj, _) | (Relation::Obl, "agent") => &mut who,
                _ => continue,
            };
            if !role.is_filled() {
                *role = filler(text, tree, below);
            }
        }
    }
    if !who.is_filled() {
        who = inherited_subject(text, tree, head);
    }
    (who, whom)
}

/// The subject that a clause without one takes from the clause or noun above it.
fn inherited_subject(text: &Text<'_>, tree: &Tree, head: usize) -> Filler {
    let Some(word) = text.parsed.words.get(head) else {
        return Filler::default();
    };
    let Some(above) = word.head else {
        return Filler::default();
    };
    match word.relation {
        Relation::Acl if word.xpos == "VBN" => Filler::default(),
        Relation::Acl => filler(text, tree, above),
        Relation::Conj | Relation::Advcl | Relation::Xcomp => {
            tree.children(above)
                .iter()
                .find(|&&below| {
                    text.parsed.words.get(below).is_some_and(|word| {
                        word.relation == Relation::Nsubj && word.subtype != "pass"
                    })
                })
                .map_or_else(Filler::default, |&subject| filler(text, tree, subject))
        }
        _ => Filler::default(),
    }
}

fn filler(text: &Text<'_>, tree: &Tree, head: usize) -> Filler {
    let Some(word) = text.parsed.words.get(head) else {
        return Filler::default();
    };
    let mut found = actors::at(text, word.span);
    if found.is_empty() {
        for &below in tree.children(head) {
            let is_part = text.parsed.words.get(below).is_some_and(|word| {
                matches!(
                    word.relation,
                    Relation::Conj
                        | Relation::Compound
                        | Relation::Amod
                        | Relation::Appos
                        | Relation::Flat
                ) || word.subtype == "poss"
            });
            if let Some(word) = text.parsed.words.get(below).filter(|_| is_part) {
                found.extend(actors::at(text, word.span));
            }
        }
    }
    let head = if word.upos == Upos::Pron && found.is_empty() {
        String::new()
    } else {
        actors::stem(&word.lemma)
    };
    Filler {
        actors: found,
        head,
    }
}

/// The calendar time that the clause's own words give.
fn when(text: &Text<'_>, own: &[usize]) -> Option<Interval> {
    text.findings
        .times
        .iter()
        .filter(|time| {
            own.iter().any(|&index| {
                text.parsed
                    .words
                    .get(index)
                    .is_some_and(|word| time.span.contains(word.span))
            })
        })
        .find_map(|time| time.interval)
}

/// Words inside quotation marks within the span.
fn quoted(text: &Text<'_>, span: Span) -> Vec<String> {
    let mut inside = false;
    let mut words = Vec::new();
    for index in text.parsed.words_in(span) {
        let Some(word) = text.parsed.words.get(index) else {
            continue;
        };
        match word.span.of(&text.article.text) {
            "“" | "``" => inside = true,
            "”" | "''" => inside = false,
            "\"" => inside = !inside,
            written if inside && word.upos != Upos::Punct => words.push(written.to_lowercase()),
            _ => {}
        }
    }
    words
}

/// Whether a negation hangs on this word: "not", "never", "no longer", "deny", "fail to".
fn is_negated(text: &Text<'_>, tree: &Tree, verb: usize) -> bool {
    tree.children(verb).iter().any(|&below| {
        text.parsed.words.get(below).is_some_and(|word| {
            matches!(
                word.lemma.as_str(),
                "not" | "never" | "n't" | "no" | "neither" | "nor" | "nobody" | "none"
            ) && matches!(
                word.relation,
                Relation::Advmod | Relation::Det | Relation::Nsubj | Relation::Cc | Relation::Obj
            )
        }) || (text
            .parsed
            .words
            .get(below)
            .is_some_and(|word| matches!(word.relation, Relation::Obj | Relation::Nsubj))
            && tree.children(below).iter().any(|&det| {
                text.parsed
                    .words
                    .get(det)
                    .is_some_and(|det| det.lemma == "no" && det.relation == Relation::Det)
            }))
    })
}

/// Fact, plan, possibility or request, from auxiliaries and the verbs above.
fn mood(text: &Text<'_>, tree: &Tree, head: usize, chain: &[usize]) -> Mood {
    let lemma = |index: usize| {
        text.parsed
            .words
            .get(index)
            .map_or("", |word| word.lemma.as_str())
    };
    for &verb in chain {
        for &below in tree.children(verb) {
            let Some(word) = text
                .parsed
                .words
                .get(below)
                .filter(|word| word.relation == Relation::Aux)
            else {
                continue;
            };
            match word.lemma.as_str() {
                "may" | "might" | "could" | "would" | "can" => return Mood::Possible,
                "will" | "shall" => return Mood::Plan,
                "should" | "must" => return Mood::Request,
                _ => {}
            }
        }
    }
    if chain.len() > 1 {
        let leads = chain.get(..chain.len() - 1).unwrap_or_default();
        if leads.iter().any(|&verb| PLANNING.contains(&lemma(verb))) {
            return Mood::Plan;
        }
        if leads.iter().any(|&verb| ASKING.contains(&lemma(verb))) {
            return Mood::Request;
        }
    }
    let has_if = tree.children(head).iter().any(|&below| {
        matches!(lemma(below), "if" | "unless" | "whether")
            && text
                .parsed
                .words
                .get(below)
                .is_some_and(|word| word.relation == Relation::Mark)
    });
    if has_if {
        return Mood::Possible;
    }
    if PLANNING.contains(&lemma(head)) && chain.len() == 1 {
        return Mood::Plan;
    }
    Mood::Fact
}
