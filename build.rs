//! Compiles the fact files of `assets/lexicon/` into sorted tables that `language::lexicon` reads.
//!
//! Every file is lines of fields separated by tabs; lines that start with `#` say what it holds.
//! The result depends on the files alone. A line with too few fields stops the build.
//!
//! Also hashes the rules and weights that a result depends on, so that `pipeline::key` can tell
//! results of other rules from its own.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// One line of a file.
struct Row {
    fields: Vec<String>,
}

/// The ways of writing that find a row.
type Keys = fn(&Row) -> Vec<String>;

/// How a file becomes a table.
struct Table {
    /// Name of the file, without its ending.
    file: &'static str,
    /// Type of a row in `language::lexicon`.
    row: &'static str,
    /// Fields of a line.
    columns: usize,
    /// The ways of writing that find a row, by table of keys.
    keys: &'static [(&'static str, Keys)],
    /// The row as a Rust literal.
    literal: fn(&Row) -> String,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets/lexicon");
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut hash = Hash::default();
    for (name, folders) in RULES {
        for folder in *folders {
            println!("cargo::rerun-if-changed={folder}");
            hash.add_all(&root.join(folder))?;
        }
        println!("cargo::rustc-env={name}={:016x}", hash.0);
    }
    let mut out = String::new();
    for table in TABLES {
        let path = root
            .join("assets/lexicon")
            .join(table.file)
            .with_extension("tsv");
        compile(table, &read(&path, table.columns)?, &mut out)?;
    }
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("lexicon.rs"), out)?;
    Ok(())
}

/// What results depend on, by the variable that tells the hash of it and all before it.
const RULES: &[(&str, &[&str])] = &[
    (
        "CROSSREAD_INGEST",
        &["Cargo.lock", "assets/lexicon", "src/ingest", "src/model"],
    ),
    (
        "CROSSREAD_READING",
        &[
            "assets/model/crossread.safetensors",
            "assets/model/vocab.txt",
            "src/annotate",
            // Which clauses of an article are compared; their vectors are kept with it.
            "src/corpus/claims",
            "src/corpus/drawn",
            "src/language",
            "src/pipeline",
        ],
    ),
    ("CROSSREAD_GATHERING", &["src/corpus"]),
];

/// The Fowler–Noll–Vo hash (FNV-1a, 64 bits).
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    /// Adds a file, or every file below a folder, in the order of their names.
    fn add_all(&mut self, path: &Path) -> Result<(), Box<dyn Error>> {
        if !path.is_dir() {
            self.add(&fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?);
            return Ok(());
        }
        let mut entries = fs::read_dir(path)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<Vec<PathBuf>, _>>()?;
        entries.sort();
        entries.iter().try_for_each(|entry| self.add_all(entry))
    }

    fn add(&mut self, bytes: &[u8]) {
        let length = (bytes.len() as u64).to_le_bytes();
        for byte in length.iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// Every file with the row it makes.
const TABLES: &[Table] = &[
    Table {
        file: "countries",
        row: "Country",
        columns: 5,
        keys: &[
            ("names", |row| [vec![row.field(0)], row.list(1)].concat()),
            ("nationalities", |row| [row.list(2), row.list(3)].concat()),
            ("capitals", |row| row.list(4)),
        ],
        literal: |row| {
            format!(
                "Country {{ name: {:?}, other_names: &{:?}, adjectives: &{:?}, demonyms: &{:?}, capital: {:?} }}",
                row.field(0),
                row.list(1),
                row.list(2),
                row.list(3),
                row.field(4)
            )
        },
    },
    Table {
        file: "cities",
        row: "City",
        columns: 2,
        keys: &[("names", |row| vec![row.field(0)])],
        literal: |row| {
            format!(
                "City {{ name: {:?}, country: {:?} }}",
                row.field(0),
                row.field(1)
            )
        },
    },
    Table {
        file: "regions",
        row: "Region",
        columns: 5,
        keys: &[
            ("names", |row| [vec![row.field(0)], row.list(1)].concat()),
            ("adjectives", |row| row.list(3)),
        ],
        literal: |row| {
            format!(
                "Region {{ name: {:?}, other_names: &{:?}, kind: {:?}, within: {:?} }}",
                row.field(0),
                row.list(1),
                row.field(2),
                row.field(4)
            )
        },
    },
    Table {
        file: "groups",
        row: "Group",
        columns: 3,
        keys: &[("names", |row| vec![row.field(0), row.field(1)])],
        literal: |row| {
            format!(
                "Group {{ name: {:?}, plural: {:?}, kind: GroupKind::{} }}",
                row.field(0),
                row.field(1),
                row.variant(2)
            )
        },
    },
    Table {
        file: "outlets",
        row: "Outlet",
        columns: 3,
        keys: &[("names", |row| [vec![row.field(0)], row.list(1)].concat())],
        literal: |row| {
            format!(
                "Outlet {{ name: {:?}, other_names: &{:?}, kind: OutletKind::{} }}",
                row.field(0),
                row.list(1),
                row.variant(2)
            )
        },
    },
    Table {
        file: "titles",
        row: "Title",
        columns: 2,
        keys: &[("words", |row| vec![row.field(0)])],
        literal: |row| {
            format!(
                "Title {{ words: {:?}, kind: TitleKind::{} }}",
                row.field(0),
                row.variant(1)
            )
        },
    },
    Table {
        file: "given_names",
        row: "GivenName",
        columns: 2,
        keys: &[("names", |row| vec![row.field(0)])],
        literal: |row| {
            let sex = match row.field(1).as_str() {
                "m" => "Male",
                "f" => "Female",
                _ => "Either",
            };
            format!("GivenName {{ name: {:?}, sex: Sex::{sex} }}", row.field(0))
        },
    },
    Table {
        file: "short_names",
        row: "ShortNames",
        columns: 2,
        keys: &[("names", |row| vec![row.field(0)])],
        literal: |row| format!("ShortNames {{ forms: &{:?} }}", row.list(1)),
    },
    Table {
        file: "reporting_verbs",
        row: "ReportingVerb",
        columns: 3,
        keys: &[("lemmas", |row| vec![row.field(0)])],
        literal: |row| {
            format!(
                "ReportingVerb {{ lemma: {:?}, class: ReportingClass::{}, stance: Stance::{} }}",
                row.field(0),
                row.variant(1),
                row.variant(2)
            )
        },
    },
    Table {
        file: "hedges",
        row: "Hedge",
        columns: 2,
        keys: &[("cues", |row| vec![row.field(0)])],
        literal: |row| {
            format!(
                "Hedge {{ cue: {:?}, strength: HedgeStrength::{} }}",
                row.field(0),
                row.variant(1)
            )
        },
    },
    Table {
        file: "org_words",
        row: "OrganisationWord",
        columns: 2,
        keys: &[("words", |row| vec![row.field(0)])],
        literal: |row| {
            format!(
                "OrganisationWord {{ word: {:?}, kind: OrganisationKind::{} }}",
                row.field(0),
                row.variant(1)
            )
        },
    },
    Table {
        file: "units",
        row: "Unit",
        columns: 2,
        keys: &[("names", |row| vec![row.field(0)])],
        literal: |row| {
            format!(
                "Unit {{ name: {:?}, dimension: {:?} }}",
                row.field(0),
                row.field(1)
            )
        },
    },
    Table {
        file: "lemmas",
        row: "Lemma",
        columns: 3,
        keys: &[("forms", |row| {
            vec![format!("{} {}", row.field(0), row.field(1))]
        })],
        literal: |row| format!("Lemma({:?})", row.field(2)),
    },
    Table {
        file: "calendar",
        row: "CalendarWord",
        columns: 4,
        keys: &[
            ("names", |row| vec![row.field(0)]),
            ("short", |row| row.list(1)),
        ],
        literal: |row| {
            format!(
                "CalendarWord {{ kind: CalendarKind::{}, number: {} }}",
                row.variant(2),
                row.field(3)
            )
        },
    },
    Table {
        file: "abbreviations",
        row: "Abbreviation",
        columns: 2,
        keys: &[("forms", |row| vec![row.field(0)])],
        literal: |row| {
            format!(
                "Abbreviation {{ form: {:?}, kind: AbbreviationKind::{} }}",
                row.field(0),
                row.variant(1)
            )
        },
    },
];

impl Row {
    /// The field with this number; empty if the line is shorter.
    fn field(&self, index: usize) -> String {
        self.fields.get(index).cloned().unwrap_or_default()
    }

    /// The parts of a field that are separated by ";".
    fn list(&self, index: usize) -> Vec<String> {
        let field = self.field(index);
        let parts = field.split(';').map(|part| part.trim().to_owned());
        parts.filter(|part| !part.is_empty()).collect()
    }

    /// A kind as the name of an enum's variant: "name-suffix" is `NameSuffix`.
    fn variant(&self, index: usize) -> String {
        self.field(index)
            .split(['-', ' '])
            .map(|word| {
                let mut letters = word.chars();
                let first = letters.next().map(|c| c.to_ascii_uppercase());
                first.into_iter().chain(letters).collect::<String>()
            })
            .collect()
    }
}

/// The lines of a file.
fn read(path: &Path, columns: usize) -> Result<Vec<Row>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let fields: Vec<String> = line
            .split('\t')
            .map(|field| field.trim().to_owned())
            .collect();
        if fields.len() != columns {
            let found = fields.len();
            let place = path.display();
            let number = number + 1;
            return Err(format!("{place}:{number}: {found} fields, not {columns}").into());
        }
        rows.push(Row { fields });
    }
    Ok(rows)
}

/// Writes the rows of a table and its sorted keys.
fn compile(table: &Table, rows: &[Row], out: &mut String) -> Result<(), Box<dyn Error>> {
    let name = table.file.to_uppercase();
    writeln!(out, "pub(super) static {name}: &[{}] = &[", table.row)?;
    for row in rows {
        writeln!(out, "    {},", (table.literal)(row))?;
    }
    writeln!(out, "];")?;
    for (kind, keys) in table.keys {
        let mut found: BTreeSet<(String, u16, String)> = BTreeSet::new();
        for (index, row) in (0_u16..).zip(rows) {
            for written in keys(row).into_iter().filter(|key| !key.is_empty()) {
                found.insert((written.to_lowercase(), index, written));
            }
        }
        let kind = kind.to_uppercase();
        writeln!(out, "pub(super) static {name}_{kind}: &[Key] = &[")?;
        for (key, index, written) in found {
            writeln!(out, "    ({key:?}, {written:?}, {index}),")?;
        }
        writeln!(out, "];")?;
    }
    Ok(())
}
