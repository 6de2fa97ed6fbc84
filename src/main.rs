//! Chooses between the window and a headless command.

use std::process::ExitCode;

fn main() -> ExitCode {
    crossread::cli::main()
}
