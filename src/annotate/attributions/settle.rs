//! From candidates to attributions: one per cue, contents over whole quotations, nesting, kinds.

use std::collections::BTreeMap;
use std::ops::Range;

use super::candidate::{Candidate, merged};
use super::lexicon::Class;
use super::quotes::{self, Quotation};
use super::tree::Tree;
use super::{according, adverbs, citing, direct, finish, pointing, quoted, spans, via};
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
    for candidate in &mut kept {
        whole_source(tree, candidate);
    }
    direct::attach(tree, &mut kept, quotations);
    quoted::mend_sources(tree, &mut kept, quotations);
    for candidate in &mut kept {
        over_quotations(candidate, quotations);
        without_tail(candidate, quotations);
        quoted::give_role_to_source(tree, candidate, quotations);
    }
    for candidate in &mut kept {
        without_asides(tree, candidate, quotations);
    }
    citing::add(tree, &mut kept);
    kept = without_parts_of_cues(kept);
    without_phrases_of_sources(tree, &mut kept);
    kept.retain(|candidate| candidate.size() > 0 && !is_no_comment(tree, candidate));
    kept = without_trivial_nesting(tree, kept, quotations);
    within_parents(&mut kept);
    pointing::resolve(tree, &mut kept);
    kept.sort_by_key(|candidate| (candidate.hull().start, candidate.head));
    for candidate in &mut kept {
        via::mark(tree, candidate);
        lengthen_cue(tree, candidate);
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

/// Makes the source end where its last name ends; what it takes is no content.
fn whole_source(tree: &Tree<'_>, candidate: &mut Candidate) {
    let Some(source) = candidate.source.clone() else {
        return;
    };
    let mut whole = spans::closed(tree, spans::over_names(tree, source.clone()));
    // "and Trade Minister Lind": the conjunction belongs to no name.
    if tree.upos(whole.start) == Upos::Cconj
        && whole.len() > 1
        && !tree.is(whole.start, &["both", "neither", "either"])
    {
        whole.start += 1;
    }
    if whole == source || (whole.start < candidate.cue.end && candidate.cue.start < whole.end) {
        return;
    }
    candidate.content = candidate
        .content
        .iter()
        .flat_map(|run| spans::without(run, &whole))
        .collect();
    candidate.source = Some(whole);
}

/// "“S,” X said, referring to N": where what stands before the cue is quoted, what follows the cue
/// without quotation marks is told by the article.
fn without_tail(candidate: &mut Candidate, quotations: &[Quotation]) {
    let is_quoted = |run: &Range<usize>| {
        quotes::within(quotations, run)
            .iter()
            .any(|quotation| quotation.is_speech)
    };
    let cue = candidate.cue.start;
    let ends_quoted = candidate
        .content
        .iter()
        .filter(|run| run.end <= cue)
        .any(|run| {
            quotes::within(quotations, run)
                .last()
                .is_some_and(|last| last.is_speech && last.is_closed && last.words.end == run.end)
        });
    if ends_quoted {
        candidate
            .content
            .retain(|run| run.end <= cue || is_quoted(run));
    }
}

/// "…, which N", "…, though N" at the end of a content outside quotation marks: the article tells it.
fn without_asides(tree: &Tree<'_>, candidate: &mut Candidate, quotations: &[Quotation]) {
    let Some(run) = candidate.content.last().cloned() else {
        return;
    };
    if run.end <= candidate.cue.start {
        return;
    }
    let first = run.clone().find_map(|word| {
        let below = spans::aside(tree, word)?;
        let closes = (below.end..run.end).all(|other| tree.is_punctuation(other));
        let is_told = quotes::within(quotations, &below).is_empty();
        (below.end <= run.end && closes && is_told && below.start > run.start + 1)
            .then_some(below.start)
    });
    if let (Some(first), Some(last)) = (first, candidate.content.last_mut()) {
        *last = spans::bare(tree, run.start..first);
    }
}

/// Drops what stands in the cue of a surer candidate: "concern" in "expressed concern about".
fn without_parts_of_cues(kept: Vec<Candidate>) -> Vec<Candidate> {
    let owners: BTreeMap<usize, usize> = kept
        .iter()
        .flat_map(|candidate| candidate.cue.clone().map(|word| (word, candidate.head)))
        .collect();
    kept.into_iter()
        .filter(|candidate| {
            owners
                .get(&candidate.head)
                .is_none_or(|owner| *owner == candidate.head)
        })
        .collect()
}

/// "According to X" stands in many a content by the tree; it says whose word the content is.
fn without_phrases_of_sources(tree: &Tree<'_>, kept: &mut [Candidate]) {
    let mut phrases: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
    for candidate in kept.iter().filter(|each| each.why == according::WHY) {
        if let Some(source) = &candidate.source {
            phrases
                .entry(tree.sentence(candidate.head))
                .or_default()
                .push(candidate.cue.start.min(source.start)..source.end.max(candidate.cue.end));
        }
    }
    for candidate in kept {
        let first = tree.sentence(candidate.hull().start);
        let last = tree.sentence(candidate.hull().end.saturating_sub(1));
        for phrase in phrases
            .range(first..=last.max(first))
            .flat_map(|(_, all)| all)
        {
            if phrase.contains(&candidate.head) {
                continue;
            }
            candidate.content = candidate
                .content
                .iter()
                .flat_map(|run| spans::without(run, phrase))
                .map(|run| spans::bare(tree, run))
                .filter(|run| run.start < run.end)
                .collect();
        }
    }
}

/// Lengthens the cue of a verb over the verbs above it, and over the time and place of the telling
/// where the content is over.
fn lengthen_cue(tree: &Tree<'_>, candidate: &mut Candidate) {
    if !tree.is_verb(candidate.head) || !candidate.cue.contains(&candidate.head) {
        return;
    }
    let mut cue = spans::with_verbs_above(tree, candidate.cue.clone(), candidate.head);
    let is_over = candidate.hull().end <= cue.start
        && candidate
            .source
            .as_ref()
            .is_some_and(|source| source.end <= cue.start);
    if is_over {
        cue = spans::with_circumstances(tree, cue, candidate.head, |word| candidate.holds(word));
    }
    let is_free = (cue.start..cue.end).all(|word| {
        !candidate.holds(word)
            && candidate
                .source
                .as_ref()
                .is_none_or(|source| !source.contains(&word))
    });
    if is_free {
        candidate.cue = cue;
    }
}

/// Lengthens a content over every quotation that it shares words with, unless the cue itself
/// stands inside that quotation.
fn over_quotations(candidate: &mut Candidate, quotations: &[Quotation]) {
    let mut runs = candidate.content.clone();
    for run in &candidate.content {
        for quotation in quotes::within(quotations, run) {
            let around_cue = quotation.words.contains(&candidate.head);
            let around_source = candidate
                .source
                .as_ref()
                .is_some_and(|source| quotation.words.contains(&source.start));
            if !around_cue && !around_source {
                runs.push(quotation.words.clone());
            }
        }
    }
    candidate.content = merged(runs);
}

/// "Declined to comment", "did not respond to a request for comment": nothing is said.
fn is_no_comment(tree: &Tree<'_>, candidate: &Candidate) -> bool {
    // "X did not deny it" says little; "X did not rule it out" leaves it open.
    let is_no_denial = candidate.class == Class::Deny
        && tree.is_negated(candidate.head)
        && tree.lemma(candidate.head) != "rule";
    let is_without = tree
        .marker(candidate.head)
        .is_some_and(|mark| tree.is(mark, &["without"]));
    if is_no_denial || is_without {
        return true;
    }
    let mut words = candidate.content.iter().cloned().flatten();
    if candidate.size() <= 2 && words.any(|word| tree.is(word, &["anonymity"])) {
        return true;
    }
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

/// "Lind warned that S, Reed said on Monday": the tree may hang "on Monday" on what Lind says.
fn within_parents(kept: &mut [Candidate]) {
    let ends: Vec<Option<usize>> = (0..kept.len())
        .map(|index| {
            let parent = kept.get(parent(kept, index)?)?;
            let end = parent.hull().end;
            (end <= parent.cue.start).then_some(end)
        })
        .collect();
    for (candidate, end) in kept.iter_mut().zip(ends) {
        if let Some(end) = end {
            candidate.content.retain(|run| run.start < end);
        }
    }
}

/// Whether what stands inside the parent's content is the parent's word. "Reportedly" names nobody,
/// so that it takes no one's word; the aim or the target of
/// someone is described by the article, which may cite another on it there.
fn covers(parent: &Candidate, candidate: &Candidate) -> bool {
    if parent.why == adverbs::WHY {
        return candidate.confidence < 0.8 || candidate.source.is_none();
    }
    let describes = matches!(parent.class, Class::Want | Class::Judge | Class::Order);
    !(describes && candidate.class == Class::Say && candidate.confidence >= 0.9)
}

/// The smallest other candidate whose content holds this one's cue.
pub(super) fn parent(kept: &[Candidate], index: usize) -> Option<usize> {
    let candidate = kept.get(index)?;
    if candidate.why == citing::WHY {
        return kept.iter().position(|other| {
            other.why != citing::WHY
                && other
                    .content
                    .first()
                    .zip(candidate.content.first())
                    .is_some_and(|(a, b)| a.start == b.start)
        });
    }
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
