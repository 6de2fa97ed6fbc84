//! What kind of file some bytes are, by their content.
//!
//! The name is only asked where content cannot tell: plain text of one dialect or another.

use std::time::Duration;

use super::decode::looks_like_text;
use super::limits::{CONTAINER_TIME_MAX, DOCUMENT_TIME_MAX};
use super::own;

/// Kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing in it.
    Empty,
    /// Words without markup.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// PDF.
    Pdf,
    /// A packed folder of any kind: DOCX, ODT, EPUB, ZIP.
    Zip,
    /// Rich Text Format.
    Rtf,
    /// One mail message, also MHTML.
    Mail,
    /// A mailbox of messages.
    Mbox,
    /// A web archive.
    Warc,
    /// Packed with gzip.
    Gzip,
    /// RSS or Atom.
    Feed,
    /// JSON.
    Json,
    /// JSON, one value a line.
    JsonLines,
    /// A table with separators.
    Table,
    /// Not text; what it is, in plain words.
    Other(&'static str),
    /// Crossread wrote it; what it is, in plain words.
    Own(&'static str),
    /// A kind of document that is not read; its name.
    Unsupported(&'static str),
}

impl Kind {
    /// Longest time for a file of this kind.
    pub(super) const fn time_max(self) -> Duration {
        match self {
            Self::Zip
            | Self::Mail
            | Self::Mbox
            | Self::Warc
            | Self::Gzip
            | Self::Feed
            | Self::Json
            | Self::JsonLines
            | Self::Table => CONTAINER_TIME_MAX,
            _ => DOCUMENT_TIME_MAX,
        }
    }
}

/// What SQLite keeps.
const DATABASE: Kind = Kind::Other("a database");

/// Starts of files that hold no text, or text that is not read.
const MAGIC: &[(&[u8], Kind)] = &[
    (b"\x89PNG", Kind::Other("a picture")),
    (b"\xff\xd8\xff", Kind::Other("a picture")),
    (b"GIF8", Kind::Other("a picture")),
    (b"BM", Kind::Other("a picture")),
    (b"II*\0", Kind::Other("a picture")),
    (b"MM\0*", Kind::Other("a picture")),
    (b"\0\0\x01\0", Kind::Other("a picture")),
    (b"8BPS", Kind::Other("a picture")),
    (b"ID3", Kind::Other("a sound recording")),
    (b"\xff\xfb", Kind::Other("a sound recording")),
    (b"fLaC", Kind::Other("a sound recording")),
    (b"OggS", Kind::Other("a sound recording")),
    (b"\x1aE\xdf\xa3", Kind::Other("a film")),
    (b"\x7fELF", Kind::Other("a program")),
    (b"MZ", Kind::Other("a program")),
    (b"\xcf\xfa\xed\xfe", Kind::Other("a program")),
    (b"\xca\xfe\xba\xbe", Kind::Other("a program")),
    (b"SQLite format 3", DATABASE),
    (b"wOFF", Kind::Other("a font")),
    (b"wOF2", Kind::Other("a font")),
    (b"\0\x01\0\0\0", Kind::Other("a font")),
    (b"OTTO", Kind::Other("a font")),
    (b"Rar!\x1a", Kind::Unsupported("a RAR archive")),
    (b"7z\xbc\xaf", Kind::Unsupported("a 7-Zip archive")),
    (b"BZh", Kind::Unsupported("a bzip2 archive")),
    (b"\xfd7zXZ", Kind::Unsupported("an xz archive")),
    (b"(\xb5/\xfd", Kind::Unsupported("a Zstandard archive")),
    (
        b"\xd0\xcf\x11\xe0",
        Kind::Unsupported("an old Office document (save it as DOCX)"),
    ),
    (
        b"bplist00",
        Kind::Unsupported("a Safari web archive (save the page as HTML or PDF)"),
    ),
    (b"%!PS", Kind::Unsupported("PostScript (save it as PDF)")),
    (b"AT&TFORM", Kind::Unsupported("a DjVu document")),
    (b"ITSF", Kind::Unsupported("a Windows help file")),
    (b"%PDF", Kind::Pdf),
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"{\\rtf", Kind::Rtf),
    (b"WARC/", Kind::Warc),
    (b"\x1f\x8b", Kind::Gzip),
];

/// Start of old Office documents and of messages that Outlook saves.
const OFFICE_MAGIC: &[u8] = b"\xd0\xcf\x11\xe0";
/// Name of a part that only messages have, as it stands in the file.
const OUTLOOK_PART: &[u8] = b"_\0_\0s\0u\0b\0s\0t\0g\x001\0.\x000";
/// Where archives of tapes say what they are.
const TAR_MAGIC_AT: usize = 257;
/// Where Kindle books say what they are.
const KINDLE_MAGIC_AT: usize = 60;
/// Bytes looked at.
const SAMPLE_BYTES: usize = 16 * 1024;

/// The kind of these bytes; `name` only chooses between kinds of text.
pub(super) fn kind_of(bytes: &[u8], name: &str) -> Kind {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Kind::Empty;
    }
    if let Some(kind) = by_start(bytes) {
        return match kind {
            DATABASE if own::is_review(bytes) => Kind::Own("a review"),
            kind => kind,
        };
    }
    if is_media_container(bytes) {
        return Kind::Other("a film or a sound recording");
    }
    if bytes
        .get(TAR_MAGIC_AT..)
        .is_some_and(|rest| rest.starts_with(b"ustar"))
    {
        return Kind::Unsupported("a TAR archive (save it as ZIP)");
    }
    if bytes
        .get(KINDLE_MAGIC_AT..)
        .is_some_and(|rest| rest.starts_with(b"BOOKMOBI"))
    {
        return Kind::Unsupported("a Kindle book (save it as EPUB)");
    }
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    if contains(sample.get(..1024).unwrap_or(sample), b"%PDF-") {
        return Kind::Pdf;
    }
    if !looks_like_text(bytes) {
        return Kind::Other("data");
    }
    let start = super::decode::decode(sample, None);
    text_kind(&start, name)
}

/// The kind by the first bytes. Some of these are letters that a headline can begin with too.
fn by_start(bytes: &[u8]) -> Option<Kind> {
    let &(magic, kind) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic))?;
    let is_word = magic.iter().all(u8::is_ascii_alphanumeric);
    if is_word && matches!(kind, Kind::Other(_) | Kind::Unsupported(_)) && looks_like_text(bytes) {
        return None;
    }
    let is_office = magic.starts_with(OFFICE_MAGIC);
    if is_office && contains(bytes, OUTLOOK_PART) {
        return Some(Kind::Unsupported(
            "an Outlook message (save it as EML or text)",
        ));
    }
    Some(kind)
}

fn is_media_container(bytes: &[u8]) -> bool {
    bytes.get(4..8) == Some(b"ftyp")
        || (bytes.starts_with(b"RIFF")
            && matches!(bytes.get(8..12), Some(b"WAVE" | b"AVI " | b"WEBP")))
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack
        .windows(needle.len())
        .any(|window| window == needle)
}

/// Which dialect of text it is.
fn text_kind(start: &str, name: &str) -> Kind {
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_lowercase())
        .unwrap_or_default();
    let trimmed = start.trim_start();
    let lower: String = trimmed
        .chars()
        .take(4000)
        .collect::<String>()
        .to_lowercase();
    if own::is_table(trimmed) {
        return Kind::Own("a table");
    }
    if is_drawing(&lower) {
        return if own::is_timeline(trimmed) {
            Kind::Own("a timeline")
        } else {
            Kind::Other("a drawing")
        };
    }
    if is_link(&lower) {
        return Kind::Unsupported(LINK);
    }
    if is_feed(&lower) {
        return Kind::Feed;
    }
    // Before pages: a message and a page saved as one hold a page further down.
    if trimmed.starts_with("From ") && has_mail_header(trimmed) {
        return Kind::Mbox;
    }
    if is_full_mail(trimmed) {
        return Kind::Mail;
    }
    if is_html(&lower, &extension) {
        return Kind::Html;
    }
    if has_mail_header(trimmed) && !matches!(extension.as_str(), "txt" | "md" | "markdown") {
        return Kind::Mail;
    }
    if trimmed.starts_with(['{', '[']) && (extension == "json" || looks_like_json(trimmed)) {
        let lines = matches!(extension.as_str(), "jsonl" | "ndjson")
            || (trimmed.starts_with('{') && trimmed.contains("}\n{"));
        return if lines { Kind::JsonLines } else { Kind::Json };
    }
    match extension.as_str() {
        "csv" | "tsv" => Kind::Table,
        "md" | "markdown" | "mdown" | "mkd" => Kind::Markdown,
        _ => Kind::Text,
    }
}

/// Whether the first element of a file, behind what declares it, is a drawing (SVG).
fn is_drawing(lower: &str) -> bool {
    let mut tags = lower.split('<');
    tags.next().is_some_and(str::is_empty)
        && tags
            .find(|tag| tag.starts_with(char::is_alphabetic))
            .and_then(|tag| tag.split(|c: char| !c.is_alphanumeric()).next())
            == Some("svg")
}

fn is_feed(lower: &str) -> bool {
    let has = |tag: &str| lower.contains(tag);
    (lower.starts_with("<?xml") || lower.starts_with('<'))
        && !has("<html")
        && (has("<rss") || has("<feed") || has("<rdf:rdf"))
}

fn is_html(lower: &str, extension: &str) -> bool {
    const TAGS: &[&str] = &[
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<article",
        "<div",
        "<p>",
        "<p ",
        "<h1",
        "<meta ",
        "<title",
        "<table",
        "<main",
        "<section",
        "<style",
        "<script",
    ];
    let tags = TAGS.iter().filter(|tag| lower.contains(**tag)).count();
    lower.starts_with("<!doctype html")
        || lower.starts_with("<html")
        || (lower.starts_with('<') && tags >= 1)
        || (matches!(extension, "html" | "htm" | "xhtml" | "shtml")
            && (tags >= 1 || lower.contains("</")))
        || (lower.contains("<html") && lower.contains("<body"))
}

/// What a file is that holds nothing but the address of a page.
const LINK: &str = "a link to a page (open the page and save it)";

/// Whether a file is a link as Windows, macOS and Linux keep it.
fn is_link(lower: &str) -> bool {
    lower.starts_with("[internetshortcut]")
        || lower.starts_with("[desktop entry]") && lower.contains("type=link")
        || lower.contains("<!doctype plist") && lower.contains("<key>url</key>")
}

/// Headers that every message has, at the very top.
fn has_mail_header(text: &str) -> bool {
    let headers: Vec<String> = text
        .lines()
        .take(60)
        .take_while(|line| !line.trim().is_empty())
        .filter_map(|line| {
            line.split_once(':')
                .map(|(key, _)| key.trim().to_lowercase())
        })
        .collect();
    let has = |key: &str| headers.iter().any(|header| header == key);
    (has("from") && (has("subject") || has("date"))) || (has("mime-version") && has("content-type"))
}

/// Headers that only mail programs write.
fn is_full_mail(text: &str) -> bool {
    has_mail_header(text)
        && text.lines().take(60).any(|line| {
            let line = line.to_lowercase();
            line.starts_with("message-id:")
                || line.starts_with("mime-version:")
                || line.starts_with("received:")
        })
}

/// An object or a list of objects, as far as the start shows.
fn looks_like_json(text: &str) -> bool {
    let mut significant = text.chars().filter(|c| !c.is_whitespace());
    match (significant.next(), significant.next()) {
        (Some('{'), Some('"')) => true,
        (Some('['), Some('{')) => significant.next() == Some('"'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, LINK, kind_of};

    #[test]
    fn a_drawing_is_no_page_and_a_saved_review_is_known() {
        for drawing in [
            "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"a\" \"b\">\n<svg><title>A</title></svg>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>a{}</style></svg>",
        ] {
            assert_eq!(
                kind_of(drawing.as_bytes(), "a.html"),
                Kind::Other("a drawing")
            );
        }
        let page = b"<!doctype html><title>A</title><body><svg></svg><p>words</p></body>";
        assert_eq!(kind_of(page, "a.svg"), Kind::Html);
        let mut database = b"SQLite format 3\0".to_vec();
        database.resize(100, 0);
        assert_eq!(kind_of(&database, "a.txt"), Kind::Other("a database"));
        database[68..72].copy_from_slice(b"CRDR");
        assert_eq!(kind_of(&database, "a.txt"), Kind::Own("a review"));
    }

    #[test]
    fn content_decides_not_the_name() {
        for (bytes, name, kind) in [
            (&b"%PDF-1.4"[..], "a.txt", Kind::Pdf),
            (b"PK\x03\x04", "a.html", Kind::Zip),
            (b"{\\rtf1 words}", "a.doc", Kind::Rtf),
            (b"<!DOCTYPE html><p>words", "a.txt", Kind::Html),
            (b"Words of an article.", "a.html", Kind::Text),
            (
                b"<?xml version='1.0'?><rss version='2.0'>",
                "a.xml",
                Kind::Feed,
            ),
            (
                b"From: a@b.example\nSubject: news\nMessage-ID: <1>\n\nwords",
                "a.txt",
                Kind::Mail,
            ),
            (
                b"From: <Saved by Blink>\nSubject: news\nMIME-Version: 1.0\n\n<html><body><p>words",
                "a.mht",
                Kind::Mail,
            ),
            (
                b"From a@b.example Tue\nFrom: a@b.example\nSubject: news\n\n<html><body><p>words",
                "a",
                Kind::Mbox,
            ),
            (b"{\"title\": \"words\"}", "a", Kind::Json),
            (b"title,text\na,b\n", "a.csv", Kind::Table),
            (b"\x89PNG\r\n", "a.txt", Kind::Other("a picture")),
            (b" \n ", "a.txt", Kind::Empty),
            (b"BMW is to close a works.", "a.txt", Kind::Text),
            (b"MZUZU, Nov 5 - Words.", "a.txt", Kind::Text),
            (b"BM\x9a\0\0\0\0\0\0\0", "a.bmp", Kind::Other("a picture")),
            (
                b"[InternetShortcut]\r\nURL=https://a.example/b\r\n",
                "a.url",
                Kind::Unsupported(LINK),
            ),
            (b"# Heading\n\nwords", "a.md", Kind::Markdown),
        ] {
            assert_eq!(kind_of(bytes, name), kind, "{name}");
        }
    }

    #[test]
    fn an_article_that_begins_like_a_letter_is_text() {
        let text = b"From: the front line\n\nWords of an article.";
        assert_eq!(kind_of(text, "a.txt"), Kind::Text);
    }
}
