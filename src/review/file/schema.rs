//! The tables of a review file, version by version.
//!
//! Format 1, an SQLite database with `application_id` 0x43524452 ("CRDR") and the number of the
//! format in `user_version`:
//!
//! | table | holds |
//! |---|---|
//! | `review` | facts by name: `name` of the collection, `program` and its version that made it, `created` |
//! | `root` | folders and files that the articles were read from, for finding them again; a copy to share holds none |
//! | `article` | the articles as the machine read them: `id` of the content, relative `path`, `text`, and all else as JSON in `facts` |
//! | `skipped` | files that could not be read, with the reason as JSON |
//! | `act` | what the reader did, in order from 1: `at` (RFC 3339, UTC), `body` as JSON (see [`crate::review::Act`]) |
//! | `state` | one row: the first `done` acts stand, the rest are undone; `changes` counts transactions |
//!
//! Nothing that the machine can work out again is kept.

use rusqlite::Connection;

use crate::model::written;

/// The format that this program writes.
pub const VERSION: i64 = MIGRATIONS.len() as i64;

/// What leads from each format to the next; the first from nothing to format 1. Never changed once
/// a program with it is out: a new format is a new line.
const MIGRATIONS: [&str; 1] = ["
    CREATE TABLE review (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE root (path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE article (id TEXT PRIMARY KEY, path TEXT NOT NULL, text TEXT NOT NULL, facts TEXT NOT NULL) STRICT;
    CREATE TABLE skipped (path TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
    CREATE TABLE act (number INTEGER PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE TABLE state (only INTEGER PRIMARY KEY CHECK (only = 1), done INTEGER NOT NULL, changes INTEGER NOT NULL) STRICT;
    INSERT INTO state VALUES (1, 0, 0);
"];

/// Brings a database from a format to the present one, within the caller's transaction.
pub(super) fn migrate(connection: &Connection, from: i64) -> rusqlite::Result<()> {
    let from = usize::try_from(from).unwrap_or(0);
    for migration in MIGRATIONS.iter().skip(from) {
        connection.execute_batch(migration)?;
    }
    connection.pragma_update(None, "application_id", written::REVIEW)?;
    connection.pragma_update(None, "user_version", VERSION)
}

/// Everything that a database declares: tables, indexes, views, triggers, in a fixed order.
pub(super) fn declared(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut rows = connection.prepare(
        "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name",
    )?;
    rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// What a database of a format declares when nobody has meddled with it.
pub(super) fn expected(version: i64) -> rusqlite::Result<Vec<(String, String)>> {
    let connection = Connection::open_in_memory()?;
    for migration in MIGRATIONS
        .iter()
        .take(usize::try_from(version).unwrap_or(0))
    {
        connection.execute_batch(migration)?;
    }
    declared(&connection)
}
