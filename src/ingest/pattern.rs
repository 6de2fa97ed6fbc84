//! Patterns that are compiled once.
//!
//! The sources are constants; `tests` of each user show that they compile, and one that did not
//! would match nothing instead of stopping the program.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// A pattern that is compiled when it is first used.
pub(super) struct Pattern {
    compiled: LazyLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern from a function that gives its source.
    pub(super) const fn new(compile: fn() -> Option<Regex>) -> Self {
        Self {
            compiled: LazyLock::new(compile),
        }
    }

    /// Whether it matches somewhere in `text`.
    pub(super) fn is_match(&self, text: &str) -> bool {
        self.compiled
            .as_ref()
            .is_some_and(|pattern| pattern.is_match(text))
    }

    /// The groups of its first match.
    pub(super) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.compiled.as_ref()?.captures(text)
    }

    /// The groups of all its matches, in order.
    pub(super) fn all<'t>(&self, text: &'t str) -> Vec<Captures<'t>> {
        self.compiled
            .as_ref()
            .map(|pattern| pattern.captures_iter(text).collect())
            .unwrap_or_default()
    }

    /// The words of one group of its first match.
    pub(super) fn group<'t>(&self, text: &'t str, name: &str) -> Option<&'t str> {
        self.captures(text)?.name(name).map(|found| found.as_str())
    }

    /// `text` with all matches taken out.
    pub(super) fn without(&self, text: &str) -> String {
        self.replaced(text, " ")
    }

    /// `text` with `other` in the place of all matches.
    pub(super) fn replaced(&self, text: &str, other: &str) -> String {
        self.compiled.as_ref().map_or_else(
            || text.to_owned(),
            |pattern| pattern.replace_all(text, other).into_owned(),
        )
    }
}

/// `pattern!(NAME, "source")` makes a static [`Pattern`].
macro_rules! pattern {
    ($(#[$doc:meta])* $name:ident, $source:expr) => {
        $(#[$doc])*
        static $name: $crate::ingest::pattern::Pattern =
            $crate::ingest::pattern::Pattern::new(|| regex::Regex::new($source).ok());
    };
}
pub(super) use pattern;
