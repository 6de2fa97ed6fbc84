//! Every sentence the reader sees about a decision, made from the decision's own values.
//!
//! Plain words, sentence case, what happened and what it means; no jargon, no numbers of rules.

mod origin;
mod published;
mod removed;
mod skipped;
mod time;

pub use origin::origin;
pub use published::published;
pub use removed::removed;
pub use skipped::skipped;
pub use time::time;
