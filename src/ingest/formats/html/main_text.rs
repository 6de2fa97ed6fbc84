//! The article's blocks of a page, and what of the page is left aside.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::blocks::{self, Placed};
use crate::ingest::clean::forms::{ends_sentence, form_of, is_body};
use crate::ingest::draft::{Block, BlockKind, DateRole, Found, FoundDate};
use crate::ingest::metadata::title::{folded, repeats};
use crate::ingest::published::dates;
use crate::model::{DateBasis, RemovedKind};

/// Share of links from which a paragraph is not text of the article.
const LINKS_MAX: f64 = 0.5;
/// Share of links from which a block is only links.
const LINKS_ONLY_MIN: f64 = 0.9;
/// Fewest words of a link that leads to another article.
const LINK_WORDS_MIN: usize = 4;
/// Most items of a list of such links; a longer one may be what the page is for.
const LINK_LIST_MAX: usize = 6;
/// Fewest words of an element that says it holds the article.
const WORDS_MIN: usize = 80;
/// How many times more words it must hold than what the method found.
const OUTWEIGHS: f64 = 1.4;
/// Fewest words of a sentence that is put back for its place.
const SHORT_WORDS_MIN: usize = 5;
/// Longest line, in words, that is looked for in its whole form.
const MAIMED_WORDS_MAX: usize = 12;
/// Most that was taken from it, in bytes.
const MAIMED_BYTES_MAX: usize = 60;
/// Blocks of the page in which it is looked for.
const MAIMED_REACH: usize = 60;

/// Blocks of the page in reading order, those outside the article taken out, and what the
/// Readability method found of title, byline and site.
pub(super) fn read(document: Document, page: Vec<Placed>) -> (Vec<Block>, Found) {
    let mut found = Found::default();
    let article = Readability::with_document(document, None, Some(Config::default()))
        .and_then(|mut readability| readability.parse());
    let content = match article {
        Ok(article) => {
            note(&article, &mut found);
            blocks::of_document(&Document::from(article.content.to_string()))
        }
        Err(_) => Vec::new(),
    };
    let body: Vec<bool> = page.iter().map(is_article_text).collect();
    let said = words(
        page.iter()
            .zip(&body)
            .filter(|(placed, is)| placed.in_body && **is)
            .map(|(placed, _)| &placed.block),
    );
    let read = words(content.iter().filter(|block| is_body(&block.text)));
    if said >= WORDS_MIN && said as f64 > read as f64 * OUTWEIGHS {
        return (by_markup(page), found);
    }
    if content.is_empty() {
        return (page.into_iter().map(|placed| placed.block).collect(), found);
    }
    let blocks: Vec<Block> = page.iter().map(|placed| placed.block.clone()).collect();
    let mut merged = merge(&blocks, content);
    let fitting = words(
        page.iter()
            .zip(&body)
            .filter(|(_, is)| **is)
            .map(|(placed, _)| &placed.block),
    );
    if read < WORDS_MIN && fitting >= WORDS_MIN && fitting as f64 > read as f64 * OUTWEIGHS {
        put_back_paragraphs(&mut merged, &page);
    }
    fill_holes(&mut merged, &page, &found.titles);
    take_link_lists(&mut merged, &page);
    (merged, found)
}

/// A paragraph that belongs to the article by its own look.
fn is_article_text(placed: &Placed) -> bool {
    !placed.away
        && placed.links < LINKS_MAX
        && placed.block.is_kept()
        && is_body(&placed.block.text)
}

fn words<'b>(blocks: impl Iterator<Item = &'b Block>) -> usize {
    blocks
        .map(|block| block.text.split_whitespace().count())
        .sum()
}

/// The article as the page's own markup bounds it.
fn by_markup(page: Vec<Placed>) -> Vec<Block> {
    page.into_iter()
        .map(|placed| {
            let kept = placed.in_body && !placed.away && placed.links < LINKS_ONLY_MIN;
            if kept {
                placed.block
            } else {
                take_out(placed.block)
            }
        })
        .collect()
}

/// Puts back every paragraph that looks like the article: the method found hardly any, as where a
/// list outweighs them.
fn put_back_paragraphs(merged: &mut [Block], page: &[Placed]) {
    let fitting: BTreeSet<&str> = page
        .iter()
        .filter(|placed| is_article_text(placed))
        .map(|placed| placed.block.text.as_str())
        .collect();
    for block in merged {
        if block.taken == Some(RemovedKind::Furniture)
            && fitting.contains(block.text.as_str())
            && form_of(&block.text).is_none()
        {
            block.taken = None;
        }
    }
}

/// Puts back paragraphs that stand between kept ones, behind them in the same element, or between
/// the headline and them, and look like the article.
fn fill_holes(merged: &mut [Block], page: &[Placed], titles: &[String]) {
    let kept: Vec<usize> = merged
        .iter()
        .enumerate()
        .filter(|(_, block)| block.is_kept() && is_body(&block.text))
        .map(|(at, _)| at)
        .collect();
    let (Some(&first), Some(&last)) = (kept.first(), kept.last()) else {
        return;
    };
    let headline = merged
        .iter()
        .take(first)
        .rposition(|block| titles.iter().any(|title| repeats(&block.text, title)));
    let mut fitting: BTreeMap<&str, &Placed> = BTreeMap::new();
    for placed in page {
        if is_article_text(placed) || is_short_sentence(placed) {
            fitting.insert(placed.block.text.as_str(), placed);
        }
    }
    let texts: Vec<bool> = merged.iter().map(Block::is_kept).collect();
    for (at, block) in merged.iter_mut().enumerate() {
        if block.taken != Some(RemovedKind::Furniture) || form_of(&block.text).is_some() {
            continue;
        }
        let Some(placed) = fitting.get(block.text.as_str()) else {
            continue;
        };
        let inside = at > first && at < last;
        let standfirst = headline.is_some_and(|headline| at > headline && at < first);
        let beside = at
            .checked_sub(1)
            .into_iter()
            .chain([at + 1])
            .any(|near| texts.get(near).copied().unwrap_or(false));
        let back = if is_body(&block.text) {
            inside || placed.in_body || standfirst
        } else {
            beside && (inside || placed.in_body)
        };
        if back {
            block.taken = None;
        }
    }
}

/// Takes lists of nothing but links to other articles out of the text: each item is one link as long as
/// a headline.
fn take_link_lists(merged: &mut [Block], page: &[Placed]) {
    let links: BTreeSet<&str> = page
        .iter()
        .filter(|placed| placed.block.kind == BlockKind::Item && placed.links >= LINKS_ONLY_MIN)
        .map(|placed| placed.block.text.as_str())
        .collect();
    let is_link = |block: &Block| {
        links.contains(block.text.as_str())
            && block.text.split_whitespace().count() >= LINK_WORDS_MIN
            && !ends_sentence(&block.text)
    };
    let kept = |block: &&mut Block| block.is_kept();
    let mut blocks: Vec<&mut Block> = merged.iter_mut().filter(kept).collect();
    for list in blocks.chunk_by_mut(|a, b| a.kind == BlockKind::Item && b.kind == BlockKind::Item) {
        let is_list = list.len() <= LINK_LIST_MAX && list.iter().all(|block| is_link(block));
        for block in list.iter_mut().filter(|_| is_list) {
            block.taken = Some(RemovedKind::Related);
        }
    }
}

/// A sentence too short to be known as text by itself.
fn is_short_sentence(placed: &Placed) -> bool {
    !placed.away
        && placed.links < LINKS_MAX
        && placed.block.kind == BlockKind::Paragraph
        && placed.block.text.split_whitespace().count() >= SHORT_WORDS_MIN
        && ends_sentence(&placed.block.text)
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
    let mut places: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
    let folded_page: Vec<String> = page.iter().map(|block| folded(&block.text)).collect();
    for (at, text) in folded_page.iter().enumerate() {
        places.entry(text.clone()).or_default().push_back(at);
    }
    let mut out: Vec<Block> = Vec::with_capacity(page.len());
    let mut next = 0;
    for block in content {
        let text = folded(&block.text);
        let exact = places.get_mut(&text).and_then(|all| {
            while all.front().is_some_and(|&at| at < next) {
                all.pop_front();
            }
            all.front().copied()
        });
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
