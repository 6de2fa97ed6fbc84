//! Shared words: runs of text and quotations that two mentions have in common.

use crate::corpus::drawn::{key_of, run_hash};

/// Words in a row that two writers do not choose alike by chance.
const RUN_MIN: usize = 11;
/// Quoted words in a row that make two quotations the same.
const QUOTED_MIN: usize = 4;

/// Words of a mention.
#[derive(Clone, Debug, Default)]
pub(super) struct Words<'a> {
    words: Vec<&'a str>,
    /// A number for each run that is long enough to tell something, in order: two mentions that have
    /// none in common share no such run.
    runs: Vec<u64>,
}

impl<'a> Words<'a> {
    /// The words of a whole mention.
    pub(super) fn said(words: Vec<&'a str>) -> Self {
        Self::new(words, RUN_MIN)
    }

    /// Those of them that it quotes.
    pub(super) fn quoted(words: Vec<&'a str>) -> Self {
        Self::new(words, QUOTED_MIN)
    }

    fn new(words: Vec<&'a str>, least: usize) -> Self {
        let mut runs = Vec::new();
        if words.len() >= least {
            let keys: Vec<u64> = words.iter().map(|word| key_of(word)).collect();
            runs = keys.windows(least).map(run_hash).collect();
            runs.sort_unstable();
        }
        Self { words, runs }
    }

    fn may_share_run(&self, other: &Self) -> bool {
        let (fewer, more) = if self.runs.len() < other.runs.len() {
            (self, other)
        } else {
            (other, self)
        };
        let is_common = |run: &u64| more.runs.binary_search(run).is_ok();
        fewer.runs.iter().any(is_common)
    }
}

/// The longest run of at least `RUN_MIN` words that both have, as written in the first.
pub(super) fn shared_run(a: &Words<'_>, b: &Words<'_>) -> Option<String> {
    longest_run(a, b, RUN_MIN)
}

/// The longest shared run of at least `QUOTED_MIN` quoted words.
pub(super) fn shared_quotation(a: &Words<'_>, b: &Words<'_>) -> Option<String> {
    longest_run(a, b, QUOTED_MIN)
}

/// The longest run of at least `least` words that stands in both, by dynamic programming over word
/// pairs.
fn longest_run(a: &Words<'_>, b: &Words<'_>, least: usize) -> Option<String> {
    if !a.may_share_run(b) {
        return None;
    }
    let (a, b) = (&a.words, &b.words);
    let mut best = (0, 0);
    // How long the run is that ends with this word of the first and each of the second.
    let mut ending = vec![0_usize; b.len()];
    for (i, word) in a.iter().enumerate() {
        let mut before = 0;
        for (slot, other) in ending.iter_mut().zip(b) {
            let is_same = word.eq_ignore_ascii_case(other);
            let length = if is_same { before + 1 } else { 0 };
            before = std::mem::replace(slot, length);
            if length > best.0 {
                best = (length, i + 1);
            }
        }
    }
    a.get(best.1.saturating_sub(best.0)..best.1)
        .filter(|run| run.len() >= least)
        .map(|run| run.join(" "))
}

#[cfg(test)]
mod tests {
    use super::{Words, shared_quotation, shared_run};

    fn words(text: &str) -> Vec<&str> {
        text.split_whitespace().collect()
    }

    #[test]
    fn a_trimmed_quotation_is_the_same_quotation() {
        let quoted = |text| Words::quoted(words(text));
        let full = quoted("we have no sign that the crew ignored any instruction");
        let trimmed = quoted("No sign that the crew");
        assert_eq!(
            shared_quotation(&full, &trimmed).as_deref(),
            Some("no sign that the crew")
        );
    }

    #[test]
    fn a_short_phrase_is_no_shared_text() {
        let said = |text| Words::said(words(text));
        let one = said("the minister said on Monday that the bridge will open in May");
        let other = said("officials hope that the bridge will open before the summer");
        assert_eq!(shared_run(&one, &other), None);
    }
}
