//! Roles: who did it and to whom, also where the clause takes its subject from another one.

use std::collections::BTreeSet;

use crate::language::tree::Tree;
use crate::language::{Relation, Upos};

use super::actors::{self, Actor};
use super::clause;
use super::frame::{LIGHT, near};
use super::speaker;
use super::unit::Page;

/// Who or what fills a role.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filler {
    /// Named or resolved actors the head word stands for.
    pub(super) actors: BTreeSet<Actor>,
    /// Stem of the head noun; empty for pronouns and when the role is not filled.
    pub(super) head: String,
    /// How many there are, where the words tell ("a woman", "two people").
    pub(super) count: Option<f64>,
    /// Whether it is who says so, meant by a pronoun.
    pub(super) is_speaker: bool,
}

impl Filler {
    /// Whether somebody fills the role.
    pub(super) fn is_filled(&self) -> bool {
        !self.head.is_empty() || !self.actors.is_empty()
    }

    /// Whether somebody else fills the role in `other`, by name and by noun.
    pub(super) fn is_other(&self, other: &Self) -> bool {
        self.actors.is_disjoint(&other.actors)
            && self.head != other.head
            && (!self.actors.is_empty() && !other.actors.is_empty()
                || !self.head.is_empty() && !other.head.is_empty())
    }
}

/// Logical subject and object of a clause.
#[derive(Clone, Debug, Default)]
pub(super) struct Roles {
    /// Who does it.
    pub(super) who: Filler,
    /// To whom it is done.
    pub(super) whom: Filler,
    /// The subject's words where they stand outside the clause ("it jammed and flooded …").
    pub(super) borrowed: Vec<usize>,
}

const RELATIVE: &[&str] = &["who", "which", "that", "whom", "whose", "where", "when"];

/// The roles of the clause whose verbs, from the head to its last infinitive, are `chain`; `own`
/// are its words, `attribution` tells who says it.
pub(super) fn roles(
    page: &Page<'_>,
    attribution: Option<usize>,
    chain: &[usize],
    own: &[usize],
) -> Roles {
    let tree = &page.tree;
    let Some((&head, &last)) = chain.first().zip(chain.last()) else {
        return Roles::default();
    };
    let mut who = None;
    let mut whom = None;
    let verbs = if head == last {
        vec![head]
    } else {
        vec![head, last]
    };
    for verb in verbs {
        for &below in tree.children(verb) {
            let role = match (tree.relation(below), tree.subtype(below)) {
                (Relation::Nsubj | Relation::Csubj, "pass")
                | (Relation::Obj | Relation::Iobj, _) => &mut whom,
                (Relation::Nsubj | Relation::Csubj, _) | (Relation::Obl, "agent") => &mut who,
                _ => continue,
            };
            role.get_or_insert(below);
        }
    }
    for role in [&mut who, &mut whom] {
        if tree.relation(head) == Relation::Acl
            && role.is_some_and(|word| RELATIVE.contains(&tree.lemma(word)))
        {
            *role = tree.head(head);
        }
    }
    if let Some(recipient) = whom.and_then(|object| recipient(page, last, object)) {
        whom = Some(recipient);
    }
    let mut borrowed = Vec::new();
    let is_passive = tree
        .children(head)
        .iter()
        .any(|&below| tree.subtype(below) == "pass");
    if who.is_none()
        && !(whom.is_some() && is_passive)
        && let Some((subject, is_done_to)) = inherited(tree, head)
    {
        if !own.contains(&subject) {
            borrowed = short_phrase(tree, subject)
                .into_iter()
                .filter(|word| !own.contains(word))
                .collect();
        }
        let role = if is_done_to { &mut whom } else { &mut who };
        role.get_or_insert(subject);
    }
    Roles {
        who: filler(page, attribution, who),
        whom: filler(page, attribution, whom),
        borrowed,
    }
}

/// To whom it is done where the verb says nothing and its object is the action: "issued a warning to
/// the council".
fn recipient(page: &Page<'_>, verb: usize, object: usize) -> Option<usize> {
    let tree = &page.tree;
    let is_light = LIGHT.contains(&tree.lemma(verb)) && tree.upos(object) == Upos::Noun;
    let below = [object, verb].into_iter().filter(|_| is_light);
    below
        .flat_map(|word| tree.children(word).iter().copied())
        .find(|&word| {
            matches!(tree.relation(word), Relation::Obl | Relation::Nmod)
                && tree
                    .all(word, Relation::Case)
                    .any(|case| tree.lemma(case) == "to")
                && tree
                    .word(word)
                    .is_some_and(|word| !actors::at(&page.text, word.span).is_empty())
        })
}

/// The subject that a clause takes from the clause or noun above it, and whether it is done to it.
fn inherited(tree: &Tree<'_>, head: usize) -> Option<(usize, bool)> {
    const STEPS_MAX: usize = 20;
    let mut current = head;
    let mut is_led = false;
    for _ in 0..STEPS_MAX {
        let is_relative = tree.relation(current) == Relation::Acl;
        if let Some(subject) = clause::subject(tree, current) {
            let is_done_to = tree.subtype(subject) == "pass" && !is_led;
            if is_relative && RELATIVE.contains(&tree.lemma(subject)) {
                return Some((tree.head(current)?, is_done_to));
            }
            return Some((subject, is_done_to));
        }
        let above = tree.head(current)?;
        is_led |= tree.relation(current) == Relation::Xcomp;
        match tree.relation(current) {
            Relation::Acl if clause::is_infinitive(tree, current) => return None,
            Relation::Xcomp if let Some(object) = tree.child(above, Relation::Obj) => {
                return Some((object, false));
            }
            Relation::Acl => return Some((above, tree.xpos(current) == "VBN")),
            Relation::Conj | Relation::Advcl | Relation::Xcomp | Relation::Ccomp => current = above,
            _ => return None,
        }
    }
    None
}

/// A noun with its modifiers, without clauses and appositions.
fn short_phrase(tree: &Tree<'_>, noun: usize) -> Vec<usize> {
    tree.below(noun, |below| {
        matches!(
            tree.relation(below),
            Relation::Acl
                | Relation::Appos
                | Relation::Punct
                | Relation::Conj
                | Relation::Cc
                | Relation::Parataxis
                | Relation::Advcl
                | Relation::Ccomp
                | Relation::Case
                | Relation::Discourse
        )
    })
}

fn filler(page: &Page<'_>, attribution: Option<usize>, head: Option<usize>) -> Filler {
    let tree = &page.tree;
    let Some((head, word)) = head.and_then(|head| Some((head, tree.word(head)?))) else {
        return Filler::default();
    };
    let at = |index: usize| {
        tree.word(index)
            .map(|word| actors::at(&page.text, word.span))
            .unwrap_or_default()
    };
    let mut found = at(head);
    let speaker = if found.is_empty() && word.upos == Upos::Pron {
        speaker::meant(page, attribution, word)
    } else {
        None
    };
    let is_speaker = speaker.is_some();
    found.extend(speaker);
    let is_unnamed = found.is_empty();
    for &below in tree.children(head) {
        let relation = tree.relation(below);
        let is_part = matches!(
            relation,
            Relation::Compound | Relation::Amod | Relation::Appos | Relation::Flat
        ) || tree.subtype(below) == "poss";
        if relation == Relation::Conj || is_unnamed && is_part {
            found.extend(at(below));
        }
    }
    Filler {
        is_speaker,
        actors: found,
        head: if word.upos == Upos::Pron {
            String::new()
        } else {
            actors::stem(tree.lemma(head))
        },
        count: count(page, head),
    }
}

/// How many a noun phrase counts: "a woman" is one, "two people" and a bare "two" are two.
fn count(page: &Page<'_>, head: usize) -> Option<f64> {
    let tree = &page.tree;
    match tree.upos(head) {
        Upos::Num => value(page, head),
        Upos::Noun => {
            let numeral = tree.child(head, Relation::Nummod);
            let is_single = tree
                .all(head, Relation::Det)
                .any(|det| matches!(tree.lemma(det), "a" | "an"));
            numeral
                .and_then(|numeral| value(page, numeral))
                .or(is_single.then_some(1.0))
        }
        _ => None,
    }
}

/// The value of the amount that this numeral belongs to.
fn value(page: &Page<'_>, numeral: usize) -> Option<f64> {
    let span = page.tree.word(numeral)?.span;
    near(&page.text.findings.amounts, span, |amount| amount.span)
        .find(|amount| amount.span.contains(span))
        .map(|amount| amount.value.low)
        .or((page.tree.lemma(numeral) == "one").then_some(1.0))
}
