//! Buttons: the main one, plain ones, quiet ones, links.

use egui::{Button, Color32, CornerRadius, Response, Stroke, Ui, vec2};

use crate::session::{Action, Session};
use crate::ui::Outbox;
use crate::ui::keys::tooltip;
use crate::ui::theme::{RADIUS, Tokens, Type, rich, rich_in};

/// The one button that matters most.
pub(in crate::ui) fn main_button(ui: &mut Ui, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    let button = Button::new(rich_in(text, Type::Strong, tokens.on_accent))
        .fill(tokens.accent)
        .stroke(Stroke::new(1.0, tokens.accent))
        .corner_radius(CornerRadius::same(RADIUS))
        .min_size(vec2(0.0, 36.0));
    padded(ui, button)
}

/// A button beside the main one.
pub(in crate::ui) fn plain_button(ui: &mut Ui, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    let button = Button::new(rich_in(text, Type::Strong, tokens.accent))
        .fill(tokens.card)
        .stroke(Stroke::new(1.0, tokens.accent))
        .corner_radius(CornerRadius::same(RADIUS))
        .min_size(vec2(0.0, 36.0));
    padded(ui, button)
}

fn padded(ui: &mut Ui, button: Button<'_>) -> Response {
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(20.0, 8.0);
        ui.add(button)
    })
    .inner
}

/// A small button inside a card or bar.
pub(in crate::ui) fn quiet_button(ui: &mut Ui, text: &str) -> Response {
    let button = quiet(ui, text);
    ui.add(button)
}

/// Width of a [`quiet_button`], in points.
pub(in crate::ui) fn quiet_width(ui: &Ui, text: &str) -> f32 {
    let words =
        ui.painter()
            .layout_no_wrap(text.to_owned(), Type::Small.font(), Color32::PLACEHOLDER);
    words.size().x + 2.0 * ui.spacing().button_padding.x
}

fn quiet(ui: &Ui, text: &str) -> Button<'static> {
    let tokens = Tokens::of(ui);
    Button::new(rich(text, Type::Small))
        .fill(tokens.panel)
        .stroke(Stroke::new(1.0, tokens.line))
        .wrap_mode(egui::TextWrapMode::Extend)
}

/// Words that lead somewhere.
pub(in crate::ui) fn link(ui: &mut Ui, text: &str) -> Response {
    ui.link(rich(text, Type::Small))
}

/// A quiet button for an act, with its own words, tooltip and keys.
pub(in crate::ui) fn action_button(
    ui: &mut Ui,
    session: &Session,
    action: Action,
    outbox: &mut Outbox,
) {
    let is_enabled = action.is_enabled(session);
    let tip = tooltip(ui.ctx(), action);
    let button = quiet(ui, action.text());
    // Added as it is, without a frame around it, so that a row of buttons wraps.
    let response = ui.add_enabled(is_enabled, button).on_hover_text(tip);
    if response.clicked() {
        outbox.send(action);
    }
}
