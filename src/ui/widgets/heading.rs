//! Headings with their level, for the eye and for a screen reader.

use egui::{Color32, FontSelection, Label, Response, Role, TextWrapMode, Ui, WidgetText};

use super::direction::{in_order, is_right_to_left};
use crate::ui::theme::{Tokens, Type, rich_in};

/// A heading of a level, 1 to 3.
pub(in crate::ui) fn heading(ui: &mut Ui, text: &str, kind: Type, level: usize) -> Response {
    let color = Tokens::of(ui).ink;
    headed(ui, text, kind, color, level)
}

/// The small heading of a group.
pub(in crate::ui) fn group_heading(ui: &mut Ui, text: &str) -> Response {
    let color = Tokens::of(ui).secondary;
    headed(ui, text, Type::Group, color, 2)
}

fn headed(ui: &mut Ui, text: &str, kind: Type, color: Color32, level: usize) -> Response {
    let response = paragraph(ui, text, kind, color);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.set_label(text);
    });
    response
}

/// Words that wrap, in a type and colour.
pub(in crate::ui) fn paragraph(ui: &mut Ui, text: &str, kind: Type, color: Color32) -> Response {
    let words = rich_in(text, kind, color);
    if !text.chars().any(is_right_to_left) {
        return ui.add(Label::new(words).wrap());
    }
    let galley = WidgetText::from(words).into_galley(
        ui,
        Some(TextWrapMode::Wrap),
        ui.available_width(),
        FontSelection::Default,
    );
    ui.add(Label::new(in_order(galley)))
}
