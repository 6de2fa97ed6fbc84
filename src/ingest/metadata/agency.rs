//! News agencies, as credits name them.

/// Agencies by the names that credits use, each with the name it is known by.
const AGENCIES: &[(&str, &str)] = &[
    ("reuters", "Reuters"),
    ("thomson reuters", "Reuters"),
    ("ap", "AP"),
    ("associated press", "AP"),
    ("the associated press", "AP"),
    ("afp", "AFP"),
    ("agence france-presse", "AFP"),
    ("agence france presse", "AFP"),
    ("dpa", "dpa"),
    ("deutsche presse-agentur", "dpa"),
    ("xinhua", "Xinhua"),
    ("xinhua news agency", "Xinhua"),
    ("tass", "TASS"),
    ("interfax", "Interfax"),
    ("ria novosti", "RIA Novosti"),
    ("pa", "PA Media"),
    ("pa media", "PA Media"),
    ("press association", "PA Media"),
    ("upi", "UPI"),
    ("united press international", "UPI"),
    ("efe", "EFE"),
    ("ansa", "ANSA"),
    ("kyodo", "Kyodo"),
    ("kyodo news", "Kyodo"),
    ("yonhap", "Yonhap"),
    ("anadolu", "Anadolu"),
    ("anadolu agency", "Anadolu"),
    ("aap", "AAP"),
    ("australian associated press", "AAP"),
    ("canadian press", "The Canadian Press"),
    ("the canadian press", "The Canadian Press"),
    ("pti", "PTI"),
    ("press trust of india", "PTI"),
    ("ani", "ANI"),
    ("ians", "IANS"),
    ("bloomberg", "Bloomberg"),
    ("bloomberg news", "Bloomberg"),
    ("dow jones newswires", "Dow Jones Newswires"),
    ("irna", "IRNA"),
    ("mehr news agency", "Mehr"),
    ("sana", "SANA"),
    ("wafa", "WAFA"),
    ("ukrinform", "Ukrinform"),
];

/// The agency that these words name, if they name one of the well-known ones and nothing else.
pub(in crate::ingest) fn named(words: &str) -> Option<&'static str> {
    let words = words
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    AGENCIES
        .iter()
        .find(|(name, _)| *name == words)
        .map(|&(_, known)| known)
}

/// Whether a name says of itself that it is an agency.
pub(in crate::ingest) fn says_so(name: &str) -> bool {
    let name = name.to_lowercase();
    name.contains("news agency") || name.ends_with(" agency") || name.ends_with(" newswire")
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn well_known_agencies_by_their_credits() {
        assert_eq!(named("(Reuters)"), Some("Reuters"));
        assert_eq!(named("Associated Press"), Some("AP"));
        assert_eq!(named("Reuters said"), None);
    }
}
