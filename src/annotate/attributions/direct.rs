//! Quotations and who speaks them, by what stands beside them: "…," X said; X: "…"; a quotation
//! that goes on after its cue, in the next sentence or paragraph.
//!
//! Works on the marks and on words near them, so that it holds where a tree came out wrong.

use std::ops::Range;

use super::candidate::{Candidate, merged};
use super::lexicon::{self, Class};
use super::quotes::Quotation;
use super::tree::Tree;
use super::{spans, speaker, subject};
use crate::language::{Relation, Upos};

/// How far from the quotation its cue may stand, in words.
const REACH: usize = 16;

/// Gives every quotation that says something to a cue: one that has it already, one that stands
/// beside it, or the one of the quotation before.
pub(super) fn attach(tree: &Tree<'_>, candidates: &mut Vec<Candidate>, quotations: &[Quotation]) {
    let mut owners: Vec<Option<usize>> = Vec::with_capacity(quotations.len());
    for quotation in quotations {
        let owner = held_by(tree, candidates, quotation).or_else(|| {
            if !quotation.is_speech {
                return None;
            }
            let found = after(tree, quotation).or_else(|| before(tree, quotation))?;
            Some(given(candidates, found, quotation))
        });
        owners.push(owner);
    }
    // A paragraph that does not close its quotation is spoken by whoever speaks the next.
    for (at, pair) in quotations.windows(2).enumerate().rev() {
        let [quotation, next] = pair else { continue };
        let owner = owners.get(at + 1).copied().flatten();
        if owners.get(at).copied().flatten().is_none()
            && is_continued(tree, quotation, next)
            && let Some(candidate) = owner.and_then(|owner| candidates.get_mut(owner))
        {
            add(candidate, quotation);
            if let Some(slot) = owners.get_mut(at) {
                *slot = owner;
            }
        }
    }
    let mut last: Option<usize> = None;
    for (quotation, owner) in quotations.iter().zip(owners) {
        let owner = owner.or_else(|| {
            let previous = last?;
            let candidate = candidates.get_mut(previous)?;
            if !goes_on(tree, candidate, quotation) {
                return None;
            }
            add(candidate, quotation);
            Some(previous)
        });
        if owner.is_some() {
            last = owner;
        }
    }
}

fn add(candidate: &mut Candidate, quotation: &Quotation) {
    candidate.content.push(quotation.words.clone());
    candidate.content = merged(std::mem::take(&mut candidate.content));
}

/// Past the phrase that starts here and what hangs on it between commas ("Lind, a former engineer of the
/// port, who for years …, said"): how long it is tells nothing of how far the verb is.
fn behind_apposition(tree: &Tree<'_>, start: usize) -> usize {
    let sentence = tree.words_of(tree.sentence(start));
    let first = start + usize::from(tree.is(start, &[","]));
    let mut head = first;
    while let Some(above) = tree
        .head(head)
        .filter(|&above| sentence.contains(&above) && !tree.is_verb(above) && above >= first)
    {
        head = above;
    }
    let words = tree.below(head, |word| tree.relation(word) == Relation::Parataxis);
    let is_phrase = words.first() >= Some(&start)
        && words.iter().any(|&word| tree.is(word, &[","]))
        && matches!(tree.upos(head), Upos::Propn | Upos::Noun);
    words
        .last()
        .filter(|_| is_phrase)
        .map_or(start, |last| last + 1)
}

/// Whether the quotation stays open at the end of its paragraph and the next one opens with a mark
/// again.
fn is_continued(tree: &Tree<'_>, quotation: &Quotation, next: &Quotation) -> bool {
    let Some(last) = quotation.words.end.checked_sub(1) else {
        return false;
    };
    let before = next.words.start.checked_sub(1);
    !quotation.is_closed
        && tree.paragraph(next.words.start) == tree.paragraph(last) + 1
        && before.is_some_and(|before| tree.paragraph(before) == tree.paragraph(last))
}

/// The candidate whose content holds most of the quotation, the smallest if there are several.
fn held_by(tree: &Tree<'_>, candidates: &[Candidate], quotation: &Quotation) -> Option<usize> {
    let words = &quotation.words;
    candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| {
            let is_held = |word: &usize| candidate.holds(*word);
            let said = words.clone().filter(|&word| !tree.is_punctuation(word));
            let held = said.clone().filter(is_held).count();
            2 * held >= said.count() && held > 0 && !words.contains(&candidate.head)
        })
        .min_by_key(|(_, candidate)| candidate.size())
        .map(|(index, _)| index)
}

/// Adds the quotation to the candidate with the same cue, or makes it one; its index.
fn given(candidates: &mut Vec<Candidate>, found: Candidate, quotation: &Quotation) -> usize {
    let same = candidates
        .iter()
        .position(|candidate| candidate.head == found.head && candidate.class == found.class);
    if let Some(index) = same
        && let Some(candidate) = candidates.get_mut(index)
    {
        if candidate.confidence < found.confidence {
            *candidate = found;
        } else {
            add(candidate, quotation);
        }
        return index;
    }
    candidates.push(found);
    candidates.len() - 1
}

/// "…," X said.
fn after(tree: &Tree<'_>, quotation: &Quotation) -> Option<Candidate> {
    let start = quotation.words.end;
    let last_inside = start.checked_sub(2)?;
    let is_ended = tree.is(last_inside, &["."]);
    let asks = tree.is(last_inside, &["?", "!"]);
    let same_sentence = start < tree.len() && tree.sentence(start) == tree.sentence(start - 1);
    if start >= tree.len() || tree.paragraph(start) != tree.paragraph(start - 1) {
        return None;
    }
    if !same_sentence && !is_ended && !asks {
        return None;
    }
    let end = tree.words_of(tree.sentence(start)).end;
    let end = end.min(behind_apposition(tree, start) + REACH);
    let verb = (start..end)
        .take_while(|&word| !is_quotation_mark(tree, word))
        .find(|&word| is_cue(tree, word, start))?;
    let says_more = tree.child(verb, Relation::Ccomp).is_some_and(|c| c > verb);
    if !same_sentence && (says_more || is_ended && !is_bare(tree, verb)) {
        return None;
    }
    let source = subject::of(tree, verb)
        .filter(|source| !quotation.words.contains(source))
        .or_else(|| nearest_name(tree, verb, start..end))
        .or_else(|| speaker_behind(tree, verb).filter(|_| verb <= start + 1))?;
    Some(made(
        tree,
        verb,
        source,
        quotation,
        "quotation with the speaker named after it",
    ))
}

/// "“…” Lind said.": a sentence that says nothing but who speaks.
fn is_bare(tree: &Tree<'_>, verb: usize) -> bool {
    const WORDS_MAX: usize = 12;
    let says_more = [
        Relation::Ccomp,
        Relation::Xcomp,
        Relation::Obj,
        Relation::Conj,
    ];
    tree.relation(verb) == Relation::Root
        && tree.words_of(tree.sentence(verb)).len() <= WORDS_MAX
        && says_more
            .into_iter()
            .all(|relation| tree.child(verb, relation).is_none())
}

/// X said, "…".
fn before(tree: &Tree<'_>, quotation: &Quotation) -> Option<Candidate> {
    let first = quotation.words.start;
    let mark = first.checked_sub(1)?;
    let sentence = tree.words_of(tree.sentence(mark));
    if tree.paragraph(mark) != tree.paragraph(first) && !tree.is(mark, &[":", ","]) {
        return None;
    }
    let introduced = tree.is(mark, &[",", ":"]);
    let start = sentence.start.max(first.saturating_sub(REACH));
    if !introduced && tree.is(mark, &["."]) {
        return None;
    }
    let verb = (start..first)
        .rev()
        .take_while(|&word| !is_quotation_mark(tree, word))
        .find(|&word| is_cue(tree, word, first))
        .or_else(|| opens_with_act(tree, start..mark).filter(|_| tree.is(mark, &[":"])))?;
    if !introduced && verb + 3 < first {
        return None;
    }
    let source = subject::of(tree, verb).filter(|source| !quotation.words.contains(source))?;
    Some(made(
        tree,
        verb,
        source,
        quotation,
        "quotation with the speaker named before it",
    ))
}

/// Whether the word can be the verb of saying of a quotation that touches `edge`.
fn is_cue(tree: &Tree<'_>, word: usize, edge: usize) -> bool {
    if !tree.is_verb(word) || tree.relation(word) == Relation::Acl && tree.xpos(word) == "VBN" {
        return false;
    }
    let says = lexicon::entry(tree, word).is_some_and(|entry| {
        matches!(
            entry.class,
            Class::Say | Class::Ask | Class::Order | Class::Hint | Class::Deny | Class::Think
        )
    });
    // A verb that nobody listed says something when nothing but its speaker stands between it and the
    // quotation.
    says || word >= edge && stands_beside(tree, word, edge)
}

/// "“S,” explained the driver", "“S,” Mr Lind sums up": quotation, speaker and verb, nothing else.
fn stands_beside(tree: &Tree<'_>, verb: usize, edge: usize) -> bool {
    const SPEAKER_WORDS_MAX: usize = 6;
    if verb > edge + SPEAKER_WORDS_MAX || !matches!(tree.xpos(verb), "VBD" | "VBZ") {
        return false;
    }
    let Some(source) = subject::own(tree, verb).or_else(|| speaker_behind(tree, verb)) else {
        return false;
    };
    let own = tree.below(source, |word| word == verb);
    // British papers set the comma behind the mark.
    let edge = edge + usize::from(tree.is(edge, &[","]));
    let is_all = (edge..verb).all(|word| own.contains(&word));
    let is_someone = if verb == edge || verb == edge + 1 {
        subject::is_personal(tree, source) || subject::is_someone(tree, source)
    } else {
        subject::is_someone(tree, source) && tree.upos(source) != Upos::Pron
    };
    let has_object = tree
        .child(verb, Relation::Obj)
        .is_some_and(|object| object > verb && object != source);
    is_all && is_someone && !has_object
}

/// "“S,” explained the driver": the tree may take who speaks for the object.
fn speaker_behind(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    tree.child(verb, Relation::Obj)
        .or_else(|| tree.child(verb, Relation::Iobj))
        .filter(|&object| object > verb && object <= verb + 8)
        .filter(|&object| subject::is_someone(tree, object) && tree.marker(object).is_none())
}

/// "Ryan shot back, in a reference to the vote: “S”": what somebody did before the colon is to say S.
fn opens_with_act(tree: &Tree<'_>, words: Range<usize>) -> Option<usize> {
    words
        .rev()
        .take_while(|&word| !is_quotation_mark(tree, word))
        .filter(|&word| matches!(tree.xpos(word), "VBD" | "VBZ") && tree.upos(word) == Upos::Verb)
        .find(|&word| {
            let has_object = tree.child(word, Relation::Obj).is_some();
            let is_said_so = !matches!(tree.lemma(word), "be" | "have" | "do" | "include");
            !has_object
                && is_said_so
                && tree.relation(word) != Relation::Acl
                && subject::own(tree, word).is_some_and(|source| subject::is_personal(tree, source))
        })
}

fn is_quotation_mark(tree: &Tree<'_>, word: usize) -> bool {
    tree.is(word, &["“", "”", "\"", "''", "``"])
}

/// Where the tree has no subject: the name or pronoun next to the verb.
fn nearest_name(tree: &Tree<'_>, verb: usize, within: Range<usize>) -> Option<usize> {
    let is_name = |word: &usize| {
        within.contains(word)
            && match tree.upos(*word) {
                Upos::Propn => true,
                Upos::Pron => subject::is_personal(tree, *word),
                _ => false,
            }
    };
    let left = verb.checked_sub(1).filter(is_name);
    let name = left.or_else(|| Some(verb + 1).filter(is_name))?;
    // Up to the head of the name.
    let mut head = name;
    while let Some(above) = tree.head(head).filter(|above| {
        is_name(above) && matches!(tree.relation(head), Relation::Compound | Relation::Flat)
    }) {
        head = above;
    }
    Some(head)
}

/// Whether the quotation continues what the candidate's source says: it starts a sentence right
/// after the one with the cue, or opens the next paragraph after a quotation.
fn goes_on(tree: &Tree<'_>, candidate: &Candidate, quotation: &Quotation) -> bool {
    let first = quotation.words.start;
    let end = candidate
        .hull()
        .end
        .max(candidate.cue.end)
        .max(candidate.source.as_ref().map_or(0, |source| source.end));
    let Some(before) = end.checked_sub(1) else {
        return false;
    };
    if first < end
        || !matches!(
            candidate.class,
            Class::Say | Class::Ask | Class::Hint | Class::Deny | Class::Think
        )
    {
        return false;
    }
    let sentence = tree.sentence(first);
    let words = tree.words_of(sentence);
    // A straight mark may have been left to the sentence before.
    let starts_sentence = words.start + 1 >= first || first + 1 == words.end;
    let is_whole = quotation.words.end + 1 >= words.end;
    if !(quotation.is_speech || starts_sentence && is_whole) {
        return false;
    }
    let near = sentence <= tree.sentence(before) + 1;
    let paragraphs = tree.paragraph(first).saturating_sub(tree.paragraph(before));
    starts_sentence && near && paragraphs <= 1
}

fn made(
    tree: &Tree<'_>,
    verb: usize,
    source: usize,
    quotation: &Quotation,
    why: &'static str,
) -> Candidate {
    Candidate {
        head: verb,
        cue: spans::verb_group(tree, verb),
        source: Some(speaker::phrase(tree, source, verb)),
        content: merged(vec![quotation.words.clone()]),
        class: lexicon::entry(tree, verb).map_or(Class::Say, |entry| entry.class),
        via: Vec::new(),
        confidence: 0.86,
        why,
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    const FIRST: &str = "“/PUNCT/3/punct We/PRON/3/nsubj left/VERB/6/ccomp/leave/VBD ,/PUNCT/3/punct ”/PUNCT/3/punct said/VERB/0/root//VBD Lind/PROPN/6/nsubj ./PUNCT/6/punct";

    #[test]
    fn a_quotation_takes_in_the_next_sentence() {
        let second = "“/PUNCT/3/punct We/PRON/3/nsubj ran/VERB/0/root/run/VBD ./PUNCT/3/punct ”/PUNCT/3/punct";
        check(
            &format!("{FIRST}\n{second}"),
            &["Lind | said | “We left,” … “We ran.”"],
        );
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_paragraph() {
        let second = "“/PUNCT/3/punct We/PRON/3/nsubj ran/VERB/0/root/run/VBD fast/ADV/3/advmod ./PUNCT/3/punct ”/PUNCT/3/punct";
        check(
            &format!("{FIRST}\n\n{second}"),
            &["Lind | said | “We left,” … “We ran fast.”"],
        );
    }

    #[test]
    fn a_paragraph_left_open_belongs_to_whoever_speaks_the_next() {
        let first = "“/PUNCT/3/punct We/PRON/3/nsubj ran/VERB/0/root/run/VBD fast/ADV/3/advmod ./PUNCT/3/punct";
        check(
            &format!("{first}\n\n{FIRST}"),
            &["Lind | said | “We ran fast.\n\n“We left,”"],
        );
    }

    #[test]
    fn any_verb_between_quotation_and_speaker_says_it() {
        check(
            "“/PUNCT/3/punct We/PRON/3/nsubj left/VERB/6/ccomp/leave/VBD ,/PUNCT/3/punct ”/PUNCT/3/punct gushed/VERB/0/root//VBD the/DET/8/det driver/NOUN/6/obj ./PUNCT/6/punct",
            &["the driver | gushed | “We left,”"],
        );
        check(
            "“/PUNCT/3/punct We/PRON/3/nsubj left/VERB/8/ccomp/leave/VBD ,/PUNCT/3/punct ”/PUNCT/3/punct Mr/PROPN/7/compound Lind/PROPN/8/nsubj gushed/VERB/0/root//VBD ./PUNCT/8/punct",
            &["Mr Lind | gushed | “We left,”"],
        );
    }

    #[test]
    fn what_somebody_did_before_a_colon_is_to_say_it() {
        check(
            "Lind/PROPN/2/nsubj shot/VERB/0/root/shoot/VBD back/ADV/2/advmod :/PUNCT/7/punct “/PUNCT/7/punct We/PRON/7/nsubj left/VERB/2/parataxis/leave/VBD early/ADV/7/advmod ./PUNCT/7/punct ”/PUNCT/7/punct",
            &["Lind | shot | “We left early.”"],
        );
    }

    #[test]
    fn a_quotation_finds_a_cue_that_the_tree_does_not_tie_to_it() {
        check(
            "“/PUNCT/3/punct We/PRON/3/nsubj left/VERB/0/root/leave/VBD ,/PUNCT/3/punct ”/PUNCT/3/punct Lind/PROPN/7/nsubj said/VERB/3/conj//VBD ./PUNCT/3/punct",
            &["Lind | said | “We left,”"],
        );
    }
}
