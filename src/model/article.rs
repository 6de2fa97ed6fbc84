//! One text from one file, with what is known about its publication.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Column;

/// Stable id of an article's content, so that a renamed file keeps its notes.
///
/// Unique within a collection: a second file with the same content gets a suffix.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleId(Arc<str>);

impl ArticleId {
    /// An id from its text.
    pub fn new(id: &str) -> Self {
        Self(id.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One text from one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Stable id of the content.
    pub id: ArticleId,
    /// Path relative to the opened folder, with `/`; unique within the collection. For an article
    /// inside a container: `container.zip/inner.html`, `list.csv#12`.
    pub path: String,
    /// The file on disk, to open or re-read it; `None` for the embedded sample.
    pub file: Option<PathBuf>,
    /// Format it was read from, in words a reader knows: "web page", "PDF", "plain text".
    pub format: String,
    /// Headline, if one is known.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it, without "By".
    pub byline: Option<String>,
    /// News agency credited for the text ("Reuters", "AFP"), if any.
    pub agency: Option<String>,
    /// Part of the paper it stood in ("Business"), as the page or the export names it.
    pub section: Option<String>,
    /// Address it was saved from.
    pub url: Option<String>,
    /// ISO 639-1 code of the language it seems to be in, where its text tells.
    pub language: Option<String>,
    /// When it was published, and how that is known.
    pub published: Published,
    /// Clean text: title not repeated, site furniture gone, paragraphs separated by one blank line.
    pub text: String,
    /// What was taken out of the text, in order.
    pub removed: Vec<Removed>,
}

impl Article {
    /// An article of plain text of which nothing else is known; its id and path come from `name`,
    /// which must be unique in the collection.
    pub fn plain(name: &str, text: impl Into<String>) -> Self {
        Self {
            id: ArticleId::new(name),
            path: format!("{name}.txt"),
            file: None,
            format: "plain text".to_owned(),
            title: None,
            outlet: None,
            byline: None,
            agency: None,
            section: None,
            url: None,
            language: None,
            published: Published::unknown(),
            text: text.into(),
            removed: Vec::new(),
        }
    }
}

/// When an article was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The day; `None` when no evidence suffices.
    pub value: Option<NaiveDate>,
    /// What kind of evidence decided.
    pub basis: DateBasis,
    /// The words or tag the decision rests on, and other evidence that was seen, strongest first.
    pub evidence: Vec<Evidence>,
}

impl Published {
    /// No date known.
    pub const fn unknown() -> Self {
        Self {
            value: None,
            basis: DateBasis::None,
            evidence: Vec::new(),
        }
    }

    /// What articles are listed by: the earliest first, those without a day last.
    pub fn order(&self) -> (bool, Option<NaiveDate>) {
        (self.value.is_none(), self.value)
    }
}

/// One piece of evidence for a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Kind of place it was found in.
    pub basis: DateBasis,
    /// The words or the tag with its value, verbatim.
    pub words: String,
    /// The day it points to.
    pub value: NaiveDate,
}

/// Where a publication date was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateBasis {
    /// Markup of the page or fields of the document.
    Metadata,
    /// The address of the page.
    Url,
    /// A dateline ("BAGHDAD, Nov 5 (Reuters) –").
    Dateline,
    /// Words of the text.
    Text,
    /// Name or time of the file.
    File,
    /// The reader said so.
    Reader,
    /// Nothing was found.
    None,
}

/// A passage that was taken out of an article's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// The words taken out.
    pub text: String,
    /// What they were taken for.
    pub kind: RemovedKind,
    /// Byte offset in the clean text where they stood.
    pub at: usize,
}

/// What a removed passage was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemovedKind {
    /// Reading time, summary, share, subscribe, cookie and other boxes of the site.
    Furniture,
    /// Links to other articles.
    Related,
    /// The headline said again.
    RepeatedTitle,
    /// A byline, kept as metadata.
    Byline,
    /// A line with outlet or date, kept as metadata.
    Dateline,
    /// Words below or beside a picture.
    Caption,
    /// Readers' comments.
    Comments,
    /// Copyright and legal lines.
    Copyright,
}

/// A file that could not be read, or was left aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Path relative to the opened folder (lossy for names that are not Unicode).
    pub path: String,
    /// Why.
    pub reason: SkippedReason,
}

/// Why a file was left aside; `view::wording` makes the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SkippedReason {
    /// Holds no bytes, or spaces only.
    Empty,
    /// A document, but no words in it.
    NoText,
    /// Not a kind of file with text in it; what it is, if known ("a picture").
    NotText(String),
    /// A kind of file that Crossread does not read, by name.
    Unsupported(String),
    /// Larger than the limit, both in bytes.
    TooLarge {
        /// Size of the file.
        size_bytes: u64,
        /// Largest size read.
        limit_bytes: u64,
    },
    /// The system does not allow reading it.
    NoPermission,
    /// It was there and then it was not.
    Vanished,
    /// A link that leads back to itself or outside the dropped folder.
    LinkLoop,
    /// A link to what is not there.
    LinkBroken,
    /// Needs a password.
    Encrypted,
    /// A PDF without text: a picture of a page.
    PictureOfPage,
    /// Its contents are damaged; what was wrong, in plain words.
    Damaged(String),
    /// Unpacks to far more than its size, or is nested too deep.
    Suspicious(String),
    /// Reading it did not come to an end in its time, or was not begun; why, in plain words.
    GivenUp(String),
    /// Crossread wrote it itself; what it is ("a report").
    OwnWork(String),
    /// No article was found in it.
    NoArticle,
    /// A table of which the reader must say which of its columns holds the text; all of them.
    ColumnsUnclear(Vec<Column>),
    /// Another problem of the system, in its words.
    System(String),
}
