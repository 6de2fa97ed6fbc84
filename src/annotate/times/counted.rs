//! Times that are counted: whole weeks and years from publication, distances from a day, the third
//! week of a month.

use chrono::Datelike;

use super::cell::{Cell, add_days, move_day};
use super::context::Context;
use super::expr::{Anchor, Reference};
use super::resolve::{Resolved, reference_value};
use super::tense::Tense;
use super::words::Unit;
use crate::annotate::grammar::Count;
use crate::model::{Interval, TimeType};

/// "today", "last week", "the next quarter": whole cells counted from publication or from what was spoken of.
pub(super) fn stepped(unit: Unit, steps: i32, anchor: Anchor, context: &Context) -> Resolved {
    let mentioned = (anchor == Anchor::Mentioned)
        .then(|| context.mentioned(unit))
        .flatten();
    if anchor == Anchor::Mentioned
        && unit == Unit::Quarter
        && let Some(quarter) = context.quarter()
        && let Some(cell) = quarter.cell.moved(steps)
    {
        return Resolved::cell(cell, "the quarter spoken of before")
            .counted(None, Some(quarter.span));
    }
    if unit == Unit::Quarter
        && steps == -1
        && let Some(quarter) = context.quarter()
    {
        return Resolved::cell(quarter.cell, "the quarter spoken of before")
            .counted(None, Some(quarter.span));
    }
    if let Some(mentioned) = mentioned
        && let Some(from) = mentioned.cell.interval()
        && let Some(cell) = Cell::holding(from.earliest, unit).moved(steps)
    {
        let rule = match steps {
            0 => format!("the {} spoken of before", unit.name()),
            n if n < 0 => format!("the {} before the one spoken of", unit.name()),
            _ => format!("the {} after the one spoken of", unit.name()),
        };
        return Resolved::cell(cell, rule).counted(Some(from.earliest), Some(mentioned.span));
    }
    // "the quarter" with no quarter before: reports tell of the last one that is over.
    let steps = if unit == Unit::Quarter && anchor == Anchor::Mentioned {
        steps - 1
    } else {
        steps
    };
    let Some(published) = context.published else {
        return undated(unit, steps, anchor, context);
    };
    // "Over the weekend", told on a weekday, is the one just gone.
    let is_gone = unit == Unit::Weekend
        && steps == 0
        && context.tense != Tense::Future
        && published.weekday().num_days_from_monday() < 4;
    let steps = if is_gone { -1 } else { steps };
    match Cell::holding(published, unit).moved(steps) {
        Some(cell) => Resolved::cell(cell, step_rule(unit, steps)).counted(Some(published), None),
        None => Resolved::vague(TimeType::Date, "XXXX-XX-XX", "outside the calendar"),
    }
}

/// A whole day, week, month, year of which the article does not tell the date.
fn undated(unit: Unit, steps: i32, anchor: Anchor, context: &Context) -> Resolved {
    const UNKNOWN: &str = "the article has no date to count from";
    if anchor == Anchor::Mentioned
        && unit == Unit::Day
        && let Some((partial, span)) = context.partial_day()
    {
        let rule = "counted from the day spoken of before, whose date is not known";
        return Resolved::vague(TimeType::Date, partial.moved(steps).value(), rule)
            .counted(None, Some(span));
    }
    let value = match unit {
        _ if steps == 0 => reference_value(Reference::Present).0,
        Unit::Day => "XXXX-XX-XX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        _ if steps < 0 => reference_value(Reference::Past).0,
        _ => reference_value(Reference::Future).0,
    };
    Resolved::vague(TimeType::Date, value, UNKNOWN)
}

fn step_rule(unit: Unit, steps: i32) -> String {
    match (unit, steps) {
        (Unit::Day, 0) => "the day of publication".to_owned(),
        (Unit::Day, -1) => "the day before publication".to_owned(),
        (Unit::Day, 1) => "the day after publication".to_owned(),
        (unit, 0) => format!("the {} of publication", unit.name()),
        (unit, -1) => format!("the {0} before the {0} of publication", unit.name()),
        (unit, 1) => format!("the {0} after the {0} of publication", unit.name()),
        (unit, n) => format!("counted in {}s from publication ({n})", unit.name()),
    }
}

/// "three days ago", "a year earlier", "two weeks later".
pub(super) fn offset(
    count: Count,
    unit: Unit,
    sign: i32,
    anchor: Anchor,
    context: &Context,
) -> Resolved {
    let Some(number) = count.number().filter(|n| n.abs() < 10_000.0) else {
        let (value, rule) = reference_value(if sign < 0 {
            Reference::Past
        } else {
            Reference::Future
        });
        return Resolved::vague(TimeType::Date, value, rule);
    };
    if unit.is_clock() {
        let rule = if sign < 0 {
            "a length of time back"
        } else {
            "a length of time on"
        };
        return Resolved::vague(TimeType::Duration, unit.duration(Some(number)), rule);
    }
    let steps = sign * number.round() as i32;
    let topic = context
        .quarter()
        .filter(|_| unit == Unit::Year && steps.abs() == 1);
    let mentioned = (anchor == Anchor::Mentioned)
        .then(|| {
            context
                .mentioned(unit)
                .or_else(|| context.mentioned(Unit::Year))
        })
        .flatten();
    if let Some(from) = topic.or(mentioned)
        && let Some(cell) = from.cell.moved_by(steps, unit)
    {
        let keeps =
            matches!(from.cell, Cell::Quarter(..) | Cell::Half(..)) || unit <= Unit::Fortnight;
        let cell = if keeps { cell } else { coarsened(cell, unit) };
        let rule = format!(
            "counted {} from what was spoken of before",
            if sign < 0 { "back" } else { "on" }
        );
        return Resolved::cell(cell, rule)
            .counted(from.cell.interval().map(|i| i.earliest), Some(from.span));
    }
    let Some(published) = context.published else {
        let (value, rule) = reference_value(if sign < 0 {
            Reference::Past
        } else {
            Reference::Future
        });
        return Resolved::vague(TimeType::Date, value, rule);
    };
    let day = move_day(published, steps, unit).unwrap_or(published);
    let cell = Cell::holding(day, unit);
    let rule = format!(
        "counted {} from the day of publication",
        if sign < 0 { "back" } else { "on" }
    );
    Resolved::cell(cell, rule).counted(Some(published), None)
}

/// A distance in years is as rough as a year, in months as a month.
fn coarsened(cell: Cell, unit: Unit) -> Cell {
    if cell.unit() >= unit {
        return cell;
    }
    cell.interval()
        .map_or(cell, |interval| Cell::holding(interval.earliest, unit))
}

/// "two weeks after the vote of May 3".
pub(super) fn offset_from(count: Count, unit: Unit, sign: i32, from: &Resolved) -> Resolved {
    let cell = count
        .number()
        .filter(|n| n.abs() < 10_000.0)
        .and_then(|number| from.cell?.moved_by(sign * number.round() as i32, unit));
    match cell {
        Some(cell) => Resolved::cell(cell, "counted from the date beside it")
            .counted(from.interval.map(|i| i.earliest), None),
        None => Resolved::vague(
            TimeType::Date,
            if sign < 0 { "PAST_REF" } else { "FUTURE_REF" },
            "counted from a day that is not known",
        ),
    }
}

/// "the third week of June", "the last day of the year".
pub(super) fn nth(number: i32, unit: Unit, of: &Resolved) -> Resolved {
    let Some(interval) = of.interval else {
        return Resolved {
            rule: "a part of it".to_owned(),
            ..of.clone()
        };
    };
    let cell = if number < 0 {
        // The last days of December may belong to the first week of the next year.
        let is_year = unit == Unit::Week && matches!(of.cell, Some(Cell::Year(_)));
        let back = if is_year { -3 } else { 0 };
        let last = add_days(interval.latest, back).unwrap_or(interval.latest);
        Some(Cell::holding(last, unit))
    } else {
        let first = Cell::holding(interval.earliest, unit);
        let first = if unit == Unit::Week
            && matches!(of.cell, Some(Cell::Year(_)))
            && interval.earliest.iso_week().week() > 1
        {
            first.moved(1)
        } else {
            Some(first)
        };
        first.and_then(|cell| cell.moved(number - 1))
    };
    match cell {
        Some(cell) => Resolved::cell(cell, "counted within the time beside it")
            .counted(of.anchor, of.anchor_words),
        None => of.clone(),
    }
}

/// "over the past two weeks", "for the next year": a length with the days it covers.
pub(super) fn span(count: Count, unit: Unit, sign: i32, context: &Context) -> Resolved {
    let number = count.number();
    let rule = if sign < 0 {
        "a length of time up to the telling"
    } else {
        "a length of time from the telling on"
    };
    let mut found = Resolved::vague(TimeType::Duration, unit.duration(number), rule);
    if let (Some(published), Some(number)) = (context.published, number.filter(|n| *n < 10_000.0))
        && let Some(other) = move_day(published, sign * number.round() as i32, unit)
    {
        found.interval = Some(Interval {
            earliest: other.min(published),
            latest: other.max(published),
        });
        found.anchor = Some(published);
    }
    found
}
