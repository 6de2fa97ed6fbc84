//! Work off the window's thread: reading, comparing, keeping lists.
//!
//! Bounded channel, a flag to stop, panics caught and told. Knows the window only as a [`Waker`].

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::finding::{FindOrder, Finding};
use super::{
    Effect, RecentStore, Report, SaveOrder, SaveReport, SaveState, Saver, TakeFailure, TakeOrder,
    Wanted, palette, sample_files,
};
use crate::corpus::Document;
use crate::export::Export;
use crate::ingest::watch::{Pace, Watch};
use crate::ingest::{self, Cancel, Ingested, Known, Order};
use crate::model::{Analysis, Article, ArticleId, Columns};
use crate::pipeline::{self, Cache, Collection, Step};
use crate::review::file::{FileError, ReviewFolder};
use crate::review::{Correction, Laying, Review, preview};
use crate::view::wording;

/// Asks the window to look for reports; cheap, and may be called from any thread.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// How many reports may wait before a job waits in turn.
const WAITING_MAX: usize = 256;

/// How many reports are taken in one frame, so that a flood of them cannot hold the window.
const TAKEN_MAX: usize = 64;

/// The background jobs of one window.
pub struct Jobs {
    waker: Waker,
    sender: SyncSender<Report>,
    receiver: Receiver<Report>,
    reading: Arc<Cancel>,
    recent: RecentStore,
    /// Where results are kept for the next time; `None` where none are.
    cache: Option<PathBuf>,
    /// Keeps the open review on disk; `None` where nothing is kept.
    saver: Option<Saver>,
    /// Whether reviews are to be kept at all.
    keeps: bool,
    /// The search's thread; started with the first search.
    finding: Option<Finding>,
    /// The folders are watched as long as this is kept.
    watching: Option<SyncSender<()>>,
}

impl std::fmt::Debug for Jobs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Jobs").finish_non_exhaustive()
    }
}

impl Jobs {
    /// No jobs yet. Without a folder for reviews nothing is kept.
    pub fn new(waker: Waker, recent: RecentStore, reviews: Option<ReviewFolder>) -> Self {
        let (sender, receiver) = sync_channel(WAITING_MAX);
        let mut jobs = Self {
            waker,
            sender,
            receiver,
            reading: Arc::new(Cancel::default()),
            recent,
            cache: None,
            saver: None,
            keeps: reviews.is_some(),
            finding: None,
            watching: None,
        };
        if let Some(folder) = reviews {
            let tell = jobs.reporter();
            // Without a thread nothing is kept: every order is then answered with that.
            jobs.saver = Saver::start(folder, move |report| tell(Report::Saving(report))).ok();
        }
        jobs
    }

    /// The same jobs, with results kept in this folder for the next time.
    #[must_use]
    pub fn with_cache(mut self, folder: Option<PathBuf>) -> Self {
        self.cache = folder;
        self
    }

    /// What the jobs have told since the last call.
    pub fn reports(&self) -> Vec<Report> {
        let reports: Vec<Report> = self.receiver.try_iter().take(TAKEN_MAX).collect();
        if reports.len() == TAKEN_MAX {
            (self.waker)();
        }
        reports
    }

    /// A way for others (dialogs) to report.
    pub fn reporter(&self) -> impl Fn(Report) + Send + Sync + 'static + use<> {
        let (sender, waker) = (self.sender.clone(), Arc::clone(&self.waker));
        move |report| {
            // The receiver is gone only when the window is: nobody is left to tell.
            if sender.send(report).is_ok() {
                waker();
            }
        }
    }

    /// Runs an effect, if it is one for a job; gives it back otherwise.
    pub fn run(&mut self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::Read {
                generation,
                roots,
                with_sample,
                loose,
                columns,
            } => self.read_folders(generation, (roots, with_sample), loose, columns),
            Effect::Analyse {
                generation,
                ingested,
            } => {
                let cache = self.cache.clone();
                self.read("analyse", generation, move |cancel, tell| {
                    let cache = cache.as_deref().and_then(Cache::at);
                    analyse(*ingested, cache.as_ref(), cancel, generation, tell)
                });
            }
            Effect::StopReading => self.reading.cancel(),
            Effect::Compare {
                revision,
                left,
                right,
            } => {
                let tell = self.reporter();
                self.spawn("compare", move || {
                    tell(compared(&left, &right, revision));
                });
            }
            Effect::Lay { generation, laying } => self.lay(generation, laying),
            Effect::StopWatching => self.watching = None,
            Effect::TakeAway {
                order,
                export,
                review,
            } => self.take_away(order, export, review),
            Effect::KeepRecent(list) => {
                let store = self.recent.clone();
                // A list that cannot be kept is a convenience lost, not a reason to disturb.
                self.spawn("keep-recent", move || drop(store.save(&list)));
            }
            Effect::Preview {
                correction,
                revision,
                documents,
                analysis,
            } => self.preview(correction, revision, documents, analysis),
            Effect::Index(documents) => self.find(FindOrder::Index(documents)),
            Effect::Find {
                serial,
                query,
                allowed,
                kind,
            } => self.find(FindOrder::Find {
                serial,
                query,
                allowed,
                kind,
            }),
            Effect::LetGo(gone) => self.spawn("let-go", move || drop(gone)),
            Effect::List {
                revision,
                wanted,
                review,
            } => self.list(revision, wanted, review),
            Effect::Seek {
                serial,
                query,
                review,
            } => self.seek(serial, query, review),
            Effect::Save(order) => self.save(order),
            other => return Some(other),
        }
        None
    }

    /// Reads folders and analyses what is in them, and articles that lie in none.
    fn read_folders(
        &mut self,
        generation: u64,
        (roots, with_sample): (Vec<PathBuf>, bool),
        loose: Vec<Arc<Article>>,
        columns: Vec<Columns>,
    ) {
        let watched = self.watch(generation, roots.clone());
        let cache = self.cache.clone();
        self.read("read", generation, move |cancel, tell| {
            // What changes while it is read is noticed too: the first look comes before.
            let _ = watched.recv();
            let cache = cache.as_deref().and_then(Cache::at);
            let order = Order {
                roots: &roots,
                columns: &columns,
                known: cache.as_ref().map(|cache| cache as &dyn Known),
            };
            let mut ingested = ingest_all(&order, with_sample, cancel, generation, tell);
            let known: BTreeSet<&ArticleId> = loose.iter().map(|article| &article.id).collect();
            ingested
                .articles
                .retain(|article| !known.contains(&article.id));
            let kept = loose.iter().map(|article| (**article).clone());
            ingested.articles.splice(0..0, kept);
            analyse(ingested, cache.as_ref(), cancel, generation, tell)
        });
    }

    /// Has something kept on disk.
    fn save(&self, order: SaveOrder) {
        if let Some(saver) = &self.saver {
            if saver.order(order).is_err() {
                self.tell_not_kept();
            }
        } else {
            self.tell_nothing_before(&order);
            if self.keeps {
                self.tell_not_kept();
            }
        }
    }

    /// Lays corrections over the collection.
    fn lay(&self, generation: u64, laying: Box<Laying>) {
        let tell = self.reporter();
        self.spawn("correct", move || {
            let laid = catch_unwind(AssertUnwindSafe(|| laying.lay()));
            tell(Report::Corrected {
                generation,
                laid: laid.ok().and_then(Result::ok).map(Box::new),
            });
        });
    }

    /// Writes a file of findings.
    fn take_away(&self, order: TakeOrder, export: Export, review: Box<Review>) {
        let tell = self.reporter();
        self.spawn("take-away", move || {
            let result = catch_unwind(AssertUnwindSafe(|| order.write(export, &review)));
            let broken = || Err(TakeFailure::NotWritten(BROKE_DOWN.to_owned()));
            tell(Report::Taken {
                order,
                result: result.unwrap_or_else(|_| broken()),
            });
        });
    }

    /// Makes a list that a screen shows.
    fn list(&self, revision: u64, wanted: Wanted, review: Box<Review>) {
        let tell = self.reporter();
        self.spawn("list", move || {
            let list = catch_unwind(AssertUnwindSafe(|| wanted.make(&review))).ok();
            tell(Report::Listed {
                revision,
                wanted,
                list,
            });
        });
    }

    /// Looks for what the palette's words match.
    fn seek(&self, serial: u64, query: String, review: Option<Box<Review>>) {
        let tell = self.reporter();
        self.spawn("seek", move || {
            let found = palette::found(review.as_deref(), &query);
            tell(Report::Sought { serial, found });
        });
    }

    /// Works out what a correction would change.
    fn preview(
        &self,
        correction: Box<Correction>,
        revision: u64,
        documents: Vec<Document>,
        analysis: Arc<Analysis>,
    ) {
        let tell = self.reporter();
        self.spawn("preview", move || {
            let work = || preview(&documents, &analysis, &correction);
            let words = catch_unwind(AssertUnwindSafe(work));
            tell(Report::Previewed {
                words: words.map_or_else(
                    |_| wording::correcting_failed().to_owned(),
                    |reach| wording::previewed(&reach),
                ),
                correction,
                revision,
            });
        });
    }

    /// Watches folders in place of those before. The first look takes as long as the disk takes,
    /// so it has a thread of its own, which ends when the next watch begins. What is given back
    /// tells, or is closed, when the first look is over.
    fn watch(&mut self, generation: u64, roots: Vec<PathBuf>) -> Receiver<()> {
        self.watching = None;
        let (looked, first_look) = sync_channel::<()>(1);
        if roots.is_empty() {
            return first_look;
        }
        let (keep, ended) = sync_channel::<()>(0);
        let tell = self.reporter();
        self.spawn("watch", move || {
            let watch = Watch::start(roots, Pace::default(), move |changes| {
                tell(Report::Stirred {
                    generation,
                    changes,
                });
            });
            drop(looked);
            // Without a watch nothing is noticed; the folders can be read again all the same.
            if watch.is_ok() {
                let _ = ended.recv();
            }
        });
        self.watching = Some(keep);
        first_look
    }

    fn find(&mut self, order: FindOrder) {
        if self.finding.is_none() {
            self.finding = Finding::start(self.reporter()).ok();
        }
        if let Some(finding) = &self.finding {
            finding.order(order);
        }
    }

    /// Where nothing is kept, nothing was done before.
    fn tell_nothing_before(&self, order: &SaveOrder) {
        if let SaveOrder::Begin { generation, .. } = order {
            let report = SaveReport::Begun {
                generation: *generation,
                ledger: Ok(Box::default()),
                state: SaveState::Nothing,
            };
            let tell = self.reporter();
            self.spawn("begin", move || tell(Report::Saving(report)));
        }
    }

    /// Saving broke down: said at once, since what is done from now on would be lost.
    fn tell_not_kept(&self) {
        let error = FileError::System(BROKE_DOWN.to_owned());
        let state = SaveState::Waiting { acts: 1, error };
        drop(
            self.sender
                .try_send(Report::Saving(SaveReport::State(state))),
        );
        (self.waker)();
    }

    /// Runs `work` as the one job that reads a collection; one before it is stopped.
    fn read(
        &mut self,
        name: &str,
        generation: u64,
        work: impl FnOnce(&Cancel, &(dyn Fn(Report) + Sync)) -> Result<Collection, String>
        + Send
        + 'static,
    ) {
        self.reading.cancel();
        self.reading = Arc::new(Cancel::default());
        let (cancel, tell) = (Arc::clone(&self.reading), self.reporter());
        self.spawn(name, move || {
            let ended = catch_unwind(AssertUnwindSafe(|| work(&cancel, &tell)));
            tell(match ended {
                Ok(Ok(collection)) => Report::Finished {
                    generation,
                    collection: Box::new(collection.into()),
                },
                Ok(Err(reason)) => Report::Failed { generation, reason },
                Err(_) => Report::Failed {
                    generation,
                    reason: BROKE_DOWN.to_owned(),
                },
            });
        });
    }

    fn spawn(&self, name: &str, work: impl FnOnce() + Send + 'static) {
        let spawned = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(work);
        if let Err(error) = spawned {
            let report = Report::Failed {
                generation: 0,
                reason: error.to_string(),
            };
            drop(self.sender.try_send(report));
        }
    }
}

impl Drop for Jobs {
    fn drop(&mut self) {
        self.reading.cancel();
    }
}

const BROKE_DOWN: &str = "an error inside Crossread";

fn ingest_all(
    order: &Order<'_>,
    with_sample: bool,
    cancel: &Cancel,
    generation: u64,
    tell: &(dyn Fn(Report) + Sync),
) -> Ingested {
    let mut ingested = if with_sample {
        ingest::read_embedded(&sample_files())
    } else {
        Ingested::default()
    };
    if !order.roots.is_empty() {
        let found = ingest::read(order, cancel, &|progress| {
            tell(Report::Reading {
                generation,
                done: progress.done,
                total: progress.total,
            });
        });
        ingested.articles.extend(found.articles);
        ingested.skipped.extend(found.skipped);
    }
    ingested
}

fn analyse(
    ingested: Ingested,
    cache: Option<&Cache>,
    cancel: &Cancel,
    generation: u64,
    tell: &(dyn Fn(Report) + Sync),
) -> Result<Collection, String> {
    pipeline::analyse_known(ingested, cache, cancel, &|step| match step {
        Step::Reading(progress) => tell(Report::Reading {
            generation,
            done: progress.done,
            total: progress.total,
        }),
        Step::Analysed {
            documents,
            progress,
        } => tell(Report::Analysed {
            generation,
            documents,
            progress,
        }),
        Step::Gathering => tell(Report::Gathering { generation }),
    })
    .map_err(|error| error.to_string())
}

fn compared(left: &Document, right: &Document, revision: u64) -> Report {
    let result = catch_unwind(AssertUnwindSafe(|| pipeline::compare(left, right)))
        .map_err(|_| BROKE_DOWN.to_owned())
        .and_then(|compared| compared.map(Box::new).map_err(|error| error.to_string()));
    Report::Compared {
        left: left.article.id.clone(),
        right: right.article.id.clone(),
        revision,
        result,
    }
}
