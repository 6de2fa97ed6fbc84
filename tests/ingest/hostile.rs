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
                result
                    .skipped
                    .iter()
                    .any(|skipped| skipped.path.starts_with(name))
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
fn what_is_declared_in_a_document_is_neither_fetched_nor_multiplied() {
    let files = make::all();
    let (name, bytes, _) = files
        .iter()
        .find(|(name, ..)| *name == "entities.docx")
        .unwrap();
    let result = read_embedded(&[(name, bytes)]);
    assert_eq!(result.articles[0].text, "Kept words");
}

#[test]
fn a_file_of_a_gigabyte_is_left_aside_by_its_size() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.txt"), GOOD).unwrap();
    // A sparse file: it says that it is long and takes no room.
    let long = fs::File::create(folder.path().join("line.txt")).unwrap();
    long.set_len(1 << 30).unwrap();
    let result = read(folder.path());
    assert_eq!(result.articles.len(), 1);
    assert_eq!(
        sentence(&result.skipped[0].reason),
        "the file is too large for one article: 1074 MB, and the limit is 67 MB"
    );
}

#[test]
fn files_that_vanish_while_the_folder_is_read_are_said() {
    let folder = tempfile::tempdir().unwrap();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let count = cores + 40;
    for n in 0..count {
        fs::write(folder.path().join(format!("{n}.txt")), GOOD).unwrap();
    }
    // As a network folder that goes away: the first file read takes all others with it, and nobody
    // reads on before they are gone.
    let gone = std::sync::Mutex::new(false);
    let result = read_all(&[folder.path().to_owned()], &Cancel::default(), &|_| {
        let mut gone = gone.lock().unwrap();
        if !*gone {
            fs::remove_dir_all(folder.path()).unwrap();
            *gone = true;
        }
    });
    assert_eq!(result.articles.len() + result.skipped.len(), count);
    assert!(result.skipped.len() >= 40, "{}", result.skipped.len());
    for skipped in &result.skipped {
        assert_eq!(
            sentence(&skipped.reason),
            "it disappeared while it was being read"
        );
    }
}

#[test]
fn a_hundred_thousand_files_are_read() {
    const FILES: usize = 100_000;
    let folder = tempfile::tempdir().unwrap();
    for n in 0..FILES {
        let inner = folder.path().join((n / 1_000).to_string());
        if n % 1_000 == 0 {
            fs::create_dir(&inner).unwrap();
        }
        fs::write(inner.join(n.to_string()), "The gate was open.").unwrap();
    }
    let result = read(folder.path());
    assert_eq!(result.articles.len(), FILES);
    assert!(result.skipped.is_empty());
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
        for skipped in &result.skipped {
            let words = sentence(&skipped.reason);
            let expected = match skipped.path.as_str() {
                "socket" => "this is a device or a connection, not a text",
                "broken" => "it is a link to a file that is not there",
                _ => "it is a link that leads in a circle or out of the folder",
            };
            assert_eq!(words, expected, "{}", skipped.path);
        }
        let device = read(Path::new("/dev/zero"));
        assert_eq!(device.skipped.len(), 1);
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
