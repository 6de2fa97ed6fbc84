//! What both sides of a row have, where each has words of its own.
//!
//! Where nearly all differs, the differences say little: a reader looks for what the two have in
//! common. Those are the words with content that stand on both sides, in whatever order.

use std::collections::BTreeSet;

use crate::model::{Change, SharedWords, Span};

use super::regions::CONTENT_WEIGHT;
use super::{Text, Token, tokens};

/// Where less of both sides is kept than this, by the weight of the words, each has words of its own.
const KEPT_MIN: f32 = 0.5;

/// The words that both sides share; `None` where enough is kept for the differences to be read.
pub(in crate::compare) fn otherwise(
    left: (&Text<'_>, &[Span]),
    right: (&Text<'_>, &[Span]),
    changes: &[Change],
) -> Option<SharedWords> {
    let left_words = tokens(left.0, left.1);
    let right_words = tokens(right.0, right.1);
    let lefts: Vec<Span> = changes.iter().filter_map(|change| change.left).collect();
    let rights: Vec<Span> = changes.iter().filter_map(|change| change.right).collect();
    if kept(&left_words, &lefts).max(kept(&right_words, &rights)) >= KEPT_MIN {
        return None;
    }
    let in_left = lemmas(left.0, &left_words);
    let in_right = lemmas(right.0, &right_words);
    let both: BTreeSet<&String> = in_left.iter().flatten().collect();
    let both: BTreeSet<&String> = in_right
        .iter()
        .flatten()
        .filter(|it| both.contains(it))
        .collect();
    Some(SharedWords {
        left: places(&left_words, &in_left, &both),
        right: places(&right_words, &in_right, &both),
    })
}

/// How much of a side stands outside the differences, 0 to 1.
fn kept(words: &[Token], changed: &[Span]) -> f32 {
    let (mut kept, mut all) = (0, 0);
    for word in words {
        let weight = if word.is_content { CONTENT_WEIGHT } else { 1 };
        all += weight;
        if !changed.iter().any(|span| span.overlaps(word.span)) {
            kept += weight;
        }
    }
    kept as f32 / all.max(1) as f32
}

/// For each word the form by which it is found on the other side; `None` for words without content.
fn lemmas(text: &Text<'_>, words: &[Token]) -> Vec<Option<String>> {
    let lemma = |word: &Token| {
        let places = text.parsed.words_in(word.span);
        let lemma = text.parsed.lemma(places.start);
        if places.len() == 1 && !lemma.is_empty() {
            lemma.to_lowercase()
        } else {
            word.key.clone()
        }
    };
    words
        .iter()
        .map(|word| word.is_content.then(|| lemma(word)))
        .collect()
}

/// Where the words stand; those that follow each other are one place.
fn places(words: &[Token], lemmas: &[Option<String>], both: &BTreeSet<&String>) -> Vec<Span> {
    let mut places: Vec<Span> = Vec::new();
    let mut last = None;
    for (at, (word, lemma)) in words.iter().zip(lemmas).enumerate() {
        if !lemma.as_ref().is_some_and(|lemma| both.contains(lemma)) {
            continue;
        }
        match places.last_mut() {
            Some(place) if last.is_some_and(|last| last + 1 == at) => {
                *place = place.hull(word.span);
            }
            _ => places.push(word.span),
        }
        last = Some(at);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::{Text, changes};
    use super::otherwise;
    use crate::corpus::testing::document;
    use crate::model::Span;

    /// What both have of two texts, as written; `None` where the differences are shown.
    fn shared(left: &str, right: &str) -> Option<[Vec<String>; 2]> {
        let (one, other) = (document("a", left), document("b", right));
        let (one, other) = (Text::new(&one), Text::new(&other));
        let spans = [Span::new(0, left.len())];
        let others = [Span::new(0, right.len())];
        let found = changes(&one, &other, &spans, &others);
        let found = otherwise((&one, &spans), (&other, &others), &found)?;
        let words = |spans: Vec<Span>, text: &str| {
            spans
                .into_iter()
                .map(|span| span.of(text).to_owned())
                .collect()
        };
        Some([words(found.left, left), words(found.right, right)])
    }

    #[test]
    fn what_both_name_is_found_where_little_is_kept() {
        let found = shared(
            "The old ferry of Nordlinje sank in thick fog off Halvane.",
            "In fog, a ship that Nordlinje had bought went down near the quay.",
        );
        let expected = ["Nordlinje", "fog"].map(str::to_owned);
        let [left, right] = found.expect("worded otherwise");
        assert_eq!(left, expected);
        assert_eq!(right, ["fog", "Nordlinje"].map(str::to_owned));
    }

    #[test]
    fn a_trimmed_sentence_is_read_by_what_was_trimmed() {
        let long = "Two ferries collided in fog outside Halvane on Monday and were towed away.";
        assert_eq!(
            shared(long, "Two ferries collided in fog outside Halvane."),
            None
        );
    }
}
