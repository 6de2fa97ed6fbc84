//! What a format reader gives, before cleaning: blocks of text and evidence about publication.
//!
//! Owns the plain data between `formats` and `assemble`. Must not decide anything.

use std::borrow::Cow;
use std::time::SystemTime;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{DateBasis, RemovedKind};

/// One article as a format reader found it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Draft {
    /// Where in its container it stood: `inner.html`, `#12`; empty for a file of its own.
    pub inner: String,
    /// The format, in words a reader knows.
    pub format: Cow<'static, str>,
    /// The text, piece by piece, in reading order.
    pub blocks: Vec<Block>,
    /// Evidence from markup and fields.
    pub found: Found,
    /// Whether the format marks what is article and what is site, so that rules for plain text
    /// need to be careful less often.
    pub has_markup: bool,
    /// When its file was last changed.
    #[serde(skip)]
    pub modified: Option<SystemTime>,
}

impl Draft {
    /// Takes the block at this place out, unless it is taken already.
    pub(in crate::ingest) fn take_out(&mut self, at: usize, kind: RemovedKind) {
        if let Some(block) = self.blocks.get_mut(at).filter(|block| block.is_kept()) {
            block.taken = Some(kind);
        }
    }
}

/// A piece of text: paragraph, heading, line of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Block {
    /// The words, white space collapsed.
    pub text: String,
    /// What the format says it is.
    pub kind: BlockKind,
    /// Set when it is no part of the article's text.
    pub taken: Option<RemovedKind>,
}

impl Block {
    /// A block of this kind, kept.
    pub(in crate::ingest) fn new(kind: BlockKind, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            kind,
            taken: None,
        }
    }

    /// A paragraph, kept.
    pub(in crate::ingest) fn paragraph(text: impl Into<String>) -> Self {
        Self::new(BlockKind::Paragraph, text)
    }

    /// The same block, taken out.
    #[must_use]
    pub(in crate::ingest) fn taken_as(mut self, kind: RemovedKind) -> Self {
        self.taken = Some(kind);
        self
    }

    /// Whether it still belongs to the article's text.
    pub(in crate::ingest) const fn is_kept(&self) -> bool {
        self.taken.is_none()
    }
}

/// What a format says a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum BlockKind {
    /// Running text, or no statement.
    Paragraph,
    /// A heading; 1 is the highest.
    Heading(u8),
    /// A line of a list.
    Item,
}

/// Evidence about publication; of each kind the strongest comes first.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Found {
    /// Headlines.
    pub titles: Vec<String>,
    /// Publishers.
    pub outlets: Vec<String>,
    /// Writers.
    pub bylines: Vec<String>,
    /// News agencies.
    pub agencies: Vec<String>,
    /// Parts of a paper.
    pub sections: Vec<String>,
    /// Addresses.
    pub urls: Vec<String>,
    /// Language codes declared.
    pub languages: Vec<String>,
    /// Dates.
    pub dates: Vec<FoundDate>,
}

/// A date with what it is the date of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FoundDate {
    /// The day.
    pub day: NaiveDate,
    /// Kind of place.
    pub basis: DateBasis,
    /// The words or tag, verbatim.
    pub words: String,
    /// What happened that day.
    pub role: DateRole,
}

/// What a date is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum DateRole {
    /// Said to be the day of publication.
    Published,
    /// Stands where a date of publication usually stands.
    Probable,
    /// The last change.
    Updated,
    /// Saving, printing, forwarding: not evidence of publication.
    Captured,
}

impl Found {
    /// Adds the evidence of `weaker` behind this one.
    pub(in crate::ingest) fn append(&mut self, weaker: Self) {
        self.titles.extend(weaker.titles);
        self.outlets.extend(weaker.outlets);
        self.bylines.extend(weaker.bylines);
        self.agencies.extend(weaker.agencies);
        self.sections.extend(weaker.sections);
        self.urls.extend(weaker.urls);
        self.languages.extend(weaker.languages);
        self.dates.extend(weaker.dates);
    }
}
