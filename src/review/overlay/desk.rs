//! The analysis taken apart so that corrections can be laid over it one after another.
//!
//! Owns finding what a correction names. Entities and claims are pointed at each other when they
//! are merged and renumbered once at the end, so a thousand corrections cost one pass.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Missing;
use crate::corpus::Document;
use crate::model::{
    Analysis, Article, ArticleFindings, ArticleId, Attribution, Certainty, ClaimMention, Entity,
    EntityId, EntityKind, Interval, Mention, Span,
};
use crate::review::{ClaimRef, EntityRef, Field, Quote};

/// An entity while corrections are laid over it.
#[derive(Clone, Debug)]
pub(super) struct EntityState {
    /// As it is now.
    pub(super) entity: Entity,
    /// What it was merged into.
    pub(super) into: Option<usize>,
    /// Whether the reader said that it is none, or it lost its last mention.
    pub(super) is_gone: bool,
    /// Whether the reader made it.
    pub(super) is_new: bool,
    /// Whether the reader named it.
    pub(super) is_renamed: bool,
    /// Whether all its mentions take its kind.
    pub(super) sets_kind: bool,
    /// Whether its links were changed, so that origins that rest on it may change.
    pub(super) is_relinked: bool,
    /// Names and kinds it had before a correction.
    pub(super) former: Vec<(String, EntityKind)>,
    /// Words of mentions that were taken from it.
    pub(super) lost_words: BTreeSet<String>,
}

/// A claim mention while corrections are laid over it.
#[derive(Clone, Debug)]
pub(super) struct Told<'a> {
    /// As the machine found it, or the reader added it.
    pub(super) mention: Cow<'a, ClaimMention>,
    /// Position of its article.
    pub(super) article: usize,
    /// The claim it belongs to; `None` when it makes none.
    pub(super) claim: Option<usize>,
    /// Whether the reader put it there.
    pub(super) is_moved: bool,
    /// How surely it tells, by the reader.
    pub(super) certainty: Option<Certainty>,
}

/// A claim while corrections are laid over it.
#[derive(Clone, Debug, Default)]
pub(super) struct ClaimState {
    /// Place in the machine's list, for a claim made by the reader that of the one it came from.
    pub(super) order: usize,
    /// Whether the reader made it.
    pub(super) is_new: bool,
    /// What it was merged into.
    pub(super) into: Option<usize>,
    /// Whether mentions came or went.
    pub(super) is_regrouped: bool,
    /// The mention whose words are the statement.
    pub(super) statement: Option<usize>,
    /// The reader's own words for it.
    pub(super) own_words: Option<String>,
    /// Claims that say the opposite.
    pub(super) opposed: BTreeSet<usize>,
    /// Claims that differ in a number.
    pub(super) numbers_differ: BTreeSet<usize>,
    /// How specific it is, 0 to 1.
    pub(super) worth: f32,
    /// Whether it is left out of lists.
    pub(super) is_hidden: bool,
    /// Whether it is starred.
    pub(super) is_starred: bool,
}

/// What the reader said about origins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OriginDecision {
    /// These mentions rest on the same.
    Same(usize, usize),
    /// This mention rests on its own.
    Own(usize),
}

/// Where a mention stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Position of the article.
    pub(super) article: usize,
    /// Text or headline.
    pub(super) field: Field,
    /// Words.
    pub(super) span: Span,
}

/// The analysis taken apart.
#[derive(Clone, Debug)]
pub(super) struct Desk<'a> {
    pub(super) documents: &'a [Document],
    pub(super) analysis: &'a Analysis,
    positions: BTreeMap<&'a ArticleId, usize>,
    pub(super) articles: Vec<Cow<'a, ArticleFindings>>,
    pub(super) entities: Vec<EntityState>,
    pub(super) claims: Vec<ClaimState>,
    pub(super) told: Vec<Told<'a>>,
    told_in: Vec<Vec<usize>>,
    pub(super) origins: Vec<OriginDecision>,
}

impl<'a> Desk<'a> {
    /// Takes an analysis apart.
    pub(super) fn new(documents: &'a [Document], analysis: &'a Analysis) -> Self {
        let positions: BTreeMap<&ArticleId, usize> = analysis
            .articles
            .iter()
            .enumerate()
            .map(|(position, findings)| (&findings.article, position))
            .collect();
        let mut desk = Self {
            documents,
            analysis,
            positions,
            articles: analysis.articles.iter().map(Cow::Borrowed).collect(),
            entities: analysis
                .entities
                .iter()
                .cloned()
                .map(entity_state)
                .collect(),
            claims: Vec::new(),
            told: Vec::new(),
            told_in: vec![Vec::new(); analysis.articles.len()],
            origins: Vec::new(),
        };
        desk.take_claims();
        desk
    }

    fn take_claims(&mut self) {
        for (order, claim) in self.analysis.claims.iter().enumerate() {
            let first = self.told.len();
            for mention in &claim.mentions {
                let Some(article) = self.position(&mention.article) else {
                    continue;
                };
                if let Some(told_in) = self.told_in.get_mut(article) {
                    told_in.push(self.told.len());
                }
                self.told.push(Told {
                    mention: Cow::Borrowed(mention),
                    article,
                    claim: Some(order),
                    is_moved: false,
                    certainty: None,
                });
            }
            let numbers =
                |ids: &[crate::model::ClaimId]| ids.iter().map(|id| id.0 as usize).collect();
            self.claims.push(ClaimState {
                order,
                statement: Some(first + claim.statement),
                opposed: numbers(&claim.opposed),
                numbers_differ: numbers(&claim.numbers_differ),
                worth: claim.worth,
                ..ClaimState::default()
            });
        }
    }

    /// Adds a passage that the reader says tells a claim: on the word of whom the article has say it,
    /// and as surely.
    pub(super) fn add_told(&mut self, place: Place, claim: usize) {
        let (Some(article), Some(findings)) = (
            self.article(place.article),
            self.articles.get(place.article),
        ) else {
            return;
        };
        let common = |attribution: &Attribution| attribution.content_hull().common(place.span);
        let said = findings.attributions.iter().enumerate();
        let said = said
            .filter(|(_, attribution)| 2 * common(attribution) >= place.span.len())
            .max_by_key(|(at, attribution)| (common(attribution), std::cmp::Reverse(*at)));
        let mention = ClaimMention {
            article: article.id.clone(),
            span: place.span,
            attribution: said.map(|(at, _)| at),
            certainty: said.map_or(Certainty::Stated, |(_, attribution)| attribution.certainty),
            is_whole: true,
            said_on: article.published.value.map(Interval::day),
            happens_on: None,
            why: Vec::new(),
        };
        if let Some(told_in) = self.told_in.get_mut(place.article) {
            told_in.push(self.told.len());
        }
        self.told.push(Told {
            mention: Cow::Owned(mention),
            article: place.article,
            claim: Some(claim),
            is_moved: true,
            certainty: None,
        });
    }

    /// Position of an article.
    pub(super) fn position(&self, id: &ArticleId) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// The article at a position.
    pub(super) fn article(&self, position: usize) -> Option<&'a Article> {
        self.documents
            .get(position)
            .map(|document| &*document.article)
    }

    /// The words at a place.
    pub(super) fn words(&self, place: Place) -> &'a str {
        self.article(place.article)
            .map_or("", |article| place.span.of(place.field.of(article)))
    }

    /// What an entity was merged into, at last.
    pub(super) fn root(&self, entity: usize) -> usize {
        let mut root = entity;
        while let Some(into) = self.entities.get(root).and_then(|state| state.into) {
            root = into;
        }
        root
    }

    /// The entity that a number of a finding stands for now; `None` when it is gone.
    pub(super) fn live(&self, id: Option<EntityId>) -> Option<usize> {
        let root = self.root(id?.0 as usize);
        self.entities.get(root).filter(|state| !state.is_gone)?;
        Some(root)
    }

    /// Whether a mention still stands: its entity, if it has one, is not gone.
    pub(super) fn stands(&self, mention: &Mention) -> bool {
        mention.entity.is_none() || self.live(mention.entity).is_some()
    }

    /// What a claim was merged into, at last.
    pub(super) fn claim_root(&self, claim: usize) -> usize {
        let mut root = claim;
        while let Some(into) = self.claims.get(root).and_then(|state| state.into) {
            root = into;
        }
        root
    }

    /// The claim that a mention belongs to now.
    pub(super) fn claim_of(&self, told: usize) -> Option<usize> {
        let claim = self.told.get(told)?.claim?;
        Some(self.claim_root(claim))
    }

    /// Mentions of a claim, in the machine's order.
    pub(super) fn told_by(&self, claim: usize) -> Vec<usize> {
        (0..self.told.len())
            .filter(|&told| self.claim_of(told) == Some(claim))
            .collect()
    }

    /// Mentions of an article's text or headline.
    pub(super) fn mentions(&self, article: usize, field: Field) -> &[Mention] {
        self.articles
            .get(article)
            .map_or(&[], |findings| match field {
                Field::Text => findings.mentions.as_slice(),
                Field::Title => findings.title_mentions.as_slice(),
            })
    }

    /// Every mention that stands, with its place.
    pub(super) fn all_mentions(&self) -> impl Iterator<Item = (Place, &Mention)> {
        (0..self.articles.len()).flat_map(move |article| self.mentions_in(article))
    }

    /// Every mention of one article that stands, with its place, headline first.
    pub(super) fn mentions_in(&self, article: usize) -> impl Iterator<Item = (Place, &Mention)> {
        [Field::Title, Field::Text]
            .into_iter()
            .flat_map(move |field| {
                let mentions = self.mentions(article, field).iter();
                mentions.map(move |mention| {
                    let span = mention.span;
                    (
                        Place {
                            article,
                            field,
                            span,
                        },
                        mention,
                    )
                })
            })
            .filter(|(_, mention)| self.stands(mention))
    }

    /// Finds quoted words.
    pub(super) fn find(&self, quote: &Quote) -> Result<Place, Missing> {
        let missing = || Missing::Words(quote.clone());
        let article = self
            .position(&quote.article)
            .ok_or_else(|| Missing::Article(quote.article.clone()))?;
        let span = self
            .article(article)
            .and_then(|article| quote.find(article))
            .ok_or_else(missing)?;
        Ok(Place {
            article,
            field: quote.field,
            span,
        })
    }

    /// Finds the mention that quoted words are, or overlap most.
    pub(super) fn find_mention(&self, quote: &Quote) -> Result<(Place, &Mention), Missing> {
        let sought = self.find(quote)?;
        self.mentions_in(sought.article)
            .filter(|(place, _)| place.field == sought.field)
            .filter(|(place, _)| place.span.overlaps(sought.span))
            .max_by_key(|(place, _)| likeness(place.span, sought.span))
            .ok_or_else(|| Missing::Mention(quote.clone()))
    }

    /// Finds an entity.
    pub(super) fn find_entity(&self, sought: &EntityRef) -> Result<usize, Missing> {
        let pointed = || {
            let (_, mention) = self.find_mention(sought.at.as_ref()?).ok()?;
            self.live(mention.entity)
        };
        let key = (sought.name.clone(), sought.kind);
        let mut found = self.entities_where(|state| {
            (state.entity.name == key.0 && state.entity.kind == key.1)
                || state.former.contains(&key)
        });
        if found.is_empty()
            && let Some(pointed) = pointed()
        {
            return Ok(pointed);
        }
        if found.is_empty() {
            found = self.entities_where(|state| {
                state.entity.kind == sought.kind && state.entity.aliases.contains(&sought.name)
            });
        }
        if found.is_empty() {
            found = self.entities_where(|state| state.entity.name == sought.name);
        }
        match found.as_slice() {
            [] => Err(Missing::Entity(sought.clone())),
            [only] => Ok(*only),
            [first, ..] => Ok(pointed()
                .filter(|pointed| found.contains(pointed))
                .unwrap_or(*first)),
        }
    }

    fn entities_where(&self, is_it: impl Fn(&EntityState) -> bool) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for (number, state) in self.entities.iter().enumerate() {
            // A name that was merged away leads to what it was merged into.
            let root = self.root(number);
            let is_gone = self.entities.get(root).is_none_or(|root| root.is_gone);
            if !is_gone && is_it(state) && !found.contains(&root) {
                found.push(root);
            }
        }
        found
    }

    /// Finds the claim mention that quoted words are, or overlap most.
    pub(super) fn find_told(&self, quote: &Quote) -> Result<usize, Missing> {
        self.told_at(quote)?
            .into_iter()
            .max_by_key(|(told, likeness)| (*likeness, std::cmp::Reverse(*told)))
            .map(|(told, _)| told)
            .ok_or_else(|| Missing::Wording(quote.clone()))
    }

    /// Claim mentions that quoted words overlap, with how much, in thousandths.
    fn told_at(&self, quote: &Quote) -> Result<Vec<(usize, usize)>, Missing> {
        let sought = self.find(quote)?;
        let in_article = self.told_in.get(sought.article).into_iter().flatten();
        Ok(in_article
            .filter_map(|&number| {
                let told = self.told.get(number)?;
                told.claim?;
                let span = told.mention.span;
                let overlaps = span.overlaps(sought.span);
                overlaps.then(|| (number, likeness(span, sought.span)))
            })
            .collect())
    }

    /// Finds the claim mention that quoted words are, give or take a word.
    pub(super) fn find_same_told(&self, quote: &Quote) -> Result<Option<usize>, Missing> {
        let told = self.told_at(quote)?.into_iter();
        let same = told.filter(|(_, likeness)| *likeness >= SAME_WORDING);
        Ok(same
            .max_by_key(|(told, likeness)| (*likeness, std::cmp::Reverse(*told)))
            .map(|(told, _)| told))
    }

    /// Finds the claim that holds most of the wordings named.
    pub(super) fn find_claim(&self, sought: &ClaimRef) -> Result<usize, Missing> {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for quote in &sought.at {
            let mut best: BTreeMap<usize, usize> = BTreeMap::new();
            for (told, likeness) in self.told_at(quote).unwrap_or_default() {
                if let Some(claim) = self.claim_of(told) {
                    let vote = best.entry(claim).or_default();
                    *vote = likeness.max(*vote);
                }
            }
            for (claim, likeness) in best {
                *votes.entry(claim).or_default() += likeness;
            }
        }
        votes
            .into_iter()
            .max_by_key(|(claim, likeness)| (*likeness, std::cmp::Reverse(*claim)))
            .map(|(claim, _)| claim)
            .ok_or_else(|| Missing::Claim(sought.clone()))
    }
}

/// Share in thousandths from which a passage is a wording that was found.
const SAME_WORDING: usize = 800;

/// Share of two overlapping spans' hull that they have in common, in thousandths.
fn likeness(a: Span, b: Span) -> usize {
    a.common(b) * 1000 / a.hull(b).len().max(1)
}

/// An entity before any correction.
fn entity_state(entity: Entity) -> EntityState {
    EntityState {
        entity,
        into: None,
        is_gone: false,
        is_new: false,
        is_renamed: false,
        sets_kind: false,
        is_relinked: false,
        former: Vec::new(),
        lost_words: BTreeSet::new(),
    }
}

impl EntityState {
    /// An entity that the reader made.
    pub(super) fn made(number: usize, name: String, kind: EntityKind) -> Self {
        let entity = Entity {
            id: EntityId(number as u32),
            kind,
            name,
            aliases: Vec::new(),
            is_media: false,
            why: Vec::new(),
        };
        Self {
            is_new: true,
            is_relinked: true,
            ..entity_state(entity)
        }
    }
}
