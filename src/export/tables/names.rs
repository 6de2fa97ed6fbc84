//! Entities, and every place that names one.

use super::{Table, columns};
use crate::export::code_points::CodePoints;
use crate::model::{ArticleFindings, Mention, MentionKind, TimeExpression, written};
use crate::review::Review;
use crate::view::{Highlight, people};

/// Widths of its columns.
const ENTITIES_WIDTHS: [u8; 6] = [9, 36, 14, 60, 10, 10];

/// A row for each entity, most often named first.
pub(super) fn entities(review: &Review) -> Table<'_> {
    let rows = people::rows(review, &people::PeopleState::default());
    let rows = rows.into_iter().filter_map(|row| {
        let entity = review.analysis().entity(row.id)?;
        Some(vec![
            row.id.to_string().into(),
            entity.name.as_str().into(),
            Highlight::from(MentionKind::from(entity.kind))
                .name()
                .into(),
            entity.aliases.join("; ").into(),
            row.mentions.into(),
            row.articles.into(),
        ])
    });
    Table {
        name: "Entities",
        file: "entities",
        columns: columns(written::ENTITIES, ENTITIES_WIDTHS),
        rows: Box::new(rows),
    }
}

/// Widths of its columns.
const MENTIONS_WIDTHS: [u8; 12] = [18, 36, 8, 8, 40, 14, 12, 9, 36, 12, 12, 11];

/// A row for each mention, in the order of the collection; places count characters from 0.
pub(super) fn mentions(review: &Review) -> Table<'_> {
    let articles = review.documents().iter().zip(&review.analysis().articles);
    let rows = articles.flat_map(move |(document, findings)| {
        let article = &*document.article;
        let points = CodePoints::new(&article.text);
        findings.mentions.iter().map(move |mention| {
            let entity = mention
                .entity
                .and_then(|id| review.analysis().entity(id))
                .map(|entity| (entity.id.to_string(), entity.name.as_str()));
            let (id, name) = entity.unzip();
            let days = time_of(findings, mention).and_then(|time| time.interval);
            vec![
                article.id.as_str().into(),
                article.path.as_str().into(),
                points.at(mention.span.start).into(),
                points.at(mention.span.end).into(),
                mention.span.of(&article.text).into(),
                Highlight::from(mention.kind).name().into(),
                mention
                    .named
                    .map(|named| if named { "name" } else { "description" })
                    .into(),
                id.into(),
                name.into(),
                days.map(|days| days.earliest).into(),
                days.map(|days| days.latest).into(),
                super::Cell::Number((f64::from(mention.confidence) * 1000.0).round() / 1000.0),
            ]
        })
    });
    Table {
        name: "Mentions",
        file: "mentions",
        columns: columns(written::MENTIONS, MENTIONS_WIDTHS),
        rows: Box::new(rows),
    }
}

/// The time expression that a mention stands for, if it is one.
pub(in crate::export) fn time_of<'a>(
    findings: &'a ArticleFindings,
    mention: &Mention,
) -> Option<&'a TimeExpression> {
    let at = findings
        .times
        .partition_point(|time| time.span.end <= mention.span.start);
    let time = findings.times.get(at)?;
    time.span.overlaps(mention.span).then_some(time)
}
