//! The review as one file where the reader wants it: which place, and what must not be written over.

use std::path::{Path, PathBuf};

use super::apply::{expand_home, in_documents};
use super::{Effect, Notice, SaveOrder, Session};
use crate::export::check_apart;
use crate::review::file::FileError;
use crate::review::{Review, free};
use crate::view::wording;

/// The ending of a review file.
const ENDING: &str = "crossread";

/// The open card that asks where to save the review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavingAs {
    /// Where to, as typed.
    pub path: String,
    /// Whether the reader has seen that something stands there already.
    pub replaces: bool,
}

/// Opens the card with a place in the reader's documents where nothing stands.
pub(super) fn open(session: &mut Session) {
    let name = session.review.as_ref().map_or("", |review| &review.name);
    let place = free(PathBuf::from(in_documents(&format!("{name}.{ENDING}"))));
    set_path(session, place.to_string_lossy().into_owned(), false);
}

/// Takes the place that was typed, or chosen in the system's dialog, which asks about replacing.
pub(super) fn set_path(session: &mut Session, path: String, is_picked: bool) {
    session.saving_as = Some(SavingAs {
        path,
        replaces: is_picked,
    });
}

/// Has it saved there, or lets it be.
pub(super) fn answer(session: &mut Session, saves: bool) -> Vec<Effect> {
    let Some(SavingAs { path, replaces }) = session.saving_as.take().filter(|_| saves) else {
        return Vec::new();
    };
    let Some(path) = place(&path) else {
        return Vec::new();
    };
    let documents = session.review.iter().flat_map(Review::documents);
    let articles = documents.filter_map(|document| document.article.file.as_deref());
    if let Err(error) = check_apart(&path, articles) {
        let reason = wording::not_written(&error.to_string());
        session.notice = Some(Notice::staying(reason));
        return Vec::new();
    }
    vec![Effect::Save(SaveOrder::SaveAs { path, replaces })]
}

/// Takes how it went; where something stands already the reader is asked once more.
pub(super) fn saved(session: &mut Session, path: &Path, result: Result<(), FileError>) {
    session.notice = match result {
        Ok(()) => Some(Notice::passing(wording::saved_as(path))),
        Err(FileError::Exists) => {
            session.saving_as = Some(SavingAs {
                path: path.to_string_lossy().into_owned(),
                replaces: true,
            });
            None
        }
        Err(error) => Some(Notice::staying(wording::not_saved_as(path, &error))),
    };
}

/// The place that is meant: in the reader's documents where no folder is named, with the ending of a
/// review; `None` where nothing was typed.
fn place(typed: &str) -> Option<PathBuf> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let mut path = expand_home(typed);
    if path.is_relative() {
        path = PathBuf::from(in_documents(typed));
    }
    let is_review = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING));
    if !is_review {
        let mut name = path.file_name()?.to_owned();
        name.push(".");
        name.push(ENDING);
        path.set_file_name(name);
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Review, SavingAs, answer, place, saved};
    use crate::corpus::testing::document;
    use crate::pipeline::Collection;
    use crate::review::file::FileError;
    use crate::session::{Effect, SaveOrder, Session};

    #[test]
    fn a_review_is_known_by_its_ending_whatever_was_typed() {
        let name = |typed: &str| {
            let path = place(typed)?;
            let name = path.file_name()?.to_str().map(str::to_owned);
            name.filter(|_| path.is_absolute())
        };
        assert_eq!(name("/a/dam").as_deref(), Some("dam.crossread"));
        assert_eq!(name("/a/dam.docx").as_deref(), Some("dam.docx.crossread"));
        assert_eq!(name("/a/dam.CROSSREAD").as_deref(), Some("dam.CROSSREAD"));
        assert_eq!(name("  "), None);
    }

    #[test]
    fn where_something_stands_the_reader_is_asked_once_more() {
        let mut session = Session::default();
        let path = Path::new("/a/dam.crossread");
        saved(&mut session, path, Err(FileError::Exists));
        let asked = session.saving_as.clone();
        assert!(asked.is_some_and(|asked| asked.replaces));
        let effects = answer(&mut session, true);
        assert!(matches!(
            effects.as_slice(),
            [Effect::Save(SaveOrder::SaveAs { replaces: true, .. })]
        ));
        saved(&mut session, path, Ok(()));
        assert!(session.saving_as.is_none());
    }

    #[test]
    fn a_review_is_never_saved_over_an_article() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("wire.crossread");
        std::fs::write(&file, "The dam broke.").expect("written");
        let mut wire = document("wire", "The dam broke.");
        std::sync::Arc::make_mut(&mut wire.article).file = Some(file.clone());
        let collection = Collection {
            documents: vec![wire],
            ..Collection::default()
        };
        let mut session = Session {
            review: Some(Review::of("Dam".to_owned(), Vec::new(), collection)),
            saving_as: Some(SavingAs {
                path: file.to_string_lossy().into_owned(),
                replaces: true,
            }),
            ..Session::default()
        };
        assert!(answer(&mut session, true).is_empty());
        assert!(session.notice.is_some() && session.saving_as.is_none());
    }
}
