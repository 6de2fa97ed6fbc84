//! Selectable words, some of them marked: grounds first, then lines, then the words, so that no line
//! of text lies over what marks the one above it.

use egui::text::LayoutJob;
use egui::text_selection::LabelSelectionState;
use egui::{Color32, CornerRadius, Label, Response, Role, Stroke, Ui, WidgetInfo, vec2};

use super::{laid, range_rects};
use crate::model::Span;
use crate::ui::theme::Tokens;

/// How some of the words are marked.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Marking {
    /// Bytes of all the words.
    pub(in crate::ui) span: Span,
    /// What lies behind them.
    pub(in crate::ui) ground: Color32,
    /// The line below them.
    pub(in crate::ui) line: Stroke,
}

/// Draws words with their markings.
pub(in crate::ui) fn marked_label(ui: &mut Ui, job: LayoutJob, markings: &[Marking]) -> Response {
    let galley = laid(ui, job);
    let (at, galley, response) = Label::new(galley).selectable(true).layout_in_ui(ui);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
    if !ui.is_rect_visible(response.rect) {
        return response;
    }
    let painter = ui.painter();
    let placed: Vec<_> = markings
        .iter()
        .flat_map(|marking| {
            let rects = range_rects(&galley, marking.span).into_iter();
            rects.map(move |rect| (rect.translate(at.to_vec2()), marking))
        })
        .collect();
    for (rect, marking) in &placed {
        let mut ground = rect.expand2(vec2(1.0, 0.0));
        ground.min.y += 1.0;
        painter.rect_filled(ground, CornerRadius::same(2), marking.ground);
    }
    for (rect, marking) in &placed {
        let below = rect.bottom() - marking.line.width;
        painter.hline(rect.x_range(), below, marking.line);
    }
    let ink = Tokens::of(ui).ink;
    LabelSelectionState::label_text_selection(ui, &response, at, galley, ink, Stroke::NONE);
    response
}
