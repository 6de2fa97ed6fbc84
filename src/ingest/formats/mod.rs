//! One reader per kind of file; each gives drafts, none decides.
//!
//! Owns choosing the reader by content and passing limits down through containers. Every reader
//! gets bytes in memory, never a path: nothing in a file can make it open another one.

mod container;
mod epub;
mod export_head;
mod exports;
mod feed;
pub(super) mod html;
pub(super) mod lines;
mod mail;
mod markdown;
mod office;
mod pdf;
mod records;
mod rtf;
mod table;
mod text;
mod warc;
mod zipped;

use super::draft::Draft;
use super::guard::guarded;
use super::sniff::{Kind, kind_of};
use crate::model::SkippedReason;
use container::Budget;
use serde::{Deserialize, Serialize};

/// What a file holds, and which parts of it were left aside.
#[derive(Serialize, Deserialize)]
pub(super) struct Contents {
    /// Its articles.
    pub drafts: Vec<Draft>,
    /// Parts left aside, by their path in the file.
    pub aside: Vec<(String, SkippedReason)>,
}

/// Reads one file; `name` is its own name, used only to tell dialects of text apart.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<Contents, SkippedReason> {
    let mut budget = Budget::new();
    let drafts = read_within(bytes, name, &mut budget);
    match drafts {
        Ok(drafts) => Ok(Contents {
            drafts,
            aside: budget.aside,
        }),
        Err(reason) => Err(reason),
    }
}

/// Reads a file that may lie in a container; a parser that stumbles loses only this file.
fn read_within(bytes: &[u8], name: &str, budget: &mut Budget) -> Result<Vec<Draft>, SkippedReason> {
    guarded(|| dispatch(bytes, name, budget))
}

fn dispatch(bytes: &[u8], name: &str, budget: &mut Budget) -> Result<Vec<Draft>, SkippedReason> {
    match kind_of(bytes, name) {
        Kind::Empty => Err(SkippedReason::Empty),
        Kind::Other(what) => Err(SkippedReason::NotText(what.to_owned())),
        Kind::Unsupported(what) => Err(SkippedReason::Unsupported(what.to_owned())),
        Kind::Html => html::read(bytes),
        Kind::Markdown => markdown::read(bytes),
        Kind::Text => text::read(bytes),
        Kind::Pdf => pdf::read(bytes, budget),
        Kind::Zip => zipped::read(bytes, budget),
        Kind::Rtf => rtf::read(bytes),
        Kind::Mail => mail::read(bytes, budget),
        Kind::Mbox => mail::mailbox(bytes, budget),
        Kind::Warc => warc::read(bytes, budget),
        Kind::Gzip => warc::gzip(bytes, name, budget),
        Kind::Feed => feed::read(bytes),
        Kind::Json => records::json(bytes),
        Kind::JsonLines => records::json_lines(bytes),
        Kind::Table => table::read(bytes),
    }
}
