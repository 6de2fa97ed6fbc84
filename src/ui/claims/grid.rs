//! The grid of who tells which claim: gaps are said out loud.

use egui::{Grid, Label, ScrollArea, Ui, vec2};

use super::super::theme::{GAP, Tokens, Type, outlet_mark, outlet_shape, rich_in};
use super::super::widgets::{link, paragraph};
use crate::model::Certainty;
use crate::session::Command;
use crate::ui::Outbox;
use crate::ui::{phrases, words};
use crate::view::claims::{Cell, Column, Coverage};
use crate::view::wording;

/// Draws the grid.
pub(super) fn grid_ui(ui: &mut Ui, coverage: &Coverage, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    if coverage.rows.is_empty() {
        ui.label(rich_in(
            words::NO_SHARED_CLAIM_HERE,
            Type::Lead,
            tokens.secondary,
        ));
        return;
    }
    if coverage.is_by_article {
        paragraph(ui, words::BY_ARTICLE, Type::Small, tokens.secondary);
        ui.add_space(GAP);
    }
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        Grid::new("coverage")
            .num_columns(coverage.columns.len() + 1)
            .spacing(vec2(24.0, 12.0))
            .min_col_width(84.0)
            .show(ui, |ui| {
                ui.label(rich_in(words::CLAIM, Type::Group, tokens.secondary));
                for column in &coverage.columns {
                    ui.horizontal(|ui| column_ui(ui, column, outbox));
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
        if coverage.more > 0 {
            let line = if coverage.is_by_article {
                phrases::fewer_claims(coverage.more)
            } else {
                phrases::fewer_articles(&phrases::outlets(coverage.more))
            };
            ui.label(rich_in(line, Type::Small, tokens.secondary));
        }
    });
}

/// The head of a column: an outlet with its mark, or an article that can be gone to.
fn column_ui(ui: &mut Ui, column: &Column, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    if let Some(outlet) = column.outlet {
        let (rect, _) = ui.allocate_exact_size(vec2(12.0, 12.0), egui::Sense::hover());
        let color = tokens.outlet(outlet);
        let shape = outlet_shape(outlet);
        outlet_mark(ui.painter(), shape, rect.center(), 5.0, color, false);
    }
    let Some(article) = &column.article else {
        ui.label(rich_in(&column.name, Type::Group, tokens.secondary))
            .on_hover_text(&column.in_full);
        return;
    };
    if link(ui, &column.name)
        .on_hover_text(&column.in_full)
        .clicked()
    {
        outbox.send(Command::Read(article.clone()));
    }
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
