//! The whole job by the names that a screen reader is told, and no control without one.

use std::time::Duration;

use crossread::session::{Screen, Session};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::harness::{TestWindow, press, type_words, usual, wait, write_words_to_mark};

const SOON: Duration = Duration::from_secs(20);

const CONTROLS: [Role; 8] = [
    Role::Button,
    Role::Link,
    Role::CheckBox,
    Role::TextInput,
    Role::ComboBox,
    Role::ListBoxOption,
    Role::Tab,
    Role::Heading,
];

fn click(harness: &mut TestWindow, role: Role, name: &str) {
    harness.get_by_role_and_label(role, name).click();
    harness.run_ok();
}

fn all_are_named(harness: &TestWindow, place: &str) {
    for role in CONTROLS {
        for node in harness.query_all_by_role(role) {
            let node = node.accesskit_node();
            let name = node.label().unwrap_or_default();
            assert!(
                !name.trim().is_empty(),
                "a {role:?} without a name on {place}"
            );
        }
    }
}

#[test]
fn no_control_of_any_screen_or_card_is_without_a_name() {
    for screen in [
        Screen::Read,
        Screen::Claims,
        Screen::Timeline,
        Screen::People,
    ] {
        let mut harness = usual(screen);
        all_are_named(&harness, &format!("{screen:?}"));
        press(&mut harness, Modifiers::COMMAND, Key::K);
        all_are_named(&harness, "the palette");
    }
    let mut harness = usual(Screen::Read);
    click(&mut harness, Role::Link, "correct…");
    all_are_named(&harness, "the card of an article");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::COMMAND, Key::M);
    all_are_named(&harness, "the card that marks words");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::COMMAND, Key::F);
    all_are_named(&harness, "the search");
}

#[test]
fn the_whole_job_by_names_alone() {
    let mut harness = usual(Screen::Read);
    // Read: a name, all its places, a note on the article.
    click(&mut harness, Role::Link, "Jonas Lie");
    click(&mut harness, Role::Button, "Next mention");
    click(&mut harness, Role::Link, "note…");
    harness
        .get_by_role_and_label(Role::MultilineTextInput, "Note")
        .focus();
    harness.run_ok();
    type_words(&mut harness, "Ask the editor");
    click(&mut harness, Role::Button, "Keep note");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.get_by_label("Your note: Ask the editor");
    // Claims: open one, star it.
    harness
        .get_all_by_role(Role::Tab)
        .find(|tab| {
            tab.accesskit_node()
                .label()
                .is_some_and(|name| name.starts_with("Claims"))
        })
        .expect("the tab of claims")
        .click();
    harness.run_ok();
    let row = harness
        .get_all_by_role(Role::ListBoxOption)
        .next()
        .expect("a claim");
    row.click();
    harness.run_ok();
    click(&mut harness, Role::Link, "star");
    wait(&mut harness, SOON, |session: &Session| {
        let review = session.review.as_ref().expect("open");
        review
            .marks(crossread::model::ClaimId(0))
            .is_some_and(|marks| marks.is_starred)
    });
    click(&mut harness, Role::CheckBox, "starred");
    assert_eq!(harness.get_all_by_role(Role::ListBoxOption).count(), 1);
    // Timeline: bars, days of one of them, and the other screens follow.
    click(&mut harness, Role::Tab, "Timeline");
    click(&mut harness, Role::CheckBox, "Bars");
    harness
        .get_all_by_role(Role::Button)
        .find(|bar| {
            bar.accesskit_node()
                .label()
                .is_some_and(|name| name.starts_with("6 March"))
        })
        .expect("the bar of a day")
        .click();
    harness.run_ok();
    assert!(harness.state().session().read.days.is_some());
    click(&mut harness, Role::Tab, "Read");
    harness.get_by_label("The collision · 1 article");
    click(&mut harness, Role::Button, "Only 6 March 2025  ×");
    // People: who is named, with whom.
    click(&mut harness, Role::Tab, "People and places");
    let row = harness
        .get_all_by_role(Role::ListBoxOption)
        .find(|row| {
            row.accesskit_node()
                .label()
                .is_some_and(|name| name.starts_with("Nordlinje"))
        })
        .expect("a name");
    row.click();
    harness.run_ok();
    harness.get_by_label("What each outlet calls it");
}

#[test]
fn words_are_searched_as_typed_and_stepped_through() {
    let mut harness = usual(Screen::Claims);
    press(&mut harness, Modifiers::COMMAND, Key::F);
    type_words(&mut harness, "warned rad");
    wait(&mut harness, SOON, |session: &Session| {
        let found = session
            .search
            .as_ref()
            .and_then(|search| search.found.as_ref());
        found.is_some_and(|found| found.total == 4)
    });
    press(&mut harness, Modifiers::COMMAND, Key::G);
    let session = harness.state().session();
    assert_eq!(
        session.search.as_ref().and_then(|search| search.at),
        Some((0, 0))
    );
    assert!(
        session
            .wish
            .as_ref()
            .is_some_and(|wish| wish.span.is_some())
    );
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.state().session().search.is_none());
}

#[test]
fn words_that_were_missed_are_marked_and_the_list_of_acts_takes_them_back() {
    let mut harness = usual(Screen::Read);
    write_words_to_mark(&mut harness, "Astra");
    click(&mut harness, Role::Button, "Mark them");
    let is_marked = |session: &Session| {
        let review = session.review.as_ref().expect("open");
        review
            .analysis()
            .entities
            .iter()
            .any(|entity| entity.name == "Astra")
    };
    wait(&mut harness, SOON, is_marked);
    press(&mut harness, Modifiers::COMMAND, Key::H);
    harness.get_by_label_contains("Marking “Astra”");
    let first = "Before your first change, as Crossread read it";
    click(&mut harness, Role::ListBoxOption, first);
    wait(&mut harness, SOON, |session| !is_marked(session));
}
