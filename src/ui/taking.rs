//! The card that asks what to take away, and where to.

use egui::{ScrollArea, TextEdit, Ui, vec2};

use super::Outbox;
use super::theme::{GAP, TWICE, Tokens, Type};
use super::widgets::{Row, card, heading, main_button, paragraph, plain_button, row};
use crate::session::{Command, Session, TakeAway, Taking};
use crate::ui::words;

/// Draws the card, if it is open.
pub(super) fn taking_ui(ui: &Ui, session: &Session, outbox: &mut Outbox) {
    let Some(taking) = &session.taking else {
        return;
    };
    let response = card(ui, "take-away").show(ui.ctx(), |ui| {
        let screen = ui.ctx().content_rect();
        ui.set_width(560.0_f32.min(screen.width() - 80.0));
        heading(ui, words::SAVE_WHAT_WAS_FOUND, Type::Strong, 1);
        ui.add_space(GAP);
        let room = (screen.height() - 260.0).clamp(120.0, 400.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for what in TakeAway::all() {
                let shown = Row {
                    title: what.name(),
                    kind: Type::Strong,
                    facts: what.purpose(),
                    is_chosen: what == taking.what,
                };
                if row(ui, shown).clicked() {
                    outbox.send(Command::ChooseTaking(what));
                }
            }
        });
        ui.add_space(GAP);
        place_ui(ui, taking, outbox);
    });
    if response.should_close() {
        outbox.send(Command::AnswerTaking(false));
    }
}

/// Where to, and the buttons.
fn place_ui(ui: &mut Ui, taking: &Taking, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let mut typed = taking.path.clone();
    let field = TextEdit::singleline(&mut typed)
        .desired_width(f32::INFINITY)
        .margin(vec2(8.0, 6.0));
    let name = if taking.what.is_folder() {
        words::FOLDER_TO_WRITE_TO
    } else {
        words::FILE_TO_WRITE_TO
    };
    let field = ui.add(field).accessible_name(name);
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if field.changed() {
        outbox.send(Command::TypeTakePath(typed));
    }
    let line = if taking.replaces {
        words::STANDS_THERE_ALREADY
    } else if taking.what.is_folder() {
        words::FOLDER_IS_MADE
    } else {
        words::MIND_THE_RIGHTS
    };
    let color = if taking.replaces {
        tokens.ink
    } else {
        tokens.secondary
    };
    paragraph(ui, line, Type::Small, color);
    ui.add_space(TWICE);
    ui.horizontal(|ui| {
        let save = if taking.replaces {
            words::REPLACE
        } else {
            words::SAVE
        };
        if main_button(ui, save).clicked() || is_entered {
            outbox.send(Command::AnswerTaking(true));
        }
        if plain_button(ui, words::CHOOSE_A_PLACE).clicked() {
            outbox.send(Command::BrowseTakePath);
        }
        if plain_button(ui, words::CANCEL).clicked() {
            outbox.send(Command::AnswerTaking(false));
        }
    });
}
