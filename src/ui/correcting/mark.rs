//! The card that marks words the machine missed.

use egui::Ui;

use super::super::theme::{GAP, TWICE, Tokens, Type};
use super::super::widgets::{chip, chips_ui, group_heading, heading, paragraph};
use super::offers::Offers;
use super::{Entry, SCOPES, field_ui};
use crate::model::{MentionKind, Span};
use crate::review::{About, Correction, Field, Quote};
use crate::session::{Card, Command, Correcting, MarkCard};
use crate::ui::widgets::quiet_button;
use crate::ui::words;
use crate::view::wording;

const KINDS: [(MentionKind, &str); 8] = [
    (MentionKind::Person, words::PERSON),
    (MentionKind::Organisation, words::ORGANISATION),
    (MentionKind::Place, words::PLACE),
    (MentionKind::Group, words::GROUP),
    (MentionKind::Event, words::EVENT),
    (MentionKind::Date, words::DATE),
    (MentionKind::Money, words::AMOUNT_OF_MONEY),
    (MentionKind::Quantity, words::AMOUNT),
];

/// Draws the card.
pub(super) fn mark_ui(ui: &mut Ui, card: &MarkCard, offers: &mut Offers<'_>) {
    heading(ui, words::MARK_WORDS, Type::Strong, 1);
    ui.add_space(GAP);
    words_ui(ui, card, offers);
    ui.add_space(TWICE);
    group_heading(ui, words::WHAT_THEY_NAME);
    chips_ui(ui, |ui| {
        for (kind, text) in KINDS {
            if chip(ui, text, kind == card.kind).clicked() {
                let card = card.clone();
                offers.edit(Correcting::Marking(MarkCard { kind, ..card }));
            }
        }
    });
    ui.add_space(TWICE);
    group_heading(ui, words::WHERE);
    chips_ui(ui, |ui| {
        for (scope, text) in SCOPES {
            if chip(ui, text, scope == card.scope).clicked() {
                let card = card.clone();
                offers.edit(Correcting::Marking(MarkCard { scope, ..card }));
            }
        }
    });
    ui.add_space(TWICE);
    let Some(mention) = quote(card, offers) else {
        let tokens = Tokens::of(ui);
        let line = words::TYPE_WORDS_AS_WRITTEN;
        paragraph(ui, line, Type::Small, tokens.secondary);
        return;
    };
    ui.horizontal_wrapped(|ui| {
        offers.button(ui, words::MARK_THEM, || {
            Some(Correction::AddMention {
                mention: mention.clone(),
                scope: card.scope,
                kind: card.kind,
                entity: None,
            })
        });
        if quiet_button(ui, words::NOTE_ON_THEM).clicked() {
            let title = format!("“{}”", wording::shortened(&mention.words, 60));
            let about = About::Passage(mention.clone());
            offers.send(Command::OpenCard(Card::Note(about, title)));
        }
    });
    ui.add_space(TWICE);
    group_heading(ui, words::NO_PART_OF_ARTICLE);
    offers.button(ui, words::TAKE_OUT, || {
        let passage = mention.clone();
        Some(Correction::TakeOut { passage })
    });
}

fn words_ui(ui: &mut Ui, card: &MarkCard, offers: &mut Offers<'_>) {
    if card.span.is_some() {
        let tokens = Tokens::of(ui);
        let words = format!("“{}”", wording::shortened(&card.words, 200));
        paragraph(ui, &words, Type::Quoted, tokens.ink);
        return;
    }
    let field = Entry {
        name: words::WORDS_TO_MARK,
        hint: words::WORDS_OF_THIS_ARTICLE,
        value: &card.words,
        is_first: true,
        lines: 1,
    };
    let (typed, _) = field_ui(ui, field, f32::INFINITY);
    if let Some(words) = typed {
        let card = card.clone();
        offers.edit(Correcting::Marking(MarkCard { words, ..card }));
    }
}

/// The place of the words: the one selected, or the first where typed words stand.
fn quote(card: &MarkCard, offers: &Offers<'_>) -> Option<Quote> {
    let article = &offers.review.document(&card.article)?.article;
    let words = card.words.trim();
    let span = card.span.or_else(|| {
        let at = article.text.find(words).filter(|_| !words.is_empty())?;
        Some(Span::new(at, at + words.len()))
    })?;
    Quote::of(article, Field::Text, span.trimmed(&article.text))
}
