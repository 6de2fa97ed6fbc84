//! Crossread: read several accounts of the same story side by side.
//!
//! # The house
//!
//! ```text
//! dropped folder
//!   → ingest     find files, read each format, clean the text, find title, outlet, date   → Article
//!   → language   words, sentences, the embedded model's tags, trees and vectors           → Parsed
//!   → annotate   mentions, time expressions, attributions, certainty, per article         → ArticleFindings
//!   → corpus     entities, claims, origins, shared text, across articles                  → Analysis
//!   → review     the reader's corrections laid over the analysis, notes, undo, file       → Review
//!   → view       what a screen shows, as plain data, no drawing                           → view models
//!   → ui         egui panels draw the view models and send commands                       → pixels
//! ```
//!
//! One direction: a stage imports only stages above it. `model` (the nouns) is imported by all.
//! `compare` stands beside `corpus`. `session` holds the open review, runs background jobs and
//! applies commands. `export` writes files from what the screens draw. `app` alone knows
//! everything; `main` only chooses between the window and a headless command.
//!
//! `pipeline` is the one room that the first drawing of the house did not have: the order of the
//! stages, with progress, cancelling and all cores, is needed by the window's jobs and by the
//! headless commands alike, so it is written once, below both.

pub mod annotate;
pub mod cli;
pub mod compare;
pub mod corpus;
pub mod export;
pub mod ingest;
pub mod language;
pub mod model;
pub mod pipeline;
pub mod review;
pub mod session;
pub mod view;

#[cfg(feature = "window")]
pub mod app;
#[cfg(feature = "window")]
pub mod ui;
