//! How long a frame takes with ten thousand articles open: a measurement, run by hand.
//!
//! `cargo test --release --features window-tests --test ui frames -- --ignored --nocapture`

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use crossread::session::Screen;
use egui::{Event, MouseWheelUnit, Theme, pos2, vec2};

use crate::harness::{open_collection, window};
use crate::story;

const ARTICLES: usize = 10_000;
const FRAMES: usize = 120;

#[test]
#[ignore = "a measurement"]
fn every_screen_while_scrolling_with_ten_thousand_articles() {
    let collection = story::many(ARTICLES);
    for screen in [
        Screen::Read,
        Screen::Claims,
        Screen::Timeline,
        Screen::Compare,
        Screen::People,
    ] {
        let session = open_collection(screen, collection.clone());
        let mut harness = window(session, vec2(1280.0, 800.0), Theme::Light);
        harness.event(Event::PointerMoved(pos2(150.0, 500.0)));
        harness.step();
        let mut times: Vec<Duration> = Vec::with_capacity(FRAMES);
        for _ in 0..FRAMES {
            harness.event(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, -80.0),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
                modifiers: egui::Modifiers::NONE,
            });
            let before = own_time();
            harness.step();
            times.push(own_time().saturating_sub(before));
        }
        times.sort();
        let at = |share: usize| times[(times.len() - 1) * share / 100];
        println!(
            "{screen:?}: mean {:?}, median {:?}, p95 {:?}, longest {:?}",
            times.iter().sum::<Duration>() / FRAMES as u32,
            at(50),
            at(95),
            at(100)
        );
    }
}

/// Time that this thread has spent on a processor, where the system tells it: other programs on the
/// machine take none of it. Elsewhere the time on the clock.
fn own_time() -> Duration {
    static BEGUN: OnceLock<Instant> = OnceLock::new();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanos.map_or_else(
        || BEGUN.get_or_init(Instant::now).elapsed(),
        Duration::from_nanos,
    )
}
