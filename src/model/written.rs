//! The marks by which Crossread knows what it wrote itself, so that it never takes its own report for
//! an article.
//!
//! Owns the marks only: `export` and `review` write them, `ingest` looks for them. What stands here is
//! in files that readers keep; a mark that changes makes the older files unknown.

/// The program, as every file names its maker.
pub const MAKER: &str = "Crossread";

/// The program with its version, as pages and drawings name their generator.
pub const GENERATOR: &str = concat!("Crossread ", env!("CARGO_PKG_VERSION"));

/// `format` of the analysis file.
pub const ANALYSIS: &str = "crossread-analysis";

/// `format` of the comparison file.
pub const COMPARISON: &str = "crossread-comparison";

/// Marks an SQLite database as a review.
pub const REVIEW: i32 = 0x4352_4452;

/// Headings of the table of articles; those of the other tables likewise.
pub const ARTICLES: [&str; 15] = [
    "Article",
    "File",
    "Format",
    "Title",
    "Outlet",
    "Byline",
    "Agency",
    "Section",
    "Published",
    "What the date rests on",
    "Language",
    "Saved from",
    "Words",
    "Story",
    "Shares text with",
];
/// Of people, organisations, places and other names.
pub const ENTITIES: [&str; 6] = [
    "Entity",
    "Name",
    "Kind",
    "Other names",
    "Mentions",
    "Articles",
];
/// Of the places where they are named.
pub const MENTIONS: [&str; 12] = [
    "Article",
    "File",
    "Start",
    "End",
    "Words",
    "Kind",
    "Named",
    "Entity",
    "Name",
    "First day",
    "Last day",
    "Confidence",
];
/// Of claims.
pub const CLAIMS: [&str; 12] = [
    "Claim",
    "Clearest words",
    "Articles",
    "Independent origins",
    "First told",
    "Last told",
    "How surely",
    "Origins",
    "Numbers that differ",
    "Same with another number",
    "Opposite",
    "Starred",
];
/// Of the places that tell claims.
pub const WORDINGS: [&str; 14] = [
    "Claim",
    "Words",
    "Outlet",
    "Published",
    "Source",
    "How surely",
    "About the days from",
    "to",
    "Origin",
    "Why with the others",
    "Article",
    "File",
    "Start",
    "End",
];
/// Of who is said to have said what.
pub const SAYINGS: [&str; 12] = [
    "Article",
    "Outlet",
    "Published",
    "Source",
    "How it is given",
    "Cue",
    "What is said",
    "Quoted",
    "By way of",
    "How surely",
    "Start",
    "End",
];
/// Of files that could not be read.
pub const LEFT_ASIDE: [&str; 2] = ["File", "Why it was left aside"];

/// The headings of every table.
pub const TABLES: [&[&str]; 7] = [
    &ARTICLES,
    &ENTITIES,
    &MENTIONS,
    &CLAIMS,
    &WORDINGS,
    &SAYINGS,
    &LEFT_ASIDE,
];
