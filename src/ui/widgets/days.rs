//! The days that were selected on the timeline, shown wherever they leave something out.

use egui::Ui;

use super::count_chip;
use crate::model::Interval;
use crate::session::Command;
use crate::ui::Outbox;
use crate::ui::{phrases, words};

/// Draws the selected days, if any; a click lets go of them.
pub(in crate::ui) fn days_chip_ui(ui: &mut Ui, days: Option<Interval>, outbox: &mut Outbox) {
    let Some(days) = days else {
        return;
    };
    let text = format!("{}  ×", phrases::only(days));
    let response = count_chip(ui, &text, true).on_hover_text(words::SHOW_ALL_DAYS_AGAIN);
    if response.clicked() {
        outbox.send(Command::SetDays(None));
    }
}
