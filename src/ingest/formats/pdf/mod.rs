//! PDF: words in reading order, without what repeats on every page.
//!
//! Owns the order of columns, the ends of paragraphs and the mending of hyphens. Interpreting the
//! file is `hayro`'s. What the file's properties say about author and day is about who printed it.

mod columns;
mod glyphs;
mod page_edges;
mod paragraphs;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::container::Budget;
use crate::ingest::draft::{DateRole, Draft, Found, FoundDate};
use crate::ingest::limits::PAGES_MAX;
use crate::model::{DateBasis, SkippedReason};

/// Fewest letters of a PDF that is more than a picture.
const LETTERS_MIN: usize = 20;

/// The article of a PDF.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Draft>, SkippedReason> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => SkippedReason::Encrypted,
        LoadPdfError::Decryption(_) => SkippedReason::Encrypted,
        LoadPdfError::Invalid => SkippedReason::Damaged("the PDF is cut off or broken".to_owned()),
    })?;
    let mut pages = Vec::new();
    let mut has_picture = false;
    for page in pdf.pages().iter().take(PAGES_MAX) {
        budget.check_time()?;
        let drawn = glyphs::of_page(page, pdf.xref());
        has_picture |= drawn.pictures > 0;
        pages.push(columns::lines_in_order(&drawn.glyphs));
    }
    let letters: usize = pages
        .iter()
        .flatten()
        .flat_map(|line| line.text.chars())
        .filter(|c| c.is_alphabetic())
        .count();
    if letters < LETTERS_MIN {
        return Err(if has_picture {
            SkippedReason::PictureOfPage
        } else if pages.is_empty() {
            SkippedReason::Damaged("no page of it can be read".to_owned())
        } else {
            SkippedReason::NoText
        });
    }
    let mut found = Found::default();
    page_edges::take(&mut pages, &mut found);
    let blocks = paragraphs::of_pages(&pages);
    note_properties(&pdf, &mut found);
    Ok(super::exports::split(Draft {
        format: "PDF".into(),
        blocks,
        found,
        ..Draft::default()
    }))
}

/// The day the file was made: of printing, not of publication.
fn note_properties(pdf: &Pdf, found: &mut Found) {
    let Some(made) = &pdf.metadata().creation_date else {
        return;
    };
    let day = chrono::NaiveDate::from_ymd_opt(
        i32::from(made.year),
        u32::from(made.month),
        u32::from(made.day),
    );
    if let Some(day) = day {
        found.dates.push(FoundDate {
            day,
            basis: DateBasis::Metadata,
            words: format!("the PDF was made on {day}"),
            role: DateRole::Captured,
        });
    }
}
