//! Abbreviations, head words of organisations, units.

use super::{find, tables};

/// An abbreviation with a full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// As written, with its full stop.
    pub form: &'static str,
    /// What kind it is.
    pub kind: AbbreviationKind,
}

/// What kind of abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AbbreviationKind {
    /// "Mr.", "Gen.": a sentence hardly ever ends here.
    Title,
    /// "vs.", "e.g.", "p.".
    Citation,
    /// "Ave.", "Blvd.".
    Address,
    /// "Oct.".
    Month,
    /// "U.S.", "D.C.".
    Country,
    /// "p.m.".
    Time,
    /// "Inc.".
    Company,
    /// "Calif.".
    State,
    /// "km.".
    Unit,
    /// "Jr.", "Ph.D.".
    NameSuffix,
    /// "Mon.".
    Weekday,
}

/// The dictionary form of an irregular word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lemma(pub(super) &'static str);

/// A head word of names of organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrganisationWord {
    /// The word or words, in lower case.
    pub word: &'static str,
    /// What kind of organisation it names.
    pub kind: OrganisationKind,
}

/// What kind of organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrganisationKind {
    /// Ministries, agencies, schools, associations.
    Institution,
    /// Companies.
    Company,
    /// Media.
    Media,
    /// Parties.
    Party,
    /// Armed forces and groups.
    Armed,
    /// Courts.
    Court,
}

/// A unit of measure, or what is counted in the news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Singular, or as written.
    pub name: &'static str,
    /// What it measures: "length", "money", "people", "count" …
    pub dimension: &'static str,
}

/// Abbreviations with these letters, full stop included.
pub fn abbreviations(form: &str) -> impl Iterator<Item = &'static Abbreviation> {
    find(form, tables::ABBREVIATIONS_FORMS, tables::ABBREVIATIONS)
}

/// Head words of organisations with this word or these words; a word may be of several kinds.
pub fn organisation_words(words: &str) -> impl Iterator<Item = &'static OrganisationWord> {
    find(words, tables::ORG_WORDS_WORDS, tables::ORG_WORDS)
}

/// Units written so; one may measure several things ("pound").
pub fn units(words: &str) -> impl Iterator<Item = &'static Unit> {
    find(words, tables::UNITS_NAMES, tables::UNITS)
}

/// Every unit, in the order of the file.
pub fn all_units() -> &'static [Unit] {
    tables::UNITS
}

/// The dictionary form of an irregular word with this Penn Treebank tag; `form` in lower case.
pub(crate) fn lemma(form: &str, xpos: &str) -> Option<&'static str> {
    let key = format!("{form} {}", xpos.to_lowercase());
    let index = tables::LEMMAS_FORMS.partition_point(|(other, _, _)| *other < key.as_str());
    let &(other, _, row) = tables::LEMMAS_FORMS.get(index)?;
    let lemma = tables::LEMMAS.get(usize::from(row))?;
    (other == key).then_some(lemma.0)
}
