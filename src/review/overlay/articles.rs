//! Corrections of an article itself: headline, outlet, date, and what belongs to its text.
//!
//! These come before reading: the article is corrected, then read as if its file had said so, and
//! everything that rests on it (dates counted from its day, origins by its outlet) follows.

use std::collections::BTreeSet;

use crate::corpus::Document;
use crate::model::{Article, ArticleId, DateBasis, Evidence, Published, Removed, RemovedKind};
use crate::review::{Correction, Quote};

/// What stands between two paragraphs.
const BREAK: &str = "\n\n";

/// Lays the corrections of articles over documents; `read` reads an article whose own text or facts
/// have changed. Gives how many were read anew.
pub fn correct_articles<'c>(
    documents: &mut [Document],
    corrections: impl IntoIterator<Item = &'c Correction>,
    read: impl Fn(Article) -> Document + Sync,
) -> usize {
    let corrections: Vec<&Correction> = corrections
        .into_iter()
        .filter(|correction| correction.changed_article().is_some())
        .collect();
    let touched: BTreeSet<&ArticleId> = corrections
        .iter()
        .filter_map(|correction| correction.changed_article())
        .collect();
    let mut reread = 0;
    for document in documents {
        if !touched.contains(&document.article.id) {
            continue;
        }
        let corrected = corrected_article(&document.article, corrections.iter().copied());
        if corrected != *document.article {
            *document = read(corrected);
            reread += 1;
        }
    }
    reread
}

/// An article with its corrections laid over it.
pub fn corrected_article<'c>(
    article: &Article,
    corrections: impl IntoIterator<Item = &'c Correction>,
) -> Article {
    let mut article = article.clone();
    for correction in corrections {
        if correction.changed_article() == Some(&article.id) {
            correct(&mut article, correction);
        }
    }
    article
}

fn correct(article: &mut Article, correction: &Correction) {
    let filled = |words: &Option<String>| {
        let words = words.as_deref().map(str::trim);
        words.filter(|words| !words.is_empty()).map(str::to_owned)
    };
    match correction {
        Correction::SetTitle { title, .. } => article.title = filled(title),
        Correction::SetOutlet { outlet, .. } => article.outlet = filled(outlet),
        Correction::SetDate { date, .. } => {
            let mut evidence = std::mem::take(&mut article.published.evidence);
            evidence.retain(|evidence| evidence.basis != DateBasis::Reader);
            if let Some(value) = *date {
                let words = value.to_string();
                let basis = DateBasis::Reader;
                evidence.insert(
                    0,
                    Evidence {
                        basis,
                        words,
                        value,
                    },
                );
            }
            article.published = Published {
                value: *date,
                basis: DateBasis::Reader,
                evidence,
            };
        }
        Correction::PutBack { words, .. } => put_back(article, words),
        Correction::TakeOut { passage } => take_out(article, passage),
        _ => {}
    }
}

/// Puts a passage back as a paragraph where it stood.
fn put_back(article: &mut Article, words: &str) {
    let Some(index) = article.removed.iter().position(|r| r.text == words) else {
        return;
    };
    let removed = article.removed.remove(index);
    let at = paragraph_edge(&article.text, removed.at);
    let (Some(head), Some(tail)) = (article.text.get(..at), article.text.get(at..)) else {
        return;
    };
    let mut text = head.trim_end().to_owned();
    if !text.is_empty() {
        text.push_str(BREAK);
    }
    text.push_str(removed.text.trim());
    let end = text.len();
    let tail = tail.trim_start();
    if !tail.is_empty() {
        text.push_str(BREAK);
        text.push_str(tail);
    }
    let grown = text.len().saturating_sub(article.text.len());
    for (place, other) in article.removed.iter_mut().enumerate() {
        if other.at > at || (other.at == at && place >= index) {
            other.at += grown;
        }
        other.at = char_edge(&text, other.at.min(text.len()));
    }
    debug_assert!(text.is_char_boundary(end));
    article.text = text;
}

/// Takes a passage out of the text and lists it among what was taken out.
fn take_out(article: &mut Article, passage: &Quote) {
    let Some(span) = passage.find(article) else {
        return;
    };
    let taken = span.of(&article.text).to_owned();
    let (Some(head), Some(tail)) = (article.text.get(..span.start), article.text.get(span.end..))
    else {
        return;
    };
    let at_start = head.trim_end().is_empty();
    let breaks = head.ends_with('\n') || at_start || tail.starts_with('\n');
    let head = head.trim_end();
    let tail = tail.trim_start();
    let glue = match (head.is_empty() || tail.is_empty(), breaks) {
        (true, _) => "",
        (false, true) => BREAK,
        (false, false) => " ",
    };
    let text = format!("{head}{glue}{tail}");
    let at = head.len();
    let shrunk = article.text.len() - text.len();
    for other in &mut article.removed {
        if other.at >= span.end {
            other.at = other.at.saturating_sub(shrunk);
        } else if other.at > at {
            other.at = at;
        }
        other.at = char_edge(&text, other.at.min(text.len()));
    }
    let place = article.removed.partition_point(|other| other.at <= at);
    article.removed.insert(
        place,
        Removed {
            text: taken,
            kind: RemovedKind::Furniture,
            at,
        },
    );
    article.text = text;
}

/// The end of the paragraph that a place stands in, or the place itself when between paragraphs.
fn paragraph_edge(text: &str, at: usize) -> usize {
    let at = char_edge(text, at.min(text.len()));
    let (head, tail) = text.split_at(at);
    if head.is_empty() || head.ends_with('\n') {
        return at;
    }
    tail.find(BREAK).map_or(text.len(), |gap| at + gap)
}

/// The character boundary at or before a place.
fn char_edge(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::corrected_article;
    use crate::model::{DateBasis, Removed, RemovedKind, Span};
    use crate::review::testing::{article, november};
    use crate::review::{Correction, Field, Quote};

    #[test]
    fn what_was_taken_out_stands_as_a_paragraph_where_it_stood() {
        let mut before = article("a", "One.\n\nThree.");
        before.removed = vec![Removed {
            text: "Two.".to_owned(),
            kind: RemovedKind::Furniture,
            at: 4,
        }];
        let back = Correction::PutBack {
            article: before.id.clone(),
            words: "Two.".to_owned(),
        };
        let after = corrected_article(&before, [&back]);
        assert_eq!(after.text, "One.\n\nTwo.\n\nThree.");
        assert!(after.removed.is_empty());
        let passage = Quote::of(&after, Field::Text, Span::new(6, 10)).expect("words");
        let out = Correction::TakeOut { passage };
        assert_eq!(corrected_article(&before, [&back, &out]), before);
    }

    #[test]
    fn a_date_of_the_reader_keeps_the_evidence() {
        let before = article("a", "One.");
        let set = Correction::SetDate {
            article: before.id.clone(),
            date: Some(november(5)),
        };
        let after = corrected_article(&before, [&set]);
        assert_eq!(after.published.value, Some(november(5)));
        assert_eq!(after.published.basis, DateBasis::Reader);
    }

    proptest! {
        #[test]
        fn any_passage_can_be_taken_out_and_put_back_without_losing_words(
            text in "[a-d é]{1,8}(\n\n[a-d é]{1,8}){0,3}", start in 0_usize..30, len in 1_usize..12,
        ) {
            let before = article("a", text.trim());
            let words = |text: &str| { let mut all: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect(); all.sort_unstable(); all };
            if let Some(passage) = Quote::of(&before, Field::Text, Span::new(start, start + len)) {
                let taken = passage.words.clone();
                let out = Correction::TakeOut { passage };
                let back = Correction::PutBack { article: before.id.clone(), words: taken };
                let gone = corrected_article(&before, [&out]);
                prop_assert_eq!(gone.removed.len(), 1);
                prop_assert!(gone.text.is_char_boundary(gone.removed[0].at));
                let again = corrected_article(&before, [&out, &back]);
                prop_assert_eq!(words(&again.text), words(&before.text));
            }
        }
    }
}
