//! Noticing that files of an open folder are new, changed or gone.
//!
//! Owns waiting for the system's signals, letting them settle, and saying what differs as plain
//! data. Must not read the contents of a file, and decides nothing: whether the articles are read
//! anew is the reader's choice.

mod snapshot;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use snapshot::Snapshot;

/// What differs from the last time, by paths within the collection, each list in order.
///
/// A file that was renamed is gone under its old path and new under its new one; the article's id
/// depends on its content, so that corrections find it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were not there before.
    pub new: Vec<String>,
    /// Files whose size or time is another.
    pub changed: Vec<String>,
    /// Files that are no longer there.
    pub gone: Vec<String>,
    /// Opened folders that cannot be reached now, as when a network share vanishes. Their files
    /// do not count as gone.
    pub unreachable: Vec<PathBuf>,
}

impl Changes {
    /// Whether nothing differs.
    pub const fn is_empty(&self) -> bool {
        self.new.is_empty()
            && self.changed.is_empty()
            && self.gone.is_empty()
            && self.unreachable.is_empty()
    }
}

/// How long to wait for what.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Quiet after the last signal before the folders are compared: a program that saves a page
    /// writes many files.
    pub quiet: Duration,
    /// Longest wait while signals go on, as during a large copy.
    pub longest: Duration,
    /// The folders are compared this often without any signal; network folders send none.
    pub look_every: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            quiet: Duration::from_millis(700),
            longest: Duration::from_secs(10),
            look_every: Duration::from_mins(1),
        }
    }
}

/// Signals that may wait; one is enough to look again.
const SIGNALS_MAX: usize = 4;

/// Watches folders until it is dropped. Dropping never waits: the thread ends by itself once no
/// signal can come any more.
pub struct Watch {
    _watcher: Option<RecommendedWatcher>,
    _open: SyncSender<Stirred>,
}

/// Something happened in a folder.
struct Stirred;

impl Watch {
    /// Watches `roots` as they are now; `on_change` is called from a thread of the watch, never
    /// with empty changes.
    ///
    /// Where the system gives no signals for a folder, it is compared at intervals instead.
    ///
    /// # Errors
    ///
    /// The system's error when no thread can be started.
    pub fn start(
        roots: Vec<PathBuf>,
        pace: Pace,
        on_change: impl FnMut(Changes) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (signals, stirred) = sync_channel(SIGNALS_MAX);
        let watcher = signalling(&roots, signals.clone());
        let first = Snapshot::of(&roots);
        std::thread::Builder::new()
            .name("watching".to_owned())
            .spawn(move || compare_on_signals(&roots, first, pace, &stirred, on_change))?;
        Ok(Self {
            _watcher: watcher,
            _open: signals,
        })
    }
}

/// The system's watcher on all roots that it can watch.
fn signalling(roots: &[PathBuf], signals: SyncSender<Stirred>) -> Option<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.map_or(true, |event| is_change(event.kind)) {
            // A full channel holds a signal already.
            let _ = signals.try_send(Stirred);
        }
    })
    .ok()?;
    for root in roots {
        // A folder that cannot be watched is compared at intervals.
        let _ = watcher.watch(root, RecursiveMode::Recursive);
    }
    Some(watcher)
}

/// Whether an event can mean other contents; reading a file is no change.
const fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}

/// The work of the thread.
fn compare_on_signals(
    roots: &[PathBuf],
    first: Snapshot,
    pace: Pace,
    signals: &Receiver<Stirred>,
    mut on_change: impl FnMut(Changes),
) {
    let mut last = first;
    loop {
        match signals.recv_timeout(pace.look_every) {
            Ok(Stirred) => {
                if !settled(pace, signals) {
                    return;
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let now = Snapshot::of(roots);
        let (changes, next) = last.compare(now);
        last = next;
        if !changes.is_empty() {
            on_change(changes);
        }
    }
}

/// Waits until signals stop for a while; whether the watch goes on.
fn settled(pace: Pace, signals: &Receiver<Stirred>) -> bool {
    let since = Instant::now();
    while since.elapsed() < pace.longest {
        match signals.recv_timeout(pace.quiet) {
            Ok(Stirred) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::mpsc::{Receiver, sync_channel};
    use std::time::Duration;

    use super::{Changes, Pace, Watch};

    const LONG: Duration = Duration::from_secs(20);

    fn watched(root: &Path, look_every: Duration) -> (Watch, Receiver<Changes>) {
        let (sender, told) = sync_channel(100);
        let pace = Pace {
            quiet: Duration::from_millis(100),
            longest: Duration::from_secs(2),
            look_every,
        };
        let watch = Watch::start(vec![root.to_owned()], pace, move |changes| {
            let _ = sender.send(changes);
        })
        .unwrap();
        (watch, told)
    }

    #[test]
    fn new_changed_and_gone_files_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.txt"), "words").unwrap();
        fs::write(root.join("b.txt"), "words").unwrap();
        let (_watch, told) = watched(root, LONG);
        fs::write(root.join("a.txt"), "other words").unwrap();
        fs::remove_file(root.join("b.txt")).unwrap();
        fs::create_dir(root.join("in")).unwrap();
        fs::write(root.join("in/c.txt"), "words").unwrap();
        fs::write(root.join(".DS_Store"), "junk").unwrap();
        fs::write(root.join("story.crossread"), "a review").unwrap();
        fs::write(root.join("story.crossread-journal"), "saving").unwrap();
        let mut all = Changes::default();
        while all.new.is_empty() || all.changed.is_empty() || all.gone.is_empty() {
            let changes = told.recv_timeout(LONG).unwrap();
            all.new.extend(changes.new);
            all.changed.extend(changes.changed);
            all.gone.extend(changes.gone);
        }
        assert_eq!(all.new, ["in/c.txt"]);
        assert_eq!(all.changed, ["a.txt"]);
        assert_eq!(all.gone, ["b.txt"]);
    }

    #[test]
    fn reading_files_is_no_change_and_dropping_ends_the_watch() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), "words").unwrap();
        let (watch, told) = watched(folder.path(), Duration::from_millis(200));
        fs::read(folder.path().join("a.txt")).unwrap();
        assert!(told.recv_timeout(Duration::from_secs(1)).is_err());
        drop(watch);
        assert!(matches!(
            told.recv_timeout(LONG),
            Err(std::sync::mpsc::RecvTimeoutError::Disconnected)
        ));
    }

    #[test]
    fn a_folder_that_vanishes_is_unreachable_and_its_files_are_not_gone() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("share");
        fs::create_dir(&root).unwrap();
        fs::write(root.join("a.txt"), "words").unwrap();
        let (_watch, told) = watched(&root, Duration::from_millis(200));
        let away = folder.path().join("away");
        fs::rename(&root, &away).unwrap();
        let changes = told.recv_timeout(LONG).unwrap();
        assert_eq!(changes.unreachable, std::slice::from_ref(&root));
        assert!(changes.gone.is_empty());
        fs::write(away.join("b.txt"), "words").unwrap();
        fs::rename(&away, &root).unwrap();
        let changes = told.recv_timeout(LONG).unwrap();
        assert_eq!(changes.new, ["b.txt"]);
        assert!(changes.gone.is_empty() && changes.unreachable.is_empty());
    }
}
