//! "X reports S, citing Y": Y is who says S, and X carries it.
//!
//! Works on settled candidates, as the content stands with the reporting verb.

use super::candidate::Candidate;
use super::lexicon::Class;
use super::spans;
use super::tree::Tree;
use crate::language::Relation;

/// The construction, in plain words; settling nests such a candidate in the one it cites for.
pub(super) const WHY: &str = "source cited by the one who reports";

/// Gives every "citing Y" the content of the report it belongs to.
pub(super) fn add(tree: &Tree<'_>, candidates: &mut Vec<Candidate>) {
    let found: Vec<Candidate> = (0..tree.len())
        .filter(|&word| tree.is_verb(word) && matches!(tree.lemma(word), "cite" | "quote"))
        .filter_map(|verb| cited(tree, verb, candidates))
        .collect();
    candidates.retain(|candidate| found.iter().all(|cited| cited.head != candidate.head));
    candidates.extend(found);
}

fn cited(tree: &Tree<'_>, verb: usize, candidates: &[Candidate]) -> Option<Candidate> {
    if tree.xpos(verb) != "VBG" || tree.child(verb, Relation::Ccomp).is_some() {
        return None;
    }
    let object = tree
        .child(verb, Relation::Obj)
        .filter(|&object| object > verb)?;
    let mut above = tree.head(verb);
    let mut report = None;
    for _ in 0..6 {
        let head = above?;
        report = candidates.iter().find(|candidate| {
            candidate.head == head && matches!(candidate.class, Class::Say | Class::Hint)
        });
        if report.is_some() {
            break;
        }
        above = tree.head(head);
    }
    let beside = || {
        // A torn tree: the report is the nearest before in the same sentence.
        candidates.iter().rfind(|candidate| {
            candidate.head < verb
                && tree.sentence(candidate.head) == tree.sentence(verb)
                && candidate.class == Class::Say
                && candidate.source.is_some()
        })
    };
    let report = report.or_else(beside)?;
    let cue = spans::verb_group(tree, verb);
    let source = spans::source(tree, object, None);
    let content: Vec<_> = report
        .content
        .iter()
        .flat_map(|run| spans::without(run, &(cue.start..source.end)))
        .collect();
    (!content.is_empty()).then(|| Candidate {
        head: verb,
        cue,
        source: Some(source),
        content,
        class: Class::Say,
        via: Vec::new(),
        confidence: 0.9,
        why: WHY,
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn who_is_cited_says_what_is_reported() {
        check(
            "Reuters/PROPN/2/nsubj/ORG reported/VERB/0/root/report/VBD that/SCONJ/5/mark troops/NOUN/5/nsubj left/VERB/2/ccomp//VBD ,/PUNCT/7/punct citing/VERB/2/advcl/cite/VBG officials/NOUN/7/obj/official/NNS ./PUNCT/2/punct",
            &[
                "Reuters | reported | that troops left",
                "officials | citing | that troops left",
            ],
        );
    }
}
