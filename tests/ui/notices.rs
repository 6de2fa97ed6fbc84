//! Sentences that leave by themselves and those that stay; words that are not lost; the palette.

use std::time::Duration;

use crossread::ingest::watch::Changes;
use crossread::session::{
    Command, Notice, PaletteTarget, Quoted, SaveState, Screen, Session, Settings,
};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::harness::{open_story, press, type_words, usual, wait, window};

/// A file system and a thread, on a busy machine.
const SOON: Duration = Duration::from_mins(1);

/// More steps than any sentence stands for, a quarter of a second each.
const LONG: usize = 120;

#[test]
fn a_sentence_that_asks_nothing_leaves_by_itself() {
    let mut harness = usual(Screen::Claims);
    let review = harness.state().session().review.as_ref();
    let claim = review.expect("open").analysis().claims[0].id;
    let ctx = harness.ctx.clone();
    let window = harness.state_mut().window_mut();
    window.command(&ctx, Command::Copy(Quoted::Claim(claim)));
    harness.run_steps(4);
    let words = harness.state().session().notice_words();
    assert!(words.starts_with("Copied"), "{words}");
    harness.run_steps(LONG);
    assert_eq!(harness.state().session().notice_words(), "");
}

#[test]
fn what_stands_at_the_foot_never_touches_how_it_stands_with_saving() {
    for width in [700.0, 900.0, 1100.0, 1440.0] {
        let session = Session {
            notice: Some(Notice::done(
                "Done: starring the claim “The gate was open”.",
            )),
            saving: SaveState::Saved {
                path: "/kept/dam.crossread".into(),
                is_elsewhere: false,
            },
            stirred: Changes {
                new: vec!["new.txt".to_owned(), "moved.txt".to_owned()],
                gone: vec!["old.txt".to_owned()],
                ..Changes::default()
            },
            ..open_story(Screen::Claims)
        };
        let harness = window(session, vec2(width, 800.0), Theme::Light);
        let saved = harness.get_by_label("All changes saved").rect();
        assert!(saved.right() <= width, "{width}: {saved}");
        for label in harness.query_all_by_role(Role::Label) {
            let (rect, words) = (label.rect(), label.accesskit_node().value());
            if rect != saved && rect.y_range().intersects(saved.y_range()) {
                assert!(rect.right() < saved.left(), "{width}: {words:?}, {rect}");
            }
        }
    }
}

#[test]
fn a_sentence_about_something_that_failed_stays_until_it_is_closed() {
    let start = Session::new(Settings::default(), Vec::new());
    let mut harness = window(start, vec2(1280.0, 800.0), Theme::Light);
    harness.get_by_role(Role::TextInput).focus();
    harness.run_ok();
    type_words(&mut harness, "/no/such/folder");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(LONG);
    assert_ne!(harness.state().session().notice_words(), "");
    harness.get_by_role_and_label(Role::Link, "Close").click();
    harness.run_ok();
    assert_eq!(harness.state().session().notice_words(), "");
}

#[test]
fn a_note_can_be_written_at_once_and_is_kept_when_its_card_is_closed() {
    let mut harness = usual(Screen::Read);
    harness.get_by_role_and_label(Role::Link, "note…").click();
    harness.run_ok();
    type_words(&mut harness, "ask the harbour office");
    harness.get_by_role_and_label(Role::Button, "Close").click();
    harness.run_ok();
    let review = harness.state().session().review.as_ref().expect("open");
    let notes: Vec<&str> = review
        .notes()
        .iter()
        .map(|(_, note)| note.text.as_str())
        .collect();
    assert_eq!(notes, ["ask the harbour office"]);
}

#[test]
fn the_palette_offers_a_name_before_a_sentence_that_holds_it_and_a_folder_by_its_path() {
    let mut harness = usual(Screen::Read);
    press(&mut harness, Modifiers::COMMAND, Key::K);
    type_words(&mut harness, "jonas");
    let found = |session: &Session| -> Vec<PaletteTarget> {
        let palette = session.palette.as_ref();
        let found = palette.into_iter().flat_map(|palette| &palette.found);
        found.map(|found| found.item.target.clone()).collect()
    };
    wait(&mut harness, SOON, |session| !found(session).is_empty());
    let first = found(harness.state().session()).into_iter().next();
    assert!(matches!(first, Some(PaletteTarget::Entity(_))), "{first:?}");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    let folder = tempfile::tempdir().expect("a folder");
    press(&mut harness, Modifiers::COMMAND, Key::K);
    type_words(&mut harness, &folder.path().to_string_lossy());
    let offered = PaletteTarget::Open(folder.path().to_owned());
    wait(&mut harness, SOON, |session| {
        found(session).contains(&offered)
    });
}
