//! The visible words of a tree of elements, block by block.
//!
//! Owns what is a block and what is never shown. The walk needs no recursion, so that depth costs
//! nothing.

use dom_query::{Document, NodeRef};

use crate::ingest::draft::{Block, BlockKind};
use crate::ingest::formats::lines::collapse;
use crate::ingest::limits::{ELEMENT_DEPTH_MAX, ELEMENTS_MAX};
use crate::model::RemovedKind;

/// Elements that begin a new line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "ul",
    "video",
    "iframe",
];

/// Elements whose words are not shown, or are controls.
const HIDDEN: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "head", "button", "select",
    "textarea", "input", "object", "embed", "canvas", "iframe", "video", "audio", "map",
];

/// Elements that never have an end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "param", "p", "li", "td", "tr", "th", "dt", "dd", "option",
];

/// The visible blocks of a document.
pub(super) fn of_document(document: &Document) -> Vec<Block> {
    let mut walk = Walk::default();
    walk.run(document.root());
    walk.blocks
}

/// The state of a walk.
#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    open: String,
    heading: Option<u8>,
    items: usize,
    captions: usize,
}

impl Walk {
    fn run(&mut self, root: NodeRef<'_>) {
        let mut node = Some(root);
        let mut returning = false;
        while let Some(current) = node {
            if !returning && let Some(child) = self.enter(&current) {
                node = Some(child);
                continue;
            }
            if current.is_element() {
                self.leave(&current);
            }
            if let Some(next) = current.next_sibling() {
                node = Some(next);
                returning = false;
            } else {
                node = current.parent();
                returning = true;
            }
        }
        self.close();
    }

    /// Takes a node's own words; gives its first child when its inside is shown.
    fn enter<'a>(&mut self, node: &NodeRef<'a>) -> Option<NodeRef<'a>> {
        if node.is_text() {
            self.open.push_str(&node.text());
            return None;
        }
        if !node.is_element() {
            return node.first_child();
        }
        let name = node.node_name()?;
        let name: &str = &name;
        if HIDDEN.contains(&name) || is_hidden(node) {
            return None;
        }
        if BLOCKS.contains(&name) {
            self.close();
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.heading = name
                    .chars()
                    .nth(1)
                    .and_then(|c| c.to_digit(10))
                    .and_then(|n| u8::try_from(n).ok());
            }
            "li" => self.items += 1,
            "figcaption" => self.captions += 1,
            "td" | "th" => self.open.push(' '),
            _ => {}
        }
        let child = node.first_child();
        if child.is_none() {
            self.leave_counts(name);
        }
        child
    }

    fn leave(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name() else {
            return;
        };
        let name: &str = &name;
        if BLOCKS.contains(&name) {
            self.close();
        }
        if node.first_child().is_some() && !HIDDEN.contains(&name) && !is_hidden(node) {
            self.leave_counts(name);
        }
    }

    fn leave_counts(&mut self, name: &str) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            "li" => self.items = self.items.saturating_sub(1),
            "figcaption" => self.captions = self.captions.saturating_sub(1),
            _ => {}
        }
    }

    fn close(&mut self) {
        let text = collapse(&self.open);
        self.open.clear();
        if text.is_empty() {
            return;
        }
        let kind = match self.heading {
            Some(level) => BlockKind::Heading(level),
            None if self.items > 0 => BlockKind::Item,
            None => BlockKind::Paragraph,
        };
        let mut block = Block::new(kind, text);
        if self.captions > 0 {
            block.taken = Some(RemovedKind::Caption);
        }
        self.blocks.push(block);
    }
}

/// Whether the markup itself hides an element.
fn is_hidden(node: &NodeRef<'_>) -> bool {
    if node.has_attr("hidden") {
        return true;
    }
    node.attr("style").is_some_and(|style| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        style.to_lowercase().contains("display:none")
    })
}

/// Whether a page nests so deeply, or has so many elements, that it is not read as a tree.
pub(super) fn is_too_deep(html: &str) -> bool {
    let mut depth = 0_usize;
    let mut elements = 0_usize;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let closing = rest.starts_with('/');
        let name: String = rest
            .trim_start_matches('/')
            .chars()
            .take(12)
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        if name.is_empty() || VOID.contains(&name.as_str()) {
            continue;
        }
        elements += 1;
        if closing {
            depth = depth.saturating_sub(1);
        } else {
            depth += 1;
        }
        if depth > ELEMENT_DEPTH_MAX || elements > ELEMENTS_MAX {
            return true;
        }
    }
    false
}

/// The words of a page without a tree: everything between tags.
pub(super) fn flat_text(html: &str) -> String {
    let mut out = String::new();
    let mut in_tag = false;
    for character in html.chars() {
        match character {
            '<' => {
                in_tag = true;
                out.push('\n');
            }
            '>' => in_tag = false,
            c if !in_tag => out.push(c),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::{is_too_deep, of_document};
    use crate::ingest::draft::BlockKind;

    #[test]
    fn visible_words_in_order() {
        let html = "<body><h2>One <b>two</b></h2><p>three<br>four<script>x</script></p>\
                    <ul><li>five</li></ul><div style='display: none'>no</div>\
                    <figure><figcaption>six</figcaption></figure></body>";
        let blocks = of_document(&Document::from(html));
        let texts: Vec<_> = blocks.iter().map(|b| b.text.as_str()).collect();
        assert_eq!(texts, ["One two", "three", "four", "five", "six"]);
        assert_eq!(blocks[0].kind, BlockKind::Heading(2));
        assert_eq!(blocks[1].kind, BlockKind::Paragraph);
        assert_eq!(blocks[3].kind, BlockKind::Item);
        assert!(!blocks[4].is_kept());
    }

    #[test]
    fn depth_is_seen_before_parsing() {
        assert!(is_too_deep(&"<div>".repeat(100_000)));
        assert!(!is_too_deep(&"<div></div>".repeat(1_000)));
        assert!(!is_too_deep(&"<p>words".repeat(1_000)));
    }
}
