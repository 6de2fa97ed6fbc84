//! Numbers that name instead of counting: "Boeing 737", "the 787", "ground zero", "No. 3".
//!
//! Goes by the words beside the number and by the tree.

use crate::annotate::grammar::{Cursor, TokenKind};
use crate::language::{Parsed, Relation, Upos};
use crate::model::Span;

/// Nouns that are singular in form and counted all the same.
const COUNTED: [&str; 20] = [
    "aircraft",
    "cattle",
    "crew",
    "fish",
    "livestock",
    "majority",
    "people",
    "percent",
    "personnel",
    "police",
    "poultry",
    "series",
    "sheep",
    "spacecraft",
    "species",
    "staff",
    "troop",
    "seat",
    "dead",
    "head",
];

/// Whether the number in `span` is a name or a part of one; `behind` stands after it.
pub(super) fn is_name(
    text: &str,
    span: Span,
    parsed: Option<&Parsed>,
    start: Cursor<'_>,
    behind: &Cursor<'_>,
) -> bool {
    let words = span.of(text);
    if words.eq_ignore_ascii_case("zero") {
        return matches!(start.lower_before(1), "ground" | "patient" | "year" | "day");
    }
    let is_numbered = start.lower_before(1) == "."
        && matches!(
            start.lower_before(2),
            "no" | "nos" | "fig" | "art" | "sec" | "vol"
        );
    let is_plain = words.chars().all(|c| c.is_ascii_digit() || c == '.');
    if is_numbered || !is_plain {
        return is_numbered;
    }
    // "3GS", "5G": letters that are no unit make a name of it.
    if behind.is_glued(0) && behind.is_word(0) {
        return true;
    }
    let Some(parsed) = parsed else { return false };
    let is_beside_one = is_beside_one(text, parsed, span);
    if is_beside_one == Some(false) || behind.is_glued(0) && behind.lower(0) == "-" {
        return false;
    }
    follows_name(text, parsed, span, start)
        || match is_beside_one {
            Some(_) => follows_article(start),
            None => stands_for_thing(parsed, span, start),
        }
}

/// Whether the noun that a number hangs on is one thing, so that the number does not count it; `None`
/// where it hangs on no noun.
fn is_beside_one(text: &str, parsed: &Parsed, span: Span) -> Option<bool> {
    let noun = parsed
        .word(parsed.first_word(span)?.head()?)
        .filter(|noun| noun.span.start >= span.end)?;
    if !matches!(noun.upos, Upos::Noun | Upos::Propn | Upos::Adj) {
        return None;
    }
    let form = noun.span.of(text).to_lowercase();
    let is_common = matches!(noun.xpos(), "NN" | "NNP");
    Some(is_common && !form.ends_with('s') && !COUNTED.contains(&form.as_str()))
}

/// "Flight 447", "Park 51": a capitalised word right before it, to which the tree ties it.
fn follows_name(text: &str, parsed: &Parsed, span: Span, start: Cursor<'_>) -> bool {
    let Some(index) = parsed.words_in(span).next() else {
        return false;
    };
    let (Some(word), Some(before)) = (
        parsed.word(index),
        index.checked_sub(1).and_then(|before| parsed.word(before)),
    ) else {
        return false;
    };
    let is_tied = word.head() == index.checked_sub(1) || word.head() == before.head();
    let is_label = matches!(
        word.relation,
        Relation::Nummod | Relation::Flat | Relation::Appos | Relation::Compound | Relation::Nmod
    );
    start
        .before(1)
        .is_some_and(|token| token.kind == TokenKind::Word)
        && before.upos == Upos::Propn
        && before.span.of(text).starts_with(char::is_uppercase)
        && is_tied
        && is_label
}

/// "a 737 airliner", "their 787 fleet": one thing, so the number does not count it.
fn follows_article(start: Cursor<'_>) -> bool {
    matches!(
        start.lower_before(1),
        "a" | "an" | "the" | "its" | "their" | "this" | "our" | "his" | "her"
    )
}

/// "The 787 offers more": the number is the subject of a verb in the singular.
fn stands_for_thing(parsed: &Parsed, span: Span, start: Cursor<'_>) -> bool {
    let Some(word) = parsed.first_word(span) else {
        return false;
    };
    let is_plain_verb = word
        .head()
        .and_then(|head| parsed.word(head))
        .is_some_and(|verb| verb.xpos() == "VBZ");
    start.lower_before(1) == "the" && word.relation == Relation::Nsubj && is_plain_verb
}
