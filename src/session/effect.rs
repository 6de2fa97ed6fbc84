//! What the session wants done outside itself.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Gone, Recent, SaveOrder, TakeOrder, Wanted};
use crate::corpus::Document;
use crate::export::Export;
use crate::ingest::Ingested;
use crate::model::{Analysis, Article, Columns, MentionKind};
use crate::review::{Correction, Laying, Review};
use crate::view::quoting::Copied;

/// What the session wants done outside itself.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read and analyse folders and files, and notice from then on when they change.
    Read {
        /// Number of this asking.
        generation: u64,
        /// Folders and files.
        roots: Vec<PathBuf>,
        /// Whether the sample story is read as well.
        with_sample: bool,
        /// Articles that come from no folder, and belong to the collection too.
        loose: Vec<Arc<Article>>,
        /// What the reader said of tables.
        columns: Vec<Columns>,
    },
    /// Analyse articles that come out of a review file.
    Analyse {
        /// Number of this asking.
        generation: u64,
        /// The articles.
        ingested: Box<Ingested>,
    },
    /// Stop reading.
    StopReading,
    /// Let go of the folders that are watched.
    StopWatching,
    /// Write a file of findings.
    TakeAway {
        /// What, and where to.
        order: TakeOrder,
        /// Which file.
        export: Export,
        /// What it is made of.
        review: Box<Review>,
    },
    /// Write a picture of the window.
    Picture(TakeOrder),
    /// Ask the reader for a file, or a folder, to write to, offering this name.
    PickTakePath {
        /// Its name.
        name: String,
        /// Whether a folder is wanted.
        is_folder: bool,
    },
    /// Put words on the clipboard.
    Copy(Copied),
    /// Compare two articles.
    Compare {
        /// Which state of the collection they are of.
        revision: u64,
        /// Left article.
        left: Box<Document>,
        /// Right article.
        right: Box<Document>,
    },
    /// Lay the corrections over the collection.
    Lay {
        /// Which asking for a collection it belongs to.
        generation: u64,
        /// What they are laid over.
        laying: Box<Laying>,
    },
    /// Work out what a correction would change.
    Preview {
        /// The correction.
        correction: Box<Correction>,
        /// Which state of the collection it is about.
        revision: u64,
        /// The articles.
        documents: Vec<Document>,
        /// What was found in them.
        analysis: Arc<Analysis>,
    },
    /// Build the index of the search anew from these articles.
    Index(Vec<Document>),
    /// Ask the index.
    Find {
        /// Number of the question.
        serial: u64,
        /// Words as typed.
        query: String,
        /// Which articles may be given, by position.
        allowed: Vec<bool>,
        /// Only hits whose sentence names something of this kind, as found here.
        kind: Option<(MentionKind, Arc<Analysis>)>,
    },
    /// Let go of something large.
    LetGo(Gone),
    /// Make a list that a screen shows.
    List {
        /// Which state of the collection it is about.
        revision: u64,
        /// Which list.
        wanted: Wanted,
        /// What it is made of.
        review: Box<Review>,
    },
    /// Look for what the palette's words match.
    Seek {
        /// Number of the question.
        serial: u64,
        /// Words as typed.
        query: String,
        /// What is open.
        review: Option<Box<Review>>,
    },
    /// Have the review kept on disk.
    Save(SaveOrder),
    /// Ask the reader for folders.
    PickFolder,
    /// Ask the reader for a review file to open.
    PickReview,
    /// Ask the reader where to save the review, offering this name.
    PickSavePath(String),
    /// Keep the list of folders that were opened before.
    KeepRecent(Vec<Recent>),
    /// End the program.
    Quit,
}
