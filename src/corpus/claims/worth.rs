//! How much a unit says: specific claims rank high, commentary and scene-setting low.

use crate::model::Certainty;

use super::mood::Mood;
use super::unit::{Alone, Unit};

/// Least worth of a unit that counts as a claim of its own.
const CLAIM_MIN: f32 = 0.35;
/// The same for the best of several scraps that tell one claim.
const SHARED_MIN: f32 = 0.2;

/// Fewest different content words of a clause that says something of its own, and of one that quotes and
/// does so without a name or a number.
const TELLING_MIN: usize = 3;
const PLAIN_MIN: usize = 4;
/// Fewest quoted words that show how it was said.
const QUOTED_MIN: usize = 3;

/// How specific a unit is, 0 to 1: named actors, numbers, times, a source, an action. That somebody speaks
/// of himself makes a scrap ("I like her") no more specific, and what an article names besides in its own
/// voice, in which it comments much, makes that no claim; what happened is more than a comment.
pub(super) fn worth(units: &[Unit], unit: usize) -> f32 {
    let Some(unit) = units.get(unit).filter(|unit| !unit.is_question) else {
        return 0.0;
    };
    let frame = &unit.frame;
    let content = frame.stems.len();
    let is_said = unit.attribution.is_some();
    let named = if is_said { unit.named } else { 0 };
    let is_tied = is_said || !frame.amounts.is_empty() || frame.is_timed;
    let plain_min = if frame.quoted.is_empty() {
        TELLING_MIN
    } else {
        PLAIN_MIN
    };
    let is_event = frame.is_event && !frame.who.is_speaker && content >= TELLING_MIN;
    let facts = facts(unit, content >= TELLING_MIN, named);
    (facts + part(is_event, 0.1) + part(content >= plain_min && is_tied, 0.1)).min(1.0)
}

/// What a unit gives besides its words: actors, of which these are `named` at least, and with or without
/// who speaks of himself; numbers, times, a source.
fn facts(unit: &Unit, with_speaker: bool, named: usize) -> f32 {
    let frame = &unit.frame;
    let is_counted = !frame.who.is_speaker || with_speaker;
    let actors = frame.actors.len() - usize::from(!is_counted);
    0.15 * (actors.max(named).min(3) as f32)
        + part(!frame.amounts.is_empty(), 0.2)
        + part(frame.is_timed, 0.15)
        + part(unit.attribution.is_some(), 0.15)
        + part(!frame.who.actors.is_empty() && is_counted, 0.1)
        + part(unit.is_independent, 0.1)
}

const fn part(truth: bool, worth: f32) -> f32 {
    if truth { worth } else { 0.0 }
}

/// Whether a unit that stands alone in its group is worth showing as a claim: specific, and a
/// clause of its own.
fn is_claim(units: &[Unit], unit: usize) -> bool {
    worth(units, unit) >= CLAIM_MIN && units.get(unit).is_some_and(|unit| unit.is_independent)
}

/// Whether a group is worth showing as a claim: its only unit is, or several tell it and one of them at
/// least is no scrap.
pub(super) fn is_told(units: &[Unit], group: &[usize]) -> bool {
    match group {
        [only] => is_claim(units, *only),
        several => several.iter().any(|&at| {
            let content = units.get(at).map_or(0, |unit| unit.frame.stems.len());
            content >= TELLING_MIN || worth(units, at) >= SHARED_MIN
        }),
    }
}

/// Nouns that with "the" or "this" mean what was told before.
const BACK: [&str; 12] = [
    "issue",
    "matter",
    "move",
    "step",
    "situation",
    "topic",
    "subject",
    "request",
    "remark",
    "comment",
    "allegation",
    "accusation",
];

/// Whether a clause needs the sentence before it to be understood: "raised the issue on Sunday", "this
/// followed a vote".
fn points_back(unit: &Unit) -> bool {
    let lemmas = &unit.frame.lemmas;
    let first = lemmas.first().map_or("", String::as_str);
    unit.alone == Alone::Unnamed && matches!(first, "this" | "that") || lemmas.windows(2).any(|pair| {
        matches!(pair, [the, noun] if matches!(the.as_str(), "the" | "this" | "that" | "these" | "those")
            && BACK.contains(&noun.as_str()))
    })
}

/// Position in `group` of the wording that says most, most plainly, to a reader who sees it alone.
pub(super) fn clearest(group: &[usize], units: &[Unit]) -> usize {
    let clarity = |&unit: &usize| {
        let Some(this) = units.get(unit) else {
            return 0.0;
        };
        let length = this.frame.lemmas.len() as f32;
        // What hangs on a clause is shown with it, and makes it long to read.
        let letters = this.span.len() as f32;
        let too_long = (length - 28.0).max(0.0) * 0.03 + (letters - 160.0).max(0.0) * 0.002;
        let too_short = (6.0 - length).max(0.0) * 0.08;
        let flat = match this.certainty {
            Certainty::Stated | Certainty::Attributed => 0.1,
            Certainty::Hedged => 0.05,
            Certainty::Denied | Certainty::Questioned => 0.0,
        };
        let fact = if this.frame.mood == Mood::Fact {
            0.05
        } else {
            0.0
        };
        let alone = match this.alone {
            Alone::Whole => 0.35,
            Alone::Unnamed => 0.15,
            Alone::Fragment => 0.0,
        };
        let vague = part(points_back(this), 0.2);
        let quoted = part(this.frame.quoted.len() >= QUOTED_MIN, 0.1);
        facts(this, false, 0) + quoted + flat + fact + alone - too_long - too_short - vague
    };
    let mut best = (f32::MIN, 0);
    for (position, unit) in group.iter().enumerate() {
        let clarity = clarity(unit);
        if clarity > best.0 {
            best = (clarity, position);
        }
    }
    best.1
}
