//! Where review files lie.

use std::path::{Path, PathBuf};

/// How many characters of a collection's name go into the name of its file.
const NAME_CHARS: usize = 40;

/// The program's own folder for reviews that were not saved elsewhere, and for locks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewFolder {
    folder: PathBuf,
}

impl ReviewFolder {
    /// The folder in this user's data folder; below the folder for passing files where there is
    /// none.
    pub fn of_this_user() -> Self {
        let folder = directories::ProjectDirs::from("", "", "crossread").map_or_else(
            || std::env::temp_dir().join("crossread"),
            |folders| folders.data_dir().to_owned(),
        );
        Self { folder }
    }

    /// A folder of one's own, as tests need.
    pub fn at(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// Where locks lie.
    pub fn locks(&self) -> PathBuf {
        self.folder.join("locks")
    }

    /// Where the review of these folders and files is kept from its first act on. The same folders
    /// lead to the same file, so opening them again brings the corrections back.
    pub fn file_for(&self, name: &str, roots: &[PathBuf]) -> PathBuf {
        let mut whole: Vec<PathBuf> = roots
            .iter()
            .map(|root| root.canonicalize().unwrap_or_else(|_| root.clone()))
            .collect();
        whole.sort();
        whole.dedup();
        let mut hasher = blake3::Hasher::new();
        for root in &whole {
            hasher.update(root.as_os_str().as_encoded_bytes());
            hasher.update(&[0]);
        }
        let hash = hasher.finalize().to_hex();
        let digest = hash.get(..16).unwrap_or_default();
        let plain = plain_name(name);
        self.folder
            .join("reviews")
            .join(format!("{plain}-{digest}.crossread"))
    }
}

/// A name that every file system takes.
fn plain_name(name: &str) -> String {
    let mut plain = String::new();
    for c in name.chars().take(NAME_CHARS) {
        match c {
            c if c.is_alphanumeric() => plain.extend(c.to_lowercase()),
            _ if plain.ends_with('-') => {}
            _ => plain.push('-'),
        }
    }
    let plain = plain.trim_matches('-');
    if plain.is_empty() { "review" } else { plain }.to_owned()
}

/// Which file a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileId(u64, u64);

impl FileId {
    /// The file at a path; `None` when there is none, or the system has no numbers for files.
    #[cfg(unix)]
    pub(super) fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let facts = std::fs::metadata(path).ok()?;
        Some(Self(facts.dev(), facts.ino()))
    }

    /// The file at a path. Elsewhere an open file cannot be moved, so being there is enough.
    #[cfg(not(unix))]
    pub(super) fn of(path: &Path) -> Option<Self> {
        path.exists().then_some(Self(0, 0))
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::ReviewFolder;

    #[test]
    fn the_same_folders_lead_to_the_same_file() {
        let folder = ReviewFolder::at(Path::new("/data"));
        let roots = [PathBuf::from("/b"), PathBuf::from("/a")];
        let turned = [PathBuf::from("/a"), PathBuf::from("/b")];
        let file = folder.file_for("Gate 3: who knew?", &roots);
        assert_eq!(file, folder.file_for("Gate 3: who knew?", &turned));
        assert_ne!(file, folder.file_for("Gate 3: who knew?", &roots[..1]));
        let name = file.file_name().expect("a name").to_string_lossy();
        assert!(name.starts_with("gate-3-who-knew-"), "{name}");
    }
}
