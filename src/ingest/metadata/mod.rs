//! Title, outlet, byline and agency from the words of an article.
//!
//! Owns the forms in which news writes them. Must not read markup (that is the formats' work) and
//! must not invent: what no evidence shows stays unknown.

pub(super) mod agency;
pub(super) mod byline;
pub(super) mod file_name;
pub(super) mod outlet;
pub(super) mod section;
pub(super) mod title;
pub(super) mod window;
