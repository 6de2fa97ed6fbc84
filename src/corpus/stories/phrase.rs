//! Phrases of an article that could name its story: a common noun with what stands before it, and
//! what hangs on it by a preposition ("Halvane ferry collision", "strike on the port").
//!
//! Reads one article at a time. Must not weigh phrases: which one names a story is the business of
//! `name`.

use std::ops::Range;

use super::vectors::Vectors;
use crate::corpus::Text;
use crate::corpus::drawn::term;
use crate::language::{Upos, Word, is_address};
use crate::model::{Mention, MentionKind, Span};

/// Fewest words with content in a phrase …
const CONTENT_MIN: usize = 2;
/// … and most.
const CONTENT_MAX: usize = 4;
/// Most words in a phrase.
const WORDS_MAX: usize = 6;

/// A phrase in its place.
#[derive(Debug, PartialEq)]
pub(super) struct Phrase {
    /// From its first to its last word.
    pub span: Span,
    /// Its words with content, as they are counted.
    pub terms: Terms,
    /// Whether a name is among them.
    pub is_named: bool,
}

/// The numbers of the words with content in a phrase, in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Terms {
    numbers: [Option<u32>; CONTENT_MAX],
}

impl Terms {
    /// The numbers, in order.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        self.numbers.into_iter().flatten()
    }

    /// How many words.
    pub(super) fn len(&self) -> usize {
        self.numbers().count()
    }

    /// These numbers; `None` where they are too few or too many.
    fn of(all: impl Iterator<Item = u32>) -> Option<Self> {
        let mut terms = Self::default();
        for (at, number) in all.enumerate() {
            *terms.numbers.get_mut(at)? = Some(number);
        }
        (terms.len() >= CONTENT_MIN).then_some(terms)
    }
}

/// Every phrase of an article, in order, as often as it stands there. `vectors` number its words.
pub(super) fn phrases(text: &Text<'_>, vectors: &Vectors) -> Vec<Phrase> {
    let page = Page::new(text, vectors);
    let heads = (0..page.words.len()).filter(|&at| page.is_head(at));
    heads.flat_map(|head| page.around(head)).collect()
}

/// What is known of a word besides its part of speech.
#[derive(Clone, Copy, Default)]
struct Known {
    /// The first and the last word of the name that holds it.
    name: Option<(usize, usize)>,
    /// Whether it stands in a date or an amount, names a person, names who tells the story, or is an
    /// address.
    is_apart: bool,
    /// The number under which it is counted.
    term: Option<u32>,
}

struct Page<'a> {
    text: &'a Text<'a>,
    words: &'a [Word],
    known: Vec<Known>,
}

impl<'a> Page<'a> {
    fn new(text: &'a Text<'a>, vectors: &Vectors) -> Self {
        let words = text.parsed.words.as_slice();
        let known = words.iter().map(|word| {
            let may_stand_here = is_noun(word.upos) || word.upos == Upos::Adj;
            let term = term(&text.article.text, text.parsed, word).filter(|_| may_stand_here);
            Known {
                term: term.and_then(|term| vectors.number_of(term)),
                is_apart: is_address(word.span.of(&text.article.text)),
                ..Known::default()
            }
        });
        let mut known: Vec<Known> = known.collect();
        for mention in &text.findings.mentions {
            let range = text.parsed.words_in(mention.span);
            let is_apart = is_apart(text, mention);
            let name = (mention.named == Some(true) && !range.is_empty())
                .then(|| (range.start, range.end - 1));
            for slot in known.get_mut(range).into_iter().flatten() {
                slot.is_apart |= is_apart;
                slot.name = name.or(slot.name);
            }
        }
        Self { text, words, known }
    }

    fn upos(&self, at: usize) -> Upos {
        self.words.get(at).map_or(Upos::Punct, |word| word.upos)
    }

    fn known(&self, at: usize) -> Known {
        self.known.get(at).copied().unwrap_or_default()
    }

    /// Whether the word ends a run of nouns.
    fn ends_run(&self, at: usize) -> bool {
        is_noun(self.upos(at)) && !is_noun(self.upos(at + 1)) && !self.is_possessive(at + 1)
    }

    /// Whether the word is a common noun that a phrase can be about.
    fn is_head(&self, at: usize) -> bool {
        self.upos(at) == Upos::Noun
            && self.ends_run(at)
            && self.known(at).name.is_none()
            && !self.known(at).is_apart
    }

    fn is_possessive(&self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|word| word.upos == Upos::Part && word.xpos() == "POS")
    }

    /// Whether the word goes on from the one before it: "sex" in "same-sex".
    fn is_joined(&self, at: usize) -> bool {
        let start = self.words.get(at).map_or(0, |word| word.span.start);
        let before = self.text.article.text.get(..start).unwrap_or_default();
        before.ends_with(|c: char| c == '-' || c == '‑' || c == '–' || c.is_alphanumeric())
    }

    /// Where a phrase that ends in the noun at `head` may begin, the nearest first.
    fn starts(&self, head: usize) -> Vec<usize> {
        let stands_before = |at: &usize| {
            let is_kind = is_noun(self.upos(*at)) || self.upos(*at) == Upos::Adj;
            (is_kind || self.is_possessive(*at)) && !self.known(*at).is_apart
        };
        let before = (0..head)
            .rev()
            .take(WORDS_MAX - 1)
            .take_while(stands_before);
        let can_start = |at: &usize| {
            let cuts_name = self.known(*at).name.is_some_and(|(first, _)| first < *at);
            !self.is_possessive(*at) && !cuts_name && !self.is_joined(*at)
        };
        std::iter::once(head)
            .chain(before)
            .filter(can_start)
            .collect()
    }

    /// Where a phrase about the noun at `head` may end: there, or after what hangs on it.
    fn ends(&self, head: usize) -> Vec<usize> {
        let mut ends = vec![head];
        if self.upos(head + 1) != Upos::Adp {
            return ends;
        }
        let is_article = self.upos(head + 2) == Upos::Det;
        let from = head + 2 + usize::from(is_article);
        let is_part = |at: &usize| is_noun(self.upos(*at)) || self.upos(*at) == Upos::Adj;
        let run = (from..self.words.len()).take_while(is_part);
        let last = run.take(WORDS_MAX).last().filter(|&at| self.ends_run(at));
        ends.extend(last.filter(|&last| {
            let word = self.words.get(last);
            let hangs = word.is_some_and(|word| word.head().is_none_or(|above| above == head));
            let cuts_name = self.known(last).name.is_some_and(|(_, end)| end > last);
            hangs && !cuts_name && !self.known(last).is_apart
        }));
        ends
    }

    /// The phrases about the noun at `head`.
    fn around(&self, head: usize) -> Vec<Phrase> {
        let (starts, ends) = (self.starts(head), self.ends(head));
        let pairs = ends
            .iter()
            .flat_map(|&end| starts.iter().map(move |&start| start..end + 1));
        pairs.filter_map(|range| self.phrase(range)).collect()
    }

    fn phrase(&self, range: Range<usize>) -> Option<Phrase> {
        let known = self.known.get(range.clone())?;
        let is_short = range.len() <= WORDS_MAX;
        if !is_short || known.iter().any(|known| known.is_apart) {
            return None;
        }
        Some(Phrase {
            span: self.text.parsed.span_of(range.clone()),
            terms: Terms::of(known.iter().filter_map(|known| known.term))?,
            is_named: known.iter().any(|known| known.name.is_some())
                || range.into_iter().any(|at| self.upos(at) == Upos::Propn),
        })
    }
}

const fn is_noun(upos: Upos) -> bool {
    matches!(upos, Upos::Noun | Upos::Propn)
}

/// Whether a mention is nothing that a story is named by: when and how much, who, and the outlet
/// itself.
fn is_apart(text: &Text<'_>, mention: &Mention) -> bool {
    let tells_it = [&text.article.outlet, &text.article.agency];
    let written = mention.span.of(&text.article.text);
    let is_value = matches!(
        mention.kind,
        MentionKind::Date | MentionKind::Money | MentionKind::Quantity
    );
    let is_role = mention.kind == MentionKind::Person && mention.named != Some(true);
    let is_outlet = tells_it.iter().any(|name| name.as_deref() == Some(written));
    is_value || is_role || is_outlet
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::phrases;
    use crate::corpus::Text;
    use crate::corpus::testing::document;

    #[test]
    fn a_phrase_ends_in_a_noun_and_begins_before_it() {
        let document = document("a", "The old Halvane ferry was lost.");
        let text = Text::of(&document);
        let vectors = vectors(&[text], &[document.drawn()]);
        let found = phrases(&text, &vectors).into_iter();
        let found: Vec<&str> = found.map(|it| it.span.of(&document.article.text)).collect();
        assert_eq!(found, ["Halvane ferry", "old Halvane ferry"]);
    }
}
