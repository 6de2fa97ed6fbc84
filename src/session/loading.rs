//! Opening a collection: asking, filling the screen as articles come, taking the result.

use std::path::PathBuf;
use std::sync::Arc;

use super::apply::run_target;
use super::recent::remember;
use super::{
    Effect, Gone, Loading, Notice, OpenHow, Phase, Recent, Report, SaveOrder, SaveState, Screen,
    Session, correcting, keeping, listing, navigate, palette, search, tables, taking, watching,
};
use crate::corpus::Document;
use crate::ingest::watch::Changes;
use crate::model::{ArticleId, Comparison};
use crate::review::{Gathered, Review, find_claim};
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
    match how {
        OpenHow::Ask if is_open => {
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
    let lists = Box::new(std::mem::take(&mut session.lists));
    review.map(|review| Effect::LetGo(Gone::Collection(Box::new(review), lists)))
}

/// Asks the job to stop; what it has so far is kept.
pub(super) fn cancel(session: &mut Session) -> Vec<Effect> {
    if let Some(loading) = &mut session.loading {
        loading.is_stopping = true;
    }
    vec![Effect::StopReading]
}

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
            session.saving_as = Some(path.to_string_lossy().into_owned());
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

/// A batch of new articles is shown when it is at least this part of what is shown.
const BATCHES: usize = 16;

/// Shows articles while the rest is being read.
fn take_early(session: &mut Session, generation: u64, documents: Vec<Document>) {
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

fn progress(session: &mut Session, generation: u64, phase: Phase) {
    if generation == session.generation
        && let Some(loading) = &mut session.loading
    {
        loading.phase = phase;
    }
}

fn finish(session: &mut Session, collection: Gathered) -> Vec<Effect> {
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

    use super::open;
    use crate::corpus::Document;
    use crate::corpus::testing::document;
    use crate::model::{Analysis, ArticleId, Story};
    use crate::pipeline::{Collection, Progress};
    use crate::review::Review;
    use crate::session::{Command, Effect, OpenHow, Report, Session, apply};

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
        let replaced = open(&mut session, folder(), OpenHow::Replace);
        assert_eq!(read(replaced), Some((1, false, 0)));
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
