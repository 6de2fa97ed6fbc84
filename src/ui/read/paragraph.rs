//! One paragraph: selectable text over its highlights, each a link of its own.

use egui::text::LayoutJob;
use egui::text_selection::LabelSelectionState;
use egui::{
    Align, CornerRadius, CursorIcon, Galley, Label, Pos2, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

use super::super::theme::{Tokens, Type, format, tint};
use super::super::widgets::{focus_card, laid, range_rects, underline};
use super::card::card_ui;
use super::selected;
use crate::model::{ArticleId, Span};
use crate::review::Review;
use crate::session::{Command, Session};
use crate::ui::Outbox;
use crate::view::read::{Mark, Paragraph};

/// A paragraph and what it is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) session: &'a Session,
    pub(super) review: &'a Review,
    pub(super) article: &'a ArticleId,
    pub(super) paragraph: &'a Paragraph,
    /// A place in the article that should come into view now.
    pub(super) wish: Option<Span>,
}

/// A paragraph as it was laid out.
pub(super) struct Laid {
    /// The rectangle it fills.
    pub(super) rect: Rect,
    galley: std::sync::Arc<Galley>,
    at: Pos2,
}

impl Laid {
    /// Where some of its bytes stand, a rectangle for each line.
    pub(super) fn rects(&self, span: Span) -> Vec<Rect> {
        let rects = range_rects(&self.galley, span).into_iter();
        rects
            .map(|rect| rect.translate(self.at.to_vec2()))
            .collect()
    }
}

/// Draws a paragraph.
pub(super) fn paragraph_ui(ui: &mut Ui, shown: &Shown<'_>, outbox: &mut Outbox) -> Laid {
    let tokens = Tokens::of(ui);
    let paragraph = shown.paragraph;
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    job.append(&paragraph.text, 0.0, format(Type::Reading, tokens.ink));
    let galley = laid(ui, job);
    let (at, galley, response) = Label::new(galley).selectable(true).layout_in_ui(ui);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
    let is_visible = ui.is_rect_visible(response.rect);
    if is_visible {
        hits_ui(ui, shown, &galley, at);
    }
    wished_ui(ui, shown, &galley, at);
    for mark in &paragraph.marks {
        mark_ui(ui, shown, mark, &galley, at, is_visible, outbox);
    }
    // egui drops a selection when one of its ends is not visited, so while there is one, all
    // paragraphs are.
    let is_selecting = ui
        .ctx()
        .plugin::<LabelSelectionState>()
        .lock()
        .has_selection();
    if is_visible || is_selecting {
        let plain = Stroke::NONE;
        let laid = std::sync::Arc::clone(&galley);
        LabelSelectionState::label_text_selection(ui, &response, at, laid, tokens.ink, plain);
        selected::watch(ui, shown, &response, &galley, at);
    }
    let rect = response.rect;
    Laid { rect, galley, at }
}

/// Marks what the search found in the paragraph.
fn hits_ui(ui: &Ui, shown: &Shown<'_>, galley: &Galley, at: Pos2) {
    let Some(search) = &shown.session.search else {
        return;
    };
    let tokens = Tokens::of(ui);
    let own = shown.paragraph.span;
    let hits = search.hits_in(shown.article);
    let first = hits.partition_point(|hit| hit.end <= own.start);
    for hit in hits.iter().skip(first) {
        if hit.start >= own.end {
            break;
        }
        let inside = Span::new(
            hit.start.max(own.start) - own.start,
            hit.end.min(own.end) - own.start,
        );
        for rect in range_rects(galley, inside) {
            let rect = rect.translate(at.to_vec2()).expand2(vec2(1.0, -3.0));
            ui.painter()
                .rect_filled(rect, CornerRadius::same(2), tokens.fact_tint);
        }
    }
}

/// Marks the passage that was gone to, and brings it into view once.
fn wished_ui(ui: &Ui, shown: &Shown<'_>, galley: &Galley, at: Pos2) {
    let standing = shown
        .session
        .wish
        .as_ref()
        .filter(|wish| wish.article == *shown.article)
        .and_then(|wish| wish.span);
    let Some(span) = standing.filter(|span| span.overlaps(shown.paragraph.span)) else {
        return;
    };
    let own = shown.paragraph.span;
    let inside = Span::new(
        span.start.max(own.start) - own.start,
        span.end.min(own.end) - own.start,
    );
    let tokens = Tokens::of(ui);
    let rects = range_rects(galley, inside);
    for rect in &rects {
        let rect = rect.translate(at.to_vec2()).expand2(vec2(3.0, -1.0));
        ui.painter()
            .rect_filled(rect, CornerRadius::same(3), tokens.selection);
    }
    let starts_here = own.start <= span.start;
    if shown.wish.is_some()
        && starts_here
        && let Some(first) = rects.first()
    {
        ui.scroll_to_rect(
            first.translate(at.to_vec2()).expand(60.0),
            Some(Align::Center),
        );
    }
}

fn mark_ui(
    ui: &Ui,
    shown: &Shown<'_>,
    mark: &Mark,
    galley: &Galley,
    at: Pos2,
    is_visible: bool,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let is_chosen = mark.entity.is_some() && mark.entity == shown.session.entity;
    let is_hidden = mark
        .highlight
        .kinds()
        .iter()
        .any(|kind| shown.session.read.hidden.contains(kind));
    if !is_chosen && (is_hidden || mark.is_description) {
        return;
    }
    // The position in the article is stable as long as the analysis is: data, not a row.
    let id = ui
        .scope_id()
        .with(("mark", shown.article.as_str(), mark.mention));
    // egui drops the focus of a widget that is not there for a frame: keep the focused one.
    if !is_visible && !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let rects: Vec<Rect> = range_rects(galley, mark.span)
        .into_iter()
        .map(|rect| rect.translate(at.to_vec2()))
        .map(|rect| Rect::from_min_max(rect.min + vec2(-1.5, 2.0), rect.max + vec2(1.5, -1.0)))
        .collect();
    let Some(first) = rects.first().copied() else {
        return;
    };
    let mut response = ui.interact(first, id, Sense::click());
    for (position, rect) in rects.iter().enumerate().skip(1) {
        let more = Sense::click() - Sense::FOCUSABLE;
        response |= ui.interact(*rect, id.with(position), more);
    }
    let words = mark.span.of(&shown.paragraph.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
    let is_active = response.hovered() || response.has_focus() || is_chosen;
    let color = tokens.kind(mark.highlight);
    let share = if is_active { 0.28 } else { 0.12 };
    for rect in &rects {
        let fill = tint(color, tokens.page, share);
        ui.painter().rect_filled(*rect, CornerRadius::same(2), fill);
        underline(ui.painter(), mark.highlight, *rect, color);
    }
    respond_ui(ui, shown, mark, first, response, outbox);
}

fn respond_ui(
    ui: &Ui,
    shown: &Shown<'_>,
    mark: &Mark,
    first: Rect,
    response: Response,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() && mark.entity.is_some() {
        outbox.send(Command::ChooseEntity(mark.entity));
    }
    if response.has_focus() {
        let line = Stroke::new(2.0, tokens.accent);
        ui.painter().rect_stroke(
            first.expand(1.0),
            CornerRadius::same(3),
            line,
            StrokeKind::Outside,
        );
        focus_card(ui, &response, first, |ui| card_ui(ui, shown, mark, outbox));
    } else if ui.memory(|memory| memory.top_modal_layer().is_none()) {
        // Under a question the card would stay open, and lie over it.
        response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_ui(|ui| card_ui(ui, shown, mark, outbox));
    }
}
