//! Everything the window shows, as plain data.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::{History, Lists, Location, Notice, PaletteFound, Recent, SaveState, Settings};
use crate::corpus::Document;
use crate::ingest::watch::Changes;
use crate::model::{
    Article, ArticleId, ClaimId, Column, ColumnRole, Columns, Comparison, EntityId, Interval,
    MentionKind, Span,
};
use crate::pipeline::Progress;
use crate::review::{About, Correction, Ledger, Review, Scope};
use crate::view::claims::ClaimsState;
use crate::view::people::PeopleState;
use crate::view::timeline::TimelineState;

/// A screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// One article.
    #[default]
    Read,
    /// The table of claims.
    Claims,
    /// Claims over time.
    Timeline,
    /// Two articles side by side.
    Compare,
    /// Everyone and everything named.
    People,
}

/// How far reading has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Looking for files; nothing counted yet.
    Looking,
    /// Reading files.
    Reading {
        /// Files done.
        done: usize,
        /// Files found.
        total: usize,
    },
    /// Finding who says what.
    Analysing(Progress),
    /// Comparing articles with each other.
    Gathering,
}

/// A collection being read.
#[derive(Clone, Debug)]
pub struct Loading {
    /// How far it has come.
    pub phase: Phase,
    /// What it will be called.
    pub name: String,
    /// Folders and files it is read from.
    pub roots: Vec<PathBuf>,
    /// Whether the open collection stays on screen until this one is whole.
    pub keeps_open: bool,
    /// Whether the reader has asked to stop.
    pub is_stopping: bool,
    /// What the reader did, when the articles come out of a review file.
    pub kept: Option<Ledger>,
    /// Articles that are ready and not shown yet.
    pub ready: Vec<Document>,
}

/// What the Read screen hides and shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadState {
    /// Kinds that are not marked.
    pub hidden: BTreeSet<MentionKind>,
    /// Only articles of these days are listed; the other screens filter by the same days.
    pub days: Option<Interval>,
}

/// Two articles side by side.
#[derive(Clone, Debug, Default)]
pub struct Comparing {
    /// Left article.
    pub left: Option<ArticleId>,
    /// Right article.
    pub right: Option<ArticleId>,
    /// The comparison of exactly these two; `None` until it is there.
    pub result: Option<Arc<Comparison>>,
    /// Whether it is being worked out.
    pub is_pending: bool,
    /// Why it could not be worked out.
    pub failure: Option<String>,
    /// Folds that are open, by their first row.
    pub unfolded: BTreeSet<usize>,
    /// Whether one claim in all its sources is shown in place of two articles.
    pub by_claim: bool,
    /// The source that the others are set against, by position; `None` for the first that told it.
    pub base: Option<usize>,
    /// Row that was stepped to, with a number that grows at each step.
    pub at: Option<(usize, u64)>,
}

/// The card by which the reader corrects something, with what was typed into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correcting {
    /// A name.
    Name(NameCard),
    /// Words that were not marked.
    Marking(MarkCard),
    /// An article's headline, outlet and date.
    Article(ArticleCard),
    /// A claim, or one of its wordings.
    Claim(ClaimCard),
    /// A note with tags.
    Note(NoteCard),
    /// What the columns of a table hold.
    Columns(ColumnsCard),
}

/// The card that corrects a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameCard {
    /// Which.
    pub entity: EntityId,
    /// The mention that it was opened from, if any.
    pub at: Option<(ArticleId, Span)>,
    /// The name as edited.
    pub name: String,
    /// What was typed to find another name.
    pub query: String,
    /// Whether only the mention is meant, and how far; `None` for all of the name.
    pub only: Option<Scope>,
}

/// The card that marks words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkCard {
    /// In which article.
    pub article: ArticleId,
    /// Where they stand; `None` while they are typed.
    pub span: Option<Span>,
    /// The words.
    pub words: String,
    /// What they name.
    pub kind: MentionKind,
    /// Where else they are marked too.
    pub scope: Scope,
}

/// The card that corrects an article's facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleCard {
    /// Which.
    pub article: ArticleId,
    /// The headline as edited.
    pub title: String,
    /// The outlet as edited.
    pub outlet: String,
    /// The day as edited: "2025-03-03".
    pub date: String,
}

/// The card that corrects a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimCard {
    /// Which.
    pub claim: ClaimId,
    /// Which of its wordings, by position; `None` for the claim as a whole.
    pub wording: Option<usize>,
    /// Its words as edited.
    pub statement: String,
    /// What was typed to find another claim.
    pub query: String,
    /// Whether the other claim is the opposite, not the same.
    pub is_opposite: bool,
}

/// The card that asks what the columns of a table hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnsCard {
    /// Path of its file.
    pub path: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// What is chosen so far: which column, by its name.
    pub holds: BTreeMap<ColumnRole, String>,
}

/// The card of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteCard {
    /// What it is about.
    pub about: About,
    /// What that is called on screen.
    pub title: String,
    /// The note as edited.
    pub text: String,
    /// A tag that is being typed.
    pub tag: String,
}

/// The open palette.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaletteState {
    /// What was typed.
    pub query: String,
    /// Chosen row.
    pub chosen: usize,
    /// Number of the last question; answers to others are dropped.
    pub serial: u64,
    /// Number of the last answer.
    pub answered: u64,
    /// Whether the chosen row is to be run as soon as the answer is there.
    pub enters: bool,
    /// What else than acts matched when it was last answered.
    pub found: Vec<PaletteFound>,
}

/// The open help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpState {
    /// Which page, by position.
    pub page: usize,
    /// Which of its blocks should come into view, with a number that grows at each wish.
    pub wish: Option<(usize, u64)>,
    /// Words to find in all pages.
    pub query: String,
}

/// What a correction would change, asked for or known.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The correction.
    pub correction: Correction,
    /// Which state of the collection it is about.
    pub revision: u64,
    /// A sentence; `None` until it is known.
    pub words: Option<String>,
}

/// A place that the page should scroll to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Article.
    pub article: ArticleId,
    /// Place; `None` for its top.
    pub span: Option<Span>,
    /// Grows with every wish, so that a wish is granted once.
    pub serial: u64,
}

/// Everything the window shows.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// The open collection.
    pub review: Option<Review>,
    /// The collection being read.
    pub loading: Option<Loading>,
    /// Number of the last asking for a collection; results of others are dropped.
    pub generation: u64,
    /// Grows whenever what is shown of the collection changes.
    pub revision: u64,
    /// Screen.
    pub screen: Screen,
    /// Article that is read.
    pub article: Option<ArticleId>,
    /// Whether that article stays while the rest of the collection is read: the reader chose it, or
    /// has begun to read it. Until then it is the first of the list, whichever that is by then.
    pub is_reading: bool,
    /// Name that is chosen.
    pub entity: Option<EntityId>,
    /// Claim that is chosen.
    pub claim: Option<ClaimId>,
    /// Where the page should scroll to.
    pub wish: Option<Wish>,
    /// What the screens list of the whole collection.
    pub lists: Lists,
    /// Read screen.
    pub read: ReadState,
    /// Claims screen.
    pub claims: ClaimsState,
    /// Timeline screen.
    pub timeline: TimelineState,
    /// Compare screen.
    pub comparing: Comparing,
    /// People and places screen.
    pub people: PeopleState,
    /// How it stands with saving.
    pub saving: SaveState,
    /// How many of the acts that stand were carried over from a smaller collection, and are not
    /// kept with this one yet.
    pub carried: usize,
    /// For which asking it is still being looked up what was done on the open collection before;
    /// until then new acts can be done, but none taken back: the disk knows acts that are not here.
    pub beginning: Option<u64>,
    /// The card that asks where to save the review.
    pub saving_as: Option<super::SavingAs>,
    /// The search, if it is open.
    pub search: Option<super::Search>,
    /// Whether the search's field should take the keyboard.
    pub focuses_search: bool,
    /// How many questions were asked of the index.
    pub questions: u64,
    /// Which texts the index holds: the asking for a collection, and the state of its texts.
    pub indexed: Option<(u64, u64)>,
    /// Palette, if it is open.
    pub palette: Option<PaletteState>,
    /// The card by which something is corrected, if one is open.
    pub correcting: Option<Correcting>,
    /// What the choice that was last pointed at would change.
    pub preview: Option<Preview>,
    /// Folders and files that were dropped while a collection is open, waiting for an answer.
    pub dropped: Option<Vec<PathBuf>>,
    /// Whether a correction is being laid over the collection.
    pub is_laying: bool,
    /// Whether the list of everything the reader did is open.
    pub shows_history: bool,
    /// Whether the list of notes is open.
    pub shows_notes: bool,
    /// What differs by now in the open folders from what was read.
    pub stirred: Changes,
    /// Whether the sample story is part of what is open.
    pub with_sample: bool,
    /// What the reader had said of tables when the folders were read last.
    pub columns: Vec<Columns>,
    /// Paths of tables that the reader was asked about.
    pub asked_tables: BTreeSet<String>,
    /// Articles of what is open that come from no folder: those of a review that was opened.
    pub loose: Vec<Arc<Article>>,
    /// The card that asks what to take away, if it is open.
    pub taking: Option<super::Taking>,
    /// The help, if it is open.
    pub help: Option<HelpState>,
    /// Whether the card that says what the program is made of is open.
    pub shows_about: bool,
    /// Step of the tour, if it is taken.
    pub tour: Option<usize>,
    /// Whether the list of files that could not be read is open.
    pub shows_skipped: bool,
    /// Whether the drawer of a narrow window is open.
    pub shows_drawer: bool,
    /// A sentence for the foot line.
    pub notice: Option<Notice>,
    /// The path field of the first screen.
    pub typed_path: String,
    /// What the reader has set.
    pub settings: Settings,
    /// Folders that were opened before.
    pub recent: Vec<Recent>,
    /// Where the reader has been.
    pub history: History,
}

impl Session {
    /// A session at the first screen.
    pub fn new(settings: Settings, recent: Vec<Recent>) -> Self {
        Self {
            settings,
            recent,
            ..Self::default()
        }
    }

    /// Where the reader is.
    pub fn location(&self) -> Location {
        Location {
            screen: self.screen,
            article: self.article.clone(),
            claim: self.claim,
        }
    }

    /// What the foot line says happened last; empty for nothing.
    pub fn notice_words(&self) -> &str {
        self.notice
            .as_ref()
            .map_or("", |notice| notice.words.as_str())
    }

    /// Whether there is neither a collection nor one being read.
    pub const fn is_at_start(&self) -> bool {
        self.review.is_none() && self.loading.is_none()
    }
}
