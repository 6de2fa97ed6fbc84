//! Facts about words: countries, places, outlets, titles, reporting verbs, units.
//!
//! Owns the look-ups over the files of `assets/lexicon/`, which `build.rs` compiles into sorted
//! tables. The facts help the model and the linking; they decide nothing alone. Must not hold
//! facts in code. Words are found in any case and with either apostrophe; names that are written
//! in capitals only ("US", "WHO") are not found in small letters ("us", "who").

mod calendar;
mod people;
mod places;
mod press;
mod words;

pub use calendar::{CalendarKind, CalendarWord, calendar_abbreviation, calendar_name};
pub use people::{
    GivenName, Group, GroupKind, Sex, Title, TitleKind, ends_title, given_name, groups,
    is_short_name, titles,
};
pub use places::{
    City, Country, Region, capital_of, cities, countries, country, nationality, region,
    regional_adjective,
};
pub use press::{
    Hedge, HedgeStrength, Outlet, OutletKind, ReportingClass, ReportingVerb, Stance, all_hedges,
    all_outlets, all_reporting_verbs, hedges, outlet, reporting_verbs,
};
pub use words::{
    Abbreviation, AbbreviationKind, OrganisationKind, OrganisationWord, Unit, abbreviations,
    all_units, organisation_words, units,
};

pub(crate) use words::lemma;

/// A way of writing in lower case, as in the file, and the number of its row.
type Key = (&'static str, &'static str, u16);

/// The compiled tables.
mod tables {
    use super::Key;
    use super::{
        Abbreviation, AbbreviationKind, CalendarKind, CalendarWord, City, Country, GivenName,
        Group, GroupKind, Hedge, HedgeStrength, OrganisationKind, OrganisationWord, Outlet,
        OutletKind, Region, ReportingClass, ReportingVerb, Sex, Stance, Title, TitleKind, Unit,
        people::ShortNames, words::Lemma,
    };

    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

/// The words as keys are written.
fn key_of(words: &str) -> String {
    if words.is_ascii() {
        words.to_ascii_lowercase()
    } else {
        words.replace('’', "'").to_lowercase()
    }
}

/// The rows that these words find, in the order of the file.
fn find<T>(
    words: &str,
    keys: &'static [Key],
    rows: &'static [T],
) -> impl Iterator<Item = &'static T> + use<T> {
    let key = key_of(words);
    let is_small = words == key;
    let start = keys.partition_point(|(other, _, _)| *other < key.as_str());
    keys.iter()
        .skip(start)
        .take_while(move |(other, _, _)| *other == key)
        .filter(move |(_, written, _)| !(is_small && is_capitals(written)))
        .filter_map(|&(_, _, row)| rows.get(usize::from(row)))
}

/// Whether a name of at most six letters is written in capitals only.
fn is_capitals(written: &str) -> bool {
    written.len() <= 8
        && written.chars().any(char::is_uppercase)
        && !written.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_by_name_people_and_capital() {
        assert_eq!(country("Iran").map(|c| c.name), Some("Iran"));
        assert_eq!(
            country("U.S.").map(|c| c.capital),
            country("United States").map(|c| c.capital)
        );
        assert!(country("us").is_none());
        assert_eq!(nationality("Iraqis").map(|c| c.name), Some("Iraq"));
        assert_eq!(capital_of("Tehran").map(|c| c.name), Some("Iran"));
        assert!(cities("Basra").any(|city| city.country == "Iraq"));
        assert!(region("Middle East").is_some());
    }

    #[test]
    fn people_and_press() {
        assert!(titles("prime minister").any(|t| t.kind == TitleKind::Office));
        assert!(given_name("antony").is_some());
        assert!(is_short_name("chuck", "Charles") && is_short_name("John", "jack"));
        assert!(!is_short_name("bill", "robert"));
        assert_eq!(outlet("AFP").map(|o| o.kind), Some(OutletKind::Agency));
        assert_eq!(outlet("reuters.com").map(|o| o.name), Some("Reuters"));
        assert!(reporting_verbs("deny").any(|v| v.class == ReportingClass::Deny));
        assert!(hedges("allegedly").any(|h| h.strength == HedgeStrength::Strong));
        assert!(groups("Sunnis").any(|g| g.kind == GroupKind::Denomination));
    }

    #[test]
    fn words_of_organisations_units_and_abbreviations() {
        assert!(organisation_words("ministry").any(|w| w.kind == OrganisationKind::Institution));
        assert!(units("metre").any(|unit| unit.dimension == "length"));
        assert!(abbreviations("Oct.").any(|a| a.kind == AbbreviationKind::Month));
    }

    #[test]
    fn every_city_lies_in_a_country_or_region_of_the_files() {
        for city in tables::CITIES {
            assert!(
                country(city.country).is_some() || region(city.country).is_some(),
                "{city:?}"
            );
        }
    }
}
