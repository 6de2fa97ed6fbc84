//! Tables with one article a row.
//!
//! Owns what the columns are: by their names, and where a table has none, by what stands in them.
//! What is unclear is asked of the reader, never guessed.

use csv::StringRecord;
use serde_json::{Map, Value};

use super::records::{ADDRESSES, DAYS, TEXTS, TITLES, collect, folded};
use crate::ingest::decode::decode;
use crate::ingest::draft::Draft;
use crate::ingest::limits::ARTICLES_PER_FILE_MAX;
use crate::ingest::published::dates;
use crate::model::SkippedReason;

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

/// The articles of a table.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Draft>, SkippedReason> {
    let source = decode(bytes, None);
    let head = source.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t', b'|']
        .into_iter()
        .max_by_key(|&separator| head.bytes().filter(|&byte| byte == separator).count())
        .unwrap_or(b',');
    let mut rows: Vec<StringRecord> = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(source.as_bytes())
        .records()
        .flatten()
        .take(ARTICLES_PER_FILE_MAX + 1)
        .collect();
    let Some(first) = rows.first() else {
        return Err(SkippedReason::NoArticle);
    };
    let headless = is_data(first);
    let columns = first.len();
    let head: Vec<String> = if headless {
        (1..=columns)
            .map(|number| format!("column {number}"))
            .collect()
    } else {
        rows.remove(0).iter().map(str::to_owned).collect()
    };
    let names = names(&head, &rows)?;
    let items = rows.into_iter().map(|row| {
        let fields: Map<String, Value> = names
            .iter()
            .zip(row.iter())
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(name, value)| (name.clone(), Value::String(value.to_owned())))
            .collect();
        Value::Object(fields)
    });
    collect(items, None)
}

/// Whether the first row is an article already: names of columns are short and tell no day.
fn is_data(row: &StringRecord) -> bool {
    row.iter()
        .any(|cell| cell.len() >= TEXT_BYTES_MIN || cell.starts_with("http") || is_day(cell))
}

/// A day, not a number that could be read as one.
fn is_day(cell: &str) -> bool {
    !cell.trim().chars().all(|c| c.is_ascii_digit()) && dates::of_value(cell).is_some()
}

/// Names of the columns as articles have them, from the head and, where it does not tell, the cells.
fn names(head: &[String], rows: &[StringRecord]) -> Result<Vec<String>, SkippedReason> {
    let mut names: Vec<String> = head.iter().map(|name| folded(name)).collect();
    let known =
        |names: &[String], list: &[&str]| names.iter().any(|name| list.contains(&name.as_str()));
    if !known(&names, TEXTS) {
        let at = longest_column(head, rows)?;
        rename(&mut names, at, "text");
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
        if known(&names, list) {
            continue;
        }
        let free = (0..names.len()).find(|&at| {
            let own = names.get(at).map(String::as_str).unwrap_or_default();
            let is_free = own != "text" && own != "url" && own != "date";
            is_free && fits(&cells(rows, at))
        });
        if let Some(at) = free {
            rename(&mut names, at, name);
        }
    }
    Ok(names)
}

fn rename(names: &mut [String], at: usize, name: &str) {
    if let Some(own) = names.get_mut(at) {
        name.clone_into(own);
    }
}

/// The cells of a column that are not empty.
fn cells(rows: &[StringRecord], at: usize) -> Vec<&str> {
    rows.iter()
        .take(CELLS_MAX)
        .filter_map(|row| row.get(at))
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect()
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

/// The column whose cells are articles by their length; the reader is asked where two could be.
fn longest_column(head: &[String], rows: &[StringRecord]) -> Result<usize, SkippedReason> {
    let mut medians: Vec<(usize, usize)> = (0..head.len())
        .map(|at| {
            let mut lengths: Vec<usize> = rows
                .iter()
                .map(|row| row.get(at).map_or(0, str::len))
                .collect();
            lengths.sort_unstable();
            (lengths.get(lengths.len() / 2).copied().unwrap_or(0), at)
        })
        .filter(|&(median, _)| median >= TEXT_BYTES_MIN)
        .collect();
    medians.sort_by(|a, b| b.cmp(a));
    let &(longest, at) = medians.first().ok_or(SkippedReason::NoArticle)?;
    let mut rivals: Vec<usize> = medians
        .iter()
        .filter(|&&(median, _)| median as f64 >= RIVAL_SHARE_MIN * longest as f64)
        .map(|&(_, at)| at)
        .collect();
    if rivals.len() == 1 {
        return Ok(at);
    }
    rivals.sort_unstable();
    let names = rivals.into_iter().filter_map(|at| head.get(at).cloned());
    Err(SkippedReason::ColumnsUnclear(names.collect()))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::model::SkippedReason;

    fn long(words: &str) -> String {
        format!("{words} ").repeat(30)
    }

    #[test]
    fn columns_by_their_names() {
        let drafts = read(b"Headline;Date;Body\nA;2024-11-05;\"One;\ntwo\"\n").unwrap();
        assert_eq!(drafts[0].blocks.len(), 2);
        assert_eq!(drafts[0].inner, "#1");
        assert_eq!(drafts[0].found.titles, ["A"]);
        assert!(read(b"a,b\n1,2\n").is_err());
    }

    #[test]
    fn columns_by_what_stands_in_them() {
        let table = format!(
            "Wall falls in the storm,2024-11-05,https://a.example/1,{}\nGate opened at night,2024-11-06,https://a.example/2,{}\n",
            long("The wall fell."),
            long("The gate opened.")
        );
        let drafts = read(table.as_bytes()).unwrap();
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
        assert_eq!(
            read(table.as_bytes()).unwrap_err(),
            SkippedReason::ColumnsUnclear(vec!["second".to_owned(), "third".to_owned()])
        );
    }
}
