//! Groups by average likeness: agglomerative clustering with average linkage over a sparse graph.
//!
//! Average linkage keeps a chain of chance likenesses from pulling two stories together, and finds
//! the same groups whatever the order of the articles, ties aside, which the order decides.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::likeness::Likeness;
use crate::corpus::heads::head;

/// Groups at least this alike on average tell one story. Set on development folders so that a folder
/// of one story stays whole and stories of one subject come apart.
const SAME_STORY: f64 = 0.16;
/// An article left alone joins the group it is most like from this likeness on …
const LONE_ARTICLE: f64 = 0.09;
/// … when it is at least this many times as like that group as any other.
const LONE_LEAD: f64 = 1.6;
/// Stories at least this alike on average are akin. Chance likenesses of unlike subjects are a
/// hundredth or two.
const AKIN: f64 = 0.05;
/// Most articles of stories that are akin; a story alone may have more.
const AKIN_MAX: usize = 64;

/// Articles by number, grouped twice; every article stands in exactly one group of each.
pub(super) struct Groups {
    /// Those that tell one story, each group in order.
    pub(super) stories: Vec<Vec<usize>>,
    /// Those whose stories are akin, each group in order: whole stories, one or more.
    pub(super) families: Vec<Vec<usize>>,
}

/// The groups of articles `0..articles`.
pub(super) fn cluster(articles: usize, likeness: &[Likeness]) -> Groups {
    let mut graph = Graph::new(articles, likeness);
    graph.merge_alike(SAME_STORY, usize::MAX);
    graph.join_lone_articles();
    let stories = graph.groups();
    graph.merge_alike(AKIN, AKIN_MAX);
    Groups {
        stories,
        families: graph.groups(),
    }
}

/// Groups and the sum of likenesses between each two that share one. Sums are kept in twice the length
/// of what they are made of, so that the order in which groups came together does not show in them.
struct Graph {
    members: Vec<Vec<usize>>,
    /// The group that took a group in; its own number where none did.
    within: Vec<usize>,
    links: Vec<Links>,
    /// A nought for each group, before and after links are added up.
    sums: Vec<f64>,
}

/// The groups that a group shares likeness with, each with the sum. A group that was taken in since
/// stands there under its old number: to rename it in the lists of all its neighbours, merge by merge,
/// would cost more than everything else.
type Links = Vec<(usize, f64)>;

/// Two groups that may be merged. Ordered by likeness, then the earlier groups first.
#[derive(PartialEq)]
struct Candidate {
    alike: f64,
    one: usize,
    other: usize,
    /// Sizes when the likeness was worked out; other sizes mean that it no longer holds.
    sizes: (usize, usize),
}

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.alike
            .total_cmp(&other.alike)
            .then_with(|| (other.one, other.other).cmp(&(self.one, self.other)))
            .then_with(|| other.sizes.cmp(&self.sizes))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Graph {
    fn new(articles: usize, likeness: &[Likeness]) -> Self {
        let mut links = vec![Links::default(); articles];
        for &(one, other, alike) in likeness {
            for (own, neighbour) in [(one, other), (other, one)] {
                if let Some(links) = links.get_mut(own) {
                    links.push((neighbour, f64::from(alike)));
                }
            }
        }
        Self {
            members: (0..articles).map(|article| vec![article]).collect(),
            within: (0..articles).collect(),
            links,
            sums: vec![0.0; articles],
        }
    }

    /// Takes out the groups that a group shares likeness with as they are now, each once, for as long as
    /// they are looked at.
    fn take_neighbours(&mut self, own: usize) -> Links {
        let Self {
            within,
            links,
            sums,
            ..
        } = self;
        let mut links = links.get_mut(own).map(std::mem::take).unwrap_or_default();
        links.retain_mut(|(group, sum)| {
            *group = head(within, *group);
            let Some(so_far) = sums.get_mut(*group).filter(|_| *group != own) else {
                return false;
            };
            let is_first = *so_far <= 0.0;
            *so_far += *sum;
            is_first
        });
        for (group, sum) in &mut links {
            *sum = sums.get_mut(*group).map_or(0.0, std::mem::take);
        }
        links
    }

    fn put_back(&mut self, own: usize, neighbours: Links) {
        if let Some(links) = self.links.get_mut(own) {
            *links = neighbours;
        }
    }

    /// The groups as they are, each in order.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups = self.members.clone();
        groups.retain(|members| !members.is_empty());
        for members in &mut groups {
            members.sort_unstable();
        }
        groups
    }

    fn size(&self, group: usize) -> usize {
        self.members.get(group).map_or(0, Vec::len)
    }

    fn candidate(&self, one: usize, other: usize, sum: f64) -> Candidate {
        let sizes = (self.size(one), self.size(other));
        Candidate {
            alike: sum / (sizes.0 * sizes.1).max(1) as f64,
            one,
            other,
            sizes,
        }
    }

    /// Merges groups that are at least `least` alike and hold `most` articles together at most, the
    /// most alike first.
    fn merge_alike(&mut self, least: f64, most: usize) {
        let may_merge = |candidate: &Candidate| {
            candidate.alike >= least && candidate.sizes.0 + candidate.sizes.1 <= most
        };
        let mut heap: BinaryHeap<Candidate> = BinaryHeap::new();
        for one in 0..self.members.len() {
            let neighbours = self.take_neighbours(one);
            let after = neighbours.iter().filter(|(other, _)| *other > one);
            let pairs = after.map(|&(other, sum)| self.candidate(one, other, sum));
            heap.extend(pairs.filter(may_merge));
            self.put_back(one, neighbours);
        }
        while let Some(best) = heap.pop() {
            if best.sizes != (self.size(best.one), self.size(best.other)) {
                continue;
            }
            self.merge(best.one, best.other);
            let one = best.one;
            let neighbours = self.take_neighbours(one);
            let pair =
                |&(other, sum): &(usize, f64)| self.candidate(one.min(other), one.max(other), sum);
            heap.extend(neighbours.iter().map(pair).filter(may_merge));
            self.put_back(one, neighbours);
        }
    }

    /// Puts the second group into the first.
    fn merge(&mut self, one: usize, other: usize) {
        let moved = self.members.get_mut(other).map(std::mem::take);
        if let Some(members) = self.members.get_mut(one) {
            members.extend(moved.unwrap_or_default());
        }
        if let Some(within) = self.within.get_mut(other) {
            *within = one;
        }
        let moved = self.links.get_mut(other).map(std::mem::take);
        if let Some(links) = self.links.get_mut(one) {
            links.extend(moved.unwrap_or_default());
        }
    }

    /// Joins articles that stayed alone to the one group they are clearly closest to.
    fn join_lone_articles(&mut self) {
        let mut joins: Vec<(usize, usize)> = Vec::new();
        for lone in 0..self.members.len() {
            if self.size(lone) != 1 {
                continue;
            }
            let mut best = (0.0_f64, None);
            let mut second = 0.0_f64;
            let neighbours = self.take_neighbours(lone);
            for &(group, sum) in &neighbours {
                if self.size(group) < 2 {
                    continue;
                }
                let alike = sum / self.size(group) as f64;
                // Of two that are equally close the earlier one is meant.
                let is_earlier = best.1.is_some_and(|other| group < other);
                if alike > best.0 || alike >= best.0 && is_earlier {
                    second = best.0;
                    best = (alike, Some(group));
                } else {
                    second = second.max(alike);
                }
            }
            self.put_back(lone, neighbours);
            if let (alike, Some(group)) = best
                && alike >= LONE_ARTICLE
                && alike >= LONE_LEAD * second
            {
                joins.push((group, lone));
            }
        }
        for (group, lone) in joins {
            self.merge(group, lone);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::cluster;

    #[test]
    fn articles_alike_on_average_stand_together() {
        let groups = cluster(
            5,
            &[
                (0, 1, 0.5),
                (0, 2, 0.4),
                (1, 2, 0.3),
                (2, 3, 0.3),
                (3, 4, 0.6),
            ],
        );
        assert_eq!(groups.stories, [vec![0, 1, 2], vec![3, 4]]);
    }

    #[test]
    fn stories_a_little_alike_are_akin() {
        let links = [
            (0, 1, 0.5),
            (2, 3, 0.5),
            (1, 2, 0.3),
            (4, 5, 0.5),
            (0, 4, 0.1),
        ];
        let groups = cluster(6, &links);
        assert_eq!(groups.stories, [vec![0, 1], vec![2, 3], vec![4, 5]]);
        assert_eq!(groups.families, [vec![0, 1, 2, 3], vec![4, 5]]);
    }

    #[test]
    fn a_lone_article_joins_the_group_it_is_clearly_closest_to() {
        let groups = cluster(3, &[(0, 1, 0.5), (0, 2, 0.11), (1, 2, 0.11)]);
        assert_eq!(groups.stories, [vec![0, 1, 2]]);
        let groups = cluster(3, &[(0, 1, 0.5), (0, 2, 0.05)]);
        assert_eq!(groups.stories, [vec![0, 1], vec![2]]);
    }

    #[test]
    fn no_articles_no_groups() {
        assert!(cluster(0, &[]).stories.is_empty());
    }
}
