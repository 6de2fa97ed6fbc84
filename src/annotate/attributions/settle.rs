//! From candidates to attributions: one per cue, contents over whole quotations, nesting.

use super::candidate::{Candidate, merged};
use super::quotes::Quotation;
use super::tree::Tree;
use crate::model::{Attribution, Certainty, Cue, SourceKind};

/// Confidence below which a candidate is dropped.
const CONFIDENCE_MIN: f32 = 0.45;

/// Settles the candidates of one text.
pub(super) fn settle(
    tree: &Tree<'_>,
    candidates: Vec<Candidate>,
    quotations: &[Quotation],
) -> Vec<Attribution> {
    let mut kept = one_per_cue(candidates);
    for candidate in &mut kept {
        over_quotations(candidate, quotations);
    }
    kept.retain(|candidate| candidate.size() > 0);
    kept.sort_by_key(|candidate| (candidate.hull().start, candidate.head));
    kept.iter()
        .map(|candidate| attribution(tree, candidate))
        .collect()
}

/// Keeps the surest candidate of each cue.
fn one_per_cue(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.retain(|candidate| candidate.confidence >= CONFIDENCE_MIN);
    candidates.sort_by(|a, b| {
        a.head
            .cmp(&b.head)
            .then(b.confidence.total_cmp(&a.confidence))
    });
    candidates.dedup_by_key(|candidate| candidate.head);
    candidates
}

/// Lengthens a content over every quotation that it shares words with, unless the cue itself
/// stands inside that quotation.
fn over_quotations(candidate: &mut Candidate, quotations: &[Quotation]) {
    let mut runs = candidate.content.clone();
    for quotation in quotations {
        let shares = candidate
            .content
            .iter()
            .any(|run| run.start < quotation.words.end && quotation.words.start < run.end);
        let around_cue = quotation.words.contains(&candidate.head);
        let around_source = candidate
            .source
            .as_ref()
            .is_some_and(|source| quotation.words.contains(&source.start));
        if shares && !around_cue && !around_source {
            runs.push(quotation.words.clone());
        }
    }
    candidate.content = merged(runs);
}

fn attribution(tree: &Tree<'_>, candidate: &Candidate) -> Attribution {
    Attribution {
        content: candidate
            .content
            .iter()
            .map(|run| tree.span(run.clone()))
            .collect(),
        source: candidate.source.as_ref().map(|run| tree.span(run.clone())),
        cue: Some(Cue {
            span: tree.span(candidate.cue.clone()),
            lemma: tree.lemma(candidate.head).to_owned(),
        }),
        is_direct: false,
        source_kind: SourceKind::Unspecified,
        via: Vec::new(),
        entity: None,
        inside: None,
        certainty: Certainty::Attributed,
        hedges: Vec::new(),
        confidence: candidate.confidence,
        why: candidate.why.to_owned(),
    }
}
