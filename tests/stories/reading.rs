//! What a reader meets in plain news: who is meant, what counts as a claim, what an origin is called.

use crossread::model::{Certainty, ClaimMention};
use crossread::pipeline::Collection;

use super::all;

/// The words of every mention of a claim, with how surely it is told.
pub(super) fn told(collection: &Collection) -> Vec<(&str, Certainty)> {
    let words = |mention: &ClaimMention| {
        let documents = &collection.documents;
        let document = documents.iter().find(|d| d.article.id == mention.article);
        mention.span.of(&document.unwrap().article.text)
    };
    let mentions = collection.analysis.claims.iter();
    let mentions = mentions.flat_map(|claim| &claim.mentions);
    mentions.map(|told| (words(told), told.certainty)).collect()
}

/// Who says these words of the first article, by name.
fn speaker<'a>(collection: &'a Collection, words: &str) -> Option<&'a str> {
    let at = collection.documents[0].article.text.find(words).unwrap();
    let mut said = collection.analysis.articles[0].attributions.iter();
    let said = said.find(|said| {
        let mut content = said.content.iter();
        content.any(|part| part.start <= at && at < part.end)
    })?;
    let entity = &collection.analysis.entities[said.entity?.0 as usize];
    Some(entity.name.as_str())
}

#[test]
fn what_somebody_says_without_a_name_is_a_claim_and_a_scrap_is_not() {
    let collection = all(&[
        "The weir\n\nThe weir at Pellwick was shut on Monday. “That's all,” Mayor Ivo Brandt said. He said \
         the repairs had cost the council far more than planned. Critics say the old weir endangers \
         swimmers below the mill.",
    ]);
    let told = told(&collection);
    let has = |words: &str| told.iter().any(|(told, _)| told.contains(words));
    assert!(has("repairs had cost the council"), "{told:?}");
    assert!(has("the old weir endangers swimmers"), "{told:?}");
    assert!(!has("That's all"), "{told:?}");
}

#[test]
fn what_is_asked_within_a_sentence_is_not_told() {
    let collection = all(&[
        "The crack\n\nInspector Dana Reeve will examine whether the crack endangers the bridge of Pellwick \
         and its 300 users, the council said on Monday.",
    ]);
    let told = told(&collection);
    let is_told = |(words, certainty): &(&str, Certainty)| {
        words.starts_with("the crack endangers") && *certainty != Certainty::Questioned
    };
    assert!(!told.iter().any(is_told), "{told:?}");
}

#[test]
fn he_in_what_is_said_is_who_says_it() {
    let collection = all(&[
        "Ivo Brandt said on Monday that he would veto the plan for the harbour.",
        "Peter Marlow said on Monday that he would veto the plan for the harbour.",
    ]);
    let claims = &collection.analysis.claims;
    assert!(claims.iter().all(|claim| claim.articles().len() == 1));
}

#[test]
fn who_is_whom_the_clause_hangs_on() {
    let collection = all(&[
        "A crack\n\nDana Reeve closed the bridge on Monday. Peter Marlow, a former engineer of the port, who \
         said the crack was ten years old, left the town.",
    ]);
    assert_eq!(speaker(&collection, "crack was ten"), Some("Peter Marlow"));
}

#[test]
fn a_title_alone_means_whom_the_article_is_about() {
    let collection = all(&[
        "Bridge in Pellwick stays closed\n\nIvo Brandt, the mayor of Pellwick, closed the bridge on \
         Monday. Brandt walked across it with two engineers. Brandt then looked at the piers from a \
         boat. Brandt had opened the bridge in 2011. Brandt dined with Alda Crane, the mayor of Osk, \
         who came by train. \"The bridge stays closed until spring,\" the mayor said.",
    ]);
    assert_eq!(
        speaker(&collection, "stays closed until"),
        Some("Ivo Brandt")
    );
}

#[test]
fn an_aide_to_somebody_with_a_title_is_not_that_one() {
    let collection = all(&[
        "The plan\n\nIvo Brandt, the mayor of Pellwick, was away on Monday. Aides to Mr. Brandt said the plan \
         for the harbour was dead.",
    ]);
    assert_eq!(speaker(&collection, "plan for the harbour"), None);
}

#[test]
fn a_quotation_that_ends_before_its_speaker_is_his() {
    let collection = all(&[
        "The gate\n\nDana Reeve closed the bridge on Monday. “We offered the council a new gate in March.” \
         Reeve said. “It refused.”",
    ]);
    assert_eq!(
        speaker(&collection, "offered the council"),
        Some("Dana Reeve")
    );
    let told = told(&collection);
    assert!(!told.iter().any(|(words, _)| words.ends_with("Reeve said")));
}

#[test]
fn what_was_looked_for_and_not_found_is_denied() {
    let collection = all(&[
        "The crack\n\nThe inquiry of the council did not establish that Dana Reeve knew of the crack in March. \
         The port of Pellwick is also expected to close on Monday.",
    ]);
    let told = told(&collection);
    let certainty = |words: &str| {
        let found = told.iter().find(|(told, _)| told.contains(words));
        found.map(|(_, certainty)| *certainty)
    };
    assert_eq!(
        certainty("knew of the crack"),
        Some(Certainty::Denied),
        "{told:?}"
    );
    assert_eq!(
        certainty("expected to close"),
        Some(Certainty::Hedged),
        "{told:?}"
    );
}

#[test]
fn who_does_a_thing_says_what_follows_it() {
    let collection = all(&[
        "The plan\n\nMayor Ivo Brandt voiced concerns about the visit on Monday, saying the bridge of Pellwick \
         was not safe.",
    ]);
    assert_eq!(
        speaker(&collection, "bridge of Pellwick"),
        Some("Ivo Brandt")
    );
    let collection = all(&[
        "The plan\n\nBrandt vetoed the plan last week, telling lawmakers the plan would make the port open to \
         costly suits in foreign courts.",
    ]);
    assert_eq!(speaker(&collection, "open to"), Some("Brandt"));
}

#[test]
fn an_origin_is_called_by_the_person_not_by_the_outlet_that_asked() {
    let collection = all(&[
        "The gate\n\n“The gate at Pellwick was open all night,” Dana Reeve told the Harbour Gazette on Monday.",
        "Open\n\n“The gate at Pellwick was open all night,” Dana Reeve told the Harbour Gazette.",
    ]);
    let claims = collection.analysis.claims.iter();
    let gathered = claims.filter(|claim| claim.articles().len() == 2);
    let names: Vec<&str> = gathered
        .flat_map(|claim| &claim.origins)
        .map(|origin| origin.name.as_str())
        .collect();
    assert_eq!(names, ["Dana Reeve"]);
}

#[test]
fn father_and_son_of_one_name_are_two() {
    let names = |text: &str| {
        let entities = all(&[text]).analysis.entities;
        entities
            .into_iter()
            .map(|entity| entity.name)
            .collect::<Vec<_>>()
    };
    let two = names(
        "The yard\n\nIvo Brandt owns the yard. His eldest son, Ivo Brandt Jr., runs it. Brandt Jr. met the \
         council on Monday, and Brandt was away.",
    );
    assert_eq!(two, ["Ivo Brandt", "Ivo Brandt Jr."]);
    let one = names("The yard\n\nIvo Brandt Jr. owns the yard. Brandt met the council on Monday.");
    assert_eq!(one, ["Ivo Brandt Jr."]);
    let collection = all(&[
        "The yard\n\nIvo Brandt Jr., a son of the owner, said on Monday he would paint the yard. “It is \
         grey,” Mr. Brandt said.",
        "The owner\n\nIvo Brandt bought the yard in 1990.",
    ]);
    assert_eq!(speaker(&collection, "It is grey"), Some("Ivo Brandt Jr."));
}

#[test]
fn a_body_is_called_as_it_mostly_is() {
    let collection = all(&[
        "The vote\n\nThe GOP Senate voted on Monday. The Senate passed the bill. The Senate then rested, and \
         Ann Lind of the Senate went home to Fla. on Tuesday.",
    ]);
    let names: Vec<&str> = collection
        .analysis
        .entities
        .iter()
        .map(|entity| entity.name.as_str())
        .collect();
    assert!(names.contains(&"Senate"), "{names:?}");
    assert!(!names.contains(&"GOP Senate"), "{names:?}");
    assert!(names.contains(&"Florida"), "{names:?}");
}
