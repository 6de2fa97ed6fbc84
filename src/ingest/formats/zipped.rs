//! Packed folders: documents of word processors, books, and archives of any files.
//!
//! Nothing is written to disk, so a path in an archive cannot lead anywhere.

use std::io::Cursor;

use zip::ZipArchive;

use super::container::Budget;
use super::{for_size, office, read_within};
use crate::ingest::draft::Draft;
use crate::ingest::limits::{ARTICLES_PER_FILE_MAX, DOCUMENT_TIME_MAX, ENTRIES_MAX};
use crate::ingest::own;
use crate::model::SkippedReason;

/// An open archive in memory.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Reads a document that is a packed folder.
type Document = fn(&mut Archive<'_>, &mut Budget) -> Result<Vec<Draft>, SkippedReason>;

fn open(bytes: &[u8]) -> Result<Archive<'_>, SkippedReason> {
    ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| SkippedReason::Damaged("the archive is cut off or broken".to_owned()))
}

/// Reads a packed folder of whatever kind.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Draft>, SkippedReason> {
    let mut archive = open(bytes)?;
    let has = |archive: &Archive<'_>, name: &str| archive.index_for_name(name).is_some();
    let document: Option<Document> = if has(&archive, "word/document.xml") {
        Some(office::docx)
    } else if has(&archive, "META-INF/container.xml") && has(&archive, "mimetype") {
        Some(super::epub::read)
    } else if let Some(what) = other_open_document(&mut archive, budget) {
        return Err(SkippedReason::Unsupported(what.to_owned()));
    } else if has(&archive, "content.xml") && has(&archive, "mimetype") {
        Some(office::odt)
    } else {
        None
    };
    if let Some(document) = document {
        let bytes = bytes.to_vec();
        let time = DOCUMENT_TIME_MAX + for_size(bytes.len());
        return budget.within(time, move |budget| document(&mut open(&bytes)?, budget));
    }
    let is_ours = part(&mut archive, "docProps/core.xml", budget)
        .is_ok_and(|properties| own::is_workbook(&properties));
    if is_ours && has(&archive, "xl/workbook.xml") {
        return Err(own::reason("a workbook"));
    }
    for (part, what) in [
        ("xl/workbook.xml", "a spreadsheet (save it as CSV)"),
        ("ppt/presentation.xml", "slides (save them as PDF)"),
        ("AndroidManifest.xml", "an Android program"),
    ] {
        if has(&archive, part) {
            return Err(SkippedReason::Unsupported(what.to_owned()));
        }
    }
    files(&mut archive, budget)
}

/// What an OpenDocument file is that is no text.
fn other_open_document(archive: &mut Archive<'_>, budget: &mut Budget) -> Option<&'static str> {
    archive.index_for_name("content.xml")?;
    let kind = part(archive, "mimetype", budget).ok()?;
    let kind = String::from_utf8_lossy(&kind);
    let kind = kind
        .trim()
        .strip_prefix("application/vnd.oasis.opendocument.")?;
    [
        ("spreadsheet", "a spreadsheet (save it as CSV)"),
        ("presentation", "slides (save them as PDF)"),
        ("graphics", "a drawing (save it as PDF)"),
    ]
    .into_iter()
    .find(|(name, _)| kind.starts_with(name))
    .map(|(_, what)| what)
}

/// The bytes of one named part.
pub(super) fn part(
    archive: &mut Archive<'_>,
    name: &str,
    budget: &mut Budget,
) -> Result<Vec<u8>, SkippedReason> {
    let at = archive
        .index_for_name(name)
        .ok_or_else(|| SkippedReason::Damaged(format!("its part “{name}” is missing")))?;
    entry(archive, at, budget)
}

/// The bytes of one entry.
fn entry(
    archive: &mut Archive<'_>,
    at: usize,
    budget: &mut Budget,
) -> Result<Vec<u8>, SkippedReason> {
    let file = archive.by_index(at).map_err(|error| match error {
        zip::result::ZipError::UnsupportedArchive(words)
            if words.to_lowercase().contains("password") =>
        {
            SkippedReason::Encrypted
        }
        zip::result::ZipError::InvalidPassword => SkippedReason::Encrypted,
        other => SkippedReason::Damaged(format!("a part of it cannot be unpacked ({other})")),
    })?;
    let packed = file.compressed_size();
    budget.unpack(file, packed)
}

/// All files of an archive.
fn files(archive: &mut Archive<'_>, budget: &mut Budget) -> Result<Vec<Draft>, SkippedReason> {
    budget.enter()?;
    let mut order: Vec<(String, usize)> = (0..archive.len().min(ENTRIES_MAX))
        .filter_map(|at| {
            let name = archive.name_for_index(at)?.ok()?.into_owned();
            Some((name, at))
        })
        .filter(|(name, _)| !is_junk(name))
        .collect();
    order.sort();
    if archive.len() > ENTRIES_MAX {
        let reason =
            format!("it holds more than {ENTRIES_MAX} files, and the others were not looked at");
        budget
            .aside
            .push(("…".to_owned(), SkippedReason::Suspicious(reason)));
    }
    let mut drafts = Vec::new();
    for (name, at) in order {
        if let Err(reason) = budget.check_time() {
            budget.aside.push(("…".to_owned(), reason));
            break;
        }
        let inner = inner_path(&name);
        let own = inner.rsplit('/').next().unwrap_or(&inner).to_owned();
        let result = entry(archive, at, budget).and_then(|bytes| read_within(bytes, &own, budget));
        match result {
            Ok(found) => drafts.extend(found.into_iter().map(|mut draft| {
                let deeper = if draft.inner.is_empty() || draft.inner.starts_with('#') {
                    ""
                } else {
                    "/"
                };
                draft.inner = format!("{inner}{deeper}{}", draft.inner);
                draft
            })),
            Err(reason @ SkippedReason::Suspicious(_)) if drafts.is_empty() => return Err(reason),
            Err(reason) => budget.aside.push((inner, reason)),
        }
        if drafts.len() >= ARTICLES_PER_FILE_MAX {
            break;
        }
    }
    budget.leave();
    if drafts.is_empty()
        && budget
            .aside
            .iter()
            .any(|(_, reason)| *reason == SkippedReason::Encrypted)
    {
        return Err(SkippedReason::Encrypted);
    }
    if drafts.is_empty() && budget.aside.is_empty() {
        return Err(SkippedReason::NoArticle);
    }
    Ok(drafts)
}

/// Folders, files of systems, parts of saved pages.
fn is_junk(name: &str) -> bool {
    name.ends_with('/')
        || name.starts_with("__MACOSX")
        || name
            .split('/')
            .any(|part| part.starts_with('.') && part != "." && part != "..")
        || name.contains("_files/")
        || name.ends_with("Thumbs.db")
}

/// A path of an archive without parts that lead out of it.
fn inner_path(name: &str) -> String {
    name.replace('\\', "/")
        .split('/')
        .filter(|part| !part.is_empty() && *part != "." && *part != "..")
        .map(|part| {
            part.chars()
                .map(|c| if c.is_control() { '\u{fffd}' } else { c })
                .collect::<String>()
        })
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::inner_path;

    #[test]
    fn paths_stay_inside() {
        assert_eq!(inner_path("../../etc/passwd"), "etc/passwd");
        assert_eq!(inner_path("a\\..\\b.txt"), "a/b.txt");
    }
}
