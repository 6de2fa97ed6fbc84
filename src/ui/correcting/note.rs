//! The card of a note with tags.

use egui::{TextEdit, Ui, vec2};

use super::super::theme::{GAP, TWICE, Tokens, Type};
use super::super::widgets::{
    chip, chips_ui, focus_when_opened, group_heading, heading, main_button, paragraph, quiet_button,
};
use super::offers::Offers;
use super::{Entry, Typing, field_ui};
use crate::review::NoteAct;
use crate::session::{Command, Correcting, NoteCard};
use crate::ui::words;

/// Draws the card.
pub(super) fn note_ui(ui: &mut Ui, card: &NoteCard, offers: &mut Offers<'_>) {
    let tokens = Tokens::of(ui);
    heading(ui, words::NOTE, Type::Strong, 1);
    paragraph(ui, &card.title, Type::Small, tokens.secondary);
    ui.add_space(GAP);
    let mut text = card.text.clone();
    let field = TextEdit::multiline(&mut text)
        .hint_text(words::WHAT_YOU_WANT_TO_REMEMBER)
        .desired_rows(5)
        .desired_width(f32::INFINITY)
        .margin(vec2(8.0, 6.0));
    let field = ui.add(field).accessible_name(words::NOTE);
    focus_when_opened(ui, &field);
    if field.changed() {
        let card = card.clone();
        offers.edit(Correcting::Note(NoteCard { text, ..card }));
    }
    ui.add_space(GAP);
    let note = offers.review.notes().on(&card.about);
    let kept = note.map_or("", |note| note.text.as_str());
    let tags: Vec<String> = note.map_or_else(Vec::new, |note| note.tags.iter().cloned().collect());
    let is_changed = card.text.trim_end() != kept;
    ui.horizontal(|ui| {
        let response = ui
            .add_enabled_ui(is_changed, |ui| main_button(ui, words::KEEP_NOTE))
            .inner;
        if response.clicked() {
            let (about, text) = (card.about.clone(), card.text.clone());
            offers.send(Command::Note(Box::new(NoteAct::Write { about, text })));
        }
        let line = match (is_changed, kept.is_empty()) {
            (true, _) => words::KEPT_ON_CLOSE,
            (false, false) => words::KEPT,
            (false, true) => "",
        };
        paragraph(ui, line, Type::Small, tokens.secondary);
    });
    ui.add_space(TWICE);
    group_heading(ui, words::TAGS);
    tags_ui(ui, card, &tags, offers);
    ui.horizontal(|ui| {
        let field = Entry {
            name: words::NEW_TAG,
            hint: words::NEW_TAG,
            value: &card.tag,
            is_first: false,
            lines: 1,
        };
        let (typed, typing) = field_ui(ui, field, 180.0);
        let tag = typed.clone().unwrap_or_else(|| card.tag.clone());
        if (quiet_button(ui, words::ADD_TAG).clicked() || typing == Typing::Entered)
            && !tag.trim().is_empty()
        {
            let about = card.about.clone();
            offers.send(Command::Note(Box::new(NoteAct::Tag { about, tag })));
            let (card, tag) = (card.clone(), String::new());
            offers.edit(Correcting::Note(NoteCard { tag, ..card }));
        } else if let Some(tag) = typed {
            let card = card.clone();
            offers.edit(Correcting::Note(NoteCard { tag, ..card }));
        }
    });
}

/// Tags it has, and those in use elsewhere; a click puts one on or takes it off.
fn tags_ui(ui: &mut Ui, card: &NoteCard, tags: &[String], offers: &mut Offers<'_>) {
    let known: Vec<String> = offers
        .review
        .notes()
        .tags()
        .into_iter()
        .map(|(tag, _)| tag.to_owned())
        .collect();
    chips_ui(ui, |ui| {
        for tag in known {
            let is_on = tags.contains(&tag);
            if chip(ui, &tag, is_on).clicked() {
                let about = card.about.clone();
                offers.send(Command::Note(Box::new(if is_on {
                    NoteAct::Untag { about, tag }
                } else {
                    NoteAct::Tag { about, tag }
                })));
            }
        }
    });
}
