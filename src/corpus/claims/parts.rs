//! Parts of claims: groups of fragments whose sentences tell another claim already.
//!
//! "…which sank within the hour" and "…to raise the ferry" say little by themselves; where all the
//! sentences that hold them are told together under a claim that does, the reader has them there.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Span;

use super::cluster::Group;
use super::unit::{Alone, Place, Unit};

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
    kept(groups, keeps)
}

/// Those of the groups that are to be kept.
fn kept(groups: Vec<Group>, keeps: Vec<bool>) -> Vec<Group> {
    let kept = groups
        .into_iter()
        .zip(keeps)
        .filter(|(_, is_kept)| *is_kept);
    kept.map(|(group, _)| group).collect()
}

/// The groups without those that tell, clause within clause, what a larger group tells of the same
/// sentences: "asked Iran not to attack" and "not to attack" are one claim.
pub(super) fn without_doubles(groups: Vec<Group>, units: &[Unit]) -> Vec<Group> {
    let unit = |unit: usize| units.get(unit);
    let words = |group: &Group| -> usize {
        let members = group.iter().filter_map(|&at| unit(at));
        members.map(|unit| unit.span.len()).sum()
    };
    let mut told_in: BTreeMap<Place, Vec<(usize, &Unit)>> = BTreeMap::new();
    for (number, group) in groups.iter().enumerate() {
        for this in group.iter().filter_map(|&at| unit(at)) {
            told_in
                .entry(this.place())
                .or_default()
                .push((number, this));
        }
    }
    let is_nested = |this: &Unit, other: usize| {
        let near = told_in.get(&this.place());
        near.into_iter().flatten().any(|(number, that)| {
            let is_inner =
                |one: &Unit, outer: &Unit| one.inside.is_some() && outer.span.contains(one.span);
            *number == other && (is_inner(this, that) || is_inner(that, this))
        })
    };
    let rank = |number: usize| {
        let group = groups.get(number);
        group.map(|group| (group.len(), words(group), std::cmp::Reverse(number)))
    };
    let is_double = |number: usize, group: &Group| {
        let first = group.first().and_then(|&at| unit(at));
        let near = first.and_then(|first| told_in.get(&first.place()));
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
    kept(groups, keeps)
}

/// Most bytes between two clauses of one subject: a comma and a conjunction.
const BETWEEN_MAX: usize = 10;
/// Most bytes that two clauses of one subject are shown in together.
const TOGETHER_MAX: usize = 320;

/// The words that a reader is shown of each unit. What somebody is to do is shown from the clause around it on
/// ("asked Iran to hold back"), a clause without a subject from that of the clause beside it on ("broke in and
/// shot him"), and one that is no claim by itself within the clause beside it. `groups` are those that are
/// shown.
pub(super) fn shown(groups: &[Group], units: &[Unit]) -> Vec<Span> {
    let mut shown: Vec<Span> = units.iter().map(|unit| unit.shown).collect();
    let mut size = vec![0; units.len()];
    for group in groups {
        for &unit in group {
            if let Some(size) = size.get_mut(unit) {
                *size = group.len();
            }
        }
    }
    let size = |unit: usize| size.get(unit).copied().unwrap_or(0);
    for (second, unit) in units.iter().enumerate() {
        let Some((first, other)) = leading(units, second) else {
            continue;
        };
        let (Some(left), Some(right)) = (shown.get(first).copied(), shown.get(second).copied())
        else {
            continue;
        };
        let together = Span::new(left.start.min(right.start), right.end);
        let is_near = left.contains(right)
            || left.end <= right.start && right.start - left.end <= BETWEEN_MAX;
        let is_told_alike = unit.inside.is_some()
            || (other.attribution, other.certainty) == (unit.attribution, unit.certainty);
        if !is_near || !is_told_alike || together.len() > TOGETHER_MAX {
            continue;
        }
        let at = match (size(first), size(second)) {
            (_, 2..) if unit.inside.is_some() => second,
            (_, 1) => second,
            (1, 0) if unit.inside.is_none() => first,
            _ => continue,
        };
        if let Some(shown) = shown.get_mut(at) {
            *shown = together;
        }
    }
    shown
}

/// The clause of the same sentence that a unit stands in or whose subject it shares.
fn leading(units: &[Unit], at: usize) -> Option<(usize, &Unit)> {
    let unit = units.get(at)?;
    let head = unit.inside.or(unit.beside)?;
    let earlier = units.iter().enumerate().take(at).rev();
    let mut near = earlier.take_while(|(_, other)| other.place() == unit.place());
    near.find(|(_, other)| other.head == head)
}

/// The groups without those of one clause that stands, on the same word, within the words of another that
/// stands alone: who reads that one reads both.
pub(super) fn without_inner(mut groups: Vec<Group>, units: &[Unit], shown: &[Span]) -> Vec<Group> {
    let alone = |group: &Group| match group.as_slice() {
        [only] => units.get(*only).zip(shown.get(*only).copied()),
        _ => None,
    };
    let mut of_sentence: BTreeMap<Place, Vec<(&Unit, Span)>> = BTreeMap::new();
    for (unit, shown) in groups.iter().filter_map(alone) {
        of_sentence
            .entry(unit.place())
            .or_default()
            .push((unit, shown));
    }
    let is_inner = |group: &Group| {
        alone(group).is_some_and(|(unit, shown)| {
            let others = of_sentence.get(&unit.place());
            others.into_iter().flatten().any(|(other, wide)| {
                *wide != shown && wide.contains(shown) && other.attribution == unit.attribution
            })
        })
    };
    groups.retain(|group| !is_inner(group));
    groups
}

fn places(group: &[usize], units: &[Unit]) -> BTreeSet<Place> {
    let members = group.iter().filter_map(|&unit| units.get(unit));
    members.map(Unit::place).collect()
}

/// Whether several members are all parts of a sentence.
fn are_parts(group: &[usize], units: &[Unit]) -> bool {
    let mut members = group.iter().filter_map(|&unit| units.get(unit));
    group.len() > 1 && members.all(|unit| unit.alone == Alone::Fragment)
}
