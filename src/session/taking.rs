//! Taking away what was found: which file, where to, and how it went.

use std::path::{Path, PathBuf};

use super::{Effect, Notice, Session};
use crate::export::{Export, ExportError};
use crate::review::Review;
use crate::view::wording;

/// What can be taken away out of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeAway {
    /// A file of findings.
    File(Export),
    /// A picture of the screen as it is.
    Picture,
}

impl TakeAway {
    /// Every kind, in the order of the card.
    pub fn all() -> impl Iterator<Item = Self> {
        Export::ALL
            .into_iter()
            .map(Self::File)
            .chain([Self::Picture])
    }

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::File(export) => export.name(),
            Self::Picture => "Picture of this screen (PNG)",
        }
    }

    /// What it is good for.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::File(Export::Report) => {
                "One page to read, print and send, with claims, origins, timeline and notes"
            }
            Self::File(Export::Workbook) => {
                "Articles, names, mentions, claims and sayings, a sheet each"
            }
            Self::File(Export::Tables) => "The same tables, a file each, for any program",
            Self::File(Export::Timeline) => "When each claim was told, as a drawing of any size",
            Self::File(Export::Annotations) => {
                "All that is marked in the texts, each with its place; as Web Annotations (JSON-LD)"
            }
            Self::File(Export::Analysis) => {
                "All that was found, with its places in the texts; as JSON"
            }
            Self::Picture => "The window as you see it now",
        }
    }

    /// A name for its file or folder.
    const fn file_name(self) -> &'static str {
        match self {
            Self::File(export) => export.file_name(),
            Self::Picture => "picture.png",
        }
    }

    /// Whether it goes into a folder of its own.
    pub const fn is_folder(self) -> bool {
        matches!(self, Self::File(Export::Tables))
    }

    /// Whether writing it to `path` would replace something.
    pub fn would_replace(self, path: &Path) -> bool {
        if self.is_folder() {
            path.join("articles.csv").exists()
        } else {
            path.exists()
        }
    }
}

/// The open card that asks what to take away and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taking {
    /// What.
    pub what: TakeAway,
    /// Where to, as typed.
    pub path: String,
    /// Whether the reader has seen that something stands there already.
    pub replaces: bool,
}

/// Something to be written.
#[derive(Clone, Debug)]
pub struct TakeOrder {
    /// What.
    pub what: TakeAway,
    /// Where to.
    pub path: PathBuf,
    /// Whether something that stands there is replaced.
    pub replaces: bool,
}

/// Why something was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakeFailure {
    /// Something stands there already, and the reader was not asked yet.
    Exists,
    /// It could not be written; a sentence without its full stop.
    NotWritten(String),
}

impl TakeOrder {
    /// Writes a file of findings, unless something stands there that may not be replaced.
    ///
    /// # Errors
    /// When it was not written.
    pub(super) fn write(&self, export: Export, review: &Review) -> Result<(), TakeFailure> {
        self.write_by(|path| export.write(review, path))
    }

    /// Writes by `write`, unless something stands there that may not be replaced.
    ///
    /// # Errors
    /// When it was not written.
    pub fn write_by(
        &self,
        write: impl FnOnce(&Path) -> Result<(), ExportError>,
    ) -> Result<(), TakeFailure> {
        if !self.replaces && self.what.would_replace(&self.path) {
            return Err(TakeFailure::Exists);
        }
        write(&self.path).map_err(|error| TakeFailure::NotWritten(error.to_string()))
    }
}

/// Opens the card.
pub(super) fn open(session: &mut Session) {
    let what = TakeAway::File(Export::Report);
    session.taking = Some(Taking {
        path: offered_path(session, what),
        what,
        replaces: false,
    });
}

/// Chooses what is taken away; a place that the reader typed keeps its folder.
pub(super) fn choose(session: &mut Session, what: TakeAway) {
    let offered = offered_path(session, what);
    let name = Path::new(&offered).file_name().map(PathBuf::from);
    if let Some(taking) = &mut session.taking {
        let folder = Path::new(&taking.path).parent().map(Path::to_owned);
        let moved = folder.zip(name).map(|(folder, name)| folder.join(name));
        taking.path = moved.map_or(offered, |path| path.to_string_lossy().into_owned());
        taking.what = what;
        taking.replaces = false;
    }
}

/// Takes the place that was typed, or chosen in the system's dialog, which asks about replacing.
pub(super) fn set_path(session: &mut Session, path: String, is_picked: bool) {
    if let Some(taking) = &mut session.taking {
        taking.path = path;
        taking.replaces = is_picked;
    }
}

/// Has it written, or lets it be.
pub(super) fn answer(session: &mut Session, saves: bool) -> Vec<Effect> {
    let Some(taking) = session.taking.take().filter(|_| saves) else {
        return Vec::new();
    };
    let typed = taking.path.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let mut path = super::apply::expand_home(typed);
    if let Some(ending) = Path::new(taking.what.file_name()).extension()
        && path.extension().is_none()
    {
        path.set_extension(ending);
    }
    let order = TakeOrder {
        what: taking.what,
        path,
        replaces: taking.replaces,
    };
    // A picture shows the foot line too.
    session.notice = (taking.what != TakeAway::Picture)
        .then(|| Notice::staying(wording::writing(taking.what.name())));
    match (taking.what, &session.review) {
        (TakeAway::Picture, _) => vec![Effect::Picture(order)],
        (TakeAway::File(export), Some(review)) => vec![Effect::TakeAway {
            order,
            export,
            review: Box::new(review.clone()),
        }],
        (TakeAway::File(_), None) => Vec::new(),
    }
}

/// Takes how it went; where something stands already the reader is asked once more.
pub(super) fn taken(session: &mut Session, order: &TakeOrder, result: Result<(), TakeFailure>) {
    session.notice = match result {
        Ok(()) => Some(Notice::passing(wording::written(&order.path))),
        Err(TakeFailure::NotWritten(reason)) => {
            Some(Notice::staying(wording::not_written(&reason)))
        }
        Err(TakeFailure::Exists) => {
            session.taking = Some(Taking {
                what: order.what,
                path: order.path.to_string_lossy().into_owned(),
                replaces: true,
            });
            None
        }
    };
}

/// In the reader's documents, under the collection's name.
fn offered_path(session: &Session, what: TakeAway) -> String {
    let name = session.review.as_ref().map_or("", |review| &review.name);
    super::apply::in_documents(&format!("{name} {}", what.file_name()))
}

#[cfg(test)]
mod tests {
    use super::{TakeAway, TakeFailure, TakeOrder, Taking, answer};
    use crate::export::Export;
    use crate::review::Review;
    use crate::session::{Effect, Session};

    #[test]
    fn nothing_is_replaced_that_the_reader_was_not_asked_about() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut order = TakeOrder {
            what: TakeAway::File(Export::Analysis),
            path: folder.path().join("out.json"),
            replaces: false,
        };
        let review = Review::default();
        assert_eq!(order.write(Export::Analysis, &review), Ok(()));
        let again = order.write(Export::Analysis, &review);
        assert_eq!(again, Err(TakeFailure::Exists));
        order.replaces = true;
        assert_eq!(order.write(Export::Analysis, &review), Ok(()));
    }

    #[test]
    fn a_file_gets_the_ending_by_which_programs_know_it() {
        let mut session = Session {
            review: Some(Review::default()),
            taking: Some(Taking {
                what: TakeAway::File(Export::Report),
                path: "/a/story".to_owned(),
                replaces: false,
            }),
            ..Session::default()
        };
        let effects = answer(&mut session, true);
        let path = effects.first().and_then(|effect| match effect {
            Effect::TakeAway { order, .. } => order.path.to_str(),
            _ => None,
        });
        assert_eq!(path, Some("/a/story.html"));
    }

    #[test]
    fn tables_ask_only_where_tables_stand() {
        let folder = tempfile::tempdir().expect("a folder");
        let what = TakeAway::File(Export::Tables);
        assert!(!what.would_replace(folder.path()));
        std::fs::write(folder.path().join("articles.csv"), "").expect("written");
        assert!(what.would_replace(folder.path()));
    }
}
