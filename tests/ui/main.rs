//! The window, driven as a person would: by role and label, by keyboard alone, in both themes and
//! sizes. Pictures are drawn by a small rasteriser of our own, so no graphics driver is needed; run
//! with `CROSSREAD_PICTURES=folder` to have them written for a look.

mod harness;
mod idle;
mod keyboard;
mod pictures;
mod screens;
mod soft;
mod story;
