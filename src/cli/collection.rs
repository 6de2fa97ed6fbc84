//! What a headless command works on: folders, files, or a review that was saved.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::terminal::say;
use crate::export::check_apart;
use crate::ingest::{Cancel, Ingested, Order};
use crate::model::{ColumnRole, Columns, SkippedReason};
use crate::pipeline;
use crate::review::Review;
use crate::review::file::{Contents, ReviewFile};
use crate::view::wording;

/// The ending of a review file.
const REVIEW_ENDING: &str = "crossread";

/// Where the articles are.
#[derive(Debug, Args)]
pub(super) struct Roots {
    /// Folders or files with articles; or one review, a file that ends in .crossread
    #[arg(required = true, value_name = "FOLDER")]
    roots: Vec<PathBuf>,
    /// What the columns of a table hold, where the table does not tell: text=NAME,title=NAME and
    /// outlet, author, date, address likewise
    #[arg(long, value_name = "text=NAME,…", value_parser = columns)]
    columns: Option<Columns>,
}

/// Columns as they are typed.
fn columns(typed: &str) -> Result<Columns, String> {
    let mut columns = Columns::default();
    for part in typed.split(',') {
        let (role, name) = part
            .split_once('=')
            .ok_or_else(|| format!("“{part}” is not like text=NAME"))?;
        let role = match role.trim() {
            "text" => ColumnRole::Text,
            "title" => ColumnRole::Title,
            "outlet" => ColumnRole::Outlet,
            "author" => ColumnRole::Author,
            "date" => ColumnRole::Date,
            "address" => ColumnRole::Address,
            other => {
                return Err(format!(
                    "“{other}” is none of text, title, outlet, author, date, address"
                ));
            }
        };
        columns.holds.insert(role, name.trim().to_owned());
    }
    if !columns.holds.contains_key(&ColumnRole::Text) {
        return Err("it does not say which column holds the text: text=NAME".to_owned());
    }
    Ok(columns)
}

impl Roots {
    /// The folders and files by name, for a message.
    pub(super) fn names(&self) -> String {
        let names: Vec<String> = self.roots.iter().map(|r| r.display().to_string()).collect();
        wording::list(&names)
    }

    /// Makes sure that none of them is written over.
    ///
    /// # Errors
    /// With a sentence, when one would be.
    pub(super) fn check_apart(&self, out: &Path) -> Result<(), String> {
        let read = self.roots.iter().map(PathBuf::as_path);
        check_apart(out, read).map_err(|error| error.to_string())
    }

    /// Reads and analyses everything, and says on the terminal what was left aside.
    ///
    /// # Errors
    /// With a sentence, when a folder is missing or a review cannot be opened.
    pub(super) fn open(&self) -> Result<Review, String> {
        if let Some(missing) = self.roots.iter().find(|root| !root.exists()) {
            return Err(format!("there is no file or folder {}", missing.display()));
        }
        let review = match self.roots.as_slice() {
            [only] if is_review(only) => saved(only)?,
            roots => {
                let order = Order {
                    columns: self.columns.as_slice(),
                    ..Order::new(roots)
                };
                let collection = pipeline::run(&order, &Cancel::default(), &|_| ())
                    .map_err(|error| error.to_string())?;
                Review::of(wording::collection_name(roots), roots.to_vec(), collection)
            }
        };
        for skipped in review.skipped() {
            let remedy = match &skipped.reason {
                SkippedReason::ColumnsUnclear(_) => "; say it with --columns text=NAME",
                _ => "",
            };
            say(&format!(
                "{} was left aside: {}{remedy}",
                skipped.path,
                wording::skipped(&skipped.reason)
            ));
        }
        Ok(review)
    }
}

fn is_review(path: &Path) -> bool {
    path.is_file()
        && path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case(REVIEW_ENDING))
}

/// A review from its file, with all corrections laid over it. The file is only read.
fn saved(path: &Path) -> Result<Review, String> {
    let contents = ReviewFile::read(path)
        .map_err(|error| format!("the review {} could not be opened: {error}", path.display()))?;
    restored(contents).map_err(|error| error.to_string())
}

fn restored(contents: Contents) -> Result<Review, crate::language::EngineError> {
    let ingested = Ingested {
        articles: contents
            .articles
            .into_iter()
            .map(Arc::unwrap_or_clone)
            .collect(),
        skipped: contents.skipped,
    };
    let read = pipeline::analyse(ingested, &Cancel::default(), &|_| ())?;
    let mut review = Review::of(contents.name, contents.roots, read);
    review.restore(contents.ledger);
    let laid = review.laying().lay()?;
    review.lay(laid);
    Ok(review)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Contents, restored};
    use crate::ingest::{self, Cancel};
    use crate::review::{About, Act, Change, Correction, Entry, Ledger, NoteAct};
    use chrono::Utc;

    #[test]
    fn a_saved_review_comes_back_with_its_corrections_and_notes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        std::fs::write(
            &file,
            "The dam broke.\n\nThe dam broke on Monday, police said.",
        )
        .unwrap();
        let read = ingest::read_all(&[file], &Cancel::default(), &|_| ());
        let article = read.articles[0].id.clone();
        let mut ledger = Ledger::default();
        for act in [
            Act::Correct(Correction::SetOutlet {
                article: article.clone(),
                outlet: Some("The Lantern".to_owned()),
            }),
            Act::Note(NoteAct::Write {
                about: About::Article(article),
                text: "ask the police".to_owned(),
            }),
        ] {
            ledger.take(Change::Do(Entry {
                act,
                at: Utc::now(),
            }));
        }
        let contents = Contents {
            name: "Dam".to_owned(),
            articles: read.articles.into_iter().map(Arc::new).collect(),
            ledger,
            ..Contents::default()
        };
        let review = restored(contents).unwrap();
        let outlet = review.documents()[0].article.outlet.as_deref();
        assert_eq!(outlet, Some("The Lantern"));
        assert_eq!(review.ledger().note_acts().count(), 1);
    }
}
