//! What speaks so strongly against two units being one claim that they are not joined.

use crate::model::{Certainty, Interval, Span};

use super::actors::Actor;
use super::frame::FrameAmount;
use super::pair::shared_quotation;
use super::roles::Filler;
use super::unit::Unit;

/// Why two units must stay apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Veto {
    /// Two clauses of one sentence.
    OneSentence,
    /// Who and whom change places.
    RolesSwapped,
    /// The same action by different named actors.
    OtherActors,
    /// The same in one article, which tells of each what it did: "Ann raised it; Ben raised it too".
    OtherActorsBeside,
    /// One affirms what the other denies.
    Opposed,
    /// They are about times far apart.
    OtherTime,
    /// One tells a fact, the other a possibility.
    OnlyPossible,
    /// One tells a deed, the other a wish, threat or plan.
    OtherMood,
    /// They give different numbers that cannot both be versions of one.
    OtherNumber,
    /// Two passages of one article that are not alike enough.
    SameArticle,
    /// One of them has its very words beside the other in the other's article.
    TwinBeside,
}

impl Veto {
    /// Whether it holds for whole groups: no two units of one claim may stand so to each other. The
    /// others rest on details that one clause may word otherwise; they part two units, and two
    /// groups only when they are many.
    pub(super) const fn is_absolute(self) -> bool {
        matches!(
            self,
            Self::OneSentence
                | Self::RolesSwapped
                | Self::OtherActorsBeside
                | Self::OtherTime
                | Self::Opposed
                | Self::OnlyPossible
        )
    }
}

/// Days between the times that two clauses give beyond which they are about different events. Below,
/// one outlet's "on Monday" may be another's "last week", and a clause may give the time of something
/// beside its own action: held-out stories lost more true pairs than false ones to a closer limit.
const FAR_DAYS: i64 = 30;
/// Days from the first to the last of the shortest month.
const MONTH_DAYS: i64 = 27;
/// Days between two tellings beyond which undated happenings are not taken for the same by default.
const APART_DAYS: i64 = 120;

/// The first veto that applies, if any. `told_apart_days` is the time between the publications, if
/// both are known.
pub(super) fn veto(a: &Unit, b: &Unit, told_apart_days: Option<i64>) -> Option<Veto> {
    if swapped(a, b) {
        return Some(Veto::RolesSwapped);
    }
    if other_actors(a, b) {
        let is_beside = a.article == b.article;
        return Some(if is_beside {
            Veto::OtherActorsBeside
        } else {
            Veto::OtherActors
        });
    }
    if opposed(a, b) {
        return Some(Veto::Opposed);
    }
    let (one, other) = (a.frame.mood, b.frame.mood);
    if one.is_surer_than(other) || other.is_surer_than(one) {
        return Some(Veto::OnlyPossible);
    }
    if shared_quotation(&a.frame.quoted, &b.frame.quoted) <= 0.5
        && other_time(a.frame.when, b.frame.when, told_apart_days)
    {
        return Some(Veto::OtherTime);
    }
    if one.is_apart_from(other)
        && !are_one_quotation(&a.frame.quoted, &b.frame.quoted)
        && a.frame.shares_action(&b.frame)
    {
        return Some(Veto::OtherMood);
    }
    (other_number(a, b, told_apart_days) || other_count(a, b)).then_some(Veto::OtherNumber)
}

/// Part of the longer of two quotations that stands in the shorter one if they are one.
const ONE_QUOTATION: f32 = 0.7;
/// Fewest words of a quotation that was cut out of a longer one.
const TRIMMED_MIN: usize = 7;

/// Whether both quote the same words and hardly any others, or one a good part of what the other quotes
/// in full: these tell one thing, whatever the clause around them makes of it.
fn are_one_quotation(a: &[String], b: &[String]) -> bool {
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    let alike = shorter as f32 / longer.max(1) as f32;
    (alike >= ONE_QUOTATION || shorter >= TRIMMED_MIN) && shared_quotation(a, b) >= ONE_QUOTATION
}

/// Actions that two do to each other: who is named first tells nothing.
const MUTUAL: &[&str] = &[
    "meet", "talk", "speak", "agre", "sign", "fight", "clash", "marri", "negoti", "discuss",
    "exchang", "merg", "play", "trade",
];

/// "Iraq asked Iran" against "Iran asked Iraq": who does it in one clause is named in the other, but
/// not as the one who does it, and they share an action ("a strike by Israel led Iran to send drones" is
/// what "Iran sent drones after a strike by Israel" tells); or who does it and whom it concerns change
/// places.
fn swapped(a: &Unit, b: &Unit) -> bool {
    let is_mutual = |unit: &Unit| {
        let mut action = unit.frame.action.iter();
        action.any(|stem| MUTUAL.contains(&stem.as_str()))
    };
    let (one, other) = (&a.frame.who.actors, &b.frame.who.actors);
    let names_the_other = !one.is_empty()
        && !other.is_empty()
        && one.is_disjoint(other)
        && one.is_subset(&b.frame.actors)
        && other.is_subset(&a.frame.actors)
        && a.frame.shares_action(&b.frame);
    let is_same = |x: &Filler, y: &Filler| {
        !x.actors.is_disjoint(&y.actors) || !x.head.is_empty() && x.head == y.head
    };
    let change_places = is_same(&a.frame.who, &b.frame.whom)
        && is_same(&a.frame.whom, &b.frame.who)
        && !is_same(&a.frame.who, &b.frame.who)
        && !is_same(&a.frame.whom, &b.frame.whom);
    (names_the_other || change_places) && !is_mutual(a) && !is_mutual(b)
}

/// Different people or different countries do it, or the same is done to different ones ("warned
/// Iraq", "warned Iran"). Only for these are names sure enough; a company goes by many. Who does what
/// an inner clause tells stands outside its words, and nothing else would tell two apart.
fn other_actors(a: &Unit, b: &Unit) -> bool {
    let differ = |x: &Filler, y: &Filler| {
        let all = |test: fn(&Actor) -> bool| {
            !x.actors.is_empty() && x.actors.iter().chain(&y.actors).all(test)
        };
        !y.actors.is_empty()
            && x.actors.is_disjoint(&y.actors)
            && (all(|actor| matches!(actor, Actor::Person(_)))
                || all(|actor| matches!(actor, Actor::Country(_))))
    };
    let is_inner = a.inside.is_some() || b.inside.is_some();
    !are_one_quotation(&a.frame.quoted, &b.frame.quoted)
        && (differ(&a.frame.who, &b.frame.who)
            || is_inner && a.frame.who.is_other(&b.frame.who)
            || differ(&a.frame.whom, &b.frame.whom) && a.frame.acts_as(&b.frame))
}

/// One affirms what the other denies. A "not" alone tells so only where they share an action, or
/// where one says what something is: "has not worked since" and "stood idle" are one.
fn opposed(a: &Unit, b: &Unit) -> bool {
    let is_denied = |unit: &Unit| unit.certainty == Certainty::Denied;
    let is_false = |unit: &Unit| unit.frame.is_negated != is_denied(unit);
    // What a quotation denies it denies in both; a clause that holds more of it has more to deny.
    let is_quoted =
        is_denied(a) == is_denied(b) && are_one_quotation(&a.frame.quoted, &b.frame.quoted);
    is_false(a) != is_false(b)
        && !is_quoted
        && (is_denied(a) != is_denied(b)
            || a.frame.is_copular
            || b.frame.is_copular
            || a.frame.shares_action(&b.frame))
}

fn other_time(a: Option<Interval>, b: Option<Interval>, told_apart_days: Option<i64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            let days = |interval: Interval| (interval.latest - interval.earliest).num_days();
            let apart = (a.earliest - b.latest).max(b.earliest - a.latest);
            // Two months or two years are told apart by their names.
            let least = if days(a).min(days(b)) >= MONTH_DAYS {
                0
            } else {
                FAR_DAYS
            };
            apart.num_days() > least
        }
        _ => told_apart_days.is_some_and(|days| days > APART_DAYS),
    }
}

/// Prices and rates that differ, or counts that differ on one day: a count that is told later may
/// have grown.
fn other_number(a: &Unit, b: &Unit, told_apart_days: Option<i64>) -> bool {
    match compare(a, b) {
        Numbers::Differ => fixed(a, b).is_some() || told_apart_days.unwrap_or(0) == 0,
        // "3.3 per cent next year, from 4.1": what is told first is what the clause is about.
        Numbers::DifferInPart => fixed(a, b).is_some_and(|(one, other)| !one.meets(other)),
        Numbers::Agree | Numbers::Unknown => false,
    }
}

/// The first price or rate of each, if they are of the same thing.
fn fixed<'a>(a: &'a Unit, b: &'a Unit) -> Option<(&'a FrameAmount, &'a FrameAmount)> {
    let one = a.frame.amounts.iter().find(|amount| amount.is_fixed)?;
    let other = b
        .frame
        .amounts
        .iter()
        .find(|amount| amount.is_fixed && amount.unit == one.unit)?;
    Some((one, other))
}

/// The same action of one and of several: "a woman died" is not "two people died".
fn other_count(a: &Unit, b: &Unit) -> bool {
    let differ = |x: &Filler, y: &Filler| {
        x.count
            .zip(y.count)
            .is_some_and(|(x, y)| (x <= 1.0) != (y <= 1.0))
    };
    (differ(&a.frame.who, &b.frame.who) || differ(&a.frame.whom, &b.frame.whom))
        && a.frame.acts_as(&b.frame)
}

/// How the amounts of two units compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbers {
    /// None of them can be compared.
    Unknown,
    /// All that can be compared agree.
    Agree,
    /// Some agree, some do not.
    DifferInPart,
    /// None that can be compared agree.
    Differ,
}

/// How many times the number of "at least 60" another number may be and still be that one: a toll that
/// has grown, or that one tells exactly.
const GROWN_MAX: f64 = 2.5;
/// The same for two such limits: "at least 22" and "at least 60" are two numbers.
const LIMITS_APART_MAX: f64 = 1.15;

impl FrameAmount {
    /// Whether both can be the same number of the same thing. In news, two numbers that are only
    /// limits are those of one event where they are nearly the same, hardly ever elsewhere.
    fn meets(&self, other: &Self) -> bool {
        let is_alike = self.unit.is_none() || other.unit.is_none() || self.unit == other.unit;
        let (a, b) = (self.value, other.value);
        let is_near = match (a.high.is_infinite(), b.high.is_infinite()) {
            (true, true) => a.low.max(b.low) <= a.low.min(b.low) * LIMITS_APART_MAX,
            (true, false) => b.low <= a.low * GROWN_MAX,
            (false, true) => a.low <= b.low * GROWN_MAX,
            (false, false) => true,
        };
        is_alike && is_near && a.low <= b.high && b.low <= a.high
    }
}

/// Compares the amounts of two units, each with those of the same thing.
pub(super) fn compare(a: &Unit, b: &Unit) -> Numbers {
    let (a, b) = (&a.frame.amounts, &b.frame.amounts);
    let mut agree = false;
    let mut differ = false;
    for amount in a {
        if b.iter().any(|other| amount.meets(other)) {
            agree = true;
        } else {
            differ |= amount.unit.is_some() && b.iter().any(|other| other.unit == amount.unit);
        }
    }
    match (agree, differ) {
        (true, true) => Numbers::DifferInPart,
        (true, false) => Numbers::Agree,
        (false, true) => Numbers::Differ,
        (false, false) => Numbers::Unknown,
    }
}

/// Where unit `a` gives an amount that unit `b` gives too.
pub(super) fn shared_amount(a: &Unit, b: &Unit) -> Option<Span> {
    let amounts = &b.frame.amounts;
    a.frame
        .amounts
        .iter()
        .find(|amount| {
            amounts
                .iter()
                .any(|other| other.unit == amount.unit && amount.meets(other))
        })
        .map(|amount| amount.span)
}
