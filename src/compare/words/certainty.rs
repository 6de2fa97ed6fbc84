//! Differences in how surely something is told: a hedge gone or come.
//!
//! Hedges are the closed class of modal verbs, adverbs, adjectives and verbs of doubt that the
//! CoNLL-2010 shared task found to cover most hedged sentences of English news and encyclopedias.

use super::{Sides, Token};
use crate::model::{Attribution, Certainty, Change, ChangeDetail, ChangeKind, Span};

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

/// How many words before and after a hedge tell what it is about.
const SCOPE: usize = 6;

/// Whether a word hedges.
fn is_hedge(key: &str) -> bool {
    HEDGES.contains(&key.to_lowercase().as_str())
}

/// Names the differences that take away or add a hedge, and splits the hedge off where other words
/// change with it.
pub(super) fn mark(sides: &Sides<'_>, changes: &mut Vec<Change>) {
    let (left, right) = (sides.left_words, sides.right_words);
    let left_hedges = hedges(left, &sides.left.findings.attributions, right);
    let right_hedges = hedges(right, &sides.right.findings.attributions, left);
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

/// The hedges among one side's words whose statement the other side makes too: those of the list,
/// and those that the attributions found.
fn hedges(words: &[Token], attributions: &[Attribution], others: &[Token]) -> Vec<Span> {
    words
        .iter()
        .enumerate()
        .filter(|(at, word)| {
            let is_found = || {
                attributions
                    .iter()
                    .filter(|one| !is_about_truth(one.certainty))
                    .any(|one| one.hedges.contains(&word.span))
            };
            (is_hedge(&word.key) && !is_plain(words, *at, attributions) || is_found())
                && is_shared(words, *at, others)
        })
        .map(|(_, word)| word.span)
        .collect()
}

/// Whether what makes a statement so is a denial or a question ("rejected", "questioned"): such words
/// tell what the source thinks of it, not how surely it is told.
const fn is_about_truth(certainty: Certainty) -> bool {
    matches!(certainty, Certainty::Denied | Certainty::Questioned)
}

/// Whether a word of the list is no hedge here: "could not" tells what was impossible, and who
/// "reported" something is a source.
fn is_plain(words: &[Token], at: usize, attributions: &[Attribution]) -> bool {
    let Some(word) = words.get(at) else {
        return true;
    };
    let next = words.get(at + 1);
    match word.key.to_lowercase().as_str() {
        "could" => next.is_some_and(|next| next.key == "not"),
        "reported" => attributions.iter().any(|one| {
            let cue = one.cue.as_ref();
            cue.is_some_and(|cue| cue.span.overlaps(word.span))
        }),
        _ => false,
    }
}

/// Whether the other side has the content words around a hedge, or at least two of them.
fn is_shared(words: &[Token], hedge: usize, others: &[Token]) -> bool {
    let Some(word) = words.get(hedge) else {
        return false;
    };
    let near = words
        .iter()
        .skip(hedge.saturating_sub(SCOPE))
        .take(2 * SCOPE + 1)
        .filter(|near| near.piece == word.piece && near.is_content && !is_hedge(&near.key));
    let (mut all, mut shared) = (0, 0);
    for near in near {
        all += 1;
        shared += usize::from(
            others
                .iter()
                .any(|other| other.key.eq_ignore_ascii_case(&near.key)),
        );
    }
    shared > 0 && shared >= all.min(2)
}
