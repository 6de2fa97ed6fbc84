//! Names of a paper's sections.

/// Sections that papers have in common.
const SECTIONS: &[&str] = &[
    "news",
    "business",
    "world",
    "world news",
    "politics",
    "opinion",
    "sport",
    "sports",
    "culture",
    "science",
    "technology",
    "tech",
    "health",
    "entertainment",
    "travel",
    "lifestyle",
    "life",
    "money",
    "markets",
    "finance",
    "economy",
    "environment",
    "climate",
    "education",
    "media",
    "society",
    "analysis",
    "comment",
    "commentary",
    "editorial",
    "editorials",
    "features",
    "feature",
    "long reads",
    "long read",
    "crime",
    "showbiz",
    "breaking news",
    "breaking",
    "exclusive",
    "explainer",
    "explainers",
    "local",
    "local news",
    "national",
    "international",
    "uk",
    "us",
    "usa",
    "u.s.",
    "uk news",
    "us news",
    "europe",
    "asia",
    "africa",
    "americas",
    "middle east",
    "asia pacific",
    "australia",
    "law",
    "weather",
    "arts",
    "books",
    "food",
    "style",
    "top news",
    "latest news",
    "home news",
    "foreign",
    "global",
    "region",
    "regional",
    "security",
    "defence",
    "defense",
    "diplomacy",
    "conflict",
    "war",
    "investigations",
    "letters",
    "obituaries",
    "community",
    "farming",
    "energy",
    "transport",
    "column",
    "columns",
    "blog",
    "blog archive",
    "archive",
    "home",
    "news analysis",
    "perspective",
    "voices",
    "interview",
    "in depth",
    "special report",
    "watch",
    "video",
    "live",
    "print view",
    "print version",
    "print edition",
    "printable version",
    "printer friendly version",
    "printer-friendly version",
];

/// Whether a line is the name of a section and nothing else.
pub(in crate::ingest) fn is_section(line: &str) -> bool {
    let parts: Vec<String> = line
        .split(['|', '/', '>', '›', '»', '·', '•'])
        .map(|part| part.trim().to_lowercase().replace('.', ""))
        .filter(|part| !part.is_empty())
        .collect();
    !parts.is_empty() && parts.iter().all(|part| SECTIONS.contains(&part.as_str()))
}

/// Letters of a first word that stand for words: "UK news".
const INITIALS_MAX: usize = 2;
/// Short words that do not.
const SMALL: &[&str] = &["in", "on", "at", "to", "my", "we", "no", "of"];
/// Longest name of a section, in bytes.
const NAME_BYTES_MAX: usize = 60;

/// A section as papers write it: a name in small letters begins with a capital.
pub(in crate::ingest) fn as_named(name: &str) -> String {
    let short = |word: &str| word.len() <= INITIALS_MAX && !SMALL.contains(&word);
    if let Some((first, rest)) = name.split_once(' ').filter(|(first, _)| short(first)) {
        return format!("{} {rest}", first.to_uppercase());
    }
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The section that a field names, if it is a name and no path or address.
pub(in crate::ingest) fn of_field(field: &str) -> Option<String> {
    if field.contains("://") {
        return None;
    }
    // The last step of a path is the part itself, what follows a semicolon is the page.
    let field = field.split(';').next()?;
    let field = field.rsplit(['>', '›', '»', '|', '/']).next()?.trim();
    let is_name =
        (1..=NAME_BYTES_MAX).contains(&field.len()) && field.chars().any(char::is_alphabetic);
    is_name.then(|| as_named(field))
}

/// A name without the section that follows it: "EXAMPLE RADIO LONG READS" gives "EXAMPLE RADIO".
pub(in crate::ingest) fn without_section(name: &str) -> &str {
    let lower = name.to_lowercase();
    let rest = SECTIONS
        .iter()
        .filter(|section| section.contains(' '))
        .find_map(|section| lower.strip_suffix(section))
        .filter(|rest| rest.ends_with(' ') && rest.trim().contains(' '));
    rest.and_then(|rest| name.get(..rest.len()))
        .map_or(name, str::trim)
}

#[cfg(test)]
mod tests {
    use super::{is_section, of_field, without_section};

    #[test]
    fn sections_alone_and_in_rows() {
        assert!(is_section("Business"));
        assert!(is_section("News > World"));
        assert!(!is_section("Business is slow"));
        assert_eq!(without_section("EXAMPLE RADIO LONG READS"), "EXAMPLE RADIO");
        assert_eq!(without_section("Example News"), "Example News");
        assert_eq!(of_field("NEWS; Pg. 7").as_deref(), Some("NEWS"));
        assert_eq!(of_field("business").as_deref(), Some("Business"));
        assert_eq!(
            of_field("Home > News > uk news").as_deref(),
            Some("UK news")
        );
        assert_eq!(of_field("https://a.example/b"), None);
    }
}
