//! What Crossread wrote itself: reports, tables and drawings that lie beside the articles.
//!
//! Owns looking for the marks of `model::written`; the names of files tell nothing. What such a file
//! is stands in plain words.

use serde_json::Value;

use super::pattern::pattern;
use crate::model::SkippedReason;
use crate::model::written::{ANALYSIS, COMPARISON, MAKER, REVIEW, TABLES};

pattern!(
    /// Where a page names the program that made it.
    PAGE,
    &format!(r#"(?i)<meta\s[^>]*\bname=["']?generator["']?\s[^>]*\bcontent=["']{MAKER} [\d.]+["']"#)
);
pattern!(
    /// Where a drawing does.
    DRAWING,
    &format!(r"<metadata>\s*{MAKER} [\d.]+\s*</metadata>")
);
pattern!(
    /// Where a workbook does.
    WORKBOOK,
    &format!(r"<(?:\w+:)?creator>\s*{MAKER}\s*</")
);

/// Where the mark of an SQLite database stands.
const DATABASE_MARK: std::ops::Range<usize> = 68..72;
/// How far into a page the program that made it is looked for, in bytes: pages name it at the top.
const HEAD_BYTES: usize = 16 * 1024;

/// Whether a page is a report.
pub(super) fn is_report(html: &str) -> bool {
    let head = html.get(..html.floor_char_boundary(HEAD_BYTES));
    head.is_some_and(|head| PAGE.is_match(head))
}

/// Whether a drawing is a timeline.
pub(super) fn is_timeline(svg: &str) -> bool {
    DRAWING.is_match(svg)
}

/// Whether a text begins with the headings of one of the tables, whatever separates them.
pub(super) fn is_table(text: &str) -> bool {
    let head = text.lines().next().unwrap_or_default();
    [',', ';', '\t'].into_iter().any(|separator| {
        let cells: Vec<&str> = head
            .split(separator)
            .map(|cell| cell.trim_matches(['\u{feff}', '"', ' ']))
            .collect();
        TABLES.contains(&cells.as_slice())
    })
}

/// Whether a workbook, by the part that tells who made it, holds the tables.
pub(super) fn is_workbook(properties: &[u8]) -> bool {
    WORKBOOK.is_match(&String::from_utf8_lossy(properties))
}

/// Whether a database is a review.
pub(super) fn is_review(database: &[u8]) -> bool {
    database.get(DATABASE_MARK) == Some(&REVIEW.to_be_bytes())
}

/// What a JSON value is that Crossread wrote.
pub(super) fn of_json(value: &Value) -> Option<&'static str> {
    let words = |pointer: &str| value.pointer(pointer).and_then(Value::as_str);
    match words("/format") {
        Some(ANALYSIS) => return Some("an analysis"),
        Some(COMPARISON) => return Some("a comparison"),
        _ => {}
    }
    let is_ours = words("/type") == Some("AnnotationCollection")
        && words("/generator/name").is_some_and(|name| name.starts_with(MAKER));
    is_ours.then_some("a list of highlights")
}

/// A file that Crossread wrote, as a reason.
pub(super) fn reason(what: &str) -> SkippedReason {
    SkippedReason::OwnWork(what.to_owned())
}
