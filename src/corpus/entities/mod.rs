//! Who and what the collection speaks of: one entity for all its names, across all articles.
//!
//! Owns the decision which mentions are one entity. First within each article, where a short form
//! follows a full name; then across articles, by the full names. Two people of one surname stay
//! apart, a country and its people stay apart. Knows only what the collection and the lists of facts
//! tell; must not identify anyone from outside.

mod across;
mod descriptions;
mod form;
mod gather;
mod juniors;
mod kinds;
mod pronouns;
mod roles;
mod same;
mod sources;
mod within;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use self::gather::Occurrence;
use self::sources::Known;
use self::within::Class;
use super::Document;
use crate::language::lexicon::{self, OrganisationKind, Sex};
use crate::model::{ArticleFindings, Entity, EntityId, EntityKind};

/// Links every named mention of the collection to an entity; gives the entities in order of first
/// mention, and the findings of each article with the links in them.
pub fn link(documents: &[Document]) -> (Vec<Entity>, Vec<ArticleFindings>) {
    let mut findings: Vec<ArticleFindings> = documents
        .par_iter()
        .map(|document| (*document.findings).clone())
        .collect();
    kinds::settle(documents, &mut findings);
    let all = gather::occurrences(documents, &findings);
    let all = juniors::parted(all, documents, &findings);
    let ends = |doc: usize| all.partition_point(|occurrence| occurrence.doc < doc);
    let classes: Vec<Class> = (0..documents.len())
        .into_par_iter()
        .flat_map_iter(|doc| within::classes(&all, ends(doc)..ends(doc + 1)))
        .collect();
    let (roots, why) = across::groups(&all, &classes);
    let (entities, of_occurrence) = entities(documents, &all, &classes, &roots, &why);
    for (occurrence, entity) in all.iter().zip(&of_occurrence) {
        if let Some(findings) = findings.get_mut(occurrence.doc) {
            let mentions = if occurrence.in_title {
                &mut findings.title_mentions
            } else {
                &mut findings.mentions
            };
            if let Some(mention) = mentions.get_mut(occurrence.index) {
                mention.entity = *entity;
            }
        }
    }
    let sexes = sexes(&all, &of_occurrence);
    let known = Known {
        entities: &entities,
        sexes: &sexes,
    };
    let articles = documents.par_iter().zip(&mut findings);
    articles.for_each(|(document, findings)| sources::resolve(document, findings, known));
    (entities, findings)
}

/// What titles and given names say of each person; the first word stands.
fn sexes(all: &[Occurrence], of_occurrence: &[Option<EntityId>]) -> BTreeMap<EntityId, Sex> {
    let mut sexes = BTreeMap::new();
    for (occurrence, entity) in all.iter().zip(of_occurrence) {
        if let (Some(entity), Some(sex)) =
            (entity, occurrence.sex.filter(|sex| *sex != Sex::Either))
        {
            sexes.entry(*entity).or_insert(sex);
        }
    }
    sexes
}

/// One entity per group of classes, numbered by first mention.
fn entities(
    documents: &[Document],
    all: &[Occurrence],
    classes: &[Class],
    roots: &[usize],
    why: &[(usize, String)],
) -> (Vec<Entity>, Vec<Option<EntityId>>) {
    let mut class_of: Vec<Option<usize>> = vec![None; all.len()];
    for (class, &root) in classes.iter().zip(roots) {
        for &member in &class.members {
            if let Some(slot) = class_of.get_mut(member) {
                *slot = Some(root);
            }
        }
    }
    let mut numbers: BTreeMap<usize, EntityId> = BTreeMap::new();
    let mut members: Vec<Vec<usize>> = Vec::new();
    let mut of_occurrence: Vec<Option<EntityId>> = Vec::with_capacity(all.len());
    for (index, root) in class_of.iter().enumerate() {
        let Some(root) = root else {
            of_occurrence.push(None);
            continue;
        };
        let next = EntityId(u32::try_from(members.len()).unwrap_or(u32::MAX));
        let id = *numbers.entry(*root).or_insert(next);
        if id == next {
            members.push(Vec::new());
        }
        if let Some(own) = members.get_mut(id.0 as usize) {
            own.push(index);
        }
        of_occurrence.push(Some(id));
    }
    let mut reasons: BTreeMap<EntityId, Vec<String>> = BTreeMap::new();
    let told = classes
        .iter()
        .zip(roots)
        .flat_map(|(class, &root)| class.why.iter().map(move |line| (root, line)));
    for (class, line) in told.chain(
        why.iter()
            .map(|(class, line)| (roots.get(*class).copied().unwrap_or(*class), line)),
    ) {
        if let Some(&id) = numbers.get(&class) {
            let lines = reasons.entry(id).or_default();
            if !lines.contains(line) {
                lines.push(line.clone());
            }
        }
    }
    let outlets: BTreeSet<String> = documents
        .iter()
        .filter_map(|document| document.article.outlet.as_deref().map(str::to_lowercase))
        .collect();
    let entities = members
        .iter()
        .enumerate()
        .map(|(number, members)| {
            let id = EntityId(u32::try_from(number).unwrap_or(u32::MAX));
            entity(
                &outlets,
                all,
                members,
                id,
                reasons.remove(&id).unwrap_or_default(),
            )
        })
        .collect();
    (entities, of_occurrence)
}

fn entity(
    outlets: &BTreeSet<String>,
    all: &[Occurrence],
    members: &[usize],
    id: EntityId,
    why: Vec<String>,
) -> Entity {
    let occurrences: Vec<&Occurrence> = members
        .iter()
        .filter_map(|&member| all.get(member))
        .collect();
    let kind = occurrences
        .first()
        .map_or(EntityKind::Person, |occurrence| occurrence.kind);
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (order, occurrence) in occurrences.iter().enumerate() {
        counts.entry(&*occurrence.surface).or_insert((0, order)).0 += 1;
    }
    let mut names: Vec<(&str, usize, usize)> = counts
        .into_iter()
        .map(|(name, (count, order))| (name, count, order))
        .collect();
    names.sort_by(|a, b| b.1.cmp(&a.1).then(a.2.cmp(&b.2)));
    let fullness = |name: &str| form::words(name).len().min(6);
    let name = names
        .iter()
        .enumerate()
        .max_by(|(i, a), (j, b)| {
            fullness(a.0)
                .cmp(&fullness(b.0))
                .then(is_cut(kind, b.0).cmp(&is_cut(kind, a.0)))
                .then(is_shouted(b.0).cmp(&is_shouted(a.0)))
                .then(j.cmp(i))
        })
        .map_or("", |(_, name)| name.0);
    let name = plainer(kind, name, &names);
    let is_media = kind == EntityKind::Organisation
        && names.iter().any(|(name, _, _)| is_media(outlets, name));
    Entity {
        id,
        kind,
        name: spelled_out(kind, name).to_owned(),
        aliases: names
            .iter()
            .map(|(other, _, _)| (*other).to_owned())
            .filter(|other| other != name)
            .collect(),
        is_media,
        why,
    }
}

/// How many times as often a shorter name of several words must stand than the fullest one.
const PLAINER_MIN: usize = 3;

/// The name by which a body is mostly called, where the fullest one only has more in front or behind, once
/// in a while: "State Department" for "Obama State Department", "Senate" for "GOP Senate".
fn plainer<'a>(kind: EntityKind, name: &'a str, names: &[(&'a str, usize, usize)]) -> &'a str {
    if kind != EntityKind::Organisation || names.len() < 2 {
        return name;
    }
    let full = form::tokens(name, kind);
    let count = names.iter().find(|other| other.0 == name);
    let count = count.map_or(0, |(_, count, _)| *count);
    let is_plainer = |other: &str, times: usize| {
        let short = form::tokens(other, kind);
        let front = full.strip_suffix(&short[..]).unwrap_or_default();
        let qualifies = |word: &String| {
            lexicon::groups(word).next().is_some() || matches!(word.as_str(), "gop" | "non")
        };
        let is_qualified = !front.is_empty() && front.iter().all(qualifies);
        let is_part = full.ends_with(&short) || full.starts_with(&short);
        let is_usual = short.len() > 1 && is_part && times >= PLAINER_MIN * count;
        short.len() < full.len() && (is_qualified && times >= count || is_usual)
    };
    let mut others = names.iter();
    others
        .find(|(other, times, _)| is_plainer(other, *times))
        .map_or(name, |(other, _, _)| other)
}

/// The usual name of a state or region that is only given in short.
fn spelled_out(kind: EntityKind, name: &str) -> &str {
    let region = Some(name).filter(|name| is_cut(kind, name));
    region
        .and_then(lexicon::region)
        .map_or(name, |region| region.name)
}

/// "Calif.": a place with a full stop behind its name is shortened.
fn is_cut(kind: EntityKind, name: &str) -> bool {
    kind == EntityKind::Place && name.ends_with('.')
}

/// Whether a name is written in capitals throughout, as headlines and datelines do.
fn is_shouted(name: &str) -> bool {
    name.len() > 5 && name.chars().all(|c| !c.is_lowercase())
}

/// Whether an organisation is a news outlet: it is listed as one, published an article of the
/// collection, or its name has a word of the press.
fn is_media(outlets: &BTreeSet<String>, name: &str) -> bool {
    lexicon::outlet(name).is_some()
        || outlets.contains(&name.to_lowercase())
        || form::words(name).iter().any(|word| {
            lexicon::organisation_words(word).any(|word| word.kind == OrganisationKind::Media)
        })
}
