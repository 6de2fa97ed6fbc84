//! Differences in how surely something is told: a hedge gone or come.
//!
//! Hedges are the closed class of modal verbs, adverbs, adjectives and verbs of doubt that the
//! CoNLL-2010 shared task found to cover most hedged sentences of English news and encyclopedias.

use super::{Sides, Token};
use crate::model::{Change, ChangeDetail, ChangeKind, Span};

/// Words that make a statement less than certain, in lower case.
const HEDGES: &[&str] = &[
    "alleged",
    "allegedly",
    "allege",
    "alleges",
    "apparent",
    "apparently",
    "appear",
    "appeared",
    "appears",
    "believed",
    "claimed",
    "could",
    "feared",
    "likely",
    "may",
    "maybe",
    "might",
    "perhaps",
    "possible",
    "possibly",
    "possibility",
    "potential",
    "potentially",
    "presumably",
    "presumed",
    "probable",
    "probably",
    "purported",
    "purportedly",
    "reported",
    "reportedly",
    "rumored",
    "rumoured",
    "seem",
    "seemed",
    "seemingly",
    "seems",
    "suggest",
    "suggested",
    "suggests",
    "supposed",
    "supposedly",
    "suspected",
    "thought",
    "unclear",
    "unconfirmed",
    "unlikely",
    "unverified",
];

/// Whether a word hedges.
fn is_hedge(key: &str) -> bool {
    HEDGES.contains(&key.to_lowercase().as_str())
}

/// Names the differences that take away or add a hedge, and splits the hedge off where other words
/// change with it.
pub(super) fn mark(sides: &Sides<'_>, changes: &mut Vec<Change>) {
    let left_hedges = hedges(
        sides.left_words,
        sides.left.findings.attributions.as_slice(),
    );
    let right_hedges = hedges(
        sides.right_words,
        sides.right.findings.attributions.as_slice(),
    );
    if left_hedges.is_empty() == right_hedges.is_empty() {
        return;
    }
    let (detail, hedges) = if right_hedges.is_empty() {
        (ChangeDetail::Hardened, &left_hedges)
    } else {
        (ChangeDetail::Softened, &right_hedges)
    };
    let is_left = detail == ChangeDetail::Hardened;
    for &hedge in hedges {
        let side = |change: &Change| if is_left { change.left } else { change.right };
        let Some(at) = changes
            .iter()
            .position(|change| side(change).is_some_and(|span| span.contains(hedge)))
        else {
            continue;
        };
        let Some(change) = changes.get_mut(at) else {
            continue;
        };
        if is_short(change, sides) {
            change.kind = ChangeKind::Certainty;
            change.detail = Some(detail);
        } else {
            changes.push(Change {
                kind: ChangeKind::Certainty,
                left: is_left.then_some(hedge),
                right: (!is_left).then_some(hedge),
                detail: Some(detail),
            });
        }
    }
}

/// Whether a difference is hardly more than the hedge itself ("may have killed" → "killed").
fn is_short(change: &Change, sides: &Sides<'_>) -> bool {
    let content = |words: &[Token], span: Option<Span>| {
        span.map_or(0, |span| {
            words
                .iter()
                .filter(|word| span.contains(word.span) && word.is_content && !is_hedge(&word.key))
                .count()
        })
    };
    content(sides.left_words, change.left) <= 1 && content(sides.right_words, change.right) <= 1
}

/// The hedges among some words: those of the list, and those that the attributions found.
fn hedges(words: &[Token], attributions: &[crate::model::Attribution]) -> Vec<Span> {
    words
        .iter()
        .filter(|word| {
            is_hedge(&word.key)
                || attributions
                    .iter()
                    .any(|attribution| attribution.hedges.contains(&word.span))
        })
        .map(|word| word.span)
        .collect()
}
