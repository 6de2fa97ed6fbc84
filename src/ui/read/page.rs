//! The page: headline, facts, paragraphs, margin.

use egui::{Align, CollapsingHeader, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::super::theme::{GAP, MEASURE, PAGE_MARGIN, TWICE, Tokens, Type, rich_in};
use super::super::widgets::{heading, link, paragraph, why_ui};
use super::paragraph::{Laid, Shown, paragraph_ui};
use super::selected;
use crate::model::ArticleId;
use crate::review::{About, Correction, Review};
use crate::session::{Action, Card, Command, Session, Wish};
use crate::ui::Outbox;
use crate::ui::keys::tooltip;
use crate::ui::notes;
use crate::ui::{phrases, words};
use crate::view::read::{MarginNote, Page, Paragraph};
use crate::view::{evidence, wording};

const MARGIN_WIDTH: f32 = 160.0;
const MARGIN_GAP: f32 = 32.0;
/// Between two paragraphs.
const PARAGRAPH_GAP: f32 = 14.0;

/// Draws the page of an article; gives where it is drawn, and whether it is scrolled.
pub(super) fn page_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    article: &ArticleId,
    page: &Page,
    wish: Option<&Wish>,
    outbox: &mut Outbox,
) -> (Rect, bool) {
    // Each article keeps its place, for who goes back to it.
    let mut area = ScrollArea::vertical()
        .id_salt(("page", article.as_str()))
        .auto_shrink(false)
        .animated(false);
    if wish.is_some_and(|wish| wish.span.is_none()) {
        area = area.vertical_scroll_offset(0.0);
    }
    let shown = area.show(ui, |ui| {
        let available = ui.available_width();
        let has_margin = available >= MEASURE * 0.8 + MARGIN_GAP + MARGIN_WIDTH + 2.0 * PAGE_MARGIN;
        let margin = if has_margin {
            MARGIN_GAP + MARGIN_WIDTH
        } else {
            0.0
        };
        let measure = MEASURE
            .min(available - margin - 2.0 * PAGE_MARGIN)
            .max(200.0);
        let left = ((available - measure - margin) / 2.0).max(PAGE_MARGIN);
        let column = Rect::from_min_size(
            ui.next_widget_position() + vec2(left, 0.0),
            vec2(measure, f32::INFINITY),
        );
        let builder = UiBuilder::new()
            .max_rect(column)
            .layout(Layout::top_down(Align::Min));
        ui.scope_builder(builder, |ui| {
            ui.set_width(measure);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(38.0);
            head_ui(ui, article, page, review, outbox);
            let mut free = f32::NEG_INFINITY;
            for shown in &page.paragraphs {
                let shown = Shown {
                    session,
                    review,
                    article,
                    paragraph: shown,
                    wish: wish.and_then(|wish| wish.span),
                };
                let laid = paragraph_ui(ui, &shown, outbox);
                if has_margin {
                    let left = column.right() + MARGIN_GAP;
                    free = margin_ui(ui, shown.paragraph, &laid, (left, free), outbox);
                }
                ui.add_space(PARAGRAPH_GAP);
            }
            removed_ui(ui, article, page, outbox);
            ui.add_space(120.0);
        });
    });
    selected::bar_ui(ui, article, review, outbox);
    (shown.inner_rect, shown.state.clamped_offset().y > 0.0)
}

fn head_ui(ui: &mut Ui, article: &ArticleId, page: &Page, review: &Review, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    heading(ui, &page.title, Type::Headline, 1);
    ui.add_space(GAP);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(rich_in(&page.facts, Type::Ui, tokens.secondary));
        why_ui(
            ui,
            words::LINK_WHY,
            || evidence::date(review, article),
            outbox,
        );
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let action = Action::CompareThis;
        if link(ui, words::LINK_COMPARE)
            .on_hover_text(tooltip(ui.ctx(), action))
            .clicked()
        {
            outbox.send(action);
        }
        let action = Action::CorrectArticle;
        if link(ui, words::LINK_CORRECT)
            .on_hover_text(tooltip(ui.ctx(), action))
            .clicked()
        {
            outbox.send(action);
        }
        if link(ui, words::LINK_NOTE).clicked() {
            let about = About::Article(article.clone());
            outbox.send(Command::OpenCard(Card::Note(about, page.title.clone())));
        }
    });
    notes::note_line_ui(ui, review, &About::Article(article.clone()));
    for remark in &page.remarks {
        paragraph(
            ui,
            &wording::capitalised(remark),
            Type::Small,
            tokens.secondary,
        );
    }
    ui.add_space(TWICE);
}

/// Notes beside a paragraph, each at the line where its passage begins, or below the one before;
/// gives where the margin is free again.
fn margin_ui(
    ui: &mut Ui,
    told: &Paragraph,
    laid: &Laid,
    (left, mut free): (f32, f32),
    outbox: &mut Outbox,
) -> f32 {
    /// How far below its line a note may stand; what would stand lower is left out.
    const ASTRAY_MAX: f32 = 70.0;
    /// How far a note may reach below its paragraph.
    const REACH: f32 = 2.0 * ASTRAY_MAX;
    const BELOW: f32 = 6.0;
    if told.notes.is_empty() && told.own_notes.is_empty() {
        return free;
    }
    let reach = laid.rect.expand2(vec2(400.0, REACH));
    if !ui.is_rect_visible(reach) {
        return free;
    }
    for (number, note) in told.notes.iter().enumerate() {
        let rects = laid.rects(note.span);
        let top = rects.first().map_or(laid.rect.top(), Rect::top) + 5.0;
        if free > top + ASTRAY_MAX {
            continue;
        }
        let top = top.max(free);
        let salt = (told.span.start, number);
        let (is_pointed, bottom) = beside(ui, (left, top), salt, |margin| {
            note_ui(margin, note, outbox)
        });
        if is_pointed {
            show_passage(ui, &rects);
        }
        free = bottom + BELOW;
    }
    for (number, note) in told.own_notes.iter().enumerate() {
        let top = (laid.rect.top() + 5.0).max(free);
        let salt = (told.span.start, told.notes.len() + number);
        let ((), bottom) = beside(ui, (left, top), salt, |margin| {
            let line = wording::shortened(note, 120);
            let ink = Tokens::of(margin).ink;
            paragraph(margin, &line, Type::Small, ink).on_hover_text(note);
        });
        free = bottom + BELOW;
    }
    free
}

/// Draws into the margin, from this corner on; gives how far down it reaches.
fn beside<R>(
    ui: &mut Ui,
    (left, top): (f32, f32),
    salt: (usize, usize),
    content: impl FnOnce(&mut Ui) -> R,
) -> (R, f32) {
    let room = Rect::from_min_size(pos2(left, top), vec2(MARGIN_WIDTH, 200.0));
    let builder = UiBuilder::new()
        .max_rect(room)
        .id_salt(("margin", salt))
        .layout(Layout::top_down(Align::Min));
    let mut margin = ui.new_child(builder);
    let inner = content(&mut margin);
    (inner, margin.min_rect().bottom())
}

/// One note: where else its passage is told. Gives whether it is pointed at.
fn note_ui(ui: &mut Ui, note: &MarginNote, outbox: &mut Outbox) -> bool {
    let tokens = Tokens::of(ui);
    let words = phrases::open_claim(&note.words);
    let response = link(ui, &note.line).on_hover_text(words);
    if response.clicked() {
        outbox.send(Command::ChooseClaim(Some(note.claim)));
        outbox.send(Action::ShowClaims);
    }
    if !note.remark.is_empty() {
        paragraph(ui, &note.remark, Type::Small, tokens.secondary);
    }
    response.hovered() || response.has_focus()
}

/// Shows which passage a note is about.
fn show_passage(ui: &Ui, rects: &[Rect]) {
    let tokens = Tokens::of(ui);
    for rect in rects {
        let ground = rect.expand2(vec2(2.0, -1.0));
        ui.painter()
            .rect_filled(ground, 3, tokens.accent.gamma_multiply(0.16));
    }
}

/// What was left out of the text, on request.
fn removed_ui(ui: &mut Ui, article: &ArticleId, page: &Page, outbox: &mut Outbox) {
    if page.removed.is_empty() {
        return;
    }
    let tokens = Tokens::of(ui);
    ui.add_space(TWICE);
    let title = phrases::passages_left_out(page.removed.len());
    let fold = CollapsingHeader::new(rich_in(title, Type::Small, tokens.secondary));
    // It stays open when one of them is put back, which changes its title.
    fold.id_salt(("left-out", article)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for (kind, words) in &page.removed {
            ui.horizontal_wrapped(|ui| {
                let short = wording::shortened(words, 300);
                ui.label(rich_in(short, Type::Ui, tokens.ink));
                ui.label(rich_in(kind, Type::Small, tokens.secondary));
                if link(ui, words::PUT_IT_BACK).clicked() {
                    let correction = Correction::PutBack {
                        article: article.clone(),
                        words: words.clone(),
                    };
                    outbox.send(Command::Correct(Box::new(correction)));
                }
            });
        }
    });
}
