//! How long a search takes, from what is typed to the places in the texts, beside SQLite alone: the
//! same full-text index asked for its sixty best rows and nothing else.
//!
//! `cargo bench --no-default-features --bench search`; `CROSSREAD_BENCH_ARTICLES` says how many
//! articles are made (10,000).

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark prints its figures and stops when something is missing"
)]

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use crossread::corpus::Document;
use crossread::language::Parsed;
use crossread::model::{Article, ArticleFindings};
use crossread::session::Finder;
use rusqlite::{Connection, params};

mod made;
mod timed;

const RUNS: usize = 21;

/// What is typed: one letter, a beginning, a common word, two words, a word that no article has.
const TYPED: [&str; 5] = ["a", "wat", "the", "people said", "zzyzx"];

fn main() {
    let size = std::env::var("CROSSREAD_BENCH_ARTICLES").ok();
    let size = size.and_then(|size| size.parse().ok()).unwrap_or(10_000);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let words = made::write(folder.path(), size, 3);
    let documents = read(folder.path());
    println!("{} articles, {words} words", documents.len());
    let start = Instant::now();
    let finder = Finder::new(&documents).expect("an index");
    println!("index built in {:.2} s", start.elapsed().as_secs_f64());
    let alone = alone(&documents);
    println!("typed            articles   ours, ms   SQLite alone, ms");
    for typed in TYPED {
        let mut total = 0;
        let ours = timed::median(RUNS, || {
            total = finder.find(typed, |_| true, None).expect("an answer").total;
        });
        let peer = timed::median(RUNS, || {
            black_box(best(&alone, typed));
        });
        let [ours, peer] = [ours, peer].map(|time| time.as_secs_f64() * 1e3);
        println!("{typed:<16} {total:>8} {ours:>10.2} {peer:>18.2}");
    }
}

/// The articles of a folder, unread: a search needs their text alone.
fn read(folder: &Path) -> Vec<Document> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder")
        .flatten()
        .flat_map(|entry| std::fs::read_dir(entry.path()).expect("a folder"))
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let document = |(number, file): (usize, &std::path::PathBuf)| {
        let text = std::fs::read_to_string(file).expect("a text");
        let article = Article::plain(&number.to_string(), text);
        Document {
            parsed: Arc::new(Parsed::default()),
            findings: Arc::new(ArticleFindings::empty(article.id.clone())),
            article: Arc::new(article),
            vectors: Arc::default(),
            clauses: Arc::default(),
            drawn: Arc::default(),
        }
    };
    files.iter().enumerate().map(document).collect()
}

/// The index that a user of SQLite would make.
fn alone(documents: &[Document]) -> Connection {
    let mut connection = Connection::open_in_memory().expect("memory");
    connection
        .execute_batch("CREATE VIRTUAL TABLE texts USING fts5(body, prefix = '2 3 4')")
        .expect("a table");
    let transaction = connection.transaction().expect("a transaction");
    for document in documents {
        transaction
            .execute("INSERT INTO texts VALUES (?1)", [&document.article.text])
            .expect("a row");
    }
    transaction.commit().expect("an index");
    connection
}

fn best(connection: &Connection, typed: &str) -> Vec<i64> {
    let sql = "SELECT rowid FROM texts WHERE texts MATCH ?1 ORDER BY rank LIMIT 60";
    let mut question = connection.prepare(sql).expect("a question");
    let rows = question.query_map(params![format!("{typed}*")], |row| row.get(0));
    rows.expect("an answer").flatten().collect()
}
