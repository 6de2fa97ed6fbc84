//! Parts of claims: groups of fragments whose sentences tell another claim already.
//!
//! "…which sank within the hour" and "…to raise the ferry" say little by themselves; where all the
//! sentences that hold them are told together under a claim that does, the reader has them there.

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::Group;
use super::unit::{Alone, Unit};

/// A sentence: its article and its place there.
type Place = (usize, usize);

/// The groups without those whose members are all parts of sentences that another group holds together.
pub(super) fn without_parts(groups: Vec<Group>, units: &[Unit]) -> Vec<Group> {
    let places: Vec<BTreeSet<Place>> = groups.iter().map(|group| places(group, units)).collect();
    let are_parts: Vec<bool> = groups.iter().map(|group| are_parts(group, units)).collect();
    let mut told_in: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
    for (number, places) in places.iter().enumerate() {
        for place in places {
            told_in.entry(*place).or_default().push(number);
        }
    }
    let holds = |other: usize, group: usize| {
        let (Some(all), Some(own)) = (places.get(other), places.get(group)) else {
            return false;
        };
        let is_part = are_parts.get(other).copied().unwrap_or(true);
        own.is_subset(all) && (!is_part || all.len() > own.len() || other < group)
    };
    let is_held = |group: usize| {
        let first = places.get(group).and_then(BTreeSet::first);
        let others = first
            .and_then(|place| told_in.get(place))
            .into_iter()
            .flatten();
        others
            .copied()
            .any(|other| other != group && holds(other, group))
    };
    let keeps: Vec<bool> = (0..groups.len())
        .map(|group| !are_parts.get(group).copied().unwrap_or(false) || !is_held(group))
        .collect();
    let kept = groups
        .into_iter()
        .zip(keeps)
        .filter(|(_, is_kept)| *is_kept);
    kept.map(|(group, _)| group).collect()
}

/// The groups without those that tell, clause within clause, what another group tells of the same
/// sentences: "asked Iran not to attack" and "not to attack" are one claim.
pub(super) fn without_doubles(mut groups: Vec<Group>, units: &[Unit]) -> Vec<Group> {
    let unit = |unit: usize| units.get(unit);
    let words = |group: &Group| -> usize {
        let members = group.iter().filter_map(|&at| unit(at));
        members.map(|unit| unit.span.len()).sum()
    };
    let mut told_in: BTreeMap<Place, Vec<(usize, &Unit)>> = BTreeMap::new();
    for (number, group) in groups.iter().enumerate() {
        for this in group.iter().filter_map(|&at| unit(at)) {
            let place = (this.article, this.sentence);
            told_in.entry(place).or_default().push((number, this));
        }
    }
    let is_nested = |this: &Unit, other: usize| {
        let near = told_in.get(&(this.article, this.sentence));
        near.into_iter().flatten().any(|(number, that)| {
            *number == other && this.inside.is_some() && that.span.contains(this.span)
        })
    };
    let rank = |number: usize| {
        let group = groups.get(number);
        group.map(|group| (group.len(), words(group), std::cmp::Reverse(number)))
    };
    let is_double = |number: usize, group: &Group| {
        let first = group.first().and_then(|&at| unit(at));
        let near = first.and_then(|first| told_in.get(&(first.article, first.sentence)));
        let mut others = near.into_iter().flatten().map(|(other, _)| *other);
        group.len() > 1
            && others.any(|other| {
                let mut members = group.iter().filter_map(|&at| unit(at));
                rank(other) > rank(number) && members.all(|this| is_nested(this, other))
            })
    };
    let keeps: Vec<bool> = groups
        .iter()
        .enumerate()
        .map(|(number, group)| !is_double(number, group))
        .collect();
    let mut keeps = keeps.into_iter();
    groups.retain(|_| keeps.next().unwrap_or(true));
    groups
}

/// The groups without those of one clause that stands, on the same word, within the words of another that
/// stands alone: who reads that one reads both.
pub(super) fn without_inner(mut groups: Vec<Group>, units: &[Unit]) -> Vec<Group> {
    let alone = |group: &Group| match group.as_slice() {
        [only] => units.get(*only),
        _ => None,
    };
    let mut of_sentence: BTreeMap<Place, Vec<&Unit>> = BTreeMap::new();
    for unit in groups.iter().filter_map(alone) {
        let place = (unit.article, unit.sentence);
        of_sentence.entry(place).or_default().push(unit);
    }
    let is_inner = |group: &Group| {
        alone(group).is_some_and(|unit| {
            let others = of_sentence.get(&(unit.article, unit.sentence));
            others.into_iter().flatten().any(|other| {
                other.shown != unit.shown
                    && other.shown.contains(unit.shown)
                    && other.attribution == unit.attribution
            })
        })
    };
    groups.retain(|group| !is_inner(group));
    groups
}

fn places(group: &[usize], units: &[Unit]) -> BTreeSet<Place> {
    let members = group.iter().filter_map(|&unit| units.get(unit));
    members.map(|unit| (unit.article, unit.sentence)).collect()
}

/// Whether several members are all parts of a sentence.
fn are_parts(group: &[usize], units: &[Unit]) -> bool {
    let mut members = group.iter().filter_map(|&unit| units.get(unit));
    group.len() > 1 && members.all(|unit| unit.alone == Alone::Fragment)
}
