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
use crate::ingest::draft::Draft;
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
    let page = blocks::of_document(&document);
    let (blocks, mut more) = main_text::read(document, page, &found);
    let mut found = found;
    found.append(std::mem::take(&mut more));
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
