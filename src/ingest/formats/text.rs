//! Plain text in any encoding.

use super::lines::paragraphs;
use crate::ingest::decode::decode;
use crate::ingest::draft::{Block, Draft};
use crate::ingest::limits::TEXT_BYTES_MAX;
use crate::model::SkippedReason;

/// The paragraphs of a text file.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Draft>, SkippedReason> {
    let text = decode(bytes, None);
    of_text(&text, "plain text").map(super::exports::split)
}

/// A draft of words that are text already.
pub(super) fn of_text(text: &str, format: &'static str) -> Result<Draft, SkippedReason> {
    if text.len() > TEXT_BYTES_MAX {
        return Err(SkippedReason::TooLarge {
            size_bytes: text.len() as u64,
            limit_bytes: TEXT_BYTES_MAX as u64,
        });
    }
    let blocks: Vec<Block> = paragraphs(text).into_iter().map(Block::paragraph).collect();
    if blocks.is_empty() {
        return Err(SkippedReason::Empty);
    }
    Ok(Draft {
        format: format.into(),
        blocks,
        ..Draft::default()
    })
}
