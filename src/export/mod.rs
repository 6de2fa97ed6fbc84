//! What leaves the program: analysis file, comparison file, tables and the report.
