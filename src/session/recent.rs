//! Folders that were opened before, kept in the program's own data folder.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local};
use serde::{Deserialize, Serialize};

/// How many are remembered.
const LIMIT: usize = 8;

/// A collection that was opened before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// What it was called.
    pub name: String,
    /// Folders and files it was opened from.
    pub roots: Vec<PathBuf>,
    /// How many articles it had.
    pub articles: usize,
    /// When it was opened last.
    pub opened: DateTime<Local>,
}

/// Where the list is kept.
#[derive(Clone, Debug, Default)]
pub struct RecentStore {
    file: Option<PathBuf>,
}

impl RecentStore {
    /// The list in the program's own data folder; nothing is kept where there is none.
    pub fn of_this_user() -> Self {
        Self {
            file: directories::ProjectDirs::from("", "", "crossread")
                .map(|folders| folders.data_dir().join("recent.json")),
        }
    }

    /// A list in a file of its own.
    pub fn at(file: &Path) -> Self {
        Self {
            file: Some(file.to_owned()),
        }
    }

    /// The list; empty when there is none or it cannot be read.
    pub fn load(&self) -> Vec<Recent> {
        self.file
            .as_ref()
            .and_then(|file| std::fs::read(file).ok())
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Writes the list, whole or not at all.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn save(&self, recent: &[Recent]) -> std::io::Result<()> {
        let Some(file) = &self.file else {
            return Ok(());
        };
        let folder = file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let mut written = tempfile::NamedTempFile::new_in(folder)?;
        written.write_all(&serde_json::to_vec_pretty(recent)?)?;
        written.persist(file)?;
        Ok(())
    }
}

/// Puts a collection at the head of the list.
pub(super) fn remember(list: &mut Vec<Recent>, opened: Recent) {
    list.retain(|other| other.roots != opened.roots);
    list.insert(0, opened);
    list.truncate(LIMIT);
}

#[cfg(test)]
mod tests {
    use super::{Recent, RecentStore, remember};

    fn recent(name: &str) -> Recent {
        Recent {
            name: name.to_owned(),
            roots: vec![name.into()],
            articles: 3,
            opened: chrono::Local::now(),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = RecentStore::at(&folder.path().join("deep/recent.json"));
        assert_eq!(store.load(), []);
        let list = vec![recent("a")];
        store.save(&list).expect("written");
        assert_eq!(store.load(), list);
    }

    #[test]
    fn a_folder_opened_again_moves_to_the_head() {
        let mut list = Vec::new();
        for name in ["a", "b", "a"] {
            remember(&mut list, recent(name));
        }
        let names: Vec<&str> = list.iter().map(|r| r.name.as_str()).collect();
        assert_eq!(names, ["a", "b"]);
    }
}
