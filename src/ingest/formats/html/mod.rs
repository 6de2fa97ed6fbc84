//! Web pages: the article of a page and the evidence of its markup.
//!
//! Owns what is about news. Parsing is `html5ever`'s (through `dom_query`), finding the main text
//! starts from Mozilla's Readability method (through `dom_smoothie`).

mod blocks;
mod charset;
mod main_text;
mod markup;

use dom_query::Document;

use crate::ingest::decode::decode;
use crate::ingest::draft::{Block, Draft};
use crate::model::SkippedReason;

/// The article of a page.
pub(in crate::ingest) fn read(bytes: &[u8]) -> Result<Vec<Draft>, SkippedReason> {
    let declared = charset::declared(bytes);
    let html = decode(bytes, declared.as_deref());
    of_html(&html, "web page").map(|draft| vec![draft])
}

/// A draft of HTML that is text already.
pub(in crate::ingest) fn of_html(html: &str, format: &'static str) -> Result<Draft, SkippedReason> {
    if blocks::is_too_deep(html) {
        let text = blocks::flat_text(html);
        let mut draft = super::text::of_text(&text, format)?;
        draft.has_markup = true;
        return Ok(draft);
    }
    let document = Document::from(html);
    let found = markup::read(&document);
    let page = blocks::placed(&document);
    let (blocks, more) = main_text::read(document, page);
    let mut found = found;
    found.append(more);
    if blocks.is_empty() {
        return Err(SkippedReason::NoArticle);
    }
    Ok(Draft {
        format,
        blocks,
        found,
        has_markup: true,
        ..Draft::default()
    })
}

/// A draft of a piece of HTML that is an article and nothing else, as feeds carry it.
pub(in crate::ingest) fn of_fragment(
    html: &str,
    format: &'static str,
) -> Result<Draft, SkippedReason> {
    let blocks = if blocks::is_too_deep(html) {
        super::lines::paragraphs(&blocks::flat_text(html))
            .into_iter()
            .map(Block::paragraph)
            .collect()
    } else {
        blocks::of_document(&Document::fragment(html))
    };
    if blocks.is_empty() {
        return Err(SkippedReason::Empty);
    }
    Ok(Draft {
        format,
        blocks,
        has_markup: true,
        ..Draft::default()
    })
}
