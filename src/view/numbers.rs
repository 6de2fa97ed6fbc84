//! Numbers that the tellings of one claim give for the same thing.

use std::collections::BTreeMap;

use super::wording;
use crate::model::{Amount, AmountValue, Claim, ClaimMention};
use crate::review::Review;

/// The most numbers that are listed.
const LISTED_MAX: usize = 6;

/// The numbers for the thing that most tellings count, in order of telling, each once:
/// "60, 240 and 112 homes". `None` where the tellings agree, or count nothing in common.
pub fn differing(review: &Review, claim: &Claim) -> Option<String> {
    let (unit, told) = by_unit(review, &claim.mentions)
        .into_iter()
        .filter(|(_, told)| told.iter().any(|number| told.first() != Some(number)))
        .max_by_key(|(_, told)| told.len())?;
    let mut numbers: Vec<String> = Vec::new();
    for number in told {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    let numbers = wording::list_some(&numbers, LISTED_MAX);
    Some(format!("{numbers} {}", wording::plural(unit)))
}

/// The numbers that claims which agree with this one in all else give for the same thing: "5 soldiers".
/// `None` where they count nothing that this one counts.
pub fn elsewhere(review: &Review, claim: &Claim) -> Option<String> {
    let own = by_unit(review, &claim.mentions);
    let others = claim.numbers_differ.iter();
    let others = others.filter_map(|id| review.analysis().claim(*id));
    let told = others.flat_map(|other| &other.mentions);
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (unit, value) in told.flat_map(|mention| single(review, mention)) {
        let is_other = own.get(unit).is_some_and(|known| !known.contains(&value));
        let numbers = found.entry(unit).or_default();
        if is_other && !numbers.contains(&value) {
            numbers.push(value);
        }
    }
    let (unit, numbers) = found.into_iter().max_by_key(|(_, numbers)| numbers.len())?;
    let listed = wording::list_some(&numbers, LISTED_MAX);
    (!numbers.is_empty()).then(|| format!("{listed} {}", wording::plural(unit)))
}

/// All numbers of tellings, in their order, by what they count.
fn by_unit<'a>(review: &'a Review, told: &[ClaimMention]) -> BTreeMap<&'a str, Vec<String>> {
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (unit, value) in told.iter().flat_map(|mention| single(review, mention)) {
        found.entry(unit).or_default().push(value);
    }
    found
}

/// Whether a claim's numbers differ: its tellings give other ones for the same thing, or a claim that
/// agrees with it in all else does.
pub fn differ(review: &Review, claim: &Claim) -> bool {
    !claim.numbers_differ.is_empty() || differing(review, claim).is_some()
}

/// Numbers of a telling, by what they count; those that are rough are left out, and what it counts
/// twice is left out, as nobody knows which of the two belongs to the claim.
fn single<'a>(review: &'a Review, mention: &ClaimMention) -> Vec<(&'a str, String)> {
    let Some(findings) = review.findings(&mention.article) else {
        return Vec::new();
    };
    let inside = findings.amounts.iter();
    let inside: Vec<&Amount> = inside
        .filter(|amount| mention.span.contains(amount.span))
        .collect();
    let unit = |amount: &'a Amount| amount.unit.as_deref().filter(|_| !amount.is_money);
    inside
        .iter()
        .filter_map(|amount| {
            let unit_here = unit(amount)?;
            let number = as_written(amount.value)?;
            let others = inside.iter().filter(|other| unit(other) == Some(unit_here));
            (others.count() == 1).then_some((unit_here, number))
        })
        .collect()
}

/// A number with its bound: "60", "at least 60"; `None` for a rough one.
fn as_written(value: AmountValue) -> Option<String> {
    let number = wording::number(value.low);
    if value.approximate {
        None
    } else if (value.low - value.high).abs() < f64::EPSILON {
        Some(number)
    } else {
        value
            .high
            .is_infinite()
            .then(|| format!("at least {number}"))
    }
}
