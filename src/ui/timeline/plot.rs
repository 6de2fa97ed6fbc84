//! The lanes: labels at the left, marks over a calendar, undated tellings at the right.

use egui::{
    CornerRadius, Id, Key, PopupAnchor, Pos2, Rangef, Rect, Role, ScrollArea, Sense, Stroke,
    Tooltip, Ui, WidgetInfo, pos2, vec2,
};
use egui_plot::{Plot, PlotTransform, Span as PlotSpan};

use super::super::theme::{GAP, RADIUS, Tokens, Type, outlet_mark, outlet_shape, rich_in};
use super::super::widgets::{focus_ring, paragraph, within};
use super::axis::{tick_words, ticks, x_of};
use crate::model::Certainty;
use crate::session::{Action, Command, Session};
use crate::ui::Outbox;
use crate::view::timeline::{Lane, Point, Timeline};
use crate::view::wording;

const LANE: f32 = 44.0;
const AXIS: f32 = 28.0;
const MARK: f32 = 8.0;

/// Draws the lanes.
pub(super) fn plot_ui(ui: &mut Ui, session: &Session, shown: &Timeline, outbox: &mut Outbox) {
    let width = ui.available_width();
    let labels = (width * 0.28).clamp(150.0, 320.0);
    let has_undated = shown.undated > 0;
    let undated = if has_undated { 96.0 } else { 0.0 };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let height = shown.lanes.len() as f32 * LANE + AXIS;
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let lanes = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - AXIS));
        labels_ui(ui, session, shown, lanes, labels, outbox);
        let plot = Rect::from_min_max(
            pos2(rect.left() + labels + GAP, rect.top()),
            pos2(rect.right() - undated, rect.bottom()),
        );
        let transform = calendar_ui(ui, shown, plot);
        let mut crowded = Crowded::default();
        for (position, lane) in shown.lanes.iter().enumerate() {
            let y = lanes.top() + (position as f32 + 0.5) * LANE;
            for (number, point) in lane.points.iter().enumerate() {
                let id = Id::unique(("point", lane.claim.0, number));
                let center = match (point.days, &transform) {
                    (Some(days), Some(transform)) => {
                        let middle = f64::midpoint(x_of(days.earliest), x_of(days.latest));
                        let x = transform.position_from_point_x(middle + 0.5);
                        if !transform.frame().x_range().expand(1.0).contains(x) {
                            continue;
                        }
                        crowded.place(position, pos2(x, y))
                    }
                    _ => crowded.place(position, pos2(rect.right() - undated + 24.0, y)),
                };
                point_ui(ui, lane, point, center, id, outbox);
            }
        }
        if has_undated {
            let x = rect.right() - undated + 8.0;
            let tokens = Tokens::of(ui);
            ui.painter().vline(x, lanes.y_range(), (1.0, tokens.line));
            let at = pos2(x + 8.0, lanes.bottom() + 6.0);
            let words = wording::NO_DATE;
            let galley =
                ui.painter()
                    .layout_no_wrap(words.to_owned(), Type::Small.font(), tokens.secondary);
            ui.painter().galley(at, galley, tokens.secondary);
        }
        gaps_ui(ui, shown);
    });
}

fn gaps_ui(ui: &mut Ui, shown: &Timeline) {
    let tokens = Tokens::of(ui);
    ui.add_space(GAP);
    let mut lines = vec![format!(
        "{} of {}",
        wording::mentions(shown.dated + shown.undated),
        wording::claims(shown.lanes.len())
    )];
    if shown.undated > 0 {
        lines.push(format!(
            "{} without a date, at the right edge",
            shown.undated
        ));
    }
    if shown.single > 0 {
        let single = wording::claims(shown.single);
        lines.push(format!("{single} told by one article only, not shown"));
    }
    if shown.more > 0 {
        lines.push(format!(
            "{} more are not shown",
            wording::claims(shown.more)
        ));
    }
    paragraph(ui, &lines.join(" · "), Type::Small, tokens.secondary);
}

fn labels_ui(
    ui: &mut Ui,
    session: &Session,
    shown: &Timeline,
    lanes: Rect,
    labels: f32,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    for (position, lane) in shown.lanes.iter().enumerate() {
        let top = lanes.top() + position as f32 * LANE;
        let rect = Rect::from_min_size(pos2(lanes.left(), top), vec2(labels, LANE));
        let id = Id::unique(("lane", lane.claim.0));
        let response = ui.interact(rect, id, Sense::click());
        let is_chosen = session.claim == Some(lane.claim);
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &lane.label)
        });
        let line = pos2(lanes.left(), rect.center().y);
        let along = [line + vec2(labels, 0.0), pos2(lanes.right(), line.y)];
        let dots = egui::Shape::dotted_line(&along, tokens.line, 5.0, 0.8);
        ui.painter().extend(dots);
        if is_chosen || response.hovered() {
            let fill = if is_chosen { tokens.card } else { tokens.hover };
            ui.painter().rect_filled(
                rect.shrink2(vec2(0.0, 2.0)),
                CornerRadius::same(RADIUS),
                fill,
            );
        }
        let mut job = egui::text::LayoutJob::default();
        job.wrap.max_width = labels - 2.0 * GAP;
        job.wrap.max_rows = 2;
        let set = super::super::theme::format(Type::Small, tokens.ink);
        job.append(&lane.label, 0.0, set);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let at = pos2(rect.left() + GAP, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.ink);
        focus_ring(ui, &response, RADIUS);
        if response.clicked() {
            outbox.send(Command::ChooseClaim(Some(lane.claim)));
            outbox.send(Action::ShowClaims);
        }
        response.on_hover_text("Open this claim");
    }
}

/// The calendar: ticks, zoom and pan. `None` when nothing has a date.
fn calendar_ui(ui: &mut Ui, shown: &Timeline, rect: Rect) -> Option<PlotTransform> {
    let (first, last) = shown.days?;
    let (low, high) = (x_of(first) - 0.6, x_of(last) + 1.6);
    let tokens = Tokens::of(ui);
    let layout = egui::Layout::top_down(egui::Align::Min);
    let response = within(ui, rect, "calendar", layout, |ui| {
        // The plot draws its lines and words in the colour of text, fainter where they are close.
        ui.visuals_mut().widgets.noninteractive.fg_stroke.color = tokens.secondary;
        ui.visuals_mut().extreme_bg_color = tokens.page;
        Plot::new(("timeline", first, last))
            .height(rect.height())
            .width(rect.width())
            .default_x_bounds(low, high)
            .default_y_bounds(0.0, 1.0)
            .show_axes([true, false])
            .show_grid([true, false])
            .show_background(false)
            .show_x(false)
            .show_y(false)
            .grid_spacing(Rangef::new(8.0, 1_200.0))
            .x_grid_spacer(ticks)
            .x_axis_formatter(tick_words)
            .label_formatter(|_| None)
            .allow_zoom([true, false])
            .allow_drag([true, false])
            .allow_scroll(false)
            .allow_boxed_zoom(true)
            .clamp_grid(false)
            .show(ui, |plot| {
                if shown.lanes.len() > 1 {
                    let from = x_of(first);
                    let day = PlotSpan::new("", from..=from + 1.0)
                        .fill(tokens.accent.gamma_multiply(0.06));
                    plot.span(day);
                }
                keys(plot);
            })
    });
    response.response.widget_info(|| {
        let words = format!(
            "Calendar from {} to {}. Arrows move, plus and minus zoom, Home shows everything.",
            wording::day_year(first),
            wording::day_year(last)
        );
        WidgetInfo::labeled(Role::Figure, true, words)
    });
    if response.response.has_focus() {
        let filter = egui::EventFilter {
            horizontal_arrows: true,
            ..egui::EventFilter::default()
        };
        let id = response.response.id;
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        focus_ring(ui, &response.response, RADIUS);
    }
    Some(response.transform)
}

/// Arrows, plus, minus and Home, while the calendar has the keyboard: the plot has none itself.
fn keys(plot: &mut egui_plot::PlotUi<'_>) {
    if !plot.response().has_focus() {
        return;
    }
    let pressed = |key: Key| plot.ctx().input(|input| input.key_pressed(key));
    let (left, right) = (pressed(Key::ArrowLeft), pressed(Key::ArrowRight));
    let nearer = pressed(Key::Plus) || pressed(Key::Equals);
    let farther = pressed(Key::Minus);
    let home = pressed(Key::Home);
    let bounds = plot.plot_bounds();
    let (low, high) = (bounds.min()[0], bounds.max()[0]);
    let step = 0.1 * (high - low);
    if left {
        plot.set_plot_bounds_x(low - step..=high - step);
    } else if right {
        plot.set_plot_bounds_x(low + step..=high + step);
    } else if nearer {
        plot.set_plot_bounds_x(low + step..=high - step);
    } else if farther {
        plot.set_plot_bounds_x(low - step..=high + step);
    } else if home {
        plot.set_auto_bounds(true);
    }
}

/// Moves marks of one lane apart where they would cover each other.
#[derive(Debug, Default)]
struct Crowded {
    lane: usize,
    taken: Vec<Pos2>,
}

impl Crowded {
    fn place(&mut self, lane: usize, wanted: Pos2) -> Pos2 {
        if self.lane != lane {
            self.lane = lane;
            self.taken.clear();
        }
        let apart = 2.0 * MARK + 6.0;
        let mut at = wanted;
        let mut tries = 0;
        while tries < 40
            && self
                .taken
                .iter()
                .any(|other| (other.x - at.x).abs() < apart && (other.y - at.y).abs() < 8.0)
        {
            at.x += apart * 0.5;
            tries += 1;
        }
        self.taken.push(at);
        at
    }
}

fn point_ui(ui: &Ui, lane: &Lane, point: &Point, center: Pos2, id: Id, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
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
    let is_active = response.hovered() || response.has_focus();
    let radius = if is_active { MARK + 1.5 } else { MARK };
    painter.circle_filled(center, radius + 1.0, tokens.page);
    let is_hollow = matches!(point.certainty, Certainty::Hedged | Certainty::Questioned);
    outlet_mark(painter, shape, center, radius, color, is_hollow);
    if point.certainty == Certainty::Denied {
        // A denial carries a cross over its mark.
        for arm in [vec2(5.0, 5.0), vec2(5.0, -5.0)] {
            let ends = [center - arm, center + arm];
            painter.line_segment(ends, Stroke::new(4.5, tokens.page));
            painter.line_segment(ends, Stroke::new(2.0, tokens.left_only));
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
        let anchor = PopupAnchor::from(rect);
        Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id.with("card"), anchor)
            .gap(6.0)
            .show(|ui| card_ui(ui, point));
    } else {
        response.on_hover_ui(|ui| card_ui(ui, point));
    }
}

fn card_ui(ui: &mut Ui, point: &Point) {
    let tokens = Tokens::of(ui);
    ui.set_max_width(320.0);
    ui.label(rich_in(&point.heading, Type::Strong, tokens.ink));
    paragraph(ui, &format!("“{}”", point.words), Type::Quoted, tokens.ink);
    let mut line = wording::certainty(point.certainty).to_owned();
    if let Some(days) = point.days {
        line.push_str(" · ");
        line.push_str(&wording::interval(days));
    }
    paragraph(ui, &line, Type::Small, tokens.secondary);
}
