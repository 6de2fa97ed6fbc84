//! What a mention shows of where it comes from: carriers, source, agency, quotation.

use std::collections::BTreeSet;

use crate::model::{
    ArticleId, Attribution, ClaimMention, EntityId, OriginReason, SourceKind, Span,
};

use super::super::Text;

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
pub(super) struct Evidence {
    /// The article.
    pub(super) article: ArticleId,
    /// Its outlet, as written and as compared.
    outlet: Option<(String, String)>,
    /// Agency credited for the article, as written and as compared.
    agency: Option<(String, String)>,
    /// Carriers cited for the claim.
    carriers: Vec<Carrier>,
    /// The source: its entity, words, how it is given.
    source: Option<Source>,
    /// The words of the mention.
    pub(super) words: Vec<String>,
    /// The words it quotes.
    pub(super) quoted: Vec<String>,
}

/// The source that a mention names or describes.
#[derive(Clone, Debug)]
struct Source {
    entity: Option<EntityId>,
    words: String,
    /// Words of the description that tell something, lower case.
    telling: BTreeSet<String>,
    kind: SourceKind,
}

impl Evidence {
    /// Whether the mention names or describes a source or carrier of its own.
    pub(super) fn is_sourced(&self) -> bool {
        !self.carriers.is_empty() || self.source.is_some() || self.agency.is_some()
    }
}

/// Collects what a mention shows.
pub(super) fn of(texts: &[Text<'_>], mention: &ClaimMention) -> Evidence {
    let text = texts.iter().find(|text| text.article.id == mention.article);
    let mut evidence = Evidence {
        article: mention.article.clone(),
        outlet: None,
        agency: None,
        carriers: Vec::new(),
        source: None,
        words: Vec::new(),
        quoted: Vec::new(),
    };
    let Some(text) = text else { return evidence };
    evidence.outlet = text.article.outlet.clone().map(keyed);
    evidence.agency = text.article.agency.clone().map(keyed);
    evidence.words = spoken(text, mention.span);
    evidence.quoted = quoted(text, mention.span);
    let mut current = mention.attribution;
    let mut seen = BTreeSet::new();
    while let Some(index) = current.filter(|index| seen.insert(*index)) {
        let Some(attribution) = text.findings.attributions.get(index) else {
            break;
        };
        evidence.carriers.extend(carriers(text, attribution));
        if evidence.source.is_none() {
            evidence.source = source(text, attribution);
        }
        current = attribution.inside;
    }
    evidence
}

fn carriers(text: &Text<'_>, attribution: &Attribution) -> Vec<Carrier> {
    let own = text.article.outlet.as_deref().map(key);
    let media = attribution
        .source
        .filter(|_| attribution.source_kind == SourceKind::Media);
    attribution
        .via
        .iter()
        .copied()
        .chain(media.map(|source| name_in(text, source)))
        .map(|at| {
            let name = at.of(&text.article.text).to_owned();
            Carrier {
                key: key(&name),
                name,
                at,
            }
        })
        .filter(|carrier| !carrier.key.is_empty() && Some(&carrier.key) != own.as_ref())
        .collect()
}

/// The name inside a longer source ("a report from Axios"); the whole source if none is found.
fn name_in(text: &Text<'_>, source: Span) -> Span {
    text.findings
        .mentions
        .iter()
        .filter(|mention| source.contains(mention.span) && mention.named == Some(true))
        .max_by_key(|mention| mention.span.len())
        .map_or(source, |mention| mention.span)
}

fn source(text: &Text<'_>, attribution: &Attribution) -> Option<Source> {
    if matches!(
        attribution.source_kind,
        SourceKind::Media | SourceKind::Unspecified
    ) {
        return None;
    }
    let span = attribution.source?;
    let telling = text
        .parsed
        .words_in(span)
        .filter_map(|index| text.parsed.words.get(index))
        .filter(|word| {
            use crate::language::Upos;
            matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Adj)
        })
        .map(|word| word.lemma.to_lowercase())
        .collect();
    Some(Source {
        entity: attribution.entity,
        words: span.of(&text.article.text).to_owned(),
        telling,
        kind: attribution.source_kind,
    })
}

/// One cites the other, or both cite the same carrier.
pub(super) fn citation(a: &Evidence, b: &Evidence) -> Option<OriginReason> {
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
    let (left, right) = a.carriers.iter().find_map(|left| {
        b.carriers
            .iter()
            .find(|right| right.key == left.key)
            .map(|right| (left, right))
    })?;
    Some(OriginReason::SameCarrier {
        name: left.name.clone(),
        cited: vec![(a.article.clone(), left.at), (b.article.clone(), right.at)],
    })
}

/// The same named source, or sources described alike; the second value tells whether it is doubtful.
pub(super) fn same_source(a: &Evidence, b: &Evidence) -> Option<(OriginReason, bool)> {
    let (left, right) = (a.source.as_ref()?, b.source.as_ref()?);
    if left.entity.is_some() && left.entity == right.entity {
        return Some((OriginReason::SameSource(left.words.clone()), false));
    }
    let named = |source: &Source| source.kind == SourceKind::Named;
    if named(left) || named(right) {
        return None;
    }
    let shared = left.telling.intersection(&right.telling).count();
    let smaller = left.telling.len().min(right.telling.len());
    (smaller > 0 && shared == smaller).then(|| (OriginReason::SameSource(left.words.clone()), true))
}

/// Both articles are credited to the same agency, or one is that agency's own.
pub(super) fn same_agency(a: &Evidence, b: &Evidence) -> Option<OriginReason> {
    let is_of = |credited: &Evidence, other: &Evidence| {
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
pub(super) fn name(evidence: &[Evidence], mentions: &[usize], why: &[OriginReason]) -> String {
    for reason in why {
        match reason {
            OriginReason::SameCarrier { name, .. }
            | OriginReason::SameAgency(name)
            | OriginReason::SameSource(name) => return name.clone(),
            _ => {}
        }
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

fn keyed(name: String) -> (String, String) {
    let key = key(&name);
    (name, key)
}

/// A name as it is compared: lower case, without "the" and punctuation.
fn key(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && *word != "the" && *word != "s")
        .collect();
    words.join(" ")
}

/// The words of a span without punctuation, as written.
fn spoken(text: &Text<'_>, span: Span) -> Vec<String> {
    text.parsed
        .words_in(span)
        .filter_map(|index| text.parsed.words.get(index))
        .map(|word| word.span.of(&text.article.text))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}

/// The words inside quotation marks of the sentences that the span touches.
fn quoted(text: &Text<'_>, span: Span) -> Vec<String> {
    let mut inside = is_open_before(text, span);
    let mut words = Vec::new();
    for index in text.parsed.words_in(span) {
        let Some(word) = text.parsed.words.get(index) else {
            continue;
        };
        let written = word.span.of(&text.article.text);
        match written {
            "“" | "``" => inside = true,
            "”" | "''" => inside = false,
            "\"" => inside = !inside,
            _ if inside && written.chars().any(char::is_alphanumeric) => {
                words.push(written.to_owned());
            }
            _ => {}
        }
    }
    words
}

/// Whether a quotation that began earlier in the sentence is still open where the span starts.
fn is_open_before(text: &Text<'_>, span: Span) -> bool {
    let Some(sentence) = text
        .parsed
        .sentence_at(span)
        .and_then(|index| text.parsed.sentences.get(index))
    else {
        return false;
    };
    let before = Span::new(sentence.span.start, span.start.max(sentence.span.start));
    before
        .of(&text.article.text)
        .chars()
        .fold(false, |open, letter| match letter {
            '“' => true,
            '”' => false,
            '"' => !open,
            _ => open,
        })
}
