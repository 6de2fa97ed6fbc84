//! What training the model needs of the program: the clauses that it finds in the marked stories.

use std::path::Path;

use crate::corpus;
use crate::model::{Article, Span};

/// Writes what `assets/model/train/stories.py` reads: words, places and clauses of the sentences of
/// every marked story.
#[test]
#[ignore = "only for training: writes to the file that CROSSREAD_CLAUSES names"]
fn writes_the_clauses_of_the_training_stories() {
    let out = std::env::var("CROSSREAD_CLAUSES").expect("a file to write");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/model/train/stories");
    let engine = super::engine().expect("the engine");
    let read = |path: &Path| -> serde_json::Value {
        let marked = std::fs::read_to_string(path).expect("an article");
        let body = marked.trim_matches('\n').splitn(3, '\n').nth(2);
        let text = unmarked(body.expect("headline, line and text").trim());
        let document = super::read_article(engine, Article::plain("story", text.clone()));
        let found = corpus::clauses(&document.article, &document.parsed, &document.findings);
        let sentences = document.parsed.sentences.iter().zip(found);
        sentences
            .map(|(sentence, clauses)| {
                let spans = sentence
                    .words
                    .clone()
                    .filter_map(|at| document.parsed.word(at));
                let spans: Vec<Span> = spans.map(|word| word.span).collect();
                let words: Vec<&str> = spans.iter().map(|span| span.of(&text)).collect();
                let within = |at: usize| at - sentence.words.start;
                let clauses: Vec<Vec<usize>> = clauses
                    .into_iter()
                    .map(|clause| clause.words.into_iter().map(within).collect())
                    .collect();
                let spans: Vec<_> = spans.iter().map(|span| (span.start, span.end)).collect();
                serde_json::json!({ "words": words, "spans": spans, "clauses": clauses })
            })
            .collect()
    };
    let mut stories = serde_json::Map::new();
    for story in std::fs::read_dir(folder).expect("stories") {
        let story = story.expect("a story").path();
        let name = |path: &Path| {
            path.file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        };
        let files = std::fs::read_dir(&story)
            .expect("articles")
            .map(|file| file.expect("a file").path());
        let texts = files.filter(|file| file.extension().is_some_and(|kind| kind == "txt"));
        let articles = texts.map(|file| (name(&file), read(&file))).collect();
        stories.insert(name(&story), serde_json::Value::Object(articles));
    }
    std::fs::write(out, serde_json::Value::Object(stories).to_string()).expect("written");
}

/// A text without the marks `{3|` and `}` of its claims.
fn unmarked(marked: &str) -> String {
    let mut pieces = marked.split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.push_str(piece.split_once('|').map_or(piece, |(_, rest)| rest));
    }
    text.replace('}', "")
}
