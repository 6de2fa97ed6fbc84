//! From a dropped folder to clean articles.
//!
//! Owns finding files, reading every format, cleaning the text, and the evidence for title, outlet
//! and date. Must not analyse language. One bad file never stops a collection.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::model::{Article, Skipped};

/// A flag by which the reader stops a job; shared between threads.
#[derive(Debug, Default)]
pub struct Cancel(AtomicBool);

impl Cancel {
    /// Asks the job to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the job was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What reading some folders gave.
#[derive(Clone, Debug, Default)]
pub struct Ingested {
    /// Articles in order of their path, each id and path unique.
    pub articles: Vec<Article>,
    /// Files that were left aside, in order of their path.
    pub skipped: Vec<Skipped>,
}

/// How far reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Files done.
    pub done: usize,
    /// Files found.
    pub total: usize,
}

/// Reads everything in these folders and files, on all cores.
///
/// `progress` is called from any thread, after each file. When `cancel` is set, what was read so
/// far is given.
pub fn read_all(
    roots: &[PathBuf],
    cancel: &Cancel,
    progress: &(dyn Fn(Progress) + Sync),
) -> Ingested {
    let _ = (roots, cancel, progress);
    Ingested::default()
}

/// Reads files that are already in memory, as the embedded sample story is: relative path and bytes.
pub fn read_embedded(files: &[(&str, &[u8])]) -> Ingested {
    let _ = files;
    Ingested::default()
}
