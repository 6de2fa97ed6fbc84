//! Proper names as the model tags them, cut to exact spans: no title, no article, no possessive,
//! an organisation and its acronym in brackets apart.

use std::ops::Range;

use super::facts;
use crate::language::lexicon::{self, TitleKind};
use crate::language::{NameKind, Parsed, Upos};
use crate::model::{Mention, MentionKind, MentionReason, Span};

/// How sure the model must be of a place that is written in small letters.
const SMALL_LETTERS: f32 = 0.7;
/// Longest title, in words.
const TITLE_WORDS_MAX: usize = 5;

/// Every name that the model tags and the house shows.
pub(super) fn tagged(text: &str, parsed: &Parsed) -> Vec<Mention> {
    let mut found = Vec::new();
    for tag in &parsed.names {
        let listed = || {
            let name = parsed.span_of(tag.words.clone()).of(text);
            facts::kind_of_tagged(name).map(|(kind, _)| kind)
        };
        let Some(kind) = kind_of(tag.kind).or_else(listed) else {
            continue;
        };
        for words in split_brackets(text, parsed, tag.words.clone()) {
            let Some(words) = trimmed(text, parsed, words, kind) else {
                continue;
            };
            if is_office(text, parsed, &words, kind) || is_plain_word(text, parsed, &words, kind) {
                continue;
            }
            let span = exact_span(text, parsed.span_of(words));
            let is_sure = tag.confidence > SMALL_LETTERS && tag.kind == NameKind::Place;
            if !span.is_empty() && (is_sure || looks_like_name(span.of(text))) {
                found.push(Mention {
                    span,
                    kind,
                    entity: None,
                    named: Some(true),
                    confidence: tag.confidence,
                    why: MentionReason::Model,
                });
            }
        }
    }
    found
}

/// "Minister of Finance", "Heads of State": what someone holds, not who acts.
fn is_office(text: &str, parsed: &Parsed, words: &Range<usize>, kind: MentionKind) -> bool {
    let Some(of) = words.start.checked_sub(1) else {
        return false;
    };
    let Some(office) = of.checked_sub(1) else {
        return false;
    };
    let lower = |index: usize| parsed.text(text, index).to_lowercase();
    let holds = matches!(
        lower(office).as_str(),
        "minister"
            | "ministers"
            | "secretary"
            | "undersecretary"
            | "commissioner"
            | "head"
            | "heads"
            | "chief"
    );
    let name = parsed.span_of(words.clone()).of(text);
    let is_body = words
        .clone()
        .any(|index| lexicon::organisation_words(&lower(index)).next().is_some())
        || !name.chars().any(char::is_lowercase);
    let is_state = matches!(name, "State" | "States" | "Government");
    let is_minister = !matches!(lower(office).as_str(), "head" | "heads" | "chief");
    kind != MentionKind::Person
        && matches!(lower(of).as_str(), "of" | "for")
        && holds
        && ((is_minister && kind == MentionKind::Organisation && !is_body) || is_state)
}

/// "Grand" in "Grand Chief", "The": one word that is no noun and in no list.
fn is_plain_word(text: &str, parsed: &Parsed, words: &Range<usize>, kind: MentionKind) -> bool {
    let Some(word) = parsed.word(words.start).filter(|_| words.len() == 1) else {
        return false;
    };
    let form = word.span.of(text);
    if is_article(form) || matches!(form, "This" | "That" | "It" | "He" | "She" | "They" | "We") {
        return true;
    }
    matches!(kind, MentionKind::Organisation | MentionKind::Place)
        && word.upos == Upos::Adj
        && form.chars().any(char::is_lowercase)
        && facts::kind_of_tagged(form).is_none()
}

const fn kind_of(kind: NameKind) -> Option<MentionKind> {
    match kind {
        NameKind::Person => Some(MentionKind::Person),
        NameKind::Organisation => Some(MentionKind::Organisation),
        NameKind::Place => Some(MentionKind::Place),
        NameKind::Group => Some(MentionKind::Group),
        NameKind::Event => Some(MentionKind::Event),
        NameKind::Other => None,
    }
}

/// A name has a letter, and a capital or a digit.
fn looks_like_name(words: &str) -> bool {
    words.chars().any(char::is_alphabetic)
        && words.chars().any(|c| c.is_uppercase() || c.is_numeric())
}

/// "Farmers' Union of the North (FUN)" is two names.
fn split_brackets(text: &str, parsed: &Parsed, words: Range<usize>) -> Vec<Range<usize>> {
    let is = |index: usize, mark: &str| parsed.text(text, index) == mark;
    match words
        .clone()
        .find(|&index| index > words.start && is(index, "("))
    {
        Some(open) => {
            let close = (open..words.end)
                .find(|&index| is(index, ")"))
                .unwrap_or(words.end);
            [
                words.start..open,
                open + 1..close,
                (close + 1).min(words.end)..words.end,
            ]
            .into_iter()
            .filter(|part| part.start < part.end)
            .collect()
        }
        None => vec![words],
    }
}

/// The name without what does not belong to it; `None` when nothing is left.
fn trimmed(
    text: &str,
    parsed: &Parsed,
    words: Range<usize>,
    kind: MentionKind,
) -> Option<Range<usize>> {
    let mut words = words;
    loop {
        let before = words.clone();
        while words.start < words.end && is_edge(text, parsed, words.end - 1) {
            words.end -= 1;
        }
        while words.start < words.end && is_mark(text, parsed, words.start) {
            words.start += 1;
        }
        if words.len() > 1
            && is_article(parsed.text(text, words.start))
            && !is_known_whole(text, parsed, words.clone())
        {
            words.start += 1;
        }
        if kind == MentionKind::Person {
            words.start += title_length(text, parsed, words.clone());
        }
        if words.start >= words.end {
            return None;
        }
        if words == before {
            break;
        }
    }
    if kind == MentionKind::Person {
        words = with_hyphens(text, parsed, words);
    }
    without_title_words(text, parsed, words)
}

/// A name that is a title, or runs into one ("White House National Security" adviser), loses what
/// belongs to the title.
fn without_title_words(
    text: &str,
    parsed: &Parsed,
    mut words: Range<usize>,
) -> Option<Range<usize>> {
    if is_title(parsed.span_of(words.clone()).of(text)) {
        return None;
    }
    let first = words.start.saturating_sub(TITLE_WORDS_MAX - 1);
    for start in first..words.end {
        let longest = (2..=TITLE_WORDS_MAX)
            .rev()
            .map(|length| start..start + length)
            .filter(|title| title.end > words.start)
            .find(|title| is_title(parsed.span_of(title.clone()).of(text)));
        let Some(title) = longest else { continue };
        if title.start <= words.start && title.end >= words.end {
            return None;
        }
        if title.start > words.start && title.end >= words.end {
            words.end = title.start;
        }
    }
    (words.start < words.end).then_some(words)
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The" | "a" | "A" | "an" | "THE")
}

/// A name that is written with its article ("The Hague").
fn is_known_whole(text: &str, parsed: &Parsed, words: Range<usize>) -> bool {
    let name = parsed.span_of(words).of(text);
    name.starts_with("The ")
        && (lexicon::cities(name).next().is_some()
            || lexicon::outlet(name).is_some_and(|outlet| outlet.name == name))
}

/// Possessives and punctuation at the end of a name.
fn is_edge(text: &str, parsed: &Parsed, index: usize) -> bool {
    matches!(parsed.text(text, index), "'s" | "’s" | "'" | "’") || is_mark(text, parsed, index)
}

fn is_mark(text: &str, parsed: &Parsed, index: usize) -> bool {
    let word = parsed.text(text, index);
    !word.chars().any(char::is_alphanumeric)
}

/// How many words at the start are a title; a name is never all title.
fn title_length(text: &str, parsed: &Parsed, words: Range<usize>) -> usize {
    let longest = TITLE_WORDS_MAX.min(words.len().saturating_sub(1));
    (1..=longest)
        .rev()
        .find(|&length| {
            let words = parsed.span_of(words.start..words.start + length).of(text);
            is_title(words)
        })
        .unwrap_or(0)
}

/// Whether the words are a title: not where they are a given name as well ("Dean", "Pope").
fn is_title(words: &str) -> bool {
    let mut kinds = lexicon::titles(words).map(|title| title.kind).peekable();
    if kinds.peek().is_none() {
        return false;
    }
    lexicon::given_name(words).is_none()
        || kinds.any(|kind| kind == TitleKind::Honorific && words.ends_with('.'))
}

/// Names with hyphens that the words cut apart ("al-Sudani", "Sato-Lind").
fn with_hyphens(text: &str, parsed: &Parsed, mut words: Range<usize>) -> Range<usize> {
    let glued = |left: usize, right: usize| matches!((parsed.word(left), parsed.word(right)), (Some(a), Some(b)) if a.span.end == b.span.start);
    let is_hyphen = |index: usize| matches!(parsed.text(text, index), "-" | "‐" | "‑");
    let is_part = |index: usize| {
        parsed
            .word(index)
            .is_some_and(|word| word.upos == Upos::Propn)
            && parsed
                .text(text, index)
                .chars()
                .next()
                .is_some_and(char::is_alphabetic)
    };
    while is_hyphen(words.end)
        && glued(words.end - 1, words.end)
        && glued(words.end, words.end + 1)
        && is_part(words.end + 1)
    {
        words.end += 2;
    }
    while words.start >= 2
        && is_hyphen(words.start - 1)
        && glued(words.start - 1, words.start)
        && glued(words.start - 2, words.start - 1)
        && is_part(words.start - 2)
    {
        words.start -= 2;
    }
    words
}

/// Cuts what a word of the tokeniser may still carry: "Reed’s" as one word, a bracket.
fn exact_span(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let end = ["'s", "’s", "'", "’"]
        .iter()
        .find_map(|ending| words.strip_suffix(ending))
        .map_or(words.len(), str::len);
    Span::new(span.start, span.start + end).trimmed(text)
}
