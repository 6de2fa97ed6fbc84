//! One name, opened: what each outlet calls it, where it stands, with whom, in which claims.

use egui::{ScrollArea, Sense, Ui, vec2};

use super::super::theme::{GAP, HALF, TWICE, Tokens, Type, outlet_mark, outlet_shape, rich_in};
use super::super::widgets::{
    Row, action_button, group_heading, heading, link, paragraph, quiet_button, row, why_ui,
};
use crate::model::{EntityId, MentionKind};
use crate::review::{About, Review};
use crate::session::{Action, Card, Command, Session};
use crate::ui::Outbox;
use crate::ui::{phrases, words};
use crate::view::Highlight;
use crate::view::people::PersonDetail;
use crate::view::{evidence, labels, wording};

/// The most articles that are listed.
const ARTICLES_MAX: usize = 60;

/// What the panel is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) session: &'a Session,
    pub(super) review: &'a Review,
    pub(super) id: EntityId,
    pub(super) person: &'a PersonDetail,
}

/// Draws an opened name.
pub(super) fn detail_ui(ui: &mut Ui, shown: &Shown<'_>, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let person = shown.person;
    let area = ScrollArea::vertical().id_salt(("person", shown.id.0));
    area.auto_shrink(false).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            heading(ui, &person.name, Type::Strong, 2);
            let highlight = Highlight::from(MentionKind::from(person.kind));
            let kind = wording::entity_kind(person.kind);
            ui.label(rich_in(kind, Type::Small, tokens.kind(highlight)));
            if link(ui, words::LINK_CLOSE).clicked() {
                outbox.send(Command::ChooseEntity(None));
            }
        });
        paragraph(ui, &person.facts, Type::Small, tokens.secondary);
        if let Some(note) = &person.note {
            let line = phrases::your_note(note);
            paragraph(ui, &line, Type::Small, tokens.ink);
        }
        ui.add_space(GAP);
        ui.horizontal_wrapped(|ui| {
            action_button(ui, shown.session, Action::NextMention, outbox);
            if quiet_button(ui, words::CORRECT).clicked() {
                outbox.send(Command::OpenCard(Card::Name(shown.id, None)));
            }
            if quiet_button(ui, words::NOTE_ON_IT).clicked()
                && let Some(named) = shown.review.entity_ref(shown.id)
            {
                let card = Card::Note(About::Entity(named), person.name.clone());
                outbox.send(Command::OpenCard(card));
            }
            if person.has_reasons {
                let proofs = || evidence::name(shown.review, shown.id);
                why_ui(ui, words::WHY_ONE_NAME, proofs, outbox);
            }
        });
        ui.add_space(TWICE);
        names_ui(ui, shown);
        articles_ui(ui, person, outbox);
        companions_ui(ui, person, outbox);
        claims_ui(ui, person, outbox);
    });
}

fn names_ui(ui: &mut Ui, shown: &Shown<'_>) {
    let tokens = Tokens::of(ui);
    group_heading(ui, words::OUTLETS_CALL_IT);
    ui.add_space(HALF);
    for (outlet, names) in &shown.person.by_outlet {
        let used: Vec<String> = names
            .iter()
            .map(|(name, count)| format!("“{name}” {}", wording::thousands(*count)))
            .collect();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.spacing_mut().interact_size.y = 18.0;
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
            let color = tokens.outlet(*outlet);
            let shape = outlet_shape(*outlet);
            outlet_mark(ui.painter(), shape, rect.center(), 5.0, color, false);
            let name = labels::outlet(shown.review, *outlet, 40);
            ui.label(rich_in(name, Type::Small, tokens.ink));
            ui.label(rich_in(used.join(" · "), Type::Small, tokens.secondary));
        });
    }
    ui.add_space(TWICE);
}

fn articles_ui(ui: &mut Ui, person: &PersonDetail, outbox: &mut Outbox) {
    group_heading(ui, words::WHERE_IT_IS_NAMED);
    let most = person
        .by_article
        .iter()
        .map(|(_, _, count, _)| *count)
        .max();
    for (article, title, count, first) in person.by_article.iter().take(ARTICLES_MAX) {
        let tokens = Tokens::of(ui);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let share = *count as f32 / most.unwrap_or(1).max(1) as f32;
            let (rect, _) = ui.allocate_exact_size(vec2(56.0, 14.0), Sense::hover());
            let bar = rect.with_max_x(56.0_f32.mul_add(share, rect.left()));
            let highlight = Highlight::from(MentionKind::from(person.kind));
            ui.painter().rect_filled(bar, 2, tokens.kind(highlight));
            let line = format!(
                "{} × {}",
                wording::thousands(*count),
                wording::shortened(title, 44)
            );
            if link(ui, &line)
                .on_hover_text(words::GO_TO_THE_FIRST_PLACE)
                .clicked()
            {
                outbox.send(Command::GoTo(article.clone(), *first));
            }
        });
    }
    let more = person.by_article.len().saturating_sub(ARTICLES_MAX);
    if more > 0 {
        let line = phrases::more_articles_name(more);
        paragraph(ui, &line, Type::Small, Tokens::of(ui).secondary);
    }
    ui.add_space(TWICE);
}

fn companions_ui(ui: &mut Ui, person: &PersonDetail, outbox: &mut Outbox) {
    if person.companions.is_empty() {
        return;
    }
    group_heading(ui, words::NAMED_WITH);
    let tokens = Tokens::of(ui);
    for other in &person.companions {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            if link(ui, &wording::shortened(&other.name, 44)).clicked() {
                outbox.send(Command::ChooseEntity(Some(other.id)));
            }
            let kind = wording::entity_kind(other.kind);
            let times = phrases::sentences(other.sentences);
            let line = format!("{kind} · {times}");
            ui.label(rich_in(line, Type::Small, tokens.secondary));
        });
    }
    ui.add_space(TWICE);
}

fn claims_ui(ui: &mut Ui, person: &PersonDetail, outbox: &mut Outbox) {
    if person.claims.is_empty() {
        return;
    }
    group_heading(ui, words::IN_CLAIMS);
    for (claim, words, articles) in &person.claims {
        let facts = phrases::in_articles(*articles);
        let shown = Row {
            title: words,
            kind: Type::Ui,
            facts: &facts,
            is_chosen: false,
        };
        if row(ui, shown)
            .on_hover_text(words::OPEN_THIS_CLAIM)
            .clicked()
        {
            outbox.send(Command::ChooseClaim(Some(*claim)));
            outbox.send(Action::ShowClaims);
        }
    }
    ui.add_space(TWICE);
}
