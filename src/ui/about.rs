//! The card that says what the program is and what it is made of.

use egui::{Label, ScrollArea, Ui, vec2};

use super::Outbox;
use super::cache::Cached;
use super::theme::{GAP, HALF, TWICE, Tokens, Type, rich_in};
use super::widgets::{Row, card, group_heading, heading, link, paragraph, quiet_button, row};
use crate::language::Engine;
use crate::session::{Command, Session};
use crate::ui::{phrases, words};
use crate::view::licences::{PARTS, Package, packages};
use crate::view::wording;

/// What is kept while the card is open.
#[derive(Debug, Default)]
pub(super) struct AboutCache {
    shipped: Cached<(), Vec<&'static Package>>,
    /// The part that is read: among [`PARTS`], or after them among the packages.
    read: Option<usize>,
}

/// Height of a row of the list.
const ROW: f32 = 46.0;

/// Draws the card, if it is open.
pub(super) fn about_ui(ui: &Ui, session: &Session, cache: &mut AboutCache, outbox: &mut Outbox) {
    if !session.shows_about {
        cache.read = None;
        return;
    }
    let response = card(ui, "about").show(ui.ctx(), |ui| {
        let screen = ui.ctx().content_rect();
        ui.set_width(620.0_f32.min(screen.width() - 80.0));
        let height = (screen.height() - 300.0).clamp(140.0, 440.0);
        head_ui(ui);
        let shipped = cache.shipped.get((), || {
            let all = packages().iter();
            all.filter(|package| package.is_shipped).collect()
        });
        if let Some(read) = cache.read {
            if link(ui, words::BACK_TO_THE_LIST).clicked() {
                cache.read = None;
            }
            text_ui(ui, read, &shipped, height);
        } else {
            list_ui(ui, &mut cache.read, &shipped, height);
        }
        ui.add_space(GAP);
        if quiet_button(ui, words::CLOSE).clicked() {
            outbox.send(Command::CloseLists);
        }
    });
    if response.should_close() {
        outbox.send(Command::CloseLists);
    }
}

fn head_ui(ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let name = concat!("Crossread ", env!("CARGO_PKG_VERSION"));
    heading(ui, name, Type::Headline, 1);
    let line = phrases::engine(Engine::VERSION, Engine::model());
    paragraph(ui, &line, Type::Small, tokens.secondary);
    ui.add_space(HALF);
    let line = words::ABOUT_LINE;
    paragraph(ui, line, Type::Ui, tokens.ink);
    ui.add_space(TWICE);
}

fn list_ui(ui: &mut Ui, read: &mut Option<usize>, shipped: &[&Package], height: f32) {
    let count = phrases::packages(shipped.len());
    group_heading(ui, &phrases::made_of(&count));
    ui.add_space(HALF);
    let all = PARTS.len() + shipped.len();
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("parts")
        .max_height(height)
        .auto_shrink(false)
        .show_rows(ui, ROW, all, |ui, range| {
            for position in range {
                let (title, facts) = named(position, shipped);
                let size = vec2(ui.available_width(), ROW);
                ui.allocate_ui(size, |ui| {
                    let shown = Row {
                        title: &wording::shortened(&title, 80),
                        kind: Type::Ui,
                        facts: &wording::shortened(&facts, 90),
                        is_chosen: false,
                    };
                    if row(ui, shown)
                        .on_hover_text(words::READ_ITS_LICENCE)
                        .clicked()
                    {
                        *read = Some(position);
                    }
                });
            }
        });
}

/// Name and licence of a part.
fn named(position: usize, shipped: &[&Package]) -> (String, String) {
    if let Some((name, licence, _)) = PARTS.get(position) {
        return ((*name).to_owned(), (*licence).to_owned());
    }
    shipped.get(position - PARTS.len()).map_or_else(
        || (String::new(), String::new()),
        |package| {
            let title = format!("{} {}", package.name, package.version);
            let facts = [package.licence, package.address];
            let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
            (title, facts.join(" · "))
        },
    )
}

/// The licence of one part, paragraph by paragraph: only what is in view is laid out.
fn text_ui(ui: &mut Ui, read: usize, shipped: &[&Package], height: f32) {
    let tokens = Tokens::of(ui);
    let (title, facts) = named(read, shipped);
    heading(ui, &title, Type::Strong, 2);
    paragraph(ui, &facts, Type::Small, tokens.secondary);
    ui.add_space(HALF);
    let texts: Vec<&str> = match PARTS.get(read) {
        Some((.., text)) => vec![*text],
        None => shipped
            .get(read - PARTS.len())
            .map_or_else(Vec::new, |package| package.texts().collect()),
    };
    ScrollArea::vertical()
        .id_salt(("licence", read))
        .max_height(height - 60.0)
        .auto_shrink(false)
        .show(ui, |ui| {
            for text in texts {
                for part in text.split("\n\n") {
                    ui.add(Label::new(rich_in(part, Type::Small, tokens.ink)).wrap());
                    ui.add_space(GAP);
                }
                ui.separator();
            }
        });
}
