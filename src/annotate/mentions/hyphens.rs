//! Names inside words with hyphens: "pro-Iran", "Israel-Iran", "ex-FARC".
//!
//! A name counts here when the lists of facts know it, or when it stands free in the same text.

use std::collections::BTreeMap;

use super::{Covering, facts};
use crate::language::{Parsed, lexicon};
use crate::model::{Mention, MentionKind, MentionReason, Span};

/// How sure a name is that is a part of a word.
const PART: f32 = 0.8;

/// Names in the parts of words; `mentions` are the names found so far, of which those that are one
/// word of two names are taken apart.
pub(super) fn split(text: &str, parsed: &Parsed, mentions: Vec<Mention>) -> Vec<Mention> {
    let known: BTreeMap<&str, MentionKind> = mentions
        .iter()
        .map(|mention| (mention.span.of(text), mention.kind))
        .collect();
    let mut known: BTreeMap<String, MentionKind> = known
        .into_iter()
        .filter(|(name, _)| !name.contains(['-', '–', ' ']))
        .map(|(name, kind)| (name.to_owned(), kind))
        .collect();
    for full in mentions.iter().filter(|m| m.kind == MentionKind::Person) {
        if let Some((_, surname)) = full.span.of(text).rsplit_once(' ') {
            known
                .entry(surname.to_owned())
                .or_insert(MentionKind::Person);
        }
    }
    let mut found: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let parts = parts(text, mention.span);
        let names: Vec<Mention> = parts
            .iter()
            .filter_map(|part| named(text, *part, &known))
            .collect();
        if parts.len() == 2 && names.len() == 2 && !is_one_person(text, &mention, &parts) {
            found.extend(names);
        } else {
            found.push(mention);
        }
    }
    let mut covering = Covering::new(&found);
    let mut more = Vec::new();
    for word in &parsed.words {
        let next = covering.from(word.span);
        let is_taken = next.is_some_and(|mention| mention.span.overlaps(word.span));
        let parts = parts(text, word.span);
        if !is_taken && parts.len() > 1 {
            more.extend(
                parts
                    .into_iter()
                    .filter_map(|part| named(text, part, &known)),
            );
        }
    }
    found.extend(more);
    found
}

/// "Jean-Luc": two given names are one person, though both stand free elsewhere.
fn is_one_person(text: &str, mention: &Mention, parts: &[Span]) -> bool {
    mention.kind == MentionKind::Person
        && parts
            .iter()
            .all(|part| lexicon::given_name(part.of(text)).is_some())
}

/// The parts of a word between hyphens; none for more than one word.
fn parts(text: &str, span: Span) -> Vec<Span> {
    let word = span.of(text);
    if word.contains(char::is_whitespace) {
        return Vec::new();
    }
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, hyphen) in word.match_indices(['-', '–', '‑']) {
        parts.push(Span::new(span.start + start, span.start + at));
        start = at + hyphen.len();
    }
    if start > 0 {
        parts.push(Span::new(span.start + start, span.end));
    }
    parts
}

/// The part as a name: a country, a people, or a name that stands free elsewhere in the text.
fn named(text: &str, part: Span, known: &BTreeMap<String, MentionKind>) -> Option<Mention> {
    let words = part.of(text);
    if !words.starts_with(char::is_uppercase) || words.len() < 2 {
        return None;
    }
    let (kind, why) = match (facts::kind_of(words), known.get(words)) {
        (Some((kind, list)), _) => (kind, MentionReason::Lexicon(list.to_owned())),
        (None, Some(kind)) => (*kind, MentionReason::SameName(words.to_owned())),
        (None, None) => return None,
    };
    Some(Mention {
        span: part,
        kind,
        entity: None,
        named: Some(true),
        confidence: PART,
        why,
    })
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::annotate::bracketed;
    use crate::model::{Mention, MentionKind, MentionReason, Span};

    #[test]
    fn names_of_the_lists_are_found_in_parts() {
        let (text, parsed) = bracketed::read(
            "pro-Iran/ADJ/2/amod groups/NOUN/0/root and/CCONJ/5/cc the/DET/5/det Israel-Iran/ADJ/6/amod war/NOUN/2/conj",
        );
        let found: Vec<String> = split(&text, &parsed, Vec::new())
            .iter()
            .map(|mention| mention.span.of(&text).to_owned())
            .collect();
        assert_eq!(found, ["Iran", "Israel", "Iran"]);
    }

    #[test]
    fn two_people_in_one_word_are_two() {
        let (text, parsed) = bracketed::read(
            "Lind/PROPN/2/nsubj met/VERB/0/root Ada/PROPN/2/obj Fell/PROPN/3/flat before/ADP/8/case the/DET/8/det Lind-Fell/PROPN/8/compound debate/NOUN/2/obl",
        );
        let people = ["Lind", "Ada Fell", "Lind-Fell"].map(|name| {
            let start = text.find(name).unwrap();
            Mention {
                span: Span::new(start, start + name.len()),
                kind: MentionKind::Person,
                entity: None,
                named: Some(true),
                confidence: 0.9,
                why: MentionReason::Model,
            }
        });
        let found: Vec<String> = split(&text, &parsed, people.to_vec())
            .iter()
            .map(|mention| mention.span.of(&text).to_owned())
            .collect();
        assert_eq!(found, ["Lind", "Ada Fell", "Lind", "Fell"]);
    }
}
