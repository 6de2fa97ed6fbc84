//! Reasons lead to the text; one claim is compared in all its sources; a correction says what it
//! would change before it is done.

use std::time::Duration;

use crossread::session::{Screen, Session};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::harness::{TestWindow, usual, wait, write_words_to_mark};

fn click_row(harness: &mut TestWindow, start: &str) {
    harness
        .get_all_by_role(Role::ListBoxOption)
        .find(|row| {
            let name = row.accesskit_node().label().unwrap_or_default();
            name.starts_with(start)
        })
        .unwrap_or_else(|| panic!("no row begins with {start:?}"))
        .click();
    harness.run_ok();
}

#[test]
fn the_reasons_of_an_origin_lead_to_the_text() {
    let mut harness = usual(Screen::Claims);
    let row = harness
        .get_all_by_role(Role::ListBoxOption)
        .next()
        .expect("a claim");
    row.click();
    harness.run_ok();
    let why = harness
        .get_all_by_role_and_label(Role::Link, "why?")
        .next()
        .expect("a reason");
    why.click();
    harness.run_ok();
    click_row(&mut harness, "“");
    let session = harness.state().session();
    assert_eq!(session.screen, Screen::Read);
    assert!(
        session
            .wish
            .as_ref()
            .is_some_and(|wish| wish.span.is_some())
    );
}

#[test]
fn one_claim_stands_side_by_side_in_all_its_sources() {
    let mut harness = usual(Screen::Compare);
    harness
        .get_by_role_and_label(Role::CheckBox, "One claim, every source")
        .click();
    harness.run_ok();
    harness.get_by_label("the others are set against this one");
    assert_eq!(
        harness
            .get_all_by_role_and_label(Role::Link, "Read it")
            .count(),
        4
    );
    harness
        .get_all_by_role_and_label(Role::Link, "set others against this")
        .next()
        .expect("another source")
        .click();
    harness.run_ok();
    assert!(harness.state().session().comparing.base.is_some());
    harness
        .get_all_by_role_and_label(Role::Link, "Read it")
        .next()
        .expect("a source")
        .click();
    harness.run_ok();
    assert_eq!(harness.state().session().screen, Screen::Read);
}

#[test]
fn a_choice_that_is_pointed_at_says_what_it_would_change() {
    let mut harness = usual(Screen::Read);
    write_words_to_mark(&mut harness, "Astra");
    harness
        .get_by_role_and_label(Role::Button, "Mark them")
        .focus();
    harness.run_ok();
    wait(&mut harness, Duration::from_mins(1), |session: &Session| {
        let preview = session.preview.as_ref();
        preview.is_some_and(|preview| preview.words.is_some())
    });
    assert!(
        harness
            .get_all_by_label_contains("This would change")
            .count()
            > 0
    );
}
