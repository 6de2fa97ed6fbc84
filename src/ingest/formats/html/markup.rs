//! Evidence of a page's markup: JSON-LD, OpenGraph, meta tags, time tags, links.

mod json_ld;
mod visible;

use std::collections::BTreeMap;

use dom_query::Document;

use crate::ingest::draft::{DateRole, Found, FoundDate};
use crate::ingest::formats::lines::collapse;
use crate::ingest::metadata::{outlet, section};
use crate::ingest::pattern::pattern;
use crate::ingest::published::dates;
use crate::model::DateBasis;

/// Names of meta tags for the day of publication, strongest first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published-date",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "publishdate",
    "published_at",
    "published",
    "publication-date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "article_date_original",
    "originalpublicationdate",
    "ptime",
    "cxenseparse:recs:publishtime",
    "article:published",
    "shareaholic:article_published_time",
    "bt:pubdate",
    "dateposted",
    "rnews:datepublished",
    "displaydate",
    "release_date",
    "created",
    "date_published",
];
/// Names that often, not always, hold the day of publication.
const PROBABLE: &[&str] = &[
    "date",
    "datecreated",
    "article:create_at",
    "creation_date",
    "og:pubdate",
    "timestamp",
    "article.created",
];
/// Names for the last change.
const UPDATED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "article:modified",
    "updated_time",
    "modified",
    "revised",
    "utime",
];
/// Characters at the start of a page in which a comment tells where it was saved from.
const COMMENT_REACH: usize = 4_000;
pattern!(
    /// What browsers and programs that save pages write there.
    SAVED_FROM,
    r"(?is)<!--\s*(?:page )?saved (?:from|with)\b[^>]{0,60}?(?:url\s*[=:]\s*(?:\(\d+\))?\s*)(?P<url>https?://[^\s>]+)(?:[^>]{0,40}?saved date:(?P<date>[^\n>]{0,60}))?"
);
pattern!(
    /// Names that say by their parts that they hold it.
    PUBLISHED_NAME,
    r"(?:^|[._:-])(?:(?:first|original|article|content|story|page|news)?[._-]?(?:publi(?:sh(?:ed)?|cation|c)|issued?|pub|posted|release)[._-]?(?:date|time|at|on)(?:[._-]?(?:time|utc|iso|start))?|date[._-]?(?:time)?[._-]?(?:publi(?:sh(?:ed)?|cation)|issued|posted))$"
);
const TITLES: &[&str] = &[
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "title",
    "headline",
];
const AUTHORS: &[&str] = &[
    "article:author",
    "og:article:author",
    "author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "citation_author",
    "og:author",
    "article:author_name",
    "byl",
    "twitter:data1_author",
    "creator",
    "rnews:author",
    "shareaholic:article_author_name",
];
const OUTLETS: &[&str] = &[
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "article:publisher_name",
    "twitter:app:name:iphone",
];
const SECTIONS: &[&str] = &[
    "article:section",
    "og:article:section",
    "parsely-section",
    "sailthru.section",
    "section",
    "news_section",
];
const ADDRESSES: &[&str] = &["og:url", "twitter:url", "parsely-link"];

/// Evidence of a page's markup by where it stands, of each kind the strongest first.
#[derive(Debug, Default)]
pub(super) struct Markup {
    /// What JSON-LD says about the article.
    pub stated: Found,
    /// The text of the article as JSON-LD carries it.
    pub body: Option<String>,
    /// What meta tags and links say about the page.
    pub declared: Found,
    /// What the page shows.
    pub shown: Found,
    /// The title of the window, as it stands.
    pub window: Option<String>,
    /// Headings below the first kind.
    pub lower_headings: Vec<String>,
    /// All writers that the page marks as such.
    pub writers: Option<String>,
    /// Names of readers who commented.
    pub commenters: Vec<String>,
}

/// All evidence of a page's markup.
pub(super) fn read(document: &Document) -> Markup {
    let stated = json_ld::read(document);
    Markup {
        stated: stated.found,
        body: stated.body,
        declared: declared(document),
        shown: visible::read(document),
        window: document
            .select("head title, title")
            .nodes()
            .first()
            .map(|node| collapse(&node.text()))
            .filter(|title| !title.is_empty()),
        lower_headings: visible::lower_headings(document),
        writers: visible::marked_writers(document),
        commenters: visible::names_of_commenters(document),
    }
}

/// Notes where and when a browser or a program that saves pages took this one, as its comment tells.
pub(super) fn note_saving(html: &str, found: &mut Found) {
    let start = html
        .char_indices()
        .nth(COMMENT_REACH)
        .map_or(html, |(end, _)| html.get(..end).unwrap_or(html));
    let Some(saved) = SAVED_FROM.captures(start) else {
        return;
    };
    let url = saved.name("url").map(|url| url.as_str().to_owned());
    found.urls.extend(url);
    let words = saved.name("date").map_or("", |date| date.as_str().trim());
    if let Some(day) = dates::first_full(words) {
        found.dates.push(FoundDate {
            day,
            basis: DateBasis::Metadata,
            words: format!("the page was saved: {words}"),
            role: DateRole::Captured,
        });
    }
}

/// Evidence of meta tags and links.
fn declared(document: &Document) -> Found {
    let metas = metas(document);
    let mut found = Found::default();
    let first = |names: &[&str]| -> Vec<String> {
        names
            .iter()
            .filter_map(|name| metas.get(*name))
            .flatten()
            .cloned()
            .collect()
    };
    found.titles.extend(first(TITLES));
    for name in AUTHORS {
        // One tag for each writer, or one for all.
        let names: Vec<&str> = metas
            .get(*name)
            .into_iter()
            .flatten()
            .map(String::as_str)
            .filter(|name| !name.starts_with("http") && !name.contains("facebook.com"))
            .collect();
        if !names.is_empty() {
            found.bylines.push(names.join(", "));
        }
    }
    found.outlets.extend(first(OUTLETS));
    found.sections.extend(
        first(SECTIONS)
            .iter()
            .filter_map(|name| section::of_field(name)),
    );
    let owners = first(&["copyright"]);
    found.outlets.extend(
        owners
            .into_iter()
            .map(|words| outlet::from_site_words(&words).unwrap_or(words)),
    );
    if let Some(address) = link(document, "link[rel=canonical]", "href") {
        found.urls.push(address);
    }
    found.urls.extend(first(ADDRESSES));
    found.urls.retain(|url| url.starts_with("http"));
    if let Some(language) = link(document, "html[lang]", "lang") {
        found.languages.push(language);
    }
    meta_dates(&metas, PUBLISHED, DateRole::Published, &mut found);
    meta_dates(&metas, PROBABLE, DateRole::Probable, &mut found);
    meta_dates(&metas, UPDATED, DateRole::Updated, &mut found);
    let listed = |name: &str| [PUBLISHED, PROBABLE, UPDATED].concat().contains(&name);
    let others: Vec<&str> = metas
        .keys()
        .map(String::as_str)
        .filter(|name| PUBLISHED_NAME.is_match(name) && !listed(name))
        .collect();
    meta_dates(&metas, &others, DateRole::Probable, &mut found);
    found
}

/// Contents of meta tags by name, property or itemprop in lower case; several in order.
fn metas(document: &Document) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for node in document.select("meta").nodes() {
        let Some(content) = node.attr("content") else {
            continue;
        };
        let content = collapse(&content);
        if content.is_empty() {
            continue;
        }
        for key in ["property", "name", "itemprop", "http-equiv"] {
            let Some(names) = node.attr(key) else {
                continue;
            };
            for name in names.split_whitespace() {
                let values = all.entry(name.to_lowercase()).or_default();
                if !values.contains(&content) {
                    values.push(content.clone());
                }
            }
        }
    }
    all
}

fn meta_dates(
    metas: &BTreeMap<String, Vec<String>>,
    names: &[&str],
    role: DateRole,
    found: &mut Found,
) {
    for name in names {
        for value in metas.get(*name).into_iter().flatten() {
            if let Some(day) = dates::of_value(value) {
                found.dates.push(FoundDate {
                    day,
                    basis: DateBasis::Metadata,
                    words: format!("{name}: {value}"),
                    role,
                });
            }
        }
    }
}

/// An attribute of the first element that fits.
fn link(document: &Document, selector: &str, attribute: &str) -> Option<String> {
    let value = document.select(selector).nodes().first()?.attr(attribute)?;
    let value = value.trim().to_owned();
    (!value.is_empty()).then_some(value)
}
