//! What files held when they were read before.
//!
//! Owns under which name the contents of a file are kept, and how they look there. Where they are
//! kept is not its business.

use super::formats::Contents;
use crate::model::{Columns, SkippedReason};

/// A place where what was read is kept.
pub trait Known: Sync {
    /// What is kept under this name.
    fn find(&self, name: &[u8; 32]) -> Option<Vec<u8>>;
    /// Keeps something under a name. What cannot be kept is read again next time.
    fn keep(&self, name: &[u8; 32], body: &[u8]);
}

/// What the file with these bytes and this name holds after what the reader said of tables, as it is
/// known, or read now by `read`.
pub(super) fn contents(
    known: &dyn Known,
    bytes: &[u8],
    name: &str,
    said: &[Columns],
    read: impl FnOnce() -> Result<Contents, SkippedReason>,
) -> Result<Contents, SkippedReason> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&(name.len() as u64).to_le_bytes());
    hasher.update(name.as_bytes());
    hasher.update(bytes);
    if !said.is_empty() {
        // It cannot fail: names only.
        hasher.update(&postcard::to_extend(said, Vec::new()).unwrap_or_default());
    }
    let key = *hasher.finalize().as_bytes();
    let kept = known.find(&key);
    if let Some(contents) = kept.and_then(|body| postcard::from_bytes(&body).ok()) {
        return contents;
    }
    let contents = read();
    if is_lasting(&contents)
        && let Ok(body) = postcard::to_extend(&contents, Vec::new())
    {
        known.keep(&key, &body);
    }
    contents
}

/// Whether the file would be read so on another day too: what took too long may have had a busy
/// computer against it.
fn is_lasting(contents: &Result<Contents, SkippedReason>) -> bool {
    let is_given_up = |reason: &SkippedReason| matches!(reason, SkippedReason::GivenUp(_));
    match contents {
        Ok(contents) => !contents.aside.iter().any(|(_, reason)| is_given_up(reason)),
        Err(reason) => !is_given_up(reason),
    }
}
