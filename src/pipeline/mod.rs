//! The stages in their order, on all cores, with progress and cancelling.
//!
//! Both the window's background jobs and the headless commands run this. It is the one room that
//! calls `ingest`, `language`, `annotate`, `corpus` in turn; it decides nothing of its own.
//! Same articles, same result, whatever the number of threads, with the cache or without.

mod cache;
mod estimate;
mod gathered;
mod key;
mod packed;
mod reading;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod training;

use std::sync::Arc;

use crate::annotate::{self, Reading};
use crate::compare::{self, Side};
use crate::corpus::{self, ClauseVector, Document};
use crate::ingest::{self, Cancel, Ingested, Order};
use crate::language::{self, Engine, EngineError, Parsed, Phrase, Stop, Vector};
use crate::model::{Analysis, Article, ArticleFindings, Comparison, DateBasis, Skipped};

pub use cache::Cache;
pub use estimate::Progress;

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
    /// Some articles have been analysed.
    Analysed {
        /// The articles with what each says, in no order.
        documents: Vec<Document>,
        /// How far the analysis has come.
        progress: Progress,
    },
    /// Articles are being compared with each other.
    Gathering,
}

/// Reads and analyses folders and files.
///
/// # Errors
/// When the embedded language model is damaged.
pub fn run(
    order: &Order<'_>,
    cancel: &Cancel,
    step: &(dyn Fn(Step) + Sync),
) -> Result<Collection, EngineError> {
    let ingested = ingest::read(order, cancel, &|progress| step(Step::Reading(progress)));
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
    analyse_known(ingested, None, cancel, step)
}

/// Analyses articles as [`analyse`] does, with what the cache knows of them, and keeps what it did
/// not know.
///
/// # Errors
/// When the embedded language model is damaged.
pub fn analyse_known(
    ingested: Ingested,
    cache: Option<&Cache>,
    cancel: &Cancel,
    step: &(dyn Fn(Step) + Sync),
) -> Result<Collection, EngineError> {
    let read = reading::read(ingested.articles, cache, cancel, step)?;
    step(Step::Gathering);
    let kept = cache.zip(read.keys.as_deref());
    let before = kept.and_then(|(cache, keys)| gathered::find(cache, keys, &read.documents));
    let analysis = before.unwrap_or_else(|| match kept {
        Some((cache, keys)) => gathered::gather(cache, keys, &read.documents),
        None => corpus::analyse(&read.documents),
    });
    if let Some(cache) = cache {
        cache.settle();
    }
    Ok(Collection {
        documents: read.documents,
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

/// Sets two articles that were read already side by side, headlines and all.
///
/// # Errors
/// When the embedded language model is damaged.
pub fn compare(left: &Document, right: &Document) -> Result<Comparison, EngineError> {
    let engine = engine()?;
    let [left, right] =
        [left, right].map(|article| Side::new(headline(engine, article).as_ref(), article));
    Ok(compare::compare(&left, &right))
}

/// The headline of an article, read as a text of its own of the same day; it has one vector, whatever
/// sentences it is made of.
fn headline(engine: &Engine, article: &Document) -> Option<Document> {
    let title = article.article.title.as_deref()?;
    let text = Article {
        published: article.article.published.clone(),
        language: article.article.language.clone(),
        ..Article::plain(article.article.id.as_str(), title)
    };
    let parsed = parse(engine, &text, title, &|| false);
    let findings = annotate::annotate(Reading {
        article: &text,
        text: &parsed,
        title: &Parsed::default(),
    });
    Some(Document {
        vectors: Arc::new(engine.vectors(&[title])),
        clauses: Arc::default(),
        drawn: Arc::default(),
        article: Arc::new(text),
        parsed: Arc::new(parsed),
        findings: Arc::new(findings),
    })
}

/// Everything that one article gives alone; of no use when `stop` said meanwhile that it is not wanted.
pub fn read_article(engine: &Engine, mut article: Article, stop: Stop<'_>) -> Document {
    article.language = language::recognise(&article.text).map(str::to_owned);
    let parsed = parse(engine, &article, &article.text, stop);
    // A day that the reader set, or took away, is not for the machine to change.
    if article.published.basis != DateBasis::Reader
        && let Some(published) = annotate::infer_published(&article, &parsed)
    {
        article.published = published;
    }
    let title = article
        .title
        .as_deref()
        .map_or_else(Parsed::default, |title| {
            parse(engine, &article, title, stop)
        });
    let findings = annotate::annotate(Reading {
        article: &article,
        text: &parsed,
        title: &title,
    });
    let (vectors, clauses) = meanings(engine, &article, &parsed, &findings, stop);
    Document {
        article: Arc::new(article),
        parsed: Arc::new(parsed),
        findings: Arc::new(findings),
        vectors: Arc::new(vectors),
        clauses: Arc::new(clauses),
        drawn: Arc::default(),
    }
}

/// Text or headline of an article: read by the model, which knows English only; nothing where `stop`
/// said so before the end.
fn parse(engine: &Engine, article: &Article, text: &str, stop: Stop<'_>) -> Parsed {
    if language::is_read(article.language.as_deref()) {
        engine.parse_unless(text, stop).unwrap_or_default()
    } else {
        language::words_only(text)
    }
}

/// What each sentence means, and each clause that could be a claim.
fn meanings(
    engine: &Engine,
    article: &Article,
    parsed: &Parsed,
    findings: &ArticleFindings,
    stop: Stop<'_>,
) -> (Vec<Vector>, Vec<ClauseVector>) {
    let found = corpus::clauses(article, parsed, findings);
    let phrases: Vec<Phrase<'_>> = parsed
        .sentences
        .iter()
        .zip(&found)
        .map(|(sentence, clauses)| {
            let words = parsed.words.get(sentence.words.clone()).unwrap_or_default();
            let within = |word: &usize| word - sentence.words.start;
            Phrase {
                words: words
                    .iter()
                    .map(|word| word.span.of(&article.text))
                    .collect(),
                clauses: clauses
                    .iter()
                    .map(|clause| clause.words.iter().map(within).collect())
                    .collect(),
            }
        })
        .collect();
    let mut vectors = Vec::with_capacity(phrases.len());
    let mut clauses = Vec::new();
    let meant = engine.meanings_unless(&phrases, stop).into_iter();
    for (meaning, found) in meant.flatten().zip(found) {
        vectors.push(meaning.whole);
        let heads = found.into_iter().map(|clause| clause.head);
        let of_clauses = heads.zip(meaning.clauses);
        clauses.extend(of_clauses.map(|(head, vector)| ClauseVector { head, vector }));
    }
    clauses.shrink_to_fit();
    (vectors, clauses)
}
