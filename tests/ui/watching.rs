//! Files that come and go in an open folder.

use std::fs;
use std::time::Duration;

use crossread::session::{Command, OpenHow, Session, Settings};
use egui::accesskit::Role;
use egui::{Theme, vec2};
use egui_kittest::kittest::Queryable;

use crate::harness::{wait, window};

/// Reading two short articles, with a model that was never loaded before, on a busy machine.
const LONG: Duration = Duration::from_mins(5);

fn articles(session: &Session) -> usize {
    let review = session.review.as_ref();
    review.map_or(0, |review| review.documents().len())
}

#[test]
fn a_new_file_is_offered_in_a_line_and_read_without_losing_the_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let article = |name: &str, words: &str| {
        let text = format!("{words}\n\nThe mayor of Halvane, Ida Moen, said so on Monday.\n");
        fs::write(folder.path().join(name), text).expect("written");
    };
    article("b.txt", "The bridge over the Osk is closed");
    article("c.txt", "The bridge over the Osk is open again");
    let start = Session::new(Settings::default(), Vec::new());
    let mut harness = window(start, vec2(1280.0, 800.0), Theme::Light);
    let ctx = harness.ctx.clone();
    let roots = vec![folder.path().to_owned()];
    let opened = harness.state_mut().window_mut();
    opened.command(&ctx, Command::Open(roots, OpenHow::Replace));
    wait(&mut harness, LONG, |session| {
        session.loading.is_none() && articles(session) == 2
    });
    let review = harness.state().session().review.as_ref().expect("open");
    let last = review.documents()[1].article.id.clone();
    let opened = harness.state_mut().window_mut();
    opened.command(&ctx, Command::Read(last.clone()));
    article("a.txt", "Nobody was on the bridge over the Osk");
    wait(&mut harness, LONG, |session| !session.stirred.is_empty());
    harness.get_by_label("1 new file in this folder.");
    harness
        .get_by_role_and_label(Role::Link, "Read them")
        .click();
    harness.run_ok();
    wait(&mut harness, LONG, |session| {
        session.loading.is_none() && articles(session) == 3
    });
    let session = harness.state().session();
    assert_eq!(session.article, Some(last));
    assert!(session.stirred.is_empty());
    // A file that goes is said too, and can be let be.
    fs::remove_file(folder.path().join("a.txt")).expect("removed");
    wait(&mut harness, LONG, |session| !session.stirred.is_empty());
    harness.get_by_label("1 removed file in this folder.");
    harness.get_by_role_and_label(Role::Link, "Not now").click();
    harness.run_ok();
    assert!(harness.state().session().stirred.is_empty());
}
