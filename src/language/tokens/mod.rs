//! Words and punctuation marks with their exact place in the text.
//!
//! Owns tokenising in the manner of Universal Dependencies for English: clitics and possessives
//! are words of their own ("do" "n't", "Iraq" "'s"), hyphenated words fall apart except after a
//! prefix ("US" "-" "led", but "non-profit"), abbreviations keep their full stop. Must not decide
//! where sentences end. One pass, in time linear in the length of the text.

mod abbreviations;
mod addresses;
mod chunk;
mod clitics;
mod numbers;
mod symbols;
mod words;

use chunk::Chunk;

use crate::model::Span;

pub(crate) use abbreviations::{Abbreviation, abbreviation};
pub(crate) use addresses::is_address;

/// Words and punctuation marks of `text`, in order, not overlapping; white space and control
/// characters belong to none.
pub(crate) fn tokenise(text: &str) -> Vec<Span> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut chunk = Chunk::default();
    let mut follower = text;
    for (start, piece) in pieces(text) {
        let end = start + piece.len();
        follower = follower
            .get(follower.len().saturating_sub(text.len() - end)..)
            .unwrap_or_default();
        chunk.fill(start, piece, next_character(follower));
        split(&chunk, &mut tokens);
    }
    tokens
}

/// Whether a character separates words without being part of one.
pub(crate) fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
}

/// The stretches between gaps, with their offset.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut offset = 0;
    text.split(is_gap).filter_map(move |piece| {
        let start = offset;
        offset = start + piece.len();
        offset += text
            .get(offset..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        (!piece.is_empty()).then_some((start, piece))
    })
}

/// The first character that is no gap, if it stands in the same line or directly on the next.
fn next_character(rest: &str) -> Option<char> {
    rest.chars().take(8).find(|&c| !is_gap(c))
}

/// Splits one stretch without gaps.
fn split(chunk: &Chunk, tokens: &mut Vec<Span>) {
    let mut at = 0;
    while at < chunk.len() {
        let end = addresses::scan(chunk, at)
            .or_else(|| numbers::scan(chunk, at))
            .or_else(|| words::scan(chunk, at))
            .unwrap_or_else(|| symbols::scan(chunk, at))
            .max(at + 1);
        if chunk.at(at).is_alphabetic() {
            clitics::split(chunk, at, end, tokens);
        } else {
            tokens.push(chunk.span(at, end));
        }
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::tokenise;

    /// Tokens joined by spaces.
    fn words(text: &str) -> String {
        let words: Vec<&str> = tokenise(text).iter().map(|span| span.of(text)).collect();
        words.join(" ")
    }

    #[test]
    fn clitics_and_possessives_are_words() {
        assert_eq!(words("Iraq's PM didn't."), "Iraq 's PM did n't .");
        assert_eq!(
            words("They’re workers’ rights"),
            "They ’re workers ’ rights"
        );
        assert_eq!(words("I cannot, won't"), "I can not , wo n't");
        assert_eq!(words("O'Reilly's Shi'ite ally"), "O'Reilly 's Shi'ite ally");
    }

    #[test]
    fn hyphens_split_except_after_a_prefix() {
        assert_eq!(words("US-led non-profit"), "US - led non-profit");
        assert_eq!(
            words("a 12-hour, mid-1980s e-mail"),
            "a 12 - hour , mid-1980s e-mail"
        );
        assert_eq!(words("al-Qaeda"), "al - Qaeda");
    }

    #[test]
    fn abbreviations_keep_their_full_stop() {
        assert_eq!(
            words("Mr. Smith left the U.S. today."),
            "Mr. Smith left the U.S. today ."
        );
        assert_eq!(words("Washington, D.C."), "Washington , D.C.");
        assert_eq!(words("on Oct. 25 at 5 p.m."), "on Oct. 25 at 5 p.m.");
        assert_eq!(words("J. K. Rowling"), "J. K. Rowling");
        assert_eq!(words("U.S.-led"), "U.S. - led");
        assert_eq!(words("He said no."), "He said no .");
        assert_eq!(words("No. 5"), "No. 5");
    }

    #[test]
    fn numbers_money_and_dates() {
        assert_eq!(words("$1,200.50 (5%)"), "$ 1,200.50 ( 5 % )");
        assert_eq!(words("3.5bn at 10:30am"), "3.5 bn at 10:30 am");
        assert_eq!(words("2024-11-05, 9/11, 3-4"), "2024-11-05 , 9/11 , 3 - 4");
        assert_eq!(
            words("US$5m the 1990s and 2nd"),
            "US$ 5 m the 1990s and 2nd"
        );
    }

    #[test]
    fn addresses_stay_whole() {
        assert_eq!(
            words("See https://a.org/x?y=1, or a.b@c.co.uk."),
            "See https://a.org/x?y=1 , or a.b@c.co.uk ."
        );
        assert_eq!(
            words("(www.un.org) Amazon.com"),
            "( www.un.org ) Amazon.com"
        );
        assert_eq!(words("@POTUS #Kabul"), "@POTUS #Kabul");
        assert_eq!(
            words("Caliber.Az reports. Meduza.io too, on Monday.He left"),
            "Caliber.Az reports . Meduza.io too , on Monday . He left"
        );
    }

    #[test]
    fn symbols() {
        assert_eq!(
            words("“No!” … wait... -- 👩‍👩‍👧!"),
            "“ No ! ” … wait ... -- 👩‍👩‍👧 !"
        );
        assert_eq!(words("AT&T and/or\u{0}x"), "AT&T and / or x");
        assert_eq!(words("他说"), "他 说");
    }

    #[test]
    fn a_megabyte_without_spaces_is_read_in_linear_time() {
        for unit in ["a", "a-", "a.", "1,", "'", "@a", "é’", "."] {
            let text = unit.repeat(1_000_000 / unit.len());
            assert!(!tokenise(&text).is_empty());
        }
    }
}
