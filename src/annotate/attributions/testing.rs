//! Short ways to test constructions on hand-written trees.

use crate::annotate::bracketed;
use crate::model::Attribution;

/// What is found in the trees, with their text.
pub(super) fn found(trees: &str) -> (String, Vec<Attribution>) {
    let (text, parsed) = bracketed::read(trees);
    let found = super::find(&parsed, &text);
    (text, found)
}

/// Checks what is found, each as "source | cue | content", pieces of content joined by "…".
pub(super) fn check(trees: &str, expected: &[&str]) {
    let (text, found) = found(trees);
    let lines: Vec<String> = found
        .iter()
        .map(|each| {
            let pieces: Vec<&str> = each.content.iter().map(|span| span.of(&text)).collect();
            format!(
                "{} | {} | {}",
                each.source.map_or("–", |span| span.of(&text)),
                each.cue.as_ref().map_or("–", |cue| cue.span.of(&text)),
                pieces.join(" … ")
            )
        })
        .collect();
    assert_eq!(lines, expected, "{text}");
}
