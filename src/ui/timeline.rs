//! The Timeline screen: claims as lanes with tellings as marks, or tellings counted in bars.

mod axis;
mod bars;
mod calendar;
mod lanes;
mod point;
mod spread;

use egui::{Frame, Margin, Rect, ScrollArea, Ui, pos2};

use super::Outbox;
use super::theme::{GAP, PAGE_MARGIN, Tokens, Type};
use super::widgets::{
    PICK_WIDTH, chip, chips_ui, days_chip_ui, heading, listing_ui, outlet_chip, paragraph, pick_ui,
    quiet_button, within,
};
use crate::model::{Interval, Story};
use crate::review::Review;
use crate::session::{Action, Command, Session};
use crate::ui::{phrases, words};
use crate::view::timeline::{Timeline, TimelineBy, TimelineShape, TimelineState, TimelineStep};
use crate::view::{labels, wording};

/// Below this height the chart would have no room beside its filters.
const LOW: f32 = 420.0;
/// Height of the chart where the screen is scrolled.
const CHART_MIN: f32 = 320.0;

/// The most outlets that have a chip of their own; those with fewer articles have none.
const CHIPS_MAX: usize = 16;

/// Draws the screen.
pub(super) fn timeline_ui(ui: &mut Ui, session: &Session, review: &Review, outbox: &mut Outbox) {
    let inner = Frame::new().inner_margin(Margin {
        left: 24,
        right: 24,
        top: 16,
        bottom: 4,
    });
    // In a low window the whole screen is scrolled, so that the chart keeps a height to read it.
    let is_low = ui.available_height() < LOW;
    let mut content = |ui: &mut Ui| {
        heading(ui, Action::ShowTimeline.text(), Type::Headline, 1);
        ui.add_space(GAP);
        let Some(listed) = session.lists.timeline() else {
            listing_ui(ui);
            return;
        };
        let shown = listed.list;
        outbox.unless(listed.is_stale, |outbox| {
            let fits = filters_ui(ui, session, review, shown, outbox);
            ui.add_space(GAP);
            if shown.is_empty() {
                empty_ui(ui, session, review, shown, outbox);
            } else {
                chart_ui(ui, session, review, shown, (fits, is_low), outbox);
            }
        });
    };
    inner.show(ui, |ui| {
        if is_low {
            ScrollArea::vertical().auto_shrink(false).show(ui, content);
        } else {
            content(ui);
        }
    });
}

/// The chart with what it leaves out said below.
fn chart_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    shown: &Timeline,
    (fits, is_low): (bool, bool),
    outbox: &mut Outbox,
) {
    const NOTES: f32 = 24.0;
    if shown.days.is_none() {
        undated_ui(ui, session, outbox);
    }
    if shown.days.is_some() || session.timeline.shape == TimelineShape::Lanes {
        signs_ui(ui, session.timeline.shape);
    }
    let mut space = ui.available_rect_before_wrap();
    if is_low {
        space.set_height(CHART_MIN);
    }
    let chart = Rect::from_min_max(space.min, pos2(space.right(), space.bottom() - NOTES));
    let layout = egui::Layout::top_down(egui::Align::Min);
    within(ui, chart, "chart", layout, |ui| {
        match session.timeline.shape {
            TimelineShape::Lanes => lanes::lanes_ui(ui, session, shown, fits, outbox),
            TimelineShape::Bars => bars::bars_ui(ui, session, review, shown, fits, outbox),
        }
    });
    let notes = Rect::from_min_max(pos2(space.left(), space.bottom() - NOTES), space.max);
    within(ui, notes, "notes", layout, |ui| gaps_ui(ui, session, shown));
    ui.allocate_rect(space, egui::Sense::hover());
}

/// What the signs of the lanes mean.
fn signs_ui(ui: &mut Ui, shape: TimelineShape) {
    let tokens = Tokens::of(ui);
    let line = match shape {
        TimelineShape::Lanes => words::LANE_SIGNS,
        TimelineShape::Bars => words::BAR_SIGNS,
    };
    paragraph(ui, line, Type::Small, tokens.secondary);
    ui.add_space(GAP);
}

/// Nothing has a day: why, and what can be done.
fn undated_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let by = session.timeline.by;
    let line = match by {
        TimelineBy::Told => words::NO_ARTICLE_HAS_A_DATE,
        TimelineBy::Happened => words::NO_CLAIM_HAS_A_DAY,
    };
    paragraph(ui, line, Type::Ui, tokens.ink);
    ui.horizontal(|ui| {
        let (words, other) = match by {
            TimelineBy::Told => (words::SHOW_WHEN_IT_HAPPENED, TimelineBy::Happened),
            TimelineBy::Happened => (words::SHOW_WHEN_IT_WAS_TOLD, TimelineBy::Told),
        };
        if quiet_button(ui, words).clicked() {
            let state = TimelineState {
                by: other,
                ..session.timeline.clone()
            };
            outbox.send(Command::SetTimeline(state));
        }
    });
    ui.add_space(GAP);
}

fn gaps_ui(ui: &mut Ui, session: &Session, shown: &Timeline) {
    let tokens = Tokens::of(ui);
    ui.add_space(4.0);
    let days = shown
        .days
        .map(|(earliest, latest)| Interval { earliest, latest });
    let mut lines = vec![wording::mentions(shown.dated + shown.undated)];
    if !shown.lanes.is_empty() {
        lines = vec![phrases::mentions_of_claims(
            shown.dated + shown.undated,
            shown.lanes.len(),
        )];
    }
    lines.extend(days.map(wording::interval));
    if shown.undated > 0 && shown.days.is_some() && session.timeline.shape == TimelineShape::Lanes {
        lines.push(phrases::undated_at_the_right(shown.undated));
    } else if shown.undated > 0 && session.timeline.shape == TimelineShape::Bars {
        lines.push(phrases::undated_in_no_bar(shown.undated));
    }
    if shown.long > 0 {
        lines.push(phrases::of_a_longer_time(shown.long));
    }
    if shown.single > 0 {
        lines.push(phrases::single_not_shown(shown.single));
    }
    if shown.more > 0 {
        lines.push(phrases::more_not_shown(shown.more));
    }
    paragraph(ui, &lines.join(" · "), Type::Small, tokens.secondary);
}

/// Draws the chips; gives whether everything should be brought into view.
fn filters_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    shown: &Timeline,
    outbox: &mut Outbox,
) -> bool {
    let state = &session.timeline;
    let mut changed = state.clone();
    let mut fits = false;
    chips_ui(ui, |ui| {
        for (words, by) in [
            (words::WHEN_IT_WAS_TOLD, TimelineBy::Told),
            (words::WHEN_IT_HAPPENED, TimelineBy::Happened),
        ] {
            if chip(ui, words, state.by == by).clicked() {
                changed.by = by;
            }
        }
        ui.add_space(GAP);
        for (words, shape) in [
            (words::LANES, TimelineShape::Lanes),
            (words::BARS, TimelineShape::Bars),
        ] {
            if chip(ui, words, state.shape == shape).clicked() {
                changed.shape = shape;
            }
        }
        if state.shape == TimelineShape::Bars {
            ui.add_space(GAP);
            for (words, step) in [
                (words::BY_DAY, TimelineStep::Day),
                (words::BY_WEEK, TimelineStep::Week),
                (words::BY_MONTH, TimelineStep::Month),
            ] {
                if chip(ui, words, state.step == step).clicked() {
                    changed.step = step;
                }
            }
        }
        ui.add_space(GAP);
        if chip(ui, words::WITH_SINGLE_CLAIMS, state.with_single).clicked() {
            changed.with_single = !state.with_single;
        }
        let stories = &review.analysis().stories;
        if stories.len() > 1 {
            let name = |story: &Story| wording::shortened(&story.name, 40);
            let words = [words::STORY, words::ALL_STORIES];
            pick_ui(ui, PICK_WIDTH, words, stories, name, &mut changed.story);
        }
        if shown.days.is_some() {
            fits = quiet_button(ui, words::SHOW_ALL_DAYS).clicked();
        }
        days_chip_ui(ui, session.read.days, outbox);
    });
    // One outlet alone has nothing to be told apart from.
    if shown.outlets.len() > 1 {
        ui.add_space(GAP);
        outlets_ui(ui, review, shown, &mut changed);
    }
    if changed != *state {
        outbox.send(Command::SetTimeline(changed));
    }
    fits
}

/// Chips by which outlets are left out.
fn outlets_ui(ui: &mut Ui, review: &Review, shown: &Timeline, state: &mut TimelineState) {
    chips_ui(ui, |ui| {
        for outlet in shown.outlets.iter().take(CHIPS_MAX) {
            let is_on = !state.hidden_outlets.contains(outlet);
            let name = labels::outlet(review, *outlet, 34);
            let clicked = outlet_chip(ui, &name, *outlet, is_on).clicked();
            if clicked && !state.hidden_outlets.remove(outlet) {
                state.hidden_outlets.insert(*outlet);
            }
        }
    });
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
        words::TIMELINE_COMES_LATER
    } else if review.analysis().claims.is_empty() {
        words::NO_CLAIMS
    } else if shown.single > 0 {
        words::NO_SHARED_CLAIM
    } else {
        words::ALL_OUTLETS_LEFT_OUT
    };
    paragraph(ui, line, Type::Lead, tokens.secondary);
    ui.add_space(GAP);
    if shown.single > 0 && quiet_button(ui, words::SHOW_SINGLE_CLAIMS).clicked() {
        let state = TimelineState {
            with_single: true,
            ..session.timeline.clone()
        };
        outbox.send(Command::SetTimeline(state));
    }
    if !session.timeline.hidden_outlets.is_empty()
        && quiet_button(ui, words::SHOW_ALL_OUTLETS).clicked()
    {
        let state = TimelineState {
            hidden_outlets: std::collections::BTreeSet::new(),
            ..session.timeline.clone()
        };
        outbox.send(Command::SetTimeline(state));
    }
}
