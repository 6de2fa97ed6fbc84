//! Frames: who did what to whom, when, how much, and in what mood.

use std::collections::BTreeSet;

use crate::language::tree::Tree;
use crate::language::{Relation, Upos};
use crate::model::{AmountValue, Interval, Span, TimeExpression, TimeType};

use super::actors::{self, Actor};
use super::mood::{self, Mood};
use super::roles::{self, Filler};
use super::unit::Page;

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
    /// Stems of content words and of the subject, without stop words, each once, in order.
    pub(super) stems: Vec<String>,
    /// Lemmas of all words, lower case, in order of the text.
    pub(super) lemmas: Vec<String>,
    /// When it happens, if the clause says so.
    pub(super) when: Option<Interval>,
    /// Whether it gives a time, known or not: "on Monday" in an article without a date.
    pub(super) is_timed: bool,
    /// When it happens where it tells of the clause itself, not of a thing in it ("a 1993 law").
    pub(super) about: Option<Interval>,
    /// Amounts in the clause.
    pub(super) amounts: Vec<FrameAmount>,
    /// Words inside quotation marks, lower case, in order.
    pub(super) quoted: Vec<String>,
    /// Whether it says what something is, by a noun or an adjective.
    pub(super) is_copular: bool,
    /// Whether it tells what happened: a verb in the past, which is more than a comment.
    pub(super) is_event: bool,
    /// Whether the clause is negated.
    pub(super) is_negated: bool,
    /// Whether it tells a fact, a plan, a wish …
    pub(super) mood: Mood,
}

impl Frame {
    /// Whether both have the same action.
    pub(super) fn acts_as(&self, other: &Self) -> bool {
        self.action.iter().any(|stem| other.action.contains(stem))
    }

    /// Whether the action of one is named by the other, as its action or within it.
    pub(super) fn shares_action(&self, other: &Self) -> bool {
        let names = |one: &Self, other: &Self| {
            let mut action = one.action.iter();
            action.any(|stem| other.stems.binary_search(stem).is_ok())
        };
        names(self, other) || names(other, self)
    }
}

/// An amount as a clause gives it.
#[derive(Clone, Debug)]
pub(super) struct FrameAmount {
    /// How much.
    pub(super) value: AmountValue,
    /// Of what, if known.
    pub(super) unit: Option<String>,
    /// Whether it is a price or a rate, which is another claim when it differs; a count may have
    /// grown since.
    pub(super) is_fixed: bool,
    /// Its words.
    pub(super) span: Span,
}

/// Verbs that say nothing without their object ("issue a warning", "carry out an attack").
pub(super) const LIGHT: &[&str] = &[
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

/// The frame of the clause at `head`; `leads` lead to it from the clause around it, if it is an
/// inner one, `own` are its words, `attribution` tells who says it.
pub(super) fn frame(
    page: &Page<'_>,
    attribution: Option<usize>,
    leads: &[usize],
    head: usize,
    own: &[usize],
) -> Frame {
    let tree = &page.tree;
    let chain = chain(tree, head);
    let roles = roles::roles(page, attribution, &chain, own);
    let led: Vec<usize> = leads.iter().chain(&chain).copied().collect();
    let mut actors: BTreeSet<Actor> = words(tree, own)
        .flat_map(|word| actors::at(&page.text, word.span))
        .collect();
    actors.extend(roles.who.actors.iter().cloned());
    actors.extend(roles.whom.actors.iter().cloned());
    let mut stems: Vec<String> = words(tree, own)
        .chain(words(tree, &roles.borrowed))
        .map(|word| (word, tree.parsed.lemma_of(word)))
        .filter(|(word, lemma)| actors::is_content(word, lemma))
        .map(|(_, lemma)| actors::stem(lemma))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    let times: Vec<&TimeExpression> = times(page, own).collect();
    let mut about = times
        .iter()
        .filter(|time| !describes_thing(tree, time.span));
    Frame {
        action: action(tree, &chain),
        verb: chain
            .last()
            .map_or_else(String::new, |&verb| tree.lemma(verb).to_owned()),
        who: roles.who,
        whom: roles.whom,
        actors,
        stems,
        lemmas: words(tree, own)
            .map(|word| tree.parsed.lemma_of(word).to_lowercase())
            .collect(),
        when: times.iter().find_map(|time| time.interval),
        is_timed: times.iter().any(|time| tells_day(time)),
        about: about.find_map(|time| time.interval),
        amounts: amounts(page, own),
        quoted: quoted(page, own),
        is_copular: tree.child(head, Relation::Cop).is_some(),
        is_event: is_event(tree, head),
        is_negated: mood::denies(tree, &led),
        mood: mood::mood(tree, &led),
    }
}

/// Whether the verb tells what happened: "flooded", "was flooded", "has flooded".
fn is_event(tree: &Tree<'_>, head: usize) -> bool {
    let is_past =
        |auxiliary: usize| tree.xpos(auxiliary) == "VBD" || tree.lemma(auxiliary) == "have";
    let is_done = tree.xpos(head) == "VBD" || tree.all(head, Relation::Aux).any(is_past);
    tree.is_verb(head) && is_done && tree.lemma(head) != "be"
}

fn words<'a>(tree: &Tree<'a>, own: &[usize]) -> impl Iterator<Item = &'a crate::language::Word> {
    own.iter().filter_map(|&index| tree.word(index))
}

/// The verb and the infinitives it leads to: "has decided to launch" is one action.
fn chain(tree: &Tree<'_>, head: usize) -> Vec<usize> {
    let mut chain = vec![head];
    let mut current = head;
    while let Some(next) = tree
        .child(current, Relation::Xcomp)
        .filter(|next| !chain.contains(next))
    {
        chain.push(next);
        current = next;
    }
    chain
}

/// Stems of the action words; a light verb gives way to its object.
fn action(tree: &Tree<'_>, chain: &[usize]) -> Vec<String> {
    let mut stems = Vec::new();
    for &verb in chain {
        if !LIGHT.contains(&tree.lemma(verb)) {
            stems.push(actors::stem(tree.lemma(verb)));
            continue;
        }
        stems.extend(
            tree.children(verb)
                .iter()
                .filter(|&&below| {
                    let is_object = tree.relation(below) == Relation::Obj
                        || tree.relation(below) == Relation::Nsubj && tree.subtype(below) == "pass";
                    is_object && tree.upos(below) == Upos::Noun
                })
                .map(|&below| actors::stem(tree.lemma(below))),
        );
    }
    if stems.is_empty() {
        stems.extend(chain.last().map(|&verb| actors::stem(tree.lemma(verb))));
    }
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// Whether a time tells one day or month of the calendar, not "currently" or "for a week".
fn tells_day(time: &TimeExpression) -> bool {
    matches!(time.kind, TimeType::Date | TimeType::Time) && !time.value.ends_with("_REF")
}

/// The times that the clause's own words give.
fn times<'a>(page: &'a Page<'_>, own: &'a [usize]) -> impl Iterator<Item = &'a TimeExpression> {
    let hull = hull(&page.tree, own).into_iter();
    hull.flat_map(|hull| near(&page.text.findings.times, hull, |time| time.span))
        .filter(|time| words(&page.tree, own).any(|word| time.span.contains(word.span)))
}

/// Whether a time only says which thing is meant: "a 1993 law", "Sunday's vote", but not "during the 2016
/// campaign".
fn describes_thing(tree: &Tree<'_>, time: Span) -> bool {
    let inside = |word: usize| tree.word(word).is_some_and(|word| time.overlaps(word.span));
    let mut words = tree.parsed.words_in(time);
    let top = words.find(|&word| tree.head(word).is_none_or(|head| !inside(head)));
    let Some((top, thing)) = top.and_then(|top| Some((top, tree.head(top)?))) else {
        return false;
    };
    let relation = tree.relation(top);
    let is_modifier = matches!(
        relation,
        Relation::Nummod | Relation::Amod | Relation::Compound
    ) || relation == Relation::Nmod && tree.subtype(top) == "poss";
    let lasts = tree
        .all(thing, Relation::Case)
        .any(|case| tree.lemma(case) == "during");
    is_modifier && matches!(tree.upos(thing), Upos::Noun | Upos::Propn) && !lasts
}

fn amounts(page: &Page<'_>, own: &[usize]) -> Vec<FrameAmount> {
    let Some(hull) = hull(&page.tree, own) else {
        return Vec::new();
    };
    near(&page.text.findings.amounts, hull, |amount| amount.span)
        .filter(|amount| words(&page.tree, own).any(|word| amount.span.overlaps(word.span)))
        .map(|amount| FrameAmount {
            value: amount.value,
            unit: amount.unit.clone(),
            is_fixed: amount.is_money
                || matches!(amount.unit.as_deref(), Some("%" | "percentage point")),
            span: amount.span,
        })
        .collect()
}

/// From the first to the last of these words.
fn hull(tree: &Tree<'_>, own: &[usize]) -> Option<Span> {
    let first = tree.word(*own.first()?)?;
    Some(first.span.hull(tree.word(*own.last()?)?.span))
}

/// Those of the findings, which are in order, that share text with the span.
pub(super) fn near<T>(
    findings: &[T],
    span: Span,
    place: impl Fn(&T) -> Span + Copy,
) -> impl Iterator<Item = &T> {
    let start = findings.partition_point(|finding| place(finding).end <= span.start);
    findings
        .iter()
        .skip(start)
        .take_while(move |finding| place(finding).start < span.end)
}

/// The words inside quotation marks, lower case.
fn quoted(page: &Page<'_>, own: &[usize]) -> Vec<String> {
    words(&page.tree, own)
        .filter(|word| page.is_quoted(word.span))
        .map(|word| word.span.of(&page.text.article.text).to_lowercase())
        .collect()
}
