//! Vague references: "now", "recently", "in the future", "the past".

use super::super::expr::{Expr, Reference};
use crate::annotate::grammar::{Cursor, TokenKind};

const PRESENT: [&str; 19] = [
    "right now",
    "now",
    "currently",
    "current",
    "at present",
    "nowadays",
    "these days",
    "the present",
    "at the moment",
    "this crucial moment",
    "presently",
    "this moment",
    "present",
    "to date",
    "till date",
    "at this time",
    "at the minute",
    "at this moment",
    "at this point in time",
];
const PAST: [&str; 12] = [
    "more recently",
    "most recently",
    "recently",
    "recent",
    "the past",
    "the recent past",
    "lately",
    "years past",
    "long ago",
    "not long ago",
    "some time ago",
    "a while ago",
];
const FUTURE: [&str; 12] = [
    "the near future",
    "the foreseeable future",
    "the future",
    "future",
    "soon",
    "the near term",
    "one day",
    "a later date",
    "as soon as possible",
    "the distant future",
    "shortly",
    "the immediate future",
];

/// A vague reference to past, present or future.
pub(super) fn reference(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut best: Option<(Cursor<'_>, Reference)> = None;
    for (phrases, reference) in [
        (&PRESENT[..], Reference::Present),
        (&PAST[..], Reference::Past),
        (&FUTURE[..], Reference::Future),
    ] {
        for phrase in phrases {
            let mut probe = *cursor;
            if probe.eat_phrase(phrase)
                && probe.at() > best.as_ref().map_or(cursor.at(), |(end, _)| end.at())
                && fits(phrase, *cursor, probe)
            {
                best = Some((probe, reference));
            }
        }
    }
    let (end, reference) = best?;
    *cursor = end;
    Some(Expr::Reference(reference))
}

/// Words that are only sometimes about time.
fn fits(phrase: &str, start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let before = start.lower_before(1);
    let after = end.lower(0);
    let touches = end.is_glued(0) && after == "-"
        || start.token(0).is_some_and(|t| !t.spaced) && before == "-";
    match phrase {
        "the past" | "the future" | "the present" => {
            !touches
                && (end.token(0).is_none()
                    || !end.is_word(0)
                    || !matches!(after, "tense" | "participle" | "few" | "several"))
                && !(phrase == "the past"
                    && (end.is_digits(0)
                        || super::super::words::unit(after).is_some()
                        || crate::annotate::grammar::count(&mut end.clone()).is_some()))
        }
        // "2013 - present", "from 1990 to present"
        "present" => {
            matches!(before, "-" | "to" | "until" | "till" | "through")
                && start
                    .before(2)
                    .is_some_and(|t| t.kind == TokenKind::Digits && t.text.len() == 4)
        }
        // "to date" a find is to tell its age.
        "to date" => {
            !end.is_word(0) || matches!(after, "and" | "in" | "on" | "by" | "for" | "with")
        }
        "soon" => !matches!(before, "as" | "too" | "so") && after != "after" && after != "as",
        "future" => matches!(before, "the" | "for" | "any") || end.is_word(0),
        "shortly" => !matches!(
            after,
            "after" | "before" | "afterward" | "afterwards" | "thereafter"
        ),
        "one day" => {
            !matches!(after, "after" | "before" | "earlier" | "later" | "ago")
                && !matches!(before, "than" | "in" | "for" | "just" | "only" | "within")
        }
        "now" => !touches && after != "that",
        _ => !touches,
    }
}
