//! What was read and what was found, in figures.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use maud::{Markup, html};

use super::Claims;
use crate::review::Review;
use crate::view::claims::is_disputed;
use crate::view::{numbers, wording};

/// "12 articles · 5 outlets · 3 March to 9 March 2025".
pub(super) fn lead(review: &Review) -> String {
    let mut facts = vec![wording::articles(review.documents().len())];
    let outlets = known_outlets(review);
    if outlets > 0 {
        facts.push(wording::count(outlets, "outlet", "outlets"));
    }
    facts.extend(
        days(review).map(|(earliest, latest)| {
            wording::interval(crate::model::Interval { earliest, latest })
        }),
    );
    facts.join(" · ")
}

fn known_outlets(review: &Review) -> usize {
    let documents = review.documents().iter();
    let named: BTreeSet<&String> = documents
        .filter_map(|document| document.article.outlet.as_ref())
        .collect();
    named.len()
}

/// First and last day of publication.
fn days(review: &Review) -> Option<(NaiveDate, NaiveDate)> {
    let mut days = review
        .documents()
        .iter()
        .filter_map(|document| document.article.published.value);
    let first = days.next()?;
    Some(days.fold((first, first), |(a, b), day| (a.min(day), b.max(day))))
}

/// The figures.
pub(super) fn body(review: &Review, claims: &Claims) -> Markup {
    let analysis = review.analysis();
    let of = |test: &dyn Fn(&crate::model::Claim) -> bool| {
        let found = claims
            .shared
            .iter()
            .filter_map(|row| analysis.claim(row.id));
        found.filter(|claim| test(claim)).count()
    };
    let undated = review
        .documents()
        .iter()
        .filter(|document| document.article.published.value.is_none())
        .count();
    let mut figures: Vec<(usize, &str)> = vec![
        (review.documents().len(), "articles read"),
        (claims.shared.len(), "claims told by two articles or more"),
        (
            of(&|claim| claim.independent_origins() > 1),
            "of them with two independent origins or more",
        ),
        (
            of(&|claim| numbers::differ(review, claim)),
            "of which the numbers differ",
        ),
        (of(&is_disputed), "that somebody denies or doubts"),
        (claims.single.len(), "claims told by one article only"),
        (undated, "articles without a date"),
        (review.skipped().len(), "files that could not be read"),
    ];
    let stories = analysis.stories.len();
    if stories > 1 {
        figures.insert(1, (stories, "stories"));
    }
    html! {
        dl.glance {
            @for (number, what) in &figures {
                div {
                    dt { (what) }
                    dd { (wording::thousands(*number)) }
                }
            }
        }
    }
}
