//! Two articles, aligned sentence by sentence, with what differs.

use serde::{Deserialize, Serialize};

use super::Span;

/// Two texts side by side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The left text.
    pub left: ComparedText,
    /// The right text.
    pub right: ComparedText,
    /// Rows in reading order of the left text, right-only rows where they stand in the right text.
    /// Every sentence of both sides stands in exactly one row.
    pub rows: Vec<Row>,
    /// What differs between the two headlines set side by side, whether or not they stand in one
    /// row; empty where a side has none.
    pub headline_changes: Vec<Change>,
}

/// The text of one side: the article's headline and a blank line, where it has one, then its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedText {
    /// All that is compared.
    pub text: String,
    /// Its sentences in order; the headline, where there is one, is the first.
    pub sentences: Vec<Span>,
    /// Where the article's own text begins; 0 where there is no headline.
    pub body: usize,
}

impl ComparedText {
    /// Whether the first sentence is the headline.
    pub const fn has_headline(&self) -> bool {
        self.body > 0
    }

    /// Whether the sentence with this index is the headline.
    pub const fn is_headline(&self, sentence: usize) -> bool {
        self.has_headline() && sentence == 0
    }

    /// The same place in the article's own text; `None` in the headline, which is no part of it.
    pub fn in_article(&self, span: Span) -> Option<Span> {
        let start = span.start.checked_sub(self.body)?;
        Some(Span::new(start, span.end - self.body))
    }
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
    /// What both sides have, where each has words of its own and nearly all differs.
    pub shared: Option<SharedWords>,
}

/// Words with content that two passages share, in reading order of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedWords {
    /// Where they stand in the left text.
    pub left: Vec<Span>,
    /// Where they stand in the right text.
    pub right: Vec<Span>,
}

impl SharedWords {
    /// The same seen from the other side.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self {
            left: self.right,
            right: self.left,
        }
    }
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
    /// More of a quotation stands on the right.
    QuotationExtended,
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

impl ChangeDetail {
    /// What happened, seen from the other side.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::QuotationTrimmed => Self::QuotationExtended,
            Self::QuotationExtended => Self::QuotationTrimmed,
            Self::Hardened => Self::Softened,
            Self::Softened => Self::Hardened,
            Self::AttributionDropped => Self::AttributionAdded,
            Self::AttributionAdded => Self::AttributionDropped,
            Self::QuotationParaphrased | Self::QuotationReworded | Self::AttributionChanged => self,
        }
    }
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
