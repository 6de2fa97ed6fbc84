//! The visible words of a tree of elements, block by block.
//!
//! Owns what is a block and what is never shown. The walk needs no recursion, so that depth costs
//! nothing.

use std::collections::BTreeMap;

use dom_query::{Document, NodeRef};

use crate::ingest::clean::forms::{ends_sentence, is_body};
use crate::ingest::draft::{Block, BlockKind};
use crate::ingest::formats::lines::collapse;
use crate::ingest::limits::{ELEMENT_DEPTH_MAX, ELEMENTS_MAX};
use crate::ingest::pattern::pattern;
use crate::model::RemovedKind;

/// Elements that begin a new line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
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

pattern!(
    /// Names that elements give to an article's text.
    BODY,
    r"(?i)\b(?:article[-_]*(?:body|content|text|copy|main)|articlebody|story[-_]*(?:body|content|text|copy)|entry[-_]*content|post[-_]*(?:content|body|text|entry)|body[-_]*(?:copy|content|text)|content[-_]*(?:body|article)|td-post-content|single-content|page-content|main-content|news[-_]*(?:body|content|text)|text-content|c-entry-content|articletext|storytext)"
);
pattern!(
    /// Names that elements give to what is not the article.
    AWAY,
    r"(?i)(?:\b|[-_])(?:comments?|commentlist|disqus|related\w*|recirc\w*|recommend\w*|sidebar|widget|share|sharing|social|newsletter|subscribe|subscriptions?|signup|sign-up|promo\w*|sponsor\w*|advert\w*|ads?|cookie\w*|consent|gdpr|breadcrumbs?|pagination|pager|nav|navigation|menu|footer|masthead|author-?(?:bio|box|info)|bio|tags?|taglist|outbrain|taboola|trending|popular|most-read|more-stories|read-?more|read-?next|paywall|modal|popup|toolbar|byline|caption|credit|hidden|screen-reader-text|sr-only)(?:\b|[-_])"
);

/// Elements that never have an end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "param", "p", "li", "td", "tr", "th", "dt", "dd", "option",
];

/// Stands for a line break inside a block; no text holds it, since control characters are tamed.
const BREAK: char = '\u{1}';

/// A block with its place in the page.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// The block.
    pub block: Block,
    /// Whether it stands in an element that says it holds the article's text.
    pub in_body: bool,
    /// Which of the page's outermost such elements that is.
    body: usize,
    /// Whether it stands in such a part that lies inside that element.
    away_inside: bool,
    /// Whether it stands in a part of the page that is about something else.
    pub away: bool,
    /// Share of its words that are links, from 0 to 1.
    pub links: f64,
}

/// The visible blocks of a document.
pub(super) fn of_document(document: &Document) -> Vec<Block> {
    placed(document)
        .into_iter()
        .map(|placed| placed.block)
        .collect()
}

/// The visible blocks of a document with their places.
pub(super) fn placed(document: &Document) -> Vec<Placed> {
    let mut walk = Walk::default();
    walk.run(document.root());
    settle_main_body(&mut walk.blocks);
    walk.blocks
}

/// What stands around the element with most of the text says nothing about that text: a whole page
/// can be one "widget".
fn settle_main_body(blocks: &mut [Placed]) {
    let mut words: BTreeMap<usize, usize> = BTreeMap::new();
    for placed in blocks.iter().filter(|placed| placed.in_body) {
        if !placed.away_inside && is_body(&placed.block.text) {
            *words.entry(placed.body).or_default() += placed.block.text.len();
        }
    }
    let main = words
        .into_iter()
        .max_by_key(|&(body, bytes)| (bytes, std::cmp::Reverse(body)))
        .map(|(body, _)| body);
    for placed in blocks.iter_mut().filter(|placed| placed.in_body) {
        if Some(placed.body) == main {
            placed.away = placed.away_inside;
        }
    }
}

/// What an open element counted as.
struct Mark {
    body: bool,
    away: bool,
    link: bool,
}

/// The state of a walk.
#[derive(Default)]
struct Walk {
    blocks: Vec<Placed>,
    open: String,
    link_bytes: usize,
    links: usize,
    bodies: usize,
    aways: usize,
    /// Outermost elements so far that say they hold the article's text.
    bodies_seen: usize,
    /// Away elements around the body that is open.
    aways_outside: usize,
    /// For each open element, what it counted as.
    marks: Vec<Mark>,
    heading: Option<u8>,
    items: usize,
    captions: usize,
    /// Whether an element has just ended.
    behind_element: bool,
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
            let words = node.text();
            if self.links > 0 {
                self.link_bytes += words.trim().len();
            }
            if self.behind_element && is_seam(&self.open, &words) {
                self.open.push(' ');
            }
            self.behind_element = false;
            self.open.push_str(&words);
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
            "br" => self.open.push(BREAK),
            _ => {}
        }
        let child = node.first_child();
        if child.is_none() {
            self.leave_counts(name);
        } else {
            self.mark(node, name);
        }
        child
    }

    /// Notes what an element says about its place.
    fn mark(&mut self, node: &NodeRef<'_>, name: &str) {
        let words = format!(
            "{} {} {}",
            node.attr("class").unwrap_or_default(),
            node.attr("id").unwrap_or_default(),
            node.attr("itemprop").unwrap_or_default()
        );
        let words = hyphened(&words);
        let body = BODY.is_match(&words);
        let structural = matches!(name, "nav" | "aside" | "footer" | "form");
        let away =
            structural || (!body && name != "body" && name != "html" && AWAY.is_match(&words));
        // What leads to another place of the page is no link to something else.
        let link = name == "a" && !node.attr("href").is_some_and(|href| href.starts_with('#'));
        self.links += usize::from(link);
        if body && self.bodies == 0 {
            self.bodies_seen += 1;
            self.aways_outside = self.aways;
        }
        self.bodies += usize::from(body);
        self.aways += usize::from(away);
        self.marks.push(Mark { body, away, link });
    }

    fn unmark(&mut self) {
        if let Some(Mark { body, away, link }) = self.marks.pop() {
            self.links -= usize::from(link).min(self.links);
            self.bodies -= usize::from(body).min(self.bodies);
            self.aways -= usize::from(away).min(self.aways);
        }
    }

    fn leave(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name() else {
            return;
        };
        let name: &str = &name;
        if BLOCKS.contains(&name) {
            self.close();
        }
        self.behind_element = true;
        if node.first_child().is_some() && !HIDDEN.contains(&name) && !is_hidden(node) {
            self.leave_counts(name);
            self.unmark();
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
        let open = std::mem::take(&mut self.open);
        let link_bytes = std::mem::take(&mut self.link_bytes);
        let bytes = collapse(&open).len();
        let links = (link_bytes as f64 / bytes.max(1) as f64).min(1.0);
        for text in lines_of(&open) {
            self.add(text, links);
        }
    }

    fn add(&mut self, text: String, links: f64) {
        let kind = match self.heading {
            Some(level) => BlockKind::Heading(level),
            None if self.items > 0 => BlockKind::Item,
            None => BlockKind::Paragraph,
        };
        let mut block = Block::new(kind, text);
        if self.captions > 0 {
            block.taken = Some(RemovedKind::Caption);
        }
        self.blocks.push(Placed {
            block,
            in_body: self.bodies > 0,
            body: self.bodies_seen,
            away: self.aways > 0,
            away_inside: self.aways > self.aways_outside,
            links,
        });
    }
}

/// Names of elements with a hyphen where a capital begins a word: "relatedLinks", "related-Links".
fn hyphened(names: &str) -> String {
    let mut out = String::with_capacity(names.len() + 8);
    let mut small = false;
    for letter in names.chars() {
        if small && letter.is_uppercase() {
            out.push('-');
        }
        small = letter.is_lowercase();
        out.push(letter);
    }
    out
}

/// Whether two pieces of a line met where an element ended, as the buttons of a row do: nobody writes
/// a small letter or a figure with a capital behind it in one word.
fn is_seam(before: &str, behind: &str) -> bool {
    let first = behind.chars().next();
    let mut letters = before.chars().rev();
    let last = letters.next();
    let small_before = letters.next().is_some_and(char::is_lowercase);
    first.is_some_and(char::is_uppercase)
        && last.is_some_and(|c| c.is_lowercase() && small_before || c.is_ascii_digit())
        || first.is_some_and(|c| c.is_ascii_digit())
            && last.is_some_and(|c| c.is_lowercase() && small_before)
}

/// The lines of a block that is broken by hand; a line that goes on in small letters was broken for
/// its width.
fn lines_of(open: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut empty_before = true;
    for line in open.split(BREAK) {
        let line = collapse(line);
        if line.is_empty() {
            empty_before = true;
            continue;
        }
        let small = line.chars().next().is_some_and(char::is_lowercase);
        match out.last_mut() {
            Some(last) if !empty_before && small && !ends_sentence(last) => {
                last.push(' ');
                last.push_str(&line);
            }
            _ => out.push(line),
        }
        empty_before = false;
    }
    out
}

/// Whether the markup itself hides an element.
fn is_hidden(node: &NodeRef<'_>) -> bool {
    if node.has_attr("hidden") || is_permalink(node) {
        return true;
    }
    node.attr("style").is_some_and(|style| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        let style = style.to_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    })
}

/// Whether an element is the sign behind a heading that leads to the heading itself.
fn is_permalink(node: &NodeRef<'_>) -> bool {
    node.has_name("a")
        && node.attr("href").is_some_and(|href| href.contains('#'))
        && matches!(node.text().trim(), "¶" | "#" | "§" | "🔗" | "⚓")
}

/// Elements whose inside is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title"];

/// Whether a page nests so deeply, or has so many elements, that it is not read as a tree.
pub(super) fn is_too_deep(html: &str) -> bool {
    let mut depth = 0_usize;
    let mut elements = 0_usize;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let closing = rest.starts_with('/');
        let name = tag_name(rest.trim_start_matches('/'));
        if name.is_empty() || VOID.contains(&name.as_str()) {
            continue;
        }
        if !closing && RAW.contains(&name.as_str()) {
            rest = behind_raw(rest, &name);
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

/// The name at the start of a tag, in lower case.
fn tag_name(tag: &str) -> String {
    tag.chars()
        .take(12)
        .take_while(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// What follows an element whose inside is no markup; nothing when it is never closed.
fn behind_raw<'h>(rest: &'h str, name: &str) -> &'h str {
    let mut inside = rest;
    while let Some(at) = inside.find("</") {
        inside = inside.get(at + 2..).unwrap_or_default();
        if tag_name(inside) == name {
            return inside;
        }
    }
    ""
}

/// The words of a page without a tree: everything between tags.
pub(super) fn flat_text(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(rest.get(..at).unwrap_or_default());
        out.push('\n');
        rest = rest.get(at + 1..).unwrap_or_default();
        let name = tag_name(rest);
        if RAW.contains(&name.as_str()) {
            rest = behind_raw(rest, &name);
        }
        rest = rest
            .find('>')
            .and_then(|end| rest.get(end + 1..))
            .unwrap_or_default();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::{flat_text, is_too_deep, of_document};
    use crate::ingest::draft::BlockKind;

    #[test]
    fn visible_words_in_order() {
        let html = "<body><h2>One <b>two</b><a href='#one'>¶</a></h2><p>three<br>Four and<br>so on<script>x</script></p>\
                    <ul><li>five</li></ul><div style='display: none'>no</div>\
                    <figure><figcaption>six</figcaption></figure></body>";
        let blocks = of_document(&Document::from(html));
        let texts: Vec<_> = blocks.iter().map(|b| b.text.as_str()).collect();
        assert_eq!(texts, ["One two", "three", "Four and so on", "five", "six"]);
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
        let script = format!("<script>{}</script><p>words", "'<div>'".repeat(1_000));
        assert!(!is_too_deep(&script));
        assert_eq!(flat_text(&script).trim(), "words");
    }
}
