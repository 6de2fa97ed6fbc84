//! Whether one name is a shorter form of another, or another spelling of it.

use super::{form, juniors};
use crate::language::lexicon;
use crate::model::EntityKind;

/// Whether `short` (written as `surface`) can stand for `long` within one article.
pub(super) fn shortens(kind: EntityKind, short: &[String], surface: &str, long: &[String]) -> bool {
    match kind {
        EntityKind::Person => person(short, long),
        EntityKind::Organisation => organisation(short, surface, long),
        EntityKind::Event => event(short, long),
        EntityKind::Place | EntityKind::Group => short == long,
    }
}

/// In plain words, why a short name was taken for a longer one.
pub(super) fn why(kind: EntityKind, short: &str) -> String {
    match kind {
        EntityKind::Person => format!("“{short}” is a part of the full name in the same article"),
        EntityKind::Organisation => {
            format!("“{short}” is its short form or its first letters in the same article")
        }
        _ => format!("“{short}” is a part of the longer name in the same article"),
    }
}

/// A surname, a given name, or a name without its middle parts.
fn person(short: &[String], long: &[String]) -> bool {
    if juniors::is_parted(short) != juniors::is_parted(long) {
        // The surname alone may be the son's.
        return matches!((short, long), ([own], [_, .., surname, _]) if own == surname);
    }
    if short.len() >= long.len() {
        return spelled_alike(short, long);
    }
    (long.ends_with(short) && !names_father(long, long.len() - short.len()))
        || long.starts_with(short)
        || without_middle(short, long)
        || is_first_surname(short, long)
}

/// "Freire" for "Ramón Freire Serrano": of two surnames, as in Spain, the first stands alone.
fn is_first_surname(short: &[String], long: &[String]) -> bool {
    match (short, long) {
        ([own], [_, .., surname, _]) => {
            own == surname
                && own.chars().count() > 3
                && lexicon::given_name(&capital(own)).is_none()
        }
        _ => false,
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Whether the part of a name from this word on is the father's: what follows "bin".
pub(super) fn names_father(name: &[String], from: usize) -> bool {
    from.checked_sub(1)
        .and_then(|before| name.get(before))
        .is_some_and(|word| matches!(word.as_str(), "bin" | "ibn" | "bint"))
}

/// "Mohammed Sudani" for "Mohammed Shia Sudani"; "J Smith" for "John Smith".
fn without_middle(short: &[String], long: &[String]) -> bool {
    match (short, long) {
        ([first, .., last], [other_first, .., other_last]) => {
            last == other_last && given_alike(first, other_first)
        }
        _ => false,
    }
}

fn given_alike(a: &str, b: &str) -> bool {
    a == b
        || (a.len() == 1 && b.starts_with(a))
        || (b.len() == 1 && a.starts_with(b))
        || lexicon::is_short_name(a, b)
}

/// Two full names of which one is another spelling or transliteration of the other.
pub(super) fn spelled_alike(a: &[String], b: &[String]) -> bool {
    match (a, b) {
        ([first, .., last], [other_first, .., other_last]) => {
            (last == other_last && given_alike(first, other_first))
                || (alike(last, other_last) && (first == other_first || alike(first, other_first)))
        }
        _ => a == b,
    }
}

/// Two spellings of one word: the same skeleton, and long enough for that to say something.
fn alike(a: &str, b: &str) -> bool {
    a == b
        || (a.len().min(b.len()) >= 5
            && a.len().abs_diff(b.len()) <= 2
            && a.chars().next() == b.chars().next()
            && form::skeleton(a) == form::skeleton(b))
}

/// An acronym, the first words, or the head words of an organisation's name.
fn organisation(short: &[String], surface: &str, long: &[String]) -> bool {
    if short == long {
        return true;
    }
    if let [acronym] = short
        && is_acronym(surface)
        && long.len() > 1
    {
        return form::initials(long).contains(acronym);
    }
    if short.len() >= long.len() {
        return false;
    }
    let phrase = short.join(" ");
    let is_common = lexicon::country(&phrase).is_some()
        || lexicon::nationality(&phrase).is_some()
        || lexicon::region(&phrase).is_some()
        || lexicon::cities(&phrase).next().is_some()
        || lexicon::capital_of(&phrase).is_some();
    let heads = |word: &String| lexicon::organisation_words(word).next().is_some();
    // Where a text names a "House" alone, it is the lower one of a parliament.
    if matches!(short, [house] if house == "house") {
        return matches!(long, [_, of, ..] if of == "of") && long.starts_with(short);
    }
    if long.starts_with(short) {
        return !is_common && !short.iter().all(heads) && short.iter().any(|word| word.len() > 2);
    }
    // "the Front" for "Coastal Front", "Air Force" for "United States Air Force": the head of the
    // name, never a name of its own ("Hezbollah" is not "Kataeb Hezbollah").
    let is_headed = short.last().is_some_and(heads) && !is_common;
    let is_turned = || short.len() > 1 && turned(long).is_some_and(|long| long.ends_with(short));
    is_headed && (long.ends_with(short) || is_turned())
}

/// Bodies whose name is given both ways round.
const TURNED: [&str; 2] = ["department", "ministry"];

/// "Department of the Treasury" as "Treasury Department", with what stands in front.
fn turned(name: &[String]) -> Option<Vec<String>> {
    let at = name.windows(2).position(
        |pair| matches!(pair, [body, of] if TURNED.contains(&body.as_str()) && of == "of"),
    )?;
    let (before, rest) = name.split_at(at);
    let (body, of_what) = rest.split_first()?;
    let of_what = of_what.iter().skip(1).filter(|word| *word != "the");
    let words = before.iter().chain(of_what).chain(std::iter::once(body));
    Some(words.cloned().collect())
}

/// Two to seven capitals, with or without full stops or digits.
pub(super) fn is_acronym(surface: &str) -> bool {
    let letters = surface.chars().filter(|c| c.is_alphabetic()).count();
    (2..=7).contains(&letters)
        && surface
            .chars()
            .all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '&'))
}

fn event(short: &[String], long: &[String]) -> bool {
    short.len() < long.len()
        && short.iter().all(|word| word.len() > 3)
        && long.windows(short.len()).any(|part| part == short)
}

#[cfg(test)]
mod tests {
    use super::super::form::tokens;
    use super::shortens;
    use crate::model::EntityKind;

    fn short_for(kind: EntityKind, short: &str, long: &str) -> bool {
        shortens(kind, &tokens(short, kind), short, &tokens(long, kind))
    }

    #[test]
    fn surnames_and_given_names() {
        assert!(short_for(
            EntityKind::Person,
            "al-Sudani",
            "Mohammed Shia al-Sudani"
        ));
        assert!(short_for(
            EntityKind::Person,
            "Mohammed al-Sudani",
            "Mohammed Shia al-Sudani"
        ));
        assert!(!short_for(EntityKind::Person, "Anna Drove", "Harlan Drove"));
        assert!(short_for(
            EntityKind::Person,
            "Chuck Drove",
            "Charles Drove"
        ));
        let (short, long) = ("Idris", "Karim Hadi bin Idris");
        assert!(!short_for(EntityKind::Person, short, long));
        assert!(short_for(EntityKind::Person, "Karim", long));
    }

    #[test]
    fn short_forms_of_organisations() {
        let org = EntityKind::Organisation;
        assert!(short_for(
            org,
            "NISR",
            "National Institute of Soil Research"
        ));
        assert!(short_for(org, "Northrop", "Northrop Grumman"));
        assert!(!short_for(org, "Hezbollah", "Kataeb Hezbollah"));
        assert!(!short_for(org, "Bank", "Bank of England"));
        assert!(!short_for(org, "House", "White House"));
        assert!(short_for(org, "House", "House of Commons"));
        assert!(short_for(
            org,
            "Fisheries Department",
            "U.S. Department of the Fisheries"
        ));
        assert!(!short_for(org, "Department", "Department of Fisheries"));
        assert!(!short_for(
            org,
            "Forests Department",
            "Department of Fisheries"
        ));
    }
}
