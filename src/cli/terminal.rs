//! The one place that writes to the terminal.

use std::io::Write;
use std::process::ExitCode;

use crate::export::one_line;

/// Writes a line for the person at the terminal. A closed terminal is no reason to stop. Names of
/// strangers' files are in it, so nothing in it can steer the terminal.
pub(super) fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "{}", one_line(message));
}

/// Says why it could not be done, and gives the exit code for that.
pub(super) fn fail(message: &str) -> ExitCode {
    say(&format!("crossread: {message}"));
    ExitCode::FAILURE
}
