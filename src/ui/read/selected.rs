//! Words that the reader selected on the page, and what can be done with them.
//!
//! egui selects text across labels and tells no one where; the place inside one paragraph is
//! followed here from the same presses, so that words can be marked where they stand.

use egui::{
    Area, Context, CornerRadius, Frame, Galley, Id, Margin, Order, Pos2, Rect, Response, Stroke,
    Ui, vec2,
};
use unicode_segmentation::UnicodeSegmentation;

use super::super::theme::{RADIUS, Tokens};
use super::super::widgets::{quiet_button, range_rects};
use super::paragraph::Shown;
use crate::model::{ArticleId, Span};
use crate::review::{About, Field, Quote, Review};
use crate::session::{Card, Command, Quoted};
use crate::ui::Outbox;
use crate::ui::words;
use crate::view::wording;

/// Words that are selected, and where their end is in view.
#[derive(Clone, Debug)]
struct Selected {
    article: ArticleId,
    span: Span,
    /// Where they end on the screen, and in which pass that was.
    at: Pos2,
    pass: u64,
}

fn pressed_id() -> Id {
    Id::unique("selecting-words")
}

fn selected_id() -> Id {
    Id::unique("selected-words")
}

/// Follows what is selected in a paragraph.
pub(super) fn watch(ui: &Ui, shown: &Shown<'_>, response: &Response, galley: &Galley, at: Pos2) {
    follow(ui, shown, galley, at);
    let Some(pointer) = response.interact_pointer_pos() else {
        return;
    };
    let text = &shown.paragraph.text;
    let char_at = |pointer: Pos2| galley.cursor_from_pos(pointer - at).index;
    let byte = |chars: usize| {
        let mut indices = text.char_indices();
        indices.nth(chars).map_or(text.len(), |(byte, _)| byte)
    };
    let here = byte(char_at(pointer).into());
    if response.drag_started() {
        let origin = ui.input(|input| input.pointer.press_origin());
        let from = origin.map_or(here, |origin| byte(char_at(origin).into()));
        ui.data_mut(|data| data.insert_temp(pressed_id(), from));
    }
    let span = if response.double_clicked() {
        word_at(text, here)
    } else if response.drag_stopped() {
        let from: Option<usize> = ui.data_mut(|data| data.remove_temp(pressed_id()));
        from.map(|from| Span::new(from.min(here), from.max(here)))
    } else {
        return;
    };
    let span = span
        .map(|span| span.trimmed(text))
        .filter(|span| !span.is_empty());
    if let Some(span) = span {
        let selected = Selected {
            article: shown.article.clone(),
            span: span.shifted(shown.paragraph.span.start),
            at: pointer,
            pass: ui.ctx().cumulative_pass_nr(),
        };
        ui.data_mut(|data| data.insert_temp(selected_id(), selected));
    }
}

/// Notes where the selected words end now, if they stand in this paragraph and are in view: the page
/// may have been scrolled.
fn follow(ui: &Ui, shown: &Shown<'_>, galley: &Galley, at: Pos2) {
    let own = shown.paragraph.span;
    let selected: Option<Selected> = ui.data(|data| data.get_temp(selected_id()));
    let Some(mut selected) = selected
        .filter(|selected| selected.article == *shown.article && own.contains(selected.span))
    else {
        return;
    };
    let inside = Span::new(
        selected.span.start - own.start,
        selected.span.end - own.start,
    );
    let end = range_rects(galley, inside).last().map(Rect::right_bottom);
    let end = end.map(|end| end + at.to_vec2());
    if let Some(end) = end.filter(|end| ui.clip_rect().contains(*end)) {
        selected.at = end;
        selected.pass = ui.ctx().cumulative_pass_nr();
        ui.data_mut(|data| data.insert_temp(selected_id(), selected));
    }
}

/// The word that a byte stands in.
fn word_at(text: &str, byte: usize) -> Option<Span> {
    text.unicode_word_indices()
        .map(|(at, word)| Span::new(at, at + word.len()))
        .find(|span| span.start <= byte && byte <= span.end)
}

/// Draws what can be done with the selected words, beside them, until the next press elsewhere.
pub(super) fn bar_ui(ui: &Ui, article: &ArticleId, review: &Review, outbox: &mut Outbox) {
    let selected: Option<Selected> = ui.data(|data| data.get_temp(selected_id()));
    let Some(selected) = selected.filter(|selected| selected.article == *article) else {
        return;
    };
    if selected.pass != ui.ctx().cumulative_pass_nr() {
        return;
    }
    let tokens = Tokens::of(ui);
    let bar = Area::new(Id::unique("selected-bar"))
        .order(Order::Foreground)
        .constrain(true)
        .fixed_pos(selected.at + vec2(-20.0, 6.0))
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(tokens.card)
                .stroke(Stroke::new(1.0, tokens.line))
                .corner_radius(CornerRadius::same(RADIUS))
                .shadow(ui.visuals().popup_shadow)
                .inner_margin(Margin::same(6))
                .show(ui, |ui| {
                    ui.horizontal(|ui| choices_ui(ui, &selected, review, outbox))
                        .inner
                })
                .inner
        });
    let pressed_elsewhere = ui.input(|input| {
        let position = input.pointer.interact_pos();
        input.pointer.any_pressed()
            && position.is_some_and(|position| !bar.response.rect.contains(position))
    });
    let is_escape = ui.input(|input| input.key_pressed(egui::Key::Escape));
    if bar.inner || pressed_elsewhere || is_escape {
        ui.data_mut(|data| data.remove::<Selected>(selected_id()));
    }
}

/// The card that marks the selected words, if some are.
pub(in crate::ui) fn marking(ctx: &Context) -> Option<Card> {
    let selected: Selected = ctx.data(|data| data.get_temp(selected_id()))?;
    // As of the frame before: the page of this one is not drawn yet.
    let is_in_view = selected.pass + 1 >= ctx.cumulative_pass_nr();
    is_in_view.then_some(Card::Marking(selected.article, Some(selected.span)))
}

/// Gives whether one was chosen.
fn choices_ui(ui: &mut Ui, selected: &Selected, review: &Review, outbox: &mut Outbox) -> bool {
    let mut is_chosen = false;
    if quiet_button(ui, words::MARK).clicked() {
        let card = Card::Marking(selected.article.clone(), Some(selected.span));
        outbox.send(Command::OpenCard(card));
        is_chosen = true;
    }
    if quiet_button(ui, words::COPY_WITH_SOURCE).clicked() {
        let passage = Quoted::Passage(selected.article.clone(), selected.span);
        outbox.send(Command::Copy(passage));
        is_chosen = true;
    }
    let quote = review
        .document(&selected.article)
        .and_then(|document| Quote::of(&document.article, Field::Text, selected.span));
    if let Some(quote) = quote
        && quiet_button(ui, words::NOTE_ON_IT).clicked()
    {
        let title = format!("“{}”", wording::shortened(&quote.words, 60));
        outbox.send(Command::OpenCard(Card::Note(About::Passage(quote), title)));
        is_chosen = true;
    }
    is_chosen
}

#[cfg(test)]
mod tests {
    use super::word_at;

    #[test]
    fn a_word_is_found_at_its_edges_and_inside() {
        let text = "Osk Válley, again";
        let word = |byte| word_at(text, byte).map(|span| span.of(text));
        assert_eq!(word(5), Some("Válley"));
        assert_eq!(word(0), Some("Osk"));
        assert_eq!(word(text.len()), Some("again"));
    }
}
