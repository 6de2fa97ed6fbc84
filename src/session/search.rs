//! Search as the session sees it: what is typed, what narrows it, what was found, which hit one is at.

use std::sync::Arc;

use super::finder::Found;
use super::{Effect, Screen, Session, navigate};
use crate::model::{ArticleId, EntityId, MentionKind, Span};

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFor {
    /// Words as typed.
    pub query: String,
    /// Only articles of this outlet, by position.
    pub outlet: Option<usize>,
    /// Only articles that name this.
    pub entity: Option<EntityId>,
    /// Only hits whose sentence names something of this kind.
    pub kind: Option<MentionKind>,
}

/// The open search.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What is searched for.
    pub wanted: SearchFor,
    /// Number of the last question; answers to others are dropped.
    pub serial: u64,
    /// What was found; `None` until the first answer.
    pub found: Option<Arc<Found>>,
    /// The hit one is at: position of the article and of the hit in it.
    pub at: Option<(usize, usize)>,
}

impl Search {
    /// Hits in an article, in order.
    pub fn hits_in(&self, article: &ArticleId) -> &[Span] {
        self.found
            .iter()
            .flat_map(|found| &found.articles)
            .find(|found| found.article == *article)
            .map_or(&[], |found| found.hits.as_slice())
    }
}

/// Opens the search, with the index brought up to date.
pub(super) fn open(session: &mut Session) -> Vec<Effect> {
    session.focuses_search = true;
    session.shows_drawer = false;
    if session.search.is_none() {
        session.search = Some(Search::default());
    }
    let mut effects = navigate::show(session, Screen::Read);
    effects.extend(ask(session));
    effects
}

/// Takes what is searched for now.
pub(super) fn want(session: &mut Session, wanted: SearchFor) -> Vec<Effect> {
    if let Some(search) = &mut session.search {
        search.wanted = wanted;
        search.at = None;
    }
    ask(session)
}

/// Asks for what is searched for, after the texts have changed too.
pub(super) fn ask(session: &mut Session) -> Vec<Effect> {
    let (Some(search), Some(review)) = (&mut session.search, &session.review) else {
        return Vec::new();
    };
    session.questions += 1;
    search.serial = session.questions;
    let mut effects = Vec::new();
    let texts = (session.generation, review.texts());
    if session.indexed != Some(texts) {
        session.indexed = Some(texts);
        effects.push(Effect::Index(review.documents().to_vec()));
    }
    let kind = search.wanted.kind;
    effects.push(Effect::Find {
        serial: search.serial,
        query: search.wanted.query.clone(),
        kind: kind.map(|kind| (kind, review.shared_analysis())),
        allowed: allowed(session),
    });
    effects
}

/// Which articles pass the filters, by position.
fn allowed(session: &Session) -> Vec<bool> {
    let (Some(search), Some(review)) = (&session.search, &session.review) else {
        return Vec::new();
    };
    let wanted = &search.wanted;
    let index = review.index();
    let mut names = vec![wanted.entity.is_none(); review.documents().len()];
    let places = wanted
        .entity
        .and_then(|id| index.mentions_of.get(id.0 as usize));
    for place in places.into_iter().flatten() {
        if let Some(names) = names.get_mut(place.article) {
            *names = true;
        }
    }
    let documents = review.documents().iter().zip(names).enumerate();
    documents
        .map(|(position, (document, names))| {
            let outlet = index.outlet_of.get(position);
            let found = review.analysis().articles.get(position);
            let has_kind = wanted.kind.is_none_or(|kind| {
                found.is_some_and(|found| found.mentions.iter().any(|m| m.kind == kind))
            });
            names
                && has_kind
                && wanted.outlet.is_none_or(|wanted| outlet == Some(&wanted))
                && crate::view::is_within(&document.article, session.read.days)
        })
        .collect()
}

/// Takes an answer.
pub(super) fn found(session: &mut Session, serial: u64, found: Found) {
    let Some(search) = &mut session.search else {
        return;
    };
    if search.serial != serial {
        return;
    }
    search.found = Some(Arc::new(found));
    search.at = None;
}

/// Goes to the next hit, from article to article and round, or to the one before.
pub(super) fn step(session: &mut Session, forward: bool) {
    let Some(search) = &session.search else {
        return;
    };
    let Some(found) = &search.found else {
        return;
    };
    let places: Vec<(usize, usize)> = found
        .articles
        .iter()
        .enumerate()
        .flat_map(|(article, found)| (0..found.hits.len()).map(move |hit| (article, hit)))
        .collect();
    let count = places.len();
    if count == 0 {
        return;
    }
    let here = search
        .at
        .and_then(|at| places.iter().position(|place| *place == at));
    let next = match here {
        None if forward => 0,
        None => count - 1,
        Some(here) if forward => (here + 1) % count,
        Some(here) => (here + count - 1) % count,
    };
    if let Some(place) = places.get(next) {
        go_to(session, *place);
    }
}

/// Goes to a hit, by position of the article and of the hit in it.
pub(super) fn go_to(session: &mut Session, place: (usize, usize)) {
    let Some(search) = &mut session.search else {
        return;
    };
    let found = search.found.as_ref().and_then(|found| {
        let article = found.articles.get(place.0)?;
        Some((article.article.clone(), article.hits.get(place.1).copied()))
    });
    let Some((article, hit)) = found else {
        return;
    };
    search.at = Some(place);
    navigate::read(session, article, hit);
}
