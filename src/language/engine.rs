//! The engine: the embedded model and what it is asked.

use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

use rayon::prelude::*;
use thiserror::Error;

use super::decode::Labels;
use super::encoder::{Encoder, Input, whole};
use super::reading::{each_task, read};
use super::tokens::tokenise;
use super::{Parsed, Vector};

/// A sentence whose meaning is asked for, and that of some of its clauses.
#[derive(Clone, Debug, Default)]
pub struct Phrase<'a> {
    /// Its words and punctuation marks, in order.
    pub words: Vec<&'a str>,
    /// The words of each clause, as indexes into `words`.
    pub clauses: Vec<Vec<usize>>,
}

/// What a sentence means, and what its clauses mean within it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meaning {
    /// The whole sentence.
    pub whole: Vector,
    /// Each clause, in the order asked; that of the sentence where none of its words were read.
    pub clauses: Vec<Vector>,
}

/// Asked between parts of a long work, on any thread: whether it is no longer wanted.
pub type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// Why the embedded model could not be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum EngineError {
    /// The weights inside the program do not have the form this version expects.
    #[error("the embedded language model is damaged: {0}")]
    Weights(String),
}

/// The language engine. Cheap to share between threads; loads its weights once.
pub struct Engine {
    encoder: Encoder,
    labels: Labels,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("version", &Self::VERSION)
            .finish_non_exhaustive()
    }
}

/// The weights inside the program. A function that stands by itself and not a static item, of which
/// the compiler would put further copies into what it keeps about this library.
#[inline(never)]
pub(super) fn weights() -> &'static [u8] {
    include_bytes!("../../assets/model/crossread.safetensors")
}

impl Engine {
    /// Name and version of the engine; part of every cache key.
    pub const VERSION: &'static str = "3";

    /// The engine with the weights inside the program, loaded at the first call.
    ///
    /// # Errors
    /// When the weights are damaged.
    pub fn embedded() -> Result<&'static Self, EngineError> {
        static ENGINE: OnceLock<Result<Engine, EngineError>> = OnceLock::new();
        let vocabulary = include_str!("../../assets/model/vocab.txt");
        let engine = ENGINE.get_or_init(|| Self::read(weights(), vocabulary));
        engine.as_ref().map_err(Clone::clone)
    }

    /// Version of the embedded language model; empty when it is damaged.
    pub fn model() -> String {
        safetensors::SafeTensors::read_metadata(weights())
            .ok()
            .and_then(|(_, header)| header.metadata().as_ref()?.get("version").cloned())
            .unwrap_or_default()
    }

    /// The engine with these weights.
    fn read(weights: &'static [u8], vocabulary: &'static str) -> Result<Self, EngineError> {
        let encoder = Encoder::read(weights, vocabulary)?;
        let labels = Labels::of(&encoder)?;
        Ok(Self { encoder, labels })
    }

    /// Reads one text. Paragraphs are separated by blank lines. Any text gives an answer.
    pub fn parse(&self, text: &str) -> Parsed {
        self.parse_many(&[text]).pop().unwrap_or_default()
    }

    /// Reads one text as [`Self::parse`] does; `None` where `stop` said so before the end.
    pub fn parse_unless(&self, text: &str, stop: Stop<'_>) -> Option<Parsed> {
        read(&[text], &self.encoder, &self.labels, stop)?.pop()
    }

    /// Reads several texts at once, on all cores; results in the order of the texts.
    pub fn parse_many(&self, texts: &[&str]) -> Vec<Parsed> {
        read(texts, &self.encoder, &self.labels, &|| false).unwrap_or_default()
    }

    /// A vector per text (a sentence or clause), on all cores, in the order of the texts.
    ///
    /// A text is read alone, and as far as it fits into 126 word pieces.
    pub fn vectors(&self, texts: &[&str]) -> Vec<Vector> {
        let phrases: Vec<Phrase<'_>> = texts
            .par_iter()
            .map(|text| Phrase {
                words: tokenise(text).iter().map(|span| span.of(text)).collect(),
                clauses: Vec::new(),
            })
            .collect();
        let meanings = self.meanings_unless(&phrases, &|| false).into_iter();
        meanings.flatten().map(|meaning| meaning.whole).collect()
    }

    /// What each sentence and its clauses mean, on all cores, in the order of the sentences.
    ///
    /// A clause is read within its sentence: its vector is the mean of what the model makes of its
    /// words there. A sentence is read alone, and as far as it fits into 126 word pieces. `None` where
    /// `stop` said so before the end.
    pub fn meanings_unless(&self, phrases: &[Phrase<'_>], stop: Stop<'_>) -> Option<Vec<Meaning>> {
        let inputs: Vec<Input> = phrases
            .par_iter()
            .map(|phrase| whole(&phrase.words, &phrase.clauses, &self.encoder.pieces))
            .collect();
        let (distinct, places) = distinct(&inputs);
        let meanings = each_task(&distinct, stop, |task, memory| {
            let pooled = self.encoder.vectors(task, memory).into_iter();
            pooled
                .map(|pooled| Meaning {
                    whole: Vector::of(&pooled.whole),
                    clauses: pooled.parts.iter().map(|part| Vector::of(part)).collect(),
                })
                .collect()
        })?;
        let found = places
            .into_iter()
            .filter_map(|place| meanings.get(place).cloned());
        Some(found.collect())
    }
}

/// The inputs without repetition, in order of their first place, and for each input where it
/// stands among these: articles that share text share its vectors.
fn distinct(inputs: &[Input]) -> (Vec<&Input>, Vec<usize>) {
    let mut known: HashMap<(&[u32], &[Vec<usize>]), usize> = HashMap::new();
    let mut kept = Vec::new();
    let places = inputs
        .iter()
        .map(|input| {
            let asked = (input.pieces.as_slice(), input.parts.as_slice());
            *known.entry(asked).or_insert_with(|| {
                kept.push(input);
                kept.len() - 1
            })
        })
        .collect();
    (kept, places)
}
