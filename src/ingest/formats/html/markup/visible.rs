//! Evidence that a page shows: its heading, its byline, the time beside it.

use dom_query::{Document, NodeRef};

use crate::ingest::draft::{DateRole, Found, FoundDate};
use crate::ingest::formats::lines::collapse;
use crate::ingest::metadata::{byline, outlet, section};
use crate::ingest::pattern::pattern;
use crate::ingest::published::dates;
use crate::model::DateBasis;

/// Longest words of an element that are taken for a name or a date, in bytes.
const WORDS_BYTES_MAX: usize = 200;

pattern!(
    PUBLISHED,
    r"(?i)publish|posted|written|pubdate|entry-date|datePublished|dt-published|created"
);
pattern!(UPDATED, r"(?i)updat|modif|edited|revis");
pattern!(
    /// Comments are never the article, however much of the page they fill.
    COMMENTS,
    r"(?i)comment|respond|reply|disqus"
);
pattern!(
    /// What a picture of a name is called.
    LOGO,
    r"(?i)\b(?:logo|home ?page|home|icon)\b"
);
pattern!(
    AWAY,
    r"(?i)related|sidebar|footer|widget|recent|popular|trending|promo|teaser|more-|card|copyright|upcoming|recirc|newsletter|references"
);

/// Places of a byline, surest first.
const BYLINES: &[&str] = &[
    "[itemprop~=author] [itemprop=name]",
    "[itemprop~=author]",
    "a[rel~=author]",
    "[rel~=author]",
    ".byline-name",
    ".author-name",
    ".byline .author",
    ".byline",
    "a[href*='/author/'], a[href*='/authors/']",
    "a[href*='/reporter/'], a[href*='/reporters/'], a[href*='/journalist/'], a[href*='/contributor/'], a[href*='/contributors/'], a[href*='/byline/'], a[href*='/writers/'], a[href*='/editors/'], a[href*='/staff/'], a[href*='/bios/']",
    "[class*=byline], [class*=Byline]",
    "[class*=author-name], [class*=authorName], [class*=author_name]",
    ".author",
    // And as sites in other languages call it.
    "[class*=author], [class*=Author], [class*=autor], [class*=auteur], [class*=verfasser], [class*=firma]",
];
/// Names of writers in an article that is marked as one.
const MARKED_WRITERS: &str = "[itemtype*=Article] [itemprop~=author] [itemprop=name]";
/// Places of a headline, surest first.
const HEADLINES: &[&str] = &["h1", "[role=heading][aria-level='1']"];
/// Headings that may hold it where there is none of those.
const LOWER_HEADINGS: &str = "h2, h3, h4";
/// Headings of one kind that are looked at.
const HEADINGS_MAX: usize = 3;
/// Places where a site shows its name.
const MASTHEADS: &str = "a[rel~=home], header a[href='/'], .site-title, .site-name, [class*=masthead], [id*=masthead], [class*=logo], [id*=logo], [class*=brand], img[src*=logo]";
/// Elements of one place that are looked at.
const ELEMENTS_MAX: usize = 12;
/// Elements looked at for names of readers who commented.
const COMMENTERS_MAX: usize = 200;
/// Names of one byline.
const NAMES_MAX: usize = 6;
/// Share of a page's words from which an element is the page itself, whatever it is called.
const WHOLE_PAGE_MIN: f64 = 0.4;
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
    ".date, .datum, .fecha",
    ".posted-on, .submitted",
    ".post-meta",
    ".entry-meta",
    ".article-meta",
    ".byline",
    "time",
];

/// What the page shows.
pub(super) fn read(document: &Document) -> Found {
    let mut found = Found::default();
    for place in HEADLINES {
        if found.titles.is_empty() {
            found.titles = headings(document, place);
        }
    }
    mastheads(document, &mut found);
    let whole = visible_bytes(&document.root());
    bylines(document, whole, &mut found);
    dates_shown(document, whole, &mut found);
    found
}

/// The words of the first headings of one kind.
fn headings(document: &Document, place: &str) -> Vec<String> {
    let nodes = document.select(place);
    let words = nodes.nodes().iter().take(HEADINGS_MAX).map(|heading| {
        let text = spaced_words(heading);
        text.trim_end_matches([' ', '¶', '#']).to_owned()
    });
    words.filter(|text| !text.is_empty()).collect()
}

/// Headings below the first kind, the highest first.
pub(super) fn lower_headings(document: &Document) -> Vec<String> {
    let selected = document.select(LOWER_HEADINGS);
    let mut nodes: Vec<&NodeRef<'_>> = selected.nodes().iter().collect();
    nodes.sort_by_key(|node| node.node_name().map(|name| name.to_string()));
    nodes
        .chunk_by(|a, b| a.node_name() == b.node_name())
        .flat_map(|level| level.iter().take(HEADINGS_MAX))
        .map(|node| spaced_words(node))
        .filter(|text| !text.is_empty())
        .collect()
}

/// All writers that a page marks as such.
pub(super) fn marked_writers(document: &Document) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for node in document
        .select(MARKED_WRITERS)
        .nodes()
        .iter()
        .take(NAMES_MAX)
    {
        let name = spaced_words(node);
        if byline::is_bare_names(&name) && !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// Names that stand where a site shows its own, if they sound like one.
fn mastheads(document: &Document, found: &mut Found) {
    for node in document.select(MASTHEADS).nodes().iter().take(ELEMENTS_MAX) {
        let words = spaced_words(node);
        let picture = || {
            let mut pictures = std::iter::once(*node).chain(node.descendants_it());
            let picture = pictures.find(|inner| inner.has_name("img"));
            let words = picture?.attr("alt")?;
            Some(collapse(&words))
        };
        let name = Some(words)
            .filter(|words| !words.is_empty())
            .or_else(picture);
        let Some(name) = name.filter(|name| name.len() <= WORDS_BYTES_MAX) else {
            continue;
        };
        let name = LOGO.without(&name).trim().to_owned();
        if outlet::sounds_like_outlet(&name) && !section::is_section(&name) {
            found.outlets.push(name);
        }
    }
}

fn bylines(document: &Document, whole: usize, found: &mut Found) {
    for place in BYLINES {
        let nodes = document.select(place);
        let mut names: Vec<String> = Vec::new();
        for node in nodes.nodes().iter().take(ELEMENTS_MAX) {
            let words = spaced_words(node);
            if words.is_empty() || words.len() > WORDS_BYTES_MAX || is_away(node, whole) {
                continue;
            }
            let read = byline::read(&words).or_else(|| byline::of_names(&words));
            if let Some(read) = read.filter(|_| names.len() < NAMES_MAX) {
                add_name(&mut names, read.names);
            }
        }
        if !names.is_empty() {
            found.bylines.push(names.join(", "));
        }
    }
}

/// Adds a name; of an element and the one around it the shorter words are the name.
fn add_name(names: &mut Vec<String>, name: String) {
    if let Some(longer) = names.iter_mut().find(|known| known.contains(&name)) {
        if name.contains(' ') {
            *longer = name;
        }
    } else if !names.iter().any(|known| name.contains(known.as_str())) {
        names.push(name);
    }
}

/// Names of readers who commented.
pub(super) fn names_of_commenters(document: &Document) -> Vec<String> {
    document
        .select("[class*=author], [rel~=author], [itemprop~=author], [class*=byline]")
        .nodes()
        .iter()
        .take(COMMENTERS_MAX)
        .filter(|node| is_comments(node) || node.ancestors_it(None).any(|part| is_comments(&part)))
        .map(spaced_words)
        .filter(|words| !words.is_empty() && words.len() <= WORDS_BYTES_MAX)
        .collect()
}

/// The words of an element with a space between those of its parts.
fn spaced_words(node: &NodeRef<'_>) -> String {
    let words: Vec<String> = node
        .descendants_it()
        .filter(NodeRef::is_text)
        .filter(is_shown)
        .map(|text| text.text().to_string())
        .collect();
    collapse(&words.join(" "))
}

fn dates_shown(document: &Document, whole: usize, found: &mut Found) {
    for place in DATES {
        for node in document.select(place).nodes().iter().take(ELEMENTS_MAX) {
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
            if is_away(node, whole) {
                continue;
            }
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
fn is_away(node: &NodeRef<'_>, whole: usize) -> bool {
    std::iter::once(*node)
        .chain(node.ancestors_it(None))
        .any(|part| {
            let name = part.node_name().unwrap_or_default();
            let words = [
                part.attr("class").unwrap_or_default(),
                part.attr("id").unwrap_or_default(),
            ];
            if is_comments(&part) {
                return true;
            }
            let named = matches!(&*name, "aside" | "footer" | "nav")
                || words.iter().any(|words| AWAY.is_match(words));
            named && (visible_bytes(&part) as f64) < whole as f64 * WHOLE_PAGE_MIN
        })
}

/// Whether an element is of readers' comments; one around the headline only counts them.
fn is_comments(part: &NodeRef<'_>) -> bool {
    let named = [part.attr("class"), part.attr("id")]
        .into_iter()
        .flatten()
        .any(|words| COMMENTS.is_match(&words));
    named
        && !part.descendants_it().any(|inner| {
            inner
                .node_name()
                .is_some_and(|name| matches!(&*name, "h1" | "main" | "article"))
        })
}

/// Whether words are for readers, not for programs.
fn is_shown(text: &NodeRef<'_>) -> bool {
    text.parent()
        .and_then(|parent| parent.node_name())
        .is_none_or(|name| !matches!(&*name, "script" | "style" | "noscript" | "template"))
}

/// Length of the words of an element that are shown.
fn visible_bytes(node: &NodeRef<'_>) -> usize {
    node.descendants_it()
        .filter(NodeRef::is_text)
        .filter(is_shown)
        .map(|text| text.text().trim().len())
        .sum()
}
