//! Tables of what was found: articles, entities, mentions, claims, wordings, sayings.
//!
//! Owns which columns a table has; `csv` and `workbook` write them. Rows are made one after
//! another, so that a table of a million mentions never stands in memory as a whole.

mod articles;
mod claims;
mod csv;
mod names;
mod workbook;

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::review::Review;

pub(super) use csv::write_csv;
pub(super) use names::time_of;
pub(super) use workbook::workbook;

/// One table.
pub(super) struct Table<'a> {
    /// Its name on a sheet.
    pub(super) name: &'static str,
    /// The name of its file, without an ending.
    pub(super) file: &'static str,
    /// Its columns.
    pub(super) columns: Vec<Column>,
    /// Its rows, each with a cell for each column.
    pub(super) rows: Box<dyn Iterator<Item = Vec<Cell<'a>>> + 'a>,
}

/// One column.
pub(super) struct Column {
    /// Its heading.
    pub(super) title: &'static str,
    /// Its width on a sheet, in characters.
    pub(super) width: u8,
}

/// Columns with these headings and widths.
fn columns<const N: usize>(titles: [&'static str; N], widths: [u8; N]) -> Vec<Column> {
    let columns = titles.into_iter().zip(widths);
    columns
        .map(|(title, width)| Column { title, width })
        .collect()
}

/// One cell.
pub(super) enum Cell<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A number.
    Number(f64),
    /// A day.
    Day(NaiveDate),
    /// Nothing is known, or it does not apply.
    Nothing,
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<NaiveDate> for Cell<'_> {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// Every table of a review, in the order of its sheets.
pub(super) fn all(review: &Review) -> Vec<Table<'_>> {
    vec![
        articles::articles(review),
        names::entities(review),
        names::mentions(review),
        claims::claims(review),
        claims::wordings(review),
        claims::sayings(review),
        articles::left_aside(review),
    ]
}
