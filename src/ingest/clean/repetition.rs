//! Lines that stand around many articles of a collection belong to the site, not to an article.
//!
//! Owns counting short lines across articles. Paragraphs are never counted: the same wire report
//! in three papers repeats its paragraphs, and they are text in each.

use std::collections::{BTreeMap, BTreeSet};

use super::forms::is_body;
use crate::ingest::draft::{BlockKind, Draft};
use crate::ingest::metadata::title::folded;
use crate::model::RemovedKind;

/// Articles with different text that must share a line before it goes.
const ARTICLES_MIN: usize = 3;
/// Longest line that can go, in words.
const WORDS_MAX: usize = 14;

/// Takes lines shared by at least three articles whose texts differ.
pub(in crate::ingest) fn take_shared_lines(drafts: &mut [&mut Draft]) {
    let mut seen: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let openings: Vec<Option<String>> = drafts.iter().map(|draft| opening(draft)).collect();
    let mut voices: BTreeMap<&str, usize> = BTreeMap::new();
    for (draft, opening) in drafts.iter().zip(&openings) {
        // Copies of one text count once: they are told apart by their first paragraph.
        let Some(opening) = opening.as_deref() else {
            continue;
        };
        let next = voices.len();
        let voice = *voices.entry(opening).or_insert(next);
        for block in draft.blocks.iter().filter(|block| is_countable(block)) {
            seen.entry(folded(&block.text)).or_default().insert(voice);
        }
    }
    let shared: BTreeSet<String> = seen
        .into_iter()
        .filter(|(_, voices)| voices.len() >= ARTICLES_MIN)
        .map(|(line, _)| line)
        .collect();
    for draft in drafts.iter_mut() {
        for block in draft.blocks.iter_mut().filter(|block| is_countable(block)) {
            if shared.contains(&folded(&block.text)) {
                block.taken = Some(RemovedKind::Furniture);
            }
        }
    }
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
