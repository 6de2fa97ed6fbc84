//! Evidence that a page shows: its heading, its byline, the time beside it.

use dom_query::{Document, NodeRef};

use crate::ingest::draft::{DateRole, Found, FoundDate};
use crate::ingest::formats::lines::collapse;
use crate::ingest::metadata::byline;
use crate::ingest::pattern::pattern;
use crate::ingest::published::dates;
use crate::model::DateBasis;

/// Longest words of an element that are taken for a name or a date, in bytes.
const WORDS_BYTES_MAX: usize = 200;

pattern!(
    PUBLISHED,
    r"(?i)publish|posted|pubdate|entry-date|datePublished|dt-published|created"
);
pattern!(UPDATED, r"(?i)updat|modif|edited|revis");
pattern!(
    AWAY,
    r"(?i)comment|related|sidebar|footer|widget|recent|popular|trending|promo|teaser|more-|card|copyright|upcoming|recirc|newsletter"
);

/// Places of a byline, surest first.
const BYLINES: &[&str] = &[
    "[itemprop=author] [itemprop=name]",
    "[itemprop=author]",
    "a[rel=author]",
    "[rel=author]",
    ".byline-name",
    ".author-name",
    ".byline .author",
    ".byline",
    ".article-author",
    ".post-author",
    ".entry-author",
    ".c-byline",
    ".article__byline",
    ".author",
];
/// Places of a date, surest first.
const DATES: &[&str] = &[
    "[itemprop=datePublished]",
    "time[pubdate]",
    "time.entry-date.published",
    "time.published",
    ".dt-published",
    "article time[datetime]",
    "main time[datetime]",
    "time[datetime]",
    "abbr.published",
    ".published",
    ".entry-date",
    ".post-date",
    ".article-date",
    ".publish-date",
    ".published-date",
    ".pubdate",
    ".dateline",
    ".timestamp",
    ".article__date",
    ".date",
    ".posted-on",
    ".post-meta",
    ".entry-meta",
    ".article-meta",
    ".byline",
    "time",
];

/// What the page shows.
pub(super) fn read(document: &Document) -> Found {
    let mut found = Found::default();
    for heading in document.select("h1").nodes().iter().take(3) {
        let text = collapse(&heading.text());
        if !text.is_empty() {
            found.titles.push(text);
        }
    }
    bylines(document, &mut found);
    dates_shown(document, &mut found);
    found
}

fn bylines(document: &Document, found: &mut Found) {
    for place in BYLINES {
        let nodes = document.select(place);
        let mut names: Vec<String> = Vec::new();
        for node in nodes.nodes().iter().take(6).filter(|node| !is_away(node)) {
            let words = collapse(&node.text());
            if words.len() > WORDS_BYTES_MAX {
                continue;
            }
            let read = byline::read(&words).or_else(|| byline::of_names(&words));
            if let Some(read) = read
                && !names.contains(&read.names)
            {
                names.push(read.names);
            }
        }
        if !names.is_empty() {
            found.bylines.push(names.join(", "));
        }
    }
}

fn dates_shown(document: &Document, found: &mut Found) {
    for place in DATES {
        for node in document.select(place).nodes().iter().take(4) {
            if is_away(node) {
                continue;
            }
            let own = format!(
                "{} {} {}",
                node.attr("itemprop").unwrap_or_default(),
                node.attr("class").unwrap_or_default(),
                node.attr("id").unwrap_or_default()
            );
            let words = collapse(&node.text());
            let value = ["datetime", "content", "title"]
                .iter()
                .filter_map(|name| node.attr(name))
                .map(|value| value.to_string())
                .find(|value| dates::of_value(value).is_some())
                .or_else(|| (words.len() <= WORDS_BYTES_MAX).then(|| words.clone()));
            let Some((value, day)) =
                value.and_then(|value| dates::of_value(&value).map(|day| (value, day)))
            else {
                continue;
            };
            let said = format!("{own} {words}");
            let role = if UPDATED.is_match(&said) && !PUBLISHED.is_match(&said) {
                DateRole::Updated
            } else {
                DateRole::Probable
            };
            found.dates.push(FoundDate {
                day,
                basis: DateBasis::Metadata,
                words: format!("<{}> {value}", node.node_name().unwrap_or_default()),
                role,
            });
        }
    }
}

/// Whether an element stands in a part of the page that is about something else.
fn is_away(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(Some(8)).any(|parent| {
        let name = parent.node_name().unwrap_or_default();
        matches!(&*name, "aside" | "footer" | "nav")
            || AWAY.is_match(&parent.attr("class").unwrap_or_default())
            || AWAY.is_match(&parent.attr("id").unwrap_or_default())
    })
}
