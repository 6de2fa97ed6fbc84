//! The program without a window: its commands, its exit codes and sentences, the files it writes,
//! and the proof that it speaks to nobody and writes nowhere else.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "tests that stop at the first surprise and say why they skip something"
)]

mod about;
mod failures;
mod format;
mod help;
mod proof;
mod report;
mod runs;
mod same;
mod tables;
