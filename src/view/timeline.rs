//! The Timeline screen: claims as lanes, tellings as points.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{claims, read, wording};
use crate::model::{ArticleId, Certainty, ClaimId, Interval, Span};
use crate::review::Review;

/// Which time the timeline shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimelineBy {
    /// When it was told.
    #[default]
    Told,
    /// When it happened.
    Happened,
}

/// What the Timeline screen shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineState {
    /// Which time.
    pub by: TimelineBy,
    /// Outlets that are left out, by position.
    pub hidden_outlets: BTreeSet<usize>,
    /// Whether claims that only one article tells are shown too.
    pub with_single: bool,
}

/// The most lanes that are shown.
const LANES_MAX: usize = 60;

/// What the timeline shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// A lane for each claim.
    pub lanes: Vec<Lane>,
    /// First and last day with a point; `None` when nothing has a date.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// How many points have a day.
    pub dated: usize,
    /// How many have none.
    pub undated: usize,
    /// How many claims are not shown because only one article tells them.
    pub single: usize,
    /// How many claims are not shown because there are more than fit.
    pub more: usize,
    /// Outlets that have a point, by position.
    pub outlets: Vec<usize>,
}

/// One claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The claim.
    pub claim: ClaimId,
    /// Its words, short.
    pub label: String,
    /// Its tellings.
    pub points: Vec<Point>,
}

/// One telling.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The days it stands for; `None` for no date.
    pub days: Option<Interval>,
    /// Position of the outlet.
    pub outlet: usize,
    /// How surely.
    pub certainty: Certainty,
    /// Where it stands.
    pub place: (ArticleId, Span),
    /// "The Meridian · 4 March".
    pub heading: String,
    /// The words.
    pub words: String,
}

/// Builds the timeline.
pub fn timeline(review: &Review, state: &TimelineState) -> Timeline {
    let mut found = Timeline::default();
    let index = review.index();
    for claim in &review.analysis().claims {
        if review.marks(claim.id).is_some_and(|marks| marks.is_hidden) {
            continue;
        }
        if claim.articles().len() < 2 && !state.with_single {
            found.single += 1;
            continue;
        }
        if found.lanes.len() == LANES_MAX {
            found.more += 1;
            continue;
        }
        let mut points = Vec::new();
        for mention in &claim.mentions {
            let outlet = index
                .position(&mention.article)
                .and_then(|at| index.outlet_of.get(at))
                .copied()
                .unwrap_or(0);
            if !found.outlets.contains(&outlet) {
                found.outlets.push(outlet);
            }
            if state.hidden_outlets.contains(&outlet) {
                continue;
            }
            points.push(Point {
                days: match state.by {
                    TimelineBy::Told => mention.said_on,
                    TimelineBy::Happened => mention.happens_on,
                },
                outlet,
                certainty: mention.certainty,
                place: (mention.article.clone(), mention.span),
                heading: read::outlet_day(review, &mention.article),
                words: wording::shortened(review.claim_words(mention), 180),
            });
        }
        for point in &points {
            match point.days {
                None => found.undated += 1,
                Some(days) => {
                    found.dated += 1;
                    let (first, last) = found.days.get_or_insert((days.earliest, days.latest));
                    *first = (*first).min(days.earliest);
                    *last = (*last).max(days.latest);
                }
            }
        }
        if !points.is_empty() {
            found.lanes.push(lane(review, claim.id, points));
        }
    }
    found.outlets.sort_unstable();
    found
}

fn lane(review: &Review, id: ClaimId, points: Vec<Point>) -> Lane {
    let statement = review
        .analysis()
        .claim(id)
        .and_then(|claim| claim.mentions.get(claim.statement))
        .map_or("", |mention| review.claim_words(mention));
    Lane {
        claim: id,
        label: wording::shortened(statement, 90),
        points,
    }
}

/// Days with something in the article's claims that the collection as a whole covers.
pub fn span_of(review: &Review) -> Option<(NaiveDate, NaiveDate)> {
    let mut all = review.analysis().claims.iter().filter_map(claims::days);
    let first = all.next()?;
    Some(all.fold(first, |(a, b), (c, d)| (a.min(c), b.max(d))))
}
