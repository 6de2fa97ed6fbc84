//! The certainty ladder: a small drawing of how surely a claim is told, telling by telling.

use egui::{
    CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::model::Certainty;
use crate::ui::theme::Tokens;
use crate::ui::words;
use crate::view::wording;

/// What the bars mean.
pub(in crate::ui) const LADDER: &str = words::A_BAR_FOR_EACH_TELLING_THE;

/// The most tellings that are drawn.
const STEPS_MAX: usize = 8;
const WIDTH: f32 = 8.0;
const HEIGHT: f32 = 18.0;

/// Draws a bar for each telling: full for stated, half for on a source's word or hedged, hollow
/// for denied, a foot for a question.
pub(in crate::ui) fn ladder(ui: &mut Ui, course: &[Certainty]) -> Response {
    let tokens = Tokens::of(ui);
    let steps = course.len().min(STEPS_MAX);
    let size = vec2(steps as f32 * (WIDTH + 3.0), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let words = wording::certainty_course(course);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words.as_str()));
    for (position, certainty) in course.iter().take(STEPS_MAX).enumerate() {
        let left = rect.left() + position as f32 * (WIDTH + 3.0);
        let (height, is_hollow) = match certainty {
            Certainty::Stated => (HEIGHT, false),
            Certainty::Attributed => (HEIGHT * 0.66, false),
            Certainty::Hedged => (HEIGHT * 0.4, false),
            Certainty::Denied => (HEIGHT, true),
            Certainty::Questioned => (HEIGHT * 0.4, true),
        };
        let bar = Rect::from_min_max(
            pos2(left, rect.bottom() - height),
            pos2(left + WIDTH, rect.bottom()),
        );
        let corners = CornerRadius::same(2);
        if is_hollow {
            let line = Stroke::new(1.5, tokens.alarm);
            ui.painter()
                .rect_stroke(bar, corners, line, StrokeKind::Inside);
        } else {
            ui.painter().rect_filled(bar, corners, tokens.accent);
        }
    }
    response
}
