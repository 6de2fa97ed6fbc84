//! Claims: the same proposition gathered from every article that makes it.
//!
//! Owns which pieces of text are propositions, which of them are the same, and which wording says
//! it best. A false merge claims corroboration that does not exist, so it costs more than a miss:
//! pairs are joined only when actors, action, time and numbers do not speak against it, and a
//! group is joined only when its members agree on the whole.
//!
//! Two stages, after NewsSense (Milbauer et al. 2023): a cheap one that misses little (shared rare
//! words, through an index) and a careful one that merges little (a scorer with vetoes).

mod actors;
mod candidates;
mod cluster;
mod frame;
mod pair;
mod unit;
mod veto;
mod weights;
mod worth;

use std::collections::BTreeMap;

use crate::language::Engine;
use crate::model::{Certainty, Claim, ClaimId, ClaimMention, GroupingReason};

use super::Text;
use cluster::Group;
use pair::{Judgement, Scorer};
use unit::Unit;

/// Gathers the claims of a collection. `story_of[i]` is the story of article `i`.
pub(super) fn gather(texts: &[Text<'_>], story_of: &[usize], engine: &Engine) -> Vec<Claim> {
    let units = unit::units(texts, story_of);
    let candidates = candidates::pairs(&units);
    let scorer = Scorer::new(&units, texts, &candidates, engine);
    let judged: Vec<(usize, usize, Judgement)> = scorer.judge(&candidates);
    let groups = cluster::groups(units.len(), &judged);
    let links: BTreeMap<(usize, usize), &Judgement> = judged
        .iter()
        .map(|(a, b, judgement)| ((*a, *b), judgement))
        .collect();
    let mut claims: Vec<(Claim, Vec<usize>)> = groups
        .into_iter()
        .filter(|group| group.len() > 1 || group.iter().any(|&unit| worth::is_claim(&units, unit)))
        .map(|group| claim(group, &units, texts, &links))
        .collect();
    claims.sort_by(|(a, a_units), (b, b_units)| {
        let reach = |claim: &Claim| claim.articles().len();
        reach(b)
            .cmp(&reach(a))
            .then(b.mentions.len().cmp(&a.mentions.len()))
            .then(b.worth.total_cmp(&a.worth))
            .then(a_units.cmp(b_units))
    });
    relate(&mut claims, &judged)
}

/// One claim from the units that make it.
fn claim(
    mut group: Group,
    units: &[Unit],
    texts: &[Text<'_>],
    links: &BTreeMap<(usize, usize), &Judgement>,
) -> (Claim, Vec<usize>) {
    let key = |&unit: &usize| {
        units.get(unit).map(|unit| {
            (
                unit.told_on(texts).is_none(),
                unit.told_on(texts),
                unit.article,
                unit.span,
            )
        })
    };
    group.sort_by_key(key);
    let mentions: Vec<ClaimMention> = group
        .iter()
        .filter_map(|&unit| {
            Some(mention(
                units.get(unit)?,
                texts,
                reasons(unit, &group, links),
            ))
        })
        .collect();
    let worth = group
        .iter()
        .map(|&unit| worth::worth(units, unit))
        .fold(0.0, f32::max);
    let statement = worth::clearest(&group, units);
    let claim = Claim {
        id: ClaimId(0),
        statement,
        mentions,
        origins: Vec::new(),
        opposed: Vec::new(),
        numbers_differ: Vec::new(),
        worth,
    };
    (claim, group)
}

/// The reasons of the strongest link from this unit to another of its group.
fn reasons(
    unit: usize,
    group: &[usize],
    links: &BTreeMap<(usize, usize), &Judgement>,
) -> Vec<GroupingReason> {
    group
        .iter()
        .filter(|&&other| other != unit)
        .filter_map(|&other| links.get(&(unit.min(other), unit.max(other))))
        .max_by(|a, b| a.score.total_cmp(&b.score))
        .map(|judgement| judgement.reasons.clone())
        .unwrap_or_default()
}

fn mention(unit: &Unit, texts: &[Text<'_>], why: Vec<GroupingReason>) -> ClaimMention {
    let article = texts.get(unit.article).map(|text| text.article.id.clone());
    ClaimMention {
        article: article.unwrap_or_else(|| crate::model::ArticleId::new("")),
        span: unit.span,
        attribution: unit.attribution,
        certainty: unit.certainty,
        said_on: unit.told_on(texts),
        happens_on: unit.frame.when,
        why,
    }
}

/// Numbers the claims, and ties those that deny each other or differ in a number alone.
fn relate(claims: &mut [(Claim, Vec<usize>)], judged: &[(usize, usize, Judgement)]) -> Vec<Claim> {
    let mut claim_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, (claim, units)) in claims.iter_mut().enumerate() {
        claim.id = ClaimId(index as u32);
        claim_of.extend(units.iter().map(|&unit| (unit, index)));
    }
    for (a, b, judgement) in judged {
        let (Some(&a), Some(&b)) = (claim_of.get(a), claim_of.get(b)) else {
            continue;
        };
        if a == b {
            continue;
        }
        for (one, other) in [(a, b), (b, a)] {
            let id = ClaimId(other as u32);
            if let Some((claim, _)) = claims.get_mut(one) {
                if judgement.is_opposed && !claim.opposed.contains(&id) {
                    claim.opposed.push(id);
                }
                if judgement.is_numbers_differ && !claim.numbers_differ.contains(&id) {
                    claim.numbers_differ.push(id);
                }
            }
        }
    }
    for (claim, _) in claims.iter_mut() {
        claim.opposed.sort_unstable();
        claim.numbers_differ.sort_unstable();
    }
    claims.iter().map(|(claim, _)| claim.clone()).collect()
}

/// Whether a content with this certainty is told as untrue.
const fn is_denied(certainty: Certainty) -> bool {
    matches!(certainty, Certainty::Denied)
}
