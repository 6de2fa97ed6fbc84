//! The reader's corrections: done, undone, laid over what the machine found.

use super::{
    ArticleCard, Card, ClaimCard, Correcting, Effect, MarkCard, NameCard, NoteCard, Notice,
    Preview, Session, keeping, tables,
};
use crate::model::{MentionKind, Span};
use crate::review::{Act, Change, ClaimRef, Correction, Entry, Laid, NoteAct, Scope, find_claim};
use crate::view::wording;

/// Opens a card, filled with what stands now.
pub(super) fn open(session: &mut Session, card: Card) {
    let Some(review) = &session.review else {
        return;
    };
    session.correcting = match card {
        Card::Name(entity, at) => review.analysis().entity(entity).map(|found| {
            Correcting::Name(NameCard {
                entity,
                at,
                name: found.name.clone(),
                query: String::new(),
                only: None,
            })
        }),
        Card::Marking(article, span) => {
            let words = span
                .map_or("", |span| review.words(&article, span))
                .to_owned();
            Some(Correcting::Marking(MarkCard {
                article,
                span,
                words,
                kind: MentionKind::Person,
                scope: Scope::Everywhere,
            }))
        }
        Card::Article(id) => review.document(&id).map(|document| {
            let article = &document.article;
            let date = article.published.value;
            Correcting::Article(ArticleCard {
                article: id,
                title: article.title.clone().unwrap_or_default(),
                outlet: article.outlet.clone().unwrap_or_default(),
                date: date.map_or_else(String::new, |day| day.to_string()),
            })
        }),
        Card::Claim(claim, wording) => review.analysis().claim(claim).map(|found| {
            Correcting::Claim(ClaimCard {
                claim,
                wording,
                statement: review.statement(found).to_owned(),
                query: String::new(),
                is_opposite: false,
            })
        }),
        Card::Note(about, title) => {
            let note = review.note_on(&about);
            let text = note.map_or_else(String::new, |(_, note)| note.text.clone());
            let about = note.map_or_else(|| about.clone(), |(about, _)| about.clone());
            Some(Correcting::Note(NoteCard {
                about,
                title,
                text,
                tag: String::new(),
            }))
        }
        Card::Columns(path) => tables::card(review, &path),
    };
}

/// Closes the card; a note that was typed into it is kept.
pub(super) fn close(session: &mut Session) -> Vec<Effect> {
    let Some(Correcting::Note(card)) = session.correcting.take() else {
        return Vec::new();
    };
    let review = session.review.as_ref();
    let kept = review.and_then(|review| review.notes().on(&card.about));
    if card.text.trim_end() == kept.map_or("", |note| note.text.as_str()) {
        return Vec::new();
    }
    let (about, text) = (card.about, card.text);
    note(session, NoteAct::Write { about, text })
}

/// Does a correction.
pub(super) fn correct(session: &mut Session, correction: Correction) -> Vec<Effect> {
    session.correcting = None;
    let done = wording::done(&correction);
    let act = Act::Correct(correction);
    let Some(kept) = keeping::change(session, Change::Do(Entry::now(act))) else {
        return Vec::new();
    };
    session.notice = Some(Notice::done(done));
    let mut effects = vec![kept];
    effects.extend(tables::carry_out(session));
    effects
}

/// Has it worked out what a correction would change, unless that is known or being worked out.
pub(super) fn preview(session: &mut Session, correction: Box<Correction>) -> Vec<Effect> {
    let Some(review) = &session.review else {
        return Vec::new();
    };
    let revision = session.revision;
    let (documents, analysis) = (review.documents().to_vec(), review.shared_analysis());
    session.preview = Some(Preview {
        correction: (*correction).clone(),
        revision,
        words: None,
    });
    vec![Effect::Preview {
        correction,
        revision,
        documents,
        analysis,
    }]
}

/// Takes what a correction would change, if it is still asked for.
pub(super) fn previewed(
    session: &mut Session,
    correction: &Correction,
    revision: u64,
    words: String,
) {
    if let Some(preview) = &mut session.preview
        && preview.correction == *correction
        && preview.revision == revision
    {
        preview.words = Some(words);
    }
}

/// Does an act on notes and tags, which changes nothing of the analysis.
pub(super) fn note(session: &mut Session, act: NoteAct) -> Vec<Effect> {
    let change = Change::Do(Entry::now(Act::Note(act)));
    let Some(kept) = keeping::change(session, change) else {
        return Vec::new();
    };
    let mut effects = vec![kept];
    if session.is_laying {
        // What is under way was begun before this act and will be dropped as older than it.
        effects.extend(lay(session));
    }
    effects
}

/// Undoes or redoes the last act.
pub(super) fn step(session: &mut Session, change: Change) -> Vec<Effect> {
    let Some(review) = &session.review else {
        return Vec::new();
    };
    let ledger = review.ledger();
    let done = match change {
        Change::Undo => ledger
            .next_undo()
            .map(|act| Notice::undone(wording::undone(act))),
        Change::Redo => ledger
            .next_redo()
            .map(|act| Notice::done(wording::redone(act))),
        Change::Do(_) => None,
    };
    let Some(kept) = keeping::change(session, change) else {
        return Vec::new();
    };
    session.notice = done;
    let mut effects = vec![kept];
    effects.extend(tables::carry_out(session));
    effects
}

/// Undoes or redoes until so many acts stand.
pub(super) fn step_to(session: &mut Session, acts: usize) -> Vec<Effect> {
    let standing = |session: &Session| {
        let review = session.review.as_ref();
        review.map_or(acts, |review| review.ledger().standing().len())
    };
    let mut effects = Vec::new();
    while standing(session) != acts {
        let change = if standing(session) > acts {
            Change::Undo
        } else {
            Change::Redo
        };
        let Some(kept) = keeping::change(session, change) else {
            break;
        };
        effects.push(kept);
    }
    if !effects.is_empty() {
        effects.extend(tables::carry_out(session));
    }
    effects
}

/// Has the corrections that stand laid over the collection.
pub(super) fn lay(session: &mut Session) -> Vec<Effect> {
    let Some(review) = &session.review else {
        return Vec::new();
    };
    session.is_laying = true;
    vec![Effect::Lay {
        generation: session.generation,
        laying: Box::new(review.laying()),
    }]
}

/// Shows the result; what was chosen stays chosen, though its number may be another.
pub(super) fn laid(session: &mut Session, laid: Option<Box<Laid>>) {
    let Some(laid) = laid else {
        session.is_laying = false;
        session.notice = Some(Notice::staying(wording::correcting_failed()));
        return;
    };
    let chosen = chosen_place(session);
    let claim = chosen_claim(session);
    let Some(review) = &mut session.review else {
        return;
    };
    if !review.lay(*laid) {
        return;
    }
    session.is_laying = false;
    session.revision += 1;
    session.entity = chosen.and_then(|(article, span)| review.entity_at(article, span));
    session.claim =
        claim.and_then(|claim| find_claim(review.documents(), review.analysis(), &claim));
    // A card names by number what it is about, and the numbers may be others now.
    if !matches!(
        session.correcting,
        Some(Correcting::Note(_) | Correcting::Columns(_))
    ) {
        session.correcting = None;
    }
}

/// The chosen claim, by its words.
pub(super) fn chosen_claim(session: &Session) -> Option<ClaimRef> {
    let review = session.review.as_ref()?;
    ClaimRef::of(review.documents(), review.analysis(), session.claim?)
}

/// A place that names the chosen entity.
fn chosen_place(session: &Session) -> Option<(usize, Span)> {
    let review = session.review.as_ref()?;
    let entity = session.entity?;
    let place = review.index().mentions_of.get(entity.0 as usize)?.first()?;
    let findings = review.analysis().articles.get(place.article)?;
    Some((place.article, findings.mentions.get(place.mention)?.span))
}
