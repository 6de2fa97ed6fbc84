//! Who says what, and how surely, in sentences as the news writes them: tests with the embedded engine,
//! where the reading of the trees is part of what is checked.

use super::all;

/// What is found in a text, each as "source = entity | cue | content | certainty".
fn said(text: &str) -> Vec<String> {
    let collection = all(&[text]);
    let text = collection.documents[0].article.text.as_str();
    let found = collection.analysis.articles[0].attributions.iter();
    found
        .map(|each| {
            let entity = each.entity.map(|entity| {
                collection.analysis.entities[entity.0 as usize]
                    .name
                    .as_str()
            });
            let pieces: Vec<&str> = each.content.iter().map(|span| span.of(text)).collect();
            format!(
                "{} = {} | {} | {} | {:?}",
                each.source.map_or("–", |span| span.of(text)),
                entity.unwrap_or("–"),
                each.cue.as_ref().map_or("–", |cue| cue.span.of(text)),
                pieces.join(" … "),
                each.certainty
            )
        })
        .collect()
}

/// Checks what is found in the last paragraph of a text; what stands before it only sets the scene.
fn check(text: &str, expected: &[&str]) {
    let found = said(text);
    let last = found.len().saturating_sub(expected.len());
    assert_eq!(found[last..], *expected, "{text}");
}

#[test]
fn what_an_article_calls_untrue_is_denied() {
    check(
        "Marlow claimed, falsely, that the bridge had collapsed. Many residents mistakenly believed \
         the dam had burst.",
        &[
            "Marlow = Marlow | claimed | that the bridge had collapsed | Denied",
            "Many residents = – | mistakenly believed | the dam had burst | Denied",
        ],
    );
    check(
        "Dana Reeve repeated her false claims that the council had hidden the money.",
        &[
            "Dana Reeve = Dana Reeve | repeated | that the council had hidden the money | Denied",
            "her = Dana Reeve | false claims | that the council had hidden the money | Denied",
        ],
    );
}

#[test]
fn a_condition_is_not_asked_and_a_mood_denies_nothing() {
    check(
        "Brandt said if he were elected mayor, he would sell the harbour. Residents were not pleased \
         that the bridge had been closed.",
        &[
            "Brandt = Brandt | said | if he were elected mayor, he would sell the harbour | Attributed",
            "Residents = – | were not pleased | that the bridge had been closed | Attributed",
        ],
    );
}

#[test]
fn what_is_not_called_for_is_not_told() {
    check(
        "Brandt was not suggesting any closure of the bridge.",
        &["Brandt = Brandt | was not suggesting | any closure of the bridge | Denied"],
    );
}

#[test]
fn who_hears_neither_says_it_nor_is_part_of_it() {
    check(
        "The engineers told Channel Four the repeated closures show a failure of the council.",
        &[
            "The engineers = – | told | the repeated closures show a failure of the council | Attributed",
        ],
    );
}

#[test]
fn several_who_speak_as_one_are_none_of_them() {
    check(
        "Brandt and Reeve said the plan was dead. Mr. Brandt and his allies said the plan would come \
         back.",
        &[
            "Brandt and Reeve = – | said | the plan was dead | Attributed",
            "Mr. Brandt and his allies = – | said | the plan would come back | Attributed",
        ],
    );
    check(
        "Dana Reeve, the mayor of Osk and a lawyer by training, said the plan was dead.",
        &[
            "Dana Reeve, the mayor of Osk and a lawyer by training = Dana Reeve | said | the plan was \
             dead | Attributed",
        ],
    );
}

#[test]
fn a_letter_is_not_whom_it_praises() {
    check(
        "The council got a letter praising Dana Reeve for her work and calling for a new bridge.",
        &[
            "a letter = – | praising | Dana Reeve for her work | Attributed",
            "a letter = – | calling for | a new bridge | Attributed",
        ],
    );
}

#[test]
fn what_somebody_does_meanwhile_is_not_what_they_say() {
    check(
        "Brandt announced the closure, saying that the mayor needs to step down and questioning the \
         use of public money.",
        &[
            "Brandt = Brandt | saying | that the mayor needs to step down | Attributed",
            "Brandt = Brandt | questioning | the use of public money | Questioned",
        ],
    );
    check(
        "The letter said the dam was safe, while Brandt left the town.",
        &["The letter = – | said | the dam was safe | Attributed"],
    );
}

#[test]
fn an_act_or_a_state_is_no_word() {
    for text in [
        "The well-established union held a conference in Osk.",
        "An ambulance was called to transport the driver.",
        "Dana Reeve is finding it difficult to leave the town.",
        "Norway's perceived support for the strike angered the town.",
        "Brandt showed no sign of backing down on Monday.",
    ] {
        check(text, &[]);
        assert_eq!(said(text), [""; 0], "{text}");
    }
    check(
        "The King was briefed on the progress of the works.",
        &["– = – | was briefed | on the progress of the works | Attributed"],
    );
    let found = said("Marlow, reading the plan, complained that it was late.");
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn whom_one_attacks_for_a_promise_made_it() {
    let found = said("Brandt has attacked the union for promising higher wages.");
    assert_eq!(
        found,
        ["Brandt = Brandt | has attacked | the union for promising higher wages | Attributed"]
    );
}

#[test]
fn a_body_may_be_it_where_it_accuses() {
    check(
        "The Osk Water Board met on Monday. It has accused the union of fraud.",
        &["It = Osk Water Board | has accused | the union of fraud | Attributed"],
    );
}

#[test]
fn a_report_is_its_outlets_and_whom_it_cites_speaks_through_it() {
    let text = "A report from Reuters, citing Danish sources, suggested the harbour might close.";
    check(
        text,
        &[
            "Danish sources = – | citing | the harbour might close | Hedged",
            "A report from Reuters = Reuters | suggested | the harbour might close | Hedged",
        ],
    );
    let collection = all(&[text]);
    let via = collection.analysis.articles[0].attributions.iter();
    let via: Vec<usize> = via.map(|each| each.via.len()).collect();
    assert_eq!(via, [1, 0]);
}

#[test]
fn it_after_a_letter_is_the_letter() {
    check(
        "The Osk Valley Brigade guards the dam. The letter warned of floods. It said the gate was open.",
        &["It = – | said | the gate was open | Attributed"],
    );
}

#[test]
fn he_is_none_of_several_and_none_of_whom_a_quotation_speaks() {
    check(
        "Karl Denning and Dana Reeve made their first visit to the port since their meeting with \
         Brandt, when he said he would be proud to shut it.",
        &["he = Brandt | said | he would be proud to shut it | Attributed"],
    );
    check(
        "Peter Marlow, Ivo Crane, Karl Denning and Hans Fell are facing charges. “It has been hard as \
         a widow to keep my children,” she says.",
        &["she = – | says | “It has been hard as a widow to keep my children,” | Attributed"],
    );
    check(
        "Dana Reeve teaches in Osk. “The directors have been telling me that the dam is safe,” she \
         said.",
        &[
            "she = Dana Reeve | said | “The directors have been telling me that the dam is safe,” | \
             Attributed",
            "The directors = – | have been telling | that the dam is safe | Attributed",
        ],
    );
}

#[test]
fn he_after_a_title_that_is_known_is_known() {
    check(
        "Sam Chid, the transport minister, said it was a friend who bought the shares. The minister \
         insisted he has nothing to do with the firm. He said the friend had left the town.",
        &["He = Sam Chid | said | the friend had left the town | Attributed"],
    );
    check(
        "Rita Fell, MP for Osk, voted for the plan. The MP said the firm was founded by friends.",
        &["The MP = Rita Fell | said | the firm was founded by friends | Attributed"],
    );
    check(
        "His Majesty King Harald opened the bridge. His Majesty said the bridge was safe.",
        &["His Majesty = Harald | said | the bridge was safe | Attributed"],
    );
    check(
        "The President of the Republic Pedro Marin left the palace. The President said the palace was \
         empty.",
        &["The President = Pedro Marin | said | the palace was empty | Attributed"],
    );
}

#[test]
fn which_is_the_body_that_its_clause_hangs_on() {
    check(
        "The Osk Water Board, which said the dam was safe, left the talks.",
        &["which = Osk Water Board | said | the dam was safe | Attributed"],
    );
}

#[test]
fn a_source_has_all_its_words() {
    check(
        "“The dam will hold,” reads a statement from the Osk Water Board.",
        &["a statement from the Osk Water Board = – | reads | “The dam will hold,” | Attributed"],
    );
    check(
        "The bridge will close on Friday, as announced by Dana Reeve.",
        &["Dana Reeve = Dana Reeve | announced by | The bridge will close on Friday | Attributed"],
    );
    check(
        "“The dam will hold,” Peter Marlow, a former engineer of the port of Osk who for twenty years \
         led the works at the upper dam of the valley, said.",
        &[
            "Peter Marlow, a former engineer of the port of Osk who for twenty years led the works at the \
             upper dam of the valley = Peter Marlow | said | “The dam will hold,” | Attributed",
        ],
    );
}

#[test]
fn whose_and_a_lawyer_are_known_by_the_name_beside_them() {
    check(
        "Dana Reeve, whose view is that the dam is safe, left the town.",
        &["whose = Dana Reeve | view is | that the dam is safe | Attributed"],
    );
    for named in [
        "Ilka Sund, Mr. Brandt's lawyer, met the council.",
        "Brandt attorney Ilka Sund met the council.",
        "Ilka Sund, a lawyer for Brandt, met the council.",
    ] {
        check(
            &format!(
                "Ivo Brandt was fired on Monday. {named} Mr. Brandt's attorney said the mayor was wrong."
            ),
            &["Mr. Brandt's attorney = Ilka Sund | said | the mayor was wrong | Attributed"],
        );
    }
}

#[test]
fn the_topic_or_the_mood_is_not_what_is_said() {
    for text in [
        "Describing the bridge, Dana Reeve said it was old.",
        "Dana Reeve expressed concern and left, and said it was old.",
    ] {
        let found = said(text);
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
