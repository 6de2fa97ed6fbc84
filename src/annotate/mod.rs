//! What one article says: mentions, time expressions, amounts, attributions, certainty.
//!
//! Owns everything that is decided from one article alone. Reads `model` and `language`; does no
//! input or output and cannot fail: bad text gives fewer findings.

mod amounts;
pub mod attributions;
mod grammar;
mod times;

pub use amounts::find_amounts;
pub use times::{find_times, infer_published};

use crate::language::Parsed;
use crate::model::{Article, ArticleFindings};

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

/// Finds what one article says. Entities are not linked yet.
pub fn annotate(reading: Reading<'_>) -> ArticleFindings {
    let article = reading.article;
    let times = find_times(&article.text, article.published.value, Some(reading.text));
    ArticleFindings {
        times,
        attributions: attributions::find(reading.text, &article.text),
        sentences: reading
            .text
            .sentences
            .iter()
            .map(|sentence| sentence.span)
            .collect(),
        ..ArticleFindings::empty(article.id.clone())
    }
}
