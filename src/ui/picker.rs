//! A choice of one article of all, by story: only the rows in view are laid out, and typing finds one.

use std::ops::ControlFlow;

use egui::{
    Align, ComboBox, Id, Key, Layout, PopupCloseBehavior, Role, ScrollArea, TextEdit, Ui,
    WidgetInfo, WidgetText, vec2,
};

use super::theme::{GAP, HALF, Tokens, Type};
use super::widgets::{Row, group_heading, line_row, paragraph};
use crate::model::ArticleId;
use crate::ui::words;
use crate::view::read::{ListItem, StoryGroup};
use crate::view::wording;

/// Height of a row, in points.
const ROW: f32 = 32.0;
/// The most rows that are in view.
const SHOWN_MAX: f32 = 14.0;
/// Fewer articles need no field to find one.
const FIND_MIN: usize = 12;
/// The most articles that are found by typing.
const FOUND_MAX: usize = 200;
/// Narrowest list.
const WIDTH_MIN: f32 = 420.0;

/// What is chosen from.
pub(super) struct Picker<'a> {
    /// Its name for a screen reader, which also tells it from others.
    pub(super) name: &'static str,
    /// What is chosen, as it is shown.
    pub(super) shown: WidgetText,
    /// What is chosen, in full.
    pub(super) spoken: String,
    /// The article that is chosen.
    pub(super) chosen: Option<&'a ArticleId>,
    /// An article that cannot be chosen.
    pub(super) without: Option<&'a ArticleId>,
    /// All articles.
    pub(super) groups: &'a [StoryGroup],
}

/// A row of the list.
#[derive(Clone, Copy)]
enum Line<'a> {
    Story(&'a str),
    Article(&'a ListItem),
}

/// Draws the choice, as wide as there is room; gives the article that was chosen just now.
pub(super) fn picker_ui(ui: &mut Ui, picker: &Picker<'_>) -> Option<ArticleId> {
    let width = ui.available_width();
    let typed = Id::unique(("picker", picker.name));
    let picked = ComboBox::from_id_salt(picker.name)
        .selected_text(picker.shown.clone())
        .width(width)
        .height(ROW * (SHOWN_MAX + 4.0))
        .truncate()
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show_ui(ui, |ui| {
            ui.set_width(
                width
                    .max(WIDTH_MIN)
                    .min(ui.ctx().content_rect().width() - 40.0),
            );
            let picked = list_ui(ui, picker, typed);
            if picked.is_some() {
                ui.close();
            }
            picked
        });
    let response = picked.response;
    response.widget_info(|| {
        let words = format!("{}: {}", picker.name, picker.spoken);
        WidgetInfo::labeled(Role::ComboBox, true, words)
    });
    if picked.inner.is_none() {
        // It is closed: the next time it begins with all of them.
        ui.data_mut(|data| data.remove::<String>(typed));
    }
    picked.inner.flatten()
}

fn list_ui(ui: &mut Ui, picker: &Picker<'_>, typed: Id) -> Option<ArticleId> {
    let before: Option<String> = ui.data(|data| data.get_temp(typed));
    let is_opened = before.is_none();
    let mut query = before.unwrap_or_default();
    ui.data_mut(|data| data.insert_temp(typed, query.clone()));
    let articles: usize = picker.groups.iter().map(|group| group.items.len()).sum();
    let mut is_entered = false;
    if articles > FIND_MIN {
        let field = TextEdit::singleline(&mut query)
            .hint_text(words::FIND_ARTICLE_HINT)
            .desired_width(f32::INFINITY)
            .margin(vec2(8.0, 6.0));
        let field = ui.add(field).accessible_name(words::FIND_AN_ARTICLE);
        if is_opened {
            field.request_focus();
        }
        is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if field.changed() {
            ui.data_mut(|data| data.insert_temp(typed, query.clone()));
        }
        ui.add_space(HALF);
    }
    let lines = lines(picker, query.trim());
    if lines.is_empty() {
        let line = words::NO_ARTICLE_HAS_LETTERS;
        paragraph(ui, line, Type::Small, Tokens::of(ui).secondary);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let height = ROW * SHOWN_MAX.min(lines.len() as f32);
    let mut area = ScrollArea::vertical()
        .id_salt("picked-from")
        .auto_shrink([false, true])
        .max_height(height)
        .min_scrolled_height(height);
    if is_opened {
        // The chosen one is in view.
        let is_chosen = |line: &Line<'_>| matches!(line, Line::Article(item) if Some(&item.id) == picker.chosen);
        let at = lines.iter().position(is_chosen).unwrap_or(0);
        area = area.vertical_scroll_offset((ROW * (at as f32 - SHOWN_MAX / 3.0)).max(0.0));
    }
    let shown = area.show_rows(ui, ROW, lines.len(), |ui, range| {
        let in_view = lines.iter().take(range.end).skip(range.start);
        let mut picked = None;
        for line in in_view {
            let clicked = line_ui(ui, picker, *line);
            picked = picked.or(clicked);
        }
        picked
    });
    let first = || {
        lines.iter().find_map(|line| match line {
            Line::Article(item) => Some(item.id.clone()),
            Line::Story(_) => None,
        })
    };
    shown.inner.or_else(|| first().filter(|_| is_entered))
}

/// The rows: all articles by story, or those with these letters.
fn lines<'a>(picker: &Picker<'a>, query: &str) -> Vec<Line<'a>> {
    let query = query.to_lowercase();
    let mut lines = Vec::new();
    let mut found = 0;
    let _ = picker.groups.iter().try_for_each(|group| {
        let mut has_heading = false;
        for item in &group.items {
            let is_found = query.is_empty()
                || item.title.to_lowercase().contains(&query)
                || item.facts.to_lowercase().contains(&query);
            if !is_found || Some(&item.id) == picker.without {
                continue;
            }
            if !std::mem::replace(&mut has_heading, true) {
                lines.push(Line::Story(&group.heading));
            }
            lines.push(Line::Article(item));
            found += 1;
            if found == FOUND_MAX && !query.is_empty() {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    });
    lines
}

fn line_ui(ui: &mut Ui, picker: &Picker<'_>, line: Line<'_>) -> Option<ArticleId> {
    let item = match line {
        Line::Article(item) => item,
        Line::Story(heading) => {
            let size = vec2(ui.available_width(), ROW);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Max), |ui| {
                ui.set_min_size(size);
                ui.add_space(GAP);
                group_heading(ui, &wording::shortened(heading, 70));
            });
            return None;
        }
    };
    let shown = Row {
        title: &item.title,
        kind: Type::Ui,
        facts: &item.facts,
        is_chosen: Some(&item.id) == picker.chosen,
    };
    line_row(ui, shown).clicked().then(|| item.id.clone())
}
