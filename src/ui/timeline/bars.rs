//! Tellings counted by day, week or month: a bar for each stretch, a piece of it for each outlet.

use egui::{Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use super::super::theme::{GAP, Tokens, Type, outlet_mark, outlet_shape, rich_in};
use super::super::widgets::focus_card;
use super::axis::x_of;
use super::calendar::{calendar_ui, selects_days};
use crate::review::Review;
use crate::session::{Command, Session};
use crate::ui::Outbox;
use crate::ui::phrases;
use crate::view::timeline::{Bar, Timeline};
use crate::view::{labels, wording};

/// Room at the left for numbers.
const NUMBERS: f32 = 40.0;

/// Draws the bars into all the space there is.
pub(super) fn bars_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    shown: &Timeline,
    fits: bool,
    outbox: &mut Outbox,
) {
    let Some(days) = shown.days else {
        return;
    };
    let space = ui.max_rect();
    let rect = Rect::from_min_max(pos2(space.left() + NUMBERS, space.top()), space.max);
    let transform = calendar_ui(ui, session, days, rect, fits, outbox);
    let frame = *transform.frame();
    let most = shown.bars.iter().map(Bar::total).max().unwrap_or(0).max(1);
    let scale = (frame.height() - 2.0 * GAP) / most as f32;
    let selects = selects_days(session);
    numbers_ui(ui, frame, most, scale);
    for bar in &shown.bars {
        let left = transform.position_from_point_x(x_of(bar.days.earliest));
        let right = transform.position_from_point_x(x_of(bar.days.latest) + 1.0);
        if right < frame.left() || left > frame.right() {
            continue;
        }
        let gap = ((right - left) * 0.1).min(3.0);
        let whole = Rect::from_min_max(
            pos2(left + gap, frame.bottom() - bar.total() as f32 * scale),
            pos2((right - gap).max(left + gap + 1.0), frame.bottom()),
        )
        .intersect(frame);
        bar_ui(ui, review, bar, (whole, scale), selects, outbox);
    }
}

/// Whole numbers at the left, as many as there is room for.
fn numbers_ui(ui: &Ui, frame: Rect, most: usize, scale: f32) {
    let tokens = Tokens::of(ui);
    let step = [
        1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000,
    ]
    .into_iter()
    .find(|step| *step as f32 * scale >= 32.0)
    .unwrap_or(most);
    for number in (0..=most).step_by(step.max(1)) {
        let y = frame.bottom() - number as f32 * scale;
        let at = pos2(frame.left() - GAP, y);
        let words = wording::thousands(number);
        let (align, font) = (egui::Align2::RIGHT_CENTER, Type::Small.font());
        ui.painter().text(at, align, words, font, tokens.secondary);
        let line = Stroke::new(1.0, tokens.line);
        ui.painter().hline(frame.x_range(), y, line);
    }
}

fn bar_ui(
    ui: &Ui,
    review: &Review,
    bar: &Bar,
    (whole, scale): (Rect, f32),
    selects: bool,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let id = Id::unique(("bar", bar.days));
    let response = ui.interact(whole, id, Sense::click());
    response.widget_info(|| {
        let days = wording::interval(bar.days);
        let count = phrases::tellings(bar.total());
        WidgetInfo::labeled(Role::Button, true, format!("{days}, {count}"))
    });
    let mut bottom = whole.bottom();
    for (outlet, count) in &bar.counts {
        let top = bottom - *count as f32 * scale;
        let piece = Rect::from_min_max(pos2(whole.left(), top), pos2(whole.right(), bottom));
        ui.painter().rect_filled(piece, 0, tokens.outlet(*outlet));
        ui.painter()
            .hline(piece.x_range(), top, Stroke::new(1.0, tokens.page));
        let radius = (piece.width().min(piece.height()) * 0.28).min(5.0);
        if radius >= 2.5 {
            let shape = outlet_shape(*outlet);
            let center = piece.center();
            outlet_mark(ui.painter(), shape, center, radius, tokens.page, false);
        }
        bottom = top;
    }
    let card = |ui: &mut Ui| {
        let tokens = Tokens::of(ui);
        let days = wording::interval(bar.days);
        ui.label(rich_in(days, Type::Strong, tokens.ink));
        for (outlet, count) in bar.counts.iter().rev() {
            let name = labels::outlet(review, *outlet, 40);
            let line = format!("{name} · {}", phrases::tellings(*count));
            ui.label(rich_in(line, Type::Small, tokens.ink));
        }
    };
    if response.clicked() && selects {
        outbox.send(Command::SetDays(Some(bar.days)));
    }
    if response.has_focus() {
        let line = Stroke::new(2.0, tokens.accent);
        let outside = egui::StrokeKind::Outside;
        ui.painter().rect_stroke(whole, 0, line, outside);
        focus_card(ui, &response, whole, card);
    } else {
        response.on_hover_ui(card);
    }
}
