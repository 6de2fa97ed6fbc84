//! One writer per review: the second window that opens it reads.
//!
//! The lock is a file of the program's own, named by the review's path, that the system lets go of
//! when the process ends, however it ends. Nothing is left beside the reader's file.

use std::fs::{File, TryLockError};
use std::path::Path;

/// The right to write a review, held until dropped.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a review; `Ok(None)` when another window has it.
    pub(super) fn take(folder: &Path, review: &Path) -> std::io::Result<Option<Self>> {
        std::fs::create_dir_all(folder)?;
        let whole = std::path::absolute(review)?;
        // The folder by its real name, so that two ways to one file meet at one lock.
        let whole = match (whole.parent(), whole.file_name()) {
            (Some(parent), Some(name)) => parent
                .canonicalize()
                .map_or_else(|_| whole.clone(), |parent| parent.join(name)),
            _ => whole,
        };
        let whole = whole.canonicalize().unwrap_or(whole);
        let name = blake3::hash(whole.as_os_str().as_encoded_bytes()).to_hex();
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join(format!("{name}.lock")))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}
