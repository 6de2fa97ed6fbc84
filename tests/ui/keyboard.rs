//! The whole job without a mouse.

use std::time::Duration;

use crossread::session::{Screen, Session, ThemeChoice};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::harness::{press, run_by_palette, type_words, usual, wait};

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
    run_by_palette(&mut harness, "jonas");
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
    run_by_palette(&mut harness, "dark theme");
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

#[test]
fn the_whole_job_without_a_mouse() {
    let mut harness = usual(Screen::Read);
    let soon = Duration::from_secs(20);
    // Find words, step through them.
    press(&mut harness, Modifiers::COMMAND, Key::F);
    type_words(&mut harness, "ferries");
    wait(&mut harness, soon, |session| {
        let search = session.search.as_ref();
        search.is_some_and(|search| search.found.as_ref().is_some_and(|found| found.total > 0))
    });
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let at = |session: &Session| session.search.as_ref().and_then(|search| search.at);
    assert_eq!(at(harness.state().session()), Some((0, 0)));
    press(&mut harness, Modifiers::COMMAND, Key::G);
    assert!(at(harness.state().session()) > Some((0, 0)));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    // Mark words that were missed: the keyboard is in the field, Tab walks through the card.
    press(&mut harness, Modifiers::COMMAND, Key::M);
    let is_marked = |session: &Session| {
        let review = session.review.as_ref().expect("open");
        review
            .analysis()
            .entities
            .iter()
            .any(|entity| entity.name == "Astra")
    };
    type_words(&mut harness, "Astra");
    for _ in 0..16 {
        press(&mut harness, Modifiers::NONE, Key::Tab);
        let focused = harness
            .query_by(|node| node.is_focused() && node.label().as_deref() == Some("Mark them"));
        if focused.is_some() {
            break;
        }
    }
    press(&mut harness, Modifiers::NONE, Key::Enter);
    wait(&mut harness, soon, is_marked);
    // Take it back, with its name said; do it again from the list of everything.
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    let notice = harness.state().session().notice_words().to_owned();
    assert_eq!(notice, "Undone: marking “Astra”.");
    wait(&mut harness, soon, |session| !is_marked(session));
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    wait(&mut harness, soon, is_marked);
    // Claims, timeline, people, and back to where it began.
    for (key, screen) in [
        (Key::Num2, Screen::Claims),
        (Key::Num3, Screen::Timeline),
        (Key::Num5, Screen::People),
        (Key::Num1, Screen::Read),
    ] {
        press(&mut harness, Modifiers::COMMAND, key);
        assert_eq!(harness.state().session().screen, screen);
    }
}

#[test]
fn escape_closes_a_menu_before_anything_else() {
    let mut harness = usual(Screen::Read);
    let menu = |harness: &crate::harness::TestWindow| {
        harness
            .query_all_by_label_contains("Save what was found…")
            .count()
    };
    harness.get_by_label("Halvane ferry ▼").click();
    harness.run_ok();
    assert!(menu(&harness) > 0);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(menu(&harness), 0);
}
