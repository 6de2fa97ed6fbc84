//! One proposition about one event or state, wherever it is made.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{ArticleId, Certainty, Interval, Origin, Span};

/// Number of a claim within one analysis, from 0, most widely reported first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClaimId(pub u32);

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "c{}", self.0)
    }
}

/// One proposition, with every place that makes or reports it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Its number.
    pub id: ClaimId,
    /// Index into `mentions` of the clearest wording; its words are the statement.
    pub statement: usize,
    /// Every place, in order of telling, undated last; never empty.
    pub mentions: Vec<ClaimMention>,
    /// Where the claim entered the collection.
    pub origins: Vec<Origin>,
    /// Claims that say the opposite (denial, reversed polarity).
    pub opposed: Vec<ClaimId>,
    /// Claims that agree in all but a number, and yet are told apart.
    pub numbers_differ: Vec<ClaimId>,
    /// How specific the claim is, 0 to 1: named actors, numbers, dates, attribution.
    pub worth: f32,
}

impl Claim {
    /// How many origins the text shows to be independent of each other.
    pub fn independent_origins(&self) -> usize {
        self.origins.len()
    }

    /// Ids of the articles that tell it, each once, in order of telling.
    pub fn articles(&self) -> Vec<&ArticleId> {
        let mut articles: Vec<&ArticleId> = Vec::new();
        for mention in &self.mentions {
            if !articles.contains(&&mention.article) {
                articles.push(&mention.article);
            }
        }
        articles
    }
}

/// One place where an article makes or reports a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimMention {
    /// The article.
    pub article: ArticleId,
    /// The words, in the article's text.
    pub span: Span,
    /// Index into the article's attributions; `None` where the article speaks in its own voice.
    pub attribution: Option<usize>,
    /// How surely it is told here.
    pub certainty: Certainty,
    /// Whether the words are a sentence by themselves ("the gate was open"), not a part of one
    /// ("to open the gate").
    pub is_whole: bool,
    /// When it was said: the day of the telling, or of the article.
    pub said_on: Option<Interval>,
    /// When it is about.
    pub happens_on: Option<Interval>,
    /// Why it was put with the others; empty for the mention that the claim started from.
    pub why: Vec<GroupingReason>,
}

/// Why two wordings were taken for the same claim; `view::wording` makes the sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupingReason {
    /// The same actors, by name.
    SameActors(Vec<String>),
    /// The same or a like action, both verbs.
    SameAction(String, String),
    /// The same amount, as written.
    SameAmount(String),
    /// The same quotation.
    SameQuotation,
    /// The same source.
    SameSource(String),
    /// The same time.
    SameTime,
    /// Both cite this carrier ("Axios").
    BothCite(String),
    /// How alike the wording is, 0 to 1.
    Wording(f32),
    /// The reader said so.
    Reader,
}
