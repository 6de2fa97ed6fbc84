//! Articles, and files that were left aside.

use super::{Cell, Column, Table, column};
use crate::review::Review;
use crate::view::{read, wording};

const ARTICLES: &[Column] = &[
    column("Article", 18),
    column("File", 36),
    column("Format", 12),
    column("Title", 60),
    column("Outlet", 24),
    column("Byline", 24),
    column("Agency", 14),
    column("Section", 16),
    column("Published", 12),
    column("What the date rests on", 50),
    column("Language", 10),
    column("Saved from", 40),
    column("Words", 8),
    column("Story", 30),
    column("Shares text with", 50),
];

/// A row for each article.
pub(super) fn articles(review: &Review) -> Table<'_> {
    let story = |position: usize| {
        let at = review.index().story_of.get(position)?;
        let story = review.analysis().stories.get(*at)?;
        Some(story.name.as_str())
    };
    let rows = review
        .documents()
        .iter()
        .enumerate()
        .map(move |(position, document)| {
            let article = &*document.article;
            vec![
                article.id.as_str().into(),
                article.path.as_str().into(),
                article.format.as_str().into(),
                article.title.as_deref().into(),
                article.outlet.as_deref().into(),
                article.byline.as_deref().into(),
                article.agency.as_deref().into(),
                article.section.as_deref().into(),
                article.published.value.into(),
                wording::published(&article.published).into(),
                article.language.as_deref().into(),
                article.url.as_deref().into(),
                article.text.split_whitespace().count().into(),
                story(position).into(),
                read::remarks(review, &article.id).join("; ").into(),
            ]
        });
    Table {
        name: "Articles",
        file: "articles",
        columns: ARTICLES,
        rows: Box::new(rows),
    }
}

const LEFT_ASIDE: &[Column] = &[column("File", 50), column("Why it was left aside", 70)];

/// A row for each file that could not be read.
pub(super) fn left_aside(review: &Review) -> Table<'_> {
    let rows = review.skipped().iter().map(|skipped| {
        let why: Cell<'_> = wording::skipped(&skipped.reason).into();
        vec![skipped.path.as_str().into(), why]
    });
    Table {
        name: "Left aside",
        file: "left-aside",
        columns: LEFT_ASIDE,
        rows: Box::new(rows),
    }
}
