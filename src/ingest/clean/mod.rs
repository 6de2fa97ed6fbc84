//! Taking away what a site puts around an article.
//!
//! Owns the rules for text without markup: form, position, repetition across the collection. Every
//! word taken is kept in `Article.removed`, so that the reader can see it and put it back. When in
//! doubt a passage stays: a sentence lost is worse than a button kept.

mod abroad;
mod around;
mod buttons;
mod credits;
pub(super) mod forms;
mod lead;
mod menus;
mod plain;
pub(super) mod repetition;
mod tail;

pub(super) use plain::clean;
