//! The window, driven as a person would: by role and label, by keyboard alone, in both themes and
//! sizes. Pictures are drawn by a small rasteriser of our own, so no graphics driver is needed; run
//! with `CROSSREAD_PICTURES=folder` to have them written for a look.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::iter_over_hash_type,
    clippy::float_cmp,
    clippy::many_single_char_names,
    unreachable_pub,
    reason = "a test that meets what it does not expect has to fail; its modules share their helpers"
)]

mod correcting;
mod evidence;
mod frames;
mod harness;
mod help;
mod idle;
mod keeping;
mod keyboard;
#[path = "../../benches/made/mod.rs"]
mod made;
mod names;
mod notices;
mod pictures;
mod reading;
mod screens;
mod soft;
mod story;
mod tables;
mod taking;
mod watching;
