//! Carrying out what a correction comes to.

use super::desk::{ClaimState, Desk, EntityState, Place};
use super::plan::{Plan, entity_kind};
use crate::model::{EntityId, Mention, MentionKind, MentionReason, Span};
use crate::review::Field;

impl Desk<'_> {
    /// Changes what the plan says.
    pub(super) fn carry_out(&mut self, plan: Plan) {
        match plan {
            // Articles are corrected before they are read.
            Plan::Nothing | Plan::Article(_) => {}
            Plan::Rename(entity, name) => self.rename(entity, name),
            Plan::Kind(entity, kind) => {
                if let Some(state) = self.entities.get_mut(entity) {
                    state
                        .former
                        .push((state.entity.name.clone(), state.entity.kind));
                    state.entity.kind = kind;
                    state.sets_kind = true;
                }
            }
            Plan::Merge { keep, other } => self.merge(keep, other),
            Plan::Split { from, places, name } => self.split(from, &places, name),
            Plan::Assign { places, to } => self.assign(&places, to),
            Plan::NotAnEntity(entity) => {
                if let Some(state) = self.entities.get_mut(entity) {
                    state.is_gone = true;
                    state.is_relinked = true;
                }
            }
            Plan::NotMentions(places) => {
                for place in places {
                    self.unmark(place);
                }
            }
            Plan::Add {
                places,
                kind,
                entity,
            } => self.add(&places, kind, entity),
            about_claims => self.carry_out_claims(about_claims),
        }
    }

    fn rename(&mut self, entity: usize, name: String) {
        let Some(state) = self.entities.get_mut(entity) else {
            return;
        };
        if name.is_empty() || name == state.entity.name {
            return;
        }
        state.entity.aliases.retain(|alias| *alias != name);
        let old = std::mem::replace(&mut state.entity.name, name);
        state.former.push((old.clone(), state.entity.kind));
        if !state.is_renamed && !state.entity.aliases.contains(&old) {
            state.entity.aliases.insert(0, old);
        }
        state.is_renamed = true;
    }

    fn merge(&mut self, keep: usize, other: usize) {
        let Some(merged) = self.entities.get_mut(other) else {
            return;
        };
        merged.into = Some(keep);
        merged.is_relinked = true;
        let merged = merged.clone();
        let Some(kept) = self.entities.get_mut(keep) else {
            return;
        };
        kept.is_relinked = true;
        kept.entity.is_media |= merged.entity.is_media;
        kept.entity.why.push(format!(
            "you said that “{}” is the same",
            merged.entity.name
        ));
        let names = std::iter::once(merged.entity.name).chain(merged.entity.aliases);
        for name in names {
            if name != kept.entity.name && !kept.entity.aliases.contains(&name) {
                kept.entity.aliases.push(name);
            }
        }
        kept.entity.why.extend(merged.entity.why);
    }

    fn make(&mut self, name: String, kind: crate::model::EntityKind) -> usize {
        let number = self.entities.len();
        self.entities.push(EntityState::made(number, name, kind));
        number
    }

    fn split(&mut self, from: usize, places: &[Place], name: String) {
        let Some(kind) = self.entities.get(from).map(|state| state.entity.kind) else {
            return;
        };
        let new = self.make(name, kind);
        self.assign(places, new);
    }

    fn assign(&mut self, places: &[Place], to: usize) {
        let Some(kind) = self.entities.get(to).map(|state| state.entity.kind) else {
            return;
        };
        for &place in places {
            let from = self
                .mention_mut(place)
                .map(|mention| {
                    mention.kind = kind.into();
                    mention.why = MentionReason::Reader;
                    mention.entity.replace(EntityId(to as u32))
                })
                .unwrap_or_default();
            self.relink_sources(place, from, Some(to));
            self.note_loss(place, from);
            self.note_alias(place, to);
        }
    }

    /// Says that an entity has lost a mention with these words.
    fn note_loss(&mut self, place: Place, from: Option<EntityId>) {
        let words = self.words(place).to_owned();
        let Some(from) = from.map(|from| self.root(from.0 as usize)) else {
            return;
        };
        if let Some(state) = self.entities.get_mut(from) {
            state.lost_words.insert(words);
            state.is_relinked = true;
        }
    }

    /// The words of a proper name become another name of its entity.
    fn note_alias(&mut self, place: Place, entity: usize) {
        let is_name = self
            .mention_mut(place)
            .is_some_and(|mention| mention.named == Some(true));
        let words = self.words(place).to_owned();
        if let Some(state) = self.entities.get_mut(entity) {
            state.is_relinked = true;
            let known = state.entity.name == words || state.entity.aliases.contains(&words);
            if is_name && !known {
                state.entity.aliases.push(words);
            }
        }
    }

    /// Points the sources that this mention stands in at another entity.
    fn relink_sources(&mut self, place: Place, from: Option<EntityId>, to: Option<usize>) {
        if place.field != Field::Text {
            return;
        }
        let from_root = from.map(|from| self.root(from.0 as usize));
        let roots: Vec<Option<usize>> =
            self.articles.get(place.article).map_or_else(Vec::new, |f| {
                let entities = f.attributions.iter().map(|attribution| attribution.entity);
                entities
                    .map(|entity| entity.map(|id| self.root(id.0 as usize)))
                    .collect()
            });
        let Some(findings) = self.articles.get_mut(place.article) else {
            return;
        };
        let is_source = |source: Option<Span>| source.is_some_and(|s| s.contains(place.span));
        let touched = findings.attributions.iter().any(|a| is_source(a.source));
        if !touched {
            return;
        }
        for (attribution, root) in findings.to_mut().attributions.iter_mut().zip(roots) {
            if is_source(attribution.source) && root == from_root {
                attribution.entity = to.map(|to| EntityId(to as u32));
            }
        }
    }

    fn list_mut(&mut self, place: Place) -> Option<&mut Vec<Mention>> {
        let findings = self.articles.get_mut(place.article)?.to_mut();
        Some(match place.field {
            Field::Text => &mut findings.mentions,
            Field::Title => &mut findings.title_mentions,
        })
    }

    fn mention_mut(&mut self, place: Place) -> Option<&mut Mention> {
        self.list_mut(place)?
            .iter_mut()
            .find(|mention| mention.span == place.span)
    }

    /// Takes away the mention at a place.
    fn unmark(&mut self, place: Place) {
        let Some(from) = self.mention_mut(place).map(|mention| mention.entity) else {
            return;
        };
        if let Some(list) = self.list_mut(place) {
            list.retain(|mention| mention.span != place.span);
        }
        if from.is_some() {
            self.relink_sources(place, from, None);
            self.note_loss(place, from);
        }
    }

    fn add(&mut self, places: &[Place], kind: MentionKind, entity: Option<usize>) {
        let Some(words) = places.first().map(|&place| self.words(place).to_owned()) else {
            return;
        };
        let (entity, kind) = match (entity, entity_kind(kind)) {
            (Some(entity), _) => {
                let known = self.entities.get(entity).map(|state| state.entity.kind);
                (Some(entity), known.map_or(kind, MentionKind::from))
            }
            (None, Some(entity_kind)) => (Some(self.make(words, entity_kind)), kind),
            (None, None) => (None, kind),
        };
        for &place in places {
            self.mark(place, kind, entity);
        }
    }

    /// Marks a place; what was marked across it goes.
    fn mark(&mut self, place: Place, kind: MentionKind, entity: Option<usize>) {
        let across: Vec<Place> = self
            .mentions(place.article, place.field)
            .iter()
            .filter(|mention| mention.span.overlaps(place.span))
            .map(|mention| Place {
                span: mention.span,
                ..place
            })
            .collect();
        for other in across {
            self.unmark(other);
        }
        if let Some(list) = self.list_mut(place) {
            let at = list.partition_point(|other| other.span < place.span);
            list.insert(
                at,
                Mention {
                    span: place.span,
                    kind,
                    entity: entity.map(|entity| EntityId(entity as u32)),
                    named: entity.map(|_| true),
                    confidence: 1.0,
                    why: MentionReason::Reader,
                },
            );
        }
        if let Some(entity) = entity {
            self.relink_sources(place, None, Some(entity));
            self.note_alias(place, entity);
        }
    }

    fn carry_out_claims(&mut self, plan: Plan) {
        match plan {
            Plan::MergeClaims { keep, other } => {
                let merged = self.claims.get_mut(other).map(|state| {
                    state.into = Some(keep);
                    state.clone()
                });
                if let (Some(merged), Some(state)) = (merged, self.claims.get_mut(keep)) {
                    state.order = state.order.min(merged.order);
                    state.is_regrouped = true;
                    state.is_starred |= merged.is_starred;
                    state.worth = state.worth.max(merged.worth);
                    state.opposed.extend(merged.opposed);
                    state.numbers_differ.extend(merged.numbers_differ);
                }
                for told in self.told_by(keep) {
                    let was = self.told.get(told).and_then(|told| told.claim);
                    if was != Some(keep)
                        && let Some(told) = self.told.get_mut(told)
                    {
                        told.is_moved = true;
                    }
                }
            }
            Plan::SplitClaim(told) => self.split_claim(&told),
            Plan::MoveMention(told, to) => self.move_told(told, Some(to)),
            Plan::AddWording(place, to) => {
                self.with_claim(to, |state| state.is_regrouped = true);
                self.add_told(place, to);
            }
            Plan::RemoveMention(told) => self.move_told(told, None),
            Plan::Origin(decision) => self.origins.push(decision),
            Plan::Certainty(told, certainty) => {
                if let Some(told) = self.told.get_mut(told) {
                    told.certainty = Some(certainty);
                }
            }
            Plan::Oppose(a, b, is_opposed) => {
                for (one, other) in [(a, b), (b, a)] {
                    let roots: Vec<usize> = (0..self.claims.len())
                        .filter(|&claim| self.claim_root(claim) == other)
                        .collect();
                    if let Some(state) = self.claims.get_mut(one) {
                        state.opposed.retain(|claim| !roots.contains(claim));
                        if is_opposed {
                            state.opposed.insert(other);
                        }
                    }
                }
            }
            Plan::Wording(claim, told) => self.with_claim(claim, |state| {
                state.statement = Some(told);
                state.own_words = None;
            }),
            Plan::OwnWords(claim, words) => self.with_claim(claim, |state| {
                state.own_words = Some(words).filter(|words| !words.is_empty());
            }),
            Plan::Hide(claim, is_hidden) => {
                self.with_claim(claim, |state| state.is_hidden = is_hidden);
            }
            Plan::Star(claim, is_starred) => {
                self.with_claim(claim, |state| state.is_starred = is_starred);
            }
            _ => {}
        }
    }

    fn with_claim(&mut self, claim: usize, change: impl FnOnce(&mut ClaimState)) {
        if let Some(state) = self.claims.get_mut(claim) {
            change(state);
        }
    }

    fn split_claim(&mut self, told: &[usize]) {
        let from = told.first().and_then(|&told| self.claim_of(told));
        let (order, worth) = from
            .and_then(|from| self.claims.get(from))
            .map_or((0, 0.0), |state| (state.order, state.worth));
        let new = self.claims.len();
        self.claims.push(ClaimState {
            order,
            worth,
            is_new: true,
            is_regrouped: true,
            statement: told.first().copied(),
            ..ClaimState::default()
        });
        for &told in told {
            self.move_told(told, Some(new));
        }
    }

    fn move_told(&mut self, told: usize, to: Option<usize>) {
        for claim in [self.claim_of(told), to].into_iter().flatten() {
            self.with_claim(claim, |state| state.is_regrouped = true);
        }
        if let Some(told) = self.told.get_mut(told) {
            told.claim = to;
            told.is_moved = true;
        }
    }
}
