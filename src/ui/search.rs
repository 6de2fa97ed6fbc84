//! The search beside the page: a field, what narrows it, hits with the words around them.

use egui::text::LayoutJob;
use egui::{Key, Modifiers, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2};

use super::Outbox;
use super::theme::{GAP, HALF, RADIUS, TWICE, Tokens, Type, format, rich_in};
use super::widgets::{
    action_button, chips_ui, count_chip, days_chip_ui, focus_ring, group_heading, laid, link,
    paragraph, pick_ui,
};
use crate::model::MentionKind;
use crate::review::Review;
use crate::session::{Action, Command, FoundArticle, Search, SearchFor, Session};
use crate::ui::{phrases, words};
use crate::view::labels::{self, outlet_day};
use crate::view::{Highlight, wording, words_around};

/// The most hits of one article that are listed.
const LISTED_MAX: usize = 4;
/// Width of a choice of what to search in, in points.
const CHOICE_WIDTH: f32 = 118.0;

/// Draws the search.
pub(super) fn search_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    search: &Search,
    outbox: &mut Outbox,
) {
    ui.horizontal(|ui| {
        group_heading(ui, words::SEARCH_IN_ALL_ARTICLES);
        if link(ui, words::LINK_CLOSE).clicked() {
            outbox.send(Command::CloseSearch);
        }
    });
    ui.add_space(HALF);
    field_ui(ui, session, search, outbox);
    ui.add_space(HALF);
    filters_ui(ui, session, review, search, outbox);
    ui.add_space(GAP);
    let tokens = Tokens::of(ui);
    let Some(found) = &search.found else {
        let line = words::SEARCH_EXPLAINED;
        paragraph(ui, line, Type::Small, tokens.secondary);
        return;
    };
    if search.wanted.query.trim().is_empty() {
        let line = words::SEARCH_EXPLAINED;
        paragraph(ui, line, Type::Small, tokens.secondary);
        return;
    }
    if found.articles.is_empty() {
        let line = words::NO_ARTICLE_HAS_WORDS;
        paragraph(ui, line, Type::Small, tokens.secondary);
        return;
    }
    let hits: usize = found
        .articles
        .iter()
        .map(|article| article.hits.len())
        .sum();
    let line = phrases::found(hits, found.articles.len(), found.total);
    paragraph(ui, &line, Type::Small, tokens.secondary);
    ui.horizontal_wrapped(|ui| {
        action_button(ui, session, Action::PreviousHit, outbox);
        action_button(ui, session, Action::NextHit, outbox);
    });
    ui.add_space(GAP);
    let area = ScrollArea::vertical().id_salt("hits").auto_shrink(false);
    area.show(ui, |ui| {
        for (position, article) in found.articles.iter().enumerate() {
            article_ui(ui, review, search, position, article, outbox);
        }
        ui.add_space(TWICE);
    });
}

fn field_ui(ui: &mut Ui, session: &Session, search: &Search, outbox: &mut Outbox) {
    let mut query = search.wanted.query.clone();
    let field = TextEdit::singleline(&mut query)
        .hint_text(words::WORDS_TO_FIND)
        .desired_width(f32::INFINITY)
        .margin(vec2(8.0, 6.0));
    let response = ui.add(field).accessible_name(words::WORDS_TO_FIND);
    if session.focuses_search {
        response.request_focus();
        outbox.send(Command::SearchFocused);
    }
    if response.changed() {
        let wanted = SearchFor {
            query,
            ..search.wanted.clone()
        };
        outbox.send(Command::SearchFor(Box::new(wanted)));
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        let back = ui.input(|input| input.modifiers.matches_logically(Modifiers::SHIFT));
        outbox.send(if back {
            Action::PreviousHit
        } else {
            Action::NextHit
        });
        response.request_focus();
    }
}

fn filters_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    search: &Search,
    outbox: &mut Outbox,
) {
    let mut wanted = search.wanted.clone();
    chips_ui(ui, |ui| {
        let outlets: Vec<usize> = (0..review.index().outlets.len()).collect();
        let called = |at: &usize| labels::outlet(review, *at, 40);
        if outlets.len() > 1 {
            pick_ui(
                ui,
                CHOICE_WIDTH,
                [words::ONLY, words::ALL_OUTLETS],
                &outlets,
                called,
                &mut wanted.outlet,
            );
        }
        let kinds: Vec<String> = Highlight::ALL
            .iter()
            .map(|kind| phrases::beside(kind.name()))
            .collect();
        let mut chosen = wanted.kind.and_then(|kind| {
            let highlight = Highlight::from(kind);
            Highlight::ALL.iter().position(|other| *other == highlight)
        });
        pick_ui(
            ui,
            CHOICE_WIDTH,
            [words::ONLY, words::ANY_SENTENCE],
            &kinds,
            String::clone,
            &mut chosen,
        );
        wanted.kind = chosen.and_then(|at| -> Option<MentionKind> {
            Highlight::ALL.get(at)?.kinds().first().copied()
        });
        if let Some(entity) = wanted.entity.and_then(|id| review.analysis().entity(id)) {
            let text = format!("{}  ×", phrases::naming(&entity.name));
            if count_chip(ui, &text, true).clicked() {
                wanted.entity = None;
            }
        } else if let Some(entity) = session.entity.and_then(|id| review.analysis().entity(id)) {
            let text = phrases::naming(&entity.name);
            if count_chip(ui, &text, false)
                .on_hover_text(words::ONLY_NAMING_CHOSEN)
                .clicked()
            {
                wanted.entity = Some(entity.id);
            }
        }
        days_chip_ui(ui, session.read.days, outbox);
    });
    if wanted != search.wanted {
        outbox.send(Command::SearchFor(Box::new(wanted)));
    }
}

fn article_ui(
    ui: &mut Ui,
    review: &Review,
    search: &Search,
    position: usize,
    found: &FoundArticle,
    outbox: &mut Outbox,
) {
    let Some(document) = review.document(&found.article) else {
        return;
    };
    let tokens = Tokens::of(ui);
    ui.add_space(GAP);
    group_heading(ui, &outlet_day(review, &found.article));
    let title = labels::title(review, &found.article);
    if found.hits.is_empty() {
        let response = link(ui, &wording::shortened(&title, 80));
        if response.on_hover_text(words::IN_ITS_HEADLINE).clicked() {
            outbox.send(Command::GoToHit(position, 0));
        }
    }
    for (number, hit) in found.hits.iter().take(LISTED_MAX).enumerate() {
        let words = words_around(&document.article.text, *hit);
        let is_here = search.at == Some((position, number));
        if hit_ui(ui, &words, is_here) {
            outbox.send(Command::GoToHit(position, number));
        }
    }
    let more = found.hits.len().saturating_sub(LISTED_MAX);
    if more > 0 {
        let line = phrases::more_in_this_article(more);
        ui.label(rich_in(line, Type::Small, tokens.secondary));
    }
}

/// One hit with the words around it; gives whether it was clicked.
fn hit_ui(ui: &mut Ui, words: &[String; 3], is_here: bool) -> bool {
    let tokens = Tokens::of(ui);
    let [before, hit, after] = words;
    let mut job = LayoutJob::default();
    let width = ui.available_width();
    job.wrap.max_width = width - 2.0 * GAP;
    let plain = format(Type::Small, tokens.secondary);
    let mut marked = format(Type::Small, tokens.ink);
    marked.background = tokens.fact_tint;
    job.append(before, 0.0, plain.clone());
    job.append(hit, 0.0, marked);
    job.append(after, 0.0, plain);
    let galley = laid(ui, job);
    let size = vec2(width, galley.size().y + GAP);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_here, words.concat()));
    if is_here || response.hovered() {
        let fill = if is_here { tokens.card } else { tokens.hover };
        ui.painter().rect_filled(rect, RADIUS, fill);
    }
    let at = rect.min + vec2(GAP, HALF);
    ui.painter().galley(at, galley, tokens.ink);
    focus_ring(ui, &response, RADIUS);
    response.clicked()
}
