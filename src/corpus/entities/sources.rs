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
    let mut last_document: Option<Span> = None;
    for index in in_order(findings) {
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
            last_document,
        };
        // "He", after "a senior official said", is the official, who has no name.
        let words = source.of(&document.article.text).to_lowercase();
        let is_pronoun = matches!(words.as_str(), "he" | "she" | "who" | "they");
        // "Who" is whom its clause hangs on, whoever spoke before.
        if kind == SourceKind::Anonymous && is_pronoun && words != "who" {
            // One who was called by a title and is known by now is no unnamed one, and who stands within
            // the quotation is not who speaks it.
            let unnamed =
                last_unnamed.filter(|unnamed| !article.is_quoted_before(*unnamed, source.start));
            let is_other =
                unnamed.is_none_or(|unnamed| article.names_subject(unnamed.end, source.start));
            if !is_other || words == "they" {
                continue;
            }
        }
        if article.are_joint(source) {
            continue;
        }
        let decided = article
            .named(source)
            .map(|entity| (entity, None))
            .or_else(|| article.meant(source))
            .or_else(|| Some((article.outlet_of(source, kind)?, None)));
        if kind == SourceKind::Anonymous && !is_pronoun {
            last_unnamed = Some(source).filter(|_| decided.is_none());
        }
        if words != "it" {
            let is_written = kind == SourceKind::Document && decided.is_none();
            last_document = Some(source).filter(|_| is_written);
        }
        let is_within = article.is_within_quotation(index);
        let kind = decided
            .as_ref()
            .and_then(|(entity, _)| kind_of(known, *entity));
        if let Some((entity, mention)) = decided {
            found.extend(mention);
            // Of whom a quotation speaks is not who speaks next.
            if !is_within {
                last_source = Some((entity, source));
            }
            if let Some(attribution) = findings.attributions.get_mut(index) {
                attribution.entity = Some(entity);
                // The outlet that is the source carries nothing besides.
                attribution.via.retain(|carrier| !source.contains(*carrier));
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
    add(findings, found);
}

/// The attributions in order of their sources: who is meant by a pronoun stands before it.
fn in_order(findings: &ArticleFindings) -> Vec<usize> {
    let mut order: Vec<usize> = (0..findings.attributions.len()).collect();
    order.sort_by_key(|&index| {
        findings
            .attributions
            .get(index)
            .map(|each| (each.source, index))
    });
    order
}

/// Adds the pronouns and descriptions that were resolved to the mentions.
fn add(findings: &mut ArticleFindings, mut found: Vec<Mention>) {
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
    /// The last source, where it is something written that nobody is named for.
    last_document: Option<Span>,
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
                && !self.stands_in_clause(mention.span, source)
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
                    && !self.precedes_noun(mention.span, source)
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

    /// The outlet whose report the source is: "a report in the Herald".
    fn outlet_of(&self, source: Span, kind: SourceKind) -> Option<EntityId> {
        let head = head_of(self.parsed(), source).filter(|_| kind == SourceKind::Document)?;
        let is_media = |entity: EntityId| {
            let entity = self.known.entities.get(entity.0 as usize);
            entity.is_some_and(|entity| entity.is_media)
        };
        let hangs_on_head = |name: Span| {
            let word = head_of(self.parsed(), name).and_then(|index| self.parsed().word(index));
            word.is_some_and(|word| {
                matches!(word.relation, Relation::Nmod | Relation::Compound)
                    && word.head() == Some(head)
            })
        };
        self.findings
            .mentions_in(source)
            .iter()
            .filter(|mention| source.contains(mention.span) && hangs_on_head(mention.span))
            .filter_map(|mention| mention.entity)
            .find(|entity| is_media(*entity))
    }

    /// Whether the attribution stands within the quotation of another.
    fn is_within_quotation(&self, index: usize) -> bool {
        let attributions = &self.findings.attributions;
        let above = attributions.get(index).and_then(|own| own.inside);
        above
            .and_then(|above| attributions.get(above))
            .is_some_and(|above| above.is_direct)
    }

    /// Whether a name stands in a clause that only tells more of the source: "a letter praising Reed".
    fn stands_in_clause(&self, name: Span, source: Span) -> bool {
        const STEPS_MAX: usize = 8;
        let parsed = self.parsed();
        let mut current = head_of(parsed, name).and_then(|index| parsed.word(index));
        for _ in 0..STEPS_MAX {
            let Some(word) = current.filter(|word| source.contains(word.span)) else {
                return false;
            };
            if word.relation == Relation::Acl {
                return true;
            }
            current = word.head().and_then(|head| parsed.word(head));
        }
        false
    }

    /// Whether a noun follows the name within the source: "Vell intelligence" is not Vell.
    fn precedes_noun(&self, name: Span, source: Span) -> bool {
        let parsed = self.parsed();
        let next = parsed.word(parsed.words_in(name).end);
        next.is_some_and(|next| {
            source.contains(next.span)
                && next.upos == Upos::Noun
                && self.text().get(name.end..next.span.start) == Some(" ")
        })
    }

    /// Whether several speak as one: "Reed and Fell", "Mr. Reed and his allies". None of them alone is
    /// the source. Of "the founder and president, Reed" only one is told.
    fn are_joint(&self, source: Span) -> bool {
        let parsed = self.parsed();
        let Some(head) = head_of(parsed, source) else {
            return false;
        };
        // "Reed, the mayor and a lawyer": what follows the name tells of one.
        let is_described = ["a", "an", "the"].iter().any(|article| {
            let words = source.of(self.text());
            let mark = format!(", {article} ");
            words.find(&mark).is_some_and(|comma| {
                words
                    .get(..comma)
                    .is_some_and(|front| !front.contains(" and "))
            })
        });
        if is_described {
            return false;
        }
        let names = self.findings.mentions_in(source);
        let is_of_name = |word: Span| {
            let mut around = names.iter().filter(|name| name.named == Some(true));
            around.any(|name| {
                name.span.contains(word)
                    && parsed
                        .word(head)
                        .is_some_and(|head| name.span.contains(head.span))
            })
        };
        parsed.children(head).any(|other| {
            let Some(word) = parsed.word(other) else {
                return false;
            };
            let is_another = word.upos == Upos::Propn
                || matches!(word.xpos(), "NNS" | "NNPS")
                || parsed.children(other).any(|child| {
                    parsed.word(child).is_some_and(|child| {
                        child.relation == Relation::Det || child.subtype() == "poss"
                    })
                });
            word.relation == Relation::Conj
                && source.contains(word.span)
                && matches!(word.upos, Upos::Propn | Upos::Noun | Upos::Pron)
                && is_another
                && !is_of_name(word.span)
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
            // "The letter warned of N. It said S": the letter says it.
            "it" if self
                .last_document
                .is_some_and(|letter| self.is_near(letter, source)) =>
            {
                return None;
            }
            "it" => self.body_before(source)?,
            "they" if self.are_several(source) => return None,
            "they" => self.last_body(source)?,
            "who" | "which" | "that" => self.whom_it_relates_to(source)?,
            "whose" => self.named_right_before(source)?,
            _ => self
                .retained(source)
                .or_else(|| self.described(source, &words))?,
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

    /// Whether a place stands in the two sentences before another, or in its own.
    pub(super) fn is_near(&self, at: Span, source: Span) -> bool {
        let parsed = self.parsed();
        let pair = parsed.sentence_at(at).zip(parsed.sentence_at(source));
        pair.is_some_and(|(other, sentence)| sentence.saturating_sub(other) <= 2)
    }

    fn last_body(&self, source: Span) -> Option<(EntityId, f32)> {
        let (entity, at) = self.last_source?;
        let near = self.is_near(at, source);
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
