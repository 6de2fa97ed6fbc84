//! Documents made by hand for tests: words split at white space and punctuation, sentences at full
//! stops, no engine.

use std::sync::Arc;

use super::Document;
use crate::language::{DecodedWord, Parsed, Relation, Sentence, Tag, Upos, Writer};
use crate::model::{
    Amount, AmountValue, Article, ArticleFindings, ArticleId, Attribution, Certainty, Cue,
    SourceKind, Span,
};

const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "and", "or", "by", "for", "with", "from", "is",
    "was", "were", "be", "been", "has", "have", "had", "it", "he", "she", "they", "that", "this",
    "will", "may", "might", "could", "not", "as", "would",
];

/// A document of this text.
pub(crate) fn document(id: &str, text: &str) -> Document {
    let parsed = parse(text);
    let mut findings = ArticleFindings::empty(ArticleId::new(id));
    findings.sentences = parsed.sentences.iter().map(|s| s.span).collect();
    Document {
        article: Arc::new(Article::plain(id, text)),
        parsed: Arc::new(parsed),
        findings: Arc::new(findings),
        vectors: Arc::default(),
        clauses: Arc::default(),
        drawn: Arc::default(),
    }
}

/// The document with an attribution: whose words, by which cue, all given by their first place.
pub(crate) fn says(mut document: Document, source: &str, cue: &str, content: &str) -> Document {
    let text = document.article.text.clone();
    let find = |words: &str| {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let findings = Arc::make_mut(&mut document.findings);
    findings.attributions.push(Attribution {
        content: vec![find(content)],
        source: Some(find(source)),
        cue: Some(Cue {
            span: find(cue),
            lemma: cue.to_owned(),
        }),
        is_direct: false,
        source_kind: SourceKind::Named,
        via: Vec::new(),
        entity: None,
        inside: None,
        certainty: Certainty::Attributed,
        hedges: Vec::new(),
        confidence: 1.0,
        why: String::new(),
    });
    document
}

/// The document with an amount, given by its words.
pub(crate) fn amount(mut document: Document, words: &str, low: f64, high: f64) -> Document {
    let start = document.article.text.find(words).unwrap();
    let findings = Arc::make_mut(&mut document.findings);
    let amount = Amount {
        span: Span::new(start, start + words.len()),
        value: AmountValue {
            low,
            high,
            approximate: low < high,
        },
        unit: None,
        is_money: false,
    };
    let known = findings.amounts.iter().cloned();
    findings.amounts = known.chain([amount]).collect();
    document
}

fn parse(text: &str) -> Parsed {
    let mut writer = Writer::default();
    let mut opening = Span::new(0, 0);
    let mut from = 0;
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() || "-’'%".contains(c) {
            start.get_or_insert(at);
            continue;
        }
        if ",.".contains(c)
            && text
                .get(at + 1..)
                .unwrap()
                .starts_with(|c: char| c.is_ascii_digit())
        {
            continue;
        }
        if let Some(first) = start.take() {
            let span = Span::new(first, at);
            let opens = writer.len() == from;
            if opens {
                opening = span;
            }
            word(&mut writer, text, span, opens);
        }
        let ends = c == '.' || at == text.len();
        if ends && writer.len() > from {
            let end = if c == '.' { at + 1 } else { at };
            writer.sentence(Sentence {
                span: opening.hull(Span::new(at.min(end), end)),
                words: from..writer.len(),
                paragraph: text.get(..at).unwrap().matches("\n\n").count(),
            });
            from = writer.len();
        }
    }
    writer.done()
}

fn word(writer: &mut Writer, text: &str, span: Span, opens: bool) {
    let written = span.of(text);
    let lower = written.to_lowercase();
    let upos = if FUNCTION_WORDS.contains(&lower.as_str()) {
        Upos::Det
    } else if written.starts_with(|c: char| c.is_ascii_digit()) {
        Upos::Num
    } else if !opens && written.starts_with(char::is_uppercase) {
        Upos::Propn
    } else {
        Upos::Noun
    };
    let known = DecodedWord {
        upos,
        xpos: Tag::NONE,
        head: None,
        relation: Relation::Dep,
        subtype: Tag::NONE,
    };
    writer.word(span, &lower, known);
}
