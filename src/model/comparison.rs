//! Two articles, aligned sentence by sentence, with what differs.

use serde::{Deserialize, Serialize};

use super::Span;

/// Two texts side by side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Rows in reading order of the left text, right-only rows where they stand in the right text.
    /// Every sentence of both sides stands in exactly one row.
    pub rows: Vec<Row>,
}

/// Sentences that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// How the two sides relate.
    pub kind: RowKind,
    /// Whether the passage stands in another order on the two sides.
    pub is_moved: bool,
    /// Indexes of sentences of the left text; empty for `RightOnly`.
    pub left: Vec<usize>,
    /// Indexes of sentences of the right text; empty for `LeftOnly`.
    pub right: Vec<usize>,
    /// How alike the two sides are, 0 to 1.
    pub similarity: f32,
    /// What differs, in reading order.
    pub changes: Vec<Change>,
}

/// How the two sides of a row relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// The same words (white space, quotation-mark style and re-wrapping aside).
    Same,
    /// The same content in other words.
    Reworded,
    /// Only in the left text.
    LeftOnly,
    /// Only in the right text.
    RightOnly,
}

/// Words that differ inside a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What kind of thing differs.
    pub kind: ChangeKind,
    /// Whole words of the left text; `None` for an insertion.
    pub left: Option<Span>,
    /// Whole words of the right text; `None` for a deletion.
    pub right: Option<Span>,
    /// More precisely what happened, for kinds that know more.
    pub detail: Option<ChangeDetail>,
}

/// What exactly happened to a quotation, a certainty or an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeDetail {
    /// Part of a quotation is gone on the right.
    QuotationTrimmed,
    /// A quotation has become paraphrase, or the other way round.
    QuotationParaphrased,
    /// Words inside the quotation marks differ.
    QuotationReworded,
    /// The right side is surer.
    Hardened,
    /// The right side is less sure.
    Softened,
    /// The right side gives no source.
    AttributionDropped,
    /// The right side adds a source.
    AttributionAdded,
    /// The sides give different sources.
    AttributionChanged,
}

/// What kind of thing differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// Other words.
    Word,
    /// A number by value.
    Number,
    /// A date by value.
    Date,
    /// A name.
    Name,
    /// A quotation.
    Quote,
    /// How surely it is told.
    Certainty,
    /// On whose word it is told.
    Attribution,
}
