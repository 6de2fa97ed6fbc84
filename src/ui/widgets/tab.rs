//! The name of a screen in the top bar.

use egui::{CornerRadius, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::focus_ring;
use crate::ui::theme::{RADIUS, Tokens, Type};

/// A tab; the chosen one is a card with a line of the accent below.
pub(in crate::ui) fn tab(ui: &mut Ui, text: &str, is_chosen: bool) -> Response {
    let tokens = Tokens::of(ui);
    let (kind, color) = if is_chosen {
        (Type::Strong, tokens.ink)
    } else {
        (Type::Ui, tokens.secondary)
    };
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), kind.font(), color);
    // As wide as the chosen tab would be, so that nothing moves when another is chosen.
    let widest = ui
        .painter()
        .layout_no_wrap(text.to_owned(), Type::Strong.font(), color)
        .size()
        .x;
    let (rect, response) = ui.allocate_exact_size(vec2(widest + 24.0, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, text));
    let corners = CornerRadius::same(RADIUS);
    let painter = ui.painter();
    if is_chosen {
        painter.rect_filled(rect, corners, tokens.accent);
        let card = Rect::from_min_max(rect.min, pos2(rect.max.x, rect.max.y - 2.0));
        painter.rect_filled(card, corners, tokens.card);
    } else if response.hovered() {
        painter.rect_filled(rect, corners, tokens.hover);
    }
    painter.galley(rect.center() - galley.size() / 2.0, galley, color);
    focus_ring(ui, &response, RADIUS);
    response
}
