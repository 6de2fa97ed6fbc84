//! The embedded model: pieces in, scores and vectors out.
//!
//! Owns the weights, the arithmetic and the word pieces. Must not know what a score means:
//! `decode` turns scores into tags and trees. Two trunks share one embedding of pieces: `tagger`
//! (entities, parts of speech, trees) and `vector` (sentence vectors). Products are of eight-bit
//! whole numbers (activations rounded for each row), so they are exact, and a text gives the same
//! result in any batch and on any number of threads.

mod attention;
mod dense;
#[cfg(target_arch = "x86_64")]
mod dot;
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
use trunk::{OwnedNorm, Part, Trunk};
use weights::Weights;

pub(crate) use heads::{Scores, Table};
pub(crate) use input::{Input, whole, windows};
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

/// Memory that the model uses again from call to call.
#[derive(Default)]
pub(crate) struct Memory {
    rows: Vec<f32>,
    trunk: trunk::Memory,
    heads: heads::Memory,
}

/// The directions of an input and of its parts.
#[derive(Debug, PartialEq)]
pub(crate) struct Pooled {
    /// All rows.
    pub(crate) whole: Vec<f32>,
    /// The rows of each part.
    pub(crate) parts: Vec<Vec<f32>>,
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

    /// Scores of the words of each input.
    pub(crate) fn scores(&self, inputs: &[&Input], memory: &mut Memory) -> Vec<Scores> {
        self.embed(inputs, true, &mut memory.rows);
        let parts: Vec<Part<'_>> = inputs
            .iter()
            .map(|input| Part {
                length: input.pieces.len(),
                wanted: &input.first,
            })
            .collect();
        let Memory { rows, trunk, heads } = memory;
        self.tagger.run(rows, &parts, self.rounding, trunk);
        trunk.rounded.fill(rows, self.width, self.rounding);
        let lengths = inputs.iter().map(|input| input.first.len());
        self.heads
            .score(&trunk.rounded, &mut trunk.sums, lengths, heads)
    }

    /// Scores of every relation for every word of a sentence, given the heads (0 for the root, else
    /// the number of a word and 1).
    pub(crate) fn relations(&self, scores: &Scores, heads: &[usize], memory: &mut Memory) -> Table {
        self.heads.relations(scores, heads, &mut memory.heads)
    }

    /// What each input means, and each of its parts within it: means of their rows.
    pub(crate) fn vectors(&self, inputs: &[&Input], memory: &mut Memory) -> Vec<Pooled> {
        self.embed(inputs, false, &mut memory.rows);
        let parts: Vec<Part<'_>> = inputs
            .iter()
            .map(|input| Part {
                length: input.pieces.len(),
                wanted: self.vector.every(input.pieces.len()),
            })
            .collect();
        let Memory { rows, trunk, .. } = memory;
        self.vector.run(rows, &parts, self.rounding, trunk);
        let mut rest = rows.as_slice();
        let mut pooled = Vec::with_capacity(inputs.len());
        for input in inputs {
            let (own, later) = rest.split_at(input.pieces.len() * self.width);
            rest = later;
            let whole = self.sum(own.chunks_exact(self.width));
            let of_part = |part: &Vec<usize>| {
                let row = |&place: &usize| own.get(place * self.width..(place + 1) * self.width);
                let rows = part.iter().filter_map(row);
                if part.is_empty() {
                    whole.clone()
                } else {
                    self.sum(rows)
                }
            };
            let parts = input.parts.iter().map(of_part).collect();
            pooled.push(Pooled { whole, parts });
        }
        pooled
    }

    /// The sum of rows: the direction of their mean.
    fn sum<'a>(&self, rows: impl Iterator<Item = &'a [f32]>) -> Vec<f32> {
        let mut sum = vec![0.0_f32; self.width];
        for row in rows {
            sum.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
        }
        sum
    }

    /// The rows of all pieces of the inputs, with the shapes of their words or without.
    fn embed(&self, inputs: &[&Input], shaped: bool, rows: &mut Vec<f32>) {
        let count: usize = inputs.iter().map(|input| input.pieces.len()).sum();
        rows.resize(count * self.width, 0.0);
        let pieces = inputs.iter().flat_map(|input| {
            let shapes = input.shapes.iter().map(|&class| Some(class));
            let shapes = shapes
                .filter(move |_| shaped)
                .chain(std::iter::repeat(None));
            let positions = self.position.chunks_exact(self.width);
            input.pieces.iter().zip(shapes).zip(positions)
        });
        for (row, ((&piece, shape), position)) in rows.chunks_exact_mut(self.width).zip(pieces) {
            self.embed_piece(row, piece as usize, shape, position);
        }
    }

    /// The row of one piece.
    fn embed_piece(&self, row: &mut [f32], piece: usize, shape: Option<u8>, position: &[f32]) {
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
            let start = usize::from(shape) * self.width;
            let shapes = self.shape.get(start..start + self.width);
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
