//! The reader's own acts, in words: what was done, undone, done again.

use crate::review::{Act, Correction, NoteAct};

/// An act as a noun: "renaming “Lie”".
fn noun(correction: &Correction) -> String {
    match correction {
        Correction::Rename { entity, name } => format!("renaming “{}” to “{name}”", entity.name),
        Correction::ChangeKind { entity, kind } => format!(
            "making “{}” {}",
            entity.name,
            match super::entity_kind(*kind) {
                kind if kind.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {kind}"),
                kind => format!("a {kind}"),
            }
        ),
        Correction::Merge { keep, other } => {
            format!("merging “{}” into “{}”", other.name, keep.name)
        }
        Correction::NotAnEntity { entity } => format!("unmarking “{}”", entity.name),
        Correction::Split { mention, .. } | Correction::Assign { mention, .. } => {
            format!(
                "moving “{}” to another name",
                super::shortened(&mention.words, 40)
            )
        }
        Correction::NotAMention { mention, .. } => {
            format!("unmarking “{}”", super::shortened(&mention.words, 40))
        }
        Correction::AddMention { mention, .. } => {
            format!("marking “{}”", super::shortened(&mention.words, 40))
        }
        Correction::SetTitle { .. } => "setting a headline".to_owned(),
        Correction::SetOutlet { .. } => "setting an outlet".to_owned(),
        Correction::SetDate { .. } => "setting a date".to_owned(),
        Correction::PutBack { .. } => "putting a passage back".to_owned(),
        Correction::TakeOut { .. } => "taking a passage out".to_owned(),
        Correction::MergeClaims { .. } => "merging two claims".to_owned(),
        Correction::SplitClaim { .. } => "splitting a claim".to_owned(),
        Correction::MoveMention { .. } => "moving a wording to another claim".to_owned(),
        Correction::RemoveMention { .. } => "removing a wording".to_owned(),
        Correction::SetStatement { .. } => "setting the words of a claim".to_owned(),
        Correction::SetCertainty { certainty, .. } => {
            format!("setting a wording to {}", super::certainty(*certainty))
        }
        Correction::SameOrigin { .. } | Correction::OwnOrigin { .. } => {
            "setting an origin".to_owned()
        }
        Correction::Oppose { .. } => "setting whether two claims are opposed".to_owned(),
        Correction::Hide {
            is_hidden: true, ..
        } => "hiding a claim".to_owned(),
        Correction::Hide { .. } => "showing a claim again".to_owned(),
        Correction::Star {
            is_starred: true, ..
        } => "starring a claim".to_owned(),
        Correction::Star { .. } => "taking a star away".to_owned(),
    }
}

fn act_noun(act: &Act) -> String {
    match act {
        Act::Correct(correction) => noun(correction),
        Act::Note(NoteAct::Write { text, .. }) if text.trim().is_empty() => {
            "taking a note away".to_owned()
        }
        Act::Note(NoteAct::Write { text, .. }) => {
            format!("the note “{}”", super::shortened(text, 40))
        }
        Act::Note(NoteAct::Tag { tag, .. }) => format!("the tag “{tag}”"),
        Act::Note(NoteAct::Untag { tag, .. }) => format!("taking the tag “{tag}” off"),
        Act::Unread(_) => "an act of a later version of Crossread".to_owned(),
    }
}

/// An act as a line of a list: "Renaming “Lie” to “Jonas Lie”".
pub fn act(act: &Act) -> String {
    let noun = act_noun(act);
    let mut chars = noun.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// "Done: renaming “Lie” to “Jonas Lie”."
pub fn done(correction: &Correction) -> String {
    format!("Done: {}.", noun(correction))
}

/// "Undone: renaming “Lie” to “Jonas Lie”."
pub fn undone(act: &Act) -> String {
    format!("Undone: {}.", act_noun(act))
}

/// "Done again: renaming “Lie” to “Jonas Lie”."
pub fn redone(act: &Act) -> String {
    format!("Done again: {}.", act_noun(act))
}

/// Laying corrections over the collection broke down.
pub const fn correcting_failed() -> &'static str {
    "That correction could not be carried out, by an error inside Crossread. Nothing was changed."
}
