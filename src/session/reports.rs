//! What jobs tell, handed to the room that asked for it. Does no work of its own.

use super::apply::run_target;
use super::loading::{finish, progress, take_early};
use super::opening::open;
use super::{
    Effect, Notice, OpenHow, Phase, Report, Screen, Session, correcting, keeping, listing,
    navigate, palette, saving_as, search, taking, watching,
};
use crate::model::{ArticleId, Comparison};
use crate::view::wording;

/// Takes what a job tells, but for articles, which come in batches.
fn report(session: &mut Session, told: Report) -> Vec<Effect> {
    match told {
        Report::Reading {
            generation,
            done,
            total,
        } => progress(session, generation, Phase::Reading { done, total }),
        Report::Gathering { generation } => progress(session, generation, Phase::Gathering),
        Report::Finished {
            generation,
            collection,
        } if generation == session.generation => return finish(session, *collection),
        Report::Failed { generation, reason } if generation == session.generation => {
            session.loading = None;
            session.notice = Some(Notice::staying(wording::reading_failed(&reason)));
        }
        Report::Finished { .. } | Report::Failed { .. } | Report::Analysed { .. } => {}
        Report::Compared {
            left,
            right,
            revision,
            result,
        } => {
            return compared(session, (left, right), revision, result);
        }
        Report::Previewed {
            correction,
            revision,
            words,
        } => correcting::previewed(session, &correction, revision, words),
        Report::Found { serial, found } => search::found(session, serial, found),
        Report::Sought { serial, found } => {
            let target = palette::sought(session, serial, found);
            return target.map_or_else(Vec::new, |target| run_target(session, target));
        }
        Report::Saving(told) => return keeping::report(session, told),
        Report::Listed {
            revision,
            wanted,
            list,
        } => return listing::listed(session, revision, wanted, list),
        Report::Stirred {
            generation,
            changes,
        } => watching::stirred(session, generation, changes),
        Report::Taken { order, result } => taking::taken(session, &order, result),
        Report::PickedTakePath(path) => {
            taking::set_path(session, path.to_string_lossy().into_owned(), true);
        }
        Report::PickedSavePath(path) => {
            saving_as::set_path(session, path.to_string_lossy().into_owned(), true);
        }
        Report::Corrected { generation, laid } => {
            if generation == session.generation {
                correcting::laid(session, laid);
                let mut effects = search::ask(session);
                if session.screen == Screen::Compare {
                    effects.extend(navigate::compare(session));
                }
                return effects;
            }
        }
        Report::Picked(roots) => return open(session, roots, OpenHow::Ask),
        Report::PickedNothing => session.notice = Some(Notice::passing(wording::picked_nothing())),
    }
    Vec::new()
}

/// Takes a comparison; one of texts that have changed meanwhile is asked for anew where it is seen.
fn compared(
    session: &mut Session,
    (left, right): (ArticleId, ArticleId),
    revision: u64,
    result: Result<Box<Comparison>, String>,
) -> Vec<Effect> {
    let comparing = &mut session.comparing;
    let is_asked =
        comparing.left.as_ref() == Some(&left) && comparing.right.as_ref() == Some(&right);
    if !is_asked || !comparing.is_pending {
        return Vec::new();
    }
    if revision != session.revision && session.screen == Screen::Compare {
        return navigate::compare(session);
    }
    comparing.is_pending = false;
    if revision == session.revision {
        match result {
            Ok(result) => comparing.result = Some((*result).into()),
            Err(reason) => comparing.failure = Some(reason),
        }
    }
    Vec::new()
}

/// Takes everything that jobs have told since the last frame; articles come in as one batch.
pub(super) fn reports(session: &mut Session, told: Vec<Report>) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut early = Vec::new();
    let mut early_generation = session.generation;
    for one in told {
        if let Report::Analysed {
            generation,
            documents,
            progress: come,
        } = one
        {
            progress(session, generation, Phase::Analysing(come));
            if generation == session.generation {
                early_generation = generation;
                early.extend(documents);
            }
        } else {
            effects.extend(report(session, one));
        }
    }
    // Whatever came with the final result is part of it already.
    if session.loading.is_some() && !early.is_empty() {
        take_early(session, early_generation, early);
    }
    effects
}
