//! What the program is made of: its packages with their licences, its fonts, model and lists.

use std::sync::OnceLock;

/// The line before each text in `assets/licences/texts.txt`.
pub const BEFORE_TEXT: &str = "%%%% licence";

static PACKAGES: &str = include_str!("../../assets/licences/packages.tsv");
static TEXTS: &str = include_str!("../../assets/licences/texts.txt");

/// A package from the registry of Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// Its licence as an SPDX expression; empty when it is only needed for tests or building.
    pub licence: &'static str,
    /// Where it is kept.
    pub address: &'static str,
    /// Whether it is part of the program.
    pub is_shipped: bool,
    texts: Vec<usize>,
}

impl Package {
    /// The words of its licences.
    pub fn texts(&self) -> impl Iterator<Item = &'static str> {
        self.texts.iter().filter_map(|at| texts().get(*at).copied())
    }
}

/// Every package that `Cargo.lock` names, in order of name.
pub fn packages() -> &'static [Package] {
    static READ: OnceLock<Vec<Package>> = OnceLock::new();
    READ.get_or_init(|| PACKAGES.lines().map(package).collect())
}

fn package(line: &'static str) -> Package {
    let mut fields = line.split('\t');
    let mut field = || fields.next().unwrap_or_default();
    let (name, version, licence, address) = (field(), field(), field(), field());
    let numbers = field().split(',').filter_map(|number| number.parse().ok());
    Package {
        name,
        version,
        licence,
        address,
        is_shipped: !licence.is_empty(),
        texts: numbers.collect(),
    }
}

fn texts() -> &'static [&'static str] {
    static READ: OnceLock<Vec<&'static str>> = OnceLock::new();
    READ.get_or_init(|| {
        let parts = TEXTS.split(BEFORE_TEXT).skip(1);
        parts.map(|text| text.trim_matches('\n')).collect()
    })
}

/// A part that is no package: what it is, its licence in a few words, the whole words.
pub const PARTS: [(&str, &str, &str); 5] = [
    (
        "Crossread",
        "MIT OR Apache-2.0, as you choose",
        include_str!("../../LICENSE-MIT"),
    ),
    (
        "Source Serif 4, the reading face",
        "SIL Open Font License 1.1",
        include_str!("../../assets/fonts/SourceSerif4-OFL.txt"),
    ),
    (
        "Inter, the face of everything else",
        "SIL Open Font License 1.1",
        include_str!("../../assets/fonts/Inter-OFL.txt"),
    ),
    (
        "The language model and what it learned from",
        "its card, with the licences of its data",
        include_str!("../../assets/model/README.md"),
    ),
    (
        "Lists of words, names and places; the sample story; these help pages",
        "MIT OR Apache-2.0, written for Crossread",
        include_str!("../../LICENSE-APACHE"),
    ),
];
