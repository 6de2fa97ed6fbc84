//! A window in which nothing happens draws nothing.

use crossread::session::Screen;
use egui::ViewportId;

use crate::harness::usual;

#[test]
fn an_idle_window_asks_for_no_frame() {
    for screen in [
        Screen::Read,
        Screen::Claims,
        Screen::Timeline,
        Screen::People,
    ] {
        let mut harness = usual(screen);
        harness.run_steps(4);
        let output = harness
            .output()
            .viewport_output
            .get(&ViewportId::ROOT)
            .expect("the window");
        assert!(
            output.repaint_delay.as_secs() > 3600,
            "{screen:?} asks for a frame in {:?}",
            output.repaint_delay
        );
    }
}
