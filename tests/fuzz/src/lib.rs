//! What every fuzz target does: read bytes as one file of a collection and check the result.

use crossread::ingest::read_embedded;

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
