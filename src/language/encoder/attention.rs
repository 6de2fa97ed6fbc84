//! Self-attention of one input, all heads.
//!
//! Works on small blocks of queries; every output is summed in the same order whatever the block.

#![expect(
    clippy::inline_always,
    reason = "vector code must be inlined where the processor's instructions are switched on"
)]
#![expect(
    clippy::indexing_slicing,
    reason = "numeric kernel: every range follows from the sizes checked at the top of `eval`"
)]

use rten_simd::ops::{BitOps, NumOps};
use rten_simd::{Isa, Simd, SimdOp, SimdUnaryOp};
use rten_vecmath::Exp;

use super::kernels::largest_of;

/// Width of one head.
pub(super) const HEAD: usize = 32;

/// Queries worked on together.
const BLOCK: usize = 4;

/// What the heads read and write.
pub(super) struct Attention<'a> {
    /// Rows of queries, keys and values, `3 × width` numbers each.
    pub(super) input: &'a [f32],
    /// Numbers of the rows that are asked for.
    pub(super) queries: &'a [usize],
    /// A row of `width` numbers for each of these.
    pub(super) output: &'a mut [f32],
    /// Numbers in a row of the output; a multiple of `HEAD`.
    pub(super) width: usize,
    /// Kept from call to call.
    pub(super) scratch: &'a mut Scratch,
}

/// Memory that is used again.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    keys: Vec<f32>,
    values: Vec<f32>,
    queries: Vec<f32>,
    shares: Vec<f32>,
}

impl SimdOp for Attention<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let stride = 3 * self.width;
        let count = self.input.len() / stride;
        let asked = self.queries.len();
        assert_eq!(self.output.len(), asked * self.width);
        let padded = count.next_multiple_of(16);
        let scratch = self.scratch;
        scratch.keys.clear();
        scratch.keys.resize(HEAD * padded, 0.0);
        scratch.values.resize(count * HEAD, 0.0);
        scratch.queries.resize(asked * HEAD, 0.0);
        scratch.shares.resize(BLOCK * padded, 0.0);
        for from in (0..self.width).step_by(HEAD) {
            split(self.input, self.queries, from, self.width, padded, scratch);
            let mut first = 0;
            while first + BLOCK <= asked {
                block::<I, BLOCK>(isa, first, from, self.width, padded, scratch, self.output);
                first += BLOCK;
            }
            while first < asked {
                block::<I, 1>(isa, first, from, self.width, padded, scratch, self.output);
                first += 1;
            }
        }
    }
}

/// Copies one head's keys (turned), values and queries (scaled).
#[inline(always)]
fn split(
    input: &[f32],
    queries: &[usize],
    from: usize,
    width: usize,
    padded: usize,
    scratch: &mut Scratch,
) {
    for (row, line) in input.chunks_exact(3 * width).enumerate() {
        for (column, x) in line[width + from..width + from + HEAD].iter().enumerate() {
            scratch.keys[column * padded + row] = *x;
        }
        let values = &line[2 * width + from..2 * width + from + HEAD];
        scratch.values[row * HEAD..(row + 1) * HEAD].copy_from_slice(values);
    }
    let factor = (HEAD as f32).sqrt().recip();
    for (row, query) in queries.iter().zip(scratch.queries.chunks_exact_mut(HEAD)) {
        let start = row * 3 * width + from;
        for (to, x) in query.iter_mut().zip(&input[start..start + HEAD]) {
            *to = x * factor;
        }
    }
}

/// The output of `N` queries from `first` on.
#[inline(always)]
fn block<I: Isa, const N: usize>(
    isa: I,
    first: usize,
    from: usize,
    width: usize,
    padded: usize,
    scratch: &mut Scratch,
    output: &mut [f32],
) {
    let ops = isa.f32();
    let lanes = ops.len();
    let count = scratch.values.len() / HEAD;
    let queries: [&[f32]; N] =
        std::array::from_fn(|i| &scratch.queries[(first + i) * HEAD..(first + i + 1) * HEAD]);
    for column in (0..padded).step_by(lanes) {
        let sums = products(isa, queries, &scratch.keys, padded, column);
        for (i, sum) in sums.into_iter().enumerate() {
            ops.store(sum, &mut scratch.shares[i * padded + column..]);
        }
    }
    let mut totals = [0.0; N];
    for (i, total) in totals.iter_mut().enumerate() {
        let shares = &mut scratch.shares[i * padded..(i + 1) * padded];
        shares[count..].fill(f32::NEG_INFINITY);
        *total = exponentials(isa, shares);
    }
    let shares: [&[f32]; N] =
        std::array::from_fn(|i| &scratch.shares[i * padded..i * padded + count]);
    for column in (0..HEAD).step_by(lanes) {
        let sums = products(isa, shares, &scratch.values, HEAD, column);
        for (i, sum) in sums.into_iter().enumerate() {
            let place = (first + i) * width + from + column;
            let mean = ops.mul(sum, ops.splat(totals[i].recip()));
            ops.store(mean, &mut output[place..]);
        }
    }
}

/// For each row on the left: the sum over its numbers times the rows on the right, at one column.
#[inline(always)]
fn products<I: Isa, const N: usize>(
    isa: I,
    left: [&[f32]; N],
    right: &[f32],
    stride: usize,
    column: usize,
) -> [I::F32; N] {
    let ops = isa.f32();
    let mut sums = [ops.zero(); N];
    let depth = left[0].len();
    let left = left.map(|row| &row[..depth]);
    for (k, row) in right[..depth * stride].chunks_exact(stride).enumerate() {
        let x = ops.load(&row[column..]);
        for i in 0..N {
            sums[i] = ops.mul_add(ops.splat(left[i][k]), x, sums[i]);
        }
    }
    sums
}

/// Replaces every number by exp(number - largest); the result is their sum.
#[inline(always)]
fn exponentials<I: Isa>(isa: I, row: &mut [f32]) -> f32 {
    let ops = isa.f32();
    let mut largest = ops.splat(f32::NEG_INFINITY);
    for part in row.chunks_exact(ops.len()) {
        largest = ops.max(largest, ops.load(part));
    }
    let largest = largest_of(largest.to_array().as_ref());
    let (largest, lowest) = (ops.splat(largest), ops.splat(-87.0));
    let mut sum = ops.zero();
    for part in row.chunks_exact_mut(ops.len()) {
        let x = ops.max(ops.sub(ops.load(part), largest), lowest);
        let x = Exp {}.eval(isa, x);
        sum = ops.add(sum, x);
        ops.store(x, part);
    }
    ops.sum(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_definition() {
        let (count, width) = (7, 64);
        let queries = [0, 1, 2, 4, 6];
        let input: Vec<f32> = (0..count * 3 * width)
            .map(|i| ((i * 7919 % 1000) as f32 - 500.0) / 400.0)
            .collect();
        let mut output = vec![0.0; queries.len() * width];
        let mut scratch = Scratch::default();
        Attention {
            input: &input,
            queries: &queries,
            output: &mut output,
            width,
            scratch: &mut scratch,
        }
        .dispatch();
        let at =
            |row: usize, part: usize, column: usize| input[row * 3 * width + part * width + column];
        for (place, &row) in queries.iter().enumerate() {
            for head in 0..2 {
                let score = |other: usize| -> f32 {
                    (0..HEAD)
                        .map(|d| at(row, 0, head * HEAD + d) * at(other, 1, head * HEAD + d))
                        .sum::<f32>()
                        / (HEAD as f32).sqrt()
                };
                let shares: Vec<f32> = (0..count).map(|other| score(other).exp()).collect();
                let total: f32 = shares.iter().sum();
                for d in 0..HEAD {
                    let expected: f32 = (0..count)
                        .map(|o| shares[o] * at(o, 2, head * HEAD + d))
                        .sum::<f32>()
                        / total;
                    assert!((output[place * width + head * HEAD + d] - expected).abs() < 1e-4);
                }
            }
        }
    }
}
