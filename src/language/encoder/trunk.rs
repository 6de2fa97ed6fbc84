//! A stack of transformer layers (BERT: attention, feed forward, norm after each sum).

use rten_simd::SimdOp;

use super::attention::{Attention, Scratch};
use super::dense::{Dense, Rounded};
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
}

/// Memory that the layers use again.
#[derive(Default)]
pub(super) struct Memory {
    rounded: Rounded,
    sums: Vec<i32>,
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
        Ok(Self { layers, width })
    }

    /// Sends rows through all layers, in place. `lengths` are the numbers of rows of the chunks,
    /// one after the other; a row attends to its own chunk only.
    pub(super) fn run(
        &self,
        rows: &mut [f32],
        lengths: &[usize],
        rounding: Rounding,
        memory: &mut Memory,
    ) {
        let Memory {
            rounded,
            sums,
            wide,
            context,
            scratch,
        } = memory;
        for layer in &self.layers {
            rounded.fill(rows, self.width, rounding);
            layer.qkv.real(rounded, sums, wide);
            context.resize(rows.len(), 0.0);
            let (mut input, mut output) = (wide.as_slice(), context.as_mut_slice());
            for &length in lengths {
                let (head, rest) = input.split_at(3 * self.width * length);
                let (target, later) = output.split_at_mut(self.width * length);
                Attention {
                    input: head,
                    output: target,
                    width: self.width,
                    scratch,
                }
                .dispatch();
                (input, output) = (rest, later);
            }
            rounded.fill(context, self.width, rounding);
            layer.out.add_norm(rounded, sums, rows, layer.norm1.view());
            rounded.fill(rows, self.width, rounding);
            layer.up.gelu(rounded, sums, wide);
            rounded.fill(wide, 4 * self.width, rounding);
            layer.down.add_norm(rounded, sums, rows, layer.norm2.view());
        }
    }
}
