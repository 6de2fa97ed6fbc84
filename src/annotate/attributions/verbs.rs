//! Verbs with a clause: "X said that S", "S, X said", "X said: S", "as X put it".

use super::candidate::Candidate;
use super::lexicon::{self, Class, Verb};
use super::tree::Tree;
use super::{clauses, kind, nouns, position, spans, speaker, subject};
use crate::language::{Relation, Upos};

/// Every verb that says a clause.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    spans::verbs(tree)
        .filter_map(|verb| clause(tree, verb))
        .collect()
}

fn clause(tree: &Tree<'_>, verb: usize) -> Option<Candidate> {
    let entry = lexicon::entry(tree, verb);
    if entry.is_some_and(|entry| entry.class == Class::Not) {
        return None;
    }
    if tree.is_passive(verb) && subject::own(tree, verb).is_none_or(|s| tree.subtype(s) == "pass") {
        return None;
    }
    let source = subject::of(tree, verb)
        .or_else(|| subject::beside(tree, verb))
        .or_else(|| read_behind(tree, verb));
    let found = complement(tree, verb, entry, source)
        .or_else(|| around(tree, verb, entry, source))
        .or_else(|| after(tree, verb, entry, source))
        .or_else(|| as_clause(tree, verb, entry, source))?;
    let pieces = found
        .source
        .as_ref()
        .filter(|_| found.class == Class::Say)
        .and_then(|source| position::interrupted(tree, verb, source));
    Some(match pieces {
        Some(content) => Candidate { content, ..found },
        None => found,
    })
}

/// "“S,” reads a statement of N": what is read stands behind the verb, where the tree takes it for the
/// object.
fn read_behind(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let is_after_quotation = verb
        .checked_sub(1)
        .is_some_and(|mark| tree.is(mark, &["”", "\"", "''"]));
    tree.child(verb, Relation::Obj).filter(|&object| {
        is_after_quotation
            && object > verb
            && matches!(tree.lemma(verb), "read" | "go" | "say")
            && kind::is_document(tree.lemma(object))
    })
}

/// "X said that S"; also "S, X said" where the tree makes S the object of the verb.
fn complement(
    tree: &Tree<'_>,
    verb: usize,
    entry: Option<&Verb>,
    source: Option<usize>,
) -> Option<Candidate> {
    let phrase = source.map_or(0..0, |source| speaker::phrase(tree, source, verb));
    let clauses = clauses::of(tree, verb, &phrase);
    let first = *clauses.first()?;
    let confidence = match (entry, source) {
        (Some(_), Some(_)) => 0.95,
        (Some(_), None) => 0.7,
        (None, Some(source)) if !follows_directly(tree, verb, first) || source > verb => {
            return None;
        }
        (None, Some(source))
            if subject::is_personal(tree, source) && clauses::is_told(tree, first) =>
        {
            0.7
        }
        (None, Some(source))
            if subject::can_speak(tree, source) && clauses::has_that(tree, first) =>
        {
            0.6
        }
        _ => return None,
    };
    if let Some(source) = source
        && clauses.iter().all(|&clause| clause < verb)
        && let Some(content) = position::before(tree, verb, &phrase)
    {
        return Some(Candidate {
            content,
            ..made(
                tree,
                verb,
                entry,
                Some(source),
                &[],
                confidence,
                "sentence that the reporting clause closes",
            )
        });
    }
    let words = clauses::words(tree, verb, entry, source, &clauses);
    let candidate = made(
        tree,
        verb,
        entry,
        source,
        &words,
        confidence,
        "clause that is the object of a verb",
    );
    Some(Candidate {
        cue: nouns::with_brought(tree, candidate.cue.clone(), verb, first),
        ..candidate
    })
}

/// Whether the clause starts right after the verb, but for whom it is told to.
fn follows_directly(tree: &Tree<'_>, verb: usize, clause: usize) -> bool {
    let first = tree.below(clause, |_| false).first().copied();
    let hearer = tree
        .child(verb, Relation::Obj)
        .or_else(|| tree.child(verb, Relation::Iobj))
        .and_then(|hearer| tree.below(hearer, |_| false).last().copied())
        .filter(|&last| last < verb + 5)
        .unwrap_or(verb);
    first.is_some_and(|first| first > verb && first <= hearer + 2)
}

/// "S, X said": the reporting clause hangs loosely on what is said.
fn around(
    tree: &Tree<'_>,
    verb: usize,
    entry: Option<&Verb>,
    source: Option<usize>,
) -> Option<Candidate> {
    if tree.relation(verb) != Relation::Parataxis {
        return None;
    }
    let source = source?;
    let said = tree.head(verb)?;
    let listed = entry.is_some_and(|entry| {
        matches!(
            entry.class,
            Class::Say | Class::Ask | Class::Hint | Class::Think | Class::Find | Class::Deny
        ) && entry.takes("that")
    });
    let first = tree.below(verb, |_| false).first().copied().unwrap_or(verb);
    let is_mark = |word: usize| tree.is(word, &[";", ":", "—", "–", "-", "--"]);
    if is_mark(first) || first.checked_sub(1).is_some_and(is_mark) || says_its_own(tree, verb) {
        return None;
    }
    let inverted = source > verb && tree.head(source) == Some(verb);
    if !(listed || (inverted && subject::is_personal(tree, source))) {
        return None;
    }
    if said > verb
        && !tree.words_of(tree.sentence(verb)).start.eq(&verb)
        && tree.child(verb, Relation::Obj).is_some()
    {
        return None;
    }
    let said = if closes_sentence(tree, verb, source) {
        clause_above(tree, said)
    } else {
        said
    };
    // What is added after the reporting clause has a cue of its own.
    let words = tree.below(said, |word| {
        word == verb || (word > verb && clauses::adds(tree, word))
    });
    let confidence = if listed { 0.9 } else { 0.6 };
    Some(made(
        tree,
        verb,
        entry,
        Some(source),
        &words,
        confidence,
        "clause beside which the speaker is named",
    ))
}

/// "…, most of whom announced their support": what is said stands with the verb.
fn says_its_own(tree: &Tree<'_>, verb: usize) -> bool {
    let aims = tree.all(verb, Relation::Xcomp).any(|child| child > verb);
    let object = tree
        .child(verb, Relation::Obj)
        .filter(|&object| object > verb);
    let is_hearer = lexicon::entry(tree, verb).is_some_and(|entry| entry.takes("obj-to"));
    aims || object.is_some_and(|object| !is_hearer && tree.upos(object) == Upos::Noun)
}

/// Whether the reporting clause is the last of its sentence: then it covers the whole.
fn closes_sentence(tree: &Tree<'_>, verb: usize, source: usize) -> bool {
    let sentence = tree.words_of(tree.sentence(verb));
    let own = tree.below(verb, |_| false);
    let last = own.last().copied().unwrap_or(verb).max(source);
    let first = own.first().copied().unwrap_or(verb).min(source);
    tree.is(first.saturating_sub(1), &[","])
        && (last + 1..sentence.end).all(|word| tree.is_punctuation(word))
}

/// The clause that a subordinate clause stands in, up to a clause beside others.
fn clause_above(tree: &Tree<'_>, clause: usize) -> usize {
    let mut current = clause;
    for _ in 0..16 {
        match (tree.relation(current), tree.head(current)) {
            (Relation::Advcl | Relation::Acl | Relation::Ccomp | Relation::Xcomp, Some(head)) => {
                current = head;
            }
            _ => break,
        }
    }
    current
}

/// "X said: S": what is said hangs loosely on the verb.
fn after(
    tree: &Tree<'_>,
    verb: usize,
    entry: Option<&Verb>,
    source: Option<usize>,
) -> Option<Candidate> {
    entry?;
    let said = tree
        .all(verb, Relation::Parataxis)
        .find(|&clause| lexicon::entry(tree, clause).is_none() || opens_speech(tree, clause))?;
    let words = tree.below(said, |_| false);
    let first = *words.first()?;
    if !opens_speech(tree, first) {
        return None;
    }
    Some(made(
        tree,
        verb,
        entry,
        source,
        &words,
        0.8,
        "speech that follows a verb",
    ))
}

/// Whether a colon or an opening quotation mark stands right before or at the word.
fn opens_speech(tree: &Tree<'_>, first: usize) -> bool {
    let is_mark = |word: usize| tree.is(word, &[":", "“", "\"", "''", "``", "‘", "'"]);
    is_mark(first) || first.checked_sub(1).is_some_and(is_mark)
}

/// "As X said, S".
fn as_clause(
    tree: &Tree<'_>,
    verb: usize,
    entry: Option<&Verb>,
    source: Option<usize>,
) -> Option<Candidate> {
    let entry = entry?;
    if tree.relation(verb) != Relation::Advcl
        || !matches!(
            entry.class,
            Class::Say | Class::Think | Class::Find | Class::Hint
        )
    {
        return None;
    }
    let mark = tree.marker(verb)?;
    let has_own = [Relation::Obj, Relation::Ccomp, Relation::Xcomp]
        .into_iter()
        .any(|relation| tree.child(verb, relation).is_some());
    if !tree.is(mark, &["as"]) || has_own {
        return None;
    }
    let said = tree.head(verb)?;
    let words = tree.below(said, |word| word == verb);
    Some(made(
        tree,
        verb,
        Some(entry),
        source,
        &words,
        0.75,
        "clause with “as … said”",
    ))
}

fn made(
    tree: &Tree<'_>,
    verb: usize,
    entry: Option<&Verb>,
    source: Option<usize>,
    words: &[usize],
    confidence: f32,
    why: &'static str,
) -> Candidate {
    let cue = spans::verb_group(tree, verb);
    let source = source.map(|head| speaker::phrase(tree, head, verb));
    let is_apart = |word: usize| {
        cue.contains(&word) || source.as_ref().is_some_and(|source| source.contains(&word))
    };
    let words: Vec<usize> = words
        .iter()
        .copied()
        .filter(|&word| !is_apart(word))
        .collect();
    Candidate {
        head: verb,
        content: spans::content(tree, &words),
        cue,
        source,
        class: entry.map_or(Class::Say, |entry| entry.class),
        via: Vec::new(),
        confidence,
        why,
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn a_clause_that_is_the_object() {
        check(
            "The/DET/2/det minister/NOUN/3/nsubj said/VERB/0/root that/SCONJ/6/mark troops/NOUN/6/nsubj left/VERB/3/ccomp ./PUNCT/3/punct",
            &["The minister | said | that troops left"],
        );
    }

    #[test]
    fn who_is_described_right_before_the_verb_says_it() {
        check(
            "In/ADP/2/case Osk/PROPN/9/obl ,/PUNCT/5/punct an/DET/5/det officer/NOUN/2/appos from/ADP/8/case the/DET/8/det port/NOUN/5/nmod stated/VERB/0/root/state/VBD that/SCONJ/12/mark troops/NOUN/12/nsubj left/VERB/9/ccomp//VBD",
            &["an officer from the port | stated | that troops left"],
        );
    }

    #[test]
    fn who_stands_between_the_warning_and_what_it_says_hears_it() {
        check(
            "Lind/PROPN/2/nsubj left/VERB/0/root/leave/VBD ,/PUNCT/4/punct warning/VERB/2/advcl/warn/VBG Fell/PROPN/4/nsubj troops/NOUN/7/nsubj left/VERB/4/ccomp//VBD",
            &["Lind | warning | troops left"],
        );
    }

    #[test]
    fn the_reporting_clause_stands_after_or_inside() {
        check(
            "Troops/NOUN/2/nsubj left/VERB/0/root ,/PUNCT/2/punct Lind/PROPN/5/nsubj said/VERB/2/parataxis ./PUNCT/2/punct",
            &["Lind | said | Troops left"],
        );
        check(
            "Troops/NOUN/6/nsubj ,/PUNCT/4/punct Lind/PROPN/4/nsubj said/VERB/6/parataxis ,/PUNCT/4/punct left/VERB/0/root",
            &["Lind | said | Troops … left"],
        );
    }

    #[test]
    fn verbs_that_nobody_listed_say_when_a_person_has_a_clause() {
        check(
            "She/PRON/2/nsubj gushed/VERB/0/root//VBD that/SCONJ/5/mark troops/NOUN/5/nsubj left/VERB/2/ccomp",
            &["She | gushed | that troops left"],
        );
        check(
            "Rain/NOUN/2/nsubj ensured/VERB/0/root/ensure/VBD that/SCONJ/5/mark troops/NOUN/5/nsubj left/VERB/2/ccomp",
            &[],
        );
    }

    #[test]
    fn as_someone_said() {
        check(
            "As/SCONJ/3/mark Lind/PROPN/3/nsubj said/VERB/6/advcl ,/PUNCT/3/punct troops/NOUN/6/nsubj left/VERB/0/root",
            &["Lind | said | troops left"],
        );
    }

    #[test]
    fn an_added_participle_has_the_same_source() {
        check(
            "Troops/NOUN/2/nsubj left/VERB/0/root//VBD ,/PUNCT/5/punct Lind/PROPN/5/nsubj said/VERB/2/parataxis//VBD ,/PUNCT/7/punct adding/VERB/2/advcl/add/VBG that/SCONJ/10/mark snow/NOUN/10/nsubj fell/VERB/7/ccomp",
            &[
                "Lind | said | Troops left",
                "Lind | adding | that snow fell",
            ],
        );
    }
}
