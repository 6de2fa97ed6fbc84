//! An article that the reader has begun to read stays while the rest of the collection is read.

use crossread::session::{Loading, Phase, Screen, Session};
use egui::{Event, Key, Modifiers, MouseWheelUnit, Theme, TouchPhase, pos2, vec2};

use crate::harness::{TestWindow, open_story, press, window};

/// A window in which the rest of the story is still being read.
fn still_reading() -> TestWindow {
    let session = Session {
        loading: Some(Loading {
            phase: Phase::Gathering,
            name: "Halvane ferry".to_owned(),
            roots: Vec::new(),
            keeps_open: false,
            is_stopping: false,
            kept: None,
            ready: Vec::new(),
        }),
        ..open_story(Screen::Read)
    };
    let harness = window(session, vec2(1280.0, 420.0), Theme::Light);
    assert!(!harness.state().session().is_reading);
    harness
}

#[test]
fn scrolling_a_page_is_reading_it() {
    let mut harness = still_reading();
    harness.event(Event::PointerMoved(pos2(600.0, 250.0)));
    harness.run_ok();
    assert!(!harness.state().session().is_reading);
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -60.0),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    harness.run_ok();
    assert!(harness.state().session().is_reading);
}

#[test]
fn a_key_is_reading_too() {
    let mut harness = still_reading();
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert!(harness.state().session().is_reading);
}
