//! Putting the analysis together again after all corrections: what is gone goes, what is left is
//! numbered anew, in an order that does not depend on the order of the corrections.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::{Desk, OriginDecision};
use super::{ClaimMarks, Corrected};
use crate::corpus;
use crate::model::{
    Analysis, ArticleFindings, Claim, ClaimId, ClaimMention, Entity, EntityId, GroupingReason,
    Interval, Mention, MentionReason, Origin, OriginReason, Span,
};

impl Desk<'_> {
    /// The corrected analysis.
    pub(super) fn settle(mut self) -> Corrected {
        self.drop_nameless();
        let (entities, numbers) = self.numbered_entities();
        let articles = self.settled_articles(&numbers);
        let (claims, marks) = self.settled_claims(&articles);
        Corrected {
            analysis: Analysis {
                articles,
                entities,
                claims,
                stories: self.analysis.stories.clone(),
                same_text: self.analysis.same_text.clone(),
            },
            marks,
            unfound: Vec::new(),
        }
    }

    /// Entities that lost all their mentions go; names that lost theirs are no longer names.
    fn drop_nameless(&mut self) {
        let losers: BTreeSet<usize> = (0..self.entities.len())
            .filter(|&entity| {
                self.entities
                    .get(entity)
                    .is_some_and(|state| !state.lost_words.is_empty())
            })
            .collect();
        if losers.is_empty() {
            return;
        }
        let mut words: BTreeMap<usize, BTreeMap<&str, usize>> = BTreeMap::new();
        let mut mentions: BTreeSet<usize> = BTreeSet::new();
        for (place, mention) in self.all_mentions() {
            let Some(entity) = self.live(mention.entity).filter(|e| losers.contains(e)) else {
                continue;
            };
            mentions.insert(entity);
            if mention.named == Some(true) {
                let named = words.entry(entity).or_default();
                *named.entry(self.words(place)).or_default() += 1;
            }
        }
        for entity in losers {
            let Some(state) = self.entities.get_mut(entity) else {
                continue;
            };
            if !mentions.contains(&entity) {
                state.is_gone = true;
                continue;
            }
            let left = words.remove(&entity).unwrap_or_default();
            let lost = std::mem::take(&mut state.lost_words);
            let is_lost = |name: &str| lost.contains(name) && !left.contains_key(name);
            state.entity.aliases.retain(|alias| !is_lost(alias));
            if is_lost(&state.entity.name) && !state.is_renamed {
                // Longest first, as the machine takes the fullest name.
                let fullest = left.keys().rev().max_by_key(|words| words.len());
                if let Some(fullest) = fullest {
                    (*fullest).clone_into(&mut state.entity.name);
                    let name = state.entity.name.clone();
                    state.entity.aliases.retain(|alias| *alias != name);
                }
            }
        }
    }

    /// Entities that are left, with the new number of each old one.
    fn numbered_entities(&self) -> (Vec<Entity>, Vec<Option<EntityId>>) {
        let mut first: BTreeMap<usize, super::desk::Place> = BTreeMap::new();
        if self.entities.iter().any(|state| state.is_new) {
            for (place, mention) in self.all_mentions() {
                if let Some(entity) = self.live(mention.entity) {
                    first.entry(entity).or_insert(place);
                }
            }
        }
        let mut left: Vec<usize> = (0..self.entities.len())
            .filter(|&entity| {
                self.entities.get(entity).is_some_and(|state| {
                    let is_empty = state.is_new && !first.contains_key(&entity);
                    state.into.is_none() && !state.is_gone && !is_empty
                })
            })
            .collect();
        left.sort_by_key(|&entity| {
            let is_new = self.entities.get(entity).is_some_and(|state| state.is_new);
            let place = is_new.then(|| first.get(&entity));
            (is_new, place, if is_new { 0 } else { entity })
        });
        let mut new_number: Vec<Option<EntityId>> = vec![None; self.entities.len()];
        let mut entities = Vec::with_capacity(left.len());
        for (number, &entity) in left.iter().enumerate() {
            let id = EntityId(number as u32);
            if let Some(state) = self.entities.get(entity) {
                entities.push(Entity {
                    id,
                    ..state.entity.clone()
                });
            }
            if let Some(slot) = new_number.get_mut(entity) {
                *slot = Some(id);
            }
        }
        let numbers = (0..self.entities.len())
            .map(|entity| new_number.get(self.root(entity)).copied().flatten())
            .collect();
        (entities, numbers)
    }

    fn settled_articles(&self, numbers: &[Option<EntityId>]) -> Vec<ArticleFindings> {
        let number = |id: EntityId| numbers.get(id.0 as usize).copied().flatten();
        let settled = |mention: &Mention| {
            let Some(old) = mention.entity else {
                return Some(mention.clone());
            };
            let mut mention = mention.clone();
            mention.entity = Some(number(old)?);
            let root = self.root(old.0 as usize);
            if let Some(state) = self.entities.get(root)
                && (state.sets_kind || root != old.0 as usize)
                && mention.kind != state.entity.kind.into()
            {
                mention.kind = state.entity.kind.into();
                mention.why = MentionReason::Reader;
            }
            Some(mention)
        };
        self.articles
            .iter()
            .map(|findings| {
                let mut attributions = findings.attributions.clone();
                for attribution in &mut attributions {
                    attribution.entity = attribution.entity.and_then(number);
                }
                ArticleFindings {
                    article: findings.article.clone(),
                    sentences: findings.sentences.clone(),
                    title_mentions: findings.title_mentions.iter().filter_map(settled).collect(),
                    mentions: findings.mentions.iter().filter_map(settled).collect(),
                    times: findings.times.clone(),
                    amounts: findings.amounts.clone(),
                    attributions,
                }
            })
            .collect()
    }

    fn settled_claims(
        &self,
        articles: &[ArticleFindings],
    ) -> (Vec<Claim>, BTreeMap<ClaimId, ClaimMarks>) {
        let mut told_by: Vec<Vec<usize>> = vec![Vec::new(); self.claims.len()];
        for told in 0..self.told.len() {
            let told_by = self.claim_of(told).and_then(|claim| told_by.get_mut(claim));
            if let Some(told_by) = told_by {
                told_by.push(told);
            }
        }
        for (claim, told) in told_by.iter_mut().enumerate() {
            if self
                .claims
                .get(claim)
                .is_some_and(|state| state.is_regrouped)
            {
                told.sort_by_key(|&told| self.telling(told));
            }
        }
        let mut left: Vec<usize> = (0..self.claims.len())
            .filter(|&claim| told_by.get(claim).is_some_and(|told| !told.is_empty()))
            .collect();
        left.sort_by_key(|&claim| {
            let first = told_by.get(claim).and_then(|told| told.first());
            let state = self.claims.get(claim);
            (
                state.map(|state| (state.order, state.is_new)),
                first.map(|&told| self.telling(told)),
            )
        });
        let mut numbers: Vec<Option<ClaimId>> = vec![None; self.claims.len()];
        for (number, &claim) in left.iter().enumerate() {
            if let Some(slot) = numbers.get_mut(claim) {
                *slot = Some(ClaimId(number as u32));
            }
        }
        let mut claims: Vec<Claim> = left
            .iter()
            .filter_map(|&claim| self.settled_claim(claim, told_by.get(claim)?, &numbers))
            .collect();
        self.settle_origins(&mut claims, &left, &told_by, articles);
        let marks = left
            .iter()
            .enumerate()
            .filter_map(|(number, &claim)| {
                let state = self.claims.get(claim)?;
                let marks = ClaimMarks {
                    own_words: state.own_words.clone(),
                    is_hidden: state.is_hidden,
                    is_starred: state.is_starred,
                };
                (marks != ClaimMarks::default()).then_some((ClaimId(number as u32), marks))
            })
            .collect();
        (claims, marks)
    }

    /// Order of telling, undated last.
    fn telling(&self, told: usize) -> Option<(bool, Option<Interval>, usize, Span)> {
        let told = self.told.get(told)?;
        let said_on = told.mention.said_on;
        Some((said_on.is_none(), said_on, told.article, told.mention.span))
    }

    fn settled_claim(
        &self,
        claim: usize,
        told: &[usize],
        numbers: &[Option<ClaimId>],
    ) -> Option<Claim> {
        let state = self.claims.get(claim)?;
        let id = (*numbers.get(claim)?)?;
        let related = |claims: &BTreeSet<usize>| {
            let found: BTreeSet<ClaimId> = claims
                .iter()
                .filter_map(|&other| *numbers.get(self.claim_root(other))?)
                .filter(|other| *other != id)
                .collect();
            found.into_iter().collect::<Vec<_>>()
        };
        let mentions: Vec<ClaimMention> = told
            .iter()
            .filter_map(|&told| {
                let told = self.told.get(told)?;
                let mut mention = told.mention.clone().into_owned();
                if let Some(certainty) = told.certainty {
                    mention.certainty = certainty;
                }
                if told.is_moved {
                    mention.why = vec![GroupingReason::Reader];
                }
                Some(mention)
            })
            .collect();
        let statement = state
            .statement
            .and_then(|statement| told.iter().position(|&told| told == statement))
            .or_else(|| mentions.iter().position(|mention| mention.is_whole))
            .unwrap_or(0);
        Some(Claim {
            id,
            statement,
            mentions,
            origins: self.machine_origins(claim, told),
            opposed: related(&state.opposed),
            numbers_differ: related(&state.numbers_differ),
            worth: state.worth,
        })
    }

    /// The machine's origins of a claim whose mentions are as it found them.
    fn machine_origins(&self, claim: usize, told: &[usize]) -> Vec<Origin> {
        let machine = self.analysis.claims.get(claim);
        machine
            .filter(|machine| machine.mentions.len() == told.len())
            .map_or_else(Vec::new, |machine| machine.origins.clone())
    }

    /// Finds origins anew where mentions came or went or their sources are linked otherwise, and
    /// lays the reader's decisions over them.
    fn settle_origins(
        &self,
        claims: &mut [Claim],
        left: &[usize],
        told_by: &[Vec<usize>],
        articles: &[ArticleFindings],
    ) {
        let is_stale = |claim: usize, told: &[usize]| {
            let is_regrouped = self
                .claims
                .get(claim)
                .is_some_and(|state| state.is_regrouped);
            is_regrouped || told.iter().any(|&told| self.is_relinked(told))
        };
        let stale: Vec<usize> = left
            .iter()
            .enumerate()
            .filter(|(_, claim)| {
                told_by
                    .get(**claim)
                    .is_some_and(|told| is_stale(**claim, told))
            })
            .map(|(number, _)| number)
            .collect();
        let mut again: Vec<Claim> = stale
            .iter()
            .filter_map(|&number| claims.get(number).cloned())
            .collect();
        if !again.is_empty() {
            corpus::find_origins(
                self.documents,
                articles,
                &mut again,
                &self.analysis.same_text,
            );
        }
        for (number, found) in stale.into_iter().zip(again) {
            if let Some(claim) = claims.get_mut(number) {
                claim.origins = found.origins;
            }
        }
        let mut split = BTreeSet::new();
        for decision in &self.origins {
            let told = match *decision {
                OriginDecision::Same(a, _) | OriginDecision::Own(a) => a,
            };
            let number = self
                .claim_of(told)
                .and_then(|claim| left.iter().position(|&other| other == claim));
            let Some((number, claim, told_by)) = number.and_then(|number| {
                let told_by = told_by.get(*left.get(number)?)?;
                Some((number, claims.get_mut(number)?, told_by))
            }) else {
                continue;
            };
            split.insert(number);
            decide(&mut claim.origins, *decision, told_by);
        }
        self.name_origins(claims, &split, articles);
    }

    /// Names the origins of these claims that the reader's decisions left without a name, each as if
    /// its mentions were all that there is.
    fn name_origins(
        &self,
        claims: &mut [Claim],
        split: &BTreeSet<usize>,
        articles: &[ArticleFindings],
    ) {
        let mut nameless: Vec<(usize, usize)> = Vec::new();
        let mut alone: Vec<Claim> = Vec::new();
        for (number, claim) in split.iter().filter_map(|&n| Some((n, claims.get(n)?))) {
            for (place, origin) in claim.origins.iter().enumerate() {
                if origin.name.is_empty() {
                    let mentions = origin.mentions.iter();
                    let mentions = mentions.filter_map(|&at| claim.mentions.get(at).cloned());
                    let mentions = mentions.collect();
                    alone.push(Claim {
                        mentions,
                        ..claim.clone()
                    });
                    nameless.push((number, place));
                }
            }
        }
        if alone.is_empty() {
            return;
        }
        let same_text = &self.analysis.same_text;
        corpus::find_origins(self.documents, articles, &mut alone, same_text);
        for ((number, place), named) in nameless.into_iter().zip(alone) {
            let origin = claims
                .get_mut(number)
                .and_then(|claim| claim.origins.get_mut(place));
            if let Some((origin, named)) = origin.zip(named.origins.into_iter().next()) {
                origin.name = named.name;
            }
        }
    }

    /// Whether a mention's source is linked otherwise than the machine linked it.
    fn is_relinked(&self, told: usize) -> bool {
        let Some(told) = self.told.get(told) else {
            return false;
        };
        let machine = self.analysis.articles.get(told.article);
        let now = self.articles.get(told.article);
        told.mention.attribution.is_some_and(|attribution| {
            let entity = |findings: &ArticleFindings| {
                findings
                    .attributions
                    .get(attribution)
                    .and_then(|a| a.entity)
            };
            let before = machine.and_then(entity);
            let after = now.and_then(|findings| entity(findings));
            let is_touched = before.is_some_and(|id| {
                let root = self.root(id.0 as usize);
                root != id.0 as usize
                    || self
                        .entities
                        .get(root)
                        .is_some_and(|state| state.is_relinked)
            });
            before != after || is_touched
        })
    }
}

/// Lays one decision of the reader over the origins of a claim with these mentions.
fn decide(origins: &mut Vec<Origin>, decision: OriginDecision, told_by: &[usize]) {
    let index = |told: usize| told_by.iter().position(|&other| other == told);
    let of = |origins: &[Origin], mention: usize| {
        origins
            .iter()
            .position(|origin| origin.mentions.contains(&mention))
    };
    match decision {
        OriginDecision::Same(a, b) => {
            let (Some(a), Some(b)) = (index(a), index(b)) else {
                return;
            };
            let (Some(a), Some(b)) = (of(origins, a), of(origins, b)) else {
                return;
            };
            if a == b {
                return;
            }
            let other = origins.remove(a.max(b));
            if let Some(origin) = origins.get_mut(a.min(b)) {
                origin.mentions.extend(other.mentions);
                origin.mentions.sort_unstable();
                origin.why.extend(other.why);
                origin.why.push(OriginReason::Reader);
                origin.is_uncertain = false;
            }
        }
        OriginDecision::Own(told) => {
            let Some(mention) = index(told) else { return };
            let Some(origin) = of(origins, mention).and_then(|at| origins.get_mut(at)) else {
                return;
            };
            if origin.mentions.len() < 2 {
                origin.why = vec![OriginReason::Reader];
                origin.is_uncertain = false;
                return;
            }
            // What it was called may be what this mention was called by: both are named anew.
            origin.mentions.retain(|other| *other != mention);
            origin.name.clear();
            origins.push(Origin {
                name: String::new(),
                mentions: vec![mention],
                why: vec![OriginReason::Reader],
                is_uncertain: false,
            });
        }
    }
    origins.sort_by_key(|origin| origin.mentions.first().copied());
}
