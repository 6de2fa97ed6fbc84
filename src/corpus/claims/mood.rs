//! Mood: whether a clause tells a fact, a plan, a possibility or a request, and whether it denies.

use crate::language::Relation;
use crate::language::tree::Tree;

use super::clause;

/// What kind of reality a clause has in its own telling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mood {
    /// It happened or is so.
    #[default]
    Fact,
    /// It is meant, prepared, expected or promised.
    Plan,
    /// It may be.
    Possible,
    /// It can, could or would be.
    Conditional,
    /// Somebody is asked, told or pressed to do it.
    Request,
}

impl Mood {
    /// Whether one is told as a fact and the other as something meant or asked for: a threat and
    /// the deed.
    pub(super) const fn is_apart_from(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Fact, Self::Plan | Self::Request) | (Self::Plan | Self::Request, Self::Fact)
        )
    }

    /// Whether one is told as a fact and the other as a mere possibility.
    pub(super) const fn is_surer_than(self, other: Self) -> bool {
        matches!((self, other), (Self::Fact, Self::Possible))
    }
}

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
];

/// Whether somebody is asked or told to do something by this word.
pub(super) fn is_asking(tree: &Tree<'_>, word: usize) -> bool {
    ASKING.contains(&tree.lemma(word))
}

/// What the auxiliaries of a verb make of it.
fn modal(tree: &Tree<'_>, verb: usize) -> Option<Mood> {
    tree.all(verb, Relation::Aux)
        .find_map(|auxiliary| match tree.lemma(auxiliary) {
            "may" | "might" => Some(Mood::Possible),
            "would" if is_announced(tree, verb) => Some(Mood::Plan),
            "could" | "would" | "can" => Some(Mood::Conditional),
            "will" | "shall" => Some(Mood::Plan),
            "should" | "must" => Some(Mood::Request),
            _ => None,
        })
}

/// Whether the clause is the content of a verb in the past and hangs on no condition: "said that it would
/// ask the court" tells what it will do.
fn is_announced(tree: &Tree<'_>, verb: usize) -> bool {
    let is_past = |above: usize| matches!(tree.xpos(above), "VBD" | "VBN");
    let is_open = |below: usize| {
        tree.all(below, Relation::Mark)
            .any(|mark| tree.lemma(mark) == "if")
    };
    tree.relation(verb) == Relation::Ccomp
        && tree.head(verb).is_some_and(is_past)
        && !tree.all(verb, Relation::Advcl).any(is_open)
}

/// What the auxiliaries of the clause above make of a participle that tells how it is done: "may attack,
/// sending drones" tells of no drones that were sent.
pub(super) fn carried(tree: &Tree<'_>, head: usize) -> Option<Mood> {
    let above = clause::carried_by(tree, head)?;
    modal(tree, above).or_else(|| carried(tree, above))
}

/// The mood of a clause with these verbs, from its head to its last infinitive.
pub(super) fn mood(tree: &Tree<'_>, chain: &[usize]) -> Mood {
    let modal = chain.iter().find_map(|&verb| modal(tree, verb));
    if let Some(modal) = modal.or_else(|| carried(tree, *chain.first()?)) {
        return modal;
    }
    let Some((&last, leads)) = chain.split_last() else {
        return Mood::Fact;
    };
    let any = |verbs: &[&str]| leads.iter().any(|&verb| verbs.contains(&tree.lemma(verb)));
    // "Called on him to leave" asks for it, "called him a thief" does not.
    let asks = || {
        let mut pairs = leads.iter().zip(chain.iter().skip(1));
        pairs.any(|(&verb, &next)| {
            ASKING.contains(&tree.lemma(verb)) && (tree.is_verb(next) || tree.lemma(verb) != "call")
        })
    };
    let is_planned = leads.is_empty() && PLANNING.contains(&tree.lemma(last));
    // "Set the tone" is no plan, as "is set to speak" is.
    if any(PLANNING) || is_planned && tree.lemma(last) != "set" {
        Mood::Plan
    } else if asks() {
        Mood::Request
    } else if chain.iter().any(|&verb| is_purpose(tree, verb)) {
        Mood::Plan
    } else {
        Mood::Fact
    }
}

/// Whether the verb tells what something is for: "plans to attack", "to stop them".
fn is_purpose(tree: &Tree<'_>, verb: usize) -> bool {
    matches!(tree.relation(verb), Relation::Acl | Relation::Advcl)
        && clause::is_infinitive(tree, verb)
}

/// Words that deny the verb they hang on.
const NEGATIONS: &[&str] = &[
    "not", "never", "n't", "n’t", "no", "neither", "nor", "nobody", "none", "nothing",
];

/// Words behind a "not" that add to what is told: "not only late".
const MORE: &[&str] = &["only", "just", "merely", "simply", "solely"];

/// Verbs under which what follows is not done: "refused to stop".
const REFUSING: &[&str] = &["refuse", "decline", "fail", "neglect", "avoid", "forget"];

/// Verbs that by themselves say that something is not done: "asked them to refrain from attacking".
const REFRAINING: &[&str] = &["refrain", "abstain", "desist"];

/// Whether a clause with these verbs, from its head to its last infinitive, tells what is not so: an
/// odd number of negations and of refusals.
pub(super) fn denies(tree: &Tree<'_>, chain: &[usize]) -> bool {
    let leads = chain.split_last().map_or(&[][..], |(_, leads)| leads);
    let refuses = |&verb: &usize| REFUSING.contains(&tree.lemma(verb));
    let refrains = |&verb: &usize| {
        REFRAINING.contains(&tree.lemma(verb)) && tree.child(verb, Relation::Advcl).is_some()
    };
    let is_refused = leads.iter().any(refuses) || chain.iter().any(refrains);
    is_refused != chain.iter().any(|&verb| is_negated(tree, verb))
}

/// Whether a negation hangs on this verb or on its subject or object: "did not", "no one came".
/// A "not" after the verb denies something else ("118 homes, not 112").
pub(super) fn is_negated(tree: &Tree<'_>, verb: usize) -> bool {
    tree.children(verb).iter().any(|&below| {
        let relation = tree.relation(below);
        let is_noun = matches!(relation, Relation::Obj | Relation::Nsubj);
        let is_negation =
            NEGATIONS.contains(&tree.lemma(below)) && !MORE.contains(&tree.lemma(below + 1));
        let denies_verb = matches!(relation, Relation::Advmod | Relation::Det | Relation::Cc);
        is_negation && (is_noun || denies_verb && below < verb)
            || is_noun && counts_none(tree, below)
    })
}

/// Whether the noun stands for none: "no boat", "neither side", "not a single one".
fn counts_none(tree: &Tree<'_>, noun: usize) -> bool {
    tree.children(noun).iter().any(|&below| {
        let is_before =
            below < noun && matches!(tree.relation(below), Relation::Det | Relation::Advmod);
        is_before && matches!(tree.lemma(below), "no" | "none" | "neither" | "not")
    })
}
