//! The review file under real kills, a full disk and a folder that may not be written to.
//!
//! This program starts itself again as a writer that says "saved N" after each act; the writer is
//! killed at any moment, and what it said must be in the file.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that stops at the first surprise"
)]
#![cfg(unix)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use chrono::Utc;
use crossread::model::ArticleId;
use crossread::review::file::{Contents, FileError, ReadOnlyReason, ReviewFile, ReviewFolder};
use crossread::review::{Act, Change, Correction, Entry};

/// Tells a test of this program that it is the writer, and which file it writes.
const FILE: &str = "CROSSREAD_TEST_REVIEW";

fn title(number: usize) -> Change {
    let title = format!("{number} {}", "long ".repeat(number * 37 % 900));
    Change::Do(Entry {
        act: Act::Correct(Correction::SetTitle {
            article: ArticleId::new("a"),
            title: Some(title),
        }),
        at: Utc::now(),
    })
}

fn number(entry: &Entry) -> usize {
    let Act::Correct(Correction::SetTitle { title, .. }) = &entry.act else {
        panic!("another act");
    };
    let title = title.as_deref().expect("a title");
    title
        .split(' ')
        .next()
        .expect("a number")
        .parse()
        .expect("a number")
}

fn own(file: &Path) -> ReviewFolder {
    ReviewFolder::at(&file.with_extension("own"))
}

/// The writer: acts without end, every fifth one undone and another done in its place.
#[test]
#[ignore = "runs only as the child of the other tests"]
fn writer() {
    let Some(path) = std::env::var_os(FILE) else {
        return;
    };
    let path = Path::new(&path);
    let (mut file, contents) = ReviewFile::open(path, &own(path)).expect("opened");
    let mut out = std::io::stdout();
    let mut tell = |line: String| {
        out.write_all(format!("{line}\n").as_bytes())
            .and_then(|()| out.flush())
            .expect("told");
    };
    if let Some(reason) = file.read_only() {
        return tell(format!("read-only {reason:?}"));
    }
    let first = contents.ledger.standing().last().map_or(0, number) + 1;
    for number in first..first + 100_000 {
        let saved = if number % 5 == 0 {
            file.take(&title(0)).and_then(|()| file.take(&Change::Undo))
        } else {
            Ok(())
        };
        match saved.and_then(|()| file.take(&title(number))) {
            Ok(()) => tell(format!("saved {number}")),
            Err(error) => return tell(format!("error {error:?}")),
        }
    }
}

fn start(path: &Path, wrap: &str) -> Child {
    let program = std::env::current_exe().expect("this program");
    Command::new("sh")
        .args([
            "-c",
            &format!("{wrap} \"$0\" --exact writer --ignored --nocapture"),
        ])
        .arg(program)
        .env(FILE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("started")
}

fn create(path: &Path) {
    let contents = Contents {
        name: "kill".to_owned(),
        ..Contents::default()
    };
    drop(ReviewFile::create(path, &contents, &own(path)).expect("created"));
}

/// Numbers that stand in the file, in order.
fn standing(path: &Path) -> Vec<usize> {
    let (file, contents) = ReviewFile::open(path, &own(path)).expect("opened");
    assert_eq!(file.read_only(), None);
    contents.ledger.standing().iter().map(number).collect()
}

/// The number in the line by which the writer says that it saved something.
fn saved(line: &str) -> Option<usize> {
    line.split("saved ").nth(1)?.trim().parse().ok()
}

#[test]
fn what_was_reported_as_saved_survives_a_kill_at_any_moment() {
    let rounds: u64 = std::env::var("CROSSREAD_TEST_KILLS")
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(25);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("killed.crossread");
    create(&path);
    let mut last = 0;
    let mut acts = 0;
    for round in 0..rounds {
        let mut writer = start(&path, "exec");
        let mut lines = BufReader::new(writer.stdout.take().expect("a pipe")).lines();
        // Killed between two acts at first, then ever later within one.
        let mut reported = 0;
        for line in lines.by_ref() {
            let line = line.expect("a line");
            assert!(
                !line.contains("error") && !line.contains("read-only"),
                "{line}"
            );
            if let Some(number) = saved(&line) {
                reported = number;
                acts += 1;
                if number >= last + 1 + round as usize % 7 {
                    break;
                }
            }
        }
        let (sender, receiver) = std::sync::mpsc::sync_channel::<()>(0);
        let wait = Duration::from_micros(round * 2_654_435_761 % 20_000);
        assert!(receiver.recv_timeout(wait).is_err());
        drop(sender);
        writer.kill().expect("killed");
        writer.wait().expect("ended");
        for line in lines.map_while(Result::ok) {
            reported = saved(&line).map_or(reported, |number| number.max(reported));
        }
        let found = standing(&path);
        let whole: Vec<usize> = (1..=found.len()).collect();
        let real: Vec<usize> = found
            .iter()
            .copied()
            .filter(|number| *number != 0)
            .collect();
        assert!(
            real.len() >= reported,
            "{reported} acts were reported, {} are there",
            real.len()
        );
        // At most the act on its way is there beyond what was reported: its stand-in or itself.
        assert!(found.len() <= reported + 1, "{found:?} after {reported}");
        assert!(real == whole[..real.len()], "{found:?}");
        last = real.len();
        if found.len() > real.len() {
            let (mut file, _) = ReviewFile::open(&path, &own(&path)).expect("opened");
            file.take(&Change::Undo)
                .expect("the stand-in is taken back");
        }
    }
    assert!(acts > 0);
}

#[test]
fn a_file_that_may_not_grow_keeps_what_was_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("full.crossread");
    create(&path);
    let size_kib = std::fs::metadata(&path).expect("a size").len() / 1024;
    // Writing beyond the limit fails as on a full disk, once the signal that comes with it is off.
    let limit = format!("trap '' XFSZ; ulimit -f {}; exec", 2 * (size_kib + 24));
    let output = start(&path, &limit).wait_with_output().expect("ended");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let reported = said
        .lines()
        .filter_map(saved)
        .max()
        .expect("some were saved");
    assert!(said.contains("error"), "it never filled: {said}");
    let found = standing(&path);
    assert!(
        found.len() >= reported,
        "{reported} were reported, {found:?} are there"
    );
    let (mut file, _) = ReviewFile::open(&path, &own(&path)).expect("opened");
    file.take(&title(found.len() + 1))
        .expect("goes on once there is room");
}

#[test]
fn a_folder_that_may_not_be_written_opens_for_reading() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let locked = folder.path().join("locked");
    std::fs::create_dir(&locked).expect("a folder");
    let path = locked.join("locked.crossread");
    create(&path);
    let allow = |mode| {
        std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(mode)).expect("set");
    };
    allow(0o555);
    // The system's administrator may write everywhere, so there is nothing to refuse.
    if std::fs::write(locked.join("probe"), "").is_err() {
        let (mut file, _) = ReviewFile::open(&path, &own(&path)).expect("opened");
        let refused = file.take(&title(1)).expect_err("refused");
        assert_eq!(refused, FileError::ReadOnly(ReadOnlyReason::NoPermission));
        assert_eq!(file.read_only(), Some(ReadOnlyReason::NoPermission));
    }
    allow(0o755);
}

#[test]
fn a_second_program_is_told_that_the_first_has_it_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("two.crossread");
    create(&path);
    let (file, _) = ReviewFile::open(&path, &own(&path)).expect("opened");
    let output = start(&path, "exec").wait_with_output().expect("ended");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("read-only OpenElsewhere"), "{said}");
    drop(file);
}
