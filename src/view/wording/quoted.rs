//! Words of an article as they stand in a list: in quotation marks, or with a capital first.

/// Words in quotation marks: those inside become single ones, and one that was cut off from its
/// partner is closed again or falls away. Words from the middle of a sentence begin with "…".
pub fn quoted(words: &str) -> String {
    let words = balanced(words);
    let is_middle = words
        .trim_start_matches(['‘', '’'])
        .starts_with(char::is_lowercase);
    let cut = if is_middle { "…" } else { "" };
    format!("“{cut}{words}”")
}

/// The words of a claim in quotation marks: a sentence begins with a capital, a part of one with "…".
pub fn stated(words: &str, is_whole: bool) -> String {
    if is_whole {
        format!("“{}”", headed(words))
    } else {
        quoted(words)
    }
}

/// Words as the head of a row: a capital first, quotation marks in pairs.
pub fn headed(words: &str) -> String {
    super::capitalised(&balanced(words))
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
    use super::{headed, quoted, stated};

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
    fn a_claim_that_is_a_sentence_stands_as_one() {
        assert_eq!(stated("the gate was open", true), "“The gate was open”");
        assert_eq!(stated("to open the gate", false), "“…to open the gate”");
    }

    #[test]
    fn a_head_begins_with_a_capital() {
        assert_eq!(
            headed("put 112 homes under water"),
            "Put 112 homes under water"
        );
        assert_eq!(headed(""), "");
    }
}
