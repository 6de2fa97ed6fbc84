//! What files held when they were read before.
//!
//! Owns under which name the contents of a file are kept, and how they look there. Where they are
//! kept is not its business.

use super::formats::Contents;
use crate::model::SkippedReason;

/// A place where what was read is kept.
pub trait Known: Sync {
    /// What is kept under this name.
    fn find(&self, name: &[u8; 32]) -> Option<Vec<u8>>;
    /// Keeps something under a name. What cannot be kept is read again next time.
    fn keep(&self, name: &[u8; 32], body: &[u8]);
}

/// What the file with these bytes and this name holds, as it is known, or read now by `read`.
pub(super) fn contents(
    known: &dyn Known,
    bytes: Vec<u8>,
    name: &str,
    read: impl FnOnce(Vec<u8>, &str) -> Result<Contents, SkippedReason>,
) -> Result<Contents, SkippedReason> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&(name.len() as u64).to_le_bytes());
    hasher.update(name.as_bytes());
    hasher.update(&bytes);
    let key = *hasher.finalize().as_bytes();
    let kept = known.find(&key);
    if let Some(contents) = kept.and_then(|body| postcard::from_bytes(&body).ok()) {
        return contents;
    }
    let contents = read(bytes, name);
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
