//! The windows over the page: add or replace, save elsewhere, the files that could not be read.

use egui::{Label, ScrollArea, TextEdit, Ui, vec2};

use super::Outbox;
use super::theme::{GAP, TWICE, Tokens, Type, rich_in};
use super::widgets::{
    card, focus_when_opened, heading, main_button, paragraph, plain_button, quiet_button,
    type_when_opened,
};
use crate::model::Skipped;
use crate::review::Review;
use crate::session::{Card, Command, SavingAs, Session, unclear_tables};
use crate::ui::{phrases, words};
use crate::view::wording;

/// Draws the dialog that is open, if any.
pub(super) fn dialogs_ui(ui: &Ui, session: &Session, outbox: &mut Outbox) {
    if let Some(roots) = &session.dropped {
        add_or_replace_ui(ui, session, &wording::collection_name(roots), outbox);
    }
    if let Some(saving) = &session.saving_as {
        save_as_ui(ui, saving, outbox);
    }
    if session.shows_skipped
        && let Some(review) = &session.review
    {
        skipped_ui(ui, review, outbox);
    }
}

fn add_or_replace_ui(ui: &Ui, session: &Session, dropped: &str, outbox: &mut Outbox) {
    let open = session
        .review
        .as_ref()
        .map_or("", |review| review.name.as_str());
    let response = card(ui, "add-or-replace").show(ui.ctx(), |ui| {
        let tokens = Tokens::of(ui);
        ui.set_max_width(420.0);
        let question = phrases::read_together(dropped, open);
        heading(ui, &question, Type::Strong, 1);
        let line = words::ADD_OR_REPLACE;
        paragraph(ui, line, Type::Ui, tokens.secondary);
        ui.add_space(TWICE);
        ui.horizontal(|ui| {
            let add = main_button(ui, words::ADD);
            focus_when_opened(ui, &add);
            if add.clicked() {
                outbox.send(Command::AnswerDropped(Some(true)));
            }
            if plain_button(ui, words::REPLACE).clicked() {
                outbox.send(Command::AnswerDropped(Some(false)));
            }
            if plain_button(ui, words::CANCEL).clicked() {
                outbox.send(Command::AnswerDropped(None));
            }
        });
    });
    if response.should_close() {
        outbox.send(Command::AnswerDropped(None));
    }
}

fn save_as_ui(ui: &Ui, saving: &SavingAs, outbox: &mut Outbox) {
    let response = card(ui, "save-as").show(ui.ctx(), |ui| {
        let tokens = Tokens::of(ui);
        ui.set_width(480.0_f32.min(ui.ctx().content_rect().width() - 80.0));
        heading(ui, words::SAVE_THIS_REVIEW_AS_ONE_FILE, Type::Strong, 1);
        let line = words::SAVE_AS_EXPLAINED;
        paragraph(ui, line, Type::Ui, tokens.secondary);
        ui.add_space(GAP);
        let mut typed = saving.path.clone();
        let field = TextEdit::singleline(&mut typed)
            .desired_width(f32::INFINITY)
            .margin(vec2(8.0, 6.0));
        let field = ui.add(field).accessible_name(words::FILE_TO_SAVE_TO);
        type_when_opened(ui, &field, &saving.path);
        let is_entered =
            field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if field.changed() {
            outbox.send(Command::TypeSavePath(typed));
        }
        let mut save = words::SAVE;
        if saving.replaces {
            paragraph(ui, words::STANDS_THERE_ALREADY, Type::Small, tokens.ink);
            save = words::REPLACE;
        }
        ui.add_space(TWICE);
        ui.horizontal(|ui| {
            if main_button(ui, save).clicked() || is_entered {
                outbox.send(Command::AnswerSaveAs(true));
            }
            if plain_button(ui, words::CHOOSE_A_PLACE).clicked() {
                outbox.send(Command::BrowseSavePath);
            }
            if plain_button(ui, words::CANCEL).clicked() {
                outbox.send(Command::AnswerSaveAs(false));
            }
        });
    });
    if response.should_close() {
        outbox.send(Command::AnswerSaveAs(false));
    }
}

/// Files with the reason of each. Where there are many, each has one line for both, so that only
/// those in view are laid out; what is cut is seen whole when pointed at.
fn files_ui(ui: &mut Ui, skipped: &[Skipped]) {
    const LONG: usize = 100;
    let tokens = Tokens::of(ui);
    // As wide as the card, so that its bar stands at the edge.
    let area = ScrollArea::vertical()
        .max_height(360.0)
        .auto_shrink([false, true]);
    let why = |file: &Skipped| wording::sentence(&wording::skipped(&file.reason));
    if skipped.len() <= LONG {
        area.show(ui, |ui| {
            for file in skipped {
                paragraph(ui, &file.path, Type::Ui, tokens.ink);
                paragraph(ui, &why(file), Type::Small, tokens.secondary);
                ui.add_space(GAP);
            }
        });
        return;
    }
    let height = Type::Ui.line() + Type::Small.line() + GAP;
    area.show_rows(ui, height, skipped.len(), |ui, range| {
        for file in skipped.iter().take(range.end).skip(range.start) {
            let lines = [
                (file.path.clone(), Type::Ui, tokens.ink),
                (why(file), Type::Small, tokens.secondary),
            ];
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (words, kind, color) in lines {
                    ui.add(Label::new(rich_in(words, kind, color)).truncate());
                }
                ui.add_space(GAP);
            });
        }
    });
}

/// Tables that the reader can have read by saying which column holds the articles.
fn tables_ui(ui: &mut Ui, review: &Review, outbox: &mut Outbox) {
    const SHOWN_MAX: usize = 5;
    let tokens = Tokens::of(ui);
    for (path, _) in unclear_tables(review).take(SHOWN_MAX) {
        paragraph(ui, path, Type::Ui, tokens.ink);
        paragraph(
            ui,
            words::WHICH_COLUMN_HOLDS_THE_TEXT,
            Type::Small,
            tokens.secondary,
        );
        if quiet_button(ui, words::CHOOSE_THE_COLUMN).clicked() {
            outbox.send(Command::CloseLists);
            outbox.send(Command::OpenCard(Card::Columns(path.to_owned())));
        }
        ui.add_space(TWICE);
    }
}

fn skipped_ui(ui: &Ui, review: &Review, outbox: &mut Outbox) {
    let skipped = review.skipped();
    let response = card(ui, "skipped").show(ui.ctx(), |ui| {
        let tokens = Tokens::of(ui);
        ui.set_width(560.0_f32.min(ui.ctx().content_rect().width() - 80.0));
        heading(ui, &phrases::files_not_read(skipped.len()), Type::Strong, 1);
        paragraph(ui, words::REST_IS_COMPLETE, Type::Small, tokens.secondary);
        ui.add_space(GAP);
        tables_ui(ui, review, outbox);
        files_ui(ui, skipped);
        ui.add_space(GAP);
        if quiet_button(ui, words::CLOSE).clicked() {
            outbox.send(Command::CloseLists);
        }
    });
    if response.should_close() {
        outbox.send(Command::CloseLists);
    }
}
