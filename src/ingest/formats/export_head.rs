//! The head of one article of a database export: headline, paper and day by their order.
//!
//! Owns the orders in which Nexis, Factiva and `ProQuest` print them. Fields that carry their own
//! label are read in `exports`.

use crate::ingest::clean::forms::is_body;
use crate::ingest::draft::{Block, DateRole, Found, FoundDate};
use crate::ingest::metadata::byline;
use crate::ingest::metadata::outlet::is_name;
use crate::ingest::pattern::pattern;
use crate::ingest::published::dates;
use crate::model::{DateBasis, RemovedKind};

/// Most lines of a head.
const LINES_MAX: usize = 30;
/// Most words of a line that is the day and nothing else.
const DATE_WORDS_MAX: usize = 8;
/// Most words of a short line between the paper and the text: its code, the language, the page.
const CODE_WORDS_MAX: usize = 4;

pattern!(
    /// How long the article is, without a label before it: only Factiva prints it so.
    WORD_COUNT,
    r"(?i)^\d[\d,.]* words$"
);
pattern!(EDITION, r"(?i)\bedition\W*$|^edition\b");
pattern!(TIME, r"(?i)^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: gmt)?$");
pattern!(
    COPYRIGHT,
    r"(?i)^(?:copyright\b|\(c\)|©)\W*(?:\d{4}\W*)?(?P<owner>.*)$"
);

/// Reads the lines before the first paragraph; what is recognised becomes evidence.
pub(super) fn read(blocks: &mut [Block], found: &mut Found) {
    let lines: Vec<usize> = blocks
        .iter()
        .enumerate()
        .take_while(|(at, block)| *at < LINES_MAX && !is_body(&block.text))
        .filter(|(_, block)| block.is_kept())
        .map(|(at, _)| at)
        .collect();
    let text = |blocks: &[Block], at: usize| {
        blocks
            .get(at)
            .map(|block| block.text.clone())
            .unwrap_or_default()
    };
    let Some(day_at) = lines.iter().position(|&at| is_day(&text(blocks, at))) else {
        return;
    };
    let (above, rest) = lines.split_at(day_at);
    let below = rest.get(1..).unwrap_or_default();
    let counted = above
        .iter()
        .position(|&at| WORD_COUNT.is_match(&text(blocks, at)));
    let day_line = rest.first().copied().unwrap_or_default();
    note_day(&text(blocks, day_line), found);
    let mut takes: Vec<(usize, RemovedKind)> = vec![(day_line, RemovedKind::Dateline)];
    if let Some(counted) = counted {
        let heads = above.get(..counted).unwrap_or_default();
        takes.push((
            above.get(counted).copied().unwrap_or_default(),
            RemovedKind::Furniture,
        ));
        let (title, writer) = headline_and_writer(blocks, heads);
        if let Some(at) = writer {
            found.bylines.push(text(blocks, at));
            takes.push((at, RemovedKind::Byline));
        }
        if let Some(at) = title {
            found.titles.push(text(blocks, at));
            takes.push((at, RemovedKind::RepeatedTitle));
        }
        codes_below(blocks, below, found, &mut takes);
    } else {
        let paper = above
            .last()
            .copied()
            .filter(|&at| is_name(&text(blocks, at)));
        if let Some(at) = paper {
            found.outlets.push(text(blocks, at));
            takes.push((at, RemovedKind::Dateline));
        }
        // Nexis Uni prints the headline above the paper, its forerunner below the day.
        let headline = match above.iter().rev().nth(1) {
            Some(_) => above.iter().copied().find(|&at| Some(at) != paper),
            None => below
                .iter()
                .copied()
                .find(|&at| !EDITION.is_match(&text(blocks, at)) && !is_code(&text(blocks, at))),
        };
        if let Some(at) = headline {
            found.titles.push(text(blocks, at));
            takes.push((at, RemovedKind::RepeatedTitle));
        }
        takes.extend(
            below
                .iter()
                .copied()
                .filter(|&at| EDITION.is_match(&text(blocks, at)))
                .map(|at| (at, RemovedKind::Furniture)),
        );
    }
    for (at, kind) in takes {
        if let Some(block) = blocks.get_mut(at) {
            block.taken = Some(kind);
        }
    }
}

/// Whether a line is the day of the paper.
fn is_day(line: &str) -> bool {
    line.split_whitespace().count() <= DATE_WORDS_MAX
        && dates::first_full(line).is_some()
        && !COPYRIGHT.is_match(line)
}

fn note_day(line: &str, found: &mut Found) {
    if let Some(day) = dates::first_full(line) {
        found.dates.push(FoundDate {
            day,
            basis: DateBasis::Metadata,
            words: line.to_owned(),
            role: DateRole::Published,
        });
    }
}

/// Of the lines above the word count the headline is the longest, the writer the last of names.
fn headline_and_writer(blocks: &[Block], heads: &[usize]) -> (Option<usize>, Option<usize>) {
    let words = |at: usize| {
        blocks
            .get(at)
            .map_or(0, |block| block.text.split_whitespace().count())
    };
    let title = heads
        .iter()
        .copied()
        .max_by_key(|&at| (words(at), std::cmp::Reverse(at)));
    let writer = heads.last().copied().filter(|&at| {
        Some(at) != title
            && blocks.get(at).is_some_and(|block| {
                byline::is_bare_names(&block.text) || byline::read(&block.text).is_some()
            })
    });
    (title, writer)
}

/// A time of day or a code such as "NPOST": never a name that readers know.
fn is_code(line: &str) -> bool {
    TIME.is_match(line)
        || COPYRIGHT.is_match(line)
        || (!line.contains(' ')
            && line
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()))
}

/// The paper below the day, and what stands between it and the text.
fn codes_below(
    blocks: &[Block],
    below: &[usize],
    found: &mut Found,
    takes: &mut Vec<(usize, RemovedKind)>,
) {
    let mut paper_seen = false;
    for &at in below {
        let Some(line) = blocks.get(at).map(|block| block.text.as_str()) else {
            continue;
        };
        if COPYRIGHT.is_match(line) {
            takes.push((at, RemovedKind::Copyright));
            return;
        }
        if line.split_whitespace().count() > CODE_WORDS_MAX && paper_seen {
            return;
        }
        if !paper_seen && !TIME.is_match(line) && is_name(line) {
            paper_seen = true;
            found.outlets.push(line.to_owned());
            takes.push((at, RemovedKind::Dateline));
        } else {
            takes.push((at, RemovedKind::Furniture));
        }
    }
}

/// The owner whom the copyright line of an article names stands once more below its text.
pub(super) fn take_owner(blocks: &mut [Block]) {
    let owner = blocks
        .iter()
        .find_map(|block| COPYRIGHT.group(&block.text, "owner"))
        .map(|owner| owner.trim().to_owned());
    let last = blocks.iter_mut().rev().find(|block| block.is_kept());
    if let (Some(owner), Some(last)) = (owner, last)
        && !owner.is_empty()
        && last.text == owner
    {
        last.taken = Some(RemovedKind::Copyright);
    }
}
