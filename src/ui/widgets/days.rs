//! The days that were selected on the timeline, shown wherever they leave something out.

use egui::Ui;

use super::count_chip;
use crate::model::Interval;
use crate::session::Command;
use crate::ui::Outbox;
use crate::view::wording;

/// Draws the selected days, if any; a click lets go of them.
pub(in crate::ui) fn days_chip_ui(ui: &mut Ui, days: Option<Interval>, outbox: &mut Outbox) {
    let Some(days) = days else {
        return;
    };
    let text = format!("Only {}  ×", wording::interval(days));
    let response = count_chip(ui, &text, true).on_hover_text("Show all days again");
    if response.clicked() {
        outbox.send(Command::SetDays(None));
    }
}
