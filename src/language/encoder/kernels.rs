//! The arithmetic between two matrix products, one row at a time, on whatever vector unit the
//! processor has.
//!
//! Every row is worked on alone and in a fixed order, so that a text gives the same numbers
//! whatever stands beside it in a batch. Lengths of rows must be multiples of 64.

#![expect(
    clippy::inline_always,
    reason = "vector code must be inlined where the processor's instructions are switched on"
)]
use rten_simd::ops::{BitOps, FloatOps, NarrowSaturate, NumOps, ToFloat};
use rten_simd::{Isa, Simd, SimdOp, SimdUnaryOp};
use rten_vecmath::Gelu;

/// How activations are rounded to eight bits: value = (byte - zero) × scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rounding {
    /// The byte that stands for zero.
    pub(super) zero: i32,
    /// The largest distance of a byte from zero.
    pub(super) reach: f32,
}

/// What belongs to each column of a dense layer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns<'a> {
    /// What the zero byte of the activations adds to each sum.
    pub(super) shift: &'a [i32],
    /// Scale of the weights.
    pub(super) scale: &'a [f32],
    /// Bias.
    pub(super) bias: &'a [f32],
}

/// Gain and bias of a layer norm.
#[derive(Clone, Copy, Debug)]
pub(super) struct Norm<'a> {
    /// Factor for each column.
    pub(super) gain: &'a [f32],
    /// Added to each column.
    pub(super) bias: &'a [f32],
    /// Added to the variance.
    pub(super) epsilon: f32,
}

/// Rounds a row to bytes and tells the scale.
pub(super) struct RoundRow<'a> {
    pub(super) row: &'a [f32],
    pub(super) bytes: &'a mut [u8],
    pub(super) rounding: Rounding,
}

impl SimdOp for RoundRow<'_> {
    type Output = f32;

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) -> f32 {
        let (ops, ints) = (isa.f32(), isa.i32());
        let width = ops.len();
        let mut largest = ops.zero();
        for part in self.row.chunks_exact(width) {
            largest = ops.max(largest, ops.abs(ops.load(part)));
        }
        let scale = largest_of(largest.to_array().as_ref()).max(1e-8) / self.rounding.reach;
        let inverse = ops.splat(1.0 / scale);
        let zero = ints.splat(self.rounding.zero);
        let parts = self.row.chunks_exact(4 * width);
        for (part, bytes) in parts.zip(self.bytes.chunks_exact_mut(4 * width)) {
            let (a, rest) = part.split_at(width);
            let (b, rest) = rest.split_at(width);
            let (c, d) = rest.split_at(width);
            let a = round(isa, a, inverse, zero);
            let b = round(isa, b, inverse, zero);
            let c = round(isa, c, inverse, zero);
            let d = round(isa, d, inverse, zero);
            let low = ints.narrow_saturate(a, b);
            let high = ints.narrow_saturate(c, d);
            isa.u8().store(isa.i16().narrow_saturate(low, high), bytes);
        }
        scale
    }
}

/// The largest of the numbers of a vector; not less than the smallest number there is.
///
/// Four comparisons at a time, so that they do not wait for each other.
#[inline(always)]
pub(super) fn largest_of(lanes: &[f32]) -> f32 {
    let larger = |a: f32, b: f32| if a > b { a } else { b };
    let mut best = [f32::MIN; 4];
    for part in lanes.chunks_exact(4) {
        for (best, x) in best.iter_mut().zip(part) {
            *best = larger(*best, *x);
        }
    }
    let [a, b, c, d] = best;
    larger(larger(a, b), larger(c, d))
}

/// One vector of a row, as whole steps from `zero`. Apart from the loop over the row, because a
/// closure given to the standard library would not be inlined.
#[inline(always)]
fn round<I: Isa>(isa: I, part: &[f32], inverse: I::F32, zero: I::I32) -> I::I32 {
    let (ops, ints) = (isa.f32(), isa.i32());
    ints.add(ops.to_int_round(ops.mul(ops.load(part), inverse)), zero)
}

/// Turns sums of products into real numbers: (sum - shift) × scale × row scale + bias.
pub(super) struct RealRow<'a> {
    pub(super) sums: &'a [i32],
    pub(super) real: &'a mut [f32],
    pub(super) row_scale: f32,
    pub(super) columns: Columns<'a>,
}

impl SimdOp for RealRow<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        each_real(
            isa,
            self.sums,
            self.row_scale,
            self.columns,
            self.real,
            #[inline(always)]
            |x, _| x,
        );
    }
}

/// The same, then the exact GELU.
pub(super) struct GeluRow<'a>(pub(super) RealRow<'a>);

impl SimdOp for GeluRow<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let RealRow {
            sums,
            real,
            row_scale,
            columns,
        } = self.0;
        each_real(
            isa,
            sums,
            row_scale,
            columns,
            real,
            #[inline(always)]
            |x, _| Gelu {}.eval(isa, x),
        );
    }
}

/// The same, added to what the row holds, then the layer norm.
pub(super) struct AddNormRow<'a> {
    pub(super) real: RealRow<'a>,
    pub(super) norm: Norm<'a>,
}

impl SimdOp for AddNormRow<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let ops = isa.f32();
        let RealRow {
            sums,
            real,
            row_scale,
            columns,
        } = self.real;
        each_real(
            isa,
            sums,
            row_scale,
            columns,
            real,
            #[inline(always)]
            |x, old| ops.add(x, old),
        );
        NormRow {
            row: real,
            norm: self.norm,
        }
        .eval(isa);
    }
}

/// Layer norm: brings a row to mean 0 and variance 1, then scales and shifts it.
pub(super) struct NormRow<'a> {
    pub(super) row: &'a mut [f32],
    pub(super) norm: Norm<'a>,
}

impl SimdOp for NormRow<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let ops = isa.f32();
        let width = ops.len();
        let count = self.row.len() as f32;
        let mut sum = ops.zero();
        for part in self.row.chunks_exact(width) {
            sum = ops.add(sum, ops.load(part));
        }
        let mean = ops.splat(ops.sum(sum) / count);
        let mut squares = ops.zero();
        for part in self.row.chunks_exact(width) {
            let x = ops.sub(ops.load(part), mean);
            squares = ops.mul_add(x, x, squares);
        }
        let variance = ops.sum(squares) / count;
        let factor = ops.splat((variance + self.norm.epsilon).sqrt().recip());
        let gains = self.norm.gain.chunks_exact(width);
        let biases = self.norm.bias.chunks_exact(width);
        for ((part, gain), bias) in self.row.chunks_exact_mut(width).zip(gains).zip(biases) {
            let x = ops.mul(ops.sub(ops.load(part), mean), factor);
            ops.store(ops.mul_add(x, ops.load(gain), ops.load(bias)), part);
        }
    }
}

/// Writes `f(real number, what stands there)` for every sum.
#[inline(always)]
fn each_real<I: Isa>(
    isa: I,
    sums: &[i32],
    row_scale: f32,
    columns: Columns<'_>,
    real: &mut [f32],
    f: impl Fn(I::F32, I::F32) -> I::F32,
) {
    let (ops, ints) = (isa.f32(), isa.i32());
    let width = ops.len();
    let row_scale = ops.splat(row_scale);
    let sums = sums
        .chunks_exact(width)
        .zip(columns.shift.chunks_exact(width));
    let columns = columns
        .scale
        .chunks_exact(width)
        .zip(columns.bias.chunks_exact(width));
    for ((part, (sum, shift)), (scale, bias)) in real.chunks_exact_mut(width).zip(sums).zip(columns)
    {
        let sum = ints.to_float(ints.sub(ints.load(sum), ints.load(shift)));
        let scale = ops.mul(ops.load(scale), row_scale);
        let x = ops.mul_add(sum, scale, ops.load(bias));
        let x = f(x, ops.load(part));
        ops.store(x, part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_keeps_values_within_half_a_step() {
        let row: Vec<f32> = (0..64)
            .map(|i| ((i * 37 % 64) as f32 - 32.0) / 7.0)
            .collect();
        let mut bytes = vec![0; 64];
        let rounding = Rounding {
            zero: 128,
            reach: 127.0,
        };
        let scale = RoundRow {
            row: &row,
            bytes: &mut bytes,
            rounding,
        }
        .dispatch();
        for (x, byte) in row.iter().zip(bytes) {
            assert!((x - (f32::from(byte) - 128.0) * scale).abs() <= scale * 0.501);
        }
    }

    #[test]
    fn a_normed_row_has_mean_0_and_variance_1() {
        let mut row: Vec<f32> = (0..384).map(|i| (i * 31 % 97) as f32).collect();
        let (gain, bias) = (vec![1.0; 384], vec![0.0; 384]);
        let norm = Norm {
            gain: &gain,
            bias: &bias,
            epsilon: 1e-12,
        };
        NormRow {
            row: &mut row,
            norm,
        }
        .dispatch();
        let mean = row.iter().sum::<f32>() / 384.0;
        let variance = row.iter().map(|x| x * x).sum::<f32>() / 384.0;
        assert!(mean.abs() < 1e-4 && (variance - 1.0).abs() < 1e-3);
    }
}
