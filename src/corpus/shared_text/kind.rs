//! In what way two articles share text.

use super::measure::Overlap;
use crate::corpus::Text;
use crate::model::SameTextKind;

/// From this part of both texts on, two files hold the same text.
const COPY: f32 = 0.97;
/// From this part of the shorter text on, two texts of one outlet are states of one article.
const VERSION: f32 = 0.5;
/// From this part on, two texts without a known outlet are states of one article.
const VERSION_OUTLET_UNKNOWN: f32 = 0.8;
/// Shared wire: from this part of the shorter text outside quotation marks on …
const WIRE: f32 = 0.2;
/// … or from this part on with a run of this many words.
const WIRE_WITH_RUN: (f32, usize) = (0.08, 24);
/// Shared words outside quotation marks that shared wire needs at least.
const WIRE_WORDS: usize = 24;

/// How two articles share text; `None` where they share too little to tell.
pub(super) fn kind(one: &Text<'_>, other: &Text<'_>, overlap: &Overlap) -> Option<SameTextKind> {
    if overlap.share_of_both() >= COPY {
        return Some(SameTextKind::Copy);
    }
    let share = overlap.share_of_shorter(SameTextKind::Version);
    let is_version = match (&one.article.outlet, &other.article.outlet) {
        (Some(a), Some(b)) => share >= VERSION && a.eq_ignore_ascii_case(b),
        _ => share >= VERSION_OUTLET_UNKNOWN,
    };
    if is_version || (share >= VERSION && is_same_page(one, other)) {
        return Some(SameTextKind::Version);
    }
    let wire = overlap.share_of_shorter(SameTextKind::SharedWire);
    let has_run = wire >= WIRE_WITH_RUN.0 && overlap.longest_unquoted >= WIRE_WITH_RUN.1;
    (overlap.unquoted_words >= WIRE_WORDS && (wire >= WIRE || has_run))
        .then_some(SameTextKind::SharedWire)
}

/// Whether two articles were saved from one address.
fn is_same_page(one: &Text<'_>, other: &Text<'_>) -> bool {
    let page = |text: &Text<'_>| {
        text.article
            .url
            .as_deref()
            .and_then(|url| url.split(['?', '#']).next())
            .map(|url| url.trim_end_matches('/').to_owned())
    };
    page(one).is_some_and(|address| page(other) == Some(address))
}
