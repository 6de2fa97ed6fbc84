//! Who the source of an attribution is: the name in it, or whom its pronoun or description means.
//!
//! Pronouns and descriptions are resolved only here, where an attribution needs it; each becomes a
//! mention that is no name, with a confidence.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::gather::title_before;
use super::pronouns::is_subject;
use super::roles::Roles;
use crate::corpus::Document;
use crate::language::lexicon::Sex;
use crate::language::{Parsed, Relation, Upos};
use crate::model::{
    ArticleFindings, Entity, EntityId, EntityKind, Mention, MentionKind, MentionReason, SourceKind,
    Span,
};

/// How far back a description looks, in mentions.
const MENTIONS_BACK: usize = 200;

/// What is known of the entities while sources are resolved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a> {
    /// Every entity.
    pub(super) entities: &'a [Entity],
    /// What titles and given names say of people.
    pub(super) sexes: &'a BTreeMap<EntityId, Sex>,
}

/// Resolves the sources of one article's attributions.
pub(super) fn resolve(document: &Document, findings: &mut ArticleFindings, known: Known<'_>) {
    let roles = OnceCell::new();
    let mut found: Vec<Mention> = Vec::new();
    let mut last_source: Option<(EntityId, Span)> = None;
    let mut last_unnamed: Option<Span> = None;
    // In order of the sources: who is meant by a pronoun stands before it.
    let mut order: Vec<usize> = (0..findings.attributions.len()).collect();
    order.sort_by_key(|&index| {
        findings
            .attributions
            .get(index)
            .map(|each| (each.source, index))
    });
    for index in order {
        let Some((source, kind)) = findings.attributions.get(index).and_then(|attribution| {
            attribution
                .source
                .map(|source| (source, attribution.source_kind))
        }) else {
            continue;
        };
        let article = Reading {
            document,
            findings,
            roles: &roles,
            known,
            last_source,
        };
        // "He", after "a senior official said", is the official, who has no name.
        let words = source.of(&document.article.text).to_lowercase();
        let is_pronoun = matches!(words.as_str(), "he" | "she" | "who" | "they");
        // "Who" is whom its clause hangs on, whoever spoke before.
        if kind == SourceKind::Anonymous && is_pronoun && words != "who" {
            let is_other = last_unnamed
                .is_some_and(|unnamed| article.names_subject(unnamed.end, source.start));
            if !is_other || words == "they" {
                continue;
            }
        }
        let decided = article
            .named(source)
            .map(|entity| (entity, None))
            .or_else(|| article.meant(source));
        if kind == SourceKind::Anonymous && !is_pronoun && decided.is_none() {
            last_unnamed = Some(source);
        }
        let kind = decided
            .as_ref()
            .and_then(|(entity, _)| kind_of(known, *entity));
        if let Some((entity, mention)) = decided {
            found.extend(mention);
            last_source = Some((entity, source));
            if let Some(attribution) = findings.attributions.get_mut(index) {
                attribution.entity = Some(entity);
                // The collection may know better than the article what the name names.
                if let Some(kind) = kind
                    && !matches!(
                        attribution.source_kind,
                        SourceKind::Document | SourceKind::Unspecified
                    )
                {
                    attribution.source_kind = kind;
                }
            }
        }
    }
    found.sort_by_key(|mention| mention.span);
    found.dedup_by_key(|mention| mention.span.start);
    found.retain(|mention| {
        let mut near = findings.mentions_in(mention.span).iter();
        near.all(|other| !other.span.overlaps(mention.span))
    });
    findings.mentions.reserve_exact(found.len());
    findings.mentions.extend(found);
    findings.mentions.sort_by_key(|mention| mention.span);
}

/// How a source is given that is this entity by name.
fn kind_of(known: Known<'_>, entity: EntityId) -> Option<SourceKind> {
    let entity = known.entities.get(entity.0 as usize)?;
    match entity.kind {
        EntityKind::Person => Some(SourceKind::Named),
        EntityKind::Organisation if entity.is_media => Some(SourceKind::Media),
        EntityKind::Organisation | EntityKind::Place => Some(SourceKind::Institution),
        EntityKind::Group | EntityKind::Event => None,
    }
}

/// One source of an article, read with all that stands before it.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    /// The article.
    pub(super) document: &'a Document,
    /// What was found in it.
    pub(super) findings: &'a ArticleFindings,
    /// What its people are called, worked out where a description asks for it.
    pub(super) roles: &'a OnceCell<Roles>,
    /// What is known of the collection.
    pub(super) known: Known<'a>,
    /// The last source that was resolved.
    pub(super) last_source: Option<(EntityId, Span)>,
}

impl Reading<'_> {
    pub(super) fn text(&self) -> &str {
        &self.document.article.text
    }

    pub(super) fn parsed(&self) -> &Parsed {
        &self.document.parsed
    }

    /// The mentions before a span, nearest first, as far back as a reader remembers.
    pub(super) fn before(&self, span: Span) -> impl Iterator<Item = &Mention> + Clone {
        self.findings
            .mentions_in(Span::new(0, span.start))
            .iter()
            .rev()
            .take(MENTIONS_BACK)
    }

    /// The entity whose name heads the source.
    fn named(&self, source: Span) -> Option<EntityId> {
        let inside: Vec<&Mention> = self
            .findings
            .mentions_in(source)
            .iter()
            .filter(|mention| mention.named == Some(true) && source.contains(mention.span))
            .collect();
        let person = inside.iter().find(|mention| {
            mention.kind == MentionKind::Person
                && self.stands_free(mention.span, source)
                && !self.modifies(mention.span, source)
        });
        if let Some(person) = person {
            return person.entity;
        }
        let head = head_of(self.parsed(), source)?;
        let head = self.parsed().word(head)?.span;
        inside
            .iter()
            .find(|mention| {
                matches!(
                    mention.kind,
                    MentionKind::Organisation | MentionKind::Place | MentionKind::Person
                ) && mention.span.contains(head)
                    && !self.is_possessive(mention.span, source)
            })
            .and_then(|mention| mention.entity)
    }

    /// Whether a name in a source is the source: not "Reed's spokeswoman", not "an aide to Mr. Reed".
    fn stands_free(&self, name: Span, source: Span) -> bool {
        let title = title_before(self.text(), name.start).map_or(0, |title| title.len() + 1);
        let before = self
            .text()
            .get(source.start..name.start.saturating_sub(title))
            .unwrap_or_default();
        let last = before.split_whitespace().last().unwrap_or_default();
        !self.is_possessive(name, source)
            && !matches!(
                last,
                "of" | "for"
                    | "to"
                    | "with"
                    | "from"
                    | "by"
                    | "near"
                    | "under"
                    | "about"
                    | "on"
                    | "at"
                    | "like"
                    | "including"
            )
    }

    /// Whether a name only tells which thing of a kind the source is ("the Biden administration").
    fn modifies(&self, name: Span, source: Span) -> bool {
        let parsed = self.parsed();
        head_of(parsed, name)
            .and_then(|index| parsed.word(index))
            .is_some_and(|word| {
                let is_modifier = matches!(
                    word.relation,
                    Relation::Compound | Relation::Nmod | Relation::Amod
                );
                let above = word.head().and_then(|head| parsed.word(head));
                is_modifier
                    && above.is_some_and(|above| {
                        above.span.start >= name.end
                            && source.contains(above.span)
                            && above.upos != Upos::Propn
                    })
            })
    }

    /// Whether a name only owns what the source is; "Reed's" alone, as in "Reed's claim", is Reed.
    fn is_possessive(&self, name: Span, source: Span) -> bool {
        let behind = self.text().get(name.end..source.end).unwrap_or_default();
        ["'s ", "’s ", "' ", "’ "]
            .iter()
            .any(|mark| behind.starts_with(mark))
    }

    /// Whom a pronoun or description means, with the mention that it becomes.
    fn meant(&self, source: Span) -> Option<(EntityId, Option<Mention>)> {
        let words = source.of(self.text()).to_lowercase();
        let (entity, confidence) = match words.as_str() {
            "he" | "him" | "himself" => self.person_before(source, Some(Sex::Male))?,
            "she" | "her" | "herself" => self.person_before(source, Some(Sex::Female))?,
            "it" => self.body_before(source)?,
            "they" if self.are_several(source) => return None,
            "they" => self.last_body(source)?,
            "who" => self.whom_it_relates_to(source)?,
            _ => self.described(source, &words)?,
        };
        let entry = self.known.entities.get(entity.0 as usize)?;
        let mention = Mention {
            span: source,
            kind: entry.kind.into(),
            entity: Some(entity),
            named: Some(false),
            confidence,
            why: MentionReason::RefersTo(entry.name.clone()),
        };
        Some((entity, Some(mention)))
    }

    /// The organisation or government that "it" means: the last that was a subject or a source.
    fn body_before(&self, source: Span) -> Option<(EntityId, f32)> {
        if let Some(found) = self.last_body(source) {
            return Some(found);
        }
        let sentence = self.parsed().sentence_at(source)?;
        let from = sentence.saturating_sub(2);
        let start = self.parsed().sentences.get(from)?.span.start;
        self.findings
            .mentions_in(Span::new(start, source.start))
            .iter()
            .rev()
            .find(|mention| {
                mention.kind == MentionKind::Organisation
                    && mention.named == Some(true)
                    && is_subject(self.parsed(), mention.span)
            })
            .and_then(|mention| mention.entity)
            .map(|entity| (entity, 0.55))
    }

    fn last_body(&self, source: Span) -> Option<(EntityId, f32)> {
        let (entity, at) = self.last_source?;
        let sentence = self.parsed().sentence_at(source)?;
        let near = self
            .parsed()
            .sentence_at(at)
            .is_some_and(|other| sentence.saturating_sub(other) <= 2);
        let is_body = self
            .known
            .entities
            .get(entity.0 as usize)
            .is_some_and(|e| matches!(e.kind, EntityKind::Organisation | EntityKind::Place));
        (near && is_body).then_some((entity, 0.65))
    }
}

/// The word of a span whose head lies outside it.
pub(super) fn head_of(parsed: &Parsed, span: Span) -> Option<usize> {
    let range = parsed.words_in(span);
    range.clone().find(|&index| {
        parsed
            .word(index)
            .is_some_and(|word| word.head().is_none_or(|head| !range.contains(&head)))
    })
}
