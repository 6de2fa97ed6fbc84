//! Shared words: runs of text and quotations that two mentions have in common.

use crate::corpus::drawn::{key_of, run_hash};
use crate::model::Span;

/// Words in a row that two writers do not choose alike by chance.
const RUN_MIN: usize = 11;
/// Quoted words in a row that make two quotations the same.
const QUOTED_MIN: usize = 4;
/// The same where two articles have them from two people: many say "the people deserve to know".
const QUOTED_OF_TWO_MIN: usize = 8;

/// A word of a mention.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoken<'a> {
    /// As written.
    pub(super) written: &'a str,
    /// Where it stands in the article's text.
    pub(super) at: Span,
    /// Whether it is a verb.
    pub(super) is_verb: bool,
}

/// Words of a mention.
#[derive(Clone, Debug, Default)]
pub(super) struct Words<'a> {
    /// The text they stand in.
    text: &'a str,
    spoken: Vec<Spoken<'a>>,
    /// A number for each run that is long enough to tell something, in order: two mentions that have
    /// none in common share no such run.
    runs: Vec<u64>,
}

impl<'a> Words<'a> {
    /// The words of a whole mention.
    pub(super) fn said(text: &'a str, words: Vec<Spoken<'a>>) -> Self {
        Self::new(text, words, RUN_MIN)
    }

    /// Those of them that it quotes.
    pub(super) fn quoted(text: &'a str, words: Vec<Spoken<'a>>) -> Self {
        Self::new(text, words, QUOTED_MIN)
    }

    fn new(text: &'a str, words: Vec<Spoken<'a>>, least: usize) -> Self {
        let mut runs = Vec::new();
        if words.len() >= least {
            let keys: Vec<u64> = words.iter().map(|word| key_of(word.written)).collect();
            runs = keys.windows(least).map(run_hash).collect();
            runs.sort_unstable();
        }
        Self {
            text,
            spoken: words,
            runs,
        }
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

    /// These of its words as they stand in the text; what stands between two of them that are apart is
    /// left out.
    fn as_written(&self, run: &[Spoken<'_>]) -> String {
        let mut written = String::new();
        let mut last: Option<Span> = None;
        for word in run {
            let between = last.and_then(|last| self.text.get(last.end..word.at.start));
            match between {
                Some(between) if between.chars().any(char::is_alphanumeric) => {
                    written.push_str(" … ");
                }
                Some(between) if between.contains('\n') => written.push(' '),
                Some(between) => written.push_str(between),
                None => {}
            }
            written.push_str(word.written);
            last = Some(word.at);
        }
        written
    }
}

/// The longest run of at least `RUN_MIN` words that both have, as written in the first. Words without a
/// verb tell nothing: two writers who give the same people their titles choose them alike.
pub(super) fn shared_run(a: &Words<'_>, b: &Words<'_>) -> Option<String> {
    let run = longest_run(a, b, RUN_MIN)?;
    let tells = run.iter().any(|word| word.is_verb);
    tells.then(|| a.as_written(run))
}

/// The longest shared run of quoted words that is long enough to be one quotation; `of_two` tells that
/// two different people are given as who said it.
pub(super) fn shared_quotation(a: &Words<'_>, b: &Words<'_>, of_two: bool) -> Option<String> {
    let least = if of_two {
        QUOTED_OF_TWO_MIN
    } else {
        QUOTED_MIN
    };
    longest_run(a, b, least).map(|run| a.as_written(run))
}

/// The longest run of at least `least` words that stands in both, by dynamic programming over word
/// pairs.
fn longest_run<'w, 'a>(a: &'w Words<'a>, b: &Words<'_>, least: usize) -> Option<&'w [Spoken<'a>]> {
    if !a.may_share_run(b) {
        return None;
    }
    let (a, b) = (&a.spoken, &b.spoken);
    let mut best = (0, 0);
    // How long the run is that ends with this word of the first and each of the second.
    let mut ending = vec![0_usize; b.len()];
    for (i, word) in a.iter().enumerate() {
        let mut before = 0;
        for (slot, other) in ending.iter_mut().zip(b) {
            let is_same = word.written.eq_ignore_ascii_case(other.written);
            let length = if is_same { before + 1 } else { 0 };
            before = std::mem::replace(slot, length);
            if length > best.0 {
                best = (length, i + 1);
            }
        }
    }
    a.get(best.1.saturating_sub(best.0)..best.1)
        .filter(|run| run.len() >= least)
}

#[cfg(test)]
mod tests {
    use super::{Span, Spoken, Words, shared_quotation, shared_run};

    /// The words of a text; a star behind one tells that it is a verb.
    fn words(text: &str) -> Vec<Spoken<'_>> {
        let mut found = Vec::new();
        let mut start = 0;
        for part in text.split_inclusive([' ', '*', '|']) {
            let written = part.trim_end_matches([' ', '*', '|', ',']);
            if !written.is_empty() {
                found.push(Spoken {
                    written,
                    at: Span::new(start, start + written.len()),
                    is_verb: part.ends_with('*'),
                });
            }
            start += part.len();
        }
        found
    }

    #[test]
    fn a_trimmed_quotation_is_the_same_quotation() {
        let quoted = |text| Words::quoted(text, words(text));
        let full = quoted("we have no sign, that the crew ignored any instruction");
        let trimmed = quoted("No sign that the crew");
        assert_eq!(
            shared_quotation(&full, &trimmed, false).as_deref(),
            Some("no sign, that the crew")
        );
        assert_eq!(shared_quotation(&full, &trimmed, true), None);
    }

    #[test]
    fn a_short_phrase_is_no_shared_text() {
        let said = |text| Words::said(text, words(text));
        let one = said("the minister said* on Monday that the bridge will open* in May");
        let other = said("officials hope* that the bridge will open* before the summer");
        assert_eq!(shared_run(&one, &other), None);
    }

    #[test]
    fn titles_and_names_are_no_shared_text() {
        let said = |text| Words::said(text, words(text));
        let named = "Harbour Minister Ada Quill and the Commissioner for Inland Waters Tobias Fenn";
        let one = said(named);
        assert_eq!(shared_run(&one, &one), None);
        let met = format!("{named} met*");
        let two = said(&met);
        assert!(shared_run(&two, &two).is_some());
    }
}
