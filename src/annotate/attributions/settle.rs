//! From candidates to attributions: one per cue, contents over whole quotations, nesting, kinds.

use super::candidate::{Candidate, merged};
use super::lexicon::Class;
use super::quotes::Quotation;
use super::tree::Tree;
use super::{direct, finish, via};
use crate::language::Upos;
use crate::model::Attribution;

/// Confidence below which a candidate is dropped.
const CONFIDENCE_MIN: f32 = 0.45;

/// Settles the candidates of one text.
pub(super) fn settle(
    tree: &Tree<'_>,
    candidates: Vec<Candidate>,
    quotations: &[Quotation],
) -> Vec<Attribution> {
    let mut kept = one_per_cue(candidates);
    direct::attach(tree, &mut kept, quotations);
    for candidate in &mut kept {
        over_quotations(candidate, quotations);
    }
    kept.retain(|candidate| candidate.size() > 0 && !is_no_comment(tree, candidate));
    kept = without_trivial_nesting(tree, kept, quotations);
    kept.sort_by_key(|candidate| (candidate.hull().start, candidate.head));
    for candidate in &mut kept {
        via::mark(tree, candidate);
    }
    finish::attributions(tree, &kept, quotations)
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

/// "Declined to comment", "did not respond to a request for comment": nothing is said.
fn is_no_comment(tree: &Tree<'_>, candidate: &Candidate) -> bool {
    candidate.size() <= 6
        && matches!(
            tree.lemma(candidate.head),
            "decline" | "refuse" | "respond" | "reply" | "answer" | "return" | "comment"
        )
        && candidate.content.iter().cloned().flatten().any(|word| {
            matches!(
                tree.lemma(word),
                "comment" | "call" | "request" | "message" | "elaborate"
            )
        })
}

/// Drops what stands inside the content of another attribution, or inside a quotation, unless it
/// reports the words of a third party: what a speaker thinks and wants is part of what they say.
fn without_trivial_nesting(
    tree: &Tree<'_>,
    kept: Vec<Candidate>,
    quotations: &[Quotation],
) -> Vec<Candidate> {
    let is_inside: Vec<bool> = kept
        .iter()
        .enumerate()
        .map(|(index, candidate)| {
            parent(&kept, index)
                .and_then(|parent| kept.get(parent))
                .is_some_and(|parent| covers(parent, candidate))
                || quotations
                    .iter()
                    .any(|q| q.is_speech && q.is_closed && q.words.contains(&candidate.head))
        })
        .collect();
    kept.into_iter()
        .zip(is_inside)
        .filter(|(candidate, is_inside)| !is_inside || reports_third_party(tree, candidate))
        .map(|(candidate, _)| candidate)
        .collect()
}

/// Whether what stands inside the parent's content is the parent's word. The aim or the target of
/// someone is described by the article, which may cite another on it there.
fn covers(parent: &Candidate, candidate: &Candidate) -> bool {
    let describes = matches!(parent.class, Class::Want | Class::Judge | Class::Order);
    !(describes && candidate.class == Class::Say && candidate.confidence >= 0.9)
}

/// The smallest other candidate whose content holds this one's cue.
pub(super) fn parent(kept: &[Candidate], index: usize) -> Option<usize> {
    let candidate = kept.get(index)?;
    kept.iter()
        .enumerate()
        .filter(|(other_index, other)| {
            *other_index != index
                && other.holds(candidate.head)
                && !candidate.holds(other.head)
                && other.size() > candidate.size()
        })
        .min_by_key(|(_, other)| other.size())
        .map(|(other_index, _)| other_index)
}

/// Whether the candidate reports what someone else than the speaker says.
fn reports_third_party(tree: &Tree<'_>, candidate: &Candidate) -> bool {
    let Some(source) = candidate.source.clone() else {
        return false;
    };
    matches!(candidate.class, Class::Say | Class::Deny)
        && candidate.confidence >= 0.9
        && source
            .clone()
            .any(|word| matches!(tree.upos(word), Upos::Propn | Upos::Noun))
        && !source
            .into_iter()
            .any(|word| tree.is(word, &["i", "we", "you", "my", "our"]))
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::{check, found};

    #[test]
    fn what_a_speaker_thinks_is_part_of_what_they_say() {
        check(
            "Lind/PROPN/2/nsubj said/VERB/0/root//VBD she/PRON/4/nsubj hopes/VERB/2/ccomp/hope/VBZ to/PART/6/mark leave/VERB/4/xcomp",
            &["Lind | said | she hopes to leave"],
        );
    }

    #[test]
    fn what_a_third_party_says_stands_inside() {
        let found = found(
            "Lind/PROPN/2/nsubj said/VERB/0/root//VBD officials/NOUN/4/nsubj/official told/VERB/2/ccomp/tell/VBD her/PRON/4/obj that/SCONJ/8/mark troops/NOUN/8/nsubj left/VERB/4/ccomp//VBD",
        );
        let inside: Vec<Option<usize>> = found.1.iter().map(|each| each.inside).collect();
        assert_eq!(inside, [None, Some(0)]);
    }

    #[test]
    fn no_comment_is_no_attribution() {
        check(
            "Lind/PROPN/2/nsubj declined/VERB/0/root/decline/VBD to/PART/4/mark comment/VERB/2/xcomp ./PUNCT/2/punct",
            &[],
        );
    }
}
