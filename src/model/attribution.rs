//! Who says what: source, cue and content.

use serde::{Deserialize, Serialize};

use super::{EntityId, Span};

/// How a source is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// A person by name.
    Named,
    /// A person or persons described but not named.
    Anonymous,
    /// A government, company, army, party … speaking as a body.
    Institution,
    /// A news outlet or agency.
    Media,
    /// A report, study, filing, statement.
    Document,
    /// Nobody is given ("reportedly").
    Unspecified,
}

/// How surely a content is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Told in the article's own voice as a fact.
    Stated,
    /// Told on a source's word.
    Attributed,
    /// Told with words of doubt or possibility.
    Hedged,
    /// Told as untrue.
    Denied,
    /// Asked.
    Questioned,
}

/// The words that bind a source to what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// The words ("said", "according to", "told").
    pub span: Span,
    /// Lemma of the main word ("say", "accord").
    pub lemma: String,
}

/// A source saying, writing, believing or intending something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// What is said, in one or several pieces, in order; never empty.
    pub content: Vec<Span>,
    /// Who says it; `None` when the text gives nobody.
    pub source: Option<Span>,
    /// The cue; `None` for a quotation that stands alone.
    pub cue: Option<Cue>,
    /// Whether the content is a quotation, wholly or for the most part.
    pub is_direct: bool,
    /// How the source is given.
    pub source_kind: SourceKind,
    /// Carriers between the source and this article, nearest the source first ("told Axios").
    pub via: Vec<Span>,
    /// The source across the collection; `None` before linking.
    pub entity: Option<EntityId>,
    /// The attribution this one stands inside, as an index into the same article's list.
    pub inside: Option<usize>,
    /// How surely the content is told.
    pub certainty: Certainty,
    /// Words that hedge or deny it.
    pub hedges: Vec<Span>,
    /// How sure the machine is that this is an attribution, 0 to 1.
    pub confidence: f32,
    /// The construction it was found by, in plain words ("subject of a verb of saying").
    pub why: String,
}

impl Attribution {
    /// The span from the first to the last piece of the content.
    pub fn content_hull(&self) -> Span {
        self.content
            .iter()
            .copied()
            .reduce(Span::hull)
            .unwrap_or(Span { start: 0, end: 0 })
    }
}
