//! Decades and centuries: "the 1990s", "the late 20s", "the 20th century".

use super::super::cell::Cell;
use super::super::expr::Expr;
use super::digits::century_of;
use super::years::era;
use crate::annotate::grammar::{Cursor, TokenKind, ordinal, plain_integer};

/// Decades and centuries.
pub(super) fn decade(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    probe.eat("the");
    if let Some(expr) = decade_name(&mut probe).or_else(|| century(&mut probe)) {
        *cursor = probe;
        return Some(expr);
    }
    None
}

fn decade_name(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let start = match probe.lower(0) {
        "twenties" => 1920,
        "thirties" => 1930,
        "forties" => 1940,
        "fifties" => 1950,
        "sixties" => 1960,
        "seventies" => 1970,
        "eighties" => 1980,
        "nineties" => 1990,
        _ => {
            let short = probe.eat("'");
            let digits = probe.token(0)?.text.len();
            let number = plain_integer(&mut probe, 4)? as i32;
            let _ = probe.lower(0) == "'" && probe.is_glued(0) && probe.eat("'");
            if !probe.is_glued(0) || !probe.eat("s") || number % 10 != 0 {
                return None;
            }
            let start = match digits {
                4 if (1000..2200).contains(&number) => number,
                2 if number >= 20 && (short || is_decade_told(*cursor)) => {
                    century_of(number as u32)
                }
                _ => return None,
            };
            *cursor = probe;
            let is_century = start % 100 == 0 && start < 2000;
            return Some(Expr::Cell(if is_century {
                Cell::Century(start / 100)
            } else {
                Cell::Decade(start)
            }));
        }
    };
    if !matches!(
        cursor.lower_before(1),
        "the" | "early" | "late" | "mid" | "-" | "roaring" | "in"
    ) {
        return None;
    }
    cursor.skip(1);
    Some(Expr::Cell(Cell::Decade(start)))
}

/// Whether the words before make two digits with an "s" a decade: "the 20s", "the 20s and 30s".
fn is_decade_told(cursor: Cursor<'_>) -> bool {
    let is_second = matches!(cursor.lower_before(1), "and" | "or" | "to")
        && cursor.lower_before(2) == "s"
        && cursor
            .before(3)
            .is_some_and(|t| t.kind == TokenKind::Digits);
    cursor.lower_before(1) == "the" || is_second && is_decade_before(cursor)
}

/// Whether the decade before is one: "the 20s and", "1920s and".
fn is_decade_before(cursor: Cursor<'_>) -> bool {
    cursor.before(3).is_some_and(|t| t.text.len() == 4)
        || matches!(cursor.lower_before(4), "the" | "'")
}

fn century(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let number = ordinal(&mut probe)? as i32;
    // "from the 15th to the 19th century": the first of two.
    let mut behind = probe;
    let is_first = behind
        .eat_any(&["to", "and", "or", "through", "-"])
        .is_some()
        && {
            behind.eat("the");
            ordinal(&mut behind).is_some()
                && matches!(
                    (behind.lower(0), behind.lower(1)),
                    ("century" | "centuries", _) | ("-", "century")
                )
        };
    if is_first && (1..=30).contains(&number) {
        *cursor = probe;
        return Some(Expr::Cell(Cell::Century(number - 1)));
    }
    probe.eat_hyphen();
    if !probe.eat("century") || !(1..=30).contains(&number) {
        return None;
    }
    let first = match era(&mut probe) {
        Some(-1) => -number,
        _ => number - 1,
    };
    *cursor = probe;
    Some(Expr::Cell(Cell::Century(first)))
}
