//! Nouns of saying with their content: "X's claim that S", "his call for N", "made the decision
//! to V", "his concern is that S".

use std::ops::Range;

use super::candidate::Candidate;
use super::lexicon::Class;
use super::tree::Tree;
use super::{spans, subject};
use crate::language::{Relation, Upos};

/// Nouns that say, their class and the prepositions whose phrase is the content.
const NOUNS: [(&str, Class, &[&str]); 58] = [
    ("claim", Class::Say, &["of"]),
    ("allegation", Class::Say, &["of"]),
    ("accusation", Class::Say, &["of"]),
    ("assertion", Class::Say, &["of"]),
    ("contention", Class::Say, &[]),
    ("argument", Class::Say, &["for", "against"]),
    ("insistence", Class::Say, &["on"]),
    ("assurance", Class::Say, &["of"]),
    ("statement", Class::Say, &["about", "on"]),
    ("declaration", Class::Say, &["of"]),
    ("announcement", Class::Say, &["of"]),
    ("comment", Class::Say, &["about", "on"]),
    ("remark", Class::Say, &["about", "on"]),
    ("warning", Class::Say, &["of", "about", "against"]),
    ("reminder", Class::Say, &["of"]),
    ("promise", Class::Say, &["of"]),
    ("pledge", Class::Say, &["of"]),
    ("vow", Class::Say, &["of"]),
    ("threat", Class::Say, &["of"]),
    ("suggestion", Class::Hint, &["of"]),
    ("speculation", Class::Hint, &["about", "on"]),
    ("rumor", Class::Hint, &["of", "about"]),
    ("rumour", Class::Hint, &["of", "about"]),
    ("suspicion", Class::Hint, &["of", "about"]),
    ("prediction", Class::Say, &["of", "about"]),
    ("forecast", Class::Say, &["of"]),
    ("estimate", Class::Say, &["of"]),
    ("complaint", Class::Say, &["about", "of", "against"]),
    ("criticism", Class::Judge, &["of"]),
    ("condemnation", Class::Judge, &["of"]),
    ("denunciation", Class::Judge, &["of"]),
    ("praise", Class::Judge, &["for", "of"]),
    ("support", Class::Judge, &["for", "of"]),
    ("opposition", Class::Judge, &["to"]),
    ("objection", Class::Judge, &["to"]),
    ("endorsement", Class::Judge, &["of"]),
    ("belief", Class::Think, &["in"]),
    ("view", Class::Think, &["of", "on"]),
    ("opinion", Class::Think, &["of", "on", "about"]),
    ("conviction", Class::Think, &[]),
    ("confidence", Class::Think, &["in"]),
    ("fear", Class::Think, &["of", "about"]),
    ("concern", Class::Think, &["about", "over"]),
    ("worry", Class::Think, &["about", "over"]),
    ("doubt", Class::Hint, &["about", "over"]),
    ("expectation", Class::Think, &["of"]),
    ("hope", Class::Want, &["of", "for"]),
    ("wish", Class::Want, &["for"]),
    ("desire", Class::Want, &["for"]),
    ("intention", Class::Want, &["of"]),
    ("plan", Class::Want, &["for"]),
    ("proposal", Class::Say, &["for"]),
    ("decision", Class::Want, &["on"]),
    ("call", Class::Order, &["for"]),
    ("demand", Class::Order, &["for"]),
    ("request", Class::Order, &["for"]),
    ("denial", Class::Deny, &["of"]),
    ("question", Class::Ask, &["about", "of"]),
];

/// Nouns that take a clause as content but no phrase.
const CLAUSE_NOUNS: [(&str, Class); 18] = [
    ("lie", Class::Say),
    ("falsehood", Class::Say),
    ("report", Class::Say),
    ("message", Class::Say),
    ("testimony", Class::Say),
    ("admission", Class::Say),
    ("acknowledgment", Class::Say),
    ("revelation", Class::Say),
    ("conclusion", Class::Find),
    ("finding", Class::Find),
    ("notion", Class::Think),
    ("idea", Class::Think),
    ("sense", Class::Think),
    ("vision", Class::Think),
    ("refusal", Class::Say),
    ("willingness", Class::Want),
    ("ruling", Class::Order),
    ("advice", Class::Say),
];

/// Verbs that bring a noun of saying into the world: their subject is its source.
const LIGHT: [&str; 23] = [
    "make",
    "issue",
    "express",
    "voice",
    "repeat",
    "raise",
    "renew",
    "release",
    "give",
    "deliver",
    "have",
    "offer",
    "share",
    "reiterate",
    "announce",
    "take",
    "hold",
    "send",
    "post",
    "publish",
    "level",
    "air",
    "echo",
];

/// Every noun of saying with its content.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    (0..tree.len())
        .filter(|&word| tree.upos(word) == Upos::Noun && !is_perceived(tree, word))
        .filter_map(|noun| {
            let (class, prepositions) = entry(tree.lemma(noun))?;
            complement(tree, noun, class, prepositions)
                .or_else(|| copula(tree, noun, class))
                .or_else(|| announced(tree, noun, class))
        })
        .collect()
}

/// "The perceived support for N": others see it so; nobody says it.
fn is_perceived(tree: &Tree<'_>, noun: usize) -> bool {
    let mut modifiers = tree.all(noun, Relation::Amod);
    modifiers.any(|word| tree.is(word, &["perceived", "apparent", "presumed", "supposed"]))
}

fn entry(lemma: &str) -> Option<(Class, &'static [&'static str])> {
    let listed = NOUNS.iter().find(|(noun, ..)| *noun == lemma);
    listed
        .map(|&(_, class, prepositions)| (class, prepositions))
        .or_else(|| {
            let clause = CLAUSE_NOUNS.iter().find(|(noun, _)| *noun == lemma);
            clause.map(|&(_, class)| (class, [].as_slice()))
        })
}

/// "The claim that S", "his decision to V", "calls for N".
fn complement(
    tree: &Tree<'_>,
    noun: usize,
    class: Class,
    prepositions: &[&str],
) -> Option<Candidate> {
    let clause = tree.children(noun).iter().copied().find(|&child| {
        child > noun
            && matches!(tree.relation(child), Relation::Acl | Relation::Ccomp)
            && tree.subtype(child) != "relcl"
            && tree
                .marker(child)
                .is_some_and(|mark| tree.is(mark, &["that", "to", "whether"]))
    });
    let stray = stray(tree, noun).filter(|_| clause.is_none());
    let clause = clause.or(stray.map(|(clause, _)| clause));
    let phrase = || {
        tree.children(noun).iter().copied().find(|&child| {
            child > noun
                && matches!(
                    tree.relation(child),
                    Relation::Nmod | Relation::Acl | Relation::Obl
                )
                && tree
                    .marker(child)
                    .is_some_and(|mark| tree.is(mark, prepositions))
                && !spans::is_time(tree, child)
        })
    };
    let (top, preposition) = if let Some(clause) = clause {
        (clause, None)
    } else {
        let top = phrase()?;
        (top, tree.marker(top))
    };
    let words = tree.below(top, |word| Some(word) == preposition);
    let (source, start, confidence) = match stray {
        Some((_, Some(holder))) => (Some(holder), noun, 0.7),
        _ => holder(tree, noun, top),
    };
    let cue = spans::with_preposition(start..noun + 1, preposition);
    let confidence = if clause.is_some() {
        confidence
    } else {
        confidence - 0.1
    };
    Some(made(tree, noun, cue, source, &words, class, confidence))
}

/// What the noun says where the tree hangs it on another noun, and who says so if that stands between:
/// right behind the noun ("changed the bill in the face of criticism that S") or behind those who say it
/// ("accusations from his aides that S").
fn stray(tree: &Tree<'_>, noun: usize) -> Option<(usize, Option<usize>)> {
    let sentence = tree.words_of(tree.sentence(noun));
    (noun + 2..sentence.end).find_map(|clause| {
        let mark = tree.marker(clause).filter(|&mark| {
            tree.is(mark, &["that"]) && tree.upos(mark) == Upos::Sconj && mark < clause
        })?;
        let is_apart = tree.relation(clause) == Relation::Acl
            && tree.head(clause) != Some(noun)
            && tree.child(clause, Relation::Nsubj).is_some();
        let holder = mark.checked_sub(1).filter(|&last| {
            tree.marker(last) == Some(noun + 1) && tree.is(noun + 1, &["by", "from", "among"])
        });
        let is_behind = mark == noun + 1 || holder.is_some();
        (is_apart && is_behind).then_some((clause, holder))
    })
}

/// Whether the object of this verb says the clause itself ("expressed concerns that S").
pub(super) fn is_brought(tree: &Tree<'_>, verb: usize, object: usize) -> bool {
    LIGHT.contains(&tree.lemma(verb))
        && entry(tree.lemma(object)).is_some_and(|(class, prepositions)| {
            complement(tree, object, class, prepositions).is_some()
        })
}

/// "Expressed concern", "voiced its opposition": that something is felt, not what.
pub(super) fn is_bare_feeling(tree: &Tree<'_>, verb: usize, object: usize) -> bool {
    let is_bare = tree.children(object).iter().all(|&child| {
        matches!(
            tree.relation(child),
            Relation::Det | Relation::Amod | Relation::Punct
        ) || tree.subtype(child) == "poss"
    });
    is_bare
        && matches!(
            tree.lemma(verb),
            "express" | "voice" | "raise" | "air" | "share"
        )
        && entry(tree.lemma(object)).is_some()
}

/// The cue over the noun that its verb brings, where the clause stands right behind the noun
/// ("expressed concerns that S").
pub(super) fn with_brought(
    tree: &Tree<'_>,
    cue: Range<usize>,
    verb: usize,
    clause: usize,
) -> Range<usize> {
    let noun = tree.child(verb, Relation::Obj).filter(|&noun| {
        (cue.end..clause).contains(&noun)
            && LIGHT.contains(&tree.lemma(verb))
            && entry(tree.lemma(noun)).is_some()
            && tree.marker(clause) == Some(noun + 1)
            && (cue.end..noun).all(|word| tree.head(word) == Some(noun))
    });
    noun.map_or(cue.clone(), |noun| cue.start..noun + 1)
}

/// "X issued a warning to Y: S": a colon opens what the noun says.
fn announced(tree: &Tree<'_>, noun: usize, class: Class) -> Option<Candidate> {
    const WORDS_MAX: usize = 8;
    let verb = tree
        .head(noun)
        .filter(|_| tree.relation(noun) == Relation::Obj)
        .filter(|&verb| verb < noun && LIGHT.contains(&tree.lemma(verb)))?;
    let source = subject::of(tree, verb).filter(|&head| subject::is_someone(tree, head))?;
    let sentence = tree.words_of(tree.sentence(noun));
    let colon = (noun + 1..sentence.end.min(noun + WORDS_MAX))
        .find(|&word| tree.is(word, &[":"]))
        .filter(|&colon| (noun + 1..colon).all(|word| !tree.is_verb(word)))?;
    let said = [noun, verb].into_iter().find_map(|head| {
        tree.children(head).iter().copied().find(|&child| {
            child > colon
                && tree.relation(child) != Relation::Punct
                && tree.below(child, |_| false).first() >= Some(&colon)
        })
    })?;
    let words: Vec<usize> = tree
        .below(said, |_| false)
        .into_iter()
        .filter(|&word| word > colon)
        .collect();
    let cue = spans::verb_group(tree, verb).start..noun + 1;
    (words.len() > 2).then(|| made(tree, noun, cue, Some(source), &words, class, 0.9))
}

/// "His concern is that S": the noun is the subject of a clause.
fn copula(tree: &Tree<'_>, noun: usize, class: Class) -> Option<Candidate> {
    if tree.relation(noun) != Relation::Nsubj {
        return None;
    }
    let head = tree.head(noun).filter(|&head| head > noun)?;
    let top = if tree.lemma(head) == "be" {
        tree.child(head, Relation::Ccomp)?
    } else {
        let copula = tree.child(head, Relation::Cop)?;
        tree.marker(head)
            .filter(|&mark| mark > copula && tree.is(mark, &["that", "to"]))?;
        head
    };
    let source = tree
        .all(noun, Relation::Nmod)
        .find(|&n| tree.subtype(n) == "poss");
    let verb = (noun + 1..top).find(|&word| tree.lemma(word) == "be")?;
    let words: Vec<usize> = tree
        .below(top, |word| word == noun)
        .into_iter()
        .filter(|&word| word > verb)
        .collect();
    let cue = if verb == noun + 1 {
        noun..verb + 1
    } else {
        noun..noun + 1
    };
    Some(made(tree, noun, cue, source, &words, class, 0.7))
}

/// Who holds the noun, the first word of the cue, and how sure that is.
fn holder(tree: &Tree<'_>, noun: usize, top: usize) -> (Option<usize>, usize, f32) {
    let owner = tree
        .all(noun, Relation::Nmod)
        .find(|&n| tree.subtype(n) == "poss");
    if let Some(owner) = owner {
        let start = (owner + 1..noun)
            .rev()
            .take_while(|&word| tree.relation(word) == Relation::Amod)
            .last();
        return (Some(owner), start.unwrap_or(noun), 0.75);
    }
    if let Some(name) = warning(tree, noun) {
        return (Some(name), noun, 0.75);
    }
    let by = tree.all(noun, Relation::Nmod).find(|&n| {
        n != top
            && tree
                .marker(n)
                .is_some_and(|mark| tree.is(mark, &["by", "from", "among"]))
            && subject::can_speak(tree, n)
    });
    if by.is_some() {
        return (by, noun, 0.7);
    }
    let verb = tree
        .head(noun)
        .filter(|_| tree.relation(noun) == Relation::Obj);
    if let Some(verb) = verb.filter(|&verb| LIGHT.contains(&tree.lemma(verb)) && verb < noun) {
        let source = subject::of(tree, verb).filter(|&head| subject::is_someone(tree, head));
        if source.is_some() {
            let start = spans::verb_group(tree, verb).start;
            return (source, start, 0.7);
        }
    }
    (None, noun, 0.5)
}

/// "With X warning of N", where the tree takes the participle for a noun that X only modifies.
fn warning(tree: &Tree<'_>, noun: usize) -> Option<usize> {
    let with = tree.child(noun, Relation::Case)?;
    let name = tree.all(noun, Relation::Compound).last()?;
    let is_act = tree.is(with, &["with"]) && tree.form(noun).ends_with("ing");
    (is_act && subject::is_personal(tree, name)).then_some(name)
}

fn made(
    tree: &Tree<'_>,
    noun: usize,
    cue: Range<usize>,
    source: Option<usize>,
    words: &[usize],
    class: Class,
    confidence: f32,
) -> Candidate {
    Candidate {
        head: noun,
        cue,
        source: source.map(|head| {
            let mut said = words.iter().copied();
            let apart = said.find(|&word| tree.head(word) == Some(head));
            spans::source(tree, head, apart)
        }),
        content: spans::content(tree, words),
        class,
        via: Vec::new(),
        confidence,
        why: "noun of saying with its content",
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn a_noun_with_its_owner() {
        check(
            "Lind/PROPN/3/nmod:poss 's/PART/1/case/'s/POS claim/NOUN/7/nsubj that/SCONJ/6/mark troops/NOUN/6/nsubj left/VERB/3/acl spread/VERB/0/root",
            &["Lind's | claim | that troops left"],
        );
    }

    #[test]
    fn a_noun_with_what_the_tree_hangs_elsewhere() {
        check(
            "Lind/PROPN/2/nsubj left/VERB/0/root amid/ADP/4/case claims/NOUN/2/obl/claim from/ADP/6/case aides/NOUN/4/nmod/aide that/SCONJ/9/mark he/PRON/9/nsubj lied/VERB/6/acl",
            &["aides | claims | that he lied"],
        );
    }

    #[test]
    fn a_noun_that_a_light_verb_brings() {
        check(
            "Lind/PROPN/2/nsubj made/VERB/0/root/make a/DET/4/det promise/NOUN/2/obj to/PART/6/mark leave/VERB/4/acl",
            &["Lind | made a promise | to leave"],
        );
    }
}
