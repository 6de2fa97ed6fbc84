//! An article as the weights of its words: how often it says them, and how rare they are.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::corpus::{Text, share_of_texts};
use crate::language::{Upos, Word};

/// The collection is counted as if this many texts of the background stood beside it, so that the
/// words of a folder that holds one story only are not taken for common.
const BACKGROUND_TEXTS: f32 = 1000.0;
/// How much more a rare word counts than a common one: exponent of the inverse document frequency.
const RARITY: f32 = 1.5;
/// Heaviest words of an article that are kept.
const WORDS_MAX: usize = 300;

/// The words of the collection and the weighted words of each article.
pub(super) struct Vectors {
    /// Lemmas in lower case, by number.
    pub words: Vec<String>,
    /// Per article its words with their weights, in order of their number; of length 1.
    pub articles: Vec<Vec<(u32, f32)>>,
}

/// The weighted words of each article.
pub(super) fn vectors(texts: &[Text<'_>]) -> Vectors {
    let terms: Vec<Vec<(String, f32)>> = texts.par_iter().map(terms).collect();
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut words: Vec<String> = Vec::new();
    let mut found_in: Vec<f32> = Vec::new();
    let counts: Vec<Vec<(u32, f32)>> = terms
        .into_iter()
        .map(|terms| {
            let mut counts: Vec<(u32, f32)> = Vec::with_capacity(terms.len());
            for (term, count) in terms {
                let number = *numbers.entry(term).or_insert_with_key(|term| {
                    words.push(term.clone());
                    found_in.push(0.0);
                    words.len() as u32 - 1
                });
                if let Some(found) = found_in.get_mut(number as usize) {
                    *found += 1.0;
                }
                counts.push((number, count));
            }
            counts.sort_unstable_by_key(|&(number, _)| number);
            counts
        })
        .collect();
    let rarity: Vec<f32> = words
        .iter()
        .zip(&found_in)
        .map(|(word, found)| {
            let all = texts.len() as f32 + BACKGROUND_TEXTS;
            let with = found + BACKGROUND_TEXTS * share_of_texts(word);
            (all / with).ln().max(0.0).powf(RARITY)
        })
        .collect();
    let articles = counts
        .into_par_iter()
        .map(|count| {
            let weighted = count
                .into_iter()
                .map(|(number, times)| {
                    let rarity = rarity.get(number as usize).copied().unwrap_or(0.0);
                    (number, (1.0 + times.ln()) * rarity)
                })
                .collect();
            unit(weighted)
        })
        .collect();
    Vectors { words, articles }
}

/// The words of an article that count, in order of their first place, with how often each stands.
fn terms(text: &Text<'_>) -> Vec<(String, f32)> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut terms: Vec<(String, f32)> = Vec::new();
    for word in &text.parsed.words {
        let Some(term) = term(text, word) else {
            continue;
        };
        let place = *places.entry(term).or_insert_with_key(|term| {
            terms.push((term.clone(), 0.0));
            terms.len() - 1
        });
        if let Some((_, count)) = terms.get_mut(place) {
            *count += 1.0;
        }
    }
    terms
}

/// The form a word is counted under: its lemma in lower case; `None` for words without content,
/// numbers and single letters.
pub(super) fn term(text: &Text<'_>, word: &Word) -> Option<String> {
    let written = word.span.of(&text.article.text);
    let is_open = matches!(
        word.upos,
        Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv | Upos::X
    );
    let is_word = written.chars().count() > 2 && written.starts_with(char::is_alphabetic);
    if !is_open || !is_word {
        return None;
    }
    let lemma = text.parsed.lemma_of(word);
    let form = if lemma.is_empty() { written } else { lemma };
    Some(form.to_lowercase())
}

/// The heaviest words, scaled to length 1, in order of their number.
fn unit(mut words: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    words.truncate(WORDS_MAX);
    let length = words
        .iter()
        .map(|(_, weight)| weight * weight)
        .sum::<f32>()
        .sqrt();
    words.retain(|(_, weight)| *weight > 0.0);
    for (_, weight) in &mut words {
        *weight /= length.max(f32::MIN_POSITIVE);
    }
    words.sort_by_key(|&(number, _)| number);
    words
}
