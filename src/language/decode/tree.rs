//! The best tree: every word one head, one root, no circles.
//!
//! The best head of every word is taken first; most sentences are a tree then. Else the maximum
//! spanning tree is searched (Chu and Liu 1965, Edmonds 1967) for each likely root.

use super::Table;

/// Roots that are tried when the best heads are no tree.
const ROOTS_TRIED: usize = 3;

/// Score of what is not allowed; far below any other.
const FORBIDDEN: f32 = -1e9;

/// The largest score either way; models stay far below.
const LARGEST: f32 = 1e4;

/// The head of every word: 0 for the root, else the number of a word and 1.
pub(super) fn heads(arcs: &Table) -> Vec<usize> {
    let words = arcs.rows().len();
    let mut scores: Vec<Vec<f32>> = arcs.rows().map(<[f32]>::to_vec).collect();
    for (word, row) in scores.iter_mut().enumerate() {
        for score in row.iter_mut() {
            *score = if score.is_nan() {
                -LARGEST
            } else {
                score.clamp(-LARGEST, LARGEST)
            };
        }
        if let Some(own) = row.get_mut(word + 1) {
            *own = FORBIDDEN;
        }
    }
    let greedy: Vec<usize> = scores.iter().map(|row| best(row, |_| true)).collect();
    let is_single = greedy.iter().filter(|&&head| head == 0).count() == 1;
    if is_single && circle(&greedy).is_none() || words == 0 {
        return greedy;
    }
    let mut roots: Vec<usize> = (0..words).collect();
    let root_score = |word: &usize| {
        scores
            .get(*word)
            .and_then(|row| row.first())
            .copied()
            .unwrap_or(FORBIDDEN)
    };
    roots.sort_by(|a, b| root_score(b).total_cmp(&root_score(a)).then(a.cmp(b)));
    roots.truncate(ROOTS_TRIED);
    let trees = roots.into_iter().map(|root| rooted(&scores, root));
    let mut chosen: Option<(f32, Vec<usize>)> = None;
    for (total, tree) in trees {
        if chosen.as_ref().is_none_or(|(best, _)| total > *best) {
            chosen = Some((total, tree));
        }
    }
    chosen.map_or(greedy, |(_, tree)| tree)
}

/// The best tree with this word as its only root, and the sum of its scores.
fn rooted(scores: &[Vec<f32>], root: usize) -> (f32, Vec<usize>) {
    let graph: Vec<Vec<f32>> = scores
        .iter()
        .enumerate()
        .map(|(word, row)| {
            let kept = row.iter().enumerate();
            let kept = kept.map(|(head, &score)| {
                if (head == 0) == (word == root) {
                    score
                } else {
                    FORBIDDEN
                }
            });
            kept.collect()
        })
        .collect();
    let tree = spanning(&graph);
    let total = tree
        .iter()
        .zip(scores)
        .filter_map(|(&head, row)| row.get(head))
        .sum();
    (total, tree)
}

/// The maximum spanning tree from node 0; row `i` holds the scores of the heads of node `i + 1`.
fn spanning(graph: &[Vec<f32>]) -> Vec<usize> {
    let heads: Vec<usize> = graph
        .iter()
        .enumerate()
        .map(|(node, row)| best(row, |head| head != node + 1))
        .collect();
    let Some(members) = circle(&heads) else {
        return heads;
    };
    let ring = Ring {
        graph,
        heads: &heads,
        members: &members,
    };
    // The circle becomes one node, the last of a smaller graph.
    let outside: Vec<usize> = (0..=graph.len())
        .filter(|node| !members.contains(node))
        .collect();
    let joint = outside.len();
    let mut smaller: Vec<Vec<f32>> = outside
        .iter()
        .skip(1)
        .map(|&node| {
            let scores = outside.iter().map(|&head| ring.score(node, head));
            scores.chain([ring.leave(node).1]).collect()
        })
        .collect();
    let enter = outside.iter().map(|&head| ring.enter(head).1);
    smaller.push(enter.chain([FORBIDDEN]).collect());
    let solved = spanning(&smaller);
    let outer = |head: usize| outside.get(head).copied().unwrap_or(0);
    let mut changed: Vec<(usize, usize)> = Vec::with_capacity(joint);
    for (&node, &head) in outside.iter().skip(1).zip(&solved) {
        let head = if head == joint {
            ring.leave(node).0
        } else {
            outer(head)
        };
        changed.push((node, head));
    }
    let into = solved.last().map_or(0, |&head| outer(head));
    changed.push((ring.enter(into).0, into));
    let mut heads = heads;
    for (node, head) in changed {
        if let Some(slot) = node.checked_sub(1).and_then(|i| heads.get_mut(i)) {
            *slot = head;
        }
    }
    heads
}

/// A circle of best heads in a graph.
struct Ring<'a> {
    graph: &'a [Vec<f32>],
    heads: &'a [usize],
    members: &'a [usize],
}

impl Ring<'_> {
    /// The score of a head for a node.
    fn score(&self, node: usize, head: usize) -> f32 {
        let row = node.checked_sub(1).and_then(|row| self.graph.get(row));
        row.and_then(|row| row.get(head))
            .copied()
            .unwrap_or(FORBIDDEN)
    }

    /// The member that best takes a head outside, and what that gains over its head inside.
    fn enter(&self, head: usize) -> (usize, f32) {
        strongest(self.members.iter().map(|&node| {
            let inside = node.checked_sub(1).and_then(|i| self.heads.get(i));
            let inside = inside.map_or(0.0, |&inside| self.score(node, inside));
            (node, self.score(node, head) - inside)
        }))
    }

    /// The member that is the best head of a node outside.
    fn leave(&self, node: usize) -> (usize, f32) {
        strongest(
            self.members
                .iter()
                .map(|&head| (head, self.score(node, head))),
        )
    }
}

/// The first node with the highest score.
fn strongest(nodes: impl Iterator<Item = (usize, f32)>) -> (usize, f32) {
    nodes
        .reduce(|best, new| if new.1 > best.1 { new } else { best })
        .unwrap_or((0, FORBIDDEN))
}

/// The best head in a row that is allowed; the first of equals.
fn best(row: &[f32], allowed: impl Fn(usize) -> bool) -> usize {
    let mut best: Option<(usize, f32)> = None;
    for (head, &score) in row.iter().enumerate().filter(|&(head, _)| allowed(head)) {
        if best.is_none_or(|(_, top)| score > top) {
            best = Some((head, score));
        }
    }
    best.map_or(0, |(head, _)| head)
}

/// The nodes of a circle, if there is one; `heads[i]` is the head of node `i + 1`.
fn circle(heads: &[usize]) -> Option<Vec<usize>> {
    let next = |node: usize| {
        node.checked_sub(1)
            .and_then(|i| heads.get(i))
            .copied()
            .unwrap_or(0)
    };
    let mut seen = vec![0; heads.len() + 1];
    for start in 1..=heads.len() {
        let mut node = start;
        while node != 0 && seen.get(node) == Some(&0) {
            if let Some(mark) = seen.get_mut(node) {
                *mark = start;
            }
            node = next(node);
        }
        if node != 0 && seen.get(node) == Some(&start) {
            let mut members = vec![node];
            let mut other = next(node);
            while other != node {
                members.push(other);
                other = next(other);
            }
            return Some(members);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::FileFailurePersistence;

    /// Whether heads are a tree with one root.
    fn is_tree(heads: &[usize]) -> bool {
        heads.iter().filter(|&&head| head == 0).count() == 1 && circle(heads).is_none()
    }

    /// The total of a tree.
    fn total(arcs: &Table, heads: &[usize]) -> f32 {
        heads
            .iter()
            .enumerate()
            .map(|(word, &head)| arcs.row(word)[head])
            .sum()
    }

    #[test]
    fn circles_are_broken_at_the_least_cost() {
        let arcs = Table::new(
            vec![
                5.0, 0.0, 9.0, 1.0, //
                4.0, 9.0, 0.0, 1.0, //
                0.0, 2.0, 3.0, 0.0,
            ],
            4,
        );
        let heads = heads(&arcs);
        assert_eq!(heads, [0, 1, 2]);
    }

    /// Cases that failed once are kept with the tests and tried first.
    fn config() -> ProptestConfig {
        ProptestConfig {
            failure_persistence: Some(Box::new(FileFailurePersistence::SourceParallel(
                "tests/regressions",
            ))),
            ..ProptestConfig::default()
        }
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn always_the_best_tree(scores in prop::collection::vec(-9_i8..9, 20)) {
            let arcs = Table::new(scores.iter().map(|&x| f32::from(x)).collect(), 5);
            let found = heads(&arcs);
            prop_assert!(is_tree(&found));
            let mut roots: Vec<usize> = (0..4).collect();
            roots.sort_by(|&a, &b| arcs.row(b)[0].total_cmp(&arcs.row(a)[0]));
            roots.truncate(ROOTS_TRIED);
            let mut best = FORBIDDEN;
            for code in 0..625_usize {
                let tree: Vec<usize> = (0..4).map(|i| code / 5_usize.pow(i) % 5).collect();
                let is_own = tree.iter().enumerate().any(|(i, &head)| head == i + 1);
                if is_tree(&tree) && !is_own && roots.iter().any(|&root| tree[root] == 0) {
                    best = best.max(total(&arcs, &tree));
                }
            }
            prop_assert!(total(&arcs, &found) >= best);
        }

        #[test]
        fn any_numbers_give_a_tree(scores in prop::collection::vec(prop::num::f32::ANY, 30 * 31)) {
            prop_assert!(is_tree(&heads(&Table::new(scores, 31))));
        }
    }
}
