//! The chips above the table.

use egui::{TextEdit, Ui, vec2};

use super::super::widgets::{PICK_WIDTH, chip, days_chip_ui, pick_ui};
use crate::model::Story;
use crate::review::{ClaimMarks, Review};
use crate::session::Command;
use crate::ui::Outbox;
use crate::view::claims::ClaimsState;
use crate::view::wording;

/// Draws the filters.
pub(super) fn filters_ui(ui: &mut Ui, state: &ClaimsState, review: &Review, outbox: &mut Outbox) {
    let mut changed = state.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        if chip(ui, "Table", !state.shows_grid).clicked() {
            changed.shows_grid = false;
        }
        if chip(ui, "Who tells it", state.shows_grid).clicked() {
            changed.shows_grid = true;
        }
        ui.add_space(12.0);
        for (text, flag) in [
            ("told by 2 or more", &mut changed.only_shared),
            ("numbers differ", &mut changed.only_numbers),
            ("denied or doubted", &mut changed.only_disputed),
        ] {
            if chip(ui, text, *flag).clicked() {
                *flag = !*flag;
            }
        }
        let marks = |flag: fn(&ClaimMarks) -> bool| review.marked().any(flag);
        for (text, flag, is_used) in [
            (
                "starred",
                &mut changed.only_starred,
                marks(|m| m.is_starred),
            ),
            ("hidden", &mut changed.shows_hidden, marks(|m| m.is_hidden)),
        ] {
            if (is_used || *flag) && chip(ui, text, *flag).clicked() {
                *flag = !*flag;
            }
        }
        let stories = &review.analysis().stories;
        if stories.len() > 1 {
            let name = |story: &Story| wording::shortened(&story.name, 40);
            pick_ui(
                ui,
                PICK_WIDTH,
                ["Story", "all stories"],
                stories,
                name,
                &mut changed.story,
            );
        }
        let outlets = &review.index().outlets;
        if outlets.len() > 1 {
            let name = |name: &String| wording::outlet(name).to_owned();
            pick_ui(
                ui,
                PICK_WIDTH,
                ["Outlet", "all outlets"],
                outlets,
                name,
                &mut changed.outlet,
            );
        }
        days_chip_ui(ui, state.days, outbox);
        let field = TextEdit::singleline(&mut changed.query)
            .hint_text("Find in claims")
            .desired_width(150.0);
        ui.add(field).accessible_name("Find in claims");
    });
    if changed != *state {
        outbox.send(Command::SetClaims(changed));
    }
}
