//! A window in a harness, with the invented story open.

use std::time::{Duration, Instant};

use crossread::app::Window;
use crossread::pipeline::Collection;
use crossread::review::Review;
use crossread::review::file::ReviewFolder;
use crossread::session::{RecentStore, Screen, Session, Settings, ThemeChoice};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::soft::Soft;
use crate::story;

/// A harness around a window; the window is made in the first frame.
pub type TestWindow = Harness<'static, TestState>;

pub struct TestState {
    session: Option<Session>,
    window: Option<Window>,
}

impl TestState {
    pub fn window_mut(&mut self) -> &mut Window {
        self.window.as_mut().expect("after the first frame")
    }

    pub fn session(&self) -> &Session {
        self.window
            .as_ref()
            .expect("after the first frame")
            .session()
    }
}

/// A session with the invented story open at a screen.
pub fn open_story(screen: Screen) -> Session {
    open_collection(screen, story::collection())
}

/// A session with a collection open at a screen.
pub fn open_collection(screen: Screen, collection: Collection) -> Session {
    let review = Review::of("Halvane ferry".to_owned(), Vec::new(), collection);
    let article = review.documents().first().map(|d| d.article.id.clone());
    Session {
        review: Some(review),
        revision: 1,
        article,
        screen,
        ..Session::new(Settings::default(), Vec::new())
    }
}

/// A window of a size on a session; nothing is kept on disk.
pub fn window(session: Session, size: Vec2, theme: Theme) -> TestWindow {
    window_keeping(session, size, theme, None)
}

/// A window that keeps reviews in a folder.
pub fn window_keeping(
    mut session: Session,
    size: Vec2,
    theme: Theme,
    reviews: Option<ReviewFolder>,
) -> TestWindow {
    session.settings.theme = match theme {
        Theme::Light => ThemeChoice::Light,
        Theme::Dark => ThemeChoice::Dark,
    };
    let state = TestState {
        session: Some(session),
        window: None,
    };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .with_max_steps(60)
        .with_context_setup(Window::dress)
        .renderer(Soft::default())
        .build_ui_state(
            move |ui, state: &mut TestState| {
                let ctx = ui.ctx().clone();
                let session = &mut state.session;
                let window = state.window.get_or_insert_with(|| {
                    let session = session.take().expect("one session");
                    Window::new(&ctx, session, RecentStore::default(), reviews.clone())
                });
                window.work(&ctx);
                window.draw(ui);
            },
            state,
        );
    harness.run_ok();
    harness
}

/// A usual window with the story at a screen.
pub fn usual(screen: Screen) -> TestWindow {
    window(open_story(screen), vec2(1280.0, 800.0), Theme::Light)
}

/// Presses keys and lets the window settle.
pub fn press(harness: &mut TestWindow, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_ok();
}

/// Types words into whatever has the keyboard.
pub fn type_words(harness: &mut TestWindow, words: &str) {
    harness.event(egui::Event::Text(words.to_owned()));
    harness.run_ok();
}

/// Types into the palette and runs what comes first.
pub fn run_by_palette(harness: &mut TestWindow, words: &str) {
    press(harness, Modifiers::COMMAND, Key::K);
    type_words(harness, words);
    press(harness, Modifiers::NONE, Key::Enter);
    let limit = Duration::from_mins(1);
    wait(harness, limit, |session| session.palette.is_none());
}

/// Opens the field for words that were not marked and writes into it.
pub fn write_words_to_mark(harness: &mut TestWindow, words: &str) {
    press(harness, Modifiers::COMMAND, Key::M);
    harness
        .get_by_role_and_label(Role::TextInput, "Words to mark")
        .focus();
    harness.run_ok();
    type_words(harness, words);
}

/// Steps until `is_done`, for at most `limit`.
pub fn wait(harness: &mut TestWindow, limit: Duration, is_done: impl Fn(&Session) -> bool) {
    let begun = Instant::now();
    while !is_done(harness.state().session()) {
        assert!(
            begun.elapsed() < limit,
            "it took too long; {}",
            standing(harness)
        );
        std::thread::park_timeout(Duration::from_millis(20));
        harness.step();
    }
    harness.run_ok();
}

/// How a window stands, for the sentence of a test that failed.
fn standing(harness: &TestWindow) -> String {
    let session = harness.state().session();
    format!(
        "loading: {:?}, laying: {}, saving: {:?}, notice: {:?}",
        session.loading, session.is_laying, session.saving, session.notice
    )
}
