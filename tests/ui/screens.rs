//! Each screen, by role and label.

use std::time::Duration;

use crossread::model::MentionKind;
use crossread::session::{Correcting, Screen, Session, Settings};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::kittest::Queryable;

use crate::harness::{
    TestWindow, open_collection, open_story, press, run_by_palette, type_words, usual, wait, window,
};
use crate::story;

#[test]
fn the_first_screen_says_what_to_do() {
    let start = Session::new(Settings::default(), Vec::new());
    let mut harness = window(start, vec2(1280.0, 800.0), Theme::Light);
    harness.get_by_role_and_label(Role::Heading, "Drop a folder of articles here");
    harness.get_by_role_and_label(Role::Button, "Open folder…");
    harness.get_by_role_and_label(Role::Button, "Open the sample story");
    // A path that leads nowhere is said in plain words.
    harness.get_by_role(Role::TextInput).focus();
    harness.run_ok();
    type_words(&mut harness, "/no/such/folder");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let notice = harness.state().session().notice_words().to_owned();
    assert!(notice.starts_with("There is no folder or file"), "{notice}");
}

#[test]
fn the_page_marks_names_and_a_click_lists_all_mentions() {
    let mut harness = usual(Screen::Read);
    let title = "Two ferries collide off Halvane, 14 hurt";
    harness.get_by_role_and_label(Role::Heading, title);
    harness
        .get_by_role_and_label(Role::Link, "Jonas Lie")
        .click();
    harness.run_ok();
    assert!(harness.state().session().entity.is_some());
    harness.get_by_role_and_label(Role::Heading, "Jonas Lie");
    harness.get_by_label("also “Lie” · 3 mentions in 2 articles");
    // The keyboard steps from mention to mention, into the next article.
    for _ in 0..3 {
        press(&mut harness, Modifiers::NONE, Key::F3);
    }
    harness.get_by_role_and_label(Role::Heading, "Operator denies crew was warned");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.state().session().entity.is_none());
}

#[test]
fn the_legend_switches_kinds_off_and_on() {
    let mut harness = usual(Screen::Read);
    assert!(
        harness
            .query_by_role_and_label(Role::Link, "Halvane")
            .is_some()
    );
    harness
        .get_by_role_and_label(Role::CheckBox, "Place 1")
        .click();
    harness.run_ok();
    let hidden = &harness.state().session().read.hidden;
    assert!(hidden.contains(&MentionKind::Place));
    assert!(
        harness
            .query_by_role_and_label(Role::Link, "Halvane")
            .is_none()
    );
    harness
        .get_by_role_and_label(Role::CheckBox, "Place 1")
        .click();
    harness.run_ok();
    assert!(
        harness
            .query_by_role_and_label(Role::Link, "Halvane")
            .is_some()
    );
}

#[test]
fn a_narrow_window_keeps_everything_within_reach() {
    let mut harness = window(open_story(Screen::Read), vec2(900.0, 600.0), Theme::Light);
    assert!(harness.query_by_label("Claims in this article").is_none());
    harness
        .get_by_role_and_label(Role::Button, "Highlights and claims")
        .click();
    harness.run_ok();
    harness.get_by_label("Claims in this article");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Claims in this article").is_none());
}

#[test]
fn claims_are_listed_filtered_and_opened() {
    let mut harness = usual(Screen::Claims);
    let rows =
        |harness: &crate::harness::TestWindow| harness.get_all_by_role(Role::ListBoxOption).count();
    assert_eq!(rows(&harness), 3);
    harness
        .get_by_role_and_label(Role::CheckBox, "told by 2 or more")
        .click();
    harness.run_ok();
    assert_eq!(rows(&harness), 2);
    harness
        .get_by_role_and_label(Role::CheckBox, "denied or doubted")
        .click();
    harness.run_ok();
    let row = harness.get_by_role(Role::ListBoxOption);
    row.click();
    harness.run_ok();
    harness.get_by_label("4 wordings, in order of telling");
    harness
        .get_all_by_label("Read it in its article")
        .next()
        .expect("a link")
        .click();
    harness.run_ok();
    assert_eq!(harness.state().session().screen, Screen::Read);
}

#[test]
fn filters_that_let_nothing_through_say_so_and_offer_a_way_on() {
    let mut harness = usual(Screen::Claims);
    harness
        .get_by_role_and_label(Role::TextInput, "Find in claims")
        .focus();
    harness.run_ok();
    type_words(&mut harness, "submarine");
    harness.get_by_label("No claim passes these filters.");
    harness.get_by_label("Show all claims").click();
    harness.run_ok();
    assert!(
        harness
            .query_by_label("No claim passes these filters.")
            .is_none()
    );
}

#[test]
fn a_page_without_claims_says_why_and_leads_back_to_the_text() {
    let mut collection = story::collection();
    collection.analysis.claims.clear();
    let session = open_collection(Screen::Claims, collection);
    let mut harness = window(session, vec2(1280.0, 800.0), Theme::Light);
    harness.get_by_label("No claims were found in these articles.");
    harness
        .get_by_role_and_label(Role::Button, "Read the articles")
        .click();
    harness.run_ok();
    assert_eq!(harness.state().session().screen, Screen::Read);
}

#[test]
fn the_grid_says_gaps_out_loud() {
    let mut harness = usual(Screen::Claims);
    harness
        .get_by_role_and_label(Role::CheckBox, "Who tells it")
        .click();
    harness.run_ok();
    assert!(harness.get_all_by_label("— not found").count() > 0);
    assert!(harness.get_all_by_label_contains("hedged").count() > 0);
}

#[test]
fn the_timeline_leads_to_the_text_and_shows_what_has_no_date() {
    let mut harness = usual(Screen::Timeline);
    harness.get_by_label_contains("1 without a date, at the right");
    let name = "Halvane Courier · 3 March, on a source’s word";
    let point = harness
        .get_all_by_role(Role::Button)
        .find(|node| node_label(node).starts_with(name))
        .expect("a mark");
    point.click();
    harness.run_ok();
    assert_eq!(harness.state().session().screen, Screen::Read);
    assert!(harness.state().session().wish.is_some());
}

fn node_label(node: &egui_kittest::Node<'_>) -> String {
    use egui_kittest::kittest::NodeT;
    node.accesskit_node().label().unwrap_or_default()
}

#[test]
fn names_are_listed_filtered_and_lead_to_the_text() {
    let mut harness = usual(Screen::People);
    harness
        .get_by_role_and_label(Role::CheckBox, "Places")
        .click();
    harness.run_ok();
    let row = harness.get_by_role(Role::ListBoxOption);
    assert!(node_label(&row).starts_with("Halvane, place, "));
    row.click();
    harness.run_ok();
    harness.get_by_role_and_label(Role::Heading, "Halvane");
    harness.get_by_label("What each outlet calls it");
    harness
        .get_by_role_and_label(Role::Button, "Next mention")
        .click();
    harness.run_ok();
    assert_eq!(harness.state().session().screen, Screen::Read);
}

#[test]
fn the_palette_goes_to_articles_and_runs_commands() {
    let mut harness = usual(Screen::Read);
    run_by_palette(&mut harness, "who answers");
    harness.get_by_role_and_label(Role::Heading, "Who answers for the Astra?");
    run_by_palette(&mut harness, "dark");
    assert_eq!(harness.ctx.theme(), Theme::Dark);
}

#[test]
fn files_that_could_not_be_read_are_listed_with_a_reason() {
    let mut harness = usual(Screen::Read);
    harness.get_by_label("1 could not be read:");
    harness.get_by_role_and_label(Role::Link, "Show").click();
    harness.run_ok();
    harness.get_by_label("scan.pdf");
    harness.get_by_label("No text in this PDF: it is a picture of a page.");
}

#[test]
fn the_sample_story_opens_and_two_articles_are_compared() {
    let start = Session::new(Settings::default(), Vec::new());
    let mut harness = window(start, vec2(1280.0, 800.0), Theme::Light);
    harness.get_by_label("Open the sample story").click();
    harness.run_ok();
    wait(&mut harness, Duration::from_mins(4), |session| {
        session.loading.is_none() && session.review.is_some()
    });
    let articles = |session: &Session| session.review.as_ref().map_or(0, |r| r.documents().len());
    assert!(articles(harness.state().session()) >= 12);
    press(&mut harness, Modifiers::COMMAND, Key::Num4);
    wait(&mut harness, Duration::from_mins(1), |session| {
        !session.comparing.is_pending
    });
    let comparing = &harness.state().session().comparing;
    assert!(comparing.failure.is_none());
    let rows = comparing
        .result
        .as_ref()
        .map_or(0, |result| result.rows.len());
    assert!(rows > 0);
    press(&mut harness, Modifiers::NONE, Key::F8);
    assert!(harness.state().session().comparing.at.is_some());
}

#[test]
fn a_correction_is_done_everywhere_undone_and_done_again() {
    let mut harness = usual(Screen::Read);
    harness
        .get_by_role_and_label(Role::Link, "Jonas Lie")
        .click();
    harness.run_ok();
    harness
        .get_by_role_and_label(Role::Link, "Rename or merge…")
        .click();
    harness.run_ok();
    let field = harness.get_by_role_and_label(Role::TextInput, "Its name");
    field.focus();
    harness.run_ok();
    press(&mut harness, Modifiers::COMMAND, Key::A);
    type_words(&mut harness, "Jonas B. Lie");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let name = |session: &Session| {
        let review = session.review.as_ref().expect("open");
        let entities = &review.analysis().entities;
        entities.iter().any(|entity| entity.name == "Jonas B. Lie")
    };
    wait(&mut harness, Duration::from_secs(20), name);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    wait(&mut harness, Duration::from_secs(20), |session| {
        !name(session)
    });
    // The line at the foot says what was taken back and offers it again.
    harness.get_by_label("Undone: renaming “Jonas Lie” to “Jonas B. Lie”.");
    harness.get_by_role_and_label(Role::Link, "Redo").click();
    harness.run_ok();
    wait(&mut harness, Duration::from_secs(20), name);
}

#[test]
fn a_card_is_written_on_behind_its_words_wherever_the_last_one_was_written() {
    let mut harness = usual(Screen::Read);
    for (role, label) in [
        (Role::Link, "Jonas Lie"),
        (Role::Link, "Rename or merge…"),
        (Role::Button, "Close"),
        (Role::Link, "correct…"),
    ] {
        harness.get_by_role_and_label(role, label).click();
        harness.run_ok();
    }
    let headline = |harness: &TestWindow| match &harness.state().session().correcting {
        Some(Correcting::Article(card)) => card.title.clone(),
        other => panic!("the card of the article: {other:?}"),
    };
    let before = headline(&harness);
    assert!(before.chars().count() > "Jonas Lie".chars().count());
    type_words(&mut harness, "!");
    assert_eq!(headline(&harness), format!("{before}!"));
}

#[test]
fn a_comparison_that_broke_down_says_so_and_is_tried_again() {
    let mut session = open_story(Screen::Compare);
    let review = session.review.as_ref().expect("open");
    let ids: Vec<_> = review
        .documents()
        .iter()
        .map(|d| d.article.id.clone())
        .collect();
    session.comparing.left = ids.first().cloned();
    session.comparing.right = ids.get(1).cloned();
    session.comparing.failure = Some("an error inside Crossread".to_owned());
    let mut harness = window(session, vec2(1280.0, 800.0), Theme::Light);
    harness.get_by_label_contains("could not be compared: an error inside Crossread");
    harness
        .get_by_role_and_label(Role::Button, "Try again")
        .click();
    harness.run_ok();
    wait(&mut harness, Duration::from_mins(1), |session| {
        session.comparing.failure.is_none() && session.comparing.result.is_some()
    });
}

#[test]
fn a_low_window_shows_rows_of_a_comparison_below_what_it_counts() {
    let mut harness = window(
        open_story(Screen::Compare),
        vec2(600.0, 400.0),
        Theme::Light,
    );
    press(&mut harness, Modifiers::COMMAND, Key::Num4);
    wait(&mut harness, Duration::from_mins(1), |session| {
        session.comparing.result.is_some()
    });
    harness.run_ok();
    let swap = harness
        .get_by_role_and_label(Role::Button, "Swap sides")
        .rect();
    assert!(
        swap.bottom() < 220.0,
        "the rows begin below the middle: {swap}"
    );
}
