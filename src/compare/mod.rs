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
mod words;

use crate::corpus::Document;
use crate::model::{Comparison, Span};

/// Compares two articles.
pub fn compare(left: &Document, right: &Document) -> Comparison {
    let (left_evidence, right_evidence) = evidence::gather(left, right);
    let groups = align::align(&left_evidence, &right_evidence);
    let (left_text, right_text) = (words::Text::new(left), words::Text::new(right));
    let rows = rows::rows(
        left_evidence.len(),
        right_evidence.len(),
        &groups,
        |group| {
            words::changes(
                &left_text,
                &right_text,
                &spans(left, &group.left),
                &spans(right, &group.right),
            )
        },
    );
    Comparison { rows }
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
    use super::compare;
    use crate::corpus::testing::document;
    use crate::model::RowKind;

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
    fn empty_texts_give_no_rows() {
        assert!(
            compare(&document("a", ""), &document("b", ""))
                .rows
                .is_empty()
        );
    }
}
