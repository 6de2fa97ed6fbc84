//! "X was quoted as saying S", "X is reported as telling N": the cue is both verbs.

use super::candidate::Candidate;
use super::lexicon::Class;
use super::tree::Tree;
use super::{spans, speaker, subject};
use crate::language::Relation;

/// Every such pair of verbs with what is said.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    (0..tree.len())
        .filter(|&word| {
            tree.xpos(word) == "VBG"
                && matches!(tree.lemma(word), "say" | "tell" | "write" | "state")
        })
        .filter_map(|verb| quoted(tree, verb))
        .collect()
}

fn quoted(tree: &Tree<'_>, verb: usize) -> Option<Candidate> {
    tree.marker(verb).filter(|&mark| tree.is(mark, &["as"]))?;
    let upper = tree.head(verb).filter(|&upper| upper < verb)?;
    let is_quoted = tree.xpos(upper) == "VBN"
        && matches!(tree.lemma(upper), "quote" | "cite" | "report" | "record");
    let group = spans::verb_group(tree, upper);
    if !is_quoted || group.end + 1 != verb {
        return None;
    }
    let source = subject::of(tree, upper)?;
    let told = tree
        .child(verb, Relation::Ccomp)
        .or_else(|| tree.child(upper, Relation::Ccomp))?;
    Some(Candidate {
        head: verb,
        cue: group.start..verb + 1,
        source: Some(speaker::phrase(tree, source, upper)),
        content: spans::content(tree, &tree.below(told, |_| false)),
        class: Class::Say,
        via: Vec::new(),
        confidence: 1.0,
        why: "quoted as saying",
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn both_verbs_are_the_cue() {
        check(
            "Lind/PROPN/3/nsubj:pass was/AUX/3/aux:pass quoted/VERB/0/root/quote/VBN as/SCONJ/5/mark saying/VERB/3/advcl/say/VBG that/SCONJ/8/mark troops/NOUN/8/nsubj left/VERB/5/ccomp/leave/VBD",
            &["Lind | was quoted as saying | that troops left"],
        );
    }
}
