//! Web pages: the article of a page and the evidence of its markup.
//!
//! Owns what is about news. Parsing is `html5ever`'s (through `dom_query`), finding the main text
//! starts from Mozilla's Readability method (through `dom_smoothie`).

mod blocks;
mod charset;
mod evidence;
mod laid_by;
mod main_text;
mod markup;

use dom_query::Document;

use crate::ingest::clean::forms::is_body;
use crate::ingest::decode::decode;
use crate::ingest::draft::{Block, Draft};
use crate::ingest::own;
use crate::model::SkippedReason;

/// Words from which a page shows an article.
const WORDS_MIN: usize = 80;
/// How many times more words another reading must give to be taken instead.
const OUTWEIGHS: usize = 2;

/// The article of a page.
pub(in crate::ingest) fn read(bytes: &[u8]) -> Result<Vec<Draft>, SkippedReason> {
    let declared = charset::declared(bytes);
    let html = decode(bytes, declared.as_deref());
    of_html(&html, "web page").map(|draft| vec![draft])
}

/// A draft of HTML that is text already.
pub(in crate::ingest) fn of_html(html: &str, format: &'static str) -> Result<Draft, SkippedReason> {
    if own::is_report(html) {
        return Err(own::reason("a report"));
    }
    if blocks::is_too_deep(html) {
        let text = blocks::flat_text(html);
        let mut draft = super::text::of_text(&text, format)?;
        draft.has_markup = true;
        return Ok(draft);
    }
    let mut draft = of_page(html, format);
    if words(&draft) < WORDS_MIN
        && let Some(opened) = laid_by::opened(html)
    {
        let other = of_page(&opened, format);
        if words(&other) > words(&draft) * OUTWEIGHS {
            draft = other;
        }
    }
    if draft.blocks.is_empty() {
        return Err(SkippedReason::NoArticle);
    }
    Ok(draft)
}

/// Words of the article's paragraphs.
fn words(draft: &Draft) -> usize {
    count(draft, |block| is_body(&block.text))
}

/// Words of all that is kept.
fn all_words(draft: &Draft) -> usize {
    count(draft, |_| true)
}

fn count(draft: &Draft, counts: impl Fn(&Block) -> bool) -> usize {
    draft
        .blocks
        .iter()
        .filter(|block| block.is_kept() && counts(block))
        .map(|block| block.text.split_whitespace().count())
        .sum()
}

/// What a page shows; its text as machines are given it where the page shows far less.
fn of_page(html: &str, format: &'static str) -> Draft {
    let document = Document::from(html);
    let mut markup = markup::read(&document);
    markup::note_saving(html, &mut markup.declared);
    let page = blocks::placed(&document);
    let stated = markup.body.clone();
    let (blocks, method) = main_text::read(document, page);
    let mut draft = Draft {
        format: format.into(),
        blocks,
        found: evidence::ordered(markup, method),
        has_markup: true,
        ..Draft::default()
    };
    if let Some(stated) = stated
        && all_words(&draft) * OUTWEIGHS < stated.split_whitespace().count()
        && let Ok(given) = if stated.contains("</p>") {
            of_fragment(&stated, format)
        } else {
            super::text::of_text(&stated, format)
        }
    {
        draft.blocks = given.blocks;
    }
    draft
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
        format: format.into(),
        blocks,
        has_markup: true,
        ..Draft::default()
    })
}
