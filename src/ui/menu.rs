//! The menu behind the collection's name.

use egui::{Button, Ui};

use super::Outbox;
use super::keys::keys_in_words;
use super::theme::{Tokens, Type, rich_in};
use crate::session::{Action, Session};
use crate::ui::words;
use crate::view::wording;

/// What stands in the menu itself.
const FILE: [&[Action]; 2] = [
    &[
        Action::OpenFolder,
        Action::OpenReview,
        Action::OpenSample,
        Action::ReadAgain,
    ],
    &[Action::SaveAs, Action::TakeAway, Action::CloseCollection],
];

/// What opens beside it, so that the menu fits into a small window.
const MORE: [(&str, &[&[Action]]); 5] = [
    (
        words::GO,
        &[&[
            Action::Find,
            Action::Back,
            Action::Forward,
            Action::NextArticle,
            Action::PreviousArticle,
        ]],
    ),
    (
        words::ARTICLE,
        &[&[
            Action::CompareThis,
            Action::MarkWords,
            Action::CorrectArticle,
            Action::ShowSkipped,
        ]],
    ),
    (
        words::YOUR_WORK,
        &[&[
            Action::Undo,
            Action::Redo,
            Action::ShowHistory,
            Action::ShowNotes,
        ]],
    ),
    (
        words::VIEW,
        &[
            &[Action::ToggleList, Action::ToggleSide],
            &[Action::ZoomIn, Action::ZoomOut, Action::ZoomReset],
            &[Action::ThemeSystem, Action::ThemeLight, Action::ThemeDark],
            &[Action::HighContrast, Action::Calm],
        ],
    ),
    (words::HELP, &[&[Action::Help, Action::Tour, Action::About]]),
];

/// The collection's name, which opens the menu.
pub(super) fn menu_ui(ui: &mut Ui, session: &Session, name: &str, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let text = rich_in(format!("{name} ▼"), Type::Strong, tokens.ink);
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding.x = 4.0;
            let visuals = ui.visuals_mut();
            visuals.widgets.inactive.weak_bg_fill = tokens.panel;
            visuals.widgets.inactive.bg_stroke.color = tokens.panel;
            ui.menu_button(text, |ui| {
                ui.set_min_width(240.0);
                groups_ui(ui, session, &FILE, outbox);
                ui.separator();
                for (name, groups) in MORE {
                    ui.menu_button(name, |ui| {
                        ui.set_min_width(220.0);
                        groups_ui(ui, session, groups, outbox);
                    });
                }
                ui.separator();
                item_ui(ui, session, Action::Quit, outbox);
            })
        })
        .inner
        .response;
    response.on_hover_text(words::MENU);
}

/// Groups of acts with a line between them.
fn groups_ui(ui: &mut Ui, session: &Session, groups: &[&[Action]], outbox: &mut Outbox) {
    for (position, group) in groups.iter().enumerate() {
        if position > 0 {
            ui.separator();
        }
        for action in *group {
            item_ui(ui, session, *action, outbox);
        }
    }
}

fn item_ui(ui: &mut Ui, session: &Session, action: Action, outbox: &mut Outbox) {
    let keys = keys_in_words(ui.ctx(), action);
    let words = wording::shortened(&action.words(session), 60);
    let button = Button::new(words)
        .frame_when_inactive(false)
        .shortcut_text(keys);
    let response = ui
        .add_enabled(action.is_enabled(session), button)
        .on_hover_text(action.tooltip());
    if response.clicked() {
        outbox.send(action);
        ui.close();
    }
}
