//! Every article alone: out of the cache, or read by the engine.
//!
//! Owns the order in which articles are taken (that of publication, so that the list on screen fills
//! from its top) and how often those who watch are told.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::estimate::{Work, time_left};
use super::key::Key;
use super::{Cache, Progress, Step, engine, packed, read_article};
use crate::corpus::Document;
use crate::ingest::Cancel;
use crate::language::{Engine, EngineError};
use crate::model::Article;

/// Those who watch are told this often at most …
const TOLD_EVERY: Duration = Duration::from_millis(200);
/// … and less often the more there is, since what they do with it grows with the collection.
const TOLD_EVERY_MORE: Duration = Duration::from_micros(50);

/// Articles, read.
pub(super) struct Read {
    /// In the order of the collection.
    pub(super) documents: Vec<Document>,
    /// Name of what each gives alone; `None` when the run was stopped, or nothing is kept.
    pub(super) keys: Option<Vec<Key>>,
}

/// Reads every article, until `cancel` is set.
pub(super) fn read(
    articles: Vec<Article>,
    cache: Option<&Cache>,
    cancel: &Cancel,
    step: &(dyn Fn(Step) + Sync),
) -> Result<Read, EngineError> {
    let engine = engine()?;
    let keys: Vec<Option<Key>> = articles
        .par_iter()
        .map(|article| cache.and_then(|_| Key::of_article(article)))
        .collect();
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_key(|at| articles.get(*at).map(|article| article.published.order()));
    let known: Vec<Result<Document, Article>> = articles
        .into_par_iter()
        .zip(&keys)
        .map(|(article, key)| {
            match cache
                .zip(key.as_ref())
                .and_then(|(cache, key)| cache.find(key))
            {
                Some(bytes) if !cancel.is_cancelled() => packed::unpack(article, &bytes),
                _ => Err(article),
            }
        })
        .collect();
    let watch = Watch::new(&known, step);
    let next = AtomicUsize::new(0);
    let slots: Vec<Slot> = known
        .into_iter()
        .zip(&keys)
        .map(|(known, key)| Slot {
            key: *key,
            known: Mutex::new(Some(known)),
        })
        .collect();
    // Taken in order one by one: halves of the list for each thread would fill the screen from
    // several places at once.
    rayon::broadcast(|_| {
        while !cancel.is_cancelled()
            && let Some(at) = order.get(next.fetch_add(1, Ordering::Relaxed))
            && let Some(slot) = slots.get(*at)
        {
            slot.fill(engine, cache, cancel, &watch);
        }
    });
    let total = slots.len();
    let documents: Vec<Document> = slots
        .into_iter()
        .filter_map(|slot| {
            slot.known
                .into_inner()
                .unwrap_or_else(PoisonError::into_inner)?
                .ok()
        })
        .collect();
    let is_whole = documents.len() == total && cache.is_some();
    let keys: Option<Vec<Key>> = keys.into_iter().collect();
    Ok(Read {
        documents,
        keys: keys.filter(|_| is_whole),
    })
}

/// The place of one article.
struct Slot {
    key: Option<Key>,
    /// The article, or what it gave.
    known: Mutex<Option<Result<Document, Article>>>,
}

impl Slot {
    /// Reads the article, unless it is known or nobody wants it any more.
    fn fill(&self, engine: &Engine, cache: Option<&Cache>, cancel: &Cancel, watch: &Watch<'_>) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(Err(article)) = known.take_if(|known| known.is_err()) else {
            return;
        };
        let bytes = article.text.len();
        let document = read_article(engine, article, &|| cancel.is_cancelled());
        if cancel.is_cancelled() {
            return;
        }
        if let Some((cache, key)) = cache.zip(self.key)
            && let Some(packed) = packed::pack(&document)
        {
            cache.keep(&key, &packed);
        }
        watch.take(document.clone(), bytes);
        *known = Some(Ok(document));
    }
}

/// Tells those who watch, in batches.
struct Watch<'a> {
    step: &'a (dyn Fn(Step) + Sync),
    total: usize,
    start: Instant,
    state: Mutex<Waiting>,
}

/// What those who watch have not been told yet.
struct Waiting {
    documents: Vec<Document>,
    told: Option<Instant>,
    done: usize,
    work: Work,
}

impl<'a> Watch<'a> {
    /// Watches the reading of what is not known yet; tells of what is, unless that is everything.
    fn new(known: &[Result<Document, Article>], step: &'a (dyn Fn(Step) + Sync)) -> Self {
        let documents: Vec<Document> = known.iter().flatten().cloned().collect();
        let unread = known.iter().filter_map(|known| known.as_ref().err());
        let watch = Self {
            step,
            total: known.len(),
            start: Instant::now(),
            state: Mutex::new(Waiting {
                done: documents.len(),
                work: Work {
                    left_bytes: unread.map(|article| article.text.len() as u64).sum(),
                    ..Work::default()
                },
                documents,
                told: None,
            }),
        };
        let mut state = watch.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.done < watch.total && !state.documents.is_empty() {
            watch.tell(&mut state);
        }
        drop(state);
        watch
    }

    /// Takes in an article that was read.
    fn take(&self, document: Document, bytes: usize) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.documents.push(document);
        state.done += 1;
        state.work.articles += 1;
        state.work.done_bytes += bytes as u64;
        state.work.left_bytes = state.work.left_bytes.saturating_sub(bytes as u64);
        let every = TOLD_EVERY + TOLD_EVERY_MORE.saturating_mul(state.done as u32);
        let is_due = state.told.is_none_or(|told| told.elapsed() >= every);
        if is_due || state.done == self.total {
            self.tell(&mut state);
        }
    }

    fn tell(&self, state: &mut Waiting) {
        state.told = Some(Instant::now());
        (self.step)(Step::Analysed {
            documents: std::mem::take(&mut state.documents),
            progress: Progress {
                done: state.done,
                total: self.total,
                left: time_left(state.work, self.start.elapsed()),
            },
        });
    }
}
