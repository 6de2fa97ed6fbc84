//! Text that a page carries but only shows once its scripts have run.
//!
//! Owns opening templates and what stands there for readers without scripts. Nothing is executed.

use crate::ingest::pattern::pattern;

pattern!(
    /// The tags around words for later or for others.
    WRAPPERS,
    r#"(?i)<script[^>]*type\s*=\s*["']?text/(?:template|html|x-[a-z-]*template)["']?[^>]*>|</?noscript[^>]*>|</?template[^>]*>"#
);
pattern!(
    /// The start of such an element.
    WRAPPED,
    r#"(?i)<script[^>]*type\s*=\s*["']?text/(?:template|html|x-[a-z-]*template)|<noscript|<template"#
);

/// The page with such text as part of it; nothing where it has none.
pub(super) fn opened(html: &str) -> Option<String> {
    // The end tag of a script that was opened is left alone: parsers pass over it.
    WRAPPED.is_match(html).then(|| WRAPPERS.without(html))
}

#[cfg(test)]
mod tests {
    use super::opened;

    #[test]
    fn templates_become_part_of_the_page() {
        let page = "<div><script type='text/template'><p>Words</p></script></div>";
        assert_eq!(opened(page).unwrap(), "<div> <p>Words</p></script></div>");
        assert_eq!(opened("<p>Words</p><script>x</script>"), None);
    }
}
