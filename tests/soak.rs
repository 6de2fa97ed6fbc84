//! Thousands of random acts of a reader on the real session, with jobs that answer in any order and
//! as late as they like, beside a simple model of what has to hold.
//!
//! `CROSSREAD_TEST_COMMANDS=500000 cargo test --test soak` runs longer. What the model knows: acts
//! stand, are undone and done again as in a list with a mark; going back leads where one was; what
//! is on disk is what was done; once everything has answered, what is shown is what laying all
//! corrections over the machine's findings gives.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that stops at the first surprise"
)]

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crossread::ingest::{Cancel, Ingested};
use crossread::model::{Article, ArticleId, ClaimId, EntityId, MentionKind};
use crossread::pipeline::{self, Collection};
use crossread::review::file::{Contents, FileError};
use crossread::review::{About, Change, Correction, Entry, Field, Ledger, NoteAct, Quote, Scope};
use crossread::session::{
    Action, Card, Command, Effect, Finder, OpenHow, PaletteState, Report, SaveOrder, SaveReport,
    SaveState, Screen, SearchFor, Session, Settings, Side, ZOOM_RANGE, apply, palette_items,
};
use crossread::view;
use proptest::prelude::*;

/// Commands of a run that has to be quick.
const COMMANDS: usize = 6_000;
/// Commands of one session.
const COMMANDS_A_SESSION: usize = 150;

const TEXTS: [&str; 6] = [
    "Gate three of the Hallin dam stuck open on Monday, Osk Valley Water said. Eleven houses were washed away.",
    "Osk Valley Water denied that gate three had stuck. “We opened it,” said its head, Clara Wexley.",
    "Clara Wexley resigned on Friday. The keeper, Tom Pascoe, had warned of gate three in March.",
    "The court in Tessary heard Tom Pascoe on Tuesday. He said that nobody had answered his letter.",
    "Police in Tessary said that a man of sixty was missing. Divers searched the lower meadows.",
    "The man was found alive on Wednesday, the police in Tessary announced.",
];

/// The collections that folders "0", "1", "2" hold: two articles each.
fn read(roots: &[PathBuf], with_sample: bool) -> Ingested {
    let mut articles: Vec<Article> = Vec::new();
    let mut folders: Vec<usize> = roots
        .iter()
        .filter_map(|root| root.to_string_lossy().parse().ok())
        .chain(with_sample.then_some(0))
        .collect();
    folders.sort_unstable();
    folders.dedup();
    for folder in folders {
        for at in [folder * 2, folder * 2 + 1] {
            articles.push(Article {
                title: TEXTS[at]
                    .split(' ')
                    .take(4)
                    .collect::<Vec<_>>()
                    .join(" ")
                    .into(),
                outlet: Some(["Ledger", "Gazette"][at % 2].to_owned()),
                ..Article::plain(&format!("a{at}"), TEXTS[at])
            });
        }
    }
    Ingested {
        articles,
        skipped: Vec::new(),
    }
}

fn analysed(ingested: Ingested) -> Collection {
    static KNOWN: OnceLock<std::sync::Mutex<BTreeMap<Vec<String>, Collection>>> = OnceLock::new();
    let key = ingested
        .articles
        .iter()
        .map(|article| article.path.clone())
        .collect();
    let mut known = KNOWN
        .get_or_init(Default::default)
        .lock()
        .expect("no panic");
    known
        .entry(key)
        .or_insert_with(|| {
            pipeline::analyse(ingested, &Cancel::default(), &|_| ()).expect("whole weights")
        })
        .clone()
}

/// What the reader does next; numbers choose among what there is.
#[derive(Clone, Copy, Debug)]
enum Move {
    Act(usize),
    Open(usize, OpenHow),
    OpenReview(usize),
    AnswerDropped(Option<bool>),
    SaveAs(usize),
    Show(usize),
    Read(usize),
    Entity(usize),
    Claim(usize),
    Compare(usize, usize),
    Side(usize),
    Card(usize),
    Correct(usize, usize),
    Note(usize, usize),
    StepTo(usize),
    Search(usize),
    Palette(usize),
    /// One waiting job answers.
    Answer(usize),
}

fn moves() -> impl Strategy<Value = Move> {
    let n = 0..1000_usize;
    let how = prop::sample::select(vec![OpenHow::Ask, OpenHow::Add, OpenHow::Replace]);
    prop_oneof![
        4 => n.clone().prop_map(Move::Act),
        1 => (0..3_usize, how).prop_map(|(folder, how)| Move::Open(folder, how)),
        1 => n.clone().prop_map(Move::OpenReview),
        1 => prop::option::of(any::<bool>()).prop_map(Move::AnswerDropped),
        1 => (0..2_usize).prop_map(Move::SaveAs),
        2 => (0..5_usize).prop_map(Move::Show),
        2 => n.clone().prop_map(Move::Read),
        2 => n.clone().prop_map(Move::Entity),
        2 => n.clone().prop_map(Move::Claim),
        1 => (n.clone(), n.clone()).prop_map(|(a, b)| Move::Compare(a, b)),
        1 => n.clone().prop_map(Move::Side),
        1 => n.clone().prop_map(Move::Card),
        6 => (0..7_usize, n.clone()).prop_map(|(kind, n)| Move::Correct(kind, n)),
        3 => (0..3_usize, n.clone()).prop_map(|(kind, n)| Move::Note(kind, n)),
        1 => (0..12_usize).prop_map(Move::StepTo),
        1 => n.clone().prop_map(Move::Search),
        1 => n.clone().prop_map(Move::Palette),
        24 => n.prop_map(Move::Answer),
    ]
}

/// The session with everything around it.
struct World {
    session: Session,
    /// What jobs will tell, by job: reading, laying, comparing, searching, saving.
    waiting: BTreeMap<&'static str, VecDeque<Report>>,
    /// Reviews on disk, by their folders or their path.
    disk: BTreeMap<Vec<PathBuf>, Contents>,
    /// Which of them is open.
    open: Option<Vec<PathBuf>>,
    finder: Finder,
}

impl World {
    fn new() -> Self {
        Self {
            session: Session::new(Settings::default(), Vec::new()),
            waiting: BTreeMap::new(),
            disk: BTreeMap::new(),
            open: None,
            finder: Finder::new(&[]).expect("an index"),
        }
    }

    fn tell(&mut self, job: &'static str, report: Report) {
        self.waiting.entry(job).or_default().push_back(report);
    }

    /// Does a command with all that follows, and checks what must hold after each.
    fn command(&mut self, command: Command) {
        let before = Before::of(&self.session);
        let said = format!("{command:?}");
        let said: String = said.chars().take(300).collect();
        let effects = apply(&mut self.session, command);
        before.check(&self.session, &effects, &said);
        for effect in effects {
            self.effect(effect);
        }
    }

    fn effect(&mut self, effect: Effect) {
        match effect {
            Effect::Read {
                generation,
                roots,
                with_sample,
                loose,
                columns: _,
            } => {
                let mut ingested = read(&roots, with_sample);
                let is_new = |article: &&Arc<Article>| {
                    ingested.articles.iter().all(|other| other.id != article.id)
                };
                let kept: Vec<Article> =
                    loose.iter().filter(is_new).map(|a| (**a).clone()).collect();
                ingested.articles.splice(0..0, kept);
                let collection = analysed(ingested);
                self.tell_collection(generation, collection);
            }
            Effect::Analyse {
                generation,
                ingested,
            } => self.tell_collection(generation, analysed(*ingested)),
            Effect::Compare {
                revision,
                left,
                right,
            } => {
                let result = pipeline::compare(&left, &right)
                    .map(Box::new)
                    .map_err(|error| error.to_string());
                let (left, right) = (left.article.id.clone(), right.article.id.clone());
                self.tell(
                    "compare",
                    Report::Compared {
                        left,
                        right,
                        revision,
                        result,
                    },
                );
            }
            Effect::Lay { generation, laying } => {
                let laid = laying.lay().ok().map(Box::new);
                self.tell("lay", Report::Corrected { generation, laid });
            }
            Effect::Index(documents) => self.finder = Finder::new(&documents).expect("an index"),
            Effect::Find {
                serial,
                query,
                allowed,
                ..
            } => {
                let is_allowed = |at: usize| allowed.get(at) == Some(&true);
                let found = self
                    .finder
                    .find(&query, is_allowed, None)
                    .expect("an answer");
                self.tell("find", Report::Found { serial, found });
            }
            Effect::Save(order) => self.save(order),
            // Dialogs, the disk, the screen: nothing that comes back by itself.
            _ => {}
        }
    }

    fn tell_collection(&mut self, generation: u64, collection: Collection) {
        let total = collection.documents.len();
        self.tell(
            "read",
            Report::Reading {
                generation,
                done: total,
                total,
            },
        );
        for (at, document) in collection.documents.iter().enumerate() {
            let progress = pipeline::Progress {
                done: at + 1,
                total,
                left: None,
            };
            let documents = vec![document.clone()];
            self.tell(
                "read",
                Report::Analysed {
                    generation,
                    documents,
                    progress,
                },
            );
        }
        self.tell("read", Report::Gathering { generation });
        let collection = Box::new(collection.into());
        self.tell(
            "read",
            Report::Finished {
                generation,
                collection,
            },
        );
    }

    /// The saving thread: orders are carried out at once, its answers come later.
    fn save(&mut self, order: SaveOrder) {
        let saved = |open: &[PathBuf]| SaveState::Saved {
            path: open.first().cloned().unwrap_or_default(),
            is_elsewhere: false,
        };
        let report = match order {
            SaveOrder::Begin {
                generation,
                collection,
            } => {
                let key = collection.roots.clone();
                let known = self
                    .disk
                    .entry(key.clone())
                    .or_insert_with(|| (*collection).clone());
                known.articles.clone_from(&collection.articles);
                let ledger = Ok(Box::new(known.ledger.clone()));
                self.open = Some(key);
                SaveReport::Begun {
                    generation,
                    ledger,
                    state: SaveState::Nothing,
                }
            }
            SaveOrder::Open { generation, path } => {
                let key = vec![path];
                let contents = self.disk.get(&key).cloned();
                self.open = contents.is_some().then_some(key);
                SaveReport::Opened {
                    generation,
                    contents: contents
                        .map(Box::new)
                        .ok_or_else(|| FileError::System("there is no such file".to_owned())),
                    state: SaveState::Nothing,
                }
            }
            SaveOrder::Keep(change) => {
                let Some(open) = &self.open else { return };
                let contents = self.disk.get_mut(open).expect("what is open");
                assert!(contents.ledger.take(change), "nothing to change on disk");
                SaveReport::State(saved(open))
            }
            SaveOrder::SaveAs { path, .. } => {
                let Some(open) = &self.open else { return };
                let contents = self.disk[open].clone();
                let key = vec![path.clone()];
                self.disk.insert(key.clone(), contents);
                let state = saved(&key);
                self.open = Some(key);
                SaveReport::SavedAs {
                    path,
                    result: Ok(()),
                    state,
                }
            }
            SaveOrder::Again => return,
            SaveOrder::Close => {
                self.open = None;
                return;
            }
        };
        self.tell("save", Report::Saving(report));
    }

    /// Lets one job tell the next thing.
    fn answer(&mut self, nth: usize) -> bool {
        self.waiting.retain(|_, reports| !reports.is_empty());
        let jobs: Vec<&'static str> = self.waiting.keys().copied().collect();
        let Some(job) = (!jobs.is_empty()).then(|| jobs[nth % jobs.len()]) else {
            return false;
        };
        let reports = self.waiting.get_mut(job).expect("a job");
        let first = reports.pop_front().expect("something to tell");
        let mut told = vec![first];
        // Several come with one frame now and then.
        if nth.is_multiple_of(3) {
            told.extend(reports.pop_front());
        }
        self.command(Command::Reports(told));
        true
    }

    fn article(&self, nth: usize) -> ArticleId {
        let documents = self
            .session
            .review
            .as_ref()
            .map_or(&[][..], |r| r.documents());
        match documents.get(nth % documents.len().max(1)) {
            Some(document) if !nth.is_multiple_of(17) => document.article.id.clone(),
            _ => ArticleId::new("nobody"),
        }
    }

    fn act(&mut self, step: Move) {
        let command = match step {
            Move::Act(nth) => Command::Act(Action::ALL[nth % Action::ALL.len()]),
            Move::Open(folder, how) => Command::Open(vec![PathBuf::from(folder.to_string())], how),
            Move::OpenReview(nth) => {
                let path = PathBuf::from(format!("/saved/{}.crossread", nth % 3));
                Command::Open(vec![path], OpenHow::Replace)
            }
            Move::AnswerDropped(answer) => Command::AnswerDropped(answer),
            Move::SaveAs(nth) => {
                self.command(Command::TypeSavePath(format!("/saved/{nth}")));
                Command::AnswerSaveAs(self.open.is_some() && self.session.loading.is_none())
            }
            Move::Show(nth) => Command::Show(SCREENS[nth % SCREENS.len()]),
            Move::Read(nth) => Command::Read(self.article(nth)),
            Move::Entity(nth) => {
                Command::ChooseEntity((!nth.is_multiple_of(5)).then_some(EntityId(nth as u32 % 12)))
            }
            Move::Claim(nth) => {
                Command::ChooseClaim((!nth.is_multiple_of(5)).then_some(ClaimId(nth as u32 % 12)))
            }
            Move::Compare(a, b) => Command::Compare(self.article(a), self.article(b)),
            Move::Side(nth) => {
                let side = if nth.is_multiple_of(2) {
                    Side::Left
                } else {
                    Side::Right
                };
                Command::SetSide(side, self.article(nth))
            }
            Move::Card(nth) => Command::OpenCard(match nth % 4 {
                0 => Card::Name(EntityId(nth as u32 % 12), None),
                1 => Card::Article(self.article(nth)),
                2 => Card::Claim(ClaimId(nth as u32 % 12), Some(nth % 3)),
                _ => Card::Note(About::Article(self.article(nth)), "a note".to_owned()),
            }),
            Move::Correct(kind, nth) => match self.correction(kind, nth) {
                Some(correction) => Command::Correct(Box::new(correction)),
                None => return,
            },
            Move::Note(kind, nth) => {
                let about = About::Article(self.article(nth));
                let text = format!("note {nth}");
                Command::Note(Box::new(match kind {
                    0 => NoteAct::Write { about, text },
                    1 => NoteAct::Tag { about, tag: text },
                    _ => NoteAct::Untag { about, tag: text },
                }))
            }
            Move::StepTo(acts) => Command::StepTo(acts),
            Move::Search(nth) => Command::SearchFor(Box::new(SearchFor {
                query: ["gate", "Wexley said", "", "“", "nobody -x"][nth % 5].to_owned(),
                entity: nth.is_multiple_of(3).then_some(EntityId(nth as u32 % 12)),
                kind: nth.is_multiple_of(4).then_some(MentionKind::Person),
                outlet: nth.is_multiple_of(7).then_some(nth % 4),
            })),
            Move::Palette(nth) => {
                let query = ["", "te", "gate", "show"][nth % 4].to_owned();
                let palette = PaletteState {
                    query,
                    ..PaletteState::default()
                };
                let items = palette_items(&self.session, &palette);
                match items.get(nth % items.len().max(1)) {
                    Some(item) => Command::RunPalette(item.target.clone()),
                    None => return,
                }
            }
            Move::Answer(nth) => {
                self.answer(nth);
                return;
            }
        };
        self.command(command);
    }

    /// A correction of something that is there.
    fn correction(&self, kind: usize, nth: usize) -> Option<Correction> {
        let review = self.session.review.as_ref()?;
        let entities = review.analysis().entities.len().max(1) as u32;
        let entity = review.entity_ref(EntityId(nth as u32 % entities));
        let other = review.entity_ref(EntityId((nth as u32 + 1) % entities));
        let article = self.article(nth);
        let mention = || {
            let document = review.document(&article)?;
            let found = review.findings(&article)?.mentions.get(nth % 4)?;
            Quote::of(&document.article, Field::Text, found.span)
        };
        Some(match kind {
            0 => Correction::Rename {
                entity: entity?,
                name: format!("name {}", nth % 5),
            },
            1 => Correction::Merge {
                keep: entity?,
                other: other?,
            },
            2 => Correction::NotAnEntity { entity: entity? },
            3 => Correction::NotAMention {
                mention: mention()?,
                scope: Scope::ALL[nth % 3],
            },
            4 => Correction::Split {
                mention: mention()?,
                scope: Scope::ALL[nth % 3],
                name: None,
            },
            5 => Correction::SetOutlet {
                article,
                outlet: (!nth.is_multiple_of(3)).then(|| format!("outlet {}", nth % 4)),
            },
            _ => Correction::SetTitle {
                article,
                title: Some(format!("title {}", nth % 4)),
            },
        })
    }

    /// Everything has answered: nothing is under way, and all accounts agree.
    fn rest(&mut self) {
        let mut turns = 0;
        while self.answer(turns) {
            turns += 1;
            assert!(turns < 100_000, "it never comes to rest");
        }
        let session = &self.session;
        assert!(
            session.loading.is_none(),
            "still reading: {:?}",
            session.loading
        );
        assert!(!session.is_laying, "still laying corrections over it");
        assert!(!session.comparing.is_pending, "still comparing");
        let Some(review) = &session.review else {
            return;
        };
        assert!(!review.is_partial);
        if let Some(open) = &self.open {
            let entries =
                |entries: &[Entry]| entries.iter().map(|e| e.act.clone()).collect::<Vec<_>>();
            let on_disk = &self.disk[open].ledger;
            assert_eq!(
                entries(on_disk.standing()),
                entries(review.ledger().standing())
            );
        }
        let mut anew = review.clone();
        let laid = review.laying().lay().expect("whole weights");
        anew.lay(laid);
        assert_eq!(
            anew.analysis(),
            review.analysis(),
            "what is shown is not what was decided"
        );
        self.look();
    }

    /// Every screen can be made out of what there is.
    fn look(&self) {
        let session = &self.session;
        let Some(review) = &session.review else {
            return;
        };
        let rows = view::claims::rows(review, &session.claims);
        view::claims::coverage(review, &rows);
        view::people::rows(review, &session.people);
        view::timeline::timeline(review, &session.timeline);
        view::read::article_list(review, session.read.days);
        view::sources::rows(review);
        for id in session.article.iter().chain(&session.comparing.left) {
            view::read::page(review, id);
        }
        if let Some(claim) = session.claim {
            view::claims::detail(review, claim);
        }
        if let Some(entity) = session.entity {
            view::people::detail(review, entity);
        }
    }
}

const SCREENS: [Screen; 5] = [
    Screen::Read,
    Screen::Claims,
    Screen::Timeline,
    Screen::Compare,
    Screen::People,
];

/// What is remembered of the session to see what a command changed.
struct Before {
    generation: u64,
    revision: u64,
    ledger: Option<Ledger>,
}

impl Before {
    fn of(session: &Session) -> Self {
        Self {
            generation: session.generation,
            revision: session.revision,
            ledger: session
                .review
                .as_ref()
                .map(|review| review.ledger().clone()),
        }
    }

    fn check(self, session: &Session, effects: &[Effect], said: &str) {
        assert!(session.generation >= self.generation, "{said}");
        assert!(session.revision >= self.revision, "{said}");
        let zoom = session.settings.zoom;
        assert!(ZOOM_RANGE.contains(&zoom), "{said}: zoom {zoom}");
        if let Some(review) = &session.review
            && !review.documents().is_empty()
        {
            assert!(session.article.is_some(), "{said}: no article is chosen");
        }
        // Whatever was done to the ledger was told to the disk, and the other way round.
        let kept = effects.iter().filter_map(|effect| match effect {
            Effect::Save(SaveOrder::Keep(change)) => Some(change.clone()),
            _ => None,
        });
        let kept: Vec<Change> = kept.collect();
        if session.generation == self.generation
            && let (Some(mut ledger), Some(review)) = (self.ledger, &session.review)
            && !said.starts_with("Reports")
        {
            for change in kept {
                assert!(ledger.take(change), "{said}: nothing to change");
            }
            assert_eq!(&ledger, review.ledger(), "{said}");
        }
    }
}

#[test]
fn any_acts_in_any_order_leave_the_session_whole() {
    let commands = std::env::var("CROSSREAD_TEST_COMMANDS");
    let commands = commands.map_or(COMMANDS, |number| number.parse().expect("a number"));
    let sessions = (commands / COMMANDS_A_SESSION).max(1) as u32;
    let config = ProptestConfig {
        max_shrink_iters: 400,
        failure_persistence: None,
        ..ProptestConfig::with_cases(sessions)
    };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let strategy = prop::collection::vec(moves(), COMMANDS_A_SESSION);
    let done = runner.run(&strategy, |moves| {
        let mut world = World::new();
        world.command(Command::Act(Action::OpenSample));
        for (at, step) in moves.into_iter().enumerate() {
            world.act(step);
            if at % 10 == 0 {
                world.look();
            }
        }
        world.rest();
        Ok(())
    });
    if let Err(failure) = done {
        panic!("{failure}");
    }
}
