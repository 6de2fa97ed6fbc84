//! Parts of something larger: "early 1990", "late November", "mid-1996", "the end of the month",
//! "later this year", "year-end", "the first week of May".

use super::super::expr::{Anchor, Direction, Edge, Expr};
use super::super::words::{self, Unit};
use super::clock::is_day;
use super::deictic::steps;
use crate::annotate::grammar::{Cursor, ordinal};

/// Every part of a larger stretch.
pub(super) fn edge(cursor: &mut Cursor<'_>) -> Option<Expr> {
    prefixed(cursor)
        .or_else(|| in_the_day(cursor))
        .or_else(|| end_of(cursor))
        .or_else(|| weekend_of(cursor))
        .or_else(|| nth(cursor))
        .or_else(|| year_end(cursor))
        .or_else(|| whole(cursor))
}

/// "early 1990", "later this year", "mid-November", "late yesterday".
fn prefixed(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let has_article = probe.eat("the");
    let edge = match probe.lower(0) {
        "early" => Edge::Early,
        "earlier" => Edge::Before,
        "mid" | "middle" => Edge::Middle,
        "late" => Edge::Late,
        "later" => Edge::After,
        _ => return None,
    };
    let is_comparative = matches!(probe.lower(0), "earlier" | "later");
    probe.skip(1);
    probe.eat_hyphen();
    // "Earlier in the day after a march" is no day after.
    if probe.lower(0) == "in" && probe.lower(1) == "the" && probe.lower(2) == "day" {
        return None;
    }
    let mut inner = probe;
    inner.eat("in");
    inner.eat("on");
    let expr = whole(&mut inner)
        .or_else(|| super::parts::part(&mut inner))
        .or_else(|| {
            inner = probe;
            let _ = is_comparative && (inner.eat("in") || inner.eat("on"));
            super::point(&mut inner)
        })?;
    let fits = match &expr {
        Expr::Offset { .. } | Expr::Duration(_) => false,
        Expr::Steps { .. } => !has_article,
        _ => true,
    };
    if !fits {
        return None;
    }
    *cursor = inner;
    Some(Expr::Edge(edge, Box::new(expr)))
}

/// "the end of 1990", "the beginning of October", "the end of the month", "the rest of this year".
fn end_of(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let has_article = probe.eat("the");
    let edge = match probe.lower(0) {
        "end" | "close" => Edge::Late,
        "beginning" | "start" => Edge::Early,
        "middle" => Edge::Middle,
        _ => return None,
    };
    probe.skip(1);
    if !probe.eat("of") {
        return None;
    }
    // "at the end of the day" is a turn of phrase.
    let is_phrase = cursor.lower_before(1) == "at"
        || cursor.lower_before(1) == "the" && cursor.lower_before(2) == "at";
    let expr = whole(&mut probe)
        .or_else(|| super::point(&mut probe))
        .or_else(|| {
            let has_day = edge == Edge::Late
                && !is_phrase
                && (probe.eat_phrase("the day") || !has_article && probe.eat("day"));
            has_day.then(|| steps(Unit::Day, Direction::Same))
        })
        .or_else(|| {
            (!has_article)
                .then(|| unit_alone(&mut probe))
                .flatten()
                .map(|unit| steps(unit, Direction::This))
        })?;
    *cursor = probe;
    Some(Expr::Edge(edge, Box::new(expr)))
}

/// "the weekend of Oct. 12".
fn weekend_of(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    probe.eat("the");
    if !probe.eat_phrase("weekend of") {
        return None;
    }
    let day = super::point(&mut probe).filter(is_day)?;
    *cursor = probe;
    Some(Expr::Weekend(Box::new(day)))
}

/// "end of month", "start of year": notes leave the article out.
fn unit_alone(cursor: &mut Cursor<'_>) -> Option<Unit> {
    let unit = words::unit(cursor.lower(0)).filter(|unit| {
        matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year)
            && !words::is_plural_unit(cursor.lower(0))
    })?;
    cursor.skip(1);
    Some(unit)
}

/// "earlier in the day", "late in the day": the day spoken of.
fn in_the_day(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let edge = match probe.lower(0) {
        "early" => Edge::Early,
        "earlier" => Edge::Before,
        "late" => Edge::Late,
        "later" => Edge::After,
        _ => return None,
    };
    probe.skip(1);
    if !probe.eat_phrase("in the day") {
        return None;
    }
    *cursor = probe;
    let day = steps(Unit::Day, Direction::Same);
    Some(Expr::Edge(edge, Box::new(day)))
}

/// "the first week of 2021", "the last month of the year", "the second day of next month".
fn nth(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    probe.eat("the");
    let number = if probe.eat_any(&["last", "final"]).is_some() {
        -1
    } else {
        i32::try_from(ordinal(&mut probe)?).ok()?
    };
    let unit = words::unit(probe.lower(0))
        .filter(|unit| matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Weekend))?;
    probe.skip(1);
    if !(probe.eat("of") || probe.eat("in")) {
        return None;
    }
    let expr = whole(&mut probe).or_else(|| super::point(&mut probe))?;
    *cursor = probe;
    Some(Expr::Nth(number, unit, Box::new(expr)))
}

fn year_end(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    probe.eat("the");
    if !probe.eat("year") {
        return None;
    }
    probe.eat_hyphen();
    if !probe.eat("end") {
        return None;
    }
    *cursor = probe;
    Some(Expr::Nth(
        -1,
        Unit::Day,
        Box::new(steps(Unit::Year, Direction::This)),
    ))
}

/// "the year", "the week", "the full year", "the current fiscal year": the one spoken of, or of
/// publication.
fn whole(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if !probe.eat("the") {
        return None;
    }
    let _ = probe.eat_any(&["full", "whole", "entire", "current"]);
    let _ = probe.eat("fiscal");
    let unit = match probe.lower(0) {
        "year" => Unit::Year,
        "month" => Unit::Month,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    };
    probe.skip(1);
    if matches!(probe.lower(0), "-" | "before" | "after" | "to") {
        return None;
    }
    *cursor = probe;
    if matches!(probe.lower(0), "ended" | "ending") {
        return Some(Expr::Duration(unit.duration(Some(1.0))));
    }
    Some(Expr::Steps {
        unit,
        steps: 0,
        anchor: Anchor::Publication,
    })
}
