//! Notes and tags of the reader.
//!
//! Owns what a note is about and how acts on notes add up. What a note is about is named by
//! content, as in a correction, so a note outlives a new run as well.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{ClaimRef, EntityRef, Quote};
use crate::model::ArticleId;

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// An article.
    Article(ArticleId),
    /// Someone or something named.
    Entity(EntityRef),
    /// A claim.
    Claim(ClaimRef),
    /// A passage of an article.
    Passage(Quote),
}

/// An act on notes and tags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum NoteAct {
    /// Writes the note on something; an empty text takes it away.
    Write {
        /// On what.
        about: About,
        /// The whole note.
        text: String,
    },
    /// Puts a tag on something.
    Tag {
        /// On what.
        about: About,
        /// The tag.
        tag: String,
    },
    /// Takes a tag off something.
    Untag {
        /// Off what.
        about: About,
        /// The tag.
        tag: String,
    },
}

impl NoteAct {
    /// What it is about.
    pub const fn about(&self) -> &About {
        match self {
            Self::Write { about, .. } | Self::Tag { about, .. } | Self::Untag { about, .. } => {
                about
            }
        }
    }
}

/// The note and the tags on one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The note; empty for tags alone.
    pub text: String,
    /// Its tags.
    pub tags: BTreeSet<String>,
}

impl Note {
    /// The note and its tags in one line: "ask the editor · doubtful".
    pub fn line(&self) -> String {
        let tags = self.tags.iter().map(String::as_str);
        let parts = std::iter::once(self.text.as_str()).chain(tags);
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }
}

/// All notes and tags of a review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(BTreeMap<About, Note>);

impl Notes {
    /// The notes after these acts, in their order.
    pub fn of<'a>(acts: impl IntoIterator<Item = &'a NoteAct>) -> Self {
        let mut notes = Self::default();
        for act in acts {
            notes.take(act);
        }
        notes
    }

    /// Takes in one more act.
    pub fn take(&mut self, act: &NoteAct) {
        let note = self.0.entry(act.about().clone()).or_default();
        match act {
            NoteAct::Write { text, .. } => text.trim_end().clone_into(&mut note.text),
            NoteAct::Tag { tag, .. } if tag.trim().is_empty() => {}
            NoteAct::Tag { tag, .. } => {
                note.tags.insert(tag.trim().to_owned());
            }
            NoteAct::Untag { tag, .. } => {
                note.tags.remove(tag.trim());
            }
        }
        if note.text.is_empty() && note.tags.is_empty() {
            self.0.remove(act.about());
        }
    }

    /// The note on something.
    pub fn on(&self, about: &About) -> Option<&Note> {
        self.0.get(about)
    }

    /// Every note with what it is about, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = (&About, &Note)> {
        self.0.iter()
    }

    /// How many things have a note or a tag.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is neither a note nor a tag.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every tag in use with how many things have it, in the order of the alphabet.
    pub fn tags(&self) -> Vec<(&str, usize)> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for tag in self.0.values().flat_map(|note| &note.tags) {
            *counts.entry(tag).or_default() += 1;
        }
        counts.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{About, NoteAct, Notes};
    use crate::model::ArticleId;

    #[test]
    fn notes_and_tags_add_up_and_vanish_when_empty() {
        let about = About::Article(ArticleId::new("a"));
        let write = |text: &str| NoteAct::Write {
            about: about.clone(),
            text: text.to_owned(),
        };
        let tag = NoteAct::Tag {
            about: about.clone(),
            tag: " doubtful ".to_owned(),
        };
        let acts = [write("ask the editor\n"), tag, write("")];
        let notes = Notes::of(&acts[..2]);
        let note = notes.on(&about).expect("a note");
        assert_eq!(note.text, "ask the editor");
        assert_eq!(notes.tags(), [("doubtful", 1)]);
        assert!(Notes::of(&acts).on(&about).expect("a tag").text.is_empty());
        let untag = NoteAct::Untag {
            about: about.clone(),
            tag: "doubtful".to_owned(),
        };
        let mut gone = Notes::of(&acts);
        gone.take(&untag);
        assert!(gone.is_empty());
    }
}
