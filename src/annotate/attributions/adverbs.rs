//! Adverbs that report without a source: "reportedly", "allegedly".

use super::candidate::Candidate;
use super::lexicon::Class;
use super::spans;
use super::tree::Tree;
use crate::language::Relation;

const ADVERBS: [&str; 4] = ["reportedly", "allegedly", "purportedly", "supposedly"];

/// The construction, in plain words; settling lets others be named inside its content.
pub(super) const WHY: &str = "adverb that reports without naming a source";

/// Every such adverb with its clause.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    (0..tree.len())
        .filter(|&word| tree.is(word, &ADVERBS) && tree.relation(word) == Relation::Advmod)
        .filter_map(|word| {
            let clause = tree.head(word)?;
            let words = tree.below(clause, |w| {
                w == word || (tree.head(w) == Some(clause) && is_apart(tree, w))
            });
            Some(Candidate {
                head: word,
                cue: word..word + 1,
                source: None,
                content: spans::content(tree, &words),
                class: Class::Hint,
                via: Vec::new(),
                confidence: 0.7,
                why: WHY,
            })
        })
        .collect()
}

/// What stands beside the clause and is not under the adverb.
fn is_apart(tree: &Tree<'_>, word: usize) -> bool {
    match tree.relation(word) {
        Relation::Cc | Relation::Parataxis | Relation::Mark => true,
        Relation::Conj => tree.child(word, Relation::Nsubj).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn reportedly_has_no_source() {
        check(
            "Troops/NOUN/3/nsubj reportedly/ADV/3/advmod left/VERB/0/root ./PUNCT/3/punct",
            &["– | reportedly | Troops … left"],
        );
    }
}
