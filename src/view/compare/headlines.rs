//! The two headlines, on top of a comparison and nowhere else.

use std::borrow::Cow;

use super::{Headlines, Line};
use crate::model::{Change, ComparedText, Comparison, Row, RowKind, Span};

/// A row that holds both headlines and what both texts tell, without the headlines: they stand above.
pub(super) fn without_headlines(row: &Row, comparison: &Comparison) -> Option<Row> {
    let texts = [
        (&comparison.left, &row.left),
        (&comparison.right, &row.right),
    ];
    let [left, right] = texts.map(|(text, sentences)| {
        let told = sentences.iter().copied();
        let told: Vec<usize> = told.filter(|&at| !text.is_headline(at)).collect();
        Some(told).filter(|told| !told.is_empty() && told.len() < sentences.len())
    });
    let is_told = |text: &ComparedText, span: Option<Span>| {
        span.is_some_and(|span| text.in_article(span).is_some())
    };
    let changes = row.changes.iter().filter(|change| {
        is_told(&comparison.left, change.left) || is_told(&comparison.right, change.right)
    });
    let changes: Vec<Change> = changes.cloned().collect();
    let kind = if changes.is_empty() {
        RowKind::Same
    } else {
        row.kind
    };
    Some(Row {
        kind,
        left: left?,
        right: right?,
        changes,
        shared: row.shared.clone(),
        ..*row
    })
}

/// The line of the headlines; `None` where neither article has one.
pub(super) fn headlines(comparison: &Comparison) -> Option<Line<'_>> {
    let [left, right] = [&comparison.left, &comparison.right].map(ComparedText::has_headline);
    let shared = comparison
        .rows
        .iter()
        .find(|row| row.left.contains(&0) && row.right.contains(&0));
    let is_same = comparison.headline_changes.is_empty();
    let (kind, headlines) = match (left, right) {
        (false, false) => return None,
        (true, false) => (RowKind::LeftOnly, Headlines::One),
        (false, true) => (RowKind::RightOnly, Headlines::One),
        (true, true) if is_same => (RowKind::Same, Headlines::Alike),
        (true, true) if shared.is_some() => (RowKind::Reworded, Headlines::Alike),
        (true, true) => (RowKind::Reworded, Headlines::Different),
    };
    let first = |has_headline| if has_headline { vec![0] } else { Vec::new() };
    Some(Line {
        row: Cow::Owned(Row {
            kind,
            is_moved: false,
            left: first(left),
            right: first(right),
            similarity: if is_same {
                1.0
            } else {
                shared.map_or(0.0, |row| row.similarity)
            },
            changes: comparison.headline_changes.clone(),
            shared: None,
        }),
        headlines: Some(headlines),
    })
}
