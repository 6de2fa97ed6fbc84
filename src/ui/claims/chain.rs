//! The chain of origin as a drawing: each origin, and below it who tells the claim on its word.

use egui::{Sense, Stroke, Ui, pos2, vec2};

use super::super::theme::{GAP, HALF, TWICE, Tokens, Type, outlet_mark, outlet_shape, rich_in};
use super::super::widgets::{group_heading, link, paragraph, why_ui};
use crate::review::Review;
use crate::session::Command;
use crate::ui::Outbox;
use crate::ui::{phrases, words};
use crate::view::claims::{ClaimDetail, Wording};
use crate::view::labels::outlet_day_within;
use crate::view::{evidence, wording};

/// From the left edge to the line that binds an origin to its tellings.
const TRUNK: f32 = 7.0;
/// Height of a telling.
const BRANCH: f32 = 22.0;
/// Letters that the day beside a name takes, with the marks around the name.
const DAY_LETTERS: usize = 14;
/// The most tellings of one origin that are drawn.
const DRAWN_MAX: usize = 12;

/// Draws where a claim came from.
pub(super) fn chain_ui(ui: &mut Ui, review: &Review, detail: &ClaimDetail, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let count = detail.origins.len();
    let heading = if count > 1 {
        phrases::independent_origins(count)
    } else {
        phrases::origins(count)
    };
    group_heading(ui, &heading);
    ui.add_space(HALF);
    let origins = detail.origins.iter().zip(&detail.chains).enumerate();
    for (position, (line, told)) in origins {
        let root = ui
            .horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
                let center = pos2(rect.left() + TRUNK, rect.center().y);
                ui.painter().circle_filled(center, 5.0, tokens.accent);
                ui.label(rich_in(line, Type::Strong, tokens.ink));
                let proofs = || evidence::origin(review, detail.id, position);
                ui.push_id(("origin", position), |ui| {
                    why_ui(ui, words::LINK_WHY, proofs, outbox);
                });
                center
            })
            .inner;
        let mut last = root;
        for position in told.iter().take(DRAWN_MAX) {
            if let Some(wording) = detail.wordings.get(*position) {
                last = branch_ui(ui, review, wording, root.x, outbox);
            }
        }
        let line = Stroke::new(1.5, tokens.secondary);
        ui.painter()
            .vline(root.x, root.y + 5.0..=last.y.max(root.y + 5.0), line);
        let more = told.len().saturating_sub(DRAWN_MAX);
        if more > 0 {
            let line = phrases::and_more(more);
            paragraph(ui, &line, Type::Small, tokens.secondary);
        }
        ui.add_space(GAP);
    }
    ui.add_space(TWICE - GAP);
}

/// One telling on a branch; gives where the branch leaves the trunk.
fn branch_ui(
    ui: &mut Ui,
    review: &Review,
    told: &Wording,
    trunk: f32,
    outbox: &mut Outbox,
) -> egui::Pos2 {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(40.0, BRANCH - 4.0), Sense::hover());
        let leaves = pos2(trunk, rect.center().y);
        let mark = pos2(rect.left() + 32.0, rect.center().y);
        let line = Stroke::new(1.5, tokens.secondary);
        ui.painter().hline(leaves.x..=mark.x - 8.0, leaves.y, line);
        let color = tokens.outlet(told.outlet);
        outlet_mark(
            ui.painter(),
            outlet_shape(told.outlet),
            mark,
            5.0,
            color,
            false,
        );
        let certainty = wording::certainty(told.certainty);
        // A letter is so wide on average; the certainty keeps its room beside the name.
        let letters = (ui.available_width() / 6.0) as usize;
        let room = letters.saturating_sub(certainty.chars().count() + 3);
        let opening = room.saturating_sub(DAY_LETTERS).clamp(12, 44);
        let name = outlet_day_within(review, &told.place.0, opening);
        let name = wording::shortened(&name, room.max(12));
        if link(ui, &name).on_hover_text(words::GO_TO_PLACE).clicked() {
            outbox.send(Command::GoTo(told.place.0.clone(), told.place.1));
        }
        ui.label(rich_in(certainty, Type::Small, tokens.secondary));
        leaves
    })
    .inner
}
