//! What each sentence of two texts offers for being recognised in the other: content words with
//! their weight, names, amounts, days, quoted words.
//!
//! Owns the gathering of evidence; must not decide what belongs together.

use std::collections::{HashMap, HashSet};

use crate::corpus::{Document, quotations};
use crate::language::{Upos, Vector, Word};
use crate::model::{Amount, Interval, MentionKind, Span};

use super::numbers::plain_number;

/// A sentence as evidence. Numbers of words are shared by both texts.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// Content words (lemmas) with their weight, each once, in order of their number.
    pub content: Vec<(u32, f32)>,
    /// Sum of the weights.
    pub total: f32,
    /// Euclidean length of the weights.
    pub norm: f32,
    /// Words of proper names, each once, in order of their number.
    pub names: Vec<u32>,
    /// Amounts with their unit.
    pub amounts: Vec<Amount>,
    /// Numbers that stand as figures or number words, each once, in order of their number.
    pub figures: Vec<u32>,
    /// Days that are named.
    pub days: Vec<Interval>,
    /// Content words in quotation marks, each once, in order of their number.
    pub quoted: Vec<u32>,
    /// Words in their order, for telling shared runs.
    pub run: Vec<u32>,
    /// Where it stands in its text, 0 at the beginning, 1 at the end.
    pub place: f32,
    /// Meaning, where the engine gives one.
    pub vector: Option<Vector>,
}

/// The evidence of both texts, weighted by how rare each word is in the two together.
pub(super) fn gather(left: &Document, right: &Document) -> (Vec<Evidence>, Vec<Evidence>) {
    let mut words = Vocabulary::default();
    let mut left = words.read(left);
    let mut right = words.read(right);
    let sentences = (left.len() + right.len()) as f32;
    for evidence in left.iter_mut().chain(&mut right) {
        for (word, weight) in &mut evidence.content {
            let found = words.found_in(*word) as f32;
            *weight = ((sentences + 1.0) / (found + 0.5)).ln() + 0.3;
        }
        evidence.total = evidence.content.iter().map(|(_, weight)| weight).sum();
        evidence.norm = evidence
            .content
            .iter()
            .map(|(_, weight)| weight * weight)
            .sum::<f32>()
            .sqrt();
    }
    (left, right)
}

/// Whether a word carries content: nouns, names, verbs, adjectives, adverbs, numbers. Where the
/// engine gave no part of speech, longer words and capitalised ones are taken.
pub(super) fn is_content(word: &Word, text: &str) -> bool {
    let written = word.span.of(text);
    if !written.chars().any(char::is_alphanumeric) {
        return false;
    }
    match word.upos {
        Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num | Upos::Adv => true,
        Upos::X => {
            written.chars().count() > 3
                || written.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        }
        _ => false,
    }
}

/// The form under which words are compared: the lemma in lower case, a number by its value.
fn key_of(written: &str, lemma: &str) -> String {
    if let Some(number) = plain_number(written) {
        return number.to_string();
    }
    let form = if lemma.is_empty() { written } else { lemma };
    form.to_lowercase()
}

/// Words of both texts with their numbers, and in how many sentences each stands.
#[derive(Default)]
struct Vocabulary {
    numbers: HashMap<String, u32>,
    sentences: Vec<u32>,
}

impl Vocabulary {
    fn number(&mut self, word: String) -> u32 {
        let next = self.numbers.len() as u32;
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.sentences.push(0);
        }
        number
    }

    fn found_in(&self, number: u32) -> u32 {
        self.sentences.get(number as usize).copied().unwrap_or(1)
    }

    fn read(&mut self, document: &Document) -> Vec<Evidence> {
        let text = &document.article.text;
        let parsed = &document.parsed;
        let last = parsed.sentences.len().saturating_sub(1).max(1) as f32;
        let quoted = quotations(text);
        let named: HashSet<usize> = document
            .findings
            .mentions
            .iter()
            .filter(|mention| mention.named == Some(true))
            .filter(|mention| !matches!(mention.kind, MentionKind::Date | MentionKind::Quantity))
            .flat_map(|mention| parsed.words_in(mention.span))
            .collect();
        let mut all = Vec::with_capacity(parsed.sentences.len());
        for (index, sentence) in parsed.sentences.iter().enumerate() {
            let mut evidence = Evidence {
                place: index as f32 / last,
                vector: document
                    .vectors
                    .get(index)
                    .filter(|vector| !vector.is_empty())
                    .cloned(),
                amounts: within(&document.findings.amounts, sentence.span, |a| a.span),
                days: within(&document.findings.times, sentence.span, |t| t.span)
                    .into_iter()
                    .filter_map(|time| time.interval)
                    .collect(),
                ..Evidence::default()
            };
            for at in sentence.words.clone() {
                let Some(word) = parsed.word(at) else {
                    continue;
                };
                if !word.span.of(text).chars().any(char::is_alphanumeric) {
                    continue;
                }
                let number = self.number(key_of(word.span.of(text), parsed.lemma_of(word)));
                evidence.run.push(number);
                if !is_content(word, text) {
                    continue;
                }
                evidence.content.push((number, 0.0));
                if plain_number(word.span.of(text)).is_some() {
                    evidence.figures.push(number);
                } else if word.upos == Upos::Propn || named.contains(&at) {
                    evidence.names.push(number);
                }
                if quoted.iter().any(|span| span.contains(word.span)) {
                    evidence.quoted.push(number);
                }
            }
            evidence.content.sort_unstable_by_key(|&(number, _)| number);
            evidence.content.dedup_by_key(|&mut (number, _)| number);
            for list in [
                &mut evidence.names,
                &mut evidence.figures,
                &mut evidence.quoted,
            ] {
                list.sort_unstable();
                list.dedup();
            }
            for &(number, _) in &evidence.content {
                if let Some(count) = self.sentences.get_mut(number as usize) {
                    *count += 1;
                }
            }
            all.push(evidence);
        }
        all
    }
}

/// The findings of an ordered list that lie inside a span.
fn within<T: Clone>(findings: &[T], span: Span, place: impl Fn(&T) -> Span) -> Vec<T> {
    let from = findings.partition_point(|finding| place(finding).end <= span.start);
    findings
        .iter()
        .skip(from)
        .take_while(|finding| place(finding).start < span.end)
        .cloned()
        .collect()
}
