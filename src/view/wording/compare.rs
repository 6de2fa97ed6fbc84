//! How two passages differ, in words.

use crate::model::{Change, ChangeDetail, ChangeKind, RowKind};

/// A passage that stands in another order on the two sides.
pub const MOVED: &str = "moved";

/// Before a headline that stands beside words of a text.
pub const HEADLINE: &str = "headline: ";

/// Two headlines that say different things.
pub const HEADLINES_DIFFER: &str = "headlines differ";

/// Two passages that have words of their own, of which what both have is underlined.
pub const OTHERWISE: &str = "in other words";

/// One of two articles has a headline.
pub const ONE_HEADLINE: &str = "one headline";

/// What stands where a text does not have a passage, or an article no headline.
pub const fn not_found(is_headline: bool) -> &'static str {
    if is_headline {
        "this article has no headline"
    } else {
        "not found in this text"
    }
}

/// How often something differs, in the words of the middle column: "2 dates", "2 sources dropped".
pub fn times(count: usize, words: &str) -> String {
    let (first, rest) = words
        .split_once(' ')
        .map_or((words, ""), |(first, rest)| (first, rest));
    let is_noun = ["number", "date", "name", "quotation", "source"].contains(&first);
    let many = if is_noun && count != 1 { "s" } else { "" };
    let line = format!("{} {first}{many} {rest}", super::thousands(count));
    line.trim_end().to_owned()
}

/// How the two sides of a row relate.
pub const fn row_kind(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Same => "the same",
        RowKind::Reworded => "reworded",
        RowKind::LeftOnly => "only left",
        RowKind::RightOnly => "only right",
    }
}

/// Why two passages stand in one row; `likeness` is 0 to 1, `is_otherwise` where each has words of its
/// own.
pub fn row_why(kind: RowKind, is_otherwise: bool, likeness: f32) -> String {
    match kind {
        RowKind::LeftOnly => "Nothing on the right was found to tell this.".to_owned(),
        RowKind::RightOnly => "Nothing on the left was found to tell this.".to_owned(),
        RowKind::Same => "The words are the same.".to_owned(),
        RowKind::Reworded if likeness <= 0.0 => {
            "The two headlines, side by side; they do not say the same.".to_owned()
        }
        RowKind::Reworded => format!(
            "Put side by side because words, names and meaning are {:.0} % alike.{}",
            f64::from(likeness) * 100.0,
            if is_otherwise {
                " Nearly every word differs, so those that both have are underlined."
            } else {
                ""
            }
        ),
    }
}

/// What a change is, for the middle column; `None` for other words, which the row's kind says.
pub const fn change(change: &Change) -> Option<&'static str> {
    Some(match (change.detail, change.kind) {
        (Some(ChangeDetail::QuotationTrimmed), _) => "quotation trimmed",
        (Some(ChangeDetail::QuotationExtended), _) => "quotation longer",
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

#[cfg(test)]
mod tests {
    use super::times;

    #[test]
    fn what_differs_more_than_once_is_told_in_the_plural() {
        assert_eq!(times(1, "date"), "1 date");
        assert_eq!(times(2, "date"), "2 dates");
        assert_eq!(times(3, "source dropped"), "3 sources dropped");
        assert_eq!(times(20, "only left"), "20 only left");
        assert_eq!(times(2, "certainty hardened"), "2 certainty hardened");
    }
}
