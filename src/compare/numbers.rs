//! Numbers as written, by value, where the amounts of an article do not cover them.

/// Number words below a hundred and the scales, with their value.
const WORDS: &[(&str, f64)] = &[
    ("zero", 0.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

/// Scales that multiply the number before them.
const SCALES: &[(&str, f64)] = &[
    ("dozen", 12.0),
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
];

/// The value of one word written as a number ("2,500", "2.5", "seven"); `None` for other words and
/// for "one", which is a pronoun as often.
pub(super) fn plain_number(word: &str) -> Option<f64> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let digits: String = word.chars().filter(|&c| c != ',').collect();
        return digits
            .chars()
            .all(|c| c.is_ascii_digit() || c == '.')
            .then(|| digits.trim_end_matches('.').parse().ok())
            .flatten();
    }
    WORDS
        .iter()
        .find(|(name, _)| word.eq_ignore_ascii_case(name))
        .map(|&(_, value)| value)
}

/// The factor of a scale word ("million", "dozens"); `None` for other words.
pub(super) fn scale(word: &str) -> Option<f64> {
    let word = word.to_ascii_lowercase();
    SCALES
        .iter()
        .find(|(name, _)| word == *name || word.strip_suffix('s') == Some(name))
        .map(|&(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::{plain_number, scale};

    #[test]
    fn figures_and_words_have_a_value() {
        assert_eq!(plain_number("2,500"), Some(2500.0));
        assert_eq!(plain_number("2.5"), Some(2.5));
        assert_eq!(plain_number("Seven"), Some(7.0));
        assert_eq!(plain_number("25th"), None);
        assert_eq!(plain_number("one"), None);
        assert_eq!(scale("thousands"), Some(1000.0));
    }
}
