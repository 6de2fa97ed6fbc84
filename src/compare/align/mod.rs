//! Which sentences of two texts belong together, many to many, by meaning.
//!
//! Pairs are scored (`score`) on evidence of several kinds and set against how much the two texts
//! share at all (`density`), then sentences are grouped (`groups`) so that inside each group as many
//! pairs as possible belong together and as few as possible do not. Must not look at which words
//! differ: that is `words`.

mod density;
mod groups;
mod pairs;
mod score;

pub(super) use groups::Group;

use super::evidence::Evidence;

/// Groups of sentences that tell the same, in order of their first sentence on the left. Sentences
/// without a partner stand in no group.
pub(super) fn align(left: &[Evidence], right: &[Evidence]) -> Vec<Group> {
    let pairs = pairs::score_all(left, right);
    let repeated = [pairs::repeated(left), pairs::repeated(right)];
    groups::group([left.len(), right.len()], &pairs, &repeated)
}
