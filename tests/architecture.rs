//! The house's rules that a machine can check: who imports whom, who may draw, who may read or
//! write, how long a file may be. Each failure names the file and says what to do.

#![expect(
    clippy::unwrap_used,
    reason = "a test that stops at the first surprise"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms in the order of the data, each with the rooms it may import besides `model`.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("ingest", &[]),
    ("language", &[]),
    ("annotate", &["language"]),
    ("corpus", &["language", "annotate"]),
    ("compare", &["language", "annotate", "corpus"]),
    (
        "pipeline",
        &["ingest", "language", "annotate", "corpus", "compare"],
    ),
    (
        "review",
        &["language", "annotate", "corpus", "compare", "pipeline"],
    ),
    (
        "view",
        &[
            "language", "annotate", "corpus", "compare", "pipeline", "review",
        ],
    ),
    (
        "export",
        &[
            "language", "annotate", "corpus", "compare", "pipeline", "review", "view",
        ],
    ),
    (
        "session",
        &[
            "ingest", "language", "annotate", "corpus", "compare", "pipeline", "review", "view",
            "export",
        ],
    ),
    (
        "cli",
        &[
            "ingest", "language", "corpus", "compare", "pipeline", "review", "view", "export",
            "session", "app",
        ],
    ),
    (
        "ui",
        &[
            "language", "corpus", "compare", "review", "view", "session", "ingest", "pipeline",
        ],
    ),
];

/// Crates that belong to the window.
const WINDOW_CRATES: &[&str] = &["egui", "eframe", "egui_plot", "egui_extras", "rfd"];

/// Every Rust file below `folder`, in a fixed order.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The room a file belongs to: the first folder below `src`, or the file's own name.
fn room(path: &Path) -> String {
    let below = path.strip_prefix(source()).unwrap();
    let first = below
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// Lines of code without comments, with their numbers from 1.
fn code(path: &Path) -> Vec<(usize, String)> {
    fs::read_to_string(path)
        .unwrap()
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(index, line)| (index + 1, line.to_owned()))
        .collect()
}

/// Lines before the tests of the file begin.
fn code_without_tests(path: &Path) -> Vec<(usize, String)> {
    code(path)
        .into_iter()
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
        .collect()
}

#[test]
fn imports_point_one_way() {
    let mut broken = Vec::new();
    for path in rust_files(&source()) {
        let room = room(&path);
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == room) else {
            assert!(
                ["lib", "main", "app"].contains(&room.as_str()),
                "{} is in a room that the house does not know",
                path.display()
            );
            continue;
        };
        for (number, line) in code_without_tests(&path) {
            for (other, _) in MAY_IMPORT {
                let reaches = line.contains(&format!("crate::{other}::"))
                    || line.contains(&format!("crate::{other};"));
                if reaches && *other != "model" && *other != room && !allowed.contains(other) {
                    broken.push(format!(
                        "{}:{number}: {room} imports {other}",
                        path.display()
                    ));
                }
            }
        }
    }
    assert!(
        broken.is_empty(),
        "move what is shared up, or the caller down:\n{}",
        broken.join("\n")
    );
}

#[test]
fn only_the_window_knows_the_window_crates() {
    let mut broken = Vec::new();
    for path in rust_files(&source()) {
        if ["ui", "app", "main"].contains(&room(&path).as_str()) {
            continue;
        }
        for (number, line) in code(&path) {
            if WINDOW_CRATES
                .iter()
                .any(|name| line.contains(&format!("{name}::")))
            {
                broken.push(format!("{}:{number}", path.display()));
            }
        }
    }
    assert!(
        broken.is_empty(),
        "draw in ui, decide elsewhere:\n{}",
        broken.join("\n")
    );
}

#[test]
fn the_analysing_rooms_do_no_input_or_output() {
    let forbidden = [
        "std::fs",
        "std::io",
        "std::net",
        "std::process",
        "std::env",
        "println!",
    ];
    let mut broken = Vec::new();
    for path in rust_files(&source()) {
        if !["model", "annotate", "corpus", "compare", "view"].contains(&room(&path).as_str()) {
            continue;
        }
        for (number, line) in code_without_tests(&path) {
            if forbidden.iter().any(|name| line.contains(name)) {
                broken.push(format!("{}:{number}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(
        broken.is_empty(),
        "hand the data in instead:\n{}",
        broken.join("\n")
    );
}

#[test]
fn nothing_speaks_to_a_network() {
    let forbidden = [
        "std::net",
        "TcpStream",
        "UdpSocket",
        "reqwest",
        "ureq",
        "hyper::",
    ];
    let mut broken = Vec::new();
    for path in rust_files(&source()) {
        for (number, line) in code(&path) {
            if forbidden.iter().any(|name| line.contains(name)) {
                broken.push(format!("{}:{number}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(
        broken.is_empty(),
        "Crossread has no network:\n{}",
        broken.join("\n")
    );
}

#[test]
fn colours_live_in_the_theme() {
    let constructors = [
        "Color32::from_",
        "Color32::RED",
        "Color32::BLACK",
        "Color32::WHITE",
        "Rgba::from",
    ];
    let mut broken = Vec::new();
    for path in rust_files(&source()) {
        if path.components().any(|part| part.as_os_str() == "theme")
            || path.file_name().is_some_and(|name| name == "theme.rs")
        {
            continue;
        }
        for (number, line) in code_without_tests(&path) {
            if constructors.iter().any(|name| line.contains(name)) {
                broken.push(format!("{}:{number}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(
        broken.is_empty(),
        "take a token of ui/theme:\n{}",
        broken.join("\n")
    );
}

/// Whether a literal says something to a reader: several words, or one with a capital first.
fn is_said(literal: &str) -> bool {
    let mut words = String::new();
    let mut depth = 0_usize;
    for c in literal.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => words.push(c),
            _ => {}
        }
    }
    let mut spoken = words
        .split_whitespace()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    let first = spoken.next();
    let has_capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
    };
    first.is_some_and(|word| has_capital(word) || spoken.next().is_some())
}

#[test]
fn what_the_window_says_stands_in_one_place() {
    let mut broken = Vec::new();
    for file in rust_files(&source().join("ui")) {
        let is_of_words = ["words.rs", "phrases.rs"]
            .iter()
            .any(|name| file == source().join("ui").join(name));
        if is_of_words || file.starts_with(source().join("ui/theme")) {
            continue;
        }
        for (number, line) in code_without_tests(&file) {
            if line.contains("reason = ") || line.contains("concat!(") {
                continue;
            }
            if line.split('"').skip(1).step_by(2).any(is_said) {
                broken.push(format!("{}:{number}: {}", file.display(), line.trim()));
            }
        }
    }
    assert!(
        broken.is_empty(),
        "words for readers stand in ui/words.rs, sentences made of values in ui/phrases.rs:\n{}",
        broken.join("\n")
    );
}

#[test]
fn files_stay_short_enough_to_read() {
    let mut lengths: Vec<(usize, PathBuf)> = rust_files(&source())
        .into_iter()
        .map(|path| (fs::read_to_string(&path).unwrap().lines().count(), path))
        .collect();
    lengths.sort();
    let longest: Vec<String> = lengths
        .iter()
        .filter(|(lines, _)| *lines > 700)
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(
        longest.is_empty(),
        "split by what changes together:\n{}",
        longest.join("\n")
    );
    let ninth = lengths.len() * 9 / 10;
    assert!(
        lengths[ninth].0 <= 400,
        "one file in ten is longer than 400 lines: {:?}",
        &lengths[ninth..]
    );
    assert!(
        lengths[lengths.len() / 2].0 <= 150,
        "half the files are longer than 150 lines"
    );
}

#[test]
fn every_file_says_what_it_owns() {
    let silent: Vec<String> = rust_files(&source())
        .into_iter()
        .filter(|path| !fs::read_to_string(path).unwrap().starts_with("//!"))
        .map(|path| path.display().to_string())
        .collect();
    assert!(
        silent.is_empty(),
        "start with a line of `//!`:\n{}",
        silent.join("\n")
    );
}
