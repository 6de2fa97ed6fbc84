//! The open review: state, commands, effects and background jobs. Knows no window.
//!
//! State is read-only while a frame is drawn. Clicks and keys become [`Command`]s, and [`apply()`] is
//! the only place that changes state; what it wants done outside (reading, comparing, dialogs) it
//! gives back as [`Effect`]s, which [`Jobs`] runs on threads of their own. Their results come back
//! as commands.

mod action;
mod also;
mod apply;
mod clipboard;
mod command;
mod correcting;
mod effect;
mod finder;
mod finding;
mod history;
mod jobs;
mod keeping;
mod listing;
mod loading;
mod navigate;
mod notice;
mod opening;
mod palette;
mod recent;
mod reports;
mod sample;
mod saving;
mod saving_as;
mod search;
mod settings;
mod shortcut;
mod state;
mod tables;
mod taking;
mod tour;
mod watching;

pub use action::Action;
pub use apply::apply;
pub use command::{Card, Command, OpenHow, Quoted, Report, Side};
pub use effect::Effect;
pub use finder::{Finder, Found, FoundArticle, Narrow};
pub use history::{History, Location};
pub use jobs::{Jobs, Waker};
pub use listing::{Gone, List, Listed, Lists, Wanted, list};
pub use notice::{Notice, Stay};
pub use palette::{
    Item as PaletteItem, Scored as PaletteFound, Target as PaletteTarget, items as palette_items,
    resting as palette_resting,
};
pub use recent::{Recent, RecentStore};
pub use sample::sample_files;
pub use saving::{SaveOrder, SaveReport, SaveState, Saver};
pub use saving_as::SavingAs;
pub use search::{Search, SearchFor};
pub use settings::{Settings, ThemeChoice, ZOOM_RANGE};
pub use shortcut::{Key, Shortcut};
pub use state::{
    ArticleCard, ClaimCard, ColumnsCard, Comparing, Correcting, HelpState, Loading, MarkCard,
    NameCard, NoteCard, PaletteState, Phase, Preview, ReadState, Screen, Session, Wish,
};
pub use tables::unclear_tables;
pub use taking::{TakeAway, TakeFailure, TakeOrder, Taking};
pub use tour::{STEPS as TOUR, Step as TourStep};
