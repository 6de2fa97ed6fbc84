//! Two texts against each other: aligned sentences, changed words, drift, coverage.
//!
//! Stands beside `corpus`; does no input or output and cannot fail.

mod align;
pub mod coverage;
pub mod drift;
mod evidence;
pub mod names_used;
mod numbers;
mod rows;
mod side;
mod words;

pub use side::Side;

use crate::corpus::Document;
use crate::model::{Change, Comparison, Row, SharedWords, Span};

/// Compares two articles, headlines and all.
///
/// The other way round, the same is found, mirrored: where two ways are equally good, which one is
/// taken must not hang on which article stands left. So the work is done in an order that the
/// articles themselves give.
pub fn compare(left: &Side, right: &Side) -> Comparison {
    let found = if right.rank() < left.rank() {
        shared(right, left).mirrored()
    } else {
        shared(left, right)
    };
    Comparison {
        left: left.text(),
        right: right.text(),
        rows: rows::in_order([left, right].map(Into::into), found.rows),
        headline_changes: found.headline_changes,
    }
}

/// What two articles share.
struct Shared {
    rows: Vec<Row>,
    headline_changes: Vec<Change>,
}

impl Shared {
    /// The same seen from the other side.
    fn mirrored(self) -> Self {
        let rows = self.rows.into_iter().map(|row| Row {
            left: row.right,
            right: row.left,
            changes: words::mirrored(row.changes),
            shared: row.shared.map(SharedWords::mirrored),
            ..row
        });
        Self {
            rows: rows.collect(),
            headline_changes: words::mirrored(self.headline_changes),
        }
    }
}

fn shared(left: &Side, right: &Side) -> Shared {
    let (one, other) = (left.document(), right.document());
    let (left_evidence, right_evidence) = evidence::gather(one, other);
    let groups = align::align(&left_evidence, &right_evidence);
    let (left_text, right_text) = (words::Text::new(one), words::Text::new(other));
    let changes =
        |lefts: &[Span], rights: &[Span]| words::changes(&left_text, &right_text, lefts, rights);
    let headlines = left.headline().zip(right.headline());
    Shared {
        rows: rows::shared([left, right].map(Into::into), &groups, |group| {
            let (lefts, rights) = (spans(one, &group.left), spans(other, &group.right));
            let found = changes(&lefts, &rights);
            let shared = words::otherwise((&left_text, &lefts), (&right_text, &rights), &found);
            (found, shared)
        }),
        headline_changes: headlines
            .map_or_else(Vec::new, |(left, right)| changes(&[left], &[right])),
    }
}

/// The sentences with these indexes.
fn spans(document: &Document, sentences: &[usize]) -> Vec<Span> {
    sentences
        .iter()
        .filter_map(|&index| document.parsed.sentences.get(index))
        .map(|sentence| sentence.span)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Side;
    use super::words::mirrored;
    use crate::corpus::Document;
    use crate::corpus::testing::document;
    use crate::model::{Comparison, Row, RowKind, SharedWords};
    use proptest::prelude::*;

    /// Two texts without headlines.
    fn compare(left: &Document, right: &Document) -> Comparison {
        super::compare(&Side::new(None, left), &Side::new(None, right))
    }

    #[test]
    fn a_text_against_itself_is_the_same_throughout() {
        let text =
            "The ferry left Halvane at noon. Two crew members were hurt. Nobody was missing.";
        let rows = compare(&document("a", text), &document("b", text)).rows;
        assert_eq!(rows.len(), 3);
        assert!(
            rows.iter()
                .all(|row| row.kind == RowKind::Same && !row.is_moved)
        );
    }

    #[test]
    fn style_of_print_is_no_difference() {
        let left = document("a", "“We are\nready,” the mayor’s office said.");
        let right = document("b", "\"We are ready\", the mayor's  office said.");
        let rows = compare(&left, &right).rows;
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].kind, RowKind::Same);
        assert!(rows[0].changes.is_empty());
    }

    #[test]
    fn a_sentence_told_as_two_stands_in_one_row() {
        let left = document(
            "a",
            "The ferry Aldous hit the quay at Halvane and two crew members were hurt. The weather was calm.",
        );
        let right = document(
            "b",
            "The ferry Aldous hit the quay at Halvane. Two crew members were hurt. Trains ran on time.",
        );
        let rows = compare(&left, &right).rows;
        assert_eq!(rows[0].left, [0]);
        assert_eq!(rows[0].right, [0, 1]);
        assert_eq!(rows[1].kind, RowKind::RightOnly);
        assert_eq!(rows[2].kind, RowKind::LeftOnly);
    }

    #[test]
    fn a_headline_stands_beside_the_sentence_that_says_the_same_and_is_not_moved() {
        let left = Side::new(
            Some(&document(
                "h",
                "Two crew members of the ferry Aldous hurt at Halvane",
            )),
            &document("a", "Trains ran on time. The weather was calm."),
        );
        let text = "Trains ran on time. The weather was calm. \
            Two crew members of the ferry Aldous were hurt at Halvane.";
        let right = Side::new(None, &document("b", text));
        let found = super::compare(&left, &right);
        let row = found.rows.iter().find(|row| row.left == [0]);
        let row = row.expect("the headline's row");
        assert_eq!(row.right, [2]);
        assert!(found.rows.iter().all(|row| !row.is_moved));
        assert!(found.headline_changes.is_empty());
        let change = row.changes.first().and_then(|change| change.right);
        assert_eq!(change.map(|span| span.of(text)), Some("were"));
    }

    #[test]
    fn headlines_are_set_side_by_side_whatever_they_tell() {
        let side = |headline, text| Side::new(Some(&document("h", headline)), &document("a", text));
        let found = super::compare(
            &side("Ferry hits quay", "Trains ran on time."),
            &side("Ferry sinks", "The weather was calm."),
        );
        let [change] = &found.headline_changes[..] else {
            panic!("one difference: {:?}", found.headline_changes);
        };
        let words = |span: Option<crate::model::Span>, text: &str| {
            span.map(|span| span.of(text).to_owned())
        };
        assert_eq!(
            words(change.left, &found.left.text).as_deref(),
            Some("hits quay")
        );
        assert_eq!(
            words(change.right, &found.right.text).as_deref(),
            Some("sinks")
        );
    }

    /// Texts of a few words each, so that many sentences share some.
    fn text() -> impl Strategy<Value = String> {
        let words = [
            "ferry", "Halvane", "crew", "hurt", "the", "Wexley", "said", "may", "have", "sunk",
            "40", "41", "boats", "not", "“gate", "open”", "Monday",
        ];
        let sentence = prop::collection::vec(prop::sample::select(words.to_vec()), 2..7);
        let sentences = prop::collection::vec(sentence, 0..7);
        sentences.prop_map(|all| {
            let all: Vec<String> = all.iter().map(|words| words.join(" ") + ".").collect();
            all.join(" ")
        })
    }

    proptest! {
        #[test]
        fn the_other_way_round_the_same_is_found(texts in [text(), text()], headed in [any::<bool>(), any::<bool>()]) {
            let headline = document("h", "Ferry Halvane sunk");
            let side = |at: usize| {
                Side::new(headed[at].then_some(&headline), &document("a", &texts[at]))
            };
            let (one, other) = (side(0), side(1));
            let there = super::compare(&one, &other);
            let back = super::compare(&other, &one);
            let sorted = |mut rows: Vec<Row>| {
                rows.sort_by(|a, b| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
                rows
            };
            let turned = back.rows.into_iter().map(|row| Row {
                kind: match row.kind {
                    RowKind::LeftOnly => RowKind::RightOnly,
                    RowKind::RightOnly => RowKind::LeftOnly,
                    kind => kind,
                },
                left: row.right,
                right: row.left,
                changes: mirrored(row.changes),
                shared: row.shared.map(SharedWords::mirrored),
                ..row
            });
            prop_assert_eq!(sorted(there.rows), sorted(turned.collect()));
            prop_assert_eq!(there.headline_changes, mirrored(back.headline_changes));
        }
    }

    #[test]
    fn empty_texts_give_no_rows() {
        assert!(
            compare(&document("a", ""), &document("b", ""))
                .rows
                .is_empty()
        );
    }
}
