//! The card that corrects a name: rename, change kind, merge, not a name.

use egui::{Id, Modal, ScrollArea, TextEdit, Ui, vec2};

use super::Outbox;
use super::theme::{GAP, TWICE, Tokens, Type};
use super::widgets::{Row, chip, group_heading, heading, paragraph, quiet_button, row};
use crate::model::EntityKind;
use crate::review::{Correction, EntityRef, Review};
use crate::session::{Command, Correcting, Session};
use crate::view::people::{PeopleState, facts, rows};
use crate::view::wording;

const KINDS: [EntityKind; 5] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Place,
    EntityKind::Group,
    EntityKind::Event,
];

/// The most names that are offered to merge with.
const OFFERED_MAX: usize = 6;

/// Draws the card, if it is open.
pub(super) fn correcting_ui(ui: &Ui, session: &Session, outbox: &mut Outbox) {
    let (Some(card), Some(review)) = (&session.correcting, &session.review) else {
        return;
    };
    let (Some(entity), Some(named)) = (
        review.analysis().entity(card.entity),
        review.entity_ref(card.entity),
    ) else {
        return;
    };
    let response = Modal::new(Id::unique("correct")).show(ui.ctx(), |ui| {
        let tokens = Tokens::of(ui);
        ui.set_width(440.0_f32.min(ui.ctx().content_rect().width() - 80.0));
        heading(ui, &format!("Correct “{}”", entity.name), Type::Strong, 1);
        let reach = format!("Changes all of it: {}.", facts(review, entity));
        paragraph(ui, &reach, Type::Small, tokens.secondary);
        ui.add_space(TWICE);
        name_ui(ui, card, &named, outbox);
        ui.add_space(TWICE);
        group_heading(ui, "What it is");
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for kind in KINDS {
                let is_this = kind == entity.kind;
                if chip(ui, wording::entity_kind(kind), is_this).clicked() && !is_this {
                    outbox.send(corrects(Correction::ChangeKind {
                        entity: named.clone(),
                        kind,
                    }));
                }
            }
        });
        ui.add_space(TWICE);
        merge_ui(ui, review, card, &named, outbox);
        ui.add_space(TWICE);
        ui.horizontal(|ui| {
            if quiet_button(ui, "Not a name at all").clicked() {
                outbox.send(corrects(Correction::NotAnEntity {
                    entity: named.clone(),
                }));
            }
            if quiet_button(ui, "Close").clicked() {
                outbox.send(Command::CloseCorrecting);
            }
        });
    });
    if response.should_close() {
        outbox.send(Command::CloseCorrecting);
    }
}

fn name_ui(ui: &mut Ui, card: &Correcting, named: &EntityRef, outbox: &mut Outbox) {
    group_heading(ui, "Its name");
    ui.horizontal(|ui| {
        let mut name = card.name.clone();
        let field = TextEdit::singleline(&mut name)
            .desired_width((ui.available_width() - 100.0).max(120.0))
            .margin(vec2(8.0, 6.0));
        let response = ui.add(field).accessible_name("Its name");
        let is_entered =
            response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let is_other = name.trim() != named.name && !name.trim().is_empty();
        if (quiet_button(ui, "Rename").clicked() || is_entered) && is_other {
            outbox.send(corrects(Correction::Rename {
                entity: named.clone(),
                name: name.trim().to_owned(),
            }));
        } else if response.changed() {
            outbox.send(Command::TypeCorrecting(Correcting {
                name,
                ..card.clone()
            }));
        }
    });
}

fn merge_ui(
    ui: &mut Ui,
    review: &Review,
    card: &Correcting,
    named: &EntityRef,
    outbox: &mut Outbox,
) {
    group_heading(ui, "The same as");
    let mut query = card.query.clone();
    let field = TextEdit::singleline(&mut query)
        .hint_text("Type another name to merge it with")
        .desired_width(f32::INFINITY)
        .margin(vec2(8.0, 6.0));
    if ui
        .add(field)
        .accessible_name("Another name to merge it with")
        .changed()
    {
        outbox.send(Command::TypeCorrecting(Correcting {
            query,
            ..card.clone()
        }));
    }
    if card.query.trim().is_empty() {
        return;
    }
    let wanted = PeopleState {
        query: card.query.trim().to_owned(),
        ..PeopleState::default()
    };
    ui.add_space(GAP);
    ScrollArea::vertical().max_height(180.0).show(ui, |ui| {
        let found = rows(review, &wanted);
        for other in found
            .iter()
            .filter(|row| row.id != card.entity)
            .take(OFFERED_MAX)
        {
            let line = format!(
                "{} · {} in {}",
                wording::entity_kind(other.kind),
                wording::mentions(other.mentions),
                wording::articles(other.articles)
            );
            let shown = Row {
                title: &other.name,
                kind: Type::Ui,
                facts: &line,
                is_chosen: false,
            };
            if row(ui, shown)
                .on_hover_text("Merge with this name")
                .clicked()
                && let Some(keep) = review.entity_ref(other.id)
            {
                outbox.send(corrects(Correction::Merge {
                    keep,
                    other: named.clone(),
                }));
            }
        }
    });
}

fn corrects(correction: Correction) -> Command {
    Command::Correct(Box::new(correction))
}
