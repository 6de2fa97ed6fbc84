//! Words of letters, with the apostrophes, full stops and hyphens that belong to them.

use super::abbreviations::{Abbreviation, abbreviation, is_ordinary};
use super::chunk::{Chunk, is_apostrophe, is_ideograph, is_letter, is_mark};

/// Prefixes that stay joined to their word by a hyphen (Universal Dependencies for English).
const PREFIXES: &[&str] = &[
    "afro", "anti", "arch", "auto", "bi", "bio", "co", "contra", "counter", "cross", "cyber", "de",
    "dis", "e", "electro", "ex", "extra", "geo", "hyper", "indo", "inter", "intra", "mega", "meta",
    "micro", "mid", "mini", "mis", "mono", "multi", "neo", "non", "over", "para", "poly", "post",
    "pre", "pro", "proto", "pseudo", "psycho", "re", "semi", "socio", "sub", "un",
];

/// Letters before a dollar sign that belong to the currency's name.
const DOLLARS: [&str; 9] = ["a", "au", "c", "ca", "hk", "nt", "nz", "s", "us"];

/// Longest word that is looked up in a list.
const LONGEST: usize = 24;

/// One past the word that starts here, if one does.
pub(super) fn scan(chunk: &Chunk, at: usize) -> Option<usize> {
    let first = chunk.at(at);
    if is_ideograph(first) {
        return Some(chunk.while_from(at + 1, is_mark));
    }
    if !first.is_alphabetic() {
        return elided(chunk, at);
    }
    if let Some(end) = dotted(chunk, at) {
        return Some(end);
    }
    let mut end = letters(chunk, at);
    if chunk.at(end) == '-' && end - at <= LONGEST && is_prefix(chunk, at, end) {
        end = letters(chunk, end + 1);
    }
    if chunk.at(end) == '$' && end - at <= 2 && DOLLARS.contains(&chunk.lower(at, end).as_str()) {
        return Some(end + 1);
    }
    if chunk.at(end) == '.' && keeps_full_stop(chunk, at, end) {
        end += 1;
    }
    Some(end)
}

/// One past letters and digits, with apostrophes, ampersands and underscores between letters.
fn letters(chunk: &Chunk, at: usize) -> usize {
    let mut end = at;
    loop {
        end = chunk.while_from(end, |c| {
            (is_letter(c) || c.is_numeric()) && !is_ideograph(c)
        });
        let joins = match chunk.at(end) {
            '&' => chunk.before(end).is_uppercase() && chunk.at(end + 1).is_uppercase(),
            '_' => true,
            c => is_apostrophe(c) && is_letter(chunk.before(end)),
        };
        let next = chunk.at(end + 1);
        if !joins || end == at || !(is_letter(next) || next == '_') || is_ideograph(next) {
            return end;
        }
        end += 1;
    }
}

/// Letters with full stops between them: "U.S.", "p.m.", "e.g.", "Ph.D.".
fn dotted(chunk: &Chunk, at: usize) -> Option<usize> {
    let first = chunk.while_from(at, is_letter);
    let is_degree = matches!(first - at, 2 | 3)
        && chunk.at(at).is_uppercase()
        && [
            "Ph.D", "M.Sc", "B.Sc", "Ed.D", "Lt.Col", "Lt.Gen", "Maj.Gen", "Brig.Gen",
        ]
        .iter()
        .any(|word| word.len() > first - at && chunk.starts(at, word));
    if first != at + 1 && !is_degree || chunk.at(first) != '.' || !is_letter(chunk.at(first + 1)) {
        return None;
    }
    let mut end = first;
    while chunk.at(end) == '.' && is_letter(chunk.at(end + 1)) {
        let next = chunk.while_from(end + 1, is_letter);
        if next - end > if is_degree { 5 } else { 2 } {
            let is_initials = end > at + 1 || !chunk.at(at).is_uppercase();
            let is_initial = chunk.at(at).is_uppercase() && chunk.at(at) != 'I';
            return is_initials
                .then_some(end + 1)
                .filter(|&end| end - at > 2)
                .or(is_initial.then_some(at + 2));
        }
        end = next;
    }
    let is_open = chunk.at(end).is_alphanumeric();
    (!is_open).then(|| end + usize::from(chunk.at(end) == '.' && chunk.at(end + 1) != '.'))
}

/// Whether the word before a hyphen is a prefix and not a word of its own.
fn is_prefix(chunk: &Chunk, at: usize, hyphen: usize) -> bool {
    let next = chunk.at(hyphen + 1);
    next.is_alphanumeric()
        && chunk.before(at) != '-'
        && PREFIXES.contains(&chunk.lower(at, hyphen).as_str())
}

/// Whether the full stop after the word belongs to it.
fn keeps_full_stop(chunk: &Chunk, at: usize, end: usize) -> bool {
    let next = if end + 1 < chunk.len() {
        chunk.at(end + 1)
    } else {
        chunk.next.unwrap_or('\0')
    };
    if chunk.at(end + 1) == '.' || end - at > LONGEST {
        return false;
    }
    if end - at == 1 && chunk.at(at).is_uppercase() {
        return next.is_uppercase() && chunk.before(at) != '-' && chunk.at(at) != 'I';
    }
    let word = chunk.lower(at, end);
    let is_capital = chunk.at(at).is_uppercase();
    let before = if at > 0 {
        chunk.at(at - 1)
    } else {
        chunk.previous.unwrap_or('\0')
    };
    match abbreviation(&word) {
        None => false,
        Some(Abbreviation::BeforeNumber) => next.is_ascii_digit(),
        Some(Abbreviation::AfterNumber) => {
            before.is_ascii_digit() && (next.is_lowercase() || next.is_ascii_digit())
        }
        Some(Abbreviation::Calendar) if is_ordinary(&word) => {
            is_capital && (next.is_ascii_digit() || before == ',')
        }
        Some(Abbreviation::State) if is_ordinary(&word) => is_capital && before == ',',
        Some(Abbreviation::Calendar | Abbreviation::State) => is_capital,
        Some(Abbreviation::Title) => {
            let is_suffix = matches!(word.as_str(), "jr" | "sr");
            is_capital && (next.is_alphanumeric() || next == '\0' || is_suffix)
        }
        Some(Abbreviation::Anywhere | Abbreviation::Inside) => true,
    }
}

/// A word that has lost its first letters: "'em", "'til", "'cause".
fn elided(chunk: &Chunk, at: usize) -> Option<usize> {
    if !is_apostrophe(chunk.at(at)) || chunk.before(at).is_alphanumeric() {
        return None;
    }
    let end = letters(chunk, at + 1);
    let known = ["em", "til", "till", "cause", "bout", "round", "n"];
    (end - at <= 6 && known.contains(&chunk.lower(at + 1, end).as_str())).then_some(end)
}
