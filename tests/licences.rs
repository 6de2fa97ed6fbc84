//! The list of everything that the program is built from agrees with `Cargo.lock`, and every part
//! that is shipped has a licence with its words.
//!
//! `cargo test --test licences -- --ignored` writes the list anew, after a dependency was added,
//! removed or brought up to date; it may download the packages of other systems.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that stops at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crossread::view::licences;
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Name and version of every package from a registry.
fn locked() -> BTreeSet<(String, String)> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let field = |block: &str, name: &str| {
        let start = format!("{name} = \"");
        let line = block.lines().find_map(|line| line.strip_prefix(&start))?;
        Some(line.trim_end_matches('"').to_owned())
    };
    lock.split("[[package]]")
        .filter(|block| field(block, "source").is_some())
        .filter_map(|block| Some((field(block, "name")?, field(block, "version")?)))
        .collect()
}

#[test]
fn the_list_has_every_locked_package_and_no_other() {
    let listed: BTreeSet<(String, String)> = licences::packages()
        .iter()
        .map(|package| (package.name.to_owned(), package.version.to_owned()))
        .collect();
    let locked = locked();
    let missing: Vec<_> = locked.difference(&listed).collect();
    let stale: Vec<_> = listed.difference(&locked).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "run `cargo test --test licences -- --ignored`: missing {missing:?}, gone {stale:?}"
    );
}

#[test]
fn every_shipped_package_has_a_licence_and_its_words() {
    let mut shipped = 0;
    for package in licences::packages()
        .iter()
        .filter(|package| package.is_shipped)
    {
        shipped += 1;
        assert!(!package.licence.is_empty(), "{}", package.name);
        let texts: Vec<&str> = package.texts().collect();
        assert!(!texts.is_empty(), "{}", package.name);
        assert!(texts.iter().all(|text| text.len() > 60), "{}", package.name);
    }
    assert!(shipped > 100, "{shipped}");
}

/// One package as `cargo metadata` tells it.
struct Found {
    name: String,
    version: String,
    licence: String,
    address: String,
    texts: Vec<String>,
}

#[test]
#[ignore = "writes assets/licences"]
fn write_the_list() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let shipped = shipped(&told);
    let mut found: Vec<Found> = told["packages"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|package| shipped.contains(package["id"].as_str().unwrap()))
        .filter(|package| package["source"].is_string())
        .map(found)
        .collect();
    found.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    lend_texts(&mut found);
    let mut texts: Vec<String> = Vec::new();
    let mut lines: BTreeMap<(String, String), String> = BTreeMap::new();
    for package in &found {
        let mut numbers: Vec<String> = Vec::new();
        for text in &package.texts {
            let at = texts.iter().position(|known| known == text);
            let at = at.unwrap_or_else(|| {
                texts.push(text.clone());
                texts.len() - 1
            });
            numbers.push(at.to_string());
        }
        let line = [
            &package.name,
            &package.version,
            &package.licence,
            &package.address,
            &numbers.join(","),
        ];
        let line: Vec<&str> = line.into_iter().map(String::as_str).collect();
        let key = (package.name.clone(), package.version.clone());
        lines.insert(key, line.join("\t"));
    }
    for (name, version) in locked() {
        let only_tests = format!("{name}\t{version}");
        lines.entry((name, version)).or_insert(only_tests);
    }
    let folder = root().join("assets/licences");
    fs::create_dir_all(&folder).unwrap();
    let list: Vec<&str> = lines.values().map(String::as_str).collect();
    fs::write(folder.join("packages.tsv"), list.join("\n") + "\n").unwrap();
    let mut all = String::new();
    for text in &texts {
        for line in [licences::BEFORE_TEXT, text.trim_end()] {
            all.push_str(line);
            all.push('\n');
        }
    }
    fs::write(folder.join("texts.txt"), all).unwrap();
}

/// Ids of the packages that the program itself needs, on any system, apart from tests.
fn shipped(told: &Value) -> BTreeSet<String> {
    let nodes: BTreeMap<&str, &Value> = told["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (node["id"].as_str().unwrap(), node))
        .collect();
    let mut reached = BTreeSet::new();
    let mut open = vec![told["resolve"]["root"].as_str().unwrap()];
    while let Some(id) = open.pop() {
        if !reached.insert(id.to_owned()) {
            continue;
        }
        for needed in nodes[id]["deps"].as_array().unwrap() {
            let mut kinds = needed["dep_kinds"].as_array().unwrap().iter();
            if kinds.any(|kind| kind["kind"].is_null()) {
                open.push(needed["pkg"].as_str().unwrap());
            }
        }
    }
    reached
}

fn found(package: &Value) -> Found {
    let words = |name: &str| {
        package[name]
            .as_str()
            .unwrap_or_default()
            .replace(['\t', '\n'], " ")
    };
    let manifest = words("manifest_path");
    let folder = Path::new(&manifest).parent().unwrap();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && is_licence(path))
        .collect();
    files.sort();
    let texts = files.iter().map(|file| {
        let text = String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned();
        let lines = text.lines().map(str::trim_end);
        lines
            .collect::<Vec<_>>()
            .join("\n")
            .trim_matches('\n')
            .to_owned()
    });
    Found {
        name: words("name"),
        version: words("version"),
        licence: words("license").replace('/', " OR "),
        address: words("repository"),
        texts: texts.filter(|text| text.len() > 60).collect(),
    }
}

fn is_licence(path: &Path) -> bool {
    let name = path.file_name().unwrap().to_string_lossy().to_uppercase();
    let starts = [
        "LICENSE",
        "LICENCE",
        "COPYING",
        "NOTICE",
        "UNLICENSE",
        "COPYRIGHT",
    ];
    let is_source = path.extension().is_some_and(|extension| extension == "rs");
    starts.iter().any(|start| name.starts_with(start)) && !is_source
}

/// A package that carries no text of its own is given that of its licence: the whole words are the
/// same for all but the name of the authors.
fn lend_texts(found: &mut [Found]) {
    let own = |name: &str| {
        let text = fs::read_to_string(root().join(name)).unwrap();
        text.trim_matches('\n').to_owned()
    };
    let (apache, mit) = (own("LICENSE-APACHE"), own("LICENSE-MIT"));
    let others: Vec<(String, Vec<String>)> = found
        .iter()
        .filter(|package| !package.texts.is_empty())
        .map(|package| (package.licence.clone(), package.texts.clone()))
        .collect();
    for package in found.iter_mut().filter(|package| package.texts.is_empty()) {
        let licence = package.licence.as_str();
        let lent = others.iter().find(|(other, _)| other == licence);
        package.texts = if licence.contains("Apache-2.0") {
            vec![apache.clone()]
        } else if licence.contains("MIT") {
            let lines = mit.lines().map(|line| {
                if line.starts_with("Copyright") {
                    format!("Copyright (c) the authors of {}", package.name)
                } else {
                    line.to_owned()
                }
            });
            vec![lines.collect::<Vec<_>>().join("\n")]
        } else if let Some((_, texts)) = lent {
            texts.clone()
        } else {
            panic!("{} ({licence}) has no text", package.name)
        };
    }
}
