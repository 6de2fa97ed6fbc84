//! The chips above the table.

use egui::{TextEdit, Ui};

use super::super::widgets::{PICK_WIDTH, chip, chips_ui, days_chip_ui, pick_ui};
use crate::model::Story;
use crate::review::{ClaimMarks, Review};
use crate::session::Command;
use crate::ui::Outbox;
use crate::ui::words;
use crate::view::claims::ClaimsState;
use crate::view::{labels, wording};

/// Draws the filters.
pub(super) fn filters_ui(ui: &mut Ui, state: &ClaimsState, review: &Review, outbox: &mut Outbox) {
    let mut changed = state.clone();
    chips_ui(ui, |ui| {
        if chip(ui, words::TABLE, !state.shows_grid).clicked() {
            changed.shows_grid = false;
        }
        if chip(ui, words::WHO_TELLS_IT, state.shows_grid).clicked() {
            changed.shows_grid = true;
        }
        ui.add_space(12.0);
        for (text, flag) in [
            (words::TOLD_BY_TWO, &mut changed.only_shared),
            (words::NUMBERS_DIFFER, &mut changed.only_numbers),
            (words::DENIED_OR_DOUBTED, &mut changed.only_disputed),
        ] {
            if chip(ui, text, *flag).clicked() {
                *flag = !*flag;
            }
        }
        let marks = |flag: fn(&ClaimMarks) -> bool| review.marked().any(flag);
        for (text, flag, is_used) in [
            (
                words::STARRED,
                &mut changed.only_starred,
                marks(|m| m.is_starred),
            ),
            (
                words::HIDDEN,
                &mut changed.shows_hidden,
                marks(|m| m.is_hidden),
            ),
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
                [words::STORY, words::ALL_STORIES],
                stories,
                name,
                &mut changed.story,
            );
        }
        let outlets: Vec<usize> = (0..review.index().outlets.len()).collect();
        if outlets.len() > 1 {
            let name = |at: &usize| labels::outlet(review, *at, 60);
            pick_ui(
                ui,
                PICK_WIDTH,
                [words::OUTLET, words::ALL_OUTLETS],
                &outlets,
                name,
                &mut changed.outlet,
            );
        }
        days_chip_ui(ui, state.days, outbox);
        let field = TextEdit::singleline(&mut changed.query)
            .hint_text(words::FIND_IN_CLAIMS)
            .desired_width(150.0);
        ui.add(field).accessible_name(words::FIND_IN_CLAIMS);
    });
    if changed != *state {
        outbox.send(Command::SetClaims(changed));
    }
}
