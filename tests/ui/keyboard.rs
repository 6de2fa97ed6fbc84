//! The whole job without a mouse.

use crossread::session::{Screen, ThemeChoice};
use egui::{Key, Modifiers};

use crate::harness::{press, type_words, usual};

#[test]
fn every_screen_is_reached_and_left_by_keys() {
    let mut harness = usual(Screen::Read);
    for (key, screen) in [
        (Key::Num2, Screen::Claims),
        (Key::Num3, Screen::Timeline),
        (Key::Num5, Screen::People),
        (Key::Num1, Screen::Read),
    ] {
        press(&mut harness, Modifiers::COMMAND, key);
        assert_eq!(harness.state().session().screen, screen);
    }
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(harness.state().session().screen, Screen::People);
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(harness.state().session().screen, Screen::Read);
}

#[test]
fn tab_reaches_a_highlight_and_enter_chooses_its_name() {
    let mut harness = usual(Screen::Read);
    for _ in 0..60 {
        press(&mut harness, Modifiers::NONE, Key::Tab);
        press(&mut harness, Modifiers::NONE, Key::Enter);
        press(&mut harness, Modifiers::NONE, Key::Escape);
        if harness.state().session().history.can_go_back() {
            break;
        }
    }
    // From the palette the same is reached by typing.
    press(&mut harness, Modifiers::COMMAND, Key::K);
    type_words(&mut harness, "jonas");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.state().session().entity.is_some());
}

#[test]
fn size_and_theme_change_by_keys_and_palette() {
    let mut harness = usual(Screen::Read);
    press(&mut harness, Modifiers::COMMAND, Key::Plus);
    press(&mut harness, Modifiers::COMMAND, Key::Plus);
    assert!((harness.state().session().settings.zoom - 1.2).abs() < 0.01);
    press(&mut harness, Modifiers::COMMAND, Key::Num0);
    assert!((harness.state().session().settings.zoom - 1.0).abs() < 0.01);
    press(&mut harness, Modifiers::COMMAND, Key::K);
    type_words(&mut harness, "dark theme");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().session().settings.theme, ThemeChoice::Dark);
}

#[test]
fn articles_are_turned_by_keys() {
    let mut harness = usual(Screen::Read);
    let first = harness.state().session().article.clone();
    press(&mut harness, Modifiers::NONE, Key::F6);
    assert_ne!(harness.state().session().article, first);
    press(&mut harness, Modifiers::SHIFT, Key::F6);
    assert_eq!(harness.state().session().article, first);
}
