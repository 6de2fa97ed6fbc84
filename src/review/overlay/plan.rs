//! What a correction comes to in the analysis as it stands: worked out before anything changes, so
//! that a preview and the act itself cannot differ.

use std::collections::BTreeSet;

use super::Missing;
use super::desk::{Desk, OriginDecision, Place};
use crate::model::{Certainty, EntityKind, Mention, MentionKind};
use crate::review::{ClaimRef, Correction, EntityRef, Field, Quote, Scope, Statement};

/// A correction with everything it names found.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Plan {
    /// The analysis says so already, or an earlier correction made it so.
    Nothing,
    /// A fact or text of an article: laid over the article before it is read.
    Article(usize),
    Rename(usize, String),
    Kind(usize, EntityKind),
    Merge {
        keep: usize,
        other: usize,
    },
    /// These mentions become a new entity.
    Split {
        from: usize,
        places: Vec<Place>,
        name: String,
    },
    /// These mentions become mentions of an entity.
    Assign {
        places: Vec<Place>,
        to: usize,
    },
    NotAnEntity(usize),
    NotMentions(Vec<Place>),
    Add {
        places: Vec<Place>,
        kind: MentionKind,
        entity: Option<usize>,
    },
    MergeClaims {
        keep: usize,
        other: usize,
    },
    SplitClaim(Vec<usize>),
    MoveMention(usize, usize),
    AddWording(Place, usize),
    RemoveMention(usize),
    Wording(usize, usize),
    OwnWords(usize, String),
    Certainty(usize, Certainty),
    Origin(OriginDecision),
    Oppose(usize, usize, bool),
    Hide(usize, bool),
    Star(usize, bool),
}

/// How much a correction changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Mentions of entities, or wordings of claims where it is about claims.
    pub mentions: usize,
    /// Articles that these stand in.
    pub articles: usize,
    /// Whether the mentions counted are wordings of claims.
    pub is_of_claims: bool,
    /// Whether the article has to be read anew, so that more may change than is counted.
    pub rereads: bool,
}

impl Desk<'_> {
    /// What a correction comes to.
    pub(super) fn plan(&self, correction: &Correction) -> Result<Plan, Missing> {
        if let Some(article) = correction.changed_article() {
            return self
                .position(article)
                .map(Plan::Article)
                .ok_or_else(|| Missing::Article(article.clone()));
        }
        match correction {
            Correction::Rename { entity, name } => Ok(Plan::Rename(
                self.find_entity(entity)?,
                name.trim().to_owned(),
            )),
            Correction::ChangeKind { entity, kind } => {
                Ok(Plan::Kind(self.find_entity(entity)?, *kind))
            }
            Correction::Merge { keep, other } => {
                let (keep, other) = (self.find_entity(keep)?, self.find_entity(other)?);
                Ok(if keep == other {
                    Plan::Nothing
                } else {
                    Plan::Merge { keep, other }
                })
            }
            Correction::NotAnEntity { entity } => Ok(self
                .find_entity(entity)
                .map_or(Plan::Nothing, Plan::NotAnEntity)),
            Correction::Split {
                mention,
                scope,
                name,
            } => self.plan_split(mention, *scope, name.as_deref()),
            Correction::Assign { mention, scope, to } => {
                let to = self.find_entity(to)?;
                let (place, found) = self.find_mention(mention)?;
                let places = self.alike(place, found, *scope);
                Ok(Plan::Assign { places, to })
            }
            Correction::NotAMention { mention, scope } => self.plan_not_a_mention(mention, *scope),
            Correction::AddMention {
                mention,
                scope,
                kind,
                entity,
            } => self.plan_add(mention, *scope, *kind, entity.as_ref()),
            // The table was read so: there is nothing left to do.
            Correction::SetColumns { .. } => Ok(Plan::Nothing),
            about_claims => self.plan_claims(about_claims),
        }
    }

    fn plan_split(
        &self,
        mention: &Quote,
        scope: Scope,
        name: Option<&str>,
    ) -> Result<Plan, Missing> {
        let (place, found) = self.find_mention(mention)?;
        let Some(from) = self.live(found.entity) else {
            return Err(Missing::Mention(mention.clone()));
        };
        let name = name.map(str::trim).filter(|name| !name.is_empty());
        Ok(Plan::Split {
            from,
            name: name.unwrap_or(self.words(place)).to_owned(),
            places: self.alike(place, found, scope),
        })
    }

    fn plan_not_a_mention(&self, mention: &Quote, scope: Scope) -> Result<Plan, Missing> {
        match self.find_mention(mention) {
            Ok((place, found)) => Ok(Plan::NotMentions(self.alike(place, found, scope))),
            // The words are there and nothing is marked: the machine has come to agree.
            Err(Missing::Mention(_)) => Ok(Plan::Nothing),
            Err(missing) => Err(missing),
        }
    }

    fn plan_add(
        &self,
        mention: &Quote,
        scope: Scope,
        kind: MentionKind,
        entity: Option<&EntityRef>,
    ) -> Result<Plan, Missing> {
        let place = self.find(mention)?;
        let words = self.words(place);
        let entity = match (entity, entity_kind(kind)) {
            (_, None) => None,
            (Some(entity), Some(_)) => Some(self.find_entity(entity)?),
            (None, Some(kind)) => (0..self.entities.len()).find(|&number| {
                self.entities.get(number).is_some_and(|state| {
                    let entity = &state.entity;
                    state.into.is_none()
                        && !state.is_gone
                        && entity.kind == kind
                        && (entity.name == words || entity.aliases.iter().any(|a| a == words))
                })
            }),
        };
        let places = self.spots(place, words, scope);
        Ok(Plan::Add {
            places,
            kind,
            entity,
        })
    }

    /// The mention at a place, and those with the same words that stand for the same.
    fn alike(&self, place: Place, mention: &Mention, scope: Scope) -> Vec<Place> {
        let words = self.words(place);
        let entity = self.live(mention.entity);
        let is_alike = |other: Place, found: &Mention| {
            found.kind == mention.kind
                && self.live(found.entity) == entity
                && self.words(other) == words
        };
        match scope {
            Scope::Here => vec![place],
            Scope::Article => self
                .mentions_in(place.article)
                .filter(|(other, found)| is_alike(*other, found))
                .map(|(other, _)| other)
                .collect(),
            Scope::Everywhere => self
                .all_mentions()
                .filter(|(other, found)| is_alike(*other, found))
                .map(|(other, _)| other)
                .collect(),
        }
    }

    /// A place, and others with the same words as whole words where nothing is marked yet.
    fn spots(&self, place: Place, words: &str, scope: Scope) -> Vec<Place> {
        let articles = match scope {
            Scope::Here => return vec![place],
            Scope::Article => place.article..place.article + 1,
            Scope::Everywhere => 0..self.articles.len(),
        };
        let mut spots = BTreeSet::from([place]);
        for article in articles {
            let taken: Vec<Place> = self.mentions_in(article).map(|(place, _)| place).collect();
            for field in [Field::Title, Field::Text] {
                let text = self
                    .article(article)
                    .map_or("", |article| field.of(article));
                for span in whole_words(text, words) {
                    let spot = Place {
                        article,
                        field,
                        span,
                    };
                    let overlaps =
                        |other: &Place| other.field == field && other.span.overlaps(span);
                    if !taken.iter().any(overlaps) && !overlaps_place(place, spot) {
                        spots.insert(spot);
                    }
                }
            }
        }
        spots.into_iter().collect()
    }

    fn plan_claims(&self, correction: &Correction) -> Result<Plan, Missing> {
        Ok(match correction {
            Correction::MergeClaims { keep, other } => {
                let (keep, other) = (self.find_claim(keep)?, self.find_claim(other)?);
                if keep == other {
                    Plan::Nothing
                } else {
                    Plan::MergeClaims { keep, other }
                }
            }
            Correction::SplitClaim { mentions } => self.plan_split_claim(mentions)?,
            Correction::MoveMention { mention, to } => {
                let (told, to) = (self.find_told(mention)?, self.find_claim(to)?);
                if self.claim_of(told) == Some(to) {
                    Plan::Nothing
                } else {
                    Plan::MoveMention(told, to)
                }
            }
            Correction::AddWording { passage, to } => self.plan_wording(passage, to)?,
            Correction::RemoveMention { mention } => match self.find_told(mention) {
                Ok(told) => Plan::RemoveMention(told),
                Err(Missing::Wording(_)) => Plan::Nothing,
                Err(missing) => return Err(missing),
            },
            Correction::SetStatement { claim, statement } => {
                let claim = self.find_claim(claim)?;
                match statement {
                    Statement::Own(words) => Plan::OwnWords(claim, words.trim().to_owned()),
                    Statement::Wording(quote) => {
                        let told = self.find_told(quote)?;
                        if self.claim_of(told) != Some(claim) {
                            return Err(Missing::Wording(quote.clone()));
                        }
                        Plan::Wording(claim, told)
                    }
                }
            }
            Correction::SetCertainty { mention, certainty } => {
                Plan::Certainty(self.find_told(mention)?, *certainty)
            }
            Correction::SameOrigin { a, b } => {
                Plan::Origin(OriginDecision::Same(self.find_told(a)?, self.find_told(b)?))
            }
            Correction::OwnOrigin { mention } => {
                Plan::Origin(OriginDecision::Own(self.find_told(mention)?))
            }
            Correction::Oppose { a, b, is_opposed } => {
                let (a, b) = (self.find_claim(a)?, self.find_claim(b)?);
                if a == b {
                    Plan::Nothing
                } else {
                    Plan::Oppose(a, b, *is_opposed)
                }
            }
            Correction::Hide { claim, is_hidden } => {
                Plan::Hide(self.find_claim(claim)?, *is_hidden)
            }
            Correction::Star { claim, is_starred } => {
                Plan::Star(self.find_claim(claim)?, *is_starred)
            }
            _ => Plan::Nothing,
        })
    }

    /// A passage that was found to tell something else is moved; one that tells the claim stays.
    fn plan_wording(&self, passage: &Quote, to: &ClaimRef) -> Result<Plan, Missing> {
        let (place, to) = (self.find(passage)?, self.find_claim(to)?);
        if place.field != Field::Text {
            return Err(Missing::Words(passage.clone()));
        }
        Ok(match self.find_same_told(passage)? {
            Some(told) if self.claim_of(told) == Some(to) => Plan::Nothing,
            Some(told) => Plan::MoveMention(told, to),
            None => Plan::AddWording(place, to),
        })
    }

    /// Wordings that are still there become a claim; when none is, or they are one already, there
    /// is nothing to split.
    fn plan_split_claim(&self, mentions: &[Quote]) -> Result<Plan, Missing> {
        let found: Vec<Result<usize, Missing>> =
            mentions.iter().map(|quote| self.find_told(quote)).collect();
        let told: BTreeSet<usize> = found.iter().flatten().copied().collect();
        if told.is_empty() {
            return match found.into_iter().find_map(Result::err) {
                Some(missing) => Err(missing),
                None => Ok(Plan::Nothing),
            };
        }
        let claims: BTreeSet<Option<usize>> = told.iter().map(|&one| self.claim_of(one)).collect();
        let is_whole = match claims.iter().next() {
            Some(Some(claim)) if claims.len() == 1 => self.told_by(*claim).len() == told.len(),
            _ => false,
        };
        Ok(if is_whole {
            Plan::Nothing
        } else {
            Plan::SplitClaim(told.into_iter().collect())
        })
    }

    /// How much a plan changes.
    pub(super) fn reach(&self, plan: &Plan) -> Reach {
        match plan {
            Plan::Nothing => Reach::default(),
            Plan::Article(_) => Reach {
                articles: 1,
                rereads: true,
                ..Reach::default()
            },
            Plan::Rename(entity, _)
            | Plan::Kind(entity, _)
            | Plan::NotAnEntity(entity)
            | Plan::Merge { other: entity, .. } => {
                let of_it = self
                    .all_mentions()
                    .filter(|(_, mention)| self.live(mention.entity) == Some(*entity));
                reach(of_it.map(|(place, _)| place.article), false)
            }
            Plan::Split { places, .. }
            | Plan::Assign { places, .. }
            | Plan::NotMentions(places)
            | Plan::Add { places, .. } => reach(places.iter().map(|place| place.article), false),
            Plan::MergeClaims { other: claim, .. }
            | Plan::Wording(claim, _)
            | Plan::OwnWords(claim, _)
            | Plan::Oppose(_, claim, _)
            | Plan::Hide(claim, _)
            | Plan::Star(claim, _) => self.reach_told(&self.told_by(*claim)),
            Plan::SplitClaim(told) => self.reach_told(told),
            Plan::MoveMention(told, _)
            | Plan::RemoveMention(told)
            | Plan::Certainty(told, _)
            | Plan::Origin(OriginDecision::Own(told)) => self.reach_told(&[*told]),
            Plan::AddWording(place, _) => reach(std::iter::once(place.article), true),
            Plan::Origin(OriginDecision::Same(a, b)) => self.reach_told(&[*a, *b]),
        }
    }

    fn reach_told(&self, told: &[usize]) -> Reach {
        let articles = told.iter().filter_map(|&told| self.told.get(told));
        reach(articles.map(|told| told.article), true)
    }
}

/// Counts mentions and articles from the article of each mention.
fn reach(articles: impl Iterator<Item = usize>, is_of_claims: bool) -> Reach {
    let mut mentions = 0;
    let different: BTreeSet<usize> = articles.inspect(|_| mentions += 1).collect();
    Reach {
        articles: different.len(),
        mentions,
        is_of_claims,
        rereads: false,
    }
}

fn overlaps_place(a: Place, b: Place) -> bool {
    a.article == b.article && a.field == b.field && a.span.overlaps(b.span) && a != b
}

/// Places where the words stand as whole words.
fn whole_words<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = crate::model::Span> + 'a {
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let sought = if words.is_empty() { None } else { Some(words) };
    sought
        .into_iter()
        .flat_map(move |words| text.match_indices(words))
        .filter(move |(at, found)| {
            let before = text.get(..*at).and_then(|head| head.chars().next_back());
            let after = text
                .get(at + found.len()..)
                .and_then(|tail| tail.chars().next());
            !is_inside(before) && !is_inside(after)
        })
        .map(|(at, found)| crate::model::Span::new(at, at + found.len()))
}

/// The kind of entity that a kind of mention names, if it names one.
pub(super) const fn entity_kind(kind: MentionKind) -> Option<EntityKind> {
    match kind {
        MentionKind::Person => Some(EntityKind::Person),
        MentionKind::Organisation => Some(EntityKind::Organisation),
        MentionKind::Place => Some(EntityKind::Place),
        MentionKind::Group => Some(EntityKind::Group),
        MentionKind::Event => Some(EntityKind::Event),
        MentionKind::Date | MentionKind::Money | MentionKind::Quantity => None,
    }
}
