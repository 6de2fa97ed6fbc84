//! egui panels that draw the view models and send commands.
//!
//! Reads the session, changes nothing of it: what is asked for goes into the [`Outbox`]. What is
//! kept here between frames ([`Screens`]) is derived from the session and can be thrown away.

mod about;
mod cache;
mod claims;
mod compare;
mod correcting;
mod dialogs;
mod drop;
mod help;
mod keys;
mod menu;
mod notes;
mod outbox;
mod palette;
mod people;
mod phrases;
mod picker;
mod progress;
mod read;
mod search;
mod shell;
mod taking;
pub mod theme;
mod timeline;
mod tour;
mod welcome;
mod widgets;
mod words;

use egui::{CentralPanel, Frame, Ui};

pub use outbox::Outbox;

use crate::session::{Command, Screen, Session};

/// What is kept between frames: view models and layouts, derived from the session.
#[derive(Debug, Default)]
pub struct Screens {
    read: read::ReadCache,
    claims: claims::ClaimsCache,
    compare: compare::CompareCache,
    foot: shell::FootCache,
    help: help::HelpCache,
    about: about::AboutCache,
}

/// Draws the window and tells what the reader asked for.
pub fn draw(ui: &mut Ui, session: &Session, screens: &mut Screens) -> Vec<Command> {
    let mut outbox = Outbox::default();
    let is_narrow = ui.available_width() < theme::NARROW;
    keys::shortcuts_ui(ui, session, is_narrow, &mut outbox);
    shell::top_ui(ui, session, &mut outbox);
    shell::foot_ui(ui, session, &mut screens.foot, &mut outbox);
    tour::tour_ui(ui, session, &mut outbox);
    body_ui(ui, session, screens, is_narrow, &mut outbox);
    dialogs::dialogs_ui(ui, session, &mut outbox);
    taking::taking_ui(ui, session, &mut outbox);
    notes::lists_ui(ui, session, &mut outbox);
    help::help_ui(ui, session, &mut screens.help, &mut outbox);
    about::about_ui(ui, session, &mut screens.about, &mut outbox);
    correcting::correcting_ui(ui, session, &mut outbox);
    palette::palette_ui(ui, session, &mut outbox);
    drop::drop_ui(ui, session, &mut outbox);
    outbox.into_commands()
}

/// Draws what stands between the bars.
fn body_ui(
    ui: &mut Ui,
    session: &Session,
    screens: &mut Screens,
    is_narrow: bool,
    outbox: &mut Outbox,
) {
    let tokens = theme::Tokens::of(ui);
    let page = CentralPanel::default().frame(Frame::new().fill(tokens.page));
    let Some(review) = &session.review else {
        page.show(ui, |ui| {
            if session.loading.is_some() {
                progress::waiting_ui(ui, session, outbox);
            } else {
                welcome::welcome_ui(ui, session, outbox);
            }
        });
        return;
    };
    if review.documents().is_empty() && session.loading.is_none() {
        page.show(ui, |ui| welcome::nothing_found_ui(ui, session, outbox));
        return;
    }
    if session.screen == Screen::Read {
        // The page of an article has panels of its own at its sides.
        read::read_ui(ui, session, review, &mut screens.read, is_narrow, outbox);
        return;
    }
    page.show(ui, |ui| match session.screen {
        Screen::Read => {}
        Screen::Claims => {
            claims::claims_ui(ui, session, review, &mut screens.claims, outbox);
        }
        Screen::Timeline => {
            timeline::timeline_ui(ui, session, review, outbox);
        }
        Screen::Compare => {
            compare::compare_ui(ui, session, review, &mut screens.compare, outbox);
        }
        Screen::People => {
            people::people_ui(ui, session, review, outbox);
        }
    });
}
