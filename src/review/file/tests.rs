//! What a review file survives.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use rusqlite::Connection;

use super::{Contents, FileError, ReadOnlyReason, ReviewFile, ReviewFolder};
use crate::model::{ArticleId, Removed, RemovedKind, Skipped, SkippedReason};
use crate::review::testing::article;
use crate::review::{About, Act, Change, Correction, Entry, Ledger, NoteAct};

struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    fn own(&self) -> ReviewFolder {
        ReviewFolder::at(&self.folder.path().join("own"))
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("story.crossread")
    }

    fn created(&self) -> ReviewFile {
        ReviewFile::create(&self.file(), &contents(), &self.own()).expect("created")
    }

    fn open(&self) -> Result<(ReviewFile, Contents), FileError> {
        ReviewFile::open(&self.file(), &self.own())
    }

    /// A connection of somebody else.
    fn meddle(&self, sql: &str) {
        let connection = Connection::open(self.file()).expect("opened");
        connection.execute_batch(sql).expect("meddled");
    }
}

fn contents() -> Contents {
    let mut one = article("one", "The gate was stuck.\n\nNobody knew.");
    one.title = Some("The “gate”".to_owned());
    one.removed = vec![Removed {
        text: "Share this".to_owned(),
        kind: RemovedKind::Furniture,
        at: 19,
    }];
    Contents {
        name: "Dam".to_owned(),
        roots: vec![PathBuf::from("/home/reader/dam")],
        articles: vec![
            one.into(),
            article("two", "Später — 堤防が決壊した。").into(),
        ],
        skipped: vec![Skipped {
            path: "scan.pdf".to_owned(),
            reason: SkippedReason::PictureOfPage,
        }],
        ledger: Ledger::default(),
    }
}

fn entry(number: usize) -> Entry {
    let article = ArticleId::new("one");
    let act = if number.is_multiple_of(2) {
        Act::Correct(Correction::SetTitle {
            article,
            title: Some(format!("title {number}")),
        })
    } else {
        Act::Note(NoteAct::Write {
            about: About::Article(article),
            text: format!("note {number} {}", "x".repeat(number * 97 % 4000)),
        })
    };
    Entry {
        act,
        at: Utc::now(),
    }
}

fn change(number: usize) -> Change {
    Change::Do(entry(number))
}

#[test]
fn what_is_written_is_read_again() {
    let home = Home::new();
    let mut file = home.created();
    let mut expected = contents();
    for number in 0..5 {
        let change = change(number);
        file.take(&change).expect("written");
        expected.ledger.take(change);
    }
    file.take(&Change::Undo).expect("written");
    expected.ledger.take(Change::Undo);
    drop(file);
    let (file, read) = home.open().expect("opened");
    assert_eq!(read, expected);
    assert_eq!(file.read_only(), None);
}

#[test]
fn a_clock_that_jumps_changes_neither_order_nor_acts() {
    let home = Home::new();
    let mut file = home.created();
    let mut ledger = Ledger::default();
    let years = |years: i64| Utc::now() + chrono::TimeDelta::days(365 * years);
    for (number, at) in [
        years(0),
        years(-30),
        years(60),
        DateTime::UNIX_EPOCH,
        years(-1),
    ]
    .into_iter()
    .enumerate()
    {
        let change = Change::Do(Entry {
            at,
            ..entry(number)
        });
        file.take(&change).expect("written");
        ledger.take(change);
    }
    drop(file);
    assert_eq!(home.open().expect("opened").1.ledger, ledger);
}

#[test]
fn a_new_run_replaces_articles_and_keeps_what_the_reader_did() {
    let home = Home::new();
    let mut file = home.created();
    file.take(&change(1)).expect("written");
    let mut renewed = contents();
    renewed.articles.remove(0);
    file.keep_collection(&renewed).expect("written");
    drop(file);
    let (_, read) = home.open().expect("opened");
    assert_eq!(read.articles, renewed.articles);
    assert_eq!(read.ledger.standing().len(), 1);
}

#[test]
fn the_second_window_reads_and_is_told() {
    let home = Home::new();
    let mut first = home.created();
    let (mut second, read) = home.open().expect("opened");
    assert_eq!(read.name, "Dam");
    assert_eq!(second.read_only(), Some(ReadOnlyReason::OpenElsewhere));
    let refused = second.take(&change(1)).expect_err("refused");
    assert_eq!(refused, FileError::ReadOnly(ReadOnlyReason::OpenElsewhere));
    first.take(&change(1)).expect("the first still writes");
    let over = ReviewFile::create(&home.file(), &contents(), &home.own()).expect_err("refused");
    assert_eq!(over, FileError::ReadOnly(ReadOnlyReason::OpenElsewhere));
    drop((first, second));
    assert_eq!(home.open().expect("opened").0.read_only(), None);
}

#[test]
fn a_change_by_another_program_is_noticed() {
    let home = Home::new();
    let mut file = home.created();
    home.meddle("UPDATE state SET changes = changes + 1");
    assert_eq!(file.take(&change(1)), Err(FileError::Changed));
}

#[cfg(unix)]
#[test]
fn a_file_pulled_away_is_noticed() {
    let home = Home::new();
    let mut file = home.created();
    let away = home.folder.path().join("away.crossread");
    std::fs::rename(home.file(), &away).expect("moved");
    assert_eq!(file.take(&change(1)), Err(FileError::Gone));
    std::fs::copy(&away, home.file()).expect("another file in its place");
    assert_eq!(file.take(&change(1)), Err(FileError::Gone));
    drop(file);
    let (_, read) = ReviewFile::open(&away, &home.own()).expect("opened");
    assert!(read.ledger.is_empty());
}

#[test]
fn a_full_disk_loses_nothing_that_was_saved() {
    let home = Home::new();
    let mut file = home.created();
    let pages: i64 = file
        .connection
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .expect("a count");
    let limit = |file: &ReviewFile, pages: i64| {
        file.connection
            .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
            .expect("a limit");
    };
    limit(&file, pages + 2);
    let mut saved = Ledger::default();
    let full = (0..200).find_map(|number| {
        let change = change(number);
        match file.take(&change) {
            Ok(()) => {
                saved.take(change);
                None
            }
            Err(error) => Some(error),
        }
    });
    assert_eq!(full, Some(FileError::Full));
    limit(&file, 100_000);
    file.take(&change(1)).expect("written once there is room");
    saved.take(change(1));
    drop(file);
    let read = home.open().expect("opened").1.ledger;
    let acts = |ledger: &Ledger| {
        ledger
            .standing()
            .iter()
            .map(|e| e.act.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(acts(&read), acts(&saved));
}

#[test]
fn other_files_are_told_from_reviews() {
    let home = Home::new();
    let path = home.file();
    assert_eq!(home.open().err(), Some(FileError::NotFound(path.clone())));
    for bytes in [&b""[..], b"hello", &[0; 4096], b"SQLite format 3\0 and then nothing of ours, for more than a hundred bytes of words, as one may find"] {
        std::fs::write(&path, bytes).expect("written");
        assert_eq!(home.open().err(), Some(FileError::NotAReview));
    }
    std::fs::remove_file(&path).expect("removed");
    home.meddle("CREATE TABLE moz_places (url TEXT)");
    assert_eq!(home.open().err(), Some(FileError::NotAReview));
}

#[test]
fn what_a_stranger_declares_in_the_file_is_refused() {
    for sql in [
        "CREATE TRIGGER t AFTER INSERT ON act BEGIN DELETE FROM article; END",
        "CREATE VIEW v AS SELECT * FROM article",
        "CREATE TABLE more (x)",
        "DROP TABLE skipped; CREATE VIEW skipped AS SELECT path, text AS reason FROM article",
        "DROP TABLE act",
    ] {
        let home = Home::new();
        drop(home.created());
        home.meddle(sql);
        assert_eq!(home.open().err(), Some(FileError::NotAReview), "{sql}");
    }
}

#[test]
fn values_of_a_stranger_do_no_harm() {
    let home = Home::new();
    drop(home.created());
    home.meddle(
        "INSERT INTO act VALUES (7, 'yesterday', '{\"correct\":{\"do\":\"fly\"}}'); \
         UPDATE state SET done = -5; \
         UPDATE article SET text = 'é', facts = replace(facts, '\"at\":19', '\"at\":1')",
    );
    let (mut file, read) = home.open().expect("opened");
    assert!(matches!(
        read.ledger.entries(),
        [Entry {
            act: Act::Unread(_),
            ..
        }]
    ));
    assert!(read.ledger.standing().is_empty());
    assert_eq!(read.articles[0].removed[0].at, 0);
    file.take(&change(1)).expect("goes on");
    drop(file);
    home.meddle("UPDATE article SET facts = 'nothing'");
    assert!(matches!(home.open().err(), Some(FileError::Damaged(_))));
}

#[test]
fn a_later_format_is_named_as_such() {
    let home = Home::new();
    drop(home.created());
    home.meddle("PRAGMA user_version = 99");
    let newer = FileError::Newer {
        found: 99,
        known: super::schema::VERSION,
    };
    assert_eq!(home.open().err(), Some(newer));
}

#[test]
fn a_journal_of_the_old_file_does_not_reach_the_new_one() {
    let home = Home::new();
    drop(home.created());
    let journal = home.folder.path().join("story.crossread-journal");
    std::fs::write(
        &journal,
        [0xd9, 0xd5, 5, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 9],
    )
    .expect("written");
    let mut renewed = contents();
    renewed.name = "New".to_owned();
    drop(ReviewFile::create(&home.file(), &renewed, &home.own()).expect("created"));
    assert!(!journal.exists());
    assert_eq!(home.open().expect("opened").1.name, "New");
}

fn flipped(path: &Path, flips: &[(usize, u8)], cut: usize) {
    let mut bytes = std::fs::read(path).expect("read");
    for (at, with) in flips {
        // The first bytes say that it is a review: flipping these is another test.
        let place = 100 + at % (bytes.len() - 100);
        bytes[place] ^= with;
    }
    let left = bytes.len() - cut % bytes.len();
    bytes.truncate(left);
    std::fs::write(path, bytes).expect("written");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_damaged_file_gives_its_contents_or_an_error(
        flips in proptest::collection::vec((any::<usize>(), 1_u8..), 0..12),
        cut in prop_oneof![Just(0_usize), any::<usize>()],
    ) {
        let home = Home::new();
        let mut file = home.created();
        for number in 0..3 {
            file.take(&change(number)).expect("written");
        }
        drop(file);
        flipped(&home.file(), &flips, cut);
        if let Ok((mut file, read)) = home.open() {
            for article in &read.articles {
                for removed in &article.removed {
                    prop_assert!(article.text.is_char_boundary(removed.at));
                }
            }
            drop(file.take(&change(9)));
        }
    }

    #[test]
    fn any_bytes_are_refused_in_words(bytes in proptest::collection::vec(any::<u8>(), 0..300), is_dressed in any::<bool>()) {
        let home = Home::new();
        let mut bytes = bytes;
        if is_dressed && bytes.len() > 72 {
            bytes[..16].copy_from_slice(b"SQLite format 3\0");
            bytes[68..72].copy_from_slice(&crate::model::written::REVIEW.to_be_bytes());
        }
        std::fs::write(home.file(), &bytes).expect("written");
        prop_assert!(home.open().is_err());
    }

    #[test]
    fn any_acts_stand_as_they_stood(changes in proptest::collection::vec(0_u8..4, 0..25)) {
        let home = Home::new();
        let mut file = home.created();
        let mut ledger = Ledger::default();
        for (number, kind) in changes.iter().enumerate() {
            let change = match kind {
                0 => Change::Undo,
                1 => Change::Redo,
                _ => change(number),
            };
            file.take(&change).expect("written");
            ledger.take(change);
        }
        drop(file);
        prop_assert_eq!(home.open().expect("opened").1.ledger, ledger);
    }
}
