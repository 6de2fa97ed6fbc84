//! Whatever goes wrong has an exit code and a sentence, and leaves older files as they were.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::runs::{PROGRAM, WRITERS, is_administrator, run, said, sample_folder, short, write};

/// A plain sentence: names the program, and holds no words that only programmers know.
fn is_plain(words: &str) {
    let last = words.lines().last().unwrap_or_default();
    assert!(last.starts_with("crossread: "), "{words}");
    for jargon in ["os error", "panicked", "Err(", "Os {", "No such file"] {
        assert!(!words.contains(jargon), "{jargon}: {words}");
    }
}

#[test]
fn a_missing_folder_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for (command, name) in WRITERS {
        let missing = folder.path().join("not here");
        let words = said(&write(command, &missing, &folder.path().join(name)), 1);
        assert!(words.contains("not here"), "{words}");
        is_plain(&words);
    }
    let words = said(
        &run(&["compare", "no.txt", "none.txt", "--out", "x.json"]),
        1,
    );
    assert!(words.contains("no.txt"), "{words}");
    is_plain(&words);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn only_one_article_is_compared_with_one() {
    let place = tempfile::tempdir().unwrap();
    let one = place.path().join("one.txt");
    fs::write(&one, "The gate was open on Monday, police said.\n").unwrap();
    let many = place.path().join("many.csv");
    fs::write(&many, "title,text\nA,The gate was open.\nB,It was shut.\n").unwrap();
    let out = place.path().join("compared.json");
    for (wrong, why) in [
        (place.path(), "is a folder"),
        (many.as_path(), "holds 2 articles"),
    ] {
        for sides in [[wrong, &one], [&one, wrong]] {
            let [left, right] = sides.map(Path::as_os_str);
            let output = run(&[
                "compare".as_ref(),
                left,
                right,
                "--out".as_ref(),
                out.as_os_str(),
            ]);
            let words = said(&output, 1);
            assert!(words.contains(why), "{words}");
            is_plain(&words);
            assert!(!out.exists());
        }
    }
}

#[test]
fn an_empty_folder_gives_a_sentence_and_no_file() {
    let (folder, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for (command, name) in WRITERS {
        let out = place.path().join(name);
        let words = said(&write(command, folder.path(), &out), 1);
        assert!(words.contains("no article was found"), "{words}");
        is_plain(&words);
        assert!(!out.exists(), "{command}");
    }
}

#[test]
fn a_table_that_is_unclear_is_said_and_read_by_what_is_said_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let (wall, mur) = (
        "The wall fell. ".repeat(20),
        "Le mur est tombé. ".repeat(20),
    );
    let table = folder.path().join("list.csv");
    fs::write(
        &table,
        format!("kop,lap,fransk\nWall falls in the night,{wall},{mur}\n"),
    )
    .unwrap();
    let out = folder.path().join("analysis.json");
    let words = said(&write("analyze", &table, &out), 0);
    assert!(
        words.contains("“lap”") && words.contains("--columns text=NAME"),
        "{words}"
    );
    let [table, out] = [&table, &out].map(|path| path.to_str().unwrap());
    let with = |columns: &str| run(&["analyze", table, "--out", out, "--columns", columns]);
    said(&with("text=lap"), 0);
    let analysis = fs::read_to_string(out).unwrap();
    assert!(analysis.contains("The wall fell.") && !analysis.contains("Le mur"));
    for wrong in ["lap", "title=kop", "words=lap"] {
        said(&with(wrong), 2);
    }
}

#[test]
fn a_folder_of_files_that_are_no_articles_says_so_of_each() {
    let (folder, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(
        folder.path().join("picture.png"),
        b"\x89PNG\r\n\x1a\n\0\0\0",
    )
    .unwrap();
    let out = place.path().join("analysis.json");
    let words = said(&write("analyze", folder.path(), &out), 0);
    assert!(words.contains("picture.png was left aside"), "{words}");
    let analysis = fs::read_to_string(&out).unwrap();
    assert!(analysis.contains("picture.png"), "{analysis}");
    let words = said(
        &write("report", folder.path(), &place.path().join("r.html")),
        1,
    );
    assert!(words.contains("nothing was written"), "{words}");
}

#[test]
fn a_place_that_cannot_be_written_to_is_said_before_any_work() {
    let place = tempfile::tempdir().unwrap();
    let taken = place.path().join("taken");
    fs::create_dir(&taken).unwrap();
    for (command, name) in WRITERS {
        let out = place.path().join("no folder").join(name);
        // The folder to read is missing too: had it been read first, that would be said.
        let words = said(&write(command, Path::new("no articles"), &out), 1);
        assert!(words.contains("does not exist"), "{words}");
        is_plain(&words);
    }
    for command in ["analyze", "report", "annotations"] {
        let words = said(&write(command, &sample_folder(), &taken), 1);
        assert!(words.contains("a folder of that name"), "{words}");
        is_plain(&words);
    }
}

#[test]
fn no_article_is_written_over() {
    let folder = short();
    let article = folder.path().join("bridge.txt");
    let before = fs::read(&article).unwrap();
    let refused = |output: &std::process::Output| {
        let words = said(output, 1);
        assert!(words.contains("one of the files that are read"), "{words}");
        is_plain(&words);
        assert_eq!(fs::read(&article).unwrap(), before);
    };
    for command in ["analyze", "report", "annotations"] {
        refused(&write(command, folder.path(), &article));
        refused(&write(command, &article, &article));
    }
    let paths = [article.as_os_str(), article.as_os_str()];
    let words = ["compare", "--out"].map(std::ffi::OsStr::new);
    refused(&run(&[words[0], paths[0], paths[1], words[1], paths[0]]));
}

/// The program as somebody who has no rights on this system but those of everybody.
#[cfg(unix)]
fn as_nobody(command: &str, folder: &Path, out: &Path) -> std::io::Result<std::process::Output> {
    use std::os::unix::process::CommandExt;
    let mut program = Command::new(PROGRAM);
    program.arg(command).arg(folder).arg("--out").arg(out);
    if is_administrator() {
        program.uid(65_534).gid(65_534);
    }
    program.output()
}

#[cfg(unix)]
#[test]
fn missing_permission_is_said_on_both_sides() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
    let (folder, place) = (short(), tempfile::tempdir().unwrap());
    mode(folder.path(), 0o755).unwrap();
    mode(place.path(), 0o555).unwrap();
    let out = place.path().join("report.html");
    let Ok(output) = as_nobody("report", folder.path(), &out) else {
        eprintln!("skipped: the program cannot be started as another user here");
        return;
    };
    let words = said(&output, 1);
    assert!(words.contains("permission"), "{words}");
    is_plain(&words);
    mode(place.path(), 0o777).unwrap();
    mode(folder.path(), 0o000).unwrap();
    let words = said(&as_nobody("report", folder.path(), &out).unwrap(), 1);
    assert!(words.contains("permission"), "{words}");
    is_plain(&words);
    mode(folder.path(), 0o755).unwrap();
}

/// A disk of 64 kilobytes, taken away again when it is dropped.
#[cfg(target_os = "linux")]
struct SmallDisk(tempfile::TempDir);

#[cfg(target_os = "linux")]
impl SmallDisk {
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().ok()?;
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
            .arg(folder.path())
            .output()
            .is_ok_and(|output| output.status.success());
        mounted.then_some(Self(folder))
    }
}

#[cfg(target_os = "linux")]
impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_the_older_file_stays() {
    let Some(disk) = SmallDisk::new() else {
        eprintln!("skipped: no small disk can be made here");
        return;
    };
    let out = disk.0.path().join("report.html");
    fs::write(&out, "the older report").unwrap();
    let words = said(&write("report", short().path(), &out), 1);
    assert!(words.contains("no space left"), "{words}");
    is_plain(&words);
    assert_eq!(fs::read_to_string(&out).unwrap(), "the older report");
    assert_eq!(fs::read_dir(disk.0.path()).unwrap().count(), 1);
}

#[test]
fn a_file_that_is_no_review_is_not_opened_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let review = folder.path().join("story.crossread");
    fs::write(&review, "not a review").unwrap();
    let words = said(&write("report", &review, &folder.path().join("r.html")), 1);
    assert!(
        words.contains("story.crossread could not be opened"),
        "{words}"
    );
    is_plain(&words);
}
