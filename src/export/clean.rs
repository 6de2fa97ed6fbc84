//! Text of strangers, made fit to leave the program.

/// Whether a character has no business in a page: controls, characters that turn the direction of
/// all that follows, and characters that are none. Marks that give the direction of one word stay.
pub(super) const fn is_control(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{8}'
            | '\u{b}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}'..='\u{ffff}'
    )
}

/// A text without such characters.
pub(super) fn without_controls(mut text: String) -> String {
    text.retain(|c| !is_control(c));
    text
}

/// A text on one line without such characters, as a terminal may be shown it: a file's name cannot
/// move the cursor, change colours or look like a message of its own.
pub fn one_line(text: &str) -> String {
    let chars = text.chars().map(|c| match c {
        '\n' | '\r' | '\t' => ' ',
        c => c,
    });
    chars.filter(|c| !is_control(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::{one_line, without_controls};

    #[test]
    fn a_name_cannot_write_to_the_terminal() {
        assert_eq!(
            one_line("a\u{1b}[2J\nerror: b\u{9b}31m"),
            "a[2J error: b31m"
        );
    }

    #[test]
    fn controls_and_turned_directions_fall_away_and_words_stay() {
        let text = "a\0b\u{1b}[31m\u{202e}c\u{2066}d\u{200f}\té\n\u{85}";
        assert_eq!(without_controls(text.to_owned()), "ab[31mcd\u{200f}\té\n");
    }
}
