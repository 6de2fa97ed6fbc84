//! What every fuzz target does: read bytes as one file of a collection and check the result.
//!
//! The rooms that read files are built here without the rest of the program, which they do not need:
//! the language engine alone takes most of an hour to build for fuzzing.

#![allow(dead_code, unused_imports, unreachable_pub)]

#[path = "../../../src/ingest/mod.rs"]
mod ingest;
#[path = "../../../src/model/mod.rs"]
mod model;

use std::io::{Cursor, Write as _};

use ingest::read_embedded;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Reads `start` and `bytes` as a file of this name. A panic of any reader ends the run, also one
/// that the program itself would turn into a file left aside.
///
/// # Panics
///
/// When a place in the result is no place of its text.
pub fn read(name: &str, start: &[u8], bytes: &[u8]) {
    let whole = [start, bytes].concat();
    let result = read_embedded(&[(name, &whole)]);
    assert!(!result.articles.is_empty() || !result.skipped.is_empty());
    for article in &result.articles {
        for removed in &article.removed {
            assert!(article.text.is_char_boundary(removed.at));
        }
    }
}

/// Reads these parts, put into a sound package, as one file of this name.
///
/// # Panics
///
/// As [`read`].
pub fn read_packed(name: &str, parts: &[(&str, &[u8])]) {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (part, bytes) in parts {
        // A name that no archive can hold is nothing to test.
        if writer.start_file(*part, stored).is_err() || writer.write_all(bytes).is_err() {
            return;
        }
    }
    if let Ok(packed) = writer.finish() {
        read(name, b"", &packed.into_inner());
    }
}
