//! Highlights: where they lie on a laid-out text, and the line below each kind.

use egui::{Color32, Galley, Painter, Pos2, Rect, Shape, Stroke, pos2};

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
    let (first, last) = (chars(span.start), chars(span.end));
    let mut rects: Vec<Rect> = Vec::new();
    let mut row_start = 0;
    for row in &galley.rows {
        let count = row.glyphs.len();
        let start = first.max(row_start) - row_start;
        let end = last.min(row_start + count).saturating_sub(row_start);
        let mut across: Option<(f32, f32)> = None;
        for glyph in row.glyphs.iter().take(end).skip(start) {
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
