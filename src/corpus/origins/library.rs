//! The articles as origins look them up: who carried what, on whom an article rests.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::language::Upos;
use crate::model::{ArticleId, Attribution, Certainty, ClaimMention, SourceKind, Span};

use super::super::{Text, quotations};
use super::evidence::Evidence;
use super::offices::Offices;
use super::quotation::{Spoken, Words};
use super::source;

/// A carrier between the source and the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Carrier {
    /// Name as written.
    pub(super) name: String,
    /// Name by which it is compared.
    pub(super) key: String,
    /// Where it is cited.
    pub(super) at: Span,
}

/// A name as written and as compared.
pub(super) type Keyed = (String, String);

/// An article with what is looked up in it again and again.
struct Shelf<'a> {
    text: Text<'a>,
    outlet: Option<Keyed>,
    agency: Option<Keyed>,
    /// For each attribution what it shows whatever claim it stands around.
    told: Vec<Told>,
    /// Carriers on whom the article rests as a whole.
    rests_on: Vec<Carrier>,
    /// Its quotations, once a claim asked for them.
    quotations: OnceLock<Vec<Span>>,
}

/// What one attribution shows.
struct Told {
    /// Those who carried what was said.
    carriers: Vec<Carrier>,
    /// Whether its source is more than a kind of outlet ("the newspaper").
    tells: bool,
}

/// The articles by their id, with what is looked up in them again and again.
pub(in crate::corpus) struct Library<'a> {
    shelves: HashMap<&'a ArticleId, Shelf<'a>>,
    /// Whom its sources speak for.
    offices: Offices,
}

/// Times that an article cites a carrier on whom it rests as a whole; once is enough in its opening.
const RESTS_MIN: usize = 2;
/// Sentences that open an article.
const OPENING: usize = 4;

impl<'a> Library<'a> {
    /// Lists the articles and the press that stands behind them.
    pub(in crate::corpus) fn new(texts: &[Text<'a>]) -> Self {
        let names = |text: &Text<'a>| {
            let article = text.article;
            let names = article.outlet.iter().chain(&article.agency);
            names.map(|name| key(name)).collect::<Vec<_>>()
        };
        let press: BTreeSet<String> = texts.iter().flat_map(names).collect();
        let shelves: Vec<Shelf<'a>> = texts
            .par_iter()
            .map(|text| Shelf::new(*text, &press))
            .collect();
        Self {
            shelves: shelves
                .into_iter()
                .map(|shelf| (&shelf.text.article.id, shelf))
                .collect(),
            offices: Offices::new(texts),
        }
    }

    /// Collects what a mention shows; where it is to be set beside no other, only what its origin is
    /// called by.
    pub(super) fn evidence<'b>(
        &'b self,
        mention: &'b ClaimMention,
        is_alone: bool,
    ) -> Evidence<'b> {
        let mut evidence = Evidence::of(&mention.article);
        let Some(shelf) = self.shelves.get(&mention.article) else {
            return evidence;
        };
        let text = &shelf.text;
        evidence.outlet = shelf.outlet.as_ref();
        evidence.agency = shelf.agency.as_ref();
        evidence.rests_on = &shelf.rests_on;
        evidence.mentioned_beside = &text.findings.mentions;
        if !is_alone {
            let (words, quoted) = shelf.spoken(mention.span);
            evidence.words = Words::said(&text.article.text, words);
            evidence.quoted = Words::quoted(&text.article.text, quoted);
        }
        // Who asks, or does not say whether, tells nothing.
        let is_told = mention.certainty != Certainty::Questioned;
        let mut current = mention.attribution.filter(|_| is_told);
        let mut seen = BTreeSet::new();
        while let Some(index) = current.filter(|index| seen.insert(*index)) {
            let attribution = text.findings.attributions.get(index);
            let Some((attribution, told)) = attribution.zip(shelf.told.get(index)) else {
                break;
            };
            let is_no_carrier = told.carriers.len() == attribution.via.len();
            let is_word = is_no_carrier && !is_will(attribution);
            if evidence.source.is_none() && told.tells && is_word {
                evidence.source = if is_alone {
                    source::by_its_words(text, attribution)
                } else {
                    let source = source::of(text, attribution);
                    source.map(|source| source.in_office(&self.offices))
                };
            }
            if evidence.told_to.is_none() {
                evidence.told_to = told.carriers.first().map(|carrier| carrier.key.as_str());
            }
            evidence.carriers.extend(&told.carriers);
            current = attribution.inside;
        }
        let own = evidence.outlet.map(|(_, key)| key);
        evidence
            .carriers
            .retain(|carrier| Some(&carrier.key) != own);
        evidence
    }
}

impl<'a> Shelf<'a> {
    /// `press` are the outlets and agencies of the collection, as compared.
    fn new(text: Text<'a>, press: &BTreeSet<String>) -> Self {
        let told = text.findings.attributions.iter().map(|attribution| Told {
            carriers: carriers(&text, attribution, press),
            tells: attribution
                .source
                .is_some_and(|source| !key(source.of(&text.article.text)).is_empty()),
        });
        let mut shelf = Self {
            outlet: text.article.outlet.clone().map(keyed),
            agency: text.article.agency.clone().map(keyed),
            told: told.collect(),
            rests_on: Vec::new(),
            quotations: OnceLock::new(),
            text,
        };
        shelf.rests_on = shelf.rests_on();
        shelf
    }

    /// The carriers that an article cites in its opening or again and again, each where it is first
    /// cited, and none that is its own.
    fn rests_on(&self) -> Vec<Carrier> {
        let article = self.text.article;
        let own = [&article.outlet, &article.agency];
        let own = own.map(|name| name.as_deref().map(key));
        let opening = self.text.parsed.sentences.get(OPENING - 1);
        let opening = opening.map_or(usize::MAX, |sentence| sentence.span.end);
        let mut cited: Vec<&Carrier> = self.told.iter().flat_map(|told| &told.carriers).collect();
        cited.sort_by(|a, b| (&a.key, a.at).cmp(&(&b.key, b.at)));
        cited.dedup_by(|a, b| a.key == b.key && a.at == b.at);
        cited
            .chunk_by(|a, b| a.key == b.key)
            .filter_map(|places| {
                let first = *places.first()?;
                let is_own = own.iter().flatten().any(|own| *own == first.key);
                let rests = places.len() >= RESTS_MIN || first.at.start < opening;
                (rests && !is_own).then(|| first.clone())
            })
            .collect()
    }

    /// The words of a span without punctuation, and those of them that are quoted.
    fn spoken(&self, span: Span) -> (Vec<Spoken<'a>>, Vec<Spoken<'a>>) {
        let Text {
            article, parsed, ..
        } = self.text;
        let quotations = self.quotations.get_or_init(|| quotations(&article.text));
        let mut words = Vec::new();
        let mut quoted = Vec::new();
        for word in parsed.words.get(parsed.words_in(span)).unwrap_or_default() {
            let written = word.span.of(&article.text);
            if !written.chars().any(char::is_alphanumeric) {
                continue;
            }
            let spoken = Spoken {
                written,
                at: word.span,
                is_verb: matches!(word.upos, Upos::Verb | Upos::Aux),
            };
            let next = quotations.partition_point(|quotation| quotation.end < word.span.end);
            if quotations
                .get(next)
                .is_some_and(|quotation| quotation.contains(word.span))
            {
                quoted.push(spoken);
            }
            words.push(spoken);
        }
        (words, quoted)
    }
}

/// Cues of what somebody wants or means to do: that is told of them, not by them.
const WILL: &[&str] = &[
    "decision",
    "decide",
    "intention",
    "intend",
    "plan",
    "want",
    "wish",
    "desire",
    "willingness",
    "aim",
    "seek",
];

/// Whether the attribution only tells what somebody means to do: "the mayor's decision to leave".
fn is_will(attribution: &Attribution) -> bool {
    let cue = attribution.cue.as_ref();
    cue.is_some_and(|cue| WILL.contains(&cue.lemma.as_str()))
}

/// Those who carried what was said: whom it was told to, and the source itself where it is an
/// outlet or agency of the `press`. One that is not named ("the newspaper") tells nothing.
fn carriers(text: &Text<'_>, attribution: &Attribution, press: &BTreeSet<String>) -> Vec<Carrier> {
    let media = attribution.source.map(|source| name_in(text, source));
    let is_media = |at: &Span| {
        attribution.source_kind == SourceKind::Media
            || press.contains(&key(at.of(&text.article.text)))
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

/// The name inside a longer source ("a report from Axios"); the whole source if none is found.
fn name_in(text: &Text<'_>, source: Span) -> Span {
    text.findings
        .mentions_in(source)
        .iter()
        .filter(|mention| source.contains(mention.span) && mention.named == Some(true))
        .max_by_key(|mention| mention.span.len())
        .map_or(source, |mention| mention.span)
}

/// A name with the form in which it is compared, which is never empty.
fn keyed(name: String) -> Keyed {
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
