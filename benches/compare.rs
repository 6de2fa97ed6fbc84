//! How long two articles of 1,000 words take to be compared after analysis, beside a character diff
//! with semantic clean-up (`dissimilar`, after Google's diff-match-patch) of the same two texts.
//!
//! `cargo bench --no-default-features --bench compare`

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark prints its figures and stops when its inputs are missing"
)]

use std::hint::black_box;

use crossread::ingest::{Cancel, Ingested};
use crossread::model::Article;
use crossread::pipeline;

mod timed;

const WORDS: usize = 1_000;
const RUNS: usize = 101;

/// Two accounts of the sample story, each made of whole paragraphs up to 1,000 words.
fn texts() -> [String; 2] {
    let sources = [
        include_str!("../assets/sample/lantern-hallin-dam-oct10.txt"),
        include_str!("../assets/sample/lantern-oct28-inspectors-report.txt"),
        include_str!("../assets/sample/upland radio - missing man found alive.txt"),
        include_str!("../assets/sample/Northern Ledger 23 October.txt"),
        include_str!("../assets/sample/The Open File - Thirty-nine minutes.md"),
    ];
    let account = |order: &[usize]| {
        let mut words = 0;
        let paragraphs: Vec<&str> = order
            .iter()
            .flat_map(|&at| sources[at].split("\n\n"))
            .take_while(|paragraph| {
                words += paragraph.split_whitespace().count();
                words <= WORDS
            })
            .collect();
        paragraphs.join("\n\n")
    };
    [account(&[0, 1, 2, 3]), account(&[2, 0, 4, 3])]
}

fn main() {
    let [left, right] = texts();
    let words = |text: &str| text.split_whitespace().count();
    println!(
        "two articles of {} and {} words",
        words(&left),
        words(&right)
    );
    let characters = timed::median(RUNS, || {
        black_box(dissimilar::diff(black_box(&left), black_box(&right)));
    });
    let ingested = Ingested {
        articles: vec![Article::plain("left", left), Article::plain("right", right)],
        skipped: Vec::new(),
    };
    let collection = pipeline::analyse(ingested, &Cancel::default(), &|_| ()).unwrap();
    let [left, right] = &collection.documents[..] else {
        return;
    };
    let sentences = timed::median(RUNS, || {
        black_box(pipeline::compare(black_box(left), black_box(right)).unwrap());
    });
    println!("crossread, sentences aligned and differences named: {sentences:?}");
    println!("dissimilar, character diff with semantic clean-up: {characters:?}");
}
