//! How two passages differ, in words.

use crate::model::{Change, ChangeDetail, ChangeKind, RowKind};

/// A passage that stands in another order on the two sides.
pub const MOVED: &str = "moved";

/// How the two sides of a row relate.
pub const fn row_kind(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Same => "the same",
        RowKind::Reworded => "reworded",
        RowKind::LeftOnly => "only left",
        RowKind::RightOnly => "only right",
    }
}

/// Why two passages stand in one row; `likeness` is 0 to 1.
pub fn row_why(kind: RowKind, likeness: f32) -> String {
    match kind {
        RowKind::LeftOnly => "Nothing on the right was found to tell this.".to_owned(),
        RowKind::RightOnly => "Nothing on the left was found to tell this.".to_owned(),
        RowKind::Same => "The words are the same.".to_owned(),
        RowKind::Reworded => format!(
            "Put side by side because words, names and meaning are {:.0} % alike.",
            f64::from(likeness) * 100.0
        ),
    }
}

/// What a change is, for the middle column; `None` for other words, which the row's kind says.
pub const fn change(change: &Change) -> Option<&'static str> {
    Some(match (change.detail, change.kind) {
        (Some(ChangeDetail::QuotationTrimmed), _) => "quotation trimmed",
        (Some(ChangeDetail::QuotationParaphrased), _) => "quotation paraphrased",
        (Some(ChangeDetail::QuotationReworded), _) => "quotation reworded",
        (Some(ChangeDetail::Hardened), _) => "certainty hardened",
        (Some(ChangeDetail::Softened), _) => "certainty softened",
        (Some(ChangeDetail::AttributionDropped), _) => "source dropped",
        (Some(ChangeDetail::AttributionAdded), _) => "source added",
        (Some(ChangeDetail::AttributionChanged), _) => "source changed",
        (None, ChangeKind::Word) => return None,
        (None, ChangeKind::Number) => "number",
        (None, ChangeKind::Date) => "date",
        (None, ChangeKind::Name) => "name",
        (None, ChangeKind::Quote) => "quotation",
        (None, ChangeKind::Certainty) => "certainty",
        (None, ChangeKind::Attribution) => "source",
    })
}
