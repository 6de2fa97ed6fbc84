//! Who published an article, from its words.

use super::agency;
use crate::ingest::pattern::pattern;

/// Words that names of papers, agencies and stations are built with.
const OUTLET_WORDS: &[&str] = &[
    "news",
    "times",
    "post",
    "gazette",
    "herald",
    "tribune",
    "journal",
    "chronicle",
    "guardian",
    "telegraph",
    "daily",
    "press",
    "radio",
    "tv",
    "television",
    "review",
    "observer",
    "agency",
    "ledger",
    "mail",
    "express",
    "star",
    "sun",
    "mirror",
    "globe",
    "standard",
    "independent",
    "magazine",
    "broadcasting",
    "dispatch",
    "courier",
    "record",
    "register",
    "bulletin",
    "examiner",
    "inquirer",
    "sentinel",
    "weekly",
    "today",
    "monitor",
    "network",
    "media",
    "wire",
    "reporter",
    "argus",
    "argosy",
    "echo",
    "advertiser",
    "messenger",
    "newspaper",
    "online",
    "channel",
    "world",
    "digest",
    "reuters",
    "bbc",
    "cnn",
    "morning",
    "evening",
    "sunday",
    "morgenpost",
    "zeitung",
    "le",
    "el",
    "al",
];

/// Longest name of an outlet, in words.
const NAME_WORDS_MAX: usize = 6;

pattern!(
    COPYRIGHT,
    r"(?i)^(?:(?:copyright|\(c\)|©|&copy;)[ ,:]*)+(?:\d{4}(?: ?[-–] ?\d{2,4})?)?[ ,:]*(?:by )?(?P<name>[\p{L}\d][\p{L}\d .&’'-]{2,50}?)(?: (?:ltd|limited|inc|llc|plc|gmbh|corp)\b.*)?(?:[,.]? ?\d{4}(?: ?[-–] ?\d{2,4})?)?(?:[.,|].*)?$"
);
pattern!(
    FOLLOW,
    r"^(?:[Ff]ollow|FOLLOW|[Ss]ubscribe to|[Jj]oin|[Ll]isten to|[Dd]ownload the) (?P<name>\p{Lu}[\p{L}\d&’'-]*(?: (?:of|the|and|&|\p{Lu}[\p{L}\d&’'-]*)){0,4}) (?:on|at|wherever|via|app|for)\b"
);
pattern!(
    DOMAIN,
    r"(?i)^(?:www\.)?[a-z0-9-]{2,40}\.(?:com|org|net|co\.uk|news|info|[a-z]{2})$"
);

/// Whether a line by itself could be a masthead: a short name in capitals or title case.
pub(in crate::ingest) fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    !words.is_empty()
        && words.len() <= NAME_WORDS_MAX
        && line.len() <= 60
        && !line.ends_with(['.', '?', '!', ':', ';', ','])
        && words.iter().all(|word| {
            word.chars().next().is_some_and(|c| !c.is_lowercase())
                || matches!(
                    *word,
                    "of" | "the"
                        | "and"
                        | "&"
                        | "de"
                        | "la"
                        | "for"
                        | "on"
                        | "du"
                        | "des"
                        | "del"
                        | "der"
                        | "die"
                        | "das"
                        | "van"
                        | "von"
                        | "le"
                        | "les"
                        | "et"
                        | "und"
                        | "y"
                )
        })
}

/// Whether a masthead uses a word that names of outlets are built with, or is a site's address.
pub(in crate::ingest) fn sounds_like_outlet(line: &str) -> bool {
    if DOMAIN.is_match(line) || agency::says_so(line) || agency::named(line).is_some() {
        return true;
    }
    is_name(line)
        && line
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| OUTLET_WORDS.contains(&word.to_lowercase().as_str()))
}

/// Whether a line is the address of a site and nothing else.
pub(in crate::ingest) fn is_address(line: &str) -> bool {
    DOMAIN.is_match(line)
}

/// The outlet that a copyright line or an invitation to follow names.
pub(in crate::ingest) fn from_site_words(line: &str) -> Option<String> {
    let line = line.trim();
    let name = COPYRIGHT
        .group(line, "name")
        .or_else(|| FOLLOW.group(line, "name"))?
        .trim();
    let generic = [
        "all rights reserved",
        "us",
        "our",
        "the author",
        "the authors",
        "the",
    ];
    let usable = is_name(name) && !generic.contains(&name.to_lowercase().as_str());
    usable.then(|| name.to_owned())
}

/// One spelling for a name that stands in capitals here and in usual letters elsewhere; `text` tells
/// words from letters that stand for words.
pub(in crate::ingest) fn nicer(name: &str, others: &[String], text: &str) -> String {
    let folded = super::title::folded(name);
    let usual = others
        .iter()
        .find(|other| super::title::folded(other) == folded && !is_shouted(other));
    match usual {
        Some(other) => other.clone(),
        None if is_shouted(name) && name.contains(' ') => title_case(name, text),
        None => name.to_owned(),
    }
}

/// All letters are capitals.
pub(in crate::ingest) fn is_shouted(name: &str) -> bool {
    name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase)
}

/// Longest name whose letters may each stand for a word.
const INITIALS_MAX: usize = 3;
/// Words that are small inside a name.
const SMALL_WORDS: &[&str] = &["of", "and", "the", "for", "in", "on", "at", "by", "to"];

fn title_case(name: &str, text: &str) -> String {
    name.split(' ')
        .enumerate()
        .map(|(nth, word)| {
            let lower = word.to_lowercase();
            if SMALL_WORDS.contains(&lower.as_str()) && nth > 0 {
                return lower;
            }
            let is_word = SMALL_WORDS.contains(&lower.as_str())
                || word.chars().count() > INITIALS_MAX
                || is_usual_word(word, &lower, text);
            if !is_word {
                return word.to_owned();
            }
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_string() + &letters.as_str().to_lowercase()
            })
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a text writes a word in small letters, or with one capital, more often than in capitals:
/// "NEW" is a word and "BBC" is none.
fn is_usual_word(word: &str, lower: &str, text: &str) -> bool {
    let (mut usual, mut shouted) = (0_usize, 0_usize);
    for other in text.split(|c: char| !c.is_alphanumeric()) {
        if other == word {
            shouted += 1;
        } else if other.to_lowercase() == lower {
            usual += 1;
        }
    }
    usual > shouted
}

#[cfg(test)]
mod tests {
    use super::{from_site_words, is_name, nicer, sounds_like_outlet};

    #[test]
    fn site_words_name_the_outlet() {
        for (line, name) in [
            ("(c) Upland Radio 2025", "Upland Radio"),
            (
                "© 2024 Example Media. All rights reserved.",
                "Example Media",
            ),
            (
                "Copyright The Evening Argosy 2025. Registered office: Argosy House.",
                "The Evening Argosy",
            ),
            (
                "Follow Upland Radio wherever you get your podcasts",
                "Upland Radio",
            ),
        ] {
            assert_eq!(from_site_words(line).as_deref(), Some(name), "{line}");
        }
        assert_eq!(from_site_words("All rights reserved"), None);
        assert_eq!(from_site_words("Follow us on Twitter"), None);
    }

    #[test]
    fn mastheads() {
        assert!(sounds_like_outlet("Lantern News Agency"));
        assert!(sounds_like_outlet("NORTHERN LEDGER"));
        assert!(is_name("The Open File"));
        assert!(!is_name("Dam gate sticks open"));
    }

    #[test]
    fn names_in_capitals_are_written_as_usual() {
        let text = "BBC staff said that a new gate had a day in the sun. The BBC did not.";
        for (name, usual) in [
            ("UPLAND RADIO", "Upland Radio"),
            ("THE PROVINCIAL", "The Provincial"),
            ("NEW DAY OF OSTREL", "New Day of Ostrel"),
            ("BBC NEWS", "BBC News"),
            ("NPR", "NPR"),
        ] {
            assert_eq!(nicer(name, &[], text), usual);
        }
        let known = ["The Harbour Post".to_owned()];
        assert_eq!(nicer("THE HARBOUR POST", &known, text), "The Harbour Post");
    }
}
