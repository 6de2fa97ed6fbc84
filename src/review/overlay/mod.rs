//! The corrected analysis: a pure function of what the machine found and what the reader decided.
//!
//! Owns laying corrections over an analysis. The same analysis and the same corrections give the
//! same result; the machine's own analysis is not touched, so every decision can be taken back.
//! A correction that no longer finds what it names is kept and listed, never dropped.

mod articles;
mod carry_out;
mod desk;
mod plan;
mod settle;

use std::collections::BTreeMap;

use super::{ClaimRef, Correction, EntityRef, Quote};
use crate::corpus::Document;
use crate::model::{Analysis, ArticleId, ClaimId};

pub use articles::{correct_articles, corrected_article};
pub use plan::Reach;

use desk::Desk;

/// What a correction names and the collection no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The article is not among those open.
    Article(ArticleId),
    /// The article no longer has these words.
    Words(Quote),
    /// The words are there; nothing is marked at them.
    Mention(Quote),
    /// Nobody and nothing of this name and kind.
    Entity(EntityRef),
    /// The words are there; they make no claim.
    Wording(Quote),
    /// None of its wordings makes a claim.
    Claim(ClaimRef),
}

/// What the reader said about a claim beside its wordings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimMarks {
    /// The reader's own words for it.
    pub own_words: Option<String>,
    /// Whether it is left out of lists.
    pub is_hidden: bool,
    /// Whether it is starred.
    pub is_starred: bool,
}

/// An analysis with corrections laid over it.
///
/// Claims keep the machine's order, so that the list does not jump under the reader's hands: a
/// merged claim stands where the first of the two stood, a split one behind the one it came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrected {
    /// What every screen shows.
    pub analysis: Analysis,
    /// Claims that are starred, hidden or put in the reader's own words.
    pub marks: BTreeMap<ClaimId, ClaimMarks>,
    /// Corrections that found nothing to correct, by their place in the order given.
    pub unfound: Vec<(usize, Missing)>,
}

/// Lays corrections over an analysis, one after another.
///
/// `documents` are the articles as they are read now, one for each of `analysis.articles`, in the
/// same order: [`correct_articles`] has been laid over them already.
pub fn overlay<'c>(
    documents: &[Document],
    analysis: &Analysis,
    corrections: impl IntoIterator<Item = &'c Correction>,
) -> Corrected {
    let mut desk = Desk::new(documents, analysis);
    let mut unfound = Vec::new();
    let mut changes = false;
    for (place, correction) in corrections.into_iter().enumerate() {
        match desk.plan(correction) {
            Ok(plan) => {
                changes = true;
                desk.carry_out(plan);
            }
            Err(missing) => unfound.push((place, missing)),
        }
    }
    let mut corrected = if changes {
        desk.settle()
    } else {
        Corrected {
            analysis: analysis.clone(),
            ..Corrected::default()
        }
    };
    corrected.unfound = unfound;
    corrected
}

/// How much a correction would change in this analysis.
///
/// # Errors
/// When what it names is not there.
pub fn preview(
    documents: &[Document],
    analysis: &Analysis,
    correction: &Correction,
) -> Result<Reach, Missing> {
    let desk = Desk::new(documents, analysis);
    let plan = desk.plan(correction)?;
    Ok(desk.reach(&plan))
}

/// The number of the claim that a reference names in this analysis.
pub fn find_claim(
    documents: &[Document],
    analysis: &Analysis,
    claim: &ClaimRef,
) -> Option<ClaimId> {
    let desk = Desk::new(documents, analysis);
    let found = desk.find_claim(claim).ok()?;
    Some(ClaimId(found as u32))
}

/// The number of the entity that a reference names in this analysis.
pub fn find_entity(
    documents: &[Document],
    analysis: &Analysis,
    entity: &EntityRef,
) -> Option<crate::model::EntityId> {
    let desk = Desk::new(documents, analysis);
    let found = desk.find_entity(entity).ok()?;
    Some(crate::model::EntityId(found as u32))
}

#[cfg(test)]
mod tests;
