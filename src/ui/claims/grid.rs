//! The grid of who tells which claim: gaps are said out loud.

use egui::{Grid, Label, ScrollArea, Ui, vec2};

use super::super::theme::{Tokens, Type, outlet_mark, outlet_shape, rich_in};
use super::super::widgets::{link, paragraph, quiet_button};
use crate::model::Certainty;
use crate::review::Review;
use crate::session::Command;
use crate::ui::Outbox;
use crate::ui::{phrases, words};
use crate::view::claims::{Cell, Coverage};
use crate::view::{labels, wording};

/// Draws the grid.
pub(super) fn grid_ui(ui: &mut Ui, review: &Review, coverage: &Coverage, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    if coverage.rows.is_empty() {
        ui.label(rich_in(
            words::NO_SHARED_CLAIM_HERE,
            Type::Lead,
            tokens.secondary,
        ));
        return;
    }
    let names = &review.index().outlets;
    if let [only] = coverage.outlets.as_slice()
        && names.get(*only).is_some_and(String::is_empty)
    {
        paragraph(ui, words::NO_OUTLETS_HERE, Type::Lead, tokens.secondary);
        if quiet_button(ui, words::ONE_CLAIM_EVERY_SOURCE).clicked() {
            outbox.send(Command::CompareByClaim(true));
        }
        return;
    }
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        Grid::new("coverage")
            .num_columns(coverage.outlets.len() + 1)
            .spacing(vec2(24.0, 12.0))
            .min_col_width(84.0)
            .show(ui, |ui| {
                ui.label(rich_in(words::CLAIM, Type::Group, tokens.secondary));
                for outlet in &coverage.outlets {
                    ui.horizontal(|ui| {
                        let (rect, _) =
                            ui.allocate_exact_size(vec2(12.0, 12.0), egui::Sense::hover());
                        let color = tokens.outlet(*outlet);
                        let shape = outlet_shape(*outlet);
                        outlet_mark(ui.painter(), shape, rect.center(), 5.0, color, false);
                        let name = labels::outlet(review, *outlet, 22);
                        ui.label(rich_in(name, Type::Group, tokens.secondary));
                    });
                }
                ui.end_row();
                for (claim, words, cells) in &coverage.rows {
                    ui.allocate_ui(vec2(300.0, 20.0), |ui| {
                        ui.set_max_width(300.0);
                        let words = rich_in(words, Type::Ui, tokens.ink);
                        let response = ui
                            .add(Label::new(words).truncate().sense(egui::Sense::click()))
                            .on_hover_text(words::OPEN_THIS_CLAIM);
                        if response.clicked() {
                            outbox.send(Command::ChooseClaim(Some(*claim)));
                        }
                    });
                    for cell in cells {
                        cell_ui(ui, cell, outbox);
                    }
                    ui.end_row();
                }
            });
        if coverage.more_outlets > 0 {
            let more = phrases::outlets(coverage.more_outlets);
            let line = phrases::fewer_articles(&more);
            ui.label(rich_in(line, Type::Small, tokens.secondary));
        }
    });
}

fn cell_ui(ui: &mut Ui, cell: &Cell, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    match cell {
        Cell::NotFound => {
            ui.label(rich_in(words::NOT_FOUND, Type::Small, tokens.secondary));
        }
        Cell::Told {
            place,
            certainty,
            is_first,
        } => {
            let sign = match certainty {
                Certainty::Stated | Certainty::Attributed => "●",
                Certainty::Hedged | Certainty::Questioned => "○",
                Certainty::Denied => "×",
            };
            let verb = wording::certainty_verb(*certainty);
            let first = if *is_first { ", first" } else { "" };
            if link(ui, &format!("{sign} {verb}{first}"))
                .on_hover_text(words::GO_TO_PLACE)
                .clicked()
            {
                outbox.send(Command::GoTo(place.0.clone(), place.1));
            }
        }
    }
}
