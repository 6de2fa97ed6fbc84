//! Buttons: the main one, plain ones, quiet ones, links.

use egui::{Button, Color32, CornerRadius, Response, Stroke, StrokeKind, Ui, vec2};

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
    let scope = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(20.0, 8.0);
        ui.add(button)
    });
    ringed(ui, scope.inner)
}

/// Draws a ring around a button that the keyboard is on; inside, the fill of some would hide it.
pub(in crate::ui) fn ringed(ui: &Ui, button: Response) -> Response {
    if button.has_focus() {
        let line = Stroke::new(2.0, Tokens::of(ui).accent);
        let around = button.rect.expand(1.0);
        let corners = CornerRadius::same(RADIUS + 1);
        ui.painter()
            .rect_stroke(around, corners, line, StrokeKind::Outside);
    }
    button
}

/// A small button inside a card or bar.
pub(in crate::ui) fn quiet_button(ui: &mut Ui, text: &str) -> Response {
    let button = quiet(ui, text);
    let button = ui.add(button);
    ringed(ui, button)
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

/// Words that lead somewhere. They are no text to be selected: a click would begin a selection, and
/// the next copying would take these words.
pub(in crate::ui) fn link(ui: &mut Ui, text: &str) -> Response {
    let style = ui.style().clone();
    ui.style_mut().interaction.selectable_labels = false;
    let response = ui.link(rich(text, Type::Small));
    ui.set_style(style);
    response
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
    let button = ui.add_enabled(is_enabled, button);
    let response = ringed(ui, button).on_hover_text(tip);
    if response.clicked() {
        outbox.send(action);
    }
}
