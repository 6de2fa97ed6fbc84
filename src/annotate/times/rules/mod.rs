//! The grammar: one family of expressions per file, each a function from a cursor to what the
//! words say. The longest reading wins; among equals the first of the list.

mod clock;
mod dates;
mod decades;
mod deictic;
mod digits;
mod durations;
mod edges;
mod holidays;
mod hours;
mod month_days;
mod offsets;
mod opening;
mod parts;
mod quarters;
mod references;
mod seasons;
mod sets;
mod years;

pub(crate) use holidays::holiday_day;

use super::expr::Expr;
use crate::annotate::grammar::Cursor;

type Rule = fn(&mut Cursor<'_>) -> Option<Expr>;

/// Rules for points of the calendar: what can stand inside other expressions.
const POINTS: [Rule; 10] = [
    dates::date,
    month_days::month_day,
    digits::numeric,
    years::year,
    decades::decade,
    deictic::deictic,
    quarters::quarter,
    holidays::holiday,
    seasons::season,
    offsets::offset,
];

/// Every rule.
const RULES: [Rule; 11] = [
    opening::opening_day,
    edges::edge,
    point,
    offsets::ahead,
    years::calendar_week,
    parts::part_with_hour,
    clock::clock,
    durations::duration,
    sets::set,
    references::reference,
    offsets::offset_from,
];

/// The longest expression that starts at the cursor; moves the cursor behind it.
pub(crate) fn expression(cursor: &mut Cursor<'_>) -> Option<Expr> {
    longest(&RULES, cursor)
}

/// The longest point of the calendar that starts at the cursor.
pub(crate) fn point(cursor: &mut Cursor<'_>) -> Option<Expr> {
    longest(&POINTS, cursor)
}

fn longest(rules: &[Rule], cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut best: Option<(Cursor<'_>, Expr)> = None;
    for rule in rules {
        let mut probe = *cursor;
        if let Some(expr) = rule(&mut probe)
            && probe.at() > best.as_ref().map_or(cursor.at(), |(end, _)| end.at())
        {
            best = Some((probe, expr));
        }
    }
    let (end, expr) = best?;
    *cursor = end;
    Some(expr)
}
