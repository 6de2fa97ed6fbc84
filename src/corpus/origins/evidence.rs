//! What a mention shows of where it comes from, and what two of them share: carriers, source, agency.

use crate::model::{ArticleId, Mention, OriginReason};

use super::library::{Carrier, Keyed};
use super::quotation::Words;
use super::source::{self, Source};

/// What one mention shows of its origin.
#[derive(Clone, Debug)]
pub(super) struct Evidence<'a> {
    /// The article.
    pub(super) article: &'a ArticleId,
    /// Its outlet.
    pub(super) outlet: Option<&'a Keyed>,
    /// Agency credited for the article.
    pub(super) agency: Option<&'a Keyed>,
    /// Carriers cited for the claim.
    pub(super) carriers: Vec<&'a Carrier>,
    /// To whom the source spoke, as compared, where the words say so; the article's own outlet too.
    pub(super) told_to: Option<&'a str>,
    /// Carriers on whom the article rests as a whole.
    pub(super) rests_on: &'a [Carrier],
    /// The source: who it is, its words, how it is given.
    pub(super) source: Option<Source>,
    /// What its article mentions.
    pub(super) mentioned_beside: &'a [Mention],
    /// The words of the mention.
    pub(super) words: Words<'a>,
    /// The words it quotes.
    pub(super) quoted: Words<'a>,
}

impl<'a> Evidence<'a> {
    /// What a mention shows that tells nothing but where it stands.
    pub(super) fn of(article: &'a ArticleId) -> Self {
        Self {
            article,
            outlet: None,
            agency: None,
            carriers: Vec::new(),
            told_to: None,
            rests_on: &[],
            source: None,
            mentioned_beside: &[],
            words: Words::default(),
            quoted: Words::default(),
        }
    }

    /// Whether the mention names or describes a source or carrier of its own.
    pub(super) fn is_sourced(&self) -> bool {
        self.names_source() || self.agency.is_some()
    }

    /// Whether both give a person by name, and not the same one.
    pub(super) fn is_said_by_another(&self, other: &Self) -> bool {
        let sources = self.source.as_ref().zip(other.source.as_ref());
        sources.is_some_and(|(one, other)| one.is_another_person(other))
    }

    /// Whether the mention itself, not only its article, names or describes where it comes from.
    pub(super) fn names_source(&self) -> bool {
        !self.carriers.is_empty() || self.source.is_some()
    }
}

/// One cites the other, or both cite the same carrier.
pub(super) fn citation(a: &Evidence<'_>, b: &Evidence<'_>) -> Option<OriginReason> {
    for (citing, cited) in [(a, b), (b, a)] {
        let outlet = cited.outlet.map(|(_, key)| key);
        let agency = cited.agency.map(|(_, key)| key);
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
    let [left, right] = [a, b].map(|this| this.rests_on.iter().collect::<Vec<_>>());
    same_carrier(a, b, &left, &right)
}

fn same_carrier(
    a: &Evidence<'_>,
    b: &Evidence<'_>,
    left: &[&Carrier],
    right: &[&Carrier],
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
        .zip(b.told_to)
        .is_some_and(|(one, other)| one != other);
    let (one, other) = (a.source.as_ref()?, b.source.as_ref()?);
    source::same(one, other, told_apart).or_else(|| {
        let means = source::means(one, other, a.mentioned_beside)
            || source::means(other, one, b.mentioned_beside);
        let named = || OriginReason::SameSource(one.named_of(other).to_owned());
        means.then(|| (named(), true))
    })
}

/// Both articles are credited to the same agency, or one is that agency's own.
pub(super) fn same_agency(a: &Evidence<'_>, b: &Evidence<'_>) -> Option<OriginReason> {
    let is_of = |credited: &Evidence<'_>, other: &Evidence<'_>| {
        let (name, key) = credited.agency?;
        let theirs = [other.agency, other.outlet];
        theirs
            .into_iter()
            .flatten()
            .any(|(_, other)| other == key)
            .then(|| OriginReason::SameAgency(name.clone()))
    };
    is_of(a, b).or_else(|| is_of(b, a))
}

/// What to call an origin: the one person who is the source of all, else the carrier all cite, else the
/// source, else the first article's outlet.
pub(super) fn name(evidence: &[Evidence<'_>], mentions: &[usize], why: &[OriginReason]) -> String {
    let carried = why.iter().find_map(|reason| match reason {
        OriginReason::SameCarrier { name, .. } | OriginReason::SameAgency(name) => Some(name),
        _ => None,
    });
    let said = why.iter().find_map(|reason| match reason {
        OriginReason::SameSource(name) => Some(name),
        _ => None,
    });
    let members = || mentions.iter().filter_map(|&mention| evidence.get(mention));
    let sources = || members().filter_map(|this| this.source.as_ref());
    if let Some(first) = sources().next()
        && sources().all(|source| source.is_person() && !first.is_another_person(source))
        && members().all(|this| this.source.is_some() || this.carriers.is_empty())
    {
        return first.words.clone();
    }
    if let Some(name) = carried.or(said) {
        return name.clone();
    }
    members()
        .find_map(|this| this.carriers.first().map(|carrier| carrier.name.clone()))
        .or_else(|| {
            let named = sources().find(|source| source.gives_name());
            named
                .or_else(|| sources().next())
                .map(|source| source.words.clone())
        })
        .or_else(|| members().find_map(|this| this.agency.map(|(name, _)| name.clone())))
        .or_else(|| members().find_map(|this| this.outlet.map(|(name, _)| name.clone())))
        .unwrap_or_default()
}
