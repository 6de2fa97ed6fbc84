//! A few words that name a story: its most telling name and the nouns that go with it.
//!
//! Words count by their weight in the story's articles beyond their weight in the others. The name
//! ends in the noun that follows it best, so that it reads as a headline would: "Halvane ferry
//! collision".

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::vectors::{Vectors, term};
use crate::corpus::Text;
use crate::language::{Upos, Word};
use crate::model::MentionKind;

/// Nouns that follow the name at most.
const NOUNS: usize = 2;
/// Nouns at most where fewer give the name of another story.
const NOUNS_MAX: usize = NOUNS + 4;
/// Articles that are read for the name; more would not change it.
const ARTICLES_MAX: usize = 60;
/// Words of a name at most.
const NAME_WORDS_MAX: usize = 3;

/// A name for each group, all different.
pub(super) fn names(texts: &[Text<'_>], vectors: &Vectors, groups: &[Vec<usize>]) -> Vec<String> {
    let everywhere = mean(vectors, &(0..texts.len()).collect::<Vec<usize>>());
    let offered: Vec<Vec<String>> = groups
        .par_iter()
        .map(|group| {
            let read: Vec<usize> = group.iter().copied().take(ARTICLES_MAX).collect();
            let mut weights = mean(vectors, &read);
            let part = group.len() as f32 / texts.len().max(1) as f32;
            for (word, weight) in &mut weights {
                // What all stories say tells none of them from the others.
                *weight -= (1.0 - part) * everywhere.get(word).copied().unwrap_or(0.0);
            }
            let words = Words::read(texts, vectors, &read, &weights);
            (NOUNS..=NOUNS_MAX).map(|nouns| words.name(nouns)).collect()
        })
        .collect();
    let mut given: BTreeSet<String> = BTreeSet::new();
    offered
        .into_iter()
        .map(|offered| {
            let free = offered.iter().find(|name| !given.contains(*name));
            let name = free.or(offered.last()).cloned().unwrap_or_default();
            given.insert(name.clone());
            name
        })
        .collect()
}

/// The mean weight of each word in some articles.
fn mean(vectors: &Vectors, articles: &[usize]) -> BTreeMap<u32, f32> {
    let mut sum: BTreeMap<u32, f32> = BTreeMap::new();
    for (word, weight) in articles
        .iter()
        .filter_map(|&at| vectors.articles.get(at))
        .flatten()
    {
        *sum.entry(*word).or_default() += weight / articles.len() as f32;
    }
    sum
}

/// What a story's articles offer for its name.
#[derive(Default)]
struct Words {
    /// Names as written, with their score.
    names: BTreeMap<String, f32>,
    /// Nouns as written most often, with their score.
    nouns: Vec<(String, f32)>,
    /// How often one noun stands right before another.
    before: BTreeMap<(String, String), usize>,
}

impl Words {
    fn read(
        texts: &[Text<'_>],
        vectors: &Vectors,
        group: &[usize],
        weights: &BTreeMap<u32, f32>,
    ) -> Self {
        let weight: BTreeMap<&str, f32> = weights
            .iter()
            .filter_map(|(&number, &weight)| {
                Some((vectors.words.get(number as usize)?.as_str(), weight))
            })
            .collect();
        let mut words = Self::default();
        let mut forms: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for text in group.iter().filter_map(|&at| texts.get(at)) {
            words.read_names(text, &weight);
            words.read_nouns(text, &mut forms);
        }
        words.nouns = forms
            .into_iter()
            .filter_map(|(lemma, forms)| {
                let score = weight.get(lemma.as_str()).copied()?;
                let form = forms
                    .into_iter()
                    .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)))?
                    .0;
                Some((form, score))
            })
            .filter(|(_, score)| *score > 0.0)
            .collect();
        words
            .nouns
            .sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        words
    }

    fn read_names(&mut self, text: &Text<'_>, weight: &BTreeMap<&str, f32>) {
        let body = &text.article.text;
        for mention in &text.findings.mentions {
            if mention.named != Some(true) || is_value(mention.kind) {
                continue;
            }
            self.add_name(text, text.parsed.words_in(mention.span), weight);
        }
        if text.findings.mentions.is_empty() {
            // Before names are known: runs of capitalised words inside sentences.
            let mut start = None;
            for (at, word) in text.parsed.words.iter().enumerate() {
                let is_capital = word.span.of(body).starts_with(char::is_uppercase)
                    && text
                        .parsed
                        .sentence_of(at)
                        .and_then(|sentence| text.parsed.sentences.get(sentence))
                        .is_some_and(|sentence| sentence.words.start != at);
                if is_capital {
                    start.get_or_insert(at);
                } else if let Some(from) = start.take() {
                    self.add_name(text, from..at, weight);
                }
            }
        }
    }

    fn add_name(
        &mut self,
        text: &Text<'_>,
        words: std::ops::Range<usize>,
        weight: &BTreeMap<&str, f32>,
    ) {
        if words.is_empty() || words.len() > NAME_WORDS_MAX {
            return;
        }
        let body = &text.article.text;
        let written = text.parsed.span_of(words.clone()).of(body);
        let tells_it = [&text.article.outlet, &text.article.agency];
        if tells_it.iter().any(|name| name.as_deref() == Some(written)) {
            return;
        }
        let found: Vec<f32> = words
            .filter_map(|at| text.parsed.word(at))
            .filter_map(|word| weight.get(term(text, word)?.as_str()).copied())
            .collect();
        let sum: f32 = found.iter().sum();
        // The mean keeps long names from winning by length, the count lets the fuller form win.
        let score = sum / (found.len().max(1) as f32).sqrt();
        let entry = self.names.entry(written.to_owned()).or_default();
        *entry = entry.max(score);
    }

    fn read_nouns(
        &mut self,
        text: &Text<'_>,
        forms: &mut BTreeMap<String, BTreeMap<String, usize>>,
    ) {
        let body = &text.article.text;
        let mut last: Option<(usize, String)> = None;
        for (at, word) in text.parsed.words.iter().enumerate() {
            let Some(lemma) = noun(text, word) else {
                continue;
            };
            let written = word.span.of(body).to_lowercase();
            if let Some((place, before)) = last.take()
                && place + 1 == at
            {
                *self.before.entry((before, written.clone())).or_default() += 1;
            }
            *forms
                .entry(lemma)
                .or_default()
                .entry(written.clone())
                .or_default() += 1;
            last = Some((at, written));
        }
    }

    /// How often one noun stands right before another.
    fn stands_before(&self, one: &str, other: &str) -> usize {
        let key = (one.to_owned(), other.to_owned());
        self.before.get(&key).copied().unwrap_or(0)
    }

    /// The best name and the best nouns that do not repeat it.
    fn name(&self, nouns: usize) -> String {
        let best = self
            .names
            .iter()
            .filter(|(_, score)| **score > 0.0)
            .max_by(|a, b| a.1.total_cmp(b.1).then_with(|| b.0.cmp(a.0)))
            .map(|(name, _)| name.as_str());
        let in_name: Vec<String> = best
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let mut chosen: Vec<&str> = self
            .nouns
            .iter()
            .map(|(noun, _)| noun.as_str())
            .filter(|noun| !in_name.iter().any(|word| word == noun))
            .take(if best.is_some() { nouns } else { nouns + 1 })
            .collect();
        for second in 1..chosen.len() {
            let pair = (chosen.get(second - 1), chosen.get(second));
            if let (Some(&one), Some(&other)) = pair
                && self.stands_before(other, one) > self.stands_before(one, other)
            {
                chosen.swap(second - 1, second);
            }
        }
        let joined: Vec<&str> = best.into_iter().chain(chosen).collect();
        sentence_case(&joined.join(" "))
    }
}

fn is_value(kind: MentionKind) -> bool {
    matches!(
        kind,
        MentionKind::Date | MentionKind::Money | MentionKind::Quantity
    )
}

/// The lemma of a common noun of some length; where parts of speech are unknown, of any word in
/// lower case.
fn noun(text: &Text<'_>, word: &Word) -> Option<String> {
    let written = word.span.of(&text.article.text);
    let is_noun = match word.upos {
        Upos::Noun => true,
        Upos::X => written.starts_with(char::is_lowercase),
        _ => false,
    };
    (is_noun && written.chars().count() > 3 && written.chars().all(char::is_alphabetic))
        .then(|| term(text, word))
        .flatten()
}

fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
