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

/// The most bars that are drawn.
const STEPS_MAX: usize = 8;
const WIDTH: f32 = 8.0;
const HEIGHT: f32 = 18.0;

/// Draws a bar for each telling: full for stated, half for on a source's word or hedged, hollow
/// for denied, a foot for a question. Of many tellings it draws fewer, but every change.
pub(in crate::ui) fn ladder(ui: &mut Ui, course: &[Certainty]) -> Response {
    let tokens = Tokens::of(ui);
    let steps = thinned(course);
    let size = vec2(steps.len() as f32 * (WIDTH + 3.0), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let words = wording::certainty_course(course);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words.as_str()));
    for (position, certainty) in steps.iter().enumerate() {
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

/// At most [`STEPS_MAX`] steps of a course: tellings alike in a row fall away first, from the longest
/// row, then those in the middle.
fn thinned(course: &[Certainty]) -> Vec<Certainty> {
    let mut rows: Vec<(Certainty, usize)> = course
        .chunk_by(|one, next| one == next)
        .filter_map(|row| Some((*row.first()?, row.len())))
        .collect();
    for _ in STEPS_MAX..course.len() {
        let longest = rows.iter_mut().max_by_key(|(_, length)| *length);
        if let Some((_, length)) = longest.filter(|(_, length)| *length > 1) {
            *length -= 1;
        }
    }
    let mut steps: Vec<Certainty> = rows
        .into_iter()
        .flat_map(|(certainty, length)| std::iter::repeat_n(certainty, length))
        .collect();
    while steps.len() > STEPS_MAX {
        steps.remove(STEPS_MAX / 2);
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::{STEPS_MAX, thinned};
    use crate::model::Certainty::{Attributed, Denied, Stated};

    #[test]
    fn of_many_tellings_every_change_is_drawn() {
        assert_eq!(thinned(&[Stated, Denied]), [Stated, Denied]);
        let mut long = vec![Stated; 12];
        long.extend([Denied, Attributed]);
        let steps = thinned(&long);
        assert_eq!(steps.len(), STEPS_MAX);
        assert!(steps.ends_with(&[Stated, Denied, Attributed]));
        let restless = [Stated, Denied].repeat(20);
        assert_eq!(thinned(&restless).len(), STEPS_MAX);
        assert!(thinned(&[]).is_empty());
    }
}
