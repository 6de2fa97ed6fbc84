//! How the clauses of a sentence are read: which of them stand in one claim, and in which words.

use crossread::model::Certainty;

use super::reading::told;
use super::{all, are_one};

#[test]
fn a_sentence_stands_in_a_claim_once() {
    let collection = all(&[
        "The valves\n\nThe mayor of Pellwick urged the harbour board of Corrin to repair the northern valves before \
         winter.",
        "Winter\n\nThe mayor of Pellwick pressed the harbour board of Corrin to repair the northern valves.",
    ]);
    for claim in &collection.analysis.claims {
        let mut articles: Vec<_> = claim.mentions.iter().map(|each| &each.article).collect();
        articles.dedup();
        assert_eq!(articles.len(), claim.mentions.len(), "{claim:?}");
    }
    let shared = collection.analysis.claims.iter();
    let shared = shared.filter(|claim| claim.articles().len() == 2).count();
    assert_eq!(shared, 1);
}

#[test]
fn how_something_may_be_done_is_no_deed() {
    let may =
        "The navy of Corrin might attack the island of Halvane, sending drones and small boats.";
    let done = "The navy of Corrin has been sending drones and small boats to Halvane.";
    assert!(!are_one(may, done));
    let collection = all(&[&format!("The island\n\n{may}")]);
    assert!(
        told(&collection)
            .iter()
            .all(|(_, certainty)| *certainty == Certainty::Hedged),
        "{:?}",
        told(&collection)
    );
}

#[test]
fn to_be_asked_to_refrain_is_to_be_asked_not_to_do_it() {
    assert!(are_one(
        "Corrin asked Halvane to refrain from attacking the harbour of Pellwick.",
        "Corrin asked Halvane not to attack the harbour of Pellwick.",
    ));
}

#[test]
fn a_question_ends_where_its_mark_stands() {
    let collection = all(&[
        "The gate\n\n“Was the gate of the Hallin dam open all night in March?” Dana Reeve said. “The gate of the \
         Hallin dam leaks every winter, so why would we trust Corrin Steel with it?” she said.",
    ]);
    let told: Vec<&str> = told(&collection).iter().map(|(words, _)| *words).collect();
    assert!(
        told.iter().all(|words| !words.contains("open all night")),
        "{told:?}"
    );
    assert!(
        told.iter()
            .any(|words| words.contains("leaks every winter")),
        "{told:?}"
    );
}

#[test]
fn what_somebody_says_is_told_on_his_word_wherever_he_stands() {
    let collection = all(&[
        "The notes\n\nMr. Corwin, administration officials said, deleted a reference in the draft version of the notes. \
         Ann Lind called the draft “a gift to the Corrin Line”.",
    ]);
    let told = told(&collection);
    assert!(!told.is_empty());
    assert!(
        told.iter()
            .all(|(_, certainty)| *certainty == Certainty::Attributed),
        "{told:?}"
    );
}

#[test]
fn what_is_not_said_is_not_told() {
    let collection = all(&[
        "The agent\n\nIvo Brandt failed to produce a shred of evidence that the views of Dana Reeve affected the \
         inquiry of Corrin.",
    ]);
    let told = told(&collection);
    let bare = told
        .iter()
        .find(|(words, _)| words.starts_with("the views"));
    assert_eq!(bare, None, "{told:?}");
}

#[test]
fn a_second_verb_is_shown_with_its_subject() {
    let collection = all(&[
        "The house\n\nEight men broke into the house of Dana Reeve on Monday and shot Ivo Brandt in the leg.",
    ]);
    let told: Vec<&str> = told(&collection).iter().map(|(words, _)| *words).collect();
    assert_eq!(
        told,
        ["Eight men broke into the house of Dana Reeve on Monday and shot Ivo Brandt in the leg"]
    );
}

#[test]
fn the_time_of_a_report_is_not_that_of_what_it_tells() {
    let collection = all(&[
        "The ferry\n\nAccording to a report in the Harbour Gazette this past Thursday, the Corrin Line sold the \
         ferry Halvane to Pellwick.",
    ]);
    let told: Vec<&str> = told(&collection).iter().map(|(words, _)| *words).collect();
    assert_eq!(told, ["the Corrin Line sold the ferry Halvane to Pellwick"]);
}

#[test]
fn what_happened_is_a_claim_where_a_comment_is_none() {
    let collection = all(&[
        "The pair\n\nThe pair sued each other over the wall in the Corrin High Court. The confidence of the pair is \
         a wonder of Corrin.",
    ]);
    let told: Vec<&str> = told(&collection).iter().map(|(words, _)| *words).collect();
    assert_eq!(
        told,
        ["The pair sued each other over the wall in the Corrin High Court"]
    );
}

#[test]
fn the_same_quoted_words_are_one_claim() {
    assert!(are_one(
        "Dana Reeve called the sale of the ferry “a departure from usual harbour practice” on Monday.",
        "“The decision of Corrin to sell it is not only a departure from usual harbour practice, it is rude,” \
         Dana Reeve said.",
    ));
}
