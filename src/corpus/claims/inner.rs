//! Inner clauses: what somebody is to do, plans or is led to do, inside a clause that is a unit already.
//!
//! "The strike has led the Guard to move its drones" may be told elsewhere as "the Guard has been moving
//! drones": the inner clause meets what the whole does not. It becomes a claim only with another
//! article, and only where the clauses around it are not gathered already.

use std::collections::HashMap;

use crate::language::Relation;
use crate::language::tree::Tree;

use super::clause;
use super::cluster::Group;
use super::unit::Unit;

/// Fewest content words of an inner clause.
const CONTENT_MIN: usize = 3;
/// Most clauses that an inner one may stand in.
const DEPTH_MAX: usize = 8;

/// Whether an inner clause starts at this word: an infinitive or participle with an object of its own.
pub(super) fn is_head(tree: &Tree<'_>, word: usize) -> bool {
    let is_governed = match tree.relation(word) {
        Relation::Xcomp | Relation::Ccomp => true,
        Relation::Acl | Relation::Advcl => clause::is_infinitive(tree, word),
        _ => false,
    };
    is_governed
        && tree.is_verb(word)
        && tree.child(word, Relation::Obj).is_some()
        && clause::content(tree, word) >= CONTENT_MIN
}

/// The words that lead from the clause around to the inner clause at `head`, the outermost first:
/// `heads` are the clauses of the sentence, in order. None where no clause is around it.
pub(super) fn leads(tree: &Tree<'_>, head: usize, heads: &[usize]) -> Option<Vec<usize>> {
    let mut leads = Vec::new();
    let mut current = head;
    while leads.len() < DEPTH_MAX {
        current = tree.head(current)?;
        leads.push(current);
        if heads.binary_search(&current).is_ok() {
            leads.reverse();
            return Some(leads);
        }
    }
    None
}

/// The groups without inner clauses that add nothing: those that stand alone, and those whose
/// outer clauses are one claim already.
pub(super) fn without_repeats(mut groups: Vec<Group>, units: &[Unit]) -> Vec<Group> {
    let mut group_of: HashMap<(usize, usize), usize> = HashMap::new();
    for (number, group) in groups.iter().enumerate() {
        let members = group.iter().filter_map(|&index| units.get(index));
        group_of.extend(members.map(|unit| ((unit.article, unit.head), number)));
    }
    let is_inner = |&index: &usize| units.get(index).is_some_and(|unit| unit.inside.is_some());
    let around = |&index: &usize| {
        let unit = units.get(index)?;
        group_of.get(&(unit.article, unit.inside?))
    };
    groups.retain(|group| {
        let first = group.first().and_then(around);
        let is_told_around = first.is_some() && group.iter().all(|index| around(index) == first);
        !group.iter().all(is_inner) || group.len() > 1 && !is_told_around
    });
    groups
}
