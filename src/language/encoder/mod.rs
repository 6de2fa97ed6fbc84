//! The embedded model: pieces in, scores and vectors out.
//!
//! Owns the weights, the arithmetic and the word pieces. Must not know what a score means:
//! `decode` turns scores into tags and trees. Two trunks share one embedding of pieces: `tagger`
//! (entities, parts of speech, trees) and `vector` (sentence vectors). Products are of eight-bit
//! whole numbers (activations rounded for each row), so they are exact, and a text gives the same
//! result in any batch and on any number of threads.

mod attention;
mod dense;
mod heads;
mod input;
mod kernels;
mod shape;
mod trunk;
mod weights;
mod wordpiece;

use rten_simd::SimdOp;

use heads::Heads;
use kernels::{NormRow, Rounding};
use trunk::{Memory, OwnedNorm, Trunk};
use weights::Weights;

pub(crate) use heads::{Scores, Table};
pub(crate) use input::{Input, chunks, single};
pub(crate) use wordpiece::Pieces;

use super::EngineError;

/// Names of the labels, in the order of their scores.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    /// Entity labels: "O", "B-PER" …
    pub(crate) entity: Vec<String>,
    /// UPOS tags.
    pub(crate) upos: Vec<String>,
    /// XPOS tags.
    pub(crate) xpos: Vec<String>,
    /// Relations, with subtypes.
    pub(crate) relations: Vec<String>,
}

/// The embedded model.
pub(crate) struct Encoder {
    rounding: Rounding,
    width: usize,
    embedding: &'static [u8],
    embedding_scale: Vec<f32>,
    position: Vec<f32>,
    shape: Vec<f32>,
    norm: OwnedNorm,
    tagger: Trunk,
    vector: Trunk,
    heads: Heads,
    /// Word pieces.
    pub(crate) pieces: Pieces,
    /// Names of the labels.
    pub(crate) labels: Labels,
}

impl Encoder {
    /// Reads the weights and the vocabulary.
    ///
    /// # Errors
    /// When they do not have the form that this version expects.
    pub(crate) fn read(
        bytes: &'static [u8],
        vocabulary: &'static str,
    ) -> Result<Self, EngineError> {
        let weights = Weights::open(bytes)?;
        let rounding = dense::rounding();
        let pieces = Pieces::read(vocabulary)?;
        let width = weights.number("hidden")?;
        if width != weights.number("heads")? * attention::HEAD || width % 64 != 0 {
            return Err(EngineError::Weights(format!(
                "{width} numbers do not fit the heads"
            )));
        }
        let labels = Labels {
            entity: weights.list("entity_labels")?,
            upos: weights.list("upos")?,
            xpos: weights.list("xpos")?,
            relations: weights.list("relations")?,
        };
        let counts = [
            &labels.entity,
            &labels.upos,
            &labels.xpos,
            &labels.relations,
        ]
        .map(Vec::len);
        Ok(Self {
            embedding: weights.bytes("embed.weight", &[pieces.len(), width])?,
            embedding_scale: weights.real("embed.scale", &[pieces.len()])?,
            position: weights.real("embed.position", &weights.shape("embed.position")?)?,
            shape: weights.real("tagger.shape", &[16, width])?,
            norm: OwnedNorm::read(&weights, "embed.norm", width)?,
            tagger: Trunk::read(&weights, "tagger", width, rounding)?,
            vector: Trunk::read(&weights, "vector", width, rounding)?,
            heads: Heads::read(&weights, counts, width, rounding)?,
            rounding,
            width,
            pieces,
            labels,
        })
    }

    /// Scores of the sentences of each chunk.
    pub(crate) fn scores(&self, chunks: &[&Input]) -> Vec<Scores> {
        let rows = self.run(&self.tagger, chunks, true);
        let mut words = Vec::new();
        let mut offset = 0;
        for chunk in chunks {
            for place in &chunk.first {
                let start = (offset + place) * self.width;
                words.extend(rows.get(start..start + self.width).unwrap_or_default());
            }
            offset += chunk.pieces.len();
        }
        let lengths = chunks
            .iter()
            .flat_map(|chunk| chunk.sentences.iter().copied());
        self.heads.score(&words, self.width, lengths, self.rounding)
    }

    /// Scores of every relation for every word of a sentence, given the heads (0 for the root, else
    /// the number of a word and 1).
    pub(crate) fn relations(&self, scores: &Scores, heads: &[usize]) -> Table {
        self.heads.relations(scores, heads)
    }

    /// A unit vector for each chunk: the mean of its rows.
    pub(crate) fn vectors(&self, chunks: &[&Input]) -> Vec<Vec<f32>> {
        let rows = self.run(&self.vector, chunks, false);
        let mut rest = rows.as_slice();
        let mut vectors = Vec::with_capacity(chunks.len());
        for chunk in chunks {
            let (own, later) = rest.split_at(chunk.pieces.len() * self.width);
            rest = later;
            let mut sum = vec![0.0_f32; self.width];
            for row in own.chunks_exact(self.width) {
                sum.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
            }
            let length = sum.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-12);
            for x in &mut sum {
                *x /= length;
            }
            vectors.push(sum);
        }
        vectors
    }

    /// Rows of all pieces of the chunks after a trunk.
    fn run(&self, trunk: &Trunk, chunks: &[&Input], shaped: bool) -> Vec<f32> {
        let lengths: Vec<usize> = chunks.iter().map(|chunk| chunk.pieces.len()).collect();
        let mut rows = vec![0.0; lengths.iter().sum::<usize>() * self.width];
        let pieces = chunks.iter().flat_map(|chunk| {
            let shapes = chunk.shapes.iter().map(|&class| Some(class));
            let shapes = shapes
                .filter(move |_| shaped)
                .chain(std::iter::repeat(None));
            let positions = self.position.chunks_exact(self.width);
            chunk.pieces.iter().zip(shapes).zip(positions)
        });
        for (row, ((&piece, shape), position)) in rows.chunks_exact_mut(self.width).zip(pieces) {
            self.embed(row, piece as usize, shape, position);
        }
        trunk.run(&mut rows, &lengths, self.rounding, &mut Memory::default());
        rows
    }

    /// The row of one piece.
    fn embed(&self, row: &mut [f32], piece: usize, shape: Option<u8>, position: &[f32]) {
        let scale = self.embedding_scale.get(piece).copied().unwrap_or(0.0);
        let start = piece * self.width;
        let bytes = self
            .embedding
            .get(start..start + self.width)
            .unwrap_or_default();
        for ((x, byte), position) in row.iter_mut().zip(bytes).zip(position) {
            *x = f32::from(byte.cast_signed()) * scale + position;
        }
        if let Some(shape) = shape {
            let shapes = self.shape.chunks_exact(self.width).nth(usize::from(shape));
            for (x, shape) in row.iter_mut().zip(shapes.unwrap_or_default()) {
                *x += shape;
            }
        }
        NormRow {
            row,
            norm: self.norm.view(),
        }
        .dispatch();
    }
}

#[cfg(test)]
mod tests;
