//! The review file: everything a reader's work needs, in one file.
//!
//! Owns its format, its transactions and what can go wrong. A review file is an SQLite database
//! (see [`schema`] for its tables) with the texts of the articles in it, so it opens on a computer
//! that has none of them. What was reported as saved is on disk: rollback journal, every
//! transaction synced with its folder before the call returns.

mod contents;
mod error;
mod lock;
mod open;
mod place;
pub mod schema;
mod write;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub use contents::Contents;
pub use error::{FileError, ReadOnlyReason};
pub use place::ReviewFolder;

use lock::Lock;
use place::FileId;

/// A review file that is open.
#[derive(Debug)]
pub struct ReviewFile {
    connection: Connection,
    path: PathBuf,
    /// Which file it is, to notice when another one has taken its place.
    id: Option<FileId>,
    /// Why nothing can be written, if nothing can.
    read_only: Option<ReadOnlyReason>,
    /// How many transactions it has seen: another writer would have made it more.
    changes: i64,
    _lock: Option<Lock>,
}

impl ReviewFile {
    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why nothing can be written; `None` when it can.
    pub const fn read_only(&self) -> Option<ReadOnlyReason> {
        self.read_only
    }
}

#[cfg(test)]
mod tests;
