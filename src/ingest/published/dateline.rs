//! The dateline of an agency report: "BAGHDAD, Nov 5 (Reuters) –".
//!
//! Owns its form. It stays in the text, since it is the article's own words; only its evidence is
//! taken.

use super::dates::{Day, days_in};
use crate::ingest::pattern::pattern;

/// What a dateline tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ingest) struct Dateline {
    /// The words, up to the dash.
    pub words: String,
    /// The day, if it gives one.
    pub day: Option<Day>,
    /// The agency in brackets, if any.
    pub agency: Option<String>,
}

pattern!(
    /// Place in capitals or title case, optional day, optional agency in brackets, a dash.
    FORM,
    r"^(?P<place>\p{Lu}[\p{L}.'’ ,/\-]{1,60}?)(?:[,.]? +(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?))?,? *(?:\((?P<agency>[\p{L}][\p{L}&.\- ]{1,30})\))?(?: *(?:–|—|--|:)| +-)"
);

/// Most bytes at the start of a paragraph in which a dateline ends.
const REACH_BYTES: usize = 140;

/// Reads the dateline at the start of a paragraph. A place alone is not enough: a day or an agency
/// must stand with it.
pub(in crate::ingest) fn read(paragraph: &str) -> Option<Dateline> {
    let mut reach = REACH_BYTES.min(paragraph.len());
    while !paragraph.is_char_boundary(reach) {
        reach -= 1;
    }
    let start = paragraph.get(..reach)?;
    let captures = FORM.captures(start)?;
    let place = captures.name("place")?.as_str();
    let date = captures.name("date").map(|m| m.as_str());
    let agency = captures
        .name("agency")
        .map(|m| m.as_str().trim().to_owned());
    if date.is_none() && agency.is_none() {
        return None;
    }
    if place.split_whitespace().count() > 6 || !is_place_like(place) {
        return None;
    }
    let day = date
        .and_then(|words| days_in(words).into_iter().next())
        .map(|d| d.day);
    if date.is_some() && day.is_none() {
        return None;
    }
    let end = captures.name("agency").map_or_else(
        || captures.name("date").map_or(0, |m| m.end()),
        |m| m.end() + 1,
    );
    Some(Dateline {
        words: start.get(..end)?.trim().to_owned(),
        day,
        agency,
    })
}

/// Every longer word starts with a capital: a place, not the start of a sentence.
fn is_place_like(place: &str) -> bool {
    place
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '/'))
        .filter(|word| !word.is_empty())
        .all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                || matches!(
                    word,
                    "of" | "the" | "and" | "de" | "la" | "el" | "al" | "du" | "near"
                )
        })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::ingest::published::dates::Day;

    #[test]
    fn reads_agency_datelines() {
        let line = read("BAGHDAD, Nov 5 (Reuters) - Iraq said").unwrap();
        assert_eq!(line.words, "BAGHDAD, Nov 5 (Reuters)");
        assert_eq!(line.day, Some(Day::Yearless(11, 5)));
        assert_eq!(line.agency.as_deref(), Some("Reuters"));
        let line = read("WASHINGTON (AP) — The president").unwrap();
        assert_eq!((line.day, line.agency.as_deref()), (None, Some("AP")));
        let line = read("Port-au-Prince, 3 March 2024 (AFP) – Police").unwrap();
        assert!(matches!(line.day, Some(Day::Full(_))));
    }

    #[test]
    fn a_sentence_is_no_dateline() {
        for text in [
            "The court (ICC) - which sits in The Hague - said",
            "Iraq is actively engaging with both",
            "BAGHDAD - Iraq said",
            "May 5 was a holiday",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
