//! Noun phrases as content: "X criticised N", "X accused N of V-ing", "X called N a liar",
//! "X warned of N", "X warned Y against V-ing".

use super::candidate::Candidate;
use super::infinitives::infinitive;
use super::lexicon::{self, Class, Verb};
use super::tree::Tree;
use super::{nouns, spans, speaker, subject};
use crate::language::{NameKind, Relation, Upos};

/// The constructions with a plain noun phrase, in plain words.
const OBJECT: &str = "object of a verb of saying or judging";
const PHRASE: &str = "phrase that a verb of saying takes";
/// Both: such a noun phrase names a thing and tells nothing of it.
pub(super) const WHYS: [&str; 2] = [OBJECT, PHRASE];

/// Every verb of the table whose object or prepositional phrase is the content.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    spans::verbs(tree)
        .filter_map(|verb| {
            let entry = lexicon::entry(tree, verb)?;
            if entry.class == Class::Not
                || tree.is_passive(verb)
                || spans::is_preposition(tree, verb)
            {
                return None;
            }
            let source = subject::of(tree, verb).filter(|&head| speaks(tree, head, entry))?;
            shown(tree, verb, entry, source)
                .or_else(|| predicate(tree, verb, entry, source))
                .or_else(|| completed(tree, verb, entry, source))
                .or_else(|| about(tree, verb, entry, source))
                .or_else(|| object(tree, verb, entry, source))
        })
        .collect()
}

/// Reports and studies may show and describe; only who has a mind praises, fears or wants.
fn speaks(tree: &Tree<'_>, head: usize, entry: &Verb) -> bool {
    match entry.class {
        Class::Find | Class::Say | Class::Hint | Class::Deny => {
            subject::can_speak(tree, head) || tree.is(head, &["it", "which", "that"])
        }
        // "It has accused N of V-ing": only a body accuses.
        Class::Judge if entry.object_with().next().is_some() && tree.is(head, &["it"]) => true,
        _ => subject::is_someone(tree, head),
    }
}

/// "X called N a liar", "what X called a lie".
fn predicate(tree: &Tree<'_>, verb: usize, entry: &Verb, source: usize) -> Option<Candidate> {
    if !entry.takes("small") {
        return None;
    }
    let object = tree.child(verb, Relation::Obj);
    // "Found themselves trying", "finds it hard to V": how it goes with the source, not what it says.
    let is_own_lot = object.is_some_and(|object| {
        tree.is(
            object,
            &[
                "it",
                "himself",
                "herself",
                "itself",
                "themselves",
                "ourselves",
                "myself",
            ],
        )
    });
    if tree.lemma(verb) == "find" && is_own_lot {
        return None;
    }
    let predicate = tree
        .child(verb, Relation::Xcomp)
        .filter(|&p| {
            p > verb
                && tree
                    .children(p)
                    .iter()
                    .all(|&mark| !tree.is(mark, &["to"]) || mark > p)
        })
        .or_else(|| tree.child(verb, Relation::Ccomp))
        .or_else(|| {
            let second = tree.all(verb, Relation::Obj).nth(1);
            second.or_else(|| tree.child(verb, Relation::Iobj).and(object))
        })?;
    if predicate < verb {
        return None;
    }
    let objects = tree.children(verb).iter().copied().filter(|&other| {
        other > verb && matches!(tree.relation(other), Relation::Obj | Relation::Iobj)
    });
    let tops: Vec<usize> = [predicate].into_iter().chain(objects).collect();
    let words = tree.below_all(&tops, |_| false);
    Some(made(
        tree,
        verb,
        entry,
        source,
        &words,
        None,
        0.8,
        "someone calls something by a word",
    ))
}

/// "X accused N of V-ing".
fn completed(tree: &Tree<'_>, verb: usize, entry: &Verb, source: usize) -> Option<Candidate> {
    let object = tree
        .child(verb, Relation::Obj)
        .filter(|&object| object > verb)?;
    let rest = phrase(tree, verb, entry.object_with()).or_else(|| {
        phrase(tree, object, entry.object_with()).filter(|_| entry.class == Class::Judge)
    })?;
    if rest < object {
        return None;
    }
    let words = tree.below_all(&[object, rest], |_| false);
    Some(made(
        tree,
        verb,
        entry,
        source,
        &words,
        None,
        0.85,
        "object with what is said of it",
    ))
}

/// "X warned of N", "X called for N", "X called on N to V".
fn about(tree: &Tree<'_>, verb: usize, entry: &Verb, source: usize) -> Option<Candidate> {
    let top = phrase(tree, verb, entry.prepositions())?;
    // "“S,” X wrote, referring to Fell": it tells whom is meant, and says nothing of them.
    let is_pointing = tree.lemma(verb) == "refer"
        && tree.upos(top) == Upos::Propn
        && !tree
            .below(verb, |_| false)
            .into_iter()
            .any(|word| word > top && tree.is(word, &["as"]));
    if is_pointing || is_topic(tree, verb) {
        return None;
    }
    // Who is warned of something only hears it; what is praised is part of the judgement.
    let has_hearer = entry.class == Class::Say && entry.takes("obj-to");
    if !has_hearer
        && tree
            .child(verb, Relation::Obj)
            .is_some_and(|object| object < top)
    {
        return None;
    }
    let marker = tree.marker(top)?;
    let clause = infinitive(tree, verb).filter(|&clause| clause > top);
    let tops: Vec<usize> = [top].into_iter().chain(clause).collect();
    let words = tree.below_all(&tops, |word| word == marker);
    Some(made(
        tree,
        verb,
        entry,
        source,
        &words,
        Some(marker),
        0.75,
        PHRASE,
    ))
}

/// "X expressed outrage over N", "X raised questions about N": the noun says how, the phrase of what.
fn shown(tree: &Tree<'_>, verb: usize, entry: &Verb, source: usize) -> Option<Candidate> {
    const SHOW: [&str; 9] = [
        "express", "voice", "show", "air", "raise", "register", "declare", "offer", "sound",
    ];
    if !SHOW.contains(&tree.lemma(verb)) {
        return None;
    }
    let object = tree
        .child(verb, Relation::Obj)
        .filter(|&object| object > verb && tree.upos(object) == Upos::Noun)?;
    // "Declared an emergency at the border": an act, of which nothing is said.
    const DECLARED: [&str; 6] = [
        "emergency",
        "war",
        "victory",
        "bankruptcy",
        "independence",
        "truce",
    ];
    if DECLARED.contains(&tree.lemma(object)) {
        return None;
    }
    let top = [object, verb].into_iter().find_map(|head| {
        phrase(
            tree,
            head,
            ["about", "over", "for", "at", "toward", "towards", "on"].into_iter(),
        )
        .filter(|&top| top > object)
    })?;
    let marker = tree.marker(top)?;
    let cue = spans::verb_group(tree, verb);
    let is_plain = (cue.end..marker).all(|word| {
        word == object || tree.head(word) == Some(object) || tree.head(word) == Some(verb)
    });
    if !is_plain || marker < object {
        return None;
    }
    let words = tree.below(top, |word| word == marker);
    Some(Candidate {
        cue: cue.start..marker + 1,
        ..made(
            tree,
            verb,
            entry,
            source,
            &words,
            None,
            0.8,
            "feeling or doubt that someone shows",
        )
    })
}

/// "X criticised N", "X denied the charges".
fn object(tree: &Tree<'_>, verb: usize, entry: &Verb, source: usize) -> Option<Candidate> {
    if !entry.takes("obj") {
        return None;
    }
    let object = tree
        .child(verb, Relation::Obj)
        .filter(|&object| object > verb || matches!(tree.xpos(object), "WDT" | "WP"))?;
    if tree.subtype(object) == "tmod"
        || tree.subtype(object) == "unmarked"
        || nouns::is_brought(tree, verb, object)
        || is_figure(tree, object)
        || is_picture(tree, source)
        || is_sign(tree, verb, object)
        || is_topic(tree, verb)
        || nouns::is_bare_feeling(tree, verb, object)
        || is_forbidden(tree, verb)
        || is_act(tree, verb, object)
        || entry.class != Class::Judge && is_somebody(tree, object)
    {
        return None;
    }
    let mut words = tree.below(object, |_| false);
    // "Stressed the need to V", where the tree hangs the aim on the verb.
    let aim = tree.children(verb).iter().copied().find(|&child| {
        matches!(tree.relation(child), Relation::Xcomp | Relation::Advcl)
            && tree.upos(object) == Upos::Noun
            && tree
                .marker(child)
                .is_some_and(|mark| tree.is(mark, &["to"]) && words.last() == Some(&(mark - 1)))
    });
    words.extend(aim.into_iter().flat_map(|aim| tree.below(aim, |_| false)));
    let confidence = if tree.upos(object) == Upos::Pron {
        0.55
    } else {
        0.65
    };
    Some(made(
        tree, verb, entry, source, &words, None, confidence, OBJECT,
    ))
}

/// "Describing her character, X said": the participle gives the subject of what is said.
fn is_topic(tree: &Tree<'_>, verb: usize) -> bool {
    let says = tree
        .head(verb)
        .filter(|&head| head > verb && tree.relation(verb) == Relation::Advcl)
        .and_then(|head| lexicon::entry(tree, head));
    tree.xpos(verb) == "VBG"
        && matches!(
            tree.lemma(verb),
            "describe"
                | "comment"
                | "discuss"
                | "speak"
                | "talk"
                | "address"
                | "refer"
                | "respond"
                | "react"
        )
        && says.is_some_and(|entry| entry.class == Class::Say)
}

/// A day or a number alone: nothing is told of it.
fn is_figure(tree: &Tree<'_>, object: usize) -> bool {
    match tree.upos(object) {
        Upos::Num => tree.form(object).starts_with(|c: char| c.is_ascii_digit()),
        Upos::Propn => spans::is_time(tree, object),
        _ => false,
    }
}

/// "Showed no sign of N": how someone looks, not what they say.
fn is_sign(tree: &Tree<'_>, verb: usize, object: usize) -> bool {
    tree.lemma(verb) == "show" && matches!(tree.lemma(object), "sign" | "interest" | "restraint")
}

/// A picture shows things; it says nothing.
fn is_picture(tree: &Tree<'_>, head: usize) -> bool {
    matches!(
        tree.lemma(head),
        "picture" | "photo" | "photograph" | "image" | "painting" | "portrait" | "mural"
    )
}

/// "Denied them service", "knew Lind", "debated Fell": what is done to someone, not what is said.
fn is_act(tree: &Tree<'_>, verb: usize, object: usize) -> bool {
    const REFUSED: [&str; 20] = [
        "access",
        "admission",
        "aid",
        "appeal",
        "application",
        "asylum",
        "bail",
        "benefit",
        "care",
        "coverage",
        "entry",
        "motion",
        "opportunity",
        "parole",
        "permission",
        "petition",
        "request",
        "service",
        "treatment",
        "visa",
    ];
    const TAKEN: [&str; 12] = [
        "nomination",
        "invitation",
        "money",
        "donation",
        "gift",
        "bribe",
        "payment",
        "job",
        "post",
        "position",
        "award",
        "meeting",
    ];
    match tree.lemma(verb) {
        "deny" => REFUSED.contains(&tree.lemma(object)),
        "accept" => TAKEN.contains(&tree.lemma(object)),
        "know" | "debate" | "dismiss" | "challenge" | "suspect" | "seek" | "discover"
        | "document" => {
            let names = &tree.parsed.names;
            let at = names.partition_point(|name| name.words.end <= object);
            names
                .get(at)
                .is_some_and(|name| name.kind == NameKind::Person && name.words.contains(&object))
        }
        _ => false,
    }
}

/// Whether the word is a pronoun for a person: whom one denies or seeks is no content.
fn is_somebody(tree: &Tree<'_>, word: usize) -> bool {
    tree.upos(word) == Upos::Pron
        && tree.is(
            word,
            &[
                "me",
                "us",
                "him",
                "her",
                "them",
                "whom",
                "you",
                "himself",
                "herself",
                "themselves",
            ],
        )
}

/// "Was not authorised to discuss N": what someone may not do is not what they say.
fn is_forbidden(tree: &Tree<'_>, verb: usize) -> bool {
    let above = tree
        .head(verb)
        .filter(|_| matches!(tree.relation(verb), Relation::Xcomp | Relation::Advcl));
    above.is_some_and(|above| {
        tree.is_negated(above)
            && matches!(
                tree.lemma(above),
                "authorise"
                    | "authorize"
                    | "authorised"
                    | "authorized"
                    | "allow"
                    | "permit"
                    | "able"
            )
    })
}

/// The phrase or clause under `head` that one of these prepositions introduces.
fn phrase(
    tree: &Tree<'_>,
    head: usize,
    prepositions: impl Iterator<Item = &'static str>,
) -> Option<usize> {
    let prepositions: Vec<&str> = prepositions.collect();
    tree.children(head).iter().copied().find(|&child| {
        child > head
            && matches!(
                tree.relation(child),
                Relation::Obl
                    | Relation::Nmod
                    | Relation::Advcl
                    | Relation::Acl
                    | Relation::Xcomp
                    | Relation::Ccomp
            )
            && tree
                .marker(child)
                .is_some_and(|mark| mark < child && tree.is(mark, &prepositions))
            && !spans::is_time(tree, child)
    })
}

#[expect(clippy::too_many_arguments, reason = "the parts of one candidate")]
fn made(
    tree: &Tree<'_>,
    verb: usize,
    entry: &Verb,
    source: usize,
    words: &[usize],
    preposition: Option<usize>,
    confidence: f32,
    why: &'static str,
) -> Candidate {
    let cue = spans::with_preposition(spans::verb_group(tree, verb), preposition);
    let mut words = words.to_vec();
    words.extend(preposition.filter(|word| !cue.contains(word)));
    words.sort_unstable();
    Candidate {
        head: verb,
        cue,
        source: Some(speaker::phrase(tree, source, verb)),
        content: spans::content(tree, &words),
        class: entry.class,
        via: Vec::new(),
        confidence,
        why,
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn the_object_is_what_is_judged() {
        check(
            "Lind/PROPN/2/nsubj denied/VERB/0/root/deny them/PRON/2/iobj service/NOUN/2/obj ./PUNCT/2/punct",
            &[],
        );
        check(
            "Lind/PROPN/2/nsubj denied/VERB/0/root/deny the/DET/4/det claims/NOUN/2/obj/claim ./PUNCT/2/punct",
            &["Lind | denied | the claims"],
        );
        check(
            "Storms/NOUN/2/nsubj/storm criticised/VERB/0/root/criticise the/DET/4/det town/NOUN/2/obj",
            &[],
        );
    }

    #[test]
    fn an_object_is_completed_by_its_phrase() {
        check(
            "Lind/PROPN/2/nsubj accused/VERB/0/root/accuse Reed/PROPN/2/obj of/ADP/5/case fraud/NOUN/2/obl",
            &["Lind | accused | Reed of fraud"],
        );
    }

    #[test]
    fn a_preposition_belongs_to_the_cue() {
        check(
            "Lind/PROPN/2/nsubj warned/VERB/0/root/warn of/ADP/4/case floods/NOUN/2/obl/flood",
            &["Lind | warned of | floods"],
        );
    }

    #[test]
    fn a_thing_is_called_by_a_word() {
        check(
            "Lind/PROPN/2/nsubj called/VERB/0/root/call it/PRON/2/obj a/DET/5/det lie/NOUN/2/xcomp",
            &["Lind | called | it a lie"],
        );
    }
}
