//! The Compare screen: two articles side by side.

mod head;
mod row;
mod sources;

use std::collections::BTreeSet;

use egui::{Align, Frame, Margin, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::Outbox;
use super::cache::Cached;
use super::theme::{GAP, PAGE_MARGIN, Tokens, Type};
use super::widgets::{
    action_button, chip, chips_ui, heading, paragraph, quiet_button, quiet_width,
};
use crate::model::{ArticleId, ClaimId};
use crate::review::Review;
use crate::session::{Action, Command, Session};
use crate::ui::{phrases, words};
use crate::view::compare::{CompareRow, Sides, sides};
use crate::view::tellings::{Tellings, tellings};

type SidesKey = (u64, ArticleId, ArticleId, BTreeSet<usize>);

/// View models and heights of the screen.
#[derive(Debug, Default)]
pub(super) struct CompareCache {
    sides: Cached<SidesKey, Sides>,
    tellings: Cached<(u64, ClaimId, Option<usize>), Option<Tellings>>,
    tops: Cached<(SidesKey, u32, u32), Vec<f32>>,
    /// The last step to a difference that was granted.
    granted: u64,
}

/// What can be done with two articles side by side, at the right end of the first line.
const STEPS: [Action; 3] = [
    Action::PreviousDifference,
    Action::NextDifference,
    Action::CopyComparison,
];

/// Below this height what differs is counted in one line, so that rows are seen below it.
const LOW: f32 = 400.0;

/// Width of the column between the sides.
const MIDDLE: f32 = 108.0;

/// Draws the screen.
pub(super) fn compare_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    cache: &mut CompareCache,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let comparing = &session.comparing;
    if review.documents().len() < 2 {
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() * 0.34);
            heading(ui, words::ONE_ARTICLE_ALONE, Type::Headline, 1);
            let line = words::DROP_ANOTHER;
            paragraph(ui, line, Type::Lead, tokens.secondary);
        });
        return;
    }
    let is_low = ui.available_height() < LOW;
    mode_ui(ui, session, is_low, outbox);
    if comparing.by_claim {
        let told = session.claim.map(|id| {
            let key = (session.revision, id, comparing.base);
            cache
                .tellings
                .get(key, || tellings(review, id, comparing.base))
        });
        let told = told.as_deref().and_then(Option::as_ref);
        sources::sources_ui(ui, session, review, told, outbox);
        return;
    }
    let (Some(left), Some(right)) = (&comparing.left, &comparing.right) else {
        return;
    };
    let key = (
        session.revision,
        left.clone(),
        right.clone(),
        comparing.unfolded.clone(),
    );
    let shown = comparing.result.as_ref().map(|result| {
        let build = || sides(result, &comparing.unfolded);
        cache.sides.get(key.clone(), build)
    });
    let sides = shown.as_deref();
    head::head_ui(ui, session, review, (sides, is_low), outbox);
    let Some(sides) = sides else {
        waiting_ui(ui, comparing.failure.as_deref(), outbox);
        return;
    };
    if sides.rows.is_empty() {
        ui.add_space(PAGE_MARGIN);
        ui.vertical_centered(|ui| {
            let line = words::NO_TEXT;
            paragraph(ui, line, Type::Lead, tokens.secondary);
        });
        return;
    }
    rows_ui(ui, session, cache, key, sides, outbox);
}

/// Two articles, or one claim in all its sources.
fn mode_ui(ui: &mut Ui, session: &Session, is_low: bool, outbox: &mut Outbox) {
    let frame = Frame::new().inner_margin(Margin {
        left: 18,
        right: 18,
        top: 10,
        bottom: 0,
    });
    frame.show(ui, |ui| {
        chips_ui(ui, |ui| {
            for (text, by_claim) in [
                (words::TWO_ARTICLES, false),
                (words::ONE_CLAIM_EVERY_SOURCE, true),
            ] {
                if chip(ui, text, session.comparing.by_claim == by_claim).clicked() {
                    outbox.send(Command::CompareByClaim(by_claim));
                }
            }
            if !session.comparing.by_claim && session.comparing.result.is_some() {
                // Where each line counts, what is in the palette too is left to it.
                let steps = STEPS.iter().take(if is_low { 2 } else { STEPS.len() });
                let beside = ui.spacing().item_spacing.x;
                let acts = steps
                    .clone()
                    .map(|act| quiet_width(ui, act.text()) + beside);
                let room = ui.available_size_before_wrap().x - acts.sum::<f32>();
                ui.add_space(room.max(0.0));
                for action in steps {
                    action_button(ui, session, *action, outbox);
                }
            }
        });
    });
}

fn waiting_ui(ui: &mut Ui, failure: Option<&str>, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    ui.vertical_centered(|ui| {
        ui.add_space(PAGE_MARGIN * 2.0);
        let Some(reason) = failure else {
            paragraph(ui, words::COMPARING, Type::Lead, tokens.secondary);
            return;
        };
        let line = phrases::not_compared(reason);
        paragraph(ui, &line, Type::Lead, tokens.secondary);
        ui.add_space(GAP);
        if quiet_button(ui, words::TRY_AGAIN).clicked() {
            outbox.send(Action::ShowCompare);
        }
    });
}

fn rows_ui(
    ui: &mut Ui,
    session: &Session,
    cache: &mut CompareCache,
    key: SidesKey,
    sides: &Sides,
    outbox: &mut Outbox,
) {
    let width = ui.available_width();
    let side = ((width - MIDDLE) / 2.0).floor();
    let scale = (ui.ctx().pixels_per_point() * 100.0) as u32;
    let tops = cache.tops.get((key, side as u32, scale), || {
        let mut tops = vec![0.0];
        let mut top = 0.0;
        for shown in &sides.rows {
            top += row::height(ui, shown, side);
            tops.push(top);
        }
        tops
    });
    let step = session
        .comparing
        .at
        .filter(|(_, serial)| *serial > cache.granted);
    ScrollArea::vertical()
        .auto_shrink(false)
        .animated(false)
        .show_viewport(ui, |ui, viewport| {
            ui.set_height(tops.last().copied().unwrap_or(0.0) + PAGE_MARGIN);
            let origin = ui.max_rect().left_top();
            let first = tops
                .partition_point(|top| *top <= viewport.min.y)
                .saturating_sub(1);
            let bounds = tops.iter().zip(tops.iter().skip(1));
            for (position, (shown, (top, bottom))) in sides.rows.iter().zip(bounds).enumerate() {
                let rect = Rect::from_min_max(
                    origin + vec2(0.0, *top),
                    pos2(origin.x + width, origin.y + *bottom),
                );
                let number = match shown {
                    CompareRow::Pair { row, .. } | CompareRow::Folded { row, .. } => *row,
                };
                if step.is_some_and(|(wanted, _)| wanted == number) {
                    ui.scroll_to_rect(rect, Some(Align::Center));
                }
                if position < first || *top > viewport.max.y {
                    continue;
                }
                let builder = UiBuilder::new().max_rect(rect).id_salt(("row", number));
                ui.scope_builder(builder, |ui| {
                    let is_current = session.comparing.at.is_some_and(|(at, _)| at == number);
                    row::row_ui(ui, session, shown, side, is_current, outbox);
                });
            }
        });
    if let Some((_, serial)) = step {
        cache.granted = serial;
    }
}
