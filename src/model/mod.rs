//! The nouns of Crossread: articles, mentions, attributions, claims, and what binds them.
//!
//! Owns plain data and the invariants of each single type. Must not read files, analyse text or
//! know a screen. Everything may import it; it imports nothing of the house.
//!
//! Offsets are bytes into the text that a span belongs to (an article's `text` or `title`), always
//! on character boundaries. The analysis file turns them into code points.

mod amount;
mod analysis;
mod article;
mod attribution;
mod claim;
mod columns;
mod comparison;
mod entity;
mod mention;
mod origin;
mod span;
mod time;
pub mod written;

pub use amount::{Amount, AmountValue};
pub use analysis::{Analysis, ArticleFindings, SameText, SameTextKind, Story};
pub use article::{
    Article, ArticleId, DateBasis, Evidence, Published, Removed, RemovedKind, Skipped,
    SkippedReason,
};
pub use attribution::{Attribution, Certainty, Cue, SourceKind};
pub use claim::{Claim, ClaimId, ClaimMention, GroupingReason};
pub use columns::{Column, ColumnRole, Columns};
pub use comparison::{
    Change, ChangeDetail, ChangeKind, ComparedText, Comparison, Row, RowKind, SharedWords,
};
pub use entity::{Entity, EntityId, EntityKind};
pub use mention::{Mention, MentionKind, MentionReason};
pub use origin::{Origin, OriginReason};
pub use span::Span;
pub use time::{Interval, TimeExpression, TimeReason, TimeType};
