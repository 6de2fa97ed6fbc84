//! The Claims screen: the table, and what stands in each of its rows.

mod coverage;
mod detail;
mod near;

pub use coverage::{Cell, Column, Coverage, coverage};
pub use detail::{ClaimDetail, Wording, detail};
pub use near::Near;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{labels, numbers, statements, wording};
use crate::model::{
    ArticleId, Certainty, Claim, ClaimId, ClaimMention, EntityKind, Interval, Origin, OriginReason,
    Span,
};
use crate::review::Review;

/// In which order claims stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimOrder {
    /// Told by most articles first.
    #[default]
    Articles,
    /// Most independent origins first.
    Origins,
    /// Told first, first.
    First,
}

/// Filters and order of the Claims screen.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the screen"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimsState {
    /// Only claims of this story, by position.
    pub story: Option<usize>,
    /// Only claims told by two articles or more.
    pub only_shared: bool,
    /// Only claims of which numbers differ.
    pub only_numbers: bool,
    /// Only claims that the reader starred.
    pub only_starred: bool,
    /// Claims that the reader left out of lists, and only those.
    pub shows_hidden: bool,
    /// Only claims that somebody denies or doubts.
    pub only_disputed: bool,
    /// Only claims told by this outlet, by position.
    pub outlet: Option<usize>,
    /// Only claims with these words.
    pub query: String,
    /// Only claims told on one of these days.
    pub days: Option<Interval>,
    /// Order.
    pub order: ClaimOrder,
    /// Whether the grid of who tells what is shown in place of the table.
    pub shows_grid: bool,
}

impl ClaimsState {
    /// Whether any claim is left out.
    pub fn is_filtered(&self) -> bool {
        let open = Self {
            order: self.order,
            shows_grid: self.shows_grid,
            ..Self::default()
        };
        *self != open
    }
}

/// One row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimRow {
    /// The claim.
    pub id: ClaimId,
    /// Its clearest words, in quotation marks.
    pub statement: String,
    /// On whose word; what differs.
    pub facts: String,
    /// How many articles tell it.
    pub articles: usize,
    /// How many origins are independent.
    pub origins: usize,
    /// First and last telling.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Whether the reader starred it.
    pub is_starred: bool,
    /// How surely it is told, a step for each sentence that tells it.
    pub course: Vec<Certainty>,
}

/// The rows that the filters let through, in the order asked for.
pub fn rows(review: &Review, state: &ClaimsState) -> Vec<ClaimRow> {
    let query = state.query.to_lowercase();
    let mut rows: Vec<ClaimRow> = review
        .analysis()
        .claims
        .iter()
        .filter(|claim| {
            let marks = review.marks(claim.id);
            let is_starred = marks.is_some_and(|marks| marks.is_starred);
            let is_hidden = marks.is_some_and(|marks| marks.is_hidden);
            is_hidden == state.shows_hidden && (is_starred || !state.only_starred)
        })
        .filter(|claim| passes(review, claim, state))
        .map(|claim| row(review, claim))
        .filter(|row| {
            query.is_empty()
                || row.statement.to_lowercase().contains(&query)
                || row.facts.to_lowercase().contains(&query)
        })
        .collect();
    match state.order {
        ClaimOrder::Articles => {
            rows.sort_by_key(|row| std::cmp::Reverse((row.articles, row.origins)));
        }
        ClaimOrder::Origins => {
            rows.sort_by_key(|row| std::cmp::Reverse((row.origins, row.articles)));
        }
        ClaimOrder::First => {
            rows.sort_by_key(|row| {
                row.days
                    .map_or((1, NaiveDate::MAX), |(first, _)| (0, first))
            });
        }
    }
    rows
}

fn passes(review: &Review, claim: &Claim, state: &ClaimsState) -> bool {
    let index = review.index();
    let at = |id: &ArticleId| index.position(id);
    (!state.only_shared || claim.articles().len() > 1)
        && (!state.only_numbers || numbers::differ(review, claim))
        && state.days.is_none_or(|days| {
            let mut told = claim.mentions.iter().filter_map(|mention| mention.said_on);
            told.any(|day| day.overlaps(days))
        })
        && (!state.only_disputed || is_disputed(claim))
        && super::is_of_story(review, claim, state.story)
        && state.outlet.is_none_or(|outlet| {
            claim
                .mentions
                .iter()
                .any(|m| at(&m.article).and_then(|p| index.outlet_of.get(p)) == Some(&outlet))
        })
}

/// Whether somebody denies or doubts it, or the opposite is claimed.
pub fn is_disputed(claim: &Claim) -> bool {
    !claim.opposed.is_empty()
        || claim
            .mentions
            .iter()
            .any(|mention| matches!(mention.certainty, Certainty::Denied | Certainty::Questioned))
}

fn row(review: &Review, claim: &Claim) -> ClaimRow {
    let mut facts: Vec<String> = Vec::new();
    let clearest = claim.mentions.get(claim.statement);
    facts.extend(clearest.map(|mention| source_of(review, mention)));
    let remark = remark(review, claim);
    facts.push(remark);
    facts.retain(|fact| !fact.is_empty());
    ClaimRow {
        id: claim.id,
        statement: statements::quoted(review, claim, 220),
        facts: facts.join(" · "),
        articles: claim.articles().len(),
        origins: claim.independent_origins(),
        days: days(claim),
        is_starred: review.marks(claim.id).is_some_and(|marks| marks.is_starred),
        course: course(review, claim),
    }
}

/// How surely each sentence tells it, in order of time.
fn course(review: &Review, claim: &Claim) -> Vec<Certainty> {
    let mut told = BTreeSet::new();
    let mentions = claim.mentions.iter();
    mentions
        .filter(|mention| told.insert((&mention.article, review.sentences_around(mention))))
        .map(|mention| mention.certainty)
        .collect()
}

/// First and last day on which it was told.
pub fn days(claim: &Claim) -> Option<(NaiveDate, NaiveDate)> {
    let mut days = claim.mentions.iter().filter_map(|m| m.said_on);
    let first = days.next()?;
    let (earliest, latest) = days.fold((first.earliest, first.latest), |(a, b), day| {
        (a.min(day.earliest), b.max(day.latest))
    });
    Some((earliest, latest))
}

/// On whose word a mention tells its claim; empty where it speaks in its own voice.
pub fn source_of(review: &Review, mention: &ClaimMention) -> String {
    let Some(findings) = review.findings(&mention.article) else {
        return String::new();
    };
    let attribution = mention
        .attribution
        .and_then(|position| findings.attributions.get(position));
    let Some(attribution) = attribution else {
        return String::new();
    };
    let words = |span: Span| review.words(&mention.article, span);
    let via: Vec<&str> = attribution.via.iter().map(|span| words(*span)).collect();
    let known = attribution.entity;
    let known = known.and_then(|entity| Some(review.analysis().entity(entity)?.name.as_str()));
    let source = attribution.source.map(words);
    wording::attribution_line(source, known, attribution.source_kind, &via)
}

/// Whether several articles tell it and none of them says from whom: no outlet among them is its origin.
fn is_unsourced(review: &Review, claim: &Claim, origin: &Origin) -> bool {
    let gives_none = |mention: &ClaimMention| {
        let article = review.document(&mention.article);
        mention.attribution.is_none() && article.is_some_and(|it| it.article.agency.is_none())
    };
    let mut told = origin.mentions.iter();
    let mut why = origin.why.iter();
    !origin.why.is_empty()
        && why.all(|reason| matches!(reason, OriginReason::NoSourceGiven(_)))
        && told.all(|position| claim.mentions.get(*position).is_some_and(gives_none))
}

/// Whom the name of an origin means, by its usual name: a person under one of the others ("Trump"), or who
/// a pronoun is.
fn meant(review: &Review, claim: &Claim, origin: &Origin) -> Option<String> {
    let is_pronoun = wording::is_pronoun(&origin.name);
    let mut told = origin.mentions.iter();
    told.find_map(|position| {
        let mention = claim.mentions.get(*position)?;
        let attributions = &review.findings(&mention.article)?.attributions;
        let attribution = attributions.get(mention.attribution?)?;
        let entity = review.analysis().entity(attribution.entity?)?;
        let is_meant = if is_pronoun {
            review.words(&mention.article, attribution.source?) == origin.name
        } else {
            entity.kind == EntityKind::Person && entity.aliases.contains(&origin.name)
        };
        is_meant.then(|| entity.name.clone())
    })
}

/// What an origin is called: by whom its name means, else by its name, else by the first article that
/// rests on it; by none where several tell it without a source.
pub fn origin_name(review: &Review, claim: &Claim, origin: &Origin) -> String {
    if is_unsourced(review, claim, origin) {
        return wording::NO_SOURCE_GIVEN.to_owned();
    }
    let is_named = !origin.name.is_empty() && !wording::is_pronoun(&origin.name);
    let own = || is_named.then(|| origin.name.clone());
    let first = || {
        let mention = claim.mentions.get(*origin.mentions.first()?)?;
        Some(labels::outlet_day(review, &mention.article))
    };
    let known = meant(review, claim, origin);
    known.or_else(own).or_else(first).unwrap_or_default()
}

/// What is noteworthy: numbers differ and which, denied, opposed; empty for nothing.
pub fn remark(review: &Review, claim: &Claim) -> String {
    let mut remarks: Vec<String> = Vec::new();
    if let Some(numbers) = numbers::differing(review, claim) {
        remarks.push(format!("numbers differ: {numbers}"));
    } else if let Some(numbers) = numbers::elsewhere(review, claim) {
        remarks.push(format!("another claim says {numbers}"));
    } else if !claim.numbers_differ.is_empty() {
        remarks.push("another claim gives another number".to_owned());
    }
    let denied = claim
        .mentions
        .iter()
        .find(|mention| mention.certainty == Certainty::Denied);
    if let Some(denied) = denied {
        remarks.push(denied.said_on.map_or_else(
            || "denied".to_owned(),
            |on| format!("denied on {}", wording::day(on.earliest)),
        ));
    } else if let Some(opposed) = claim
        .opposed
        .first()
        .and_then(|id| review.analysis().claim(*id))
    {
        let on = days(opposed).map_or_else(String::new, |(first, _)| {
            format!(" on {}", wording::day(first))
        });
        remarks.push(format!("the opposite is claimed{on}"));
    }
    remarks.join(", ")
}
