//! What repeats at the top and bottom of pages: running heads, page numbers, printed addresses.

use std::collections::BTreeMap;

use super::columns::Line;
use crate::ingest::draft::{DateRole, Found, FoundDate};
use crate::ingest::metadata::outlet::is_name;
use crate::ingest::metadata::title::folded;
use crate::ingest::pattern::pattern;
use crate::ingest::published::dates;
use crate::model::DateBasis;

/// Lines at each edge of a page that can be such.
const EDGE_LINES: usize = 3;

/// Fewest words of a headline in the name of a page.
const HEADLINE_WORDS_MIN: usize = 3;
/// Base lines closer than this are one row, in em.
const SAME_ROW: f64 = 0.35;

pattern!(
    PAGE_NUMBER,
    r"(?i)^[-–—•| ]*(?:page|p\.?|seite)? ?\d{1,4}(?: ?(?:/|of|von) ?\d{1,4})?[-–—•| ]*$"
);
pattern!(
    PRINTED_ADDRESS,
    r"^(?P<url>(?:https?|file)://\S+)(?:\s+\d+/\d+)?$"
);
pattern!(
    PRINTED_HEAD,
    r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\.?)?\b\s*(?P<name>.*)$"
);

/// Takes the edges of pages out; what they tell becomes evidence. The head of the first page stays
/// where it is no page number: outlet and day often stand in it.
pub(super) fn take(pages: &mut [Vec<Line>], found: &mut Found) {
    let mut repeated: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter() {
        let mut own: Vec<String> = edges(page)
            .into_iter()
            .filter_map(|at| page.get(at))
            .map(|line| key(&line.text))
            .collect();
        own.sort();
        own.dedup();
        for text in own {
            *repeated.entry(text).or_default() += 1;
        }
    }
    for (number, page) in pages.iter_mut().enumerate() {
        let at_edge = edges(page);
        let mut gone = vec![false; page.len()];
        let beside_printed = beside_printed(page, &at_edge);
        for at in at_edge {
            let Some(line) = page.get(at) else {
                continue;
            };
            let is_repeated = repeated
                .get(&key(&line.text))
                .is_some_and(|&count| count >= 2);
            let own = note(&line.text, found);
            let beside = beside_printed.contains(&at);
            if number == 0 {
                // The name stands in a line of its own or in one with the day of printing.
                let name = if own {
                    PRINTED_HEAD.group(&line.text, "name")
                } else {
                    beside.then_some(line.text.as_str())
                };
                if let Some(name) = name {
                    note_name(name, found);
                }
            }
            let printed = own || beside;
            let first_seen = number == 0 && !PAGE_NUMBER.is_match(&line.text);
            if (printed || PAGE_NUMBER.is_match(&line.text) || (is_repeated && !first_seen))
                && let Some(gone) = gone.get_mut(at)
            {
                *gone = true;
            }
        }
        let mut nth = 0;
        page.retain(|_| {
            nth += 1;
            !gone.get(nth - 1).copied().unwrap_or(false)
        });
    }
}

/// Reads the name of a printed page: its headline, often with the site behind it.
fn note_name(name: &str, found: &mut Found) {
    let parts = [" | ", " – ", " — ", " - "]
        .iter()
        .find_map(|separator| name.rsplit_once(separator));
    match parts {
        Some((headline, site))
            if headline.split_whitespace().count() >= HEADLINE_WORDS_MIN && is_name(site) =>
        {
            found.titles.push(headline.to_owned());
            found.outlets.push(site.to_owned());
        }
        _ if name.split_whitespace().count() >= HEADLINE_WORDS_MIN => {
            found.titles.push(name.to_owned());
        }
        _ => {}
    }
}

/// Lines that stand in one row with what a browser prints: the name of the page.
fn beside_printed(page: &[Line], at_edge: &[usize]) -> Vec<usize> {
    let rows: Vec<f64> = at_edge
        .iter()
        .filter_map(|&at| page.get(at))
        .filter(|line| PRINTED_HEAD.is_match(&line.text) || PRINTED_ADDRESS.is_match(&line.text))
        .map(|line| line.y)
        .collect();
    at_edge
        .iter()
        .copied()
        .filter(|&at| {
            page.get(at).is_some_and(|line| {
                rows.iter()
                    .any(|y| (y - line.y).abs() < SAME_ROW * line.size)
            })
        })
        .collect()
}

/// The highest and the lowest lines of a page.
fn edges(page: &[Line]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|&a, &b| {
        let y = |at: usize| page.get(at).map_or(0.0, |line| line.y);
        y(a).total_cmp(&y(b))
    });
    let mut out: Vec<usize> = order.iter().take(EDGE_LINES).copied().collect();
    out.extend(order.iter().rev().take(EDGE_LINES));
    out
}

/// A line for comparing between pages: page numbers differ.
fn key(text: &str) -> String {
    let without: String = text
        .chars()
        .map(|c| if c.is_ascii_digit() { ' ' } else { c })
        .collect();
    folded(&without)
}

/// Reads what a browser prints around a page; whether the line is that.
fn note(line: &str, found: &mut Found) -> bool {
    if let Some(url) = PRINTED_ADDRESS.group(line, "url") {
        if found.urls.is_empty() && url.starts_with("http") {
            found.urls.push(url.to_owned());
        }
        return true;
    }
    if PRINTED_HEAD.is_match(line) {
        if let Some(day) = dates::first_full(line) {
            found.dates.push(FoundDate {
                day,
                basis: DateBasis::Metadata,
                words: format!("printed: {line}"),
                role: DateRole::Captured,
            });
        }
        return true;
    }
    false
}
