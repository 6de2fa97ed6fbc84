//! Keeping a review on disk: where, from which act on, and what to do when it cannot be written.
//!
//! Owns the order of saving, without a thread: `session` runs it off the window's. Everything the
//! reader did stays in memory until it is on disk, so a full disk or a file pulled away costs
//! nothing but a message.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::{Contents, FileError, ReadOnlyReason, ReviewFile, ReviewFolder};
use super::{Change, Ledger};
use crate::model::Article;

/// What became of the acts that were to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// All are on disk.
    All,
    /// All are on disk, in a new file, since the old one was moved, deleted or changed by another
    /// program.
    Elsewhere(PathBuf),
    /// Some are not yet; they are tried again.
    Waiting {
        /// How many.
        acts: usize,
        /// Why.
        error: FileError,
    },
    /// Nothing is kept: the review is open for reading alone.
    ReadOnly(ReadOnlyReason),
}

/// Keeps one review at a time.
#[derive(Debug)]
pub struct Keeper {
    folder: ReviewFolder,
    file: Option<ReviewFile>,
    /// All that is to be kept, with what waits.
    contents: Contents,
    /// What is on disk.
    saved: Ledger,
    waiting: VecDeque<Change>,
}

impl Keeper {
    /// A keeper with no review.
    pub fn new(folder: ReviewFolder) -> Self {
        Self {
            folder,
            file: None,
            contents: Contents::default(),
            saved: Ledger::default(),
            waiting: VecDeque::new(),
        }
    }

    /// Where the review is kept; `None` before the first act.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(ReviewFile::path)
    }

    /// Why nothing can be written, if nothing can.
    pub fn read_only(&self) -> Option<ReadOnlyReason> {
        self.file.as_ref().and_then(ReviewFile::read_only)
    }

    /// Takes a collection that was read from folders. When the reader has worked on it before, what
    /// was done then comes back; otherwise nothing is written before the first act.
    ///
    /// # Errors
    /// When a review of these folders is there and cannot be opened. It is left as it is, and what
    /// is done from now on goes to another file.
    pub fn begin(&mut self, collection: Contents) -> Result<&Ledger, FileError> {
        self.close();
        self.contents = collection;
        let path = self.usual_path();
        if path.exists() {
            let (mut file, kept) = ReviewFile::open(&path, &self.folder)?;
            self.contents.ledger = kept.ledger.clone();
            self.saved = kept.ledger;
            let is_same = (&kept.articles, &kept.skipped)
                == (&unplaced(&self.contents), &self.contents.skipped);
            if !is_same && file.read_only().is_none() {
                // The articles can be read again: failing to keep them loses nothing.
                drop(file.keep_collection(&self.contents));
            }
            self.file = Some(file);
        }
        Ok(&self.contents.ledger)
    }

    /// Opens a review file.
    ///
    /// # Errors
    /// When it cannot be opened; what was open is closed all the same.
    pub fn open(&mut self, path: &Path) -> Result<&Contents, FileError> {
        self.close();
        let (file, contents) = ReviewFile::open(path, &self.folder)?;
        self.saved = contents.ledger.clone();
        self.contents = contents;
        self.file = Some(file);
        Ok(&self.contents)
    }

    /// Keeps what the reader did.
    pub fn take(&mut self, change: Change) -> Kept {
        self.contents.ledger.take(change.clone());
        self.waiting.push_back(change);
        self.flush()
    }

    /// Tries again to keep what waits.
    pub fn flush(&mut self) -> Kept {
        match self.write() {
            Ok(None) => Kept::All,
            Ok(Some(path)) => Kept::Elsewhere(path),
            Err(FileError::ReadOnly(reason)) if self.read_only().is_some() => {
                Kept::ReadOnly(reason)
            }
            Err(error) => Kept::Waiting {
                acts: self.waiting.len(),
                error,
            },
        }
    }

    /// How many acts are not on disk.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Writes the whole review to a file of the reader's choice and goes on there. The copy does not
    /// say which folders of this computer the articles came from.
    ///
    /// Where something else stands already, it is written over only if `replaces`.
    ///
    /// # Errors
    /// When it cannot be written; the review stays where it was.
    pub fn save_as(&mut self, path: &Path, replaces: bool) -> Result<(), FileError> {
        if self.path() == Some(path) && self.read_only().is_none() {
            return match self.flush() {
                Kept::Waiting { error, .. } => Err(error),
                _ => Ok(()),
            };
        }
        if !replaces && path.exists() {
            return Err(FileError::Exists);
        }
        if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
            return Err(FileError::NoFolder(folder.to_owned()));
        }
        let copy = Contents {
            roots: Vec::new(),
            ..self.contents.clone()
        };
        let file = ReviewFile::create(path, &copy, &self.folder)?;
        self.settle_in(file);
        Ok(())
    }

    /// Lets go of the review; what waits is tried once more.
    pub fn close(&mut self) {
        if !self.waiting.is_empty() {
            drop(self.flush());
        }
        self.file = None;
        self.contents = Contents::default();
        self.saved = Ledger::default();
        self.waiting.clear();
    }

    fn settle_in(&mut self, file: ReviewFile) {
        self.file = Some(file);
        self.saved = self.contents.ledger.clone();
        self.waiting.clear();
    }

    /// Writes what waits; gives the new path when it had to go elsewhere.
    fn write(&mut self) -> Result<Option<PathBuf>, FileError> {
        if self.waiting.is_empty() {
            return Ok(None);
        }
        if self.file.is_none() {
            let path = free(self.usual_path());
            let file = ReviewFile::create(&path, &self.contents, &self.folder)?;
            self.settle_in(file);
            return Ok(None);
        }
        while let (Some(change), Some(file)) = (self.waiting.front(), &mut self.file) {
            match file.take(change) {
                Ok(()) => self.confirm(),
                Err(FileError::Gone) => return self.rescue().map(Some),
                // Written, though the system said at the end that it was not: or somebody else's.
                Err(FileError::Changed) => {
                    let found = file.reread()?;
                    let mut with_it = self.saved.clone();
                    with_it.take(change.clone());
                    if found == with_it {
                        self.confirm();
                    } else if found != self.saved {
                        return self.rescue().map(Some);
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    fn confirm(&mut self) {
        if let Some(change) = self.waiting.pop_front() {
            self.saved.take(change);
        }
    }

    /// Writes the whole review anew: where it was if that place is free, else in the own folder.
    fn rescue(&mut self) -> Result<PathBuf, FileError> {
        let was = self.path().map(Path::to_owned);
        // The lock of the old place is let go, so that the place can be taken again.
        self.file = None;
        let again = was.filter(|path| !path.exists()).and_then(|path| {
            let parent_is_there = path.parent().is_some_and(Path::exists);
            let file = parent_is_there
                .then(|| ReviewFile::create(&path, &self.contents, &self.folder))?
                .ok()?;
            Some((path, file))
        });
        let (path, file) = if let Some(again) = again {
            again
        } else {
            let path = free(self.usual_path());
            let file = ReviewFile::create(&path, &self.contents, &self.folder)?;
            (path, file)
        };
        self.settle_in(file);
        Ok(path)
    }

    /// Where this collection is kept when the reader chose no place.
    fn usual_path(&self) -> PathBuf {
        let contents = &self.contents;
        self.folder.file_for(&contents.name, &contents.roots)
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.close();
    }
}

/// Articles as a review file gives them back: without their place on this computer.
fn unplaced(contents: &Contents) -> Vec<Arc<Article>> {
    let unplaced = |article: &Arc<Article>| {
        let mut article = (**article).clone();
        article.file = None;
        Arc::new(article)
    };
    contents.articles.iter().map(unplaced).collect()
}

/// The path, or one like it with a number, where no file is.
pub fn free(path: PathBuf) -> PathBuf {
    if !path.exists() {
        return path;
    }
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    (2..=u32::MAX)
        .map(|number| path.with_file_name(format!("{stem}-{number}.crossread")))
        .find(|path| !path.exists())
        .unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use chrono::Utc;

    use super::{Keeper, Kept};
    use crate::model::ArticleId;
    use crate::review::file::{Contents, FileError, ReadOnlyReason, ReviewFile, ReviewFolder};
    use crate::review::testing::article;
    use crate::review::{About, Act, Change, Entry, NoteAct};

    fn note(text: &str) -> Change {
        Change::Do(Entry {
            act: Act::Note(NoteAct::Write {
                about: About::Article(ArticleId::new("a")),
                text: text.to_owned(),
            }),
            at: Utc::now(),
        })
    }

    fn collection() -> Contents {
        Contents {
            name: "Dam".to_owned(),
            roots: vec![PathBuf::from("/nowhere/dam")],
            articles: vec![article("a", "One.").into()],
            ..Contents::default()
        }
    }

    fn home() -> (tempfile::TempDir, ReviewFolder) {
        let folder = tempfile::tempdir().expect("a folder");
        let own = ReviewFolder::at(&folder.path().join("own"));
        (folder, own)
    }

    #[test]
    fn nothing_is_written_before_the_first_act_and_it_comes_back() {
        let (_folder, own) = home();
        let mut keeper = Keeper::new(own.clone());
        assert!(keeper.begin(collection()).expect("begun").is_empty());
        assert_eq!(keeper.path(), None);
        assert_eq!(keeper.take(note("one")), Kept::All);
        assert_eq!(keeper.take(note("two")), Kept::All);
        assert_eq!(keeper.take(Change::Undo), Kept::All);
        drop(keeper);
        let mut keeper = Keeper::new(own);
        let mut grown = collection();
        grown.articles.push(article("b", "Two.").into());
        assert_eq!(keeper.begin(grown).expect("begun").standing().len(), 1);
        let path = keeper.path().expect("a path").to_owned();
        assert_eq!(keeper.open(&path).expect("opened").articles.len(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_pulled_away_is_written_anew_with_everything() {
        let (_folder, own) = home();
        let mut keeper = Keeper::new(own.clone());
        keeper.begin(collection()).expect("begun");
        assert_eq!(keeper.take(note("one")), Kept::All);
        let path = keeper.path().expect("a path").to_owned();
        std::fs::remove_file(&path).expect("removed");
        assert_eq!(keeper.take(note("two")), Kept::Elsewhere(path.clone()));
        assert_eq!(keeper.take(note("three")), Kept::All);
        std::fs::remove_file(&path).expect("removed");
        std::fs::write(&path, "something else").expect("written");
        let Kept::Elsewhere(other) = keeper.take(note("four")) else {
            panic!("not moved");
        };
        assert_ne!(other, path);
        drop(keeper);
        let (_, read) = ReviewFile::open(&other, &own).expect("opened");
        assert_eq!(read.ledger.standing().len(), 4);
    }

    #[test]
    fn a_copy_goes_on_at_its_new_place_and_names_no_folder() {
        let (folder, own) = home();
        let mut keeper = Keeper::new(own.clone());
        keeper.begin(collection()).expect("begun");
        keeper.take(note("one"));
        let copy = folder.path().join("copy.crossread");
        keeper.save_as(&copy, false).expect("saved");
        assert_eq!(keeper.take(note("two")), Kept::All);
        assert_eq!(keeper.path(), Some(copy.as_path()));
        let mut second = Keeper::new(own);
        let read = second.open(&copy).expect("opened");
        assert_eq!((read.ledger.standing().len(), read.roots.len()), (2, 0));
        assert_eq!(
            second.take(note("x")),
            Kept::ReadOnly(ReadOnlyReason::OpenElsewhere)
        );
    }

    #[test]
    fn what_cannot_be_written_waits() {
        let (folder, own) = home();
        // A file where the folder should be: nothing can be created below it.
        std::fs::write(folder.path().join("own"), "").expect("written");
        let mut keeper = Keeper::new(own);
        keeper.begin(collection()).expect("begun");
        let Kept::Waiting { acts: 1, .. } = keeper.take(note("one")) else {
            panic!("kept");
        };
        let Kept::Waiting { acts: 2, error } = keeper.take(note("two")) else {
            panic!("kept");
        };
        assert!(matches!(error, FileError::System(_)));
        std::fs::remove_file(folder.path().join("own")).expect("removed");
        assert_eq!(keeper.flush(), Kept::All);
        assert_eq!(keeper.waiting(), 0);
    }

    #[test]
    fn a_damaged_review_is_left_alone() {
        let (_folder, own) = home();
        let mut keeper = Keeper::new(own.clone());
        keeper.begin(collection()).expect("begun");
        keeper.take(note("one"));
        let path = keeper.path().expect("a path").to_owned();
        keeper.close();
        std::fs::write(&path, "ruined").expect("written");
        assert_eq!(
            keeper.begin(collection()).err(),
            Some(FileError::NotAReview)
        );
        assert_eq!(keeper.take(note("two")), Kept::All);
        assert_ne!(keeper.path(), Some(path.as_path()));
        assert_eq!(std::fs::read(&path).expect("read"), b"ruined");
    }
}
