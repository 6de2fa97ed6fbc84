//! What was analysed before, kept on disk, so that a collection opens again at once.
//!
//! Owns the file in the program's cache folder: one SQLite database of results by the hash of all
//! that they depend on. Nothing in it is the reader's: it may be deleted at any time. Whatever goes
//! wrong with it (no room, no permission, damage, another program at it) only costs time: the
//! result is then worked out again. Must not know what a result means.

use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::key::Key;
use crate::ingest::Known;

/// Results are kept up to this many bytes; those used least recently go first.
const BYTES_MAX: u64 = 2 << 30;
/// Results are written at once where more bytes than this wait to be.
const WAITING_MAX: usize = 8 << 20;
/// What was worked out is on disk within this time, so that a crash costs no more than that.
const WRITTEN_WITHIN: Duration = Duration::from_secs(2);
/// How long another window at the same file is waited for.
const WAITED_MAX: Duration = Duration::from_millis(500);
/// Name of the file; another name for another form of it.
const FILE: &str = "analysis-2.sqlite";
/// Bytes of a hash that stand before each result.
const SEAL_BYTES: usize = 16;
/// Connections that read.
const READERS_MAX: usize = 8;
/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;

const TABLES: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA trusted_schema = OFF;
    CREATE TABLE IF NOT EXISTS entry (number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE,
        bytes INTEGER NOT NULL, used INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS body (number INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
";

/// Results of earlier runs.
pub struct Cache {
    inner: Mutex<Inner>,
    /// Connections that only read, so that threads need not wait for each other.
    readers: Vec<Mutex<Connection>>,
    bytes_max: u64,
}

struct Inner {
    connection: Connection,
    /// Results that are not on disk yet.
    waiting: Vec<(Key, Vec<u8>)>,
    /// Bytes of these.
    waiting_bytes: usize,
    /// Entries that were used today for the first time.
    used: Vec<i64>,
    /// When something was last written.
    written: Instant,
}

impl std::fmt::Debug for Cache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cache").finish_non_exhaustive()
    }
}

impl Cache {
    /// Where this user's results are kept; `None` where the system names no folder for that.
    pub fn folder_of_this_user() -> Option<PathBuf> {
        let folders = directories::ProjectDirs::from("", "", "crossread")?;
        Some(folders.cache_dir().join("analysis"))
    }

    /// Opens the results kept in a folder, which is made if it is missing. A damaged file is
    /// thrown away. `None` where nothing can be kept.
    pub fn at(folder: &Path) -> Option<Self> {
        make_private(folder).ok()?;
        let file = folder.join(FILE);
        let connection = open(&file).or_else(|| {
            for ending in ["", "-wal", "-shm"] {
                let mut name = file.clone().into_os_string();
                name.push(ending);
                // Where it cannot be removed, opening it fails once more, and nothing is kept.
                drop(std::fs::remove_file(name));
            }
            open(&file)
        })?;
        let readers = (0..rayon::current_num_threads().clamp(1, READERS_MAX))
            .map(|_| Some(Mutex::new(connect(&file)?)))
            .collect::<Option<Vec<_>>>()?;
        Some(Self {
            readers,
            inner: Mutex::new(Inner {
                connection,
                waiting: Vec::new(),
                waiting_bytes: 0,
                used: Vec::new(),
                written: Instant::now(),
            }),
            bytes_max: BYTES_MAX,
        })
    }

    /// The result kept under a name.
    pub(super) fn find(&self, key: &Key) -> Option<Vec<u8>> {
        let thread = rayon::current_thread_index().unwrap_or_default();
        let reader = self.readers.get(thread % self.readers.len())?;
        let found = find(&reader.lock().unwrap_or_else(PoisonError::into_inner), key);
        let (number, used, mut whole) = found.ok().flatten()?;
        if used < today() {
            self.with(|inner| {
                inner.used.push(number);
                Ok(())
            });
        }
        let (seal, body) = whole.split_at_checked(SEAL_BYTES)?;
        let is_sound = seal == seal_of(body);
        whole.drain(..SEAL_BYTES);
        is_sound.then_some(whole)
    }

    /// Keeps a result.
    pub(super) fn keep(&self, key: &Key, body: &[u8]) {
        let whole = [&seal_of(body)[..], body].concat();
        self.with(|inner| {
            inner.waiting_bytes += whole.len();
            inner.waiting.push((*key, whole));
            let is_due =
                inner.written.elapsed() >= WRITTEN_WITHIN || inner.waiting_bytes >= WAITING_MAX;
            if is_due { inner.write() } else { Ok(()) }
        });
    }

    /// Brings everything onto the disk, and throws away what is too much.
    pub(super) fn settle(&self) {
        let bytes_max = self.bytes_max;
        self.with(|inner| {
            inner.write()?;
            inner.tidy(bytes_max, bytes_max / 4 * 3)
        });
    }

    /// Runs something on the database; `None` when it fails.
    fn with<T>(&self, work: impl FnOnce(&mut Inner) -> rusqlite::Result<T>) -> Option<T> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        work(&mut inner).ok()
    }
}

impl Known for Cache {
    fn find(&self, name: &[u8; 32]) -> Option<Vec<u8>> {
        Self::find(self, &Key::of_file(name))
    }

    fn keep(&self, name: &[u8; 32], body: &[u8]) {
        Self::keep(self, &Key::of_file(name), body);
    }
}

impl Drop for Cache {
    fn drop(&mut self) {
        self.with(Inner::write);
    }
}

impl Inner {
    /// Writes what waits, in one short transaction. What could not be written is dropped: it is
    /// worked out again next time.
    fn write(&mut self) -> rusqlite::Result<()> {
        let (waiting, used) = (mem::take(&mut self.waiting), mem::take(&mut self.used));
        self.written = Instant::now();
        self.waiting_bytes = 0;
        if waiting.is_empty() && used.is_empty() {
            return Ok(());
        }
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut entry = transaction.prepare(
                "INSERT INTO entry (key, bytes, used) VALUES (?1, ?2, ?3)
                 ON CONFLICT (key) DO UPDATE SET bytes = excluded.bytes, used = excluded.used
                 RETURNING number",
            )?;
            let mut body = transaction.prepare("INSERT OR REPLACE INTO body VALUES (?1, ?2)")?;
            for (key, bytes) in &waiting {
                let facts = params![key.bytes(), bytes.len() as i64, today()];
                let number: i64 = entry.query_row(facts, |row| row.get(0))?;
                body.execute(params![number, bytes])?;
            }
            let mut touch = transaction.prepare("UPDATE entry SET used = ?2 WHERE number = ?1")?;
            for number in used {
                touch.execute([number, today()])?;
            }
        }
        transaction.commit()
    }

    /// Removes what was used least recently, where there is more than `most`, down to `kept`.
    fn tidy(&mut self, most: u64, kept: u64) -> rusqlite::Result<()> {
        let size = |bytes: i64| u64::try_from(bytes).unwrap_or(0);
        let all = "SELECT coalesce(sum(bytes), 0) FROM entry";
        let mut bytes = size(self.connection.query_row(all, [], |row| row.get(0))?);
        if bytes <= most {
            return Ok(());
        }
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let oldest = "SELECT number, bytes FROM entry ORDER BY used, number";
            let mut entries = transaction.prepare(oldest)?;
            let mut rows = entries.query([])?;
            let mut gone: Vec<i64> = Vec::new();
            while bytes > kept
                && let Some(row) = rows.next()?
            {
                bytes = bytes.saturating_sub(size(row.get(1)?));
                gone.push(row.get(0)?);
            }
            for number in gone {
                transaction.execute("DELETE FROM entry WHERE number = ?1", [number])?;
                transaction.execute("DELETE FROM body WHERE number = ?1", [number])?;
            }
        }
        transaction.commit()
    }
}

/// The entry under a name: its number, when it was used last, and what is kept.
fn find(connection: &Connection, key: &Key) -> rusqlite::Result<Option<(i64, i64, Vec<u8>)>> {
    connection
        .prepare("SELECT number, used, body FROM entry JOIN body USING (number) WHERE key = ?1")?
        .query_row([key.bytes()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()
}

/// Makes a folder that only this user can look into: it tells which articles were read.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The database; `None` when it cannot be used.
fn open(file: &Path) -> Option<Connection> {
    let connection = connect(file)?;
    connection.execute_batch(TABLES).ok()?;
    connection
        .query_row("SELECT count(*) FROM entry", [], |row| row.get::<_, i64>(0))
        .ok()?;
    Some(connection)
}

fn connect(file: &Path) -> Option<Connection> {
    let connection = Connection::open(file).ok()?;
    connection.busy_timeout(WAITED_MAX).ok()?;
    Some(connection)
}

/// What stands before a result, by which damage is seen: the first bytes of its hash.
fn seal_of(body: &[u8]) -> [u8; SEAL_BYTES] {
    let hash = blake3::hash(body);
    let mut seal = [0; SEAL_BYTES];
    for (to, from) in seal.iter_mut().zip(hash.as_bytes()) {
        *to = *from;
    }
    seal
}

/// Days since 1970.
fn today() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| (since.as_secs() / DAY) as i64)
}

#[cfg(test)]
mod tests {
    use super::super::key::Key;
    use super::{Cache, FILE};
    use crate::model::Article;

    fn key(text: &str) -> Key {
        Key::of_article(&Article::plain("a", text)).expect("a key")
    }

    #[test]
    fn what_is_kept_is_found_again_after_a_restart() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::at(folder.path()).expect("a cache");
        cache.keep(&key("one"), b"first");
        cache.keep(&key("one"), b"again");
        drop(cache);
        let cache = Cache::at(folder.path()).expect("a cache");
        assert_eq!(cache.find(&key("one")).as_deref(), Some(&b"again"[..]));
        assert_eq!(cache.find(&key("two")), None);
    }

    #[test]
    fn a_file_that_is_no_cache_is_thrown_away() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(FILE), vec![7; 9000]).expect("written");
        let cache = Cache::at(folder.path()).expect("a cache");
        cache.keep(&key("one"), b"first");
        cache.settle();
        assert!(cache.find(&key("one")).is_some());
    }

    #[test]
    fn a_damaged_result_is_no_result() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::at(folder.path()).expect("a cache");
        cache.keep(&key("one"), b"first");
        cache.settle();
        let damage = "UPDATE body SET body = CAST(substr(body, 1, 18) || 'xxx' AS BLOB)";
        cache.with(|inner| inner.connection.execute_batch(damage));
        assert_eq!(cache.find(&key("one")), None);
    }

    #[test]
    fn a_clock_that_was_set_back_loses_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut cache = Cache::at(folder.path()).expect("a cache");
        cache.keep(&key("one"), b"first");
        cache.settle();
        let ahead = "UPDATE entry SET used = used + 20000";
        cache.with(|inner| inner.connection.execute_batch(ahead));
        cache.keep(&key("two"), b"second");
        cache.settle();
        assert!(cache.find(&key("one")).is_some() && cache.find(&key("two")).is_some());
        cache.bytes_max = 30;
        cache.settle();
        assert!(
            cache.find(&key("one")).is_some(),
            "what seems used last stays"
        );
    }

    #[test]
    fn no_more_is_kept_than_the_bound() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut cache = Cache::at(folder.path()).expect("a cache");
        cache.bytes_max = 1000;
        for number in 0..20 {
            cache.keep(&key(&number.to_string()), &[0; 100 - super::SEAL_BYTES]);
        }
        cache.settle();
        let kept: Vec<bool> = (0..20)
            .map(|number| cache.find(&key(&number.to_string())).is_some())
            .collect();
        assert_eq!(kept.iter().filter(|kept| **kept).count(), 7);
        assert!(kept[19] && !kept[0], "the oldest go first: {kept:?}");
    }

    #[test]
    fn a_folder_that_cannot_be_made_keeps_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        std::fs::write(&file, "").expect("written");
        assert!(Cache::at(&file.join("below")).is_none());
    }
}
