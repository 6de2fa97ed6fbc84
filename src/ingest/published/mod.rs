//! When an article was published.
//!
//! Owns days in words and figures, datelines, and the decision between evidence. A day of saving,
//! printing or changing is never the day of publication; where nothing suffices the day stays
//! unknown.

pub(super) mod dateline;
pub(super) mod dates;
mod decide;
mod files;
mod yearless;

pub(super) use decide::decide;
pub(super) use files::FileTimes;
pub(super) use yearless::{Clues, year_for};
