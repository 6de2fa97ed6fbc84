//! What text without markup keeps of a page's layout: boxes with a summary, captions with their
//! credit, rows of buttons, a dateline in pieces, lists below the text.
//!
//! Owns lines that only their neighbours give away. Must not touch a paragraph of the article.

use std::ops::Range;

use super::buttons::is_button;
use super::credits::{is_picture_line, is_shown_picture, is_stroke_credit, is_told_picture};
use super::forms::{ends_sentence, is_body, is_running_time};
use crate::ingest::draft::{Block, Draft};
use crate::ingest::metadata::{outlet, title};
use crate::ingest::pattern::pattern;
use crate::model::RemovedKind;

/// Most words of a caption.
const CAPTION_WORDS_MAX: usize = 40;
/// Fewest words of a line that tells what is on a picture.
const TOLD_WORDS_MIN: usize = 5;
/// Likeness from which a line above a caption tells the same.
const LIKENESS_MIN: f64 = 0.5;
/// Blocks below in which a caption is said again with its credit.
const AGAIN_REACH: usize = 3;
/// Most words of a line below the text that is a link or a topic.
const TAIL_WORDS_MAX: usize = 14;
/// Most words of a piece of a dateline.
const DATELINE_WORDS_MAX: usize = 4;
/// Most pieces of one.
const DATELINE_PIECES_MAX: usize = 2;

pattern!(
    /// The heading of a box that tells the article before it begins.
    SUMMARY_HEAD,
    r"(?i)^(?:summary|key (?:points|takeaways|facts|developments|highlights)|at a glance|highlights|in (?:brief|short|summary)|(?:the )?(?:main )?takeaways|what you need to know|quick (?:read|summary)|(?:article|story) highlights)\W*$"
);
pattern!(
    LINK_WORDS,
    r"(?i)(?:, | \()opens (?:in )?(?:a )?new (?:tab|window)\)?"
);
pattern!(BULLET, r"^[•◦▪●·*–—-] ");
pattern!(
    /// What only the words below a picture say.
    CAPTION_SIGN,
    r"(?i)\b(?:pictured|seen (?:here|from|on|in|at|through)|file (?:photo|picture|image)|photo(?:graph)? (?:taken|shows)|(?:picture|image|view) shows|shown (?:here|in))\b|\((?:left|right|cent(?:er|re)|top|bottom|from left)\)|, (?:left|right|cent(?:er|re)),"
);

/// Takes what a link says to those who do not see it, out of the sentence it stands in.
pub(super) fn take_link_words(draft: &mut Draft) {
    let blocks = std::mem::take(&mut draft.blocks);
    for mut block in blocks {
        let said: Vec<Range<usize>> = LINK_WORDS
            .all(&block.text)
            .iter()
            .filter_map(|found| Some(found.get(0)?.range()))
            .collect();
        let mut bare = String::new();
        let mut taken = Vec::with_capacity(said.len());
        let mut from = 0;
        for range in said {
            bare.push_str(block.text.get(from..range.start).unwrap_or_default());
            from = range.end;
            let words = block.text.get(range).unwrap_or_default();
            taken.push(Block::paragraph(words).taken_as(RemovedKind::Furniture));
        }
        if !taken.is_empty() {
            bare.push_str(block.text.get(from..).unwrap_or_default());
            block.text = bare;
        }
        draft.blocks.push(block);
        draft.blocks.append(&mut taken);
    }
}

/// Takes boxes and captions, which may look like paragraphs; before the paragraphs are counted.
pub(super) fn take_boxes(draft: &mut Draft) {
    let plain_body = |text: &str| is_body(text) && !BULLET.is_match(text);
    let is_text = |block: &Block| plain_body(&block.text);
    let text_from = draft.blocks.iter().position(is_text);
    let text_from = text_from.unwrap_or(draft.blocks.len());
    let caption_at = |at: usize| {
        let below = draft.blocks.get(at + 1)?;
        let own = draft.blocks.get(at)?;
        let credited = own.is_kept() && is_stroke_credit(&below.text);
        let short = own.text.split_whitespace().count() <= CAPTION_WORDS_MAX
            && !own.text.contains(['"', '“', '”']);
        let leads = at <= text_from;
        (credited && short && (leads || CAPTION_SIGN.is_match(&own.text))).then_some(at)
    };
    let captions: Vec<usize> = (0..draft.blocks.len()).filter_map(caption_at).collect();
    for at in captions {
        draft.take_out(at, RemovedKind::Caption);
    }
    take_told_pictures(draft);
    for block in draft.blocks.iter_mut().filter(|block| block.is_kept()) {
        if is_stroke_credit(&block.text) {
            block.taken = Some(RemovedKind::Caption);
        }
    }
    take_reported_from(draft);
    let first = draft
        .blocks
        .iter()
        .position(|block| block.is_kept() && plain_body(&block.text))
        .unwrap_or(0);
    let head = draft
        .blocks
        .iter()
        .take(first)
        .position(|block| block.is_kept() && SUMMARY_HEAD.is_match(&block.text));
    if let Some(head) = head {
        let end = (head..first)
            .find(|&at| draft.blocks.get(at).is_some_and(|block| !block.is_kept()))
            .unwrap_or(first);
        for at in head..end {
            draft.take_out(at, RemovedKind::Furniture);
        }
    }
}

/// Takes "Reporting from" with the place in the line below it.
fn take_reported_from(draft: &mut Draft) {
    let places: Vec<usize> = draft
        .blocks
        .iter()
        .zip(draft.blocks.iter().skip(1))
        .enumerate()
        .filter(|(_, (line, below))| {
            line.text.eq_ignore_ascii_case("reporting from")
                && outlet::is_name(&below.text)
                && below.text.split_whitespace().count() <= DATELINE_WORDS_MAX
        })
        .map(|(at, _)| at)
        .collect();
    for at in places {
        draft.take_out(at, RemovedKind::Byline);
        draft.take_out(at + 1, RemovedKind::Byline);
    }
}

/// Takes what pages say of a picture to those who do not see it: the agency and what is shown, then
/// the caption; or the caption twice, once with its credit.
fn take_told_pictures(draft: &mut Draft) {
    let words = |text: &str| text.split_whitespace().count();
    let mut headline_seen = false;
    let mut taken: Vec<usize> = Vec::new();
    for (at, block) in draft.blocks.iter().enumerate() {
        let text = block.text.as_str();
        let next = draft
            .blocks
            .get(at + 1)
            .map_or("", |next| next.text.as_str());
        if headline_seen && words(text) <= CAPTION_WORDS_MAX && is_told_picture(text) {
            taken.push(at);
            if words(next) >= TOLD_WORDS_MIN && !ends_sentence(next) {
                taken.push(at + 1);
            }
        }
        let again = draft
            .blocks
            .iter()
            .skip(at + 1)
            .take(AGAIN_REACH)
            .any(|later| {
                later.text.len() > text.len()
                    && later.text.starts_with(text)
                    && is_picture_line(&later.text)
            });
        let told_otherwise = words(text) >= TOLD_WORDS_MIN
            && !ends_sentence(text)
            && is_picture_line(next)
            && (is_shown_picture(text) || title::likeness(text, next) >= LIKENESS_MIN);
        if (again || told_otherwise) && words(text) >= TOLD_WORDS_MIN {
            taken.push(at);
        }
        headline_seen |= words(text) >= TOLD_WORDS_MIN;
    }
    for at in taken {
        draft.take_out(at, RemovedKind::Caption);
    }
}

/// Takes the pieces of a dateline above the lone dash at which the text begins.
pub(super) fn take_torn_dateline(draft: &mut Draft) {
    let dash = draft
        .blocks
        .iter()
        .zip(draft.blocks.iter().skip(1))
        .position(|(block, next)| {
            matches!(block.text.trim(), "—" | "–" | "-") && is_body(&next.text)
        });
    let Some(dash) = dash else {
        return;
    };
    let pieces: Vec<usize> = (0..dash)
        .rev()
        .take(DATELINE_PIECES_MAX)
        .take_while(|&at| {
            draft.blocks.get(at).is_some_and(|block| {
                block.is_kept()
                    && outlet::is_name(&block.text)
                    && block.text.split_whitespace().count() <= DATELINE_WORDS_MAX
            })
        })
        .collect();
    // The place comes first, who reports from there second.
    if let (Some(&paper), true) = (pieces.first(), pieces.len() == DATELINE_PIECES_MAX)
        && let Some(block) = draft.blocks.get(paper)
    {
        let name = block.text.clone();
        draft.found.outlets.insert(0, name);
    }
    for at in pieces.into_iter().chain([dash]) {
        draft.take_out(at, RemovedKind::Dateline);
    }
}

/// Takes buttons beside what was taken, and links and topics below the text; after the lines that
/// are known by themselves.
pub(super) fn take_beside(draft: &mut Draft) {
    let count = draft.blocks.len();
    let last = draft
        .blocks
        .iter()
        .rposition(|block| block.is_kept() && is_body(&block.text));
    let Some(last) = last else {
        return;
    };
    // The name of a film stands above how long it runs.
    for at in 1..count {
        let runs = draft
            .blocks
            .get(at)
            .is_some_and(|block| is_running_time(&block.text));
        let named = draft
            .blocks
            .get(at - 1)
            .is_some_and(|block| !is_body(&block.text) && !ends_sentence(&block.text));
        if runs && named {
            draft.take_out(at - 1, RemovedKind::Related);
        }
    }
    for at in (0..count).chain((0..count).rev()) {
        let beside = at
            .checked_sub(1)
            .into_iter()
            .chain([at + 1])
            .filter_map(|near| draft.blocks.get(near))
            .any(|near| near.taken.is_some());
        if beside
            && draft
                .blocks
                .get(at)
                .is_some_and(|block| is_button(&block.text))
        {
            draft.take_out(at, RemovedKind::Furniture);
        }
    }
    // A picture may stand in the middle of the closing lines.
    let Some(tail) = (last + 1..count).find(|&at| {
        draft
            .blocks
            .get(at)
            .and_then(|block| block.taken)
            .is_some_and(|kind| kind != RemovedKind::Caption)
    }) else {
        return;
    };
    for at in tail..count {
        let is_line = draft.blocks.get(at).is_some_and(|block| {
            block.text.split_whitespace().count() <= TAIL_WORDS_MAX
                && !ends_sentence(&block.text)
                && !block.text.starts_with(['"', '“', '‘'])
        });
        if is_line {
            draft.take_out(at, RemovedKind::Related);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::clean::clean;
    use crate::ingest::draft::{Block, Draft};

    #[test]
    fn a_copied_page_gives_its_article() {
        let first = "At least 40 people were missing on Wednesday after a ferry sank off the coast of Sarn, officials said.";
        let second = "The ferry sent a signal at two in the morning before it was lost, the coast guard said in a statement.";
        let lines = [
            "Ferry sinks off Sarn coast",
            "By Lena Hart",
            "Local Democracy Reporter",
            "March 5, 20258:15 AM ESTUpdated 2 hours ago",
            "Facebook",
            "X",
            "Link",
            "A vessel of the coast guard leaves the port of Sarn on Wednesday morning.",
            "Ivo Marek/AFP/Getty Images",
            "Key points",
            "40 people are missing",
            "• The ferry sent a signal at two in the morning before it was lost, officials say.",
            "Sarn",
            "Harbour News",
            "—",
            first,
            "Image",
            "By clicking submit, you agree to our Terms of Use and Privacy Policy.",
            second,
            "He waits, opens new tab.",
            "Topics",
            "Sarn",
            "Ferries",
            "Link",
        ];
        let mut draft = Draft {
            blocks: lines.iter().map(|line| Block::paragraph(*line)).collect(),
            ..Draft::default()
        };
        clean(&mut draft);
        let kept: Vec<&str> = draft
            .blocks
            .iter()
            .filter(|block| block.is_kept())
            .map(|block| block.text.as_str())
            .collect();
        assert_eq!(kept, [first, second, "He waits."]);
        assert_eq!(draft.found.outlets.first().unwrap(), "Harbour News");
        assert_eq!(draft.found.dates.len(), 1);
        assert_eq!(draft.found.bylines, ["Lena Hart"]);
    }
}
