//! `crossread analyze`, `report`, `tables`, `annotations`: everything that is read from folders and
//! written to one place.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::collection::Roots;
use super::terminal::{fail, say};
use crate::export::Export;

/// What to read and where to write.
#[derive(Debug, Args)]
pub(super) struct TakeAway {
    #[command(flatten)]
    roots: Roots,
    /// Where to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Writes the analysis file. A folder of files that cannot be read gives an analysis that says so
/// of each.
pub(super) fn analyze(arguments: &TakeAway) -> ExitCode {
    run(arguments, |_| Export::Analysis)
}

/// Writes the report.
pub(super) fn report(arguments: &TakeAway) -> ExitCode {
    run(arguments, |_| Export::Report)
}

/// Writes the tables: a workbook where the name ends in .xlsx, else a folder of CSV files.
pub(super) fn tables(arguments: &TakeAway) -> ExitCode {
    run(arguments, |out| {
        let ending = out.extension();
        if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
            Export::Workbook
        } else {
            Export::Tables
        }
    })
}

/// Writes the highlights.
pub(super) fn annotations(arguments: &TakeAway) -> ExitCode {
    run(arguments, |_| Export::Annotations)
}

fn run(arguments: &TakeAway, what: impl Fn(&Path) -> Export) -> ExitCode {
    match write(arguments, what(&arguments.out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => fail(&message),
    }
}

fn write(arguments: &TakeAway, what: Export) -> Result<(), String> {
    // A place that cannot be written to is said before minutes of work, not after.
    what.check(&arguments.out)
        .map_err(|error| error.to_string())?;
    arguments.roots.check_apart(&arguments.out)?;
    let review = arguments.roots.open()?;
    if review.documents().is_empty() {
        let nothing = format!("no article was found in {}", arguments.roots.names());
        if what != Export::Analysis || review.skipped().is_empty() {
            return Err(format!("{nothing}; nothing was written"));
        }
        say(&nothing);
    }
    what.write(&review, &arguments.out)
        .map_err(|error| error.to_string())
}
