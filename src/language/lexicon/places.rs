//! Countries, cities and regions.

use super::{find, tables};

/// A country or major territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// Its usual name.
    pub name: &'static str,
    /// Other names and abbreviations.
    pub other_names: &'static [&'static str],
    /// Adjectives and words for one of its people.
    pub adjectives: &'static [&'static str],
    /// Words for several of its people.
    pub demonyms: &'static [&'static str],
    /// Its capital; empty where there is none.
    pub capital: &'static str,
}

/// A city or town.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct City {
    /// Its name.
    pub name: &'static str,
    /// The country it lies in.
    pub country: &'static str,
}

/// A continent, region, sea, river, state or province.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its usual name.
    pub name: &'static str,
    /// Other names and abbreviations.
    pub other_names: &'static [&'static str],
    /// What it is: "continent", "US state", "river" …
    pub kind: &'static str,
    /// The country or wider place it lies in; empty for none.
    pub within: &'static str,
}

/// Every country, in the order of the file.
pub fn countries() -> &'static [Country] {
    tables::COUNTRIES
}

/// The country with this name or abbreviation.
pub fn country(words: &str) -> Option<&'static Country> {
    find(words, tables::COUNTRIES_NAMES, tables::COUNTRIES).next()
}

/// The country that this adjective or word for its people belongs to ("Iraqi", "Iraqis").
pub fn nationality(words: &str) -> Option<&'static Country> {
    find(words, tables::COUNTRIES_NATIONALITIES, tables::COUNTRIES).next()
}

/// The country with this capital.
pub fn capital_of(words: &str) -> Option<&'static Country> {
    find(words, tables::COUNTRIES_CAPITALS, tables::COUNTRIES).next()
}

/// Cities with this name; capitals of `countries` need not be among them.
pub fn cities(words: &str) -> impl Iterator<Item = &'static City> {
    find(words, tables::CITIES_NAMES, tables::CITIES)
}

/// The region with this name or abbreviation.
pub fn region(words: &str) -> Option<&'static Region> {
    find(words, tables::REGIONS_NAMES, tables::REGIONS).next()
}

/// The region that this adjective or word for its people belongs to ("European", "Texan").
pub fn regional_adjective(words: &str) -> Option<&'static Region> {
    find(words, tables::REGIONS_ADJECTIVES, tables::REGIONS).next()
}
