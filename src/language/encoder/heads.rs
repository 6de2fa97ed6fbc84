//! What is read off the tagger's rows: scores of labels, of heads and of relations.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_tensor::NdTensorView;

use super::dense::{Dense, Rounded};
use super::kernels::Rounding;
use super::weights::Weights;
use crate::language::EngineError;

/// Multiplies matrices of real numbers.
type Multiplier = GemmExecutor<f32, f32, f32>;

/// Rows of numbers of one length.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Table {
    /// The numbers, row by row.
    numbers: Vec<f32>,
    /// Numbers in a row.
    width: usize,
}

impl Table {
    /// A table of rows of `width` numbers.
    pub(crate) fn new(numbers: Vec<f32>, width: usize) -> Self {
        Self {
            numbers,
            width: width.max(1),
        }
    }

    /// The rows, in order.
    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        self.numbers.chunks_exact(self.width.max(1))
    }

    /// The row with this number; empty outside.
    pub(crate) fn row(&self, index: usize) -> &[f32] {
        let start = index * self.width;
        self.numbers
            .get(start..start + self.width)
            .unwrap_or_default()
    }
}

/// Scores of the words of one sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Scores {
    /// Entity labels, a row for each word.
    pub(crate) entity: Table,
    /// UPOS tags.
    pub(crate) upos: Table,
    /// XPOS tags.
    pub(crate) xpos: Table,
    /// Heads: first the root, then every word of the sentence.
    pub(crate) arcs: Table,
    /// What the relation of a word is scored from, as dependent.
    dependents: Table,
    /// The same as head: first the root, then every word.
    governors: Table,
}

/// Memory that the heads use again.
#[derive(Default)]
pub(super) struct Memory {
    labels: Vec<f32>,
    projected: Vec<f32>,
    sides: Vec<f32>,
}

/// The heads of the model.
pub(super) struct Heads {
    labels: Dense,
    /// Numbers of entity labels, UPOS and XPOS tags.
    counts: [usize; 3],
    projections: Dense,
    arc: usize,
    rel: usize,
    relations: usize,
    arc_matrix: PackedBMatrix<f32>,
    /// For each number of a dependent a row: for each number of a governor all relations.
    rel_matrix: PackedBMatrix<f32>,
    /// Projections of the root.
    root: Vec<f32>,
}

impl Heads {
    /// Reads the heads; `counts` are the numbers of entity labels, UPOS, XPOS tags and relations.
    pub(super) fn read(
        weights: &Weights<'_>,
        counts: [usize; 4],
        width: usize,
        rounding: Rounding,
    ) -> Result<Self, EngineError> {
        let [entity, upos, xpos, relations] = counts;
        let (arc, rel) = (weights.number("arc_dim")?, weights.number("rel_dim")?);
        let labels = ["head.entity", "head.upos", "head.xpos"];
        let projections = [
            "head.arc_head",
            "head.arc_dep",
            "head.rel_head",
            "head.rel_dep",
        ];
        let labels = Dense::read(weights, &labels, width, rounding)?;
        let projections = Dense::read(weights, &projections, width, rounding)?;
        if labels.width < entity + upos + xpos || projections.width < 2 * (arc + rel) {
            return Err(EngineError::Weights(
                "heads do not fit their labels".to_owned(),
            ));
        }
        let real = Multiplier::new();
        let arcs = weights.real("head.arc_bilinear", &[arc + 1, arc])?;
        let arc_matrix = real.prepack_b(NdTensorView::from_data([arc + 1, arc], arcs.as_slice()));
        let rels = weights.real("head.rel_bilinear", &[relations, rel + 1, rel + 1])?;
        let rels = turned(&rels, rel + 1);
        let columns = relations * (rel + 1);
        let rel_matrix =
            real.prepack_b(NdTensorView::from_data([rel + 1, columns], rels.as_slice()));
        let root = weights.real("head.root", &[width])?;
        let mut heads = Self {
            labels,
            counts: [entity, upos, xpos],
            projections,
            arc,
            rel,
            relations,
            arc_matrix,
            rel_matrix,
            root: Vec::new(),
        };
        let mut rounded = Rounded::default();
        rounded.fill(&root, width, rounding);
        heads
            .projections
            .gelu(&rounded, &mut Vec::new(), &mut heads.root);
        Ok(heads)
    }

    /// Scores of sentences from the rows of their words; `lengths` are their numbers of words.
    pub(super) fn score(
        &self,
        words: &Rounded,
        sums: &mut Vec<i32>,
        lengths: impl Iterator<Item = usize>,
        memory: &mut Memory,
    ) -> Vec<Scores> {
        let Memory {
            labels,
            projected,
            sides,
        } = memory;
        self.labels.real(words, sums, labels);
        self.projections.gelu(words, sums, projected);
        let dependents = self.part(&[projected], self.arc, self.arc, true);
        multiply(&dependents, self.arc + 1, &self.arc_matrix, sides);
        let (mut labels, mut projected) = (labels.as_slice(), projected.as_slice());
        let mut sides = sides.as_slice();
        let mut scores = Vec::new();
        for length in lengths {
            let (own_labels, rest) = labels.split_at(length * self.labels.width);
            let (own, later) = projected.split_at(length * self.projections.width);
            let (own_sides, more) = sides.split_at(length * self.arc);
            (labels, projected, sides) = (rest, later, more);
            scores.push(self.sentence(own_labels, own, own_sides));
        }
        scores
    }

    /// Scores of one sentence.
    fn sentence(&self, labels: &[f32], projected: &[f32], sides: &[f32]) -> Scores {
        let [entity, upos, xpos] = self.counts;
        let labels = |from: usize, count: usize| {
            let rows = labels.chunks_exact(self.labels.width);
            Table::new(columns(rows, from, count, false), count)
        };
        let with_root = [self.root.as_slice(), projected];
        let governors = self.part(&with_root, 0, self.arc, false);
        let from = 2 * self.arc;
        Scores {
            entity: labels(0, entity),
            upos: labels(entity, upos),
            xpos: labels(entity + upos, xpos),
            arcs: self.arcs(sides, &governors),
            dependents: Table::new(
                self.part(&[projected], from + self.rel, self.rel, true),
                self.rel + 1,
            ),
            governors: Table::new(self.part(&with_root, from, self.rel, true), self.rel + 1),
        }
    }

    /// Columns of the projections, with a 1 behind each row if asked.
    fn part(&self, projected: &[&[f32]], from: usize, count: usize, one: bool) -> Vec<f32> {
        let rows = projected
            .iter()
            .flat_map(|rows| rows.chunks_exact(self.projections.width));
        columns(rows, from, count, one)
    }

    /// Scores of every head for every word.
    fn arcs(&self, sides: &[f32], governors: &[f32]) -> Table {
        let (words, heads) = (sides.len() / self.arc, governors.len() / self.arc);
        let mut scores = vec![0.0; words * heads];
        let done = Multiplier::new().gemm(
            &mut scores,
            GemmInputA::Unpacked(NdTensorView::from_data([words, self.arc], sides)),
            GemmInputB::Unpacked(
                NdTensorView::from_data([heads, self.arc], governors).transposed(),
            ),
            GemmOptions::default(),
        );
        debug_assert!(done.is_ok(), "sizes follow from the layer");
        Table::new(scores, heads)
    }

    /// Scores of every relation for every word, given its head: 0 for the root, else the number of
    /// a word of the sentence and 1.
    pub(super) fn relations(&self, scores: &Scores, heads: &[usize], memory: &mut Memory) -> Table {
        let (size, sides) = (self.rel + 1, &mut memory.sides);
        multiply(&scores.dependents.numbers, size, &self.rel_matrix, sides);
        let mut numbers = vec![0.0; heads.len() * self.relations];
        let rows = numbers.chunks_exact_mut(self.relations);
        for ((row, side), &head) in rows
            .zip(sides.chunks_exact(self.relations * size))
            .zip(heads)
        {
            let governor = scores.governors.row(head);
            for (factor, side) in governor.iter().zip(side.chunks_exact(self.relations)) {
                for (sum, x) in row.iter_mut().zip(side) {
                    *sum += factor * x;
                }
            }
        }
        Table::new(numbers, self.relations)
    }
}

/// Rows of `depth` numbers times a matrix.
fn multiply(rows: &[f32], depth: usize, matrix: &PackedBMatrix<f32>, products: &mut Vec<f32>) {
    let count = rows.len() / depth;
    products.resize(count * matrix.cols(), 0.0);
    let done = Multiplier::new().gemm(
        products,
        GemmInputA::Unpacked(NdTensorView::from_data([count, depth], rows)),
        GemmInputB::Packed(matrix),
        GemmOptions::default(),
    );
    debug_assert!(done.is_ok(), "sizes follow from the layer");
}

/// Columns of rows, with a 1 behind each row if asked.
fn columns<'a>(
    rows: impl Iterator<Item = &'a [f32]>,
    from: usize,
    count: usize,
    one: bool,
) -> Vec<f32> {
    let mut found = Vec::new();
    for row in rows {
        found.extend_from_slice(row.get(from..from + count).unwrap_or_default());
        found.extend(one.then_some(1.0));
    }
    found
}

/// Square matrices one after the other, as one matrix: its row `i` holds for each `j` the numbers
/// `(i, j)` of all.
fn turned(matrices: &[f32], size: usize) -> Vec<f32> {
    (0..size * size)
        .flat_map(|place| matrices.iter().skip(place).step_by(size * size))
        .copied()
        .collect()
}
