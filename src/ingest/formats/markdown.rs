//! Markdown, with front matter if it has some.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::lines::collapse;
use crate::ingest::decode::decode;
use crate::ingest::draft::{Block, BlockKind, DateRole, Draft, Found, FoundDate};
use crate::ingest::limits::TEXT_BYTES_MAX;
use crate::ingest::published::dates;
use crate::model::{DateBasis, SkippedReason};

/// The blocks of a Markdown file.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Draft>, SkippedReason> {
    let text = decode(bytes, None);
    if text.len() > TEXT_BYTES_MAX {
        return Err(SkippedReason::TooLarge {
            size_bytes: text.len() as u64,
            limit_bytes: TEXT_BYTES_MAX as u64,
        });
    }
    let (found, rest) = front_matter(&text);
    let mut writer = Writer::default();
    for event in Parser::new_ext(rest, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        writer.take(event);
    }
    writer.close();
    if writer.blocks.is_empty() {
        return Err(SkippedReason::Empty);
    }
    Ok(vec![Draft {
        format: "Markdown".into(),
        blocks: writer.blocks,
        found,
        ..Draft::default()
    }])
}

/// Collects the words of events into blocks.
#[derive(Default)]
struct Writer {
    blocks: Vec<Block>,
    open: String,
    heading: Option<u8>,
    item_depth: usize,
    in_picture: usize,
    in_html: bool,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.close();
                self.heading = Some(number(level));
            }
            Event::Start(Tag::Image { .. }) => self.in_picture += 1,
            Event::End(TagEnd::Image) => self.in_picture = self.in_picture.saturating_sub(1),
            Event::Start(Tag::Item) => {
                self.close();
                self.item_depth += 1;
            }
            Event::End(TagEnd::Item) => {
                self.close();
                self.item_depth = self.item_depth.saturating_sub(1);
            }
            Event::Start(Tag::HtmlBlock) => self.in_html = true,
            Event::End(TagEnd::HtmlBlock) => self.in_html = false,
            Event::Start(
                Tag::Paragraph
                | Tag::BlockQuote(_)
                | Tag::CodeBlock(_)
                | Tag::TableRow
                | Tag::TableHead,
            )
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::CodeBlock
                | TagEnd::TableRow
                | TagEnd::TableHead,
            )
            | Event::Rule => self.close(),
            Event::End(TagEnd::TableCell) | Event::SoftBreak => self.open.push(' '),
            // Two spaces or a backslash at a line's end part lines of a head or a poem.
            Event::HardBreak => self.close_line(),
            Event::Text(words) | Event::Code(words) if !self.in_html => {
                if self.in_picture == 0 {
                    self.open.push_str(&words);
                }
            }
            _ => {}
        }
    }

    fn close_line(&mut self) {
        let heading = self.heading;
        self.close();
        self.heading = heading;
    }

    fn close(&mut self) {
        let text = collapse(&self.open);
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

const fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// `key: value` lines between `---` at the top, as web clippers write them.
fn front_matter(text: &str) -> (Found, &str) {
    let mut found = Found::default();
    let Some(rest) = text.strip_prefix("---\n") else {
        return (found, text);
    };
    let Some((head, body)) = rest.split_once("\n---") else {
        return (found, text);
    };
    if !head.lines().all(|line| {
        line.trim().is_empty() || line.contains(':') || line.starts_with([' ', '-', '#'])
    }) {
        return (found, text);
    }
    let bare = |value: &str| {
        value
            .trim()
            .trim_matches(['"', '\'', '[', ']'])
            .trim()
            .to_owned()
    };
    let mut open = String::new();
    for line in head.lines() {
        // An item of the list under the last key: one of several writers.
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            note(&open, &bare(item), line, &mut found);
        } else if let Some((key, value)) = line.split_once(':') {
            open = key.trim().to_lowercase();
            note(&open, &bare(value), line, &mut found);
        }
    }
    let body = body.split_once('\n').map_or("", |(_, body)| body);
    (found, body)
}

fn note(key: &str, value: &str, line: &str, found: &mut Found) {
    if value.is_empty() {
        return;
    }
    let mut date = |role| {
        if let Some(day) = dates::of_value(value) {
            found.dates.push(FoundDate {
                day,
                basis: DateBasis::Metadata,
                words: line.trim().to_owned(),
                role,
            });
        }
    };
    match key {
        "date" | "published" | "pubdate" | "publication_date" | "published_at" => {
            date(DateRole::Published);
        }
        "updated" | "modified" | "lastmod" => date(DateRole::Updated),
        "created" | "clipped" | "saved" | "accessed" => date(DateRole::Captured),
        "title" => found.titles.push(value.to_owned()),
        "author" | "authors" | "byline" => match found.bylines.first_mut() {
            Some(names) => *names = format!("{names}, {value}"),
            None => found.bylines.push(value.to_owned()),
        },
        "outlet" | "publisher" | "publication" | "site" | "site_name" => {
            found.outlets.push(value.to_owned());
        }
        "url" | "source" | "link" | "canonical" if value.starts_with("http") => {
            found.urls.push(value.to_owned());
        }
        "source" => found.outlets.push(value.to_owned()),
        "lang" | "language" => found.languages.push(value.to_owned()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::ingest::draft::BlockKind;

    #[test]
    fn blocks_and_front_matter() {
        let source = "---\ntitle: \"A day\"\nauthor:\n  - \"[[Jane Doe]]\"\n  - John Roe\ndate: 2024-11-05\n---\n# A day\n\nOne *strong* [word](http://a.example)\nmore.\n\n- item\n\n![alt](x.png)\n";
        let drafts = read(source.as_bytes()).unwrap();
        let draft = &drafts[0];
        assert_eq!(draft.found.titles, ["A day"]);
        assert_eq!(draft.found.bylines, ["Jane Doe, John Roe"]);
        assert_eq!(draft.found.dates.len(), 1);
        let texts: Vec<_> = draft.blocks.iter().map(|b| b.text.as_str()).collect();
        assert_eq!(texts, ["A day", "One strong word more.", "item"]);
        assert_eq!(draft.blocks[0].kind, BlockKind::Heading(1));
    }
}
