//! Every place that names the chosen one, by article, with a way to step through.

use egui::text::LayoutJob;
use egui::{Align, CornerRadius, Layout, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::super::theme::{GAP, RADIUS, TWICE, Tokens, Type, format, rich_in, tint};
use super::super::widgets::{
    action_button, focus_ring, group_heading, heading, laid, link, paragraph, why_ui,
};
use crate::model::ArticleId;
use crate::session::{Action, Card, Command, Session};
use crate::ui::Outbox;
use crate::ui::words;
use crate::view::Highlight;
use crate::view::people::{PlaceLine, Places};
use crate::view::{evidence, wording};

/// Draws the places of the chosen name.
pub(super) fn places_ui(ui: &mut Ui, session: &Session, places: &Places, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let highlight = Highlight::from(crate::model::MentionKind::from(places.kind));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        heading(ui, &places.name, Type::Strong, 2);
        let kind = wording::entity_kind(places.kind);
        ui.label(rich_in(kind, Type::Small, tokens.kind(highlight)));
        if link(ui, words::LINK_CLOSE).clicked() {
            outbox.send(Command::ChooseEntity(None));
        }
    });
    paragraph(ui, &places.facts, Type::Small, tokens.secondary);
    ui.horizontal(|ui| {
        if let Some(entity) = session.entity
            && link(ui, words::RENAME_OR_MERGE).clicked()
        {
            outbox.send(Command::OpenCard(Card::Name(entity, None)));
        }
        if let (Some(review), Some(entity)) = (&session.review, session.entity)
            && places.has_reasons
        {
            why_ui(
                ui,
                words::WHY_ONE_NAME,
                || evidence::name(review, entity),
                outbox,
            );
        }
    });
    ui.add_space(GAP);
    ui.horizontal(|ui| {
        action_button(ui, session, Action::PreviousMention, outbox);
        action_button(ui, session, Action::NextMention, outbox);
    });
    ui.add_space(GAP);
    let area = ScrollArea::vertical()
        .id_salt(("places", places.name.as_str()))
        .auto_shrink(false);
    let all: usize = places.articles.iter().map(|(.., lines)| lines.len()).sum();
    if all > LONG {
        long_ui(ui, session, places, area, outbox);
        return;
    }
    area.show(ui, |ui| {
        for (article, title, lines) in &places.articles {
            ui.add_space(GAP);
            group_heading(ui, title);
            for line in lines {
                place_ui(ui, session, article, line, highlight, None, outbox);
            }
        }
        ui.add_space(TWICE);
    });
}

/// More places than this have rows of one height, so that only those in view are laid out.
const LONG: usize = 200;
/// Height of such a row, in points: three lines.
const ROW: f32 = 3.0 * Type::Small.line() + GAP;

/// Very many places: headings and rows all of one height.
fn long_ui(ui: &mut Ui, session: &Session, places: &Places, area: ScrollArea, outbox: &mut Outbox) {
    let highlight = Highlight::from(crate::model::MentionKind::from(places.kind));
    // Where each article begins among all rows; its heading is a row too.
    let mut starts: Vec<usize> = Vec::with_capacity(places.articles.len());
    let mut all = 0;
    for (.., lines) in &places.articles {
        starts.push(all);
        all += 1 + lines.len();
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, ROW, all, |ui, range| {
        for position in range {
            let at = starts.partition_point(|start| *start <= position) - 1;
            let (Some((article, title, lines)), Some(start)) =
                (places.articles.get(at), starts.get(at))
            else {
                continue;
            };
            let line = (position - start)
                .checked_sub(1)
                .and_then(|at| lines.get(at));
            if let Some(line) = line {
                place_ui(ui, session, article, line, highlight, Some(ROW), outbox);
                continue;
            }
            let size = vec2(ui.available_width(), ROW);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Max), |ui| {
                ui.set_min_size(size);
                group_heading(ui, &wording::shortened(title, 60));
            });
        }
    });
}

fn place_ui(
    ui: &mut Ui,
    session: &Session,
    article: &ArticleId,
    line: &PlaceLine,
    highlight: Highlight,
    height: Option<f32>,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let [before, name, after] = &line.words;
    let mut job = LayoutJob::default();
    let width = ui.available_width();
    job.wrap.max_width = width - 2.0 * GAP;
    job.wrap.max_rows = if height.is_some() { 3 } else { usize::MAX };
    let words = format(Type::Small, tokens.secondary);
    let mut marked = format(Type::Small, tokens.ink);
    marked.background = tint(tokens.kind(highlight), tokens.panel, 0.16);
    job.append(before, 0.0, words.clone());
    job.append(name, 0.0, marked);
    job.append(after, 0.0, words);
    let galley = laid(ui, job);
    let size = vec2(width, height.unwrap_or(galley.size().y + GAP));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let is_here = session
        .wish
        .as_ref()
        .is_some_and(|wish| wish.article == *article && wish.span == Some(line.span));
    response.widget_info(|| {
        let words = format!("{before}{name}{after}");
        WidgetInfo::selected(Role::ListBoxOption, true, is_here, words)
    });
    let corners = CornerRadius::same(RADIUS);
    if is_here {
        ui.painter().rect_filled(rect, corners, tokens.card);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corners, tokens.hover);
    }
    ui.painter()
        .galley(rect.min + vec2(GAP, GAP / 2.0), galley, tokens.ink);
    focus_ring(ui, &response, RADIUS);
    if response.clicked() {
        outbox.send(Command::GoTo(article.clone(), line.span));
    }
}
