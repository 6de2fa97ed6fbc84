//! An article as the weights of its words: how often it says them, and how rare they are.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use rayon::prelude::*;

use crate::corpus::drawn::{Drawn, Hashed, key_of, term};
use crate::corpus::{Text, share_of_texts};

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
    pub(super) words: Vec<String>,
    /// In how many articles each word stands.
    pub(super) found_in: Vec<u32>,
    /// Per article its words with their weights, in order of their number; of length 1.
    pub(super) articles: Vec<Vec<(u32, f32)>>,
    numbers: HashMap<u64, u32, BuildHasherDefault<Hashed>>,
}

impl Vectors {
    /// The number of a word; `None` where no article has it among those that count.
    pub(super) fn number_of(&self, word: &str) -> Option<u32> {
        self.numbers.get(&key_of(word)).copied()
    }
}

/// The weighted words of each article. `drawn` is what was drawn from each of `texts`.
pub(super) fn vectors(texts: &[Text<'_>], drawn: &[&Drawn]) -> Vectors {
    let mut numbers: HashMap<u64, u32, BuildHasherDefault<Hashed>> = HashMap::default();
    let mut first: Vec<(&Text<'_>, u32)> = Vec::new();
    let mut found_in: Vec<u32> = Vec::new();
    let counts: Vec<Vec<(u32, u32)>> = texts
        .iter()
        .zip(drawn)
        .map(|(text, drawn)| {
            let counts = drawn.terms.iter().map(|term| {
                let number = *numbers.entry(term.key).or_insert_with(|| {
                    first.push((text, term.word));
                    found_in.push(0);
                    first.len() as u32 - 1
                });
                if let Some(found) = found_in.get_mut(number as usize) {
                    *found += 1;
                }
                (number, term.count)
            });
            counts.collect()
        })
        .collect();
    let words = first.par_iter().map(|(text, word)| {
        let word = text.parsed.words.get(*word as usize);
        let term = word.and_then(|word| term(&text.article.text, text.parsed, word));
        term.unwrap_or_default().to_lowercase()
    });
    let words: Vec<String> = words.collect();
    let rarity: Vec<f32> = words
        .iter()
        .zip(&found_in)
        .map(|(word, found)| {
            let all = texts.len() as f32 + BACKGROUND_TEXTS;
            let with = *found as f32 + BACKGROUND_TEXTS * share_of_texts(word);
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
                    (number, (1.0 + (times as f32).ln()) * rarity)
                })
                .collect();
            unit(weighted)
        })
        .collect();
    Vectors {
        words,
        found_in,
        articles,
        numbers,
    }
}

/// Leaves the heaviest words, at most so many, in no order.
pub(super) fn cut_to_heaviest(words: &mut Vec<(u32, f32)>, most: usize) {
    if words.len() > most {
        words.select_nth_unstable_by(most, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        words.truncate(most);
    }
}

/// The heaviest words, scaled to length 1, in order of their number.
fn unit(mut words: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    words.retain(|(_, weight)| *weight > 0.0);
    cut_to_heaviest(&mut words, WORDS_MAX);
    words.sort_unstable_by_key(|&(number, _)| number);
    let length = words
        .iter()
        .map(|(_, weight)| weight * weight)
        .sum::<f32>()
        .sqrt();
    for (_, weight) in &mut words {
        *weight /= length.max(f32::MIN_POSITIVE);
    }
    words
}
