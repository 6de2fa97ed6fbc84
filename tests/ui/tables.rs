//! A table that does not tell which of its columns holds the articles: asked, answered, undone.

use std::fs;
use std::time::Duration;

use crossread::session::{Action, Command, Correcting, OpenHow, Session, Settings};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::kittest::Queryable;

use crate::harness::{press, wait, window};

/// Reading two short articles, with a model that was never loaded before, on a busy machine.
const LONG: Duration = Duration::from_mins(5);

fn articles(session: &Session) -> Option<usize> {
    let review = session
        .review
        .as_ref()
        .filter(|_| session.loading.is_none());
    review.map(|review| review.documents().len())
}

#[test]
fn a_table_is_asked_about_and_read_by_the_answer_until_that_is_undone() {
    let folder = tempfile::tempdir().expect("a folder");
    let wall = "The wall of the harbour fell in the night, the mayor said. ".repeat(5);
    let mur = "Le mur du port est tombé pendant la nuit, a dit le maire. ".repeat(5);
    let table = format!("kop,lap,fransk\nWall falls in the night,{wall},{mur}\n");
    fs::write(folder.path().join("list.csv"), table).expect("written");
    let start = Session::new(Settings::default(), Vec::new());
    let mut harness = window(start, vec2(1280.0, 800.0), Theme::Light);
    let ctx = harness.ctx.clone();
    let roots = vec![folder.path().join("list.csv")];
    let opened = harness.state_mut().window_mut();
    opened.command(&ctx, Command::Open(roots, OpenHow::Replace));
    let is_asked = |session: &Session| matches!(session.correcting, Some(Correcting::Columns(_)));
    wait(&mut harness, LONG, is_asked);
    // Closed, it is asked again from the list of files.
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!is_asked(harness.state().session()));
    let opened = harness.state_mut().window_mut();
    opened.command(&ctx, Command::Act(Action::ShowSkipped));
    harness.run_ok();
    harness
        .get_by_role_and_label(Role::Button, "Choose the column…")
        .click();
    harness.run_ok();
    assert!(is_asked(harness.state().session()));
    harness.get_by_label("Which column holds the text?");
    let text = harness
        .get_all_by_role_and_label(Role::CheckBox, "lap")
        .next();
    text.expect("a column").click();
    harness.run_ok();
    harness
        .get_by_role_and_label(Role::Button, "Read the table this way")
        .click();
    harness.run_ok();
    wait(&mut harness, LONG, |session| articles(session) == Some(1));
    let review = harness.state().session().review.as_ref().expect("open");
    assert!(review.skipped().is_empty());
    let article = &review.documents()[0].article;
    assert!(article.text.starts_with("The wall of the harbour"));
    assert_eq!(article.title.as_deref(), Some("Wall falls in the night"));
    let is_settled = |session: &Session| session.beginning.is_none();
    wait(&mut harness, LONG, is_settled);
    let opened = harness.state_mut().window_mut();
    opened.command(&ctx, Command::Act(Action::Undo));
    wait(&mut harness, LONG, |session| articles(session) == Some(0));
    let review = harness.state().session().review.as_ref().expect("open");
    assert_eq!(review.skipped().len(), 1);
}
