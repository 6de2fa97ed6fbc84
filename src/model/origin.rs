//! Where a claim entered the collection.

use serde::{Deserialize, Serialize};

use super::{ArticleId, Span};

/// One independent way by which a claim reached the collection, as far as the text shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// Name of the origin: the outlet, agency or source that the articles rest on.
    pub name: String,
    /// Indexes into the claim's mentions that rest on it.
    pub mentions: Vec<usize>,
    /// What binds them; empty for an origin with a single mention.
    pub why: Vec<OriginReason>,
    /// Whether the independence is doubtful.
    pub is_uncertain: bool,
}

/// What shows that two mentions share an origin; `view::wording` makes the sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OriginReason {
    /// All cite this carrier, with the words that say so in two of the articles.
    SameCarrier {
        /// Name of the carrier.
        name: String,
        /// Where it is cited.
        cited: Vec<(ArticleId, Span)>,
    },
    /// Two articles share a run of words, given as written.
    SharedText(String),
    /// The same quotation of the same source.
    SameQuotation(String),
    /// One cites the other, which is in the collection.
    Cites {
        /// The article that cites.
        citing: ArticleId,
        /// The article that is cited.
        cited: ArticleId,
    },
    /// Both are credited to this agency.
    SameAgency(String),
    /// Two saves of one article.
    Versions,
    /// The same named source.
    SameSource(String),
    /// This article tells it without a source of its own.
    NoSourceGiven(ArticleId),
    /// The reader said so.
    Reader,
}
