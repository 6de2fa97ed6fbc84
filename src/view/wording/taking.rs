//! Writing files of findings: while, after, and why not.

use std::path::Path;

/// While it is written; `what` is its name in the card.
pub fn writing(what: &str) -> String {
    format!("Writing: {what}…")
}

/// It is written.
pub fn written(path: &Path) -> String {
    format!("Saved as “{}”", path.display())
}

/// It could not be written; `reason` names the file and says why.
pub fn not_written(reason: &str) -> String {
    format!("Nothing was saved: {reason}.")
}

/// A picture of the window could not be had.
pub const NO_PICTURE: &str = "the graphics gave no picture of the window";

/// What was put on the clipboard.
pub fn copied(what: &str) -> String {
    format!("Copied: {what}.")
}
