//! The reader's decisions, each naming what it is about by content.
//!
//! Owns the list of decisions and how each is written in a review file. Must not hold a number of
//! the analysis (entity, claim, mention, byte): those change with every run.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Quote;
use crate::model::{ArticleId, Certainty, Columns, EntityKind, MentionKind};

/// An entity, by its name and kind and a place that names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityRef {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: EntityKind,
    /// A mention of it: settles which is meant where two have one name, and finds it where a
    /// later version of the engine calls it otherwise.
    #[serde(default)]
    pub at: Option<Quote>,
}

/// A claim, by places that make it, the statement first; the claim that holds most of them is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClaimRef {
    /// Places, at least one.
    pub at: Vec<Quote>,
}

impl ClaimRef {
    /// The words of the statement when the reader chose it.
    pub fn words(&self) -> &str {
        self.at.first().map_or("", |quote| quote.words.as_str())
    }
}

/// How far a decision about one mention reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// This mention alone.
    Here,
    /// The same words in this article.
    Article,
    /// The same words in every article.
    Everywhere,
}

impl Scope {
    /// Every scope, narrowest first.
    pub const ALL: [Self; 3] = [Self::Here, Self::Article, Self::Everywhere];
}

/// The words that stand for a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Statement {
    /// One of its wordings.
    Wording(Quote),
    /// The reader's own words.
    Own(String),
}

/// A decision of the reader that overrides the machine's.
///
/// The names of variants and fields are the format of the review file: they may be added to, and
/// never change their meaning without a new version of that format.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Correction {
    /// The entity is called this.
    Rename {
        /// Which.
        entity: EntityRef,
        /// Its new name.
        name: String,
    },
    /// The entity is of this kind.
    ChangeKind {
        /// Which.
        entity: EntityRef,
        /// Its new kind.
        kind: EntityKind,
    },
    /// Two entities are one.
    Merge {
        /// The one whose name and kind stay.
        keep: EntityRef,
        /// The other one.
        other: EntityRef,
    },
    /// A mention is of someone or something else, of its own.
    Split {
        /// Where.
        mention: Quote,
        /// Which other mentions go with it.
        scope: Scope,
        /// Name of what it is; its words when `None`.
        name: Option<String>,
    },
    /// A mention is of another entity that is known already.
    Assign {
        /// Where.
        mention: Quote,
        /// Which other mentions go with it.
        scope: Scope,
        /// Whom or what it names.
        to: EntityRef,
    },
    /// It is no person, organisation, place, group or event at all.
    NotAnEntity {
        /// Which.
        entity: EntityRef,
    },
    /// These words name nothing.
    NotAMention {
        /// Where.
        mention: Quote,
        /// Which other mentions go with it.
        scope: Scope,
    },
    /// These words were missed.
    AddMention {
        /// Where.
        mention: Quote,
        /// Where else the same words are marked too.
        scope: Scope,
        /// What they name.
        kind: MentionKind,
        /// Whom or what they name; by their own words when `None`.
        entity: Option<EntityRef>,
    },
    /// The article's headline.
    SetTitle {
        /// Which.
        article: ArticleId,
        /// Its headline; `None` for one without.
        title: Option<String>,
    },
    /// The article's outlet.
    SetOutlet {
        /// Which.
        article: ArticleId,
        /// Its outlet; `None` when nobody knows.
        outlet: Option<String>,
    },
    /// The day the article was published.
    SetDate {
        /// Which.
        article: ArticleId,
        /// The day; `None` when nobody knows.
        date: Option<NaiveDate>,
    },
    /// A passage that was taken out belongs to the text.
    PutBack {
        /// Which article.
        article: ArticleId,
        /// The passage, as listed among what was taken out.
        words: String,
    },
    /// A passage does not belong to the text.
    TakeOut {
        /// Where.
        passage: Quote,
    },
    /// What the columns of a table hold that does not tell it; the table is read by that.
    SetColumns {
        /// Which tables, and what they hold.
        columns: Columns,
    },
    /// Two claims are one.
    MergeClaims {
        /// The one whose statement stays.
        keep: ClaimRef,
        /// The other one.
        other: ClaimRef,
    },
    /// Some wordings of a claim are a claim of their own.
    SplitClaim {
        /// Which wordings.
        mentions: Vec<Quote>,
    },
    /// A wording belongs to another claim.
    MoveMention {
        /// Which wording.
        mention: Quote,
        /// The claim it belongs to.
        to: ClaimRef,
    },
    /// A passage tells a claim, though it was not found to; what it was found to tell is moved.
    AddWording {
        /// Which passage.
        passage: Quote,
        /// The claim it tells.
        to: ClaimRef,
    },
    /// A wording makes no claim.
    RemoveMention {
        /// Which wording.
        mention: Quote,
    },
    /// The words that stand for a claim.
    SetStatement {
        /// Which claim.
        claim: ClaimRef,
        /// The words.
        statement: Statement,
    },
    /// How surely a wording tells its claim.
    SetCertainty {
        /// Which wording.
        mention: Quote,
        /// How surely.
        certainty: Certainty,
    },
    /// Two wordings of one claim rest on the same origin.
    SameOrigin {
        /// One wording.
        a: Quote,
        /// The other.
        b: Quote,
    },
    /// A wording rests on an origin of its own.
    OwnOrigin {
        /// Which wording.
        mention: Quote,
    },
    /// Whether two claims say the opposite of each other.
    Oppose {
        /// One claim.
        a: ClaimRef,
        /// The other.
        b: ClaimRef,
        /// Whether they do.
        is_opposed: bool,
    },
    /// Whether a claim is left out of lists.
    Hide {
        /// Which claim.
        claim: ClaimRef,
        /// Whether it is.
        is_hidden: bool,
    },
    /// Whether a claim is starred.
    Star {
        /// Which claim.
        claim: ClaimRef,
        /// Whether it is.
        is_starred: bool,
    },
}

impl Correction {
    /// The article whose own text or facts it changes, if it changes any: such an article has to
    /// be read anew.
    pub const fn changed_article(&self) -> Option<&ArticleId> {
        match self {
            Self::SetTitle { article, .. }
            | Self::SetOutlet { article, .. }
            | Self::SetDate { article, .. }
            | Self::PutBack { article, .. } => Some(article),
            Self::TakeOut { passage } => Some(&passage.article),
            _ => None,
        }
    }
}
