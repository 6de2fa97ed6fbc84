//! The lanes: labels at the left, marks over a calendar, undated tellings in a column of their own.

use egui::{CornerRadius, Id, Pos2, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_plot::PlotTransform;

use super::super::theme::{GAP, RADIUS, Tokens, Type, format, rich_in};
use super::super::widgets::{focus_ring, laid, within};
use super::axis::x_of;
use super::calendar::calendar_ui;
use super::point::{CROWD, MARK, Place, crowd_ui, point_ui};
use super::spread::{Stretch, spread};
use crate::session::{Action, Command, Session};
use crate::ui::Outbox;
use crate::ui::{phrases, words};
use crate::view::timeline::{Lane, Point, Timeline};
use crate::view::wording;

const LANE: f32 = 44.0;
/// From one mark to the next where they stand side by side.
const APART: f32 = 2.0 * MARK + 4.0;
const HEAD: f32 = 20.0;
/// Room that a day of the calendar is given at least, where there is more than needed.
const DAY: f32 = 64.0;
/// The narrowest calendar and column of undated marks, and the widest labels.
const CALENDAR_MIN: f32 = 260.0;
const UNDATED_MIN: f32 = 72.0;
const LABELS_MAX: f32 = 560.0;
/// Letters of a label that its first line loses to a long word.
const CUT: f32 = 6.0;
/// Width of a letter of a label on average, rather more than less.
const LETTER: f32 = 6.3;

/// A telling with its number in its lane, and from where to where its days reach if it stands for
/// more than one.
type Told<'a> = (usize, &'a Point, Option<(f32, f32)>);

/// Where labels, calendar and undated tellings stand.
struct Columns {
    labels: f32,
    undated: f32,
    /// What nothing stands in, right of them.
    left_over: f32,
}

impl Columns {
    /// Labels take what the calendar and the undated marks do not need: where a few days are told, most
    /// of the calendar would be lines without a mark.
    fn of(width: f32, shown: &Timeline) -> Self {
        let most = shown
            .lanes
            .iter()
            .map(|lane| lane.points.iter().filter(|p| p.days.is_none()).count())
            .max()
            .unwrap_or(0);
        let undated = if most == 0 {
            0.0
        } else {
            (most as f32 * APART + 2.0 * GAP).max(UNDATED_MIN)
        };
        let calendar = if shown.days.is_none() {
            0.0
        } else {
            (shown.day_count as f32 * DAY).max(CALENDAR_MIN)
        };
        let least = (width * 0.28).clamp(150.0, 320.0);
        let room = width - 2.0 * GAP;
        let labels = (room - calendar - undated).clamp(least, LABELS_MAX);
        let beside = room - labels - calendar.min((room - labels) * 0.7);
        let undated = undated.min(beside.max(UNDATED_MIN));
        let left_over = room - labels - calendar - undated;
        Self {
            labels,
            undated,
            // Where few tellings have a day, the others stand beside the words, not beyond empty days.
            left_over: if shown.undated > shown.dated {
                left_over.max(0.0)
            } else {
                0.0
            },
        }
    }
}

/// Draws the lanes into all the space there is; the calendar stays while lanes are scrolled.
pub(super) fn lanes_ui(
    ui: &mut Ui,
    session: &Session,
    shown: &Timeline,
    fits: bool,
    outbox: &mut Outbox,
) {
    let mut space = ui.max_rect();
    let columns = Columns::of(space.width(), shown);
    space.set_right(space.right() - columns.left_over);
    let undated_left = space.right() - columns.undated;
    let head = if columns.undated > 0.0 { HEAD } else { 0.0 };
    let calendar = Rect::from_min_max(
        pos2(space.left() + columns.labels + GAP, space.top() + head),
        pos2(
            undated_left - if head > 0.0 { GAP } else { 0.0 },
            space.bottom(),
        ),
    );
    let transform = shown
        .days
        .map(|days| calendar_ui(ui, session, days, calendar, fits, outbox));
    let bottom = transform
        .as_ref()
        .map_or(space.bottom(), |transform| transform.frame().bottom());
    if columns.undated > 0.0 {
        undated_head_ui(ui, space, undated_left, bottom);
    }
    let body = Rect::from_min_max(
        pos2(space.left(), space.top() + head),
        pos2(space.right(), bottom),
    );
    let layout = egui::Layout::top_down(egui::Align::Min);
    within(ui, body, "lanes", layout, |ui| {
        ui.set_clip_rect(body.intersect(ui.clip_rect()));
        ScrollArea::vertical()
            .auto_shrink(false)
            .show_viewport(ui, |ui, viewport| {
                ui.set_height(shown.lanes.len() as f32 * LANE);
                let origin = ui.max_rect().left_top();
                for (position, lane) in shown.lanes.iter().enumerate() {
                    let top = position as f32 * LANE;
                    if top + LANE < viewport.min.y || top > viewport.max.y {
                        continue;
                    }
                    let rect =
                        Rect::from_min_size(origin + vec2(0.0, top), vec2(body.width(), LANE));
                    lane_ui(
                        ui,
                        session,
                        lane,
                        rect,
                        &columns,
                        transform.as_ref(),
                        outbox,
                    );
                }
            });
    });
}

fn undated_head_ui(ui: &mut Ui, space: Rect, left: f32, bottom: f32) {
    let tokens = Tokens::of(ui);
    ui.painter()
        .vline(left - GAP, space.top()..=bottom, (1.0, tokens.line));
    let head = Rect::from_min_size(pos2(left, space.top()), vec2(space.right() - left, HEAD));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    within(ui, head, "undated", layout, |ui| {
        ui.label(rich_in(words::NO_DATE, Type::Group, tokens.secondary))
            .on_hover_text(words::NO_DATE_TIP);
    });
}

fn lane_ui(
    ui: &mut Ui,
    session: &Session,
    lane: &Lane,
    rect: Rect,
    columns: &Columns,
    transform: Option<&PlotTransform>,
    outbox: &mut Outbox,
) {
    label_ui(ui, session, lane, rect, columns.labels, outbox);
    let tokens = Tokens::of(ui);
    let y = rect.center().y;
    let along = [
        pos2(rect.left() + columns.labels + GAP, y),
        pos2(rect.right(), y),
    ];
    ui.painter()
        .extend(egui::Shape::dotted_line(&along, tokens.line, 5.0, 0.8));
    if let Some(transform) = transform {
        dated_ui(ui, lane, y, transform, outbox);
    }
    undated_ui(ui, lane, (rect.right(), y), columns.undated, outbox);
}

/// Marks without a day, from the left of their column.
fn undated_ui(ui: &Ui, lane: &Lane, (right, y): (f32, f32), width: f32, outbox: &mut Outbox) {
    let points = lane.points.iter().enumerate();
    let undated: Vec<(usize, &Point)> = points.filter(|(_, p)| p.days.is_none()).collect();
    let left = right - width + GAP / 2.0;
    let column = Stretch {
        left,
        right: right - GAP,
        is_day: true,
    };
    let mut spots = spread(&vec![column; undated.len()], APART, CROWD);
    let first = spots
        .iter()
        .map(|spot| spot.x)
        .fold(f32::INFINITY, f32::min);
    let widest = if spots.iter().any(|spot| spot.marks.len() > 1) {
        CROWD
    } else {
        APART
    };
    for spot in &mut spots {
        spot.x += left + widest / 2.0 - first;
        let marks = spot.marks.iter().filter_map(|mark| undated.get(*mark));
        let marks: Vec<Told<'_>> = marks
            .map(|(number, point)| (*number, *point, None))
            .collect();
        spot_ui(ui, lane, &marks, pos2(spot.x, y + spot.y), outbox);
    }
}

/// One mark, or the number of several.
fn spot_ui(ui: &Ui, lane: &Lane, marks: &[Told<'_>], center: Pos2, outbox: &mut Outbox) {
    match marks {
        [(number, point, stretch)] => {
            let at = Place {
                center,
                stretch: *stretch,
            };
            let id = Id::unique(("point", lane.claim.0, *number));
            point_ui(ui, lane, point, &at, id, outbox);
        }
        many => {
            let points: Vec<&Point> = many.iter().map(|(_, point, _)| *point).collect();
            crowd_ui(ui, lane, &points, center, outbox);
        }
    }
}

/// Marks with a day, each in its day as far as there is room.
fn dated_ui(ui: &mut Ui, lane: &Lane, y: f32, transform: &PlotTransform, outbox: &mut Outbox) {
    let frame = transform.frame().x_range();
    let mut shown: Vec<(usize, &Point, Stretch)> = Vec::new();
    for (number, point) in lane.points.iter().enumerate() {
        let Some(days) = point.days else {
            continue;
        };
        let first = transform.position_from_point_x(x_of(days.earliest));
        let last = transform.position_from_point_x(x_of(days.latest) + 1.0);
        if last < frame.min || first > frame.max {
            continue;
        }
        let is_day = days.earliest == days.latest;
        // A stretch of days has its mark in the middle of what is seen of it.
        let (left, right) = if is_day {
            (first, last)
        } else {
            (first.max(frame.min), last.min(frame.max))
        };
        let stretch = Stretch {
            left,
            right,
            is_day,
        };
        shown.push((number, point, stretch));
    }
    let stretches: Vec<Stretch> = shown.iter().map(|(.., stretch)| *stretch).collect();
    for spot in spread(&stretches, APART, CROWD) {
        let center = pos2(spot.x.min(frame.max - MARK), y + spot.y);
        let marks = spot.marks.iter().filter_map(|mark| shown.get(*mark));
        let marks: Vec<Told<'_>> = marks
            .map(|(number, point, stretch)| {
                let longer = (!stretch.is_day).then_some((stretch.left, stretch.right));
                (*number, *point, longer)
            })
            .collect();
        spot_ui(ui, lane, &marks, center, outbox);
    }
}

fn label_ui(ui: &Ui, session: &Session, lane: &Lane, rect: Rect, width: f32, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let rect = Rect::from_min_size(rect.min, vec2(width, LANE));
    let id = Id::unique(("lane", lane.claim.0));
    let response = ui.interact(rect, id, Sense::click());
    let is_chosen = session.claim == Some(lane.claim);
    response
        .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &lane.label));
    if is_chosen || response.hovered() {
        let fill = if is_chosen { tokens.card } else { tokens.hover };
        let ground = rect.shrink2(vec2(0.0, 2.0));
        ui.painter()
            .rect_filled(ground, CornerRadius::same(RADIUS), fill);
    }
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = width - 2.0 * GAP;
    job.wrap.max_rows = 2;
    let letters = 2.0 * (job.wrap.max_width / LETTER).floor() - CUT;
    let words = wording::shortened(&lane.label, letters.max(24.0) as usize);
    job.append(&words, 0.0, format(Type::Small, tokens.ink));
    let galley = laid(ui, job);
    let at = pos2(rect.left() + GAP, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.ink);
    focus_ring(ui, &response, RADIUS);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        outbox.send(Command::ChooseClaim(Some(lane.claim)));
        outbox.send(Action::ShowClaims);
    }
    let tellings = phrases::tellings(lane.points.len());
    response.on_hover_text(phrases::lane(&lane.label, &tellings));
}

#[cfg(test)]
mod tests {
    use super::{CALENDAR_MIN, Columns, GAP, UNDATED_MIN};
    use crate::model::{ArticleId, Certainty, ClaimId, Span};
    use crate::view::timeline::{Lane, Point, Timeline};

    /// Widths of labels, calendar and undated marks where a lane has so many of them.
    fn widths(width: f32, day_count: usize, dated: usize, undated: usize) -> [f32; 3] {
        let point = Point {
            days: None,
            outlet: 0,
            certainty: Certainty::Stated,
            place: (ArticleId::new("a"), Span::new(0, 1)),
            heading: String::new(),
            words: String::new(),
        };
        let day = chrono::NaiveDate::default();
        let shown = Timeline {
            lanes: vec![Lane {
                claim: ClaimId(0),
                label: String::new(),
                points: vec![point; undated],
            }],
            days: (day_count > 0).then_some((day, day)),
            day_count,
            dated,
            undated,
            ..Timeline::default()
        };
        let columns = Columns::of(width, &shown);
        let taken = columns.labels + columns.undated + columns.left_over + 2.0 * GAP;
        [columns.labels, width - taken, columns.undated]
    }

    #[test]
    fn labels_have_the_room_that_a_few_days_leave() {
        for width in [500.0, 852.0, 1_392.0, 1_872.0] {
            let [labels, calendar, undated] = widths(width, 40, 200, 0);
            assert!(
                calendar >= 0.6 * width && labels <= 320.0,
                "{width}: {labels}, {calendar}"
            );
            assert!(undated.abs() < 0.1);
            // Three days, all others undated: no wider than it must be.
            let [labels, calendar, undated] = widths(width, 3, 3, 6);
            assert!(calendar <= CALENDAR_MIN + 1.0, "{width}: {calendar}");
            assert!(calendar >= 0.3 * width || calendar >= CALENDAR_MIN - 1.0);
            assert!(undated >= UNDATED_MIN && labels >= 150.0);
            let [_, calendar, _] = widths(width, 0, 0, 6);
            assert!(calendar.abs() < 1.0, "no day, no calendar: {calendar}");
        }
    }
}
