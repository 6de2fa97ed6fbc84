//! What holds for any bytes, in every format: no panic comes through, the result is bounded, and
//! its places are places of its text.
//!
//! `PROPTEST_CASES` raises the number of cases.

use crossread::ingest::{Ingested, read_embedded};
use proptest::prelude::*;

use crate::make;

/// How much more text than bytes a file may give: entities, packed streams, wide encodings.
const GROWTH_MAX: usize = 1_000;

/// Starts that lead bytes to each reader.
const STARTS: &[(&str, &[u8])] = &[
    ("a.txt", b""),
    ("a.md", b"# A\n"),
    ("a.html", b"<!doctype html><html><body><p>"),
    ("a.pdf", b"%PDF-1.7\n"),
    ("a.zip", b"PK\x03\x04"),
    ("a.rtf", b"{\\rtf1 "),
    (
        "a.eml",
        b"From: a@b.example\nMessage-ID: <1>\nDate: x\nMIME-Version: 1.0\n",
    ),
    (
        "a.mbox",
        b"From a@b Thu\nFrom: a@b.example\nSubject: x\nDate: y\n\n",
    ),
    ("a.warc", b"WARC/1.0\r\n"),
    ("a.gz", b"\x1f\x8b\x08\0"),
    (
        "a.xml",
        b"<?xml version='1.0'?><rss version='2.0'><channel>",
    ),
    ("a.json", b"[{\"title\":"),
    ("a.jsonl", b"{\"title\":"),
    ("a.csv", b"title,text,date\n"),
];

/// Checks what must hold for every result.
fn check(name: &str, size: usize, result: &Ingested) -> Result<(), TestCaseError> {
    prop_assert!(
        !result.articles.is_empty() || !result.skipped.is_empty(),
        "{name} is neither read nor left aside"
    );
    let mut ids = std::collections::BTreeSet::new();
    let mut paths = std::collections::BTreeSet::new();
    let mut bytes = 0;
    for article in &result.articles {
        prop_assert!(ids.insert(article.id.clone()), "an id twice");
        prop_assert!(paths.insert(article.path.clone()), "a path twice");
        prop_assert!(!article.text.trim().is_empty());
        bytes += article.text.len();
        for removed in &article.removed {
            bytes += removed.text.len();
            prop_assert!(article.text.is_char_boundary(removed.at));
        }
    }
    prop_assert!(
        bytes <= size * GROWTH_MAX + 10_000,
        "{size} bytes gave {bytes}"
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::default())]

    #[test]
    fn any_bytes(start in 0..STARTS.len(), tail in proptest::collection::vec(any::<u8>(), 0..2048)) {
        let (name, head) = STARTS[start];
        let bytes = [head, &tail].concat();
        check(name, bytes.len(), &read_embedded(&[(name, &bytes)]))?;
    }

    #[test]
    fn any_words(start in 0..STARTS.len(), tail in "[ -~\n“”’—é漢\u{202e}<>&;{}()\\[\\]\"',:|/=.#*_-]{0,600}") {
        let (name, head) = STARTS[start];
        let bytes = [head, tail.as_bytes()].concat();
        check(name, bytes.len(), &read_embedded(&[(name, &bytes)]))?;
    }

    #[test]
    fn sound_files_changed(
        file in 0..64_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in proptest::option::of(any::<prop::sample::Index>()),
        doubled in proptest::option::of((any::<prop::sample::Index>(), 1..200_usize)),
    ) {
        let files = sound();
        let (name, whole) = &files[file % files.len()];
        let mut bytes = whole.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some((at, length)) = doubled {
            let at = at.index(bytes.len());
            let piece = bytes[at..(at + length).min(bytes.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        if let Some(at) = cut {
            bytes.truncate(at.index(bytes.len()));
        }
        check(name, bytes.len(), &read_embedded(&[(name, &bytes)]))?;
    }
}

/// One sound file of each format, made once.
fn sound() -> &'static [(&'static str, Vec<u8>)] {
    static FILES: std::sync::OnceLock<Vec<(&'static str, Vec<u8>)>> = std::sync::OnceLock::new();
    FILES.get_or_init(make::good_containers)
}
