//! The reader's corrections: done, undone, laid over what the machine found.

use super::{Correcting, Effect, Session, keeping};
use crate::model::{EntityId, Span};
use crate::review::{Act, Change, Correction, Entry, Laid, NoteAct};
use crate::view::wording;

/// Opens the card that corrects a name.
pub(super) fn open(session: &mut Session, entity: EntityId) {
    let found = session
        .review
        .as_ref()
        .and_then(|review| review.analysis().entity(entity));
    session.correcting = found.map(|found| Correcting {
        entity,
        name: found.name.clone(),
        query: String::new(),
    });
}

/// Does a correction.
pub(super) fn correct(session: &mut Session, correction: Correction) -> Vec<Effect> {
    session.correcting = None;
    let done = wording::done(&correction);
    let act = Act::Correct(correction);
    let Some(kept) = keeping::change(session, Change::Do(Entry::now(act))) else {
        return Vec::new();
    };
    session.notice = Some(done);
    let mut effects = vec![kept];
    effects.extend(lay(session));
    effects
}

/// Does an act on notes and tags, which changes nothing of the analysis.
pub(super) fn note(session: &mut Session, act: NoteAct) -> Vec<Effect> {
    let change = Change::Do(Entry::now(Act::Note(act)));
    keeping::change(session, change).into_iter().collect()
}

/// Undoes or redoes the last act.
pub(super) fn step(session: &mut Session, change: Change) -> Vec<Effect> {
    let Some(review) = &session.review else {
        return Vec::new();
    };
    let ledger = review.ledger();
    let done = match change {
        Change::Undo => ledger.next_undo().map(wording::undone),
        Change::Redo => ledger.next_redo().map(wording::redone),
        Change::Do(_) => None,
    };
    let Some(kept) = keeping::change(session, change) else {
        return Vec::new();
    };
    session.notice = done;
    let mut effects = vec![kept];
    effects.extend(lay(session));
    effects
}

/// Has the corrections that stand laid over the collection.
pub(super) fn lay(session: &Session) -> Vec<Effect> {
    session.review.as_ref().map_or_else(Vec::new, |review| {
        vec![Effect::Lay {
            generation: session.generation,
            laying: Box::new(review.laying()),
        }]
    })
}

/// Shows the result; what was chosen stays chosen, though its number may be another.
pub(super) fn laid(session: &mut Session, laid: Option<Box<Laid>>) {
    let Some(laid) = laid else {
        session.notice = Some(wording::correcting_failed().to_owned());
        return;
    };
    let chosen = chosen_place(session);
    let Some(review) = &mut session.review else {
        return;
    };
    if !review.lay(*laid) {
        return;
    }
    session.revision += 1;
    session.entity = chosen.and_then(|(article, span)| review.entity_at(article, span));
    if session
        .claim
        .is_some_and(|claim| review.analysis().claim(claim).is_none())
    {
        session.claim = None;
    }
}

/// A place that names the chosen entity.
fn chosen_place(session: &Session) -> Option<(usize, Span)> {
    let review = session.review.as_ref()?;
    let entity = session.entity?;
    let place = review.index().mentions_of.get(entity.0 as usize)?.first()?;
    let findings = review.analysis().articles.get(place.article)?;
    Some((place.article, findings.mentions.get(place.mention)?.span))
}
