//! Words a second of the engine's stages: `cargo bench --no-default-features --bench engine`.
//!
//! Reads the text named by `CROSSREAD_BENCH_TEXT`, or the sample story, often enough for about
//! 40,000 words.

use std::path::Path;
use std::time::Instant;

use crossread::language::Engine;

#[expect(clippy::expect_used, reason = "a bench may stop")]
fn main() {
    let start = Instant::now();
    let engine = Engine::embedded().expect("the embedded weights are whole");
    report(
        "engine ready, milliseconds",
        start.elapsed().as_secs_f64() * 1e3,
    );
    let text = text();
    let length = engine.parse(&text).words.len().max(1);
    let texts = vec![text.as_str(); (40_000 / length).max(1)];
    let start = Instant::now();
    let parsed = engine.parse_many(&texts);
    let words: usize = parsed.iter().map(|parsed| parsed.words.len()).sum();
    report(
        "words, sentences, tags and trees, words a second",
        words as f64 / start.elapsed().as_secs_f64(),
    );
    let sentences: Vec<&str> = texts
        .iter()
        .zip(&parsed)
        .flat_map(|(text, parsed)| {
            parsed
                .sentences
                .iter()
                .map(|sentence| sentence.span.of(text))
        })
        .collect();
    let start = Instant::now();
    let vectors = engine.vectors(&sentences);
    assert_eq!(vectors.len(), sentences.len());
    report(
        "vectors, words a second",
        words as f64 / start.elapsed().as_secs_f64(),
    );
}

/// The text to read.
#[expect(clippy::expect_used, reason = "a bench may stop")]
fn text() -> String {
    if let Ok(path) = std::env::var("CROSSREAD_BENCH_TEXT") {
        return std::fs::read_to_string(path).expect("CROSSREAD_BENCH_TEXT names a text");
    }
    let mut files: Vec<_> = walk(Path::new("assets/sample"));
    files.sort();
    let texts = files
        .iter()
        .filter_map(|file| std::fs::read_to_string(file).ok());
    texts.collect::<Vec<_>>().join("\n\n")
}

/// Files under a folder.
fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() {
                walk(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

#[expect(clippy::print_stdout, reason = "the figures are the result")]
fn report(what: &str, figure: f64) {
    println!("{what}: {figure:.0}");
}
