//! One telling as the mark of its outlet, with a card of its words.

use egui::{Frame, Id, Margin, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::super::theme::{Tokens, Type, outlet_mark, outlet_shape, rich_in};
use super::super::widgets::{focus_card, paragraph};
use crate::model::{Certainty, Interval};
use crate::session::{Action, Command};
use crate::ui::Outbox;
use crate::ui::{phrases, words};
use crate::view::timeline::{Lane, Point};
use crate::view::wording;

/// Radius of a mark.
pub(super) const MARK: f32 = 8.0;
/// Width of the number that stands for several marks, with the gap after it.
pub(super) const CROWD: f32 = 32.0;
/// The most tellings of a crowd that are listed.
const CROWD_LISTED: usize = 8;

/// Where a mark stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) center: Pos2,
    /// From where to where its days reach, when it stands for more than one.
    pub(super) stretch: Option<(f32, f32)>,
}

/// Draws a telling.
pub(super) fn point_ui(
    ui: &Ui,
    lane: &Lane,
    point: &Point,
    at: &Place,
    id: Id,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let center = at.center;
    let rect = Rect::from_center_size(center, vec2(MARK * 2.4, MARK * 2.4));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let certainty = wording::certainty(point.certainty);
        let name = format!("{}, {certainty}, {}", point.heading, lane.label);
        WidgetInfo::labeled(Role::Button, true, name)
    });
    let color = tokens.outlet(point.outlet);
    let shape = outlet_shape(point.outlet);
    let painter = ui.painter();
    if let Some((left, right)) = at.stretch {
        painter.hline(left..=right, center.y, Stroke::new(2.0, color));
        for x in [left, right] {
            let foot = center.y - 4.0..=center.y + 4.0;
            painter.vline(x, foot, Stroke::new(1.0, color));
        }
    }
    let is_active = response.hovered() || response.has_focus();
    let radius = if is_active { MARK + 1.5 } else { MARK };
    painter.circle_filled(center, radius + 1.0, tokens.page);
    let is_hollow = matches!(point.certainty, Certainty::Hedged | Certainty::Questioned);
    outlet_mark(painter, shape, center, radius, color, is_hollow);
    if point.certainty == Certainty::Denied {
        for arm in [vec2(5.0, 5.0), vec2(5.0, -5.0)] {
            let ends = [center - arm, center + arm];
            painter.line_segment(ends, Stroke::new(4.5, tokens.page));
            painter.line_segment(ends, Stroke::new(2.0, tokens.alarm));
        }
    }
    if response.clicked() {
        outbox.send(Command::GoTo(point.place.0.clone(), point.place.1));
    }
    if response.has_focus() {
        painter.circle_stroke(center, radius + 3.5, Stroke::new(2.0, tokens.accent));
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        focus_card(ui, &response, rect, |ui| card_ui(ui, point));
    } else {
        response.on_hover_ui(|ui| card_ui(ui, point));
    }
}

/// Draws several tellings that stand too near each other to be told apart: their number.
pub(super) fn crowd_ui(ui: &Ui, lane: &Lane, points: &[&Point], center: Pos2, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let rect = Rect::from_center_size(center, vec2(MARK * 2.4, MARK * 2.4));
    let first = points.first().map(|point| &point.place);
    let first = first.map(|(article, span)| (article.as_str(), span.start));
    let id = Id::unique(("crowd", lane.claim.0, first));
    let response = ui.interact(rect, id, Sense::click());
    let days = points.iter().filter_map(|point| point.days);
    let days = days.reduce(|a, b| Interval {
        earliest: a.earliest.min(b.earliest),
        latest: a.latest.max(b.latest),
    });
    let tellings = phrases::tellings(points.len());
    let when = days.map_or_else(|| wording::NO_DATE.to_owned(), wording::interval);
    response.widget_info(|| {
        let name = format!("{tellings}, {when}, {}", lane.label);
        WidgetInfo::labeled(Role::Button, true, name)
    });
    let is_active = response.hovered() || response.has_focus();
    let line = if is_active { tokens.accent } else { tokens.ink };
    let painter = ui.painter();
    let number = if points.len() > 99 {
        "99+".to_owned()
    } else {
        points.len().to_string()
    };
    let number = painter.layout_no_wrap(number, Type::Group.font(), tokens.ink);
    let wide = (number.size().x + 8.0).clamp(2.0 * MARK + 2.0, CROWD - 2.0);
    let ground = Rect::from_center_size(center, vec2(wide, 2.0 * MARK + 2.0));
    let line = Stroke::new(1.5, line);
    painter.rect(ground, MARK + 1.0, tokens.card, line, StrokeKind::Inside);
    painter.galley(center - number.size() / 2.0, number, tokens.ink);
    if response.clicked() {
        outbox.send(Command::ChooseClaim(Some(lane.claim)));
        outbox.send(Action::ShowClaims);
    }
    let card = |ui: &mut Ui| crowd_card_ui(ui, points, &format!("{tellings} · {when}"));
    if response.has_focus() {
        painter.rect_stroke(
            ground.expand(2.5),
            MARK + 3.0,
            Stroke::new(2.0, tokens.accent),
            StrokeKind::Outside,
        );
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        focus_card(ui, &response, rect, card);
    } else {
        response.on_hover_ui(card);
    }
}

/// Who tells it, how surely where it is not simply said, and what a click does.
fn crowd_card_ui(ui: &mut Ui, points: &[&Point], heading: &str) {
    let tokens = Tokens::of(ui);
    ui.set_max_width(320.0);
    ui.label(rich_in(heading, Type::Strong, tokens.ink));
    let mut lines: Vec<(String, usize)> = Vec::new();
    for point in points {
        let mut line = point.heading.clone();
        if !matches!(point.certainty, Certainty::Stated | Certainty::Attributed) {
            line.push_str(" · ");
            line.push_str(wording::certainty(point.certainty));
        }
        if let Some((_, count)) = lines.iter_mut().find(|(known, _)| *known == line) {
            *count += 1;
        } else if lines.len() < CROWD_LISTED {
            lines.push((line, 1));
        }
    }
    let mut more = points.len();
    for (line, count) in lines {
        more -= count;
        let line = if count > 1 {
            format!("{line} × {}", wording::thousands(count))
        } else {
            line
        };
        paragraph(ui, &line, Type::Small, tokens.ink);
    }
    if more > 0 {
        let line = phrases::and_more(more);
        paragraph(ui, &line, Type::Small, tokens.secondary);
    }
    // Only days can be drawn out.
    let is_dated = points.iter().any(|point| point.days.is_some());
    let keys = if is_dated {
        words::CROWD_KEYS
    } else {
        words::CROWD_OPENS
    };
    paragraph(ui, keys, Type::Small, tokens.secondary);
}

fn card_ui(ui: &mut Ui, point: &Point) {
    let margin = Margin::symmetric(8, 6);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        words_ui(ui, point);
    });
}

fn words_ui(ui: &mut Ui, point: &Point) {
    let tokens = Tokens::of(ui);
    ui.set_max_width(320.0);
    ui.label(rich_in(&point.heading, Type::Strong, tokens.ink));
    paragraph(
        ui,
        &wording::quotation(&point.words),
        Type::Quoted,
        tokens.ink,
    );
    let mut line = wording::certainty(point.certainty).to_owned();
    if let Some(days) = point.days {
        line.push_str(" · ");
        line.push_str(&wording::interval(days));
    }
    paragraph(ui, &line, Type::Small, tokens.secondary);
}
