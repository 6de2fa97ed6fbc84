//! A stack of transformer layers (BERT: attention, feed forward, norm after each sum).

use rten_simd::SimdOp;

use super::attention::{Attention, Scratch};
use super::dense::{Dense, Rounded};
use super::input::LIMIT;
use super::kernels::{Norm, Rounding};
use super::weights::Weights;
use crate::language::EngineError;

/// Gain and bias of a layer norm, owned.
pub(super) struct OwnedNorm {
    gain: Vec<f32>,
    bias: Vec<f32>,
    epsilon: f32,
}

impl OwnedNorm {
    /// Reads the norm with this name.
    pub(super) fn read(
        weights: &Weights<'_>,
        name: &str,
        width: usize,
    ) -> Result<Self, EngineError> {
        let epsilon = weights.text("layer_norm_eps")?;
        Ok(Self {
            gain: weights.real(&format!("{name}.weight"), &[width])?,
            bias: weights.real(&format!("{name}.bias"), &[width])?,
            epsilon: epsilon
                .parse()
                .map_err(|_| EngineError::Weights(format!("layer_norm_eps is {epsilon}")))?,
        })
    }

    /// As the kernels take it.
    pub(super) fn view(&self) -> Norm<'_> {
        Norm {
            gain: &self.gain,
            bias: &self.bias,
            epsilon: self.epsilon,
        }
    }
}

/// One layer.
struct Layer {
    qkv: Dense,
    out: Dense,
    norm1: OwnedNorm,
    up: Dense,
    down: Dense,
    norm2: OwnedNorm,
}

/// A stack of layers.
pub(super) struct Trunk {
    layers: Vec<Layer>,
    width: usize,
    /// The numbers of the rows of the longest input.
    numbers: Vec<usize>,
}

/// The rows of one input.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    /// Their number, at most `LONGEST`.
    pub(super) length: usize,
    /// The rows that are wanted behind the last layer, in ascending order.
    pub(super) wanted: &'a [usize],
}

/// Most rows of one input.
const LONGEST: usize = LIMIT + 2;

/// Memory that the layers use again.
#[derive(Default)]
pub(super) struct Memory {
    /// Rounded rows.
    pub(super) rounded: Rounded,
    /// Sums of products.
    pub(super) sums: Vec<i32>,
    wide: Vec<f32>,
    context: Vec<f32>,
    scratch: Scratch,
}

impl Trunk {
    /// Reads the layers `name.0`, `name.1` …
    pub(super) fn read(
        weights: &Weights<'_>,
        name: &str,
        width: usize,
        rounding: Rounding,
    ) -> Result<Self, EngineError> {
        let count = weights.number(&format!("{name}_layers"))?;
        let layers = (0..count)
            .map(|index| {
                let dense = |part: &str, input: usize| {
                    Dense::read(
                        weights,
                        &[&format!("{name}.{index}.{part}")],
                        input,
                        rounding,
                    )
                };
                let norm =
                    |part: &str| OwnedNorm::read(weights, &format!("{name}.{index}.{part}"), width);
                Ok(Layer {
                    qkv: dense("qkv", width)?,
                    out: dense("out", width)?,
                    norm1: norm("norm1")?,
                    up: dense("up", width)?,
                    down: dense("down", 4 * width)?,
                    norm2: norm("norm2")?,
                })
            })
            .collect::<Result<_, EngineError>>()?;
        Ok(Self {
            layers,
            width,
            numbers: (0..LONGEST).collect(),
        })
    }

    /// The numbers of the first `length` rows of an input.
    pub(super) fn every(&self, length: usize) -> &[usize] {
        self.numbers.get(..length).unwrap_or(&self.numbers)
    }

    /// Sends rows through all layers, in place; what is left are the wanted rows. The rows of the
    /// inputs stand one after the other; a row attends to its own input only.
    pub(super) fn run(
        &self,
        rows: &mut Vec<f32>,
        parts: &[Part<'_>],
        rounding: Rounding,
        memory: &mut Memory,
    ) {
        let last = self.layers.len().saturating_sub(1);
        for (number, layer) in self.layers.iter().enumerate() {
            memory.rounded.fill(rows, self.width, rounding);
            layer
                .qkv
                .real(&memory.rounded, &mut memory.sums, &mut memory.wide);
            if number == last {
                self.attend(parts, memory, |part| part.wanted);
                self.keep(rows, parts);
            } else {
                self.attend(parts, memory, |part| self.every(part.length));
            }
            let Memory {
                rounded,
                sums,
                wide,
                context,
                ..
            } = memory;
            rounded.fill(context, self.width, rounding);
            layer.out.add_norm(rounded, sums, rows, layer.norm1.view());
            rounded.fill(rows, self.width, rounding);
            layer.up.gelu(rounded, sums, wide);
            rounded.fill(wide, 4 * self.width, rounding);
            layer.down.add_norm(rounded, sums, rows, layer.norm2.view());
        }
    }

    /// What the chosen rows gather from the rows of their input.
    fn attend<'a>(
        &'a self,
        parts: &[Part<'a>],
        memory: &mut Memory,
        chosen: impl Fn(&Part<'a>) -> &'a [usize],
    ) {
        let count: usize = parts.iter().map(|part| chosen(part).len()).sum();
        memory.context.resize(count * self.width, 0.0);
        let mut input = memory.wide.as_slice();
        let mut output = memory.context.as_mut_slice();
        for part in parts {
            let queries = chosen(part);
            let (own, rest) = input.split_at(3 * self.width * part.length);
            let (target, later) = output.split_at_mut(self.width * queries.len());
            Attention {
                input: own,
                queries,
                output: target,
                width: self.width,
                scratch: &mut memory.scratch,
            }
            .dispatch();
            (input, output) = (rest, later);
        }
    }

    /// Keeps the wanted rows.
    fn keep(&self, rows: &mut Vec<f32>, parts: &[Part<'_>]) {
        let (mut offset, mut kept) = (0, 0);
        for part in parts {
            for row in part.wanted {
                let from = (offset + row) * self.width;
                rows.copy_within(from..from + self.width, kept);
                kept += self.width;
            }
            offset += part.length;
        }
        rows.truncate(kept);
    }
}
