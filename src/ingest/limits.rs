//! How much is read at most: the one place of all limits, with the reason for each.
//!
//! Must not know a format. A file over a limit is left aside with its reason; the rest is read.

use std::time::Duration;

/// Largest file read, in bytes. A newspaper page saved with its pictures stays far below.
pub const FILE_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Most files taken from the dropped folders.
pub const FILES_MAX: usize = 200_000;

/// Deepest folder followed below a dropped one.
pub const FOLDER_DEPTH_MAX: usize = 64;

/// Longest text of one article, in bytes; a novel has a tenth of it.
pub const TEXT_BYTES_MAX: usize = 8 * 1024 * 1024;

/// Most articles taken from one file.
pub const ARTICLES_PER_FILE_MAX: usize = 10_000;

/// Deepest nesting of containers: a mail in an archive in an archive.
pub const CONTAINER_DEPTH_MAX: usize = 4;

/// Most bytes that one container may unpack to, all its files together.
pub const UNPACKED_BYTES_MAX: u64 = 512 * 1024 * 1024;

/// Most that one packed file may grow by; text shrinks to a tenth, a bomb to a thousandth.
pub const UNPACKED_RATIO_MAX: u64 = 200;

/// Packed files below this size may grow by any ratio: short repetitive text packs very well.
pub const UNPACKED_FREE_BYTES: u64 = 4 * 1024 * 1024;

/// Most files looked at in one container.
pub const ENTRIES_MAX: usize = 20_000;

/// Deepest nesting of elements in a web page or an XML document that is still read as a tree.
pub const ELEMENT_DEPTH_MAX: usize = 512;

/// Most elements of a web page that is still read as a tree.
pub const ELEMENTS_MAX: usize = 400_000;

/// Most pages of a PDF that are read.
pub const PAGES_MAX: usize = 2_000;

/// Longest time spent on one document of usual size.
pub const DOCUMENT_TIME_MAX: Duration = Duration::from_mins(1);

/// Longest time spent on one file with many articles or files in it, each of which has its own limit.
pub const CONTAINER_TIME_MAX: Duration = Duration::from_mins(10);

/// Bytes for which a second more is given: a thirtieth of what is read in one, since a computer that is
/// slow or busy must come to the same result.
pub const BYTES_PER_SECOND_MIN: u64 = 256 * 1024;

/// Most files at once that did not come to an end in their time and are still being read by a thread
/// that nothing can stop.
pub const LEFT_BEHIND_MAX: usize = 8;
