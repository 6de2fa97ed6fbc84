//! What the articles say together: entities, stories, shared text, claims and their origins.
//!
//! Owns everything that needs more than one article. Reads `model`, `language`, `annotate`'s
//! findings; does no input or output and cannot fail.

use std::sync::Arc;

use crate::language::{Parsed, Vector};
use crate::model::{Analysis, Article, ArticleFindings, Story};

/// An article with all that is known of it alone: what `corpus` and `compare` start from.
#[derive(Clone, Debug)]
pub struct Document {
    /// The article.
    pub article: Arc<Article>,
    /// Its text, read.
    pub parsed: Arc<Parsed>,
    /// What it says.
    pub findings: Arc<ArticleFindings>,
    /// A vector per sentence, in order.
    pub vectors: Arc<Vec<Vector>>,
}

/// Finds what the articles say together.
pub fn analyse(documents: &[Document]) -> Analysis {
    Analysis {
        articles: documents
            .iter()
            .map(|document| (*document.findings).clone())
            .collect(),
        stories: vec![Story {
            name: String::new(),
            articles: documents
                .iter()
                .map(|document| document.article.id.clone())
                .collect(),
        }],
        ..Analysis::default()
    }
}
