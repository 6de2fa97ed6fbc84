//! The list of articles, grouped by story; a drop-down in a narrow window.

use std::ops::Range;

use egui::{Align, Frame, Id, Layout, Margin, ScrollArea, Ui, vec2};

use super::super::theme::{GAP, HALF, Tokens, Type};
use super::super::widgets::{
    Row, SHORT_ROW, days_chip_ui, group_heading, paragraph, quiet_button, row, short_row,
};
use crate::model::ArticleId;
use crate::session::{Action, Command, Session};
use crate::ui::Outbox;
use crate::ui::keys::tooltip;
use crate::ui::picker::{self, Picker};
use crate::ui::words;
use crate::view::read::{ListItem, StoryGroup};
use crate::view::wording;

/// A list longer than this has rows of one height, so that only those in view are laid out.
const LONG: usize = 400;

/// Room for what stands beside the drop-down of a narrow window, in points.
const BESIDE: f32 = 190.0;

/// The list beside the page.
pub(super) fn list_ui(ui: &mut Ui, session: &Session, groups: &[StoryGroup], outbox: &mut Outbox) {
    let items: usize = groups.iter().map(|group| group.items.len()).sum();
    if items > LONG {
        long_list_ui(ui, session, groups, outbox);
        return;
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        days_ui(ui, session, groups, outbox);
        for group in groups {
            ui.add_space(GAP);
            ui.horizontal(|ui| {
                ui.add_space(GAP);
                group_heading(ui, &group.heading);
            });
            ui.add_space(HALF);
            for item in &group.items {
                let shown = shown(session, item);
                let response = row(ui, shown);
                if shown.is_chosen && is_newly_chosen(ui, session, &item.id) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    outbox.send(Command::Read(item.id.clone()));
                }
            }
            ui.add_space(GAP);
        }
    });
}

/// The days that leave articles out, and what is said when they leave out all.
fn days_ui(ui: &mut Ui, session: &Session, groups: &[StoryGroup], outbox: &mut Outbox) {
    if session.read.days.is_none() {
        return;
    }
    ui.add_space(GAP);
    days_chip_ui(ui, session.read.days, outbox);
    if groups.is_empty() {
        let tokens = Tokens::of(ui);
        let line = words::NO_ARTICLE_ON_THESE_DAYS;
        paragraph(ui, line, Type::Small, tokens.secondary);
    }
}

fn shown<'a>(session: &Session, item: &'a ListItem) -> Row<'a> {
    Row {
        title: &item.title,
        kind: Type::Ui,
        facts: &item.facts,
        is_chosen: session.article.as_ref() == Some(&item.id),
    }
}

/// A long list: headings and rows all of one height.
fn long_list_ui(ui: &mut Ui, session: &Session, groups: &[StoryGroup], outbox: &mut Outbox) {
    days_ui(ui, session, groups, outbox);
    // Where each story begins among all rows; its heading is a row too.
    let mut starts: Vec<usize> = Vec::with_capacity(groups.len());
    let mut all = 0;
    for group in groups {
        starts.push(all);
        all += 1 + group.items.len();
    }
    let chosen = groups.iter().zip(&starts).find_map(|(group, start)| {
        let mut ids = group.items.iter().map(|item| Some(&item.id));
        let at = ids.position(|id| id == session.article.as_ref())?;
        Some((start + 1 + at, group.items.get(at)?))
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical().auto_shrink(false);
    let in_view = Id::unique("listed-rows");
    let before: Option<Range<usize>> = ui.data(|data| data.get_temp(in_view));
    if let Some((at, item)) = chosen
        && is_newly_chosen(ui, session, &item.id)
        && !before.is_some_and(|rows| rows.contains(&at))
    {
        let above = ui.available_height() / 3.0;
        area = area.vertical_scroll_offset((at as f32 * SHORT_ROW - above).max(0.0));
    }
    area.show_rows(ui, SHORT_ROW, all, |ui, range| {
        ui.data_mut(|data| data.insert_temp(in_view, range.clone()));
        for position in range {
            let story = starts.partition_point(|start| *start <= position) - 1;
            let (Some(group), Some(start)) = (groups.get(story), starts.get(story)) else {
                continue;
            };
            let item = (position - start)
                .checked_sub(1)
                .and_then(|at| group.items.get(at));
            let Some(item) = item else {
                let size = vec2(ui.available_width(), SHORT_ROW);
                let layout = Layout::left_to_right(Align::Max);
                ui.allocate_ui_with_layout(size, layout, |ui| {
                    ui.set_min_size(size);
                    ui.add_space(GAP);
                    let heading = wording::shortened(&group.heading, 60);
                    group_heading(ui, &heading);
                });
                continue;
            };
            if short_row(ui, shown(session, item)).clicked() {
                outbox.send(Command::Read(item.id.clone()));
            }
        }
    });
}

/// Whether another article was chosen when the list was drawn last, or the list was put in another
/// order, as all articles are read by now: the chosen one has to come into view.
fn is_newly_chosen(ui: &Ui, session: &Session, id: &ArticleId) -> bool {
    let key = Id::unique("listed-article");
    let before: Option<(ArticleId, bool)> = ui.data(|data| data.get_temp(key));
    let now = (id.clone(), session.loading.is_some());
    let has_ended = before.as_ref().is_some_and(|(_, reads)| *reads && !now.1);
    let is_new = before.as_ref().is_none_or(|(other, _)| other != id) || has_ended;
    if before.as_ref() != Some(&now) {
        ui.data_mut(|data| data.insert_temp(key, now));
    }
    is_new
}

/// The drop-down of a narrow window, with a button for the drawer.
pub(super) fn drop_down_ui(
    ui: &mut Ui,
    session: &Session,
    groups: &[StoryGroup],
    is_narrow: bool,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    let bar = Frame::new()
        .fill(tokens.panel)
        .inner_margin(Margin::symmetric(16, 6));
    bar.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let items = groups.iter().flat_map(|group| &group.items);
            let current = items
                .clone()
                .find(|item| session.article.as_ref() == Some(&item.id))
                .map_or(words::CHOOSE_AN_ARTICLE, |item| item.title.as_str());
            let beside = if is_narrow { BESIDE } else { 0.0 };
            let width = (ui.available_width() - beside).max(160.0);
            // The box itself would grow with the words in it.
            let picked = ui.scope(|ui| {
                ui.set_max_width(width);
                let picker = Picker {
                    name: words::ARTICLE,
                    shown: wording::shortened(current, 80).into(),
                    spoken: current.to_owned(),
                    chosen: session.article.as_ref(),
                    without: None,
                    groups,
                };
                picker::picker_ui(ui, &picker)
            });
            if let Some(picked) = picked.inner {
                outbox.send(Command::Read(picked));
            }
            let tip = tooltip(ui.ctx(), Action::ToggleSide);
            if is_narrow {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let button = quiet_button(ui, words::HIGHLIGHTS_AND_CLAIMS);
                    if button.on_hover_text(tip).clicked() {
                        outbox.send(Command::ToggleDrawer);
                    }
                });
            }
        });
    });
}
