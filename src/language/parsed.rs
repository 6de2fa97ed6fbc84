//! The result of reading one text: words with their grammar, sentences, names.
//!
//! This is what later stages read, so that "who did what to whom" is a question to a tree.

use std::collections::HashMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::decode::{DecodedWord, Tag};
use super::{NameKind, Relation, Upos};
use crate::model::Span;

/// One text, read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Parsed {
    /// Every word and punctuation mark, in order; spans into the text, not overlapping.
    pub words: Vec<Word>,
    /// Sentences in order; every word stands in exactly one.
    pub sentences: Vec<Sentence>,
    /// Proper names as the model tags them, in order, not overlapping.
    pub names: Vec<NameTag>,
    /// The lemmas of its words, each once, one after the other.
    lemmas: String,
}

/// A word or punctuation mark, in Universal Dependencies tokenisation ("do" "n't", "Iraq" "'s").
///
/// Thirty-two bytes, as a collection has millions; its lemma stands in a list of its text
/// ([`Parsed::lemma_of`]).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// Its place in the text.
    pub span: Span,
    /// Where its lemma begins among the lemmas of the text, in bytes.
    lemma: u32,
    /// Index of the head, or [`NO_HEAD`].
    head: u32,
    /// Length of its lemma in bytes.
    lemma_length: u16,
    /// Part of speech.
    pub upos: Upos,
    /// Relation to the head.
    pub relation: Relation,
    xpos: Tag,
    subtype: Tag,
}

/// The head of the root of a sentence.
const NO_HEAD: u32 = u32::MAX;

impl Word {
    /// Index of the head among `Parsed::words`; `None` for the root of a sentence.
    pub fn head(&self) -> Option<usize> {
        (self.head != NO_HEAD).then_some(self.head as usize)
    }

    /// Part of speech with inflection, Penn Treebank tag ("VBD", "NNS"); empty if none.
    pub fn xpos(&self) -> &'static str {
        self.xpos.name()
    }

    /// Subtype of the relation, without the colon ("pass", "relcl", "poss", "tmod"); empty if none.
    pub fn subtype(&self) -> &'static str {
        self.subtype.name()
    }
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// From its first to its last character, without white space around.
    pub span: Span,
    /// Its words, as indexes into `Parsed::words`.
    pub words: Range<usize>,
    /// Number of the paragraph it stands in, from 0.
    pub paragraph: usize,
}

/// A proper name as the model tags it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NameTag {
    /// Its words, as indexes into `Parsed::words`.
    pub words: Range<usize>,
    /// What it names.
    pub kind: NameKind,
    /// Probability of the tag sequence, 0 to 1.
    pub confidence: f32,
}

impl Parsed {
    /// The word with this index.
    pub fn word(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// The text of the word with this index; empty if there is none.
    pub fn text<'a>(&self, text: &'a str, index: usize) -> &'a str {
        self.words.get(index).map_or("", |word| word.span.of(text))
    }

    /// The dictionary form of one of these words, lower case except for proper nouns.
    pub fn lemma_of(&self, word: &Word) -> &str {
        let start = word.lemma as usize;
        let place = start..start + usize::from(word.lemma_length);
        self.lemmas.get(place).unwrap_or_default()
    }

    /// The dictionary form of the word with this index; empty if there is none.
    pub fn lemma(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| self.lemma_of(word))
    }

    /// The index of the sentence that holds this word.
    pub fn sentence_of(&self, word: usize) -> Option<usize> {
        let index = self
            .sentences
            .partition_point(|sentence| sentence.words.end <= word);
        self.sentences
            .get(index)
            .filter(|sentence| sentence.words.contains(&word))
            .map(|_| index)
    }

    /// The index of the first sentence that shares text with `span`.
    pub fn sentence_at(&self, span: Span) -> Option<usize> {
        let index = self
            .sentences
            .partition_point(|sentence| sentence.span.end <= span.start);
        self.sentences
            .get(index)
            .filter(|sentence| sentence.span.overlaps(span))
            .map(|_| index)
    }

    /// The first word that `span` holds or touches.
    pub fn first_word(&self, span: Span) -> Option<&Word> {
        self.word(self.words_in(span).next()?)
    }

    /// Words that `span` holds or touches, as indexes.
    pub fn words_in(&self, span: Span) -> Range<usize> {
        let start = self
            .words
            .partition_point(|word| word.span.end <= span.start);
        let end = self
            .words
            .partition_point(|word| word.span.start < span.end);
        start..end.max(start)
    }

    /// From the first to the last character of these words; empty at 0 if there are none.
    pub fn span_of(&self, words: Range<usize>) -> Span {
        match (
            self.words.get(words.start),
            words.end.checked_sub(1).and_then(|i| self.words.get(i)),
        ) {
            (Some(first), Some(last)) if words.start < words.end => first.span.hull(last.span),
            _ => Span::new(0, 0),
        }
    }

    /// Words whose head is `word`, in order.
    pub fn children(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        let range = self
            .sentence_of(word)
            .and_then(|sentence| self.sentences.get(sentence))
            .map_or(0..0, |sentence| sentence.words.clone());
        range.filter(move |&index| {
            self.words
                .get(index)
                .is_some_and(|w| w.head() == Some(word))
        })
    }

    /// The first child of `word` with this relation.
    pub fn child(&self, word: usize, relation: Relation) -> Option<usize> {
        self.children(word).find(|&index| {
            self.words
                .get(index)
                .is_some_and(|w| w.relation == relation)
        })
    }

    /// The root of a sentence, as an index into `words`.
    pub fn root(&self, sentence: usize) -> Option<usize> {
        self.sentences.get(sentence)?.words.clone().find(|&index| {
            self.words
                .get(index)
                .is_some_and(|word| word.head().is_none())
        })
    }

    /// `word` and everything below it, in order of the text.
    pub fn subtree(&self, word: usize) -> Vec<usize> {
        self.subtree_without(word, |_| false)
    }

    /// `word` and everything below it, without the branches whose top word `cut` names.
    pub fn subtree_without(&self, word: usize, cut: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = vec![word];
        let mut next = 0;
        while let Some(&top) = found.get(next) {
            next += 1;
            let below: Vec<usize> = self
                .children(top)
                .filter(|&index| !cut(index) && !found.contains(&index))
                .collect();
            found.extend(below);
        }
        found.sort_unstable();
        found
    }

    /// The heads above `word`, nearest first, up to the root of its sentence.
    pub fn ancestors(&self, word: usize) -> Vec<usize> {
        let mut above = Vec::new();
        let mut current = self.words.get(word).and_then(Word::head);
        while let Some(head) = current.filter(|head| !above.contains(head)) {
            above.push(head);
            current = self.words.get(head).and_then(Word::head);
        }
        above
    }
}

/// Writes a text's words down one after the other.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    parsed: Parsed,
    /// Where each lemma begins.
    places: HashMap<Box<str>, u32>,
}

impl Writer {
    /// Adds a word; `word.head` counts from the first word of the text. A lemma is cut where it is
    /// longer than any word.
    pub(crate) fn word(&mut self, span: Span, lemma: &str, word: DecodedWord) {
        let lemma = lemma.get(..lemma.floor_char_boundary(LEMMA_MAX));
        let lemma = lemma.unwrap_or_default();
        let place = self.places.get(lemma).copied().unwrap_or_else(|| {
            let place = self.parsed.lemmas.len() as u32;
            self.parsed.lemmas.push_str(lemma);
            self.places.insert(lemma.into(), place);
            place
        });
        self.parsed.words.push(Word {
            span,
            lemma: place,
            head: word.head.map_or(NO_HEAD, |head| head as u32),
            lemma_length: lemma.len() as u16,
            upos: word.upos,
            relation: word.relation,
            xpos: word.xpos,
            subtype: word.subtype,
        });
    }

    /// Adds the words of another text with its sentences and names, its bytes counted from `start` and
    /// its paragraphs from `paragraph`.
    pub(crate) fn text(&mut self, other: &Parsed, start: usize, paragraph: usize) {
        let before = self.len();
        for word in &other.words {
            let known = DecodedWord {
                upos: word.upos,
                xpos: word.xpos,
                head: word.head().map(|head| head + before),
                relation: word.relation,
                subtype: word.subtype,
            };
            self.word(word.span.shifted(start), other.lemma_of(word), known);
        }
        let moved = |words: &Range<usize>| words.start + before..words.end + before;
        let sentences = other.sentences.iter().map(|sentence| Sentence {
            span: sentence.span.shifted(start),
            words: moved(&sentence.words),
            paragraph: sentence.paragraph + paragraph,
        });
        self.parsed.sentences.extend(sentences);
        let names = other.names.iter().map(|name| NameTag {
            words: moved(&name.words),
            ..name.clone()
        });
        self.parsed.names.extend(names);
    }

    /// How many words there are.
    pub(crate) const fn len(&self) -> usize {
        self.parsed.words.len()
    }

    /// Adds a sentence of words that are there.
    pub(crate) fn sentence(&mut self, sentence: Sentence) {
        self.parsed.sentences.push(sentence);
    }

    /// Adds a name of words that are there.
    pub(crate) fn name(&mut self, name: NameTag) {
        self.parsed.names.push(name);
    }

    /// The text, with no more memory than it needs.
    pub(crate) fn done(mut self) -> Parsed {
        self.parsed.words.shrink_to_fit();
        self.parsed.sentences.shrink_to_fit();
        self.parsed.names.shrink_to_fit();
        self.parsed.lemmas.shrink_to_fit();
        self.parsed
    }
}

/// Longest lemma in bytes.
const LEMMA_MAX: usize = u16::MAX as usize;
