//! Above the sides: which articles, what differs in numbers.

use egui::{Frame, Label, Layout, Margin, ScrollArea, Ui, vec2};

use super::super::theme::{GAP, Tokens, Type, rich_in};
use super::super::widgets::{action_button, chips_ui, count_chip, heading, within};
use super::MIDDLE;
use crate::review::Review;
use crate::session::{Action, Command, Session, Side};
use crate::ui::Outbox;
use crate::ui::picker::{self, Picker};
use crate::ui::{phrases, words};
use crate::view::compare::Sides;
use crate::view::labels::{outlet_day_title, outlet_day_within, title};
use crate::view::wording;

/// Width of a letter of a picker at most, on average, in points.
const STRONG_LETTER: f32 = 7.6;
/// Letters that the day beside a name takes, with the marks around the name and the arrow.
const DAY_LETTERS: usize = 20;

/// Draws what stands above the sides.
pub(super) fn head_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    (sides, is_low): (Option<&Sides>, bool),
    outbox: &mut Outbox,
) {
    counts_ui(ui, sides, is_low, outbox);
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let side = ((width - MIDDLE) / 2.0).floor();
    let (rect, _) = ui.allocate_exact_size(vec2(width, 66.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 0, tokens.panel);
    for y in [rect.top(), rect.bottom()] {
        ui.painter().hline(rect.x_range(), y, (1.0, tokens.line));
    }
    let columns = [
        (Side::Left, rect.left()),
        (Side::Right, rect.left() + side + MIDDLE),
    ];
    for (which, left) in columns {
        let inner = egui::Rect::from_min_size(
            egui::pos2(left + 18.0, rect.top() + 8.0),
            vec2(side - 36.0, 52.0),
        );
        let layout = Layout::top_down(egui::Align::Min);
        within(ui, inner, ("picker", which), layout, |ui| {
            picker_ui(ui, session, review, which, outbox);
        });
    }
    let middle = egui::Rect::from_min_size(
        egui::pos2(rect.left() + side, rect.top() + 18.0),
        vec2(MIDDLE, 30.0),
    );
    let layout = Layout::top_down(egui::Align::Center);
    within(ui, middle, "swap", layout, |ui| {
        action_button(ui, session, Action::SwapSides, outbox);
    });
    for x in [side, side + MIDDLE] {
        let x = rect.left() + x;
        ui.painter().vline(x, rect.y_range(), (1.0, tokens.line));
    }
}

fn picker_ui(ui: &mut Ui, session: &Session, review: &Review, side: Side, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let (chosen, other, name) = match side {
        Side::Left => (
            &session.comparing.left,
            &session.comparing.right,
            words::LEFT_ARTICLE,
        ),
        Side::Right => (
            &session.comparing.right,
            &session.comparing.left,
            words::RIGHT_ARTICLE,
        ),
    };
    let Some(chosen) = chosen else {
        return;
    };
    // What is too long is cut here, at a word and with the day kept.
    let letters = (ui.available_width() / STRONG_LETTER) as usize;
    let named = outlet_day_within(review, chosen, letters.saturating_sub(DAY_LETTERS).max(12));
    let picker = Picker {
        name,
        shown: rich_in(named, Type::Strong, tokens.ink).into(),
        spoken: outlet_day_title(review, chosen),
        chosen: Some(chosen),
        without: other.as_ref(),
        groups: session.lists.articles(),
    };
    if let Some(picked) = picker::picker_ui(ui, &picker) {
        outbox.send(Command::SetSide(side, picked));
    }
    let room = (ui.available_width() / 6.4) as usize;
    // An article without an outlet is named by its headline already.
    let article = review.document(chosen).map(|document| &document.article);
    let below = match article {
        Some(article) if article.outlet.is_none() => {
            // In a narrow window the file says more than that its outlet is unknown.
            let words = phrases::no_outlet(&article.path);
            let fits = words.chars().count() <= room;
            if fits { words } else { article.path.clone() }
        }
        _ => title(review, chosen),
    };
    let shown = wording::shortened(&below, room.max(20));
    ui.label(rich_in(shown, Type::Small, tokens.secondary));
}

/// What differs, counted; in a low window in one line that is scrolled sideways.
fn counts_ui(ui: &mut Ui, sides: Option<&Sides>, is_low: bool, outbox: &mut Outbox) {
    let frame = Frame::new().inner_margin(Margin::symmetric(18, 10));
    frame.show(ui, |ui| {
        if is_low {
            ScrollArea::horizontal().show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    chips(ui, sides, outbox);
                });
            });
        } else {
            chips_ui(ui, |ui| chips(ui, sides, outbox));
        }
    });
}

fn chips(ui: &mut Ui, sides: Option<&Sides>, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let title = if sides.is_some_and(|sides| sides.is_same) {
        words::SAME_TEXTS
    } else {
        words::WHAT_DIFFERS
    };
    heading(ui, title, Type::Strong, 1);
    let Some(sides) = sides else {
        return;
    };
    if sides.alike > 0 && !sides.is_same {
        let rows = phrases::passages(sides.alike);
        let line = phrases::same_or_reworded(&rows);
        let label = Label::new(rich_in(line, Type::Small, tokens.secondary));
        ui.add(label.extend());
    }
    ui.add_space(GAP);
    for (words, count, is_fact) in &sides.counts {
        let text = wording::times(*count, words);
        if count_chip(ui, &text, *is_fact)
            .on_hover_text(words::GO_TO_NEXT)
            .clicked()
        {
            outbox.send(Command::NextOfKind(words));
        }
    }
}
