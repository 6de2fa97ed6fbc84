//! A table as comma-separated values (RFC 4180), safe to open in a spreadsheet.

use std::io::Write;

use super::{Cell, Table};
use crate::export::clean::is_control;

/// Tells spreadsheets that the file is in UTF-8; they take it for something else without.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes a table.
///
/// # Errors
/// When the file cannot be written.
pub(in crate::export) fn write_csv(table: Table<'_>, file: &mut dyn Write) -> std::io::Result<()> {
    file.write_all(BYTE_ORDER_MARK)?;
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(file);
    writer.write_record(table.columns.iter().map(|column| column.title))?;
    for row in table.rows {
        writer.write_record(row.iter().map(words))?;
    }
    writer.flush()
}

fn words(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Nothing => String::new(),
    }
}

/// Text that a spreadsheet shows and never runs: what begins like a formula gets an apostrophe in
/// front, as OWASP advises against CSV injection. Controls fall away.
fn harmless(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !is_control(*c)).collect();
    let first = plain.trim_start().chars().next();
    let runs = first.is_some_and(|c| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠'
        )
    }) || plain.starts_with(['\t', '\r', '\n']);
    if runs { format!("'{plain}") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn nothing_that_begins_like_a_formula_is_left_as_it_is() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "\0=1",
            "\u{feff}=1",
            "＝1",
            "\n=1",
        ] {
            assert!(harmless(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(
            harmless("Jonas Lie, \"the\" boss"),
            "Jonas Lie, \"the\" boss"
        );
        assert_eq!(harmless(""), "");
    }
}
