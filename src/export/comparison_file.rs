//! The comparison file, format `crossread-comparison` version 1.
//!
//! The `text` of a side is the article's headline, a blank line, and the article's text; where an
//! article has no headline, its text alone. The headline is then the first of the `sentences`, and
//! all places count from the beginning of this `text`. Every sentence of both sides stands in
//! exactly one row.

use serde_json::{Value, json};

use super::code_points::CodePoints;
use crate::model::{ComparedText, Comparison, written};

/// A comparison as a value of the comparison file; `paths` are those of the left and the right
/// article, as the reader gave them.
pub fn comparison_json(paths: [&str; 2], comparison: &Comparison) -> Value {
    let left_points = CodePoints::new(&comparison.left.text);
    let right_points = CodePoints::new(&comparison.right.text);
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
    let [left, right] = paths;
    json!({
        "format": written::COMPARISON,
        "version": 1,
        "left": side_json(left, &comparison.left, &left_points),
        "right": side_json(right, &comparison.right, &right_points),
        "rows": rows,
    })
}

fn side_json(path: &str, side: &ComparedText, points: &CodePoints<'_>) -> Value {
    let sentences: Vec<Value> = side
        .sentences
        .iter()
        .map(|&span| points.span(span))
        .collect();
    json!({ "path": path, "text": side.text, "sentences": sentences })
}
