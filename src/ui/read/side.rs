//! The panel at the right: the legend, the claims of this article, what it leaves out; or every
//! place that names the chosen one.

use egui::{ScrollArea, Ui, vec2};

use super::super::theme::{GAP, HALF, TWICE, Tokens, Type};
use super::super::widgets::{Row, card_row, group_heading, legend_chip, paragraph, row};
use super::places::places_ui;
use crate::model::ArticleId;
use crate::session::{Command, Listed, Session};
use crate::ui::Outbox;
use crate::ui::words;
use crate::view::Highlight;
use crate::view::people::Places;
use crate::view::read::{ClaimCard, ELSEWHERE_MAX, Page};

/// What the panel is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) session: &'a Session,
    pub(super) article: &'a ArticleId,
    pub(super) page: &'a Page,
    pub(super) places: Option<Listed<'a, Places>>,
}

/// Draws the panel.
pub(super) fn side_ui(ui: &mut Ui, side: &Side<'_>, outbox: &mut Outbox) {
    if let Some(places) = side.places {
        outbox.unless(places.is_stale, |outbox| {
            places_ui(ui, side.session, places.list, outbox);
        });
        return;
    }
    ScrollArea::vertical()
        .id_salt(("side", side.article.as_str()))
        .auto_shrink(false)
        .show(ui, |ui| {
            legend_ui(ui, side, outbox);
            claims_ui(ui, side, outbox);
            elsewhere_ui(ui, &side.page.elsewhere, outbox);
        });
}

fn legend_ui(ui: &mut Ui, side: &Side<'_>, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    group_heading(ui, words::HIGHLIGHTS);
    ui.add_space(HALF);
    let counted: Vec<(Highlight, usize)> = Highlight::ALL
        .into_iter()
        .zip(side.page.counts)
        .filter(|(_, count)| *count > 0)
        .collect();
    if counted.is_empty() {
        let line = if side.session.loading.is_some() {
            words::HIGHLIGHTS_COME_LATER
        } else {
            words::NO_HIGHLIGHTS
        };
        paragraph(ui, line, Type::Small, tokens.secondary);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 8.0);
        for (highlight, count) in counted {
            let is_shown = highlight
                .kinds()
                .iter()
                .all(|kind| !side.session.read.hidden.contains(kind));
            if legend_chip(ui, highlight, count, is_shown).clicked() {
                outbox.send(Command::ToggleKinds(highlight.kinds()));
            }
        }
    });
    ui.add_space(TWICE + GAP);
}

fn claims_ui(ui: &mut Ui, side: &Side<'_>, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    group_heading(ui, words::CLAIMS_IN_THIS_ARTICLE);
    ui.add_space(HALF);
    if side.page.claims.is_empty() {
        let line = if side.session.loading.is_some() {
            words::CLAIMS_OF_ARTICLE_COME_LATER
        } else {
            words::NO_CLAIM_IN_THIS_TEXT
        };
        paragraph(ui, line, Type::Small, tokens.secondary);
    }
    ui.spacing_mut().item_spacing.y = GAP;
    for card in &side.page.claims {
        let shown = Row {
            title: &card.statement,
            kind: Type::Ui,
            facts: &card.facts,
            is_chosen: side.session.claim == Some(card.claim),
        };
        let response = card_row(ui, shown).on_hover_text(words::GO_TO_ITS_PLACE);
        if response.clicked() {
            outbox.send(Command::ChooseClaim(Some(card.claim)));
            outbox.send(Command::GoTo(card.place.0.clone(), card.place.1));
        }
    }
    ui.add_space(TWICE);
}

fn elsewhere_ui(ui: &mut Ui, cards: &[ClaimCard], outbox: &mut Outbox) {
    if cards.is_empty() {
        return;
    }
    group_heading(ui, words::TOLD_ELSEWHERE_NOT_HERE);
    for card in cards {
        let shown = Row {
            title: &card.statement,
            kind: Type::Ui,
            facts: &card.facts,
            is_chosen: false,
        };
        let response = row(ui, shown).on_hover_text(words::OPEN_THIS_CLAIM);
        if response.clicked() {
            outbox.send(Command::ChooseClaim(Some(card.claim)));
            outbox.send(crate::session::Action::ShowClaims);
        }
    }
    if cards.len() == ELSEWHERE_MAX {
        let line = words::MOST_WIDELY_TOLD;
        paragraph(ui, line, Type::Small, Tokens::of(ui).secondary);
    }
    ui.add_space(TWICE);
}
