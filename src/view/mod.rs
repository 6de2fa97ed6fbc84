//! What a screen shows, as plain data, and the words in which it is said. Draws nothing.
//!
//! One module per screen; [`wording`] holds every sentence that is made from a value.

pub mod claims;
pub mod compare;
mod highlight;
pub mod people;
pub mod proof;
pub mod read;
pub mod sources;
pub mod timeline;
pub mod wording;

pub use highlight::Highlight;
