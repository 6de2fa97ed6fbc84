//! Where a claim came from, in words.

use crate::model::SameTextKind;

/// "Northern Ledger → 3 articles".
pub fn origin_line(name: &str, articles: usize, is_uncertain: bool) -> String {
    let doubt = if is_uncertain {
        ", perhaps not independent"
    } else {
        ""
    };
    let name = super::capitalised(name);
    format!("{name} · {}{doubt}", super::articles(articles))
}

/// What an origin is called that several articles tell, none of them from whom.
pub const NO_SOURCE_GIVEN: &str = "no source given";

/// In what way articles share text.
pub const fn same_text(kind: SameTextKind) -> &'static str {
    match kind {
        SameTextKind::Copy => "the same text",
        SameTextKind::Version => "another version of",
        SameTextKind::SharedWire => "shares a report with",
    }
}
