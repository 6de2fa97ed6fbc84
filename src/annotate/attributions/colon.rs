//! A name and a colon: headlines ("Pence: …"), transcripts ("WALLACE: …"), "the report: …".

use std::ops::Range;

use super::candidate::Candidate;
use super::lexicon::Class;
use super::tree::Tree;
use super::{spans, subject};
use crate::language::{NameKind, Upos};

/// Words before the colon at most.
const SPEAKER_WORDS_MAX: usize = 7;

/// Common nouns that speak before a colon.
const SPEAKERS: [&str; 20] = [
    "poll",
    "report",
    "study",
    "survey",
    "police",
    "official",
    "source",
    "expert",
    "analyst",
    "court",
    "government",
    "minister",
    "president",
    "ministry",
    "q",
    "a",
    "reporter",
    "editor",
    "candidate",
    "lawyer",
];

/// Words in capitals with which newsrooms head a paragraph.
const LABELS: [&str; 22] = [
    "update",
    "updated",
    "correction",
    "clarification",
    "note",
    "exclusive",
    "analysis",
    "breaking",
    "watch",
    "read",
    "photo",
    "photos",
    "video",
    "related",
    "opinion",
    "developing",
    "live",
    "warning",
    "more",
    "background",
    "summary",
    "comment",
];

/// Every paragraph that opens with a speaker and a colon.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < tree.len() {
        let paragraph = tree.paragraph(start);
        let mut end = start + 1;
        while end < tree.len() && tree.paragraph(end) == paragraph {
            end += 1;
        }
        found.extend(in_paragraph(tree, start..end));
        found.extend(signed(tree, start..end));
        start = end;
    }
    found
}

fn in_paragraph(tree: &Tree<'_>, words: Range<usize>) -> Option<Candidate> {
    let first = words.clone().find(|&word| !tree.is_punctuation(word))?;
    let colon = (first + 1..words.end.min(first + 1 + SPEAKER_WORDS_MAX))
        .find(|&word| tree.is(word, &[":"]))?;
    let speaker = first..colon;
    if !names_speaker(tree, &speaker) {
        return None;
    }
    let content = spans::bare(tree, colon + 1..words.end);
    if content.len() < 3 {
        return None;
    }
    Some(Candidate {
        head: colon,
        cue: colon..colon + 1,
        source: Some(speaker),
        content: vec![content],
        class: Class::Say,
        via: Vec::new(),
        confidence: 0.75,
        why: "name and colon before what is said",
    })
}

/// "“S.” — X": a quotation with its speaker's name under it.
fn signed(tree: &Tree<'_>, words: Range<usize>) -> Option<Candidate> {
    let last = (words.start..words.end)
        .rev()
        .find(|&word| !tree.is_punctuation(word))?;
    let first = words
        .end
        .saturating_sub(SPEAKER_WORDS_MAX + 3)
        .max(words.start);
    let dash = (first..last)
        .rev()
        .find(|&word| tree.is(word, &["—", "–", "―", "--", "-", "~"]))?;
    let speaker = dash + 1..last + 1;
    let quoted = words.start..dash;
    let is_quotation = quoted.len() > 4
        && tree.is(dash.saturating_sub(1), &["”", "\"", "''", "»"])
        && tree.is(quoted.start, &["“", "”", "\"", "``", "''", "«"]);
    if !is_quotation || !names_speaker(tree, &speaker) {
        return None;
    }
    Some(Candidate {
        head: dash,
        cue: dash..dash,
        source: Some(speaker),
        content: vec![quoted],
        class: Class::Say,
        via: Vec::new(),
        confidence: 0.9,
        why: "quotation with its speaker's name behind it",
    })
}

/// Whether the words are one noun phrase that names who can speak.
fn names_speaker(tree: &Tree<'_>, words: &Range<usize>) -> bool {
    if words
        .clone()
        .any(|word| tree.is_verb(word) || tree.is(word, &[",", ";", "…"]))
    {
        return false;
    }
    let is_name = tree.parsed.names.iter().any(|name| {
        name.words.start < words.end
            && words.start < name.words.end
            && matches!(name.kind, NameKind::Person | NameKind::Organisation)
            && name.words.end + 1 >= words.end
    });
    let last = words.end.saturating_sub(1);
    let noun = tree.lemma(last).to_lowercase();
    let is_shouted = words.clone().all(|word| {
        let form = tree.form(word);
        form.len() > 2
            && form
                .chars()
                .all(|c| c.is_uppercase() || c == '.' || c == '-')
    }) && words.len() <= 3;
    let is_role = SPEAKERS.contains(&noun.as_str())
        && matches!(tree.upos(last), Upos::Noun | Upos::Propn | Upos::X);
    // "Q:" and "A:" of an interview.
    let is_letter = words.len() == 1 && matches!(tree.form(last), "Q" | "A");
    is_name
        || is_role
        || is_letter
        || (is_shouted && subject::can_speak(tree, last) && !tree.is(words.start, &LABELS))
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::check;

    #[test]
    fn a_name_and_a_colon() {
        check(
            "Lind/PROPN/5/nsubj :/PUNCT/1/punct We/PRON/5/nsubj never/ADV/5/advmod left/VERB/0/root",
            &["Lind | : | We never left"],
        );
        check(
            "UPDATE/NOUN/5/nsubj :/PUNCT/1/punct We/PRON/5/nsubj never/ADV/5/advmod left/VERB/0/root",
            &[],
        );
        check(
            "Result/NOUN/5/nsubj :/PUNCT/1/punct nobody/PRON/5/nsubj ever/ADV/5/advmod left/VERB/0/root",
            &[],
        );
    }
}
