//! Notes where they belong, the list of all of them, and the list of everything the reader did.

use egui::{ScrollArea, Ui};

use super::Outbox;
use super::theme::{GAP, Tokens, Type, rich_in};
use super::widgets::{Row, card, group_heading, heading, paragraph, quiet_button, row};
use crate::review::{About, Review, find_claim, find_entity};
use crate::session::{Action, Card, Command, Session};
use crate::view::{read, wording};

/// The note and tags on something, if it has any.
pub(super) fn note_line_ui(ui: &mut Ui, review: &Review, about: &About) {
    let tokens = Tokens::of(ui);
    if let Some(note) = review.notes().on(about) {
        let line = format!("Your note: {}", note.line());
        paragraph(ui, &line, Type::Small, tokens.ink);
    }
}

/// What a note is about, as it is called on screen.
fn called(review: &Review, about: &About) -> (String, &'static str) {
    match about {
        About::Article(id) => (read::title(review, id), "article"),
        About::Entity(entity) => (entity.name.clone(), wording::entity_kind(entity.kind)),
        About::Claim(claim) => (wording::shortened(claim.words(), 100), "claim"),
        About::Passage(quote) => (wording::shortened(&quote.words, 100), "passage"),
    }
}

/// Draws the list of notes or of acts, if one is open.
pub(super) fn lists_ui(ui: &Ui, session: &Session, outbox: &mut Outbox) {
    let Some(review) = &session.review else {
        return;
    };
    if session.shows_notes {
        list_ui(ui, "Notes and tags", outbox, |ui, outbox| {
            notes_ui(ui, review, outbox);
        });
    } else if session.shows_history {
        list_ui(ui, "Everything you did", outbox, |ui, outbox| {
            history_ui(ui, session, review, outbox);
        });
    }
}

fn list_ui(
    ui: &Ui,
    title: &'static str,
    outbox: &mut Outbox,
    content: impl FnOnce(&mut Ui, &mut Outbox),
) {
    let response = card(ui, title).show(ui.ctx(), |ui| {
        let screen = ui.ctx().content_rect();
        ui.set_width(560.0_f32.min(screen.width() - 80.0));
        heading(ui, title, Type::Strong, 1);
        ui.add_space(GAP);
        let height = (screen.height() - 220.0).clamp(160.0, 520.0);
        ScrollArea::vertical()
            .max_height(height)
            .show(ui, |ui| content(ui, outbox));
        ui.add_space(GAP);
        if quiet_button(ui, "Close").clicked() {
            outbox.send(Command::CloseLists);
        }
    });
    if response.should_close() {
        outbox.send(Command::CloseLists);
    }
}

fn notes_ui(ui: &mut Ui, review: &Review, outbox: &mut Outbox) {
    for (about, note) in review.notes().iter() {
        let (title, kind) = called(review, about);
        let facts = format!("{kind} · {}", wording::shortened(&note.line(), 240));
        let shown = Row {
            title: &title,
            kind: Type::Ui,
            facts: &facts,
            is_chosen: false,
        };
        if row(ui, shown).on_hover_text("Go there").clicked() {
            outbox.send(Command::CloseLists);
            go_to(review, about, outbox);
            outbox.send(Command::OpenCard(Card::Note(about.clone(), title)));
        }
    }
}

/// Goes to what a note is about, if it is still there.
fn go_to(review: &Review, about: &About, outbox: &mut Outbox) {
    let (documents, analysis) = (review.documents(), review.analysis());
    match about {
        About::Article(id) => outbox.send(Command::Read(id.clone())),
        About::Entity(entity) => {
            let found = find_entity(documents, analysis, entity);
            outbox.send(Command::ChooseEntity(found));
            outbox.send(Action::ShowPeople);
        }
        About::Claim(claim) => {
            let found = find_claim(documents, analysis, claim);
            outbox.send(Command::ChooseClaim(found));
            outbox.send(Action::ShowClaims);
        }
        About::Passage(quote) => {
            let document = review.document(&quote.article);
            if let Some(span) = document.and_then(|document| quote.find(&document.article)) {
                outbox.send(Command::GoTo(quote.article.clone(), span));
            }
        }
    }
}

/// Acts, the last first; a click goes back to the state after one.
fn history_ui(ui: &mut Ui, session: &Session, review: &Review, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let ledger = review.ledger();
    let standing = ledger.standing().len();
    let now = chrono::Local::now();
    if !review.unfound().is_empty() {
        let count = wording::count(review.unfound().len(), "change finds", "changes find");
        let line = format!(
            "{count} nothing to change in the articles as they are now. They are kept, and stand \
             again when what they name comes back."
        );
        paragraph(ui, &line, Type::Small, tokens.ink);
        ui.add_space(GAP);
    }
    for (position, entry) in ledger.entries().iter().enumerate().rev() {
        let is_undone = position >= standing;
        let missing = review
            .unfound()
            .iter()
            .find(|(place, _)| *place == position);
        let at = entry.at.with_timezone(&chrono::Local);
        let mut facts = format!("{} · {}", wording::ago(at, now), at.format("%H:%M"));
        if is_undone {
            facts.push_str(" · undone");
        }
        if let Some((_, missing)) = missing.filter(|_| !is_undone) {
            facts.push_str(" · changes nothing: ");
            facts.push_str(&wording::missing(missing));
        }
        let title = wording::act(&entry.act);
        let shown = Row {
            title: &title,
            kind: Type::Ui,
            facts: &facts,
            is_chosen: position + 1 == standing,
        };
        let tip = if is_undone {
            "Do again up to this one"
        } else {
            "Undo everything after this one"
        };
        if row(ui, shown).on_hover_text(tip).clicked() {
            outbox.send(Command::StepTo(position + 1));
        }
    }
    group_heading(ui, "Before your first change");
    if standing > 0 && quiet_button(ui, "Undo everything").clicked() {
        outbox.send(Command::StepTo(0));
    }
    let line = session.saving.explained();
    ui.label(rich_in(line, Type::Small, tokens.secondary));
}
