//! Passives: "X is expected to V", "it is believed that S", "N was criticised by X".

use super::candidate::Candidate;
use super::infinitives::infinitive;
use super::lexicon::{self, Class, Verb};
use super::tree::Tree;
use super::{spans, subject};
use crate::language::Relation;

/// Every verb of the table in the passive with its content.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    spans::verbs(tree)
        .filter(|&word| tree.is_passive(word))
        .filter_map(|verb| {
            let entry = lexicon::entry(tree, verb).filter(|e| e.class != Class::Not)?;
            if ["suppose", "intend", "aim", "establish", "determine"].contains(&tree.lemma(verb)) {
                return None;
            }
            let agent = agent(tree, verb);
            let (words, confidence) = content(tree, verb, entry, agent)?;
            Some(Candidate {
                head: verb,
                cue: spans::with_preposition(
                    spans::verb_group(tree, verb),
                    agent.and_then(|agent| tree.marker(agent)),
                ),
                source: agent.map(|head| spans::source(tree, head, Some(verb))),
                content: spans::content(tree, &words),
                class: entry.class,
                via: Vec::new(),
                confidence,
                why: "verb of saying or thinking in the passive",
            })
        })
        .collect()
}

/// "By X".
fn agent(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    tree.children(verb).iter().copied().find(|&child| {
        matches!(tree.relation(child), Relation::Obl | Relation::Nmod)
            && tree
                .marker(child)
                .is_some_and(|mark| tree.is(mark, &["by"]))
            && subject::can_speak(tree, child)
    })
}

fn content(
    tree: &Tree<'_>,
    verb: usize,
    entry: &Verb,
    agent: Option<usize>,
) -> Option<(Vec<usize>, f32)> {
    let subject = subject::own(tree, verb);
    let told = tree.child(verb, Relation::Ccomp).or_else(|| {
        // "It is understood that S".
        tree.child(verb, Relation::Csubj)
            .filter(|&clause| clause > verb && tree.marker(clause).is_some())
    });
    if let Some(clause) = told {
        return Some((tree.below(clause, |_| false), 0.75));
    }
    // "An ambulance was called to V": it is sent for.
    let is_sent_for = tree.lemma(verb) == "call" && agent.is_none();
    if let Some(clause) = infinitive(tree, verb).filter(|_| !is_sent_for) {
        // Who is told something hears it; who is expected to do something is part of the content.
        let holds_subject = !entry.takes("obj-to") || matches!(entry.class, Class::Think);
        let tops: Vec<usize> = [clause]
            .into_iter()
            .chain(subject.filter(|_| holds_subject))
            .collect();
        return Some((tree.below_all(&tops, |_| false), 0.75));
    }
    // "S, as announced by X".
    let is_aside = tree.relation(verb) == Relation::Advcl
        && tree.marker(verb).is_some_and(|mark| tree.is(mark, &["as"]));
    let says = matches!(entry.class, Class::Say | Class::Find | Class::Think);
    if is_aside && says && agent.is_some() && subject.is_none() {
        let host = tree.head(verb)?;
        return Some((tree.below(host, |word| word == verb), 0.75));
    }
    let modified = tree
        .head(verb)
        .filter(|_| tree.relation(verb) == Relation::Acl);
    let subject = subject.or_else(|| modified.filter(|_| agent.is_some()))?;
    let told_of = entry.object_with().any(|preposition| {
        tree.children(verb).iter().any(|&c| {
            tree.marker(c)
                .is_some_and(|mark| tree.is(mark, &[preposition]))
        })
    });
    if agent.is_some() || told_of {
        let phrases = tree.children(verb).iter().copied().filter(|&child| {
            let mark = tree.marker(child);
            child > verb
                && mark.is_some_and(|mark| entry.object_with().any(|p| tree.is(mark, &[p])))
        });
        // Who was briefed on a thing or told of it hears it.
        let hears = matches!(entry.class, Class::Say) && !entry.takes("obj");
        let tops: Vec<usize> = Some(subject)
            .filter(|_| !hears)
            .into_iter()
            .chain(phrases)
            .collect();
        return Some((tree.below_all(&tops, |word| word == verb), 0.6));
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn what_is_expected_has_no_source() {
        check(
            "Lind/PROPN/3/nsubj:pass is/AUX/3/aux:pass expected/VERB/0/root/expect/VBN to/PART/5/mark leave/VERB/3/xcomp",
            &["– | is expected | Lind … to leave"],
        );
    }

    #[test]
    fn by_whom_names_the_source() {
        check(
            "The/DET/2/det plan/NOUN/4/nsubj:pass was/AUX/4/aux:pass rejected/VERB/0/root/reject/VBN by/ADP/6/case Lind/PROPN/4/obl:agent",
            &["Lind | was rejected by | The plan"],
        );
    }
}
