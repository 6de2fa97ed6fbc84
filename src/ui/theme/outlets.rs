//! The shape of an outlet: the same on every screen, so that colour is never alone.

use egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

/// A shape. Outlets beyond the last begin again with another colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutletShape {
    /// A disc.
    Circle,
    /// A square.
    Square,
    /// A triangle that points up.
    Triangle,
    /// A square on its corner.
    Diamond,
    /// A cross of two bars.
    Plus,
    /// A triangle that points down.
    Wedge,
    /// A hexagon.
    Hexagon,
}

const SHAPES: [OutletShape; 7] = [
    OutletShape::Circle,
    OutletShape::Square,
    OutletShape::Triangle,
    OutletShape::Diamond,
    OutletShape::Plus,
    OutletShape::Wedge,
    OutletShape::Hexagon,
];

/// The shape of an outlet, by its position.
pub fn outlet_shape(position: usize) -> OutletShape {
    SHAPES
        .get(position % SHAPES.len())
        .copied()
        .unwrap_or(OutletShape::Circle)
}

/// Paints an outlet's mark; hollow for what is told with doubt.
pub fn outlet_mark(
    painter: &Painter,
    shape: OutletShape,
    center: Pos2,
    radius: f32,
    color: Color32,
    is_hollow: bool,
) {
    const LINE: f32 = 2.0;
    // A line is drawn half on either side of the edge: both kinds reach as far.
    let (fill, stroke, radius) = if is_hollow {
        let line = Stroke::new(LINE, color);
        (Color32::TRANSPARENT, line, radius - LINE / 2.0)
    } else {
        (color, Stroke::NONE, radius)
    };
    let ring = |corners: usize, turn: f32, size: f32| -> Vec<Pos2> {
        (0..corners)
            .map(|corner| {
                let angle = turn + std::f32::consts::TAU * corner as f32 / corners as f32;
                center + size * vec2(angle.sin(), -angle.cos())
            })
            .collect()
    };
    let polygon = |points: Vec<Pos2>| Shape::convex_polygon(points, fill, stroke);
    let half_turn = std::f32::consts::PI;
    match shape {
        OutletShape::Circle => {
            painter.circle(center, radius, fill, stroke);
        }
        OutletShape::Square => {
            painter.add(polygon(ring(4, half_turn / 4.0, radius * 1.25)));
        }
        OutletShape::Triangle => {
            painter.add(polygon(ring(3, 0.0, radius * 1.25)));
        }
        OutletShape::Diamond => {
            painter.add(polygon(ring(4, 0.0, radius * 1.25)));
        }
        OutletShape::Wedge => {
            painter.add(polygon(ring(3, half_turn, radius * 1.25)));
        }
        OutletShape::Hexagon => {
            painter.add(polygon(ring(6, 0.0, radius * 1.1)));
        }
        OutletShape::Plus => {
            let bar = Stroke::new(if is_hollow { 2.0 } else { radius * 0.75 }, color);
            for arm in [vec2(radius, 0.0), vec2(0.0, radius)] {
                painter.line_segment([center - arm, center + arm], bar);
            }
        }
    }
}
