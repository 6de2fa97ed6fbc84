//! Writing: a new file whole or not at all, an act in one transaction.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::{Contents, FileError, FileId, Lock, ReadOnlyReason, ReviewFile, ReviewFolder};
use super::{contents, open, schema};
use crate::review::Change;

impl ReviewFile {
    /// Writes a new review, in place of a file that may be there, and leaves it open. The old file
    /// stays until the new one is whole on disk.
    ///
    /// # Errors
    /// When the folder cannot be written to, or another window has that file open.
    pub fn create(
        path: &Path,
        contents: &Contents,
        folder: &ReviewFolder,
    ) -> Result<Self, FileError> {
        let parent = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        std::fs::create_dir_all(parent)?;
        let lock = match Lock::take(&folder.locks(), path) {
            Ok(None) => return Err(FileError::ReadOnly(ReadOnlyReason::OpenElsewhere)),
            Ok(lock) => lock,
            Err(_) => None,
        };
        let new = tempfile::Builder::new()
            .prefix(".crossread-")
            .suffix(".part")
            .tempfile_in(parent)?
            .into_temp_path();
        fill(&new, contents)?;
        std::fs::File::options()
            .write(true)
            .open(&new)?
            .sync_all()?;
        drop_journal(path)?;
        new.persist(path).map_err(|error| error.error)?;
        sync_folder(parent)?;
        let connection = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        Ok(Self {
            id: FileId::of(path),
            path: path.to_owned(),
            changes: open::changes(&connection)?,
            connection,
            read_only: None,
            _lock: lock,
        })
    }

    /// Writes what the reader did. When this returns `Ok`, it is on disk.
    ///
    /// # Errors
    /// When it could not be written; then nothing of it is.
    pub fn take(&mut self, change: &Change) -> Result<(), FileError> {
        self.transact(|transaction| {
            let done: i64 =
                transaction.query_row("SELECT done FROM state", [], |row| row.get(0))?;
            let acts: i64 =
                transaction.query_row("SELECT count(*) FROM act", [], |row| row.get(0))?;
            let done = match change {
                Change::Do(entry) => {
                    transaction.execute("DELETE FROM act WHERE number > ?1", [done])?;
                    contents::write_act(transaction, done + 1, entry)?;
                    done + 1
                }
                Change::Undo => (done - 1).max(0),
                Change::Redo => (done + 1).min(acts),
            };
            transaction.execute("UPDATE state SET done = ?1", [done])?;
            Ok(())
        })
    }

    /// Writes what was read from the reader's files anew: articles may have come or gone. What the
    /// reader did stays as it is.
    ///
    /// # Errors
    /// When it could not be written; then nothing of it is.
    pub fn keep_collection(&mut self, contents: &Contents) -> Result<(), FileError> {
        self.transact(|transaction| contents::write_collection(transaction, contents))
    }

    /// What the file says was done, after somebody else may have written to it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn reread(&mut self) -> Result<crate::review::Ledger, FileError> {
        self.check_place()?;
        self.changes = open::changes(&self.connection)?;
        contents::ledger(&self.connection)
    }

    fn transact(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<(), FileError>,
    ) -> Result<(), FileError> {
        if let Some(reason) = self.read_only {
            return Err(FileError::ReadOnly(reason));
        }
        self.check_place()?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let counted = transaction.execute(
            "UPDATE state SET changes = changes + 1 WHERE changes = ?1",
            [self.changes],
        )?;
        if counted != 1 {
            return Err(FileError::Changed);
        }
        work(&transaction)?;
        transaction.commit()?;
        self.changes += 1;
        // Pulled away meanwhile: what was written went with it, and is not reported as saved.
        self.check_place()
    }

    /// Makes sure that the file is still where it was opened.
    fn check_place(&self) -> Result<(), FileError> {
        let now = FileId::of(&self.path);
        if now.is_some() && now == self.id {
            Ok(())
        } else {
            Err(FileError::Gone)
        }
    }
}

/// Writes a whole review into an empty file.
fn fill(path: &Path, contents: &Contents) -> Result<(), FileError> {
    let mut connection: Connection = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    schema::migrate(&transaction, 0)?;
    contents::write(&transaction, contents)?;
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error.into())
}

/// Takes away a journal that a crash left beside the file that is about to be replaced: it would
/// be rolled back into the new one. The old file is mended by it first.
fn drop_journal(path: &Path) -> Result<(), FileError> {
    let beside = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        std::path::PathBuf::from(name)
    };
    if beside("-journal").exists() {
        let mended = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
            .and_then(|connection| open::changes(&connection));
        // What cannot be mended is about to be replaced.
        drop(mended);
    }
    for ending in ["-journal", "-wal", "-shm"] {
        match std::fs::remove_file(beside(ending)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// Makes the name of a new file last through a power cut, where the system lets folders be synced.
fn sync_folder(folder: &Path) -> Result<(), FileError> {
    if cfg!(unix) {
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}
