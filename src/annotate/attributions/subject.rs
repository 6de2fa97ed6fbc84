//! Who does what a verb says: its own subject, or the one it shares with another verb.

use super::kind;
use super::lexicon::{self, Class};
use super::spans;
use super::tree::Tree;
use crate::language::lexicon as tables;
use crate::language::{Relation, Upos};

/// The head word of the one who says, thinks or wants, as far as the sentence gives it.
pub(super) fn of(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    find(tree, verb, 0)
}

fn find(tree: &Tree<'_>, verb: usize, depth: u8) -> Option<usize> {
    if depth > 6 {
        return None;
    }
    if let Some(subject) = own(tree, verb) {
        return Some(subject);
    }
    if tree.child(verb, Relation::Expl).is_some() {
        return None;
    }
    let head = tree.head(verb)?;
    if let Some(first) = beside_above(tree, verb) {
        return find(tree, first, depth + 1);
    }
    match tree.relation(verb) {
        Relation::Conj
            if reporting_above(tree, head).is_some_and(|v| is_shared_act(tree, v, verb)) =>
        {
            find(tree, reporting_above(tree, head)?, depth + 1)
        }
        Relation::Conj if tree.is_verb(head) || tree.child(head, Relation::Nsubj).is_some() => {
            find(tree, head, depth + 1)
        }
        Relation::Xcomp => controller(tree, head, depth),
        // "Attacked the union for promising N": the union promises.
        Relation::Advcl if object_blamed(tree, head, verb).is_some() => {
            object_blamed(tree, head, verb)
        }
        Relation::Advcl | Relation::Ccomp
            if shares_subject(tree, verb)
                && (tree.relation(verb) == Relation::Advcl || spans::is_added(tree, verb)) =>
        {
            let says = lexicon::entry(tree, verb).is_some_and(|entry| entry.takes("that"));
            let speaker = reporting_clause_before(tree, head, verb)
                .or_else(|| reporting_above(tree, head).filter(|_| says))
                .unwrap_or(head);
            find(tree, speaker, depth + 1)
        }
        Relation::Acl if tree.subtype(verb) != "relcl" && tree.xpos(verb) == "VBG" => {
            // "Voiced concerns about the visit, saying …": a thing says nothing, who does it does; a
            // letter says something where the word stands right behind it.
            let is_apart = verb
                .checked_sub(1)
                .is_some_and(|mark| tree.is(mark, &[","]))
                || tree.child(verb, Relation::Mark).is_some();
            let is_thing = !can_speak(tree, head) || is_apart && !is_someone(tree, head);
            let acts = verb_above(tree, head).filter(|_| is_thing);
            acts.and_then(|acts| find(tree, acts, depth + 1))
                .or(Some(head))
        }
        Relation::Acl if tree.subtype(verb) == "relcl" => None,
        _ => None,
    }
}

/// "Blamed N for V-ing": whom a verb of judging has for its object, where this clause tells what for.
fn object_blamed(tree: &Tree<'_>, verb: usize, clause: usize) -> Option<usize> {
    let is_reason = tree.xpos(clause) == "VBG"
        && tree
            .marker(clause)
            .is_some_and(|mark| tree.is(mark, &["for", "of"]));
    let judges = lexicon::entry(tree, verb).is_some_and(|entry| entry.class == Class::Judge);
    tree.child(verb, Relation::Obj)
        .filter(|&object| is_reason && judges && (verb..clause).contains(&object))
}

/// The verb that a noun depends on, through other nouns.
fn verb_above(tree: &Tree<'_>, noun: usize) -> Option<usize> {
    const STEPS_MAX: usize = 4;
    let mut current = noun;
    for _ in 0..STEPS_MAX {
        current = tree.head(current)?;
        if tree.is_verb(current) {
            return Some(current);
        }
    }
    None
}

/// The subject of the verb itself. Where a torn tree gives it several, the last one before the verb.
pub(super) fn own(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let is_subject =
        |&subject: &usize| tree.subtype(subject) != "outer" && !is_empty(tree, subject, verb);
    let before = tree
        .all(verb, Relation::Nsubj)
        .filter(is_subject)
        .take_while(|&subject| subject < verb)
        .last();
    let hears = matches!(
        tree.lemma(verb),
        "tell" | "assure" | "inform" | "remind" | "notify" | "convince"
    );
    // Who stands behind "telling" is told; so is who stands between "warning" and what it says.
    let is_hearer = |subject: usize| {
        hears
            || tree.xpos(verb) == "VBG"
                && tree
                    .child(verb, Relation::Ccomp)
                    .is_some_and(|clause| clause > subject)
                && lexicon::entry(tree, verb).is_some_and(|entry| entry.takes("obj-to"))
    };
    let mut behind = tree
        .all(verb, Relation::Nsubj)
        .filter(|&subject| !is_hearer(subject));
    before.or_else(|| behind.find(is_subject))
}

/// Where the tree gives a finite verb of saying no subject: the name or pronoun right before it.
pub(super) fn beside(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    if !matches!(tree.xpos(verb), "VBD" | "VBZ" | "VBP") || tree.relation(verb) == Relation::Conj {
        return None;
    }
    let mut before = verb.checked_sub(1)?;
    while before > 0 && (tree.relation(before) == Relation::Aux || tree.upos(before) == Upos::Adv) {
        before -= 1;
    }
    if tree.is(before, &[")", ","]) {
        let opening = if tree.is(before, &[")"]) { "(" } else { "," };
        before = (before.saturating_sub(12)..before)
            .rev()
            .find(|&w| tree.is(w, &[opening]))?;
        before = before.checked_sub(1)?;
    }
    let has_apposition = before + 1 < verb && tree.is(before + 1, &[",", "("]);
    if tree.sentence(before) != tree.sentence(verb) {
        return None;
    }
    if let Some(described) = described(tree, before, verb) {
        return Some(described);
    }
    let speaks = is_personal(tree, before) || (has_apposition && is_someone(tree, before));
    if !speaks {
        return None;
    }
    let mut head = before;
    while let Some(above) = tree.head(head).filter(|&above| {
        above < verb
            && tree.upos(above) == Upos::Propn
            && matches!(
                tree.relation(head),
                Relation::Compound | Relation::Flat | Relation::Appos
            )
    }) {
        head = above;
    }
    Some(head)
}

/// "…, a senior official from a militia stated": who a phrase describes that opens a clause and ends with
/// this word, before a verb of saying.
fn described(tree: &Tree<'_>, last: usize, verb: usize) -> Option<usize> {
    const STEPS_MAX: usize = 6;
    let says = lexicon::entry(tree, verb).is_some_and(|entry| entry.takes("that"));
    let mut head = last;
    for _ in 0..STEPS_MAX {
        let above = tree.head(head).filter(|&above| above < head);
        let is_part = match tree.relation(head) {
            Relation::Nmod => tree.marker(head).is_some(),
            Relation::Conj => tree.upos(head) == Upos::Noun,
            _ => false,
        };
        match above.filter(|_| is_part) {
            Some(above) if matches!(tree.upos(above), Upos::Noun | Upos::Propn) => head = above,
            _ => break,
        }
    }
    let own = tree.below(head, |word| word >= verb);
    let first = own.into_iter().find(|&word| !tree.is_punctuation(word))?;
    let sentence = tree.words_of(tree.sentence(verb));
    let opens = first == sentence.start
        || first
            .checked_sub(1)
            .is_some_and(|mark| tree.is(mark, &[",", "”", "\"", "''"]));
    let is_one = tree.upos(first) == Upos::Det || tree.xpos(head) == "NNS";
    (says && opens && is_one && tree.upos(head) == Upos::Noun && is_someone(tree, head))
        .then_some(head)
}

/// The verb of saying whose object clause this is.
fn reporting_above(tree: &Tree<'_>, clause: usize) -> Option<usize> {
    tree.head(clause)
        .filter(|_| tree.relation(clause) == Relation::Ccomp)
        .filter(|&verb| lexicon::entry(tree, verb).is_some_and(|v| v.class != Class::Not))
}

/// Whether a verb inside what is said is rather a second act of the speaker: a verb of saying with
/// a clause of its own, no subject, and the tense of the first.
pub(super) fn is_shared_act(tree: &Tree<'_>, first: usize, second: usize) -> bool {
    let says = lexicon::entry(tree, second).is_some_and(|entry| {
        matches!(
            entry.class,
            Class::Say | Class::Ask | Class::Hint | Class::Deny
        )
    });
    says && matches!(tree.xpos(second), "VBD" | "VBZ")
        && tree.xpos(first) == tree.xpos(second)
        && own(tree, second).is_none()
        && tree.child(second, Relation::Ccomp).is_some()
}

/// "Urging X to stop and asking Y to leave": where the tree hangs a second act on what is said in
/// the first, and its form tells that it goes with the verb above.
pub(super) fn beside_above(tree: &Tree<'_>, second: usize) -> Option<usize> {
    let form = tree.xpos(second);
    let said = tree
        .head(second)
        .filter(|_| tree.relation(second) == Relation::Conj)
        .filter(|&said| {
            matches!(tree.xpos(said), "VB" | "NN" | "NNS") && tree.xpos(said) != form
        })?;
    // "Saying he had to stop and asking N": the verb above in the form of the second, over those of others.
    const STEPS_MAX: usize = 3;
    let mut first = said;
    for _ in 0..STEPS_MAX {
        let is_part = matches!(
            tree.relation(first),
            Relation::Xcomp | Relation::Ccomp | Relation::Advcl
        );
        first = tree.head(first).filter(|&above| above < first && is_part)?;
        if tree.xpos(first) == form {
            break;
        }
    }
    let is_listed =
        |verb| lexicon::entry(tree, verb).is_some_and(|entry| entry.class != Class::Not);
    (matches!(form, "VBG" | "VBD" | "VBZ")
        && tree.xpos(first) == form
        && own(tree, second).is_none()
        && is_listed(first)
        && is_listed(second))
    .then_some(first)
}

/// "It" and "there" that only fill the place of a subject.
fn is_empty(tree: &Tree<'_>, subject: usize, verb: usize) -> bool {
    tree.is(subject, &["there"])
        || (tree.is(subject, &["it"])
            && tree.is_passive(verb)
            && tree.child(verb, Relation::Ccomp).is_some())
}

/// Who is understood as the subject of an infinitive: the object of the verb above, or its subject.
fn controller(tree: &Tree<'_>, head: usize, depth: u8) -> Option<usize> {
    let object = tree.child(head, Relation::Obj);
    // "Found themselves trying": they try.
    let is_self = |object: usize| {
        tree.form(object).ends_with("self") || tree.form(object).ends_with("selves")
    };
    match object {
        Some(object)
            if tree.lemma(head) != "promise"
                && !(tree.upos(object) == Upos::Pron && is_self(object)) =>
        {
            Some(object)
        }
        _ => find(tree, head, depth + 1),
    }
}

/// Whether an adverbial clause has no subject of its own, so that it shares the one above.
fn shares_subject(tree: &Tree<'_>, verb: usize) -> bool {
    matches!(tree.xpos(verb), "VBG" | "VB" | "VBN")
}

/// In "S, X said, adding …" where the tree hangs "adding" on S: the verb "said".
fn reporting_clause_before(tree: &Tree<'_>, head: usize, verb: usize) -> Option<usize> {
    tree.all(head, Relation::Parataxis)
        .filter(|&clause| clause < verb && own(tree, clause).is_some())
        .last()
}

/// Whether the head of a noun phrase can be one who speaks, thinks or wants.
pub(super) fn can_speak(tree: &Tree<'_>, head: usize) -> bool {
    match tree.upos(head) {
        Upos::Propn => true,
        Upos::Pron => !tree.is(
            head,
            &["it", "this", "that", "these", "those", "which", "what"],
        ),
        Upos::Noun => !is_abstract(tree.lemma(head)),
        Upos::Num | Upos::Adj | Upos::Det => tree.child(head, Relation::Case).is_none(),
        _ => false,
    }
}

/// Whether the head of a noun phrase is someone: a name, a personal pronoun, a word for people or
/// for a body of people. Wanting, fearing and judging need someone; saying and showing do not.
pub(super) fn is_someone(tree: &Tree<'_>, head: usize) -> bool {
    const AGENTS: [&str; 13] = [
        "er", "or", "ist", "ian", "ee", "man", "men", "woman", "women", "person", "ant", "ard",
        "eer",
    ];
    const PEOPLE: [&str; 24] = [
        "people",
        "child",
        "kid",
        "friend",
        "parent",
        "student",
        "president",
        "resident",
        "agent",
        "client",
        "opponent",
        "correspondent",
        "diplomat",
        "relative",
        "critic",
        "mother",
        "father",
        "brother",
        "sister",
        "son",
        "daughter",
        "wife",
        "husband",
        "folk",
    ];
    if tree.upos(head) != Upos::Noun {
        return can_speak(tree, head);
    }
    let lemma = tree.lemma(head).to_lowercase();
    let lemma = lemma.as_str();
    can_speak(tree, head)
        && (PEOPLE.contains(&lemma)
            || AGENTS.iter().any(|ending| lemma.ends_with(ending))
            || kind::is_listed(lemma)
            || tables::titles(lemma).next().is_some()
            || tables::groups(lemma).next().is_some()
            || tables::organisation_words(lemma).next().is_some())
}

/// Whether the word names a person by itself: a personal pronoun or a proper name.
pub(super) fn is_personal(tree: &Tree<'_>, head: usize) -> bool {
    match tree.upos(head) {
        Upos::Propn => true,
        Upos::Pron => tree.is(head, &["he", "she", "they", "we", "i", "you", "who"]),
        _ => false,
    }
}

/// Nouns that by their form name a quality, an act or a thing that cannot speak.
fn is_abstract(lemma: &str) -> bool {
    const SUFFIXES: [&str; 10] = [
        "tion", "sion", "ness", "ity", "ism", "ance", "ence", "ship", "hood", "ure",
    ];
    const SPEAKING: [&str; 19] = [
        "station",
        "administration",
        "delegation",
        "opposition",
        "organization",
        "organisation",
        "commission",
        "federation",
        "corporation",
        "association",
        "coalition",
        "foundation",
        "nation",
        "mission",
        "institution",
        "authority",
        "majority",
        "minority",
        "audience",
    ];
    const THINGS: [&str; 36] = [
        "development",
        "moment",
        "treatment",
        "payment",
        "investment",
        "improvement",
        "fact",
        "problem",
        "thing",
        "way",
        "time",
        "year",
        "day",
        "reason",
        "attack",
        "war",
        "result",
        "weather",
        "storm",
        "event",
        "move",
        "change",
        "price",
        "rate",
        "number",
        "system",
        "money",
        "death",
        "life",
        "place",
        "game",
        "car",
        "bomb",
        "strike",
        "deal",
        "trend",
    ];
    THINGS.contains(&lemma)
        || (!SPEAKING.contains(&lemma) && SUFFIXES.iter().any(|suffix| lemma.ends_with(suffix)))
}
