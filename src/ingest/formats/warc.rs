//! Web archives and gzip.

use chrono::NaiveDate;
use flate2::read::MultiGzDecoder;

use super::container::Budget;
use super::{for_size, html, read_within};
use crate::ingest::decode::decode;
use crate::ingest::draft::{DateRole, Draft, FoundDate};
use crate::ingest::limits::{ARTICLES_PER_FILE_MAX, DOCUMENT_TIME_MAX};
use crate::ingest::published::dates;
use crate::model::{DateBasis, SkippedReason};

/// Longest header of a record, in bytes; what is longer is none, so that reading stays linear.
const HEAD_BYTES_MAX: usize = 64 * 1024;

/// What a gzip file holds.
pub(super) fn gzip(
    bytes: &[u8],
    name: &str,
    budget: &mut Budget,
) -> Result<Vec<Draft>, SkippedReason> {
    budget.enter()?;
    let inside = budget.unpack(MultiGzDecoder::new(bytes), bytes.len() as u64)?;
    let own = name.strip_suffix(".gz").unwrap_or(name);
    let drafts = read_within(inside, own, budget);
    budget.leave();
    drafts
}

/// The pages of a web archive (ISO 28500).
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Draft>, SkippedReason> {
    let mut drafts = Vec::new();
    let mut rest = bytes;
    let mut nth = 0;
    while let Some((record, after)) = next_record(rest) {
        if let Err(reason) = budget.check_time() {
            budget.aside.push(("…".to_owned(), reason));
            break;
        }
        rest = after;
        nth += 1;
        let Some(page) = page(&record, budget) else {
            continue;
        };
        let time = DOCUMENT_TIME_MAX + for_size(page.body.len());
        let read = budget.within(time, move |_| page.read());
        match read {
            Ok(mut draft) => {
                draft.inner = format!("#{nth}");
                drafts.push(draft);
            }
            Err(reason @ SkippedReason::GivenUp(_)) => {
                budget.aside.push((format!("#{nth}"), reason));
            }
            Err(_) => {}
        }
        if drafts.len() >= ARTICLES_PER_FILE_MAX {
            break;
        }
    }
    if drafts.is_empty() {
        return Err(SkippedReason::NoArticle);
    }
    Ok(drafts)
}

/// A record: its headers and its content.
struct Record<'a> {
    headers: Vec<(String, String)>,
    content: &'a [u8],
}

impl Record<'_> {
    fn header(&self, name: &str) -> Option<&str> {
        header(&self.headers, name)
    }
}

fn header<'h>(headers: &'h [(String, String)], name: &str) -> Option<&'h str> {
    headers
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.as_str())
}

/// The next record and the bytes behind it.
fn next_record(bytes: &[u8]) -> Option<(Record<'_>, &[u8])> {
    let start = find(bytes, b"WARC/")?;
    let bytes = bytes.get(start..)?;
    let (headers, body) = head_and_body(bytes)?;
    let length: usize = header(&headers, "content-length")?.parse().ok()?;
    let length = length.min(body.len());
    Some((
        Record {
            headers,
            content: body.get(..length)?,
        },
        body.get(length..)?,
    ))
}

/// Name and value of a header line.
type Header = (String, String);

/// Header lines up to the empty line, and what follows.
fn head_and_body(bytes: &[u8]) -> Option<(Vec<Header>, &[u8])> {
    let reach = bytes.get(..HEAD_BYTES_MAX).unwrap_or(bytes);
    let (end, gap) = match (find(reach, b"\r\n\r\n"), find(reach, b"\n\n")) {
        (Some(at), other) if other.is_none_or(|other| at < other) => (at, 4),
        (_, Some(at)) => (at, 2),
        _ => return None,
    };
    let head = String::from_utf8_lossy(bytes.get(..end)?).into_owned();
    let headers = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(key, value)| (key.trim().to_lowercase(), value.trim().to_owned()))
        .collect();
    Some((headers, bytes.get(end + gap..)?))
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes
        .windows(needle.len())
        .position(|window| window == needle)
}

/// A page as it was answered.
struct Page {
    body: Vec<u8>,
    charset: Option<String>,
    address: Option<String>,
    archived: Option<NaiveDate>,
}

/// The page of a response that is one.
fn page(record: &Record<'_>, budget: &mut Budget) -> Option<Page> {
    if record.header("warc-type")? != "response" {
        return None;
    }
    let (headers, body) = head_and_body(record.content)?;
    let kind = header(&headers, "content-type").unwrap_or_default();
    if !kind.contains("html") {
        return None;
    }
    let chunked =
        header(&headers, "transfer-encoding").is_some_and(|value| value.contains("chunked"));
    let body = if chunked {
        dechunk(body)
    } else {
        body.to_vec()
    };
    let body = if body.starts_with(b"\x1f\x8b") {
        budget
            .unpack(MultiGzDecoder::new(body.as_slice()), body.len() as u64)
            .ok()?
    } else {
        body
    };
    let charset = kind
        .split_once("charset=")
        .map(|(_, label)| label.trim_matches(['"', ' ', ';']).to_owned());
    Some(Page {
        body,
        charset,
        address: record.header("warc-target-uri").map(str::to_owned),
        archived: record.header("warc-date").and_then(dates::of_value),
    })
}

impl Page {
    /// The article of the page.
    fn read(&self) -> Result<Draft, SkippedReason> {
        let source = decode(&self.body, self.charset.as_deref());
        let mut draft = html::of_html(&source, "web archive")?;
        if let Some(address) = &self.address {
            let address = address.trim_matches(['<', '>']).to_owned();
            draft.found.urls.insert(0, address);
        }
        if let Some(day) = self.archived {
            draft.found.dates.push(FoundDate {
                day,
                basis: DateBasis::Metadata,
                words: format!("the page was archived on {day}"),
                role: DateRole::Captured,
            });
        }
        Ok(draft)
    }
}

/// A body that was sent in chunks; as it is where it does not look like that.
fn dechunk(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = body;
    while let Some(end) = find(rest, b"\r\n") {
        let size = rest
            .get(..end)
            .and_then(|line| std::str::from_utf8(line).ok())
            .and_then(|line| usize::from_str_radix(line.split(';').next()?.trim(), 16).ok());
        let Some(size) = size else {
            return if out.is_empty() { body.to_vec() } else { out };
        };
        if size == 0 {
            break;
        }
        let start = end + 2;
        let stop = start.saturating_add(size).min(rest.len());
        out.extend_from_slice(rest.get(start..stop).unwrap_or_default());
        rest = rest.get(stop.saturating_add(2)..).unwrap_or_default();
    }
    out
}
