//! One file from disk or memory to cleaned drafts.
//!
//! Owns opening and bounding. Must not look into formats.

use std::fs::{File, Metadata};
use std::io::Read;
use std::sync::Arc;

use super::clean::clean;
use super::discover::{Candidate, io_reason};
use super::draft::Draft;
use super::formats::{self, Contents};
use super::guard::guarded;
use super::in_time::in_time;
use super::known::{self, Known};
use super::limits::FILE_BYTES_MAX;
use super::settle::ReadFile;
use crate::model::{Columns, Skipped, SkippedReason};

/// What one file gave.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Its articles, if any.
    pub read: Option<ReadFile>,
    /// Why it, or a part of it, was left aside.
    pub skipped: Vec<Skipped>,
}

/// Reads a file of the walk, or takes what is known of a file with the same bytes and name.
pub(super) fn file(
    candidate: &Candidate,
    known: Option<&dyn Known>,
    said: &Arc<[Columns]>,
) -> Outcome {
    let result = open(candidate).and_then(|(bytes, meta)| {
        let (bytes, name) = (Arc::new(bytes), name_of(&candidate.path));
        let read = |said: &Arc<[Columns]>| {
            let read = || contents_in_time(Arc::clone(&bytes), name, said);
            match known {
                Some(known) => known::contents(known, &bytes, name, said, read),
                None => read(),
            }
        };
        // What the reader said is for tables that are unclear without it.
        let nothing_said = Arc::from([]);
        let plain = read(&nothing_said);
        let contents = if !said.is_empty() && is_unclear(&plain) {
            read(said)
        } else {
            plain
        };
        Ok((contents?, meta))
    });
    match result {
        Ok((contents, meta)) => Outcome {
            read: Some(ReadFile {
                path: candidate.path.clone(),
                file: Some(candidate.file.clone()),
                modified: meta.modified().ok(),
                drafts: contents.drafts,
            }),
            skipped: aside(&candidate.path, contents.aside),
        },
        Err(reason) => skipped(&candidate.path, reason),
    }
}

/// Reads a file that is in memory.
pub(super) fn bytes(path: &str, bytes: &[u8]) -> Outcome {
    match contents(bytes, name_of(path), &Arc::from([])) {
        Ok(contents) => Outcome {
            read: Some(ReadFile {
                path: path.to_owned(),
                file: None,
                modified: None,
                drafts: contents.drafts,
            }),
            skipped: aside(path, contents.aside),
        },
        Err(reason) => skipped(path, reason),
    }
}

/// Parts of a container that were left aside.
fn aside(path: &str, parts: Vec<(String, SkippedReason)>) -> Vec<Skipped> {
    parts
        .into_iter()
        .map(|(inner, reason)| Skipped {
            path: format!("{path}/{inner}"),
            reason,
        })
        .collect()
}

fn skipped(path: &str, reason: SkippedReason) -> Outcome {
    Outcome {
        read: None,
        skipped: vec![Skipped {
            path: path.to_owned(),
            reason,
        }],
    }
}

/// All bytes of a file, never more than the limit whatever its size claims to be.
fn open(candidate: &Candidate) -> Result<(Vec<u8>, Metadata), SkippedReason> {
    let file = File::open(&candidate.file).map_err(|error| io_reason(&error))?;
    let meta = file.metadata().map_err(|error| io_reason(&error))?;
    if !meta.is_file() {
        return Err(SkippedReason::NotText(
            "a device or a connection".to_owned(),
        ));
    }
    if meta.len() > FILE_BYTES_MAX {
        return Err(too_large(meta.len()));
    }
    let mut bytes = Vec::new();
    file.take(FILE_BYTES_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| io_reason(&error))?;
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(too_large(bytes.len() as u64));
    }
    Ok((bytes, meta))
}

const fn too_large(size_bytes: u64) -> SkippedReason {
    SkippedReason::TooLarge {
        size_bytes,
        limit_bytes: FILE_BYTES_MAX,
    }
}

/// A file's own name.
fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Cleaned drafts, unless reading them takes too long.
fn contents_in_time(
    bytes: Arc<Vec<u8>>,
    name: &str,
    said: &Arc<[Columns]>,
) -> Result<Contents, SkippedReason> {
    let (name, said) = (name.to_owned(), Arc::clone(said));
    in_time(formats::time_max(&bytes, &name), move || {
        contents(&bytes, &name, &said)
    })
}

/// Whether the file, or a part of it, is a table of which the reader has to say what it holds.
fn is_unclear(contents: &Result<Contents, SkippedReason>) -> bool {
    let is_question = |reason: &SkippedReason| matches!(reason, SkippedReason::ColumnsUnclear(_));
    match contents {
        Ok(contents) => contents.aside.iter().any(|(_, reason)| is_question(reason)),
        Err(reason) => is_question(reason),
    }
}

/// Cleaned drafts that hold words.
fn contents(bytes: &[u8], name: &str, said: &Arc<[Columns]>) -> Result<Contents, SkippedReason> {
    let contents = formats::read(bytes, name, said)?;
    let cleaned: Vec<Draft> = contents
        .drafts
        .into_iter()
        .filter_map(|mut draft| {
            guarded(|| {
                clean(&mut draft);
                Ok(draft)
            })
            .ok()
        })
        .filter(|draft| draft.blocks.iter().any(super::draft::Block::is_kept))
        .collect();
    if cleaned.is_empty() && contents.aside.is_empty() {
        return Err(SkippedReason::NoArticle);
    }
    Ok(Contents {
        drafts: cleaned,
        aside: contents.aside,
    })
}
