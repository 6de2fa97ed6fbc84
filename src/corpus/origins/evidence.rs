//! What a mention shows of where it comes from: carriers, source, agency, quotation.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::model::{
    ArticleId, Attribution, ClaimMention, EntityId, OriginReason, SourceKind, Span,
};

use super::super::{Text, quotations};
use super::source::{self, Offices, Source};

/// A carrier between the source and the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Carrier {
    /// Name as written.
    pub(super) name: String,
    /// Name by which it is compared.
    key: String,
    /// Where it is cited.
    at: Span,
}

/// What one mention shows of its origin.
#[derive(Clone, Debug)]
pub(super) struct Evidence<'a> {
    /// The article.
    pub(super) article: ArticleId,
    /// Its outlet, as written and as compared.
    outlet: Option<(String, String)>,
    /// Agency credited for the article, as written and as compared.
    agency: Option<(String, String)>,
    /// Carriers cited for the claim.
    carriers: Vec<Carrier>,
    /// To whom the source spoke, as compared, where the words say so; the article's own outlet too.
    told_to: Option<String>,
    /// Carriers on whom the article rests as a whole.
    rests_on: &'a [Carrier],
    /// The source: who it is, its words, how it is given.
    source: Option<Source>,
    /// Who is named in its article.
    named_beside: Option<&'a BTreeSet<EntityId>>,
    /// The words of the mention.
    pub(super) words: Vec<String>,
    /// The words it quotes.
    pub(super) quoted: Vec<String>,
}

impl Evidence<'_> {
    /// Whether the mention names or describes a source or carrier of its own.
    pub(super) fn is_sourced(&self) -> bool {
        self.names_source() || self.agency.is_some()
    }

    /// Whether the mention itself, not only its article, names or describes where it comes from.
    pub(super) fn names_source(&self) -> bool {
        !self.carriers.is_empty() || self.source.is_some()
    }
}

/// The articles by their id, with what is looked up in them again and again.
pub(in crate::corpus) struct Library<'a> {
    texts: BTreeMap<&'a ArticleId, (Text<'a>, Vec<Span>)>,
    /// Outlets and agencies of the collection, as compared.
    press: BTreeSet<String>,
    /// For each article the carriers on whom it rests as a whole.
    rests_on: BTreeMap<&'a ArticleId, Vec<Carrier>>,
    /// Whom its sources speak for.
    offices: Offices,
    /// For each article who is named in it.
    named_in: BTreeMap<&'a ArticleId, BTreeSet<EntityId>>,
}

/// Times that an article cites a carrier on whom it rests as a whole; once is enough in its opening.
const RESTS_MIN: usize = 2;
/// Sentences that open an article.
const OPENING: usize = 4;

impl<'a> Library<'a> {
    /// Lists the articles, their quotations and the press that stands behind them.
    pub(in crate::corpus) fn new(texts: &[Text<'a>]) -> Self {
        let names = |text: &Text<'a>| {
            let article = text.article;
            let names = article.outlet.iter().chain(&article.agency);
            names.map(|name| key(name)).collect::<Vec<_>>()
        };
        let mut library = Self {
            press: texts.iter().flat_map(names).collect(),
            rests_on: BTreeMap::new(),
            offices: Offices::new(texts),
            named_in: texts
                .iter()
                .map(|text| {
                    let mentions = text.findings.mentions.iter();
                    let named = mentions.filter(|mention| mention.named == Some(true));
                    let named = named.filter_map(|mention| mention.entity);
                    (&text.article.id, named.collect())
                })
                .collect(),
            texts: texts
                .iter()
                .map(|text| {
                    let quotations = quotations(&text.article.text);
                    (&text.article.id, (*text, quotations))
                })
                .collect(),
        };
        let rests_on = texts
            .par_iter()
            .map(|text| (&text.article.id, library.rests_on(text)));
        library.rests_on = rests_on.collect();
        library
    }

    /// The carriers that an article cites in its opening or again and again, each where it is first
    /// cited, and none that is its own.
    fn rests_on(&self, text: &Text<'_>) -> Vec<Carrier> {
        let own = [&text.article.outlet, &text.article.agency];
        let own = own.map(|name| name.as_deref().map(key));
        let opening = text.parsed.sentences.get(OPENING - 1);
        let opening = opening.map_or(usize::MAX, |sentence| sentence.span.end);
        let cited = text.findings.attributions.iter();
        let mut cited: Vec<Carrier> = cited.flat_map(|told| self.carriers(text, told)).collect();
        cited.sort_by(|a, b| (&a.key, a.at).cmp(&(&b.key, b.at)));
        cited.dedup_by(|a, b| a.key == b.key && a.at == b.at);
        cited
            .chunk_by(|a, b| a.key == b.key)
            .filter_map(|places| {
                let first = places.first()?;
                let is_own = own.iter().flatten().any(|own| *own == first.key);
                let rests = places.len() >= RESTS_MIN || first.at.start < opening;
                (rests && !is_own).then(|| first.clone())
            })
            .collect()
    }

    /// Collects what a mention shows, its words too where it is to be set beside another.
    pub(super) fn evidence(&self, mention: &ClaimMention, is_alone: bool) -> Evidence<'_> {
        let mut evidence = Evidence {
            article: mention.article.clone(),
            outlet: None,
            agency: None,
            carriers: Vec::new(),
            told_to: None,
            rests_on: self
                .rests_on
                .get(&mention.article)
                .map_or(&[], Vec::as_slice),
            source: None,
            named_beside: self.named_in.get(&mention.article),
            words: Vec::new(),
            quoted: Vec::new(),
        };
        let Some((text, quotations)) = self.texts.get(&mention.article) else {
            return evidence;
        };
        evidence.outlet = text.article.outlet.clone().map(keyed);
        evidence.agency = text.article.agency.clone().map(keyed);
        if !is_alone {
            (evidence.words, evidence.quoted) = spoken(text, mention.span, quotations);
        }
        let mut current = mention.attribution;
        let mut seen = BTreeSet::new();
        while let Some(index) = current.filter(|index| seen.insert(*index)) {
            let Some(attribution) = text.findings.attributions.get(index) else {
                break;
            };
            let carriers = self.carriers(text, attribution);
            let source = attribution
                .source
                .map(|source| key(source.of(&text.article.text)));
            // A source that only says what kind of outlet it is ("the newspaper") tells nothing.
            let tells = source.is_some_and(|key| !key.is_empty());
            if evidence.source.is_none() && tells && carriers.len() == attribution.via.len() {
                let source = source::of(text, attribution);
                evidence.source = source.map(|source| source.in_office(&self.offices));
            }
            if evidence.told_to.is_none() {
                evidence.told_to = carriers.first().map(|carrier| carrier.key.clone());
            }
            evidence.carriers.extend(carriers);
            current = attribution.inside;
        }
        let own = evidence.outlet.as_ref().map(|(_, key)| key);
        evidence
            .carriers
            .retain(|carrier| Some(&carrier.key) != own);
        evidence
    }

    /// Those who carried what was said: whom it was told to, and the source itself where it is an
    /// outlet or agency. One that is not named ("the newspaper") tells nothing.
    fn carriers(&self, text: &Text<'_>, attribution: &Attribution) -> Vec<Carrier> {
        let media = attribution.source.map(|source| name_in(text, source));
        let is_media = |at: &Span| {
            attribution.source_kind == SourceKind::Media
                || self.press.contains(&key(at.of(&text.article.text)))
        };
        attribution
            .via
            .iter()
            .copied()
            .chain(media.filter(is_media))
            .map(|at| {
                let name = at.of(&text.article.text).to_owned();
                Carrier {
                    key: key(&name),
                    name,
                    at,
                }
            })
            .filter(|carrier| !carrier.key.is_empty())
            .collect()
    }
}

/// The name inside a longer source ("a report from Axios"); the whole source if none is found.
fn name_in(text: &Text<'_>, source: Span) -> Span {
    text.findings
        .mentions_in(source)
        .iter()
        .filter(|mention| source.contains(mention.span) && mention.named == Some(true))
        .max_by_key(|mention| mention.span.len())
        .map_or(source, |mention| mention.span)
}

/// One cites the other, or both cite the same carrier.
pub(super) fn citation(a: &Evidence<'_>, b: &Evidence<'_>) -> Option<OriginReason> {
    for (citing, cited) in [(a, b), (b, a)] {
        let outlet = cited.outlet.as_ref().map(|(_, key)| key);
        let agency = cited.agency.as_ref().map(|(_, key)| key);
        if citing
            .carriers
            .iter()
            .any(|carrier| Some(&carrier.key) == outlet || Some(&carrier.key) == agency)
        {
            return Some(OriginReason::Cites {
                citing: citing.article.clone(),
                cited: cited.article.clone(),
            });
        }
    }
    same_carrier(a, b, &a.carriers, &b.carriers)
}

/// Both articles rest on one carrier as a whole, and neither mention names a person or a carrier of its
/// own: what unnamed officials say in both they most likely said to that carrier.
pub(super) fn same_footing(a: &Evidence<'_>, b: &Evidence<'_>) -> Option<OriginReason> {
    let shows_its_own = |this: &Evidence<'_>| {
        !this.carriers.is_empty() || this.source.as_ref().is_some_and(Source::is_person)
    };
    if shows_its_own(a) || shows_its_own(b) {
        return None;
    }
    same_carrier(a, b, a.rests_on, b.rests_on)
}

fn same_carrier(
    a: &Evidence<'_>,
    b: &Evidence<'_>,
    left: &[Carrier],
    right: &[Carrier],
) -> Option<OriginReason> {
    let (left, right) = left.iter().find_map(|left| {
        let right = right.iter().find(|right| right.key == left.key);
        right.map(|right| (left, right))
    })?;
    Some(OriginReason::SameCarrier {
        name: left.name.clone(),
        cited: vec![(a.article.clone(), left.at), (b.article.clone(), right.at)],
    })
}

/// The same source, or sources described alike; the second value tells whether it is doubtful.
pub(super) fn same_source(a: &Evidence<'_>, b: &Evidence<'_>) -> Option<(OriginReason, bool)> {
    let told_apart = a
        .told_to
        .as_ref()
        .zip(b.told_to.as_ref())
        .is_some_and(|(one, other)| one != other);
    let (one, other) = (a.source.as_ref()?, b.source.as_ref()?);
    source::same(one, other, told_apart).or_else(|| {
        let means = |this, whom, beside: Option<_>| {
            beside.is_some_and(|beside| source::means(this, whom, beside))
        };
        (means(one, other, a.named_beside) || means(other, one, b.named_beside)).then(|| {
            (
                OriginReason::SameSource(one.named_of(other).to_owned()),
                true,
            )
        })
    })
}

/// Both articles are credited to the same agency, or one is that agency's own.
pub(super) fn same_agency(a: &Evidence<'_>, b: &Evidence<'_>) -> Option<OriginReason> {
    let is_of = |credited: &Evidence<'_>, other: &Evidence<'_>| {
        let (name, key) = credited.agency.as_ref()?;
        let theirs = [other.agency.as_ref(), other.outlet.as_ref()];
        theirs
            .into_iter()
            .flatten()
            .any(|(_, other)| other == key)
            .then(|| OriginReason::SameAgency(name.clone()))
    };
    is_of(a, b).or_else(|| is_of(b, a))
}

/// What to call an origin: the carrier all cite, else the source, else the first article's outlet.
pub(super) fn name(evidence: &[Evidence<'_>], mentions: &[usize], why: &[OriginReason]) -> String {
    let carried = why.iter().find_map(|reason| match reason {
        OriginReason::SameCarrier { name, .. } | OriginReason::SameAgency(name) => Some(name),
        _ => None,
    });
    let said = why.iter().find_map(|reason| match reason {
        OriginReason::SameSource(name) => Some(name),
        _ => None,
    });
    if let Some(name) = carried.or(said) {
        return name.clone();
    }
    let members = || mentions.iter().filter_map(|&mention| evidence.get(mention));
    members()
        .find_map(|this| this.carriers.first().map(|carrier| carrier.name.clone()))
        .or_else(|| {
            members().find_map(|this| this.source.as_ref().map(|source| source.words.clone()))
        })
        .or_else(|| members().find_map(|this| this.agency.as_ref().map(|(name, _)| name.clone())))
        .or_else(|| members().find_map(|this| this.outlet.as_ref().map(|(name, _)| name.clone())))
        .unwrap_or_default()
}

/// A name with the form in which it is compared, which is never empty.
fn keyed(name: String) -> (String, String) {
    let key = Some(key(&name)).filter(|key| !key.is_empty());
    let key = key.unwrap_or_else(|| name.to_lowercase());
    (name, key)
}

/// Words that say what kind of outlet a name belongs to, not which.
const GENERIC: &[&str] = &[
    "the",
    "s",
    "a",
    "an",
    "news",
    "newspaper",
    "paper",
    "agency",
    "site",
    "website",
    "outlet",
    "broadcaster",
    "channel",
    "magazine",
    "daily",
    "media",
    "report",
    "reports",
];

/// A name as it is compared: lower case, without punctuation and words of kind; empty for a
/// description without a name ("the newspaper").
fn key(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && !GENERIC.contains(word))
        .collect();
    words.join(" ")
}

/// The words of a span without punctuation, as written, and those of them that are quoted.
/// `quotations` are those of the text, in order.
fn spoken(text: &Text<'_>, span: Span, quotations: &[Span]) -> (Vec<String>, Vec<String>) {
    let mut words = Vec::new();
    let mut quoted = Vec::new();
    for word in text
        .parsed
        .words_in(span)
        .filter_map(|index| text.parsed.words.get(index))
    {
        let written = word.span.of(&text.article.text);
        if !written.chars().any(char::is_alphanumeric) {
            continue;
        }
        let next = quotations.partition_point(|quotation| quotation.end < word.span.end);
        if quotations
            .get(next)
            .is_some_and(|quotation| quotation.contains(word.span))
        {
            quoted.push(written.to_owned());
        }
        words.push(written.to_owned());
    }
    (words, quoted)
}
