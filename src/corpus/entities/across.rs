//! Classes of different articles that are one: by full name, spelling, acronym; a bare surname
//! joins the only person of the collection who bears it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::form;
use super::gather::Occurrence;
use super::same;
use super::within::Class;
use crate::language::lexicon::Sex;
use crate::model::EntityKind;

/// Groups classes; gives for every class the number of its group, in order of first sight.
pub(super) fn groups(all: &[Occurrence], classes: &[Class]) -> (Vec<usize>, Vec<(usize, String)>) {
    let mut parents: Vec<usize> = (0..classes.len()).collect();
    let mut why = Vec::new();
    by_full_name(classes, &mut parents);
    by_spelling(all, classes, &mut parents, &mut why);
    by_acronym(all, classes, &mut parents, &mut why);
    by_short_name(all, classes, &mut parents, &mut why);
    by_surname(all, classes, &mut parents, &mut why);
    let roots: Vec<usize> = (0..classes.len())
        .map(|class| root(&parents, class))
        .collect();
    (roots, why)
}

/// The first class of the group.
fn root(parents: &[usize], mut class: usize) -> usize {
    while let Some(&parent) = parents.get(class) {
        if parent == class {
            break;
        }
        class = parent;
    }
    class
}

fn unite(parents: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(parents, a), root(parents, b));
    if let Some(parent) = parents.get_mut(a.max(b)) {
        *parent = a.min(b);
    }
}

fn by_full_name(classes: &[Class], parents: &mut [usize]) {
    let mut first: HashMap<(EntityKind, &[String]), usize> = HashMap::new();
    for (index, class) in classes.iter().enumerate() {
        // A bare surname is not a name to join by before the full names are known.
        if class.kind == EntityKind::Person && class.full.len() < 2 {
            continue;
        }
        match first.get(&(class.kind, &*class.full)) {
            Some(&other) => unite(parents, other, index),
            None => {
                first.insert((class.kind, &*class.full), index);
            }
        }
    }
}

/// Full names of people that differ by a middle name, an initial or the transliteration.
fn by_spelling(
    all: &[Occurrence],
    classes: &[Class],
    parents: &mut [usize],
    why: &mut Vec<(usize, String)>,
) {
    let mut buckets: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, class) in classes.iter().enumerate() {
        if class.kind == EntityKind::Person
            && class.full.len() > 1
            && root(parents, index) == index
            && let Some(last) = class.full.last()
        {
            buckets.entry(form::skeleton(last)).or_default().push(index);
        }
    }
    for bucket in buckets.values() {
        for (at, &a) in bucket.iter().enumerate() {
            // Many bearers of one surname are many people; only the nearest are compared.
            for &b in bucket.iter().skip(at + 1).take(32) {
                let (Some(one), Some(other)) = (classes.get(a), classes.get(b)) else {
                    continue;
                };
                let fits = same::spelled_alike(&one.full, &other.full)
                    || same::shortens(EntityKind::Person, &one.full, "", &other.full)
                    || same::shortens(EntityKind::Person, &other.full, "", &one.full);
                if fits && !opposed(one.sex, other.sex) {
                    unite(parents, a, b);
                    why.push((
                        a,
                        format!(
                            "“{}” is another spelling or a shorter form of the name",
                            surface(all, other)
                        ),
                    ));
                }
            }
        }
    }
}

fn opposed(a: Option<Sex>, b: Option<Sex>) -> bool {
    matches!(
        (a, b),
        (Some(Sex::Male), Some(Sex::Female)) | (Some(Sex::Female), Some(Sex::Male))
    )
}

fn surface<'a>(all: &'a [Occurrence], class: &Class) -> &'a str {
    class
        .members
        .first()
        .and_then(|&member| all.get(member))
        .map_or("", |occurrence| &*occurrence.surface)
}

/// An acronym joins the only organisation of the collection whose first letters it is.
fn by_acronym(
    all: &[Occurrence],
    classes: &[Class],
    parents: &mut [usize],
    why: &mut Vec<(usize, String)>,
) {
    let mut full: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut told: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (index, class) in classes
        .iter()
        .enumerate()
        .filter(|(_, class)| class.kind == EntityKind::Organisation)
    {
        // Classes of one full name are one by now.
        if class.full.len() > 1 && root(parents, index) == index {
            for initials in form::initials(&class.full)
                .into_iter()
                .filter(|letters| letters.len() > 1)
            {
                full.entry(initials).or_default().insert(index);
            }
        }
        // An acronym that an article explains stands for that in the whole collection.
        for &member in &class.members {
            if let Some(occurrence) = all
                .get(member)
                .filter(|o| class.full.len() > 1 && same::is_acronym(&o.surface))
            {
                told.entry(occurrence.tokens.join(" "))
                    .or_default()
                    .insert(root(parents, index));
            }
        }
    }
    // Two names that articles explain the same acronym with, of which one ends in the other.
    for bearers in told.values() {
        let bearers: Vec<usize> = bearers.iter().copied().collect();
        for (at, &a) in bearers.iter().enumerate() {
            for &b in bearers.iter().skip(at + 1).take(8) {
                if let (Some(one), Some(other)) = (classes.get(a), classes.get(b))
                    && (one.full.ends_with(&other.full) || other.full.ends_with(&one.full))
                {
                    unite(parents, a, b);
                }
            }
        }
    }
    for (index, class) in classes.iter().enumerate() {
        let [acronym] = &*class.full else {
            continue;
        };
        let is_acronym =
            class.kind == EntityKind::Organisation && same::is_acronym(surface(all, class));
        if !is_acronym {
            continue;
        }
        let roots = |set: &BTreeSet<usize>| {
            set.iter()
                .map(|&class| root(parents, class))
                .collect::<BTreeSet<_>>()
        };
        let bearers = told
            .get(acronym)
            .or_else(|| full.get(acronym))
            .map(roots)
            .unwrap_or_default();
        if bearers.len() == 1
            && let Some(&bearer) = bearers.first()
        {
            unite(parents, bearer, index);
            why.push((
                bearer,
                format!("“{}” are its first letters", surface(all, class)),
            ));
        }
    }
}

/// A short name that an article uses for one organisation ("Apple" for "Apple Computer") stands for it
/// in the other articles too, if no article uses it for another.
fn by_short_name(
    all: &[Occurrence],
    classes: &[Class],
    parents: &mut [usize],
    why: &mut Vec<(usize, String)>,
) {
    let mut told: BTreeMap<&[String], BTreeSet<usize>> = BTreeMap::new();
    for (index, class) in classes.iter().enumerate() {
        if class.kind != EntityKind::Organisation {
            continue;
        }
        for member in class.members.iter().filter_map(|&member| all.get(member)) {
            if member.tokens.len() < class.full.len() {
                told.entry(&member.tokens).or_default().insert(index);
            }
        }
    }
    for (index, class) in classes.iter().enumerate() {
        if class.kind != EntityKind::Organisation {
            continue;
        }
        let bearers: BTreeSet<usize> = told
            .get(&*class.full)
            .into_iter()
            .flatten()
            .map(|&bearer| root(parents, bearer))
            .collect();
        if bearers.len() == 1
            && let Some(&bearer) = bearers.first()
            && bearer != root(parents, index)
        {
            unite(parents, bearer, index);
            why.push((
                bearer,
                format!(
                    "“{}” is its short name in another article",
                    surface(all, class)
                ),
            ));
        }
    }
}

/// A surname alone joins the only person who bears it, unless what is known of them disagrees.
fn by_surname(
    all: &[Occurrence],
    classes: &[Class],
    parents: &mut [usize],
    why: &mut Vec<(usize, String)>,
) {
    let mut bearers: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (index, class) in classes.iter().enumerate() {
        if class.kind == EntityKind::Person
            && class.full.len() > 1
            && !same::names_father(&class.full, class.full.len() - 1)
            && let Some(last) = class.full.last()
        {
            bearers
                .entry(last)
                .or_default()
                .insert(root(parents, index));
        }
    }
    let mut lone: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, class) in classes.iter().enumerate() {
        let [name] = &*class.full else {
            continue;
        };
        if class.kind != EntityKind::Person {
            continue;
        }
        let roots: BTreeSet<usize> = bearers
            .get(name.as_str())
            .into_iter()
            .flatten()
            .map(|&bearer| root(parents, bearer))
            .filter(|&bearer| !opposed(classes.get(bearer).and_then(|class| class.sex), class.sex))
            .collect();
        if roots.len() == 1
            && let Some(&bearer) = roots.first()
        {
            unite(parents, bearer, index);
            why.push((
                bearer,
                format!(
                    "“{}” is the surname of only one person in the collection",
                    surface(all, class)
                ),
            ));
        } else if roots.is_empty() {
            match lone.get(name.as_str()) {
                Some(&other) => unite(parents, other, index),
                None => {
                    lone.insert(name, index);
                }
            }
        }
    }
}
