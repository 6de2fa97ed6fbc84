//! A possible attribution, in words of the tree, before it is settled.

use std::ops::Range;

use super::lexicon::Class;

/// A possible attribution.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    /// The main word of the cue.
    pub(super) head: usize,
    /// The words of the cue; one run.
    pub(super) cue: Range<usize>,
    /// The words of the source.
    pub(super) source: Option<Range<usize>>,
    /// The runs of words that are the content, in order.
    pub(super) content: Vec<Range<usize>>,
    /// What kind of binding it is.
    pub(super) class: Class,
    /// Carriers.
    pub(super) via: Vec<Range<usize>>,
    /// How sure, 0 to 1.
    pub(super) confidence: f32,
    /// The construction, in plain words.
    pub(super) why: &'static str,
}

impl Candidate {
    /// From the first to past the last word of the content.
    pub(super) fn hull(&self) -> Range<usize> {
        let start = self.content.first().map_or(0, |run| run.start);
        let end = self.content.last().map_or(start, |run| run.end);
        start..end
    }

    /// Whether the word stands in one of the runs of the content.
    pub(super) fn holds(&self, word: usize) -> bool {
        self.content.iter().any(|run| run.contains(&word))
    }

    /// Words of content in all.
    pub(super) fn size(&self) -> usize {
        self.content.iter().map(ExactSizeIterator::len).sum()
    }
}

/// Joins sorted words into runs.
pub(super) fn runs(words: &[usize]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for &word in words {
        match runs.last_mut() {
            Some(run) if run.end == word => run.end += 1,
            Some(run) if run.contains(&word) => {}
            _ => runs.push(word..word + 1),
        }
    }
    runs
}

/// Sorted runs made into as few as possible.
pub(super) fn merged(mut runs: Vec<Range<usize>>) -> Vec<Range<usize>> {
    runs.retain(|run| run.start < run.end);
    runs.sort_unstable_by_key(|run| (run.start, run.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for run in runs {
        match joined.last_mut() {
            Some(last) if run.start <= last.end => last.end = last.end.max(run.end),
            _ => joined.push(run),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{merged, runs};

    #[test]
    #[expect(clippy::single_range_in_vec_init, reason = "runs are ranges")]
    fn runs_are_joined() {
        assert_eq!(runs(&[1, 2, 4]), [1..3, 4..5]);
        assert_eq!(merged(vec![4..6, 1..4]), [1..6]);
    }
}
