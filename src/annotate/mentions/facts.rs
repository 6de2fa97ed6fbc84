//! Names that stand in the lists of facts: countries, peoples, faiths, capitals.
//!
//! They add what the model missed, and settle the kind where a name is a country or a people and
//! nothing else.

use std::ops::Range;

use super::Covering;
use crate::language::lexicon::{self, GroupKind};
use crate::language::{Parsed, Upos};
use crate::model::{Mention, MentionKind, MentionReason};

/// Longest name of a country, in words.
const NAME_WORDS_MAX: usize = 5;
/// How sure a name in a list is, where the model did not tag it.
const LISTED: f32 = 0.75;

/// Names of the lists in words that no mention covers, in order.
pub(super) fn listed(text: &str, parsed: &Parsed, taken: &[Mention]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut covering = Covering::new(taken);
    while let Some(word) = parsed.word(at) {
        let next = covering.from(word.span);
        let is_taken = next.is_some_and(|mention| mention.span.overlaps(word.span));
        let limit = next.map_or(usize::MAX, |mention| mention.span.start);
        // A proper noun in small letters ("vietnam") is a careless writer's.
        let is_name =
            word.upos == Upos::Propn || word.span.of(text).starts_with(char::is_uppercase);
        match (!is_taken && is_name)
            .then(|| longest(text, parsed, at, limit))
            .flatten()
        {
            Some((length, kind, list)) => {
                found.push(Mention {
                    span: parsed.span_of(at..at + length),
                    kind,
                    entity: None,
                    named: Some(true),
                    confidence: LISTED,
                    why: MentionReason::Lexicon(list.to_owned()),
                });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

fn longest(
    text: &str,
    parsed: &Parsed,
    at: usize,
    limit: usize,
) -> Option<(usize, MentionKind, &'static str)> {
    (1..=NAME_WORDS_MAX).rev().find_map(|length| {
        let words = at..at + length;
        let fits = parsed
            .word(words.end - 1)
            .is_some_and(|last| last.span.end <= limit);
        let (kind, list) = kind_of(parsed.span_of(words.clone()).of(text)).filter(|_| fits)?;
        is_name_here(text, parsed, words).then_some((length, kind, list))
    })
}

/// The kind of a name that the lists know, and the list.
pub(super) fn kind_of(name: &str) -> Option<(MentionKind, &'static str)> {
    if lexicon::country(name).is_some() {
        return Some((MentionKind::Place, "countries"));
    }
    if lexicon::nationality(name).is_some() {
        return Some((MentionKind::Group, "peoples"));
    }
    if lexicon::groups(name).any(|group| group.kind != GroupKind::Political) {
        return Some((MentionKind::Group, "faiths and peoples"));
    }
    if lexicon::regional_adjective(name).is_some() && lexicon::region(name).is_none() {
        return Some((MentionKind::Group, "regions"));
    }
    if lexicon::capital_of(name).is_some() {
        return Some((MentionKind::Place, "capitals"));
    }
    None
}

/// The kind that the lists give a name which the model tagged as something: more lists than for
/// words without a tag, as many names of towns and outlets are ordinary words too.
pub(super) fn kind_of_tagged(name: &str) -> Option<(MentionKind, &'static str)> {
    if let Some(found) = kind_of(name) {
        return Some(found);
    }
    if lexicon::outlet(name).is_some() {
        return Some((MentionKind::Organisation, "outlets"));
    }
    if lexicon::region(name).is_some() || lexicon::cities(name).next().is_some() {
        return Some((MentionKind::Place, "places"));
    }
    None
}

/// Whether the words stand here as a name: not a part of a longer one ("South" "China Sea"), not a
/// verb ("polish").
fn is_name_here(text: &str, parsed: &Parsed, words: Range<usize>) -> bool {
    let is_word = |index: usize| {
        parsed
            .word(index)
            .is_some_and(|word| matches!(word.upos, Upos::Propn | Upos::Adj | Upos::Noun | Upos::X))
    };
    if !words.clone().any(is_word) {
        return false;
    }
    // A capital in a line of capitals says nothing.
    let shouting = |index: usize| {
        let word = parsed.text(text, index);
        word.len() > 3 && word.chars().all(char::is_uppercase)
    };
    let single = words.len() == 1;
    let propn = |index: Option<usize>| {
        index
            .and_then(|index| parsed.word(index))
            .is_some_and(|word| {
                word.upos == Upos::Propn
                    && word
                        .span
                        .of(text)
                        .chars()
                        .next()
                        .is_some_and(char::is_uppercase)
            })
    };
    let own_is_place = kind_of(parsed.span_of(words.clone()).of(text))
        .is_some_and(|(kind, _)| kind == MentionKind::Place);
    // "China Eastern", "New Mexico": a place inside a longer proper name is not that place.
    !(single
        && own_is_place
        && (propn(Some(words.end)) || propn(words.start.checked_sub(1)))
        && !shouting(words.start))
}
