//! Sentences as whole words to compare: numbers and dates by value, names known as names.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::compare::evidence::is_content;
use crate::compare::numbers::{plain_number, scale};
use crate::corpus::{Document, quotations};
use crate::language::lexicon::abbreviations;
use crate::language::{Parsed, Upos};
use crate::model::{
    Amount, AmountValue, ArticleFindings, Mention, MentionKind, Span, TimeExpression, TimeType,
};

/// A text with what is known of it, ready to be compared piece by piece.
pub(in crate::compare) struct Text<'a> {
    /// The text.
    pub body: &'a str,
    /// Its words.
    pub parsed: &'a Parsed,
    /// What was found in it.
    pub findings: &'a ArticleFindings,
    /// Its quotations, without the marks, in order.
    pub quotations: Vec<Span>,
    /// Indexes of words inside names.
    names: HashSet<usize>,
}

impl<'a> Text<'a> {
    /// Prepares a document.
    pub(in crate::compare) fn new(document: &'a Document) -> Self {
        let parsed = &document.parsed;
        let mentions = &document.findings.mentions;
        let mut names: HashSet<usize> = mentions
            .iter()
            .filter(|mention| is_name(mention))
            .flat_map(|mention| parsed.words_in(mention.span))
            .collect();
        if mentions.is_empty() {
            names.extend(
                (0..parsed.words.len())
                    .filter(|&at| parsed.word(at).is_some_and(|word| word.upos == Upos::Propn)),
            );
        }
        Self {
            body: &document.article.text,
            parsed,
            findings: &document.findings,
            quotations: quotations(&document.article.text),
            names,
        }
    }
}

fn is_name(mention: &Mention) -> bool {
    mention.named == Some(true)
        && !matches!(
            mention.kind,
            MentionKind::Date | MentionKind::Money | MentionKind::Quantity
        )
}

/// Letters of a word in capitals that is taken for an acronym, at most.
const ACRONYM_MAX: usize = 5;

/// A whole word, or a number or date of several words.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::compare) struct Token {
    /// Its place in the text.
    pub span: Span,
    /// What it is compared by.
    pub key: String,
    /// What it is.
    pub kind: TokenKind,
    /// Whether it carries content, other than "the" and "of".
    pub is_content: bool,
    /// What a number counts or measures, and the sort of a calendar expression; empty where that
    /// is not known, and for words.
    pub measure: String,
    /// Sentences that stand side by side in the text are of one piece; a difference never runs from
    /// one piece into the next, over words that are not compared.
    pub piece: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::compare) enum TokenKind {
    /// Any word.
    Word,
    /// A word of a name.
    Name,
    /// A number, with the values it allows.
    Number(AmountValue),
    /// A calendar expression.
    Date,
}

/// The tokens of some sentences, in their order.
pub(in crate::compare) fn tokens(text: &Text<'_>, sentences: &[Span]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut piece = 0;
    let mut end = None;
    for &sentence in sentences {
        let is_next = |end| {
            Span::new(end, sentence.start)
                .of(text.body)
                .trim()
                .is_empty()
        };
        if end.is_some_and(|end| end > sentence.start || !is_next(end)) {
            piece += 1;
        }
        end = Some(sentence.end);
        let from = found.len();
        let units = units(text, sentence);
        let mut units = units.into_iter().peekable();
        for span in whole_words(text.body, sentence) {
            let mut inside = false;
            while let Some(unit) = units.next_if(|unit| unit.span.start < span.end) {
                inside |= unit.span.overlaps(span);
                if unit.span.end > span.start {
                    found.push(unit);
                }
            }
            let covered = found.last().is_some_and(|last| last.span.overlaps(span));
            if !inside && !covered && !is_form_of_address(text, span) {
                found.push(word(text, span));
            }
        }
        for token in found.iter_mut().skip(from) {
            token.piece = piece;
        }
    }
    join_scales(text.body, found)
}

/// Whether a word only says how a house addresses people ("Mr." before a name): style of print.
fn is_form_of_address(text: &Text<'_>, span: Span) -> bool {
    let word = span.of(text.body);
    ["Mr", "Mrs", "Ms"].contains(&word.trim_end_matches('.'))
        && text
            .body
            .get(span.end..)
            .is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase))
}

/// A single word as a token.
fn word(text: &Text<'_>, span: Span) -> Token {
    let written = span.of(text.body);
    let words = text.parsed.words_in(span);
    let is_name = words.clone().any(|at| text.names.contains(&at));
    let is_content = words
        .filter_map(|at| text.parsed.word(at))
        .any(|word| is_content(word, text.body));
    let number = plain_number(written).map(AmountValue::exact);
    Token {
        span,
        key: match number {
            Some(value) => number_key(value),
            None => key(written),
        },
        kind: match number {
            Some(value) => TokenKind::Number(value),
            None if is_name => TokenKind::Name,
            None => TokenKind::Word,
        },
        is_content: is_content || number.is_some(),
        measure: String::new(),
        piece: 0,
    }
}

/// A word without the accidents of print: the style of the apostrophe, full stops in abbreviations,
/// and capitals, which headlines and house styles set as they please. Only a short word all in
/// capitals keeps them, so that "US" is not "us".
fn key(written: &str) -> String {
    let plain: String = written
        .chars()
        .filter(|c| *c != '.')
        .map(|c| match c {
            '’' | '‘' | 'ʼ' => '\'',
            '‐' | '‑' | '–' => '-',
            _ => c,
        })
        .collect();
    let bare = plain.strip_suffix("'s").unwrap_or(&plain);
    let letters = bare.chars().count();
    let is_acronym = (2..=ACRONYM_MAX).contains(&letters) && bare.chars().all(char::is_uppercase);
    match plain.as_str() {
        "%" => "percent".to_owned(),
        _ if is_acronym => plain,
        _ => plain.to_lowercase(),
    }
}

fn number_key(value: AmountValue) -> String {
    if value.approximate && value.high.is_finite() {
        format!("#{}", f64::midpoint(value.low, value.high))
    } else if (value.high - value.low).abs() < f64::EPSILON {
        format!("#{}", value.low)
    } else {
        format!("#{}..{}", value.low, value.high)
    }
}

/// Numbers and calendar expressions of a sentence, in order, not overlapping.
fn units(text: &Text<'_>, sentence: Span) -> Vec<Token> {
    let times = inside(&text.findings.times, sentence, |time| time.span);
    let amounts = inside(&text.findings.amounts, sentence, |amount| amount.span);
    let mut units: Vec<Token> = times.map(|time| date(text.body, time)).collect();
    units.extend(amounts.filter_map(|amount| number(text.body, amount)));
    units.sort_by_key(|unit| (unit.span.start, std::cmp::Reverse(unit.span.end)));
    let mut end = 0;
    units.retain(|unit| {
        let is_free = unit.span.start >= end && !unit.span.is_empty();
        if is_free {
            end = unit.span.end;
        }
        is_free
    });
    units
}

fn inside<T>(all: &[T], sentence: Span, place: impl Fn(&T) -> Span) -> impl Iterator<Item = &T> {
    let from = all.partition_point(|one| place(one).start < sentence.start);
    all.iter()
        .skip(from)
        .take_while(move |one| place(one).end <= sentence.end)
}

fn date(text: &str, time: &TimeExpression) -> Token {
    Token {
        span: time.span,
        key: match time.interval {
            Some(days) => format!("@{}/{}", days.earliest, days.latest),
            None if time.value.is_empty() => time.span.of(text).to_lowercase(),
            None => format!("@{}", time.value),
        },
        kind: TokenKind::Date,
        is_content: true,
        measure: match time.kind {
            TimeType::Date | TimeType::Time => "calendar",
            TimeType::Duration => "length",
            TimeType::Set => "recurring",
        }
        .to_owned(),
        piece: 0,
    }
}

/// The number of an amount with its qualifier and currency, without the thing counted.
fn number(text: &str, amount: &Amount) -> Option<Token> {
    let last = whole_words(text, amount.span)
        .into_iter()
        .rfind(|word| is_numeric(word.of(text)))?;
    Some(Token {
        span: Span::new(amount.span.start, last.end),
        key: number_key(amount.value),
        kind: TokenKind::Number(amount.value),
        is_content: true,
        measure: amount.unit.clone().unwrap_or_default(),
        piece: 0,
    })
}

fn is_numeric(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
        || plain_number(word).is_some()
        || scale(word).is_some()
        || ["one", "half", "couple", "score", "scores"]
            .iter()
            .any(|name| word.eq_ignore_ascii_case(name))
        || word
            .split('-')
            .any(|part| plain_number(part).is_some() || scale(part).is_some())
}

/// "2.5 million" as one number, where no amount of the article covers it.
fn join_scales(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if let (Some(last), Some(factor)) = (joined.last_mut(), scale(token.span.of(text)))
            && let TokenKind::Number(value) = last.kind
            && matches!(token.kind, TokenKind::Word)
        {
            let value = AmountValue {
                low: value.low * factor,
                high: value.high * factor,
                ..value
            };
            *last = Token {
                span: last.span.hull(token.span),
                key: number_key(value),
                kind: TokenKind::Number(value),
                is_content: true,
                measure: std::mem::take(&mut last.measure),
                piece: last.piece,
            };
            continue;
        }
        joined.push(token);
    }
    joined
}

/// Whether the full stop behind a word is its own: single letters with stops between them ("U.S"), or
/// a known abbreviation inside the sentence ("Mr").
fn is_abbreviated(word: &str, ends: bool) -> bool {
    let are_letters = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    let is_number = word.contains(|c: char| c.is_ascii_digit());
    let is_known = || abbreviations(&format!("{word}.")).next().is_some();
    !is_number && (are_letters || !ends && is_known())
}

/// Words of a piece of text, hyphenated ones whole, punctuation left out.
fn whole_words(text: &str, piece: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut glue = None;
    for (at, written) in piece.of(text).split_word_bound_indices() {
        let span = Span::new(at, at + written.len()).shifted(piece.start);
        let is_word = written.chars().any(char::is_alphanumeric) || written == "%";
        if is_word {
            match found.last_mut() {
                Some(last) if glue == Some(span.start) => *last = last.hull(span),
                _ => found.push(span),
            }
        }
        if written == "."
            && let Some(last) = found.last_mut()
            && last.end == span.start
            && is_abbreviated(last.of(text), span.end == piece.end)
        {
            *last = last.hull(span);
        }
        let is_hyphen = matches!(written, "-" | "‐" | "‑");
        let follows = found.last().is_some_and(|last| last.end == span.start);
        glue = (is_hyphen && follows).then_some(span.end);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{key, whole_words};
    use crate::model::Span;

    #[test]
    fn hyphenated_words_and_abbreviations_stay_whole() {
        let text = "The U.S.-led, anti-jihadist force isn’t here.";
        let words: Vec<&str> = whole_words(text, Span::new(0, text.len()))
            .into_iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(
            words,
            ["The", "U.S.-led", "anti-jihadist", "force", "isn’t", "here"]
        );
    }

    #[test]
    fn accidents_of_print_are_no_difference() {
        assert_eq!(key("U.S."), key("US"));
        assert_eq!(key("isn’t"), key("isn't"));
        assert_eq!(key("Security"), key("security"));
        assert_eq!(key("ARRESTED"), key("arrested"));
        assert_eq!(key("OVW’s"), format!("{}'s", key("OVW")));
        assert_ne!(key("US"), key("us"));
    }
}
