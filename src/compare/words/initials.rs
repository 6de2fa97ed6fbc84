//! A name in full and its initials ("Osk Valley Water", "OVW") name the same, and so do a given name and
//! its short form ("Kenneth", "Ken").

use super::Token;
use super::tokens::TokenKind;
use crate::language::lexicon;

/// Letters that initials have at least.
const LETTERS_MIN: usize = 2;

/// Whether a word is made of the first letters of words of a name among the others, in a row.
fn are_initials(word: &Token, others: &[&Token]) -> bool {
    let letters: Vec<char> = word.key.chars().collect();
    letters.len() >= LETTERS_MIN
        && letters.iter().all(|letter| letter.is_uppercase())
        && others.windows(letters.len()).any(|row| {
            row.iter().zip(&letters).all(|(other, letter)| {
                other.kind == TokenKind::Name
                    && other.key.chars().next() == letter.to_lowercase().next()
            })
        })
}

/// Whether one of the two names the other by its initials, or both are forms of one given name.
pub(super) fn is_short_for(one: &[&Token], other: &[&Token]) -> bool {
    if let ([a], [b]) = (one, other)
        && lexicon::is_short_name(&a.key, &b.key)
    {
        return true;
    }
    one.iter().any(|word| are_initials(word, other))
        || other.iter().any(|word| are_initials(word, one))
}

#[cfg(test)]
mod tests {
    use super::is_short_for;
    use crate::compare::words::{Text, Token, tokens};
    use crate::corpus::testing::document;

    fn check(one: &str, other: &str) -> bool {
        let [one, other] = [one, other].map(|text| document("a", text));
        let of = |document| -> Vec<Token> {
            let text = Text::new(document);
            tokens(&text, &document.findings.sentences)
                .into_iter()
                .filter(|token| token.is_content)
                .collect()
        };
        let (one, other) = (of(&one), of(&other));
        let (one, other): (Vec<&Token>, Vec<&Token>) =
            (one.iter().collect(), other.iter().collect());
        is_short_for(&one, &other)
    }

    #[test]
    fn short_forms_stand_for_a_given_name() {
        assert!(check("Ken", "Kenneth"));
        assert!(!check("Ken", "Robert"));
    }

    #[test]
    fn initials_stand_for_words_in_a_row() {
        assert!(check("OVW", "at Osk Valley Water, which owns boats"));
        assert!(check("the Osk Valley Water", "OVW"));
        assert!(!check("OVW", "at Osk Water Valley"));
        assert!(!check("US", "unit sergeant"));
    }
}
