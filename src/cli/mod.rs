//! The command line: which command, with which folders, and its exit code.
//!
//! Owns arguments, messages on the terminal and exit codes; everything else is done by the rooms
//! that the window uses too. Exit codes: 0 done, 1 not done (a message says why), 2 the command
//! was not understood.

mod analyze;
mod compare;
mod terminal;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Read several accounts of the same story side by side.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
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
    /// Analyse a folder of articles and write what was found to a JSON file.
    Analyze(analyze::Analyze),
    /// Compare two articles and write the aligned sentences to a JSON file.
    Compare(compare::Compare),
}

/// Runs the program with the arguments it was started with.
pub fn main() -> ExitCode {
    match Arguments::parse() {
        Arguments {
            command: Some(Command::Analyze(analyze)),
            ..
        } => analyze::run(&analyze),
        Arguments {
            command: Some(Command::Compare(compare)),
            ..
        } => compare::run(&compare),
        Arguments {
            command: None,
            folders,
            sample,
        } => window(folders, sample),
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
        "this build has no window; `crossread analyze FOLDER --out FILE.json` works without one",
    )
}
