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
];

/// Whether a line is the name of a section and nothing else.
pub(in crate::ingest) fn is_section(line: &str) -> bool {
    let parts: Vec<String> = line
        .split(['|', '/', '>', '›', '»', '·', '•'])
        .map(|part| part.trim().to_lowercase())
        .filter(|part| !part.is_empty())
        .collect();
    !parts.is_empty() && parts.iter().all(|part| SECTIONS.contains(&part.as_str()))
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
    use super::{is_section, without_section};

    #[test]
    fn sections_alone_and_in_rows() {
        assert!(is_section("Business"));
        assert!(is_section("News > World"));
        assert!(!is_section("Business is slow"));
        assert_eq!(without_section("EXAMPLE RADIO LONG READS"), "EXAMPLE RADIO");
        assert_eq!(without_section("Example News"), "Example News");
    }
}
