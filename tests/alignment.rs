//! Pairs of short reports whose sentences were paired by hand: does `compare` find the same pairs?
//!
//! Form of the fixtures: a line `# left DAY` or `# right DAY` opens a text, each line after it is a
//! sentence behind its marks, an empty line ends a paragraph. Two sentences that share a letter tell
//! the same, wholly or in part; `-` marks a sentence that only one text has. The floor is what has
//! been reached, a little below.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that stops at the first surprise, and prints its figures"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crossread::ingest::{Cancel, Ingested};
use crossread::model::{Article, RowKind, Span};
use crossread::pipeline;

/// A text of a fixture: its words and, for each sentence, its place and marks.
#[derive(Default)]
struct Side {
    text: String,
    sentences: Vec<(Span, String)>,
}

impl Side {
    fn add(&mut self, line: &str, opens: bool) {
        let (marks, words) = line.split_once(' ').unwrap();
        if !self.text.is_empty() {
            self.text.push_str(if opens { "\n\n" } else { " " });
        }
        let start = self.text.len();
        self.text.push_str(words);
        let marks = marks.trim_matches('-').to_owned();
        self.sentences
            .push((Span::new(start, self.text.len()), marks));
    }

    /// The marked sentences that a span holds at least half of.
    fn held(&self, span: Span) -> impl Iterator<Item = usize> + '_ {
        self.sentences
            .iter()
            .enumerate()
            .filter(move |(_, (own, _))| {
                let shared = own
                    .end
                    .min(span.end)
                    .saturating_sub(own.start.max(span.start));
                shared * 2 >= own.len().min(span.len()).max(1)
            })
            .map(|(index, _)| index)
    }
}

/// Both texts of a fixture.
fn sides(path: &Path) -> [Side; 2] {
    let mut sides = [Side::default(), Side::default()];
    let [left, right] = &mut sides;
    let mut current = left;
    let mut other = Some(right);
    let mut opens = false;
    for line in std::fs::read_to_string(path).unwrap().lines() {
        if line.starts_with("# right") {
            current = other.take().unwrap();
        }
        if line.starts_with('#') || line.is_empty() {
            opens = true;
            continue;
        }
        current.add(line, opens);
        opens = false;
    }
    sides
}

fn pairs_by_hand([left, right]: &[Side; 2]) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    for (i, (_, marks)) in left.sentences.iter().enumerate() {
        for (j, (_, others)) in right.sentences.iter().enumerate() {
            if marks.chars().any(|mark| others.contains(mark)) {
                pairs.insert((i, j));
            }
        }
    }
    pairs
}

fn pairs_found(sides: &[Side; 2]) -> BTreeSet<(usize, usize)> {
    let [left, right] = sides;
    let articles = vec![
        Article::plain("left", left.text.clone()),
        Article::plain("right", right.text.clone()),
    ];
    let ingested = Ingested {
        articles,
        skipped: Vec::new(),
    };
    let collection = pipeline::analyse(ingested, &Cancel::default(), &|_| ()).unwrap();
    let [one, other] = collection.documents.as_slice() else {
        return BTreeSet::new();
    };
    let comparison = pipeline::compare(one, other).unwrap();
    let mut pairs = BTreeSet::new();
    for row in &comparison.rows {
        if !matches!(row.kind, RowKind::Same | RowKind::Reworded) {
            continue;
        }
        let held = |side: &Side, indexes: &[usize], spans: &[Span]| -> Vec<usize> {
            let spans = indexes.iter().filter_map(|&at| spans.get(at));
            spans.flat_map(|&span| side.held(span)).collect()
        };
        for i in held(left, &row.left, &one.findings.sentences) {
            for j in held(right, &row.right, &other.findings.sentences) {
                pairs.insert((i, j));
            }
        }
    }
    pairs
}

#[test]
fn sentences_paired_by_hand_are_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/alignment");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let (mut right, mut found, mut marked) = (0, 0, 0);
    for file in files {
        let sides = sides(&file);
        let (by_hand, by_program) = (pairs_by_hand(&sides), pairs_found(&sides));
        let both = by_hand.intersection(&by_program).count();
        println!(
            "{}: {both} right of {} found and {} marked",
            file.file_name().unwrap().to_string_lossy(),
            by_program.len(),
            by_hand.len()
        );
        if std::env::var_os("SHOW").is_some() {
            show(&sides, &by_hand, &by_program);
        }
        right += both;
        found += by_program.len();
        marked += by_hand.len();
    }
    let f1 = 2.0 * f64::from(right as u32) / f64::from((found + marked) as u32);
    println!("{right} right of {found} found and {marked} marked: F1 {f1:.3}");
    assert!(f1 >= 0.77, "F1 {f1:.3}");
}

fn show(
    [left, right]: &[Side; 2],
    by_hand: &BTreeSet<(usize, usize)>,
    by_program: &BTreeSet<(usize, usize)>,
) {
    let words = |side: &Side, at: usize| {
        let sentence = side.sentences.get(at).map(|(span, _)| *span);
        sentence.map_or(String::new(), |span| span.of(&side.text).to_owned())
    };
    for &(i, j) in by_hand.symmetric_difference(by_program) {
        let kind = if by_hand.contains(&(i, j)) {
            "missed"
        } else {
            "wrong"
        };
        println!("  {kind}: {}\n      {}", words(left, i), words(right, j));
    }
}
