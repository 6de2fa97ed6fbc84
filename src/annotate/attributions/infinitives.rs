//! Infinitives and gerunds as content: "X hopes to V", "X denied V-ing", "X urged N to V".

use super::candidate::Candidate;
use super::lexicon::{self, Class, Verb};
use super::tree::Tree;
use super::{spans, speaker, subject};
use crate::language::Relation;

/// Every verb of the table with an infinitive or gerund as its content.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    spans::verbs(tree)
        .filter_map(|verb| {
            let entry = lexicon::entry(tree, verb)?;
            if tree.is_passive(verb) {
                return None;
            }
            told(tree, verb, entry).or_else(|| wanted(tree, verb, entry))
        })
        .collect()
}

/// "X urged N to V": the object with the infinitive. Where N is only spoken to ("told her to V"),
/// it is not part of what is said.
fn told(tree: &Tree<'_>, verb: usize, entry: &Verb) -> Option<Candidate> {
    if !entry.takes("obj-to") {
        return None;
    }
    let clause = infinitive(tree, verb)?;
    let object = tree
        .child(verb, Relation::Obj)
        .or_else(|| tree.child(verb, Relation::Iobj))
        .filter(|&object| object < clause)?;
    let holds_object = matches!(entry.class, Class::Order | Class::Want | Class::Think);
    let tops: &[usize] = if holds_object {
        &[clause, object]
    } else {
        &[clause]
    };
    let words = tree.below_all(tops, |word| subject::beside_above(tree, word) == Some(verb));
    made(
        tree,
        verb,
        entry,
        &words,
        0.85,
        "someone is told to do something",
    )
}

/// "X hopes to V", "X denied V-ing".
fn wanted(tree: &Tree<'_>, verb: usize, entry: &Verb) -> Option<Candidate> {
    let clause = if entry.takes("to") {
        infinitive(tree, verb)
    } else {
        None
    };
    let clause = clause.or_else(|| {
        tree.children(verb).iter().copied().find(|&c| {
            entry.takes("ing")
                && c > verb
                && matches!(tree.relation(c), Relation::Xcomp | Relation::Ccomp)
                && tree.xpos(c) == "VBG"
        })
    })?;
    // "Wanted to know whether S" asks S.
    if tree.is_verb(clause)
        && matches!(tree.lemma(verb), "want" | "wish" | "like" | "need")
        && matches!(tree.lemma(clause), "know" | "hear" | "see" | "understand")
        && tree.child(clause, Relation::Ccomp).is_some()
    {
        return None;
    }
    let words = tree.below(clause, |_| false);
    made(
        tree,
        verb,
        entry,
        &words,
        0.85,
        "aim or wish in the infinitive",
    )
}

fn made(
    tree: &Tree<'_>,
    verb: usize,
    entry: &Verb,
    words: &[usize],
    confidence: f32,
    why: &'static str,
) -> Option<Candidate> {
    let source = subject::of(tree, verb);
    if source.is_some_and(|head| !subject::is_someone(tree, head)) && entry.class != Class::Say {
        return None;
    }
    Some(Candidate {
        head: verb,
        cue: spans::verb_group(tree, verb),
        source: source.map(|head| speaker::phrase(tree, head, verb)),
        content: spans::content(tree, words),
        class: entry.class,
        via: Vec::new(),
        confidence: if source.is_some() {
            confidence
        } else {
            confidence - 0.25
        },
        why,
    })
}

/// "Pressed X to V": an infinitive right behind the one who is told, with a verb of telling.
fn completes_object(tree: &Tree<'_>, verb: usize, clause: usize) -> bool {
    let object = tree
        .child(verb, Relation::Obj)
        .or_else(|| tree.child(verb, Relation::Iobj));
    let last = object.and_then(|object| tree.below(object, |_| false).last().copied());
    lexicon::entry(tree, verb).is_some_and(|entry| entry.takes("obj-to"))
        && last.is_some_and(|last| tree.marker(clause) == Some(last + 1))
}

/// The infinitive with "to" that completes the verb.
pub(super) fn infinitive(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    tree.children(verb).iter().copied().find(|&c| {
        c > verb
            && matches!(
                tree.relation(c),
                Relation::Xcomp | Relation::Ccomp | Relation::Advcl
            )
            && tree.children(c).iter().any(|&mark| {
                matches!(tree.relation(mark), Relation::Mark) && tree.is(mark, &["to"]) && mark < c
            })
            && (tree.relation(c) != Relation::Advcl
                || tree.lemma(verb) == "call"
                || completes_object(tree, verb, c))
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn an_aim_in_the_infinitive() {
        check(
            "Lind/PROPN/2/nsubj hopes/VERB/0/root/hope to/PART/4/mark leave/VERB/2/xcomp ./PUNCT/2/punct",
            &["Lind | hopes | to leave"],
        );
    }

    #[test]
    fn who_is_urged_belongs_to_the_content_who_is_asked_does_not() {
        check(
            "Lind/PROPN/2/nsubj urged/VERB/0/root/urge troops/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp",
            &["Lind | urged | troops to leave"],
        );
        check(
            "Lind/PROPN/2/nsubj asked/VERB/0/root/ask troops/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp",
            &["Lind | asked | to leave"],
        );
    }
}
