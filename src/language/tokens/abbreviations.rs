//! Abbreviations that keep their full stop, and whether a sentence can end with them.

/// What follows an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Stands before a name: a sentence never ends here.
    Title,
    /// Stands before the name of a place or after one: "St. Louis", "Mt. Hermon".
    Place,
    /// Counts as one only before a number: "No. 5".
    BeforeNumber,
    /// A month: seldom ends a sentence.
    Month,
    /// A day of the week.
    Weekday,
    /// Can end a sentence: "Inc.", "etc.", "p.m.".
    Anywhere,
    /// Never ends a sentence: "vs.", "e.g.".
    Inside,
}

/// The kind of the abbreviation with these letters, in lower case and without its last full stop.
pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    LISTS
        .iter()
        .find(|(_, words)| words.contains(&word))
        .map(|&(kind, _)| kind)
}

/// Abbreviations by kind.
const LISTS: [(Abbreviation, &[&str]); 7] = [
    (
        Abbreviation::Title,
        &[
            "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cpt", "cmdr",
            "adm", "sgt", "cpl", "pvt", "brig", "sen", "sens", "rep", "reps", "gov", "govs",
            "pres", "rev", "fr", "hon", "amb", "sec", "supt", "insp", "det", "messrs", "mme",
            "mlle", "mx", "jr", "sr", "asst", "atty", "cong", "ald", "msgr", "dep",
        ],
    ),
    (Abbreviation::Place, &["st", "ste", "mt", "ft", "pt", "jct"]),
    (
        Abbreviation::BeforeNumber,
        &[
            "no", "nos", "art", "fig", "figs", "p", "pp", "ch", "vol", "par", "para", "eq", "c",
            "ca",
        ],
    ),
    (
        Abbreviation::Month,
        &[
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
        ],
    ),
    (
        Abbreviation::Weekday,
        &[
            "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri",
        ],
    ),
    (
        Abbreviation::Anywhere,
        &[
            "inc", "ltd", "co", "corp", "cos", "bros", "llc", "plc", "etc", "al", "ave", "blvd",
            "rd", "hwy", "univ", "dept", "assn", "intl", "natl", "govt", "est", "ph", "calif",
            "conn", "fla", "ga", "ill", "mass", "mich", "minn", "okla", "pa", "tenn", "tex", "va",
            "wis", "wash", "ariz", "colo", "ore", "esq", "yrs", "hrs", "mins", "lbs", "oz", "ext",
            "tel",
        ],
    ),
    (
        Abbreviation::Inside,
        &["vs", "viz", "cf", "approx", "incl", "esp", "eg", "ie"],
    ),
];
