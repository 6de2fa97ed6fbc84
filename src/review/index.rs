//! Look-ups over a collection that every screen asks for, built once per change.

use std::collections::BTreeMap;

use crate::corpus::Document;
use crate::model::{Analysis, ArticleId, ClaimId};

/// One mention, by where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MentionPlace {
    /// Position of the article in the collection.
    pub article: usize,
    /// Position of the mention in the article.
    pub mention: usize,
}

/// One claim mention, by its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimPlace {
    /// The claim.
    pub claim: ClaimId,
    /// Position among the claim's mentions.
    pub mention: usize,
}

/// Look-ups over a collection.
#[derive(Clone, Debug, Default)]
pub struct Index {
    positions: BTreeMap<ArticleId, usize>,
    /// For each entity, its mentions in the order of the collection.
    pub mentions_of: Vec<Vec<MentionPlace>>,
    /// For each article, the claims it tells, in the order of the text.
    pub claims_in: Vec<Vec<ClaimPlace>>,
    /// Names of the outlets, those with most articles first; articles without one stand under "".
    pub outlets: Vec<String>,
    /// For each article, its outlet's position in `outlets`.
    pub outlet_of: Vec<usize>,
    /// For each article, its story's position in the analysis.
    pub story_of: Vec<usize>,
}

impl Index {
    /// Builds the look-ups.
    pub fn new(documents: &[Document], analysis: &Analysis) -> Self {
        let positions: BTreeMap<ArticleId, usize> = documents
            .iter()
            .enumerate()
            .map(|(position, document)| (document.article.id.clone(), position))
            .collect();
        let (outlets, outlet_of) = outlets(documents);
        Self {
            mentions_of: mentions(analysis),
            claims_in: claims(analysis, &positions, documents.len()),
            story_of: stories(analysis, &positions, documents.len()),
            outlets,
            outlet_of,
            positions,
        }
    }

    /// Position of an article in the collection.
    pub fn position(&self, id: &ArticleId) -> Option<usize> {
        self.positions.get(id).copied()
    }
}

fn mentions(analysis: &Analysis) -> Vec<Vec<MentionPlace>> {
    let mut mentions_of = vec![Vec::new(); analysis.entities.len()];
    for (article, findings) in analysis.articles.iter().enumerate() {
        for (mention, found) in findings.mentions.iter().enumerate() {
            let places = found
                .entity
                .and_then(|entity| mentions_of.get_mut(entity.0 as usize));
            if let Some(places) = places {
                places.push(MentionPlace { article, mention });
            }
        }
    }
    mentions_of
}

fn claims(
    analysis: &Analysis,
    positions: &BTreeMap<ArticleId, usize>,
    articles: usize,
) -> Vec<Vec<ClaimPlace>> {
    let mut found: Vec<Vec<(usize, ClaimPlace)>> = vec![Vec::new(); articles];
    for claim in &analysis.claims {
        for (mention, told) in claim.mentions.iter().enumerate() {
            let places = positions
                .get(&told.article)
                .and_then(|position| found.get_mut(*position));
            if let Some(places) = places {
                let place = ClaimPlace {
                    claim: claim.id,
                    mention,
                };
                places.push((told.span.start, place));
            }
        }
    }
    found
        .into_iter()
        .map(|mut places| {
            places.sort_by_key(|(start, place)| (*start, place.claim));
            places.into_iter().map(|(_, place)| place).collect()
        })
        .collect()
}

fn stories(
    analysis: &Analysis,
    positions: &BTreeMap<ArticleId, usize>,
    articles: usize,
) -> Vec<usize> {
    let mut story_of = vec![0; articles];
    for (story, told) in analysis.stories.iter().enumerate() {
        for id in &told.articles {
            let slot = positions
                .get(id)
                .and_then(|position| story_of.get_mut(*position));
            if let Some(slot) = slot {
                *slot = story;
            }
        }
    }
    story_of
}

fn outlets(documents: &[Document]) -> (Vec<String>, Vec<usize>) {
    let name = |document: &Document| document.article.outlet.clone().unwrap_or_default();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for document in documents {
        *counts.entry(name(document)).or_default() += 1;
    }
    let mut order: Vec<(String, usize)> = counts.into_iter().collect();
    order.sort_by(|a, b| {
        (a.0.is_empty(), std::cmp::Reverse(a.1), &a.0).cmp(&(
            b.0.is_empty(),
            std::cmp::Reverse(b.1),
            &b.0,
        ))
    });
    let outlets: Vec<String> = order.into_iter().map(|(name, _)| name).collect();
    let outlet_of = documents
        .iter()
        .map(|document| {
            let name = name(document);
            outlets.iter().position(|other| *other == name).unwrap_or(0)
        })
        .collect();
    (outlets, outlet_of)
}
