//! What mentions across the collection refer to.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Number of an entity within one analysis, from 0, in order of first mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "e{}", self.0)
    }
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, institution, party, armed group, outlet.
    Organisation,
    /// A country, town, region, building, natural feature.
    Place,
    /// A nationality, religion or people.
    Group,
    /// A named happening.
    Event,
}

/// Someone or something that the collection names, under all its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Its number.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name found, verbatim.
    pub name: String,
    /// Other names found for it, most frequent first, without `name`.
    pub aliases: Vec<String>,
    /// Whether it is a news outlet or agency.
    pub is_media: bool,
    /// Why its names were taken for one, a line of plain words per alias that needs it.
    pub why: Vec<String>,
}
