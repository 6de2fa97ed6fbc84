//! Documents of word processors: DOCX and ODT.
//!
//! Properties of the document tell who saved it and when; neither is evidence of publication.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::container::Budget;
use super::lines::collapse;
use super::zipped::{Archive, part};
use crate::ingest::draft::{Block, BlockKind, DateRole, Draft, Found, FoundDate};
use crate::ingest::limits::{ELEMENT_DEPTH_MAX, TEXT_BYTES_MAX};
use crate::ingest::published::dates;
use crate::model::{DateBasis, SkippedReason};

/// Elements whose words are not part of the text: deleted words, second versions, notes.
const SKIPPED: &[&str] = &[
    "del",
    "Fallback",
    "annotation",
    "tracked-changes",
    "note",
    "instrText",
    "delText",
    "forms",
];

/// What stands between the cells of a row.
const CELL_END: &str = " | ";

/// A Word document.
pub(super) fn docx(
    archive: &mut Archive<'_>,
    budget: &mut Budget,
) -> Result<Vec<Draft>, SkippedReason> {
    let xml = part(archive, "word/document.xml", budget)?;
    let blocks = blocks_of(&xml, true)?;
    let found = part(archive, "docProps/core.xml", budget)
        .map_or_else(|_| Found::default(), |xml| properties(&xml));
    draft("Word document", blocks, found)
}

/// An OpenDocument text.
pub(super) fn odt(
    archive: &mut Archive<'_>,
    budget: &mut Budget,
) -> Result<Vec<Draft>, SkippedReason> {
    let xml = part(archive, "content.xml", budget)?;
    let blocks = blocks_of(&xml, false)?;
    let found =
        part(archive, "meta.xml", budget).map_or_else(|_| Found::default(), |xml| properties(&xml));
    draft("OpenDocument text", blocks, found)
}

fn draft(
    format: &'static str,
    blocks: Vec<Block>,
    found: Found,
) -> Result<Vec<Draft>, SkippedReason> {
    if blocks.is_empty() {
        return Err(SkippedReason::NoText);
    }
    Ok(super::exports::split(Draft {
        format: format.into(),
        blocks,
        found,
        ..Draft::default()
    }))
}

/// The paragraphs of the main part; with `runs_only`, words count only inside `t` elements.
fn blocks_of(xml: &[u8], runs_only: bool) -> Result<Vec<Block>, SkippedReason> {
    let xml = crate::ingest::decode::decode(xml, None);
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().check_end_names = false;
    let mut state = State {
        runs_only,
        ..State::default()
    };
    let mut bytes = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(Event::Start(element)) => state.start(&element)?,
            Ok(Event::Empty(element)) => state.empty(&element),
            Ok(Event::End(element)) => state.end(element.name().local_name().as_ref()),
            Ok(Event::Text(words)) => {
                bytes += words.len();
                state.words(&words.xml10_content());
            }
            Ok(Event::GeneralRef(reference)) => {
                let name: &str = &reference;
                state.words(&resolve(name, reference.resolve_char_ref().ok().flatten()));
            }
            Ok(_) => {}
            // What was read before the damage is text all the same.
            Err(_) if !state.blocks.is_empty() => break,
            Err(_) => return Err(SkippedReason::Damaged("its text part is broken".to_owned())),
        }
        if bytes > TEXT_BYTES_MAX {
            break;
        }
    }
    state.close();
    Ok(state.blocks)
}

/// A reference of XML; others are never expanded, whatever the document declares.
pub(super) fn resolve(name: &str, character: Option<char>) -> String {
    if let Some(character) = character {
        return character.to_string();
    }
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => " ",
        _ => "",
    }
    .to_owned()
}

/// Where the reader stands.
#[derive(Default)]
struct State {
    blocks: Vec<Block>,
    open: String,
    heading: Option<u8>,
    item_depth: usize,
    runs_only: bool,
    in_run: bool,
    in_paragraph: usize,
    /// Open rows of tables: the cells of a row are one line.
    rows: usize,
    skipped_below: Option<usize>,
    depth: usize,
}

impl State {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), SkippedReason> {
        self.depth += 1;
        if self.depth > ELEMENT_DEPTH_MAX {
            return Err(SkippedReason::Suspicious(
                "its parts are nested too deep".to_owned(),
            ));
        }
        let name = element.name();
        let local = name.local_name();
        let local: &str = local.as_ref();
        if self.skipped_below.is_some() {
            return Ok(());
        }
        if SKIPPED.contains(&local) {
            self.skipped_below = Some(self.depth);
            return Ok(());
        }
        match local {
            "p" | "h" => {
                if self.rows == 0 {
                    self.close();
                }
                self.in_paragraph += 1;
                if local == "h" {
                    self.heading = attribute(element, "outline-level")
                        .and_then(|v| v.parse().ok())
                        .or(Some(2));
                }
            }
            "t" => self.in_run = true,
            "tr" | "table-row" => {
                self.close();
                self.rows += 1;
            }
            "list-item" => self.item_depth += 1,
            _ => self.empty(element),
        }
        Ok(())
    }

    fn empty(&mut self, element: &BytesStart<'_>) {
        if self.skipped_below.is_some() {
            return;
        }
        let name = element.name();
        let local = name.local_name();
        match local.as_ref() {
            "tab" | "s" | "noBreakHyphen" => self.open.push(' '),
            "br" | "cr" | "line-break" => {
                let heading = self.heading;
                self.close();
                self.heading = heading;
            }
            "pStyle" => {
                let style = attribute(element, "val").unwrap_or_default().to_lowercase();
                if style.starts_with("heading") || style.starts_with("title") {
                    let level = style.chars().find_map(|c| c.to_digit(10)).unwrap_or(1);
                    self.heading = u8::try_from(level).ok();
                }
            }
            "numPr" => self.item_depth = 1,
            _ => {}
        }
    }

    fn end(&mut self, local: &str) {
        if self.skipped_below == Some(self.depth) {
            self.skipped_below = None;
        } else if self.skipped_below.is_none() {
            match local {
                "p" | "h" => {
                    if self.rows == 0 {
                        self.close();
                    } else {
                        self.open.push(' ');
                    }
                    self.in_paragraph = self.in_paragraph.saturating_sub(1);
                    if self.runs_only {
                        self.item_depth = 0;
                    }
                }
                "t" => self.in_run = false,
                "list-item" => self.item_depth = self.item_depth.saturating_sub(1),
                "tc" | "table-cell" if !self.open.trim().is_empty() => self.open.push_str(CELL_END),
                "tr" | "table-row" => {
                    self.rows = self.rows.saturating_sub(1);
                    if self.rows == 0 {
                        self.close();
                    }
                }
                _ => {}
            }
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn words(&mut self, words: &str) {
        let counts = if self.runs_only {
            self.in_run
        } else {
            self.in_paragraph > 0
        };
        if counts && self.skipped_below.is_none() {
            self.open.push_str(words);
        }
    }

    fn close(&mut self) {
        let text = collapse(&self.open);
        let text = text
            .strip_suffix(CELL_END.trim_end())
            .map_or(text.as_str(), str::trim_end)
            .to_owned();
        self.open.clear();
        let kind = match self.heading.take() {
            Some(level) => BlockKind::Heading(level),
            None if self.item_depth > 0 => BlockKind::Item,
            None => BlockKind::Paragraph,
        };
        if !text.is_empty() {
            self.blocks.push(Block::new(kind, text));
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .flatten()
        .find(|attribute| {
            let key: &str = attribute.key.local_name().into_inner();
            key == name
        })
        .map(|attribute| {
            let value: &str = &attribute.value;
            value.to_owned()
        })
}

/// Days in the document's properties: when it was made and saved.
fn properties(xml: &[u8]) -> Found {
    let xml = crate::ingest::decode::decode(xml, None);
    let mut found = Found::default();
    for tag in ["created", "modified", "creation-date", "date"] {
        let Some((_, rest)) = xml.split_once(&format!(":{tag}")) else {
            continue;
        };
        let value = rest
            .split_once('>')
            .and_then(|(_, rest)| rest.split_once('<'))
            .map(|(value, _)| value)
            .unwrap_or_default();
        if let Some(day) = dates::of_value(value) {
            found.dates.push(FoundDate {
                day,
                basis: DateBasis::Metadata,
                words: format!("document property “{tag}”: {value}"),
                role: DateRole::Captured,
            });
        }
    }
    found
}
