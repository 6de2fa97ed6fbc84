//! Articles, and files that were left aside.

use super::{Cell, Table, columns};
use crate::model::written;
use crate::review::Review;
use crate::view::{read, wording};

/// Widths of its columns.
const ARTICLES_WIDTHS: [u8; 15] = [18, 36, 12, 60, 24, 24, 14, 16, 12, 50, 10, 40, 8, 30, 50];

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
        columns: columns(written::ARTICLES, ARTICLES_WIDTHS),
        rows: Box::new(rows),
    }
}

/// Widths of its columns.
const LEFT_ASIDE_WIDTHS: [u8; 2] = [50, 70];

/// A row for each file that could not be read.
pub(super) fn left_aside(review: &Review) -> Table<'_> {
    let rows = review.skipped().iter().map(|skipped| {
        let why: Cell<'_> = wording::skipped(&skipped.reason).into();
        vec![skipped.path.as_str().into(), why]
    });
    Table {
        name: "Left aside",
        file: "left-aside",
        columns: columns(written::LEFT_ASIDE, LEFT_ASIDE_WIDTHS),
        rows: Box::new(rows),
    }
}
