//! Notes where they belong, the list of all of them, and the list of everything the reader did.

use egui::{Id, Ui};

use super::Outbox;
use super::theme::{GAP, TWICE, Tokens, Type};
use super::widgets::{
    DrawRow, Row, card, chip, chips_ui, heading, paragraph, quiet_button, rows_ui,
};
use crate::review::{About, Note, Review, find_claim, find_entity};
use crate::session::{Action, Card, Command, Session};
use crate::ui::{phrases, words};
use crate::view::{labels, wording};

/// The note and tags on something, if it has any.
pub(super) fn note_line_ui(ui: &mut Ui, review: &Review, about: &About) {
    let tokens = Tokens::of(ui);
    if let Some(note) = review.notes().on(about) {
        let line = phrases::your_note(&note.line());
        paragraph(ui, &line, Type::Small, tokens.ink);
    }
}

/// What a note is about, as it is called on screen.
fn called(review: &Review, about: &About) -> (String, &'static str) {
    match about {
        About::Article(id) => (labels::title(review, id), "article"),
        About::Entity(entity) => (entity.name.clone(), wording::entity_kind(entity.kind)),
        About::Claim(claim) => (
            wording::quoted(&wording::shortened(claim.words(), 100)),
            "claim",
        ),
        About::Passage(quote) => (
            wording::quoted(&wording::shortened(&quote.words, 100)),
            "passage",
        ),
    }
}

/// Draws the list of notes or of acts, if one is open.
pub(super) fn lists_ui(ui: &Ui, session: &Session, outbox: &mut Outbox) {
    let Some(review) = &session.review else {
        return;
    };
    if session.shows_notes {
        list_ui(
            ui,
            Action::ShowNotes.text(),
            outbox,
            |ui, height, outbox| {
                notes_ui(ui, review, height, outbox);
            },
        );
    } else if session.shows_history {
        list_ui(
            ui,
            Action::ShowHistory.text(),
            outbox,
            |ui, height, outbox| {
                history_ui(ui, session, review, height, outbox);
            },
        );
    }
}

fn list_ui(
    ui: &Ui,
    title: &'static str,
    outbox: &mut Outbox,
    content: impl FnOnce(&mut Ui, f32, &mut Outbox),
) {
    let response = card(ui, title).show(ui.ctx(), |ui| {
        let screen = ui.ctx().content_rect();
        ui.set_width(560.0_f32.min(screen.width() - 80.0));
        heading(ui, title, Type::Strong, 1);
        ui.add_space(GAP);
        let height = (screen.height() - 260.0).clamp(160.0, 520.0);
        content(ui, height, outbox);
        ui.add_space(TWICE);
        if quiet_button(ui, words::CLOSE).clicked() {
            outbox.send(Command::CloseLists);
        }
    });
    if response.should_close() {
        outbox.send(Command::CloseLists);
    }
}

/// Notes and tags, all or those with one tag.
fn notes_ui(ui: &mut Ui, review: &Review, height: f32, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let notes = review.notes();
    if notes.is_empty() {
        let line = words::NO_NOTES_LEFT;
        paragraph(ui, line, Type::Small, tokens.secondary);
        return;
    }
    let tag = tags_ui(ui, review);
    let shown: Vec<(&About, &Note)> = notes
        .iter()
        .filter(|(_, note)| tag.as_ref().is_none_or(|tag| note.tags.contains(tag)))
        .collect();
    rows_ui(ui, height, shown.len(), |ui, position, draw| {
        if let Some((about, note)) = shown.get(position) {
            note_ui(ui, review, (*about, *note), draw, outbox);
        }
    });
}

/// Tags to choose from; gives the one that is chosen.
fn tags_ui(ui: &mut Ui, review: &Review) -> Option<String> {
    let key = Id::unique("tag-of-the-list");
    let tags = review.notes().tags();
    let is_used = |chosen: &String| tags.iter().any(|(tag, _)| tag == chosen);
    let mut chosen: Option<String> = ui.data(|data| data.get_temp(key)).filter(is_used);
    if tags.is_empty() {
        return None;
    }
    chips_ui(ui, |ui| {
        for (tag, count) in &tags {
            let is_on = chosen.as_deref() == Some(*tag);
            let text = format!(
                "{} {}",
                wording::shortened(tag, 30),
                wording::thousands(*count)
            );
            if chip(ui, &text, is_on).clicked() {
                chosen = (!is_on).then(|| (*tag).to_owned());
            }
        }
    });
    ui.add_space(GAP);
    ui.data_mut(|data| {
        if let Some(tag) = &chosen {
            data.insert_temp(key, tag.clone());
        } else {
            data.remove::<String>(key);
        }
    });
    chosen
}

fn note_ui(
    ui: &mut Ui,
    review: &Review,
    (about, note): (&About, &Note),
    draw: DrawRow,
    outbox: &mut Outbox,
) {
    let (title, kind) = called(review, about);
    let facts = format!("{kind} · {}", wording::shortened(&note.line(), 240));
    let shown = Row {
        title: &title,
        kind: Type::Ui,
        facts: &facts,
        is_chosen: false,
    };
    if draw(ui, shown).clicked() {
        outbox.send(Command::CloseLists);
        go_to(review, about, outbox);
        outbox.send(Command::OpenCard(Card::Note(about.clone(), title)));
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
fn history_ui(ui: &mut Ui, session: &Session, review: &Review, height: f32, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    if !review.unfound().is_empty() {
        let line = phrases::unfound(review.unfound().len());
        paragraph(ui, &line, Type::Small, tokens.ink);
        ui.add_space(GAP);
    }
    let line = words::CHOOSE_AN_ACT;
    paragraph(ui, line, Type::Small, tokens.secondary);
    ui.add_space(GAP);
    let acts = review.ledger().entries().len();
    rows_ui(ui, height, acts + 1, |ui, row, draw| {
        act_ui(ui, review, acts - row, draw, outbox);
    });
    ui.add_space(GAP);
    let line = session.saving.explained();
    paragraph(ui, &line, Type::Small, tokens.secondary);
}

/// The state after so many acts, under the name of the last of them.
fn act_ui(ui: &mut Ui, review: &Review, acts: usize, draw: DrawRow, outbox: &mut Outbox) {
    let ledger = review.ledger();
    let standing = ledger.standing().len();
    let last = acts.checked_sub(1);
    let (title, facts) = match last.and_then(|last| ledger.entries().get(last)) {
        Some(entry) => {
            let at = entry.at.with_timezone(&chrono::Local);
            let now = chrono::Local::now();
            let mut facts = format!("{} · {}", wording::ago(at, now), at.format("%H:%M"));
            let mut unfound = review.unfound().iter();
            let missing = unfound.find(|(place, _)| Some(*place) == last);
            if acts > standing {
                facts.push_str(words::UNDONE);
            } else if let Some((_, missing)) = missing {
                facts.push_str(words::CHANGES_NOTHING);
                facts.push_str(&wording::missing(missing));
            }
            (wording::act(&entry.act), facts)
        }
        None => (
            words::BEFORE_YOUR_FIRST_CHANGE.to_owned(),
            words::AS_CROSSREAD_READ_IT.to_owned(),
        ),
    };
    let shown = Row {
        title: &title,
        kind: Type::Ui,
        facts: &facts,
        is_chosen: acts == standing,
    };
    if draw(ui, shown).clicked() {
        outbox.send(Command::StepTo(acts));
    }
}
