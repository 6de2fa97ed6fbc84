//! Pairs of sentences from two articles: which are one claim, and which must never be.

use super::super::Document;
use super::super::analyse;
use crate::ingest::Ingested;
use crate::model::{Analysis, ArticleId, Claim};
use crate::pipeline;

/// The claims of two articles of one sentence each.
fn read(one: &str, other: &str) -> Analysis {
    let articles = [("one", one), ("other", other)].map(|(id, text)| {
        let mut article = (*crate::corpus::testing::document(id, text).article).clone();
        article.id = ArticleId::new(id);
        article
    });
    let engine = pipeline::engine().unwrap();
    let ingested = Ingested {
        articles: articles.to_vec(),
        skipped: Vec::new(),
    };
    let documents: Vec<Document> = ingested
        .articles
        .into_iter()
        .map(|article| pipeline::read_article(engine, article))
        .collect();
    analyse(&documents)
}

fn are_one(one: &str, other: &str) -> bool {
    let joins = |claim: &Claim| claim.articles().len() == 2;
    read(one, other).claims.iter().any(joins)
}

#[test]
fn the_same_in_other_words_is_one_claim() {
    assert!(are_one(
        "Police in Oslo arrested three men on Monday over the theft of a painting.",
        "Three men were arrested by police in Oslo on Monday over the theft of a painting.",
    ));
    assert!(are_one(
        "The army has left the town of Narva, two officials told Axios.",
        "Two officials said that the army has left the town of Narva.",
    ));
}

#[test]
fn who_does_it_and_to_whom_is_told_apart() {
    assert!(!are_one(
        "Iraq asked Iran on Monday to stop the raids across the border.",
        "Iran asked Iraq on Monday to stop the raids across the border.",
    ));
}

#[test]
fn a_plan_or_a_possibility_is_not_the_deed() {
    assert!(!are_one(
        "Graham Wexley plans to resign as chief executive of Osk Valley Water.",
        "Graham Wexley resigned as chief executive of Osk Valley Water.",
    ));
    assert!(!are_one(
        "The food board may close the Marrin smokehouse in Gull Bay.",
        "The food board closed the Marrin smokehouse in Gull Bay.",
    ));
}

#[test]
fn years_rates_and_counts_are_told_apart() {
    assert!(!are_one(
        "Pensions in Kestria rose by 4 per cent in 2024.",
        "Pensions in Kestria rose by 4 per cent in 2025.",
    ));
    assert!(!are_one(
        "The budget raises the levy on fuel to 8 per cent.",
        "The budget raises the levy on fuel to 6 per cent.",
    ));
    assert!(!are_one(
        "A woman died of listeriosis in Gull Bay after eating smoked trout.",
        "Two people died of listeriosis in Gull Bay after eating smoked trout.",
    ));
}

#[test]
fn a_denial_is_not_the_claim_it_denies() {
    assert!(!are_one(
        "The company closed its plant in Ostrel after the fire.",
        "The company did not close its plant in Ostrel after the fire.",
    ));
}
