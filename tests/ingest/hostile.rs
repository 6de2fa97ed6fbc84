//! Bad and hostile files, made here: none stops the program or a neighbour, and each is left aside
//! with the sentence that a reader sees.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crossread::ingest::{Cancel, Ingested, read_all, read_embedded};
use crossread::view::wording::skipped as sentence;

use crate::make;

/// A good article that must be read whatever lies beside it.
const GOOD: &str = "A headline of a few words\n\nThe company said on Tuesday that the gate had been opened by hand in the early hours.\n";

fn read(folder: &Path) -> Ingested {
    read_all(&[folder.to_owned()], &Cancel::default(), &|_| ())
}

#[test]
fn every_hostile_file_is_left_aside_or_read_and_its_neighbour_is_read() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.txt"), GOOD).unwrap();
    let files = make::all();
    for (name, bytes, _) in &files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let start = Instant::now();
    let result = read(folder.path());
    assert!(
        start.elapsed() < Duration::from_mins(2),
        "{:?}",
        start.elapsed()
    );
    assert!(
        result
            .articles
            .iter()
            .any(|article| article.path == "good.txt")
    );
    for (name, _, expected) in &files {
        let reason = result.skipped.iter().find(|skipped| skipped.path == *name);
        let words = reason.map(|skipped| sentence(&skipped.reason));
        match expected {
            Some(part) => {
                let words = words.unwrap_or_else(|| panic!("{name} was not left aside"));
                assert!(
                    words.to_lowercase().contains(part),
                    "{name}: “{words}” does not say “{part}”"
                );
            }
            None => assert!(
                words.is_some()
                    || result
                        .articles
                        .iter()
                        .any(|article| article.path.starts_with(name)),
                "{name} is neither read nor left aside"
            ),
        }
    }
}

#[test]
fn every_format_survives_being_cut_off_and_changed() {
    for (name, bytes) in make::good_containers() {
        for part in 0..16 {
            let cut = bytes.get(..bytes.len() * part / 16).unwrap();
            let _ = read_embedded(&[(name, cut)]);
            let mut changed = bytes.clone();
            let step = 7 + part * 13;
            for at in (part..changed.len()).step_by(step) {
                changed[at] = changed[at].wrapping_add(part as u8 + 1);
            }
            let _ = read_embedded(&[(name, &changed)]);
        }
    }
}

#[test]
fn an_empty_folder_and_a_missing_one_give_no_articles() {
    let folder = tempfile::tempdir().unwrap();
    assert!(read(folder.path()).articles.is_empty());
    let gone = read(&folder.path().join("gone"));
    assert_eq!(gone.skipped.len(), 1);
}

#[test]
fn a_cancelled_reading_stops() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..50 {
        fs::write(folder.path().join(format!("{n}.txt")), GOOD).unwrap();
    }
    let cancel = Cancel::default();
    cancel.cancel();
    assert!(
        read_all(&[folder.path().to_owned()], &cancel, &|_| ())
            .articles
            .is_empty()
    );
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn special_files_links_and_strange_names() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("good.txt"), GOOD).unwrap();
        fs::write(
            root.join(OsStr::from_bytes(b"not\xff\xfeunicode.txt")),
            GOOD,
        )
        .unwrap();
        fs::write(root.join("a line\nbreak.txt"), GOOD).unwrap();
        fs::write(root.join("right\u{202e}txt.exe"), GOOD).unwrap();
        let _socket = UnixListener::bind(root.join("socket")).unwrap();
        symlink(root, root.join("circle")).unwrap();
        symlink("/dev/zero", root.join("zero")).unwrap();
        symlink("/etc/passwd", root.join("outside.txt")).unwrap();
        symlink(root.join("nothing"), root.join("broken")).unwrap();
        let result = read(root);
        assert_eq!(result.articles.len(), 4);
        assert!(
            result
                .articles
                .iter()
                .all(|article| !article.path.contains(['\n', '\u{202e}']))
        );
        let aside: Vec<&str> = result
            .skipped
            .iter()
            .map(|skipped| skipped.path.as_str())
            .collect();
        assert_eq!(aside, ["broken", "circle", "outside.txt", "socket", "zero"]);
        assert!(
            result
                .articles
                .iter()
                .all(|article| !article.text.contains("root:"))
        );
    }

    #[test]
    fn a_folder_without_permission_is_said() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let shut = folder.path().join("shut");
        fs::create_dir(&shut).unwrap();
        fs::write(folder.path().join("good.txt"), GOOD).unwrap();
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).unwrap();
        let readable_anyway = fs::read_dir(&shut).is_ok();
        let result = read(folder.path());
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!(result.articles.len(), 1);
        // The superuser may read every folder.
        assert!(readable_anyway || result.skipped.len() == 1);
    }
}
