//! Books: each chapter of the reading order that holds text becomes an article.

use std::collections::BTreeMap;

use dom_query::Document;

use super::container::Budget;
use super::html;
use super::zipped::{Archive, part};
use crate::ingest::decode::decode;
use crate::ingest::draft::{DateRole, Draft, FoundDate};
use crate::ingest::published::dates;
use crate::model::{DateBasis, SkippedReason};

/// Fewest words of a chapter that is taken for an article.
const CHAPTER_WORDS_MIN: usize = 60;

/// The chapters of a book.
pub(super) fn read(
    archive: &mut Archive<'_>,
    budget: &mut Budget,
) -> Result<Vec<Draft>, SkippedReason> {
    let container = decode(&part(archive, "META-INF/container.xml", budget)?, None);
    let container = Document::from(container);
    let package = attribute(&container, "rootfile", "full-path").ok_or_else(|| {
        SkippedReason::Damaged("the book does not say where its text is".to_owned())
    })?;
    let folder = package
        .rsplit_once('/')
        .map(|(folder, _)| format!("{folder}/"))
        .unwrap_or_default();
    let package = Document::from(decode(&part(archive, &package, budget)?, None));
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for item in package.select("item").nodes() {
        if let (Some(id), Some(href)) = (item.attr("id"), item.attr("href")) {
            files.insert(id.to_string(), href.to_string());
        }
    }
    let publisher = words_of(&package, "dc\\:publisher");
    let language = words_of(&package, "dc\\:language");
    let issued = words_of(&package, "dc\\:date").and_then(|words| {
        Some(FoundDate {
            day: dates::of_value(&words)?,
            basis: DateBasis::Metadata,
            words: format!("the book is dated {words}"),
            role: DateRole::Probable,
        })
    });
    let mut drafts = Vec::new();
    for reference in package.select("itemref").nodes() {
        budget.check_time()?;
        let Some(href) = reference
            .attr("idref")
            .and_then(|id| files.get(&*id).cloned())
        else {
            continue;
        };
        let Ok(bytes) = part(archive, &format!("{folder}{href}"), budget) else {
            continue;
        };
        let Ok(draft) = html::of_html(&decode(&bytes, None), "e-book") else {
            continue;
        };
        let words: usize = draft
            .blocks
            .iter()
            .filter(|block| block.is_kept())
            .map(|block| block.text.split_whitespace().count())
            .sum();
        if words >= CHAPTER_WORDS_MIN {
            let mut draft = draft;
            draft.inner = href;
            draft.found.outlets.extend(publisher.clone());
            draft.found.languages.extend(language.clone());
            draft.found.dates.extend(issued.clone());
            drafts.push(draft);
        }
    }
    if drafts.is_empty() {
        return Err(SkippedReason::NoArticle);
    }
    Ok(drafts)
}

fn attribute(document: &Document, selector: &str, name: &str) -> Option<String> {
    Some(
        document
            .select(selector)
            .nodes()
            .first()?
            .attr(name)?
            .to_string(),
    )
}

fn words_of(document: &Document, selector: &str) -> Option<String> {
    let text = document
        .select(selector)
        .nodes()
        .first()?
        .text()
        .trim()
        .to_owned();
    (!text.is_empty()).then_some(text)
}
