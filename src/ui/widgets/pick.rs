//! A choice of one of many, or of all.

use egui::{ComboBox, Role, ScrollArea, Ui, WidgetInfo};

/// Width of a choice among the filters of a screen, in points.
pub(in crate::ui) const PICK_WIDTH: f32 = 130.0;

/// A list longer than this lays out only what is in view.
const LONG: usize = 60;
/// How many rows of a long list are in view.
const ROWS: f32 = 12.0;

/// A choice of one of many, or of `all`, `width` points wide; names are made only for those that are
/// seen.
pub(in crate::ui) fn pick_ui<T>(
    ui: &mut Ui,
    width: f32,
    [name, all]: [&str; 2],
    choices: &[T],
    called: impl Fn(&T) -> String,
    chosen: &mut Option<usize>,
) {
    let current = chosen
        .and_then(|position| choices.get(position))
        .map_or_else(|| all.to_owned(), &called);
    let response = ComboBox::from_id_salt((name, all))
        .selected_text(&current)
        .width(width)
        .truncate()
        .show_ui(ui, |ui| {
            if ui.selectable_label(chosen.is_none(), all).clicked() {
                *chosen = None;
            }
            let mut one = |ui: &mut Ui, position: usize, choice: &T| {
                let is_this = *chosen == Some(position);
                if ui.selectable_label(is_this, called(choice)).clicked() {
                    *chosen = Some(position);
                }
            };
            if choices.len() <= LONG {
                for (position, choice) in choices.iter().enumerate() {
                    one(ui, position, choice);
                }
                return;
            }
            // Only those in view are laid out.
            let height = ui.spacing().interact_size.y;
            let area = ScrollArea::vertical().max_height(ROWS * height);
            area.show_rows(ui, height, choices.len(), |ui, range| {
                let in_view = choices.iter().enumerate().take(range.end);
                for (position, choice) in in_view.skip(range.start) {
                    one(ui, position, choice);
                }
            });
        })
        .response;
    response
        .widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {current}")));
}
