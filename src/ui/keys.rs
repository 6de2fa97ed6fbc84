//! Shortcuts: the keys that acts name, as the window knows them.

use egui::{Context, KeyboardShortcut, Modifiers, Popup, Ui};

use super::Outbox;
use super::read::marking;
use crate::session::{Action, Command, Key, Session, Shortcut};

/// Looks for shortcuts that were pressed.
pub(super) fn shortcuts_ui(ui: &Ui, session: &Session, is_narrow: bool, outbox: &mut Outbox) {
    let ctx = ui.ctx();
    let is_typing = ctx.text_edit_focused();
    // Longer shortcuts first: Shift+F3 is also an F3.
    let mut actions: Vec<(Action, KeyboardShortcut)> = Action::ALL
        .iter()
        .flat_map(|action| {
            [action.shortcut(), action.second_shortcut()].map(|keys| (*action, keys))
        })
        .filter_map(|(action, keys)| Some((action, keyboard(keys?)?)))
        .collect();
    actions.sort_by_key(|(_, keys)| std::cmp::Reverse(count(keys.modifiers)));
    let has_shift = ctx.input(|input| input.modifiers.shift);
    for (action, keys) in actions {
        let is_plain = keys.modifiers.is_none() && action != Action::ClearSelection;
        let is_function = format!("{:?}", keys.logical_key).starts_with('F');
        // A letter with Shift is another shortcut than without; signs may need it to be typed.
        let name = keys.logical_key.name();
        let is_letter = name.len() == 1 && name.chars().all(char::is_alphabetic);
        if is_letter && has_shift && !keys.modifiers.shift {
            continue;
        }
        // In a field of text these take back what was typed.
        let is_of_fields = matches!(action, Action::Undo | Action::Redo);
        if is_typing && (is_of_fields || is_plain && !is_function) {
            continue;
        }
        // Escape also leaves a menu or a text field: those come first.
        // Popups of this frame are not drawn yet: what is open is asked of the memory.
        if action == Action::ClearSelection && Popup::is_any_open(ctx) {
            continue;
        }
        if ctx.input_mut(|input| input.consume_shortcut(&keys)) && action.is_enabled(session) {
            match action {
                Action::ToggleSide if is_narrow => outbox.send(Command::ToggleDrawer),
                // Words that are selected are those to be marked.
                Action::MarkWords => match marking(ctx) {
                    Some(card) => outbox.send(Command::OpenCard(card)),
                    None => outbox.send(action),
                },
                _ => outbox.send(action),
            }
        }
    }
}

fn count(modifiers: Modifiers) -> usize {
    [modifiers.command, modifiers.shift, modifiers.alt]
        .into_iter()
        .filter(|held| *held)
        .count()
}

/// The keys of an act in words, as the system writes them: "Ctrl+K".
pub(super) fn keys_in_words(ctx: &Context, action: Action) -> String {
    action
        .shortcut()
        .and_then(keyboard)
        .map_or_else(String::new, |keys| ctx.format_shortcut(&keys))
}

/// An act's tooltip with its keys.
pub(super) fn tooltip(ctx: &Context, action: Action) -> String {
    let keys = keys_in_words(ctx, action);
    if keys.is_empty() {
        action.tooltip().to_owned()
    } else {
        format!("{} ({keys})", action.tooltip())
    }
}

fn keyboard(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    if shortcut.command {
        modifiers = modifiers.plus(Modifiers::COMMAND);
    }
    if shortcut.shift {
        modifiers = modifiers.plus(Modifiers::SHIFT);
    }
    if shortcut.alt {
        modifiers = modifiers.plus(Modifiers::ALT);
    }
    let key = match shortcut.key {
        Key::Char(letter) => egui::Key::from_name(&letter.to_string())?,
        Key::Function(number) => egui::Key::from_name(&format!("F{number}"))?,
        Key::Left => egui::Key::ArrowLeft,
        Key::Right => egui::Key::ArrowRight,
        Key::Plus => egui::Key::Plus,
        Key::Minus => egui::Key::Minus,
        Key::Escape => egui::Key::Escape,
    };
    Some(KeyboardShortcut::new(modifiers, key))
}

#[cfg(test)]
mod tests {
    use super::keyboard;
    use crate::session::Action;

    #[test]
    fn every_shortcut_has_a_key_of_the_window() {
        for action in Action::ALL {
            let shortcuts = [action.shortcut(), action.second_shortcut()];
            for shortcut in shortcuts.into_iter().flatten() {
                assert!(keyboard(shortcut).is_some(), "{action:?}");
            }
        }
    }
}
