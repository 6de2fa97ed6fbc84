//! One reader per kind of file; each gives drafts, none decides.
//!
//! Owns choosing the reader by content and passing limits down through containers. Every reader
//! gets bytes in memory, never a path: nothing in a file can make it open another one.

pub(super) mod html;
pub(super) mod lines;
mod markdown;
mod text;

use super::draft::Draft;
use super::guard::guarded;
use super::sniff::{Kind, kind_of};
use crate::model::SkippedReason;

/// Reads one file; `name` is its own name, used only to tell dialects of text apart.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<Vec<Draft>, SkippedReason> {
    guarded(|| dispatch(bytes, name))
}

fn dispatch(bytes: &[u8], name: &str) -> Result<Vec<Draft>, SkippedReason> {
    match kind_of(bytes, name) {
        Kind::Empty => Err(SkippedReason::Empty),
        Kind::Other(what) => Err(SkippedReason::NotText(what.to_owned())),
        Kind::Unsupported(what) => Err(SkippedReason::Unsupported(what.to_owned())),
        Kind::Html => html::read(bytes),
        Kind::Markdown => markdown::read(bytes),
        Kind::Text => text::read(bytes),
        _ => Err(SkippedReason::Unsupported("this kind of file".to_owned())),
    }
}
