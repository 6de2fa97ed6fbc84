//! Sources beside quotations, mended where the tree takes words of the quotation for the speaker, or
//! words of the speaker for what is said.

use super::candidate::Candidate;
use super::quotes::{self, Quotation};
use super::tree::Tree;
use crate::language::Upos;

/// Words between a quotation and the name of its speaker at most.
const ROLE_WORDS_MAX: usize = 10;

/// "Saying that “too many are lost” and promising that …": who promises stands outside the quotation;
/// it is who says the words around it.
pub(super) fn mend_sources(
    tree: &Tree<'_>,
    candidates: &mut [Candidate],
    quotations: &[Quotation],
) {
    let mended: Vec<(usize, Option<std::ops::Range<usize>>)> = candidates
        .iter()
        .enumerate()
        .filter_map(|(index, candidate)| {
            let source = candidate.source.as_ref()?;
            let quotation = quotes::within(quotations, source).first()?;
            let is_torn = quotation.words.contains(&source.start)
                && !quotation.words.contains(&candidate.head)
                && tree.sentence(source.start) == tree.sentence(candidate.head);
            if !is_torn {
                return None;
            }
            let around = candidates.iter().find(|other| {
                other.head != candidate.head
                    && other.holds(source.start)
                    && tree.sentence(other.head) == tree.sentence(candidate.head)
                    && !quotation.words.contains(&other.head)
            });
            Some((index, around?.source.clone()))
        })
        .collect();
    for (index, source) in mended {
        if let Some(candidate) = candidates.get_mut(index) {
            candidate.source = source;
        }
    }
}

/// "“S,” another neighbour, Ann Lind, said": what stands between the quotation and the name tells
/// who speaks.
pub(super) fn give_role_to_source(
    tree: &Tree<'_>,
    candidate: &mut Candidate,
    quotations: &[Quotation],
) {
    let Some(source) = candidate.source.clone() else {
        return;
    };
    let Some(run) = candidate.content.last().cloned() else {
        return;
    };
    let end = quotes::within(quotations, &run)
        .last()
        .filter(|last| last.is_speech && last.is_closed)
        .map(|last| last.words.end);
    let Some(end) = end.filter(|&end| end > run.start && end < run.end) else {
        return;
    };
    let is_beside = run.end <= source.start
        && (run.end..source.start).all(|word| tree.is(word, &[","]))
        && source.start < candidate.head
        && tree.is(end.saturating_sub(2), &[",", "?", "!"]);
    let says = (end..run.end).any(|word| {
        matches!(tree.upos(word), Upos::Verb | Upos::Aux) || tree.is(word, &[":", ";", "."])
    });
    let is_role = matches!(
        tree.upos(end),
        Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num
    );
    if is_beside && is_role && !says && run.end - end <= ROLE_WORDS_MAX {
        candidate.source = Some(end..source.end);
        if let Some(last) = candidate.content.last_mut() {
            last.end = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn what_stands_between_quotation_and_name_tells_who_speaks() {
        check(
            "“/PUNCT/3/punct We/PRON/3/nsubj left/VERB/10/ccomp/leave/VBD ,/PUNCT/3/punct ”/PUNCT/3/punct another/DET/7/det neighbour/NOUN/3/obj ,/PUNCT/7/punct Lind/PROPN/10/nsubj said/VERB/0/root//VBD ./PUNCT/10/punct",
            &["another neighbour, Lind | said | “We left,”"],
        );
    }
}
