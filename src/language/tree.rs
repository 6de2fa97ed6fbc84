//! Questions to the trees of one text: children, subtrees, what a word is.
//!
//! Built once per text, so that asking is cheap. Must not know what an attribution or a claim is.

use std::ops::Range;

use super::{Parsed, Relation, Upos, Word};
use crate::model::Span;

/// The trees of one text with their children listed.
pub(crate) struct Tree<'a> {
    pub(crate) parsed: &'a Parsed,
    pub(crate) text: &'a str,
    children: Vec<Vec<usize>>,
    sentence: Vec<usize>,
}

impl<'a> Tree<'a> {
    /// Lists the children of every word.
    pub(crate) fn new(parsed: &'a Parsed, text: &'a str) -> Self {
        let mut children = vec![Vec::new(); parsed.words.len()];
        for (index, word) in parsed.words.iter().enumerate() {
            if let Some(list) = word.head().and_then(|head| children.get_mut(head)) {
                list.push(index);
            }
        }
        let mut sentence = vec![0; parsed.words.len()];
        for (number, each) in parsed.sentences.iter().enumerate() {
            for slot in sentence.get_mut(each.words.clone()).into_iter().flatten() {
                *slot = number;
            }
        }
        Self {
            parsed,
            text,
            children,
            sentence,
        }
    }

    pub(crate) fn word(&self, index: usize) -> Option<&'a Word> {
        self.parsed.words.get(index)
    }

    pub(crate) fn len(&self) -> usize {
        self.parsed.words.len()
    }

    /// The word as written; empty if there is none.
    pub(crate) fn form(&self, index: usize) -> &'a str {
        self.parsed.text(self.text, index)
    }

    pub(crate) fn lemma(&self, index: usize) -> &'a str {
        self.parsed.lemma(index)
    }

    /// Whether the word is one of these, written in any case.
    pub(crate) fn is(&self, index: usize, forms: &[&str]) -> bool {
        let form = self.form(index);
        forms.iter().any(|other| form.eq_ignore_ascii_case(other))
    }

    pub(crate) fn upos(&self, index: usize) -> Upos {
        self.word(index).map_or(Upos::X, |word| word.upos)
    }

    pub(crate) fn xpos(&self, index: usize) -> &'static str {
        self.word(index).map_or("", Word::xpos)
    }

    pub(crate) fn relation(&self, index: usize) -> Relation {
        self.word(index).map_or(Relation::Dep, |word| word.relation)
    }

    pub(crate) fn subtype(&self, index: usize) -> &'static str {
        self.word(index).map_or("", Word::subtype)
    }

    pub(crate) fn head(&self, index: usize) -> Option<usize> {
        self.word(index).and_then(Word::head)
    }

    /// Number of the sentence that holds the word.
    pub(crate) fn sentence(&self, index: usize) -> usize {
        self.sentence.get(index).copied().unwrap_or_default()
    }

    /// The words of a sentence.
    pub(crate) fn words_of(&self, sentence: usize) -> Range<usize> {
        self.parsed
            .sentences
            .get(sentence)
            .map_or(0..0, |each| each.words.clone())
    }

    /// Number of the paragraph that holds the word.
    pub(crate) fn paragraph(&self, index: usize) -> usize {
        self.parsed
            .sentences
            .get(self.sentence(index))
            .map_or(0, |sentence| sentence.paragraph)
    }

    pub(crate) fn children(&self, index: usize) -> &[usize] {
        self.children.get(index).map_or(&[], Vec::as_slice)
    }

    /// Children with this relation, in order.
    pub(crate) fn all(&self, index: usize, relation: Relation) -> impl Iterator<Item = usize> {
        self.children(index)
            .iter()
            .copied()
            .filter(move |&child| self.relation(child) == relation)
    }

    pub(crate) fn child(&self, index: usize, relation: Relation) -> Option<usize> {
        self.all(index, relation).next()
    }

    /// The word and all below it, in order of the text, without the branches that `cut` names.
    pub(crate) fn below(&self, top: usize, cut: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = vec![top];
        let mut next = 0;
        while let Some(&word) = found.get(next) {
            next += 1;
            // A tree has each word once; more would be a loop.
            if found.len() > self.len() {
                break;
            }
            found.extend(self.children(word).iter().copied().filter(|&c| !cut(c)));
        }
        found.sort_unstable();
        found
    }

    /// The words below several heads, in order of the text, each once.
    pub(crate) fn below_all(&self, tops: &[usize], cut: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found: Vec<usize> = tops.iter().flat_map(|&top| self.below(top, &cut)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// From the first to the last character of these words.
    pub(crate) fn span(&self, words: Range<usize>) -> Span {
        self.parsed.span_of(words)
    }

    /// Whether the word is a verb, not an auxiliary of one.
    pub(crate) fn is_verb(&self, index: usize) -> bool {
        match self.upos(index) {
            Upos::Verb => true,
            Upos::Aux => !matches!(self.relation(index), Relation::Aux | Relation::Cop),
            _ => false,
        }
    }

    pub(crate) fn is_punctuation(&self, index: usize) -> bool {
        matches!(self.upos(index), Upos::Punct)
    }

    /// Whether the verb stands in the passive.
    pub(crate) fn is_passive(&self, verb: usize) -> bool {
        if self
            .children(verb)
            .iter()
            .any(|&c| self.subtype(c) == "pass")
        {
            return true;
        }
        // A past tense is often tagged as a participle; with a subject of its own it is none.
        self.xpos(verb) == "VBN"
            && self.child(verb, Relation::Aux).is_none()
            && self.child(verb, Relation::Nsubj).is_none()
    }

    /// Whether the verb or clause is negated ("did not", "never").
    pub(crate) fn is_negated(&self, verb: usize) -> bool {
        self.children(verb)
            .iter()
            .any(|&c| matches!(self.lemma(c), "not" | "never" | "n't" | "n’t"))
    }

    /// The preposition or conjunction that marks a phrase or clause ("of", "that"), lower case.
    pub(crate) fn marker(&self, index: usize) -> Option<usize> {
        self.children(index)
            .iter()
            .copied()
            .find(|&c| matches!(self.relation(c), Relation::Case | Relation::Mark))
    }
}
