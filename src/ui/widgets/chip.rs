//! Chips: filters, the legend, outlets.

use egui::text::LayoutJob;
use egui::{
    Color32, CornerRadius, InnerResponse, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, vec2,
};

use super::{focus_ring, laid, underline};
use crate::ui::theme::{Tokens, Type, format, outlet_mark, outlet_shape, tint};
use crate::view::Highlight;

const HEIGHT: f32 = 26.0;
const ROUND: u8 = 13;
const EDGE: f32 = 11.0;

/// Chips and buttons side by side, on as many lines as they need.
pub(in crate::ui) fn chips_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        add(ui)
    })
}

/// A filter that is on or off.
pub(in crate::ui) fn chip(ui: &mut Ui, text: &str, is_on: bool) -> Response {
    let tokens = Tokens::of(ui);
    let color = if is_on { tokens.on_accent } else { tokens.ink };
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), Type::Small.font(), color);
    let size = vec2(galley.size().x + 2.0 * EDGE, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, text));
    ground(ui, &response, is_on);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, color);
    response
}

/// A count with its words, which leads to what it counts.
pub(in crate::ui) fn count_chip(ui: &mut Ui, text: &str, is_fact: bool) -> Response {
    let tokens = Tokens::of(ui);
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), Type::Small.font(), tokens.ink);
    let size = vec2(galley.size().x + 2.0 * EDGE, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    ground(ui, &response, false);
    if is_fact {
        let corners = CornerRadius::same(ROUND);
        let line = Stroke::new(1.0, tokens.fact);
        ui.painter().rect_filled(rect, corners, tokens.fact_tint);
        ui.painter()
            .rect_stroke(rect, corners, line, StrokeKind::Inside);
        focus_ring(ui, &response, ROUND);
    }
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, tokens.ink);
    response
}

fn ground(ui: &Ui, response: &Response, is_on: bool) {
    let tokens = Tokens::of(ui);
    let corners = CornerRadius::same(ROUND);
    let fill = match (is_on, response.hovered()) {
        (true, _) => tokens.accent,
        (false, true) => tokens.hover,
        (false, false) => tokens.card,
    };
    let line = if is_on { tokens.accent } else { tokens.line };
    let painter = ui.painter();
    painter.rect_filled(response.rect, corners, fill);
    let line = Stroke::new(1.0, line);
    painter.rect_stroke(response.rect, corners, line, StrokeKind::Inside);
    focus_ring(ui, response, ROUND);
}

/// One kind of highlight with its count; struck out while it is hidden.
pub(in crate::ui) fn legend_chip(
    ui: &mut Ui,
    highlight: Highlight,
    count: usize,
    is_shown: bool,
) -> Response {
    let tokens = Tokens::of(ui);
    let name = highlight.name();
    let ink = if is_shown {
        tokens.ink
    } else {
        tokens.secondary
    };
    let mut words = format(Type::Small, ink);
    if !is_shown {
        words.strikethrough = Stroke::new(1.0, tokens.secondary);
    }
    let lay = |ui: &Ui, text: &str, words: &egui::TextFormat| {
        let mut job = LayoutJob::default();
        job.append(text, 0.0, words.clone());
        laid(ui, job)
    };
    let label = lay(ui, name, &words);
    let number = lay(
        ui,
        &count.to_string(),
        &format(Type::Small, tokens.secondary),
    );
    let width = label.size().x + number.size().x + 3.0 * EDGE - 3.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT + 2.0), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::CheckBox, true, is_shown, format!("{name} {count}"))
    });
    ground(ui, &response, false);
    let top = rect.center().y - label.size().y / 2.0;
    let at = Pos2::new(rect.left() + EDGE, top);
    if is_shown {
        let color = tokens.kind(highlight);
        let mark = Rect::from_min_size(at, label.size()).expand2(vec2(2.0, -1.0));
        ui.painter()
            .rect_filled(mark, CornerRadius::same(2), tint(color, tokens.card, 0.12));
        underline(ui.painter(), highlight, mark, color);
    }
    let number_at = Pos2::new(at.x + label.size().x + EDGE - 3.0, top);
    ui.painter().galley(at, label, ink);
    ui.painter().galley(number_at, number, tokens.secondary);
    response
}

/// One outlet with its mark.
pub(in crate::ui) fn outlet_chip(
    ui: &mut Ui,
    name: &str,
    position: usize,
    is_on: bool,
) -> Response {
    let tokens = Tokens::of(ui);
    let color: Color32 = if is_on { tokens.ink } else { tokens.secondary };
    let mut words = format(Type::Small, color);
    if !is_on {
        words.strikethrough = Stroke::new(1.0, tokens.secondary);
    }
    let mut job = LayoutJob::default();
    job.append(name, 0.0, words);
    let galley = laid(ui, job);
    let size = vec2(galley.size().x + 2.0 * EDGE + 16.0, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name));
    ground(ui, &response, false);
    let center = Pos2::new(rect.left() + EDGE + 4.0, rect.center().y);
    let mark = if is_on {
        tokens.outlet(position)
    } else {
        tokens.line
    };
    outlet_mark(
        ui.painter(),
        outlet_shape(position),
        center,
        5.0,
        mark,
        false,
    );
    let at = Pos2::new(
        rect.left() + EDGE + 16.0,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, color);
    response
}
