//! A place in a text that names someone, something, a date or an amount.

use serde::{Deserialize, Serialize};

use super::{EntityId, EntityKind, Span};

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// A human being.
    Person,
    /// A company, institution, party, armed group, outlet.
    Organisation,
    /// A country, town, region, building, natural feature.
    Place,
    /// A nationality, religion or people ("Iraqi", "Shiite").
    Group,
    /// A named happening ("World Cup", "Hurricane Ida").
    Event,
    /// A calendar expression.
    Date,
    /// An amount of money.
    Money,
    /// A number with what it counts or measures.
    Quantity,
}

impl MentionKind {
    /// Every kind, in the order screens list them.
    pub const ALL: [Self; 8] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Group,
        Self::Event,
        Self::Date,
        Self::Money,
        Self::Quantity,
    ];
}

impl From<EntityKind> for MentionKind {
    fn from(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Organisation => Self::Organisation,
            EntityKind::Place => Self::Place,
            EntityKind::Group => Self::Group,
            EntityKind::Event => Self::Event,
        }
    }
}

/// A span that names something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// What they name.
    pub kind: MentionKind,
    /// What they refer to across the collection; `None` before linking, and for dates and amounts.
    pub entity: Option<EntityId>,
    /// `Some(true)` for a proper name, `Some(false)` for a description or pronoun ("the premier",
    /// "he"), `None` for dates, money and quantities.
    pub named: Option<bool>,
    /// How sure the machine is, 0 to 1.
    pub confidence: f32,
    /// What the decision rests on.
    pub why: MentionReason,
}

/// What a mention rests on; `view::wording` makes the sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MentionReason {
    /// The language model tagged the words in their context.
    Model,
    /// The words stand in a list of facts (countries, demonyms, outlets …), named here.
    Lexicon(String),
    /// The grammar of dates or numbers.
    Grammar,
    /// The same words are a name elsewhere in the article or collection.
    SameName(String),
    /// A description or pronoun that refers back to these words.
    RefersTo(String),
    /// The reader said so.
    Reader,
}
