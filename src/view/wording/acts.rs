//! The reader's own acts, in words: what was done, undone, done again.

use crate::model::ColumnRole;
use crate::review::{Act, ClaimRef, Correction, NoteAct};

/// Words of an article inside the name of an act.
fn quoted(words: &str) -> String {
    format!("“{}”", super::shortened(words, 40))
}

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
        Correction::Split { mention, .. } => {
            format!(
                "taking {} for somebody or something else",
                quoted(&mention.words)
            )
        }
        Correction::Assign { mention, to, .. } => {
            format!("taking {} for “{}”", quoted(&mention.words), to.name)
        }
        Correction::NotAMention { mention, .. } => format!("unmarking {}", quoted(&mention.words)),
        Correction::AddMention { mention, .. } => format!("marking {}", quoted(&mention.words)),
        Correction::SetTitle { title, .. } => set("headline", title.as_deref().map(quoted)),
        Correction::SetOutlet { outlet, .. } => set("outlet", outlet.as_deref().map(quoted)),
        Correction::SetDate { date, .. } => set("day", date.map(super::day_year)),
        Correction::PutBack { words, .. } => format!("putting {} back", quoted(words)),
        Correction::TakeOut { passage } => format!("taking {} out", quoted(&passage.words)),
        Correction::SetColumns { columns } => {
            let name = columns.holds.get(&ColumnRole::Text);
            let name = name.map_or("", String::as_str);
            format!(
                "reading the articles of a table from its column {}",
                quoted(name)
            )
        }
        of_claims => noun_of_claims(of_claims),
    }
}

/// A fact of an article, set or left open.
fn set(fact: &str, value: Option<String>) -> String {
    value.map_or_else(
        || format!("leaving the {fact} of an article unknown"),
        |value| format!("setting the {fact} of an article to {value}"),
    )
}

/// An act on claims as a noun.
fn noun_of_claims(correction: &Correction) -> String {
    let claim = |claim: &ClaimRef| quoted(claim.words());
    match correction {
        Correction::MergeClaims { keep, other } => {
            format!("merging the claims {} and {}", claim(other), claim(keep))
        }
        Correction::SplitClaim { mentions } => {
            let words = mentions
                .first()
                .map_or("", |mention| mention.words.as_str());
            format!("making {} a claim of its own", quoted(words))
        }
        Correction::MoveMention { mention, .. } => {
            format!("moving {} to another claim", quoted(&mention.words))
        }
        Correction::AddWording { passage, to } => {
            format!(
                "counting {} as a wording of {}",
                quoted(&passage.words),
                claim(to)
            )
        }
        Correction::RemoveMention { mention } => {
            format!("taking {} out of its claim", quoted(&mention.words))
        }
        Correction::SetStatement { claim: of, .. } => {
            format!("setting the words of the claim {}", claim(of))
        }
        Correction::SetCertainty { mention, certainty } => {
            let certainty = super::certainty(*certainty);
            format!("setting {} to {certainty}", quoted(&mention.words))
        }
        Correction::SameOrigin { a: mention, .. } | Correction::OwnOrigin { mention } => {
            format!("setting the origin of {}", quoted(&mention.words))
        }
        Correction::Oppose { a, b, is_opposed } => {
            let (a, b) = (claim(a), claim(b));
            if *is_opposed {
                format!("setting {a} and {b} against each other")
            } else {
                format!("no longer setting {a} and {b} against each other")
            }
        }
        Correction::Hide {
            claim: of,
            is_hidden,
        } if *is_hidden => format!("hiding the claim {}", claim(of)),
        Correction::Hide { claim: of, .. } => format!("showing the claim {} again", claim(of)),
        Correction::Star {
            claim: of,
            is_starred,
        } if *is_starred => format!("starring the claim {}", claim(of)),
        Correction::Star { claim: of, .. } => {
            format!("taking the star from the claim {}", claim(of))
        }
        _ => String::new(),
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
    super::capitalised(&act_noun(act))
}

/// "Done: renaming “Lie” to “Jonas Lie”."
pub fn done(correction: &Correction) -> String {
    format!("Done: {}.", noun(correction))
}

/// "Undo renaming “Lie” to “Jonas Lie”".
pub fn undo(act: &Act) -> String {
    format!("Undo {}", act_noun(act))
}

/// "Redo renaming “Lie” to “Jonas Lie”".
pub fn redo(act: &Act) -> String {
    format!("Redo {}", act_noun(act))
}

/// "Undone: renaming “Lie” to “Jonas Lie”."
pub fn undone(act: &Act) -> String {
    format!("Undone: {}.", act_noun(act))
}

/// "Done again: renaming “Lie” to “Jonas Lie”."
pub fn redone(act: &Act) -> String {
    format!("Done again: {}.", act_noun(act))
}

/// Making a list that a screen shows broke down.
pub const fn listing_failed() -> &'static str {
    "This list could not be made, by an error inside Crossread. Nothing was lost: other screens and \
     filters still work."
}

/// Laying corrections over the collection broke down.
pub const fn correcting_failed() -> &'static str {
    "That correction could not be carried out, by an error inside Crossread. Nothing was changed."
}
