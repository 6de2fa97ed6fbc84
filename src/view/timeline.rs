//! The Timeline screen: claims as lanes with tellings as points, or tellings counted in bars.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::{labels, statements};
use crate::model::{ArticleId, Certainty, Claim, ClaimId, ClaimMention, Interval, Span};
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

/// Whether single tellings or their numbers are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimelineShape {
    /// A lane for each claim, a mark for each telling.
    #[default]
    Lanes,
    /// A bar for each stretch of time, as high as there are tellings.
    Bars,
}

/// How long a bar's stretch of time is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimelineStep {
    /// One day.
    #[default]
    Day,
    /// Monday to Sunday.
    Week,
    /// A month of the calendar.
    Month,
}

impl TimelineStep {
    /// The stretch that holds a day.
    pub fn around(self, day: NaiveDate) -> Interval {
        let later = |days: u64| day.checked_add_days(chrono::Days::new(days)).unwrap_or(day);
        match self {
            Self::Day => Interval::day(day),
            Self::Week => {
                let weekday = day.weekday().num_days_from_monday();
                let monday = day
                    .checked_sub_days(chrono::Days::new(u64::from(weekday)))
                    .unwrap_or(day);
                Interval {
                    earliest: monday,
                    latest: later(u64::from(6 - weekday)),
                }
            }
            Self::Month => {
                let last = u64::from(day.num_days_in_month()) - u64::from(day.day());
                Interval {
                    earliest: day.with_day(1).unwrap_or(day),
                    latest: later(last),
                }
            }
        }
    }
}

/// What the Timeline screen shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineState {
    /// Which time.
    pub by: TimelineBy,
    /// Lanes or bars.
    pub shape: TimelineShape,
    /// How long the stretch of a bar is.
    pub step: TimelineStep,
    /// Only claims of this story, by position.
    pub story: Option<usize>,
    /// Outlets that are left out, by position.
    pub hidden_outlets: BTreeSet<usize>,
    /// Whether claims that only one article tells are shown too.
    pub with_single: bool,
}

/// The most lanes that are shown.
const LANES_MAX: usize = 400;

/// What the timeline shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// A lane for each claim.
    pub lanes: Vec<Lane>,
    /// First and last day with a point; `None` when nothing has a date.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// On how many days a point begins.
    pub day_count: usize,
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
    /// Tellings counted, in order of time; those with a day alone.
    pub bars: Vec<Bar>,
    /// How many tellings stand for longer than a bar, and are counted where they begin.
    pub long: usize,
}

/// The tellings of one stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The stretch.
    pub days: Interval,
    /// Outlets by position, with how many tellings.
    pub counts: Vec<(usize, usize)>,
}

impl Bar {
    /// How many tellings it counts.
    pub fn total(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }
}

/// One claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The claim.
    pub claim: ClaimId,
    /// Its words.
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
    let mut outlets = BTreeSet::new();
    let mut told_on: BTreeSet<NaiveDate> = BTreeSet::new();
    let mut bars: BTreeMap<Interval, BTreeMap<usize, usize>> = BTreeMap::new();
    let index = review.index();
    let mut claims: Vec<&Claim> = review.analysis().claims.iter().collect();
    // As in the table of claims.
    claims.sort_by_cached_key(|claim| {
        std::cmp::Reverse((claim.articles().len(), claim.independent_origins()))
    });
    for claim in claims {
        if review.is_hidden(claim.id) {
            continue;
        }
        if !super::is_of_story(review, claim, state.story) {
            continue;
        }
        if claim.articles().len() < 2 && !state.with_single {
            found.single += 1;
            continue;
        }
        let has_lane = state.shape == TimelineShape::Lanes;
        if has_lane && found.lanes.len() == LANES_MAX {
            found.more += 1;
            continue;
        }
        let mut points = Vec::new();
        let mut told = BTreeSet::new();
        for mention in &claim.mentions {
            let outlet = index
                .position(&mention.article)
                .and_then(|at| index.outlet_of.get(at))
                .copied()
                .unwrap_or(0);
            outlets.insert(outlet);
            if state.hidden_outlets.contains(&outlet) {
                continue;
            }
            let days = match state.by {
                TimelineBy::Told => mention.said_on,
                TimelineBy::Happened => mention.happens_on,
            };
            // A sentence that tells the claim in two of its clauses tells it once.
            let sentence = (&mention.article, review.sentences_around(mention));
            if !told.insert((sentence, days, mention.certainty)) {
                continue;
            }
            found.count(days);
            told_on.extend(days.map(|days| days.earliest));
            if has_lane {
                points.push(point(review, mention, outlet, days));
            } else if let Some(days) = days {
                let stretch = state.step.around(days.earliest);
                found.long += usize::from(days.latest > stretch.latest);
                let counts = bars.entry(stretch).or_default();
                *counts.entry(outlet).or_default() += 1;
            }
        }
        if !points.is_empty() {
            found.lanes.push(lane(review, claim.id, points));
        }
    }
    found.outlets = outlets.into_iter().collect();
    found.day_count = told_on.len();
    found.bars = bars
        .into_iter()
        .map(|(days, counts)| Bar {
            days,
            counts: counts.into_iter().collect(),
        })
        .collect();
    found
}

impl Timeline {
    /// Whether there is nothing to draw.
    pub const fn is_empty(&self) -> bool {
        self.dated + self.undated == 0
    }

    fn count(&mut self, days: Option<Interval>) {
        let Some(days) = days else {
            self.undated += 1;
            return;
        };
        self.dated += 1;
        let (first, last) = self.days.get_or_insert((days.earliest, days.latest));
        *first = (*first).min(days.earliest);
        *last = (*last).max(days.latest);
    }
}

fn point(review: &Review, mention: &ClaimMention, outlet: usize, days: Option<Interval>) -> Point {
    Point {
        days,
        outlet,
        certainty: mention.certainty,
        place: (mention.article.clone(), mention.span),
        heading: labels::outlet_day(review, &mention.article),
        words: statements::wording(review, mention, 180),
    }
}

fn lane(review: &Review, id: ClaimId, points: Vec<Point>) -> Lane {
    let claim = review.analysis().claim(id);
    Lane {
        claim: id,
        label: claim.map_or_else(String::new, |claim| {
            statements::statement(review, claim, 200)
        }),
        points,
    }
}

#[cfg(test)]
mod tests {
    use super::TimelineStep;

    #[test]
    fn a_stretch_is_a_day_a_week_from_monday_or_a_month() {
        let stretch = |step: TimelineStep, day: &str| {
            let days = step.around(day.parse().expect("a day"));
            format!("{} {}", days.earliest, days.latest)
        };
        let leap = "2024-02-29";
        assert_eq!(stretch(TimelineStep::Day, leap), "2024-02-29 2024-02-29");
        assert_eq!(stretch(TimelineStep::Week, leap), "2024-02-26 2024-03-03");
        assert_eq!(stretch(TimelineStep::Month, leap), "2024-02-01 2024-02-29");
        assert_eq!(
            stretch(TimelineStep::Month, "2023-12-31"),
            "2023-12-01 2023-12-31"
        );
    }
}
