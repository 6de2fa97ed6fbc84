//! A choice of one of many, or of all.

use egui::{ComboBox, Role, Ui, WidgetInfo};

/// A choice of one of many, or of `all`; names are made only for those that are seen.
pub(in crate::ui) fn pick_ui<T>(
    ui: &mut Ui,
    [name, all]: [&str; 2],
    choices: &[T],
    called: impl Fn(&T) -> String,
    chosen: &mut Option<usize>,
) {
    let current = chosen
        .and_then(|position| choices.get(position))
        .map_or_else(|| all.to_owned(), &called);
    let response = ComboBox::from_id_salt(name)
        .selected_text(&current)
        .width(130.0)
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
