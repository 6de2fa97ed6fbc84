//! What the reader does is kept by the window itself, and comes back with the folder.

use std::path::Path;
use std::time::Duration;

use crossread::review::file::ReviewFolder;
use crossread::session::{SaveState, Session, Settings};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::kittest::Queryable;

use crate::harness::{TestWindow, press, type_words, wait, window_keeping};

const LIMIT: Duration = Duration::from_mins(4);

fn articles(folder: &Path) {
    let text = "The dam at Corble broke on Friday, Graham Wexley told reporters.\n\n\
                Wexley said that three villages were flooded.";
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::write(folder.join("one.txt"), text).expect("written");
    let other = "Three villages were flooded when the dam broke, Graham Wexley said.";
    std::fs::write(folder.join("two.txt"), other).expect("written");
}

/// Opens a path as a reader would: typed into the field of the first screen.
fn open(path: &Path, own: &Path) -> TestWindow {
    let session = Session::new(Settings::default(), Vec::new());
    let reviews = Some(ReviewFolder::at(own));
    let mut harness = window_keeping(session, vec2(1280.0, 800.0), Theme::Light, reviews);
    harness.get_by_role(Role::TextInput).focus();
    harness.run_ok();
    type_words(&mut harness, &path.to_string_lossy());
    press(&mut harness, Modifiers::NONE, Key::Enter);
    wait(&mut harness, LIMIT, |session| {
        session.loading.is_none() && session.review.is_some() && !session.is_laying
    });
    harness
}

fn is_named(session: &Session, name: &str) -> bool {
    let review = session.review.as_ref().expect("open");
    let mut entities = review.analysis().entities.iter();
    entities.any(|entity| entity.name == name)
}

/// The outlet that was set. The window shows the article that was read first, which on a busy
/// machine is not always the first of the list, so it may be that of any article.
fn outlet(session: &Session) -> Option<String> {
    let mut documents = session.review.as_ref()?.documents().iter();
    documents.find_map(|document| document.article.outlet.clone())
}

/// Sets the outlet of the article that is read, on its card.
fn set_outlet(harness: &mut TestWindow, name: &str) {
    harness
        .get_by_role_and_label(Role::Link, "correct…")
        .click();
    harness.run_ok();
    harness
        .get_by_role_and_label(Role::TextInput, "Outlet")
        .focus();
    harness.run_ok();
    press(harness, Modifiers::COMMAND, Key::A);
    type_words(harness, name);
    press(harness, Modifiers::NONE, Key::Enter);
    let name = name.to_owned();
    wait(harness, LIMIT, |session| {
        outlet(session).as_ref() == Some(&name) && matches!(session.saving, SaveState::Saved { .. })
    });
}

#[test]
fn what_was_done_comes_back_with_the_folder_in_another_window_and_as_one_file() {
    let home = tempfile::tempdir().expect("a folder");
    let (folder, own) = (home.path().join("articles"), home.path().join("own"));
    articles(&folder);
    let mut harness = open(&folder, &own);
    assert_eq!(harness.state().session().saving, SaveState::Nothing);
    set_outlet(&mut harness, "Dam Gazette");
    harness.get_by_label("All changes saved");

    // A second window on the same folder reads along, and says why it cannot write.
    let mut second = open(&folder, &own);
    wait(&mut second, LIMIT, |session| {
        outlet(session).as_deref() == Some("Dam Gazette")
    });
    assert!(matches!(
        second.state().session().saving,
        SaveState::ReadOnly(_)
    ));
    press(&mut second, Modifiers::COMMAND, Key::Z);
    let notice = second.state().session().notice_words().to_owned();
    assert!(notice.contains("open in another window"), "{notice}");
    drop(second);
    drop(harness);

    // The next day.
    let mut harness = open(&folder, &own);
    wait(&mut harness, LIMIT, |session| {
        outlet(session).as_deref() == Some("Dam Gazette")
    });
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    wait(&mut harness, LIMIT, |session| outlet(session).is_none());
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    wait(&mut harness, LIMIT, |session| {
        outlet(session).is_some() && !session.is_laying
    });

    // Saved as one file, it opens without the articles.
    press(&mut harness, Modifiers::COMMAND, Key::S);
    harness
        .get_by_role_and_label(Role::TextInput, "File to save to")
        .focus();
    harness.run_ok();
    press(&mut harness, Modifiers::COMMAND, Key::A);
    let file = home.path().join("dam.crossread");
    type_words(&mut harness, &file.to_string_lossy());
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let saved = file.clone();
    wait(
        &mut harness,
        LIMIT,
        move |session| matches!(&session.saving, SaveState::Saved { path, .. } if *path == saved),
    );
    drop(harness);
    std::fs::remove_dir_all(&folder).expect("removed");
    let mut harness = open(&file, &own);
    wait(&mut harness, LIMIT, |session| {
        outlet(session).as_deref() == Some("Dam Gazette")
    });
    let session = harness.state().session();
    assert_eq!(
        session
            .review
            .as_ref()
            .map(|review| review.documents().len()),
        Some(2)
    );
    assert!(is_named(session, "Graham Wexley"));
}

#[test]
fn a_file_that_is_no_review_is_said_in_words() {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("broken.crossread");
    std::fs::write(&file, "not a review").expect("written");
    let session = Session::new(Settings::default(), Vec::new());
    let reviews = Some(ReviewFolder::at(&home.path().join("own")));
    let mut harness = window_keeping(session, vec2(1280.0, 800.0), Theme::Light, reviews);
    harness.get_by_role(Role::TextInput).focus();
    harness.run_ok();
    type_words(&mut harness, &file.to_string_lossy());
    press(&mut harness, Modifiers::NONE, Key::Enter);
    wait(&mut harness, LIMIT, |session| {
        session.loading.is_none() && session.notice.is_some()
    });
    let notice = harness.state().session().notice_words().to_owned();
    assert!(notice.contains("no Crossread review"), "{notice}");
}
