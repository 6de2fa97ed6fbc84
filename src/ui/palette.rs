//! The palette: one field for commands, articles, names and claims.

use egui::{Align2, Area, Frame, Id, Key, Modal, Modifiers, TextEdit, Ui, vec2};

use super::Outbox;
use super::cache::Cached;
use super::keys::keys_in_words;
use super::theme::{Tokens, Type};
use super::widgets::{Row, paragraph, row};
use crate::session::{Command, PaletteItem, PaletteTarget, Session, palette_items};

/// Matches of what was typed.
#[derive(Debug, Default)]
pub(super) struct PaletteCache {
    items: Cached<(String, u64), Vec<PaletteItem>>,
}

const WIDTH: f32 = 560.0;

/// Draws the palette, if it is open.
pub(super) fn palette_ui(
    ui: &Ui,
    session: &Session,
    cache: &mut PaletteCache,
    outbox: &mut Outbox,
) {
    let Some(palette) = &session.palette else {
        return;
    };
    let key = (palette.query.clone(), session.revision);
    let items = cache
        .items
        .get(key, || palette_items(session, &palette.query));
    let ctx = ui.ctx();
    let chosen = palette.chosen.min(items.len().saturating_sub(1));
    let (down, up, enter) = ctx.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::ArrowDown),
            input.consume_key(Modifiers::NONE, Key::ArrowUp),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    if down && chosen + 1 < items.len() {
        outbox.send(Command::MovePalette(1));
    }
    if up && chosen > 0 {
        outbox.send(Command::MovePalette(-1));
    }
    if enter && let Some(item) = items.get(chosen) {
        outbox.send(Command::RunPalette(item.target.clone()));
    }
    let area: Area =
        Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, 72.0));
    let response = Modal::new(Id::unique("palette"))
        .area(area)
        .frame(Frame::popup(&ui.ctx().global_style()).inner_margin(10))
        .show(ctx, |ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 60.0));
            let tokens = Tokens::of(ui);
            let mut query = palette.query.clone();
            let field = TextEdit::singleline(&mut query)
                .hint_text("Go to an article, a name or a claim, or run a command")
                .desired_width(f32::INFINITY)
                .margin(vec2(10.0, 8.0))
                .font(Type::Lead.font());
            let response = ui.add(field).accessible_name("Search or command");
            response.request_focus();
            if response.changed() {
                outbox.send(Command::TypePalette(query));
            }
            ui.add_space(4.0);
            if items.is_empty() {
                paragraph(
                    ui,
                    "Nothing here is called that. Try fewer letters.",
                    Type::Ui,
                    tokens.secondary,
                );
            }
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
                if row(ui, shown).clicked() {
                    outbox.send(Command::RunPalette(item.target.clone()));
                }
            }
        });
    if response.should_close() {
        outbox.send(Command::ClosePalette);
    }
}
