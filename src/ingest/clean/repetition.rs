//! Lines that stand around many articles of a collection belong to the site, not to an article.
//!
//! Owns counting short lines across articles. Paragraphs are never counted: the same wire report
//! in three papers repeats its paragraphs, and they are text in each.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::forms::is_body;
use crate::ingest::draft::{BlockKind, Draft};
use crate::ingest::metadata::title::folded;
use crate::model::RemovedKind;

/// Articles with different text that must share a line before it goes.
const ARTICLES_MIN: usize = 3;
/// Longest line that can go, in words.
const WORDS_MAX: usize = 14;

/// Lines of an article, folded, with the number of their block.
type Lines = Vec<(usize, String)>;

/// Takes lines shared by at least three articles whose texts differ.
pub(in crate::ingest) fn take_shared_lines(drafts: &mut [&mut Draft]) {
    let told: Vec<(Option<String>, Lines)> = drafts
        .par_iter()
        .map(|draft| (opening(draft), lines(draft)))
        .collect();
    let mut seen: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let mut voices: BTreeMap<&str, usize> = BTreeMap::new();
    for (opening, lines) in &told {
        // Copies of one text count once: they are told apart by their first paragraph.
        let Some(opening) = opening.as_deref() else {
            continue;
        };
        let next = voices.len();
        let voice = *voices.entry(opening).or_insert(next);
        for (_, line) in lines {
            seen.entry(line).or_default().insert(voice);
        }
    }
    seen.retain(|_, voices| voices.len() >= ARTICLES_MIN);
    for (draft, (_, lines)) in drafts.iter_mut().zip(&told) {
        for (at, line) in lines {
            if let Some(block) = draft
                .blocks
                .get_mut(*at)
                .filter(|_| seen.contains_key(line.as_str()))
            {
                block.taken = Some(RemovedKind::Furniture);
            }
        }
    }
}

/// The lines of an article that may belong to its site.
fn lines(draft: &Draft) -> Lines {
    let blocks = draft.blocks.iter().enumerate();
    let countable = blocks.filter(|(_, block)| is_countable(block));
    countable
        .map(|(at, block)| (at, folded(&block.text)))
        .collect()
}

/// The first paragraph, folded.
fn opening(draft: &Draft) -> Option<String> {
    draft
        .blocks
        .iter()
        .find(|block| block.is_kept() && is_body(&block.text))
        .map(|block| folded(&block.text))
}

fn is_countable(block: &crate::ingest::draft::Block) -> bool {
    block.is_kept()
        && block.kind != BlockKind::Item
        && !is_body(&block.text)
        && block.text.split_whitespace().count() <= WORDS_MAX
        && !block.text.contains(['"', '“', '‘'])
        && !super::forms::ends_sentence(&block.text)
}

#[cfg(test)]
mod tests {
    use super::take_shared_lines;
    use crate::ingest::draft::{Block, Draft};

    fn draft(lines: &[&str]) -> Draft {
        Draft {
            blocks: lines.iter().map(|line| Block::paragraph(*line)).collect(),
            ..Draft::default()
        }
    }

    #[test]
    fn a_line_around_three_articles_goes_and_their_sentences_stay() {
        let sentence =
            "This sentence of more than twelve words stands in all the articles of the collection.";
        let mut drafts: Vec<Draft> = ["first", "second", "third"]
            .iter()
            .map(|nth| {
                let own = format!("The {nth} article tells of something that happened in a place far away from here.");
                draft(&["Weather for your region", &own, sentence, "He agreed."])
            })
            .collect();
        let mut all: Vec<&mut Draft> = drafts.iter_mut().collect();
        take_shared_lines(&mut all);
        for draft in &drafts {
            let kept: Vec<_> = draft
                .blocks
                .iter()
                .map(super::super::super::draft::Block::is_kept)
                .collect();
            assert_eq!(kept, [false, true, true, true]);
        }
    }

    #[test]
    fn copies_of_one_article_take_nothing_from_each_other() {
        let mut drafts: Vec<Draft> = (0..4)
            .map(|_| draft(&["A heading", "One article was saved four times by a reader who forgot that it had been saved."]))
            .collect();
        let mut all: Vec<&mut Draft> = drafts.iter_mut().collect();
        take_shared_lines(&mut all);
        assert!(drafts.iter().all(|draft| draft.blocks[0].is_kept()));
    }
}
