//! Every screen in both themes and two sizes: drawn without a fault, nothing outside the window;
//! written for a look when `CROSSREAD_PICTURES` names a folder.

use std::path::PathBuf;

use crossread::session::{Screen, Session, Settings};
use egui::accesskit::Role;
use egui::{Theme, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::harness::{TestWindow, open_story, window};

fn keep(harness: &mut TestWindow, name: &str) {
    let picture = harness.render().expect("a picture");
    let first = *picture.get_pixel(0, 0);
    let differs = picture.pixels().filter(|pixel| **pixel != first).count();
    assert!(differs > 2_000, "{name} is blank");
    if let Some(folder) = std::env::var_os("CROSSREAD_PICTURES") {
        let file = PathBuf::from(folder).join(format!("{name}.png"));
        picture.save(file).expect("written");
    }
}

#[test]
fn every_screen_in_both_themes_and_sizes() {
    for (theme, tone) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, wide) in [(vec2(900.0, 600.0), 900), (vec2(1920.0, 1080.0), 1920)] {
            let start = Session::new(Settings::default(), Vec::new());
            keep(
                &mut window(start, size, theme),
                &format!("welcome-{tone}-{wide}"),
            );
            for (screen, name) in [
                (Screen::Read, "read"),
                (Screen::Claims, "claims"),
                (Screen::Timeline, "timeline"),
                (Screen::People, "people"),
            ] {
                let mut harness = window(open_story(screen), size, theme);
                keep(&mut harness, &format!("{name}-{tone}-{wide}"));
            }
        }
    }
}

#[test]
fn nothing_reaches_beyond_the_right_edge_of_a_small_window_with_large_text() {
    // 900 by 600 at 150 percent.
    let size = vec2(600.0, 400.0);
    for screen in [
        Screen::Read,
        Screen::Claims,
        Screen::Timeline,
        Screen::Compare,
        Screen::People,
    ] {
        let harness = window(open_story(screen), size, Theme::Light);
        for role in [
            Role::Label,
            Role::Heading,
            Role::Button,
            Role::Link,
            Role::ComboBox,
            Role::TextInput,
        ] {
            for node in harness.query_all_by_role(role) {
                let rect = node.rect();
                let name = node.accesskit_node().label().unwrap_or_default();
                // What is scrolled out of view is not cut off.
                let is_in_view = rect.left() < size.x && rect.top() < size.y;
                assert!(
                    !is_in_view || rect.right() <= size.x,
                    "{screen:?}: {role:?} “{name}” ends at {}",
                    rect.right()
                );
            }
        }
    }
}
