//! What the articles say together: entities, stories, shared text, claims and their origins.
//!
//! Owns everything that needs more than one article. Reads `model`, `language`, `annotate`'s
//! findings; does no input or output and cannot fail.

mod background;
mod claims;
pub mod entities;
mod origins;
mod quotations;
mod shared_text;
mod stories;
#[cfg(test)]
pub(crate) mod testing;

pub(crate) use background::share_of_texts;
pub(crate) use claims::clauses;
pub(crate) use quotations::quotations;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::language::{Parsed, Vector};
use crate::model::{Analysis, Article, ArticleFindings, Claim, SameText};

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
    /// A vector per clause that could be a claim, in order.
    pub clauses: Arc<Vec<ClauseVector>>,
}

/// What a clause means within its sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClauseVector {
    /// Index of the word that heads it among the article's words.
    pub head: usize,
    /// Its meaning.
    pub vector: Vector,
}

/// An article with its linked findings: what the stages of this room read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a> {
    pub(crate) article: &'a Article,
    pub(crate) parsed: &'a Parsed,
    pub(crate) findings: &'a ArticleFindings,
    pub(crate) clauses: &'a [ClauseVector],
}

/// Finds what the articles say together.
pub fn analyse(documents: &[Document]) -> Analysis {
    let (entities, articles) = entities::link(documents);
    let texts = texts(documents, &articles);
    let (grouped, same_text) = rayon::join(|| stories::group(&texts), || shared_text::find(&texts));
    let mut claims = claims::gather(&texts, &grouped);
    origins::find(&texts, &mut claims, &same_text);
    Analysis {
        articles,
        entities,
        claims,
        stories: grouped.all,
        same_text,
    }
}

/// Finds the origins of claims anew, as after a correction that regroups them. `articles` are the
/// linked findings of `documents`, in the same order.
pub fn find_origins(
    documents: &[Document],
    articles: &[ArticleFindings],
    claims: &mut [Claim],
    same_text: &[SameText],
) {
    origins::find(&texts(documents, articles), claims, same_text);
}

fn texts<'a>(documents: &'a [Document], articles: &'a [ArticleFindings]) -> Vec<Text<'a>> {
    documents
        .iter()
        .zip(articles)
        .map(|(document, findings)| Text {
            article: &document.article,
            parsed: &document.parsed,
            findings,
            clauses: &document.clauses,
        })
        .collect()
}
