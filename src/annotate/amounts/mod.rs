//! Amounts: money and quantities with value, unit and limits.
//!
//! Owns the grammar of numbers that count, measure or cost. Numbers that belong to dates, names,
//! ordinals and addresses are not amounts. A unit of measure belongs to the words of an amount, the
//! noun that is counted does not; it is given as the unit.

mod limits;
mod named;
mod number;
mod units;

use self::limits::Limit;
use super::grammar::{Cursor, Token, TokenKind, tokens};
use crate::language::{Parsed, Upos};
use crate::model::{Amount, AmountValue, Span};

/// Finds every amount of a text, in order. `taken` are spans of times, in order, which hold no
/// amounts; `parsed` is the reading of the same text, if there is one.
pub fn find_amounts(text: &str, taken: &[Span], parsed: Option<&Parsed>) -> Vec<Amount> {
    let tokens = tokens(text);
    let mut found: Vec<Amount> = Vec::new();
    let mut at = 0;
    let mut next_taken = taken.iter().peekable();
    while let Some(token) = tokens.get(at) {
        while next_taken
            .next_if(|span| span.end <= token.span.start)
            .is_some()
        {}
        if next_taken
            .peek()
            .is_some_and(|span| span.overlaps(token.span))
        {
            at += 1;
            continue;
        }
        let mut cursor = Cursor::new(&tokens, at);
        let read = if may_start(&cursor) {
            amount(&mut cursor)
        } else {
            None
        };
        let span = read
            .as_ref()
            .and_then(|_| between(&tokens, at, cursor.at()));
        match (read, span) {
            (Some(read), Some(span))
                if !next_taken.peek().is_some_and(|taken| taken.overlaps(span))
                    && is_amount(text, span, parsed, &cursor)
                    && (read.unit.is_some()
                        || !named::is_name(
                            text,
                            span,
                            parsed,
                            Cursor::new(&tokens, at),
                            &cursor,
                        )) =>
            {
                let unit = read
                    .unit
                    .or_else(|| counted_noun(text, parsed, span, cursor));
                found.push(Amount {
                    span,
                    value: read.value,
                    unit,
                    is_money: read.is_money,
                });
                at = cursor.at();
            }
            _ => at += 1,
        }
    }
    found
}

struct Read {
    value: AmountValue,
    unit: Option<String>,
    is_money: bool,
}

/// Money, percentage, measure or bare number at the cursor.
fn amount(cursor: &mut Cursor<'_>) -> Option<Read> {
    let mut probe = *cursor;
    let limit = Limit::read(&mut probe);
    if let Some(code) = units::sign(&mut probe) {
        let value = number::spaced_groups(&mut probe).or_else(|| number::number(&mut probe))?;
        *cursor = probe;
        return Some(Read {
            value: limit.of(value),
            unit: Some(code.to_owned()),
            is_money: true,
        });
    }
    let mut ahead = probe;
    if let Some(code) =
        units::currency(&mut ahead).filter(|code| code.len() == 3 && ahead.is_digits(0))
    {
        let value = number::number(&mut ahead)?;
        *cursor = ahead;
        return Some(Read {
            value: limit.of(value),
            unit: Some(code.to_uppercase()),
            is_money: true,
        });
    }
    let mut value = limit.of(number::number(&mut probe)?);
    // "90-plus".
    let mut plus = probe;
    plus.eat_hyphen();
    if plus.is_glued(0) && plus.eat("plus") {
        probe = plus;
        value.high = f64::INFINITY;
    }
    let has_ending =
        probe.is_glued(0) && matches!(probe.lower(0), "st" | "nd" | "rd" | "th" | "s" | ":" | "/");
    if has_ending {
        return None;
    }
    let mut behind = probe;
    behind.eat_hyphen();
    if percent(&mut behind) {
        *cursor = behind;
        return Some(Read {
            value,
            unit: Some("%".to_owned()),
            is_money: false,
        });
    }
    // "Billions of dollars".
    let are_many = probe
        .before(1)
        .is_some_and(|last| last.lower.ends_with('s'));
    let mut of = behind;
    if are_many && of.eat("of") {
        let mut money = of;
        if units::currency(&mut money).is_some() {
            behind = of;
        }
    }
    if let Some(code) = units::currency(&mut behind) {
        *cursor = behind;
        return Some(Read {
            value,
            unit: Some(code.to_owned()),
            is_money: true,
        });
    }
    if let Some(lemma) = units::measure(&mut behind) {
        *cursor = behind;
        return Some(Read {
            value,
            unit: Some(lemma.to_owned()),
            is_money: false,
        });
    }
    *cursor = probe;
    Some(Read {
        value,
        unit: None,
        is_money: false,
    })
}

fn percent(cursor: &mut Cursor<'_>) -> bool {
    let mut probe = *cursor;
    let found = probe.eat("%")
        || probe.eat("percent")
        || probe.eat_phrase("per cent")
        || probe.eat("pct")
        || {
            let is_points = probe.eat_any(&["percentage"]).is_some();
            is_points && probe.eat_any(&["points", "point"]).is_some()
        };
    if found {
        let mut points = probe;
        if points.eat_any(&["points"]).is_some() {
            probe = points;
        }
        *cursor = probe;
    }
    found
}

/// Whether an amount may begin here: not inside a name ("F-16"), a number, an address.
fn may_start(cursor: &Cursor<'_>) -> bool {
    let Some(token) = cursor.token(0) else {
        return false;
    };
    let Some(before) = cursor.before(1) else {
        return true;
    };
    if token.spaced {
        return !matches!(
            before.lower.as_str(),
            "no" | "#"
                | "article"
                | "section"
                | "chapter"
                | "page"
                | "resolution"
                | "flight"
                | "route"
                | "highway"
                | "number"
                | "bill"
                | "sb"
                | "hb"
        );
    }
    before.kind == TokenKind::Mark
        && !matches!(
            before.lower.as_str(),
            "." | "/"
                | "@"
                | "#"
                | "_"
                | ":"
                | "&"
                | "="
                | ","
                | "-"
                | "'"
                | "$"
                | "£"
                | "€"
                | "+"
                | "*"
        )
}

/// Whether the reading of the text lets this be an amount: "one" is one only where it counts.
fn is_amount(text: &str, span: Span, parsed: Option<&Parsed>, behind: &Cursor<'_>) -> bool {
    let words = span.of(text).to_lowercase();
    if words == "one" {
        let Some(parsed) = parsed else { return false };
        let Some(word) = parsed.first_word(span) else {
            return false;
        };
        return word.upos == Upos::Num
            && behind.is_word(0)
            && !matches!(
                behind.lower(0),
                "of" | "another"
                    | "day"
                    | "who"
                    | "that"
                    | "where"
                    | "which"
                    | "whose"
                    | "or"
                    | "and"
                    | "way"
                    | "point"
                    | "thing"
                    | "hand"
                    | "moment"
                    | "occasion"
                    | "stage"
            );
    }
    // "the two", "the two leaders": points at those that were named before.
    !(matches!(words.as_str(), "two" | "three" | "both") && behind.lower_before(2) == "the")
}

/// The noun that is counted: the head of the number in the tree, else the next word.
fn counted_noun(
    text: &str,
    parsed: Option<&Parsed>,
    span: Span,
    cursor: Cursor<'_>,
) -> Option<String> {
    if let Some(parsed) = parsed {
        let range = parsed.words_in(span);
        let head = range
            .clone()
            .filter_map(|index| parsed.word(index)?.head())
            .find(|head| !range.contains(head))
            .and_then(|head| parsed.word(head));
        if let Some(noun) = head.filter(|word| {
            matches!(word.upos, Upos::Noun | Upos::Propn) && word.span.start >= span.end
        }) {
            return Some(parsed.lemma_of(noun).to_lowercase());
        }
    }
    let mut probe = cursor;
    probe.eat("of");
    let token = probe
        .token(0)
        .filter(|t| t.kind == TokenKind::Word && t.spaced && t.text.len() > 2)?;
    let word = token.lower.as_str();
    if !word.ends_with('s') || word.ends_with("ss") || text.is_empty() {
        return matches!(
            word,
            "people" | "men" | "women" | "children" | "troops" | "police"
        )
        .then(|| word.to_owned());
    }
    Some(singular(word))
}

fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes"] {
        if word.ends_with(ending) {
            return word.strip_suffix("es").unwrap_or(word).to_owned();
        }
    }
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

fn between(tokens: &[Token<'_>], first: usize, end: usize) -> Option<Span> {
    Some(
        tokens
            .get(first)?
            .span
            .hull(tokens.get(end.checked_sub(1)?)?.span),
    )
}

#[cfg(test)]
mod tests {
    use super::find_amounts;
    use crate::model::Span;

    fn marked(text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for amount in find_amounts(text, &[], None) {
            out.push_str(Span::new(at, amount.span.start).of(text));
            let kind = if amount.is_money { "money" } else { "quantity" };
            out.extend(["[", amount.span.of(text), "|", kind, "]"]);
            at = amount.span.end;
        }
        out.push_str(Span::new(at, text.len()).of(text));
        out
    }

    #[test]
    fn modifier_and_measure_belong_to_the_amount_but_not_the_noun() {
        for text in [
            "[Some 2,500|quantity] saplings cost [£31,000|money].",
            "Sales fell [12 per cent|quantity] to [$38 million|money].",
            "[four to six thousand|quantity] people, [a third|quantity] of fields",
            "It earned [about 2 million euros|money] from [40 tonnes|quantity].",
            "[three in ten|quantity] and [a quarter of a million pounds|money]",
            "[Hundreds|quantity] of visitors, [nearly 1,100|quantity], [a dozen|quantity] oaks",
            "He flew an F-16 on the 21st.",
            "It paid [N$8 600|money], [Tk 1.5 crore|money], [Rs 20,000|money], [LE 22 billion|money].",
            "They voted [348-77|quantity], then [5-4|quantity], on Senate Bill 1062 and on SB 9.",
            "[90-plus percent|quantity] agreed, and [billions of dollars|money] went to [dozens|quantity] of towns.",
            "A phone 3GS with [16 GB|quantity] ran on 5G at ground zero, No. 3.",
        ] {
            let plain: String = text
                .replace("|quantity]", "")
                .replace("|money]", "")
                .replace('[', "");
            assert_eq!(marked(&plain), text);
        }
    }

    #[test]
    fn limits_and_units_are_read() {
        let found = find_amounts("at least 12 soldiers and up to $3 billion", &[], None);
        assert!((found[0].value.low - 12.0).abs() < 1e-9 && found[0].value.high.is_infinite());
        assert_eq!(found[0].unit.as_deref(), Some("soldier"));
        assert!((found[1].value.high - 3e9).abs() < 1.0);
        assert_eq!(found[1].unit.as_deref(), Some("USD"));
    }
}
