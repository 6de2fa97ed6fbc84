//! What a review file holds, in memory.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use serde_json::Value;

use super::FileError;
use crate::model::{Article, Skipped, SkippedReason};
use crate::review::{Act, Entry, Ledger};

/// What a review file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// What the collection is called.
    pub name: String,
    /// Folders and files it was read from; empty for a copy that was shared.
    pub roots: Vec<PathBuf>,
    /// Articles as the machine read them, before any correction, in order of their path.
    pub articles: Vec<Arc<Article>>,
    /// Files that were left aside, in order of their path.
    pub skipped: Vec<Skipped>,
    /// What the reader did.
    pub ledger: Ledger,
}

/// Reads everything.
pub(super) fn read(connection: &Connection) -> Result<Contents, FileError> {
    let name = connection
        .query_row("SELECT value FROM review WHERE key = 'name'", [], |row| {
            row.get(0)
        })
        .or_else(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => Ok(String::new()),
            other => Err(other),
        })?;
    let roots: Vec<String> = connection
        .prepare("SELECT path FROM root ORDER BY path")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(Contents {
        name,
        roots: roots.into_iter().map(PathBuf::from).collect(),
        articles: articles(connection)?,
        skipped: skipped(connection)?,
        ledger: ledger(connection)?,
    })
}

fn articles(connection: &Connection) -> Result<Vec<Arc<Article>>, FileError> {
    let mut statement =
        connection.prepare("SELECT id, path, text, facts FROM article ORDER BY path, id")?;
    let rows = statement.query_map([], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    rows.map(|row| {
        let (id, path, text, facts): (String, String, String, String) = row?;
        article(&id, path, text, &facts)
            .map(Arc::new)
            .ok_or_else(|| FileError::Damaged(format!("article {id} cannot be read")))
    })
    .collect()
}

/// An article from its row; whatever a stranger wrote there, its offsets fit its text.
fn article(id: &str, path: String, text: String, facts: &str) -> Option<Article> {
    let mut facts: Value = serde_json::from_str(facts).ok()?;
    let fields = facts.as_object_mut()?;
    fields.insert("id".to_owned(), id.into());
    fields.insert("path".to_owned(), path.into());
    fields.insert("text".to_owned(), text.into());
    fields.insert("file".to_owned(), Value::Null);
    let mut article: Article = serde_json::from_value(facts).ok()?;
    for removed in &mut article.removed {
        removed.at = article.text.floor_char_boundary(removed.at);
    }
    Some(article)
}

/// All facts of an article but its text and where its file lies on this computer.
fn facts(article: &Article) -> Result<String, FileError> {
    let mut value = serde_json::to_value(article).map_err(|error| unwritable(&error))?;
    if let Some(fields) = value.as_object_mut() {
        for field in ["id", "path", "text", "file"] {
            fields.remove(field);
        }
    }
    Ok(value.to_string())
}

fn skipped(connection: &Connection) -> Result<Vec<Skipped>, FileError> {
    let mut statement =
        connection.prepare("SELECT path, reason FROM skipped ORDER BY path, reason")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.map(|row| {
        let (path, reason): (String, String) = row?;
        // A reason that another version of the program gave is no reason to lose the review.
        let reason = serde_json::from_str(&reason).unwrap_or_else(|_| {
            SkippedReason::GivenUp("another version of Crossread knows why".to_owned())
        });
        Ok(Skipped { path, reason })
    })
    .collect()
}

/// Reads what the reader did.
pub(super) fn ledger(connection: &Connection) -> Result<Ledger, FileError> {
    let mut statement = connection.prepare("SELECT at, body FROM act ORDER BY number")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let entries: Vec<Entry> = rows
        .map(|row| {
            let (at, body): (String, String) = row?;
            let at = DateTime::parse_from_rfc3339(&at)
                .map_or(DateTime::UNIX_EPOCH, |at| at.with_timezone(&Utc));
            // An act that this program does not know is kept as it is, and changes nothing.
            let act = serde_json::from_str(&body).unwrap_or(Act::Unread(body));
            Ok(Entry { act, at })
        })
        .collect::<Result<_, rusqlite::Error>>()?;
    let done: i64 = connection.query_row("SELECT done FROM state WHERE only = 1", [], |row| {
        row.get(0)
    })?;
    Ok(Ledger::kept(entries, usize::try_from(done).unwrap_or(0)))
}

/// Writes everything into an empty database.
pub(super) fn write(connection: &Connection, contents: &Contents) -> Result<(), FileError> {
    let program = concat!("crossread ", env!("CARGO_PKG_VERSION"));
    let created = Utc::now().to_rfc3339();
    for (key, value) in [
        ("name", contents.name.as_str()),
        ("program", program),
        ("created", &created),
    ] {
        connection.execute("INSERT INTO review VALUES (?1, ?2)", [key, value])?;
    }
    write_collection(connection, contents)?;
    for (number, entry) in (1_i64..).zip(contents.ledger.entries()) {
        write_act(connection, number, entry)?;
    }
    let done = contents.ledger.standing().len() as i64;
    connection.execute("UPDATE state SET done = ?1", [done])?;
    Ok(())
}

/// Writes what was read from the reader's files, in place of what was read before.
pub(super) fn write_collection(
    connection: &Connection,
    contents: &Contents,
) -> Result<(), FileError> {
    connection.execute_batch("DELETE FROM root; DELETE FROM article; DELETE FROM skipped;")?;
    for root in &contents.roots {
        connection.execute(
            "INSERT OR IGNORE INTO root VALUES (?1)",
            [root.to_string_lossy()],
        )?;
    }
    let mut insert = connection.prepare("INSERT INTO article VALUES (?1, ?2, ?3, ?4)")?;
    for article in &contents.articles {
        let facts = facts(article)?;
        insert.execute(params![
            article.id.as_str(),
            article.path,
            article.text,
            facts
        ])?;
    }
    let mut insert = connection.prepare("INSERT INTO skipped VALUES (?1, ?2)")?;
    for skipped in &contents.skipped {
        let reason = serde_json::to_string(&skipped.reason).map_err(|error| unwritable(&error))?;
        insert.execute([&skipped.path, &reason])?;
    }
    Ok(())
}

/// Writes one act.
pub(super) fn write_act(
    connection: &Connection,
    number: i64,
    entry: &Entry,
) -> Result<(), FileError> {
    let body = match &entry.act {
        Act::Unread(body) => body.clone(),
        act => serde_json::to_string(act).map_err(|error| unwritable(&error))?,
    };
    connection.execute(
        "INSERT INTO act VALUES (?1, ?2, ?3)",
        params![number, entry.at.to_rfc3339(), body],
    )?;
    Ok(())
}

fn unwritable(error: &serde_json::Error) -> FileError {
    FileError::System(error.to_string())
}
