//! The pages of help with their pictures: cut into blocks that can be drawn, and found by their words.

use std::sync::OnceLock;

use include_dir::{Dir, File, include_dir};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::wording;

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/help");

/// How some words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As running text.
    #[default]
    Plain,
    /// Standing out.
    Strong,
    /// Stressed.
    Emphasis,
    /// Something to type, or a name of a file.
    Code,
}

/// Some words of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    /// The words.
    pub words: String,
    /// How they are set.
    pub look: Look,
    /// The page that they lead to, by position.
    pub page: Option<usize>,
}

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of a level, 1 to 3.
    Heading(usize, String),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A point of a list, with its number if the list has numbers.
    Point(Option<u64>, Vec<Inline>),
    /// A table: rows of cells, the first is its head.
    Table(Vec<Vec<Vec<Inline>>>),
    /// Lines to type.
    Code(String),
    /// A picture with what is to be seen on it in words, a file in PNG format.
    Picture(String, &'static [u8]),
}

impl Block {
    /// Its words without their look.
    pub fn words(&self) -> String {
        let joined = |inlines: &[Inline]| -> String {
            inlines.iter().map(|inline| inline.words.as_str()).collect()
        };
        match self {
            Self::Heading(_, words) | Self::Code(words) | Self::Picture(words, _) => words.clone(),
            Self::Paragraph(inlines) | Self::Point(_, inlines) => joined(inlines),
            Self::Table(rows) => {
                let cells = rows.iter().flatten().map(|cell| joined(cell));
                cells.collect::<Vec<_>>().join(" · ")
            }
        }
    }
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// Its blocks, without the title.
    pub blocks: Vec<Block>,
}

/// A place in the help with the words that were looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The page, by position.
    pub page: usize,
    /// The block of the page.
    pub block: usize,
    /// Its words around those that were looked for.
    pub words: String,
}

/// All pages, in order.
pub fn pages() -> &'static [Page] {
    static PARSED: OnceLock<Vec<Page>> = OnceLock::new();
    PARSED.get_or_init(|| {
        let is_page = |file: &&File<'_>| file.path().extension().is_some_and(|kind| kind == "md");
        let mut files: Vec<_> = PAGES.files().filter(is_page).collect();
        files.sort_by_key(|file| file.path());
        let names: Vec<String> = files
            .iter()
            .map(|file| file.path().to_string_lossy().into_owned())
            .collect();
        let texts = files.iter().filter_map(|file| file.contents_utf8());
        texts.map(|text| parse(text, &names)).collect()
    })
}

/// The most hits that are given.
const HITS_MAX: usize = 40;

/// Blocks that have all the words typed, in any order, whatever their case; headings first within
/// their page.
pub fn find(pages: &[Page], typed: &str) -> Vec<Hit> {
    let wanted: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let mut hits = Vec::new();
    for (page, found) in pages.iter().enumerate() {
        for (block, content) in found.blocks.iter().enumerate() {
            let words = content.words();
            let lower = words.to_lowercase();
            if !wanted.is_empty() && wanted.iter().all(|word| lower.contains(word)) {
                hits.push(Hit {
                    page,
                    block,
                    words: around(&words, wanted.first().map_or("", String::as_str)),
                });
            }
        }
    }
    hits.truncate(HITS_MAX);
    hits
}

/// Some words around the first place of `word`.
fn around(words: &str, word: &str) -> String {
    const BEFORE: usize = 6;
    const SHOWN: usize = 90;
    let parts: Vec<&str> = words.split_whitespace().collect();
    let at = parts
        .iter()
        .position(|part| part.to_lowercase().contains(word))
        .unwrap_or(0);
    let first = at.saturating_sub(BEFORE);
    let rest: Vec<&str> = parts.into_iter().skip(first).collect();
    let lead = if first > 0 { "… " } else { "" };
    format!("{lead}{}", wording::shortened(&rest.join(" "), SHOWN))
}

/// What is being gathered while a page is read.
#[derive(Default)]
struct Gathering {
    page: Page,
    inlines: Vec<Inline>,
    look: Vec<Look>,
    link: Option<usize>,
    /// For each open list the number of its next point.
    lists: Vec<Option<u64>>,
    rows: Vec<Vec<Vec<Inline>>>,
    cells: Vec<Vec<Inline>>,
    code: Option<String>,
    picture: Option<&'static [u8]>,
}

impl Gathering {
    fn add(&mut self, words: &str, look: Look) {
        if let Some(code) = &mut self.code {
            code.push_str(words);
            return;
        }
        let page = self.link;
        match self.inlines.last_mut() {
            Some(last) if last.look == look && last.page == page => last.words.push_str(words),
            _ => self.inlines.push(Inline {
                words: words.to_owned(),
                look,
                page,
            }),
        }
    }

    fn look(&self) -> Look {
        self.look.last().copied().unwrap_or_default()
    }

    /// Ends a paragraph or a point.
    fn end_lines(&mut self) {
        let inlines = std::mem::take(&mut self.inlines);
        if inlines.is_empty() {
            return;
        }
        let block = match self.lists.last_mut() {
            Some(number) => {
                let this = *number;
                *number = this.map(|number| number + 1);
                Block::Point(this, inlines)
            }
            None => Block::Paragraph(inlines),
        };
        self.page.blocks.push(block);
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let inlines = std::mem::take(&mut self.inlines);
        let words: String = inlines.into_iter().map(|inline| inline.words).collect();
        if level == HeadingLevel::H1 {
            self.page.title = words;
        } else {
            self.page.blocks.push(Block::Heading(level as usize, words));
        }
    }

    fn start(&mut self, tag: &Tag<'_>, names: &[String]) {
        match tag {
            Tag::Strong => self.look.push(Look::Strong),
            Tag::Emphasis => self.look.push(Look::Emphasis),
            Tag::Link { dest_url, .. } => {
                self.link = names.iter().position(|name| **name == **dest_url);
            }
            Tag::Image { dest_url, .. } => {
                self.end_lines();
                self.picture = PAGES.get_file(&**dest_url).map(File::contents);
            }
            Tag::List(first) => {
                // A list inside a point: the point's own words come first.
                self.end_lines();
                self.lists.push(*first);
            }
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => {
                self.look.pop();
            }
            TagEnd::Link => self.link = None,
            TagEnd::Image => {
                let words = self.inlines.drain(..).map(|inline| inline.words).collect();
                if let Some(png) = self.picture.take() {
                    self.page.blocks.push(Block::Picture(words, png));
                }
            }
            TagEnd::Paragraph | TagEnd::Item => self.end_lines(),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.page
                    .blocks
                    .push(Block::Code(code.trim_end().to_owned()));
            }
            TagEnd::TableCell => self.cells.push(std::mem::take(&mut self.inlines)),
            TagEnd::TableHead | TagEnd::TableRow => {
                self.rows.push(std::mem::take(&mut self.cells));
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.page.blocks.push(Block::Table(rows));
            }
            _ => {}
        }
    }
}

fn parse(text: &str, names: &[String]) -> Page {
    let mut gathering = Gathering::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(tag) => gathering.start(&tag, names),
            Event::End(tag) => gathering.end(tag),
            Event::Text(words) => {
                let look = gathering.look();
                gathering.add(&words, look);
            }
            Event::Code(words) => gathering.add(&words, Look::Code),
            Event::SoftBreak | Event::HardBreak => {
                let look = gathering.look();
                gathering.add(" ", look);
            }
            _ => {}
        }
    }
    gathering.page
}

#[cfg(test)]
mod tests {
    use super::{Block, Look, find, pages, parse};

    #[test]
    fn a_page_is_cut_into_its_blocks() {
        let text = "# Title\n\nSee **this** and [that](b.md).\n\n1. one\n2. two `x`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        let page = parse(text, &["a.md".to_owned(), "b.md".to_owned()]);
        assert_eq!(page.title, "Title");
        let [
            Block::Paragraph(first),
            Block::Point(Some(1), _),
            Block::Point(Some(2), two),
            Block::Table(rows),
        ] = page.blocks.as_slice()
        else {
            panic!("{:?}", page.blocks);
        };
        assert_eq!((first[1].look, first[3].page), (Look::Strong, Some(1)));
        assert_eq!((two[1].look, two[1].words.as_str()), (Look::Code, "x"));
        assert_eq!(rows.len(), 2);
    }

    #[test]
    fn every_page_has_a_title_and_words_and_is_found_by_them() {
        assert!(pages().len() >= 8);
        for page in pages() {
            assert!(!page.title.is_empty() && !page.blocks.is_empty());
        }
        let hits = find(pages(), "undo");
        assert!(
            hits.iter()
                .all(|hit| hit.words.to_lowercase().contains("undo")),
            "{hits:?}"
        );
        assert!(!hits.is_empty());
        assert!(find(pages(), "  ").is_empty());
    }

    #[test]
    fn every_picture_of_a_page_is_in_the_program_and_says_what_it_shows() {
        let texts = super::PAGES.files().filter_map(|file| file.contents_utf8());
        let named: usize = texts.map(|text| text.matches("![").count()).sum();
        let blocks = pages().iter().flat_map(|page| &page.blocks);
        let pictures: Vec<_> = blocks
            .filter_map(|block| match block {
                Block::Picture(words, png) => Some((words, png)),
                _ => None,
            })
            .collect();
        assert!(named > 0);
        assert_eq!(pictures.len(), named);
        for (words, png) in pictures {
            assert!(words.len() > 20 && png.starts_with(b"\x89PNG"), "{words}");
        }
    }
}
