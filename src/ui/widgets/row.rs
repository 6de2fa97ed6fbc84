//! A row of a list: a title, facts below, chosen or not.

use egui::text::LayoutJob;
use egui::{
    CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::focus_ring;
use crate::ui::theme::{GAP, RADIUS, Tokens, Type, format};

/// What a row shows.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Row<'a> {
    /// Its title.
    pub(in crate::ui) title: &'a str,
    /// How the title is set.
    pub(in crate::ui) kind: Type,
    /// Facts below; empty for none.
    pub(in crate::ui) facts: &'a str,
    /// Whether it is the chosen one.
    pub(in crate::ui) is_chosen: bool,
}

/// A row without a ground of its own.
pub(in crate::ui) fn row(ui: &mut Ui, row: Row<'_>) -> Response {
    painted(ui, row, false)
}

/// A row that is a card.
pub(in crate::ui) fn card_row(ui: &mut Ui, row: Row<'_>) -> Response {
    painted(ui, row, true)
}

fn painted(ui: &mut Ui, row: Row<'_>, is_card: bool) -> Response {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let inner = (width - 2.0 * GAP).max(40.0);
    let mut job = LayoutJob::default();
    job.wrap.max_width = inner;
    job.append(row.title, 0.0, format(row.kind, tokens.ink));
    if !row.facts.is_empty() {
        job.append("\n", 0.0, format(Type::Small, tokens.secondary));
        job.append(row.facts, 0.0, format(Type::Small, tokens.secondary));
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = vec2(width, galley.size().y + 2.0 * GAP);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = if row.facts.is_empty() {
        row.title.to_owned()
    } else {
        format!("{}, {}", row.title, row.facts)
    };
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, row.is_chosen, name.as_str())
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let corners = CornerRadius::same(RADIUS);
    let painter = ui.painter();
    if row.is_chosen || is_card {
        painter.rect_filled(rect, corners, tokens.card);
    }
    if is_card {
        let line = Stroke::new(1.0, tokens.line);
        painter.rect_stroke(rect, corners, line, StrokeKind::Inside);
    }
    if response.hovered() && !row.is_chosen {
        painter.rect_filled(rect, corners, tokens.hover);
    }
    if row.is_chosen {
        let edge = Rect::from_min_max(rect.min, pos2(rect.min.x + 3.0, rect.max.y));
        painter.rect_filled(edge, CornerRadius::same(2), tokens.accent);
    }
    painter.galley(rect.min + vec2(GAP, GAP), galley, tokens.ink);
    focus_ring(ui, &response, RADIUS);
    response
}
