//! Products of bytes on processors that sum four of them at once (AVX-512 with VNNI).
//!
//! Rows of activations are read where they lie; weights stand in panels of columns, so that the
//! inner loop reads memory in order. Sums are exact: they do not depend on the order.

#![expect(
    clippy::indexing_slicing,
    reason = "numeric kernel: every range follows from the sizes of the tile"
)]

use core::arch::x86_64::{__m512i, _mm512_dpbusd_epi32, _mm512_set1_epi32, _mm512_setzero_si512};

use fearless_simd::x86::Avx512;
use fearless_simd::{Level, SimdBase, SimdInto, i32x16};

/// Rows worked on together.
pub(super) const ROWS: usize = 8;

/// Numbers of 32 bits in a vector.
const LANES: usize = 16;

/// Columns worked on together: two vectors.
pub(super) const COLUMNS: usize = 2 * LANES;

/// Four bytes of each of the columns of a panel, in the order of the columns.
type Step = [[i32; LANES]; 2];

/// The weights of a dense layer, for processors that have the instructions.
pub(super) struct Panels {
    simd: Avx512,
    steps: Vec<Step>,
    /// Steps in a panel: a quarter of the numbers in an input row.
    depth: usize,
}

impl Panels {
    /// Weights given row by row, `input` bytes for each output; `None` if this processor lacks the
    /// instructions. `input` must be a multiple of 4, the number of outputs one of `COLUMNS`.
    pub(super) fn new(weights: &[i8], input: usize) -> Option<Self> {
        let simd = Level::new().as_avx512()?;
        let depth = input / 4;
        let mut steps = Vec::with_capacity(weights.len() / (4 * COLUMNS));
        for columns in weights.chunks_exact(COLUMNS * input) {
            steps.extend((0..depth).map(|step| {
                std::array::from_fn(|half| {
                    std::array::from_fn(|lane| {
                        let from = (half * LANES + lane) * input + step * 4;
                        i32::from_le_bytes(std::array::from_fn(|i| {
                            columns[from + i].cast_unsigned()
                        }))
                    })
                })
            }));
        }
        Some(Self { simd, steps, depth })
    }

    /// The sums of products of every row with every column; the number of rows must be a multiple
    /// of `ROWS`.
    pub(super) fn multiply(&self, rows: &[u8], sums: &mut [i32]) {
        let columns = self.steps.len() / self.depth * COLUMNS;
        let (quads, _) = rows.as_chunks::<4>();
        for (number, panel) in self.steps.chunks_exact(self.depth).enumerate() {
            let blocks = quads.chunks_exact(ROWS * self.depth);
            for (rows, sums) in blocks.zip(sums.chunks_exact_mut(ROWS * columns)) {
                tile(
                    self.simd,
                    rows,
                    panel,
                    &mut sums[number * COLUMNS..],
                    columns,
                );
            }
        }
    }
}

fearless_simd::kernel!(
    /// The sums of `ROWS` rows with one panel, written at the start of each row of `sums`.
    fn tile(simd: Avx512, rows: &[[u8; 4]], panel: &[Step], sums: &mut [i32], stride: usize) {
        let depth = panel.len();
        // One by one, so that the compiler sees that each is as long as the panel.
        let (row_0, rows) = rows.split_at(depth);
        let (row_1, rows) = rows.split_at(depth);
        let (row_2, rows) = rows.split_at(depth);
        let (row_3, rows) = rows.split_at(depth);
        let (row_4, rows) = rows.split_at(depth);
        let (row_5, rows) = rows.split_at(depth);
        let (row_6, rows) = rows.split_at(depth);
        let (row_7, _) = rows.split_at(depth);
        let rows = [row_0, row_1, row_2, row_3, row_4, row_5, row_6, row_7];
        let mut totals = [[_mm512_setzero_si512(); 2]; ROWS];
        for (k, [left, right]) in panel.iter().enumerate() {
            let left: __m512i = i32x16::from_slice(simd, left).into();
            let right: __m512i = i32x16::from_slice(simd, right).into();
            for row in 0..ROWS {
                let quad = _mm512_set1_epi32(i32::from_le_bytes(rows[row][k]));
                totals[row][0] = _mm512_dpbusd_epi32(totals[row][0], quad, left);
                totals[row][1] = _mm512_dpbusd_epi32(totals[row][1], quad, right);
            }
        }
        for (row, halves) in totals.into_iter().enumerate() {
            for (half, total) in halves.into_iter().enumerate() {
                let from = row * stride + half * LANES;
                let total: i32x16<Avx512> = total.simd_into(simd);
                total.store_slice(&mut sums[from..from + LANES]);
            }
        }
    }
);

#[cfg(test)]
mod tests {
    use super::{COLUMNS, Panels, ROWS};

    #[test]
    fn agrees_with_the_definition() {
        let (input, output, count) = (20, 2 * COLUMNS, 2 * ROWS);
        let weights: Vec<i8> = (0..input * output)
            .map(|i| ((i * 7919 % 255) as i32 - 127) as i8)
            .collect();
        let rows: Vec<u8> = (0..input * count)
            .map(|i| (i * 104_729 % 256) as u8)
            .collect();
        let Some(panels) = Panels::new(&weights, input) else {
            return;
        };
        let mut sums = vec![0; count * output];
        panels.multiply(&rows, &mut sums);
        for row in 0..count {
            for column in 0..output {
                let expected: i32 = (0..input)
                    .map(|k| {
                        i32::from(rows[row * input + k]) * i32::from(weights[column * input + k])
                    })
                    .sum();
                assert_eq!(sums[row * output + column], expected);
            }
        }
    }
}
