//! One reader per kind of file; each gives drafts, none decides.
//!
//! Owns choosing the reader by content and passing limits down through containers. Every reader
//! gets bytes in memory, never a path: nothing in a file can make it open another one.

mod container;
mod epub;
mod export_head;
mod exports;
mod feed;
pub(super) mod html;
pub(super) mod lines;
mod mail;
mod markdown;
mod office;
mod pdf;
mod records;
mod rtf;
mod table;
mod text;
mod warc;
mod zipped;

use std::sync::Arc;
use std::time::Duration;

use super::draft::Draft;
use super::guard::guarded;
use super::limits::BYTES_PER_SECOND_MIN;
use super::own;
use super::sniff::{Kind, kind_of};
use crate::model::{Columns, SkippedReason};
use container::Budget;
use serde::{Deserialize, Serialize};

/// What a file holds, and which parts of it were left aside.
#[derive(Serialize, Deserialize)]
pub(super) struct Contents {
    /// Its articles.
    pub drafts: Vec<Draft>,
    /// Parts left aside, by their path in the file.
    pub aside: Vec<(String, SkippedReason)>,
}

type Parse = fn(&[u8], &str, &mut Budget) -> Result<Vec<Draft>, SkippedReason>;

/// What reads files, here and in every container.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader {
    /// Reads the bytes of a file with this name, within a budget.
    parse: Parse,
    /// Longest time for such a file.
    time_max: fn(&[u8], &str) -> Duration,
}

/// Reads files as the kind that their content is.
const READER: Reader = Reader {
    parse: by_content,
    time_max,
};

/// Reads one file; `name` is its own name, used only to tell dialects of text apart, and `said` what
/// the reader said of tables.
pub(super) fn read(
    bytes: &[u8],
    name: &str,
    said: &Arc<[Columns]>,
) -> Result<Contents, SkippedReason> {
    read_by(READER, bytes, name, said)
}

fn read_by(
    reader: Reader,
    bytes: &[u8],
    name: &str,
    said: &Arc<[Columns]>,
) -> Result<Contents, SkippedReason> {
    let mut budget = Budget::new((reader.time_max)(bytes, name), reader, said);
    let drafts = guarded(|| (reader.parse)(bytes, name, &mut budget))?;
    Ok(Contents {
        drafts,
        aside: budget.aside,
    })
}

/// Longest time for reading a file, by its kind and size.
pub(super) fn time_max(bytes: &[u8], name: &str) -> Duration {
    kind_of(bytes, name).time_max() + for_size(bytes.len())
}

/// What so many bytes take longer.
const fn for_size(bytes: usize) -> Duration {
    Duration::from_secs(bytes as u64 / BYTES_PER_SECOND_MIN)
}

/// Reads a file that lies in a container; one that a parser stumbles over, or hangs on, is lost alone.
fn read_within(
    bytes: Vec<u8>,
    name: &str,
    budget: &mut Budget,
) -> Result<Vec<Draft>, SkippedReason> {
    let (reader, name) = (budget.reader, name.to_owned());
    budget.within((reader.time_max)(&bytes, &name), move |budget| {
        (reader.parse)(&bytes, &name, budget)
    })
}

/// Reads a file as the kind that its content is.
fn by_content(bytes: &[u8], name: &str, budget: &mut Budget) -> Result<Vec<Draft>, SkippedReason> {
    match kind_of(bytes, name) {
        Kind::Empty => Err(SkippedReason::Empty),
        Kind::Other(what) => Err(SkippedReason::NotText(what.to_owned())),
        Kind::Own(what) => Err(own::reason(what)),
        Kind::Unsupported(what) => Err(SkippedReason::Unsupported(what.to_owned())),
        Kind::Html => html::read(bytes),
        Kind::Markdown => markdown::read(bytes),
        Kind::Text => text::read(bytes),
        Kind::Pdf => pdf::read(bytes, budget),
        Kind::Zip => zipped::read(bytes, budget),
        Kind::Rtf => rtf::read(bytes),
        Kind::Mail => mail::read(bytes, budget),
        Kind::Mbox => mail::mailbox(bytes, budget),
        Kind::Warc => warc::read(bytes, budget),
        Kind::Gzip => warc::gzip(bytes, name, budget),
        Kind::Feed => feed::read(bytes),
        Kind::Json => records::json(bytes, &budget.said),
        Kind::JsonLines => records::json_lines(bytes, &budget.said),
        Kind::Table => table::read(bytes, &budget.said),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};
    use std::time::Duration;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::{READER, Reader, read_by};
    use crate::model::SkippedReason;

    /// Hangs on a file of this name, in an archive or alone.
    const HANGING: Reader = Reader {
        parse: |bytes, name, budget| {
            if name == "hangs.txt" {
                loop {
                    std::thread::park();
                }
            }
            (READER.parse)(bytes, name, budget)
        },
        time_max: |bytes, name| match name {
            "hangs.txt" => Duration::from_millis(20),
            _ => (READER.time_max)(bytes, name),
        },
    };

    #[test]
    fn a_file_of_an_archive_that_never_ends_is_given_up_and_the_others_are_read() {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["a.txt", "hangs.txt", "z.txt"] {
            archive
                .start_file(name, SimpleFileOptions::default())
                .unwrap();
            archive.write_all(b"The dam broke on Monday.").unwrap();
        }
        let packed = archive.finish().unwrap().into_inner();
        let contents = read_by(HANGING, &packed, "all.zip", &[].into()).unwrap();
        let read: Vec<_> = contents.drafts.iter().map(|d| d.inner.as_str()).collect();
        assert_eq!(read, ["a.txt", "z.txt"]);
        let [(aside, SkippedReason::GivenUp(_))] = contents.aside.as_slice() else {
            panic!("{:?}", contents.aside);
        };
        assert_eq!(aside, "hangs.txt");
    }
}
