//! Origins: by how many independent ways a claim reached the collection, as far as the text shows.
//!
//! Owns what binds two mentions of one claim to the same origin: a carrier that both cite or that both
//! articles rest on, the same source, the same quotation, shared text, an agency's credit, one article
//! citing another. A mention that gives no source adds no origin: independence has to be shown, not
//! assumed.
//! After Stray (2010), who found 7 independent reports among 121 versions of one story, and Media
//! Cloud's credit words and shared sentences.

mod evidence;
mod library;
mod offices;
mod quotation;
mod reasons;
mod source;
mod words;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::{ArticleId, Claim, Origin, OriginReason, SameText, SameTextKind};

use evidence::Evidence;

pub(super) use library::Library;

/// Finds the origins of every claim of the articles that the library lists.
pub(super) fn find(library: &Library<'_>, claims: &mut [Claim], same_text: &[SameText]) {
    let versions = Versions::new(same_text);
    claims
        .par_iter_mut()
        .for_each(|claim| claim.origins = origins(library, claim, &versions));
}

/// Which articles are saves or versions of one.
struct Versions<'a>(BTreeMap<&'a ArticleId, Vec<usize>>);

impl<'a> Versions<'a> {
    fn new(same_text: &'a [SameText]) -> Self {
        let mut groups: BTreeMap<&ArticleId, Vec<usize>> = BTreeMap::new();
        for (group, same) in same_text.iter().enumerate() {
            if matches!(same.kind, SameTextKind::Copy | SameTextKind::Version) {
                for article in &same.articles {
                    groups.entry(article).or_default().push(group);
                }
            }
        }
        Self(groups)
    }

    fn are_one(&self, a: &ArticleId, b: &ArticleId) -> bool {
        self.0
            .get(a)
            .zip(self.0.get(b))
            .is_some_and(|(one, other)| one.iter().any(|group| other.contains(group)))
    }
}

/// Origins of one claim, in order of their first mention.
fn origins(library: &Library<'_>, claim: &Claim, versions: &Versions<'_>) -> Vec<Origin> {
    let is_alone = claim.mentions.len() == 1;
    let evidence: Vec<Evidence<'_>> = claim
        .mentions
        .iter()
        .map(|mention| library.evidence(mention, is_alone))
        .collect();
    let mut bonds = Bonds::new(evidence.len());
    for (b, right) in evidence.iter().enumerate() {
        for (a, left) in evidence.iter().enumerate().take(b) {
            if let Some((reason, is_uncertain)) = bond(left, right, versions) {
                bonds.tie(a, b, reason, is_uncertain);
            }
        }
    }
    attach_unsourced(&evidence, &mut bonds);
    bonds.origins(&evidence)
}

/// What binds two mentions, strongest first, and whether it is doubtful.
fn bond(
    a: &Evidence<'_>,
    b: &Evidence<'_>,
    versions: &Versions<'_>,
) -> Option<(Option<OriginReason>, bool)> {
    if a.article == b.article {
        return bond_within(a, b);
    }
    if versions.are_one(a.article, b.article) {
        return Some((Some(OriginReason::Versions), false));
    }
    if let Some(reason) = evidence::citation(a, b) {
        return Some((Some(reason), false));
    }
    if let Some(run) = quotation::shared_run(&a.words, &b.words) {
        return Some((Some(OriginReason::SharedText(run)), false));
    }
    let same_words = quotation::shared_quotation(&a.quoted, &b.quoted, a.is_said_by_another(b));
    if let Some(words) = same_words {
        return Some((Some(OriginReason::SameQuotation(words)), false));
    }
    if let Some((reason, is_uncertain)) = evidence::same_source(a, b) {
        return Some((Some(reason), is_uncertain));
    }
    let agency = evidence::same_agency(a, b).map(|reason| (Some(reason), false));
    agency.or_else(|| evidence::same_footing(a, b).map(|reason| (Some(reason), true)))
}

/// What binds two mentions of one article: that nothing tells them apart, or that they show one source.
/// It is no reason to tell: what an article shares with itself says nothing of where it comes from.
fn bond_within(a: &Evidence<'_>, b: &Evidence<'_>) -> Option<(Option<OriginReason>, bool)> {
    let names_two = a.names_source() && b.names_source();
    let is_one = !names_two
        || evidence::citation(a, b).is_some()
        || quotation::shared_run(&a.words, &b.words).is_some()
        || quotation::shared_quotation(&a.quoted, &b.quoted, a.is_said_by_another(b)).is_some()
        || evidence::same_source(a, b).is_some()
        || evidence::same_agency(a, b).is_some()
        || evidence::same_footing(a, b).is_some();
    is_one.then_some((None, false))
}

/// Mentions that name neither source nor carrier, and are bound to none that does, rest on the first
/// origin that does.
fn attach_unsourced(evidence: &[Evidence<'_>], bonds: &mut Bonds) {
    let Some(anchor) = evidence.iter().position(Evidence::is_sourced).or(Some(0)) else {
        return;
    };
    for (index, this) in evidence.iter().enumerate() {
        let rests_on_nothing = evidence
            .iter()
            .enumerate()
            .all(|(other, that)| !bonds.are_tied(index, other) || !that.is_sourced());
        if rests_on_nothing && !bonds.are_tied(anchor, index) {
            bonds.tie(
                anchor,
                index,
                Some(OriginReason::NoSourceGiven(this.article.clone())),
                true,
            );
        }
    }
}

/// Which mentions are bound to each other, and by what.
struct Bonds {
    parent: Vec<usize>,
    ties: Vec<(usize, Option<OriginReason>, bool)>,
}

impl Bonds {
    fn new(mentions: usize) -> Self {
        Self {
            parent: (0..mentions).collect(),
            ties: Vec::new(),
        }
    }

    fn root(&self, mut mention: usize) -> usize {
        while let Some(&parent) = self
            .parent
            .get(mention)
            .filter(|&&parent| parent != mention)
        {
            mention = parent;
        }
        mention
    }

    fn tie(&mut self, a: usize, b: usize, reason: Option<OriginReason>, is_uncertain: bool) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        if low == high && reason.is_none() {
            return;
        }
        if let Some(parent) = self.parent.get_mut(high) {
            *parent = low;
        }
        self.ties.push((low, reason, is_uncertain && low != high));
    }

    fn are_tied(&self, a: usize, b: usize) -> bool {
        self.root(a) == self.root(b)
    }

    fn origins(&self, evidence: &[Evidence<'_>]) -> Vec<Origin> {
        let mut roots: Vec<usize> = Vec::new();
        for mention in 0..self.parent.len() {
            let root = self.root(mention);
            if !roots.contains(&root) {
                roots.push(root);
            }
        }
        roots
            .into_iter()
            .map(|root| {
                let mentions: Vec<usize> = (0..self.parent.len())
                    .filter(|&mention| self.root(mention) == root)
                    .collect();
                let ties = || self.ties.iter().filter(|tie| self.root(tie.0) == root);
                let is_uncertain = ties().any(|(_, _, doubtful)| *doubtful);
                let why: Vec<OriginReason> =
                    ties().filter_map(|(_, reason, _)| reason.clone()).collect();
                Origin {
                    name: evidence::name(evidence, &mentions, &why),
                    mentions,
                    why: reasons::without_repeats(why),
                    is_uncertain,
                }
            })
            .collect()
    }
}
