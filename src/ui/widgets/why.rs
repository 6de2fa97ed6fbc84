//! "Why?": a link that opens the reasons, with the passages that show them, each a way to the text.

use egui::{Align, CursorIcon, Layout, Popup, PopupCloseBehavior, ScrollArea, Ui};

use super::{Row, link, paragraph, row};
use crate::session::Command;
use crate::ui::Outbox;
use crate::ui::theme::{HALF, Tokens, Type};
use crate::ui::words;
use crate::view::proof::Proof;

/// Draws the link, and what it opened. The reasons are made only when they are looked at.
pub(in crate::ui) fn why_ui(
    ui: &mut Ui,
    text: &str,
    proofs: impl FnOnce() -> Vec<Proof>,
    outbox: &mut Outbox,
) {
    let response = link(ui, text).on_hover_cursor(CursorIcon::Help);
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .layout(Layout::top_down(Align::Min))
        .show(|ui| {
            ui.set_max_width(380.0);
            let room = (ui.ctx().content_rect().height() * 0.6).max(160.0);
            ScrollArea::vertical().max_height(room).show(ui, |ui| {
                for proof in proofs() {
                    proof_ui(ui, &proof, outbox);
                }
            });
        });
}

/// A reason with its passages.
fn proof_ui(ui: &mut Ui, proof: &Proof, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    if !proof.why.is_empty() {
        paragraph(ui, &proof.why, Type::Small, tokens.ink);
    }
    for passage in &proof.passages {
        let words = format!("“{}”", passage.words);
        let shown = Row {
            title: &words,
            kind: Type::Ui,
            facts: &passage.heading,
            is_chosen: false,
        };
        if row(ui, shown).on_hover_text(words::GO_TO_PLACE).clicked() {
            let (article, span) = passage.place.clone();
            outbox.send(Command::GoTo(article, span));
            ui.close();
        }
    }
    ui.add_space(HALF);
}
