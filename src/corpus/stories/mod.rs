//! Articles grouped by the story they tell, each group with a name of its own.
//!
//! Articles are told apart by their rare words (`vectors`), grouped by how alike they are on average
//! (`cluster`), and named by what their group says and others do not (`name`). Every article stands
//! in exactly one story. Must not look at claims: they are gathered inside stories afterwards.

mod cluster;
mod likeness;
mod name;
mod vectors;

use super::Text;
use crate::model::Story;

/// Groups articles by story: the largest first, then in the order of the collection.
pub(super) fn group(texts: &[Text<'_>]) -> Vec<Story> {
    let vectors = vectors::vectors(texts);
    let likeness = likeness::likeness(&vectors);
    let mut groups = cluster::cluster(texts.len(), &likeness);
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first().copied()));
    let names = name::names(texts, &vectors, &groups);
    groups
        .into_iter()
        .zip(names)
        .map(|(group, name)| Story {
            name,
            articles: group
                .into_iter()
                .filter_map(|index| texts.get(index))
                .map(|text| text.article.id.clone())
                .collect(),
        })
        .collect()
}
