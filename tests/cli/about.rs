//! What the program says about itself.

use crate::runs::{PROGRAM, run, said};
use std::process::Command;

fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    said(&output, 0);
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_version_names_engine_and_model() {
    let version = printed(&["--version"]);
    assert!(version.starts_with(concat!("crossread ", env!("CARGO_PKG_VERSION"))));
    let model = version
        .lines()
        .find_map(|line| line.strip_prefix("language model "));
    assert!(model.is_some_and(|model| !model.is_empty()), "{version}");
    assert!(version.contains("engine "), "{version}");
}

#[test]
fn help_and_manual_name_every_command() {
    let (help, manual) = (printed(&["--help"]), printed(&["manual"]));
    for command in ["analyze", "report", "tables", "annotations", "compare"] {
        assert!(help.contains(command), "{command}\n{help}");
        let section = format!("CROSSREAD {}", command.to_uppercase());
        assert!(manual.contains(&section), "{command}\n{manual}");
    }
    assert!(manual.starts_with(".ie"), "not a page for man:\n{manual}");
    assert!(manual.contains(".TH crossread 1"), "{manual}");
    let whole = printed(&["help", "report"]);
    assert!(whole.contains("--out"), "{whole}");
}

#[test]
fn shells_can_complete_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(&["completions", shell]);
        assert!(script.contains("annotations"), "{shell}");
    }
}

#[test]
fn what_is_not_understood_gives_code_2_and_a_hint() {
    for arguments in [
        &["report"][..],
        &["report", "folder"],
        &["completions", "tcl"],
        &["--colour"],
    ] {
        let words = said(&run(arguments), 2);
        assert!(words.contains("error:"), "{words}");
    }
}

#[test]
fn without_a_display_the_ways_without_a_window_are_named() {
    let output = Command::new(PROGRAM)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap();
    let words = said(&output, 1);
    assert!(words.contains("crossread analyze"), "{words}");
    assert!(words.contains("crossread report"), "{words}");
    assert!(!words.contains("panicked"), "{words}");
}
