//! Tables as one workbook (XLSX), a sheet for each.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Cell, Table};
use crate::export::clean::is_control;
use crate::model::written;

/// Rows that a sheet holds, with its heading.
const ROWS_MAX: u32 = 1_048_576;
/// Characters that a cell holds, counted as UTF-16, which is what spreadsheets count.
const CELL_MAX: usize = 32_000;

/// The tables as the bytes of a workbook. The same tables give the same bytes. A table that is
/// longer than a sheet goes on on another sheet.
///
/// # Errors
/// When the library refuses a sheet, which would be an error of ours.
pub(in crate::export) fn workbook(tables: Vec<Table<'_>>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The time of writing would make every file another one.
    book.set_properties(
        &DocProperties::new()
            .set_author(written::MAKER)
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    for table in tables {
        sheets(&mut book, table)?;
    }
    book.save_to_buffer()
}

fn sheets(book: &mut Workbook, table: Table<'_>) -> Result<(), XlsxError> {
    let Table {
        name,
        columns,
        rows,
        ..
    } = table;
    let mut rows = rows.peekable();
    let mut number = 1;
    loop {
        let title = if number == 1 {
            name.to_owned()
        } else {
            format!("{name} {number}")
        };
        let sheet = book.add_worksheet();
        sheet.set_name(title)?.set_freeze_panes(1, 0)?;
        let heading = Format::new().set_bold();
        let day = Format::new().set_num_format("yyyy-mm-dd");
        for (at, column) in (0_u16..).zip(&columns) {
            sheet.set_column_width(at, f64::from(column.width))?;
            sheet.write_string_with_format(0, at, column.title, &heading)?;
        }
        let mut last = 0;
        while last + 1 < ROWS_MAX
            && let Some(row) = rows.next()
        {
            last += 1;
            for (at, cell) in (0_u16..).zip(&row) {
                write_cell(sheet, (last, at), cell, &day)?;
            }
        }
        let width = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(0);
        sheet.autofilter(0, 0, last, width)?;
        if rows.peek().is_none() {
            return Ok(());
        }
        number += 1;
    }
}

/// Writes a cell. Words are written as words, so that a spreadsheet never takes them for a formula.
fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell<'_>,
    day: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Nothing => {}
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) => {
            sheet.write_string(row, column, fitting(text))?;
        }
        Cell::Number(number) => {
            sheet.write_number(row, column, *number)?;
        }
        Cell::Day(date) => {
            // A spreadsheet knows no day before 1900.
            if let Ok(date) = ExcelDateTime::parse_from_str(&date.to_string()) {
                sheet.write_datetime_with_format(row, column, &date, day)?;
            } else {
                sheet.write_string(row, column, date.to_string())?;
            }
        }
    }
    Ok(())
}

/// Text as long as a cell holds, without controls, which the format forbids.
fn fitting(text: &str) -> String {
    let mut units = 0;
    let mut fitting = String::with_capacity(text.len().min(CELL_MAX));
    for c in text.chars().filter(|c| !is_control(*c)) {
        units += c.len_utf16();
        if units > CELL_MAX {
            fitting.push('…');
            break;
        }
        fitting.push(c);
    }
    fitting
}
