//! What one article says: mentions, time expressions, amounts, attributions, certainty.
//!
//! Owns everything that is decided from one article alone. Reads `model` and `language`; does no
//! input or output and cannot fail: bad text gives fewer findings.

mod amounts;
pub mod attributions;
#[cfg(test)]
mod bracketed;
pub mod certainty;
mod grammar;
mod mentions;
mod times;

pub use amounts::find_amounts;
pub use mentions::{find_mentions, known_names};
pub use times::{find_times, infer_published};

use crate::language::{Parsed, is_read};
use crate::model::{Article, ArticleFindings, Span, TimeExpression};

/// An article with its reading: what `annotate` starts from.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its text, read.
    pub text: &'a Parsed,
    /// Its title, read; empty when it has none.
    pub title: &'a Parsed,
}

/// Finds what one article says. Entities are not linked yet. In a text of another language than English
/// nothing is found: what looks like a name or a date there is as likely none.
pub fn annotate(reading: Reading<'_>) -> ArticleFindings {
    let Reading {
        article,
        text,
        title,
    } = reading;
    let sentences = text
        .sentences
        .iter()
        .map(|sentence| sentence.span)
        .collect();
    if !is_read(article.language.as_deref()) {
        return ArticleFindings {
            sentences,
            ..ArticleFindings::empty(article.id.clone())
        };
    }
    let published = article.published.value;
    let times = find_times(&article.text, published, Some(text));
    let amounts = find_amounts(&article.text, &spans(&times), Some(text));
    let mentions = find_mentions(&article.text, text, &times, &amounts, &[]);
    let headline = article.title.as_deref().unwrap_or_default();
    let title_times = find_times(headline, published, Some(title));
    let title_amounts = find_amounts(headline, &spans(&title_times), Some(title));
    let known = known_names(&article.text, &mentions);
    let mut findings = ArticleFindings {
        title_mentions: find_mentions(headline, title, &title_times, &title_amounts, &known),
        attributions: attributions::find(text, &article.text),
        sentences,
        mentions,
        times: times.into(),
        amounts: amounts.into(),
        ..ArticleFindings::empty(article.id.clone())
    };
    findings.title_mentions.shrink_to_fit();
    findings.mentions.shrink_to_fit();
    findings.attributions.shrink_to_fit();
    findings
}

fn spans(times: &[TimeExpression]) -> Vec<Span> {
    times.iter().map(|time| time.span).collect()
}
