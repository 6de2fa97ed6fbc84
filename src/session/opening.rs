//! Opening a collection: asking whether to add or replace, starting to read, letting go, stopping.

use std::path::PathBuf;
use std::sync::Arc;

use super::{
    Effect, Gone, Loading, OpenHow, Phase, SaveOrder, SaveState, Screen, Session, keeping, tables,
};
use crate::ingest::watch::Changes;
use crate::view::claims::ClaimsState;
use crate::view::people::PeopleState;
use crate::view::timeline::TimelineState;
use crate::view::wording;

/// Opens folders and files.
pub(super) fn open(session: &mut Session, roots: Vec<PathBuf>, how: OpenHow) -> Vec<Effect> {
    if roots.is_empty() {
        return Vec::new();
    }
    let is_open = session.review.is_some();
    // A review stands for itself: it is opened in place of what is open, which is kept already.
    if let Some(review) = roots.iter().find(|root| keeping::is_review(root)) {
        return keeping::open_review(session, review.clone());
    }
    // Nothing is lost where no article was found.
    let review = session.review.as_ref();
    let holds_any = review.is_some_and(|review| !review.documents().is_empty());
    match how {
        OpenHow::Ask if holds_any => {
            session.dropped = Some(roots);
            Vec::new()
        }
        OpenHow::Add if is_open => {
            let open = session.review.as_ref();
            let with_sample = session.with_sample;
            let mut all = open.map_or_else(Vec::new, |review| review.roots.clone());
            for root in roots {
                if !all.contains(&root) {
                    all.push(root);
                }
            }
            begin(session, all, with_sample, true)
        }
        _ => begin(session, roots, false, false),
    }
}

/// Starts reading.
pub(super) fn begin(
    session: &mut Session,
    roots: Vec<PathBuf>,
    with_sample: bool,
    keeps_open: bool,
) -> Vec<Effect> {
    session.generation += 1;
    session.notice = None;
    session.stirred = Changes::default();
    if keeps_open {
        // What a review file brought is in no folder to be read again.
        let review = session.review.as_ref();
        let brought = review.filter(|review| review.roots.is_empty() && !session.with_sample);
        if let Some(review) = brought {
            let articles = review.read().iter();
            session.loose = articles
                .map(|document| Arc::clone(&document.article))
                .collect();
        }
    } else {
        session.loose.clear();
    }
    session.with_sample = with_sample;
    let review = session.review.as_ref().filter(|_| keeps_open);
    session.columns = review.map_or_else(Vec::new, tables::said);
    let mut effects = Vec::new();
    if !keeps_open {
        effects.extend(clear(session));
    }
    // Under a name of its own: what is done on both together is not kept with the folder alone.
    let name = match wording::collection_name(&roots) {
        name if with_sample && !roots.is_empty() => wording::with_sample(&name),
        name => name,
    };
    session.loading = Some(Loading {
        phase: Phase::Looking,
        name,
        roots: roots.clone(),
        keeps_open,
        is_stopping: false,
        kept: None,
        ready: Vec::new(),
    });
    if !keeps_open {
        session.saving = SaveState::Nothing;
        effects.push(Effect::Save(SaveOrder::Close));
    }
    effects.push(Effect::Read {
        generation: session.generation,
        roots,
        with_sample,
        loose: session.loose.clone(),
        columns: session.columns.clone(),
    });
    effects
}

/// Lets go of what is open.
pub(super) fn clear(session: &mut Session) -> Option<Effect> {
    let review = session.review.take();
    session.beginning = None;
    session.article = None;
    session.is_reading = false;
    session.entity = None;
    session.claim = None;
    session.screen = Screen::Read;
    session.comparing = super::Comparing::default();
    session.claims = ClaimsState::default();
    session.people = PeopleState::default();
    session.read.days = None;
    session.timeline = TimelineState::default();
    session.history = super::History::default();
    session.search = None;
    session.indexed = None;
    session.correcting = None;
    session.is_laying = false;
    session.asked_tables.clear();
    session.stirred = Changes::default();
    session.taking = None;
    session.notice = None;
    session.revision += 1;
    let lists = Box::new(session.lists.take());
    review.map(|review| Effect::LetGo(Gone::Collection(Box::new(review), lists)))
}

/// Asks the job to stop; what it has so far is kept.
pub(super) fn cancel(session: &mut Session) -> Vec<Effect> {
    if let Some(loading) = &mut session.loading {
        loading.is_stopping = true;
    }
    vec![Effect::StopReading]
}

#[cfg(test)]
mod tests {
    use super::open;
    use crate::corpus::testing::document;
    use crate::pipeline::Collection;
    use crate::review::Review;
    use crate::session::{Effect, OpenHow, Session};

    fn read(effects: Vec<Effect>) -> Option<(usize, bool, usize)> {
        effects.into_iter().find_map(|effect| match effect {
            Effect::Read {
                roots,
                with_sample,
                loose,
                ..
            } => Some((roots.len(), with_sample, loose.len())),
            _ => None,
        })
    }

    #[test]
    fn a_folder_added_to_an_opened_review_leaves_its_articles_in() {
        let collection = Collection {
            documents: vec![document("a", "The dam broke."), document("b", "It held.")],
            ..Collection::default()
        };
        let mut session = Session {
            review: Some(Review::of("Dam".to_owned(), Vec::new(), collection)),
            ..Session::default()
        };
        let folder = || vec!["/a/folder".into()];
        let added = open(&mut session, folder(), OpenHow::Add);
        assert_eq!(read(added), Some((1, false, 2)));
        let asked = open(&mut session, folder(), OpenHow::Ask);
        assert!(asked.is_empty() && session.dropped.is_some());
        let replaced = open(&mut session, folder(), OpenHow::Replace);
        assert_eq!(read(replaced), Some((1, false, 0)));
    }

    #[test]
    fn where_no_article_was_found_the_next_folder_is_opened_without_a_question() {
        let mut session = Session {
            review: Some(Review::of(String::new(), Vec::new(), Collection::default())),
            ..Session::default()
        };
        let opened = open(&mut session, vec!["/a/folder".into()], OpenHow::Ask);
        assert_eq!(read(opened), Some((1, false, 0)));
    }

    #[test]
    fn the_sample_story_stays_when_folders_are_added_one_after_another() {
        let mut session = Session {
            review: Some(Review::of(String::new(), Vec::new(), Collection::default())),
            with_sample: true,
            ..Session::default()
        };
        let added = open(&mut session, vec!["/a".into()], OpenHow::Add);
        assert_eq!(read(added), Some((1, true, 0)));
        let name = session
            .loading
            .as_ref()
            .map(|loading| loading.name.as_str());
        assert_eq!(name, Some("Sample story and a"));
        let added = open(&mut session, vec!["/b".into()], OpenHow::Add);
        assert_eq!(read(added), Some((1, true, 0)));
    }
}
