//! The command line: which command, with which folders, and its exit code.
