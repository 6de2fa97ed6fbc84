//! Why the machine decided as it did, in plain words.

use crate::model::{EntityKind, GroupingReason, MentionReason, TimeExpression};

/// "person", "place" …
pub const fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::Group => "group",
        EntityKind::Event => "event",
    }
}

/// Why words are marked.
pub fn mention_why(why: &MentionReason) -> String {
    match why {
        MentionReason::Model => "The words around it read like this kind of name.".to_owned(),
        MentionReason::Lexicon(list) => format!("It stands in a list of {list}."),
        MentionReason::Grammar => "It is built like a date or a number.".to_owned(),
        MentionReason::SameName(name) => format!("“{name}” is a name elsewhere in these articles."),
        MentionReason::RefersTo(words) => format!("It refers back to “{words}”."),
        MentionReason::Reader => "You said so.".to_owned(),
    }
}

/// What the value of a time expression rests on; `anchor_words` as written, if any.
pub fn time_why(time: &TimeExpression, anchor_words: Option<&str>) -> String {
    let line = super::sentence(&super::time(&time.why));
    match anchor_words.filter(|words| !words.is_empty()) {
        Some(words) => format!("{line} The text gives that day as “{words}”."),
        None => line,
    }
}

/// Why a wording was put with the others of its claim.
pub fn grouping_why(why: &GroupingReason) -> String {
    match why {
        GroupingReason::SameActors(names) => format!("both name {}", super::list(names)),
        GroupingReason::SameAction(one, other) if one == other => format!("both say “{one}”"),
        GroupingReason::SameAction(one, other) => {
            format!("“{one}” and “{other}” mean the same here")
        }
        GroupingReason::SameAmount(amount) => format!("both give {amount}"),
        GroupingReason::SameQuotation => "the same quotation".to_owned(),
        GroupingReason::SameSource(name) => format!("both on the word of {name}"),
        GroupingReason::SameTime => "about the same time".to_owned(),
        GroupingReason::BothCite(name) => format!("both cite {name}"),
        GroupingReason::Wording(likeness) => {
            format!("the wording is {:.0} % alike", f64::from(*likeness) * 100.0)
        }
        GroupingReason::Reader => "you put them together".to_owned(),
    }
}
