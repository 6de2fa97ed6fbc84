//! Titles, given names and groups of people.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::{find, key_of, tables};

/// A title or role that stands before or instead of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// Its words.
    pub words: &'static str,
    /// What kind it is.
    pub kind: TitleKind,
}

/// What kind of title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TitleKind {
    /// "Mr", "Sir".
    Honorific,
    /// "Pope", "Ayatollah".
    Religious,
    /// "president", "prime minister".
    Office,
    /// "general", "sergeant".
    Rank,
    /// "spokesman", "economist".
    Job,
}

/// A common given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenName {
    /// The name.
    pub name: &'static str,
    /// Whom it is mostly given to; a hint, never a statement about a person.
    pub sex: Sex,
}

/// What a given name is also called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ShortNames {
    /// Its short and pet forms.
    pub(super) forms: &'static [&'static str],
}

/// Whom a given name is mostly given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sex {
    /// Boys.
    Male,
    /// Girls.
    Female,
    /// Either.
    Either,
}

/// A group of people by faith, descent or politics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Singular or adjective ("Sunni").
    pub name: &'static str,
    /// Plural ("Sunnis"); empty where there is none.
    pub plural: &'static str,
    /// By what they are grouped.
    pub kind: GroupKind,
}

/// By what people are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKind {
    /// A religion.
    Religion,
    /// A branch of a religion.
    Denomination,
    /// Descent.
    Ethnic,
    /// Politics.
    Political,
}

/// Titles with these words; a word may be a title of several kinds.
pub fn titles(words: &str) -> impl Iterator<Item = &'static Title> {
    find(words, tables::TITLES_WORDS, tables::TITLES)
}

/// Whether any title ends in this word; to be asked before the words in front of it are tried.
pub fn ends_title(word: &str) -> bool {
    static LAST: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let last = LAST.get_or_init(|| {
        let titles = tables::TITLES_WORDS.iter();
        titles
            .filter_map(|(title, _, _)| title.split(' ').next_back())
            .collect()
    });
    last.contains(key_of(word).as_str())
}

/// The given name written so.
pub fn given_name(word: &str) -> Option<&'static GivenName> {
    find(word, tables::GIVEN_NAMES_NAMES, tables::GIVEN_NAMES).next()
}

/// Whether one given name is a short or pet form of the other: "Chuck" of "Charles".
pub fn is_short_name(a: &str, b: &str) -> bool {
    let of = |short: &str, long: &str| {
        find(long, tables::SHORT_NAMES_NAMES, tables::SHORT_NAMES)
            .flat_map(|names| names.forms)
            .any(|form| form.eq_ignore_ascii_case(short))
    };
    of(a, b) || of(b, a)
}

/// Groups called so.
pub fn groups(words: &str) -> impl Iterator<Item = &'static Group> {
    find(words, tables::GROUPS_NAMES, tables::GROUPS)
}
