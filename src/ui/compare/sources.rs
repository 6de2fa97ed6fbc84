//! One claim in all its sources: a column for each, all set against one of them.

use egui::{ComboBox, CornerRadius, Frame, Label, Margin, ScrollArea, Stroke, Ui, vec2};

use super::super::theme::{
    CARD_RADIUS, GAP, HALF, PAGE_MARGIN, Tokens, Type, outlet_mark, outlet_shape, rich_in,
};
use super::super::widgets::{heading, link, marked_label, paragraph};
use super::row::pieces_job;
use crate::review::Review;
use crate::session::{Command, Session};
use crate::ui::Outbox;
use crate::ui::{phrases, words};
use crate::view::tellings::{Telling, Tellings};
use crate::view::{statements, wording};

/// Narrowest column, in points.
const COLUMN_MIN: f32 = 290.0;
/// Widest column: a line that reads well.
const COLUMN_MAX: f32 = 460.0;
/// The most claims that are offered.
const OFFERED_MAX: usize = 60;

/// Draws the sources of the chosen claim.
pub(super) fn sources_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    tellings: Option<&Tellings>,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new().inner_margin(Margin::symmetric(18, 6));
    frame.show(ui, |ui| {
        let Some(told) = tellings else {
            let line = if session.loading.is_some() {
                words::CLAIMS_COME_LATER
            } else {
                words::NOTHING_SIDE_BY_SIDE
            };
            ui.add_space(PAGE_MARGIN);
            paragraph(ui, line, Type::Lead, tokens.secondary);
            return;
        };
        picker_ui(ui, session, review, told, outbox);
        ui.add_space(GAP);
        let count = told.sources.len().max(1) as f32;
        let room = ui.available_width() - (count - 1.0) * GAP;
        let width = (room / count).clamp(COLUMN_MIN, COLUMN_MAX);
        ScrollArea::both()
            .id_salt(("sources", session.claim.map(|id| id.0)))
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = GAP;
                    for (position, source) in told.sources.iter().enumerate() {
                        ui.push_id(source.article.as_str(), |ui| {
                            column_ui(ui, told, position, source, width, outbox);
                        });
                    }
                });
                if told.more > 0 {
                    let line = phrases::and_more_articles(told.more);
                    paragraph(ui, &line, Type::Small, tokens.secondary);
                }
                ui.add_space(PAGE_MARGIN);
            });
    });
}

/// Which claim.
fn picker_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    told: &Tellings,
    outbox: &mut Outbox,
) {
    let name = words::CLAIM;
    let room = (ui.available_width() / 7.0) as usize;
    let shown = wording::shortened(&told.statement, room.clamp(30, 140));
    let response = ComboBox::from_id_salt(name)
        .selected_text(shown)
        .width(ui.available_width())
        .truncate()
        .show_ui(ui, |ui| {
            let shared = review.index().shared.iter();
            let shown = shared.filter(|id| !review.is_hidden(**id));
            let claims = shown.filter_map(|id| review.analysis().claim(*id));
            for claim in claims.take(OFFERED_MAX) {
                let words = statements::statement(review, claim, 100);
                let articles = wording::articles(claim.articles().len());
                let text = format!("{words} · {articles}");
                let is_this = session.claim == Some(claim.id);
                if ui.selectable_label(is_this, text).clicked() {
                    outbox.send(Command::ChooseClaim(Some(claim.id)));
                }
            }
        })
        .response;
    response.widget_info(|| {
        let words = format!("{name}: {}", told.statement);
        egui::WidgetInfo::labeled(egui::Role::ComboBox, true, words)
    });
}

fn column_ui(
    ui: &mut Ui,
    told: &Tellings,
    position: usize,
    source: &Telling,
    width: f32,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let is_base = position == told.base;
    let line = if is_base { tokens.accent } else { tokens.line };
    Frame::new()
        .fill(tokens.card)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(Margin::symmetric(14, 12))
        .show(ui, |ui| {
            ui.vertical(|ui| {
                ui.set_width(width - 30.0);
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), egui::Sense::hover());
                    let color = tokens.outlet(source.outlet);
                    let shape = outlet_shape(source.outlet);
                    outlet_mark(ui.painter(), shape, rect.center(), 5.0, color, false);
                    heading(ui, &source.heading, Type::Strong, 2);
                });
                // The headline of an article without an outlet stands in its place already.
                if !source.heading.contains(&source.title) {
                    paragraph(ui, &source.title, Type::Small, tokens.secondary);
                }
                paragraph(ui, &source.facts, Type::Small, tokens.secondary);
                ui.add_space(HALF);
                let width = ui.available_width();
                let (job, markings) = pieces_job(ui, &source.pieces, false, width);
                marked_label(ui, job, &markings);
                ui.add_space(HALF);
                let said = if is_base {
                    words::THIS_IS_BASE.to_owned()
                } else {
                    source.kinds.join(" · ")
                };
                ui.add(Label::new(rich_in(said, Type::Small, tokens.ink)).wrap());
                ui.horizontal_wrapped(|ui| {
                    if link(ui, words::READ_IT).clicked() {
                        outbox.send(Command::GoTo(source.article.clone(), source.span));
                    }
                    if !is_base && link(ui, words::SET_OTHERS_AGAINST_THIS).clicked() {
                        outbox.send(Command::SetBase(position));
                    }
                    let base = told.sources.get(told.base).filter(|_| !is_base);
                    if let Some(base) = base
                        && link(ui, words::WHOLE_ARTICLES)
                            .on_hover_text(words::COMPARE_THE_TWO_ARTICLES)
                            .clicked()
                    {
                        let (left, right) = (base.article.clone(), source.article.clone());
                        outbox.send(Command::Compare(left, right));
                    }
                });
            });
        });
}
