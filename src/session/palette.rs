//! The palette: every command, article, name, claim and file, by typing.
//!
//! Acts are few and matched where they are drawn; everything else is looked through by a job.

use std::path::PathBuf;

use super::apply::expand_home;
use super::{Action, Effect, PaletteState, Session};
use crate::model::{ArticleId, ClaimId, EntityId};
use crate::review::Review;
use crate::view::{labels, statements, wording};

/// What choosing a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Run a command.
    Act(Action),
    /// Open a folder or file.
    Open(PathBuf),
    /// Read an article.
    Article(ArticleId),
    /// See all mentions of a name.
    Entity(EntityId),
    /// Open a claim.
    Claim(ClaimId),
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it does.
    pub target: Target,
    /// Its words.
    pub text: String,
    /// What kind of thing it is, or its facts.
    pub facts: String,
}

/// A row with how well it matches, best first: 0 for an exact beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// How well it matches; less is better.
    pub score: u32,
    /// The row.
    pub item: Item,
}

/// The most rows that are shown.
const ROWS_MAX: usize = 12;

/// Takes what was typed, and has looked for what else than acts matches it.
pub(super) fn seek(session: &mut Session, query: String) -> Vec<Effect> {
    session.questions += 1;
    let serial = session.questions;
    let before = session.palette.take().unwrap_or_default();
    session.palette = Some(PaletteState {
        query: query.clone(),
        chosen: 0,
        serial,
        found: before.found,
        answered: before.answered,
        enters: false,
    });
    let review = session.review.clone().map(Box::new);
    vec![Effect::Seek {
        serial,
        query,
        review,
    }]
}

/// Takes an answer; gives what was to be run as soon as it is there.
pub(super) fn sought(session: &mut Session, serial: u64, found: Vec<Scored>) -> Option<Target> {
    let palette = session.palette.as_mut()?;
    if palette.serial != serial {
        return None;
    }
    palette.found = found;
    palette.answered = serial;
    let enters = std::mem::take(&mut palette.enters);
    enters.then(|| enter(session)).flatten()
}

/// What the chosen row does. Who types and presses Enter at once means what was typed: without an
/// answer yet, only an act that begins with it is run, and everything else waits.
pub(super) fn enter(session: &mut Session) -> Option<Target> {
    let palette = session.palette.as_ref()?;
    let mut items = items(session, palette);
    items.truncate(palette.chosen + 1);
    let chosen = items.pop();
    let query = palette.query.trim().to_lowercase();
    let is_sure = palette.answered == palette.serial
        || chosen.as_ref().is_some_and(|item| {
            matches!(item.target, Target::Act(_)) && score(&item.text, &query) == Some(0)
        });
    if let Some(palette) = &mut session.palette {
        palette.enters = !is_sure;
    }
    chosen.filter(|_| is_sure).map(|item| item.target)
}

/// The rows that match what was typed, best first: acts at once, everything else as far as it has
/// been found.
pub fn items(session: &Session, palette: &PaletteState) -> Vec<Item> {
    let query = palette.query.trim().to_lowercase();
    let mut scored: Vec<(u32, Item)> = Vec::new();
    for action in Action::ALL {
        let is_offered = action.is_enabled(session) && action != Action::Palette;
        let words = action.words(session);
        let found = matched(action, &words, &query);
        if let Some(score) = found.filter(|_| is_offered) {
            let item = Item {
                target: Target::Act(action),
                text: words.into_owned(),
                facts: String::new(),
            };
            scored.push((score, item));
        }
    }
    if !query.is_empty() {
        // What matched the words before is shown until the answer comes, where it still matches.
        let found = palette.found.iter();
        scored.extend(
            found
                .filter(|found| is_path(&found.item) || score(&found.item.text, &query).is_some())
                .map(|found| (found.score, found.item.clone())),
        );
    }
    scored.sort_by_key(|(score, _)| *score);
    let best = scored.into_iter().take(ROWS_MAX);
    best.map(|(_, item)| item).collect()
}

/// How well a command matches what was typed. Who does not know its name finds it by what it is for,
/// after all else.
fn matched(action: Action, words: &str, query: &str) -> Option<u32> {
    let by_purpose = || {
        let purpose = format!("{} {}", action.tooltip(), action.also());
        Some(3 + score(&purpose, query)?)
    };
    score(words, query).or_else(by_purpose)
}

/// What the command is called that matches best and cannot be used now; to be asked where nothing
/// else matches.
pub fn resting(session: &Session, palette: &PaletteState) -> Option<&'static str> {
    let query = palette.query.trim().to_lowercase();
    let resting = Action::ALL
        .into_iter()
        .filter(|action| !query.is_empty() && !action.is_enabled(session));
    let matching = resting.filter_map(|action| {
        let found = matched(action, action.text(), &query)?;
        Some((found, action.text()))
    });
    matching
        .min_by_key(|(score, _)| *score)
        .map(|(_, text)| text)
}

const fn is_path(item: &Item) -> bool {
    matches!(item.target, Target::Open(_))
}

/// Articles, names, claims and files that match what was typed, the best of them, best first.
pub(super) fn found(review: Option<&Review>, query: &str) -> Vec<Scored> {
    let typed = query.trim();
    let mut scored: Vec<Scored> = file(typed).into_iter().collect();
    let query = typed.to_lowercase();
    let Some(review) = review.filter(|_| !query.is_empty()) else {
        return scored;
    };
    let mut offer = |worse: u32, target: Target, text: String, facts: &dyn Fn() -> String| {
        if let Some(score) = score(&text, &query) {
            let (score, facts) = (score + worse, facts());
            let item = Item {
                target,
                text,
                facts,
            };
            scored.push(Scored { score, item });
        }
    };
    for document in review.documents() {
        let id = &document.article.id;
        let facts = || format!("article · {}", labels::outlet_day(review, id));
        let target = Target::Article(id.clone());
        offer(0, target, labels::title(review, id), &facts);
    }
    for entity in &review.analysis().entities {
        let facts = || wording::entity_kind(entity.kind).to_owned();
        offer(0, Target::Entity(entity.id), entity.name.clone(), &facts);
    }
    for claim in &review.analysis().claims {
        let facts = || format!("claim · in {}", wording::articles(claim.articles().len()));
        let text = statements::statement(review, claim, 90);
        // Who types the beginning of a name wants the name, not a sentence that begins with it.
        offer(1, Target::Claim(claim.id), text, &facts);
    }
    scored.sort_by_key(|found| found.score);
    scored.truncate(ROWS_MAX);
    scored
}

/// A folder or file, where its path was typed.
fn file(typed: &str) -> Option<Scored> {
    let path = expand_home(typed.trim_matches('"'));
    let is_there = path.is_absolute() && path.exists();
    is_there.then(|| Scored {
        score: 0,
        item: Item {
            text: format!("Open {}", path.display()),
            facts: if path.is_dir() { "folder" } else { "file" }.to_owned(),
            target: Target::Open(path),
        },
    })
}

/// How well a text matches: 0 for its beginning, 1 for the beginning of a word, 2 for anywhere;
/// every word of the query must be found.
fn score(text: &str, query: &str) -> Option<u32> {
    if query.is_empty() {
        return Some(0);
    }
    let text = text.to_lowercase();
    let mut worst = 0;
    for word in query.split_whitespace() {
        let found = if text.starts_with(word) {
            0
        } else if text
            .split(|c: char| !c.is_alphanumeric())
            .any(|other| other.starts_with(word))
        {
            1
        } else if text.contains(word) {
            2
        } else {
            return None;
        };
        worst = worst.max(found);
    }
    Some(worst)
}

#[cfg(test)]
mod tests {
    use super::{PaletteState, Target, file, found, items, resting, score};
    use crate::corpus::testing::document;
    use crate::pipeline::Collection;
    use crate::review::Review;
    use crate::session::{Action, Session};

    #[test]
    fn a_command_is_found_by_what_other_programs_call_it() {
        let collection = Collection {
            documents: vec![document("a", "The dam broke.")],
            ..Collection::default()
        };
        let session = Session {
            review: Some(Review::of("Dam".to_owned(), Vec::new(), collection)),
            ..Session::default()
        };
        for (typed, action) in [
            ("export", Action::TakeAway),
            ("zoom", Action::ZoomIn),
            ("diff", Action::ShowCompare),
            ("shortcuts", Action::Help),
        ] {
            let palette = PaletteState {
                query: typed.to_owned(),
                ..PaletteState::default()
            };
            let offered = items(&session, &palette);
            let is_offered = offered
                .iter()
                .any(|item| item.target == Target::Act(action));
            assert!(is_offered, "{typed}: {offered:?}");
        }
    }

    #[test]
    fn the_beginning_of_a_word_comes_before_its_middle() {
        assert_eq!(score("Graham Wexley", "gra"), Some(0));
        assert_eq!(score("Graham Wexley", "wex"), Some(1));
        assert_eq!(score("Graham Wexley", "ley"), Some(2));
        assert_eq!(score("Graham Wexley", "wex oak"), None);
    }

    #[test]
    fn a_command_that_cannot_be_used_now_is_named_as_such() {
        let session = Session::default();
        let palette = PaletteState {
            query: "history".to_owned(),
            ..PaletteState::default()
        };
        assert_eq!(items(&session, &palette), []);
        assert_eq!(
            resting(&session, &palette),
            Some(Action::ShowHistory.text())
        );
    }

    #[test]
    fn a_folder_is_offered_where_its_path_is_typed() {
        let folder = tempfile::tempdir().expect("a folder");
        let typed = folder.path().to_string_lossy().into_owned();
        let offered = file(&typed).expect("an offer");
        assert_eq!(offered.item.target, Target::Open(folder.path().to_owned()));
        assert_eq!(file(&format!("{typed}/not-there")), None);
        assert_eq!(file("water"), None);
    }

    #[test]
    fn an_article_is_found_by_a_word_of_its_opening() {
        let collection = Collection {
            documents: vec![document("a", "The dam broke."), document("b", "It held.")],
            ..Collection::default()
        };
        let review = Review::of("Dam".to_owned(), Vec::new(), collection);
        let found = found(Some(&review), "DAM");
        assert_eq!(found.len(), 1);
    }
}
