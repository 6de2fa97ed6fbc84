//! The lines below the last paragraph, and the links that stand under a heading anywhere.

use super::forms::{Form, form_of, is_body, is_headline};
use crate::ingest::draft::{BlockKind, Draft};
use crate::model::RemovedKind;

/// Most links taken under one heading.
const LINKS_MAX: usize = 15;
/// Most links taken under a heading between paragraphs.
const LINKS_INSIDE_MAX: usize = 6;
/// Blocks looked at after a heading over comments for signs of them.
const COMMENTS_REACH: usize = 8;

/// Takes the links that follow the heading at `at`; `at_edge` when no paragraph follows.
pub(super) fn take_links(draft: &mut Draft, at: usize, at_edge: bool) {
    let most = if at_edge { LINKS_MAX } else { LINKS_INSIDE_MAX };
    let mut taken = 0;
    for block in draft.blocks.iter_mut().skip(at + 1) {
        if !block.is_kept() {
            continue;
        }
        let is_link = (is_headline(&block.text) || block.kind == BlockKind::Item)
            && !is_body(&block.text)
            && !matches!(
                form_of(&block.text),
                Some(Form::LinksBelow | Form::CommentsBelow)
            );
        if !is_link || taken == most {
            break;
        }
        block.taken = Some(RemovedKind::Related);
        taken += 1;
    }
}

/// Takes the items of the list right under the heading at `at`.
pub(super) fn take_items(draft: &mut Draft, at: usize) {
    let items = draft.blocks.iter_mut().skip(at + 1);
    for block in items
        .filter(|block| block.is_kept())
        .take_while(|block| block.kind == BlockKind::Item && !is_body(&block.text))
    {
        block.taken = Some(RemovedKind::Related);
    }
}

/// Signs of readers' comments below the heading at `at`.
pub(super) fn comment_signs(draft: &Draft, at: usize) -> usize {
    draft
        .blocks
        .iter()
        .skip(at + 1)
        .take(COMMENTS_REACH)
        .filter(|block| is_comment_sign(&block.text))
        .count()
}

/// Lines that stand over or under a comment: "Jane says:", "3 hours ago", "Reply".
fn is_comment_sign(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let words = line.split_whitespace().count();
    words <= 8
        && (line.ends_with(" says:")
            || line.ends_with(" ago")
            || line.starts_with("reply")
            || line.starts_with("report")
            || line.contains(" likes")
            || line == "flag")
}
