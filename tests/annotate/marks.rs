//! Reads the marks of `tests/fixtures/annotate/*.txt` (their README tells the form).

use std::ops::Range;

/// A fixture without its marks.
#[derive(Debug, Default)]
pub(crate) struct Fixture {
    /// Name of the file.
    pub(crate) name: String,
    /// `published:` of its first line; `None` for "none".
    pub(crate) published: Option<String>,
    /// The text without marks.
    pub(crate) text: String,
    /// `[words|kind=value]`.
    pub(crate) mentions: Vec<Mark>,
    /// `{C1 hedged:words}`, label and bytes.
    pub(crate) attributions: Vec<(String, Range<usize>)>,
}

/// A mention or time expression that a person marked.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    /// Bytes in the text.
    pub(crate) span: Range<usize>,
    /// "person", "date" …
    pub(crate) kind: String,
    /// Entity number or TIMEX3 value; empty for amounts.
    pub(crate) value: String,
    /// Whether it is a description or pronoun.
    pub(crate) is_unnamed: bool,
}

/// Reads one fixture.
pub(crate) fn read(name: &str, raw: &str) -> Fixture {
    let (head, body) = raw
        .split_once("\n\n")
        .expect("an empty line after the first");
    let published = head
        .trim()
        .strip_prefix("published: ")
        .expect("published:")
        .trim();
    let mut fixture = Fixture {
        name: name.to_owned(),
        published: (published != "none").then(|| published.to_owned()),
        ..Fixture::default()
    };
    let mut open: Vec<(usize, Option<String>)> = Vec::new();
    let mut rest = body.trim_end();
    while let Some(character) = rest.chars().next() {
        rest = &rest[character.len_utf8()..];
        match character {
            '[' => open.push((fixture.text.len(), None)),
            '{' => {
                let (label, behind) = rest.split_once(':').expect("a label");
                open.push((fixture.text.len(), Some(label.to_owned())));
                rest = behind;
            }
            '}' => {
                let (start, label) = open.pop().expect("an open mark");
                fixture
                    .attributions
                    .push((label.expect("a label"), start..fixture.text.len()));
            }
            '|' => {
                let (label, behind) = rest.split_once(']').expect("a closing bracket");
                let (start, _) = open.pop().expect("an open mark");
                rest = behind;
                let (kind, value) = label.split_once('=').unwrap_or((label, ""));
                fixture.mentions.push(Mark {
                    span: start..fixture.text.len(),
                    kind: kind.to_owned(),
                    is_unnamed: value.ends_with(" unnamed"),
                    value: value.trim_end_matches(" unnamed").to_owned(),
                });
            }
            other => fixture.text.push(other),
        }
    }
    assert!(open.is_empty(), "{name}: a mark is not closed");
    fixture
        .mentions
        .sort_by_key(|mark| (mark.span.start, mark.span.end));
    fixture
}
