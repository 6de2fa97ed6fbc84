//! The article's blocks of a page, and what of the page is left aside.

use std::collections::BTreeMap;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::blocks;
use crate::ingest::draft::{Block, DateRole, Found, FoundDate};
use crate::ingest::metadata::title::folded;
use crate::ingest::published::dates;
use crate::model::{DateBasis, RemovedKind};

/// Longest line, in words, that is looked for in its whole form.
const MAIMED_WORDS_MAX: usize = 12;
/// Most that was taken from it, in bytes.
const MAIMED_BYTES_MAX: usize = 60;
/// Blocks of the page in which it is looked for.
const MAIMED_REACH: usize = 60;

/// Blocks of the page in reading order, those outside the article taken out, and what the
/// Readability method found of title, byline and site.
pub(super) fn read(document: Document, page: Vec<Block>, known: &Found) -> (Vec<Block>, Found) {
    let mut found = Found::default();
    let config = Config {
        disable_json_ld: false,
        ..Config::default()
    };
    let article = Readability::with_document(document, None, Some(config))
        .and_then(|mut readability| readability.parse());
    let Ok(article) = article else {
        return (page, found);
    };
    note(&article, &mut found);
    let content = blocks::of_document(&Document::from(article.content.to_string()));
    let _ = known;
    (merge(&page, content), found)
}

/// What the method tells beside the text.
fn note(article: &dom_smoothie::Article, found: &mut Found) {
    let title = article.title.trim();
    if !title.is_empty() {
        found.titles.push(title.to_owned());
    }
    found
        .bylines
        .extend(article.byline.as_ref().map(ToString::to_string));
    found
        .outlets
        .extend(article.site_name.as_ref().map(ToString::to_string));
    let time = article.published_time.as_ref().map(ToString::to_string);
    if let Some((words, day)) = time.and_then(|time| dates::of_value(&time).map(|day| (time, day)))
    {
        found.dates.push(FoundDate {
            day,
            basis: DateBasis::Metadata,
            words,
            role: DateRole::Published,
        });
    }
}

/// The page's blocks with all that is not in `content` taken out. Content that does not stand in
/// the page as such (joined or split on the way) is put where its neighbours are.
fn merge(page: &[Block], content: Vec<Block>) -> Vec<Block> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let folded_page: Vec<String> = page.iter().map(|block| folded(&block.text)).collect();
    for (at, text) in folded_page.iter().enumerate() {
        places.entry(text.clone()).or_default().push(at);
    }
    let mut out: Vec<Block> = Vec::with_capacity(page.len());
    let mut next = 0;
    for block in content {
        let text = folded(&block.text);
        let exact = places
            .get(&text)
            .and_then(|all| all.iter().copied().find(|&at| at >= next));
        // A byline loses its name on the way; the page still has the whole line.
        let maimed = || {
            let short = text.split(' ').count() <= MAIMED_WORDS_MAX;
            let near = folded_page.iter().enumerate().skip(next).take(MAIMED_REACH);
            near.filter(|_| short)
                .find(|(_, whole)| is_maimed(&text, whole))
                .map(|(at, _)| at)
        };
        let place = exact.or_else(maimed);
        if let Some(place) = place {
            out.extend(page.iter().take(place).skip(next).cloned().map(take_out));
            next = place + 1;
        }
        match place.and_then(|place| page.get(place)) {
            Some(whole) if exact.is_none() => out.push(whole.clone()),
            _ => out.push(block),
        }
    }
    out.extend(page.iter().skip(next).cloned().map(take_out));
    out
}

/// Whether `part` is `whole` with some words taken out of it, beginning alike.
fn is_maimed(part: &str, whole: &str) -> bool {
    let mut words = whole.split(' ');
    let begins = part.split(' ').next() == whole.split(' ').next();
    begins
        && whole.len() <= part.len() + MAIMED_BYTES_MAX
        && part.split(' ').all(|word| words.any(|other| other == word))
}

fn take_out(block: Block) -> Block {
    if block.is_kept() {
        block.taken_as(RemovedKind::Furniture)
    } else {
        block
    }
}
