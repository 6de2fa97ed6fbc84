//! The table of claims: only the rows in view are laid out.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Pos2, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::theme::{GAP, Tokens, Type, format, rich_in};
use super::super::widgets::{LADDER, focus_ring, ladder, laid, within};
use crate::session::{Command, Session};
use crate::ui::Outbox;
use crate::ui::{phrases, words};
use crate::view::claims::{ClaimOrder, ClaimRow};
use crate::view::wording;

const ABOVE: f32 = 12.0;

/// Head of the column of small drawings, and what they mean.
const CERTAINTY: &str = words::CERTAINTY_OVER_TIME;

/// Left edges of the columns after the statement, relative to the table.
struct Columns {
    statement: f32,
    articles: f32,
    origins: f32,
    days: f32,
    certainty: Option<f32>,
}

impl Columns {
    fn of(width: f32) -> Self {
        let certainty = if Self::has_words(width) {
            250.0
        } else if width > 640.0 {
            110.0
        } else {
            0.0
        };
        let numbers = 70.0 + 78.0 + 166.0;
        let articles = width - certainty - numbers;
        Self {
            statement: articles - 2.0 * GAP,
            articles,
            origins: articles + 70.0,
            days: articles + 70.0 + 78.0,
            certainty: (certainty > 0.0).then_some(width - certainty),
        }
    }

    /// Whether there is room for certainty in words.
    const fn has_words(width: f32) -> bool {
        width > 1000.0
    }
}

/// A table longer than this has rows of one height, so that only those in view are laid out.
const LONG: usize = 300;

/// Tops of the rows, and the bottom of the last.
pub(super) fn tops(ui: &Ui, rows: &[ClaimRow]) -> Vec<f32> {
    if rows.len() > LONG {
        let height = Type::Quoted.line() + Type::Small.line() + 2.0 * ABOVE;
        return (0..=rows.len()).map(|row| row as f32 * height).collect();
    }
    let columns = Columns::of(ui.available_width());
    let mut tops = vec![0.0];
    let mut top = 0.0;
    for row in rows {
        let job = job(ui, row, columns.statement);
        top += ui.fonts_mut(|fonts| fonts.layout_job(job)).size().y + 2.0 * ABOVE;
        tops.push(top);
    }
    tops
}

/// The words of a row: the claim, and below it on whose word; of a short row the claim in one line.
fn job(ui: &Ui, row: &ClaimRow, width: f32) -> LayoutJob {
    let mut job = statement_job(ui, row, width);
    if !row.facts.is_empty() {
        job.append("\n", 0.0, format(Type::Small, Tokens::of(ui).secondary));
        job.append(
            &row.facts,
            0.0,
            format(Type::Small, Tokens::of(ui).secondary),
        );
    }
    job
}

fn statement_job(ui: &Ui, row: &ClaimRow, width: f32) -> LayoutJob {
    let tokens = Tokens::of(ui);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width - GAP;
    if row.is_starred {
        job.append("★ ", 0.0, format(Type::Ui, tokens.accent));
    }
    job.append(&row.statement, 0.0, format(Type::Quoted, tokens.ink));
    job
}

/// Draws the words of a row of a long table: as much of both as a line holds.
fn short_ui(ui: &Ui, row: &ClaimRow, width: f32, at: Pos2) {
    let tokens = Tokens::of(ui);
    let mut statement = statement_job(ui, row, width);
    let mut facts = LayoutJob::default();
    facts.wrap.max_width = width - GAP;
    facts.append(&row.facts, 0.0, format(Type::Small, tokens.secondary));
    for job in [&mut statement, &mut facts] {
        job.wrap.max_rows = 1;
    }
    ui.painter().galley(at, laid(ui, statement), tokens.ink);
    let below = at + vec2(0.0, Type::Quoted.line());
    ui.painter().galley(below, laid(ui, facts), tokens.ink);
}

/// Draws the table.
pub(super) fn table_ui(
    ui: &mut Ui,
    session: &Session,
    rows: &[ClaimRow],
    tops: &[f32],
    outbox: &mut Outbox,
) {
    head_ui(ui, session, outbox);
    let width = ui.available_width();
    ScrollArea::vertical()
        .auto_shrink(false)
        .show_viewport(ui, |ui, viewport| {
            ui.set_height(tops.last().copied().unwrap_or(0.0));
            let origin = ui.max_rect().left_top();
            let first = tops
                .partition_point(|top| *top <= viewport.min.y)
                .saturating_sub(1);
            let bounds = tops.iter().zip(tops.iter().skip(1));
            for (row, (top, bottom)) in rows.iter().zip(bounds).skip(first) {
                if *top > viewport.max.y {
                    break;
                }
                let rect = Rect::from_min_max(
                    origin + vec2(0.0, *top),
                    pos2(origin.x + width, origin.y + *bottom),
                );
                let builder = UiBuilder::new().max_rect(rect).id_salt(("claim", row.id.0));
                ui.scope_builder(builder, |ui| {
                    row_ui(ui, session, row, rows.len() > LONG, outbox);
                });
            }
        });
}

fn head_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let columns = Columns::of(width);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 28.0), Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.bottom(), (1.0, tokens.line));
    let titles = [
        (GAP, words::CLAIM_COLUMN, None),
        (
            columns.articles,
            words::ARTICLES,
            Some(ClaimOrder::Articles),
        ),
        (columns.origins, words::ORIGINS, Some(ClaimOrder::Origins)),
        (columns.days, words::FIRST_LAST, Some(ClaimOrder::First)),
        (columns.certainty.unwrap_or(-1.0), CERTAINTY, None),
    ];
    for (x, title, order) in titles {
        if x < 0.0 {
            continue;
        }
        let at = pos2(rect.left() + x, rect.top() + 4.0);
        title_ui(ui, session, at, title, order, outbox);
    }
}

fn title_ui(
    ui: &mut Ui,
    session: &Session,
    at: Pos2,
    title: &str,
    order: Option<ClaimOrder>,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let rect = Rect::from_min_size(at, vec2(150.0, 20.0));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    within(ui, rect, title, layout, |ui| {
        let Some(order) = order else {
            let label = ui.label(rich_in(title, Type::Group, tokens.secondary));
            if title == CERTAINTY {
                label.on_hover_text(LADDER);
            }
            return;
        };
        let is_chosen = session.claims.order == order;
        let words = if is_chosen {
            format!("{title} ↓")
        } else {
            title.to_owned()
        };
        let color = if is_chosen {
            tokens.ink
        } else {
            tokens.secondary
        };
        let response = ui
            .link(rich_in(words, Type::Group, color))
            .on_hover_text(words::SORT_BY_THIS);
        if response.clicked() {
            let mut state = session.claims.clone();
            state.order = order;
            outbox.send(Command::SetClaims(state));
        }
    });
}

fn row_ui(ui: &mut Ui, session: &Session, row: &ClaimRow, is_short: bool, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let rect = ui.max_rect();
    let columns = Columns::of(rect.width());
    let is_chosen = session.claim == Some(row.id);
    let response = ui.interact(rect, ui.scope_id().with("row"), Sense::click());
    let days = wording::first_last(row.days);
    let course = wording::certainty_course(&row.course);
    response.widget_info(|| {
        let name = phrases::claim_row(row, &days, &course);
        WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, name)
    });
    let painter = ui.painter();
    if is_chosen || response.hovered() {
        let fill = if is_chosen { tokens.card } else { tokens.hover };
        painter.rect_filled(rect, 0, fill);
    }
    if is_chosen {
        let edge = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        painter.rect_filled(edge, 0, tokens.accent);
    }
    painter.hline(rect.x_range(), rect.bottom(), (1.0, tokens.line));
    let at = rect.min + vec2(GAP, ABOVE);
    if is_short {
        short_ui(ui, row, columns.statement, at);
    } else {
        let statement = laid(ui, job(ui, row, columns.statement));
        ui.painter().galley(at, statement, tokens.ink);
    }
    let painter = ui.painter();
    let small = [
        (columns.articles, wording::thousands(row.articles)),
        (columns.origins, wording::thousands(row.origins)),
        (columns.days, days.clone()),
    ];
    for (x, text) in small {
        let at = rect.min + vec2(x, ABOVE + 2.0);
        let galley = painter.layout_no_wrap(text, Type::Ui.font(), tokens.ink);
        painter.galley(at, galley, tokens.ink);
    }
    if let Some(x) = columns.certainty {
        let at = Rect::from_min_size(rect.min + vec2(x, ABOVE + 2.0), vec2(220.0, 20.0));
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        within(ui, at, "certainty", layout, |ui| {
            ladder(ui, &row.course).on_hover_text(&course);
            if Columns::has_words(rect.width()) {
                let room = (rect.right() - GAP - ui.next_widget_position().x).max(0.0);
                let mut words = LayoutJob::simple_singleline(
                    course.clone(),
                    Type::Small.font(),
                    tokens.secondary,
                );
                words.wrap = TextWrapping::truncate_at_width(room);
                let galley = ui.painter().layout_job(words);
                let at = ui.next_widget_position() - vec2(0.0, galley.size().y / 2.0);
                ui.painter().galley(at, galley, tokens.secondary);
            }
        });
    }
    focus_ring(ui, &response, 0);
    if response.clicked() {
        outbox.send(Command::ChooseClaim((!is_chosen).then_some(row.id)));
    }
}
