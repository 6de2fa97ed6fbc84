//! One name, opened: what each outlet calls it, where it stands, with whom, in which claims.

use std::collections::BTreeMap;

use super::{facts, wording};
use crate::model::{ArticleId, ClaimId, EntityId, EntityKind, Span};
use crate::review::{About, Review};
use crate::view::labels::outlet_day_within;
use crate::view::statements;

/// The most companions and claims that are listed.
const LISTED_MAX: usize = 12;

/// How much of its opening stands for an article without an outlet, in characters.
const OPENING_MAX: usize = 26;

/// One name, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonDetail {
    /// Fullest name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// "also “Lie” · 11 mentions in 5 articles".
    pub facts: String,
    /// The reader's note on it with its tags.
    pub note: Option<String>,
    /// Whether it is known why its names were taken for one.
    pub has_reasons: bool,
    /// Outlet by position, and the names it uses with how often, most used first.
    pub by_outlet: Vec<(usize, Vec<(String, usize)>)>,
    /// Articles that name it, with how often and the first place, in the order of the list of
    /// articles.
    pub by_article: Vec<(ArticleId, String, usize, Span)>,
    /// Those named in the same sentences, most often first.
    pub companions: Vec<Companion>,
    /// Claims whose words name it, most widely told first.
    pub claims: Vec<(ClaimId, String, usize)>,
}

/// Someone or something named in the same sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    /// Who or what.
    pub id: EntityId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// In how many sentences.
    pub sentences: usize,
}

/// Opens a name.
pub fn detail(review: &Review, id: EntityId) -> Option<PersonDetail> {
    let entity = review.analysis().entity(id)?;
    let index = review.index();
    let mut by_outlet: BTreeMap<usize, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut by_article: Vec<(ArticleId, String, usize, Span)> = Vec::new();
    for place in index.mentions_of.get(id.0 as usize)? {
        let document = review.documents().get(place.article)?;
        let findings = review.analysis().articles.get(place.article)?;
        let mention = findings.mentions.get(place.mention)?;
        if mention.named != Some(false) {
            let outlet = index.outlet_of.get(place.article).copied().unwrap_or(0);
            let words = mention.span.of(&document.article.text);
            let names = by_outlet.entry(outlet).or_default();
            *names.entry(words).or_default() += 1;
        }
        match by_article.last_mut() {
            Some((last, _, count, _)) if *last == findings.article => *count += 1,
            _ => by_article.push((
                findings.article.clone(),
                outlet_day_within(review, &findings.article, OPENING_MAX),
                1,
                mention.span,
            )),
        }
    }
    let by_outlet = by_outlet
        .into_iter()
        .map(|(outlet, names)| {
            let mut names: Vec<(String, usize)> = names
                .into_iter()
                .map(|(name, count)| (wording::shortened(name, 60), count))
                .collect();
            names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            (outlet, names)
        })
        .collect();
    Some(PersonDetail {
        name: entity.name.clone(),
        kind: entity.kind,
        facts: facts(review, entity),
        note: review
            .entity_ref(id)
            .and_then(|named| review.note_on(&About::Entity(named)))
            .map(|(_, note)| note.line()),
        has_reasons: !entity.why.is_empty(),
        by_outlet,
        by_article,
        companions: companions(review, id),
        claims: claims(review, id),
    })
}

/// Who stands in the same sentences, counted by sentence.
fn companions(review: &Review, id: EntityId) -> Vec<Companion> {
    let mut counts: BTreeMap<EntityId, usize> = BTreeMap::new();
    let places = review.index().mentions_of.get(id.0 as usize);
    let mut seen: Option<(usize, usize)> = None;
    for place in places.into_iter().flatten() {
        let Some(findings) = review.analysis().articles.get(place.article) else {
            continue;
        };
        let Some(mention) = findings.mentions.get(place.mention) else {
            continue;
        };
        let Some((at, sentence)) = findings.sentence_after(mention.span.start) else {
            continue;
        };
        // Mentions come in their order, so a sentence with two of them comes twice in a row.
        if seen.replace((place.article, at)) == Some((place.article, at)) {
            continue;
        }
        let mut others: Vec<EntityId> = findings
            .mentions_in(sentence)
            .iter()
            .filter_map(|other| other.entity)
            .filter(|other| *other != id)
            .collect();
        others.sort_unstable();
        others.dedup();
        for other in others {
            *counts.entry(other).or_default() += 1;
        }
    }
    let mut companions: Vec<Companion> = counts
        .into_iter()
        .filter_map(|(id, sentences)| {
            let entity = review.analysis().entity(id)?;
            Some(Companion {
                id,
                name: entity.name.clone(),
                kind: entity.kind,
                sentences,
            })
        })
        .collect();
    companions.sort_by(|a, b| (b.sentences, &a.name).cmp(&(a.sentences, &b.name)));
    companions.truncate(LISTED_MAX);
    companions
}

/// Claims whose words hold a mention.
fn claims(review: &Review, id: EntityId) -> Vec<(ClaimId, String, usize)> {
    let index = review.index();
    let mut found: BTreeMap<ClaimId, usize> = BTreeMap::new();
    for place in index.mentions_of.get(id.0 as usize).into_iter().flatten() {
        let span = review
            .analysis()
            .articles
            .get(place.article)
            .and_then(|findings| Some(findings.mentions.get(place.mention)?.span));
        let told = index.claims_in.get(place.article);
        for told in told.into_iter().flatten() {
            let claim = review.analysis().claim(told.claim);
            let Some(claim) = claim.filter(|claim| !review.is_hidden(claim.id)) else {
                continue;
            };
            let words = claim.mentions.get(told.mention).map(|mention| mention.span);
            if words
                .zip(span)
                .is_some_and(|(words, span)| words.contains(span))
            {
                found
                    .entry(claim.id)
                    .or_insert_with(|| claim.articles().len());
            }
        }
    }
    let mut claims: Vec<(ClaimId, usize)> = found.into_iter().collect();
    claims.sort_by_key(|(id, articles)| (std::cmp::Reverse(*articles), *id));
    claims.truncate(LISTED_MAX);
    claims
        .into_iter()
        .filter_map(|(id, articles)| {
            let claim = review.analysis().claim(id)?;
            Some((id, statements::statement(review, claim, 120), articles))
        })
        .collect()
}
