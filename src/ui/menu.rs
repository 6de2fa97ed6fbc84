//! The menu behind the collection's name.

use egui::{Button, Ui};

use super::Outbox;
use super::keys::keys_in_words;
use super::theme::{Tokens, Type, rich_in};
use crate::session::{Action, Session};

const GROUPS: [&[Action]; 7] = [
    &[
        Action::OpenFolder,
        Action::OpenReview,
        Action::OpenSample,
        Action::SaveAs,
        Action::TakeAway,
        Action::ReadAgain,
        Action::CloseCollection,
    ],
    &[
        Action::Find,
        Action::Back,
        Action::Forward,
        Action::NextArticle,
        Action::PreviousArticle,
    ],
    &[
        Action::CompareThis,
        Action::ToggleList,
        Action::ToggleSide,
        Action::ShowSkipped,
    ],
    &[
        Action::Undo,
        Action::Redo,
        Action::ShowHistory,
        Action::ShowNotes,
        Action::MarkWords,
        Action::CorrectArticle,
    ],
    &[Action::ZoomIn, Action::ZoomOut, Action::ZoomReset],
    &[
        Action::ThemeSystem,
        Action::ThemeLight,
        Action::ThemeDark,
        Action::HighContrast,
        Action::Calm,
    ],
    &[Action::Help, Action::Tour, Action::About, Action::Quit],
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
                for (position, group) in GROUPS.iter().enumerate() {
                    if position > 0 {
                        ui.separator();
                    }
                    for action in *group {
                        item_ui(ui, session, *action, outbox);
                    }
                }
            })
        })
        .inner
        .response;
    response.on_hover_text("Menu");
}

fn item_ui(ui: &mut Ui, session: &Session, action: Action, outbox: &mut Outbox) {
    let keys = keys_in_words(ui.ctx(), action);
    let button = Button::new(action.text()).frame(false).shortcut_text(keys);
    let response = ui
        .add_enabled(action.is_enabled(session), button)
        .on_hover_text(action.tooltip());
    if response.clicked() {
        outbox.send(action);
        ui.close();
    }
}
