//! The two windows over the page: add or replace, and the files that could not be read.

use egui::{Id, Modal, ScrollArea, Ui};

use super::Outbox;
use super::theme::{GAP, TWICE, Tokens, Type};
use super::widgets::{heading, main_button, paragraph, plain_button, quiet_button};
use crate::model::Skipped;
use crate::session::{Command, Session};
use crate::view::wording;

/// Draws the dialog that is open, if any.
pub(super) fn dialogs_ui(ui: &Ui, session: &Session, outbox: &mut Outbox) {
    if let Some(roots) = &session.dropped {
        add_or_replace_ui(ui, session, &wording::collection_name(roots), outbox);
    }
    if session.shows_skipped
        && let Some(review) = &session.review
    {
        skipped_ui(ui, review.skipped(), outbox);
    }
}

fn add_or_replace_ui(ui: &Ui, session: &Session, dropped: &str, outbox: &mut Outbox) {
    let open = session
        .review
        .as_ref()
        .map_or("", |review| review.name.as_str());
    let response = Modal::new(Id::unique("add-or-replace")).show(ui.ctx(), |ui| {
        let tokens = Tokens::of(ui);
        ui.set_max_width(420.0);
        let question = format!("Read “{dropped}” together with “{open}”?");
        heading(ui, &question, Type::Strong, 1);
        let line = "Added, its articles are read and compared with those that are open. \
                    Replaced, they stand alone.";
        paragraph(ui, line, Type::Ui, tokens.secondary);
        ui.add_space(TWICE);
        ui.horizontal(|ui| {
            if main_button(ui, "Add").clicked() {
                outbox.send(Command::AnswerDropped(Some(true)));
            }
            if plain_button(ui, "Replace").clicked() {
                outbox.send(Command::AnswerDropped(Some(false)));
            }
            if plain_button(ui, "Cancel").clicked() {
                outbox.send(Command::AnswerDropped(None));
            }
        });
    });
    if response.should_close() {
        outbox.send(Command::AnswerDropped(None));
    }
}

fn skipped_ui(ui: &Ui, skipped: &[Skipped], outbox: &mut Outbox) {
    let response = Modal::new(Id::unique("skipped")).show(ui.ctx(), |ui| {
        let tokens = Tokens::of(ui);
        ui.set_width(560.0_f32.min(ui.ctx().content_rect().width() - 80.0));
        let count = wording::count(skipped.len(), "file", "files");
        heading(ui, &format!("{count} could not be read"), Type::Strong, 1);
        paragraph(
            ui,
            "The rest of the collection is complete without them.",
            Type::Small,
            tokens.secondary,
        );
        ui.add_space(GAP);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for file in skipped {
                paragraph(ui, &file.path, Type::Ui, tokens.ink);
                let why = wording::sentence(&wording::skipped(&file.reason));
                paragraph(ui, &why, Type::Small, tokens.secondary);
                ui.add_space(GAP);
            }
        });
        ui.add_space(GAP);
        if quiet_button(ui, "Close").clicked() {
            outbox.send(Command::CloseSkipped);
        }
    });
    if response.should_close() {
        outbox.send(Command::CloseSkipped);
    }
}
