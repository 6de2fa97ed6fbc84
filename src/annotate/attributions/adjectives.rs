//! Adjectives of belief and will: "X is confident that S", "X is willing to V", "X is wary of N".

use super::candidate::Candidate;
use super::lexicon::Class;
use super::tree::Tree;
use super::{spans, speaker, subject};
use crate::language::{Relation, Upos};

/// Adjectives (and participles used as such) of mind: with a clause what they hold, with one of
/// these prepositions what it is about.
const MIND: [(&str, &[&str]); 44] = [
    ("sure", &["of", "about"]),
    ("certain", &["of", "about"]),
    ("confident", &["of", "in", "about"]),
    ("convinced", &["of"]),
    ("aware", &[]),
    ("mindful", &[]),
    ("worried", &["about"]),
    ("concerned", &["about", "by", "over", "with"]),
    ("afraid", &["of"]),
    ("fearful", &["of"]),
    ("alarmed", &["by", "at"]),
    ("hopeful", &["about", "of"]),
    ("optimistic", &["about"]),
    ("pessimistic", &["about"]),
    ("skeptical", &["of", "about"]),
    ("sceptical", &["of", "about"]),
    ("doubtful", &["of", "about"]),
    ("wary", &["of"]),
    ("proud", &["of"]),
    ("happy", &["about", "with"]),
    ("pleased", &["with", "by"]),
    ("glad", &[]),
    ("delighted", &["with", "by"]),
    ("sorry", &["about", "for"]),
    ("sad", &["about"]),
    ("angry", &["about", "at", "with", "over"]),
    ("furious", &["about", "at", "with", "over"]),
    ("upset", &["about", "with", "over"]),
    ("outraged", &["by", "at", "over"]),
    ("disappointed", &["by", "in", "with"]),
    ("frustrated", &["by", "with"]),
    ("surprised", &["by", "at"]),
    ("shocked", &["by", "at"]),
    ("grateful", &["for"]),
    ("thankful", &["for"]),
    ("adamant", &["about"]),
    ("insistent", &["on"]),
    ("critical", &["of"]),
    ("supportive", &["of"]),
    ("dismissive", &["of"]),
    ("opposed", &["to"]),
    ("open", &["to"]),
    ("hostile", &["to"]),
    ("positive", &["about"]),
];

/// Adjectives of will: with an infinitive, what their subject means to do.
const WILL: [&str; 14] = [
    "willing",
    "unwilling",
    "eager",
    "determined",
    "keen",
    "reluctant",
    "hesitant",
    "hopeful",
    "anxious",
    "afraid",
    "happy",
    "glad",
    "prepared",
    "committed",
];

/// Adjectives of a mind that holds a thing to be so: negated, the thing is so all the same.
const FACTIVE: [&str; 20] = [
    "aware",
    "mindful",
    "alarmed",
    "proud",
    "happy",
    "pleased",
    "glad",
    "delighted",
    "sorry",
    "sad",
    "angry",
    "furious",
    "upset",
    "outraged",
    "disappointed",
    "frustrated",
    "surprised",
    "shocked",
    "grateful",
    "thankful",
];

/// Whether what the adjective takes is so though its subject is not so minded.
pub(super) fn is_factive(form: &str) -> bool {
    FACTIVE.contains(&form.to_lowercase().as_str())
}

/// Every adjective of mind or will whose subject can speak.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    (0..tree.len())
        .filter(|&word| tree.upos(word) == Upos::Adj || tree.xpos(word) == "VBN")
        .filter_map(|word| held(tree, word))
        .collect()
}

fn held(tree: &Tree<'_>, word: usize) -> Option<Candidate> {
    let form = tree.form(word).to_lowercase();
    let mind = MIND.iter().find(|(adjective, _)| *adjective == form);
    let is_will = WILL.contains(&form.as_str());
    if mind.is_none() && !is_will {
        return None;
    }
    let source = subject::of(tree, word).filter(|&head| subject::is_someone(tree, head))?;
    let clause = tree.children(word).iter().copied().find(|&child| {
        let mark = tree.marker(child);
        child > word
            && match tree.relation(child) {
                Relation::Ccomp => {
                    mind.is_some() && mark.is_none_or(|mark| tree.is(mark, &["that", "whether"]))
                }
                Relation::Xcomp | Relation::Advcl => {
                    is_will && mark.is_some_and(|mark| tree.is(mark, &["to"]))
                }
                _ => false,
            }
    });
    let phrase = tree.children(word).iter().copied().find(|&child| {
        child > word
            && matches!(
                tree.relation(child),
                Relation::Obl | Relation::Nmod | Relation::Advcl
            )
            && tree.marker(child).is_some_and(|mark| {
                mind.is_some_and(|(_, prepositions)| tree.is(mark, prepositions))
            })
    });
    let (top, preposition) = match (clause, phrase) {
        (Some(clause), _) => (clause, None),
        (None, Some(phrase)) => (phrase, tree.marker(phrase)),
        (None, None) => return None,
    };
    let words = tree.below(top, |below| Some(below) == preposition);
    Some(Candidate {
        head: word,
        cue: spans::with_preposition(spans::verb_group(tree, word), preposition),
        source: Some(speaker::phrase(tree, source, word)),
        content: spans::content(tree, &words),
        class: if is_will { Class::Want } else { Class::Think },
        via: Vec::new(),
        confidence: 0.65,
        why: "adjective of mind or will with what it is about",
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn someone_is_sure_of_a_thing() {
        check(
            "Lind/PROPN/3/nsubj is/AUX/3/cop confident/ADJ/0/root that/SCONJ/6/mark troops/NOUN/6/nsubj left/VERB/3/ccomp",
            &["Lind | is confident | that troops left"],
        );
        check(
            "The/DET/2/det box/NOUN/4/nsubj is/AUX/4/cop open/ADJ/0/root ./PUNCT/4/punct",
            &[],
        );
    }
}
