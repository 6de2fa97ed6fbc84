//! The first screen: drop a folder, open one, open the sample story; and the screen for nothing.

use std::path::PathBuf;

use egui::{Align, Layout, Rect, ScrollArea, Shape, Stroke, TextEdit, Ui, pos2, vec2};

use super::Outbox;
use super::keys::tooltip;
use super::theme::{CARD_RADIUS, GAP, PAGE_MARGIN, TWICE, Tokens, Type};
use super::widgets::{
    Row, group_heading, heading, main_button, paragraph, plain_button, quiet_button, quiet_width,
    row, within,
};
use crate::session::{Action, Command, OpenHow, Recent, Session};
use crate::ui::{phrases, words};
use crate::view::wording;

const WIDTH: f32 = 720.0;
const CARD_HEIGHT: f32 = 256.0;

/// The first screen.
pub(super) fn welcome_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let height = ui.available_height();
        let recent = session.recent.len().min(4) as f32 * 58.0;
        ui.add_space(((height - CARD_HEIGHT - 110.0 - recent) / 2.0).max(PAGE_MARGIN));
        let width = WIDTH.min(ui.available_width() - 2.0 * PAGE_MARGIN);
        let side = ((ui.available_width() - width) / 2.0).max(0.0);
        ui.horizontal(|ui| {
            ui.add_space(side);
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                drop_card_ui(ui, outbox);
                ui.add_space(TWICE);
                path_ui(ui, session, outbox);
                recent_ui(ui, &session.recent, outbox);
            });
        });
        ui.add_space(PAGE_MARGIN);
    });
}

fn drop_card_ui(ui: &mut Ui, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let size = vec2(ui.available_width(), CARD_HEIGHT);
    let (_, rect) = ui.allocate_space(size);
    let hovers = ui.ctx().input(|input| !input.raw.hovered_files.is_empty());
    let fill = if hovers {
        tokens.selection
    } else {
        tokens.card
    };
    ui.painter().rect_filled(rect, CARD_RADIUS, fill);
    dashed_frame(ui, rect.shrink(1.0));
    let layout = Layout::top_down(Align::Center);
    within(ui, rect.shrink(PAGE_MARGIN), "drop", layout, |ui| {
        ui.add_space(36.0);
        heading(ui, words::DROP_A_FOLDER, Type::Headline, 1);
        let line = words::WHAT_CAN_BE_DROPPED;
        paragraph(ui, line, Type::Lead, tokens.secondary);
        ui.add_space(TWICE);
        // Two buttons side by side, in the middle.
        let space = (ui.available_width() - 312.0).max(0.0) / 2.0;
        ui.horizontal(|ui| {
            ui.add_space(space);
            for (action, is_main) in [(Action::OpenFolder, true), (Action::OpenSample, false)] {
                let response = if is_main {
                    main_button(ui, action.text())
                } else {
                    plain_button(ui, action.text())
                };
                if response.on_hover_text(tooltip(ui.ctx(), action)).clicked() {
                    outbox.send(action);
                }
            }
        });
    });
}

fn dashed_frame(ui: &Ui, rect: Rect) {
    let line = Stroke::new(2.0, Tokens::of(ui).accent);
    let radius = f32::from(CARD_RADIUS);
    let mut path = Vec::new();
    let corners = [
        (pos2(rect.right() - radius, rect.top() + radius), -90.0_f32),
        (pos2(rect.right() - radius, rect.bottom() - radius), 0.0),
        (pos2(rect.left() + radius, rect.bottom() - radius), 90.0),
        (pos2(rect.left() + radius, rect.top() + radius), 180.0),
    ];
    for (center, from) in corners {
        for step in 0..=6 {
            let angle = (from + 15.0 * step as f32).to_radians();
            path.push(center + radius * vec2(angle.cos(), angle.sin()));
        }
    }
    path.extend(path.first().copied());
    ui.painter()
        .extend(Shape::dashed_line(&path, line, 7.0, 5.0));
}

fn path_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    ui.horizontal(|ui| {
        let mut typed = session.typed_path.clone();
        let label = ui.label(words::OR_TYPE_ITS_PATH);
        let beside = quiet_width(ui, words::OPEN) + ui.spacing().item_spacing.x;
        let field = TextEdit::singleline(&mut typed)
            .hint_text("/home/you/articles")
            .desired_width((ui.available_width() - beside).max(120.0))
            .margin(vec2(8.0, 6.0));
        let response = ui.add(field).labelled_by(label.id);
        let is_entered =
            response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if response.changed() {
            outbox.send(Command::TypePath(typed));
        }
        if quiet_button(ui, words::OPEN).clicked() || is_entered {
            // A path that leads nowhere is to be mended.
            response.request_focus();
            outbox.send(Command::OpenTypedPath);
        }
    });
}

fn recent_ui(ui: &mut Ui, recent: &[Recent], outbox: &mut Outbox) {
    if recent.is_empty() {
        return;
    }
    ui.add_space(TWICE);
    ui.horizontal(|ui| {
        ui.add_space(GAP);
        group_heading(ui, words::OPENED_BEFORE);
    });
    let now = chrono::Local::now();
    for opened in recent {
        let facts = [
            wording::opened_from(&opened.roots),
            wording::articles(opened.articles),
            wording::ago(opened.opened, now),
        ];
        let shown = Row {
            title: &opened.name,
            kind: Type::Ui,
            facts: &facts.join(" · "),
            is_chosen: false,
        };
        let response = row(ui, shown).on_hover_text(paths(&opened.roots));
        if response.clicked() {
            outbox.send(Command::Open(opened.roots.clone(), OpenHow::Replace));
        }
    }
}

fn paths(roots: &[PathBuf]) -> String {
    let lines: Vec<String> = roots
        .iter()
        .map(|root| root.display().to_string())
        .collect();
    lines.join("\n")
}

/// The screen for a collection without a single article.
pub(super) fn nothing_found_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let skipped = session
        .review
        .as_ref()
        .map_or(0, |review| review.skipped().len());
    let line = if skipped == 0 {
        words::NO_FILE_TO_READ.to_owned()
    } else {
        phrases::left_aside(skipped)
    };
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        heading(ui, words::NO_ARTICLE_FOUND, Type::Headline, 1);
        paragraph(ui, &line, Type::Lead, tokens.secondary);
        ui.add_space(TWICE);
        for action in [Action::ShowSkipped, Action::OpenFolder, Action::OpenSample] {
            if action.is_enabled(session) && plain_button(ui, action.text()).clicked() {
                outbox.send(action);
            }
            ui.add_space(GAP);
        }
    });
}
