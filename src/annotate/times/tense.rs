//! Whether the clause around a time expression tells the past or the future.
//!
//! The tree decides where there is one; otherwise the nearest verb-like word of the sentence.

use crate::annotate::grammar::{Token, TokenKind};
use crate::language::{Parsed, Relation, Upos, Word};
use crate::model::Span;

/// Tense of a clause, as far as dates need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// Before the time of telling.
    Past,
    /// After the time of telling.
    Future,
    /// Not known.
    Unknown,
}

const AHEAD: [&str; 12] = [
    "will", "shall", "would", "'ll", "ll", "plan", "expect", "schedule", "intend", "due", "set",
    "slate",
];

/// Tense of the clause that holds `span`, from the tree.
pub(super) fn from_tree(parsed: &Parsed, text: &str, span: Span) -> Option<Tense> {
    let range = parsed.words_in(span);
    let inside = |index: usize| range.contains(&index);
    let top = range.clone().find(|&i| {
        parsed
            .word(i)
            .and_then(Word::head)
            .is_none_or(|head| !inside(head))
    })?;
    let mut chain = vec![top];
    chain.extend(parsed.ancestors(top));
    for &index in chain.iter().take(12) {
        let word = parsed.word(index)?;
        if !matches!(word.upos, Upos::Verb | Upos::Aux)
            && parsed.child(index, Relation::Cop).is_none()
        {
            continue;
        }
        if let Some(tense) = of_verb(parsed, text, index) {
            return Some(tense);
        }
    }
    None
}

fn of_verb(parsed: &Parsed, text: &str, verb: usize) -> Option<Tense> {
    let word = parsed.word(verb)?;
    let helpers: Vec<usize> = parsed
        .children(verb)
        .filter(|&i| {
            parsed
                .word(i)
                .is_some_and(|w| matches!(w.relation, Relation::Aux | Relation::Cop))
        })
        .collect();
    let lower = |i: usize| parsed.text(text, i).to_lowercase();
    if helpers
        .iter()
        .any(|&i| matches!(lower(i).as_str(), "will" | "shall" | "'ll" | "’ll"))
    {
        return Some(Tense::Future);
    }
    if AHEAD.contains(&parsed.lemma_of(word))
        && matches!(word.xpos(), "VBN" | "JJ" | "VB" | "VBP" | "VBZ" | "VBG")
    {
        return Some(Tense::Future);
    }
    if helpers
        .iter()
        .any(|&i| parsed.word(i).is_some_and(|w| matches!(w.xpos(), "VBD")))
    {
        return Some(Tense::Past);
    }
    // "can be limited", "may be held": no tense of its own.
    if helpers.iter().any(|&i| {
        matches!(
            lower(i).as_str(),
            "can" | "may" | "might" | "could" | "should" | "must"
        )
    }) && !helpers.iter().any(|&i| lower(i) == "have")
    {
        return Some(Tense::Unknown);
    }
    // "is to be held", "to be signed": the infinitive of a passive lies ahead.
    if word.xpos() == "VBN" && parsed.children(verb).any(|i| lower(i) == "to") {
        return Some(Tense::Future);
    }
    match word.xpos() {
        "VBD" => Some(Tense::Past),
        "VBN" if helpers.is_empty() => Some(Tense::Past),
        "VBN" => Some(Tense::Past),
        // "plans to meet on Friday": an infinitive lies ahead of the verb it hangs on.
        "VB" if parsed.children(verb).any(|i| lower(i) == "to") => Some(Tense::Future),
        _ => None,
    }
}

/// Tense from the words around, where there is no tree: the nearest word that tells one.
pub(super) fn from_words(tokens: &[Token<'_>], first: usize, last: usize) -> Tense {
    let ends_sentence = |token: &Token<'_>, next: Option<&Token<'_>>| {
        matches!(token.lower.as_str(), "." | "!" | "?")
            && next
                .is_some_and(|n| n.spaced && n.text.chars().next().is_some_and(char::is_uppercase))
    };
    let mut best = (usize::MAX, Tense::Unknown);
    let mut distance = 0;
    for index in (0..first).rev() {
        let (Some(token), next) = (tokens.get(index), tokens.get(index + 1)) else {
            break;
        };
        if ends_sentence(token, next) || distance > 30 {
            break;
        }
        distance += if token.lower == "," { 4 } else { 1 };
        if let Some(tense) = word_tense(token) {
            best = (distance, tense);
            break;
        }
    }
    let mut distance = 1;
    for index in last..tokens.len() {
        let (Some(token), next) = (tokens.get(index), tokens.get(index + 1)) else {
            break;
        };
        if ends_sentence(token, next) || distance > best.0 || distance > 30 {
            break;
        }
        distance += if token.lower == "," { 4 } else { 2 };
        if let Some(tense) = word_tense(token) {
            if distance < best.0 {
                best = (distance, tense);
            }
            break;
        }
    }
    best.1
}

/// Whether the words before a time expression say that it lies ahead, whatever the verb: "effective
/// Feb. 1", "as soon as Tuesday", "no later than June".
pub(super) fn is_announced(tokens: &[Token<'_>], first: usize) -> bool {
    let before = |back: usize| {
        first
            .checked_sub(back)
            .and_then(|index| tokens.get(index))
            .map_or("", |token| token.lower.as_str())
    };
    before(1) == "effective"
        || before(1) == "as" && matches!(before(2), "soon" | "early") && before(3) == "as"
        || before(1) == "than" && before(2) == "later" && before(3) == "no"
}

/// Whether a weekday names something that has been ("a way around Wednesday's ruling"): it owns what
/// follows, and nothing shortly before it says that this lies ahead ("will win Sunday's game", "ahead
/// of Tuesday's vote").
pub(super) fn is_told_already(tokens: &[Token<'_>], range: &std::ops::Range<usize>) -> bool {
    let is = |index: usize, word: &str| tokens.get(index).is_some_and(|token| token.lower == word);
    let owns = is(range.end, "'") && is(range.end + 1, "s");
    let before = tokens
        .get(range.start.saturating_sub(8)..range.start)
        .unwrap_or_default();
    let is_aim = before.last().is_some_and(|token| token.lower == "for");
    owns && !is_aim
        && !before.iter().any(|token| {
            matches!(
                token.lower.as_str(),
                "will" | "ll" | "shall" | "ahead" | "before" | "until" | "upcoming" | "next"
            )
        })
}

fn word_tense(token: &Token<'_>) -> Option<Tense> {
    if token.kind != TokenKind::Word {
        return None;
    }
    if token.lower == "may" && token.text != "may" {
        return None;
    }
    match token.lower.as_str() {
        "will" | "shall" | "ll" | "would" | "scheduled" | "expected" | "due" | "plans"
        | "planned" | "until" | "upcoming" | "expects" | "could" | "can" | "should" | "may"
        | "payable" => Some(Tense::Future),
        "was" | "were" | "had" | "did" | "said" | "told" | "has" | "have" | "been" | "came"
        | "went" | "made" | "took" | "fell" | "rose" | "began" | "won" | "met" | "held"
        | "sent" | "left" | "lost" | "gave" | "got" | "saw" | "became" | "died" | "since"
        | "spoke" | "ended" | "quoted" | "brought" | "thought" | "bought" | "sold" | "shot"
        | "kept" | "led" | "stood" | "wrote" | "built" | "ran" | "paid" | "put" | "headed" => {
            Some(Tense::Past)
        }
        word if word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") => {
            Some(Tense::Past)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::grammar::tokens;
    use super::{Tense, from_words};

    #[test]
    fn the_nearest_verb_tells() {
        let text = "He said they will meet Friday in Paris";
        let tokens = tokens(text);
        assert_eq!(from_words(&tokens, 5, 6), Tense::Future);
        let text = "They met Friday to plan";
        let tokens = super::super::super::grammar::tokens(text);
        assert_eq!(from_words(&tokens, 2, 3), Tense::Past);
    }
}
