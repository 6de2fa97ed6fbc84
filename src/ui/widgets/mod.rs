//! The pieces that screens are built from.

mod buttons;
mod chip;
mod days;
mod direction;
mod heading;
mod ladder;
mod marked;
mod marks;
mod pick;
mod row;
mod tab;
mod why;

pub(super) use buttons::{
    action_button, link, main_button, plain_button, quiet_button, quiet_width, ringed,
};
pub(super) use chip::{chip, chips_ui, count_chip, legend_chip, outlet_chip};
pub(super) use days::days_chip_ui;
pub(super) use direction::{in_order, laid};
pub(super) use heading::{group_heading, heading, paragraph};
pub(super) use ladder::{LADDER, ladder};
pub(super) use marked::{Marking, marked_label};
pub(super) use marks::{range_rects, underline};
pub(super) use pick::{PICK_WIDTH, pick_ui};
pub(super) use row::{DrawRow, Row, SHORT_ROW, card_row, line_row, row, rows_ui, short_row};
pub(super) use tab::tab;
pub(super) use why::why_ui;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{CornerRadius, PopupAnchor, Rect, Response, Stroke, StrokeKind, Tooltip, Ui};

use super::theme::{PAGE_MARGIN, Tokens, Type};
use crate::ui::words;

/// A card over the page that everything else waits for.
pub(super) fn card(ui: &Ui, name: &'static str) -> egui::Modal {
    let style = ui.ctx().global_style();
    let frame = egui::Frame::popup(&style).inner_margin(18);
    egui::Modal::new(egui::Id::unique(name)).frame(frame)
}

/// Where a list will stand that is still being made.
pub(super) fn listing_ui(ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    ui.add_space(PAGE_MARGIN);
    paragraph(
        ui,
        words::PUTTING_THIS_TOGETHER,
        Type::Lead,
        tokens.secondary,
    );
}

/// Keeps the card of something that has the keyboard open beside it.
pub(super) fn focus_card(ui: &Ui, response: &Response, beside: Rect, card: impl FnOnce(&mut Ui)) {
    let anchor = PopupAnchor::from(beside);
    let id = response.id.with("card");
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, anchor)
        .gap(6.0)
        .show(card);
}

/// Puts the keyboard into a field in the first frame of its card.
pub(super) fn focus_when_opened(ui: &Ui, response: &Response) -> bool {
    let key = response.id.with("opened");
    let pass = ui.ctx().cumulative_pass_nr();
    let before: Option<u64> = ui.data(|data| data.get_temp(key));
    ui.data_mut(|data| data.insert_temp(key, pass));
    let is_opened = before.is_none_or(|before| before + 1 < pass);
    if is_opened {
        response.request_focus();
    }
    is_opened
}

/// Gives a field of text the focus when its card is opened, with the caret behind what is written and
/// not where it was in the card before.
pub(super) fn type_when_opened(ui: &Ui, response: &Response, value: &str) {
    if focus_when_opened(ui, response) {
        let mut state = TextEditState::load(ui.ctx(), response.id).unwrap_or_default();
        let end = CCursor::new(value.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::one(end)));
        state.store(ui.ctx(), response.id);
    }
}

/// A ring around what the keyboard is on.
pub(super) fn focus_ring(ui: &Ui, response: &Response, radius: u8) {
    if response.has_focus() {
        let line = Stroke::new(2.0, Tokens::of(ui).accent);
        let corners = CornerRadius::same(radius);
        ui.painter()
            .rect_stroke(response.rect, corners, line, StrokeKind::Inside);
    }
}

/// Draws into a rectangle that was allocated already, so that what comes after stays in its place.
pub(super) fn within<R>(
    ui: &mut Ui,
    rect: egui::Rect,
    salt: impl egui::AsIdSalt,
    layout: egui::Layout,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let builder = egui::UiBuilder::new()
        .max_rect(rect)
        .id_salt(salt)
        .layout(layout);
    content(&mut ui.new_child(builder))
}
