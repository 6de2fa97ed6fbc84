//! Small drawings: the mark of an outlet, the course of certainty.

use std::fmt::Write as _;

use maud::{Markup, html};

use crate::model::Certainty;
use crate::view::wording;

/// How many shapes and colours outlets have, as in the window.
const SHAPES: usize = 7;
const COLORS: usize = 6;

/// Radius of a mark, in the units of its drawing.
pub(super) const RADIUS: f64 = 7.0;

/// The class that gives an outlet its colour.
pub(super) fn color(outlet: usize) -> String {
    format!("o{}", outlet % COLORS)
}

/// The outline of an outlet's shape around a point.
pub(super) fn outline(outlet: usize, x: f64, y: f64, radius: f64) -> String {
    let ring = |corners: u32, turn: f64, size: f64| {
        let mut path = String::new();
        for corner in 0..corners {
            let angle = turn + std::f64::consts::TAU * f64::from(corner) / f64::from(corners);
            let letter = if corner == 0 { 'M' } else { 'L' };
            let (right, down) = (size * angle.sin(), -size * angle.cos());
            let _ = write!(path, "{letter}{:.1} {:.1}", x + right, y + down);
        }
        path.push('Z');
        path
    };
    let half = std::f64::consts::PI;
    match outlet % SHAPES {
        1 => ring(4, half / 4.0, radius * 1.2),
        2 => ring(3, 0.0, radius * 1.2),
        3 => ring(4, 0.0, radius * 1.2),
        4 => {
            let (arm, bar) = (radius, radius * 0.36);
            format!(
                "M{:.1} {:.1}h{w:.1}v{l:.1}h{l:.1}v{w:.1}h-{l:.1}v{l:.1}h-{w:.1}v-{l:.1}h-{l:.1}v-{w:.1}h{l:.1}Z",
                x - bar,
                y - arm,
                w = 2.0 * bar,
                l = arm - bar,
            )
        }
        5 => ring(3, half, radius * 1.2),
        6 => ring(6, 0.0, radius * 1.1),
        _ => ring(24, 0.0, radius),
    }
}

/// The mark of an outlet in a line of text. Its name stands beside it, so it says nothing itself.
pub(super) fn outlet(outlet: usize) -> Markup {
    html! {
        svg.mark.(color(outlet)) viewBox="0 0 20 20" aria-hidden="true" {
            path.shape d=(outline(outlet, 10.0, 10.0, RADIUS)) {}
        }
    }
}

/// The most tellings that the ladder shows.
const STEPS_MAX: usize = 8;

/// How surely a claim is told, telling by telling: bars, and the same in words.
pub(super) fn ladder(course: &[Certainty]) -> Markup {
    html! {
        span.ladder aria-hidden="true" {
            @for certainty in course.iter().take(STEPS_MAX) {
                i.(class(*certainty)) {}
            }
        }
        (wording::certainty_course(course))
    }
}

/// The class that a certainty has in the sheet of styles.
pub(super) const fn class(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "stated",
        Certainty::Attributed => "attributed",
        Certainty::Hedged => "hedged",
        Certainty::Denied => "denied",
        Certainty::Questioned => "questioned",
    }
}
