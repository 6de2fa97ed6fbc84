//! Another claim or name to be chosen on a card: a field to find it by its words, and those found.

use egui::{ScrollArea, Ui};

use super::super::theme::{GAP, Tokens, Type};
use super::super::widgets::{Row, listing_ui, paragraph, row};
use super::offers::Offers;
use super::{Entry, field_ui};
use crate::review::{Correction, Review};
use crate::session::Lists;

/// The most that are offered.
pub(super) const OFFERED_MAX: usize = 6;

/// What is looked for.
pub(super) struct Sought<'a> {
    /// Name of the field.
    pub(super) name: &'a str,
    /// What is said in the field while it is empty.
    pub(super) hint: &'a str,
    /// What was typed.
    pub(super) query: &'a str,
    /// What is said when nothing has these words.
    pub(super) none: &'a str,
}

/// One that was found: which, what it is called, and what is known of it.
pub(super) type Found<I> = (I, String, String);

/// Draws the field and, below it, what `find` finds; a choice stands for the correction that `make`
/// gives. Gives what was typed, when it changed.
pub(super) fn others_ui<I>(
    ui: &mut Ui,
    sought: &Sought<'_>,
    offers: &mut Offers<'_>,
    find: impl FnOnce(&Lists) -> Option<Vec<Found<I>>>,
    make: impl Fn(&Review, &I) -> Option<Correction>,
) -> Option<String> {
    let field = Entry {
        name: sought.name,
        hint: sought.hint,
        value: sought.query,
        is_first: false,
        lines: 1,
    };
    let (typed, _) = field_ui(ui, field, f32::INFINITY);
    if sought.query.trim().is_empty() {
        return typed;
    }
    let Some(found) = find(&offers.session.lists) else {
        listing_ui(ui);
        return typed;
    };
    ui.add_space(GAP);
    if found.is_empty() {
        let tokens = Tokens::of(ui);
        paragraph(ui, sought.none, Type::Small, tokens.secondary);
    }
    ScrollArea::vertical().max_height(200.0).show(ui, |ui| {
        for (id, title, facts) in &found {
            let shown = Row {
                title,
                kind: Type::Ui,
                facts,
                is_chosen: false,
            };
            let review = offers.review;
            offers.offer(&row(ui, shown), || make(review, id));
        }
    });
    typed
}
