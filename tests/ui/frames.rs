//! How long a frame takes with ten thousand articles open, and while a folder is read: measurements,
//! run by hand.
//!
//! `cargo test --release --features window-tests --test ui frames -- --ignored --nocapture`

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use crossread::model::ClaimId;
use crossread::session::{Command, OpenHow, Screen, Session, Settings};
use crossread::view::timeline::TimelineShape;
use egui::{Event, MouseWheelUnit, Pos2, Theme, pos2, vec2};

use crate::harness::{TestWindow, open_collection, window};
use crate::{made, story};

const ARTICLES: usize = 10_000;
const FRAMES: usize = 120;
/// Frames until a screen stands that a job has to fill.
const COMING: usize = 60;
/// A frame at sixty a second.
const FRAME: Duration = Duration::from_micros(16_667);

/// A screen with what is open on it, and where the pointer is while the wheel is turned.
struct Case {
    name: &'static str,
    screen: Screen,
    open: fn(&mut Session),
    pointer: Pos2,
}

const LIST: Pos2 = pos2(150.0, 500.0);
const PAGE: Pos2 = pos2(620.0, 500.0);
const SIDE: Pos2 = pos2(1150.0, 500.0);

fn cases() -> Vec<Case> {
    let case = |name, screen, pointer, open| Case {
        name,
        screen,
        open,
        pointer,
    };
    let named: fn(&mut Session) = |session| session.entity = Some(story::EVERYWHERE);
    let nothing: fn(&mut Session) = |_| {};
    vec![
        case("Read, the list", Screen::Read, LIST, nothing),
        case("Read, the page", Screen::Read, PAGE, nothing),
        case("Read, places of a name in all", Screen::Read, SIDE, named),
        case("Claims, the table", Screen::Claims, PAGE, nothing),
        case("Claims, the grid", Screen::Claims, PAGE, |session| {
            session.claims.shows_grid = true;
        }),
        case("Claims, one opened", Screen::Claims, SIDE, |session| {
            session.claim = Some(ClaimId(1));
        }),
        case("Timeline, lanes", Screen::Timeline, PAGE, nothing),
        case("Timeline, bars", Screen::Timeline, PAGE, |session| {
            session.timeline.shape = TimelineShape::Bars;
        }),
        case("Compare", Screen::Compare, PAGE, nothing),
        case("People", Screen::People, PAGE, nothing),
        case("People, one in all opened", Screen::People, SIDE, named),
    ]
}

/// The frames from choosing a screen until it stands, and then those of scrolling.
#[test]
#[ignore = "a measurement"]
fn every_screen_while_scrolling_with_ten_thousand_articles() {
    let collection = story::many(ARTICLES);
    for case in cases() {
        let other = if case.screen == Screen::Compare {
            Screen::Read
        } else {
            Screen::Compare
        };
        let mut session = open_collection(other, collection.clone());
        (case.open)(&mut session);
        let mut harness = window(session, vec2(1280.0, 800.0), Theme::Light);
        harness.event(Event::PointerMoved(case.pointer));
        harness.step();
        let ctx = harness.ctx.clone();
        let mut coming = Vec::new();
        let before = own_time();
        let opened = harness.state_mut().window_mut();
        opened.command(&ctx, Command::Show(case.screen));
        coming.push(own_time().saturating_sub(before));
        for _ in 0..COMING {
            coming.push(stepped(&mut harness));
            std::thread::park_timeout(FRAME);
        }
        assert_eq!(harness.state().session().screen, case.screen);
        tell(&format!("{}, until it stands", case.name), coming);
        let mut times: Vec<Duration> = Vec::with_capacity(FRAMES);
        for _ in 0..FRAMES {
            harness.event(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, -80.0),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
                modifiers: egui::Modifiers::NONE,
            });
            times.push(stepped(&mut harness));
        }
        tell(&format!("{}, scrolled", case.name), times);
    }
}

/// What one frame takes of this thread's own time.
fn stepped(harness: &mut TestWindow) -> Duration {
    let before = own_time();
    harness.step();
    own_time().saturating_sub(before)
}

/// Folders of made articles of 200, or of `CROSSREAD_FRAMES_ARTICLES`; frames that come later than
/// two after the one before are told with what was being done.
#[test]
#[ignore = "a measurement"]
fn every_frame_while_a_folder_is_read() {
    let wanted = std::env::var("CROSSREAD_FRAMES_ARTICLES").ok();
    let articles = wanted.and_then(|wanted| wanted.parse().ok()).unwrap_or(200);
    let folder = tempfile::tempdir().expect("a folder");
    made::write(folder.path(), articles, 1);
    for screen in [
        Screen::Read,
        Screen::Claims,
        Screen::Timeline,
        Screen::People,
    ] {
        let start = Session::new(Settings::default(), Vec::new());
        let mut harness = window(start, vec2(1440.0, 900.0), Theme::Light);
        let ctx = harness.ctx.clone();
        let roots = vec![folder.path().to_owned()];
        let opened = harness.state_mut().window_mut();
        opened.command(&ctx, Command::Open(roots, OpenHow::Replace));
        let (mut own, mut clock) = (Vec::new(), Vec::new());
        let mut after = 30;
        while after > 0 {
            let (before, begun) = (own_time(), Instant::now());
            let phase = harness
                .state()
                .session()
                .loading
                .as_ref()
                .map(|l| l.phase.clone());
            let shows = harness.state().session().screen;
            if harness.state().session().review.is_some() && shows != screen {
                let opened = harness.state_mut().window_mut();
                opened.command(&ctx, Command::Show(screen));
            }
            harness.step();
            let (spent, took) = (own_time().saturating_sub(before), begun.elapsed());
            if took > 3 * FRAME || spent > 3 * FRAME {
                println!("  {spent:?} of its own, {took:?} on the clock: {phase:?}");
            }
            own.push(spent);
            clock.push(took);
            std::thread::park_timeout(FRAME.saturating_sub(took));
            after -= u32::from(phase.is_none());
        }
        tell(&format!("{screen:?}, {articles} articles, own time"), own);
        tell(
            &format!("{screen:?}, {articles} articles, on the clock"),
            clock,
        );
    }
}

#[expect(clippy::print_stdout, reason = "the figures are the result")]
fn tell(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!(
        "{what}: {} frames, mean {:?}, median {:?}, p95 {:?}, longest {:?}",
        times.len(),
        times.iter().sum::<Duration>() / times.len() as u32,
        at(50),
        at(95),
        at(100)
    );
}

/// Time that this thread has spent on a processor, where the system tells it: other programs on the
/// machine take none of it. Elsewhere the time on the clock.
fn own_time() -> Duration {
    static BEGUN: OnceLock<Instant> = OnceLock::new();
    // The system counts a thread's time when the thread rests.
    std::thread::park_timeout(Duration::from_micros(1));
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanos.map_or_else(
        || BEGUN.get_or_init(Instant::now).elapsed(),
        Duration::from_nanos,
    )
}
