//! The tour: a strip above the foot line, that covers nothing.

use egui::{Align, Frame, Label, Layout, Margin, Panel, Ui};

use super::Outbox;
use super::theme::{GAP, Tokens, Type, rich_in};
use super::widgets::{link, paragraph, quiet_button};
use crate::session::{Command, Session, TOUR};
use crate::ui::{phrases, words};

/// Below this width the words of a step stand in lines of their own.
const LINE_MIN: f32 = 880.0;

/// Draws the step of the tour that is taken, if any.
pub(super) fn tour_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let Some((at, step)) = session.tour.and_then(|at| Some((at, TOUR.get(at)?))) else {
        return;
    };
    if session.review.is_none() || session.loading.is_some() {
        return;
    }
    let tokens = Tokens::of(ui);
    let frame = Frame::new()
        .fill(tokens.selection)
        .inner_margin(Margin::symmetric(16, 8));
    Panel::bottom("tour").frame(frame).show(ui, |ui| {
        let is_narrow = ui.available_width() < LINE_MIN;
        ui.horizontal(|ui| {
            // The buttons first, so that long words give way to them and not the other way round.
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let is_last = at + 1 == TOUR.len();
                if !is_last && link(ui, words::END_THE_TOUR).clicked() {
                    outbox.send(Command::StepTour(None));
                }
                let next = if is_last { words::DONE } else { words::NEXT };
                if quiet_button(ui, next).clicked() {
                    outbox.send(Command::StepTour(Some(at + 1)));
                }
                if at > 0 && quiet_button(ui, words::BACK).clicked() {
                    outbox.send(Command::StepTour(Some(at - 1)));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = GAP;
                    let place = phrases::step(at + 1, TOUR.len());
                    ui.label(rich_in(place, Type::Small, tokens.ink));
                    ui.label(rich_in(step.title, Type::Strong, tokens.ink));
                    if !is_narrow {
                        let words = rich_in(step.words, Type::Ui, tokens.ink);
                        ui.add(Label::new(words).wrap());
                    }
                });
            });
        });
        if is_narrow {
            paragraph(ui, step.words, Type::Ui, tokens.ink);
        }
    });
}
