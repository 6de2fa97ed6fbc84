//! Names of one article that are one: full name and surname, long form and short form, acronym.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::form;
use super::gather::Occurrence;
use super::{juniors, roles, same};
use crate::language::lexicon::Sex;
use crate::model::EntityKind;

/// Occurrences of one article that name one thing.
#[derive(Clone, Debug)]
pub(super) struct Class {
    /// What they name.
    pub(super) kind: EntityKind,
    /// The fullest name, in the form under which names are compared.
    pub(super) full: Arc<[String]>,
    /// Indexes of the occurrences, in order.
    pub(super) members: Vec<usize>,
    /// Titles in front of the names.
    pub(super) titles: BTreeSet<String>,
    /// What titles and given names say of a person; `None` when nothing or both.
    pub(super) sex: Option<Sex>,
    /// Why a short name was taken for the full one, by the short name as written.
    pub(super) why: Vec<String>,
}

/// Groups the occurrences of one article; `range` are their indexes.
pub(super) fn classes(all: &[Occurrence], range: std::ops::Range<usize>) -> Vec<Class> {
    let mut names: BTreeMap<(EntityKind, Arc<[String]>), Vec<usize>> = BTreeMap::new();
    for index in range {
        if let Some(occurrence) = all.get(index) {
            names
                .entry((occurrence.kind, occurrence.tokens.clone()))
                .or_default()
                .push(index);
        }
    }
    let mut ordered: Vec<_> = names.into_iter().collect();
    // Longest names first; an acronym after what it may stand for.
    ordered.sort_by(|a, b| {
        b.0.1
            .len()
            .cmp(&a.0.1.len())
            .then(a.1.first().cmp(&b.1.first()))
    });
    let mut found: Vec<Class> = Vec::new();
    let mut index: BTreeMap<(EntityKind, String), Vec<usize>> = BTreeMap::new();
    for ((kind, tokens), members) in ordered {
        let candidates = candidates(all, &found, &index, kind, &tokens, &members);
        match candidates.as_slice() {
            [] => {
                let own = found.len();
                for word in index_words(kind, &tokens) {
                    index.entry((kind, word)).or_default().push(own);
                }
                found.push(new_class(all, kind, tokens, members));
            }
            [only] => join(all, &mut found, *only, &members),
            several => spread(all, &mut found, several, &members),
        }
    }
    found
}

/// Words under which a class is looked up: its first and last word, its initials.
fn index_words(kind: EntityKind, tokens: &[String]) -> BTreeSet<String> {
    let mut words: BTreeSet<String> = tokens.iter().cloned().collect();
    if kind == EntityKind::Organisation && tokens.len() > 1 {
        words.extend(
            form::initials(tokens)
                .into_iter()
                .map(|initials| format!("({initials})")),
        );
    }
    words
}

fn candidates(
    all: &[Occurrence],
    classes: &[Class],
    index: &BTreeMap<(EntityKind, String), Vec<usize>>,
    kind: EntityKind,
    tokens: &[String],
    members: &[usize],
) -> Vec<usize> {
    let explicit = members.iter().find_map(|&member| {
        let other = all.get(member)?.bracket?;
        classes
            .iter()
            .position(|class| class.kind == kind && class.members.contains(&other))
    });
    if let Some(class) = explicit.filter(|_| kind != EntityKind::Place) {
        return vec![class];
    }
    let surface = members
        .first()
        .and_then(|&member| all.get(member))
        .map_or("", |o| &*o.surface);
    let mut keys: BTreeSet<String> = tokens
        .first()
        .into_iter()
        .chain(tokens.last())
        .cloned()
        .collect();
    keys.extend(tokens.first().map(|word| format!("({word})")));
    let mut found: BTreeSet<usize> = BTreeSet::new();
    for key in keys {
        for &class in index.get(&(kind, key)).into_iter().flatten() {
            if classes
                .get(class)
                .is_some_and(|class| same::shortens(kind, tokens, surface, &class.full))
            {
                found.insert(class);
            }
        }
    }
    // The surname alone is the father's where he stands in the article, or where it says "Brandt Jr.".
    let is_son = |class: &usize| {
        classes
            .get(*class)
            .is_some_and(|c| juniors::is_parted(&c.full))
    };
    let is_apart = |class: &usize| {
        let members = classes.get(*class).map_or(&[][..], |class| &class.members);
        let mut names = members.iter().filter_map(|&member| all.get(member));
        names.any(|name| name.tokens.len() == 2)
    };
    if !juniors::is_parted(tokens) {
        let has_father = found.iter().any(|class| !is_son(class));
        found.retain(|class| !is_son(class) || !has_father && !is_apart(class));
    }
    found.into_iter().collect()
}

fn new_class(
    all: &[Occurrence],
    kind: EntityKind,
    full: Arc<[String]>,
    members: Vec<usize>,
) -> Class {
    let mut class = Class {
        kind,
        full,
        members: Vec::new(),
        titles: BTreeSet::new(),
        sex: None,
        why: Vec::new(),
    };
    for member in members {
        add(all, &mut class, member);
    }
    class
}

fn add(all: &[Occurrence], class: &mut Class, member: usize) {
    class.members.push(member);
    if let Some(occurrence) = all.get(member) {
        class.titles.extend(occurrence.roles.iter().cloned());
        class.sex = class
            .sex
            .filter(|sex| *sex != Sex::Either)
            .or(occurrence.sex);
    }
}

fn join(all: &[Occurrence], classes: &mut [Class], class: usize, members: &[usize]) {
    if let Some(class) = classes.get_mut(class) {
        for &member in members {
            add(all, class, member);
        }
        if let Some(short) = members.first().and_then(|&member| all.get(member)) {
            class.why.push(same::why(class.kind, &short.surface));
        }
        class.members.sort_unstable();
    }
}

/// Gives each occurrence of an ambiguous short name to one of several classes: by title and sex,
/// else to the one named last before it.
fn spread(all: &[Occurrence], classes: &mut [Class], several: &[usize], members: &[usize]) {
    for &member in members {
        let Some(occurrence) = all.get(member) else {
            continue;
        };
        let score = |class: &Class| {
            let title = occurrence.title.as_ref().map_or(0, |title| {
                if class.titles.iter().any(|role| roles::fits(title, role)) {
                    2
                } else {
                    0
                }
            });
            let sex = match (occurrence.sex, class.sex) {
                (Some(a), Some(b)) if a == Sex::Either || b == Sex::Either => 0,
                (Some(a), Some(b)) if a == b => 2,
                (Some(_), Some(_)) => -4,
                _ => 0,
            };
            let nearest = class
                .members
                .iter()
                .rev()
                .find(|&&other| other < member)
                .map_or(0, |&other| other + 1);
            (title + sex, nearest)
        };
        let best = several
            .iter()
            .filter_map(|&class| {
                classes
                    .get(class)
                    .map(|found| (score(found), std::cmp::Reverse(class)))
            })
            .max();
        if let Some((_, std::cmp::Reverse(class))) = best
            && let Some(class) = classes.get_mut(class)
        {
            add(all, class, member);
            class.members.sort_unstable();
        }
    }
}
