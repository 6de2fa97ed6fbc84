//! What a click, a key or a finished job asks the session to do.

use std::path::PathBuf;

use super::{
    Action, Found, List, Notice, PaletteFound, SaveReport, Screen, SearchFor, TakeAway,
    TakeFailure, TakeOrder, Wanted,
};
use crate::corpus::Document;
use crate::ingest::watch::Changes;
use crate::model::{ArticleId, ClaimId, Comparison, EntityId, Interval, MentionKind, Span};
use crate::pipeline::Progress;
use crate::review::{About, Correction, Gathered, Laid, NoteAct};
use crate::view::claims::ClaimsState;
use crate::view::people::PeopleState;
use crate::view::timeline::TimelineState;

/// What to do with a collection that is open already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenHow {
    /// Ask, if one is open.
    Ask,
    /// Read the new files together with those that are open.
    Add,
    /// Close what is open.
    Replace,
}

/// A side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The left text.
    Left,
    /// The right text.
    Right,
}

/// What is asked of the session.
#[derive(Clone, Debug)]
pub enum Command {
    /// An act that needs no further choice.
    Act(Action),
    /// Open folders and files.
    Open(Vec<PathBuf>, OpenHow),
    /// Answer whether what was dropped is added (`Some(true)`), replaces, or is let go (`None`).
    AnswerDropped(Option<bool>),
    /// The path field of the first screen was edited.
    TypePath(String),
    /// Open what the path field says.
    OpenTypedPath,
    /// Show a screen.
    Show(Screen),
    /// Read an article from its top.
    Read(ArticleId),
    /// The reader has begun to read the article that is shown.
    BeginReading,
    /// Go to a place in an article.
    GoTo(ArticleId, Span),
    /// Choose a name, to see all its mentions; `None` to let go.
    ChooseEntity(Option<EntityId>),
    /// Show or hide highlights of these kinds.
    ToggleKinds(&'static [MentionKind]),
    /// Choose a claim; `None` to let go.
    ChooseClaim(Option<ClaimId>),
    /// Filter or sort claims.
    SetClaims(ClaimsState),
    /// Change what the timeline shows.
    SetTimeline(TimelineState),
    /// Filter names.
    SetPeople(PeopleState),
    /// Choose the article of one side.
    SetSide(Side, ArticleId),
    /// Compare two articles.
    Compare(ArticleId, ArticleId),
    /// Go to the next row of which this is said in the middle column.
    NextOfKind(&'static str),
    /// Compare one claim in all its sources (`true`), or two articles.
    CompareByClaim(bool),
    /// Set the other sources against the one at this position.
    SetBase(usize),
    /// Work out what a correction would change.
    Preview(Box<Correction>),
    /// Show only what was told on these days, on every screen; `None` for all days.
    SetDays(Option<Interval>),
    /// Show or hide the sentences of a fold, by its first row.
    ToggleFold(usize),
    /// Search for something else, or in less.
    SearchFor(Box<SearchFor>),
    /// The search's field has the keyboard.
    SearchFocused,
    /// Go to a hit: position of the article and of the hit in it.
    GoToHit(usize, usize),
    /// Close the search.
    CloseSearch,
    /// The palette's words were edited.
    TypePalette(String),
    /// Move the choice in the palette by so many rows.
    MovePalette(isize),
    /// Run the chosen row of the palette, as soon as it is known.
    EnterPalette,
    /// Close the palette.
    ClosePalette,
    /// Open a card by which something is corrected.
    OpenCard(Card),
    /// The card's fields were edited.
    TypeCorrecting(Box<super::Correcting>),
    /// Close the card.
    CloseCorrecting,
    /// Correct something.
    Correct(Box<Correction>),
    /// Write a note, put a tag on something or take one off.
    Note(Box<NoteAct>),
    /// Run what the palette's row does.
    RunPalette(super::PaletteTarget),
    /// Show or hide the drawer of a narrow window.
    ToggleDrawer,
    /// Where to save was edited.
    TypeSavePath(String),
    /// Save the review at what was typed (`true`), or let it be.
    AnswerSaveAs(bool),
    /// Look for a place to save in the system's dialog.
    BrowseSavePath,
    /// Choose what is taken away.
    ChooseTaking(TakeAway),
    /// Where it is written to was edited.
    TypeTakePath(String),
    /// Look for a place to write to in the system's dialog.
    BrowseTakePath,
    /// Write it (`true`), or let it be.
    AnswerTaking(bool),
    /// Put something on the clipboard.
    Copy(Quoted),
    /// Take this sentence away from the foot line; another one stays.
    LetNoticeGo(Notice),
    /// Let files that differ from what was read be as they are.
    LetStirredBe,
    /// Open a page of the help, by position, at one of its blocks or at its top.
    ReadHelp(usize, Option<usize>),
    /// Words to find in the help were edited.
    TypeHelp(String),
    /// Go to a step of the tour; `None` ends it.
    StepTour(Option<usize>),
    /// Try again to save what could not be saved.
    SaveAgain,
    /// Undo or do again until so many acts stand.
    StepTo(usize),
    /// Close the list that is open over the page.
    CloseLists,
    /// Jobs have something to tell.
    Reports(Vec<Report>),
}

/// What is put on the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quoted {
    /// A passage with its source.
    Passage(ArticleId, Span),
    /// A claim with its wordings.
    Claim(ClaimId),
    /// The two articles that are compared.
    Comparison,
}

/// What a card is opened for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Card {
    /// A name, with the mention it was chosen at.
    Name(EntityId, Option<(ArticleId, Span)>),
    /// Words to mark; `None` to type them.
    Marking(ArticleId, Option<Span>),
    /// An article's headline, outlet and date.
    Article(ArticleId),
    /// A claim, or the wording at this position.
    Claim(ClaimId, Option<usize>),
    /// A note on something, which is called so.
    Note(About, String),
    /// What the columns of the table in the file with this path hold.
    Columns(String),
}

/// What a background job has to tell.
#[derive(Clone, Debug)]
pub enum Report {
    /// Files are being read.
    Reading {
        /// Which asking it belongs to.
        generation: u64,
        /// Files done.
        done: usize,
        /// Files found.
        total: usize,
    },
    /// Some articles are ready.
    Analysed {
        /// Which asking they belong to.
        generation: u64,
        /// The articles with what each says.
        documents: Vec<Document>,
        /// How far the analysis has come.
        progress: Progress,
    },
    /// Articles are being compared with each other.
    Gathering {
        /// Which asking it belongs to.
        generation: u64,
    },
    /// Everything is read.
    Finished {
        /// Which asking it belongs to.
        generation: u64,
        /// The collection.
        collection: Box<Gathered>,
    },
    /// Reading broke down.
    Failed {
        /// Which asking it belongs to.
        generation: u64,
        /// Why.
        reason: String,
    },
    /// Two articles are compared.
    Compared {
        /// Left article.
        left: ArticleId,
        /// Right article.
        right: ArticleId,
        /// Which state of the collection was compared.
        revision: u64,
        /// The comparison, or why it broke down.
        result: Result<Box<Comparison>, String>,
    },
    /// Corrections are laid over the collection.
    Corrected {
        /// Which asking for a collection it belongs to.
        generation: u64,
        /// What is shown from now on; `None` when it broke down.
        laid: Option<Box<Laid>>,
    },
    /// It is known what a correction would change.
    Previewed {
        /// The correction.
        correction: Box<Correction>,
        /// Which state of the collection it is about.
        revision: u64,
        /// A sentence.
        words: String,
    },
    /// The index has answered.
    Found {
        /// Number of the question.
        serial: u64,
        /// What was found.
        found: Found,
    },
    /// What the palette's words match is known.
    Sought {
        /// Number of the question.
        serial: u64,
        /// Articles, names, claims and files that match.
        found: Vec<PaletteFound>,
    },
    /// A list is made.
    Listed {
        /// Which state of the collection it is about.
        revision: u64,
        /// Which list.
        wanted: Wanted,
        /// The list; `None` when it broke down.
        list: Option<List>,
    },
    /// Files of the open folders came, changed or went.
    Stirred {
        /// Which asking for a collection it belongs to.
        generation: u64,
        /// What differs from the last look.
        changes: Changes,
    },
    /// Something was to be written.
    Taken {
        /// What, and where to.
        order: TakeOrder,
        /// How it went.
        result: Result<(), TakeFailure>,
    },
    /// The reader chose where to write.
    PickedTakePath(PathBuf),
    /// How it stands with the review file.
    Saving(SaveReport),
    /// The reader chose where to save the review.
    PickedSavePath(PathBuf),
    /// The reader chose folders in a dialog.
    Picked(Vec<PathBuf>),
    /// A dialog gave nothing: the reader closed it, or there is no dialog service.
    PickedNothing,
}

impl From<Action> for Command {
    fn from(action: Action) -> Self {
        Self::Act(action)
    }
}
