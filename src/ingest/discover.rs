//! Which files of the dropped folders are looked at.
//!
//! Owns the walk: links, special files, permissions, junk of systems and browsers, order, names.
//! Must not open a file. Nothing outside the dropped folders is ever followed.

use std::collections::BTreeSet;
use std::fs::FileType;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Cancel;
use super::limits::{FILES_MAX, FOLDER_DEPTH_MAX};
use crate::model::{Skipped, SkippedReason};

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate {
    /// Path within the collection, with `/`.
    pub path: String,
    /// Where it lies.
    pub file: PathBuf,
}

/// What the walk gave.
#[derive(Debug, Default)]
pub(super) struct Discovered {
    /// Files to read, in order of path.
    pub files: Vec<Candidate>,
    /// What is left aside already.
    pub skipped: Vec<Skipped>,
}

/// Files that systems leave in folders and no reader put there.
const SYSTEM_FILES: &[&str] = &[
    "thumbs.db",
    "desktop.ini",
    "ehthumbs.db",
    "icon\r",
    "__macosx",
    "$recycle.bin",
    "system volume information",
    "lost+found",
];

/// Walks all roots; several dropped folders are told apart by their own names.
pub(super) fn discover(roots: &[PathBuf], cancel: &Cancel) -> Discovered {
    let mut found = Discovered::default();
    let mut seen = BTreeSet::new();
    let prefixes = prefixes(roots);
    for (root, prefix) in roots.iter().zip(prefixes) {
        walk(root, &prefix, &mut seen, &mut found, cancel);
    }
    found.files.sort();
    found.skipped.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// What stands before the relative path of each root: nothing for a single folder, its name where
/// several were dropped, numbered where names repeat.
fn prefixes(roots: &[PathBuf]) -> Vec<String> {
    if roots.len() <= 1 {
        return vec![String::new(); roots.len()];
    }
    let mut used = BTreeSet::new();
    roots
        .iter()
        .map(|root| {
            if !root.is_dir() {
                return String::new();
            }
            let name = name_of(root);
            let mut prefix = name.clone();
            let mut number = 2;
            while !used.insert(prefix.clone()) {
                prefix = format!("{name} ({number})");
                number += 1;
            }
            format!("{prefix}/")
        })
        .collect()
}

/// Last part of a path, readable.
fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| readable(path), |name| readable(Path::new(name)))
}

/// A path as text with `/`, whatever bytes the system allows in names.
fn readable(path: &Path) -> String {
    let mut parts = Vec::new();
    for part in path.components() {
        if let std::path::Component::Normal(name) = part {
            parts.push(tame_name(&name.to_string_lossy()));
        }
    }
    parts.join("/")
}

/// Control characters and direction marks in names become visible: a name must not be able to
/// show as another one.
fn tame_name(name: &str) -> String {
    name.chars()
        .map(|c| {
            let is_direction_mark =
                matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            if c.is_control() || is_direction_mark {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

/// Walks one root.
fn walk(
    root: &Path,
    prefix: &str,
    seen: &mut BTreeSet<PathBuf>,
    found: &mut Discovered,
    cancel: &Cancel,
) {
    let relative = |path: &Path| {
        let inner = path
            .strip_prefix(root)
            .map_or_else(|_| readable(path), readable);
        if inner.is_empty() {
            format!("{prefix}{}", name_of(path))
        } else {
            format!("{prefix}{inner}")
        }
    };
    let walker = WalkDir::new(root)
        .follow_links(false)
        .follow_root_links(true)
        .max_depth(FOLDER_DEPTH_MAX)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_junk(entry.path(), entry.file_type()));
    for entry in walker {
        if cancel.is_cancelled() {
            return;
        }
        if found.files.len() >= FILES_MAX {
            found.skipped.push(Skipped {
                path: relative(root),
                reason: SkippedReason::Suspicious(format!(
                    "it holds more than {FILES_MAX} files, and the others were not looked at"
                )),
            });
            return;
        }
        match entry {
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                found.skipped.push(Skipped {
                    path: relative(&path),
                    reason: reason_of(&error),
                });
            }
            Ok(entry) => {
                let file = entry.path().to_owned();
                match admit(root, &file, entry.file_type(), entry.depth()) {
                    Admitted::Yes => {
                        if seen.insert(file.canonicalize().unwrap_or_else(|_| file.clone())) {
                            let path = relative(&file);
                            found.files.push(Candidate { path, file });
                        }
                    }
                    Admitted::Silently => {}
                    Admitted::No(reason) => found.skipped.push(Skipped {
                        path: relative(&file),
                        reason,
                    }),
                }
            }
        }
    }
}

/// Whether an entry is read.
enum Admitted {
    /// It is.
    Yes,
    /// It is not, and nobody needs to know: a folder, a link to a file that is read anyway.
    Silently,
    /// It is not, and the reader is told.
    No(SkippedReason),
}

/// Whether an entry of the walk is a file to read.
fn admit(root: &Path, file: &Path, kind: FileType, depth: usize) -> Admitted {
    if kind.is_dir() {
        return Admitted::Silently;
    }
    if kind.is_file() {
        return Admitted::Yes;
    }
    if kind.is_symlink() && depth > 0 {
        return admit_link(root, file);
    }
    // A link that was dropped itself is what the reader chose.
    match std::fs::metadata(file) {
        Ok(meta) if meta.is_file() => Admitted::Yes,
        Ok(meta) if meta.is_dir() => Admitted::Silently,
        Ok(_) => Admitted::No(SkippedReason::NotText(
            "a device or a connection".to_owned(),
        )),
        Err(error) => Admitted::No(io_reason(&error)),
    }
}

/// A link inside a dropped folder: its file is read when it lies in the folder; a link to a folder
/// is never followed.
fn admit_link(root: &Path, file: &Path) -> Admitted {
    let target = match file.canonicalize() {
        Ok(target) => target,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Admitted::No(SkippedReason::LinkBroken);
        }
        Err(_) => return Admitted::No(SkippedReason::LinkLoop),
    };
    let Ok(home) = root.canonicalize() else {
        return Admitted::No(SkippedReason::Vanished);
    };
    if target.starts_with(&home) && target.is_file() {
        Admitted::Silently
    } else {
        Admitted::No(SkippedReason::LinkLoop)
    }
}

/// Whether this entry is left by a system or a browser.
fn is_junk(path: &Path, kind: FileType) -> bool {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    if name.starts_with('.') || name.starts_with("~$") || SYSTEM_FILES.contains(&name.as_str()) {
        return true;
    }
    kind.is_dir() && is_page_resources(path, &name)
}

/// The folder that a browser saves beside a page, with its pictures and scripts.
fn is_page_resources(folder: &Path, name: &str) -> bool {
    const ENDS: &[&str] = &[
        "_files",
        ".files",
        "-dateien",
        "_fichiers",
        "_archivos",
        "_bestanden",
    ];
    let Some(stem) = ENDS.iter().find_map(|end| name.strip_suffix(end)) else {
        return false;
    };
    let Some(parent) = folder.parent() else {
        return false;
    };
    let Some(own) = folder.file_name().map(|n| n.to_string_lossy().into_owned()) else {
        return false;
    };
    let Some(stem) = own.get(..stem.len()) else {
        return false;
    };
    ["html", "htm", "xhtml", "HTML", "HTM"]
        .iter()
        .any(|extension| parent.join(format!("{stem}.{extension}")).is_file())
}

/// Why the walk failed at a place.
fn reason_of(error: &walkdir::Error) -> SkippedReason {
    if error.loop_ancestor().is_some() {
        return SkippedReason::LinkLoop;
    }
    error
        .io_error()
        .map_or_else(|| SkippedReason::System(error.to_string()), io_reason)
}

/// A system's error as a reason.
pub(super) fn io_reason(error: &std::io::Error) -> SkippedReason {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => SkippedReason::Vanished,
        ErrorKind::PermissionDenied => SkippedReason::NoPermission,
        _ => SkippedReason::System(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Cancel, discover, tame_name};
    use crate::model::SkippedReason;

    #[test]
    fn junk_of_systems_and_browsers_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for (name, inside) in [
            ("a.txt", "words"),
            (".DS_Store", "x"),
            ("~$draft.docx", "x"),
            ("page.html", "<p>words</p>"),
        ] {
            fs::write(root.join(name), inside).unwrap();
        }
        fs::create_dir(root.join("page_files")).unwrap();
        fs::write(root.join("page_files/ad.html"), "x").unwrap();
        fs::create_dir(root.join("my_files")).unwrap();
        fs::write(root.join("my_files/b.txt"), "x").unwrap();
        let found = discover(&[root.to_owned()], &Cancel::default());
        let paths: Vec<_> = found.files.iter().map(|f| f.path.as_str()).collect();
        assert_eq!(paths, ["a.txt", "my_files/b.txt", "page.html"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_in_circles_end() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.txt"), "words").unwrap();
        std::os::unix::fs::symlink(root, root.join("round")).unwrap();
        std::os::unix::fs::symlink(root.join("self"), root.join("self")).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", root.join("out.txt")).unwrap();
        let found = discover(&[root.to_owned()], &Cancel::default());
        assert_eq!(found.files.len(), 1);
        assert_eq!(found.skipped.len(), 3);
        assert!(
            found
                .skipped
                .iter()
                .all(|s| s.reason == SkippedReason::LinkLoop)
        );
    }

    #[test]
    fn a_missing_root_is_said() {
        let found = discover(&["/no/such/folder".into()], &Cancel::default());
        assert_eq!(found.skipped.len(), 1);
        assert_eq!(found.skipped[0].reason, SkippedReason::Vanished);
    }

    #[test]
    fn names_cannot_pose_as_others() {
        assert_eq!(tame_name("a\u{202e}fdp\n.exe"), "a\u{fffd}fdp\u{fffd}.exe");
    }
}
