//! What the name of a file tells: headline, outlet, day.

use chrono::NaiveDate;

use crate::ingest::published::dates::{Day, days_in};

/// What a file's name tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::ingest) struct NameEvidence {
    /// Parts that are words, in order: "Headline - Outlet" has two.
    pub parts: Vec<String>,
    /// A day written in it, with the words.
    pub day: Option<(NaiveDate, String)>,
}

/// Reads the name of a file (its whole path within the collection is taken).
pub(in crate::ingest) fn read(path: &str) -> NameEvidence {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = name.split_once('#').map_or(name, |(name, _)| name);
    let stem = match name.rsplit_once('.') {
        Some((stem, extension)) if extension.len() <= 5 && !stem.is_empty() => stem,
        _ => name,
    };
    let mut bare = stem.to_owned();
    let mut day = None;
    for found in days_in(&stem.replace('_', "-")) {
        if let (Day::Full(date), Some(words)) = (found.day, stem.get(found.range.clone())) {
            day = Some((date, words.to_owned()));
            bare = bare.replacen(words, " - ", 1);
            break;
        }
    }
    let spaced = bare
        .replace(" _ ", " | ")
        .replace(" – ", " | ")
        .replace(" — ", " | ");
    let spaced = spaced.replace(" - ", " | ");
    let parts = spaced
        .split(" | ")
        .map(|part| {
            let part = if part.contains(' ') {
                part.replace('_', " ")
            } else {
                part.replace(['_', '-', '+'], " ")
            };
            crate::ingest::formats::lines::collapse(&part)
        })
        .map(|part| {
            part.trim_matches(|c: char| {
                !c.is_alphanumeric() && !matches!(c, '"' | '?' | '!' | ')' | '’' | '”')
            })
            .to_owned()
        })
        .filter(|part| has_words(part))
        .collect();
    NameEvidence { parts, day }
}

/// Words, not the figures and hashes that programs name files by.
fn has_words(part: &str) -> bool {
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let figures = part.chars().filter(char::is_ascii_digit).count();
    letters >= 3 && letters > figures * 2 && !looks_like_hash(part)
}

fn looks_like_hash(part: &str) -> bool {
    part.len() >= 12 && !part.contains(' ') && part.chars().all(|c| c.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn headline_outlet_and_day() {
        let name = read("saved/Keeper warned of gate - Tessary Gazette.html");
        assert_eq!(name.parts, ["Keeper warned of gate", "Tessary Gazette"]);
        let name = read("Northern Ledger 23 October 2025.txt");
        assert_eq!(name.parts, ["Northern Ledger"]);
        assert_eq!(name.day.unwrap().0.to_string(), "2025-10-23");
        assert_eq!(read("2024-11-05-iraq-warned.html").parts, ["iraq warned"]);
    }

    #[test]
    fn names_by_programs_tell_nothing() {
        assert!(read("001_fe3064421819a54d.txt").parts.is_empty());
        assert!(read("12345.html").parts.is_empty());
    }
}
