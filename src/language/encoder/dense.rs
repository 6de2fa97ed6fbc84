//! A dense layer with eight-bit weights.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::SimdOp;
use rten_tensor::NdTensorView;

use super::kernels::{AddNormRow, Columns, GeluRow, Norm, RealRow, RoundRow, Rounding};
use super::weights::Weights;
use crate::language::EngineError;

/// Multiplies matrices of bytes on the best unit of this processor. Cheap to make, but not to be
/// sent between threads, so that each task makes its own.
type Multiplier = GemmExecutor<u8, i8, i32>;

/// How activations are rounded on this processor.
pub(super) fn rounding() -> Rounding {
    // Without dot-product instructions, pairs of products are summed in 16 bits: with
    // activations of seven bits they cannot overflow.
    if Multiplier::new().may_saturate() {
        Rounding {
            zero: 64,
            reach: 63.0,
        }
    } else {
        Rounding {
            zero: 128,
            reach: 127.0,
        }
    }
}

/// Rows of activations, rounded to bytes.
#[derive(Debug, Default)]
pub(super) struct Rounded {
    bytes: Vec<u8>,
    scales: Vec<f32>,
    width: usize,
}

impl Rounded {
    /// Rounds every row of `width` numbers.
    pub(super) fn fill(&mut self, rows: &[f32], width: usize, rounding: Rounding) {
        self.width = width;
        self.bytes.resize(rows.len(), 0);
        self.scales.clear();
        for (row, bytes) in rows
            .chunks_exact(width)
            .zip(self.bytes.chunks_exact_mut(width))
        {
            self.scales.push(
                RoundRow {
                    row,
                    bytes,
                    rounding,
                }
                .dispatch(),
            );
        }
    }
}

/// A dense layer.
pub(super) struct Dense {
    packed: PackedBMatrix<i8>,
    shift: Vec<i32>,
    scale: Vec<f32>,
    bias: Vec<f32>,
    /// Numbers in an output row.
    pub(super) width: usize,
}

impl Dense {
    /// One layer out of several of the same input, their outputs side by side; padded with zeros
    /// to a width that the kernels take.
    pub(super) fn read(
        weights: &Weights<'_>,
        names: &[&str],
        input: usize,
        rounding: Rounding,
    ) -> Result<Self, EngineError> {
        let (mut bytes, mut scale, mut bias) = (Vec::new(), Vec::new(), Vec::new());
        for name in names {
            let weight = format!("{name}.weight");
            let output = weights.shape(&weight)?.first().copied().unwrap_or(0);
            let rows = weights.bytes(&weight, &[output, input])?;
            bytes.extend(rows.iter().map(|byte| byte.cast_signed()));
            scale.extend(weights.real(&format!("{name}.scale"), &[output])?);
            bias.extend(weights.real(&format!("{name}.bias"), &[output])?);
        }
        let width = scale.len().next_multiple_of(64);
        bytes.resize(width * input, 0);
        scale.resize(width, 0.0);
        bias.resize(width, 0.0);
        let zero = rounding.zero;
        let shift = bytes
            .chunks_exact(input)
            .map(|row| zero * row.iter().map(|&weight| i32::from(weight)).sum::<i32>())
            .collect();
        let view = NdTensorView::from_data([width, input], bytes.as_slice());
        let packed = Multiplier::new().prepack_b(view.transposed());
        Ok(Self {
            packed,
            shift,
            scale,
            bias,
            width,
        })
    }

    /// The outputs as real numbers.
    pub(super) fn real(&self, input: &Rounded, sums: &mut Vec<i32>, real: &mut Vec<f32>) {
        self.multiply(input, sums);
        real.resize(sums.len(), 0.0);
        for row in self.rows(input, sums, real) {
            row.dispatch();
        }
    }

    /// The outputs after GELU.
    pub(super) fn gelu(&self, input: &Rounded, sums: &mut Vec<i32>, real: &mut Vec<f32>) {
        self.multiply(input, sums);
        real.resize(sums.len(), 0.0);
        for row in self.rows(input, sums, real) {
            GeluRow(row).dispatch();
        }
    }

    /// Adds the outputs to `real`, then a layer norm.
    pub(super) fn add_norm(
        &self,
        input: &Rounded,
        sums: &mut Vec<i32>,
        real: &mut [f32],
        norm: Norm<'_>,
    ) {
        self.multiply(input, sums);
        for row in self.rows(input, sums, real) {
            AddNormRow { real: row, norm }.dispatch();
        }
    }

    /// The rows of the output.
    fn rows<'a>(
        &'a self,
        input: &'a Rounded,
        sums: &'a [i32],
        real: &'a mut [f32],
    ) -> impl Iterator<Item = RealRow<'a>> {
        let columns = Columns {
            shift: &self.shift,
            scale: &self.scale,
            bias: &self.bias,
        };
        let sums = sums.chunks_exact(self.width);
        let rows = real.chunks_exact_mut(self.width);
        sums.zip(rows)
            .zip(&input.scales)
            .map(move |((sums, real), &row_scale)| RealRow {
                sums,
                real,
                row_scale,
                columns,
            })
    }

    /// Sums of products.
    fn multiply(&self, input: &Rounded, sums: &mut Vec<i32>) {
        let count = input.scales.len();
        sums.resize(count * self.width, 0);
        let rows = NdTensorView::from_data([count, input.width], input.bytes.as_slice());
        let done = Multiplier::new().gemm(
            sums,
            GemmInputA::Unpacked(rows),
            GemmInputB::Packed(&self.packed),
            GemmOptions::default(),
        );
        debug_assert!(done.is_ok(), "sizes follow from the layer");
    }
}
