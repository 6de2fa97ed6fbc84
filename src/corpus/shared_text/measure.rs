//! How much text two articles share, exactly.

use std::cmp::Ordering;

use crate::corpus::drawn::{Words, run_hash};
use crate::model::SameTextKind;

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

/// An article's words, and where runs of them begin.
pub(super) struct Page {
    pub(super) words: Words,
    /// A number for each run with the word it begins with, in order.
    runs: Vec<(u64, usize)>,
}

impl Page {
    /// Looks up the runs of an article's words.
    pub(super) fn new(words: Words) -> Self {
        let runs = words.hashes.windows(RUN).map(run_hash);
        let mut runs: Vec<(u64, usize)> = runs.zip(0..).collect();
        runs.sort_unstable();
        Self { words, runs }
    }
}

/// Measures what two articles share.
pub(super) fn overlap(one: &Page, other: &Page) -> Overlap {
    let (places, other_places) = common(&one.runs, &other.runs);
    let (one, other) = (&one.words, &other.words);
    let (in_one, longest_run) = covered(one, other, places);
    let (in_other, _) = covered(other, one, other_places);
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

/// Where runs begin that both have: for each place of the first the earliest of the second, in order,
/// and for each place of the second the earliest of the first.
type Places = Vec<(usize, usize)>;

fn common(mut one: &[(u64, usize)], mut other: &[(u64, usize)]) -> (Places, Places) {
    let (mut in_one, mut in_other) = (Places::new(), Places::new());
    while let (Some(&(run, first)), Some(&(other_run, other_first))) = (one.first(), other.first())
    {
        match run.cmp(&other_run) {
            Ordering::Less => one = one.get(1..).unwrap_or_default(),
            Ordering::Greater => other = other.get(1..).unwrap_or_default(),
            Ordering::Equal => {
                let take = |runs: &mut &[(u64, usize)], places: &mut Places, first| {
                    while let Some(((_, place), rest)) =
                        runs.split_first().filter(|((same, _), _)| *same == run)
                    {
                        places.push((*place, first));
                        *runs = rest;
                    }
                };
                take(&mut one, &mut in_one, other_first);
                take(&mut other, &mut in_other, first);
            }
        }
    }
    in_one.sort_unstable();
    in_other.sort_unstable();
    (in_one, in_other)
}

/// Which words of the first stand in runs that the second has too, and the longest such run; `places`
/// are where these begin in the first, each with its earliest place in the second.
fn covered(one: &Words, other: &Words, places: Places) -> (Vec<bool>, std::ops::Range<usize>) {
    let mut covered = vec![false; one.len()];
    let mut longest = 0..0;
    let mut from = 0;
    for (at, place) in places {
        if at < from {
            continue;
        }
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
        from = if length > RUN { end - RUN + 1 } else { at + 1 };
    }
    (covered, longest)
}
