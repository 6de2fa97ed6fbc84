//! Corrections by the keys that readers know from elsewhere, with what they change said before.

use std::time::Duration;

use crossread::review::{ClaimRef, Correction};
use crossread::session::{Command, Correcting, Screen};
use crossread::view::read::page;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Rect, pos2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::harness::{TestWindow, press, run_by_palette, type_words, usual, wait};

/// A correction is laid in a moment; a busy machine may take longer.
const LIMIT: Duration = Duration::from_mins(1);

fn name(harness: &TestWindow) -> String {
    let session = harness.state().session();
    let review = session.review.as_ref().expect("open");
    let entity = session.entity.and_then(|id| review.analysis().entity(id));
    entity.expect("chosen").name.clone()
}

/// Opens the card of a person and types another name, without taking it.
fn typing_a_name() -> TestWindow {
    let mut harness = usual(Screen::Read);
    run_by_palette(&mut harness, "jonas");
    harness
        .get_by_role_and_label(Role::Link, "Rename or merge…")
        .click();
    harness.run_ok();
    type_words(&mut harness, " Junior");
    harness
}

#[test]
fn a_name_says_what_it_would_change_while_it_is_typed() {
    let mut harness = typing_a_name();
    wait(&mut harness, LIMIT, |session| {
        let preview = session.preview.as_ref();
        preview.is_some_and(|preview| preview.words.is_some())
    });
    harness.get_by_label_contains("This would change");
}

#[test]
fn what_was_undone_is_done_again_by_both_keys_that_programs_use() {
    let mut harness = typing_a_name();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let renamed = |harness: &mut TestWindow, is_new: bool| {
        wait(harness, LIMIT, |session| {
            let review = session.review.as_ref().expect("open");
            let mut entities = review.analysis().entities.iter();
            entities.any(|entity| entity.name == "Jonas Lie Junior") == is_new && !session.is_laying
        });
    };
    renamed(&mut harness, true);
    assert_eq!(name(&harness), "Jonas Lie Junior");
    for (modifiers, key) in [
        (Modifiers::COMMAND, Key::Y),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::Z),
    ] {
        press(&mut harness, Modifiers::COMMAND, Key::Z);
        renamed(&mut harness, false);
        press(&mut harness, modifiers, key);
        renamed(&mut harness, true);
    }
    // With Shift the key never takes back.
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    renamed(&mut harness, true);
}

/// Drags over the first line of the page.
fn select_words(harness: &mut TestWindow) {
    let line = harness.get_by_label_contains("Two passenger ferries collided");
    let bounds = line.accesskit_node().bounding_box().expect("on screen");
    let line = Rect::from_min_max(
        pos2(bounds.x0 as f32, bounds.y0 as f32),
        pos2(bounds.x1 as f32, bounds.y1 as f32),
    );
    let scale = harness.ctx.pixels_per_point();
    let from = line.min / scale + egui::vec2(1.0, 12.0);
    let press_or_release = |pressed, pos| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.event(Event::PointerMoved(from));
    harness.run_ok();
    harness.event(press_or_release(true, from));
    harness.run_ok();
    let to = from + egui::vec2(140.0, 0.0);
    for step in 1..=4 {
        harness.event(Event::PointerMoved(
            from + (to - from) * (step as f32 / 4.0),
        ));
        harness.run_ok();
    }
    harness.event(press_or_release(false, to));
    harness.run_ok();
}

#[test]
fn selected_words_are_those_that_the_key_for_marking_takes() {
    let mut harness = usual(Screen::Read);
    select_words(&mut harness);
    harness.get_by_label("Copy with source");
    press(&mut harness, Modifiers::COMMAND, Key::M);
    let Some(Correcting::Marking(card)) = harness.state().session().correcting.clone() else {
        panic!("no card to mark words");
    };
    assert!(card.words.starts_with("Two "), "{:?}", card.words);
}

#[test]
fn a_claim_that_is_hidden_leaves_the_page_of_its_article_too() {
    let mut harness = usual(Screen::Read);
    let review = harness.state().session().review.as_ref().expect("open");
    let claim = review.index().shared[0];
    let article = review.analysis().claims[claim.0 as usize].mentions[0]
        .article
        .clone();
    let named = ClaimRef::of(review.documents(), review.analysis(), claim).expect("a claim");
    let beside = |harness: &TestWindow| {
        let review = harness.state().session().review.as_ref().expect("open");
        let page = page(review, &article).expect("a page");
        let notes = page
            .paragraphs
            .iter()
            .flat_map(|paragraph| &paragraph.notes);
        let in_margin = notes.filter(|note| note.claim == claim).count();
        let cards = page.claims.iter().chain(&page.elsewhere);
        in_margin + cards.filter(|card| card.claim == claim).count()
    };
    assert!(beside(&harness) >= 2, "beside the page and in its margin");
    let all = review.analysis().claims.len();
    harness.get_by_label(&format!("Claims {all}"));
    let ctx = harness.ctx.clone();
    let hide = Correction::Hide {
        claim: named,
        is_hidden: true,
    };
    let window = harness.state_mut().window_mut();
    window.command(&ctx, Command::Correct(Box::new(hide)));
    wait(&mut harness, LIMIT, |session| {
        let review = session.review.as_ref().expect("open");
        review.is_hidden(claim) && !session.is_laying
    });
    assert_eq!(beside(&harness), 0);
    harness.run_ok();
    harness.get_by_label(&format!("Claims {}", all - 1));
}
