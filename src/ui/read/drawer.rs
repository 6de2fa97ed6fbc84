//! The drawer of a narrow window: the side panel, floating over the page.

use egui::{Align2, Area, CornerRadius, Frame, Id, Margin, Order, Stroke, Ui, vec2};

use super::super::theme::{CARD_RADIUS, Tokens};

const WIDTH: f32 = 300.0;

/// Floats `content` at the right edge, between the bars.
pub(super) fn drawer_ui(ui: &Ui, content: impl FnOnce(&mut Ui)) {
    let tokens = Tokens::of(ui);
    let space = ui.available_rect_before_wrap();
    Area::new(Id::unique("drawer"))
        .order(Order::Middle)
        .anchor(
            Align2::RIGHT_TOP,
            vec2(0.0, space.top() - ui.ctx().content_rect().top()),
        )
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(tokens.panel)
                .stroke(Stroke::new(1.0, tokens.line))
                .corner_radius(CornerRadius {
                    nw: CARD_RADIUS,
                    sw: CARD_RADIUS,
                    ..CornerRadius::ZERO
                })
                .shadow(ui.visuals().popup_shadow)
                .inner_margin(Margin::symmetric(16, 12))
                .show(ui, |ui| {
                    ui.set_width(WIDTH);
                    ui.set_height(space.height() - 26.0);
                    content(ui);
                });
        });
}
