//! The list of articles, grouped by story; a drop-down in a narrow window.

use egui::{ComboBox, Frame, Id, Margin, ScrollArea, Ui};

use super::super::theme::{GAP, HALF, TWICE, Tokens, Type};
use super::super::widgets::{Row, days_chip_ui, group_heading, paragraph, quiet_button, row};
use crate::model::ArticleId;
use crate::session::{Action, Command, Session};
use crate::ui::Outbox;
use crate::ui::keys::tooltip;
use crate::view::read::StoryGroup;
use crate::view::wording;

/// The list beside the page.
pub(super) fn list_ui(ui: &mut Ui, session: &Session, groups: &[StoryGroup], outbox: &mut Outbox) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if session.read.days.is_some() {
            ui.add_space(GAP);
            days_chip_ui(ui, session.read.days, outbox);
        }
        if groups.is_empty() && session.read.days.is_some() {
            let tokens = Tokens::of(ui);
            let line = "No article was published on these days.";
            paragraph(ui, line, Type::Small, tokens.secondary);
        }
        for group in groups {
            ui.add_space(GAP);
            ui.horizontal(|ui| {
                ui.add_space(GAP);
                group_heading(ui, &group.heading);
            });
            ui.add_space(HALF);
            for item in &group.items {
                let shown = Row {
                    title: &item.title,
                    kind: Type::Ui,
                    facts: &item.facts,
                    is_chosen: session.article.as_ref() == Some(&item.id),
                };
                let response = row(ui, shown);
                if shown.is_chosen && is_newly_chosen(ui, &item.id) {
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

/// Whether another article was chosen when the list was drawn last: it has to come into view.
fn is_newly_chosen(ui: &Ui, id: &ArticleId) -> bool {
    let key = Id::unique("listed-article");
    let before: Option<ArticleId> = ui.data(|data| data.get_temp(key));
    let is_new = before.as_ref() != Some(id);
    if is_new {
        ui.data_mut(|data| data.insert_temp(key, id.clone()));
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
                .map_or("Choose an article", |item| item.title.as_str());
            let width = (ui.available_width() - 210.0).max(160.0);
            ComboBox::from_id_salt("articles")
                .selected_text(wording::shortened(current, 80))
                .width(width)
                .truncate()
                .show_ui(ui, |ui| {
                    for group in groups {
                        group_heading(ui, &group.heading);
                        for item in &group.items {
                            let is_chosen = session.article.as_ref() == Some(&item.id);
                            let line = format!("{} · {}", item.title, item.facts);
                            if ui.selectable_label(is_chosen, line).clicked() {
                                outbox.send(Command::Read(item.id.clone()));
                            }
                        }
                    }
                })
                .response
                .on_hover_text("Articles");
            ui.add_space(TWICE);
            let tip = tooltip(ui.ctx(), Action::ToggleSide);
            if is_narrow
                && quiet_button(ui, "Highlights and claims")
                    .on_hover_text(tip)
                    .clicked()
            {
                outbox.send(Command::ToggleDrawer);
            }
        });
    });
}
