//! Words of an article as they stand in a list: in quotation marks, with a capital first, or with "…"
//! where they are a part of a sentence.

/// Words in quotation marks: those inside become single ones, and one that was cut off from its
/// partner is closed again or falls away. Words from the middle of a sentence begin with "…".
pub fn quoted(words: &str) -> String {
    let words = balanced(words);
    let is_middle = words
        .trim_start_matches(['‘', '’'])
        .starts_with(char::is_lowercase);
    quotation(&part(&words, is_middle))
}

/// The words of a claim: a sentence begins with a capital, a part of one with "…" and as it stands in
/// the text. Quotation marks are single and in pairs, so that a pair can be put around them.
pub fn told(words: &str, is_whole: bool) -> String {
    let words = balanced(words);
    if is_whole {
        super::capitalised(&words)
    } else {
        part(&words, !words.is_empty())
    }
}

/// What [`told`] gives, in quotation marks.
pub fn quotation(words: &str) -> String {
    format!("“{words}”")
}

/// Words with "…" before them where they begin within a sentence.
fn part(words: &str, is_middle: bool) -> String {
    let is_cut = is_middle && !words.starts_with('…');
    format!("{}{words}", if is_cut { "…" } else { "" })
}

/// The same words with double quotation marks as single ones, in pairs; a pair around the whole
/// falls away, and so do commas and spaces at the ends.
fn balanced(words: &str) -> String {
    let words = words.trim_matches(|c: char| c == ',' || c.is_whitespace());
    let mut set = String::with_capacity(words.len());
    let mut opened: Option<usize> = None;
    for mark in words.chars() {
        let opens = match mark {
            '“' => true,
            '”' => false,
            '"' => opened.is_none(),
            other => {
                set.push(other);
                continue;
            }
        };
        match (opens, opened) {
            (true, None) => {
                opened = Some(set.len());
                set.push('‘');
            }
            (false, Some(_)) => {
                opened = None;
                set.push('’');
            }
            // The partner of this one was cut off, or it stands inside another pair.
            _ => {}
        }
    }
    match opened {
        Some(at) if set.get(at..).is_some_and(|rest| rest.chars().count() < 2) => set.truncate(at),
        Some(_) => set.push('’'),
        None => {}
    }
    let whole = set
        .strip_prefix('‘')
        .and_then(|rest| rest.strip_suffix('’'))
        .filter(|inner| !inner.contains(['‘', '’']));
    let set = whole.map_or(set.as_str(), |inner| inner);
    set.trim_matches(|c: char| c == ',' || c.is_whitespace())
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::{quotation, quoted, told};

    #[test]
    fn quotation_marks_come_in_pairs_and_a_piece_is_told_as_one() {
        for (words, expected) in [
            ("Three people were hurt,", "“Three people were hurt”"),
            (
                "later \"could not be lowered",
                "“…later ‘could not be lowered’”",
            ),
            (
                "worn “as round as a milk tooth”",
                "“…worn ‘as round as a milk tooth’”",
            ),
            ("“We waited”", "“We waited”"),
            ("he knew”", "“…he knew”"),
            ("He said “", "“He said”"),
            ("the village’s gate", "“…the village’s gate”"),
        ] {
            assert_eq!(quoted(words), expected);
        }
    }

    #[test]
    fn a_claim_that_is_a_sentence_stands_as_one_and_a_part_says_that_it_is_one() {
        assert_eq!(told("the gate was open", true), "The gate was open");
        assert_eq!(told("to open the gate", false), "…to open the gate");
        assert_eq!(
            told("Hallin’s gate, opened by hand", false),
            "…Hallin’s gate, opened by hand"
        );
        assert_eq!(told("…as it was", false), "…as it was");
        assert_eq!(
            quotation(&told("it was a \"dangerous, horrible disaster", true)),
            "“It was a ‘dangerous, horrible disaster’”"
        );
        assert_eq!([told("", true), told("", false)], ["", ""]);
    }
}
