//! RSS and Atom files.

use super::html;
use crate::ingest::draft::{DateRole, Draft, FoundDate};
use crate::ingest::limits::ARTICLES_PER_FILE_MAX;
use crate::model::{DateBasis, SkippedReason};

/// The entries of a feed that hold text.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Draft>, SkippedReason> {
    let feed = feed_rs::parser::parse(bytes)
        .map_err(|_| SkippedReason::Damaged("the feed is broken".to_owned()))?;
    let outlet = feed.title.map(|title| title.content);
    let mut drafts = Vec::new();
    for (nth, entry) in feed
        .entries
        .into_iter()
        .enumerate()
        .take(ARTICLES_PER_FILE_MAX)
    {
        let body = entry
            .content
            .and_then(|content| content.body)
            .filter(|body| !body.trim().is_empty())
            .or_else(|| entry.summary.map(|summary| summary.content));
        let Some(mut draft) = body.and_then(|body| html::of_fragment(&body, "news feed").ok())
        else {
            continue;
        };
        draft.inner = format!("#{}", nth + 1);
        draft
            .found
            .titles
            .splice(0..0, entry.title.map(|title| title.content));
        draft.found.outlets.splice(0..0, outlet.clone());
        let names: Vec<String> = entry
            .authors
            .into_iter()
            .filter_map(|author| author.name)
            // RSS 2.0 writes "address (name)".
            .map(|name| name.trim_matches(['(', ')', ' ']).to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        if !names.is_empty() {
            draft.found.bylines.insert(0, names.join(", "));
        }
        draft
            .found
            .urls
            .splice(0..0, entry.links.into_iter().next().map(|link| link.href));
        draft.found.languages.extend(feed.language.clone());
        for (time, role, tag) in [
            (entry.published, DateRole::Published, "published"),
            (entry.updated, DateRole::Updated, "updated"),
        ] {
            if let Some(time) = time {
                draft.found.dates.push(FoundDate {
                    day: time.date_naive(),
                    basis: DateBasis::Metadata,
                    words: format!("{tag}: {}", time.to_rfc3339()),
                    role,
                });
            }
        }
        drafts.push(draft);
    }
    if drafts.is_empty() {
        return Err(SkippedReason::NoArticle);
    }
    Ok(drafts)
}
