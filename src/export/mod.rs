//! What leaves the program: analysis file, comparison file, tables and the report.
//!
//! Owns the public formats and how they are written to disk, whole or not at all. Must not decide
//! anything: it writes what `model` and `view` hold.

mod analysis_file;
mod code_points;
mod comparison_file;
mod write;

pub use analysis_file::analysis_json;
pub use comparison_file::{Side, comparison_json};
pub use write::{ExportError, write_whole};
