//! The palette: one field for commands, articles, names and claims.

use egui::{Align2, Area, Frame, Id, Key, Modal, Modifiers, ScrollArea, TextEdit, Ui, vec2};

use super::Outbox;
use super::keys::keys_in_words;
use super::theme::{Tokens, Type};
use super::widgets::{Row, line_row, paragraph};
use crate::session::{
    Command, PaletteItem, PaletteTarget, Session, palette_items, palette_resting,
};
use crate::ui::{phrases, words};

const WIDTH: f32 = 560.0;
/// From the top of the window.
const TOP: f32 = 72.0;

/// Draws the palette, if it is open.
pub(super) fn palette_ui(ui: &Ui, session: &Session, outbox: &mut Outbox) {
    let Some(palette) = &session.palette else {
        return;
    };
    let items = palette_items(session, palette);
    let ctx = ui.ctx();
    let chosen = palette.chosen.min(items.len().saturating_sub(1));
    let (down, up, enter) = ctx.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::ArrowDown),
            input.consume_key(Modifiers::NONE, Key::ArrowUp),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    let rows = match (up, down) {
        (true, false) if chosen > 0 => -1,
        (false, true) if chosen + 1 < items.len() => 1,
        _ => 0,
    };
    let chosen = chosen.saturating_add_signed(rows);
    if rows != 0 {
        outbox.send(Command::MovePalette(rows));
    }
    if enter {
        outbox.send(Command::EnterPalette);
    }
    let area: Area =
        Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, TOP));
    let response = Modal::new(Id::unique("palette"))
        .area(area)
        .frame(Frame::popup(&ui.ctx().global_style()).inner_margin(10))
        .show(ctx, |ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 60.0));
            let tokens = Tokens::of(ui);
            let mut query = palette.query.clone();
            let field = TextEdit::singleline(&mut query)
                .hint_text(words::PALETTE_HINT)
                .desired_width(f32::INFINITY)
                .margin(vec2(10.0, 8.0))
                .font(Type::Lead.font());
            let response = ui.add(field).accessible_name(words::SEARCH_OR_COMMAND);
            response.request_focus();
            if response.changed() {
                outbox.send(Command::TypePalette(query));
            }
            ui.add_space(4.0);
            if items.is_empty() {
                let resting = palette_resting(session, palette);
                let line =
                    resting.map_or_else(|| words::NOTHING_CALLED_THAT.to_owned(), phrases::not_now);
                paragraph(ui, &line, Type::Ui, tokens.secondary);
            }
            let height = ui.ctx().content_rect().height() - TOP - 120.0;
            let height = height.max(120.0);
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .show(ui, |ui| {
                    rows_ui(ui, &items, chosen, rows != 0, outbox);
                });
        });
    if response.should_close() {
        outbox.send(Command::ClosePalette);
    }
}

/// Draws the rows; after a step the chosen one is brought into view.
fn rows_ui(
    ui: &mut Ui,
    items: &[PaletteItem],
    chosen: usize,
    has_moved: bool,
    outbox: &mut Outbox,
) {
    for (position, item) in items.iter().enumerate() {
        let facts = match item.target {
            PaletteTarget::Act(action) => keys_in_words(ui.ctx(), action),
            _ => item.facts.clone(),
        };
        let shown = Row {
            title: &item.text,
            kind: Type::Ui,
            facts: &facts,
            is_chosen: position == chosen,
        };
        let response = line_row(ui, shown);
        if has_moved && position == chosen {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            outbox.send(Command::RunPalette(item.target.clone()));
        }
    }
}
