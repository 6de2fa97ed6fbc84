//! Abbreviations that keep their full stop, and whether a sentence can end with them.
//!
//! The words and their kinds stand in the lexicon; here stands what a kind means for reading.

use crate::language::lexicon::{self, AbbreviationKind};

/// What an abbreviation needs around it, and what it means for the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Stands before a name: a sentence never ends here.
    Title,
    /// Counts as one only before a number: "No. 5", "p. 12".
    BeforeNumber,
    /// Counts as one only after a number: "5 ft."
    AfterNumber,
    /// A month or a day of the week: seldom ends a sentence.
    Calendar,
    /// A state: counts as one only after a comma or a name ("Dover, Del.").
    State,
    /// Can end a sentence: "Inc.", "etc.", "p.m.".
    Anywhere,
    /// Never ends a sentence: "vs.", "e.g.".
    Inside,
}

/// Citations that stand alone in running text; the others need a number behind them.
const INSIDE: &[&str] = &[
    "al", "approx", "cf", "e.g", "eg", "esp", "etc", "excl", "i.e", "incl", "misc", "resp", "v",
    "viz", "vs",
];

/// Ordinary words that are abbreviations of states, units or times only with the right company.
const ORDINARY: &[&str] = &[
    "ad", "del", "ill", "in", "ind", "man", "mar", "mass", "min", "miss", "mo", "ore", "pa", "sat",
    "sec", "sun", "wash", "wed",
];

/// The kind of the abbreviation with these letters, in lower case and without its last full stop.
pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    let form = format!("{word}.");
    let mut kinds = lexicon::abbreviations(&form).map(|found| found.kind);
    let kind = kinds.next()?;
    let kind = if kind == AbbreviationKind::State && kinds.any(|k| k == AbbreviationKind::Title) {
        AbbreviationKind::Title
    } else {
        kind
    };
    Some(match kind {
        AbbreviationKind::Title => Abbreviation::Title,
        AbbreviationKind::Month | AbbreviationKind::Weekday => Abbreviation::Calendar,
        AbbreviationKind::Unit => Abbreviation::AfterNumber,
        AbbreviationKind::Time if is_ordinary(word) => Abbreviation::AfterNumber,
        AbbreviationKind::State => Abbreviation::State,
        AbbreviationKind::Citation if word == "etc" || word == "al" => Abbreviation::Anywhere,
        AbbreviationKind::Citation if INSIDE.contains(&word) => Abbreviation::Inside,
        AbbreviationKind::Citation => Abbreviation::BeforeNumber,
        AbbreviationKind::Address if matches!(word, "apt" | "no" | "nos" | "rte") => {
            Abbreviation::BeforeNumber
        }
        _ => Abbreviation::Anywhere,
    })
}

/// Whether the letters are an ordinary word, name or unit too, so that their company decides.
pub(super) fn is_ordinary(word: &str) -> bool {
    ORDINARY.contains(&word)
}
