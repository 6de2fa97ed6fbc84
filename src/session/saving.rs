//! Saving off the window's thread, and what the foot line says about it.
//!
//! Owns the thread that keeps the open review on disk. Orders are carried out one after another, so
//! what is on disk is always what the reader did up to some act.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use crate::review::file::{Contents, FileError, ReadOnlyReason, ReviewFolder};
use crate::review::{Change, Keeper, Kept};
use crate::view::wording;

/// How many orders may wait; a reader is never faster than a disk for that long.
const ORDERS_MAX: usize = 1024;

/// How long to wait before what could not be written is tried again.
const AGAIN_AFTER: Duration = Duration::from_secs(2);

/// What the saving thread is asked to do.
#[derive(Clone, Debug)]
pub enum SaveOrder {
    /// A collection was read from folders: bring back what was done on it before.
    Begin {
        /// Which asking for a collection it belongs to.
        generation: u64,
        /// The collection; its ledger is empty.
        collection: Box<Contents>,
    },
    /// Open a review file.
    Open {
        /// Which asking it belongs to.
        generation: u64,
        /// The file.
        path: PathBuf,
    },
    /// Keep what the reader did.
    Keep(Change),
    /// Write the review to another file, and go on there.
    SaveAs {
        /// The file.
        path: PathBuf,
        /// Whether something that stands there is replaced.
        replaces: bool,
    },
    /// Try again now.
    Again,
    /// Let go of the review.
    Close,
}

/// What the saving thread has to tell.
#[derive(Clone, Debug)]
pub enum SaveReport {
    /// What was done on a collection before; empty for one that is new.
    Begun {
        /// Which asking it belongs to.
        generation: u64,
        /// The acts, or why those of an earlier day could not be read.
        ledger: Result<Box<crate::review::Ledger>, FileError>,
        /// How it stands with saving.
        state: SaveState,
    },
    /// A review file was opened.
    Opened {
        /// Which asking it belongs to.
        generation: u64,
        /// What it holds, or why it could not be opened.
        contents: Result<Box<Contents>, FileError>,
        /// How it stands with saving.
        state: SaveState,
    },
    /// A copy was written, or could not be.
    SavedAs {
        /// Where.
        path: PathBuf,
        /// Whether it was.
        result: Result<(), FileError>,
        /// How it stands with saving.
        state: SaveState,
    },
    /// How it stands with saving.
    State(SaveState),
}

/// How it stands with saving; `view::wording` makes the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was done yet, so nothing is to be saved.
    #[default]
    Nothing,
    /// An act is on its way to the disk.
    Saving,
    /// Everything is on disk, in this file.
    Saved {
        /// The file.
        path: PathBuf,
        /// Whether it had to be written anew, since the old one was moved, deleted or changed.
        is_elsewhere: bool,
    },
    /// Some acts are not on disk; they are tried again.
    Waiting {
        /// How many.
        acts: usize,
        /// Why.
        error: FileError,
    },
    /// The review is open for reading alone.
    ReadOnly(ReadOnlyReason),
}

impl SaveState {
    /// The words of the foot line; empty while there is nothing to say.
    pub fn line(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Saving => "Saving…".to_owned(),
            Self::Saved { .. } => "All changes saved".to_owned(),
            Self::Waiting { acts, error } => wording::not_saved(*acts, error),
            Self::ReadOnly(reason) => wording::only_read(*reason).to_owned(),
        }
    }

    /// A sentence that says more: where it is saved, or why not.
    pub fn explained(&self) -> String {
        match self {
            Self::Nothing | Self::Saving => String::new(),
            Self::Saved { path, .. } => wording::saved_in(path),
            Self::Waiting { error, .. } => wording::file_error(error),
            Self::ReadOnly(reason) => wording::read_only(*reason),
        }
    }
}

/// The saving thread of one window. Dropping it waits until what is on its way is on disk.
#[derive(Debug)]
pub struct Saver {
    orders: Option<SyncSender<SaveOrder>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Saver {
    /// Starts the thread; `tell` is called on it.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        folder: ReviewFolder,
        tell: impl Fn(SaveReport) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (sender, receiver) = sync_channel(ORDERS_MAX);
        let thread = std::thread::Builder::new()
            .name("save".to_owned())
            .spawn(move || serve(Keeper::new(folder), &receiver, &tell))?;
        Ok(Self {
            orders: Some(sender),
            thread: Some(thread),
        })
    }

    /// Gives an order. When it comes back, the thread has broken down and it was not taken.
    ///
    /// # Errors
    /// When the order was not taken.
    pub fn order(&self, order: SaveOrder) -> Result<(), SaveOrder> {
        match &self.orders {
            Some(orders) => orders.try_send(order).map_err(|error| match error {
                std::sync::mpsc::TrySendError::Full(order)
                | std::sync::mpsc::TrySendError::Disconnected(order) => order,
            }),
            None => Err(order),
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // A thread that broke down has nothing left to wait for.
            drop(thread.join());
        }
    }
}

fn serve(mut keeper: Keeper, orders: &Receiver<SaveOrder>, tell: &impl Fn(SaveReport)) {
    loop {
        let order = if keeper.waiting() == 0 {
            orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            orders.recv_timeout(AGAIN_AFTER)
        };
        match order {
            Ok(order) => tell(carry_out(&mut keeper, order)),
            Err(RecvTimeoutError::Timeout) => {
                let kept = keeper.flush();
                // Told when it has changed: an idle window is not woken for the same bad news.
                if !matches!(kept, Kept::Waiting { .. }) {
                    tell(SaveReport::State(state(&keeper, kept)));
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn carry_out(keeper: &mut Keeper, order: SaveOrder) -> SaveReport {
    match order {
        SaveOrder::Begin {
            generation,
            collection,
        } => SaveReport::Begun {
            generation,
            ledger: keeper
                .begin(*collection)
                .map(|ledger| Box::new(ledger.clone())),
            state: at_rest(keeper),
        },
        SaveOrder::Open { generation, path } => SaveReport::Opened {
            generation,
            contents: keeper
                .open(&path)
                .map(|contents| Box::new(contents.clone())),
            state: at_rest(keeper),
        },
        SaveOrder::SaveAs { path, replaces } => SaveReport::SavedAs {
            result: keeper.save_as(&path, replaces),
            state: {
                let kept = keeper.flush();
                state(keeper, kept)
            },
            path,
        },
        SaveOrder::Keep(change) => {
            let kept = keeper.take(change);
            SaveReport::State(state(keeper, kept))
        }
        SaveOrder::Again => {
            let kept = keeper.flush();
            SaveReport::State(state(keeper, kept))
        }
        SaveOrder::Close => {
            keeper.close();
            SaveReport::State(SaveState::Nothing)
        }
    }
}

/// How it stands before any act of today.
fn at_rest(keeper: &Keeper) -> SaveState {
    keeper
        .read_only()
        .map_or_else(|| state(keeper, Kept::All), SaveState::ReadOnly)
}

fn state(keeper: &Keeper, kept: Kept) -> SaveState {
    match kept {
        Kept::All => keeper
            .path()
            .map_or(SaveState::Nothing, |path| SaveState::Saved {
                path: path.to_owned(),
                is_elsewhere: false,
            }),
        Kept::Elsewhere(path) => SaveState::Saved {
            path,
            is_elsewhere: true,
        },
        Kept::Waiting { acts, error } => SaveState::Waiting { acts, error },
        Kept::ReadOnly(reason) => SaveState::ReadOnly(reason),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::mpsc::sync_channel;
    use std::time::Duration;

    use chrono::Utc;

    use super::{SaveOrder, SaveReport, SaveState, Saver};
    use crate::model::ArticleId;
    use crate::review::file::{Contents, ReviewFolder};
    use crate::review::{Act, Change, Correction, Entry};

    fn begin(generation: u64) -> SaveOrder {
        let collection = Contents {
            name: "Dam".to_owned(),
            roots: vec![PathBuf::from("/nowhere/dam")],
            ..Contents::default()
        };
        SaveOrder::Begin {
            generation,
            collection: Box::new(collection),
        }
    }

    fn act() -> SaveOrder {
        SaveOrder::Keep(Change::Do(Entry {
            act: Act::Correct(Correction::SetOutlet {
                article: ArticleId::new("a"),
                outlet: None,
            }),
            at: Utc::now(),
        }))
    }

    #[test]
    fn acts_are_on_disk_within_a_second_and_come_back_the_next_day() {
        let folder = tempfile::tempdir().expect("a folder");
        let start = || {
            let (sender, told) = sync_channel(100);
            let own = ReviewFolder::at(folder.path());
            let saver = Saver::start(own, move |report| sender.send(report).expect("heard"));
            (saver.expect("started"), told)
        };
        let (saver, told) = start();
        let next = || told.recv_timeout(Duration::from_secs(20)).expect("kept");
        saver.order(begin(1)).expect("taken");
        assert!(matches!(
            next(),
            SaveReport::Begun {
                generation: 1,
                state: SaveState::Nothing,
                ..
            }
        ));
        saver.order(act()).expect("taken");
        assert!(matches!(next(), SaveReport::State(SaveState::Saved { .. })));
        // Dropped with orders on their way: they are carried out first.
        for _ in 0..5 {
            saver.order(act()).expect("taken");
        }
        drop(saver);
        let (saver, told) = start();
        saver.order(begin(2)).expect("taken");
        let report = told.recv_timeout(Duration::from_secs(5)).expect("begun");
        let SaveReport::Begun {
            ledger: Ok(ledger), ..
        } = report
        else {
            panic!("{report:?}");
        };
        assert_eq!(ledger.standing().len(), 6);
    }
}
