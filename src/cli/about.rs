//! What the program says about itself: version, manual page, completions for shells.

use std::io::Write;
use std::process::ExitCode;
use std::sync::OnceLock;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Arguments;
use super::terminal::fail;
use crate::language::Engine;

/// The version with the engine and the language model: what a result depends on.
pub(super) fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        format!(
            "{}\nengine {}\nlanguage model {}",
            env!("CARGO_PKG_VERSION"),
            Engine::VERSION,
            Engine::model()
        )
    })
}

/// Which shell.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell that is to complete commands.
    shell: Shell,
}

/// Prints the completions for a shell.
pub(super) fn completions(arguments: &Completions) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut Arguments::command(),
        "crossread",
        &mut script,
    );
    print(&script)
}

/// Prints the manual page, for `man`.
pub(super) fn manual() -> ExitCode {
    let command = Arguments::command().version(env!("CARGO_PKG_VERSION"));
    let mut page = Vec::new();
    match pages(&command, &mut page) {
        Ok(()) => print(&page),
        Err(error) => fail(&format!("the manual page could not be made: {error}")),
    }
}

/// One page for everything: the program, then each command as a section of its own.
fn pages(command: &clap::Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    let manual = clap_mangen::Man::new(command.clone()).section("1");
    manual.render_title(page)?;
    manual.render_name_section(page)?;
    manual.render_synopsis_section(page)?;
    manual.render_description_section(page)?;
    manual.render_options_section(page)?;
    for part in command.get_subcommands() {
        if part.get_name() == "help" {
            continue;
        }
        let name = part.get_name().to_uppercase();
        writeln!(page, ".SH \"CROSSREAD {name}\"")?;
        let about = part.get_about().map(ToString::to_string);
        writeln!(page, "{}", escaped(&about.unwrap_or_default()))?;
        let part = part
            .clone()
            .bin_name(format!("crossread {}", part.get_name()));
        let manual = clap_mangen::Man::new(part);
        let mut below = Vec::new();
        manual.render_synopsis_section(&mut below)?;
        manual.render_options_section(&mut below)?;
        let below = String::from_utf8_lossy(&below).replace("\n.SH ", "\n.SS ");
        write!(
            page,
            "{}",
            below.trim_start_matches(".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n")
        )?;
    }
    writeln!(page, ".SH \"EXIT STATUS\"")?;
    writeln!(
        page,
        "0 done; 1 not done, and a message says why; 2 the command was not understood."
    )
}

/// A line that the typesetter does not take for a command.
fn escaped(line: &str) -> String {
    line.replace('\\', "\\e").replace('-', "\\-")
}

/// Prints to the terminal. A reader who stopped listening is no failure.
fn print(bytes: &[u8]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            fail(&format!("could not print: {error}"))
        }
        _ => ExitCode::SUCCESS,
    }
}
