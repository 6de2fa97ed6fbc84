//! The reader's corrections laid over the analysis, notes, undo, and the review file.
//!
//! Owns what the reader decides. Must not change the machine's own findings: they are kept beside
//! what is shown, so that every decision can be taken back.

mod correction;
pub mod file;
mod index;
mod keeper;
mod ledger;
mod naming;
mod notes;
mod open;
mod overlay;
mod quote;
mod reread;
#[cfg(test)]
pub(crate) mod testing;

pub use correction::{ClaimRef, Correction, EntityRef, Scope, Statement};
pub use index::{ClaimPlace, Index, MentionPlace, known_as};
pub use keeper::{Keeper, Kept, free};
pub use ledger::{Act, Change, Entry, Ledger};
pub use naming::wording;
pub use notes::{About, Note, NoteAct, Notes};
pub use open::{Gathered, Laid, Laying, Review};
pub use overlay::{
    ClaimMarks, Corrected, Missing, Reach, correct_articles, corrected_article, find_claim,
    find_entity, overlay, preview,
};
pub use quote::{Field, Quote};
pub use reread::Reread;
