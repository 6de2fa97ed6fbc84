//! Articles grouped by the story they tell, each group with a name of its own.
//!
//! Articles are told apart by their rare words (`vectors`), grouped by how alike they are on average
//! (`cluster`), and named by a phrase (`phrase`) that says what their group tells and others do not (`name`). Every article stands
//! in exactly one story; stories that are a little alike are akin, and make a family. Must not look at claims: they are gathered inside stories afterwards.

mod cluster;
mod likeness;
mod name;
mod phrase;
mod vectors;

use super::Text;
use crate::model::Story;

/// Articles by the story they tell.
pub(super) struct Stories {
    /// Every story: the largest first, then in the order of the collection.
    pub(super) all: Vec<Story>,
    /// For each article its story's position.
    pub(super) story_of: Vec<usize>,
    /// Articles whose stories are akin, by number; each stands in exactly one family, in order.
    pub(super) families: Vec<Vec<usize>>,
}

/// Groups articles by story.
pub(super) fn group(texts: &[Text<'_>]) -> Stories {
    let vectors = vectors::vectors(texts);
    let likeness = likeness::likeness(&vectors);
    let cluster::Groups {
        stories: mut groups,
        families,
    } = cluster::cluster(texts.len(), &likeness);
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first().copied()));
    let names = name::names(texts, &vectors, &groups);
    for group in &mut groups {
        group.sort_by_key(|&at| {
            let text = texts.get(at);
            (text.map(|text| text.article.published.order()), at)
        });
    }
    let mut story_of = vec![0; texts.len()];
    for (number, group) in groups.iter().enumerate() {
        for &article in group {
            if let Some(slot) = story_of.get_mut(article) {
                *slot = number;
            }
        }
    }
    let stories = groups
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
        .collect();
    Stories {
        all: stories,
        story_of,
        families,
    }
}
