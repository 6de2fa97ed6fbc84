//! The cards by which the reader corrects: a name, words to mark, an article, a claim; and notes.
//!
//! Every choice on a card says what it would change before it is made.

mod article;
mod claim;
mod mark;
mod name;
mod note;
mod offers;

use egui::{TextEdit, Ui, vec2};

use super::Outbox;
use super::theme::TWICE;
use super::widgets::{card, quiet_button};
use crate::review::Scope;
use crate::session::{Command, Correcting, Session};

use offers::Offers;

/// How far a choice about one mention reaches, in words.
const SCOPES: [(Scope, &str); 3] = [
    (Scope::Here, "only here"),
    (Scope::Article, "in this article"),
    (Scope::Everywhere, "everywhere"),
];

/// Draws the card that is open, if any.
pub(super) fn correcting_ui(ui: &Ui, session: &Session, outbox: &mut Outbox) {
    let (Some(open), Some(review)) = (&session.correcting, &session.review) else {
        return;
    };
    let response = card(ui, "correct").show(ui.ctx(), |ui| {
        let screen = ui.ctx().content_rect();
        ui.set_width(460.0_f32.min(screen.width() - 80.0));
        ui.set_max_height(screen.height() - 80.0);
        let mut offers = Offers::new(session, review, outbox);
        match open {
            Correcting::Name(card) => name::name_ui(ui, card, &mut offers),
            Correcting::Marking(card) => mark::mark_ui(ui, card, &mut offers),
            Correcting::Article(card) => article::article_ui(ui, card, &mut offers),
            Correcting::Claim(card) => claim::claim_ui(ui, card, &mut offers),
            Correcting::Note(card) => note::note_ui(ui, card, &mut offers),
        }
        ui.add_space(TWICE);
        if !matches!(open, Correcting::Note(_)) {
            offers.line_ui(ui);
        }
        if quiet_button(ui, "Close").clicked() {
            outbox.send(Command::CloseCorrecting);
        }
    });
    if response.should_close() {
        outbox.send(Command::CloseCorrecting);
    }
}

/// A line to type in; gives what was typed, if it was changed, and whether Enter ended it.
fn field_ui(
    ui: &mut Ui,
    name: &str,
    hint: &str,
    value: &str,
    width: f32,
) -> (Option<String>, bool) {
    let mut typed = value.to_owned();
    let field = TextEdit::singleline(&mut typed)
        .hint_text(hint)
        .desired_width(width)
        .margin(vec2(8.0, 6.0));
    let response = ui.add(field).accessible_name(name);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    (response.changed().then_some(typed), is_entered)
}
