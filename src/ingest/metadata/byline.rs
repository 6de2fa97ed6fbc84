//! Who wrote an article, from a line that says so.

use super::agency;
use crate::ingest::pattern::pattern;
use crate::ingest::published::dates::days_in;

/// A line that names who wrote an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ingest) struct Byline {
    /// The names, without "By" and without offices.
    pub names: String,
    /// The agency credited with them, if any.
    pub agency: Option<String>,
}

pattern!(
    LABEL,
    r"(?i)^(?:[—–-] ?)?(?:(?:written|reported|posted|published|report|story|analysis|opinion|words|text|article|updated) by|by|words|author|byline|authors)(?: ?: ?| +)(?P<names>\S.{1,160})$"
);
pattern!(
    ROLE,
    r"(?i)^(?:(?:our|the|a|senior|chief|deputy|acting|special|staff|foreign|home|news|political|diplomatic|defence|defense|security|economics?|business|science|health|environment|education|crime|legal|technology|world|national|international|middle east|washington|europe|africa|asia|contributing|associate|assistant|managing|executive|digital|data|social|affairs|of|and|for|in|at|editor[- ]in[- ]chief|\p{L}+) )*(?:correspondent|editor|reporter|writer|journalist|staff|columnist|contributor|analyst|author|producer|fellow|professor|bureau chief|chief|desk|team|intern|photographer|director|researcher)s?\b.*$"
);
pattern!(
    /// A paper or station behind the names.
    EMPLOYER,
    r"(?i)^.{2,40}\b(?:news|times|press|radio|tv|agency|magazine|media|network|broadcasting|journal|tribune|gazette|herald|chronicle|cnn|bbc|npr)$"
);
pattern!(
    PLACE,
    r" (?:in|at|from) \p{Lu}[\p{L}.’' -]+(?:,? and (?:in )?\p{Lu}[\p{L}.’' -]+)*$"
);
pattern!(
    CONTACT,
    r"(?i)\s*[(<\[]?\b[\w.+-]+@[\w-]+\.[\w.]+\b[)>\]]?|\s+@\w{2,30}\b"
);

pattern!(
    /// What is said about a writer in brackets: "(now)".
    REMARK,
    r" ?\([\p{Ll}][\p{Ll} ]{0,30}\)"
);
pattern!(
    /// An office behind the names without a comma.
    OFFICE_BEHIND,
    r"^(?P<names>\p{Lu}\S* (?:\S+ ){0,8}?\S+) (?i:(?:staff|senior|special|news|sports?|political|politics|health|business|science|crime|education|environment|contributing|guest|freelance|features?|chief|foreign|city|local|digital|national) )*(?i:correspondent|editor|reporter|writer|journalist|columnist|contributor)s?$"
);
pattern!(
    /// "By" in other languages of Europe, and who wrote with a name beside another.
    ABROAD,
    r"^(?:Von|VON|Par|PAR|Por|POR|Di|DI|Door|DOOR|Av|AV|Af|AF|Autore?|Autora|Auteure?|Verfasser(?:in)?)(?: ?:)? (?P<names>\p{Lu}.{2,80})$"
);
pattern!(
    /// "And" between the names of such writers.
    AND_ABROAD,
    r" (?:et|und|y|e|en|och|og) "
);

/// What stands between names and who they work for.
const DASHES: &[&str] = &[" - ", " – ", " — "];
pattern!(
    /// Where a byline goes on with its day.
    ABOUT_DAY,
    r"(?i)\s+\b(?:updated|published|posted|last (?:updated|modified)|first published|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\b"
);
pattern!(
    /// A reader's comment, not a byline.
    SAYS,
    r"(?i)\b(?:says|said|wrote|replied|on)$"
);

/// Most words of a paper's name behind the names.
const EMPLOYER_WORDS_MAX: usize = 3;
/// Most words of a line that is an office.
const ROLE_WORDS_MAX: usize = 6;
/// Most words of a field for authors that is taken as it stands.
const FIELD_WORDS_MAX: usize = 6;

/// What fields for authors hold where nobody is named.
const NOBODY: &[&str] = &[
    "by",
    "admin",
    "administrator",
    "webmaster",
    "editor",
    "staff",
    "author",
    "no author",
    "no byline",
    "super user",
    "unknown",
    "anonymous",
    "guest",
    "none",
    "n/a",
    "undefined",
    "null",
    "default",
];

/// Small words inside names and between them.
const PARTICLES: &[&str] = &[
    "and", "de", "der", "den", "van", "von", "al", "el", "bin", "ibn", "la", "le", "du", "da",
    "di", "dos", "das", "of", "for", "the", "in", "with", "y", "e", "&", "ter", "ten", "zu", "af",
];

/// Reads a line such as "By Jane Doe and John Roe, diplomatic correspondents".
pub(in crate::ingest) fn read(line: &str) -> Option<Byline> {
    let line = line.trim();
    let Some(names) = LABEL.group(line, "names") else {
        return abroad(line);
    };
    // "By" may stand in two elements of a page, one for each of its ways to be shown.
    of_names(LABEL.group(names, "names").unwrap_or(names))
}

/// Reads what stands behind "By", or in a field for authors.
pub(in crate::ingest) fn of_names(names: &str) -> Option<Byline> {
    let names = CONTACT.without(names);
    let names = REMARK.replaced(&names, "");
    let names = names.split(['|', '·', '•', '/', '@', '(']).next()?.trim();
    let names = without_day(names);
    let names = DASHES
        .iter()
        .find_map(|dash| names.split_once(dash))
        .map_or(names, |(before, _)| before)
        .trim_end_matches([' ', '-', '–', '—']);
    if names.ends_with(':') || SAYS.is_match(names) {
        return None;
    }
    let mut credited = None;
    let mut kept: Vec<&str> = Vec::new();
    let mut office_seen = false;
    for part in names
        .split([',', ';'])
        .map(str::trim)
        .filter(|p| !p.is_empty())
    {
        let bare = part.trim_start_matches("and ").trim();
        if bare.eq_ignore_ascii_case("by") {
            continue;
        }
        if let Some(known) = agency::named(bare) {
            credited = Some(known.to_owned());
            continue;
        }
        let is_office = !kept.is_empty() && (ROLE.is_match(bare) || is_employer(bare));
        // Behind an office only a name with "and" before it is another writer's.
        if !is_office && (!office_seen || part.starts_with("and ")) {
            kept.push(part);
        }
        office_seen |= is_office;
    }
    let joined = kept.join(", ").replace(", and ", " and ");
    let joined = PLACE.without(&joined).trim().to_owned();
    let joined = OFFICE_BEHIND
        .group(&joined, "names")
        .unwrap_or(&joined)
        .to_owned();
    if let Some((_, last)) = joined.rsplit_once(" and ") {
        credited = credited.or_else(|| agency::named(last).map(str::to_owned));
    }
    if joined.is_empty() {
        return credited.map(|agency| Byline {
            names: agency.clone(),
            agency: Some(agency),
        });
    }
    looks_like_names(&joined).then_some(Byline {
        names: joined,
        agency: credited,
    })
}

/// Names behind "by" in another language, nothing else in the line.
fn abroad(line: &str) -> Option<Byline> {
    let names = ABROAD.group(line, "names")?;
    let plain = AND_ABROAD.replaced(names, " and ");
    is_bare_names(&plain).then(|| Byline {
        names: names.to_owned(),
        agency: None,
    })
}

/// Whether a part behind the names is the paper that they write for.
fn is_employer(part: &str) -> bool {
    part.split_whitespace().count() <= EMPLOYER_WORDS_MAX && EMPLOYER.is_match(part)
}

/// Whether a line is what a writer does for a paper: "Local Democracy Reporter".
pub(in crate::ingest) fn is_role(line: &str) -> bool {
    line.split_whitespace().count() <= ROLE_WORDS_MAX
        && !line.ends_with(['.', '?', '!', ':', '…'])
        && ROLE.is_match(line)
}

/// Names without the day and the words about it behind them.
fn without_day(names: &str) -> &str {
    let until_figure = names
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or(names.len());
    let until_word = ABOUT_DAY
        .captures(names)
        .and_then(|found| found.get(0))
        .map_or(names.len(), |found| found.start());
    let cut = until_figure.min(until_word);
    let rest = names.get(..cut).unwrap_or(names);
    if cut == names.len() {
        return rest;
    }
    let rest = rest.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
    match rest.rsplit_once(' ') {
        Some((before, last)) if is_calendar_word(last.trim_end_matches('.')) => {
            before.trim_end_matches([',', ' '])
        }
        _ => rest,
    }
}

/// Reads a field for authors, with "By" or without; an address or a sentence gives nothing.
pub(in crate::ingest) fn of_field(field: &str) -> Option<String> {
    let field = field.trim();
    if field.starts_with('@') || NOBODY.contains(&field.to_lowercase().as_str()) {
        return None;
    }
    if let Some(read) = abroad(field) {
        return Some(read.names);
    }
    let field = LABEL.group(field, "names").unwrap_or(field);
    if let Some(read) = of_names(field) {
        return Some(read.names);
    }
    let field = field
        .trim_end_matches(", By")
        .trim_end_matches([' ', '-', '–', '—']);
    let words = field.split_whitespace().count();
    let is_name = (1..=FIELD_WORDS_MAX).contains(&words)
        && !field.contains("://")
        && !field.ends_with(['.', ':'])
        && !SAYS.is_match(field.trim_end_matches(':'))
        && days_in(field).is_empty()
        && field.chars().any(char::is_alphabetic);
    is_name.then(|| field.to_owned())
}

/// Whether a line is names of persons and nothing else: each of two to four capitalised words.
pub(in crate::ingest) fn is_bare_names(line: &str) -> bool {
    let is_name = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let capitalised = words.iter().filter(|word| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_uppercase)
                && word
                    .chars()
                    .all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '’' | '\''))
        });
        let count = capitalised.count();
        (2..=4).contains(&words.len())
            && count >= 2
            && words.iter().all(|word| {
                word.chars().next().is_some_and(char::is_uppercase)
                    || PARTICLES.contains(word)
                        && !matches!(*word, "of" | "the" | "in" | "for" | "with")
            })
    };
    !line.chars().any(|c| c.is_ascii_digit())
        && !super::section::is_section(line)
        && !super::outlet::sounds_like_outlet(line)
        && line
            .split(", ")
            .flat_map(|part| part.split(" and "))
            .all(is_name)
}

/// The names of a line that is names alone, with a place behind them or without.
pub(in crate::ingest) fn of_bare_names(line: &str) -> Option<String> {
    let names = PLACE.without(line).trim().to_owned();
    is_bare_names(&names).then_some(names)
}

/// Capitalised words with particles between, not too many of them.
fn looks_like_names(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .collect();
    let capitalised = words
        .iter()
        .filter(|word| word.chars().next().is_some_and(|c| !c.is_lowercase()))
        .count();
    let strange = words.iter().any(|word| {
        word.chars().next().is_some_and(char::is_lowercase)
            && !PARTICLES.contains(word)
            && !word.contains(['\'', '’', '-'])
            && !word.eq_ignore_ascii_case("staff")
            && !word.contains('.')
    });
    let figures = text.chars().filter(char::is_ascii_digit).count();
    (1..=24).contains(&words.len())
        && capitalised > 0
        && !strange
        && figures <= 2
        && words.first().is_some_and(|word| !is_calendar_word(word))
}

/// "By Monday", "By March": a time, not a name.
fn is_calendar_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "the",
        "then",
        "now",
        "last",
        "first",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::read;

    fn names(line: &str) -> Option<String> {
        read(line).map(|byline| byline.names)
    }

    #[test]
    fn names_without_offices_and_places() {
        for (line, expected) in [
            ("By Petra Lund", "Petra Lund"),
            (
                "By Petra Lund and Idris Coyle",
                "Petra Lund and Idris Coyle",
            ),
            (
                "By Celia Marchbanks, Business Correspondent",
                "Celia Marchbanks",
            ),
            ("BY JANE DOE", "JANE DOE"),
            (
                "Written by: Anna van der Berg in Baghdad",
                "Anna van der Berg",
            ),
            (
                "By Jane Doe, John Roe and Max Moe",
                "Jane Doe, John Roe and Max Moe",
            ),
            ("By Jane Doe | 5 November 2024", "Jane Doe"),
            ("By Jane Doe jane@paper.example", "Jane Doe"),
            (
                "By Jane Doe, Political Editor, and John Roe in Ostrel",
                "Jane Doe and John Roe",
            ),
            ("By JANE ANN DOE Staff Writer", "JANE ANN DOE"),
            ("Von Jane Doe", "Jane Doe"),
            ("Par Jane Doe et John Roe", "Jane Doe et John Roe"),
            (
                "By Jane Doe (now) and John Roe (earlier)",
                "Jane Doe and John Roe",
            ),
        ] {
            assert_eq!(names(line).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn an_agency_beside_the_name_is_credited() {
        let byline = read("By JANE DOE, Associated Press").unwrap();
        assert_eq!(byline.names, "JANE DOE");
        assert_eq!(byline.agency.as_deref(), Some("AP"));
    }

    #[test]
    fn names_alone_in_their_line() {
        assert!(super::is_bare_names("Maud Ferrier and Will Anstruther"));
        assert!(super::is_bare_names("Anna van der Berg"));
        for line in [
            "World News",
            "Dam",
            "The Harbour Post",
            "Storm too much for dam",
            "Gate 3",
        ] {
            assert!(!super::is_bare_names(line), "{line}");
        }
    }

    #[test]
    fn sentences_are_no_bylines() {
        for line in [
            "By then the water had been in the streets for an hour",
            "By Monday the army had left",
            "By the time they came it was over",
            "Bywater is a town",
            "Door to door they went",
            "Von Trapp",
        ] {
            assert_eq!(names(line), None, "{line}");
        }
    }
}
