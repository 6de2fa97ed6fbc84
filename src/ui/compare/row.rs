//! One row: the left passage, how they differ in words, the right passage.

use egui::text::LayoutJob;
use egui::{
    Align, Color32, Label, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::super::theme::{GAP, Tokens, Type, format, tint};
use super::super::widgets::{Marking, link, marked_label};
use super::MIDDLE;
use crate::model::{ArticleId, RowKind, Span};
use crate::session::{Command, Session};
use crate::ui::Outbox;
use crate::ui::{phrases, words};
use crate::view::compare::{CompareRow, Piece, PieceKind, Place};
use crate::view::wording;

const EDGE: f32 = 18.0;
const ABOVE: f32 = 12.0;
/// How much of its colour the ground of a passage without a partner has: it lies behind many words.
const WASH: f32 = 0.6;
/// Width of a bar at the edge of a row, in points.
const BAR: f32 = 3.0;

/// Height of a row, in points.
pub(super) fn height(ui: &Ui, row: &CompareRow, side: f32) -> f32 {
    let tokens = Tokens::of(ui);
    match row {
        CompareRow::Folded { .. } => 2.0 * ABOVE + Type::Quoted.line(),
        CompareRow::Pair {
            left,
            right,
            kinds,
            is_headlines,
            ..
        } => {
            let tall = [left, right]
                .map(|pieces| {
                    let width = side - 2.0 * EDGE;
                    let (job, _) = pieces_job(ui, pieces, *is_headlines, width);
                    ui.fonts_mut(|fonts| fonts.layout_job(job)).size().y
                })
                .into_iter()
                .fold(0.0_f32, f32::max);
            let said = kinds_job(ui, kinds, tokens.ink);
            let words = ui.fonts_mut(|fonts| fonts.layout_job(said)).size().y + 4.0;
            tall.max(words) + 2.0 * ABOVE
        }
    }
}

/// How the sides differ, in words, for the column between them.
fn kinds_job(ui: &Ui, kinds: &[&'static str], color: Color32) -> LayoutJob {
    let tokens = Tokens::of(ui);
    let mut job = LayoutJob {
        halign: Align::Center,
        ..LayoutJob::default()
    };
    job.wrap.max_width = MIDDLE - 2.0 * GAP;
    for (position, words) in kinds.iter().enumerate() {
        let set = format(
            Type::Small,
            if position == 0 {
                color
            } else {
                tokens.secondary
            },
        );
        if position > 0 {
            job.append("\n", 0.0, set.clone());
        }
        job.append(words, 0.0, set);
    }
    job
}

/// A passage or a headline, `width` points wide, and how its differences are marked.
pub(super) fn pieces_job(
    ui: &Ui,
    pieces: &[Piece],
    is_headline: bool,
    width: f32,
) -> (LayoutJob, Vec<Marking>) {
    let tokens = Tokens::of(ui);
    let kind = if is_headline {
        Type::QuotedHeadline
    } else {
        Type::Quoted
    };
    let mut job = LayoutJob::default();
    let mut markings = Vec::new();
    job.wrap.max_width = width;
    if pieces.is_empty() {
        let missing = wording::not_found(is_headline);
        job.append(missing, 0.0, format(Type::Quoted, tokens.secondary));
    }
    for piece in pieces {
        if piece.kind == PieceKind::Label {
            job.append(&piece.words, 0.0, format(Type::Small, tokens.secondary));
            continue;
        }
        let marked = match piece.kind {
            PieceKind::Same | PieceKind::Label => None,
            PieceKind::Only => Some((
                tokens.only_here,
                tokens.only_here_tint,
                Stroke::new(1.0, tokens.only_here),
            )),
            PieceKind::Fact => Some((tokens.ink, tokens.fact_tint, Stroke::new(2.0, tokens.fact))),
            PieceKind::Shared => Some((
                tokens.ink,
                Color32::TRANSPARENT,
                Stroke::new(1.0, tokens.secondary),
            )),
        };
        let (color, ground, line) =
            marked.unwrap_or((tokens.ink, Color32::TRANSPARENT, Stroke::NONE));
        if marked.is_some() {
            let start = job.text.len();
            markings.push(Marking {
                span: Span::new(start, start + piece.words.len()),
                ground,
                line,
            });
        }
        job.append(&piece.words, 0.0, format(kind, color));
    }
    (job, markings)
}

/// Draws a row.
pub(super) fn row_ui(
    ui: &mut Ui,
    session: &Session,
    row: &CompareRow,
    side: f32,
    is_current: bool,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let rect = ui.max_rect();
    if is_current {
        ui.painter().rect_filled(rect, 0, tokens.card);
        let edge = Rect::from_min_max(rect.min, pos2(rect.left() + BAR, rect.bottom()));
        ui.painter().rect_filled(edge, 0, tokens.accent);
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom(), (1.0, tokens.line));
    for x in [side, side + MIDDLE] {
        let x = rect.left() + x;
        ui.painter().vline(x, rect.y_range(), (1.0, tokens.line));
    }
    match row {
        CompareRow::Folded { row, sentences } => fold_ui(ui, *row, *sentences, outbox),
        CompareRow::Pair {
            left,
            right,
            left_place,
            right_place,
            is_headlines,
            kinds,
            is_otherwise,
            kind,
            likeness,
            ..
        } => {
            if !is_headlines {
                only_here_ui(ui, *kind, side, is_current);
            }
            let comparing = &session.comparing;
            let passages = [
                (left, true, left_place, &comparing.left),
                (right, false, right_place, &comparing.right),
            ];
            for (pieces, is_left, place, article) in passages {
                let words = pieces_job(ui, pieces, *is_headlines, side - 2.0 * EDGE);
                let place = place.zip(article.as_ref());
                passage_ui(ui, words, is_left, side, place, outbox);
            }
            let middle = Rect::from_min_size(
                pos2(rect.left() + side + GAP, rect.top() + ABOVE + 2.0),
                vec2(MIDDLE - 2.0 * GAP, rect.height()),
            );
            let builder = UiBuilder::new()
                .max_rect(middle)
                .id_salt("middle")
                .layout(Layout::top_down(Align::Center));
            ui.scope_builder(builder, |ui| {
                let color = if *kind == RowKind::Same {
                    tokens.secondary
                } else {
                    tokens.ink
                };
                let label = Label::new(kinds_job(ui, kinds, color)).halign(Align::Center);
                ui.add(label)
                    .on_hover_text(wording::row_why(*kind, *is_otherwise, *likeness));
            });
        }
    }
}

/// A passage without a partner: the ground of its side with a bar at the edge of the window.
fn only_here_ui(ui: &Ui, kind: RowKind, side: f32, is_current: bool) {
    let tokens = Tokens::of(ui);
    let row = ui.max_rect();
    let (from, edge) = match kind {
        RowKind::LeftOnly => (row.left(), row.left()),
        RowKind::RightOnly => (row.left() + side + MIDDLE + 1.0, row.right() - BAR),
        RowKind::Same | RowKind::Reworded => return,
    };
    let ground = Rect::from_min_size(pos2(from, row.top()), vec2(side, row.height() - 1.0));
    let ground = ground.intersect(row);
    ui.painter()
        .rect_filled(ground, 0, tint(tokens.only_here_tint, tokens.page, WASH));
    // The bar of the row that was stepped to stands at the left edge.
    let is_taken = is_current && kind == RowKind::LeftOnly;
    let left = edge + if is_taken { BAR } else { 0.0 };
    let bar = Rect::from_min_size(pos2(left, row.top()), vec2(BAR, row.height() - 1.0));
    ui.painter().rect_filled(bar, 0, tokens.only_here);
}

fn passage_ui(
    ui: &mut Ui,
    (job, markings): (LayoutJob, Vec<Marking>),
    is_left: bool,
    side: f32,
    place: Option<(Place, &ArticleId)>,
    outbox: &mut Outbox,
) {
    let rect = ui.max_rect();
    let x = rect.left() + if is_left { 0.0 } else { side + MIDDLE };
    let inner = Rect::from_min_max(
        pos2(x + EDGE, rect.top() + ABOVE),
        pos2(x + side - EDGE, rect.bottom()),
    );
    let builder = UiBuilder::new()
        .max_rect(inner)
        .id_salt(is_left)
        .layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, |ui| {
        let label = marked_label(ui, job, &markings);
        if let Some((place, article)) = place {
            label.context_menu(|ui| {
                if ui.button(words::READ_IT_IN_ITS_ARTICLE).clicked() {
                    outbox.send(match place {
                        Place::Headline => Command::Read(article.clone()),
                        Place::Text(span) => Command::GoTo(article.clone(), span),
                    });
                    ui.close();
                }
            });
        }
    });
}

/// Several rows that are the same, as one that unfolds.
fn fold_ui(ui: &mut Ui, row: usize, sentences: usize, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let rect = ui.max_rect();
    let words = phrases::the_same(sentences);
    let response = ui.interact(rect, ui.scope_id().with("fold"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, phrases::to_show(&words)));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.shrink(1.0), 0, tokens.hover);
    }
    let side = (rect.width() - MIDDLE) / 2.0;
    for x in [rect.left() + EDGE, rect.left() + side + MIDDLE + EDGE] {
        ui.painter().text(
            pos2(x, rect.center().y),
            egui::Align2::LEFT_CENTER,
            &words,
            Type::Quoted.font(),
            tokens.secondary,
        );
    }
    let middle = Rect::from_center_size(rect.center(), vec2(MIDDLE, 20.0));
    let builder = UiBuilder::new()
        .max_rect(middle)
        .layout(Layout::top_down(Align::Center));
    let clicked = ui
        .scope_builder(builder, |ui| link(ui, words::LINK_SHOW).clicked())
        .inner;
    if clicked || response.clicked() {
        outbox.send(Command::ToggleFold(row));
    }
}
