//! Highlights: where they lie on a laid-out text, and the line below each kind.

use std::collections::BTreeMap;

use egui::{Color32, Galley, Painter, Pos2, Rect, Shape, Stroke, pos2};

use super::direction::is_right_to_left;
use crate::model::Span;
use crate::view::Highlight;

/// Rectangles that a piece of a laid-out text covers, one per line, relative to the layout.
pub(in crate::ui) fn range_rects(galley: &Galley, span: Span) -> Vec<Rect> {
    let chars = |byte: usize| {
        galley
            .text()
            .get(..byte)
            .map_or(0, |head| head.chars().count())
    };
    let trimmed = span.trimmed(galley.text());
    let (first, last) = (chars(trimmed.start), chars(trimmed.end));
    if glyphs_of(galley) != chars_of(galley) {
        return uneven_rects(galley, first, last);
    }
    let mut rects: Vec<Rect> = Vec::new();
    let mut row_start = 0;
    for row in &galley.rows {
        let count = row.glyphs.len();
        let start = first.max(row_start) - row_start;
        let end = last.min(row_start + count).saturating_sub(row_start);
        let mut across: Option<(f32, f32)> = None;
        // A space that a line ends with is no part of what stands there.
        let is_last = |glyph: &&egui::epaint::text::Glyph| glyph.chr.is_whitespace();
        let inside = row.glyphs.iter().take(end).skip(start);
        let spaces = inside.clone().rev().take_while(is_last).count();
        for glyph in inside.take(end.saturating_sub(start + spaces)) {
            let left = row.pos.x + glyph.pos.x;
            let right = row.pos.x + glyph.max_x();
            across = Some(across.map_or((left, right), |(a, b)| (a.min(left), b.max(right))));
        }
        if let Some((left, right)) = across {
            rects.push(Rect::from_x_y_ranges(left..=right, row.rect().y_range()));
        }
        row_start += count + usize::from(row.ends_with_newline);
    }
    rects
}

/// Glyphs of a layout, a line end counted as one.
fn glyphs_of(galley: &Galley) -> usize {
    let rows = galley.rows.iter();
    rows.map(|row| row.glyphs.len() + usize::from(row.ends_with_newline))
        .sum()
}

fn chars_of(galley: &Galley) -> usize {
    galley.text().chars().count()
}

/// Rectangles of the characters from `first` to before `last` where letters are joined, so that
/// glyphs cannot be counted: a word written from right to left is taken as a whole.
fn uneven_rects(galley: &Galley, first: usize, last: usize) -> Vec<Rect> {
    let mut glyphs = galley.rows.iter().enumerate().flat_map(|(number, row)| {
        row.glyphs.iter().map(move |glyph| {
            let left = row.pos.x + glyph.pos.x;
            (number, glyph.chr, left, row.pos.x + glyph.max_x())
        })
    });
    let mut glyphs = glyphs.by_ref().peekable();
    let mut chars = galley.text().chars().enumerate().peekable();
    let mut spans: BTreeMap<usize, (f32, f32)> = BTreeMap::new();
    let mut take = |row: usize, left: f32, right: f32| {
        let across = spans.entry(row).or_insert((left, right));
        *across = (across.0.min(left), across.1.max(right));
    };
    while let Some((at, chr)) = chars.next() {
        if chr == '\n' {
            continue;
        }
        let mut is_inside = (first..last).contains(&at);
        if !is_right_to_left(chr) {
            if let Some((row, _, left, right)) = glyphs.next()
                && is_inside
            {
                take(row, left, right);
            }
            continue;
        }
        while let Some((at, _)) = chars.next_if(|(_, next)| is_right_to_left(*next)) {
            is_inside |= (first..last).contains(&at);
        }
        while let Some((row, _, left, right)) =
            glyphs.next_if(|(_, chr, ..)| is_right_to_left(*chr))
        {
            if is_inside {
                take(row, left, right);
            }
        }
    }
    let rows = spans.into_iter();
    rows.filter_map(|(row, (left, right))| {
        let row = galley.rows.get(row)?;
        Some(Rect::from_x_y_ranges(left..=right, row.rect().y_range()))
    })
    .collect()
}

/// Draws the line of a kind at the foot of a rectangle: each kind has a line of its own.
pub(in crate::ui) fn underline(painter: &Painter, kind: Highlight, rect: Rect, color: Color32) {
    let y = rect.bottom() - 1.0;
    let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
    let line = |width: f32| Stroke::new(width, color);
    let below = |offset: f32| {
        [
            pos2(rect.left(), y + offset),
            pos2(rect.right(), y + offset),
        ]
    };
    match kind {
        Highlight::Person => {
            painter.line_segment(ends, line(2.0));
        }
        Highlight::Organisation => {
            painter.line_segment(below(-1.5), line(1.0));
            painter.line_segment(below(1.0), line(1.0));
        }
        Highlight::Place => dashed(painter, ends, line(2.0), 6.0, 3.0),
        Highlight::Group => dotted(painter, ends, color, 1.1, 4.0),
        Highlight::Event => {
            dashed(painter, ends, line(2.0), 9.0, 6.0);
            dotted_between(painter, ends, color);
        }
        Highlight::Date => {
            painter.line_segment(ends, line(1.0));
        }
        Highlight::Amount => dashed(painter, ends, line(1.0), 3.0, 2.5),
    }
}

fn dashed(painter: &Painter, ends: [Pos2; 2], line: Stroke, dash: f32, gap: f32) {
    painter.extend(Shape::dashed_line(&ends, line, dash, gap));
}

fn dotted(painter: &Painter, ends: [Pos2; 2], color: Color32, radius: f32, spacing: f32) {
    painter.extend(Shape::dotted_line(&ends, color, spacing, radius));
}

/// Dots in the gaps of the dashes of an event's line.
fn dotted_between(painter: &Painter, ends: [Pos2; 2], color: Color32) {
    let [from, to] = ends;
    let mut x = from.x + 12.0;
    while x < to.x - 1.0 {
        painter.circle_filled(pos2(x, from.y), 1.1, color);
        x += 15.0;
    }
}
