//! The shape of a word: what an uncased model cannot see in its pieces.

/// Class of a word, 0 to 6, in this order of tests: small letters, capitals, one capital, a capital
/// and small letters, a digit, other letters, anything else.
pub(super) fn shape(word: &str) -> u8 {
    let cases = |mut letters: std::str::Chars<'_>| {
        let has = letters
            .clone()
            .any(|c| c.is_lowercase() || c.is_uppercase());
        let small = has && !letters.clone().any(char::is_uppercase);
        let large = has && !letters.any(char::is_lowercase);
        (small, large)
    };
    let (is_small, is_large) = cases(word.chars());
    let mut rest = word.chars();
    let first = rest.next();
    if is_small {
        0
    } else if is_large {
        if rest.next().is_none() { 2 } else { 1 }
    } else if first.is_some_and(char::is_uppercase) && cases(rest.clone()).0 {
        3
    } else if word.chars().any(char::is_numeric) {
        4
    } else if word.chars().any(char::is_alphabetic) {
        5
    } else {
        6
    }
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn classes() {
        let shapes = [
            "word", "U.S.", "A", "Shi'ite", "1990s", "2024", "iPhone", "他", ",", "5",
        ]
        .map(shape);
        assert_eq!(shapes, [0, 1, 2, 3, 0, 4, 5, 5, 6, 4]);
    }
}
