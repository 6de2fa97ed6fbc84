//! Choices on a card, each with what it would change, said before it is made.

use egui::{Response, Ui};

use super::super::theme::{Tokens, Type};
use super::super::widgets::{paragraph, quiet_button};
use crate::review::{Correction, Review};
use crate::session::{Command, Correcting, Session};
use crate::ui::Outbox;
use crate::ui::words;

/// The choices of a card while it is drawn.
pub(super) struct Offers<'a> {
    pub(super) session: &'a Session,
    pub(super) review: &'a Review,
    outbox: &'a mut Outbox,
    pointed: Option<Correction>,
}

impl<'a> Offers<'a> {
    pub(super) const fn new(
        session: &'a Session,
        review: &'a Review,
        outbox: &'a mut Outbox,
    ) -> Self {
        Self {
            session,
            review,
            outbox,
            pointed: None,
        }
    }

    /// A widget stands for a correction: pointed at or under the keyboard it says what it would
    /// change, clicked it is done.
    pub(super) fn offer(&mut self, response: &Response, make: impl FnOnce() -> Option<Correction>) {
        let is_pointed = response.hovered() || response.has_focus();
        if !is_pointed && !response.clicked() {
            return;
        }
        let Some(correction) = make() else {
            return;
        };
        if response.clicked() {
            self.correct(correction);
        } else {
            self.pointed = Some(correction);
        }
    }

    /// What is being typed stands for a correction: it says what it would change, unless a choice is
    /// pointed at.
    pub(super) fn typed(&mut self, correction: Option<Correction>) {
        if self.pointed.is_none() {
            self.pointed = correction;
        }
    }

    /// A button that stands for a correction.
    pub(super) fn button(
        &mut self,
        ui: &mut Ui,
        text: &str,
        make: impl FnOnce() -> Option<Correction>,
    ) {
        let response = quiet_button(ui, text);
        self.offer(&response, make);
    }

    /// Does a correction.
    pub(super) fn correct(&mut self, correction: Correction) {
        self.outbox.send(Command::Correct(Box::new(correction)));
    }

    /// The card's fields were edited.
    pub(super) fn edit(&mut self, card: Correcting) {
        self.outbox.send(Command::TypeCorrecting(Box::new(card)));
    }

    /// Asks for something else.
    pub(super) fn send(&mut self, command: Command) {
        self.outbox.send(command);
    }

    /// The line that says what the choice pointed at would change.
    pub(super) fn line_ui(self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        let Some(correction) = self.pointed else {
            let line = words::POINT_AT_A_CHOICE;
            paragraph(ui, line, Type::Small, tokens.secondary);
            return;
        };
        let known = self.session.preview.as_ref().filter(|known| {
            known.correction == correction && known.revision == self.session.revision
        });
        // One at a time: a pointer that runs over many choices asks about the last of them.
        let is_busy =
            self.session.preview.as_ref().is_some_and(|asked| {
                asked.words.is_none() && asked.revision == self.session.revision
            });
        if known.is_none() && !is_busy {
            let asked = Command::Preview(Box::new(correction));
            self.outbox.send(asked);
        }
        let words = known.and_then(|known| known.words.as_deref());
        let words = words.unwrap_or(words::LOOKING_AT_CHANGE);
        paragraph(ui, words, Type::Small, tokens.ink);
    }
}
