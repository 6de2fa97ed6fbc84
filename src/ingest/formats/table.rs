//! Tables with one article a row.
//!
//! Owns what the columns are: by their names, and where a table has none, by what stands in them.
//! What is unclear is asked of the reader, never guessed.

use serde_json::{Map, Value};

use super::records::{ADDRESSES, AUTHORS, DAYS, OUTLETS, TEXTS, TITLES, collect, folded};
use crate::ingest::decode::decode;
use crate::ingest::draft::Draft;
use crate::ingest::limits::ARTICLES_PER_FILE_MAX;
use crate::ingest::published::dates;
use crate::model::{Column, ColumnRole, Columns, SkippedReason};

/// Shortest median length of a column that is taken for text where no name tells, in bytes.
const TEXT_BYTES_MIN: usize = 200;
/// Length of the second longest column, against the longest, from which it may be the text too.
const RIVAL_SHARE_MIN: f64 = 0.5;
/// Share of a column's cells that must be what the column is taken for.
const CELLS_MIN: f64 = 0.8;
/// Median number of words of a headline.
const TITLE_WORDS: std::ops::RangeInclusive<usize> = 3..=25;
/// Cells of a column that are looked at.
const CELLS_MAX: usize = 200;
/// Words of a cell that the reader is shown.
const SAMPLE_WORDS: usize = 14;

/// Names of a field, as articles have them.
const NAMES: [(ColumnRole, &[&str]); 6] = [
    (ColumnRole::Text, TEXTS),
    (ColumnRole::Title, TITLES),
    (ColumnRole::Outlet, OUTLETS),
    (ColumnRole::Author, AUTHORS),
    (ColumnRole::Date, DAYS),
    (ColumnRole::Address, ADDRESSES),
];

/// A table, or a list of things with fields.
pub(super) struct Table {
    /// Names of its columns.
    pub columns: Vec<String>,
    /// Their cells, row by row.
    pub rows: Vec<Vec<String>>,
}

/// The articles of a table.
pub(super) fn read(bytes: &[u8], said: &[Columns]) -> Result<Vec<Draft>, SkippedReason> {
    let source = decode(bytes, None);
    let head = source.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t', b'|']
        .into_iter()
        .max_by_key(|&separator| head.bytes().filter(|&byte| byte == separator).count())
        .unwrap_or(b',');
    let mut rows: Vec<Vec<String>> = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(source.as_bytes())
        .records()
        .flatten()
        .take(ARTICLES_PER_FILE_MAX + 1)
        .map(|row| row.iter().map(str::to_owned).collect())
        .collect();
    let Some(first) = rows.first() else {
        return Err(SkippedReason::NoArticle);
    };
    let columns = if is_data(first) {
        let numbers = 1..=first.len();
        numbers.map(|number| format!("column {number}")).collect()
    } else {
        let head = rows.remove(0).into_iter();
        head.map(|name| name.trim_matches(['\u{feff}', ' ']).to_owned())
            .collect()
    };
    Table { columns, rows }.articles(None, said)
}

impl Table {
    /// The articles of the table: by the names of its columns, by what stands in them, or as the
    /// reader said; `outlet` published those of which the table does not say who did.
    pub(super) fn articles(
        self,
        outlet: Option<&str>,
        said: &[Columns],
    ) -> Result<Vec<Draft>, SkippedReason> {
        let names = self.names(said)?;
        let items = self.rows.into_iter().map(|row| {
            let fields: Map<String, Value> = names
                .iter()
                .zip(row)
                .filter(|(_, value)| !value.trim().is_empty())
                .map(|(name, value)| (name.clone(), Value::String(value)))
                .collect();
            Value::Object(fields)
        });
        collect(items, outlet)
    }

    /// Names of the columns as articles have them.
    fn names(&self, said: &[Columns]) -> Result<Vec<String>, SkippedReason> {
        let mut names: Vec<String> = self.columns.iter().map(|name| folded(name)).collect();
        if !has(&names, TEXTS) {
            if let Some(at) = self.longest_column() {
                rename(&mut names, at, "text");
            } else if let Some(said) = said.iter().find(|said| said.fit(&self.columns)) {
                self.name_as_said(&mut names, said);
            } else {
                return Err(self.question());
            }
        }
        type Fits = fn(&[&str]) -> bool;
        let kinds: [(&[&str], &str, Fits); 3] = [
            (ADDRESSES, "url", |cells| {
                most(cells, |cell| cell.starts_with("http"))
            }),
            (DAYS, "date", |cells| most(cells, is_day)),
            (TITLES, "title", are_headlines),
        ];
        for (list, name, fits) in kinds {
            if has(&names, list) {
                continue;
            }
            let free = (0..names.len()).find(|&at| {
                let own = names.get(at).map(String::as_str).unwrap_or_default();
                let is_free = own != "text" && own != "url" && own != "date";
                is_free && fits(&self.cells(at))
            });
            if let Some(at) = free {
                rename(&mut names, at, name);
            }
        }
        Ok(names)
    }

    /// What the reader said holds, whatever other columns are called.
    fn name_as_said(&self, names: &mut [String], said: &Columns) {
        for (role, list) in NAMES {
            let Some(column) = said.holds.get(&role) else {
                continue;
            };
            for (at, (name, own)) in names.iter_mut().zip(&self.columns).enumerate() {
                if own == column {
                    list.first().copied().unwrap_or_default().clone_into(name);
                } else if list.contains(&name.as_str()) {
                    *name = format!("other {at}");
                }
            }
        }
    }

    /// What the reader is asked about the table, if it may hold articles at all: some column has
    /// lines of words in it.
    fn question(&self) -> SkippedReason {
        let has_words = (0..self.columns.len()).any(|at| most(&self.cells(at), is_line_of_words));
        if !has_words {
            return SkippedReason::NoArticle;
        }
        let columns = self.columns.iter().enumerate().map(|(at, name)| Column {
            name: name.clone(),
            sample: self.cells(at).first().map_or_else(String::new, |cell| {
                let words = cell.split_whitespace().take(SAMPLE_WORDS);
                words.collect::<Vec<_>>().join(" ")
            }),
        });
        SkippedReason::ColumnsUnclear(columns.collect())
    }

    /// The cells of a column that are not empty.
    fn cells(&self, at: usize) -> Vec<&str> {
        self.rows
            .iter()
            .take(CELLS_MAX)
            .filter_map(|row| row.get(at))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect()
    }

    /// The column whose cells are articles by their length, where there is one alone.
    fn longest_column(&self) -> Option<usize> {
        let mut medians: Vec<(usize, usize)> = (0..self.columns.len())
            .map(|at| {
                let cell = |row: &Vec<String>| row.get(at).map_or(0, String::len);
                let mut lengths: Vec<usize> = self.rows.iter().map(cell).collect();
                lengths.sort_unstable();
                (lengths.get(lengths.len() / 2).copied().unwrap_or(0), at)
            })
            .filter(|&(median, _)| median >= TEXT_BYTES_MIN)
            .collect();
        medians.sort_by(|a, b| b.cmp(a));
        let &(longest, at) = medians.first()?;
        let rival = medians.get(1).map_or(0, |&(median, _)| median);
        ((rival as f64) < RIVAL_SHARE_MIN * longest as f64).then_some(at)
    }
}

fn has(names: &[String], list: &[&str]) -> bool {
    names.iter().any(|name| list.contains(&name.as_str()))
}

/// Whether the first row is an article already: names of columns are short and tell no day.
fn is_data(row: &[String]) -> bool {
    row.iter()
        .any(|cell| cell.len() >= TEXT_BYTES_MIN || cell.starts_with("http") || is_day(cell))
}

/// A day, not a number that could be read as one.
fn is_day(cell: &str) -> bool {
    !cell.trim().chars().all(|c| c.is_ascii_digit()) && dates::of_value(cell).is_some()
}

fn rename(names: &mut [String], at: usize, name: &str) {
    if let Some(own) = names.get_mut(at) {
        name.clone_into(own);
    }
}

fn most(cells: &[&str], fits: impl Fn(&str) -> bool) -> bool {
    let fitting = cells.iter().filter(|cell| fits(cell)).count();
    !cells.is_empty() && fitting as f64 >= CELLS_MIN * cells.len() as f64
}

/// Lines of some words that are not the same ones again and again.
fn are_headlines(cells: &[&str]) -> bool {
    let mut own: Vec<&str> = cells.to_vec();
    own.sort_unstable();
    own.dedup();
    let varied = own.len() as f64 >= CELLS_MIN * cells.len() as f64;
    varied
        && most(cells, |cell| {
            TITLE_WORDS.contains(&cell.split_whitespace().count())
        })
}

/// Words in a row, most of them made of letters: more than a name or a place.
fn is_line_of_words(cell: &str) -> bool {
    let words = cell.split_whitespace();
    let letters = words.filter(|word| word.chars().any(char::is_alphabetic));
    letters.count() >= *TITLE_WORDS.start()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::model::{ColumnRole, Columns, SkippedReason};

    fn long(words: &str) -> String {
        format!("{words} ").repeat(30)
    }

    #[test]
    fn columns_by_their_names() {
        let drafts = read(b"Headline;Date;Body\nA;2024-11-05;\"One;\ntwo\"\n", &[]).unwrap();
        assert_eq!(drafts[0].blocks.len(), 2);
        assert_eq!(drafts[0].inner, "#1");
        assert_eq!(drafts[0].found.titles, ["A"]);
        assert!(read(b"a,b\n1,2\n", &[]).is_err());
    }

    #[test]
    fn columns_by_what_stands_in_them() {
        let table = format!(
            "Wall falls in the storm,2024-11-05,https://a.example/1,{}\nGate opened at night,2024-11-06,https://a.example/2,{}\n",
            long("The wall fell."),
            long("The gate opened.")
        );
        let drafts = read(table.as_bytes(), &[]).unwrap();
        assert_eq!(drafts.len(), 2);
        assert_eq!(drafts[0].found.titles, ["Wall falls in the storm"]);
        assert_eq!(drafts[1].found.urls, ["https://a.example/2"]);
        assert_eq!(drafts[1].found.dates.len(), 1);
    }

    #[test]
    fn which_of_two_long_columns_is_the_text_is_asked() {
        let table = format!(
            "first,second,third\n1,{},{}\n",
            long("The wall fell."),
            long("Le mur est tombé.")
        );
        let Err(SkippedReason::ColumnsUnclear(columns)) = read(table.as_bytes(), &[]) else {
            panic!("not asked");
        };
        let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
        assert_eq!(names, ["first", "second", "third"]);
        assert!(columns[1].sample.starts_with("The wall fell."));
        let said = |of: &[String], text: &str| Columns {
            of: of.to_vec(),
            holds: [(ColumnRole::Text, text.to_owned())].into(),
        };
        let drafts = read(table.as_bytes(), &[said(&names, "third")]).unwrap();
        assert!(drafts[0].blocks[0].text.starts_with("Le mur"));
        // What was said of other tables does not hold here; what was said of any table does.
        assert!(read(table.as_bytes(), &[said(&names[1..], "third")]).is_err());
        assert!(read(table.as_bytes(), &[said(&[], "body")]).is_err());
        assert_eq!(
            read(table.as_bytes(), &[said(&[], "second")])
                .unwrap()
                .len(),
            1
        );
    }

    #[test]
    fn a_column_named_by_the_reader_is_used_whatever_others_are_called() {
        let table = b"title,headline_a,entry\nday one,Wall falls in the storm,The wall fell.\n";
        assert!(matches!(
            read(table, &[]),
            Err(SkippedReason::ColumnsUnclear(_))
        ));
        let said = Columns {
            of: Vec::new(),
            holds: [
                (ColumnRole::Text, "entry".to_owned()),
                (ColumnRole::Title, "headline_a".to_owned()),
            ]
            .into(),
        };
        let drafts = read(table, &[said]).unwrap();
        assert_eq!(drafts[0].found.titles, ["Wall falls in the storm"]);
    }

    #[test]
    fn a_table_without_words_is_not_asked_about() {
        assert_eq!(
            read(b"price,place\n1,Vienna\n2,Graz\n", &[]).unwrap_err(),
            SkippedReason::NoArticle
        );
    }
}
