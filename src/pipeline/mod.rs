//! The stages in their order, on all cores, with progress and cancelling.
//!
//! Both the window's background jobs and the headless commands run this. It is the one room that
//! calls `ingest`, `language`, `annotate`, `corpus` in turn; it decides nothing of its own.
//! Same articles, same result, whatever the number of threads.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::annotate::{self, Reading};
use crate::corpus::{self, Document};
use crate::ingest::{self, Cancel, Ingested};
use crate::language::{Engine, EngineError, Parsed};
use crate::model::{Analysis, Article, DateBasis, Skipped};

/// A collection with all that was found in it.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// Articles with what each says, in order of their path.
    pub documents: Vec<Document>,
    /// What they say together.
    pub analysis: Analysis,
    /// Files left aside.
    pub skipped: Vec<Skipped>,
}

/// How far a run has come.
#[derive(Clone, Debug)]
pub enum Step {
    /// Files are being read.
    Reading(ingest::Progress),
    /// One article has been analysed.
    Analysed {
        /// The article with what it says.
        document: Box<Document>,
        /// Articles done.
        done: usize,
        /// Articles in all.
        total: usize,
    },
    /// Articles are being compared with each other.
    Gathering,
}

/// Reads and analyses folders and files.
///
/// # Errors
/// When the embedded language model is damaged.
pub fn run(
    roots: &[PathBuf],
    cancel: &Cancel,
    step: &(dyn Fn(Step) + Sync),
) -> Result<Collection, EngineError> {
    let ingested = ingest::read_all(roots, cancel, &|progress| step(Step::Reading(progress)));
    analyse(ingested, cancel, step)
}

/// Analyses articles that were read already. When cancelled, gives what was analysed so far.
///
/// # Errors
/// When the embedded language model is damaged.
pub fn analyse(
    ingested: Ingested,
    cancel: &Cancel,
    step: &(dyn Fn(Step) + Sync),
) -> Result<Collection, EngineError> {
    let engine = Engine::embedded()?;
    let total = ingested.articles.len();
    let done = std::sync::atomic::AtomicUsize::new(0);
    let documents: Vec<Document> = ingested
        .articles
        .into_par_iter()
        .filter_map(|article| {
            if cancel.is_cancelled() {
                return None;
            }
            let document = read_article(engine, article);
            let done = 1 + done.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            step(Step::Analysed {
                document: Box::new(document.clone()),
                done,
                total,
            });
            Some(document)
        })
        .collect();
    step(Step::Gathering);
    let analysis = corpus::analyse(&documents);
    Ok(Collection {
        documents,
        analysis,
        skipped: ingested.skipped,
    })
}

/// The engine inside the program, for those who read single articles.
///
/// # Errors
/// When the embedded language model is damaged.
pub fn engine() -> Result<&'static Engine, EngineError> {
    Engine::embedded()
}

/// Compares articles with each other that were read already.
pub fn gather(documents: &[Document]) -> Analysis {
    corpus::analyse(documents)
}

/// Everything that one article gives alone.
pub fn read_article(engine: &Engine, mut article: Article) -> Document {
    let parsed = engine.parse(&article.text);
    // A day that the reader set, or took away, is not for the machine to change.
    if article.published.basis != DateBasis::Reader
        && let Some(published) = annotate::infer_published(&article, &parsed)
    {
        article.published = published;
    }
    let title = article
        .title
        .as_deref()
        .map_or_else(Parsed::default, |title| engine.parse(title));
    let findings = annotate::annotate(Reading {
        article: &article,
        text: &parsed,
        title: &title,
    });
    let sentences: Vec<&str> = parsed
        .sentences
        .iter()
        .map(|sentence| sentence.span.of(&article.text))
        .collect();
    let vectors = engine.vectors(&sentences);
    Document {
        article: Arc::new(article),
        parsed: Arc::new(parsed),
        findings: Arc::new(findings),
        vectors: Arc::new(vectors),
    }
}
