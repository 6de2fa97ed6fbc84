//! What a removed passage was taken for.

use crate::model::RemovedKind;

/// A few words for what the passage is.
pub const fn removed(kind: RemovedKind) -> &'static str {
    match kind {
        RemovedKind::Furniture => "site furniture",
        RemovedKind::Related => "links to other articles",
        RemovedKind::RepeatedTitle => "the headline, repeated",
        RemovedKind::Byline => "the byline, shown above the text",
        RemovedKind::Dateline => "a line with outlet or date, shown above the text",
        RemovedKind::Caption => "words of a picture",
        RemovedKind::Comments => "readers' comments",
        RemovedKind::Copyright => "copyright line",
    }
}
