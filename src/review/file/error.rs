//! What can go wrong with a review file; `view::wording` makes the sentences.

use std::path::PathBuf;

use rusqlite::ErrorCode;
use thiserror::Error;

/// Why a review file can be read and not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnlyReason {
    /// Another window has it open.
    OpenElsewhere,
    /// The system does not allow writing to the file or its folder.
    NoPermission,
}

/// Why a review file could not be opened or written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileError {
    /// There is no such file.
    #[error("there is no file {}", .0.display())]
    NotFound(PathBuf),
    /// There is no such folder.
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// Something stands there already.
    #[error("something of that name stands there already")]
    Exists,
    /// The file is something else.
    #[error("the file is not a review")]
    NotAReview,
    /// A later version of Crossread wrote it.
    #[error("the review has format {found}, this program reads up to {known}")]
    Newer {
        /// Version of its format.
        found: i64,
        /// Latest version that this program reads.
        known: i64,
    },
    /// Its contents are damaged; what was wrong.
    #[error("the review is damaged: {0}")]
    Damaged(String),
    /// The system does not allow it.
    #[error("no permission")]
    NoPermission,
    /// It can be read and not written.
    #[error("the review is open for reading alone")]
    ReadOnly(ReadOnlyReason),
    /// It was not closed properly, and cannot be mended where nothing may be written.
    #[error("the review was not closed properly and cannot be written to")]
    Unfinished,
    /// No space is left.
    #[error("no space is left")]
    Full,
    /// The file was moved or deleted while it was open.
    #[error("the review was moved or deleted")]
    Gone,
    /// Another program has changed it while it was open.
    #[error("the review was changed by another program")]
    Changed,
    /// Another program holds it for too long.
    #[error("the review is in use")]
    Busy,
    /// Another problem of the system, in its words.
    #[error("{0}")]
    System(String),
}

impl From<rusqlite::Error> for FileError {
    fn from(error: rusqlite::Error) -> Self {
        /// `SQLITE_READONLY_ROLLBACK`: a hot journal that may not be rolled back.
        const READONLY_ROLLBACK: i32 = 8 | (3 << 8);
        let rusqlite::Error::SqliteFailure(failure, words) = error else {
            // A value of another type than the schema says.
            return Self::Damaged(error.to_string());
        };
        if failure.extended_code == READONLY_ROLLBACK {
            return Self::Unfinished;
        }
        match failure.code {
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::ReadOnly => Self::ReadOnly(ReadOnlyReason::NoPermission),
            ErrorCode::PermissionDenied | ErrorCode::CannotOpen => Self::NoPermission,
            ErrorCode::NotADatabase => Self::NotAReview,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DatabaseCorrupt
            | ErrorCode::ConstraintViolation
            | ErrorCode::TypeMismatch
            | ErrorCode::TooBig => Self::Damaged(words.unwrap_or_else(|| failure.to_string())),
            _ => Self::System(words.unwrap_or_else(|| failure.to_string())),
        }
    }
}

impl From<std::io::Error> for FileError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NoPermission,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::Full
            }
            _ => Self::System(error.to_string()),
        }
    }
}
