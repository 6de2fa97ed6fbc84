//! The Timeline screen: claims as lanes, tellings as marks of their outlets.

mod axis;
mod plot;

use egui::{Frame, Margin, Ui, vec2};

use super::Outbox;
use super::cache::Cached;
use super::theme::{GAP, PAGE_MARGIN, Tokens, Type};
use super::widgets::{chip, heading, outlet_chip, paragraph, quiet_button};
use crate::review::Review;
use crate::session::{Action, Command, Session};
use crate::view::timeline::{Timeline, TimelineBy, TimelineState, timeline};
use crate::view::wording;

/// View models of the screen.
#[derive(Debug, Default)]
pub(super) struct TimelineCache {
    timeline: Cached<(u64, TimelineState), Timeline>,
}

/// Draws the screen.
pub(super) fn timeline_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    cache: &mut TimelineCache,
    outbox: &mut Outbox,
) {
    let key = (session.revision, session.timeline.clone());
    let shown = cache
        .timeline
        .get(key, || timeline(review, &session.timeline));
    let inner = Frame::new().inner_margin(Margin::symmetric(24, 16));
    inner.show(ui, |ui| {
        heading(ui, Action::ShowTimeline.text(), Type::Headline, 1);
        ui.add_space(GAP);
        filters_ui(ui, session, review, &shown, outbox);
        ui.add_space(GAP);
        if shown.lanes.is_empty() {
            empty_ui(ui, session, review, &shown, outbox);
        } else {
            plot::plot_ui(ui, session, &shown, outbox);
        }
    });
}

fn filters_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    shown: &Timeline,
    outbox: &mut Outbox,
) {
    let state = &session.timeline;
    let mut changed = state.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        if chip(ui, "When it was told", state.by == TimelineBy::Told).clicked() {
            changed.by = TimelineBy::Told;
        }
        if chip(ui, "When it happened", state.by == TimelineBy::Happened).clicked() {
            changed.by = TimelineBy::Happened;
        }
        if chip(ui, "claims of one article too", state.with_single).clicked() {
            changed.with_single = !state.with_single;
        }
        ui.add_space(12.0);
        for outlet in &shown.outlets {
            let name = review.index().outlets.get(*outlet);
            let name = wording::outlet(name.map_or("", String::as_str));
            let is_on = !state.hidden_outlets.contains(outlet);
            let name = wording::shortened(name, 26);
            let clicked = outlet_chip(ui, &name, *outlet, is_on).clicked();
            if clicked && !changed.hidden_outlets.remove(outlet) {
                changed.hidden_outlets.insert(*outlet);
            }
        }
    });
    if changed != *state {
        outbox.send(Command::SetTimeline(changed));
    }
}

fn empty_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    shown: &Timeline,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    ui.add_space(PAGE_MARGIN);
    let line = if session.loading.is_some() {
        "The timeline comes when all articles are read."
    } else if review.analysis().claims.is_empty() {
        "No claims were found in these articles."
    } else if shown.single > 0 {
        "No claim is told by two articles or more."
    } else {
        "All outlets are left out."
    };
    paragraph(ui, line, Type::Lead, tokens.secondary);
    ui.add_space(GAP);
    if shown.single > 0 && quiet_button(ui, "Show claims of one article").clicked() {
        let state = TimelineState {
            with_single: true,
            ..session.timeline.clone()
        };
        outbox.send(Command::SetTimeline(state));
    }
    if !session.timeline.hidden_outlets.is_empty() && quiet_button(ui, "Show all outlets").clicked()
    {
        let state = TimelineState {
            hidden_outlets: std::collections::BTreeSet::new(),
            ..session.timeline.clone()
        };
        outbox.send(Command::SetTimeline(state));
    }
}
