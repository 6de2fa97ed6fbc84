//! Where a claim came from, in words.

use crate::model::{Origin, SameTextKind};

/// "Northern Ledger → 3 articles".
pub fn origin_line(origin: &Origin, articles: usize) -> String {
    let doubt = if origin.is_uncertain {
        ", perhaps not independent"
    } else {
        ""
    };
    format!("{} · {}{doubt}", origin.name, super::articles(articles))
}

/// In what way articles share text.
pub const fn same_text(kind: SameTextKind) -> &'static str {
    match kind {
        SameTextKind::Copy => "the same text",
        SameTextKind::Version => "another version of",
        SameTextKind::SharedWire => "shares a report with",
    }
}
