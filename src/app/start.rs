//! Starting the window: its size and place, the display, what is opened first.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::rc::Rc;

use egui::ViewportBuilder;

use super::{AppError, Window, settings};
use crate::pipeline::Cache;
use crate::review::file::ReviewFolder;
use crate::session::{Action, Command, OpenHow, RecentStore, Session};

/// What the window opens first.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders and files.
    pub roots: Vec<PathBuf>,
    /// Whether the sample story is opened.
    pub with_sample: bool,
}

/// Shows the window until the reader closes it.
///
/// # Errors
/// When there is no display, or no graphics on it; when the program breaks down.
pub fn run(options: Options) -> Result<(), AppError> {
    if !has_display() {
        return Err(AppError::no_display());
    }
    let has_opened = Rc::new(Cell::new(false));
    let opened = Rc::clone(&has_opened);
    let recent = RecentStore::of_this_user();
    let start = move |cc: &eframe::CreationContext<'_>| -> Result<
        Box<dyn eframe::App>,
        Box<dyn std::error::Error + Send + Sync>,
    > {
        // From here on it is no matter of the display: what breaks down is told in full.
        drop(panic::take_hook());
        opened.set(true);
        let session = Session::new(settings(cc.storage), recent.load());
        let reviews = Some(ReviewFolder::of_this_user());
        let mut window = Window::new(&cc.egui_ctx, session, recent, reviews)
            .with_cache(Cache::folder_of_this_user());
        if !options.roots.is_empty() {
            let command = Command::Open(options.roots, OpenHow::Replace);
            window.command(&cc.egui_ctx, command);
        } else if options.with_sample {
            window.command(&cc.egui_ctx, Command::Act(Action::OpenSample));
        }
        Ok(Box::new(window))
    };
    // A missing library of the display is a panic inside the window crates: it is said in words, and
    // only there.
    panic::set_hook(Box::new(|_| {}));
    let run = || eframe::run_native("crossread", native_options(), Box::new(start));
    let ended = catch_unwind(AssertUnwindSafe(run));
    drop(panic::take_hook());
    match ended {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(AppError::of(&error)),
        Err(panic) if has_opened.get() => Err(AppError::BrokeDown(words_of(&*panic))),
        Err(panic) => Err(AppError::panicked(&words_of(&*panic))),
    }
}

/// The words of a panic.
fn words_of(panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    words
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("the graphics broke down")
        .to_owned()
}

#[cfg(target_os = "linux")]
fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET")
}

#[cfg(not(target_os = "linux"))]
fn has_display() -> bool {
    true
}

fn native_options() -> eframe::NativeOptions {
    let mut options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Crossread")
            .with_app_id("crossread")
            .with_inner_size([1280.0, 840.0])
            .with_min_inner_size([640.0, 480.0])
            .with_drag_and_drop(true),
        ..eframe::NativeOptions::default()
    };
    prefer_x11(&mut options);
    options
}

/// Wayland gives no file drops to winit 0.30, so the X server is asked first where there is one.
#[cfg(target_os = "linux")]
fn prefer_x11(options: &mut eframe::NativeOptions) {
    use winit::platform::x11::EventLoopBuilderExtX11 as _;
    if std::env::var_os("DISPLAY").is_some_and(|display| !display.is_empty()) {
        options.event_loop_builder = Some(Box::new(|builder| {
            builder.with_x11();
        }));
    }
}

#[cfg(not(target_os = "linux"))]
fn prefer_x11(_options: &mut eframe::NativeOptions) {}
