//! Quotations: runs of text between quotation marks, over several paragraphs where a paragraph
//! opens with a mark and does not close it.
//!
//! Finds them by the marks alone. Must not decide who speaks.

use std::ops::Range;

use super::tree::Tree;
use crate::language::Upos;

/// A run of words between quotation marks, the marks included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Its words with the marks.
    pub(super) words: Range<usize>,
    /// Whether it says something, rather than giving a title or a word held at a distance.
    pub(super) is_speech: bool,
    /// Whether it has its closing mark.
    pub(super) is_closed: bool,
}

/// Form of an opening mark, to find its closing one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Double,
    Single,
}

/// Every quotation, in order; they do not overlap.
pub(super) fn find(tree: &Tree<'_>) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < tree.len() {
        let paragraph = tree.paragraph(start);
        let mut end = start;
        while end < tree.len() && tree.paragraph(end) == paragraph {
            end += 1;
        }
        in_paragraph(tree, start..end, &mut found);
        start = end.max(start + 1);
    }
    found
}

/// The quotations that share words with a run; `quotations` are in order.
pub(super) fn within<'a>(quotations: &'a [Quotation], run: &Range<usize>) -> &'a [Quotation] {
    let start = quotations.partition_point(|quotation| quotation.words.end <= run.start);
    let end = quotations.partition_point(|quotation| quotation.words.start < run.end);
    quotations.get(start..end.max(start)).unwrap_or_default()
}

fn in_paragraph(tree: &Tree<'_>, words: Range<usize>, found: &mut Vec<Quotation>) {
    let mut open: Option<(usize, Mark)> = None;
    for word in words.clone() {
        match (open, mark(tree, word)) {
            (None, Some((kind, Side::Open | Side::Either))) => {
                if opens(tree, word, &words) {
                    open = Some((word, kind));
                }
            }
            (Some((start, kind)), Some((other, Side::Close | Side::Either))) if kind == other => {
                if closes(tree, word, start) {
                    found.push(quotation(tree, start..word + 1, true));
                    open = None;
                }
            }
            _ => {}
        }
    }
    // A quotation that goes on in the next paragraph has no closing mark here.
    if let Some((start, Mark::Double)) = open
        && words.end - start > 3
    {
        found.push(quotation(tree, start..words.end, false));
    }
}

enum Side {
    Open,
    Close,
    Either,
}

fn mark(tree: &Tree<'_>, word: usize) -> Option<(Mark, Side)> {
    match tree.form(word) {
        "“" | "``" | "«" | "„" => Some((Mark::Double, Side::Open)),
        "”" | "»" => Some((Mark::Double, Side::Close)),
        "\"" | "''" => Some((Mark::Double, Side::Either)),
        "‘" | "`" => Some((Mark::Single, Side::Open)),
        "’" => Some((Mark::Single, Side::Close)),
        "'" => Some((Mark::Single, Side::Either)),
        _ => None,
    }
}

/// Whether a mark that may be either opens here: it touches the next word, not the one before.
fn opens(tree: &Tree<'_>, word: usize, within: &Range<usize>) -> bool {
    if word + 1 >= within.end {
        return false;
    }
    let here = tree.word(word).map(|w| w.span);
    let next = tree.word(word + 1).map(|w| w.span);
    let touches_next = matches!((here, next), (Some(a), Some(b)) if a.end == b.start);
    let before = word.checked_sub(1).filter(|before| within.contains(before));
    let touches_before = match (before.and_then(|b| tree.word(b)).map(|w| w.span), here) {
        (Some(a), Some(b)) => a.end == b.start && !before.is_some_and(|b| tree.is_punctuation(b)),
        _ => false,
    };
    touches_next && !touches_before
}

/// Whether the mark closes: it touches the word before it.
fn closes(tree: &Tree<'_>, word: usize, start: usize) -> bool {
    let (Some(before), Some(here)) = (
        word.checked_sub(1)
            .and_then(|b| tree.word(b))
            .map(|w| w.span),
        tree.word(word).map(|w| w.span),
    ) else {
        return false;
    };
    word > start + 1 && (before.end == here.start || tree.form(start) != "'")
}

fn quotation(tree: &Tree<'_>, words: Range<usize>, is_closed: bool) -> Quotation {
    let inner = words.start + 1..if is_closed { words.end - 1 } else { words.end };
    Quotation {
        is_speech: is_speech(tree, &inner),
        is_closed,
        words,
    }
}

/// A quotation says something when it has a finite verb or ends like a sentence, and is not a
/// title in which every word is written large.
fn is_speech(tree: &Tree<'_>, inner: &Range<usize>) -> bool {
    let count = inner.clone().filter(|&w| !tree.is_punctuation(w)).count();
    let ends = inner
        .end
        .checked_sub(1)
        .is_some_and(|last| tree.is(last, &[".", ",", "!", "?", "—", "…", "..."]));
    let finite = inner.clone().any(|w| {
        matches!(tree.xpos(w), "VBD" | "VBZ" | "VBP" | "MD")
            && matches!(tree.upos(w), Upos::Verb | Upos::Aux)
    });
    let mut long = inner
        .clone()
        .filter(|&w| !tree.is_punctuation(w) && tree.form(w).len() > 3)
        .peekable();
    let is_title =
        long.peek().is_some() && long.all(|w| tree.form(w).starts_with(char::is_uppercase));
    let is_sentence = ends && finite && count >= 2;
    is_sentence || (!is_title && ((finite || ends) && count >= 3 || count >= 8))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::annotate::attributions::tree::Tree;
    use crate::annotate::bracketed;

    fn spoken(trees: &str) -> Vec<(String, bool)> {
        let (text, parsed) = bracketed::read(trees);
        let tree = Tree::new(&parsed, &text);
        find(&tree)
            .into_iter()
            .map(|quotation| {
                (
                    tree.span(quotation.words).of(&text).to_owned(),
                    quotation.is_speech,
                )
            })
            .collect()
    }

    #[test]
    fn words_held_at_a_distance_are_not_speech() {
        let found = spoken(
            "the/DET/3/det “/PUNCT/3/punct truce/NOUN/5/nsubj ”/PUNCT/3/punct failed/VERB/0/root",
        );
        assert_eq!(found, [("“truce”".to_owned(), false)]);
    }

    #[test]
    fn a_quotation_may_stay_open_at_the_end_of_its_paragraph() {
        let open = "“/PUNCT/3/punct We/PRON/3/nsubj left/VERB/0/root/leave/VBD ./PUNCT/3/punct";
        let closed = "“/PUNCT/3/punct We/PRON/3/nsubj ran/VERB/0/root/run/VBD ./PUNCT/3/punct ”/PUNCT/3/punct";
        let found = spoken(&format!("{open}\n\n{closed}"));
        assert_eq!(
            found,
            [
                ("“We left.".to_owned(), true),
                ("“We ran.”".to_owned(), true)
            ]
        );
    }
}
