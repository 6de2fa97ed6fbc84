//! The cards by which the reader corrects: a name, words to mark, an article, a claim; and notes.
//!
//! Every choice on a card says what it would change before it is made.

mod article;
mod claim;
mod columns;
mod mark;
mod name;
mod note;
mod offers;
mod others;

use egui::{Align, Layout, TextEdit, Ui, vec2};

use super::Outbox;
use super::theme::{GAP, TWICE};
use super::widgets::{card, quiet_button, quiet_width, type_when_opened};
use crate::review::{Correction, Scope};
use crate::session::{Command, Correcting, Session};

use crate::ui::words;
use offers::Offers;

/// How far a choice about one mention reaches, in words.
const SCOPES: [(Scope, &str); 3] = [
    (Scope::Here, words::ONLY_HERE),
    (Scope::Article, words::IN_THIS_ARTICLE),
    (Scope::Everywhere, words::EVERYWHERE),
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
            Correcting::Columns(card) => columns::columns_ui(ui, card, &mut offers),
        }
        ui.add_space(TWICE);
        if !matches!(open, Correcting::Note(_) | Correcting::Columns(_)) {
            offers.line_ui(ui);
            ui.add_space(GAP);
        }
        if quiet_button(ui, words::CLOSE).clicked() {
            outbox.send(Command::CloseCorrecting);
        }
    });
    if response.should_close() {
        outbox.send(Command::CloseCorrecting);
    }
}

/// A line to type in.
#[derive(Clone, Copy)]
struct Entry<'a> {
    /// Its name for a screen reader.
    name: &'a str,
    /// What stands in it while it is empty.
    hint: &'a str,
    /// What was typed before.
    value: &'a str,
    /// Whether the keyboard is in it when its card opens.
    is_first: bool,
    /// Lines that are shown of what is typed; it ends with Enter however many there are.
    lines: usize,
}

/// How it stands with a line to type in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typing {
    /// The keyboard is elsewhere.
    No,
    /// The keyboard is in it.
    Yes,
    /// Enter ended it.
    Entered,
}

/// Draws a line to type in; gives what was typed, if it was changed.
fn field_ui(ui: &mut Ui, field: Entry<'_>, width: f32) -> (Option<String>, Typing) {
    let mut typed = field.value.to_owned();
    let edit = if field.lines > 1 {
        TextEdit::multiline(&mut typed).return_key(None)
    } else {
        TextEdit::singleline(&mut typed)
    };
    let line = edit
        .desired_rows(field.lines)
        .hint_text(field.hint)
        .desired_width(width)
        .margin(vec2(8.0, 6.0));
    let response = ui.add(line).accessible_name(field.name);
    if field.is_first {
        type_when_opened(ui, &response, field.value);
    }
    let is_left = response.lost_focus() || field.lines > 1 && response.has_focus();
    let typing = if is_left && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        Typing::Entered
    } else if response.has_focus() {
        Typing::Yes
    } else {
        Typing::No
    };
    (response.changed().then_some(typed), typing)
}

/// A line to type in with the button that takes it; Enter takes it too.
fn entry_ui(
    ui: &mut Ui,
    field: Entry<'_>,
    button: &str,
    offers: &mut Offers<'_>,
    edit: impl FnOnce(String) -> Correcting,
    make: impl Fn(&str) -> Option<Correction>,
) {
    let layout = if field.lines > 1 {
        Layout::top_down(Align::Min)
    } else {
        Layout::left_to_right(Align::Center)
    };
    let height = ui.spacing().interact_size.y;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), layout, |ui| {
        let beside = if field.lines > 1 {
            0.0
        } else {
            quiet_width(ui, button) + ui.spacing().item_spacing.x
        };
        let width = (ui.available_width() - beside).max(120.0);
        let (typed, typing) = field_ui(ui, field, width);
        let words = typed.as_deref().unwrap_or(field.value).trim().to_owned();
        if typing == Typing::Entered {
            if let Some(correction) = make(&words) {
                offers.correct(correction);
            }
        } else if let Some(typed) = typed {
            offers.edit(edit(typed));
        } else if typing == Typing::Yes {
            offers.typed(make(&words));
        }
        offers.button(ui, button, || make(&words));
    });
}
