//! Hours that come again every week: "Mon-Fri 8 am - 7 pm", "Monday to Friday, 9am to 5pm; Sat 10am-4pm".
//!
//! A stretch of weekdays with hours from and to tells when something is open, not what happened this
//! week; the days listed behind it are read the same way.

use super::super::expr::Expr;
use super::super::words;
use super::clock::reading;
use super::sets::weekday_value;
use crate::annotate::grammar::{Cursor, TokenKind};

/// How far behind a stretch of weekdays a further day may stand, in tokens.
const LIST_TOKENS_MAX: usize = 16;

/// A weekday of opening hours, with the hour right behind it.
pub(super) fn opening_day(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let (day, _) = words::weekday(probe.lower(0))?;
    probe.skip(1);
    let end_of_day = probe;
    if starts_stretch(probe) {
        *cursor = end_of_day;
        return Some(Expr::Set(weekday_value(day, None)));
    }
    if !(ends_stretch(cursor, 0) || (1..=LIST_TOKENS_MAX).any(|back| ends_stretch(cursor, back))) {
        return None;
    }
    probe.eat_full_stop();
    let is_apart = probe.eat_any(&[",", ":"]).is_some();
    let from = hours(&mut probe)?;
    if is_apart {
        *cursor = end_of_day;
        return Some(Expr::Set(weekday_value(day, None)));
    }
    *cursor = probe;
    Some(Expr::Set(weekday_value(day, Some(&from))))
}

/// "… - Fri 8 am - 7 pm" behind a weekday.
fn starts_stretch(mut cursor: Cursor<'_>) -> bool {
    cursor.eat_full_stop();
    if !eat_link(&mut cursor) || words::weekday(cursor.lower(0)).is_none() {
        return false;
    }
    cursor.skip(1);
    cursor.eat_full_stop();
    let _ = cursor.eat_any(&[",", ":"]);
    hours(&mut cursor).is_some()
}

/// Whether the weekday `back` tokens before the cursor ends a stretch that a weekday opens.
fn ends_stretch(cursor: &Cursor<'_>, back: usize) -> bool {
    let token = |at: usize| {
        if at == 0 {
            cursor.token(0)
        } else {
            cursor.before(at)
        }
    };
    let is_weekday =
        |at: usize| token(at).is_some_and(|token| words::weekday(&token.lower).is_some());
    let is_link = token(back + 1).is_some_and(|token| is_link(&token.lower));
    let from = if token(back + 2).is_some_and(|token| token.lower == ".") {
        back + 3
    } else {
        back + 2
    };
    is_weekday(back) && is_link && is_weekday(from)
}

fn is_link(word: &str) -> bool {
    matches!(word, "-" | "to" | "through" | "thru" | "till" | "until")
}

fn eat_link(cursor: &mut Cursor<'_>) -> bool {
    let found = is_link(cursor.lower(0));
    if found {
        cursor.skip(1);
    }
    found
}

/// The first of two hours; moves behind it.
fn hours(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut probe = *cursor;
    let _ = probe.eat_any(&["from", "between"]);
    let from = reading(&mut probe)?;
    let mut behind = probe;
    let is_linked = eat_link(&mut behind) || behind.eat("and");
    reading(&mut behind).filter(|_| {
        is_linked
            && behind
                .before(1)
                .is_some_and(|token| token.kind != TokenKind::Mark || token.lower == ".")
    })?;
    *cursor = probe;
    Some(from)
}
