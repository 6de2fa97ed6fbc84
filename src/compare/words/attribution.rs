//! Differences in on whose word something is told.

use super::{Sides, Token};
use crate::model::{Attribution, Change, ChangeDetail, ChangeKind, Span};

/// Adds a difference for a source that is dropped, added or changed. Sources are the same when they
/// share a content word ("two US officials", "officials").
pub(super) fn mark(sides: &Sides<'_>, changes: &mut Vec<Change>) {
    let left = sources(&sides.left.findings.attributions, sides.left_spans);
    let right = sources(&sides.right.findings.attributions, sides.right_spans);
    let is_known = |source: &Source, others: &[Source], from: &[Token], to: &[Token]| {
        others
            .iter()
            .any(|other| is_same(&words_in(from, source.name), &words_in(to, other.name)))
    };
    let (left_words, right_words) = (sides.left_words, sides.right_words);
    let mut lost: Vec<Source> = left.clone();
    lost.retain(|source| !is_known(source, &right, left_words, right_words));
    let mut come: Vec<Source> = right.clone();
    come.retain(|source| !is_known(source, &left, right_words, left_words));
    let mut come = come.into_iter();
    for source in lost {
        // A name that the other side still gives, in whatever construction, is not dropped.
        if is_told(&words_in(left_words, source.name), right_words) {
            continue;
        }
        let (right, detail) = match come.next() {
            Some(other) => (Some(other.words), ChangeDetail::AttributionChanged),
            None => (None, ChangeDetail::AttributionDropped),
        };
        set(changes, Some(source.words), right, detail);
    }
    for source in come {
        if !is_told(&words_in(right_words, source.name), left_words) {
            set(
                changes,
                None,
                Some(source.words),
                ChangeDetail::AttributionAdded,
            );
        }
    }
}

/// A source with its cue, of one attribution.
#[derive(Clone, Copy)]
struct Source {
    /// Who speaks.
    name: Span,
    /// Who speaks, with the words that bind them to what they say where these stand beside it.
    words: Span,
}

/// The sources of what some sentences tell, each once.
fn sources(attributions: &[Attribution], sentences: &[Span]) -> Vec<Source> {
    let mut found: Vec<Source> = Vec::new();
    for attribution in attributions {
        let Some(name) = attribution.source else {
            continue;
        };
        let is_here = sentences.iter().any(|sentence| sentence.contains(name));
        if !is_here || found.iter().any(|source| source.name == name) {
            continue;
        }
        let cue = attribution
            .cue
            .as_ref()
            .map(|cue| cue.span)
            .filter(|cue| cue.start <= name.end + 2 && name.start <= cue.end + 2);
        found.push(Source {
            name,
            words: cue.map_or(name, |cue| name.hull(cue)),
        });
    }
    found
}

fn words_in(words: &[Token], span: Span) -> Vec<&Token> {
    words
        .iter()
        .filter(|word| span.overlaps(word.span) && word.is_content)
        .collect()
}

fn is_same(one: &[&Token], other: &[&Token]) -> bool {
    one.iter()
        .any(|word| other.iter().any(|o| o.key.eq_ignore_ascii_case(&word.key)))
        || (one.is_empty() && other.is_empty())
}

/// Whether most of a source's words stand on the other side.
fn is_told(source: &[&Token], others: &[Token]) -> bool {
    let found = source
        .iter()
        .filter(|word| others.iter().any(|other| other.key == word.key))
        .count();
    found * 2 > source.len()
}

/// Puts the difference in; a difference of other words at the same place gives way to it.
fn set(changes: &mut Vec<Change>, left: Option<Span>, right: Option<Span>, detail: ChangeDetail) {
    let covers = |outer: Option<Span>, inner: Option<Span>| match (outer, inner) {
        (Some(outer), Some(inner)) => outer.contains(inner),
        (_, None) => true,
        (None, Some(_)) => false,
    };
    changes.retain(|change| {
        change.kind != ChangeKind::Word
            || !(covers(left, change.left) && covers(right, change.right))
    });
    changes.push(Change {
        kind: ChangeKind::Attribution,
        left,
        right,
        detail: Some(detail),
    });
}
