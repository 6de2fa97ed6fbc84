//! The last step: from settled candidates to attributions of the model, with kinds of sources,
//! carriers, nesting and certainty.

use std::ops::Range;

use super::candidate::Candidate;
use super::lexicon::Class;
use super::quotes::Quotation;
use super::settle::parent;
use super::tree::Tree;
use super::{adjectives, kind, objects, untruth};
use crate::annotate::certainty;
use crate::language::lexicon::{Stance, reporting_verbs};
use crate::language::{NameKind, Relation, Upos};
use crate::model::{Attribution, Certainty, Cue, SourceKind, Span};

/// Makes the attributions, in the order of the candidates.
pub(super) fn attributions(
    tree: &Tree<'_>,
    kept: &[Candidate],
    quotations: &[Quotation],
) -> Vec<Attribution> {
    let kinds = kinds(tree, kept, quotations);
    let mut made: Vec<Attribution> = kept
        .iter()
        .zip(&kinds)
        .enumerate()
        .map(|(index, (candidate, &source_kind))| {
            let (certainty, hedges) = certainty_of(tree, candidate);
            Attribution {
                content: content(tree, candidate),
                // A source of nothing but marks, as broken encodings give it, is no source.
                source: candidate
                    .source
                    .as_ref()
                    .map(|run| tree.span(run.clone()))
                    .filter(|span| !span.is_empty()),
                cue: (!candidate.cue.is_empty()).then(|| Cue {
                    span: tree.span(candidate.cue.clone()),
                    lemma: tree.lemma(candidate.head).to_lowercase(),
                }),
                is_direct: is_direct(tree, candidate, quotations),
                source_kind,
                via: candidate
                    .via
                    .iter()
                    .map(|run| tree.span(run.clone()))
                    .collect(),
                entity: None,
                inside: parent(kept, index),
                certainty,
                hedges,
                confidence: candidate.confidence,
                why: candidate.why.to_owned(),
            }
        })
        .collect();
    carry(&mut made);
    made
}

/// The pieces of the content, without a comma or full stop at their edges.
fn content(tree: &Tree<'_>, candidate: &Candidate) -> Vec<Span> {
    let opens = candidate.content.first().map(|run| run.start);
    let is_bare = |run: &Range<usize>| {
        run.clone()
            .all(|word| tree.is_punctuation(word) || tree.upos(word) == Upos::Cconj)
    };
    let has_words = !candidate.content.iter().all(is_bare);
    candidate
        .content
        .iter()
        .filter(|run| !has_words || !is_bare(run))
        .map(|run| {
            let mut run = run.clone();
            // "But" binds the sentence to the one before; the speaker did not say it.
            if run.len() > 1
                && Some(run.start) == opens
                && tree.upos(run.start) == Upos::Cconj
                && tree.lemma(run.start) != "neither"
            {
                run.start += 1;
            }
            // "However, …": it joins the sentence to the one before.
            if run.len() > 3 && Some(run.start) == opens && joins(tree, run.start) {
                run.start += 1;
            }
            while run.len() > 1 && tree.is(run.start, &[",", ";", ":", "-", "–", "—"]) {
                run.start += 1;
            }
            while run.len() > 1 && tree.is(run.end - 1, &[",", ";", ":", ".", "-", "–", "—"]) {
                run.end -= 1;
            }
            tree.span(run)
        })
        .collect()
}

/// Whether an adverb at the head of a sentence only joins it to the one before.
fn joins(tree: &Tree<'_>, word: usize) -> bool {
    tree.is(word + 1, &[","])
        && tree.is(
            word,
            &[
                "however",
                "meanwhile",
                "nevertheless",
                "nonetheless",
                "moreover",
                "furthermore",
                "separately",
                "still",
                "instead",
            ],
        )
}

/// Whether most words of the content stand between quotation marks.
fn is_direct(tree: &Tree<'_>, candidate: &Candidate, quotations: &[Quotation]) -> bool {
    let words = candidate.content.iter().cloned().flatten();
    let mut all = 0;
    let mut quoted = 0;
    for word in words.filter(|&word| !tree.is_punctuation(word)) {
        all += 1;
        let after = quotations.partition_point(|quotation| quotation.words.end <= word);
        quoted += usize::from(
            quotations
                .get(after)
                .is_some_and(|quotation| quotation.words.contains(&word)),
        );
    }
    2 * quoted > all
}

/// The kind of every source. A pronoun takes the kind of the last source it can stand for, which is none
/// that stands within a quotation.
fn kinds(tree: &Tree<'_>, kept: &[Candidate], quotations: &[Quotation]) -> Vec<SourceKind> {
    let is_quoted = |index: usize| {
        parent(kept, index)
            .and_then(|parent| kept.get(parent))
            .is_some_and(|parent| is_direct(tree, parent, quotations))
    };
    let mut order: Vec<usize> = (0..kept.len()).collect();
    order.sort_by_key(|&index| {
        kept.get(index)
            .and_then(|candidate| candidate.source.as_ref())
            .map_or(usize::MAX, |source| source.start)
    });
    let mut kinds = vec![SourceKind::Unspecified; kept.len()];
    let mut person = None;
    let mut body = None;
    for index in order {
        let Some(source) = kept
            .get(index)
            .and_then(|candidate| candidate.source.as_ref())
        else {
            continue;
        };
        let own = kind::of(tree, source);
        let kind = own.unwrap_or_else(|| {
            if tree.is(
                source.start,
                &["he", "she", "who", "his", "her", "him", "i"],
            ) {
                person.unwrap_or(SourceKind::Named)
            } else if tree.is(source.start, &["they"]) && follows_several(tree, source.start) {
                SourceKind::Named
            } else if tree.is(
                source.start,
                &["they", "it", "we", "its", "their", "which", "that"],
            ) {
                body.filter(|kind| {
                    !matches!(kind, SourceKind::Media | SourceKind::Document)
                        || !tree.is(source.start, &["they", "we", "their"])
                })
                .unwrap_or(SourceKind::Unspecified)
            } else {
                SourceKind::Unspecified
            }
        });
        if own.is_some() && !is_quoted(index) {
            match kind {
                SourceKind::Named => person = Some(kind),
                SourceKind::Anonymous => {
                    person = Some(kind);
                    body = Some(kind);
                }
                _ => body = Some(kind),
            }
        }
        if let Some(slot) = kinds.get_mut(index) {
            *slot = kind;
        }
    }
    kinds
}

/// "Lind and Fell met the minister. They said": whether the sentence before is about several people by
/// name.
fn follows_several(tree: &Tree<'_>, pronoun: usize) -> bool {
    let Some(before) = tree.sentence(pronoun).checked_sub(1) else {
        return false;
    };
    let Some(subject) = tree
        .words_of(before)
        .find(|&word| tree.relation(word) == Relation::Nsubj)
    else {
        return false;
    };
    let words = tree.below(subject, |word| tree.is_verb(word));
    let names = &tree.parsed.names;
    let people = names.iter().filter(|name| {
        name.kind == NameKind::Person && words.binary_search(&name.words.start).is_ok()
    });
    people.count() > 1
}

/// Verbs whose "not" denies what they find.
const FINDING: [&str; 8] = [
    "establish",
    "find",
    "conclude",
    "show",
    "prove",
    "demonstrate",
    "determine",
    "indicate",
];

/// How surely the content is told: first by the cue, then by the content's own words.
fn certainty_of(tree: &Tree<'_>, candidate: &Candidate) -> (Certainty, Vec<Span>) {
    let cue = tree.span(candidate.cue.clone());
    let negated = tree.is_negated(candidate.head);
    let asks = candidate.class == Class::Ask
        || matches!(tree.lemma(candidate.head), "doubt" | "question")
        || asks_whether(tree, candidate);
    if asks && !is_request(tree, candidate) {
        return (Certainty::Questioned, vec![cue]);
    }
    if let Some(untruth) = untruth::of(tree, candidate).filter(|_| !negated) {
        return (Certainty::Denied, vec![untruth]);
    }
    match candidate.class {
        // Not ruling a thing out leaves it open; not denying it says little about it.
        Class::Deny if negated && tree.lemma(candidate.head) == "rule" => {
            return (Certainty::Hedged, vec![cue]);
        }
        Class::Deny if !negated => return (Certainty::Denied, vec![cue]),
        // What was looked for and not found is denied, what is not confirmed is open.
        Class::Find | Class::Say if negated && FINDING.contains(&tree.lemma(candidate.head)) => {
            return (Certainty::Denied, vec![cue]);
        }
        Class::Say if negated && tree.lemma(candidate.head) == "confirm" => {
            return (Certainty::Questioned, vec![cue]);
        }
        // Who does not believe a thing holds it untrue; what is not known or not liked is so all the same.
        Class::Think
            if negated && candidate.source.is_some() && !is_factive(tree, candidate.head) =>
        {
            return (Certainty::Denied, vec![cue]);
        }
        // "Did not call for N", "was not suggesting any N".
        Class::Hint | Class::Order if negated && objects::WHYS.contains(&candidate.why) => {
            return (Certainty::Denied, vec![cue]);
        }
        Class::Hint => return (Certainty::Hedged, vec![cue]),
        Class::Think if candidate.source.is_none() => return (Certainty::Hedged, vec![cue]),
        _ => {}
    }
    let hull = candidate.hull();
    let (certainty, hedges) = certainty::of(tree.parsed, tree.text, hull);
    match certainty {
        Certainty::Stated => (Certainty::Attributed, hedges),
        other => (other, hedges),
    }
}

/// "Asked N to do it", "asked for salt": a request, not a question about a fact.
fn is_request(tree: &Tree<'_>, candidate: &Candidate) -> bool {
    let first = candidate.hull().start;
    tree.lemma(candidate.head) == "ask"
        && (tree.is(first, &["to"])
            || tree.is(candidate.cue.end.saturating_sub(1), &["for"])
            || first
                .checked_sub(1)
                .is_some_and(|before| tree.is(before, &["for"])))
}

/// "Wanted to know whether", "did not say why": the content is open. In "said if it rained, S" the mark
/// hangs on a condition within the content.
fn asks_whether(tree: &Tree<'_>, candidate: &Candidate) -> bool {
    let first = candidate.hull().start;
    let marks_whole = || {
        let condition = tree.head(first).map(|verb| match tree.relation(verb) {
            // "If he were elected mayor": the tree may hang the mark on a part of the predicate.
            Relation::Advcl => verb,
            _ => tree.head(verb).unwrap_or(verb),
        });
        condition.is_none_or(|condition| {
            tree.relation(condition) != Relation::Advcl
                || tree
                    .head(condition)
                    .is_none_or(|above| !candidate.holds(above))
        })
    };
    tree.is(first, &["whether", "if"]) && tree.upos(first) == Upos::Sconj && marks_whole()
}

/// Whether the word's content is so whether or not the word is negated: "was not aware that S", "was not
/// pleased that S".
fn is_factive(tree: &Tree<'_>, word: usize) -> bool {
    tree.upos(word) == Upos::Adj && adjectives::is_factive(tree.form(word))
        || tree.is_verb(word)
            && reporting_verbs(tree.lemma(word)).any(|verb| verb.stance == Stance::Factive)
}

/// Hands the carrier on: what an official said, in an article that has it from an outlet.
fn carry(made: &mut [Attribution]) {
    for index in 0..made.len() {
        let mut chain: Vec<Span> = Vec::new();
        let mut current = made.get(index).and_then(|each| each.inside);
        let mut steps = 0;
        while let Some(above) = current.and_then(|above| made.get(above)) {
            if above.source_kind == SourceKind::Media {
                chain.extend(above.source);
            }
            chain.extend(above.via.iter().copied());
            current = above.inside;
            steps += 1;
            if steps > 8 {
                break;
            }
        }
        if let Some(each) = made.get_mut(index) {
            for span in chain {
                if !each.via.contains(&span) && each.source != Some(span) {
                    each.via.push(span);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::found;
    use crate::model::SourceKind;

    #[test]
    fn they_are_named_where_the_sentence_before_names_several() {
        let second = "They/PRON/2/nsubj said/VERB/0/root//VBD troops/NOUN/4/nsubj left/VERB/2/ccomp ./PUNCT/2/punct";
        let kind = |first: &str| found(&format!("{first}\n{second}")).1[0].source_kind;
        assert_eq!(
            kind(
                "Lind/PROPN/4/nsubj and/CCONJ/3/cc Fell/PROPN/1/conj met/VERB/0/root/meet/VBD ./PUNCT/4/punct"
            ),
            SourceKind::Named
        );
        assert_eq!(
            kind(
                "Lind/PROPN/2/nsubj left/VERB/0/root/leave/VBD early/ADV/2/advmod ./PUNCT/2/punct"
            ),
            SourceKind::Unspecified
        );
    }
}
