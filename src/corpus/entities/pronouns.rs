//! Whom a pronoun means that is the source of an attribution: "he", "she", "they", "who".
//!
//! The last who spoke, or who the last sentences are about; nothing known of them may disagree.

use super::sources::{Reading, head_of};
use crate::language::lexicon::{self, Sex};
use crate::language::{Parsed, Relation, Upos, Word};
use crate::model::{EntityId, EntityKind, Mention, MentionKind, Span};

/// How far back a pronoun looks, in sentences.
const SENTENCES_BACK: usize = 4;

/// Whom a text speaks of before a pronoun.
enum Told {
    /// A person, and how surely.
    Someone(EntityId, f32),
    /// Someone described whom nothing names.
    Nobody,
}

impl Reading<'_> {
    /// The person that "he" or "she" means: the last source, the subject of the last sentences, or
    /// the last one named, if nothing known of them disagrees.
    pub(super) fn person_before(&self, source: Span, sex: Option<Sex>) -> Option<(EntityId, f32)> {
        let fits = |entity: EntityId| {
            let own = self.known.sexes.get(&entity).copied();
            let is_person = self
                .known
                .entities
                .get(entity.0 as usize)
                .is_some_and(|e| e.kind == EntityKind::Person);
            is_person && (own.is_none() || own == Some(Sex::Either) || own == sex)
        };
        let sure = |entity: EntityId| {
            if self.known.sexes.get(&entity).copied() == sex {
                0.1
            } else {
                0.0
            }
        };
        let sentence = self.parsed().sentence_at(source)?;
        match self.subject_before(source, sex, &fits, &sure, 0) {
            Some(Told::Someone(entity, confidence)) => return Some((entity, confidence)),
            Some(Told::Nobody) => return None,
            None => {}
        }
        if let Some((entity, at)) = self.last_source.filter(|(entity, _)| fits(*entity))
            && self.is_near(at, source)
        {
            return Some((entity, 0.75 + sure(entity)));
        }
        for back in 0..=SENTENCES_BACK {
            let Some(bounds) = sentence
                .checked_sub(back)
                .and_then(|at| self.parsed().sentences.get(at))
            else {
                break;
            };
            let people: Vec<&Mention> = self
                .findings
                .mentions_in(bounds.span)
                .iter()
                .filter(|mention| {
                    mention.kind == MentionKind::Person
                        && bounds.span.contains(mention.span)
                        && mention.span.end <= source.start
                        && mention.entity.is_some_and(fits)
                        && !self.is_quoted_before(mention.span, source.start)
                        && !self.is_one_of_several(mention.span)
                })
                .collect();
            let subject = people
                .iter()
                .find(|mention| is_subject(self.parsed(), mention.span));
            let chosen = subject.or(people.last()).and_then(|mention| mention.entity);
            if let Some(entity) = chosen {
                let base = if subject.is_some() { 0.7 } else { 0.55 };
                return Some((entity, base + sure(entity)));
            }
        }
        None
    }

    /// Who is spoken of before a pronoun, sentence by sentence: the last source, or the subject, by
    /// name, by description or by the same pronoun.
    fn subject_before(
        &self,
        pronoun: Span,
        sex: Option<Sex>,
        fits: &impl Fn(EntityId) -> bool,
        sure: &impl Fn(EntityId) -> f32,
        depth: u8,
    ) -> Option<Told> {
        let sentence = self.parsed().sentence_at(pronoun)?;
        for back in 0..=2 {
            let bounds = self
                .parsed()
                .sentences
                .get(sentence.checked_sub(back)?)?
                .span;
            let near = Span::new(
                bounds.start,
                bounds.end.min(pronoun.start).max(bounds.start),
            );
            if let Some((entity, at)) = self.last_source
                && near.contains(at)
                && fits(entity)
            {
                return Some(Told::Someone(entity, 0.75 + sure(entity)));
            }
            // The first subject of a sentence is what it is about.
            let mut subjects = self.subjects(near).into_iter();
            let told =
                subjects.find_map(|subject| self.subject_of(subject, sex, fits, sure, depth));
            if told.is_some() {
                return told;
            }
        }
        None
    }

    /// Whom a subject means, if it can be the person looked for.
    fn subject_of(
        &self,
        subject: usize,
        sex: Option<Sex>,
        fits: &impl Fn(EntityId) -> bool,
        sure: &impl Fn(EntityId) -> f32,
        depth: u8,
    ) -> Option<Told> {
        let word = self.parsed().word(subject)?;
        // "Reed and Fell met the mayor. He said": he is neither of the two.
        if self.is_one_of_several(word.span) {
            return None;
        }
        if let Some(entity) = self.person_at(word.span) {
            return fits(entity).then(|| Told::Someone(entity, 0.7 + sure(entity)));
        }
        let own = word.span.of(self.text()).to_lowercase();
        match word.upos {
            Upos::Pron => {
                let same = match own.as_str() {
                    "he" => Sex::Male,
                    "she" => Sex::Female,
                    _ => return None,
                };
                (sex == Some(same) && depth < 3)
                    .then(|| self.subject_before(word.span, sex, fits, sure, depth + 1))
                    .flatten()
            }
            Upos::Noun => {
                // "The president": who it is, or someone nobody named.
                let start = subject
                    .checked_sub(1)
                    .and_then(|before| self.parsed().word(before))?;
                let is_one = start.span.of(self.text()).eq_ignore_ascii_case("the")
                    && lexicon::titles(word.span.of(self.text())).next().is_some();
                is_one.then(|| {
                    self.described_person(word.span, &[own.as_str()])
                        .map_or(Told::Nobody, |(entity, sure)| Told::Someone(entity, sure))
                })
            }
            _ => None,
        }
    }

    /// Whether somebody by name is the subject of a clause between two places, outside quotations.
    pub(super) fn names_subject(&self, from: usize, to: usize) -> bool {
        from < to
            && self
                .findings
                .mentions_in(Span::new(from, to))
                .iter()
                .any(|mention| {
                    mention.kind == MentionKind::Person
                        && mention.named == Some(true)
                        && mention.span.start >= from
                        && mention.span.end <= to
                        && is_subject(self.parsed(), mention.span)
                        && !self.is_quoted_before(mention.span, to)
                })
    }

    /// Whether a word stands in a quotation that ends before `end`: of whom it speaks is not who
    /// speaks it.
    pub(super) fn is_quoted_before(&self, word: Span, end: usize) -> bool {
        self.findings.attributions.iter().any(|attribution| {
            attribution.is_direct
                && attribution
                    .content
                    .iter()
                    .any(|part| part.contains(word) && part.end <= end)
        })
    }

    /// Whether a name stands beside other people's: "Reed and Fell", "Reed, Fell and Crane".
    fn is_one_of_several(&self, name: Span) -> bool {
        let parsed = self.parsed();
        let is_person = |index: usize| {
            parsed
                .word(index)
                .is_some_and(|word| self.person_at(word.span).is_some())
        };
        let Some(head) = head_of(parsed, name) else {
            return false;
        };
        let above = parsed
            .word(head)
            .filter(|word| word.relation == Relation::Conj)
            .and_then(Word::head);
        let is_beside = |child: usize| {
            parsed
                .word(child)
                .is_some_and(|word| word.relation == Relation::Conj)
                && is_person(child)
        };
        above.is_some_and(is_person) || parsed.children(head).any(is_beside)
    }

    /// The subjects of verbs in a span, that of the main clause first.
    fn subjects(&self, span: Span) -> Vec<usize> {
        let parsed = self.parsed();
        let is_main = |subject: usize| {
            parsed
                .word(subject)
                .and_then(|word| parsed.word(word.head()?))
                .is_some_and(|verb| verb.relation == Relation::Root)
        };
        let mut subjects: Vec<usize> = parsed
            .words_in(span)
            .filter(|&index| {
                parsed.word(index).is_some_and(|word| {
                    word.relation == Relation::Nsubj
                        && span.contains(word.span)
                        && !self.is_quoted_before(word.span, span.end)
                })
            })
            .collect();
        subjects.sort_by_key(|&subject| !is_main(subject));
        subjects
    }

    /// Whether "they" follows a subject in the plural that is no name: "agencies differ; they say".
    pub(super) fn are_several(&self, source: Span) -> bool {
        let Some(sentence) = self.parsed().sentence_at(source) else {
            return false;
        };
        let from = self.last_source.map_or(0, |(_, at)| at.end);
        (0..=1)
            .filter_map(|back| self.parsed().sentences.get(sentence.checked_sub(back)?))
            .flat_map(|bounds| self.subjects(bounds.span))
            .filter_map(|subject| self.parsed().word(subject))
            .any(|word| {
                word.xpos() == "NNS" && word.span.start >= from && word.span.end <= source.start
            })
    }

    /// The person in whose name or description a word stands.
    fn person_at(&self, word: Span) -> Option<EntityId> {
        self.entity_at(word, &[MentionKind::Person])
    }

    /// What is named or described where a word stands, if it is of one of these kinds.
    fn entity_at(&self, word: Span, kinds: &[MentionKind]) -> Option<EntityId> {
        let mut near = self.findings.mentions_in(word).iter();
        let is_there =
            |mention: &&Mention| kinds.contains(&mention.kind) && mention.span.contains(word);
        near.find(is_there)?.entity
    }

    /// "X, whose view is that S": who is named right before the word.
    pub(super) fn named_right_before(&self, whose: Span) -> Option<(EntityId, f32)> {
        let last = self.before(whose).next()?;
        let gap = self.text().get(last.span.end..whose.start)?;
        let is_beside = matches!(gap, ", " | " ") && last.named == Some(true);
        last.entity
            .filter(|_| is_beside)
            .map(|entity| (entity, 0.85))
    }

    /// The body in whose name a word stands.
    fn body_at(&self, word: Span) -> Option<EntityId> {
        self.entity_at(word, &[MentionKind::Organisation, MentionKind::Place])
    }

    /// "X, a senator of Y, who said": the person whom the relative clause hangs on, by a name of its own or
    /// by the one it is set beside; with "which" or "that", the body.
    pub(super) fn whom_it_relates_to(&self, who: Span) -> Option<(EntityId, f32)> {
        const STEPS_MAX: usize = 4;
        let parsed = self.parsed();
        let is_who = who.of(self.text()).eq_ignore_ascii_case("who");
        let first = parsed.words_in(who).next()?;
        let mut current = parsed.word(parsed.word(first)?.head()?)?;
        for _ in 0..STEPS_MAX {
            let is_beside = matches!(
                current.relation,
                Relation::Acl | Relation::Appos | Relation::Flat | Relation::Conj
            );
            current = parsed.word(current.head().filter(|_| is_beside)?)?;
            if current.span.start >= who.start {
                return None;
            }
            let is_clause = matches!(current.upos, Upos::Verb | Upos::Aux);
            let named = if is_who {
                self.person_at(current.span)
            } else {
                self.body_at(current.span)
            };
            if let Some(entity) = named {
                return Some((entity, 0.9));
            }
            if is_clause && current.relation != Relation::Conj {
                return None;
            }
        }
        None
    }
}

/// Whether a name is the subject of a clause.
pub(super) fn is_subject(parsed: &Parsed, span: Span) -> bool {
    head_of(parsed, span)
        .and_then(|index| parsed.word(index))
        .is_some_and(|word| matches!(word.relation, Relation::Nsubj | Relation::Csubj))
}
