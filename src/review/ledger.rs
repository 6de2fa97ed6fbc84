//! The acts of a review in their order, with undo and redo.
//!
//! Owns the order. Everything the reader has decided follows from it: corrections, notes and tags
//! are always worked out from the acts that stand, so undo cannot leave anything behind.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Correction, NoteAct};

/// One act of the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// A correction.
    Correct(Correction),
    /// An act on notes and tags.
    Note(NoteAct),
    /// An act of a later version of Crossread, as it stands in the file; it changes nothing here.
    #[serde(skip)]
    Unread(String),
}

/// An act with when it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The act.
    pub act: Act,
    /// When.
    pub at: DateTime<Utc>,
}

impl Entry {
    /// An act that is done now.
    pub fn now(act: Act) -> Self {
        let at = chrono::Utc::now();
        Self { act, at }
    }
}

/// A change of the ledger: what is done, and what one transaction of the review file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new act; whatever was undone is gone.
    Do(Entry),
    /// The last act that stands is undone.
    Undo,
    /// The act that was undone last stands again.
    Redo,
}

/// The acts of a review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    entries: Vec<Entry>,
    done: usize,
}

impl Ledger {
    /// A ledger as it was kept: all acts, of which the first `done` stand.
    pub fn kept(entries: Vec<Entry>, done: usize) -> Self {
        let done = done.min(entries.len());
        Self { entries, done }
    }

    /// Takes in a change; gives whether there was anything to undo or redo.
    pub fn take(&mut self, change: Change) -> bool {
        match change {
            Change::Do(entry) => {
                self.entries.truncate(self.done);
                self.entries.push(entry);
                self.done += 1;
                true
            }
            Change::Undo => {
                let can = self.done > 0;
                self.done = self.done.saturating_sub(1);
                can
            }
            Change::Redo => {
                let can = self.done < self.entries.len();
                self.done += usize::from(can);
                can
            }
        }
    }

    /// Acts that stand, in their order.
    pub fn standing(&self) -> &[Entry] {
        self.entries.get(..self.done).unwrap_or_default()
    }

    /// Acts that are undone and can be done again, the next one first.
    pub fn undone(&self) -> &[Entry] {
        self.entries.get(self.done..).unwrap_or_default()
    }

    /// All acts, in their order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What undo would take back.
    pub fn next_undo(&self) -> Option<&Act> {
        self.standing().last().map(|entry| &entry.act)
    }

    /// What redo would do again.
    pub fn next_redo(&self) -> Option<&Act> {
        self.undone().first().map(|entry| &entry.act)
    }

    /// Corrections that stand, in their order, each with its place among the acts.
    pub fn corrections(&self) -> impl Iterator<Item = (usize, &Correction)> {
        let acts = self.standing().iter().enumerate();
        acts.filter_map(|(place, entry)| match &entry.act {
            Act::Correct(correction) => Some((place, correction)),
            Act::Note(_) | Act::Unread(_) => None,
        })
    }

    /// Acts on notes that stand, in their order.
    pub fn note_acts(&self) -> impl Iterator<Item = &NoteAct> {
        self.standing().iter().filter_map(|entry| match &entry.act {
            Act::Note(act) => Some(act),
            Act::Correct(_) | Act::Unread(_) => None,
        })
    }

    /// Whether nothing was ever done.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use chrono::Utc;
    use proptest::prelude::*;

    use super::{Act, Change, Entry, Ledger};
    use crate::model::ArticleId;
    use crate::review::Correction;

    fn entry(number: usize) -> Entry {
        Entry {
            act: Act::Correct(Correction::SetTitle {
                article: ArticleId::new("a"),
                title: Some(number.to_string()),
            }),
            at: Utc::now(),
        }
    }

    fn changes() -> impl Strategy<Value = Vec<u8>> {
        proptest::collection::vec(0_u8..4, 0..60)
    }

    fn ledger(changes: &[u8]) -> Ledger {
        let mut ledger = Ledger::default();
        for (number, change) in changes.iter().enumerate() {
            ledger.take(match change {
                0 => Change::Undo,
                1 => Change::Redo,
                _ => Change::Do(entry(number)),
            });
        }
        ledger
    }

    proptest! {
        #[test]
        fn an_act_undone_leaves_what_stood_before(changes in changes()) {
            let mut ledger = ledger(&changes);
            let before = ledger.standing().to_vec();
            ledger.take(Change::Do(entry(99)));
            prop_assert!(ledger.take(Change::Undo));
            prop_assert_eq!(ledger.standing(), &before[..]);
            prop_assert!(ledger.take(Change::Redo));
            prop_assert_eq!(ledger.standing().len(), before.len() + 1);
            prop_assert!(ledger.undone().is_empty());
        }

        #[test]
        fn everything_can_be_undone_and_done_again(changes in changes()) {
            let mut ledger = ledger(&changes);
            let whole = ledger.entries().to_vec();
            while ledger.take(Change::Undo) {}
            prop_assert!(ledger.standing().is_empty());
            while ledger.take(Change::Redo) {}
            prop_assert_eq!(ledger.standing(), &whole[..]);
        }
    }
}
