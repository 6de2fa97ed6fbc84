//! The card that asks which column of a table holds what.

use egui::{ScrollArea, Ui};

use super::super::theme::{GAP, TWICE, Tokens, Type};
use super::super::widgets::{chip, chips_ui, group_heading, heading, main_button, paragraph};
use super::offers::Offers;
use crate::model::{ColumnRole, Columns};
use crate::review::Correction;
use crate::session::{ColumnsCard, Correcting};
use crate::ui::words;
use crate::view::wording;

/// Height up to which the columns are shown at once, in points.
const HEIGHT_MAX: f32 = 300.0;

/// What may be said of a table, beside what holds the articles.
const OTHERS: [(ColumnRole, &str); 4] = [
    (ColumnRole::Title, words::HEADLINE),
    (ColumnRole::Outlet, words::OUTLET),
    (ColumnRole::Author, words::WHO_WROTE_IT),
    (ColumnRole::Date, words::DAY_OF_PUBLICATION),
];

/// Draws the card.
pub(super) fn columns_ui(ui: &mut Ui, card: &ColumnsCard, offers: &mut Offers<'_>) {
    let tokens = Tokens::of(ui);
    heading(ui, words::WHICH_COLUMN_HOLDS_THE_TEXT, Type::Strong, 1);
    paragraph(ui, &card.path, Type::Small, tokens.secondary);
    paragraph(ui, words::COLUMNS_EXPLAINED, Type::Small, tokens.secondary);
    ui.add_space(GAP);
    ScrollArea::vertical()
        .max_height(HEIGHT_MAX)
        .show(ui, |ui| {
            for column in &card.columns {
                role_chip(ui, card, ColumnRole::Text, &column.name, offers);
                paragraph(ui, &column.sample, Type::Small, tokens.secondary);
                ui.add_space(GAP);
            }
            for (role, name) in OTHERS {
                group_heading(ui, name);
                chips_ui(ui, |ui| {
                    for column in &card.columns {
                        role_chip(ui, card, role, &column.name, offers);
                    }
                });
                ui.add_space(GAP);
            }
        });
    ui.add_space(TWICE);
    let is_said = card.holds.contains_key(&ColumnRole::Text);
    let button = ui.add_enabled_ui(is_said, |ui| main_button(ui, words::READ_THE_TABLE));
    if button.inner.clicked() {
        let columns = Columns {
            of: card
                .columns
                .iter()
                .map(|column| column.name.clone())
                .collect(),
            holds: card.holds.clone(),
        };
        offers.correct(Correction::SetColumns { columns });
    }
}

/// A column that holds something, or not; a column holds one thing.
fn role_chip(
    ui: &mut Ui,
    card: &ColumnsCard,
    role: ColumnRole,
    column: &str,
    offers: &mut Offers<'_>,
) {
    let is_this = card.holds.get(&role).is_some_and(|name| name == column);
    if !chip(ui, &wording::shortened(column, 40), is_this).clicked() {
        return;
    }
    let mut card = card.clone();
    card.holds.retain(|_, name| name != column);
    if !is_this {
        card.holds.insert(role, column.to_owned());
    }
    offers.edit(Correcting::Columns(card));
}
