//! The calendar below lanes and bars: real ticks, zoom, pan, and days that are selected.

use chrono::NaiveDate;
use egui::{EventFilter, Id, Key, Rangef, Rect, Role, Sense, Stroke, Ui, WidgetInfo};
use egui_plot::{AxisHints, Plot, PlotTransform, PlotUi};

use super::super::theme::{RADIUS, Tokens};
use super::super::widgets::{focus_ring, within};
use super::axis::{day_of, tick_words, ticks, x_of};
use crate::model::Interval;
use crate::session::{Command, Session};
use crate::ui::Outbox;
use crate::ui::phrases;
use crate::view::timeline::TimelineBy;

/// Draws the calendar over `days` into a rectangle; gives where days lie in it.
pub(super) fn calendar_ui(
    ui: &mut Ui,
    session: &Session,
    days: (NaiveDate, NaiveDate),
    rect: Rect,
    fits: bool,
    outbox: &mut Outbox,
) -> PlotTransform {
    let (first, last) = days;
    // So that a mark of the first or the last day is not cut off at the edge.
    let edge = (0.02 * (x_of(last) - x_of(first))).max(0.6);
    let (low, high) = (x_of(first) - edge, x_of(last) + 1.0 + edge);
    let selects = selects_days(session);
    let tokens = Tokens::of(ui);
    let width = f64::from(rect.width());
    let layout = egui::Layout::top_down(egui::Align::Min);
    let response = within(ui, rect, "calendar", layout, |ui| {
        // The plot draws its lines and words in the colour of text, fainter where they are close.
        ui.visuals_mut().widgets.noninteractive.fg_stroke.color = tokens.secondary;
        ui.visuals_mut().extreme_bg_color = tokens.page;
        let mut plot = Plot::new(("timeline", first, last))
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
            .custom_x_axes(vec![
                AxisHints::new_x()
                    .formatter(move |mark, view| tick_words(mark, view, width))
                    .label_spacing(Rangef::new(14.0, 20.0)),
            ])
            .label_formatter(|_| None)
            .sense(Sense::click_and_drag())
            .allow_zoom([true, false])
            .allow_drag([!selects, false])
            .allow_scroll([true, false])
            .allow_boxed_zoom(false)
            .clamp_grid(false);
        if fits {
            plot = plot.reset();
        }
        plot.show(ui, keys)
    });
    response.response.widget_info(|| {
        let words = phrases::calendar(first, last);
        WidgetInfo::labeled(Role::Figure, true, words)
    });
    if response.response.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        let id = response.response.id;
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        focus_ring(ui, &response.response, RADIUS);
    }
    if selects {
        select_ui(ui, session, &response.response, &response.transform, outbox);
    }
    response.transform
}

/// Whether days can be selected: those of publication, as these are what other screens filter by.
pub(super) fn selects_days(session: &Session) -> bool {
    session.timeline.by == TimelineBy::Told
}

/// Days are selected by dragging over them, and let go by a click beside every mark.
fn select_ui(
    ui: &Ui,
    session: &Session,
    response: &egui::Response,
    transform: &PlotTransform,
    outbox: &mut Outbox,
) {
    let id = Id::unique("selecting-days");
    let day_at = |x: f32| day_of(transform.value_from_position(egui::pos2(x, 0.0)).x);
    if response.drag_started()
        && let Some(from) = response.interact_pointer_pos()
    {
        ui.data_mut(|data| data.insert_temp(id, from.x));
    }
    let from: Option<f32> = ui.data(|data| data.get_temp(id));
    let to = response.interact_pointer_pos();
    let selecting = from.zip(to).and_then(|(from, to)| {
        let (a, b) = (day_at(from.min(to.x))?, day_at(from.max(to.x))?);
        Some(Interval {
            earliest: a,
            latest: b,
        })
    });
    if response.drag_stopped() {
        ui.data_mut(|data| data.remove::<f32>(id));
        outbox.send(Command::SetDays(selecting));
    } else if response.clicked() && session.read.days.is_some() {
        outbox.send(Command::SetDays(None));
    }
    let Some(days) = selecting
        .filter(|_| response.dragged())
        .or(session.read.days)
    else {
        return;
    };
    let x = |day: NaiveDate, offset: f64| transform.position_from_point_x(x_of(day) + offset);
    let frame = *transform.frame();
    let band = Rect::from_x_y_ranges(x(days.earliest, 0.0)..=x(days.latest, 1.0), frame.y_range())
        .intersect(frame);
    if band.width() > 0.0 {
        let tokens = Tokens::of(ui);
        ui.painter()
            .rect_filled(band, 0, tokens.accent.gamma_multiply(0.10));
        let line = Stroke::new(1.0, tokens.accent);
        for x in [band.left(), band.right()] {
            ui.painter().vline(x, band.y_range(), line);
        }
    }
}

/// Arrows, plus, minus and Home, while the calendar has the keyboard: the plot has none itself.
fn keys(plot: &mut PlotUi<'_>) {
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
