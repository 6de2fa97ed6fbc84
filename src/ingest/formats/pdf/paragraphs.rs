//! Paragraphs from lines: gaps, indents, sizes, hyphens, columns and pages that a sentence crosses.

use std::collections::BTreeSet;

use super::columns::Line;
use crate::ingest::clean::forms::ends_sentence;
use crate::ingest::draft::Block;

/// Distance of base lines, against the usual one, that ends a paragraph.
const GAP_MIN: f64 = 1.35;
/// Difference of size that ends one.
const SIZE_DIFFERENCE_MIN: f64 = 0.12;
/// Indent of a first line, in em.
const INDENT_MIN: f64 = 0.8;
/// Indent from which a line may be centred below the one above, and how far their middles may be
/// apart, in em.
const CENTRED_INDENT_MIN: f64 = 2.0;
/// See [`CENTRED_INDENT_MIN`].
const SAME_MIDDLE: f64 = 0.4;
/// A last line ends this far before the column does, as a share of its width.
const SHORT_LINE_MAX: f64 = 0.8;

/// A line that ends this far before its column does was not broken for its width.
const HALF_LINE_MAX: f64 = 0.5;

/// How much larger than usual a headline is, whose lines are broken for looks.
const HEADLINE_SIZE_MIN: f64 = 1.2;
/// Free room, in em, that a line keeps although the next word would fit.
const ROOM_MIN: f64 = 1.0;

/// The paragraphs of all pages.
pub(super) fn of_pages(pages: &[Vec<Line>]) -> Vec<Block> {
    let mut paragraphs: Vec<(String, f64)> = Vec::new();
    let usual = Usual {
        spacing: usual_spacing(pages),
        size: usual_size(pages),
    };
    let compounds = compounds(pages);
    for page in pages {
        let mut before: Option<&Line> = None;
        for line in page {
            let joins = match before {
                Some(before) => goes_on(before, line, &usual),
                None => false,
            };
            let carried = !joins
                && paragraphs
                    .last()
                    .is_some_and(|(text, size)| crosses(text, *size, before, line));
            match paragraphs.last_mut().filter(|_| joins || carried) {
                Some((text, _)) => join(text, &line.text, &compounds),
                None => paragraphs.push((line.text.clone(), line.size)),
            }
            before = Some(line);
        }
    }
    paragraphs
        .into_iter()
        .map(|(text, _)| Block::paragraph(text))
        .collect()
}

/// What is most usual in a file.
struct Usual {
    /// Distance of base lines, in em.
    spacing: f64,
    /// Size of letters, in points.
    size: f64,
}

/// The size of letters in the middle of all words.
fn usual_size(pages: &[Vec<Line>]) -> f64 {
    let mut all: Vec<(f64, usize)> = pages
        .iter()
        .flatten()
        .map(|line| (line.size, line.text.len()))
        .collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = all.iter().map(|(_, bytes)| bytes).sum::<usize>() / 2;
    let mut seen = 0;
    let middle = all.iter().find(|(_, bytes)| {
        seen += bytes;
        seen >= half
    });
    middle.map_or(0.0, |(size, _)| *size)
}

/// Whether the first word of `line` would have had room behind the line above it.
fn would_fit(above: &Line, line: &Line) -> bool {
    let letters = line.text.chars().count().max(1) as f64;
    let first = line.text.split_whitespace().next().unwrap_or_default();
    let width = (line.right - line.left) / letters * first.chars().count() as f64;
    above.right + width + ROOM_MIN * above.size < above.column.1
}

/// The distance of base lines that is most usual, in em.
fn usual_spacing(pages: &[Vec<Line>]) -> f64 {
    let mut all: Vec<f64> = pages
        .iter()
        .flat_map(|page| page.iter().zip(page.iter().skip(1)))
        .map(|(a, b)| (b.y - a.y) / a.size.max(1.0))
        .filter(|spacing| (0.8..3.0).contains(spacing))
        .collect();
    all.sort_by(f64::total_cmp);
    // Gaps between paragraphs are the larger ones; the lower middle is within paragraphs.
    all.get(all.len() * 2 / 5).copied().unwrap_or(1.2)
}

/// Whether `line` continues the paragraph of the line above it.
fn goes_on(above: &Line, line: &Line, usual: &Usual) -> bool {
    let distance = (line.y - above.y) / above.size.max(1.0);
    let size = (line.size - above.size).abs() / above.size.max(1.0);
    if distance <= 0.0 || distance > usual.spacing * GAP_MIN || size > SIZE_DIFFERENCE_MIN {
        return false;
    }
    let indent = line.left - above.left;
    let middles = f64::midpoint(line.left, line.right) - f64::midpoint(above.left, above.right);
    let centred =
        indent > CENTRED_INDENT_MIN * line.size && middles.abs() < SAME_MIDDLE * line.size;
    if !centred
        && indent > INDENT_MIN * line.size
        && above.left - above.column.0 < INDENT_MIN * line.size
    {
        return false;
    }
    let width = (above.column.1 - above.column.0).max(1.0);
    let share = (above.right - above.column.0) / width;
    let small = line.text.chars().next().is_some_and(char::is_lowercase);
    let ended = share < SHORT_LINE_MAX && ends_sentence(&above.text);
    let is_text = line.size <= usual.size * HEADLINE_SIZE_MIN;
    let has_room = is_text && share < SHORT_LINE_MAX && would_fit(above, line);
    let broken_by_hand = !small && (share < HALF_LINE_MAX || has_room);
    !ended && !broken_by_hand
}

/// Whether a sentence goes on in the next column or on the next page.
fn crosses(text: &str, size: f64, above: Option<&Line>, line: &Line) -> bool {
    let is_new_place = above.is_none_or(|above| line.y < above.y);
    let same_size = (line.size - size).abs() / size.max(1.0) <= SIZE_DIFFERENCE_MIN;
    let small = line
        .text
        .chars()
        .next()
        .is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
    let long = text.split_whitespace().count() >= 6;
    is_new_place
        && same_size
        && long
        && !ends_sentence(text)
        && (small || text.ends_with(['-', ',']))
}

/// Words with a hyphen inside that stand whole somewhere, in lower case.
fn compounds(pages: &[Vec<Line>]) -> BTreeSet<String> {
    pages
        .iter()
        .flatten()
        .flat_map(|line| line.text.split_whitespace())
        .map(bare)
        .filter(|word| word.contains('-'))
        .collect()
}

/// A word in lower case without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

/// Adds a line, mending a word that was broken at its end. A word that is written with that hyphen
/// elsewhere keeps it.
fn join(text: &mut String, line: &str, compounds: &BTreeSet<String>) {
    let small = line.chars().next().is_some_and(char::is_lowercase);
    let broken = text.ends_with(['-', '\u{2010}'])
        && small
        && text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    let words = |text: &str, line: &str| {
        let first = text.rsplit(' ').next().unwrap_or_default();
        let second = line.split(' ').next().unwrap_or_default();
        bare(&format!("{first}{second}"))
    };
    if broken && !compounds.contains(&words(text, line)) {
        text.pop();
    } else if !text.ends_with(['-', '—', '–', '/']) {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::join;

    #[test]
    fn broken_words_are_mended() {
        let compounds = BTreeSet::from(["well-known".to_owned()]);
        let join = |text: &mut String, line| join(text, line, &compounds);
        let mut text = "a well-".to_owned();
        join(&mut text, "known gate");
        assert_eq!(text, "a well-known gate");
        let mut text = "The inspec-".to_owned();
        join(&mut text, "torate said");
        assert_eq!(text, "The inspectorate said");
        let mut text = "the US-".to_owned();
        join(&mut text, "Iraqi talks");
        assert_eq!(text, "the US-Iraqi talks");
    }
}
