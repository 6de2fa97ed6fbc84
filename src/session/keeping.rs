//! The review file as the session sees it: begun when a collection is read, opened, saved elsewhere;
//! what the reader did before comes back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{
    Effect, Loading, Notice, Phase, SaveOrder, SaveReport, SaveState, Session, opening, saving_as,
    tables,
};
use crate::ingest::Ingested;
use crate::review::file::{Contents, FileError};
use crate::review::{Change, Entry, Ledger, Review};
use crate::view::wording;

/// The end of a review file's name.
const EXTENSION: &str = "crossread";

/// Whether a path is a review file by its name.
pub(super) fn is_review(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION))
        && !path.is_dir()
}

/// Opens a review file: its texts come out of it, no other file is needed.
pub(super) fn open_review(session: &mut Session, path: PathBuf) -> Vec<Effect> {
    let cleared = opening::clear(session);
    session.with_sample = false;
    session.loose.clear();
    session.generation += 1;
    let name = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    session.loading = Some(Loading {
        phase: Phase::Looking,
        name: name.unwrap_or_default(),
        roots: vec![path.clone()],
        keeps_open: false,
        is_stopping: false,
        kept: None,
        ready: Vec::new(),
    });
    session.saving = SaveState::Nothing;
    let mut effects: Vec<Effect> = cleared.into_iter().collect();
    effects.extend([
        Effect::StopReading,
        Effect::StopWatching,
        Effect::Save(SaveOrder::Open {
            generation: session.generation,
            path,
        }),
    ]);
    effects
}

/// Has a collection kept that was just read: what was done on it before comes back.
pub(super) fn begin(session: &mut Session, review: &Review) -> Effect {
    let contents = Contents {
        name: review.name.clone(),
        roots: review.roots.clone(),
        articles: review
            .read()
            .iter()
            .map(|document| Arc::clone(&document.article))
            .collect(),
        skipped: review.skipped().to_vec(),
        ledger: Ledger::default(),
    };
    session.saving = SaveState::Nothing;
    session.beginning = Some(session.generation);
    Effect::Save(SaveOrder::Begin {
        generation: session.generation,
        collection: Box::new(contents),
    })
}

/// Takes what the saving thread tells.
pub(super) fn report(session: &mut Session, told: SaveReport) -> Vec<Effect> {
    match told {
        SaveReport::Begun {
            generation,
            ledger,
            state,
        } if session.beginning == Some(generation) => {
            session.beginning = None;
            session.saving = state;
            let effects = match ledger {
                Ok(ledger) => restore(session, *ledger),
                Err(error) => {
                    session.carried = 0;
                    session.notice = Some(Notice::staying(wording::earlier_review_failed(&error)));
                    Vec::new()
                }
            };
            // What was said of a table before is known by now.
            tables::ask(session);
            return effects;
        }
        SaveReport::Opened {
            generation,
            contents,
            state,
        } if generation == session.generation => {
            session.saving = state;
            return opened(session, contents);
        }
        SaveReport::Begun { .. } | SaveReport::Opened { .. } => {}
        SaveReport::SavedAs {
            path,
            result,
            state,
        } => {
            session.saving = state;
            saving_as::saved(session, &path, result);
        }
        SaveReport::State(state) => {
            if let SaveState::Saved {
                path,
                is_elsewhere: true,
            } = &state
            {
                session.notice = Some(Notice::staying(wording::saved_elsewhere(path)));
            }
            session.saving = state;
        }
    }
    Vec::new()
}

/// Puts what was done on an earlier day before what was done since the collection was read. What
/// was carried over from a smaller collection is kept with this one from now on.
fn restore(session: &mut Session, kept: Ledger) -> Vec<Effect> {
    let carried = std::mem::take(&mut session.carried);
    let Some(review) = &mut session.review else {
        return Vec::new();
    };
    let here = review.ledger().standing();
    let is_new = |entry: &&Entry| !kept.standing().contains(entry);
    let brought: Vec<Entry> = here.iter().take(carried).filter(is_new).cloned().collect();
    let since: Vec<Entry> = here.iter().skip(carried).cloned().collect();
    let acts = kept.standing().len();
    let is_back = kept.standing().iter().any(|entry| !here.contains(entry));
    if acts == 0 && brought.is_empty() {
        return Vec::new();
    }
    let mut ledger = kept;
    for entry in since.into_iter().chain(brought.iter().cloned()) {
        ledger.take(Change::Do(entry));
    }
    review.restore(ledger);
    session.revision += 1;
    if is_back {
        session.notice = Some(Notice::passing(wording::restored(acts)));
    }
    let mut effects: Vec<Effect> = brought
        .into_iter()
        .map(|entry| Effect::Save(SaveOrder::Keep(Change::Do(entry))))
        .collect();
    effects.extend(tables::carry_out(session));
    effects
}

/// Has the texts of a review file analysed.
fn opened(session: &mut Session, contents: Result<Box<Contents>, FileError>) -> Vec<Effect> {
    match contents {
        Ok(contents) => {
            let Some(loading) = &mut session.loading else {
                return Vec::new();
            };
            if !contents.name.is_empty() {
                loading.name.clone_from(&contents.name);
            }
            loading.kept = Some(contents.ledger);
            vec![Effect::Analyse {
                generation: session.generation,
                ingested: Box::new(Ingested {
                    articles: contents
                        .articles
                        .into_iter()
                        .map(Arc::unwrap_or_clone)
                        .collect(),
                    skipped: contents.skipped,
                }),
            }]
        }
        Err(error) => {
            session.loading = None;
            session.notice = Some(Notice::staying(wording::review_not_opened(&error)));
            Vec::new()
        }
    }
}

/// Does a change of the ledger and has it kept; `false` when nothing was to be changed, or nothing
/// may be, which is said.
pub(super) fn change(session: &mut Session, change: Change) -> Option<Effect> {
    if let SaveState::ReadOnly(reason) = &session.saving {
        session.notice = Some(Notice::staying(wording::read_only(*reason)));
        return None;
    }
    let review = session.review.as_mut()?;
    if review.is_partial {
        session.notice = Some(Notice::passing(wording::not_while_reading()));
        return None;
    }
    if session.beginning.is_some() && !matches!(change, Change::Do(_)) {
        session.notice = Some(Notice::passing(wording::not_while_beginning()));
        return None;
    }
    if !review.change(change.clone()) {
        return None;
    }
    session.revision += 1;
    if !matches!(session.saving, SaveState::Waiting { .. }) {
        session.saving = SaveState::Saving;
    }
    Some(Effect::Save(SaveOrder::Keep(change)))
}
