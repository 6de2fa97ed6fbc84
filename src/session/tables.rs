//! Tables that do not tell which of their columns holds the articles: the reader is asked, and the
//! folders are read again with the answer.
//!
//! An answer is a correction as all others are, kept with the collection and undone with it; only it
//! changes which articles there are, so that it cannot be laid over what was read.

use std::collections::{BTreeMap, BTreeSet};

use super::{ColumnsCard, Correcting, Effect, Session, correcting, opening};
use crate::model::{Column, Columns, SkippedReason};
use crate::review::{Correction, Review};

/// What the reader said of tables, as it stands.
pub(super) fn said(review: &Review) -> Vec<Columns> {
    let corrections = review.ledger().corrections();
    let said = corrections.filter_map(|(_, correction)| match correction {
        Correction::SetColumns { columns } => Some(columns.clone()),
        _ => None,
    });
    // What was said last of the same table comes first, and so is taken.
    let mut said: Vec<Columns> = said.collect();
    said.reverse();
    let mut seen = BTreeSet::new();
    said.retain(|columns| seen.insert(columns.of.clone()));
    said
}

/// Has the acts that stand carried out: laid over the collection or, where they are about tables,
/// by reading its folders again.
pub(super) fn carry_out(session: &mut Session) -> Vec<Effect> {
    let is_read_anew = session
        .review
        .as_ref()
        .is_some_and(|review| !review.roots.is_empty() && said(review) != session.columns);
    if !is_read_anew {
        return correcting::lay(session);
    }
    let review = session.review.as_ref();
    let roots = review.map_or_else(Vec::new, |review| review.roots.clone());
    opening::begin(session, roots, session.with_sample, true)
}

/// The files of a collection of which the reader has to say which column holds the articles; none
/// where the files are not at hand.
pub fn unclear_tables(review: &Review) -> impl Iterator<Item = (&str, &[Column])> {
    let is_at_hand = !review.roots.is_empty();
    let unclear = review.skipped().iter().filter(move |_| is_at_hand);
    unclear.filter_map(|file| match &file.reason {
        SkippedReason::ColumnsUnclear(columns) => Some((file.path.as_str(), columns.as_slice())),
        _ => None,
    })
}

/// The card that asks about the table in a file.
pub(super) fn card(review: &Review, path: &str) -> Option<Correcting> {
    let mut tables = unclear_tables(review);
    let (path, columns) = tables.find(|(unclear, _)| *unclear == path)?;
    Some(Correcting::Columns(ColumnsCard {
        path: path.to_owned(),
        columns: columns.to_vec(),
        holds: BTreeMap::new(),
    }))
}

/// Asks about the first table that was opened itself and not asked about yet, unless the reader is at
/// something else. What else a folder holds is listed with the files left aside, where the reader can
/// say it too.
pub(super) fn ask(session: &mut Session) {
    let is_free = session.loading.is_none()
        && session.correcting.is_none()
        && session.dropped.is_none()
        && session.tour.is_none();
    let Some(review) = session.review.as_ref().filter(|_| is_free) else {
        return;
    };
    let asked = &session.asked_tables;
    let is_chosen = |path: &str| {
        let names = review.roots.iter().filter_map(|root| root.file_name());
        names.into_iter().any(|name| name == path)
    };
    let mut unclear = unclear_tables(review);
    let next = unclear.find(|(path, _)| is_chosen(path) && !asked.contains(*path));
    let Some(path) = next.map(|(path, _)| path.to_owned()) else {
        return;
    };
    session.correcting = card(review, &path);
    session.asked_tables.insert(path);
}

#[cfg(test)]
mod tests {
    use super::{Column, Columns, SkippedReason};
    use crate::model::{ColumnRole, Skipped};
    use crate::pipeline::Collection;
    use crate::review::{Correction, Review};
    use crate::session::{Action, Command, Correcting, Effect, Session, apply};

    fn table() -> Vec<Column> {
        let column = |name: &str| Column {
            name: name.to_owned(),
            sample: "The dam broke on Monday".to_owned(),
        };
        vec![column("first"), column("second")]
    }

    fn answer() -> Correction {
        Correction::SetColumns {
            columns: Columns {
                of: vec!["first".to_owned(), "second".to_owned()],
                holds: [(ColumnRole::Text, "second".to_owned())].into(),
            },
        }
    }

    fn open(root: &str) -> Session {
        let collection = Collection {
            skipped: vec![Skipped {
                path: "list.csv".to_owned(),
                reason: SkippedReason::ColumnsUnclear(table()),
            }],
            ..Collection::default()
        };
        let roots = vec![root.into()];
        Session {
            review: Some(Review::of("Dam".to_owned(), roots, collection)),
            ..Session::default()
        }
    }

    fn read_with(effects: &[Effect]) -> Option<usize> {
        effects.iter().find_map(|effect| match effect {
            Effect::Read { columns, .. } => Some(columns.len()),
            _ => None,
        })
    }

    #[test]
    fn a_table_in_a_folder_is_not_asked_about_at_once() {
        let mut session = open("/a/folder");
        super::ask(&mut session);
        assert!(session.correcting.is_none());
        let review = session.review.as_ref().unwrap();
        assert!(super::card(review, "list.csv").is_some());
    }

    #[test]
    fn a_table_that_was_opened_itself_is_asked_about_once() {
        let mut session = open("/a/folder/list.csv");
        super::ask(&mut session);
        let Some(Correcting::Columns(card)) = &session.correcting else {
            panic!("not asked");
        };
        assert_eq!((card.path.as_str(), card.columns.len()), ("list.csv", 2));
        session.correcting = None;
        super::ask(&mut session);
        assert!(session.correcting.is_none());
    }

    #[test]
    fn an_answer_has_the_folders_read_with_it_and_undo_without() {
        let mut session = open("/a/folder");
        let effects = apply(&mut session, Command::Correct(Box::new(answer())));
        assert_eq!(read_with(&effects), Some(1));
        session.loading = None;
        let effects = apply(&mut session, Command::Act(Action::Undo));
        assert_eq!(read_with(&effects), Some(0));
        session.loading = None;
        let effects = apply(&mut session, Command::Act(Action::Redo));
        assert_eq!(read_with(&effects), Some(1));
    }
}
