//! A row of a list: a title, facts below, chosen or not.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    CornerRadius, Galley, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{focus_ring, laid};
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

/// A way to draw a row.
pub(in crate::ui) type DrawRow = fn(&mut Ui, Row<'_>) -> Response;

/// Rows that scroll within `height`, each drawn by its number in the way that is given; where there
/// are many, all are of one height, so that only those in view are laid out.
pub(in crate::ui) fn rows_ui(
    ui: &mut Ui,
    height: f32,
    count: usize,
    mut one: impl FnMut(&mut Ui, usize, DrawRow),
) {
    const LONG: usize = 100;
    let area = ScrollArea::vertical().max_height(height);
    if count <= LONG {
        area.show(ui, |ui| {
            for position in 0..count {
                one(ui, position, row);
            }
        });
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, SHORT_ROW, count, |ui, range| {
            for position in range {
                one(ui, position, short_row);
            }
        });
    });
}

/// Height of a [`short_row`].
pub(in crate::ui) const SHORT_ROW: f32 = 54.0;

/// A row of one line each for its title and its facts, however long they are: for lists so long
/// that only what is in view can be laid out.
pub(in crate::ui) fn short_row(ui: &mut Ui, row: Row<'_>) -> Response {
    let tokens = Tokens::of(ui);
    let inner = (ui.available_width() - 2.0 * GAP).max(40.0);
    let title = one_line(ui, row.title, format(row.kind, tokens.ink), inner);
    let facts = one_line(ui, row.facts, format(Type::Small, tokens.secondary), inner);
    let size = vec2(ui.available_width(), SHORT_ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    grounded(ui, row, rect, &response, false);
    let below = vec2(GAP, GAP + title.size().y);
    ui.painter()
        .galley(rect.min + vec2(GAP, GAP), title, tokens.ink);
    ui.painter()
        .galley(rect.min + below, facts, tokens.secondary);
    focus_ring(ui, &response, RADIUS);
    response
}

/// A row of one line: its title at the left, its facts at the right.
pub(in crate::ui) fn line_row(ui: &mut Ui, row: Row<'_>) -> Response {
    /// The most of the width that facts take.
    const FACTS: f32 = 0.45;
    let tokens = Tokens::of(ui);
    let inner = (ui.available_width() - 2.0 * GAP).max(40.0);
    let facts = one_line(
        ui,
        row.facts,
        format(Type::Small, tokens.secondary),
        inner * FACTS,
    );
    let room = inner - facts.size().x - GAP;
    let title = one_line(ui, row.title, format(row.kind, tokens.ink), room);
    let size = vec2(ui.available_width(), title.size().y + 1.5 * GAP);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if grounded(ui, row, rect, &response, false) {
        let middle = rect.center().y;
        let at = pos2(rect.left() + GAP, middle - title.size().y / 2.0);
        ui.painter().galley(at, title, tokens.ink);
        let size = facts.size();
        let at = pos2(rect.right() - GAP - size.x, middle - size.y / 2.0);
        ui.painter().galley(at, facts, tokens.secondary);
        focus_ring(ui, &response, RADIUS);
    }
    response
}

/// Words on one line, cut where they do not fit.
fn one_line(ui: &Ui, words: &str, set: TextFormat, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(words.to_owned(), set);
    job.wrap = TextWrapping::truncate_at_width(width);
    laid(ui, job)
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
    let galley = laid(ui, job);
    let size = vec2(width, galley.size().y + 2.0 * GAP);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if !grounded(ui, row, rect, &response, is_card) {
        return response;
    }
    ui.painter()
        .galley(rect.min + vec2(GAP, GAP), galley, tokens.ink);
    focus_ring(ui, &response, RADIUS);
    response
}

/// Names a row and draws what lies under its words; `false` when it is out of view.
fn grounded(ui: &Ui, row: Row<'_>, rect: Rect, response: &Response, is_card: bool) -> bool {
    let tokens = Tokens::of(ui);
    let name = if row.facts.is_empty() {
        row.title.to_owned()
    } else {
        format!("{}, {}", row.title, row.facts)
    };
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, row.is_chosen, name.as_str())
    });
    if !ui.is_rect_visible(rect) {
        return false;
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
    true
}
