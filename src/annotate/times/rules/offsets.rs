//! Distances from a point: "three days ago", "a year earlier", "two weeks later", "in two days",
//! "two weeks before May 13".

use super::super::expr::{Anchor, DateParts, Expr, Name};
use super::super::words::{self, Unit};
use super::durations::qualifier;
use crate::annotate::grammar::{Count, Cursor, count};

/// A distance that names its direction.
pub(super) fn offset(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let (number, unit) = amount(&mut probe)?;
    let (sign, anchor) = match probe.lower(0) {
        "ago" => (-1, Anchor::Publication),
        "hence" => (1, Anchor::Publication),
        "earlier" | "before" | "previously" if is_end_before_clause(probe) => {
            (-1, Anchor::Mentioned)
        }
        "later" | "after" | "afterward" | "afterwards" | "thereafter"
            if is_end_before_clause(probe) =>
        {
            (1, Anchor::Mentioned)
        }
        "from" if matches!(probe.lower(1), "now" | "today") => {
            probe.skip(1);
            (1, Anchor::Publication)
        }
        _ => return None,
    };
    probe.skip(1);
    *cursor = probe;
    Some(Expr::Offset {
        count: number,
        unit,
        sign,
        anchor,
        from: None,
    })
}

/// "two weeks" behind "in", where nothing behind makes it a part of something larger ("in two weeks
/// of fighting"): a point ahead if the sentence tells the future.
pub(super) fn ahead(cursor: &mut Cursor<'_>) -> Option<Expr> {
    if cursor.lower_before(1) != "in" {
        return None;
    }
    let mut probe = *cursor;
    let Count::Exact(number) = count(&mut probe)? else {
        return None;
    };
    let unit = words::unit(probe.lower(0)).filter(|unit| {
        *unit >= Unit::Day && probe.lower(0) != "night" && probe.lower(0) != "nights"
    })?;
    probe.skip(1);
    if matches!(
        probe.lower(0),
        "of" | "or"
            | "and"
            | "to"
            | "old"
            | "ago"
            | "later"
            | "earlier"
            | "since"
            | "row"
            | "'"
            | "-"
    ) || matches!(
        probe.lower(0),
        "prison" | "jail" | "custody" | "power" | "office"
    ) {
        return None;
    }
    *cursor = probe;
    Some(Expr::Ahead(Count::Exact(number), unit))
}

/// "before" and "after" are only directions when nothing follows that they could govern.
fn is_end_before_clause(cursor: Cursor<'_>) -> bool {
    if matches!(cursor.lower(0), "earlier" | "later") {
        return cursor.lower(1) != "than";
    }
    !cursor.is_word(1) && !cursor.is_digits(1) && cursor.lower(1) != "-"
}

/// How many of which unit, with the words that qualify the number ("almost two years").
fn amount(cursor: &mut Cursor<'_>) -> Option<(Count, Unit)> {
    let mut probe = *cursor;
    let _ = qualifier(&mut probe);
    let number = match count(&mut probe) {
        Some(number) => number,
        None if words::is_plural_unit(probe.lower(0)) => Count::Vague,
        None => return None,
    };
    if probe.eat("and") {
        probe.eat_phrase("a half");
    }
    probe.eat_hyphen();
    let unit = words::unit(probe.lower(0))?;
    probe.skip(1);
    *cursor = probe;
    Some((number, unit))
}

/// "two weeks before May 13", "three days after Christmas", "the day after the election" is left
/// alone: it needs a date to count from.
pub(super) fn offset_from(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let (number, unit) = if probe.eat_phrase("the day") {
        (Count::Exact(1.0), Unit::Day)
    } else if probe.lower(2) != "from" && probe.is_digits(3) && probe.eat_phrase("the year") {
        (Count::Exact(1.0), Unit::Year)
    } else {
        amount(&mut probe)?
    };
    let sign = match probe.eat_any(&["before", "after", "from"])? {
        "before" => -1,
        _ => 1,
    };
    if matches!(probe.lower(0), "that" | "this")
        && (!probe.is_word(1) && !probe.is_digits(1)
            || matches!(
                probe.lower(1),
                "the" | "a" | "he" | "she" | "they" | "it" | "we" | "his" | "her" | "their"
            ))
    {
        probe.skip(1);
        *cursor = probe;
        return Some(Expr::Offset {
            count: number,
            unit,
            sign,
            anchor: Anchor::Mentioned,
            from: None,
        });
    }
    let is_from = probe.lower_before(1) == "from";
    let from = super::point(&mut probe)?;
    if is_from
        && !matches!(
            from,
            Expr::Date(DateParts { day: Some(_), .. })
                | Expr::Steps {
                    unit: Unit::Day,
                    ..
                }
                | Expr::Directed(Name::Weekday(_), _)
        )
    {
        return None;
    }
    if !matches!(
        from,
        Expr::Date(_)
            | Expr::Directed(..)
            | Expr::Steps {
                unit: Unit::Day,
                ..
            }
            | Expr::Within(..)
    ) {
        return None;
    }
    *cursor = probe;
    Some(Expr::Offset {
        count: number,
        unit,
        sign,
        anchor: Anchor::Publication,
        from: Some(Box::new(from)),
    })
}

/// "year-earlier": a year before what the text speaks of.
pub(super) fn year_before() -> Expr {
    Expr::Offset {
        count: Count::Exact(1.0),
        unit: Unit::Year,
        sign: -1,
        anchor: Anchor::Mentioned,
        from: None,
    }
}
