//! The reasons of one origin, each told once.
//!
//! Every two mentions that are bound bring a reason, so one passage is shared again and again, now
//! longer and now shorter, and one speaker is called now by his name and now by a title before it.

use crate::model::OriginReason;

/// The reasons without those that another one tells too, in their order.
pub(super) fn without_repeats(reasons: Vec<OriginReason>) -> Vec<OriginReason> {
    let mut kept: Vec<OriginReason> = Vec::new();
    for reason in reasons {
        if kept.iter().any(|known| tells(known, &reason)) {
            continue;
        }
        // The fuller one stands where the first of its kind stood.
        let shorter = kept.iter().position(|known| tells(&reason, known));
        kept.retain(|known| !tells(&reason, known));
        kept.insert(shorter.unwrap_or(kept.len()).min(kept.len()), reason);
    }
    kept
}

/// Whether one reason tells all that the other does.
fn tells(one: &OriginReason, other: &OriginReason) -> bool {
    match (one, other) {
        (
            OriginReason::SharedText(long) | OriginReason::SameQuotation(long),
            OriginReason::SharedText(short) | OriginReason::SameQuotation(short),
        )
        | (OriginReason::SameSource(long), OriginReason::SameSource(short)) => {
            one == other || holds(long, short)
        }
        _ => one == other,
    }
}

/// Whether the words of one stand among those of the other, whatever marks stand between them.
fn holds(long: &str, short: &str) -> bool {
    let [long, short] = [long, short].map(|words| {
        let words = words.split(|letter: char| !letter.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    });
    long.len() > short.len()
        && !short.is_empty()
        && long.windows(short.len()).any(|run| run == short)
}

#[cfg(test)]
mod tests {
    use super::without_repeats;
    use crate::model::OriginReason::{SameQuotation, SameSource, SharedText};

    #[test]
    fn the_fullest_words_are_told_once() {
        let told = |words: &str| SharedText(words.to_owned());
        let quoted = |words: &str| SameQuotation(words.to_owned());
        let source = |words: &str| SameSource(words.to_owned());
        let reasons = vec![
            told("the ferry left, late"),
            source("Quill"),
            quoted("ferry left late"),
            told("when the ferry left late"),
            source("Mr. Quill"),
            source("Fenn"),
        ];
        let expected = vec![
            told("when the ferry left late"),
            source("Mr. Quill"),
            source("Fenn"),
        ];
        assert_eq!(without_repeats(reasons), expected);
    }
}
