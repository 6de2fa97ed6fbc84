//! Quarters and halves of a year, calendar or fiscal: "the third quarter", "fourth-quarter",
//! "the first half of 1990", "Q3 2019", "next year's first quarter", "the latest quarter".

use super::super::cell::Cell;
use super::super::expr::{Anchor, Direction, Expr, Name};
use super::super::words::Unit;
use super::deictic::deictic;
use super::years::bare_year;
use crate::annotate::grammar::{Cursor, ordinal};

/// Which part of a year: its number, 0 for "last".
#[derive(Clone, Copy, Debug)]
pub(super) struct Part(u32);

impl Part {
    /// The part as a name; `None` for a number that no year has.
    pub(super) fn into_name(self, unit: Unit) -> Option<Name> {
        match (unit, self.0) {
            (Unit::Quarter, 1..=4) => Some(Name::Quarter(self.0)),
            (Unit::Quarter, 0) => Some(Name::Quarter(4)),
            (Unit::Half, 1..=2) => Some(Name::Half(self.0)),
            (Unit::Half, 0) => Some(Name::Half(2)),
            _ => None,
        }
    }
}

/// "third quarter", "third-quarter", "first half".
pub(super) fn ordinal_part(cursor: &mut Cursor<'_>) -> Option<(Part, Unit)> {
    let mut probe = *cursor;
    let number = if probe.eat("final") {
        0
    } else {
        ordinal(&mut probe)?
    };
    probe.eat_hyphen();
    if probe.lower(0) == "fiscal" {
        probe.skip(1);
        probe.eat_hyphen();
    }
    let unit = match probe.lower(0) {
        "quarter" => Unit::Quarter,
        "half" => Unit::Half,
        _ => return None,
    };
    probe.skip(1);
    *cursor = probe;
    Some((Part(number), unit))
}

/// Every way to name a quarter or half.
pub(super) fn quarter(cursor: &mut Cursor<'_>) -> Option<Expr> {
    short(cursor)
        .or_else(|| named(cursor))
        .or_else(|| year_first(cursor))
        .or_else(|| pointed(cursor))
}

/// "Q3", "Q3 2019", "2019-Q3", "H1 2020".
fn short(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let before = bare_year(&mut probe);
    probe.eat_hyphen();
    let name = match (probe.lower(0), probe.token(1)?.text) {
        ("q", number) if probe.is_glued(1) => {
            Part(number.parse().ok()?).into_name(Unit::Quarter)?
        }
        ("h", number) if probe.is_glued(1) => Part(number.parse().ok()?).into_name(Unit::Half)?,
        _ => return None,
    };
    probe.skip(2);
    *cursor = probe;
    let year = before.or_else(|| {
        probe.eat_hyphen();
        probe.eat("of");
        let year = bare_year(&mut probe);
        if year.is_some() {
            *cursor = probe;
        }
        year
    });
    Some(match year {
        Some(year) => Expr::Within(name, Box::new(Expr::Cell(Cell::Year(year)))),
        None => Expr::Directed(name, Direction::Open),
    })
}

/// "the third quarter of 1984", "the fiscal first quarter", "the 1988 third quarter".
fn named(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    probe.eat("the");
    let year_before = bare_year(&mut probe);
    if probe.eat("fiscal") {
        probe.eat_hyphen();
    }
    let (part, unit) = ordinal_part(&mut probe)?;
    // "the second half" of a match, "the first half" of a list: a half needs a year near it.
    let name = part.into_name(unit)?;
    *cursor = probe;
    let _ = probe.eat("of") || probe.eat("in") || probe.eat(",");
    let year = year_before
        .map(|year| Expr::Cell(Cell::Year(year)))
        .or_else(|| {
            let mut behind = probe;
            let _ = behind.eat("fiscal") || behind.eat_phrase("the year");
            let year = if let Some(year) = bare_year(&mut behind) {
                Expr::Cell(Cell::Year(year))
            } else {
                behind = probe;
                year_words(&mut behind)?
            };
            *cursor = behind;
            Some(year)
        });
    match year {
        Some(year) => Some(Expr::Within(name, Box::new(year))),
        None if unit == Unit::Half => None,
        None => Some(Expr::Directed(name, Direction::Open)),
    }
}

fn year_words(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let expr = if probe.eat_phrase("the year") {
        Expr::Steps {
            unit: Unit::Year,
            steps: 0,
            anchor: Anchor::Publication,
        }
    } else {
        deictic(&mut probe)?
    };
    if !matches!(
        expr,
        Expr::Steps {
            unit: Unit::Year,
            ..
        }
    ) {
        return None;
    }
    *cursor = probe;
    Some(expr)
}

/// "next year's first quarter", "1990's second half".
fn year_first(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let year = match bare_year(&mut probe) {
        Some(year) => Expr::Cell(Cell::Year(year)),
        None => year_words(&mut probe)?,
    };
    if !probe.eat_possessive() {
        return None;
    }
    let (part, unit) = ordinal_part(&mut probe)?;
    let name = part.into_name(unit)?;
    *cursor = probe;
    Some(Expr::Within(name, Box::new(year)))
}

/// "the quarter", "the latest quarter", "the year-earlier period": what the text speaks of.
fn pointed(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let article = probe.eat("the");
    if probe.eat_any(&["year"]).is_some() {
        if !probe.eat_hyphen() || probe.eat_any(&["earlier", "ago"]).is_none() {
            return None;
        }
        let mut behind = probe;
        if behind.eat_any(&["quarter", "period"]).is_some() {
            probe = behind;
        }
        *cursor = probe;
        return Some(super::offsets::year_before());
    }
    if !article {
        return None;
    }
    let same = probe.eat("same");
    let latest = !same && probe.eat("latest");
    let year = bare_year(&mut probe);
    let unit = match probe.lower(0) {
        "quarter" => Unit::Quarter,
        "period" if latest || same || year.is_some() => Unit::Quarter,
        _ => return None,
    };
    probe.skip(1);
    let mut behind = probe;
    let year = year.or_else(|| {
        let found = if same && (behind.eat("of") || behind.eat("in")) {
            bare_year(&mut behind)
        } else {
            None
        };
        if found.is_some() {
            probe = behind;
        }
        found
    });
    *cursor = probe;
    Some(match year {
        Some(year) => Expr::Within(Name::Quarter(0), Box::new(Expr::Cell(Cell::Year(year)))),
        None => Expr::Steps {
            unit,
            steps: if latest { -1 } else { 0 },
            anchor: if latest {
                Anchor::Publication
            } else {
                Anchor::Mentioned
            },
        },
    })
}
