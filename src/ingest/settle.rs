//! From drafts to articles: what one article's evidence says in the light of the others.
//!
//! Owns everything that needs the whole collection: shared lines, spelling of outlets, years left
//! out in datelines, file times, ids and unique paths. Must not read files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::SystemTime;

use chrono::{NaiveDate, Weekday};
use rayon::prelude::*;

use super::clean::repetition::take_shared_lines;
use super::draft::{DateRole, Draft, FoundDate};
use super::metadata::{agency, file_name, outlet, section, title};
use super::published::dates::{Day, days_in};
use super::published::{Clues, FileTimes, dateline, decide, year_for};
use crate::model::{Article, ArticleId, DateBasis, Published, Removed};

/// The drafts of one file.
#[derive(Debug)]
pub(super) struct ReadFile {
    /// Path within the collection.
    pub path: String,
    /// Where it lies; `None` for the embedded sample.
    pub file: Option<PathBuf>,
    /// When it was last changed.
    pub modified: Option<SystemTime>,
    /// What was read, cleaned.
    pub drafts: Vec<Draft>,
}

/// Fewest words of a file's name that can be a headline.
const NAME_TITLE_WORDS_MIN: usize = 3;
/// Paragraphs in which a weekday tells about the day of the dateline.
const WEEKDAY_PARAGRAPHS: usize = 3;

/// Articles in order of path, with unique ids and paths.
pub(super) fn settle(mut files: Vec<ReadFile>) -> Vec<Article> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let ids: Vec<ArticleId> = {
        let mut drafts: Vec<&mut Draft> =
            files.iter_mut().flat_map(|f| f.drafts.iter_mut()).collect();
        let ids = drafts
            .par_iter()
            .map(|draft| ArticleId::new(&content_id(draft)));
        let ids = ids.collect();
        take_shared_lines(&mut drafts);
        ids
    };
    let mut ids = ids.into_iter();
    let mut times = FileTimes::default();
    for file in &files {
        times.note(file.modified);
    }
    let known = Known::of(&files);
    let files: Vec<(ReadFile, Vec<ArticleId>)> = files
        .into_iter()
        .map(|file| {
            let own = ids.by_ref().take(file.drafts.len()).collect();
            (file, own)
        })
        .collect();
    let mut articles: Vec<(Article, Draft)> = files
        .into_par_iter()
        .flat_map_iter(|(file, ids)| articles_of(file, ids, &known))
        .collect();
    resolve_dates(&mut articles, &times);
    let mut articles: Vec<Article> = articles.into_iter().map(|(article, _)| article).collect();
    make_unique(&mut articles);
    articles
}

/// The articles of a file that hold words, with their drafts.
fn articles_of(file: ReadFile, ids: Vec<ArticleId>, known: &Known) -> Vec<(Article, Draft)> {
    let from_name = file_name::read(&file.path);
    let drafts = file.drafts.into_iter().zip(ids);
    let articles = drafts.map(|(mut draft, id)| {
        add_file_dates(&mut draft, &from_name);
        let article = article_of(&file.path, file.file.clone(), &draft, &from_name, known);
        draft.modified = file.modified;
        (Article { id, ..article }, draft)
    });
    articles
        .filter(|(article, _)| !article.text.trim().is_empty())
        .collect()
}

/// What the collection as a whole knows.
struct Known {
    /// Outlets, those named most often first.
    outlets: Vec<String>,
    /// Place in `outlets` of the first that is folded so.
    places: BTreeMap<String, usize>,
    /// The first of `outlets` that is folded so and not written in capitals alone.
    usual: BTreeMap<String, String>,
    agencies: BTreeSet<String>,
}

impl Known {
    fn of(files: &[ReadFile]) -> Self {
        let mut outlets: BTreeMap<String, usize> = BTreeMap::new();
        let mut agencies = BTreeSet::new();
        for draft in files.iter().flat_map(|file| &file.drafts) {
            if let Some(name) = draft.found.outlets.first() {
                *outlets.entry(name.clone()).or_default() += 1;
            }
            agencies.extend(draft.found.agencies.iter().cloned());
        }
        let mut outlets: Vec<(String, usize)> = outlets.into_iter().collect();
        outlets.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let outlets: Vec<String> = outlets.into_iter().map(|(name, _)| name).collect();
        let mut places = BTreeMap::new();
        let mut usual = BTreeMap::new();
        for (place, name) in outlets.iter().enumerate() {
            let folded = title::folded(name);
            if !outlet::is_shouted(name) {
                usual.entry(folded.clone()).or_insert_with(|| name.clone());
            }
            places.entry(folded).or_insert(place);
        }
        Self {
            outlets,
            places,
            usual,
            agencies,
        }
    }

    /// A name as the collection writes it: without the section behind it, in usual letters.
    fn outlet(&self, name: &str, own_spellings: &[String], text: &str) -> String {
        let folded = title::folded(name);
        let beginnings = folded
            .match_indices(' ')
            .filter_map(|(at, _)| folded.get(..at));
        let shorter = beginnings
            .filter(|beginning| beginning.contains(' '))
            .filter_map(|beginning| self.places.get(beginning))
            .min()
            .and_then(|&place| self.outlets.get(place));
        let name = shorter.map_or(name, String::as_str);
        let mut spellings = own_spellings.to_vec();
        spellings.extend(self.usual.get(&title::folded(name)).cloned());
        outlet::nicer(name, &spellings, text)
    }
}

/// A day in the file's own name or in the address.
fn add_file_dates(draft: &mut Draft, from_name: &file_name::NameEvidence) {
    for url in draft.found.urls.clone() {
        if let Some(day) = super::published::dates::first_full(&url) {
            draft.found.dates.push(FoundDate {
                day,
                basis: DateBasis::Url,
                words: url,
                role: DateRole::Probable,
            });
        }
    }
    if let Some((day, words)) = from_name.day.clone().filter(|_| draft.inner.is_empty()) {
        draft.found.dates.push(FoundDate {
            day,
            basis: DateBasis::File,
            words: format!("“{words}” in the name of the file"),
            role: DateRole::Probable,
        });
    }
}

/// The article of a draft; its day is settled later, together with the others.
fn article_of(
    path: &str,
    file: Option<PathBuf>,
    draft: &Draft,
    from_name: &file_name::NameEvidence,
    known: &Known,
) -> Article {
    let (text, removed) = text_and_removed(draft);
    let outlet = outlet_of(draft, &text, from_name, known);
    let title = title_of(draft, from_name, outlet.as_deref());
    let byline = draft.found.bylines.first().cloned();
    let agency = draft.found.agencies.first().cloned().or_else(|| {
        let byline = byline.as_deref()?;
        let last = byline.rsplit(" and ").next()?;
        known
            .agencies
            .iter()
            .find(|agency| *agency == last)
            .cloned()
            .or_else(|| agency::named(byline).map(str::to_owned))
    });
    Article {
        id: ArticleId::new(""),
        path: join_path(path, &draft.inner),
        file,
        format: draft.format.clone().into_owned(),
        title,
        outlet,
        byline,
        agency,
        section: section_of(draft),
        url: draft.found.urls.first().cloned(),
        language: None,
        published: Published::unknown(),
        text,
        removed,
    }
}

/// The part of the paper: as it is named, or as the address says.
fn section_of(draft: &Draft) -> Option<String> {
    let named = draft.found.sections.first().cloned();
    named.or_else(|| {
        let url = draft.found.urls.first()?;
        let path = url.split_once("://")?.1.split_once('/')?.1;
        let part = path.split('/').next()?.replace(['-', '_'], " ");
        section::is_section(&part).then(|| section::as_named(&part))
    })
}

fn join_path(path: &str, inner: &str) -> String {
    if inner.is_empty() || inner.starts_with('#') {
        format!("{path}{inner}")
    } else {
        format!("{path}/{inner}")
    }
}

/// Kept blocks with a blank line between, and where the others stood.
fn text_and_removed(draft: &Draft) -> (String, Vec<Removed>) {
    let mut text = String::new();
    let mut removed = Vec::new();
    for block in &draft.blocks {
        match block.taken {
            None => {
                if !text.is_empty() {
                    text.push_str("\n\n");
                }
                text.push_str(&block.text);
            }
            Some(kind) => removed.push(Removed {
                text: block.text.clone(),
                kind,
                at: text.len(),
            }),
        }
    }
    (text, removed)
}

fn outlet_of(
    draft: &Draft,
    text: &str,
    from_name: &file_name::NameEvidence,
    known: &Known,
) -> Option<String> {
    if let Some(name) = draft.found.outlets.first() {
        let mut spellings = draft.found.outlets.clone();
        spellings.extend(from_name.parts.iter().cloned());
        return Some(known.outlet(name, &spellings, text));
    }
    let named = from_name.parts.iter().find(|part| {
        known.places.contains_key(&title::folded(part))
            || (from_name.parts.len() > 1 && outlet::sounds_like_outlet(part))
    });
    if let Some(part) = named {
        return Some(known.outlet(part, &[], text));
    }
    // "The Paper - Headline": the part that is not the headline names the outlet.
    let headline = draft.found.titles.first();
    let beside = headline.filter(|headline| {
        from_name.parts.len() == 2
            && from_name
                .parts
                .iter()
                .any(|part| title::repeats(part, headline))
    });
    if let Some(headline) = beside
        && let Some(part) = from_name
            .parts
            .iter()
            .find(|part| !title::repeats(part, headline) && outlet::is_name(part))
    {
        return Some(known.outlet(part, &[], text));
    }
    let host = draft.found.urls.first().and_then(|url| host_of(url));
    let agency = draft.found.agencies.first().map(|name| {
        known
            .outlets
            .iter()
            .find(|other| other.starts_with(name.as_str()) && agency::says_so(other))
            .cloned()
            .unwrap_or_else(|| name.clone())
    });
    host.or(agency)
}

/// The site of an address, without "www".
fn host_of(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.starts_with("web.archive")).then(|| host.to_lowercase())
}

fn title_of(
    draft: &Draft,
    from_name: &file_name::NameEvidence,
    outlet: Option<&str>,
) -> Option<String> {
    if let Some(title) = draft.found.titles.first() {
        return Some(title.clone());
    }
    let part = from_name.parts.first()?;
    let differs = outlet.is_none_or(|outlet| title::folded(outlet) != title::folded(part));
    let is_own = draft.inner.is_empty();
    (is_own && differs && part.split(' ').count() >= NAME_TITLE_WORDS_MIN).then(|| part.clone())
}

/// First the days that stand alone, then the years of datelines by their light, file times last.
fn resolve_dates(articles: &mut [(Article, Draft)], times: &FileTimes) {
    articles.par_iter_mut().for_each(|(article, draft)| {
        let certain: Vec<FoundDate> = draft
            .found
            .dates
            .iter()
            .filter(|found| found.basis != DateBasis::File)
            .cloned()
            .collect();
        article.published = decide(&certain);
    });
    // Each day once, so that a large collection costs no more than its days.
    let neighbours: BTreeSet<NaiveDate> = articles
        .iter()
        .filter_map(|(article, _)| article.published.value)
        .collect();
    let neighbours: Vec<NaiveDate> = neighbours.into_iter().collect();
    articles.par_iter_mut().for_each(|(article, draft)| {
        let line = dateline_date(&article.text, &neighbours);
        let at = draft
            .found
            .dates
            .iter()
            .position(|found| matches!(found.basis, DateBasis::Url | DateBasis::File))
            .unwrap_or(draft.found.dates.len());
        if let Some(found) = line {
            draft.found.dates.insert(at, found);
        }
        article.published = decide(&draft.found.dates);
        if article.published.value.is_none()
            && let Some(found) =
                times.evidence(draft.modified, &days_of(&article.text), &neighbours)
        {
            draft.found.dates.push(found);
            article.published = decide(&draft.found.dates);
        }
    });
}

/// The day of the dateline, its year found if it is left out.
fn dateline_date(text: &str, neighbours: &[NaiveDate]) -> Option<FoundDate> {
    let first: Vec<&str> = text.split("\n\n").take(WEEKDAY_PARAGRAPHS).collect();
    let line = first
        .iter()
        .take(2)
        .find_map(|paragraph| dateline::read(paragraph))?;
    let day = match line.day? {
        Day::Full(day) => day,
        Day::Yearless(month, day) => {
            let clues = Clues {
                in_text: full_days(text),
                weekdays: first
                    .iter()
                    .flat_map(|paragraph| weekdays_in(paragraph))
                    .collect(),
                neighbours: neighbours.to_vec(),
            };
            year_for(month, day, &clues)?
        }
    };
    Some(FoundDate {
        day,
        basis: DateBasis::Dateline,
        words: line.words,
        role: DateRole::Probable,
    })
}

/// The days that a text names.
fn days_of(text: &str) -> Vec<Day> {
    days_in(text).into_iter().map(|found| found.day).collect()
}

fn full_days(text: &str) -> Vec<NaiveDate> {
    days_of(text)
        .into_iter()
        .filter_map(|day| match day {
            Day::Full(day) => Some(day),
            Day::Yearless(..) => None,
        })
        .collect()
}

fn weekdays_in(text: &str) -> Vec<Weekday> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() >= 6)
        .filter_map(|word| word.parse().ok())
        .collect()
}

/// Ids by content, numbered where content repeats; paths numbered where they repeat.
fn make_unique(articles: &mut [Article]) {
    articles.sort_by(|a, b| a.path.cmp(&b.path));
    let mut same: BTreeMap<String, Vec<&mut Article>> = BTreeMap::new();
    let mut paths: BTreeSet<String> = BTreeSet::new();
    for article in articles {
        let own = article.path.clone();
        let mut number = 2;
        while !paths.insert(article.path.clone()) {
            article.path = format!("{own} ({number})");
            number += 1;
        }
        let id = article.id.as_str().to_owned();
        same.entry(id).or_default().push(article);
    }
    for (id, mut articles) in same {
        // Headlines tell them apart under any name of their files.
        articles.sort_by(|a, b| (&a.title, &a.path).cmp(&(&b.title, &b.path)));
        for (before, article) in articles.into_iter().enumerate() {
            article.id = if before == 0 {
                ArticleId::new(&id)
            } else {
                ArticleId::new(&format!("{id}-{}", before + 1))
            };
        }
    }
}

/// Sixteen hexadecimal digits of the hash of the words that a file tells by itself, white space and
/// letter case aside: before lines are taken out that other files have too, and without the headline,
/// which may be the file's name. So neither a new name nor a new neighbour makes another id.
fn content_id(draft: &Draft) -> String {
    let told = draft.blocks.iter().filter(|block| block.taken.is_none());
    let words: Vec<&str> = told.map(|block| block.text.as_str()).collect();
    let hash = blake3::hash(title::folded(&words.join("\n")).as_bytes()).to_hex();
    hash.as_str().chars().take(16).collect()
}
