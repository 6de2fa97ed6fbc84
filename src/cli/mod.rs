//! The command line: which command, with which folders, and its exit code.
//!
//! Owns arguments, messages on the terminal and exit codes; everything else is done by the rooms
//! that the window uses too. Exit codes: 0 done, 1 not done (a message says why), 2 the command
//! was not understood.

mod about;
mod collection;
mod compare;
mod take_away;
mod terminal;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Read several accounts of the same story side by side: who says what, when, in which words, and
/// on whose word.
///
/// Without a command, the window opens. Everything happens on this computer; article files are
/// never changed.
#[derive(Debug, Parser)]
#[command(version = env!("CARGO_PKG_VERSION"), long_version = about::version(), args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Folders or files to open in the window.
    folders: Vec<PathBuf>,
    /// Open the sample story in the window.
    #[arg(long)]
    sample: bool,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
enum Command {
    /// Write everything that was found to a JSON file, for other programs.
    Analyze(take_away::TakeAway),
    /// Write a report to read, print and send: one web page with everything in it.
    Report(take_away::TakeAway),
    /// Write tables: an Excel workbook (FILE.xlsx), or else a folder of CSV files.
    Tables(take_away::TakeAway),
    /// Write all highlights as W3C Web Annotations (JSON-LD).
    Annotations(take_away::TakeAway),
    /// Compare two articles and write the aligned sentences to a JSON file.
    Compare(compare::Compare),
    /// Print completions for a shell.
    Completions(about::Completions),
    /// Print the manual page, for `man -l -`.
    Manual,
}

/// Runs the program with the arguments it was started with.
pub fn main() -> ExitCode {
    let Arguments {
        command,
        folders,
        sample,
    } = Arguments::parse();
    match command {
        Some(Command::Analyze(arguments)) => take_away::analyze(&arguments),
        Some(Command::Report(arguments)) => take_away::report(&arguments),
        Some(Command::Tables(arguments)) => take_away::tables(&arguments),
        Some(Command::Annotations(arguments)) => take_away::annotations(&arguments),
        Some(Command::Compare(arguments)) => compare::run(&arguments),
        Some(Command::Completions(arguments)) => about::completions(&arguments),
        Some(Command::Manual) => about::manual(),
        None => window(folders, sample),
    }
}

#[cfg(feature = "window")]
fn window(folders: Vec<PathBuf>, sample: bool) -> ExitCode {
    let options = crate::app::Options {
        roots: folders,
        with_sample: sample,
    };
    match crate::app::run(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => terminal::fail(&error.to_string()),
    }
}

#[cfg(not(feature = "window"))]
fn window(_folders: Vec<PathBuf>, _sample: bool) -> ExitCode {
    terminal::fail(
        "this build has no window; `crossread report FOLDER --out FILE.html` and \
         `crossread analyze FOLDER --out FILE.json` work without one",
    )
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_fit_together() {
        super::Arguments::command().debug_assert();
    }
}
