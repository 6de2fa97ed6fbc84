//! The People and places screen: the list, and one name opened beside it.

mod detail;

use egui::{
    CentralPanel, Frame, Margin, Panel, Rect, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo,
    pos2, vec2,
};

use super::Outbox;
use super::theme::{GAP, HALF, NARROW, PAGE_MARGIN, RADIUS, Tokens, Type, rich_in, tint};
use super::widgets::{
    chip, chips_ui, days_chip_ui, focus_ring, heading, in_order, link, listing_ui, paragraph,
    quiet_button, underline, within,
};
use crate::model::{EntityKind, MentionKind};
use crate::review::Review;
use crate::session::{Action, Command, Session};
use crate::ui::{phrases, words};
use crate::view::Highlight;
use crate::view::people::{PeopleState, PersonRow};
use crate::view::wording;

const KINDS: [(EntityKind, &str); 5] = [
    (EntityKind::Person, words::PEOPLE),
    (EntityKind::Organisation, words::ORGANISATIONS),
    (EntityKind::Place, words::PLACES),
    (EntityKind::Group, words::GROUPS),
    (EntityKind::Event, words::EVENTS),
];

const ROW_HEIGHT: f32 = 52.0;

/// Draws the screen.
pub(super) fn people_ui(ui: &mut Ui, session: &Session, review: &Review, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let is_wide = ui.available_width() >= NARROW;
    let opened = session
        .entity
        .and_then(|id| Some((id, session.lists.person(id)?)));
    if let Some((id, opened)) = opened {
        let frame = Frame::new()
            .fill(tokens.panel)
            .inner_margin(Margin::symmetric(20, 12));
        let shown = detail::Shown {
            session,
            review,
            id,
            person: opened.list,
        };
        if !is_wide {
            CentralPanel::default().frame(frame).show(ui, |ui| {
                if link(ui, words::ALL_NAMES).clicked() {
                    outbox.send(Command::ChooseEntity(None));
                }
                detail_ui(ui, &shown, opened.is_stale, outbox);
            });
            return;
        }
        Panel::right("person")
            .frame(frame)
            .resizable(true)
            .default_size(400.0)
            .size_range(320.0..=620.0)
            .show(ui, |ui| detail_ui(ui, &shown, opened.is_stale, outbox));
    }
    let frame = Frame::new()
        .fill(tokens.page)
        .inner_margin(Margin::symmetric(24, 16));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        list_ui(ui, session, review, outbox);
    });
}

fn detail_ui(ui: &mut Ui, shown: &detail::Shown<'_>, is_stale: bool, outbox: &mut Outbox) {
    outbox.unless(is_stale, |outbox| detail::detail_ui(ui, shown, outbox));
}

fn list_ui(ui: &mut Ui, session: &Session, review: &Review, outbox: &mut Outbox) {
    heading(ui, Action::ShowPeople.text(), Type::Headline, 1);
    ui.add_space(GAP);
    filters_ui(ui, &session.people, outbox);
    ui.add_space(GAP);
    let Some(listed) = session.lists.people() else {
        listing_ui(ui);
        return;
    };
    let rows = listed.list;
    outbox.unless(listed.is_stale, |outbox| {
        if rows.is_empty() {
            empty_ui(ui, session, review, outbox);
            return;
        }
        head_ui(ui);
        let area = ScrollArea::vertical().auto_shrink(false);
        area.show_rows(ui, ROW_HEIGHT, rows.len(), |ui, range| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for row in rows.iter().take(range.end).skip(range.start) {
                person_ui(ui, session, review, row, outbox);
            }
        });
    });
}

fn filters_ui(ui: &mut Ui, state: &PeopleState, outbox: &mut Outbox) {
    chips_ui(ui, |ui| {
        if chip(ui, words::ALL, state.kind.is_none()).clicked() {
            let state = PeopleState {
                kind: None,
                ..state.clone()
            };
            outbox.send(Command::SetPeople(state));
        }
        for (kind, name) in KINDS {
            if chip(ui, name, state.kind == Some(kind)).clicked() {
                let kind = (state.kind != Some(kind)).then_some(kind);
                let state = PeopleState {
                    kind,
                    ..state.clone()
                };
                outbox.send(Command::SetPeople(state));
            }
        }
        days_chip_ui(ui, state.days, outbox);
        let mut query = state.query.clone();
        let field = TextEdit::singleline(&mut query)
            .hint_text(words::FIND_A_NAME)
            .desired_width(180.0);
        if ui.add(field).accessible_name(words::FIND_A_NAME).changed() {
            let state = PeopleState {
                query,
                ..state.clone()
            };
            outbox.send(Command::SetPeople(state));
        }
    });
}

fn empty_ui(ui: &mut Ui, session: &Session, review: &Review, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let line = if session.loading.is_some() {
        words::NAMES_COME_LATER
    } else if review.analysis().entities.is_empty() {
        words::NO_NAMES
    } else {
        words::NO_NAME_MATCHES
    };
    ui.add_space(PAGE_MARGIN);
    paragraph(ui, line, Type::Lead, tokens.secondary);
    if session.people != PeopleState::default() && quiet_button(ui, words::SHOW_ALL).clicked() {
        outbox.send(Command::SetPeople(PeopleState::default()));
        outbox.send(Command::SetDays(None));
    }
}

/// Where the columns begin, in points from the left: counts, the small drawing.
fn columns(rect: Rect) -> (f32, f32) {
    let share = if rect.width() < 760.0 { 0.42 } else { 0.5 };
    let counts = rect.left() + (rect.width() * share).min(640.0);
    (counts, counts + 180.0)
}

fn head_ui(ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let (counts, drawing) = columns(rect);
    for (x, text) in [
        (rect.left() + GAP, words::NAME),
        (counts, words::NAMED),
        (drawing, words::IN_EACH_ARTICLE),
    ] {
        let at = Rect::from_min_max(pos2(x, rect.top()), rect.max);
        let layout = egui::Layout::left_to_right(egui::Align::Min);
        within(ui, at, text, layout, |ui| {
            let label = ui.label(rich_in(text, Type::Group, tokens.secondary));
            if text == words::IN_EACH_ARTICLE {
                label.on_hover_text(words::IN_EACH_ARTICLE_TIP);
            }
        });
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom(), (1.0, tokens.line));
}

fn person_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    row: &PersonRow,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let size = vec2(ui.available_width(), ROW_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let counts_line = phrases::named(row);
    let is_chosen = session.entity == Some(row.id);
    response.widget_info(|| {
        let kind = wording::entity_kind(row.kind);
        let name = format!("{}, {kind}, {counts_line}", row.name);
        WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, name)
    });
    let painter = ui.painter();
    if is_chosen || response.hovered() {
        let fill = if is_chosen { tokens.card } else { tokens.hover };
        painter.rect_filled(rect, RADIUS, fill);
    }
    painter.hline(rect.x_range(), rect.bottom(), (1.0, tokens.line));
    let (counts, drawing) = columns(rect);
    let highlight = Highlight::from(MentionKind::from(row.kind));
    let color = tokens.kind(highlight);
    let clip = Rect::from_min_max(rect.min, pos2(counts - GAP, rect.max.y));
    let left = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    let name = left.layout_no_wrap(row.name.clone(), Type::Strong.font(), tokens.ink);
    let name = in_order(name);
    let lines = if row.also.is_empty() { 20.0 } else { 40.0 };
    let at = pos2(rect.left() + GAP, rect.center().y - lines / 2.0);
    let mark = Rect::from_min_size(at, name.size()).expand2(vec2(2.0, 1.0));
    left.rect_filled(mark, 2, tint(color, tokens.page, 0.12));
    underline(&left, highlight, mark, color);
    let after = at.x + name.size().x + GAP;
    left.galley(at, name, tokens.ink);
    let small = Type::Small.font();
    let kind = left.layout_no_wrap(
        wording::entity_kind(row.kind).to_owned(),
        small.clone(),
        color,
    );
    left.galley(pos2(after, at.y + 1.0), kind, color);
    if !row.also.is_empty() {
        let also = left.layout_no_wrap(row.also.clone(), small.clone(), tokens.secondary);
        left.galley(at + vec2(0.0, 20.0), in_order(also), tokens.secondary);
    }
    let counted = painter.layout_no_wrap(counts_line, Type::Ui.font(), tokens.ink);
    painter.galley(pos2(counts, rect.center().y - 9.0), counted, tokens.ink);
    let room = Rect::from_min_max(
        pos2(drawing, rect.top() + 10.0),
        pos2(rect.right() - GAP, rect.bottom() - 10.0),
    );
    bars_ui(ui, room, &row.by_article, review.documents().len(), color);
    focus_ring(ui, &response, RADIUS);
    if response.clicked() {
        outbox.send(Command::ChooseEntity((!is_chosen).then_some(row.id)));
    }
}

/// A small bar for each article, as high as it is often named there; where there are more articles
/// than bars fit, several share one.
fn bars_ui(
    ui: &Ui,
    room: Rect,
    by_article: &[(usize, usize)],
    articles: usize,
    color: egui::Color32,
) {
    /// Narrowest and widest bar with the gap after it, in points.
    const STEPS: std::ops::RangeInclusive<f32> = 3.0..=16.0;
    if room.width() < 20.0 || articles == 0 {
        return;
    }
    let tokens = Tokens::of(ui);
    let step = (room.width() / articles as f32).clamp(*STEPS.start(), *STEPS.end());
    let fits = ((room.width() / step) as usize).clamp(1, articles);
    let mut bars = vec![0_usize; fits];
    for (article, count) in by_article {
        if let Some(bar) = bars.get_mut(article * fits / articles) {
            *bar += count;
        }
    }
    let most = bars.iter().copied().max().unwrap_or(1).max(1) as f32;
    let ground = room.left()..=room.left() + fits as f32 * step - HALF / 2.0;
    ui.painter()
        .hline(ground, room.bottom() - 0.5, (1.0, tokens.line));
    for (position, count) in bars.iter().enumerate().filter(|(_, count)| **count > 0) {
        let left = room.left() + position as f32 * step;
        let height = (room.height() * *count as f32 / most).max(3.0);
        let bar = Rect::from_min_max(
            pos2(left, room.bottom() - height),
            pos2(left + (step - HALF / 2.0).max(1.0), room.bottom()),
        );
        ui.painter().rect_filled(bar, 1, color);
    }
}
