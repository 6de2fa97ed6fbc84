//! Rich Text Format: the words of its groups.
//!
//! Owns only what text needs: control words for paragraphs, characters and encodings, and which
//! groups hold no text.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::text::of_text;
use crate::ingest::draft::Draft;
use crate::ingest::limits::TEXT_BYTES_MAX;
use crate::model::SkippedReason;

/// Groups whose words are not text.
const DESTINATIONS: &[&str] = &[
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "header",
    "footer",
    "headerl",
    "headerr",
    "headerf",
    "footerl",
    "footerr",
    "footerf",
    "object",
    "themedata",
    "colorschememapping",
    "latentstyles",
    "datastore",
    "generator",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "xmlnstbl",
    "fldinst",
    "filetbl",
    "revtbl",
    "bkmkstart",
    "bkmkend",
    "xe",
    "tc",
];
/// Deepest nesting of groups.
const GROUP_DEPTH_MAX: usize = 4_096;

/// The articles of an RTF file.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Draft>, SkippedReason> {
    let text = words(bytes)?;
    let draft = of_text(&text, "RTF document")?;
    Ok(super::exports::split(draft))
}

/// State that a group inherits.
#[derive(Clone, Copy)]
struct Group {
    /// Its words are no text.
    hidden: bool,
    /// Characters that stand for programs without Unicode after each `\u`.
    fallback: usize,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    encoding: &'static Encoding,
    out: String,
    pending: Vec<u8>,
    groups: Vec<Group>,
    skip: usize,
    high: Option<u16>,
}

fn words(bytes: &[u8]) -> Result<String, SkippedReason> {
    let mut reader = Reader {
        bytes,
        at: 0,
        encoding: WINDOWS_1252,
        out: String::new(),
        pending: Vec::new(),
        groups: vec![Group {
            hidden: false,
            fallback: 1,
        }],
        skip: 0,
        high: None,
    };
    while let Some(byte) = reader.next() {
        match byte {
            b'{' => {
                let group = reader.group();
                if reader.groups.len() > GROUP_DEPTH_MAX {
                    return Err(SkippedReason::Suspicious(
                        "its parts are nested too deep".to_owned(),
                    ));
                }
                reader.groups.push(group);
            }
            b'}' => {
                reader.flush();
                reader.groups.pop();
            }
            b'\\' => reader.control(),
            b'\r' | b'\n' => {}
            other => reader.byte(other),
        }
        if reader.out.len() > TEXT_BYTES_MAX {
            break;
        }
    }
    reader.flush();
    Ok(reader.out)
}

impl Reader<'_> {
    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or(Group {
            hidden: true,
            fallback: 1,
        })
    }

    fn hide(&mut self) {
        if let Some(group) = self.groups.last_mut() {
            group.hidden = true;
        }
    }

    /// A byte of text in the document's encoding.
    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if !self.group().hidden {
            self.pending.push(byte);
        }
    }

    fn flush(&mut self) {
        if !self.pending.is_empty() {
            let (text, _, _) = self.encoding.decode(&self.pending);
            self.out.push_str(&text);
            self.pending.clear();
        }
    }

    fn text(&mut self, text: &str) {
        self.flush();
        if !self.group().hidden {
            self.out.push_str(text);
        }
    }

    /// What follows a backslash.
    fn control(&mut self) {
        let Some(first) = self.next() else {
            return;
        };
        if !first.is_ascii_alphabetic() {
            self.symbol(first);
            return;
        }
        let mut word = String::from(char::from(first));
        while let Some(letter) = self.peek().filter(u8::is_ascii_alphabetic) {
            word.push(char::from(letter));
            self.at += 1;
            if word.len() > 40 {
                break;
            }
        }
        let mut number = String::new();
        while let Some(digit) = self
            .peek()
            .filter(|b| b.is_ascii_digit() || (number.is_empty() && *b == b'-'))
        {
            number.push(char::from(digit));
            self.at += 1;
            if number.len() > 12 {
                break;
            }
        }
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        self.word(&word, number.parse().ok());
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'\'' => {
                let digits: String = self
                    .bytes
                    .get(self.at..self.at + 2)
                    .map(|d| d.iter().map(|&b| char::from(b)).collect())
                    .unwrap_or_default();
                self.at += 2;
                if let Ok(byte) = u8::from_str_radix(&digits, 16) {
                    self.byte(byte);
                }
            }
            b'*' => self.hide(),
            b'~' => self.text("\u{a0}"),
            b'_' => self.text("-"),
            b'\n' | b'\r' => self.text("\n\n"),
            b'\\' | b'{' | b'}' => self.byte(symbol),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i64>) {
        match word {
            "par" | "sect" | "page" | "row" => self.text("\n\n"),
            "line" => self.text("\n"),
            "tab" | "cell" => self.text(" "),
            "emdash" => self.text("—"),
            "endash" => self.text("–"),
            "lquote" => self.text("‘"),
            "rquote" => self.text("’"),
            "ldblquote" => self.text("“"),
            "rdblquote" => self.text("”"),
            "bullet" => self.text("•"),
            "ansicpg" => {
                let label = format!("windows-{}", number.unwrap_or(1252));
                if let Some(encoding) = Encoding::for_label(label.as_bytes()) {
                    self.encoding = encoding;
                }
            }
            "uc" => {
                if let Some(group) = self.groups.last_mut() {
                    group.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16);
                }
            }
            "u" => self.unicode(number.unwrap_or(0)),
            "bin" => self.at += usize::try_from(number.unwrap_or(0)).unwrap_or(0),
            _ if DESTINATIONS.contains(&word) => self.hide(),
            _ => {}
        }
    }

    /// A character by its number, as signed 16 bits, maybe half of a pair.
    fn unicode(&mut self, number: i64) {
        let unit = (number & 0xffff) as u16;
        let units = match self.high.take() {
            Some(high) => vec![high, unit],
            None => vec![unit],
        };
        if (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
        } else {
            let text = String::from_utf16_lossy(&units);
            self.text(&text);
        }
        self.skip = self.group().fallback;
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn words_characters_and_hidden_groups() {
        let rtf = br"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\author X}}\f0 Caf\'e9 \u8220?one\u8221?\par {\b Two} three\line four{\*\hidden no}\par}";
        let drafts = read(rtf).unwrap();
        let texts: Vec<_> = drafts[0].blocks.iter().map(|b| b.text.as_str()).collect();
        assert_eq!(texts, ["Café “one”", "Two three", "four"]);
    }

    #[test]
    fn a_cut_off_file_gives_what_is_there() {
        assert!(read(br"{\rtf1 words and \'e").is_ok());
        assert!(read(br"{\rtf1").is_err());
    }
}
