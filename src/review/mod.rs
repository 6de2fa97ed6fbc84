//! The reader's corrections laid over the analysis, notes, undo, and the review file.
