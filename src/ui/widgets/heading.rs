//! Headings with their level, for the eye and for a screen reader.

use egui::{Color32, Label, Response, Role, Ui};

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
    let response = ui.add(Label::new(rich_in(text, kind, color)).wrap());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.set_label(text);
    });
    response
}

/// Words that wrap, in a type and colour.
pub(in crate::ui) fn paragraph(ui: &mut Ui, text: &str, kind: Type, color: Color32) -> Response {
    ui.add(Label::new(rich_in(text, kind, color)).wrap())
}
