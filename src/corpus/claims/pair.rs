//! The careful stage: are two units the same claim?
//!
//! Each feature can be said in words, so that a grouping can say why. Who, to whom, whether it
//! happened and when separate what a bag of words cannot: "Iraq asked Iran" and "Iran asked Iraq".

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::language::{Engine, Vector};
use crate::model::GroupingReason;

use super::super::Text;
use super::actors::Actor;
use super::candidates::Candidate;
use super::frame::Filler;
use super::unit::Unit;
use super::veto::{self, Veto};
use super::weights;

/// What was decided about a pair of units.
#[derive(Clone, Debug)]
pub(super) struct Judgement {
    /// How likely they are the same claim, 0 to 1.
    pub(super) score: f32,
    /// Whether something speaks against it so strongly that they must not be joined.
    pub(super) is_vetoed: bool,
    /// Whether one says the opposite of the other.
    pub(super) is_opposed: bool,
    /// Whether they agree in all but a number.
    pub(super) is_numbers_differ: bool,
    /// Why they are the same, strongest first.
    pub(super) reasons: Vec<GroupingReason>,
}

/// The features of a pair, in the order of `weights::WEIGHTS`.
pub(super) const FEATURES: usize = 14;

/// Compares units; holds what is computed once.
pub(super) struct Scorer<'a> {
    units: &'a [Unit],
    texts: &'a [Text<'a>],
    /// Meaning of each unit that is in a candidate.
    meanings: Vec<Option<Vector>>,
    /// Meaning of each action stem's verb.
    verbs: BTreeMap<&'a str, Vector>,
}

impl<'a> Scorer<'a> {
    /// Reads the meaning of every unit that stands in a candidate.
    pub(super) fn new(
        units: &'a [Unit],
        texts: &'a [Text<'a>],
        candidates: &[Candidate],
        engine: &Engine,
    ) -> Self {
        let needed: BTreeSet<usize> = candidates
            .iter()
            .flat_map(|candidate| [candidate.a, candidate.b])
            .collect();
        let words: Vec<&str> = needed
            .iter()
            .map(|&unit| words(units, texts, unit))
            .collect();
        let mut meanings: Vec<Option<Vector>> = vec![None; units.len()];
        for (unit, vector) in needed.iter().zip(engine.vectors(&words)) {
            if let Some(slot) = meanings.get_mut(*unit) {
                *slot = Some(vector);
            }
        }
        let verbs: BTreeSet<&str> = needed
            .iter()
            .filter_map(|&unit| units.get(unit))
            .map(|unit| unit.frame.verb.as_str())
            .collect();
        let verbs: Vec<&str> = verbs.into_iter().collect();
        let verbs = verbs.iter().copied().zip(engine.vectors(&verbs)).collect();
        Self {
            units,
            texts,
            meanings,
            verbs,
        }
    }

    /// Judges every candidate, on all cores, in the order given.
    pub(super) fn judge(&self, candidates: &[Candidate]) -> Vec<(usize, usize, Judgement)> {
        candidates
            .par_iter()
            .filter_map(|candidate| Some((candidate.a, candidate.b, self.judgement(candidate)?)))
            .collect()
    }

    fn judgement(&self, candidate: &Candidate) -> Option<Judgement> {
        let (a, b) = (self.units.get(candidate.a)?, self.units.get(candidate.b)?);
        let features = self.features(candidate, a, b);
        let score = weights::score(&features);
        let veto = veto::veto(a, b, self.told_apart_days(a, b));
        let alike = score >= weights::ALIKE_MIN;
        Some(Judgement {
            score,
            is_vetoed: veto.is_some(),
            is_opposed: alike && veto == Some(Veto::Opposed),
            is_numbers_differ: alike && veto::numbers(a, b).0 < 0.0,
            reasons: self.reasons(candidate, a, b),
        })
    }

    /// Days between the publications of the two articles, if both are known.
    fn told_apart_days(&self, a: &Unit, b: &Unit) -> Option<i64> {
        let (a, b) = (a.told_on(self.texts)?, b.told_on(self.texts)?);
        Some((a.earliest - b.earliest).num_days().abs())
    }

    fn features(&self, candidate: &Candidate, a: &Unit, b: &Unit) -> [f32; FEATURES] {
        let meaning = match (
            self.meanings.get(candidate.a),
            self.meanings.get(candidate.b),
        ) {
            (Some(Some(a)), Some(Some(b))) => a.cosine(b),
            _ => 0.0,
        };
        let sentence = self.sentence_cosine(a, b);
        let same_verb = if a
            .frame
            .action
            .iter()
            .any(|stem| b.frame.action.contains(stem))
        {
            1.0
        } else {
            0.0
        };
        let like_verb = match (
            self.verbs.get(a.frame.verb.as_str()),
            self.verbs.get(b.frame.verb.as_str()),
        ) {
            (Some(a), Some(b)) => a.cosine(b).max(0.0),
            _ => same_verb,
        };
        let (actors_shared, actors_missing) = actor_agreement(&a.frame.actors, &b.frame.actors);
        let (numbers_agree, numbers_missing) = veto::numbers(a, b);
        [
            meaning,
            sentence,
            candidate.overlap,
            candidate.containment,
            same_verb,
            like_verb,
            role(&a.frame.who, &b.frame.who),
            role(&a.frame.whom, &b.frame.whom),
            actors_shared,
            actors_missing,
            numbers_agree,
            numbers_missing,
            quotation(&a.frame.quoted, &b.frame.quoted),
            if a.frame.mood == b.frame.mood {
                1.0
            } else {
                0.0
            },
        ]
    }

    fn sentence_cosine(&self, a: &Unit, b: &Unit) -> f32 {
        let vector = |unit: &Unit| self.texts.get(unit.article)?.vectors.get(unit.sentence);
        vector(a).zip(vector(b)).map_or(0.0, |(a, b)| a.cosine(b))
    }

    fn reasons(&self, candidate: &Candidate, a: &Unit, b: &Unit) -> Vec<GroupingReason> {
        let mut reasons = Vec::new();
        if quotation(&a.frame.quoted, &b.frame.quoted) > 0.5 {
            reasons.push(GroupingReason::SameQuotation);
        }
        let shared: Vec<String> = a
            .frame
            .actors
            .intersection(&b.frame.actors)
            .filter_map(|actor| self.name(a, actor))
            .collect();
        if !shared.is_empty() {
            reasons.push(GroupingReason::SameActors(shared));
        }
        if a.frame
            .action
            .iter()
            .any(|stem| b.frame.action.contains(stem))
        {
            reasons.push(GroupingReason::SameAction(
                a.frame.verb.clone(),
                b.frame.verb.clone(),
            ));
        }
        if let (Some(one), Some(other)) = (a.frame.when, b.frame.when)
            && one.overlaps(other)
        {
            reasons.push(GroupingReason::SameTime);
        }
        if let Some(amount) = veto::shared_amount(a, b) {
            let words = self
                .texts
                .get(a.article)
                .map_or("", |text| amount.of(&text.article.text));
            reasons.push(GroupingReason::SameAmount(words.to_owned()));
        }
        reasons.push(GroupingReason::Wording(candidate.overlap));
        reasons
    }

    /// The words by which unit `a` names this actor.
    fn name(&self, a: &Unit, actor: &Actor) -> Option<String> {
        match actor {
            Actor::Country(name) => Some((*name).to_owned()),
            Actor::Entity(id) => {
                let text = self.texts.get(a.article)?;
                text.findings
                    .mentions
                    .iter()
                    .filter(|mention| a.span.contains(mention.span) && mention.entity == Some(*id))
                    .max_by_key(|mention| (mention.named == Some(true), mention.span.len()))
                    .map(|mention| mention.span.of(&text.article.text).to_owned())
            }
        }
    }
}

fn words<'a>(units: &[Unit], texts: &[Text<'a>], unit: usize) -> &'a str {
    units
        .get(unit)
        .and_then(|unit| {
            texts
                .get(unit.article)
                .map(|text| unit.span.of(&text.article.text))
        })
        .unwrap_or_default()
}

/// 1 when the same actor or noun fills the role in both, -1 when different named actors do, 0 when
/// the texts do not tell.
fn role(a: &Filler, b: &Filler) -> f32 {
    if !a.is_filled() || !b.is_filled() {
        return 0.0;
    }
    if !a.actors.is_empty() && !b.actors.is_empty() {
        return if a.actors.is_disjoint(&b.actors) {
            -1.0
        } else {
            1.0
        };
    }
    if a.head == b.head { 1.0 } else { -0.3 }
}

/// Shared actors as a part of the smaller set, and whether one side names none.
fn actor_agreement(a: &BTreeSet<Actor>, b: &BTreeSet<Actor>) -> (f32, f32) {
    if a.is_empty() || b.is_empty() {
        return (0.0, 1.0);
    }
    let shared = a.intersection(b).count() as f32;
    let union = a.union(b).count() as f32;
    (
        0.5 * shared / a.len().min(b.len()) as f32 + 0.5 * shared / union,
        0.0,
    )
}

/// How much of the shorter quotation stands in the longer one, by runs of three words; 0 when
/// either has fewer than three quoted words.
fn quotation(a: &[String], b: &[String]) -> f32 {
    const RUN: usize = 3;
    if a.len() < RUN || b.len() < RUN {
        return 0.0;
    }
    let runs: BTreeSet<&[String]> = a.windows(RUN).collect();
    let others: BTreeSet<&[String]> = b.windows(RUN).collect();
    runs.intersection(&others).count() as f32 / runs.len().min(others.len()).max(1) as f32
}
