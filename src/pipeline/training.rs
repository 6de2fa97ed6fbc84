//! What training the model needs of the program: the clauses that it finds in the marked stories and in
//! labelled sentences of news.

use std::path::Path;

use crate::corpus;
use crate::model::{Article, Span};

/// Writes what `assets/model/train/stories.py` and `pairs.py` read: words, places and clauses of the
/// sentences of every marked story, and of the file that `CROSSREAD_SENTENCES` names, a sentence to a
/// line.
#[test]
#[ignore = "only for training: writes to the file that CROSSREAD_CLAUSES names"]
fn writes_the_clauses_of_the_training_texts() {
    let out = std::env::var("CROSSREAD_CLAUSES").expect("a file to write");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/model/train/stories");
    let engine = super::engine().expect("the engine");
    let sentences_of = |text: String| -> Vec<Sentence> {
        let document = super::read_article(engine, Article::plain("story", text), &|| false);
        let found = corpus::clauses(&document.article, &document.parsed, &document.findings);
        let sentences = document.parsed.sentences.iter().zip(found);
        sentences
            .map(|(sentence, clauses)| {
                let words = sentence.words.clone();
                let words = words.filter_map(|at| document.parsed.word(at));
                let within = |at: usize| at - sentence.words.start;
                Sentence {
                    words: words
                        .map(|word| (word.span, word.span.of(&document.article.text).to_owned()))
                        .collect(),
                    clauses: clauses
                        .into_iter()
                        .map(|clause| clause.words.into_iter().map(within).collect())
                        .collect(),
                }
            })
            .collect()
    };
    let read = |path: &Path| -> serde_json::Value {
        let marked = std::fs::read_to_string(path).expect("an article");
        let body = marked.trim_matches('\n').splitn(3, '\n').nth(2);
        let text = unmarked(body.expect("headline, line and text").trim());
        sentences_of(text).into_iter().map(Sentence::told).collect()
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
    let lines = std::env::var("CROSSREAD_SENTENCES").map_or_else(
        |_| String::new(),
        |path| std::fs::read_to_string(path).expect("sentences"),
    );
    let sentences: Vec<_> = lines
        .lines()
        .map(|line| {
            let parts = sentences_of(line.to_owned()).into_iter();
            parts.fold(Sentence::default(), Sentence::and).told()
        })
        .collect();
    let all = serde_json::json!({ "stories": stories, "sentences": sentences });
    std::fs::write(out, all.to_string()).expect("written");
}

/// A sentence as training reads it.
#[derive(Default)]
struct Sentence {
    words: Vec<(Span, String)>,
    /// The places of the words of each clause.
    clauses: Vec<Vec<usize>>,
}

impl Sentence {
    /// With the one that follows it, where the program takes one line for two sentences.
    fn and(mut self, next: Self) -> Self {
        let before = self.words.len();
        let moved = |clause: Vec<usize>| clause.into_iter().map(|at| at + before).collect();
        self.clauses.extend(next.clauses.into_iter().map(moved));
        self.words.extend(next.words);
        self
    }

    fn told(self) -> serde_json::Value {
        let (spans, words): (Vec<_>, Vec<_>) = self
            .words
            .into_iter()
            .map(|(span, word)| ((span.start, span.end), word))
            .unzip();
        serde_json::json!({ "words": words, "spans": spans, "clauses": self.clauses })
    }
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
