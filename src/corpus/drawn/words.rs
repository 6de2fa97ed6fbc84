//! An article's words as numbers, for comparing runs of them.

use std::hash::Hasher;

use crate::corpus::quotations;
use crate::language::Parsed;
use crate::model::Span;

/// Words in a fingerprinted run.
const RUN: usize = 8;
/// Runs of which one fingerprint is kept.
const WINDOW: usize = 6;

/// The words of an article in their order.
#[derive(Debug, Default)]
pub(in crate::corpus) struct Words {
    /// A number for each word: its letters and digits in lower case, hashed.
    pub(in crate::corpus) hashes: Vec<u64>,
    /// Where each word stands.
    pub(in crate::corpus) spans: Vec<Span>,
    /// Whether each word stands in quotation marks.
    pub(in crate::corpus) is_quoted: Vec<bool>,
}

impl Words {
    /// The words of a text, without punctuation.
    pub(in crate::corpus) fn of(text: &str, parsed: &Parsed) -> Self {
        let mut words = Self::default();
        let mut quotations = quotations(text).into_iter().peekable();
        for word in &parsed.words {
            let mut hasher = Fnv::default();
            let mut is_word = false;
            for c in word.span.of(text).chars().filter(|c| c.is_alphanumeric()) {
                is_word = true;
                for lower in c.to_lowercase() {
                    hasher.write_u32(u32::from(lower));
                }
            }
            if !is_word {
                continue;
            }
            while quotations
                .next_if(|quotation| quotation.end <= word.span.start)
                .is_some()
            {}
            words.hashes.push(hasher.finish());
            words.spans.push(word.span);
            words.is_quoted.push(
                quotations
                    .peek()
                    .is_some_and(|quotation| quotation.overlaps(word.span)),
            );
        }
        words
    }

    /// How many words.
    pub(in crate::corpus) fn len(&self) -> usize {
        self.hashes.len()
    }
}

/// The Fowler–Noll–Vo hash (FNV-1a, 64 bits): the same on every machine and in every run, which the
/// standard library does not promise of its own.
pub(in crate::corpus) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// A number for a run of words: each word turned into what stands so far and multiplied, the upper half
/// then laid over the lower, so that any of its bits will do to look it up.
pub(in crate::corpus) fn run_hash(words: &[u64]) -> u64 {
    let mixed = words.iter().fold(0_u64, |so_far, word| {
        (so_far.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    });
    mixed ^ (mixed >> 32)
}

/// Looks up numbers that are hashes already by what they are.
#[derive(Default)]
pub(in crate::corpus) struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// The fingerprints of an article, each once, in order.
///
/// Schleimer, Wilkerson & Aiken 2003, "Winnowing: local algorithms for document fingerprinting": of
/// each window of run hashes the smallest is kept, so any shared run of `RUN + WINDOW - 1` words
/// gives at least one common fingerprint, at a fifth of the cost of keeping all.
pub(super) fn fingerprints(words: &Words) -> Vec<u64> {
    let mut prints: Vec<u64> = words.hashes.windows(RUN).map(run_hash).collect();
    if prints.len() > WINDOW {
        let windows = prints.windows(WINDOW);
        prints = windows
            .filter_map(|window| window.iter().min().copied())
            .collect();
    }
    prints.sort_unstable();
    prints.dedup();
    prints.shrink_to_fit();
    prints
}
