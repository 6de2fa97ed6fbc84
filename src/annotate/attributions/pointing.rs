//! "S. Axios reported this": the word points back, and the sentence before is what is reported.
//!
//! Works on settled candidates, so that what speakers say within that sentence stays and is carried by
//! the one who reports it.

use super::candidate::Candidate;
use super::lexicon::Class;
use super::tree::Tree;
use crate::language::{Relation, Upos};

/// Least words of a sentence that is pointed at, its full stop included.
const WORDS_MIN: usize = 5;

/// Gives every report whose whole content is "this" the sentence before.
pub(super) fn resolve(tree: &Tree<'_>, candidates: &mut [Candidate]) {
    for candidate in candidates {
        if let Some(before) = pointed_at(tree, candidate) {
            candidate.content = vec![before];
        }
    }
}

fn pointed_at(tree: &Tree<'_>, candidate: &Candidate) -> Option<std::ops::Range<usize>> {
    let [run] = candidate.content.as_slice() else {
        return None;
    };
    let word = run.start;
    let points = run.len() == 1
        && tree.is(word, &["this"])
        && tree.upos(word) != Upos::Det
        && matches!(tree.relation(word), Relation::Obj | Relation::Nsubj);
    let reports = candidate.class == Class::Say && !tree.is_negated(candidate.head);
    if !points || !reports {
        return None;
    }
    let before = tree.sentence(word).checked_sub(1)?;
    let words = tree.words_of(before);
    (words.len() >= WORDS_MIN).then_some(words)
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::found;

    const REPORT: &str = "Troops/NOUN/3/nsubj/troop/NNS have/AUX/3/aux left/VERB/0/root/leave/VBN the/DET/5/det border/NOUN/3/obj ./PUNCT/3/punct\nReuters/PROPN/2/nsubj/ORG reported/VERB/0/root/report/VBD this/PRON/2/obj ./PUNCT/2/punct";

    #[test]
    fn what_is_reported_stands_in_the_sentence_before() {
        let (text, found) = found(REPORT);
        let pieces: Vec<&str> = found.iter().map(|each| each.content[0].of(&text)).collect();
        assert_eq!(pieces, ["Troops have left the border"]);
        assert_eq!(found[0].source.map(|span| span.of(&text)), Some("Reuters"));
    }

    #[test]
    fn without_a_sentence_before_it_points_at_nothing() {
        let (_, second) = REPORT.split_once('\n').expect("two sentences");
        let (text, found) = found(second);
        assert!(found.iter().all(|each| each.content[0].of(&text) == "this"));
    }
}
