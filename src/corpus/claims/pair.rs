//! The careful stage: are two units the same claim?
//!
//! Each feature can be said in words, so that a grouping can say why. Who, to whom, whether it
//! happened and when separate what a bag of words cannot: "Iraq asked Iran" and "Iran asked Iraq".

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::language::Upos;
use crate::model::{GroupingReason, Span};

use super::super::Text;
use super::actors::Actor;
use super::candidates::Candidate;
use super::lead::Leads;
use super::overlap::{self, Weighted};
use super::roles::Filler;
use super::unit::{Alone, Unit};
use super::veto::{self, Numbers, Veto};
use super::weights;

/// What was decided about a pair of units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judgement {
    /// Index of the first unit, the smaller one.
    pub(super) a: usize,
    /// Index of the second unit.
    pub(super) b: usize,
    /// How likely they are the same claim, 0 to 1.
    pub(super) score: f32,
    /// What speaks so strongly against it that they must not be joined.
    pub(super) veto: Option<Veto>,
    /// Overlap of the clauses' words and actors, 0 to 1.
    overlap: f32,
}

/// The features of a pair, in the order of `weights::WEIGHTS`.
pub(super) const FEATURES: usize = 12;

/// Compares units; holds what is computed once.
pub(super) struct Scorer<'a> {
    units: &'a [Unit],
    texts: &'a [Text<'a>],
    /// The words of every sentence of every text, in order.
    wordings: Weighted,
    /// Number of the first sentence of each text.
    first_sentence: Vec<usize>,
    /// The runs of letters of every sentence, then those of every unit.
    letters: Weighted,
    /// Number of the first unit among `letters`.
    first_unit: usize,
}

/// What the words, letters and meanings of a pair have in common.
#[derive(Clone, Copy)]
struct Likeness {
    /// How close the meanings of the clauses are, -1 to 1.
    close: f32,
    /// How much closer a partner one of them has in the other's article, 0 or more.
    lead: f32,
    /// Shared letters of the clauses, 0 to 1.
    letters: f32,
    /// Shared words of the sentences, 0 to 1.
    sentences: f32,
}

impl<'a> Scorer<'a> {
    /// Weighs the words and letters of every sentence.
    pub(super) fn new(units: &'a [Unit], texts: &'a [Text<'a>]) -> Self {
        let mut first_sentence = Vec::with_capacity(texts.len());
        let mut count = 0;
        for text in texts {
            first_sentence.push(count);
            count += text.parsed.sentences.len();
        }
        let wordings = Weighted::new(texts.iter().flat_map(sentence_words));
        let written = |text: &'a Text<'a>, span: Span| overlap::runs(span.of(&text.article.text));
        let of_sentences = texts.iter().flat_map(|text| {
            let sentences = text.parsed.sentences.iter();
            sentences.map(move |sentence| written(text, sentence.span))
        });
        let of_units = units.iter().map(|unit| {
            let text = texts.get(unit.article);
            text.map_or_else(Vec::new, |text| written(text, unit.span))
        });
        let (letters, first_unit) = Weighted::with_parts(of_sentences, of_units);
        Self {
            units,
            texts,
            wordings,
            first_sentence,
            letters,
            first_unit,
        }
    }

    /// Judges every candidate, on all cores, in the order given; those that cannot be the same are
    /// left out.
    pub(super) fn judge(&self, candidates: &[Candidate]) -> Vec<Judgement> {
        let close: Vec<f32> = candidates
            .par_iter()
            .map(|pair| self.closeness(pair).unwrap_or(0.0))
            .collect();
        let leads = Leads::new(candidates, &close, |unit| self.article_of(unit));
        candidates
            .par_iter()
            .zip(close)
            .filter_map(|(candidate, close)| self.judgement(candidate, close, &leads))
            .filter(|judgement| judgement.score >= weights::KEPT_MIN)
            .collect()
    }

    /// How close the meanings of the two clauses are, -1 to 1; how alike their letters are where their
    /// meanings are not known.
    fn closeness(&self, pair: &Candidate) -> Option<f32> {
        let (a, b) = (self.units.get(pair.a)?, self.units.get(pair.b)?);
        let meanings = a.meaning(self.texts).zip(b.meaning(self.texts));
        Some(meanings.map_or_else(|| self.letters(pair), |(a, b)| a.cosine(b)))
    }

    /// Shared letters of the two clauses, 0 to 1.
    fn letters(&self, pair: &Candidate) -> f32 {
        let clause = |unit: usize| self.first_unit + unit;
        self.letters.cosine(clause(pair.a), clause(pair.b))
    }

    /// What a pair has in common, given how close the meanings are and what partners there are besides.
    fn likeness(&self, pair: &Candidate, close: f32, leads: &Leads) -> Option<Likeness> {
        let sentence = |unit: usize| self.units.get(unit).map(|unit| self.sentence(unit));
        Some(Likeness {
            close,
            lead: leads.lead(pair, close, |unit| self.article_of(unit)),
            letters: self.letters(pair),
            sentences: self.wordings.cosine(sentence(pair.a)?, sentence(pair.b)?),
        })
    }

    fn article_of(&self, unit: usize) -> Option<usize> {
        self.units.get(unit).map(|unit| unit.article)
    }

    /// Whether two units share no words.
    fn are_apart(&self, one: usize, other: usize) -> bool {
        let units = self.units.get(one).zip(self.units.get(other));
        units.is_some_and(|(one, other)| !one.span.overlaps(other.span))
    }

    /// `close` tells how close the clauses' meanings are, `leads` what partners they have besides.
    fn judgement(&self, candidate: &Candidate, close: f32, leads: &Leads) -> Option<Judgement> {
        let (a, b) = (self.units.get(candidate.a)?, self.units.get(candidate.b)?);
        let article = |unit: usize| self.article_of(unit);
        let likeness = self.likeness(candidate, close, leads)?;
        let score = weights::score(&features(a, b, likeness));
        let is_part = [a, b].iter().any(|unit| unit.alone == Alone::Fragment);
        let score = if !is_part && quotes_the_same(&a.frame.quoted, &b.frame.quoted) {
            score.max(weights::SAME_WORDS)
        } else {
            score
        };
        let repeats = a.article == b.article && score < weights::SAME_ARTICLE_MIN;
        let are_apart = |one: usize, other: usize| self.are_apart(one, other);
        let veto = veto::veto(a, b, self.told_apart_days(a, b))
            .or(repeats.then_some(Veto::SameArticle))
            .or_else(|| {
                let has_twin = leads.has_twin_beside(candidate, article, are_apart);
                has_twin.then_some(Veto::TwinBeside)
            });
        Some(Judgement {
            a: candidate.a,
            b: candidate.b,
            score,
            veto,
            overlap: candidate.overlap,
        })
    }

    /// Whether one unit says the opposite of the other.
    pub(super) fn are_opposed(judgement: &Judgement) -> bool {
        judgement.score >= weights::ALIKE_MIN && judgement.veto == Some(Veto::Opposed)
    }

    /// Whether two units agree in all but a number.
    pub(super) fn differ_in_number(&self, judgement: &Judgement) -> bool {
        judgement.score >= weights::ALIKE_MIN
            && self
                .units
                .get(judgement.a)
                .zip(self.units.get(judgement.b))
                .is_some_and(|(a, b)| veto::compare(a, b) == Numbers::Differ)
    }

    /// Days between the publications of the two articles, if both are known.
    fn told_apart_days(&self, a: &Unit, b: &Unit) -> Option<i64> {
        let (a, b) = (a.told_on(self.texts)?, b.told_on(self.texts)?);
        Some((a.earliest - b.earliest).num_days().abs())
    }

    /// Number of the unit's sentence among the wordings.
    fn sentence(&self, unit: &Unit) -> usize {
        let first = self.first_sentence.get(unit.article).copied();
        first.map_or(usize::MAX, |first| first + unit.sentence)
    }

    /// Why the two units are the same.
    pub(super) fn reasons(&self, judgement: &Judgement) -> Vec<GroupingReason> {
        let Some((a, b)) = self.units.get(judgement.a).zip(self.units.get(judgement.b)) else {
            return Vec::new();
        };
        let (one, other) = (&a.frame, &b.frame);
        let mut reasons = Vec::new();
        if shared_quotation(&one.quoted, &other.quoted) > 0.5 {
            reasons.push(GroupingReason::SameQuotation);
        }
        let shared: Vec<String> = one
            .actors
            .intersection(&other.actors)
            .filter_map(|actor| self.name(a, actor))
            .collect();
        if !shared.is_empty() {
            reasons.push(GroupingReason::SameActors(shared));
        }
        if one.acts_as(other) {
            reasons.push(GroupingReason::SameAction(
                one.verb.clone(),
                other.verb.clone(),
            ));
        }
        if one
            .when
            .zip(other.when)
            .is_some_and(|(one, other)| one.overlaps(other))
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
        reasons.push(GroupingReason::Wording(judgement.overlap));
        reasons
    }

    /// The words by which unit `a` names this actor.
    fn name(&self, a: &Unit, actor: &Actor) -> Option<String> {
        match actor {
            Actor::Country(name) => Some((*name).to_owned()),
            Actor::Entity(id) | Actor::Person(id) => {
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

/// What tells whether two units are one claim, in the order of `weights::WEIGHTS`.
fn features(a: &Unit, b: &Unit, likeness: Likeness) -> [f32; FEATURES] {
    let (one, other) = (&a.frame, &b.frame);
    let numbers = veto::compare(a, b);
    let same_time = one
        .when
        .zip(other.when)
        .is_some_and(|(one, other)| one.overlaps(other));
    let other_day = one
        .when
        .zip(other.when)
        .is_some_and(|(one, other)| one.is_day() && other.is_day() && one != other);
    let whom = role(&one.whom, &other.whom);
    [
        likeness.close,
        likeness.lead,
        likeness.sentences,
        likeness.letters,
        whom.max(0.0),
        (-whom).max(0.0),
        is(matches!(numbers, Numbers::Agree | Numbers::DifferInPart)),
        is(same_time),
        shared_quotation(&one.quoted, &other.quoted),
        is(one.mood.is_apart_from(other.mood)),
        is(a.inside.is_some() || b.inside.is_some()),
        is(other_day),
    ]
}

const fn is(truth: bool) -> f32 {
    if truth { 1.0 } else { 0.0 }
}

/// The words of each sentence of a text, in lower case.
fn sentence_words<'a>(text: &'a Text<'_>) -> impl Iterator<Item = Vec<String>> + use<'a> {
    text.parsed.sentences.iter().map(|sentence| {
        let words = text.parsed.words.get(sentence.words.clone());
        let words = words.unwrap_or_default().iter();
        words
            .filter(|word| word.upos != Upos::Punct)
            .map(|word| text.parsed.lemma_of(word).to_lowercase())
            .collect()
    })
}

/// 1 when the same actor or noun fills the role in both, -1 when different named actors do, less
/// when different nouns do, 0 when the texts do not tell.
fn role(a: &Filler, b: &Filler) -> f32 {
    if !a.actors.is_empty() && !b.actors.is_empty() {
        return if a.actors.is_disjoint(&b.actors) {
            -1.0
        } else {
            1.0
        };
    }
    if !a.is_filled() || !b.is_filled() || a.head.is_empty() || b.head.is_empty() {
        0.0
    } else if a.head == b.head {
        1.0
    } else {
        -0.3
    }
}

/// Whether a run of quoted words stands in both that is too long to be chance.
fn quotes_the_same(a: &[String], b: &[String]) -> bool {
    const RUN: usize = 5;
    /// Words of that run at least that are no small words.
    const LONG_MIN: usize = 2;
    let is_telling = |run: &&[String]| run.iter().filter(|word| word.len() > 4).count() >= LONG_MIN;
    let runs: BTreeSet<&[String]> = a.windows(RUN).filter(is_telling).collect();
    b.windows(RUN).any(|run| runs.contains(run))
}

/// How much of the shorter quotation stands in the longer one, by runs of three words; 0 when
/// either has fewer than three quoted words.
pub(super) fn shared_quotation(a: &[String], b: &[String]) -> f32 {
    const RUN: usize = 3;
    if a.len() < RUN || b.len() < RUN {
        return 0.0;
    }
    let runs: BTreeSet<&[String]> = a.windows(RUN).collect();
    let others: BTreeSet<&[String]> = b.windows(RUN).collect();
    runs.intersection(&others).count() as f32 / runs.len().min(others.len()).max(1) as f32
}
