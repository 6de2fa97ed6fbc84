//! Opening a review file, whoever wrote it.

use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::contents;
use super::{Contents, FileError, FileId, Lock, ReadOnlyReason, ReviewFile, ReviewFolder, schema};
use crate::model::written;

/// How long another program may hold the file before the reader is told.
const PATIENCE: Duration = Duration::from_secs(5);

/// The longest text or statement that is read, in bytes; no article comes near it.
const LENGTH_MAX_BYTES: i32 = 256 << 20;

impl ReviewFile {
    /// Opens a review, to write where that is possible, and reads all it holds.
    ///
    /// # Errors
    /// When it is not there, is no review, is damaged, or may not be read.
    pub fn open(path: &Path, folder: &ReviewFolder) -> Result<(Self, Contents), FileError> {
        check_header(path)?;
        // Without a folder for locks the check of every transaction still guards against another
        // writer.
        let lock =
            Lock::take(&folder.locks(), path).map_or(Ok(None), |lock| lock.map(Some).ok_or(()));
        let mut read_only = lock.is_err().then_some(ReadOnlyReason::OpenElsewhere);
        let mut connection = None;
        if read_only.is_none() {
            match writable(path) {
                Ok(open) => connection = Some(open),
                Err(
                    FileError::NoPermission
                    | FileError::ReadOnly(_)
                    | FileError::Full
                    | FileError::System(_),
                ) => read_only = Some(ReadOnlyReason::NoPermission),
                Err(other) => return Err(other),
            }
        }
        let connection = match connection {
            Some(connection) => connection,
            None => connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?,
        };
        check(&connection)?;
        let contents = contents::read(&connection)?;
        let changes = changes(&connection)?;
        let file = Self {
            id: FileId::of(path),
            path: path.to_owned(),
            connection,
            read_only,
            changes,
            _lock: lock.ok().flatten(),
        };
        Ok((file, contents))
    }
}

impl ReviewFile {
    /// Reads all that a review holds and lets go of it again; nothing is written or locked.
    ///
    /// # Errors
    /// When it is not there, is no review, is damaged, or may not be read.
    pub fn read(path: &Path) -> Result<Contents, FileError> {
        check_header(path)?;
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        check(&connection)?;
        contents::read(&connection)
    }
}

/// How many transactions the file has seen.
pub(super) fn changes(connection: &Connection) -> Result<i64, FileError> {
    let changes = connection.query_row("SELECT changes FROM state WHERE only = 1", [], |row| {
        row.get(0)
    })?;
    Ok(changes)
}

/// Tells other files from reviews by their first bytes, before any of it is trusted.
fn check_header(path: &Path) -> Result<(), FileError> {
    let mut header = [0_u8; 72];
    let mut file = std::fs::File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => FileError::NotFound(path.to_owned()),
        _ => error.into(),
    })?;
    match file.read_exact(&mut header) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            return Err(FileError::NotAReview);
        }
        Err(error) => return Err(error.into()),
    }
    let is_database = header.starts_with(b"SQLite format 3\0");
    let is_ours = header.ends_with(&written::REVIEW.to_be_bytes());
    if is_database && is_ours {
        Ok(())
    } else {
        Err(FileError::NotAReview)
    }
}

/// Opens a connection that trusts nothing in the file and loses nothing that it reports as written.
pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, FileError> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LENGTH_MAX_BYTES)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    // FULL syncs the file; EXTRA also the folder after the journal is gone, without which a power
    // cut could bring the journal back and undo what was reported as saved.
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    connection.pragma_update(None, "fullfsync", true)?;
    Ok(connection)
}

/// Opens for writing, makes sure by a write that is taken back that it can be done, and brings an
/// older format up to date.
fn writable(path: &Path) -> Result<Connection, FileError> {
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if connection.is_readonly("main")? {
        return Err(FileError::NoPermission);
    }
    connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    let version = version(&connection)?;
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    if version < schema::VERSION {
        if schema::declared(&transaction)? != schema::expected(version)? {
            return Err(FileError::NotAReview);
        }
        schema::migrate(&transaction, version)?;
        transaction.commit()?;
    } else {
        transaction.execute("UPDATE state SET changes = changes + 1", [])?;
        transaction.rollback()?;
    }
    Ok(connection)
}

/// The format of a review.
fn version(connection: &Connection) -> Result<i64, FileError> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > schema::VERSION {
        return Err(FileError::Newer {
            found,
            known: schema::VERSION,
        });
    }
    if found < 1 {
        return Err(FileError::NotAReview);
    }
    Ok(found)
}

/// Makes sure that the file is whole and declares nothing but the tables of its format.
fn check(connection: &Connection) -> Result<(), FileError> {
    let version = version(connection)?;
    if schema::declared(connection)? != schema::expected(version)? {
        return Err(FileError::NotAReview);
    }
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(FileError::Damaged(verdict))
    }
}
