//! Columns of a table, or fields of a list, and what they hold.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A column as the reader sees it when asked about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name; "column 3" where the table gives none.
    pub name: String,
    /// The beginning of its first cell that is not empty.
    pub sample: String,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnRole {
    /// The article.
    Text,
    /// Its headline.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Author,
    /// The day of publication.
    Date,
    /// Its address.
    Address,
}

impl ColumnRole {
    /// Every role, the one that a table cannot do without first.
    pub const ALL: [Self; 6] = [
        Self::Text,
        Self::Title,
        Self::Outlet,
        Self::Author,
        Self::Date,
        Self::Address,
    ];
}

/// What the columns of some tables hold, as the reader said. It is asked for where a table does not
/// tell, and used for such tables only.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Columns {
    /// Names of all columns of the tables that are meant, in their order; of any table where empty.
    pub of: Vec<String>,
    /// Names of the columns that hold something, by what it is.
    pub holds: BTreeMap<ColumnRole, String>,
}

impl Columns {
    /// Whether a table with these columns is meant.
    pub fn fit(&self, names: &[String]) -> bool {
        let are_there = || self.holds.values().all(|name| names.contains(name));
        (self.of.is_empty() || self.of == names) && are_there()
    }
}
