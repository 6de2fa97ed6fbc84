//! Writes a file whole or not at all.

use std::fs::OpenOptions;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why a file could not be written.
#[derive(Debug, Error)]
#[error("{} could not be written: {}", path.display(), plain(cause))]
pub struct ExportError {
    /// The file.
    pub path: PathBuf,
    /// What the system said.
    pub cause: std::io::Error,
}

/// What the system said, in plain words, without a full stop.
fn plain(cause: &std::io::Error) -> String {
    match cause.kind() {
        ErrorKind::NotFound => "the folder it should go to does not exist".to_owned(),
        ErrorKind::PermissionDenied => "you do not have permission to write there".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "that disk can only be read".to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "there is no space left on that disk".to_owned()
        }
        ErrorKind::IsADirectory => "there is a folder of that name".to_owned(),
        ErrorKind::NotADirectory => "a part of that path is a file, not a folder".to_owned(),
        _ => cause.to_string(),
    }
}

/// Makes sure, before long work, that a file could be written there; leaves nothing behind.
///
/// # Errors
/// When it could not.
pub fn check_writable(path: &Path) -> Result<(), ExportError> {
    let check = || {
        if is_special(path) {
            return Ok(());
        }
        temporary(path).map(|_| ())
    };
    check().map_err(|cause| failed(path, cause))
}

/// Makes sure that a file to be written is none of those that are `read`.
///
/// # Errors
/// When it is one of them.
pub fn check_apart<'a>(
    path: &Path,
    read: impl IntoIterator<Item = &'a Path>,
) -> Result<(), ExportError> {
    // What is not there yet is none of them.
    let Ok(place) = path.canonicalize() else {
        return Ok(());
    };
    let is_this = |file: &Path| {
        file == path
            || file
                .canonicalize()
                .is_ok_and(|of| of == place && of.is_file())
    };
    if read.into_iter().any(is_this) {
        let cause = "it is one of the files that are read, and those are never changed";
        return Err(failed(path, std::io::Error::other(cause)));
    }
    Ok(())
}

/// Writes `bytes` to `path`. The old file, if any, stays until the new one is whole on disk.
///
/// # Errors
/// When the folder is missing or read-only, or the disk is full; the old file is then untouched.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    write_with(path, |file| file.write_all(bytes))
}

/// Writes a file piece by piece, as [`write_whole`] does.
pub(super) fn write_with(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<(), ExportError> {
    let write = || {
        if is_special(path) {
            // A device or a pipe is written to; it cannot be replaced.
            let mut file = OpenOptions::new().write(true).open(path)?;
            return fill(&mut file);
        }
        let mut file = temporary(path)?;
        let mut buffer = BufWriter::new(file.as_file_mut());
        fill(&mut buffer)?;
        buffer.flush()?;
        drop(buffer);
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|cause| failed(path, cause))
}

fn failed(path: &Path, cause: std::io::Error) -> ExportError {
    ExportError {
        path: path.to_owned(),
        cause,
    }
}

/// Whether there is something that is neither a file nor a folder.
fn is_special(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// A file beside `path` that will take its place.
fn temporary(path: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    if path.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What any program's new file has: the system takes away what this user's habits forbid.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder.unwrap_or_else(|| Path::new(".")))
}

#[cfg(test)]
mod tests {
    use super::{check_writable, write_whole};

    #[test]
    fn a_missing_folder_is_said_with_the_path() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("none").join("out.json");
        let error = write_whole(&path, b"{}").unwrap_err();
        assert!(error.to_string().contains("out.json"), "{error}");
        assert!(error.to_string().contains("does not exist"), "{error}");
        assert!(check_writable(&path).is_err());
    }

    #[test]
    fn a_folder_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let error = write_whole(folder.path(), b"{}").unwrap_err();
        assert!(
            error.to_string().contains("a folder of that name"),
            "{error}"
        );
    }

    #[test]
    fn an_old_file_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.json");
        write_whole(&path, b"a much longer first text").unwrap();
        check_writable(&path).unwrap();
        write_whole(&path, b"short").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"short");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_to_and_stays() {
        use std::os::unix::fs::FileTypeExt;
        let device = std::path::Path::new("/dev/null");
        write_whole(device, b"gone").unwrap();
        let kind = std::fs::metadata(device).unwrap().file_type();
        assert!(kind.is_char_device());
    }
}
