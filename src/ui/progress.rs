//! How far reading has come: in the foot line, and large while there is nothing to read yet.

use egui::{ProgressBar, Ui};

use super::Outbox;
use super::keys::tooltip;
use super::theme::{TWICE, Tokens, Type, rich_in};
use super::widgets::{heading, paragraph, plain_button, quiet_button};
use crate::pipeline::Progress;
use crate::session::{Action, Loading, Phase, Session};
use crate::ui::{phrases, words};

/// What is being done, in words, and how much of it is done, 0 to 1.
fn words(loading: &Loading) -> (String, f32) {
    let share = |done: usize, total: usize| done as f32 / total.max(1) as f32;
    if loading.is_stopping {
        return (words::STOPPING.to_owned(), 0.0);
    }
    match loading.phase {
        Phase::Looking => (words::LOOKING_FOR_ARTICLES.to_owned(), 0.0),
        Phase::Reading { done, total } => (phrases::reading(done, total), 0.3 * share(done, total)),
        Phase::Analysing(Progress { done, total, left }) => (
            phrases::finding(done, total, left),
            0.6_f32.mul_add(share(done, total), 0.3),
        ),
        Phase::Gathering => (words::GATHERING.to_owned(), 0.95),
    }
}

/// In the foot line, with a way to stop.
pub(super) fn foot_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let Some(loading) = &session.loading else {
        return;
    };
    let tokens = Tokens::of(ui);
    let (line, share) = words(loading);
    ui.add(
        ProgressBar::new(share)
            .desired_width(120.0)
            .desired_height(8.0)
            .fill(tokens.accent),
    );
    ui.label(rich_in(line, Type::Small, tokens.ink));
    if !loading.is_stopping {
        let action = Action::CancelReading;
        let response = quiet_button(ui, action.text()).on_hover_text(tooltip(ui.ctx(), action));
        if response.clicked() {
            outbox.send(action);
        }
    }
}

/// Large, while there is nothing to read yet.
pub(super) fn waiting_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let Some(loading) = &session.loading else {
        return;
    };
    let tokens = Tokens::of(ui);
    let (line, share) = words(loading);
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.34);
        heading(ui, &loading.name, Type::Headline, 1);
        paragraph(ui, &line, Type::Lead, tokens.secondary);
        ui.add_space(TWICE);
        ui.add(
            ProgressBar::new(share)
                .desired_width(320.0)
                .desired_height(8.0)
                .fill(tokens.accent),
        );
        ui.add_space(TWICE);
        if !loading.is_stopping && plain_button(ui, Action::CancelReading.text()).clicked() {
            outbox.send(Action::CancelReading);
        }
    });
}
