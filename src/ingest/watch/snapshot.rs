//! The files of folders at one moment, by what the system says about them.
//!
//! Owns comparing two moments. Must not open a file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Changes;
use crate::ingest::Cancel;
use crate::ingest::discover::discover;

/// The files of some folders, as they were at one moment.
#[derive(Clone, Debug, Default)]
pub(super) struct Snapshot {
    /// Files by their path within the collection.
    files: BTreeMap<String, Seen>,
    /// Roots that could not be reached.
    unreachable: BTreeSet<PathBuf>,
}

/// What the system says about one file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    file: PathBuf,
    bytes: u64,
    modified: Option<SystemTime>,
}

/// Whether a file is a review, or what is written beside one while it is saved: these come and go by
/// Crossread's own doing.
fn is_review(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let name = name.to_lowercase();
    name.ends_with(".crossread") || name.contains(".crossread-")
}

impl Snapshot {
    /// The files of `roots` now.
    pub(super) fn of(roots: &[PathBuf]) -> Self {
        let found = discover(roots, &Cancel::default());
        let files = found
            .files
            .into_iter()
            .filter(|candidate| !is_review(&candidate.file))
            .filter_map(|candidate| {
                let meta = candidate.file.metadata().ok()?;
                let seen = Seen {
                    file: candidate.file,
                    bytes: meta.len(),
                    modified: meta.modified().ok(),
                };
                Some((candidate.path, seen))
            })
            .collect();
        let unreachable = roots
            .iter()
            .filter(|root| !root.exists())
            .cloned()
            .collect();
        Self { files, unreachable }
    }

    /// What differs in `now`, and the state to compare with the next time: files of a root that
    /// cannot be reached stay as they were last seen.
    pub(super) fn compare(self, mut now: Self) -> (Changes, Self) {
        let mut changes = Changes {
            unreachable: now
                .unreachable
                .difference(&self.unreachable)
                .filter(|root| !self.files.values().any(|seen| seen.file == **root))
                .cloned()
                .collect(),
            ..Changes::default()
        };
        for (path, seen) in &now.files {
            match self.files.get(path) {
                None => changes.new.push(path.clone()),
                Some(before) if before != seen => changes.changed.push(path.clone()),
                Some(_) => {}
            }
        }
        for (path, before) in self.files {
            if now.files.contains_key(&path) {
                continue;
            }
            let hidden = now
                .unreachable
                .iter()
                .any(|root| before.file != *root && before.file.starts_with(root));
            if hidden {
                now.files.insert(path, before);
            } else {
                changes.gone.push(path);
            }
        }
        (changes, now)
    }
}
