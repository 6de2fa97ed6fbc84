//! Filling the screen as articles come, and taking the whole collection when it is ready.

use super::recent::remember;
use super::{
    Effect, Gone, Notice, Phase, Recent, Screen, Session, correcting, keeping, navigate, search,
};
use crate::corpus::Document;
use crate::model::ArticleId;
use crate::review::{Gathered, Review, find_claim};
use crate::view::wording;

/// A batch of new articles is shown when it is at least this part of what is shown.
const BATCHES: usize = 16;

/// Shows articles while the rest is being read.
pub(super) fn take_early(session: &mut Session, generation: u64, documents: Vec<Document>) {
    let is_current = generation == session.generation;
    let Some(loading) = session.loading.as_mut().filter(|_| is_current) else {
        return;
    };
    if loading.keeps_open {
        return;
    }
    loading.ready.extend(documents);
    let review = session
        .review
        .get_or_insert_with(|| Review::begun(loading.name.clone(), loading.roots.clone()));
    // Every batch costs as much as all that is shown: the more there is, the larger the next.
    if loading.ready.len() * BATCHES < review.documents().len() {
        return;
    }
    review.add(std::mem::take(&mut loading.ready));
    session.revision += 1;
    choose_article(session);
}

pub(super) fn progress(session: &mut Session, generation: u64, phase: Phase) {
    if generation == session.generation
        && let Some(loading) = &mut session.loading
    {
        loading.phase = phase;
    }
}

pub(super) fn finish(session: &mut Session, collection: Gathered) -> Vec<Effect> {
    let Some(loading) = session.loading.take() else {
        return Vec::new();
    };
    let stopped = loading.is_stopping;
    if stopped && loading.keeps_open {
        // Half a collection is less than the one that is open.
        session.notice = Some(Notice::passing(wording::stopped_adding()));
        return Vec::new();
    }
    let kept = chosen_name(session);
    let claim = correcting::chosen_claim(session);
    let path = open_path(session);
    let articles = collection.articles();
    let roots = if loading.kept.is_some() {
        Vec::new()
    } else {
        loading.roots.clone()
    };
    let mut review = Review::of(loading.name.clone(), roots, collection);
    let before = session.review.take();
    let mut effects = Vec::new();
    session.carried = 0;
    if let Some(kept) = loading.kept {
        review.restore(kept);
    } else {
        if let Some(before) = before.as_ref().filter(|_| loading.keeps_open) {
            session.carried = before.ledger().standing().len();
            review.restore(before.ledger().clone());
        }
        effects.push(keeping::begin(session, &review));
    }
    let before = before.map(|before| Gone::Collection(Box::new(before), Box::default()));
    effects.extend(before.map(Effect::LetGo));
    let has_acts = !review.ledger().is_empty();
    session.review = Some(review);
    session.revision += 1;
    session.claim = claim.and_then(|claim| {
        let review = session.review.as_ref()?;
        find_claim(review.documents(), review.analysis(), &claim)
    });
    session.entity = kept.and_then(|name| {
        let review = session.review.as_ref()?;
        let found = review.analysis().entities.iter().find(|e| e.name == name)?;
        Some(found.id)
    });
    session.notice = stopped.then(|| Notice::staying(wording::stopped(articles)));
    if let Some(moved) = path.and_then(|path| article_at(session, &path)) {
        session.article = Some(moved);
    }
    choose_article(session);
    // Nothing more comes that could stand before it.
    session.is_reading = true;
    // Together with the sample story a folder cannot be opened again from the list.
    if !loading.roots.is_empty() && articles > 0 && !session.with_sample {
        remember(
            &mut session.recent,
            Recent {
                name: loading.name,
                roots: loading.roots,
                articles,
                opened: chrono::Local::now(),
            },
        );
        effects.push(Effect::KeepRecent(session.recent.clone()));
    }
    if has_acts {
        effects.extend(correcting::lay(session));
    }
    effects.extend(search::ask(session));
    if session.screen == Screen::Compare {
        effects.extend(navigate::compare(session));
    }
    effects
}

/// Name of the chosen entity: its number changes when the collection is gathered anew.
fn chosen_name(session: &Session) -> Option<String> {
    let review = session.review.as_ref()?;
    Some(review.analysis().entity(session.entity?)?.name.clone())
}

/// Path of the article that is read: a file that changed has another article in the same place.
fn open_path(session: &Session) -> Option<String> {
    let review = session.review.as_ref()?;
    let document = review.document(session.article.as_ref()?)?;
    Some(document.article.path.clone())
}

/// The article of a file, unless the one that was read is still there.
fn article_at(session: &Session, path: &str) -> Option<ArticleId> {
    let review = session.review.as_ref()?;
    let is_there = |id: &ArticleId| review.index().position(id).is_some();
    if session.article.as_ref().is_some_and(is_there) {
        return None;
    }
    let mut documents = review.documents().iter();
    let document = documents.find(|document| document.article.path == path)?;
    Some(document.article.id.clone())
}

/// Keeps an article chosen: the one that is being read, or the first of the list.
fn choose_article(session: &mut Session) {
    let Some(review) = &session.review else {
        return;
    };
    let is_there = |id: &ArticleId| review.index().position(id).is_some();
    let stays = session.is_reading && session.article.as_ref().is_some_and(is_there);
    if !stays {
        let mut stories = review.analysis().stories.iter();
        session.article = stories.find_map(|story| story.articles.first()).cloned();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::corpus::Document;
    use crate::corpus::testing::document;
    use crate::model::{Analysis, ArticleId, Story};
    use crate::pipeline::{Collection, Progress};
    use crate::session::opening::open;
    use crate::session::{Command, OpenHow, Report, Session, apply};

    /// An article of a day of March 2025.
    fn dated(id: &str, day: u32) -> Document {
        let mut document = document(id, "The dam broke.");
        let article = Arc::make_mut(&mut document.article);
        article.published.value = chrono::NaiveDate::from_ymd_opt(2025, 3, day);
        document
    }

    /// What the reading job tells: these articles are ready.
    fn ready(documents: Vec<Document>) -> Command {
        Command::Reports(vec![Report::Analysed {
            generation: 1,
            documents,
            progress: Progress::default(),
        }])
    }

    /// What it tells last, with the story that stands first in the list.
    fn finished(documents: Vec<Document>, first: &[&str], second: &[&str]) -> Command {
        let story = |ids: &[&str]| Story {
            name: String::new(),
            articles: ids.iter().copied().map(ArticleId::new).collect(),
        };
        let analysis = Analysis {
            articles: documents.iter().map(|d| (*d.findings).clone()).collect(),
            stories: vec![story(first), story(second)],
            ..Analysis::default()
        };
        let collection = Collection {
            documents,
            analysis,
            ..Collection::default()
        };
        Command::Reports(vec![Report::Finished {
            generation: 1,
            collection: Box::new(collection.into()),
        }])
    }

    fn shown(session: &Session) -> &str {
        session.article.as_ref().map_or("", ArticleId::as_str)
    }

    /// Opens a folder of which two articles come one after the other.
    fn half_open() -> Session {
        let mut session = Session::default();
        open(&mut session, vec!["/a".into()], OpenHow::Replace);
        apply(&mut session, ready(vec![dated("b", 4)]));
        assert_eq!(shown(&session), "b");
        session
    }

    #[test]
    fn the_article_shown_first_is_the_first_of_the_list_whichever_was_ready_first() {
        let all = || vec![dated("a", 9), dated("b", 4), dated("c", 2), dated("d", 8)];
        for early in [["b", "c"], ["c", "b"], ["d", "a"]] {
            let mut session = Session::default();
            open(&mut session, vec!["/a".into()], OpenHow::Replace);
            for id in early {
                let document = all().into_iter().filter(|d| d.article.id.as_str() == id);
                apply(&mut session, ready(document.collect()));
            }
            apply(&mut session, finished(all(), &["d", "a"], &["c", "b"]));
            assert_eq!(shown(&session), "d", "{early:?}");
        }
        let mut session = half_open();
        apply(&mut session, ready(vec![dated("c", 2)]));
        assert_eq!(shown(&session), "c", "the earliest of those that are ready");
    }

    #[test]
    fn an_article_that_the_reader_has_chosen_or_begun_to_read_is_not_pulled_away() {
        for act in [Command::BeginReading, Command::Read(ArticleId::new("b"))] {
            let mut session = half_open();
            apply(&mut session, act);
            let all = vec![dated("b", 4), dated("c", 2)];
            apply(&mut session, ready(vec![dated("c", 2)]));
            assert_eq!(shown(&session), "b");
            apply(&mut session, finished(all, &["c"], &["b"]));
            assert_eq!(shown(&session), "b");
        }
    }
}
