//! Claims: the same proposition gathered from every article that makes it.
//!
//! Owns which pieces of text are propositions, which of them are the same, and which wording says
//! it best. A false merge claims corroboration that does not exist, so it costs more than a miss:
//! pairs are joined only when actors, action, time and numbers do not speak against it, and a
//! group is joined only when its members agree on the whole.
//!
//! Two stages, after NewsSense (Milbauer et al. 2023): a cheap one that misses little (shared rare
//! words, through an index, and near meanings) and a careful one that merges little (a scorer with
//! vetoes).

mod actors;
mod candidates;
mod clause;
mod cluster;
mod extent;
mod frame;
mod inner;
mod kept;
mod lead;
mod mood;
mod order;
mod overlap;
mod pair;
mod parts;
mod roles;
mod speaker;
mod unit;
mod veto;
mod weights;
mod worth;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::{Claim, ClaimId, ClaimMention, GroupingReason, Span};

use super::stories::Stories;
use super::{Kept, Known, Text};
use cluster::Group;
use order::Told;
use pair::{Judgement, Scorer};
use unit::{Alone, Unit};

pub(crate) use unit::clauses;

/// Gathers the claims of a collection, family by family: stories that are not akin share no claim, so
/// that what is found in one does not depend on what else lies in the folder. What is `known` of a
/// family is taken over. Gives the names of the families too, where something is known at all.
pub(super) fn gather(
    texts: &[Text<'_>],
    stories: &Stories,
    known: Option<Known<'_>>,
) -> (Vec<Claim>, Vec<[u8; 32]>) {
    let families = stories.families.par_iter().map(|members| {
        let article = |&article: &usize| {
            let story = stories.story_of.get(article).copied().unwrap_or(0);
            texts.get(article).map(|text| (*text, story))
        };
        let (texts, story_of): (Vec<Text<'_>>, Vec<usize>) =
            members.iter().filter_map(article).unzip();
        let named = known.and_then(|known| {
            let contents = members.iter().map(|&member| known.contents.get(member));
            let contents: Option<Vec<&[u8; 32]>> = contents.collect();
            Some((known.kept, kept::name(&texts, &story_of, &contents?)?))
        });
        let before = named.and_then(|(kept, name)| kept::find(kept, &name));
        let told = before.unwrap_or_else(|| {
            let told = family(&texts, &story_of);
            if let Some((kept, name)) = named {
                kept::keep(kept, &name, &told);
            }
            told
        });
        (told, named.map(|(_, name)| name))
    });
    let (told, names): (Vec<Vec<Told>>, Vec<Option<[u8; 32]>>) = families.unzip();
    let mut claims = order::ordered(&stories.families, told);
    kept::share_ids(texts.iter(), &mut claims);
    let names: Option<Vec<[u8; 32]>> = names.into_iter().collect();
    (claims, names.unwrap_or_default())
}

/// The claims of families that were gathered before, without their origins; `None` where one of them
/// is not known.
pub(super) fn again(
    texts: &[Text<'_>],
    families: &[Vec<usize>],
    names: &[[u8; 32]],
    kept: &dyn Kept,
) -> Option<Vec<Claim>> {
    let told: Option<Vec<Vec<Told>>> = names
        .par_iter()
        .map(|name| kept::find(kept, name))
        .collect();
    let mut claims = order::ordered(families, told?);
    kept::share_ids(texts.iter(), &mut claims);
    Some(claims)
}

/// Gathers the claims of articles whose stories are akin. `story_of[i]` is the story of article `i`.
fn family(texts: &[Text<'_>], story_of: &[usize]) -> Vec<Told> {
    let units = unit::units(texts, story_of);
    let candidates = candidates::pairs(&units, texts);
    let scorer = Scorer::new(&units, texts);
    let judged = scorer.judge(&candidates);
    let groups = inner::without_repeats(cluster::groups(&units, &judged), &units);
    let groups = parts::without_parts(groups, &units);
    let groups = parts::without_doubles(groups, &units);
    let links = strongest_links(&groups, &judged, &units);
    let is_told = |group: &Group| worth::is_told(&units, group);
    let groups: Vec<Group> = groups.into_iter().filter(is_told).collect();
    let shown = parts::shown(&groups, &units);
    let mut claims: Vec<(Claim, Vec<usize>)> = parts::without_inner(groups, &units, &shown)
        .into_iter()
        .map(|group| claim(group, (&units, &shown), texts, &scorer, &links))
        .collect();
    relate(&mut claims, &judged, &scorer);
    let told = claims.into_iter().map(|(claim, group)| {
        let first = group.first().copied().unwrap_or_default();
        Told {
            reach: claim.articles().len(),
            first: (units.get(first).map_or(0, |unit| unit.article), first),
            claim,
        }
    });
    told.collect()
}

/// One claim from the units that make it, each with the words that are shown of it.
fn claim(
    mut group: Group,
    (units, shown): (&[Unit], &[Span]),
    texts: &[Text<'_>],
    scorer: &Scorer<'_>,
    links: &[Option<&Judgement>],
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
    let mut mentions: Vec<ClaimMention> = group
        .iter()
        .filter_map(|&unit| {
            let link = links.get(unit).copied().flatten();
            let mut why = link.map(|link| scorer.reasons(link)).unwrap_or_default();
            why.shrink_to_fit();
            Some(mention((units.get(unit)?, *shown.get(unit)?), texts, why))
        })
        .collect();
    mentions.shrink_to_fit();
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

/// For each unit its strongest link to another one of its group.
fn strongest_links<'a>(
    groups: &[Group],
    judged: &'a [Judgement],
    units: &[Unit],
) -> Vec<Option<&'a Judgement>> {
    let mut group_of = vec![0; units.len()];
    for (number, group) in groups.iter().enumerate() {
        for &unit in group {
            if let Some(slot) = group_of.get_mut(unit) {
                *slot = number;
            }
        }
    }
    let mut links: Vec<Option<&Judgement>> = vec![None; units.len()];
    for judgement in judged {
        if group_of.get(judgement.a) != group_of.get(judgement.b) {
            continue;
        }
        for unit in [judgement.a, judgement.b] {
            if let Some(slot) = links.get_mut(unit)
                && slot.is_none_or(|link| link.score < judgement.score)
            {
                *slot = Some(judgement);
            }
        }
    }
    links
}

fn mention(
    (unit, shown): (&Unit, Span),
    texts: &[Text<'_>],
    why: Vec<GroupingReason>,
) -> ClaimMention {
    let article = texts.get(unit.article).map(|text| text.article.id.clone());
    ClaimMention {
        article: article.unwrap_or_else(|| crate::model::ArticleId::new("")),
        span: shown,
        attribution: unit.attribution,
        certainty: unit.certainty,
        is_whole: unit.alone != Alone::Fragment || shown.start < unit.shown.start,
        said_on: unit.told_on(texts),
        happens_on: unit.frame.about,
        why,
    }
}

/// Numbers the claims, and ties those that deny each other or differ in a number alone.
fn relate(claims: &mut [(Claim, Vec<usize>)], judged: &[Judgement], scorer: &Scorer<'_>) {
    let mut claim_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, (claim, units)) in claims.iter_mut().enumerate() {
        claim.id = ClaimId(index as u32);
        claim_of.extend(units.iter().map(|&unit| (unit, index)));
    }
    for judgement in judged {
        let is_opposed = Scorer::are_opposed(judgement);
        let is_numbers_differ = scorer.differ_in_number(judgement);
        let (Some(&a), Some(&b)) = (claim_of.get(&judgement.a), claim_of.get(&judgement.b)) else {
            continue;
        };
        if a == b || !is_opposed && !is_numbers_differ {
            continue;
        }
        for (one, other) in [(a, b), (b, a)] {
            let id = ClaimId(other as u32);
            if let Some((claim, _)) = claims.get_mut(one) {
                if is_opposed && !claim.opposed.contains(&id) {
                    claim.opposed.push(id);
                }
                if is_numbers_differ && !claim.numbers_differ.contains(&id) {
                    claim.numbers_differ.push(id);
                }
            }
        }
    }
}
