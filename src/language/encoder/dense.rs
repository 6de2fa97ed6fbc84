//! A dense layer with eight-bit weights.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::SimdOp;
use rten_tensor::NdTensorView;

#[cfg(target_arch = "x86_64")]
use super::dot::Panels;
use super::kernels::{AddNormRow, Columns, GeluRow, Norm, RealRow, RoundRow, Rounding};
use super::weights::Weights;
use crate::language::EngineError;

/// Multiplies matrices of bytes on the best unit of this processor, where `Panels` cannot. Cheap
/// to make, but not to be sent between threads, so that each task makes its own.
type Multiplier = GemmExecutor<u8, i8, i32>;

/// Rows whose sums are kept at a time; a multiple of the rows of a tile, and few enough that the
/// sums stay near the processor.
const BLOCK: usize = 64;

/// Rows are padded to a multiple of this number.
const PADDING: usize = 8;

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
    /// Row by row, padded to a multiple of `PADDING` rows with anything.
    bytes: Vec<u8>,
    /// The scale of each row, without padding.
    scales: Vec<f32>,
    width: usize,
}

impl Rounded {
    /// Rounds every row of `width` numbers.
    pub(super) fn fill(&mut self, rows: &[f32], width: usize, rounding: Rounding) {
        self.width = width;
        let count = rows.len() / width;
        self.bytes
            .resize(count.next_multiple_of(PADDING) * width, 0);
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

/// The weights of a layer, as its products want them.
enum Packed {
    /// For processors that sum four products of bytes at once.
    #[cfg(target_arch = "x86_64")]
    Panels(Panels),
    /// For all others.
    Matrix(PackedBMatrix<i8>),
}

impl Packed {
    /// Weights given row by row, `input` bytes for each output.
    fn new(weights: &[i8], input: usize) -> Self {
        #[cfg(target_arch = "x86_64")]
        if let Some(panels) = Panels::new(weights, input) {
            return Self::Panels(panels);
        }
        Self::matrix(weights, input)
    }

    /// The same for processors without the instructions that `Panels` needs.
    fn matrix(weights: &[i8], input: usize) -> Self {
        let view = NdTensorView::from_data([weights.len() / input, input], weights);
        Self::Matrix(Multiplier::new().prepack_b(view.transposed()))
    }

    /// Sums of products of rows of `input` bytes.
    fn multiply(&self, rows: &[u8], input: usize, sums: &mut [i32]) {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Panels(panels) => panels.multiply(rows, sums),
            Self::Matrix(matrix) => {
                let rows = NdTensorView::from_data([rows.len() / input, input], rows);
                let done = Multiplier::new().gemm(
                    sums,
                    GemmInputA::Unpacked(rows),
                    GemmInputB::Packed(matrix),
                    GemmOptions::default(),
                );
                debug_assert!(done.is_ok(), "sizes follow from the layer");
            }
        }
    }
}

/// A dense layer.
pub(super) struct Dense {
    packed: Packed,
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
        Ok(Self {
            packed: Packed::new(&bytes, input),
            shift,
            scale,
            bias,
            width,
        })
    }

    /// The outputs as real numbers.
    pub(super) fn real(&self, input: &Rounded, sums: &mut Vec<i32>, real: &mut Vec<f32>) {
        real.resize(input.scales.len() * self.width, 0.0);
        self.each_row(input, sums, real, |row| row.dispatch());
    }

    /// The outputs after GELU.
    pub(super) fn gelu(&self, input: &Rounded, sums: &mut Vec<i32>, real: &mut Vec<f32>) {
        real.resize(input.scales.len() * self.width, 0.0);
        self.each_row(input, sums, real, |row| GeluRow(row).dispatch());
    }

    /// Adds the outputs to `real`, then a layer norm.
    pub(super) fn add_norm(
        &self,
        input: &Rounded,
        sums: &mut Vec<i32>,
        real: &mut [f32],
        norm: Norm<'_>,
    ) {
        self.each_row(input, sums, real, |row| {
            AddNormRow { real: row, norm }.dispatch();
        });
    }

    /// Calls `f` with every row of the output.
    fn each_row(
        &self,
        input: &Rounded,
        sums: &mut Vec<i32>,
        real: &mut [f32],
        f: impl Fn(RealRow<'_>),
    ) {
        let columns = Columns {
            shift: &self.shift,
            scale: &self.scale,
            bias: &self.bias,
        };
        let blocks = input
            .bytes
            .chunks(BLOCK * input.width)
            .zip(real.chunks_mut(BLOCK * self.width))
            .zip(input.scales.chunks(BLOCK));
        for ((bytes, real), scales) in blocks {
            sums.resize(bytes.len() / input.width * self.width, 0);
            self.packed.multiply(bytes, input.width, sums);
            let rows = sums
                .chunks_exact(self.width)
                .zip(real.chunks_exact_mut(self.width));
            for ((sums, real), &row_scale) in rows.zip(scales) {
                f(RealRow {
                    sums,
                    real,
                    row_scale,
                    columns,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PADDING, Packed};

    #[test]
    fn both_ways_give_the_same_sums() {
        let (input, output, count) = (384, 128, 2 * PADDING);
        let weights: Vec<i8> = (0..input * output)
            .map(|i| ((i * 7919 % 255) as i32 - 127) as i8)
            .collect();
        // Seven bits, so that no processor's sums overflow.
        let rows: Vec<u8> = (0..input * count)
            .map(|i| (i * 104_729 % 128) as u8)
            .collect();
        let sums = |packed: &Packed| {
            let mut sums = vec![0; count * output];
            packed.multiply(&rows, input, &mut sums);
            sums
        };
        assert_eq!(
            sums(&Packed::new(&weights, input)),
            sums(&Packed::matrix(&weights, input))
        );
    }
}
