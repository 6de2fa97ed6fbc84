//! The timeline as a drawing of lines and marks (SVG), for the report and as a picture of its own.
//!
//! Owns where everything stands. Colours come as classes, so that the page around it decides.

use chrono::{Datelike, Duration, Months, NaiveDate};
use maud::{Markup, html};

use super::marks::{RADIUS, color, outline};
use crate::model::Certainty;
use crate::view::timeline::{Lane, Point, Timeline};
use crate::view::wording;

/// What a drawing is called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawing {
    /// Part of its ids, one word.
    pub(super) id: &'static str,
    /// Its title.
    pub(super) title: &'static str,
}

pub(super) const WIDTH: f64 = 960.0;
const LABELS: f64 = 282.0;
const LANE: f64 = 46.0;
const TOP: f64 = 30.0;
const FOOT: f64 = 12.0;
/// Width of the strip at the right for what has no date.
const UNDATED: f64 = 104.0;
/// Free space at both ends of the calendar.
const MARGIN: f64 = 24.0;
/// How far apart two marks of a lane stand at least.
const APART: f64 = 2.0 * RADIUS + 4.0;
/// The most tellings of a lane that are drawn.
pub(super) const POINTS_MAX: usize = 120;
/// How many characters of a label fit into a line.
const LABEL_CHARS: usize = 41;

/// Where days stand.
#[derive(Clone, Copy, Debug)]
struct Calendar {
    first: NaiveDate,
    /// Days from the first to the last.
    days: f64,
    left: f64,
    right: f64,
}

impl Calendar {
    /// Width of a day.
    fn day(self) -> f64 {
        (self.right - self.left) / self.days.max(1.0)
    }

    fn x(self, day: NaiveDate, part: f64) -> f64 {
        let along = (day - self.first).num_days() as f64 + part;
        self.left + (self.right - self.left) * along / self.days.max(1.0)
    }
}

/// Draws a timeline.
pub(super) fn draw(shown: &Timeline, drawing: Drawing) -> Markup {
    let (content, height) = content(shown);
    html! {
        svg.chart viewBox={ "0 0 " (WIDTH) " " (height) } width=(WIDTH) height=(height)
            role="img" aria-labelledby={ "drawing-" (drawing.id) " words-" (drawing.id) } {
            title id={ "drawing-" (drawing.id) } { (drawing.title) }
            desc id={ "words-" (drawing.id) } { (summary(shown)) }
            (content)
        }
    }
}

/// What is drawn, [`WIDTH`] wide, and its height.
pub(super) fn content(shown: &Timeline) -> (Markup, f64) {
    let has_undated = shown
        .lanes
        .iter()
        .any(|lane| lane.points.iter().any(|point| point.days.is_none()));
    let strip = if has_undated { WIDTH - UNDATED } else { WIDTH };
    let calendar = shown.days.map(|(first, last)| Calendar {
        first,
        days: (last - first).num_days() as f64 + 1.0,
        left: LABELS + MARGIN,
        right: strip - MARGIN,
    });
    let mut bottom = TOP;
    let lanes: Vec<(&Lane, Vec<Placed<'_>>, f64)> = shown
        .lanes
        .iter()
        .map(|lane| {
            let placed = placed(lane, calendar, strip);
            let rows = placed.iter().map(|mark| mark.row + 1).max().unwrap_or(1);
            let height = LANE.max(rows as f64 * APART + 12.0);
            bottom += height;
            (lane, placed, bottom - height / 2.0)
        })
        .collect();
    let height = bottom + FOOT;
    let content = html! {
        @if let Some(calendar) = calendar { (grid(calendar, shown, bottom)) }
        @if has_undated {
            line.edge x1=(px(strip)) x2=(px(strip)) y1=(px(TOP - 6.0)) y2=(px(bottom)) {}
            text.tick x=(px(strip + 12.0)) y=(px(TOP - 14.0)) { (wording::NO_DATE) }
        }
        @for (lane, placed, y) in &lanes {
            line.lane x1=(px(LABELS)) x2=(px(WIDTH)) y1=(px(*y)) y2=(px(*y)) {}
            (label(lane, *y))
            (marks(placed, *y))
        }
    };
    (content, height)
}

fn px(value: f64) -> String {
    format!("{value:.1}")
}

fn summary(shown: &Timeline) -> String {
    let days = shown.days.map_or_else(String::new, |(first, last)| {
        format!(
            ", from {} to {}",
            wording::day_year(first),
            wording::day_year(last)
        )
    });
    format!(
        "{} in {}{days}. The table below says the same in words.",
        wording::count(shown.dated + shown.undated, "telling", "tellings"),
        wording::count(shown.lanes.len(), "lane", "lanes"),
    )
}

fn grid(calendar: Calendar, shown: &Timeline, bottom: f64) -> Markup {
    let last = shown.days.map_or(calendar.first, |(_, last)| last);
    html! {
        @for (day, words) in ticks(calendar.first, last) {
            @let x = calendar.x(day, 0.5);
            line.grid x1=(px(x)) x2=(px(x)) y1=(px(TOP - 6.0)) y2=(px(bottom)) {}
            text.tick x=(px(x)) y=(px(TOP - 14.0)) text-anchor="middle" { (words) }
        }
    }
}

/// The claim's words at the left, on two lines at most.
fn label(lane: &Lane, y: f64) -> Markup {
    let lines = lines(&lane.label);
    let first = y + 4.5 - 8.5 * (lines.len().saturating_sub(1)) as f64;
    html! {
        text x="0" y=(px(first)) {
            @for (number, line) in lines.iter().enumerate() {
                tspan x="0" dy=(if number == 0 { "0" } else { "17" }) { (line) }
            }
        }
    }
}

/// Words in two lines at most, cut at a word.
fn lines(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = words.split_whitespace().peekable();
    while lines.len() < 2 && rest.peek().is_some() {
        let mut line = String::new();
        while let Some(word) = rest.peek() {
            let is_full = line.chars().count() + word.chars().count() >= LABEL_CHARS;
            if is_full && !line.is_empty() {
                break;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            rest.next();
        }
        lines.push(wording::shortened(&line, LABEL_CHARS));
    }
    if rest.peek().is_some()
        && let Some(last) = lines.last_mut()
        && !last.ends_with('…')
    {
        last.push('…');
    }
    lines
}

/// A telling with where it stands.
struct Placed<'a> {
    point: &'a Point,
    x: f64,
    /// Row among the marks it would cover, from 0.
    row: usize,
    /// How far below the middle of its lane it stands.
    down: f64,
}

/// The tellings of a lane on their days. Those that would cover each other stand side by side where
/// the day is wide enough, or else below each other: none stands on a day that is not its own.
fn placed<'a>(lane: &'a Lane, calendar: Option<Calendar>, strip: f64) -> Vec<Placed<'a>> {
    let mut placed: Vec<Placed<'a>> = Vec::new();
    for point in lane.points.iter().take(POINTS_MAX) {
        let (start, end) = match (point.days, calendar) {
            (Some(days), Some(calendar)) => {
                let middle = (days.latest - days.earliest).num_days() as f64 / 2.0 + 0.5;
                let x = calendar.x(days.earliest, middle);
                let free = (calendar.day() / 2.0 - APART / 2.0).max(0.0);
                // Columns stand around the middle of the day.
                let free = (2.0 * free / APART).floor() * APART / 2.0;
                (x - free, x + free)
            }
            _ => (strip + 20.0, WIDTH - RADIUS - 2.0),
        };
        let columns = ((end - start) / APART + 0.01).floor() as usize + 1;
        // One free place of all those is enough, so this many rows always suffice.
        let wanted = (0..=placed.len())
            .flat_map(|row| (0..columns).map(move |column| (row, start + column as f64 * APART)))
            .find(|(row, x)| {
                let covers =
                    |other: &Placed<'_>| other.row == *row && (other.x - x).abs() < APART - 0.5;
                !placed.iter().any(covers)
            });
        let (row, x) = wanted.unwrap_or((0, start));
        placed.push(Placed {
            point,
            x,
            row,
            down: 0.0,
        });
    }
    centre(&mut placed);
    placed
}

/// Moves each pile of marks to the middle of its lane.
fn centre(placed: &mut [Placed<'_>]) {
    placed.sort_by(|a, b| a.x.total_cmp(&b.x));
    for pile in placed.chunk_by_mut(|a, b| b.x - a.x < APART - 0.5) {
        let rows = pile.iter().map(|mark| mark.row).max().unwrap_or(0) as f64;
        for mark in pile {
            mark.down = (mark.row as f64 - rows / 2.0) * APART;
        }
    }
}

fn marks(placed: &[Placed<'_>], y: f64) -> Markup {
    html! {
        @for Placed { point, x, down, .. } in placed {
            g.(color(point.outlet)).(if is_hollow(point.certainty) { "hollow" } else { "full" }) {
                title { (telling(point)) }
                (mark(point.outlet, point.certainty, *x, y + down))
            }
        }
    }
}

const fn is_hollow(certainty: Certainty) -> bool {
    matches!(certainty, Certainty::Hedged | Certainty::Questioned)
}

fn telling(point: &Point) -> String {
    format!(
        "{}, {}: “{}”",
        point.heading,
        wording::certainty(point.certainty),
        point.words
    )
}

/// One telling: the outlet's shape, with a cross over it for a denial.
pub(super) fn mark(outlet: usize, certainty: Certainty, x: f64, y: f64) -> Markup {
    let arm = 4.5;
    let cross = format!(
        "M{:.1} {:.1}l{d:.1} {d:.1}m0 -{d:.1}l-{d:.1} {d:.1}",
        x - arm,
        y - arm,
        d = 2.0 * arm
    );
    html! {
        path.shape d=(outline(outlet, x, y, RADIUS)) {}
        @if certainty == Certainty::Denied {
            path.cross-under d=(cross) {}
            path.cross d=(cross) {}
        }
    }
}

/// How far apart ticks stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(i64),
    Months(u32),
}

/// Steps from the finest, with the longest stretch of days that each suits.
const STEPS: [(Step, i64); 9] = [
    (Step::Days(1), 12),
    (Step::Days(2), 24),
    (Step::Days(7), 84),
    (Step::Days(14), 168),
    (Step::Months(1), 366),
    (Step::Months(3), 1_100),
    (Step::Months(12), 4_400),
    (Step::Months(60), 22_000),
    (Step::Months(120), 44_000),
];

/// Days with words for them, at calendar boundaries, at most a dozen or so.
fn ticks(first: NaiveDate, last: NaiveDate) -> Vec<(NaiveDate, String)> {
    let days = (last - first).num_days();
    let step = STEPS.iter().find(|(_, longest)| days <= *longest).map_or(
        Step::Months(12 * (days / 3_650).clamp(1, 9_999) as u32),
        |(step, _)| *step,
    );
    let mut found = Vec::new();
    let mut day = start(first, step);
    while let Some(at) = day.filter(|day| *day <= last) {
        if at >= first {
            let words = tick_words(at, step, found.is_empty());
            found.push((at, words));
        }
        day = match step {
            Step::Days(days) => at.checked_add_signed(Duration::days(days)),
            Step::Months(months) => at.checked_add_months(Months::new(months)),
        };
    }
    if found.is_empty() {
        found.push((first, wording::day_year(first)));
    }
    found
}

/// The last boundary of the calendar that is not after a day.
fn start(first: NaiveDate, step: Step) -> Option<NaiveDate> {
    match step {
        Step::Days(days) if days % 7 == 0 => {
            let back = i64::from(first.weekday().num_days_from_monday());
            first.checked_sub_signed(Duration::days(back))
        }
        Step::Days(_) => Some(first),
        Step::Months(months) if months < 12 => {
            let month = first.month0() / months * months;
            NaiveDate::from_ymd_opt(first.year(), month + 1, 1)
        }
        Step::Months(months) => {
            let years = (months / 12) as i32;
            NaiveDate::from_ymd_opt(first.year().div_euclid(years) * years, 1, 1)
        }
    }
}

fn tick_words(day: NaiveDate, step: Step, is_first: bool) -> String {
    match step {
        Step::Days(1) if !is_first && day.day() > 1 => day.day().to_string(),
        Step::Days(_) => day.format("%-d %b").to_string(),
        Step::Months(months) if months < 12 => {
            if is_first || day.month() == 1 {
                day.format("%b %Y").to_string()
            } else {
                day.format("%b").to_string()
            }
        }
        Step::Months(_) => day.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{APART, Calendar, lines, placed, ticks};
    use crate::model::{ArticleId, Certainty, ClaimId, Interval, Span};
    use crate::view::timeline::{Lane, Point};
    use chrono::NaiveDate;

    #[test]
    fn marks_cover_no_other_and_stay_on_their_day() {
        let day = |day| NaiveDate::from_ymd_opt(2025, 3, day).expect("a day");
        let points = [3, 3, 3, 3, 4, 4, 9]
            .into_iter()
            .map(|on| Point {
                days: Some(Interval::day(day(on))),
                outlet: 0,
                certainty: Certainty::Stated,
                place: (ArticleId::new("a"), Span::new(0, 1)),
                heading: String::new(),
                words: String::new(),
            })
            .collect();
        let lane = Lane {
            claim: ClaimId(0),
            label: String::new(),
            points,
        };
        for (days, width) in [(8.0, 600.0), (30.0, 600.0), (400.0, 600.0)] {
            let calendar = Calendar {
                first: day(2),
                days,
                left: 300.0,
                right: 300.0 + width,
            };
            let found = placed(&lane, Some(calendar), 960.0);
            for (number, one) in found.iter().enumerate() {
                let own = calendar.x(one.point.days.expect("a day").earliest, 0.5);
                assert!((one.x - own).abs() <= calendar.day() / 2.0);
                for other in found.iter().skip(number + 1) {
                    let is_apart = (one.x - other.x).abs() >= APART - 0.5;
                    assert!(is_apart || one.row != other.row);
                }
            }
        }
    }

    fn words(first: &str, last: &str) -> Vec<String> {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let ticks = ticks(day(first), day(last));
        ticks.into_iter().map(|(_, words)| words).collect()
    }

    #[test]
    fn ticks_stand_at_boundaries_of_the_calendar() {
        assert_eq!(words("2025-03-03", "2025-03-05"), ["3 Mar", "4", "5"]);
        assert_eq!(
            words("2025-10-08", "2025-11-12"),
            ["13 Oct", "20 Oct", "27 Oct", "3 Nov", "10 Nov"]
        );
        assert_eq!(
            words("2024-11-15", "2025-04-02"),
            [
                "25 Nov", "9 Dec", "23 Dec", "6 Jan", "20 Jan", "3 Feb", "17 Feb", "3 Mar",
                "17 Mar", "31 Mar"
            ]
        );
        assert_eq!(words("1999-05-01", "2006-02-02")[0], "2000");
    }

    #[test]
    fn any_stretch_has_a_tick_and_not_too_many() {
        let first = NaiveDate::from_ymd_opt(1, 1, 1).expect("a day");
        for days in [0, 1, 5, 13, 40, 170, 400, 2_000, 30_000, 3_000_000] {
            let last = first + chrono::Duration::days(days);
            let found = ticks(first, last).len();
            assert!((1..=20).contains(&found), "{days} days: {found} ticks");
        }
        assert!(!ticks(NaiveDate::MIN, NaiveDate::MAX).is_empty());
    }

    #[test]
    fn a_long_label_takes_two_lines() {
        assert_eq!(lines("one two"), ["one two"]);
        let long = "word ".repeat(60);
        let found = lines(&long);
        assert_eq!(found.len(), 2);
        assert!(found[1].ends_with('…'));
        assert_eq!(lines(&"x".repeat(300)).len(), 1);
    }
}
