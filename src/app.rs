//! The window: `impl eframe::App`, and what starts it.
//!
//! The one place that knows the session, its jobs and the screens. A frame has phases: take what
//! jobs report, draw with the state read-only, apply the commands, run their effects.

mod clipboard;
mod dialogs;
mod error;
mod picture;
mod start;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, ThemePreference, Ui};

pub use error::AppError;
pub use start::{Options, run};

use crate::review::file::ReviewFolder;
use crate::session::{
    Command, Effect, Jobs, RecentStore, Session, Settings, ThemeChoice, Waker, apply, list,
};
use crate::ui::{self, Screens};

/// Reports within this time come with one frame.
const WAKE_AFTER: Duration = Duration::from_millis(33);

/// What the window remembers is stored under this name.
const SETTINGS_KEY: &str = "settings";

/// The window.
#[derive(Debug)]
pub struct Window {
    session: Session,
    jobs: Jobs,
    screens: Screens,
    /// Settings as the context has them, to set them only when they change.
    shown: Option<Settings>,
}

impl Window {
    /// A window on a session.
    ///
    /// Without a folder for reviews nothing that the reader does is kept on disk.
    pub fn new(
        ctx: &Context,
        mut session: Session,
        recent: RecentStore,
        reviews: Option<ReviewFolder>,
    ) -> Self {
        Self::dress(ctx);
        let ctx = ctx.clone();
        let waker: Waker = Arc::new(move || ctx.request_repaint_after(WAKE_AFTER));
        let mut jobs = Jobs::new(waker, recent, reviews);
        for effect in list(&mut session) {
            jobs.run(effect);
        }
        Self {
            session,
            jobs,
            screens: Screens::default(),
            shown: None,
        }
    }

    /// Gives a context the faces and the style of Crossread.
    pub fn dress(ctx: &Context) {
        ui::theme::install_fonts(ctx);
        ui::theme::install_style(ctx, false, false);
        // Sizes are changed by our own commands, so that they are remembered and bounded.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
    }

    /// The same window, with what is analysed kept in this folder for the next time.
    #[must_use]
    pub fn with_cache(mut self, folder: Option<PathBuf>) -> Self {
        self.jobs = self.jobs.with_cache(folder);
        self
    }

    /// What is shown.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Does what is asked, and what follows from it.
    pub fn command(&mut self, ctx: &Context, command: Command) {
        for effect in apply(&mut self.session, command) {
            match self.jobs.run(effect) {
                Some(Effect::PickFolder) => dialogs::pick_folders(self.jobs.reporter()),
                Some(Effect::PickReview) => dialogs::pick_review(self.jobs.reporter()),
                Some(Effect::PickSavePath(name)) => {
                    dialogs::pick_save_path(&name, self.jobs.reporter());
                }
                Some(Effect::PickTakePath { name, is_folder }) => {
                    dialogs::pick_take_path(&name, is_folder, self.jobs.reporter());
                }
                Some(Effect::Copy(copied)) => clipboard::copy(ctx, copied),
                Some(Effect::Picture(order)) => {
                    picture::take(ctx, order, self.jobs.reporter());
                }
                Some(Effect::Quit) => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
                Some(_) | None => {}
            }
        }
    }

    /// Takes what jobs report. Runs also while the window is hidden.
    pub fn work(&mut self, ctx: &Context) {
        let reports = self.jobs.reports();
        if !reports.is_empty() {
            self.command(ctx, Command::Reports(reports));
        }
        if self.shown.as_ref() != Some(&self.session.settings) {
            let wanted = self.session.settings.clone();
            ctx.set_zoom_factor(wanted.zoom);
            ctx.set_theme(match wanted.theme {
                ThemeChoice::System => ThemePreference::System,
                ThemeChoice::Light => ThemePreference::Light,
                ThemeChoice::Dark => ThemePreference::Dark,
            });
            ui::theme::install_style(ctx, wanted.high_contrast, wanted.is_calm);
            self.shown = Some(wanted);
        }
    }

    /// Draws a frame and does what it asks for.
    pub fn draw(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let commands = ui::draw(ui, &self.session, &mut self.screens);
        if !commands.is_empty() {
            // What a click changed is seen in the frame after it.
            ctx.request_repaint();
        }
        for command in commands {
            self.command(&ctx, command);
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.work(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, SETTINGS_KEY, &self.session.settings);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

/// What was remembered, or the usual.
fn settings(storage: Option<&dyn eframe::Storage>) -> Settings {
    storage
        .and_then(|storage| eframe::get_value(storage, SETTINGS_KEY))
        .unwrap_or_default()
}
