//! The card of a highlight: what it is, where else it stands, why it is marked.

use egui::{Frame, Margin, Ui};

use super::super::theme::{GAP, Tokens, Type, rich_in};
use super::super::widgets::{link, paragraph, quiet_button};
use super::paragraph::Shown;
use crate::model::{ArticleId, Span};
use crate::review::{Correction, Field, Quote, Scope};
use crate::session::{Card, Command};
use crate::ui::Outbox;
use crate::ui::{phrases, words};
use crate::view::evidence;
use crate::view::proof::Passage;
use crate::view::read::{Mark, mention_card};

/// Draws the card of a highlight.
pub(super) fn card_ui(ui: &mut Ui, shown: &Shown<'_>, mark: &Mark, outbox: &mut Outbox) {
    let margin = Margin::symmetric(8, 6);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        inner_ui(ui, shown, mark, outbox);
    });
}

fn inner_ui(ui: &mut Ui, shown: &Shown<'_>, mark: &Mark, outbox: &mut Outbox) {
    let Some(card) = mention_card(shown.review, shown.article, mark.mention) else {
        return;
    };
    let tokens = Tokens::of(ui);
    ui.set_max_width(300.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(rich_in(&card.name, Type::Strong, tokens.ink));
        let color = tokens.kind(mark.highlight);
        ui.label(rich_in(card.kind, Type::Small, color));
    });
    for fact in &card.facts {
        paragraph(ui, fact, Type::Small, tokens.ink);
    }
    for why in &card.why {
        paragraph(ui, why, Type::Small, tokens.secondary);
    }
    let shows = evidence::mark(shown.review, shown.article, mark.mention);
    for passage in shows.iter().flat_map(|proof| &proof.passages) {
        let text = phrases::show_passage(passage_words(shown, passage));
        if link(ui, &text).on_hover_text(&passage.heading).clicked() {
            let (article, span) = passage.place.clone();
            outbox.send(Command::GoTo(article, span));
        }
    }
    if let Some(entity) = card.entity {
        ui.add_space(GAP);
        ui.horizontal(|ui| {
            if card.entity != shown.session.entity
                && quiet_button(ui, words::ALL_MENTIONS).clicked()
            {
                outbox.send(Command::ChooseEntity(card.entity));
            }
            if quiet_button(ui, words::CORRECT).clicked() {
                let at = place(shown, mark);
                outbox.send(Command::OpenCard(Card::Name(entity, at)));
            }
        });
    } else if let Some((article, span)) = place(shown, mark) {
        ui.add_space(GAP);
        let text = phrases::not_a(card.kind);
        if quiet_button(ui, &text).clicked()
            && let Some(document) = shown.review.document(&article)
            && let Some(mention) = Quote::of(&document.article, Field::Text, span)
        {
            let scope = Scope::Here;
            let correction = Correction::NotAMention { mention, scope };
            outbox.send(Command::Correct(Box::new(correction)));
        }
    }
}

/// The words themselves, without the sentence around them.
fn passage_words<'a>(shown: &Shown<'a>, passage: &Passage) -> &'a str {
    let (article, span) = &passage.place;
    shown.review.words(article, *span)
}

/// Where the mention of a mark stands in its article.
fn place(shown: &Shown<'_>, mark: &Mark) -> Option<(ArticleId, Span)> {
    let findings = shown.review.findings(shown.article)?;
    let span = findings.mentions.get(mark.mention)?.span;
    Some((shown.article.clone(), span))
}
