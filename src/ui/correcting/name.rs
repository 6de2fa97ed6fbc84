//! The card of a name: rename, change kind, the same as another, one mention alone, no name at all.

use egui::Ui;

use super::super::theme::{GAP, TWICE, Tokens, Type};
use super::super::widgets::{
    chip, chips_ui, group_heading, heading, link, paragraph, quiet_button,
};
use super::offers::Offers;
use super::others::{OFFERED_MAX, Sought, others_ui};
use super::{Entry, SCOPES, entry_ui};
use crate::model::{EntityId, EntityKind};
use crate::review::{About, Correction, EntityRef, Field, Quote, Review};
use crate::session::{Card, Command, Correcting, Lists, NameCard};
use crate::ui::{phrases, words};
use crate::view::people::facts;
use crate::view::wording;

const KINDS: [EntityKind; 5] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Place,
    EntityKind::Group,
    EntityKind::Event,
];

/// Draws the card.
pub(super) fn name_ui(ui: &mut Ui, card: &NameCard, offers: &mut Offers<'_>) {
    let review = offers.review;
    let (Some(entity), Some(named)) = (
        review.analysis().entity(card.entity),
        review.entity_ref(card.entity),
    ) else {
        return;
    };
    let tokens = Tokens::of(ui);
    heading(ui, &phrases::correct(&entity.name), Type::Strong, 1);
    ui.horizontal_wrapped(|ui| {
        paragraph(ui, &facts(review, entity), Type::Small, tokens.secondary);
        let about = About::Entity(named.clone());
        if link(ui, words::NOTE_ON_IT).clicked() {
            offers.send(Command::OpenCard(Card::Note(about, entity.name.clone())));
        }
    });
    ui.add_space(TWICE);
    rename_ui(ui, card, &named, offers);
    ui.add_space(TWICE);
    group_heading(ui, words::WHAT_IT_IS);
    chips_ui(ui, |ui| {
        for kind in KINDS {
            let is_this = kind == entity.kind;
            let response = chip(ui, wording::entity_kind(kind), is_this);
            offers.offer(&response, || {
                let entity = named.clone();
                (!is_this).then_some(Correction::ChangeKind { entity, kind })
            });
        }
    });
    ui.add_space(TWICE);
    let mention = mention(card, offers);
    if let Some(mention) = &mention {
        mention_ui(ui, card, mention, offers);
        ui.add_space(TWICE);
    }
    same_ui(ui, card, &named, mention.as_ref(), offers);
    ui.add_space(TWICE);
    offers.button(ui, words::NOT_A_NAME_AT_ALL, || {
        let entity = named.clone();
        Some(Correction::NotAnEntity { entity })
    });
}

/// The mention that the card was opened at, by its words.
fn mention(card: &NameCard, offers: &Offers<'_>) -> Option<Quote> {
    let (article, span) = card.at.as_ref()?;
    let document = offers.review.document(article)?;
    Quote::of(&document.article, Field::Text, *span)
}

fn rename_ui(ui: &mut Ui, card: &NameCard, named: &EntityRef, offers: &mut Offers<'_>) {
    group_heading(ui, words::ITS_NAME);
    let field = Entry {
        name: words::ITS_NAME,
        hint: "",
        value: &card.name,
        is_first: true,
        lines: 1,
    };
    let edit = |name| {
        let card = card.clone();
        Correcting::Name(NameCard { name, ..card })
    };
    entry_ui(ui, field, words::RENAME, offers, edit, |name| {
        let is_other = name != named.name && !name.is_empty();
        is_other.then(|| Correction::Rename {
            entity: named.clone(),
            name: name.to_owned(),
        })
    });
}

/// The one mention that the card was opened at.
fn mention_ui(ui: &mut Ui, card: &NameCard, mention: &Quote, offers: &mut Offers<'_>) {
    let words = wording::shortened(&mention.words, 40);
    group_heading(ui, &phrases::alone(&words));
    chips_ui(ui, |ui| {
        for (scope, text) in SCOPES {
            let is_on = card.only == Some(scope);
            if chip(ui, text, is_on).clicked() {
                let only = (!is_on).then_some(scope);
                let card = card.clone();
                offers.edit(Correcting::Name(NameCard { only, ..card }));
            }
        }
    });
    let Some(scope) = card.only else {
        return;
    };
    ui.add_space(GAP);
    chips_ui(ui, |ui| {
        let mention = || mention.clone();
        offers.button(ui, words::SOMETHING_ELSE, || {
            Some(Correction::Split {
                mention: mention(),
                scope,
                name: None,
            })
        });
        offers.button(ui, words::NOT_A_NAME, || {
            Some(Correction::NotAMention {
                mention: mention(),
                scope,
            })
        });
    });
}

fn same_ui(
    ui: &mut Ui,
    card: &NameCard,
    named: &EntityRef,
    mention: Option<&Quote>,
    offers: &mut Offers<'_>,
) {
    let only = mention.zip(card.only);
    group_heading(
        ui,
        if only.is_some() {
            words::BELONGS_TO
        } else {
            words::THE_SAME_AS
        },
    );
    let sought = Sought {
        name: words::ANOTHER_NAME,
        hint: words::TYPE_ANOTHER_NAME,
        query: &card.query,
        none: words::NO_OTHER_NAME,
    };
    let find = |lists: &Lists| {
        let listed = lists.offered_names()?;
        let rows = listed.list.iter();
        let others = rows.filter(|row| row.id != card.entity && !listed.is_stale);
        let found = others.take(OFFERED_MAX).map(|row| {
            let kind = wording::entity_kind(row.kind);
            let facts = format!("{kind} · {}", phrases::named(row));
            (row.id, row.name.clone(), facts)
        });
        Some(found.collect())
    };
    let make = |review: &Review, other: &EntityId| {
        let keep = review.entity_ref(*other)?;
        Some(match only {
            Some((mention, scope)) => Correction::Assign {
                mention: mention.clone(),
                scope,
                to: keep,
            },
            None => Correction::Merge {
                keep,
                other: named.clone(),
            },
        })
    };
    if let Some(query) = others_ui(ui, &sought, offers, find, make) {
        let card = card.clone();
        offers.edit(Correcting::Name(NameCard { query, ..card }));
    }
    if card.query.trim().is_empty() {
        return;
    }
    if only.is_some() && quiet_button(ui, words::MEAN_THE_WHOLE_NAME).clicked() {
        let card = card.clone();
        offers.edit(Correcting::Name(NameCard { only: None, ..card }));
    }
}
