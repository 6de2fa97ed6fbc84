//! All that was found in a collection.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    Amount, ArticleId, Attribution, Claim, Entity, EntityId, Mention, Span, TimeExpression,
};

/// All that was found in a collection; a pure function of the articles and the engine version.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// What was found in each article, in the order of the collection.
    pub articles: Vec<ArticleFindings>,
    /// Everyone and everything named; `entities[i].id.0 == i`.
    pub entities: Vec<Entity>,
    /// Every claim, most widely reported first; `claims[i].id.0 == i`.
    pub claims: Vec<Claim>,
    /// Articles grouped by the story they tell; every article stands in exactly one.
    pub stories: Vec<Story>,
    /// Articles that share text.
    pub same_text: Vec<SameText>,
}

impl Analysis {
    /// What was found in the article with this id.
    pub fn findings(&self, id: &ArticleId) -> Option<&ArticleFindings> {
        self.articles
            .iter()
            .find(|findings| &findings.article == id)
    }

    /// The entity with this number.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0 as usize)
    }

    /// The claim with this number.
    pub fn claim(&self, id: super::ClaimId) -> Option<&Claim> {
        self.claims.get(id.0 as usize)
    }
}

/// What was found in one article. What gathering never changes is shared by all its copies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleFindings {
    /// The article.
    pub article: ArticleId,
    /// Its sentences, in order, as spans of the text.
    pub sentences: Arc<[Span]>,
    /// Mentions in the title, spans into the title.
    pub title_mentions: Vec<Mention>,
    /// Mentions in the text, in order; they do not overlap.
    pub mentions: Vec<Mention>,
    /// Time expressions in the text, in order.
    pub times: Arc<[TimeExpression]>,
    /// Numbers in the text, in order.
    pub amounts: Arc<[Amount]>,
    /// Attributions, in order of their content.
    pub attributions: Vec<Attribution>,
}

impl ArticleFindings {
    /// Nothing found.
    pub fn empty(article: ArticleId) -> Self {
        Self {
            article,
            sentences: Arc::default(),
            title_mentions: Vec::new(),
            mentions: Vec::new(),
            times: Arc::default(),
            amounts: Arc::default(),
            attributions: Vec::new(),
        }
    }

    /// The mentions of the text that share text with a span, in order.
    pub fn mentions_in(&self, span: Span) -> &[Mention] {
        let start = self
            .mentions
            .partition_point(|mention| mention.span.end <= span.start);
        let end = self
            .mentions
            .partition_point(|mention| mention.span.start < span.end);
        self.mentions.get(start..end.max(start)).unwrap_or_default()
    }

    /// The first sentence that ends after a byte of the text, with its number; that is the sentence
    /// around the byte where one is.
    pub fn sentence_after(&self, byte: usize) -> Option<(usize, Span)> {
        let number = self
            .sentences
            .partition_point(|sentence| sentence.end <= byte);
        Some((number, *self.sentences.get(number)?))
    }
}

/// Articles that tell the same story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// A few words of its articles that tell it from the others.
    pub name: String,
    /// Its articles, in order of publication, those without a date last.
    pub articles: Vec<ArticleId>,
}

/// Articles that share text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SameText {
    /// The articles.
    pub articles: Vec<ArticleId>,
    /// In what way.
    pub kind: SameTextKind,
    /// How much of the shorter text is shared, 0 to 1.
    pub share: f32,
    /// The longest shared run of words, as written in the first article.
    pub longest_run: String,
}

/// In what way articles share text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SameTextKind {
    /// The same text.
    Copy,
    /// Two states of one article.
    Version,
    /// Parts of one agency report or press release.
    SharedWire,
}
