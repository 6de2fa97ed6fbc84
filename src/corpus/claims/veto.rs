//! What speaks so strongly against two units being one claim that they are never joined.

use crate::model::{Interval, Span};

use super::frame::Mood;
use super::is_denied;
use super::unit::Unit;

/// Why two units must stay apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Veto {
    /// One clause holds the other.
    Nested,
    /// Who and whom change places.
    RolesSwapped,
    /// The same action by different named actors, or upon different ones.
    OtherActors,
    /// One affirms what the other denies.
    Opposed,
    /// They are about different times.
    OtherTime,
    /// One tells a deed, the other a wish, threat or plan.
    OtherMood,
}

/// Days between two tellings beyond which undated happenings are not taken for the same by default.
const APART_DAYS: i64 = 120;

/// The first veto that applies, if any.
pub(super) fn veto(a: &Unit, b: &Unit, told_apart_days: Option<i64>) -> Option<Veto> {
    if a.article == b.article && a.span.overlaps(b.span) {
        return Some(Veto::Nested);
    }
    if swapped(a, b) {
        return Some(Veto::RolesSwapped);
    }
    if other_actors(a, b) {
        return Some(Veto::OtherActors);
    }
    if other_time(a.frame.when, b.frame.when, told_apart_days) {
        return Some(Veto::OtherTime);
    }
    let denied = |unit: &Unit| unit.frame.is_negated != is_denied(unit.certainty);
    if denied(a) != denied(b) {
        return Some(Veto::Opposed);
    }
    if moods_exclude(a.frame.mood, b.frame.mood) {
        return Some(Veto::OtherMood);
    }
    None
}

/// "Iraq asked Iran" against "Iran asked Iraq".
fn swapped(a: &Unit, b: &Unit) -> bool {
    let meets = |x: &super::frame::Filler, y: &super::frame::Filler| {
        !x.actors.is_empty() && !x.actors.is_disjoint(&y.actors)
    };
    let crossed = meets(&a.frame.who, &b.frame.whom) && meets(&a.frame.whom, &b.frame.who);
    let straight = meets(&a.frame.who, &b.frame.who) || meets(&a.frame.whom, &b.frame.whom);
    crossed && !straight
}

/// Both name who did it and to whom, and neither agrees.
fn other_actors(a: &Unit, b: &Unit) -> bool {
    let differ = |x: &super::frame::Filler, y: &super::frame::Filler| {
        !x.actors.is_empty() && !y.actors.is_empty() && x.actors.is_disjoint(&y.actors)
    };
    differ(&a.frame.who, &b.frame.who) && a.frame.actors.is_disjoint(&b.frame.who.actors)
        || differ(&a.frame.whom, &b.frame.whom) && differ(&a.frame.who, &b.frame.who)
}

fn other_time(a: Option<Interval>, b: Option<Interval>, told_apart_days: Option<i64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => !widened(a).overlaps(widened(b)),
        _ => told_apart_days.is_some_and(|days| days > APART_DAYS),
    }
}

/// One day more on each side: outlets live in different time zones.
fn widened(interval: Interval) -> Interval {
    Interval {
        earliest: interval.earliest.pred_opt().unwrap_or(interval.earliest),
        latest: interval.latest.succ_opt().unwrap_or(interval.latest),
    }
}

const fn moods_exclude(a: Mood, b: Mood) -> bool {
    matches!(
        (a, b),
        (Mood::Fact, Mood::Plan | Mood::Request) | (Mood::Plan | Mood::Request, Mood::Fact)
    )
}

/// Whether amounts of the same thing agree: 1 for all that can be compared, -1 when one is at odds,
/// 0 when nothing can be compared. The second value is 1 when only one side has amounts.
pub(super) fn numbers(a: &Unit, b: &Unit) -> (f32, f32) {
    if a.frame.amounts.is_empty() || b.frame.amounts.is_empty() {
        let one_sided = a.frame.amounts.is_empty() != b.frame.amounts.is_empty();
        return (0.0, if one_sided { 1.0 } else { 0.0 });
    }
    let mut agree = false;
    let mut differ = false;
    for (value, unit, _) in &a.frame.amounts {
        let alike: Vec<_> = b
            .frame
            .amounts
            .iter()
            .filter(|(_, other, _)| unit.is_some() && other == unit)
            .collect();
        if alike.is_empty() {
            continue;
        }
        if alike
            .iter()
            .any(|(other, _, _)| value.low <= other.high && other.low <= value.high)
        {
            agree = true;
        } else {
            differ = true;
        }
    }
    (
        if differ {
            -1.0
        } else if agree {
            1.0
        } else {
            0.0
        },
        0.0,
    )
}

/// Where unit `a` gives an amount that unit `b` gives too.
pub(super) fn shared_amount(a: &Unit, b: &Unit) -> Option<Span> {
    a.frame
        .amounts
        .iter()
        .find(|(value, unit, _)| {
            b.frame.amounts.iter().any(|(other, other_unit, _)| {
                unit == other_unit && value.low <= other.high && other.low <= value.high
            })
        })
        .map(|(_, _, span)| *span)
}
