//! Help, the tour and the card about the program: opened, searched, walked through, left.

use crossread::session::{Screen, TOUR};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::harness::{press, run_by_palette, type_words, usual};

#[test]
fn help_opens_by_its_key_is_searched_and_left() {
    let mut harness = usual(Screen::Read);
    press(&mut harness, Modifiers::NONE, Key::F1);
    harness.get_by_role_and_label(Role::Heading, "Help");
    harness.get_by_role_and_label(Role::Heading, "Start");
    harness
        .get_by_role_and_label(Role::TextInput, "Find in the help")
        .focus();
    harness.run_ok();
    type_words(&mut harness, "hollow");
    let hit = harness
        .get_all_by_role(Role::ListBoxOption)
        .find(|row| {
            let name = row.accesskit_node().label().unwrap_or_default();
            name.starts_with("The timeline")
        })
        .expect("a page that says what hollow means");
    hit.click();
    harness.run_ok();
    harness.get_by_role_and_label(Role::Heading, "The timeline");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.state().session().help.is_none());
}

#[test]
fn the_first_page_of_help_shows_the_window() {
    let mut harness = usual(Screen::Read);
    press(&mut harness, Modifiers::NONE, Key::F1);
    let picture = harness.get_by_role(Role::Image);
    let words = picture.accesskit_node().label().unwrap_or_default();
    assert!(
        words.starts_with("The window on the sample story"),
        "{words}"
    );
    let size = picture.rect().size();
    assert!(size.x > 300.0 && size.y > 150.0, "{size}");
}

#[test]
fn the_tour_walks_through_the_screens_and_ends() {
    let mut harness = usual(Screen::People);
    run_by_palette(&mut harness, "take the tour");
    for (position, step) in TOUR.iter().enumerate() {
        let session = harness.state().session();
        assert_eq!(session.tour, Some(position));
        assert_eq!(session.screen, step.screen);
        let titles = harness.query_all_by_label(step.title);
        assert!(titles.count() > 0, "{}", step.title);
        let next = if position + 1 == TOUR.len() {
            "Done"
        } else {
            "Next"
        };
        harness.get_by_role_and_label(Role::Button, next).click();
        harness.run_ok();
    }
    let session = harness.state().session();
    assert!(session.tour.is_none() && session.settings.has_toured);
}

#[test]
fn about_names_the_model_and_shows_every_licence() {
    let mut harness = usual(Screen::Read);
    run_by_palette(&mut harness, "about");
    harness.get_by_label_contains(" · language model ");
    harness
        .get_all_by_role(Role::ListBoxOption)
        .find(|row| {
            let name = row.accesskit_node().label().unwrap_or_default();
            name.starts_with("Inter")
        })
        .expect("the face")
        .click();
    harness.run_ok();
    assert!(
        harness
            .get_all_by_label_contains("SIL OPEN FONT LICENSE")
            .count()
            > 0
    );
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!harness.state().session().shows_about);
}

#[test]
fn high_contrast_and_less_motion_are_switched_by_the_palette() {
    let mut harness = usual(Screen::Read);
    for words in ["high contrast", "less motion"] {
        run_by_palette(&mut harness, words);
    }
    let settings = &harness.state().session().settings;
    assert!(settings.high_contrast && settings.is_calm);
    let style = harness.ctx.global_style();
    assert_eq!(style.visuals.panel_fill, egui::Color32::WHITE);
    assert!(style.animation_time.abs() < f32::EPSILON);
}
