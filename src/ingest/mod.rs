//! From a dropped folder to clean articles.
//!
//! Owns finding files, reading every format, cleaning the text, and the evidence for title, outlet
//! and date. Must not analyse language. One bad file never stops a collection.

mod clean;
mod decode;
mod discover;
mod draft;
mod formats;
mod guard;
mod in_time;
mod known;
pub mod limits;
mod load;
mod metadata;
mod own;
mod pattern;
mod published;
mod settle;
mod sniff;
pub mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::model::{Article, Columns, Skipped};
use load::Outcome;

pub use known::Known;

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
    read(&Order::new(roots), cancel, progress)
}

/// What to read, and what is known of it.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// Folders and files.
    pub roots: &'a [PathBuf],
    /// What the reader said of tables that do not tell by themselves which column holds what.
    pub columns: &'a [Columns],
    /// What is known of files that were read before.
    pub known: Option<&'a dyn Known>,
}

impl<'a> Order<'a> {
    /// To read these folders and files, of which nothing is known.
    pub const fn new(roots: &'a [PathBuf]) -> Self {
        Self {
            roots,
            columns: &[],
            known: None,
        }
    }
}

/// Reads everything as [`read_all`] does, with what is known of it.
pub fn read(order: &Order<'_>, cancel: &Cancel, progress: &(dyn Fn(Progress) + Sync)) -> Ingested {
    let said: Arc<[Columns]> = order.columns.into();
    let found = discover::discover(order.roots, cancel);
    let total = found.files.len();
    let done = AtomicUsize::new(0);
    let outcomes: Vec<Outcome> = guard::on_deep_stack(total, || {
        found
            .files
            .par_iter()
            .filter_map(|candidate| {
                if cancel.is_cancelled() {
                    return None;
                }
                let outcome = load::file(candidate, order.known, &said);
                let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                progress(Progress { done, total });
                Some(outcome)
            })
            .collect()
    });
    gather(outcomes, found.skipped)
}

/// Reads files that are already in memory, as the embedded sample story is: relative path and bytes.
pub fn read_embedded(files: &[(&str, &[u8])]) -> Ingested {
    let outcomes = guard::on_deep_stack(files.len(), || {
        files
            .par_iter()
            .map(|(path, bytes)| load::bytes(path, bytes))
            .collect()
    });
    gather(outcomes, Vec::new())
}

/// Articles and files left aside, each in order.
fn gather(outcomes: Vec<Outcome>, mut skipped: Vec<Skipped>) -> Ingested {
    let mut read = Vec::new();
    for outcome in outcomes {
        read.extend(outcome.read);
        skipped.extend(outcome.skipped);
    }
    skipped.sort_by(|a, b| a.path.cmp(&b.path));
    Ingested {
        articles: settle::settle(read),
        skipped,
    }
}
