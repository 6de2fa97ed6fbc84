//! What differs inside a row, by whole words, with the kinds that matter to a reader named.
//!
//! `tokens` cuts sentences into whole words, numbers and dates by value; `regions` finds where the
//! two sides differ, tidied so that it reads well; `kinds` names each difference; `quotes`,
//! `certainty` and `attribution` look at what a word diff alone cannot see; `otherwise` tells where the
//! differences are nearly everything, and what is shared there. White space, the style of
//! quotation marks, punctuation and re-wrapping are no difference.

mod attribution;
mod certainty;
mod initials;
mod kinds;
mod otherwise;
mod quotes;
mod regions;
mod tokens;

pub(super) use otherwise::otherwise;
pub(super) use quotes::{Fate, fate, inside as quotations_inside, told_back};
pub(super) use tokens::{Text, Token, tokens};

use crate::model::{Change, ChangeDetail, Span};

/// What differs between some sentences of one text and some of another.
pub(super) fn changes(
    left: &Text<'_>,
    right: &Text<'_>,
    left_spans: &[Span],
    right_spans: &[Span],
) -> Vec<Change> {
    let left_words = tokens(left, left_spans);
    let right_words = tokens(right, right_spans);
    let mut found: Vec<Change> = regions::regions(&left_words, &right_words)
        .into_iter()
        .flat_map(|region| kinds::name_differences(&left_words, &right_words, &region))
        .collect();
    let sides = Sides {
        left,
        right,
        left_words: &left_words,
        right_words: &right_words,
        left_spans,
        right_spans,
    };
    certainty::mark(&sides, &mut found);
    attribution::mark(&sides, &mut found);
    quotes::mark(&sides, &mut found);
    in_order(&mut found);
    found
}

/// What differs, seen from the other side.
pub(super) fn mirrored(changes: Vec<Change>) -> Vec<Change> {
    let mut mirrored: Vec<Change> = changes
        .into_iter()
        .map(|change| Change {
            kind: change.kind,
            left: change.right,
            right: change.left,
            detail: change.detail.map(ChangeDetail::mirrored),
        })
        .collect();
    in_order(&mut mirrored);
    mirrored
}

/// Puts differences in reading order, each once.
fn in_order(changes: &mut Vec<Change>) {
    changes.sort_by_key(|change| (order(change), change.kind));
    changes.dedup();
}

/// Both sides of a row.
struct Sides<'a> {
    left: &'a Text<'a>,
    right: &'a Text<'a>,
    left_words: &'a [Token],
    right_words: &'a [Token],
    left_spans: &'a [Span],
    right_spans: &'a [Span],
}

/// Reading order: by the left side, insertions by the right.
fn order(change: &Change) -> (usize, usize) {
    let right = change.right.map_or(0, |span| span.start);
    (change.left.map_or(usize::MAX, |span| span.start), right)
}

/// The sentences' words, as one span from first to last.
fn hull(words: &[Token]) -> Option<Span> {
    let first = words.first()?.span;
    Some(words.last().map_or(first, |last| first.hull(last.span)))
}

#[cfg(test)]
mod tests {
    use super::{Text, changes};
    use crate::corpus::Document;
    use crate::corpus::testing::{amount, document, says};
    use crate::model::Span;

    /// Differences as "kind: left → right", with the detail where there is one.
    fn check(left: &Document, right: &Document, expected: &[&str]) {
        let spans = |document: &Document| document.findings.sentences.clone();
        let found: Vec<String> = changes(
            &Text::new(left),
            &Text::new(right),
            &spans(left),
            &spans(right),
        )
        .iter()
        .map(|change| {
            let of = |document: &Document, span: Option<Span>| {
                span.map_or("∅".to_owned(), |span| {
                    span.of(&document.article.text).to_owned()
                })
            };
            let detail = change
                .detail
                .map_or(String::new(), |detail| format!(" ({detail:?})"));
            format!(
                "{:?}: {} → {}{detail}",
                change.kind,
                of(left, change.left),
                of(right, change.right)
            )
        })
        .collect();
        assert_eq!(found, expected);
    }

    fn texts(left: &str, right: &str, expected: &[&str]) {
        check(&document("a", left), &document("b", right), expected);
    }

    #[test]
    fn numbers_differ_by_value() {
        texts(
            "There are 2,500 troops in Iraq.",
            "There are 2.5 thousand troops in Iraq.",
            &[],
        );
        texts(
            "There are seven boats in Halvane.",
            "There are 9 boats in Halvane.",
            &["Number: seven → 9"],
        );
    }

    #[test]
    fn a_rough_number_that_allows_the_other_differs_in_words_only() {
        let left = amount(
            document("a", "Police found dozens of boats."),
            "dozens",
            24.0,
            99.0,
        );
        let right = amount(document("b", "Police found 40 boats."), "40", 40.0, 40.0);
        check(&left, &right, &["Word: dozens → 40", "Word: of → ∅"]);
    }

    #[test]
    fn names_and_words_are_told_apart() {
        texts(
            "Yesterday the minister Sullivan met workers.",
            "Yesterday the minister Blinken met nurses.",
            &["Name: Sullivan → Blinken", "Word: workers → nurses"],
        );
    }

    #[test]
    fn a_name_and_its_initials_are_one_name() {
        texts(
            "Yesterday minister Halloran saw Osk Valley Water there.",
            "Yesterday minister Halloran saw OVW there.",
            &["Word: Osk Valley Water → OVW"],
        );
        let left = says(
            document("a", "Yesterday Osk Valley Water said the gate was broken."),
            "Osk Valley Water",
            "said",
            "the gate was broken",
        );
        let right = says(
            document("b", "Yesterday OVW said the gate was broken."),
            "OVW",
            "said",
            "the gate was broken",
        );
        check(&left, &right, &["Word: Osk Valley Water → OVW"]);
    }

    #[test]
    fn little_words_beside_a_number_are_no_number() {
        texts(
            "Yesterday minister Subryan is charged.",
            "Yesterday minister Subryan, 23, was charged.",
            &["Word: is → 23, was", "Number: ∅ → 23"],
        );
    }

    #[test]
    fn a_date_that_stands_elsewhere_is_no_other_date() {
        let dated = |text: &str| {
            let mut document = document("a", text);
            let start = text.find("Sunday").expect("the day");
            let findings = std::sync::Arc::make_mut(&mut document.findings);
            findings.times = [crate::model::TimeExpression {
                span: Span::new(start, start + "Sunday".len()),
                kind: crate::model::TimeType::Date,
                value: "2009-02-01".to_owned(),
                interval: None,
                why: crate::model::TimeReason {
                    rule: String::new(),
                    anchor: None,
                    anchor_words: None,
                },
            }]
            .into();
            document
        };
        check(
            &dated("Yesterday police stopped Williams on Sunday."),
            &dated("Sunday police stopped Williams."),
            &["Word: Yesterday → Sunday", "Word: on Sunday → ∅"],
        );
    }

    #[test]
    fn a_quotation_told_back_is_found_where_most_of_it_stands() {
        texts(
            "The keeper said “asked twice before midnight”.",
            "Midnight came. Nobody was there to see how rain fell and fell and fell on and on. \
             Boats lay still and lights were out along every quay of Halvane. \
             The keeper said asked twice before midnight.",
            &[
                "Quote: asked twice before midnight → asked twice before midnight (QuotationParaphrased)",
                "Word: ∅ → Midnight came. Nobody was there to see how rain fell and fell and fell on and on. \
                 Boats lay still and lights were out along every quay of Halvane",
            ],
        );
    }

    #[test]
    fn what_is_trimmed_from_a_quotation_is_marked_alone() {
        texts(
            "Yesterday Wexley saw a “calm harbour” there.",
            "Yesterday Wexley saw “this calm harbour” there.",
            &["Word: a → this", "Quote: ∅ → this (QuotationExtended)"],
        );
    }

    #[test]
    fn a_name_after_what_somebody_is_belongs_to_the_source() {
        let left = says(
            document("a", "It sounded like trains, said shopkeeper Owen Rudge."),
            "shopkeeper",
            "said",
            "It sounded like trains",
        );
        let right = says(
            document("b", "It sounded like trains, said Owen Rudge."),
            "Owen Rudge",
            "said",
            "It sounded like trains",
        );
        check(&left, &right, &["Word: shopkeeper → ∅"]);
    }

    #[test]
    fn a_hedge_gone_hardens() {
        texts(
            "The crew may have slept.",
            "The crew have slept.",
            &["Certainty: may → ∅ (Hardened)"],
        );
        texts(
            "The gate was broken.",
            "The gate was reportedly broken.",
            &["Certainty: ∅ → reportedly (Softened)"],
        );
    }

    #[test]
    fn a_source_left_out_is_named() {
        let left = says(
            document("a", "Officials said the gate was broken."),
            "Officials",
            "said",
            "the gate was broken",
        );
        check(
            &left,
            &document("b", "The gate was broken."),
            &["Attribution: Officials said → ∅ (AttributionDropped)"],
        );
    }

    #[test]
    fn who_goes_on_speaking_is_no_source_left_out() {
        let text = "“Gates held,” Wexley said. “Boats came home.”";
        let whole = says(document("a", text), "Wexley", "said", "Gates held");
        let mut whole = direct(whole);
        let findings = std::sync::Arc::make_mut(&mut whole.findings);
        let start = text.find("Boats").expect("the words");
        for told in &mut findings.attributions {
            told.content
                .push(Span::new(start, start + "Boats came home".len()));
        }
        let other = direct(says(
            document("b", "“Boats came home,” Wexley said."),
            "Wexley",
            "said",
            "Boats came home",
        ));
        let [_, second] = whole.findings.sentences[..] else {
            unreachable!("two sentences");
        };
        let found = changes(
            &Text::new(&whole),
            &Text::new(&other),
            &[second],
            &other.findings.sentences,
        );
        let is_source =
            |change: &&crate::model::Change| change.kind == crate::model::ChangeKind::Attribution;
        assert_eq!(found.iter().find(is_source), None);
    }

    /// The document with all that is said in it quoted.
    fn direct(mut document: Document) -> Document {
        let findings = std::sync::Arc::make_mut(&mut document.findings);
        for told in &mut findings.attributions {
            told.is_direct = true;
        }
        document
    }

    #[test]
    fn a_source_inside_a_quotation_is_not_the_articles() {
        let left = says(
            document("a", "“Now crews say boats are safe”."),
            "crews",
            "say",
            "boats are safe",
        );
        check(
            &left,
            &document("b", "“Boats are safe”."),
            &["Quote: Now crews say → ∅ (QuotationTrimmed)"],
        );
    }

    #[test]
    fn who_is_against_a_thing_is_no_source_of_it() {
        let left = says(
            document("a", "Yesterday Wexley opposed harbour fees."),
            "Wexley",
            "oppose",
            "harbour fees",
        );
        check(
            &left,
            &document("b", "Yesterday harbour fees."),
            &["Word: Wexley opposed → ∅"],
        );
    }

    #[test]
    fn a_source_told_by_a_common_word_is_left_out_all_the_same() {
        let left = says(
            document("a", "His campaign noted speech omitted fees."),
            "His campaign",
            "noted",
            "speech omitted fees",
        );
        check(
            &left,
            &document("b", "Campaign speech omitted fees."),
            &["Attribution: His campaign noted → ∅ (AttributionDropped)"],
        );
    }

    #[test]
    fn who_denies_is_not_unsure() {
        let mut left = says(
            document("a", "Wexley rejected fees on boats."),
            "Wexley",
            "rejected",
            "fees on boats",
        );
        let findings = std::sync::Arc::make_mut(&mut left.findings);
        for told in &mut findings.attributions {
            told.certainty = crate::model::Certainty::Denied;
            told.hedges = told.cue.iter().map(|cue| cue.span).collect();
        }
        check(
            &left,
            &document("b", "Wexley paid fees on boats."),
            &[
                "Attribution: Wexley rejected → ∅ (AttributionDropped)",
                "Word: rejected → paid",
            ],
        );
    }

    #[test]
    fn a_longer_form_of_a_name_is_no_other_name() {
        texts(
            "Rain fell on harbour gates of Ann Wexley.",
            "To Ann Rose Wexley rain fell on harbour gates.",
            &["Word: of Ann Wexley → ∅", "Word: ∅ → To Ann Rose Wexley"],
        );
        texts(
            "Yesterday minister Wexley saw OVW there.",
            "Yesterday minister Mr Wexley saw OVW’s there.",
            &["Word: OVW → OVW’s"],
        );
    }

    #[test]
    fn a_number_alone_among_rewritten_words_is_marked() {
        texts(
            "Crews left. Wexley told 600 tired supporters at harbour gates nothing new.",
            "Crews left. Halloran refused every question about closing bridges.",
            &[
                "Word: Wexley told 600 tired supporters at harbour gates nothing new → Halloran refused every question about closing bridges",
                "Number: 600 → ∅",
            ],
        );
    }

    #[test]
    fn a_long_run_of_the_same_words_is_seen_as_the_same() {
        texts(
            "Wexley promised quays near gates of the harbour and gave no answer about fees that owners want.",
            "Halloran told angry reporters from Norway that gates of the harbour stay shut since boats sank under bridges.",
            &[
                "Word: Wexley promised quays near → Halloran told angry reporters from Norway that",
                "Word: and gave no answer about fees that owners want → stay shut since boats sank under bridges",
            ],
        );
    }

    #[test]
    fn a_quotation_is_trimmed_or_told_back() {
        texts(
            "The keeper said: “I asked them twice before midnight.”",
            "The keeper said: “I asked them twice.”",
            &["Quote: before midnight → ∅ (QuotationTrimmed)"],
        );
        texts(
            "The keeper said “asked twice before midnight”.",
            "The keeper said asked twice before midnight.",
            &[
                "Quote: asked twice before midnight → asked twice before midnight (QuotationParaphrased)",
            ],
        );
    }

    #[test]
    fn one_shared_little_word_does_not_tear_a_rewritten_phrase() {
        texts(
            "The boat reached harbour walls of Halvane town.",
            "The boat sank outside waters of Norway coast.",
            &["Word: reached harbour walls of Halvane town → sank outside waters of Norway coast"],
        );
    }

    #[test]
    fn numbers_of_other_things_in_rewritten_words_are_no_number_that_differs() {
        texts(
            "Crews carried 240 people from flooded houses along the river bank.",
            "Halloran ordered checks of 63 dams with old hoists before spring comes.",
            &[
                "Word: Crews carried 240 people from flooded houses along the river bank → Halloran ordered checks of 63 dams with old hoists before spring comes",
                "Number: 240 → ∅",
                "Number: ∅ → 63",
            ],
        );
    }

    #[test]
    fn a_difference_never_runs_over_sentences_that_are_not_compared() {
        let left = document(
            "a",
            "Wexley lost sheep. Trains ran late all day. Wexley is no relation.",
        );
        let right = document("b", "Wexley lost sheep.");
        let [first, _, last] = left.findings.sentences[..] else {
            unreachable!("three sentences");
        };
        let found = changes(
            &Text::new(&left),
            &Text::new(&right),
            &[first, last],
            &right.findings.sentences,
        );
        let words: Vec<&str> = found
            .iter()
            .filter_map(|change| change.left)
            .map(|span| span.of(&left.article.text))
            .collect();
        assert_eq!(words, ["Wexley is no relation"]);
    }

    #[test]
    fn what_was_impossible_is_no_hedge() {
        texts(
            "The gate could not close.",
            "The gate did not close.",
            &["Word: could → did"],
        );
    }

    #[test]
    fn a_pronoun_is_no_other_source() {
        let left = says(
            document("a", "Officials said the gate was broken."),
            "Officials",
            "said",
            "the gate was broken",
        );
        let right = says(
            document("b", "They said the gate was broken."),
            "They",
            "said",
            "the gate was broken",
        );
        check(&left, &right, &["Word: Officials → They"]);
    }
}
