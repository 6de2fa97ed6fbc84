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

use super::{Drawn, Text};
use crate::model::Story;
use vectors::Vectors;

/// Articles by the story they tell, which has no name yet.
pub(super) struct Stories {
    /// For each article its story's position.
    pub(super) story_of: Vec<usize>,
    /// Articles whose stories are akin, by number; each stands in exactly one family, in order.
    pub(super) families: Vec<Vec<usize>>,
    /// The articles of every story: the largest first, then in the order of the collection.
    groups: Vec<Vec<usize>>,
    /// The words by which they were grouped.
    vectors: Vectors,
}

/// Groups articles by story; what links them does not matter. `drawn` is what was drawn from each of
/// `texts`.
pub(super) fn group(texts: &[Text<'_>], drawn: &[&Drawn]) -> Stories {
    let vectors = vectors::vectors(texts, drawn);
    let likeness = likeness::likeness(&vectors);
    let cluster::Groups {
        stories: mut groups,
        families,
    } = cluster::cluster(texts.len(), &likeness);
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first().copied()));
    let mut story_of = vec![0; texts.len()];
    for (number, group) in groups.iter().enumerate() {
        for &article in group {
            if let Some(slot) = story_of.get_mut(article) {
                *slot = number;
            }
        }
    }
    Stories {
        story_of,
        families,
        groups,
        vectors,
    }
}

impl Stories {
    /// Every story with its name, in the order of their positions; `texts` are linked.
    pub(super) fn named(&self, texts: &[Text<'_>]) -> Vec<Story> {
        let names = name::names(texts, &self.vectors, &self.groups);
        let stories = self.groups.iter().zip(names);
        stories
            .map(|(group, name)| {
                let mut articles: Vec<&Text<'_>> =
                    group.iter().filter_map(|&at| texts.get(at)).collect();
                articles.sort_by_key(|text| text.article.published.order());
                let articles = articles.into_iter();
                Story {
                    name,
                    articles: articles.map(|text| text.article.id.clone()).collect(),
                }
            })
            .collect()
    }
}
