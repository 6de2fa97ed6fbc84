//! The comparison file, format `crossread-comparison` version 1.

use serde_json::{Value, json};

use super::code_points::CodePoints;
use crate::corpus::Document;
use crate::model::Comparison;

/// One side of a comparison: its path as the reader gave it, and the article.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// Path as given.
    pub path: &'a str,
    /// The article with what it says.
    pub document: &'a Document,
}

/// A comparison as a value of the comparison file.
pub fn comparison_json(left: Side<'_>, right: Side<'_>, comparison: &Comparison) -> Value {
    let left_points = CodePoints::new(&left.document.article.text);
    let right_points = CodePoints::new(&right.document.article.text);
    let rows: Vec<Value> = comparison
        .rows
        .iter()
        .map(|row| {
            let changes: Vec<Value> = row
                .changes
                .iter()
                .map(|change| {
                    json!({
                        "kind": change.kind,
                        "left": left_points.optional(change.left),
                        "right": right_points.optional(change.right),
                    })
                })
                .collect();
            json!({
                "kind": row.kind,
                "moved": row.is_moved,
                "left": row.left,
                "right": row.right,
                "similarity": (f64::from(row.similarity) * 1000.0).round() / 1000.0,
                "changes": changes,
            })
        })
        .collect();
    json!({
        "format": "crossread-comparison",
        "version": 1,
        "left": side_json(left, &left_points),
        "right": side_json(right, &right_points),
        "rows": rows,
    })
}

fn side_json(side: Side<'_>, points: &CodePoints<'_>) -> Value {
    let sentences: Vec<Value> = side
        .document
        .findings
        .sentences
        .iter()
        .map(|&span| points.span(span))
        .collect();
    json!({ "path": side.path, "text": side.document.article.text, "sentences": sentences })
}
