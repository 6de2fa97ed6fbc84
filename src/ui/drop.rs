//! Files and folders dragged over the window and dropped on it.

use egui::{Align2, CornerRadius, Id, LayerId, Order, Stroke, StrokeKind, Ui};

use super::Outbox;
use super::theme::{CARD_RADIUS, GAP, Tokens, Type};
use crate::session::{Command, OpenHow, Session};
use crate::ui::words;

/// Takes what was dropped; says what dropping would do while something hovers.
pub(super) fn drop_ui(ui: &Ui, session: &Session, outbox: &mut Outbox) {
    let ctx = ui.ctx();
    let (hovering, dropped) = ctx.input(|input| {
        let paths: Vec<std::path::PathBuf> = input
            .raw
            .dropped_files
            .iter()
            .map(|file| file.path().to_owned())
            .filter(|path| !path.as_os_str().is_empty())
            .collect();
        (input.raw.hovered_files.len(), paths)
    });
    if !dropped.is_empty() {
        outbox.send(Command::Open(dropped, OpenHow::Ask));
    }
    if hovering == 0 || session.is_at_start() {
        return;
    }
    let tokens = Tokens::of(ui);
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    let rect = ctx.content_rect().shrink(GAP);
    let corners = CornerRadius::same(CARD_RADIUS);
    painter.rect_filled(rect, corners, tokens.page.gamma_multiply(0.92));
    let line = Stroke::new(2.0, tokens.accent);
    painter.rect_stroke(rect, corners, line, StrokeKind::Inside);
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        words::DROP_TO_READ_THESE_ARTICLES,
        Type::Headline.font(),
        tokens.ink,
    );
}
