//! The pages of help: each begins with its title, every link leads somewhere, and every command
//! that they name exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::runs::{run, said};

fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/help");
    let mut pages: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "md"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    pages.sort();
    pages
}

#[test]
fn every_page_begins_with_its_title_and_links_lead_somewhere() {
    let pages = pages();
    assert!(pages.len() >= 8);
    let names: BTreeSet<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    for (name, text) in &pages {
        assert!(text.starts_with("# "), "{name} has no title");
        assert_eq!(text.matches("\n# ").count(), 0, "{name} has two titles");
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert!(names.contains(&*dest_url), "{name}: {dest_url}");
                }
                Event::Html(html) | Event::InlineHtml(html) => panic!("{name}: {html}"),
                _ => {}
            }
        }
    }
}

#[test]
fn every_command_that_help_names_exists() {
    let mut named = BTreeSet::new();
    for (_, text) in pages() {
        for part in text.split("crossread ").skip(1) {
            let word = part.split([' ', '`', '\n']).next().unwrap_or_default();
            if word.chars().all(|c| c.is_ascii_lowercase()) && !word.is_empty() {
                named.insert(word.to_owned());
            }
        }
    }
    assert!(named.len() >= 5, "{named:?}");
    for command in named {
        said(&run(&[command.as_str(), "--help"]), 0);
    }
}
