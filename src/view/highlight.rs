//! The kinds of highlight a reader tells apart.

use crate::model::MentionKind;

/// A kind of highlight. Amounts of money and other amounts are one kind to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Highlight {
    /// A human being.
    Person,
    /// A company, institution, party, armed group, outlet.
    Organisation,
    /// A country, town, region, building.
    Place,
    /// A nationality, religion or people.
    Group,
    /// A named happening.
    Event,
    /// A calendar expression.
    Date,
    /// A number with what it counts, measures or costs.
    Amount,
}

impl Highlight {
    /// Every kind, in the order of the legend.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Group,
        Self::Event,
        Self::Date,
        Self::Amount,
    ];

    /// The kinds of mention it stands for.
    pub const fn kinds(self) -> &'static [MentionKind] {
        match self {
            Self::Person => &[MentionKind::Person],
            Self::Organisation => &[MentionKind::Organisation],
            Self::Place => &[MentionKind::Place],
            Self::Group => &[MentionKind::Group],
            Self::Event => &[MentionKind::Event],
            Self::Date => &[MentionKind::Date],
            Self::Amount => &[MentionKind::Money, MentionKind::Quantity],
        }
    }

    /// Its name in the legend.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Organisation => "Organisation",
            Self::Place => "Place",
            Self::Group => "Group",
            Self::Event => "Event",
            Self::Date => "Date",
            Self::Amount => "Amount",
        }
    }

    /// Its position in [`Self::ALL`].
    pub const fn position(self) -> usize {
        self as usize
    }
}

impl From<MentionKind> for Highlight {
    fn from(kind: MentionKind) -> Self {
        match kind {
            MentionKind::Person => Self::Person,
            MentionKind::Organisation => Self::Organisation,
            MentionKind::Place => Self::Place,
            MentionKind::Group => Self::Group,
            MentionKind::Event => Self::Event,
            MentionKind::Date => Self::Date,
            MentionKind::Money | MentionKind::Quantity => Self::Amount,
        }
    }
}
