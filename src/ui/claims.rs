//! The Claims screen: filters, the table or the grid, one claim opened.

mod chain;
mod detail;
mod filters;
mod grid;
mod table;

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::Outbox;
use super::cache::Cached;
use super::theme::{GAP, NARROW, PAGE_MARGIN, Tokens, Type};
use super::widgets::{heading, link, listing_ui, paragraph, quiet_button};
use crate::review::Review;
use crate::session::{Action, Command, Listed, Session};
use crate::ui::words;
use crate::view::claims::{ClaimDetail, ClaimRow, ClaimsState, Coverage, coverage};

/// View models of the screen.
#[derive(Debug, Default)]
pub(super) struct ClaimsCache {
    coverage: Cached<u64, Coverage>,
    tops: Cached<(u64, u32, u32), Vec<f32>>,
}

/// Draws the screen.
pub(super) fn claims_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    cache: &mut ClaimsCache,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let is_wide = ui.available_width() >= NARROW;
    let opened = session.claim.and_then(|id| session.lists.claim(id));
    if let Some(opened) = opened {
        let frame = Frame::new()
            .fill(tokens.panel)
            .inner_margin(Margin::symmetric(20, 12));
        if is_wide {
            Panel::right("claim")
                .frame(frame)
                .resizable(true)
                .default_size(440.0)
                .size_range(320.0..=620.0)
                .show(ui, |ui| detail_ui(ui, review, opened, outbox));
        } else {
            CentralPanel::default().frame(frame).show(ui, |ui| {
                if link(ui, words::ALL_CLAIMS).clicked() {
                    outbox.send(Command::ChooseClaim(None));
                }
                detail_ui(ui, review, opened, outbox);
            });
            return;
        }
    }
    let frame = Frame::new()
        .fill(tokens.page)
        .inner_margin(Margin::symmetric(24, 16));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        heading(ui, Action::ShowClaims.text(), Type::Headline, 1);
        ui.add_space(GAP);
        filters::filters_ui(ui, &session.claims, review, outbox);
        ui.add_space(GAP);
        let Some(listed) = session.lists.claims() else {
            listing_ui(ui);
            return;
        };
        outbox.unless(listed.is_stale, |outbox| {
            rows_ui(ui, session, review, cache, listed, outbox);
        });
    });
}

fn detail_ui(ui: &mut Ui, review: &Review, opened: Listed<'_, ClaimDetail>, outbox: &mut Outbox) {
    outbox.unless(opened.is_stale, |outbox| {
        detail::detail_ui(ui, review, opened.list, outbox);
    });
}

/// The table, the grid, or why there is neither.
fn rows_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    cache: &mut ClaimsCache,
    listed: Listed<'_, [ClaimRow]>,
    outbox: &mut Outbox,
) {
    let rows = listed.list;
    if rows.is_empty() {
        empty_ui(ui, session, review, outbox);
    } else if session.claims.shows_grid {
        let grid = cache.coverage.get(listed.serial, || coverage(review, rows));
        grid::grid_ui(ui, &grid, outbox);
    } else {
        let scale = (ui.ctx().pixels_per_point() * 100.0) as u32;
        let width = ui.available_width() as u32;
        let key = (listed.serial, width, scale);
        let tops = cache.tops.get(key, || table::tops(ui, rows));
        table::table_ui(ui, session, rows, &tops, outbox);
    }
}

fn empty_ui(ui: &mut Ui, session: &Session, review: &Review, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    ui.add_space(PAGE_MARGIN);
    let line = if session.loading.is_some() {
        words::CLAIMS_COME_LATER
    } else if review.analysis().claims.is_empty() {
        words::NO_CLAIMS
    } else {
        words::NO_CLAIM_PASSES
    };
    paragraph(ui, line, Type::Lead, tokens.secondary);
    if line == words::NO_CLAIMS {
        ui.add_space(GAP);
        paragraph(ui, words::WHAT_IS_A_CLAIM, Type::Ui, tokens.secondary);
        ui.add_space(GAP);
        if quiet_button(ui, words::READ_THE_ARTICLES).clicked() {
            outbox.send(Action::ShowRead);
        }
    }
    if session.claims.is_filtered() {
        ui.add_space(GAP);
        if quiet_button(ui, words::SHOW_ALL_CLAIMS).clicked() {
            outbox.send(Command::SetClaims(ClaimsState::default()));
            outbox.send(Command::SetDays(None));
        }
    }
}
