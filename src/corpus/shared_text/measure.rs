//! How much text two articles share, exactly.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::model::SameTextKind;

use super::words::{Hashed, Words, run_hash};

/// A shared run counts from this many words on: fewer are phrases that anyone may write.
const RUN: usize = 6;

/// What two articles share.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Overlap {
    /// Words of the first article that stand in shared runs, and all its words.
    pub one: (usize, usize),
    /// The same for the second.
    pub other: (usize, usize),
    /// The same outside quotation marks, for the article with fewer words.
    pub unquoted: (usize, usize),
    /// Unquoted words of the first article in shared runs.
    pub unquoted_words: usize,
    /// The longest shared run, as a range of word indexes of the first article.
    pub longest_run: std::ops::Range<usize>,
    /// Unquoted words in the longest shared run.
    pub longest_unquoted: usize,
}

impl Overlap {
    /// Shared part of the shorter text, 0 to 1; for shared wire, outside quotation marks.
    pub(super) fn share_of_shorter(&self, kind: SameTextKind) -> f32 {
        match kind {
            SameTextKind::SharedWire => part(self.unquoted),
            SameTextKind::Copy | SameTextKind::Version => part(if self.one.1 <= self.other.1 {
                self.one
            } else {
                self.other
            }),
        }
    }

    /// The smaller of both articles' shared parts, 0 to 1.
    pub(super) fn share_of_both(&self) -> f32 {
        part(self.one).min(part(self.other))
    }
}

fn part((shared, all): (usize, usize)) -> f32 {
    if all == 0 {
        0.0
    } else {
        shared as f32 / all as f32
    }
}

/// Measures what two articles share.
pub(super) fn overlap(one: &Words, other: &Words) -> Overlap {
    let [runs, other_runs] = [one, other].map(runs);
    let (in_one, longest_run) = covered((one, &runs), (other, &other_runs));
    let (in_other, _) = covered((other, &other_runs), (one, &runs));
    let count = |covered: &[bool]| covered.iter().filter(|&&is_shared| is_shared).count();
    let unquoted = |words: &Words, covered: &[bool]| {
        let all = words.is_quoted.iter().filter(|&&quoted| !quoted).count();
        let shared = words
            .is_quoted
            .iter()
            .zip(covered)
            .filter(|&(&quoted, &shared)| shared && !quoted)
            .count();
        (shared, all)
    };
    let longest_unquoted = one
        .is_quoted
        .get(longest_run.clone())
        .unwrap_or_default()
        .iter()
        .filter(|&&quoted| !quoted)
        .count();
    Overlap {
        one: (count(&in_one), one.len()),
        other: (count(&in_other), other.len()),
        unquoted: if one.len() <= other.len() {
            unquoted(one, &in_one)
        } else {
            unquoted(other, &in_other)
        },
        unquoted_words: unquoted(one, &in_one).0,
        longest_run,
        longest_unquoted,
    }
}

/// A number for the run that begins with each word.
fn runs(words: &Words) -> Vec<u64> {
    words.hashes.windows(RUN).map(run_hash).collect()
}

/// Which words of the first stand in runs that the second has too, and the longest such run.
fn covered(
    (one, runs): (&Words, &[u64]),
    (other, other_runs): (&Words, &[u64]),
) -> (Vec<bool>, std::ops::Range<usize>) {
    let mut places: HashMap<u64, usize, BuildHasherDefault<Hashed>> =
        HashMap::with_capacity_and_hasher(other_runs.len(), BuildHasherDefault::default());
    for (at, run) in other_runs.iter().enumerate() {
        places.entry(*run).or_insert(at);
    }
    let mut covered = vec![false; one.len()];
    let mut longest = 0..0;
    let mut at = 0;
    while let Some(run) = runs.get(at) {
        let Some(&place) = places.get(run) else {
            at += 1;
            continue;
        };
        let length = one
            .hashes
            .iter()
            .skip(at)
            .zip(other.hashes.iter().skip(place))
            .take_while(|(a, b)| a == b)
            .count();
        let end = at + length.max(1);
        for word in covered.iter_mut().take(end).skip(at) {
            *word = length > 0;
        }
        if length > longest.len() {
            longest = at..end;
        }
        // The next run may begin inside this one, where the second text goes on elsewhere.
        at = if length > RUN { end - RUN + 1 } else { at + 1 };
    }
    (covered, longest)
}
