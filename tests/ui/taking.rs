//! Files of findings, and what goes on the clipboard, out of the window.

use std::time::Duration;

use crossread::session::{Command, Quoted, Screen, Session, TakeAway};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::harness::{press, type_words, usual, wait};

const SOON: Duration = Duration::from_mins(1);

fn is_said(session: &Session, start: &str) -> bool {
    session.notice_words().starts_with(start)
}

#[test]
fn a_report_is_written_where_the_reader_says_and_replaced_only_when_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ferry.html");
    let mut harness = usual(Screen::Claims);
    for is_second in [false, true] {
        press(&mut harness, Modifiers::COMMAND, Key::E);
        let field = harness.get_by_role_and_label(Role::TextInput, "File to write to");
        field.focus();
        harness.run_ok();
        press(&mut harness, Modifiers::COMMAND, Key::A);
        type_words(&mut harness, &path.to_string_lossy());
        harness.get_by_role_and_label(Role::Button, "Save").click();
        harness.run_ok();
        if is_second {
            wait(&mut harness, SOON, |session| session.taking.is_some());
            harness
                .get_by_role_and_label(Role::Button, "Replace")
                .click();
            harness.run_ok();
        }
        wait(&mut harness, SOON, |session| is_said(session, "Saved as"));
    }
    let page = std::fs::read_to_string(&path).expect("written");
    assert!(page.contains("Halvane ferry"), "{page}");
}

#[test]
fn what_cannot_be_written_is_said_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = usual(Screen::Claims);
    for what in TakeAway::all().filter(|what| *what != TakeAway::Picture) {
        press(&mut harness, Modifiers::COMMAND, Key::E);
        let ctx = harness.ctx.clone();
        let path = folder.path().join("no/such/place");
        let window = harness.state_mut().window_mut();
        window.command(&ctx, Command::ChooseTaking(what));
        window.command(&ctx, Command::TypeTakePath(path.display().to_string()));
        window.command(&ctx, Command::AnswerTaking(true));
        wait(&mut harness, SOON, |session| {
            is_said(session, "Nothing was saved:")
        });
    }
}

#[test]
fn a_passage_a_claim_and_a_comparison_can_be_copied() {
    let mut harness = usual(Screen::Compare);
    let ctx = harness.ctx.clone();
    let first = harness.state().session().article.clone().expect("read");
    let claim = crossread::model::ClaimId(0);
    for (what, said) in [
        (
            Quoted::Passage(first, crossread::model::Span::new(0, 11)),
            "Copied: the passage with its source.",
        ),
        (Quoted::Claim(claim), "Copied: the claim with its wordings."),
    ] {
        let window = harness.state_mut().window_mut();
        window.command(&ctx, Command::Copy(what));
        wait(&mut harness, SOON, |session| is_said(session, said));
    }
}
