//! Claims, their wordings, and who says what.

use std::rc::Rc;

use super::{Cell, Table, columns};
use crate::export::code_points::{CodePoints, of_articles};
use crate::model::{Certainty, Claim, ClaimMention, Span, written};
use crate::review::Review;
use crate::view::{claims as shown, numbers, wording};

/// Widths of its columns.
const CLAIMS_WIDTHS: [u8; 12] = [8, 90, 10, 20, 12, 12, 30, 40, 30, 24, 12, 9];

/// A row for each claim that the reader did not hide, most widely told first.
pub(super) fn claims(review: &Review) -> Table<'_> {
    let rows = visible(review).map(move |claim| {
        let days = shown::days(claim);
        let course: Vec<Certainty> = claim.mentions.iter().map(|m| m.certainty).collect();
        let origins: Vec<&str> = claim.origins.iter().map(|o| o.name.as_str()).collect();
        let is_starred = review.marks(claim.id).is_some_and(|marks| marks.is_starred);
        vec![
            claim.id.to_string().into(),
            review.statement(claim).into(),
            claim.articles().len().into(),
            claim.independent_origins().into(),
            days.map(|(first, _)| first).into(),
            days.map(|(_, last)| last).into(),
            wording::certainty_course(&course).into(),
            origins.join("; ").into(),
            numbers::differing(review, claim).into(),
            ids(&claim.numbers_differ),
            ids(&claim.opposed),
            is_starred.then_some("yes").into(),
        ]
    });
    Table {
        name: "Claims",
        file: "claims",
        columns: columns(written::CLAIMS, CLAIMS_WIDTHS),
        rows: Box::new(rows),
    }
}

fn visible(review: &Review) -> impl Iterator<Item = &Claim> {
    let claims = review.analysis().claims.iter();
    claims.filter(|claim| !review.is_hidden(claim.id))
}

fn ids(claims: &[crate::model::ClaimId]) -> Cell<'static> {
    let words: Vec<String> = claims.iter().map(ToString::to_string).collect();
    words.join(" ").into()
}

/// Widths of its columns.
const WORDINGS_WIDTHS: [u8; 14] = [8, 90, 24, 12, 36, 20, 20, 12, 30, 50, 18, 36, 8, 8];

/// A row for each place that tells a claim.
pub(super) fn wordings(review: &Review) -> Table<'_> {
    let points = Rc::new(of_articles(review));
    let rows = visible(review).flat_map(move |claim| {
        let points = Rc::clone(&points);
        let mentions = claim.mentions.iter().enumerate();
        mentions.map(move |(position, mention)| {
            let points = points.get(&mention.article);
            let place = |byte| points.map(|points| points.at(byte));
            let mut row = wording_row(review, claim, position, mention);
            row.push(place(mention.span.start).into());
            row.push(place(mention.span.end).into());
            row
        })
    });
    Table {
        name: "Wordings",
        file: "wordings",
        columns: columns(written::WORDINGS, WORDINGS_WIDTHS),
        rows: Box::new(rows),
    }
}

/// All cells but the place in the text.
fn wording_row<'a>(
    review: &'a Review,
    claim: &'a Claim,
    position: usize,
    mention: &'a ClaimMention,
) -> Vec<Cell<'a>> {
    let article = review.document(&mention.article).map(|d| &*d.article);
    let origin = claim
        .origins
        .iter()
        .find(|origin| origin.mentions.contains(&position));
    let why: Vec<String> = mention.why.iter().map(wording::grouping_why).collect();
    vec![
        claim.id.to_string().into(),
        review.claim_words(mention).into(),
        article.and_then(|article| article.outlet.as_deref()).into(),
        article.and_then(|article| article.published.value).into(),
        shown::source_of(review, mention).into(),
        wording::certainty(mention.certainty).into(),
        mention.happens_on.map(|days| days.earliest).into(),
        mention.happens_on.map(|days| days.latest).into(),
        origin
            .map(|origin| shown::origin_name(review, claim, origin))
            .into(),
        why.join("; ").into(),
        mention.article.as_str().into(),
        article.map(|article| article.path.as_str()).into(),
    ]
}

/// Widths of its columns.
const SAYINGS_WIDTHS: [u8; 12] = [18, 24, 12, 36, 20, 16, 90, 9, 24, 20, 8, 8];

/// A row for each saying: who, by which words, what.
pub(super) fn sayings(review: &Review) -> Table<'_> {
    let articles = review.documents().iter().zip(&review.analysis().articles);
    let rows = articles.flat_map(|(document, findings)| {
        let article = &*document.article;
        let points = CodePoints::new(&article.text);
        let words = move |span: Span| span.of(&article.text);
        findings.attributions.iter().map(move |attribution| {
            let content: Vec<&str> = attribution.content.iter().copied().map(words).collect();
            let via: Vec<&str> = attribution.via.iter().copied().map(words).collect();
            let hull = attribution.content_hull();
            vec![
                article.id.as_str().into(),
                article.outlet.as_deref().into(),
                article.published.value.into(),
                attribution.source.map(words).into(),
                wording::source_kind(attribution.source_kind).into(),
                attribution.cue.as_ref().map(|cue| words(cue.span)).into(),
                content.join(" … ").into(),
                if attribution.is_direct { "yes" } else { "no" }.into(),
                via.join("; ").into(),
                wording::certainty(attribution.certainty).into(),
                points.at(hull.start).into(),
                points.at(hull.end).into(),
            ]
        })
    });
    Table {
        name: "Sayings",
        file: "sayings",
        columns: columns(written::SAYINGS, SAYINGS_WIDTHS),
        rows: Box::new(rows),
    }
}
