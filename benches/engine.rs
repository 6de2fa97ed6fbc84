//! Words a second of the stages of an analysis, with spaCy beside it where it is installed:
//! `cargo bench --no-default-features --bench engine`.
//!
//! - `CROSSREAD_BENCH_TEXT`: a text, or a folder of texts; else the sample story.
//! - `CROSSREAD_BENCH_PEER`: a command to which the folder is given, such as
//!   `python benches/spacy_pipeline.py TREEBANK.conllu`; it runs before and after, so that a machine
//!   that is busy is seen.
//!
//! Every text is read once in each of the passes; nothing is kept from pass to pass.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use crossread::annotate::{self, Reading};
use crossread::corpus::Document;
use crossread::language::{Engine, Parsed, Vector};
use crossread::model::Article;
use crossread::pipeline;

/// How often the texts are read.
const PASSES: usize = 3;

#[expect(clippy::expect_used, reason = "a bench may stop")]
fn main() {
    let folder = std::env::var("CROSSREAD_BENCH_TEXT").unwrap_or("assets/sample".to_owned());
    let start = Instant::now();
    let engine = Engine::embedded().expect("the embedded weights are whole");
    let ready = start.elapsed().as_secs_f64() * 1e3;
    let texts = texts(Path::new(&folder));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    say(&format!(
        "{} texts; engine ready after {ready:.0} ms",
        texts.len()
    ));
    peer(&folder);
    for _ in 0..PASSES {
        pass(engine, &texts);
    }
    peer(&folder);
}

/// Times every stage once.
fn pass(engine: &Engine, texts: &[&str]) {
    let clock = Clock::start();
    let parsed = engine.parse_many(texts);
    let words: usize = parsed.iter().map(|parsed| parsed.words.len()).sum();
    clock.report(
        "words, sentences, tags, trees, names, lemmas",
        words as f64,
        "words",
    );

    let sentences: Vec<&str> = texts
        .iter()
        .zip(&parsed)
        .flat_map(|(text, parsed)| {
            let spans = parsed.sentences.iter().map(|sentence| sentence.span);
            spans.map(|span| span.of(text))
        })
        .collect();
    let clock = Clock::start();
    let vectors = engine.vectors(&sentences);
    clock.report("vectors of sentences", words as f64, "words");

    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| Article::plain(&at.to_string(), *text))
        .collect();
    let clock = Clock::start();
    let findings: Vec<_> = articles
        .iter()
        .zip(&parsed)
        .map(|(article, parsed)| {
            annotate::annotate(Reading {
                article,
                text: parsed,
                title: &Parsed::default(),
            })
        })
        .collect();
    clock.report(
        "mentions, times, amounts, attributions (one core)",
        words as f64,
        "words",
    );

    let mut vectors = vectors.into_iter();
    let documents: Vec<Document> = articles
        .into_iter()
        .zip(parsed)
        .zip(findings)
        .map(|((article, parsed), findings)| {
            let own: Vec<Vector> = vectors.by_ref().take(parsed.sentences.len()).collect();
            Document {
                article: Arc::new(article),
                parsed: Arc::new(parsed),
                findings: Arc::new(findings),
                vectors: Arc::new(own),
                clauses: Arc::default(),
                drawn: Arc::default(),
            }
        })
        .collect();
    let clock = Clock::start();
    let analysis = pipeline::gather(&documents);
    clock.report("entities, claims, origins, stories", words as f64, "words");
    say(&format!("{} claims", analysis.claims.len()));
}

/// Time on the wall and, where the system tells it, of the processor.
struct Clock {
    wall: Instant,
    processor: Option<f64>,
}

impl Clock {
    fn start() -> Self {
        Self {
            wall: Instant::now(),
            processor: processor_seconds(),
        }
    }

    /// Says how many of something were done a second.
    fn report(&self, stage: &str, count: f64, unit: &str) {
        let wall = count / self.wall.elapsed().as_secs_f64();
        let spent = processor_seconds()
            .zip(self.processor)
            .map(|(now, then)| now - then);
        let of_processor = spent
            .filter(|seconds| *seconds > 0.0)
            .map_or(String::new(), |seconds| {
                format!(", {:.0} for each second of one core", count / seconds)
            });
        say(&format!("{stage}: {wall:.0} {unit} a second{of_processor}"));
    }
}

/// Seconds that all threads of this process have spent on a core, where the system tells it (Linux).
fn processor_seconds() -> Option<f64> {
    let threads = std::fs::read_dir("/proc/self/task").ok()?;
    let spent = threads.flatten().filter_map(|thread| {
        let line = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        line.split(' ').next()?.parse::<f64>().ok()
    });
    Some(spent.sum::<f64>() / 1e9)
}

/// Runs the peer on the same texts, if one is named.
fn peer(folder: &str) {
    let Ok(command) = std::env::var("CROSSREAD_BENCH_PEER") else {
        return;
    };
    let mut words = command.split_whitespace();
    let Some(program) = words.next() else { return };
    let done = Command::new(program).args(words).arg(folder).status();
    if !done.is_ok_and(|status| status.success()) {
        say("the peer did not run");
    }
}

/// The texts under a path, in order of their names.
fn texts(path: &Path) -> Vec<String> {
    let mut files = walk(path);
    files.sort();
    files
        .iter()
        .filter_map(|file| std::fs::read_to_string(file).ok())
        .collect()
}

/// Files under a path.
fn walk(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else {
        return vec![path.to_owned()];
    };
    entries
        .flatten()
        .flat_map(|entry| walk(&entry.path()))
        .collect()
}

#[expect(clippy::print_stdout, reason = "the figures are the result")]
fn say(line: &str) {
    println!("{line}");
}
