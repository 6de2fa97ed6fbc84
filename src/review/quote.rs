//! Quoted words as a name for a place in an article.
//!
//! Owns how a place is named by its content and found again. Offsets change with every new version
//! of the cleaning; words rarely do. After the W3C Web Annotation `TextQuoteSelector` (exact words
//! with a prefix and a suffix), with the number of the occurrence to settle ties.

use serde::{Deserialize, Serialize};

use crate::model::{Article, ArticleId, Span};

/// How much of the text before and after the words is kept, in characters.
const CONTEXT_CHARS: usize = 32;

/// Which of an article's texts a place stands in.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The text.
    #[default]
    Text,
    /// The headline.
    Title,
}

/// A place in an article, named by the words that stand there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quote {
    /// The article.
    pub article: ArticleId,
    /// Text or headline.
    #[serde(default)]
    pub field: Field,
    /// The words, verbatim.
    pub words: String,
    /// Which occurrence of the words it was when the reader chose it, from 0.
    pub occurrence: usize,
    /// Up to 32 characters before.
    #[serde(default)]
    pub before: String,
    /// Up to 32 characters after.
    #[serde(default)]
    pub after: String,
}

impl Quote {
    /// Names the place that a span marks; `None` when the span fits no words of that text.
    pub fn of(article: &Article, field: Field, span: Span) -> Option<Self> {
        let text = field.of(article);
        let words = span.of(text);
        if words.trim().is_empty() {
            return None;
        }
        let head = text.get(..span.start)?;
        let tail = text.get(span.end..)?;
        let from = head
            .char_indices()
            .rev()
            .nth(CONTEXT_CHARS - 1)
            .map_or(0, |(at, _)| at);
        let to = tail
            .char_indices()
            .nth(CONTEXT_CHARS)
            .map_or(tail.len(), |(at, _)| at);
        Some(Self {
            article: article.id.clone(),
            field,
            words: words.to_owned(),
            occurrence: occurrences(text, words)
                .take_while(|at| *at < span.start)
                .count(),
            before: head.get(from..)?.to_owned(),
            after: tail.get(..to)?.to_owned(),
        })
    }

    /// Finds the place in the article as it is now: the occurrence whose surroundings are most
    /// like those it had; among equals the one whose number is nearest. White space may differ.
    pub fn find(&self, article: &Article) -> Option<Span> {
        let text = self.field.of(article);
        let words = self.words.as_str();
        if words.trim().is_empty() {
            return None;
        }
        let exact = occurrences(text, words).map(|at| Span::new(at, at + words.len()));
        self.nearest(text, exact)
            .or_else(|| self.nearest(text, loose_occurrences(text, words).into_iter()))
    }

    fn nearest(&self, text: &str, spans: impl Iterator<Item = Span>) -> Option<Span> {
        spans
            .enumerate()
            .max_by_key(|(number, span)| {
                let before = text.get(..span.start).unwrap_or_default();
                let after = text.get(span.end..).unwrap_or_default();
                let alike = same_end(before, &self.before) + same_start(after, &self.after);
                let distance = number.abs_diff(self.occurrence);
                (
                    alike,
                    std::cmp::Reverse(distance),
                    std::cmp::Reverse(*number),
                )
            })
            .map(|(_, span)| span)
    }
}

impl Field {
    /// This text of an article; empty for a headline that is not known.
    pub fn of(self, article: &Article) -> &str {
        match self {
            Self::Text => &article.text,
            Self::Title => article.title.as_deref().unwrap_or_default(),
        }
    }
}

/// Places where the words stand, overlapping ones too.
fn occurrences<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(words)?;
        from = at + words.chars().next().map_or(1, char::len_utf8);
        Some(at)
    })
}

/// Places where the same words stand with other white space between them.
fn loose_occurrences(text: &str, words: &str) -> Vec<Span> {
    let mut parts = words.split_whitespace();
    let Some(first) = parts.next() else {
        return Vec::new();
    };
    let rest: Vec<&str> = parts.collect();
    occurrences(text, first)
        .filter_map(|start| {
            let mut end = start + first.len();
            for part in &rest {
                let tail = text.get(end..)?;
                let gap = tail.len() - tail.trim_start().len();
                let begins = tail.get(gap..)?.starts_with(part);
                if gap == 0 || !begins {
                    return None;
                }
                end += gap + part.len();
            }
            Some(Span::new(start, end))
        })
        .collect()
}

fn same_end(a: &str, b: &str) -> usize {
    a.chars()
        .rev()
        .zip(b.chars().rev())
        .take_while(|(a, b)| a == b)
        .count()
}

fn same_start(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Field, Quote};
    use crate::model::Span;
    use crate::review::testing::article;

    #[test]
    fn the_place_is_found_again_when_text_was_added_before_it() {
        let before = article("a", "The minister spoke. Later the minister left.");
        let quote = Quote::of(&before, Field::Text, Span::new(30, 38)).expect("words");
        assert_eq!((quote.words.as_str(), quote.occurrence), ("minister", 1));
        let after = article(
            "a",
            "A minister of the minister. The minister spoke. Later the minister left.",
        );
        assert_eq!(quote.find(&after), Some(Span::new(58, 66)));
    }

    #[test]
    fn white_space_may_change_but_not_words() {
        let before = article("a", "Osk Valley Water said so.");
        let quote = Quote::of(&before, Field::Text, Span::new(0, 16)).expect("words");
        let wrapped = article("a", "Yes: Osk\nValley  Water said so.");
        assert_eq!(quote.find(&wrapped), Some(Span::new(5, 22)));
        assert_eq!(quote.find(&article("a", "Osk Water said so.")), None);
    }

    proptest! {
        #[test]
        fn every_place_is_found_where_it_is(text in "[ab \né]{0,40}", start in 0_usize..40, len in 1_usize..9) {
            let article = article("a", &text);
            let span = Span::new(start, start + len);
            if let Some(quote) = Quote::of(&article, Field::Text, span) {
                prop_assert_eq!(quote.find(&article), Some(span));
            }
        }
    }
}
