//! Sources: who says it, and when two articles have it from the same one.

use std::collections::BTreeSet;

use crate::language::lexicon::OrganisationKind;
use crate::language::{Upos, Word, lexicon};
use crate::model::{Attribution, EntityId, Mention, MentionKind, OriginReason, SourceKind, Span};

use super::super::Text;
use super::offices::{Bearer, Offices, is_head, named};
use super::words::{RANKS, SPEAKING, head, is_telling, known_as, plainly, telling, words_of};

/// The source that a mention names or describes.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// What it is called: a person by name, else its words.
    pub(super) words: String,
    /// Who it is, by name: the head of its words and what is set beside it.
    names: BTreeSet<EntityId>,
    /// Whom it speaks for or belongs to ("a spokesman for the company", "the minister of …").
    belongs_to: BTreeSet<EntityId>,
    /// Words of the description that tell something, lower case.
    telling: BTreeSet<String>,
    /// The words of the names it belongs to, lower case.
    body: BTreeSet<String>,
    /// Words that describe it where any article says who it is, lower case.
    known_for: BTreeSet<String>,
    /// Whether its words say that it speaks for another: a spokeswoman, a lawyer, an office.
    speaks: bool,
    /// The country that it is, by its own name or its capital's.
    country: Option<&'static str>,
    /// The country that stands in its words.
    of_country: Option<&'static str>,
    /// Whether a proper name is among them.
    has_name: bool,
    /// Whether one is that is not only whom it belongs to ("the mayor's lawyer" bears none).
    bears_name: bool,
    /// For one that is not named but known to the reader ("the governor", "its office"), the word that
    /// says what it is, lower case.
    known_as: Option<String>,
    kind: SourceKind,
}

impl Source {
    /// One of which nothing is known but its words and how it is given.
    fn new(text: &Text<'_>, attribution: &Attribution, span: Span) -> Self {
        let called = name_of(text, attribution).unwrap_or(span);
        Self {
            words: called.of(&text.article.text).to_owned(),
            names: BTreeSet::new(),
            belongs_to: BTreeSet::new(),
            telling: BTreeSet::new(),
            body: BTreeSet::new(),
            known_for: BTreeSet::new(),
            speaks: false,
            country: None,
            of_country: None,
            has_name: false,
            bears_name: false,
            known_as: None,
            kind: attribution.source_kind,
        }
    }

    /// Whether it is a person by name.
    pub(super) fn is_person(&self) -> bool {
        self.kind == SourceKind::Named
    }

    /// The words of the one of two that gives a name.
    pub(super) fn named_of<'a>(&'a self, other: &'a Self) -> &'a str {
        let named = if self.has_name || !other.has_name {
            self
        } else {
            other
        };
        &named.words
    }

    /// Whether both are people by name, and not the same one.
    pub(super) fn is_another_person(&self, other: &Self) -> bool {
        let are_people = self.is_person() && other.is_person();
        let are_named = !self.names.is_empty() && !other.names.is_empty();
        are_people && are_named && self.names.is_disjoint(&other.names)
    }

    /// Whether its words give a name.
    pub(super) const fn gives_name(&self) -> bool {
        self.has_name
    }

    /// Words that tell who it is, without those of rank where there are others.
    fn core(&self) -> BTreeSet<&str> {
        let words = self.telling.iter().map(String::as_str);
        let (ranks, core): (BTreeSet<&str>, BTreeSet<&str>) =
            words.partition(|word| RANKS.contains(word));
        if core.is_empty() { ranks } else { core }
    }

    /// Whether a description like this one may mean the named source: a person a person, a body a body;
    /// "the council" only what is called so, "the company" and "the tech giant" any.
    fn may_mean(&self, named: &Self) -> bool {
        let Some(known_as) = &self.known_as else {
            return false;
        };
        let is_called_so = || named.telling.contains(known_as) || named.body.contains(known_as);
        let mut kinds = lexicon::organisation_words(known_as);
        let is_of_a_kind = kinds.any(|word| word.kind != OrganisationKind::Company);
        match (self.kind, named.kind) {
            (SourceKind::Anonymous, SourceKind::Named) => true,
            // "The office" speaks for whom the article names.
            (SourceKind::Institution, SourceKind::Named) => known_as == "office",
            (SourceKind::Anonymous | SourceKind::Institution, SourceKind::Institution) => {
                !is_of_a_kind || is_called_so()
            }
            _ => false,
        }
    }

    /// Whether it speaks for a person, for whom the other speaks too or who is the other: "the mayor's
    /// office" and "a lawyer for the mayor"; or what it is called is how some article tells of the other.
    fn is_voice_of(&self, other: &Self) -> bool {
        let shares = |names: &BTreeSet<EntityId>| !self.belongs_to.is_disjoint(names);
        let is_described = !self.is_person() && !self.bears_name && self.names.is_empty();
        self.speaks && other.is_person() && shares(&other.names)
            || self.speaks && other.speaks && shares(&other.belongs_to)
            || is_described
                && other.is_person()
                && shares(&other.belongs_to)
                && self
                    .core()
                    .iter()
                    .all(|word| other.known_for.contains(*word))
    }

    /// The same source with whom it speaks for, where any article tells so of one of its names.
    pub(super) fn in_office(mut self, offices: &Offices) -> Self {
        for office in self.names.iter().filter_map(|name| offices.of(*name)) {
            self.belongs_to.extend(&office.belongs_to);
            self.body.extend(office.body.iter().cloned());
            self.known_for.extend(office.telling.iter().cloned());
        }
        self
    }
}

/// The fullest name that the article gives a person who is the source: "Wren Holloway" for "he" and for "the
/// curator, who …".
fn name_of(text: &Text<'_>, attribution: &Attribution) -> Option<Span> {
    let person = attribution
        .entity
        .filter(|_| attribution.source_kind == SourceKind::Named)?;
    let mentions = text.findings.mentions.iter();
    let names = mentions.filter(|mention| {
        let is_name = mention.named == Some(true) && mention.kind == MentionKind::Person;
        is_name && mention.entity == Some(person)
    });
    names
        .max_by_key(|mention| (mention.span.len(), std::cmp::Reverse(mention.span)))
        .map(|mention| mention.span)
}

/// The source of an attribution, by its words alone, where it is not to be set beside another.
pub(super) fn by_its_words(text: &Text<'_>, attribution: &Attribution) -> Option<Source> {
    let span = source_span(attribution)?;
    let is_named = || {
        let mut heads = named(text, span).filter(|mention| mention.entity.is_some());
        heads.any(|mention| is_head(text, mention.span, span))
    };
    let is_told =
        attribution.entity.is_some() || words_of(text, span).iter().any(is_telling) || is_named();
    is_told.then(|| Source::new(text, attribution, span))
}

/// Where the source stands that an attribution shows; `None` for outlets and for nobody.
fn source_span(attribution: &Attribution) -> Option<Span> {
    let shows_none = matches!(
        attribution.source_kind,
        SourceKind::Media | SourceKind::Unspecified
    );
    attribution.source.filter(|_| !shows_none)
}

/// The source of an attribution; `None` for outlets, for nobody and for a pronoun that means nobody
/// known: such a mention shows no source of its own.
pub(super) fn of(text: &Text<'_>, attribution: &Attribution) -> Option<Source> {
    let span = source_span(attribution)?;
    let Bearer {
        names,
        belongs_to,
        body,
    } = Bearer::new(text, attribution, span);
    let words = words_of(text, span);
    let telling = telling(text, span);
    if names.is_empty() && telling.is_empty() {
        return None;
    }
    let has_name = words.iter().any(|word| word.upos == Upos::Propn);
    let whose: Vec<Span> = named(text, span)
        .map(|mention| mention.span)
        .filter(|name| !is_head(text, *name, span))
        .collect();
    let is_own = |word: &&Word| !whose.iter().any(|name| name.contains(word.span));
    let bears_name = words
        .iter()
        .filter(is_own)
        .any(|word| word.upos == Upos::Propn);
    Some(Source {
        known_as: known_as(text, span).filter(|_| names.is_empty() && !has_name),
        names,
        belongs_to,
        telling,
        body,
        speaks: head(text, span).is_some_and(|head| {
            SPEAKING.contains(&plainly(&text.parsed.lemma_of(head).to_lowercase()).as_str())
        }),
        country: country(text, span, true),
        of_country: country(text, span, false),
        has_name,
        bears_name,
        ..Source::new(text, attribution, span)
    })
}

/// The country that the words name by itself, its capital or its people; only at their head, where asked
/// for: "Baghdad" is Iraq, "an Iraqi official" is of it.
fn country(text: &Text<'_>, span: Span, is_itself: bool) -> Option<&'static str> {
    let near = text.findings.mentions_in(span).iter();
    let mut places = near.filter(|mention| {
        let is_head = mention.kind == MentionKind::Place && is_head(text, mention.span, span);
        let is_of = matches!(mention.kind, MentionKind::Place | MentionKind::Group);
        span.contains(mention.span) && if is_itself { is_head } else { is_of }
    });
    places.find_map(|mention| {
        let words = mention.span.of(&text.article.text);
        let country = lexicon::country(words)
            .or_else(|| lexicon::nationality(words))
            .or_else(|| lexicon::capital_of(words))?;
        Some(country.name)
    })
}

/// Whether `other` is most likely whom the description of `one` means: it is named in the article that
/// has the description, where the reader is taken to know who that is. `beside` is what that article
/// mentions.
pub(super) fn means(one: &Source, other: &Source, beside: &[Mention]) -> bool {
    let is_it = |entity: &EntityId| other.names.contains(entity);
    let is_named = |mention: &Mention| mention.named == Some(true);
    one.may_mean(other)
        && beside
            .iter()
            .any(|mention| is_named(mention) && mention.entity.as_ref().is_some_and(is_it))
}

/// What shows that two sources are one, and whether that is doubtful. `told_apart` tells that they
/// spoke to different outlets.
pub(super) fn same(a: &Source, b: &Source, told_apart: bool) -> Option<(OriginReason, bool)> {
    let reason = || OriginReason::SameSource(a.named_of(b).to_owned());
    let are_named_alike = a.has_name && a.telling == b.telling;
    if !a.names.is_disjoint(&b.names) || are_named_alike {
        return Some((reason(), false));
    }
    let is_of = |one: &Source, other: &Source| {
        one.country.is_some() && one.country == other.of_country && !other.is_person()
    };
    if is_of(a, b) || is_of(b, a) {
        return Some((reason(), a.country != b.country));
    }
    let is_body = |source: &Source| source.kind == SourceKind::Institution;
    let speaks_for = |one: &Source, other: &Source| {
        let is_described = other.names.is_empty() && !other.telling.is_empty();
        is_body(other) && !one.belongs_to.is_disjoint(&other.names)
            || is_body(one) && is_body(other) && !one.belongs_to.is_disjoint(&other.belongs_to)
            // "Inspector Farrow of Ardleshire Police", "police".
            || is_body(other) && is_described && other.telling.is_subset(&one.body)
    };
    if speaks_for(a, b) || speaks_for(b, a) || a.is_voice_of(b) || b.is_voice_of(a) {
        return Some((reason(), true));
    }
    if told_apart {
        return None;
    }
    let (one, other) = (a.core(), b.core());
    // "A former keeper" may be "a former keeper, Aldous Brenn".
    let describes = |this: &Source, person: &Source| {
        person.is_person() && !this.is_person() && !this.bears_name && this.names.is_empty()
    };
    let is_one = if describes(a, b) {
        one.is_subset(&other)
    } else if describes(b, a) {
        other.is_subset(&one)
    } else {
        !a.is_person() && !b.is_person() && (one.is_subset(&other) || other.is_subset(&one))
    };
    is_one.then(|| (reason(), true))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use super::super::super::{Text, testing};
    use super::{Source, country, means, same};
    use crate::model::{EntityId, Mention, MentionKind, MentionReason, SourceKind, Span};

    /// A source of these words; the last of them heads it.
    fn source(kind: SourceKind, name: Option<u32>, telling: &[&str], is_known: bool) -> Source {
        let last = telling.last().map(|word| (*word).to_owned());
        Source {
            words: telling.join(" "),
            names: name.map(EntityId).into_iter().collect(),
            belongs_to: BTreeSet::new(),
            telling: telling.iter().map(|word| (*word).to_owned()).collect(),
            body: BTreeSet::new(),
            country: None,
            of_country: None,
            has_name: name.is_some(),
            bears_name: name.is_some(),
            known_for: BTreeSet::new(),
            speaks: false,
            known_as: last.filter(|_| is_known),
            kind,
        }
    }

    #[test]
    fn a_description_is_whom_its_article_names_and_rank_is_nobody() {
        let named =
            |name, words: &[&str]| source(SourceKind::Institution, Some(name), words, false);
        let known = |words: &[&str]| source(SourceKind::Institution, None, words, true);
        let beside = [Mention {
            span: Span::new(0, 7),
            kind: MentionKind::Organisation,
            entity: Some(EntityId(7)),
            named: Some(true),
            confidence: 0.9,
            why: MentionReason::Model,
        }];
        let ferry_line = named(7, &["halvane", "ferries"]);
        assert!(means(&known(&["company"]), &ferry_line, &beside));
        assert!(!means(&known(&["company"]), &ferry_line, &[]));
        assert!(!means(&known(&["council"]), &ferry_line, &beside));
        assert!(means(
            &known(&["council"]),
            &named(7, &["corrin", "council"]),
            &beside
        ));
        let several = |words: &[&str]| source(SourceKind::Anonymous, None, words, false);
        let top = several(&["top", "radicals"]);
        assert!(same(&top, &several(&["leading", "radicals"]), false).is_some());
        assert!(same(&top, &several(&["top", "liberals"]), false).is_none());
        let keeper = source(
            SourceKind::Named,
            Some(3),
            &["former", "keeper", "brenn"],
            false,
        );
        assert!(same(&several(&["former", "keeper"]), &keeper, false).is_some());
        assert!(same(&several(&["former", "keeper"]), &keeper, true).is_none());
        assert!(same(&several(&["inspectors"]), &keeper, false).is_none());
    }

    #[test]
    fn who_speaks_for_somebody_is_one_voice_with_them() {
        let of_quill = |kind, words: &[&str], speaks| {
            let mut source = source(kind, None, words, false);
            source.belongs_to = BTreeSet::from([EntityId(3)]);
            source.speaks = speaks;
            source
        };
        let quill = source(SourceKind::Named, Some(3), &["quill"], false);
        let office = of_quill(SourceKind::Institution, &["quill", "office"], true);
        let spokesman = of_quill(SourceKind::Anonymous, &["quill", "spokesman"], true);
        let rival = of_quill(SourceKind::Anonymous, &["quill", "rival"], false);
        assert!(same(&office, &quill, false).is_some());
        assert!(same(&office, &spokesman, false).is_some());
        assert!(same(&rival, &quill, false).is_none());
        let lawyer = of_quill(SourceKind::Anonymous, &["quill", "lawyer"], true);
        let mut fenn = source(SourceKind::Named, Some(5), &["fenn"], false);
        assert!(same(&lawyer, &fenn, false).is_none());
        fenn.belongs_to = BTreeSet::from([EntityId(3)]);
        fenn.known_for = ["fenn", "quill", "lawyer"].map(str::to_owned).into();
        assert!(same(&lawyer, &fenn, false).is_some());
    }

    #[test]
    fn a_capital_is_its_country_and_an_official_is_of_it() {
        let words =
            "Baghdad said that the talks had failed. An Iraqi official said they would go on.";
        let place = |words: &str, name: &str| {
            let start = words.find(name).expect("in the text");
            Span::new(start, start + name.len())
        };
        let mut document = testing::document("a", words);
        for (name, kind) in [
            ("Baghdad", MentionKind::Place),
            ("Iraqi", MentionKind::Group),
        ] {
            Arc::make_mut(&mut document.findings)
                .mentions
                .push(Mention {
                    span: place(words, name),
                    kind,
                    entity: None,
                    named: Some(true),
                    confidence: 0.9,
                    why: MentionReason::Model,
                });
        }
        let text = Text::of(&document);
        let country = |name: &str, is_itself| country(&text, place(words, name), is_itself);
        assert_eq!(country("Baghdad", true), Some("Iraq"));
        assert_eq!(country("An Iraqi official", true), None);
        assert_eq!(country("An Iraqi official", false), Some("Iraq"));
    }
}
