//! The form of a name under which two spellings are one: small letters without marks, particles
//! and hyphens set aside, countries under their usual name.

use std::hash::Hasher;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::corpus::drawn::Fnv;
use crate::language::lexicon;
use crate::model::EntityKind;

/// Particles that come and go in front of a surname ("al-Sudani", "Sudani").
const PARTICLES: [&str; 9] = ["al", "el", "ul", "ad", "an", "as", "ash", "ar", "az"];
/// Legal forms at the end of a company's name.
const LEGAL_FORMS: [&str; 19] = [
    "inc",
    "corp",
    "corporation",
    "ltd",
    "limited",
    "plc",
    "co",
    "company",
    "llc",
    "llp",
    "ag",
    "sa",
    "nv",
    "gmbh",
    "spa",
    "ab",
    "asa",
    "oyj",
    "bv",
];

/// The words of a name in the form under which names are compared.
pub(super) fn tokens(name: &str, kind: EntityKind) -> Vec<String> {
    match kind {
        EntityKind::Person => person(name),
        EntityKind::Organisation => organisation(name),
        EntityKind::Place => vec![place(name)],
        EntityKind::Group => vec![group(name)],
        EntityKind::Event => without_article(words(name)),
    }
}

/// Small letters without accents, cut at everything that is neither letter nor digit; letters with
/// full stops between them are one word ("U.S.").
pub(super) fn words(name: &str) -> Vec<String> {
    split(&plain(name)).map(str::to_owned).collect()
}

/// A number for the [`words`] of a name, the same for all names of the same words; `None` where there are
/// none.
pub(super) fn key(name: &str) -> Option<u64> {
    let plain = plain(name);
    let mut words = split(&plain).peekable();
    words.peek()?;
    let mut hasher = Fnv::default();
    for word in words {
        hasher.write(word.as_bytes());
        hasher.write_u8(b' ');
    }
    Some(hasher.finish())
}

/// Small letters without accents and without what stands inside words; "&" is "+".
fn plain(name: &str) -> String {
    let letters = |c: char| if c == '&' { '+' } else { c };
    let counts = |c: &char| !matches!(c, '.' | '\'' | '’' | '‘' | 'ʿ' | 'ʼ');
    if name.is_ascii() {
        let lower = name.chars().map(|c| c.to_ascii_lowercase());
        lower.map(letters).filter(counts).collect()
    } else {
        let bare = name.nfd().filter(|c| !is_combining_mark(*c));
        let lower = bare.flat_map(char::to_lowercase);
        lower.map(letters).filter(counts).collect()
    }
}

fn split(plain: &str) -> impl Iterator<Item = &str> {
    let words = plain.split(|c: char| !c.is_alphanumeric() && c != '+');
    let words = words.filter(|word| !word.is_empty());
    words.map(|word| if word == "+" { "and" } else { word })
}

fn person(name: &str) -> Vec<String> {
    let words = words(name);
    let mut kept: Vec<String> = words
        .iter()
        .filter(|word| !PARTICLES.contains(&word.as_str()))
        .cloned()
        .collect();
    while kept.len() > 1
        && kept
            .last()
            .is_some_and(|last| matches!(last.as_str(), "jr" | "sr" | "ii" | "iii" | "iv"))
    {
        kept.pop();
    }
    if kept.is_empty() { words } else { kept }
}

fn without_article(mut words: Vec<String>) -> Vec<String> {
    if words.len() > 1 && words.first().is_some_and(|first| first == "the") {
        words.remove(0);
    }
    words
}

fn organisation(name: &str) -> Vec<String> {
    let mut words = without_article(words(name));
    while words.len() > 1
        && words
            .last()
            .is_some_and(|last| LEGAL_FORMS.contains(&last.as_str()))
    {
        words.pop();
    }
    // "US Air Force" and "United States Air Force".
    let leading = name.split(' ').next().unwrap_or_default();
    if words.len() > 1
        && let Some(country) = lexicon::country(leading)
            .filter(|_| leading.chars().all(|c| c.is_uppercase() || c == '.'))
    {
        words.remove(0);
        let mut full = self::words(country.name);
        full.append(&mut words);
        return full;
    }
    words
}

fn place(name: &str) -> String {
    let bare = name
        .strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .unwrap_or(name);
    let bare = [", D.C.", ", DC"]
        .iter()
        .find_map(|district| bare.strip_suffix(district))
        .unwrap_or(bare);
    if let Some(country) = lexicon::country(name).or_else(|| lexicon::country(bare)) {
        return words(country.name).join(" ");
    }
    if let Some(region) = lexicon::region(name).or_else(|| lexicon::region(bare)) {
        return words(region.name).join(" ");
    }
    without_article(words(bare)).join(" ")
}

fn group(name: &str) -> String {
    if let Some(country) = lexicon::nationality(name) {
        return format!("people of {}", country.name.to_lowercase());
    }
    if let Some(group) = lexicon::groups(name).next() {
        // "Democratic" is of the Democrats.
        let noun = group.name.strip_suffix("ic").unwrap_or(group.name);
        let is_listed = lexicon::groups(noun).next().is_some();
        return if is_listed { noun } else { group.name }.to_lowercase();
    }
    if let Some(region) = lexicon::regional_adjective(name) {
        return format!("people of {}", region.name.to_lowercase());
    }
    let words = words(name).join(" ");
    match words.strip_suffix('s') {
        Some(stem) if stem.len() > 3 && !stem.ends_with('s') => stem.to_owned(),
        _ => words,
    }
}

/// A spelling with what transliteration varies set aside: vowels, doubled letters, "y" and "i".
/// That a name ends in a vowel is kept: "Husni" is not "Hassan".
pub(super) fn skeleton(word: &str) -> String {
    let mut bones = String::new();
    for (at, letter) in word.chars().enumerate() {
        let letter = match letter {
            'q' => 'k',
            'y' | 'i' | 'e' | 'o' | 'u' | 'a' | 'w' | 'h' if at > 0 => continue,
            other => other,
        };
        if !bones.ends_with(letter) {
            bones.push(letter);
        }
    }
    if word.ends_with(['i', 'y', 'e', 'a', 'o', 'u']) {
        bones.push('i');
    }
    bones
}

/// First letters of a name, with and without its small words ("of", "the", "and").
pub(super) fn initials(words: &[String]) -> Vec<String> {
    const SMALL: [&str; 10] = [
        "of", "the", "and", "for", "in", "on", "to", "de", "du", "la",
    ];
    let letters = |keep_small: bool| -> String {
        words
            .iter()
            .filter(|word| keep_small || !SMALL.contains(&word.as_str()))
            .filter_map(|word| word.chars().next())
            .collect()
    };
    let (short, long) = (letters(false), letters(true));
    if short == long {
        vec![short]
    } else {
        vec![short, long]
    }
}

#[cfg(test)]
mod tests {
    use super::{initials, skeleton, tokens, words};
    use crate::model::EntityKind;

    #[test]
    fn spellings_of_one_name_are_one() {
        let person = |name| tokens(name, EntityKind::Person);
        assert_eq!(
            person("Mohammed Shia al-Sudani"),
            ["mohammed", "shia", "sudani"]
        );
        assert_eq!(person("Al-Sudani"), ["sudani"]);
        let body = |name| tokens(name, EntityKind::Organisation);
        assert_eq!(body("US Air Force"), body("the United States Air Force"));
        assert_eq!(body("Boeing Co."), ["boeing"]);
        assert_eq!(
            tokens("U.S.", EntityKind::Place),
            tokens("the United States", EntityKind::Place)
        );
        assert_eq!(
            tokens("Iraqis", EntityKind::Group),
            tokens("Iraqi", EntityKind::Group)
        );
    }

    #[test]
    fn transliterations_share_a_skeleton() {
        assert_eq!(skeleton("mohammed"), skeleton("muhamad"));
        assert_eq!(skeleton("sudani"), skeleton("soudani"));
        assert_ne!(skeleton("hassan"), skeleton("husni"));
    }

    #[test]
    fn initials_with_and_without_small_words() {
        assert_eq!(
            initials(&words("Farmers Union of the North")),
            ["fun", "fuotn"]
        );
    }
}
