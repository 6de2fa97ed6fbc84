//! Marked attributions of a fixture against the found ones: source, cue, content, certainty, kind.

use std::collections::BTreeMap;
use std::ops::Range;

use crossread::model::{ArticleFindings, Attribution, Certainty, SourceKind, Span};

use crate::marks::Fixture;

/// One marked attribution.
#[derive(Debug, Default)]
struct Marked {
    sources: Vec<Range<usize>>,
    cues: Vec<Range<usize>>,
    contents: Vec<Range<usize>>,
    certainty: Option<String>,
    kind: Option<String>,
}

/// Everything in which the found attributions differ from the marks, a line each.
pub(crate) fn differences(fixture: &Fixture, findings: &ArticleFindings) -> Vec<String> {
    let mut lines = Vec::new();
    let mut left: Vec<&Attribution> = findings.attributions.iter().collect();
    for (number, marked) in marked(fixture) {
        let best = left
            .iter()
            .enumerate()
            .map(|(index, found)| (likeness(&marked, found), index))
            .filter(|(likeness, _)| *likeness > 0)
            .max_by_key(|(likeness, index)| (*likeness, std::cmp::Reverse(*index)));
        let Some((_, index)) = best else {
            let words = joined(&fixture.text, &marked.contents);
            lines.push(format!("attribution {number} missing: “{words}”"));
            continue;
        };
        let found = left.remove(index);
        for (part, marked, found) in [
            ("source", &marked.sources, ranges(found.source)),
            (
                "cue",
                &marked.cues,
                ranges(found.cue.as_ref().map(|cue| cue.span)),
            ),
            (
                "content",
                &marked.contents,
                ranges(found.content.iter().copied()),
            ),
        ] {
            let (marked, found) = (joined(&fixture.text, marked), joined(&fixture.text, &found));
            if marked != found {
                lines.push(format!("{part} of {number} is “{marked}”, not “{found}”"));
            }
        }
        let certainty = marked.certainty.as_deref().unwrap_or("attributed");
        if certainty_word(found.certainty) != certainty {
            let found = certainty_word(found.certainty);
            lines.push(format!("{number} is {certainty}, not {found}"));
        }
        let kind = marked.kind.as_deref().unwrap_or("named");
        if kind_word(found.source_kind) != kind {
            let found = kind_word(found.source_kind);
            lines.push(format!("source of {number} is {kind}, not {found}"));
        }
    }
    for found in left {
        let cue = found
            .cue
            .as_ref()
            .map_or("–", |cue| cue.span.of(&fixture.text));
        let content = joined(&fixture.text, &ranges(found.content.iter().copied()));
        lines.push(format!("extra attribution “{cue}”: “{content}”"));
    }
    lines
}

/// The marks by their numbers.
fn marked(fixture: &Fixture) -> BTreeMap<u32, Marked> {
    let mut all: BTreeMap<u32, Marked> = BTreeMap::new();
    for (label, span) in &fixture.attributions {
        let mut words = label.split(' ');
        let head = words.next().expect("a letter and numbers");
        let (part, numbers) = head.split_at(1);
        for number in numbers.split(',') {
            let entry = all.entry(number.parse().expect("a number")).or_default();
            match part {
                "S" => entry.sources.push(span.clone()),
                "Q" => entry.cues.push(span.clone()),
                "C" => {
                    entry.contents.push(span.clone());
                    for word in words.clone() {
                        match word {
                            "hedged" | "denied" | "questioned" => {
                                entry.certainty = Some(word.to_owned());
                            }
                            _ => entry.kind = Some(word.to_owned()),
                        }
                    }
                }
                other => assert!(other.is_empty(), "no such mark: {label}"),
            }
        }
    }
    for marked in all.values_mut() {
        marked.contents.sort_by_key(|range| range.start);
    }
    all
}

/// How much of a marked attribution a found one shares: shared bytes, the cue counting most.
fn likeness(marked: &Marked, found: &Attribution) -> usize {
    let cue = found.cue.as_ref().map(|cue| cue.span);
    let sources = shared(&marked.sources, &ranges(found.source));
    let contents = shared(&marked.contents, &ranges(found.content.iter().copied()));
    let cues = shared(&marked.cues, &ranges(cue));
    if contents == 0 && cues == 0 {
        return 0;
    }
    contents + sources + 100 * cues
}

fn shared(a: &[Range<usize>], b: &[Range<usize>]) -> usize {
    a.iter()
        .flat_map(|one| {
            b.iter().map(|other| {
                one.end
                    .min(other.end)
                    .saturating_sub(one.start.max(other.start))
            })
        })
        .sum()
}

fn ranges(spans: impl IntoIterator<Item = Span>) -> Vec<Range<usize>> {
    spans.into_iter().map(|span| span.start..span.end).collect()
}

/// The words of the pieces, without the punctuation at the edges of each.
fn joined(text: &str, pieces: &[Range<usize>]) -> String {
    let words: Vec<String> = pieces
        .iter()
        .map(|piece| {
            let words = text[piece.clone()]
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            words
                .trim_matches(|c: char| !c.is_alphanumeric() && !"£$€%".contains(c))
                .to_owned()
        })
        .collect();
    words.join(" … ")
}

fn certainty_word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "stated",
        Certainty::Attributed => "attributed",
        Certainty::Hedged => "hedged",
        Certainty::Denied => "denied",
        Certainty::Questioned => "questioned",
    }
}

fn kind_word(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Named => "named",
        SourceKind::Anonymous => "anonymous",
        SourceKind::Institution => "institution",
        SourceKind::Media => "media",
        SourceKind::Document => "document",
        SourceKind::Unspecified => "unspecified",
    }
}
