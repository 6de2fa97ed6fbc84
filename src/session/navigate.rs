//! Going from place to place: screens, articles, mentions, differences.

use super::{Effect, Location, Screen, Session, Side, Wish, tour};
use crate::model::{ArticleId, ClaimId, RowKind, Span};
use crate::view::compare::{Line, kinds, lines};

/// Shows a screen, remembering the one that is left.
pub(super) fn show(session: &mut Session, screen: Screen) -> Vec<Effect> {
    if session.screen != screen {
        session.history.leave(session.location());
        session.screen = screen;
        tour::follow(session);
    }
    arrive(session)
}

/// Reads an article from its top or at a place.
pub(super) fn read(session: &mut Session, article: ArticleId, span: Option<Span>) {
    if session.screen != Screen::Read || session.article.as_ref() != Some(&article) {
        session.history.leave(session.location());
    }
    session.screen = Screen::Read;
    session.is_reading = true;
    wish(session, article.clone(), span);
    session.article = Some(article);
}

/// Goes to a place in an article.
pub(super) fn go_to(session: &mut Session, article: ArticleId, span: Span) {
    read(session, article, Some(span));
}

fn wish(session: &mut Session, article: ArticleId, span: Option<Span>) {
    let serial = 1 + session.wish.as_ref().map_or(0, |wish| wish.serial);
    session.wish = Some(Wish {
        article,
        span,
        serial,
    });
}

/// Goes back.
pub(super) fn go_back(session: &mut Session) -> Vec<Effect> {
    let here = session.location();
    let location = session.history.go_back(here);
    restore(session, location)
}

/// Goes forward again.
pub(super) fn go_forward(session: &mut Session) -> Vec<Effect> {
    let here = session.location();
    let location = session.history.go_forward(here);
    restore(session, location)
}

fn restore(session: &mut Session, location: Option<Location>) -> Vec<Effect> {
    if let Some(location) = location {
        session.screen = location.screen;
        // An article or a claim of then may be gone since.
        let review = session.review.as_ref();
        let is_there =
            |id: &ArticleId| review.is_some_and(|review| review.index().position(id).is_some());
        let is_known = |id: &ClaimId| review.is_some_and(|r| r.analysis().claim(*id).is_some());
        let article = location.article.filter(is_there);
        let claim = location.claim.filter(is_known);
        session.article = article.or_else(|| session.article.take());
        session.is_reading = true;
        session.claim = claim;
    }
    arrive(session)
}

/// What a screen needs when it comes up.
fn arrive(session: &mut Session) -> Vec<Effect> {
    if session.screen == Screen::Compare {
        return compare(session);
    }
    Vec::new()
}

/// Reads the next article of the list, or the one before.
pub(super) fn step_article(session: &mut Session, forward: bool) {
    let Some(review) = &session.review else {
        return;
    };
    let order: Vec<&ArticleId> = review
        .analysis()
        .stories
        .iter()
        .flat_map(|story| &story.articles)
        .collect();
    let here = order
        .iter()
        .position(|id| Some(*id) == session.article.as_ref());
    let next = match here {
        None => 0,
        Some(here) if forward => here + 1,
        Some(here) => here.wrapping_sub(1),
    };
    if let Some(id) = order.get(next) {
        let id = (*id).clone();
        read(session, id, None);
    }
}

/// Goes to the next mention of the chosen name, from article to article, and round.
pub(super) fn step_mention(session: &mut Session, forward: bool) {
    let (Some(review), Some(entity)) = (&session.review, session.entity) else {
        return;
    };
    let Some(places) = review.index().mentions_of.get(entity.0 as usize) else {
        return;
    };
    let found: Vec<(ArticleId, Span)> = places
        .iter()
        .filter_map(|place| {
            let findings = review.analysis().articles.get(place.article)?;
            let mention = findings.mentions.get(place.mention)?;
            Some((findings.article.clone(), mention.span))
        })
        .collect();
    if found.is_empty() {
        return;
    }
    let here = session.wish.as_ref().and_then(|wish| {
        found
            .iter()
            .position(|(id, span)| *id == wish.article && Some(*span) == wish.span)
    });
    let start = session
        .article
        .as_ref()
        .and_then(|article| found.iter().position(|(id, _)| id == article))
        .unwrap_or(0);
    let count = found.len();
    let next = match here {
        None => start,
        Some(here) if forward => (here + 1) % count,
        Some(here) => (here + count - 1) % count,
    };
    if let Some((article, span)) = found.into_iter().nth(next) {
        go_to(session, article, span);
    }
}

/// Steps to the next row that differs, or the one before; stays at the last.
pub(super) fn step_difference(session: &mut Session, forward: bool) {
    let differs = rows_where(session, |line| line.row.kind != RowKind::Same);
    let next = match session.comparing.at.map(|(row, _)| row) {
        None => differs.first(),
        Some(here) if forward => differs.iter().find(|row| **row > here),
        Some(here) => differs.iter().rev().find(|row| **row < here),
    };
    stand_at(session, next.copied());
}

/// Steps to the next row of which this is said in the middle column, and round.
pub(super) fn next_of_kind(session: &mut Session, words: &str) {
    let rows = rows_where(session, |line| kinds(line).contains(&words));
    let here = session.comparing.at.map(|(row, _)| row);
    let next = rows
        .iter()
        .find(|row| here.is_none_or(|here| **row > here))
        .or(rows.first());
    stand_at(session, next.copied());
}

/// Positions, among the lines of the comparison, of those that are wanted.
fn rows_where(session: &Session, is_wanted: impl Fn(&Line<'_>) -> bool) -> Vec<usize> {
    let shown = session.comparing.result.iter();
    shown
        .flat_map(|comparison| lines(comparison))
        .enumerate()
        .filter(|(_, line)| is_wanted(line))
        .map(|(position, _)| position)
        .collect()
}

fn stand_at(session: &mut Session, row: Option<usize>) {
    let serial = session.comparing.at.map_or(0, |(_, serial)| serial);
    if let Some(row) = row {
        session.comparing.at = Some((row, serial + 1));
    }
}

/// Puts the article that is read beside another of its story.
pub(super) fn compare_this(session: &mut Session) -> Vec<Effect> {
    session.is_reading = true;
    let left = session.article.clone();
    session.comparing.by_claim = false;
    if session.comparing.left != left {
        session.comparing.left = left;
        session.comparing.right = None;
        session.comparing.result = None;
    }
    show(session, Screen::Compare)
}

/// Puts an article on one side.
pub(super) fn set_side(session: &mut Session, side: Side, article: ArticleId) -> Vec<Effect> {
    match side {
        Side::Left => session.comparing.left = Some(article),
        Side::Right => session.comparing.right = Some(article),
    }
    compare(session)
}

/// Puts two articles side by side.
pub(super) fn compare_two(session: &mut Session, left: ArticleId, right: ArticleId) -> Vec<Effect> {
    session.comparing.left = Some(left);
    session.comparing.right = Some(right);
    session.comparing.result = None;
    session.comparing.by_claim = false;
    show(session, Screen::Compare)
}

/// Folds or unfolds rows that are the same.
pub(super) fn toggle_fold(session: &mut Session, row: usize) {
    let unfolded = &mut session.comparing.unfolded;
    if !unfolded.remove(&row) {
        unfolded.insert(row);
    }
}

/// Shows one claim in all its sources, or two articles.
pub(super) fn compare_by(session: &mut Session, by_claim: bool) -> Vec<Effect> {
    session.comparing.by_claim = by_claim;
    if by_claim {
        let review = session.review.as_ref();
        let is_shared = |id: &ClaimId| {
            let claim = review.and_then(|review| review.analysis().claim(*id));
            claim.is_some_and(|claim| claim.articles().len() > 1)
        };
        let most_told = || {
            let review = review?;
            let mut shared = review.index().shared.iter().copied();
            shared.find(|id| !review.is_hidden(*id))
        };
        let kept = session.claim.filter(is_shared).or_else(most_told);
        if session.claim != kept {
            session.comparing.base = None;
            session.claim = kept;
        }
    }
    show(session, Screen::Compare)
}

/// Has the two chosen articles compared; chooses them first, if need be.
pub(super) fn compare(session: &mut Session) -> Vec<Effect> {
    let Some(review) = &session.review else {
        return Vec::new();
    };
    let known = |id: &Option<ArticleId>| {
        id.clone()
            .filter(|id| review.index().position(id).is_some())
    };
    let left = known(&session.comparing.left)
        .or_else(|| known(&session.article))
        .or_else(|| review.documents().first().map(|d| d.article.id.clone()));
    let right = known(&session.comparing.right)
        .filter(|right| Some(right) != left.as_ref())
        .or_else(|| left.as_ref().and_then(|left| partner(review, left)));
    let comparing = &mut session.comparing;
    comparing.left.clone_from(&left);
    comparing.right.clone_from(&right);
    comparing.result = None;
    comparing.failure = None;
    comparing.unfolded.clear();
    comparing.at = None;
    let documents = left
        .and_then(|id| review.document(&id))
        .zip(right.and_then(|id| review.document(&id)));
    comparing.is_pending = documents.is_some();
    documents.map_or_else(Vec::new, |(left, right)| {
        vec![Effect::Compare {
            revision: session.revision,
            left: Box::new(left.clone()),
            right: Box::new(right.clone()),
        }]
    })
}

/// The article that shares most claims with this one; of those that share none, one of its story.
fn partner(review: &crate::review::Review, left: &ArticleId) -> Option<ArticleId> {
    let here = review.index().position(left)?;
    let mut shared = vec![0_usize; review.documents().len()];
    for place in review.index().claims_in.get(here)? {
        let claim = review.analysis().claim(place.claim)?;
        for id in claim.articles() {
            let count = review
                .index()
                .position(id)
                .and_then(|position| shared.get_mut(position));
            if let Some(count) = count {
                *count += 1;
            }
        }
    }
    let story = review.index().story_of.get(here);
    let best = shared
        .iter()
        .enumerate()
        .filter(|(position, _)| *position != here)
        .max_by_key(|(position, count)| {
            let is_of_story = review.index().story_of.get(*position) == story;
            (**count, is_of_story, std::cmp::Reverse(*position))
        })?
        .0;
    Some(review.documents().get(best)?.article.id.clone())
}

#[cfg(test)]
mod tests {
    use super::go_to;
    use crate::model::{ArticleId, Span};
    use crate::session::{Action, Command, Session, apply};

    #[test]
    fn a_passage_that_was_gone_to_is_marked_until_it_is_let_go_of() {
        let mut session = Session::default();
        let place = Span::new(0, 3);
        go_to(&mut session, ArticleId::new("a"), place);
        let marked = |session: &Session| session.wish.as_ref().and_then(|wish| wish.span);
        assert_eq!(marked(&session), Some(place));
        apply(&mut session, Command::Act(Action::ClearSelection));
        assert_eq!(marked(&session), None);
    }
}
