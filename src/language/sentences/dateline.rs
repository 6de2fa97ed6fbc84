//! The place and agency that open a report: "LONDON (Reuters) -", "Evansville, Indiana, May 5 –".
//!
//! The treebanks read a dateline as a sentence of its own, so that the sentence behind it starts
//! with its own words.

use super::Reader;
use super::layout::Break;

/// Most words of a dateline.
const LONGEST: usize = 14;

/// The last word of the dateline that starts at this word, if one does: its dash.
pub(super) fn end(reader: &Reader<'_>, start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut has_sign = false;
    for index in start..start + LONGEST {
        let word = reader.word(index);
        match word {
            "-" | "–" | "—" | "--" | "―" => {
                let stands_apart = reader.gap(index) == Break::Space
                    && (index == start || reader.gap(index - 1) == Break::Space);
                let is_loud = is_loud(reader.word(start));
                let opens = reader
                    .opening(index + 1)
                    .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
                let is_end = stands_apart && depth == 0 && index > start && opens;
                return (is_end && (is_loud || has_sign)).then_some(index);
            }
            "(" => depth += 1,
            // An agency in brackets right before the dash tells a dateline from a name.
            ")" => {
                depth = depth.checked_sub(1)?;
                has_sign = depth == 0;
            }
            "," | "/" | "." | ":" => has_sign = false,
            _ if word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) => {
                has_sign = false;
            }
            _ if depth > 0 => {}
            "of" | "de" | "la" | "al" | "el" | "and" | "near" | "in" | "the" => has_sign = false,
            _ => return None,
        }
    }
    None
}

/// Whether a word is written in capitals, as the place of a dateline is.
fn is_loud(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 2 && !word.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::super::tests::marked;

    #[test]
    fn a_dateline_is_a_sentence_of_its_own() {
        for (text, expected) in [
            (
                "LONDON (Reuters) - Shares fell.",
                "LONDON ( Reuters ) - | Shares fell .",
            ),
            (
                "TEHRAN, Iran (AP) — “Go,” he said.",
                "TEHRAN , Iran ( AP ) — | “ Go , ” he said .",
            ),
            (
                "Bonn, May 5 (AFP) -- Rivers rose.",
                "Bonn , May 5 ( AFP ) -- | Rivers rose .",
            ),
            ("KABUL – The army left.", "KABUL – | The army left ."),
            (
                "NASA – the agency – launched.",
                "NASA – the agency – launched .",
            ),
            (
                "Donald Trump – President then – left.",
                "Donald Trump – President then – left .",
            ),
            ("The US-led force left.", "The US - led force left ."),
            ("- He left.", "- He left ."),
        ] {
            assert_eq!(marked(text), expected);
        }
    }
}
