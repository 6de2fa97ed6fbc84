//! Groups by average likeness: agglomerative clustering with average linkage over a sparse graph.
//!
//! Average linkage keeps a chain of chance likenesses from pulling two stories together, and finds
//! the same groups whatever the order of the articles, ties aside, which the order decides.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::likeness::Likeness;

/// Groups at least this alike on average tell one story. Set on development folders so that a folder
/// of one story stays whole and stories of one subject come apart.
const SAME_STORY: f32 = 0.16;
/// An article left alone joins the group it is most like from this likeness on …
const LONE_ARTICLE: f32 = 0.09;
/// … when it is at least this many times as like that group as any other.
const LONE_LEAD: f32 = 1.6;
/// Stories at least this alike on average are akin. Chance likenesses of unlike subjects are a
/// hundredth or two.
const AKIN: f32 = 0.05;
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

/// Groups and the sum of likenesses between each two that share one.
struct Graph {
    members: Vec<Vec<usize>>,
    links: Vec<Links>,
}

/// The groups that a group shares likeness with, in order, each with the sum.
#[derive(Clone, Default)]
struct Links(Vec<(usize, f32)>);

impl Links {
    /// Adds to the sum that is shared with a group.
    fn add(&mut self, group: usize, sum: f32) {
        match self.0.binary_search_by_key(&group, |link| link.0) {
            Ok(at) => {
                if let Some(link) = self.0.get_mut(at) {
                    link.1 += sum;
                }
            }
            Err(at) => self.0.insert(at, (group, sum)),
        }
    }

    /// Adds the sums of other links, all but that to `own`.
    fn add_all(&mut self, others: &[(usize, f32)], own: usize) {
        let mut added = others.iter().filter(|link| link.0 != own).peekable();
        let mut all = Vec::with_capacity(self.0.len() + others.len());
        for &(group, sum) in &self.0 {
            while let Some(&before) = added.next_if(|link| link.0 < group) {
                all.push(before);
            }
            let more = added.next_if(|link| link.0 == group);
            all.push((group, sum + more.map_or(0.0, |link| link.1)));
        }
        all.extend(added);
        self.0 = all;
    }

    /// Lets go of a group.
    fn remove(&mut self, group: usize) {
        if let Ok(at) = self.0.binary_search_by_key(&group, |link| link.0) {
            self.0.remove(at);
        }
    }
}

/// Two groups that may be merged. Ordered by likeness, then the earlier groups first.
#[derive(PartialEq)]
struct Candidate {
    alike: f32,
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
                    links.0.push((neighbour, alike));
                }
            }
        }
        for links in &mut links {
            links.0.sort_unstable_by_key(|link| link.0);
        }
        Self {
            members: (0..articles).map(|article| vec![article]).collect(),
            links,
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

    fn candidate(&self, one: usize, other: usize, sum: f32) -> Candidate {
        let sizes = (self.size(one), self.size(other));
        Candidate {
            alike: sum / (sizes.0 * sizes.1).max(1) as f32,
            one,
            other,
            sizes,
        }
    }

    /// Merges groups that are at least `least` alike and hold `most` articles together at most, the
    /// most alike first.
    fn merge_alike(&mut self, least: f32, most: usize) {
        let may_merge = |candidate: &Candidate| {
            candidate.alike >= least && candidate.sizes.0 + candidate.sizes.1 <= most
        };
        let mut heap: BinaryHeap<Candidate> = BinaryHeap::new();
        for (one, links) in self.links.iter().enumerate() {
            let after = links.0.iter().filter(|&&(other, _)| other > one);
            let pairs = after.map(|&(other, sum)| self.candidate(one, other, sum));
            heap.extend(pairs.filter(may_merge));
        }
        while let Some(best) = heap.pop() {
            if best.sizes != (self.size(best.one), self.size(best.other)) {
                continue;
            }
            self.merge(best.one, best.other);
            let links = self.links.get(best.one).map_or(&[][..], |links| &links.0);
            for &(other, sum) in links {
                let pair = self.candidate(best.one.min(other), best.one.max(other), sum);
                heap.extend(Some(pair).filter(may_merge));
            }
        }
    }

    /// Puts the second group into the first.
    fn merge(&mut self, one: usize, other: usize) {
        let moved = self.members.get_mut(other).map(std::mem::take);
        if let Some(members) = self.members.get_mut(one) {
            members.extend(moved.unwrap_or_default());
        }
        let links = self.links.get_mut(other).map(std::mem::take);
        let links = links.unwrap_or_default();
        for &(neighbour, sum) in &links.0 {
            if let Some(back) = self.links.get_mut(neighbour) {
                back.remove(other);
                if neighbour != one {
                    back.add(one, sum);
                }
            }
        }
        if let Some(own) = self.links.get_mut(one) {
            own.add_all(&links.0, one);
        }
    }

    /// Joins articles that stayed alone to the one group they are clearly closest to.
    fn join_lone_articles(&mut self) {
        let mut joins: Vec<(usize, usize)> = Vec::new();
        for (lone, links) in self.links.iter().enumerate() {
            if self.size(lone) != 1 {
                continue;
            }
            let mut best = (0.0_f32, None);
            let mut second = 0.0_f32;
            for &(group, sum) in &links.0 {
                if self.size(group) < 2 {
                    continue;
                }
                let alike = sum / self.size(group) as f32;
                if alike > best.0 {
                    second = best.0;
                    best = (alike, Some(group));
                } else {
                    second = second.max(alike);
                }
            }
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
