//! A choice of one of many, or of all.

use egui::{ComboBox, Role, Ui, WidgetInfo};

/// Width of a choice among the filters of a screen, in points.
pub(in crate::ui) const PICK_WIDTH: f32 = 130.0;

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
            for (position, choice) in choices.iter().enumerate() {
                if ui
                    .selectable_label(*chosen == Some(position), called(choice))
                    .clicked()
                {
                    *chosen = Some(position);
                }
            }
        })
        .response;
    response
        .widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {current}")));
}
