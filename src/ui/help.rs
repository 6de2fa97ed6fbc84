//! The help: its pages with their pictures, a field to find words in all of them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use egui::text::LayoutJob;
use egui::{
    Align, ColorImage, Frame, Image, Label, Layout, Margin, ScrollArea, Stroke, TextEdit,
    TextureFilter, TextureHandle, TextureOptions, Ui, vec2,
};
use image::ImageFormat;

use super::Outbox;
use super::cache::Cached;
use super::theme::{GAP, HALF, RADIUS, TWICE, Tokens, Type, format, rich_in};
use super::widgets::{Row, card, heading, link, paragraph, quiet_button, row};
use crate::session::{Command, HelpState, Session};
use crate::ui::{phrases, words};
use crate::view::help::{Block, Hit, Inline, Look, Page, find, pages};
use crate::view::wording;

/// What was found in the help, which wish was granted, and the pictures of the pages that were shown.
#[derive(Debug, Default)]
pub(super) struct HelpCache {
    hits: Cached<String, Vec<Hit>>,
    granted: u64,
    pictures: Pictures,
}

/// Pictures as the window draws them, by their place.
#[derive(Default)]
struct Pictures(BTreeMap<Place, TextureHandle>);

impl fmt::Debug for Pictures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.0.keys()).finish()
    }
}

/// A page and one of its blocks, by position.
type Place = (usize, usize);

/// Width of the list of pages.
const LIST: f32 = 220.0;

/// Draws the help, if it is open.
pub(super) fn help_ui(ui: &Ui, session: &Session, cache: &mut HelpCache, outbox: &mut Outbox) {
    let Some(help) = &session.help else {
        cache.granted = 0;
        cache.pictures.0.clear();
        return;
    };
    let response = card(ui, "help").show(ui.ctx(), |ui| {
        let screen = ui.ctx().content_rect();
        let size = vec2(
            900.0_f32.min(screen.width() - 80.0),
            (screen.height() - 96.0).clamp(240.0, 640.0),
        );
        ui.set_width(size.x);
        ui.horizontal(|ui| {
            heading(ui, words::HELP, Type::Strong, 1);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if quiet_button(ui, words::CLOSE).clicked() {
                    outbox.send(Command::CloseLists);
                }
            });
        });
        ui.add_space(GAP);
        let height = size.y - 60.0;
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(LIST, height), Layout::top_down(Align::Min), |ui| {
                ui.set_width(LIST);
                list_ui(ui, help, cache, outbox);
            });
            ui.add_space(TWICE);
            let width = size.x - LIST - TWICE - 2.0 * GAP;
            let layout = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(width, height), layout, |ui| {
                ui.set_width(width);
                let Some(page) = pages().get(help.page) else {
                    return;
                };
                page_ui(ui, help, page, cache, outbox);
            });
        });
    });
    if response.should_close() {
        outbox.send(Command::CloseLists);
    }
}

fn list_ui(ui: &mut Ui, help: &HelpState, cache: &mut HelpCache, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let mut query = help.query.clone();
    let field = TextEdit::singleline(&mut query)
        .hint_text(words::FIND_IN_THE_HELP)
        .desired_width(f32::INFINITY)
        .margin(vec2(8.0, 6.0));
    let field = ui.add(field).accessible_name(words::FIND_IN_THE_HELP);
    if help.wish.is_some_and(|(_, serial)| serial == 1) && cache.granted == 0 {
        field.request_focus();
    }
    if field.changed() {
        outbox.send(Command::TypeHelp(query));
    }
    ui.add_space(HALF);
    let hits = cache
        .hits
        .get(help.query.clone(), || find(pages(), &help.query));
    let area = ScrollArea::vertical()
        .id_salt("help-list")
        .auto_shrink(false);
    area.show(ui, |ui| {
        if help.query.trim().is_empty() {
            for (position, page) in pages().iter().enumerate() {
                let shown = Row {
                    title: &page.title,
                    kind: Type::Ui,
                    facts: "",
                    is_chosen: position == help.page,
                };
                if row(ui, shown).clicked() {
                    outbox.send(Command::ReadHelp(position, None));
                }
            }
            return;
        }
        if hits.is_empty() {
            let line = words::NOT_IN_THE_HELP;
            paragraph(ui, line, Type::Small, tokens.secondary);
        }
        for hit in hits.iter() {
            let title = pages().get(hit.page).map_or("", |page| page.title.as_str());
            let place = Some(hit.block) == help.wish.map(|(block, _)| block);
            let shown = Row {
                title,
                kind: Type::Ui,
                facts: &hit.words,
                is_chosen: hit.page == help.page && place,
            };
            if row(ui, shown).clicked() {
                outbox.send(Command::ReadHelp(hit.page, Some(hit.block)));
            }
        }
    });
}

fn page_ui(ui: &mut Ui, help: &HelpState, page: &Page, cache: &mut HelpCache, outbox: &mut Outbox) {
    let wish = help.wish.filter(|(_, serial)| *serial > cache.granted);
    let mut area = ScrollArea::vertical()
        .id_salt("help-page")
        .auto_shrink(false)
        .animated(false);
    if wish.is_some_and(|(block, _)| block == 0) {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        ui.set_max_width(ui.available_width() - TWICE);
        heading(ui, &page.title, Type::Headline, 1);
        ui.add_space(GAP);
        for (position, block) in page.blocks.iter().enumerate() {
            if wish.is_some_and(|(wanted, _)| wanted == position && position > 0) {
                ui.scroll_to_cursor(Some(Align::TOP));
            }
            let place = (help.page, position);
            block_ui(ui, place, block, &mut cache.pictures.0, outbox);
        }
        ui.add_space(TWICE);
        let next = help.page + 1;
        if let Some(page) = pages().get(next)
            && link(ui, &phrases::next_page(&page.title)).clicked()
        {
            outbox.send(Command::ReadHelp(next, None));
        }
        ui.add_space(TWICE);
    });
    if let Some((_, serial)) = wish {
        cache.granted = serial;
    }
}

fn block_ui(
    ui: &mut Ui,
    place: Place,
    block: &Block,
    pictures: &mut BTreeMap<Place, TextureHandle>,
    outbox: &mut Outbox,
) {
    let tokens = Tokens::of(ui);
    match block {
        Block::Heading(level, words) => {
            ui.add_space(GAP);
            heading(ui, words, Type::Lead, *level);
            ui.add_space(HALF);
        }
        Block::Paragraph(inlines) => {
            inlines_ui(ui, inlines, outbox);
            ui.add_space(GAP);
        }
        Block::Point(number, inlines) => {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                let sign = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
                ui.add_sized(
                    vec2(18.0, Type::Lead.line()),
                    Label::new(rich_in(sign, Type::Ui, tokens.secondary)),
                );
                ui.vertical(|ui| inlines_ui(ui, inlines, outbox));
            });
            ui.add_space(HALF);
        }
        Block::Table(rows) => {
            table_ui(ui, place, rows, outbox);
            ui.add_space(GAP);
        }
        Block::Code(words) => {
            let frame = Frame::new()
                .fill(tokens.panel)
                .corner_radius(RADIUS)
                .inner_margin(Margin::symmetric(12, 8));
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                for line in words.lines() {
                    ui.add(Label::new(rich_in(line, Type::Ui, tokens.ink)).wrap());
                }
            });
            ui.add_space(GAP);
        }
        Block::Picture(words, png) => picture_ui(ui, words, png, pictures.entry(place)),
    }
}

/// A picture as wide as the page at most, with what is on it in words for those who do not see it.
fn picture_ui(ui: &mut Ui, words: &str, png: &[u8], place: Entry<'_, Place, TextureHandle>) {
    let texture = match place {
        Entry::Occupied(drawn) => drawn.into_mut(),
        Entry::Vacant(place) => {
            let Ok(picture) = image::load_from_memory_with_format(png, ImageFormat::Png) else {
                return;
            };
            let picture = picture.into_rgba8();
            let size = [picture.width() as usize, picture.height() as usize];
            let picture = ColorImage::from_rgba_unmultiplied(size, picture.as_raw());
            // Pictures are shown smaller than they are.
            let smooth = TextureOptions::LINEAR.with_mipmap_mode(Some(TextureFilter::Linear));
            place.insert(ui.ctx().load_texture(words, picture, smooth))
        }
    };
    let tokens = Tokens::of(ui);
    let frame = Frame::new().stroke(Stroke::new(1.0, tokens.line));
    frame.show(ui, |ui| {
        let image = Image::new(&*texture).max_width(ui.available_width());
        ui.add(image.alt_text(words));
    });
    ui.add_space(GAP);
}

/// Words of a line: as one label, or where some of them lead elsewhere, as labels and links.
fn inlines_ui(ui: &mut Ui, inlines: &[Inline], outbox: &mut Outbox) {
    if inlines.iter().all(|inline| inline.page.is_none()) {
        let mut job = LayoutJob::default();
        job.wrap.max_width = ui.available_width();
        for inline in inlines {
            job.append(&inline.words, 0.0, set(ui, inline.look));
        }
        ui.add(Label::new(job).wrap());
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for inline in inlines {
            if let Some(page) = inline.page {
                if link(ui, &inline.words).clicked() {
                    outbox.send(Command::ReadHelp(page, None));
                }
            } else {
                let mut job = LayoutJob::default();
                job.append(&inline.words, 0.0, set(ui, inline.look));
                ui.label(job);
            }
        }
    });
}

fn set(ui: &Ui, look: Look) -> egui::TextFormat {
    let tokens = Tokens::of(ui);
    match look {
        Look::Plain => format(Type::Ui, tokens.ink),
        Look::Strong => format(Type::Strong, tokens.ink),
        Look::Emphasis => egui::TextFormat {
            italics: true,
            ..format(Type::Ui, tokens.ink)
        },
        Look::Code => egui::TextFormat {
            background: tokens.panel,
            ..format(Type::Ui, tokens.ink)
        },
    }
}

fn table_ui(ui: &mut Ui, place: Place, rows: &[Vec<Vec<Inline>>], outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    // A first column of short words needs less than the one that explains.
    let whole = ui.available_width() - GAP * (columns as f32 - 1.0);
    let first = if columns == 2 {
        whole * 0.34
    } else {
        whole / columns as f32
    };
    let other = (whole - first) / (columns as f32 - 1.0).max(1.0);
    ui.push_id(("table", place), |ui| {
        for (number, cells) in rows.iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for (column, cell) in cells.iter().enumerate() {
                    let width = if column == 0 { first } else { other };
                    let layout = Layout::top_down(Align::Min);
                    ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
                        ui.set_width(width);
                        if number == 0 {
                            let words: String =
                                cell.iter().map(|inline| inline.words.as_str()).collect();
                            let words = wording::capitalised(&words);
                            paragraph(ui, &words, Type::Group, tokens.secondary);
                        } else {
                            inlines_ui(ui, cell, outbox);
                        }
                    });
                }
            });
            let bottom = ui.cursor().top();
            let line = (1.0, tokens.line);
            ui.painter().hline(ui.max_rect().x_range(), bottom, line);
            ui.add_space(HALF);
        }
    });
}
