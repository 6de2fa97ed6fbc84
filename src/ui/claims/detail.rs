//! One claim, opened: its wordings with their differences, its origins, what is related.

use egui::text::LayoutJob;
use egui::{CornerRadius, Frame, Margin, ScrollArea, Stroke, Ui, vec2};

use super::super::theme::{
    CARD_RADIUS, GAP, HALF, TWICE, Tokens, Type, format, outlet_mark, outlet_shape, rich_in,
};
use super::super::widgets::{
    Marking, Row, group_heading, heading, link, marked_label, paragraph, row, why_ui,
};
use super::chain;
use crate::model::{ClaimId, Span};
use crate::review::{About, Correction, Review};
use crate::session::{Card, Command, Quoted};
use crate::ui::Outbox;
use crate::ui::{phrases, words};
use crate::view::claims::{ClaimDetail, Near, Wording};
use crate::view::{evidence, wording};

/// The most wordings that are shown.
const SHOWN_MAX: usize = 60;

/// Draws an opened claim.
pub(super) fn detail_ui(ui: &mut Ui, review: &Review, detail: &ClaimDetail, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    ScrollArea::vertical()
        .id_salt(("claim", detail.id))
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                group_heading(ui, words::CLAIM);
                if link(ui, words::LINK_CLOSE).clicked() {
                    outbox.send(Command::ChooseClaim(None));
                }
                acts_ui(ui, detail, outbox);
            });
            ui.add_space(HALF);
            heading(ui, &detail.statement, Type::Quoted, 2);
            if let Some(note) = &detail.note {
                let line = phrases::your_note(note);
                paragraph(ui, &line, Type::Small, tokens.ink);
            }
            ui.add_space(TWICE);
            chain::chain_ui(ui, review, detail, outbox);
            let all = detail.told().count();
            let count = phrases::wordings(all);
            group_heading(ui, &phrases::in_order_of_telling(&count));
            let line = words::UNDERLINED_WORDS;
            paragraph(ui, line, Type::Small, tokens.secondary);
            ui.add_space(HALF);
            for (position, told) in detail.told().take(SHOWN_MAX) {
                ui.push_id(("wording", position), |ui| {
                    wording_ui(ui, review, detail.id, position, told, outbox);
                });
                ui.add_space(GAP);
            }
            let more = all.saturating_sub(SHOWN_MAX);
            if more > 0 {
                let line = phrases::more_told_later(more);
                paragraph(ui, &line, Type::Small, tokens.secondary);
            }
            compare_ui(ui, detail, outbox);
            near_ui(ui, detail, outbox);
            if !detail.related.is_empty() {
                ui.add_space(TWICE);
                group_heading(ui, words::RELATED_CLAIMS);
                for (claim, words, how) in &detail.related {
                    let shown = Row {
                        title: words,
                        kind: Type::Ui,
                        facts: how,
                        is_chosen: false,
                    };
                    if row(ui, shown).clicked() {
                        outbox.send(Command::ChooseClaim(Some(*claim)));
                    }
                }
            }
            ui.add_space(TWICE);
        });
}

fn wording_ui(
    ui: &mut Ui,
    review: &Review,
    claim: ClaimId,
    position: usize,
    told: &Wording,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.card)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            outlet_ui(ui, told.outlet, &told.heading);
            let mut facts = vec![wording::certainty(told.certainty)];
            facts.extend(Some(told.source.as_str()).filter(|source| !source.is_empty()));
            facts.extend(told.is_otherwise.then_some(wording::OTHERWISE));
            paragraph(ui, &facts.join(" · "), Type::Small, tokens.secondary);
            let mut job = LayoutJob::default();
            let mut markings = Vec::new();
            job.wrap.max_width = ui.available_width();
            let [before, after] = &told.around;
            job.append(before, 0.0, format(Type::Quoted, tokens.secondary));
            for (words, differs) in &told.pieces {
                let mut set = format(Type::Quoted, tokens.ink);
                if *differs {
                    set.color = tokens.only_here;
                    let start = job.text.len();
                    markings.push(Marking {
                        span: Span::new(start, start + words.len()),
                        ground: tokens.only_here_tint,
                        line: Stroke::new(1.0, tokens.only_here),
                    });
                }
                job.append(words, 0.0, set);
            }
            job.append(after, 0.0, format(Type::Quoted, tokens.secondary));
            marked_label(ui, job, &markings);
            ui.horizontal(|ui| {
                if link(ui, words::READ_IT_IN_ITS_ARTICLE).clicked() {
                    outbox.send(Command::GoTo(told.place.0.clone(), told.place.1));
                }
                if !told.why.is_empty() {
                    let proofs = || evidence::telling(review, claim, position);
                    why_ui(ui, words::LINK_WHY_HERE, proofs, outbox);
                }
                if link(ui, words::LINK_CORRECT).clicked() {
                    let card = Card::Claim(claim, Some(position));
                    outbox.send(Command::OpenCard(card));
                }
            });
        });
}

/// What may tell the claim too, for the reader to decide.
fn near_ui(ui: &mut Ui, detail: &ClaimDetail, outbox: &mut Outbox) {
    if detail.near.is_empty() {
        return;
    }
    let tokens = Tokens::of(ui);
    ui.add_space(TWICE);
    group_heading(ui, words::NEAR_IT);
    paragraph(ui, words::NEAR_IT_SAYS, Type::Small, tokens.secondary);
    for (position, near) in detail.near.iter().enumerate() {
        ui.add_space(GAP);
        ui.push_id(("near", position), |ui| {
            let room = Frame::new().inner_margin(Margin::symmetric(12, 0));
            room.show(ui, |ui| passage_ui(ui, detail, near, outbox));
        });
    }
}

/// One passage that may tell the claim too.
fn passage_ui(ui: &mut Ui, detail: &ClaimDetail, near: &Near, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    outlet_ui(ui, near.outlet, &near.heading);
    paragraph(ui, &near.words, Type::Quoted, tokens.secondary);
    ui.horizontal(|ui| {
        if link(ui, words::READ_IT_IN_ITS_ARTICLE).clicked() {
            outbox.send(Command::GoTo(near.place.0.clone(), near.place.1));
        }
        if link(ui, words::LINK_TELLS_IT_TOO).clicked()
            && let Some(to) = detail.named.clone()
        {
            let passage = near.named.clone();
            let add = Correction::AddWording { passage, to };
            outbox.send(Command::Correct(Box::new(add)));
        }
    });
}

/// An outlet and a day, behind the outlet's mark.
fn outlet_ui(ui: &mut Ui, outlet: usize, heading: &str) {
    let tokens = Tokens::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), egui::Sense::hover());
        let color = tokens.outlet(outlet);
        let shape = outlet_shape(outlet);
        outlet_mark(ui.painter(), shape, rect.center(), 5.0, color, false);
        ui.label(rich_in(heading, Type::Strong, tokens.ink));
    });
}

/// What can be done with the claim as a whole.
fn acts_ui(ui: &mut Ui, detail: &ClaimDetail, outbox: &mut Outbox) {
    let claim = || detail.named.clone();
    let stars = if detail.is_starred {
        words::LINK_UNSTAR
    } else {
        words::LINK_STAR
    };
    if link(ui, stars).clicked()
        && let Some(claim) = claim()
    {
        let is_starred = !detail.is_starred;
        let star = Correction::Star { claim, is_starred };
        outbox.send(Command::Correct(Box::new(star)));
    }
    let hides = if detail.is_hidden {
        words::LINK_UNHIDE
    } else {
        words::LINK_HIDE
    };
    if link(ui, hides).clicked()
        && let Some(claim) = claim()
    {
        let is_hidden = !detail.is_hidden;
        let hide = Correction::Hide { claim, is_hidden };
        outbox.send(Command::Correct(Box::new(hide)));
    }
    if link(ui, words::LINK_CORRECT).clicked() {
        outbox.send(Command::OpenCard(Card::Claim(detail.id, None)));
    }
    if link(ui, words::LINK_COPY)
        .on_hover_text(words::COPY_CLAIM_TIP)
        .clicked()
    {
        outbox.send(Command::Copy(Quoted::Claim(detail.id)));
    }
    if link(ui, words::LINK_NOTE).clicked()
        && let Some(claim) = claim()
    {
        let title = detail.statement.clone();
        outbox.send(Command::OpenCard(Card::Note(About::Claim(claim), title)));
    }
}

/// A way to see the first and the last article that tell it side by side.
fn compare_ui(ui: &mut Ui, detail: &ClaimDetail, outbox: &mut Outbox) {
    let first = detail.wordings.first().map(|told| &told.place.0);
    let last = detail
        .wordings
        .iter()
        .rev()
        .map(|told| &told.place.0)
        .find(|id| Some(*id) != first);
    if let (Some(first), Some(last)) = (first, last) {
        ui.horizontal_wrapped(|ui| {
            if link(ui, words::COMPARE_ALL_SOURCES).clicked() {
                outbox.send(Command::ChooseClaim(Some(detail.id)));
                outbox.send(Command::CompareByClaim(true));
            }
            if link(ui, words::COMPARE_FIRST_AND_LAST).clicked() {
                outbox.send(Command::Compare(first.clone(), last.clone()));
            }
        });
    }
}
